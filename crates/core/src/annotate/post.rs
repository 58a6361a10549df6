//! Posts (职务): organisation and title, chained by 、 with the organisation inherited.

use super::{Found, Reading};
use crate::span::Span;

/// One post of a chain. The mention's span is the post as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PostMention {
    /// The organisation, its own or inherited; it may stand earlier in the text than the post.
    pub(crate) organization: Option<Span>,
    /// The title: 副秘书长.
    pub(crate) title: Span,
    /// The post with the inherited organisation written out: 国资委副秘书长.
    pub(crate) text: String,
}

/// Finds all posts of the text.
pub(super) fn read(_reading: &Reading<'_>) -> Vec<Found<PostMention>> {
    Vec::new()
}
