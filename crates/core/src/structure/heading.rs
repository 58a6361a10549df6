//! The heading tree (一、 （一） 1. （1）).

use crate::annotate::Reading;
use crate::document::Section;

/// The headings of the text, in order.
pub(super) fn read(_reading: &Reading<'_>) -> Vec<Section> {
    Vec::new()
}
