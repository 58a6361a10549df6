//! Organisations (机构): known names, and names by their last word.

use super::{Found, Reading};

/// Finds all organisations of the text.
pub(super) fn read(_reading: &Reading<'_>) -> Vec<Found<()>> {
    Vec::new()
}
