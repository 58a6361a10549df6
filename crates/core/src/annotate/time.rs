//! Times (时间).

use super::{Found, Reading};
use crate::document::Time;

/// Finds all times of the text.
pub(super) fn read(_reading: &Reading<'_>) -> Vec<Found<Time>> {
    Vec::new()
}
