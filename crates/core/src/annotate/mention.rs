//! Mentions for those who ask why a text was read as it was.

use super::{Found, Reading};
use crate::sorted::arrange;
use crate::span::Span;

/// Something that a rule found in the text, on which the Document's values stand (提及).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Mention {
    /// What it is: `time`, `count`, `marker`, `citation`, `organization`, `post`, `person`.
    pub what: &'static str,
    /// The name of the rule that found it.
    pub rule: &'static str,
    /// Where it stands in the source.
    pub span: Span,
}

impl Reading<'_> {
    /// All mentions, by place.
    pub(crate) fn mentions(&self) -> Vec<Mention> {
        fn each<'f, T>(what: &'static str, list: &'f [Found<T>]) -> impl Iterator<Item = Mention> + 'f {
            list.iter().map(move |found| Mention { what, rule: found.rule, span: found.span })
        }
        let mut mentions: Vec<Mention> = each("time", &self.times)
            .chain(each("count", &self.counts))
            .chain(each("marker", &self.markers))
            .chain(each("citation", &self.citations))
            .chain(each("organization", &self.organizations))
            .chain(each("post", &self.posts))
            .chain(each("person", &self.people))
            .collect();
        arrange(&mut mentions, |m| m.span.outer_first());
        mentions
    }
}
