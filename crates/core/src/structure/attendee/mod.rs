//! Who was there (参会人员): roles of people, and groups.

use super::cast::Cast;
use crate::annotate::Reading;
use crate::document::{Group, Meeting, Speech};

/// The groups of the text, in order. Gives people their roles and meetings their attendees.
pub(super) fn read(_reading: &Reading<'_>, _cast: &mut Cast, _meetings: &mut [Meeting], _speeches: &[Speech]) -> Vec<Group> {
    Vec::new()
}
