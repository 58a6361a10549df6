//! Reporting frames (转述): subject, verb of saying, content.

use super::cast::Cast;
use crate::annotate::Reading;
use crate::document::{Kind, Speech, Text};

/// The frames of the text, in order of their verbs. Resolves 他 and gives speakers their role.
pub(super) fn read(_reading: &Reading<'_>, _cast: &mut Cast, _kind: Kind, _title: Option<&Text>) -> Vec<Speech> {
    Vec::new()
}
