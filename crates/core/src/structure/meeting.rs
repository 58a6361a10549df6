//! Meetings (会议) that the text reports or records.

use super::cast::Cast;
use crate::annotate::Reading;
use crate::document::{Kind, Meeting, Text};

/// The meetings of the text, in order. Gives chairs their role.
pub(super) fn read(_reading: &Reading<'_>, _kind: Kind, _title: Option<&Text>, _cast: &mut Cast) -> Vec<Meeting> {
    Vec::new()
}
