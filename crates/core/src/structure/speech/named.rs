//! Who may be a subject in a sentence, told before anybody is looked for.

use crate::annotate::{Reading, any_within};
use crate::lexicon::{Kind, Words};
use crate::segment::Pair;
use crate::span::Span;

/// Words that a subject may be or end in.
pub(super) const VOICES: &[Kind] = &[Kind::Pronoun, Kind::Voice, Kind::MeetingForm];

/// Who may be named in a sentence: most have nobody in them, which few looks tell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub(super) people: bool,
    pub(super) bodies: bool,
    /// Pronouns, and words that the name of a voice ends in.
    pub(super) voices: bool,
    /// 《…》, which demands.
    pub(super) documents: bool,
    /// 老师们.
    pub(super) many: bool,
}

impl Named {
    /// Who may be named within `span`.
    pub(super) fn within(reading: &Reading<'_>, words: &Words<'_>, span: Span) -> Self {
        Self {
            people: any_within(&reading.people, span),
            bodies: any_within(&reading.organizations, span),
            voices: words.may_have(span, VOICES),
            documents: reading.segments.pairs.within(span).iter().any(Pair::is_title),
            many: reading.slice(span).contains("们"),
        }
    }

    /// Whether anybody may be.
    pub(super) fn anybody(self) -> bool {
        self.people || self.bodies || self.voices || self.documents || self.many
    }
}
