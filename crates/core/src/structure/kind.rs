//! What kind of text (文种) it is, and its title (标题).

use crate::annotate::Reading;
use crate::document::{Kind, Text};

/// The title of the text.
pub(super) fn title(_reading: &Reading<'_>) -> Option<Text> {
    None
}

/// The kind of the text.
pub(super) fn kind(_reading: &Reading<'_>, _title: Option<&Text>) -> Kind {
    Kind::MeetingReport
}
