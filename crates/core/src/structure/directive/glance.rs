//! What one look at a clause tells, so that most questions about it need no other.

use super::Sight;
use crate::lexicon::{Kind, Kinds};
use crate::span::Span;

/// A clause at a glance.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Glance {
    /// Past what opens it before its subject: connectives, times.
    pub(super) open: u32,
    /// All kinds of its words.
    pub(super) kinds: Kinds,
}

/// A clause at a glance.
pub(super) fn glance(sight: &Sight<'_, '_>, clause: Span) -> Glance {
    sight.known.glance.of(clause, || Glance { open: open(sight, clause), kinds: sight.words.within(clause).kinds() })
}

fn open(sight: &Sight<'_, '_>, clause: Span) -> u32 {
    let mut at = clause.start;
    while at < clause.end {
        if let Some(time) = sight.reading.times.at(at) {
            at = time.span.end;
        } else if let Some(word) = sight.words.at(at).filter(|t| t.kinds.has(Kind::Connective) && !t.kinds.has(Kind::ActorLead)) {
            at = word.span.end;
        } else {
            break;
        }
    }
    at
}
