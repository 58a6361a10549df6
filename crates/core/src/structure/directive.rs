//! Directives (任务、要求): who must do what by when.

use crate::annotate::Reading;
use crate::document::{Directive, Enumeration, Kind, Speech};

/// The directives of the text, in order.
pub(super) fn read(_reading: &Reading<'_>, _kind: Kind, _speeches: &[Speech], _enumerations: &[Enumeration]) -> Vec<Directive> {
    Vec::new()
}
