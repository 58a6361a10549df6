//! The elements of an official document (公文要素) by GB/T 9704-2012.

use crate::annotate::Reading;
use crate::document::{Kind, Official, Text};

/// The elements, where the text is an official document.
pub(super) fn read(_reading: &Reading<'_>, _kind: Kind, _title: Option<&Text>) -> Option<Official> {
    None
}
