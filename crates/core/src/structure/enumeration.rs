//! Enumerations (列举): ordinal series, declared lists, slogans, and the tree they form.

use crate::annotate::Reading;
use crate::document::{Enumeration, Speech};

/// The enumerations of the text, in order of their spans.
pub(super) fn read(_reading: &Reading<'_>, _speeches: &[Speech]) -> Vec<Enumeration> {
    Vec::new()
}
