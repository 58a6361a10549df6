//! People's names (人名), anchored by posts, verbs, lists and earlier mentions.

use std::ops::Range;

use super::{Found, Reading};

/// A place where a person is named. The mention's span is the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PersonMention {
    /// The posts that stand with the name here: indices into [`Reading::posts`].
    pub(crate) posts: Range<usize>,
}

/// Finds all names of people in the text.
pub(super) fn read(_reading: &Reading<'_>) -> Vec<Found<PersonMention>> {
    Vec::new()
}
