//! The rest of a directive: its verb phrases, by when it is due, who leads and who assists.

use super::Sight;
use super::unit::Unit;
use crate::annotate::within;
use crate::document::{Responsible, ResponsibleRole, Text, Time, TimeRelation};
use crate::lexicon::Kind;
use crate::span::Span;

/// How many verb phrases a directive lists at most.
const MAX_ACTIONS: usize = 64;

/// The length of a Chinese character in bytes.
const LAST: u32 = 3;

/// The verb phrases of a unit, in order: its clauses without what stands before their verb.
pub(super) fn actions(sight: &Sight<'_, '_>, unit: &Unit) -> Vec<Text> {
    let mut list = Vec::new();
    for span in clauses(sight, unit) {
        if let Some(action) = action(sight, span) {
            list.push(sight.reading.text_at(action));
        }
        if list.len() == MAX_ACTIONS {
            break;
        }
    }
    list
}

/// The clauses of a unit, the first from where the unit begins in it.
fn clauses<'a>(sight: &'a Sight<'_, '_>, unit: &Unit) -> impl Iterator<Item = Span> + use<'a> {
    let segments = &sight.reading.segments;
    let whole = unit.span;
    let first = segments.clauses.get(segments.clause_at(whole.start)).map_or(whole.start, |c| c.span.start);
    segments.clauses_in(Span::new(first, whole.end)).iter().map(move |clause| {
        let start = clause.content.start.max(whole.start);
        Span::new(start, clause.content.end.min(whole.end).max(start))
    })
}

/// The verb phrase of a clause: past its subject and modal.
fn action(sight: &Sight<'_, '_>, clause: Span) -> Option<Span> {
    let from = super::addressee::acting(sight, clause).map_or(clause.start, |s| s.end);
    let words = sight.words.within(Span::new(from, clause.end));
    let mut start = from;
    if let Some(modal) =
        words.iter().find(|t| t.kinds.any(&[Kind::Obligation, Kind::Prohibition]) && !t.kinds.any(&[Kind::Action, Kind::Manner]))
    {
        start = if modal.kinds.has(Kind::Prohibition) { modal.span.start } else { modal.span.end };
    } else if !words.iter().any(|t| t.kinds.has(Kind::Action)) {
        return None;
    }
    (start < clause.end).then(|| Span::new(start, clause.end))
}

/// By when the unit is due: a time that ends or bounds it.
pub(super) fn deadline(sight: &Sight<'_, '_>, unit: &Unit) -> Option<Time> {
    within(&sight.reading.times, unit.span)
        .find(|t| {
            let bounds = match t.value.relation {
                Some(TimeRelation::Before | TimeRelation::Within) => true,
                // 汛期期间 tells when in general, “十四五”期间 by when.
                Some(TimeRelation::During) => t.value.value.is_some(),
                _ => false,
            };
            // The marks of “十四五”时期 are the time's own, so its last character is looked at.
            bounds && !sight.marked_off(t.span.end.saturating_sub(LAST), unit.span)
        })
        .map(|t| t.value.clone())
}

/// Who leads and who assists: 由青山管理局牵头，林业站配合.
pub(super) fn responsible(sight: &Sight<'_, '_>, unit: &Unit) -> Vec<Responsible> {
    let mut list = Vec::new();
    for span in clauses(sight, unit) {
        let text = sight.reading.slice(span);
        let role = match () {
            () if text.contains("牵头") => ResponsibleRole::Lead,
            () if text.contains("配合") || text.contains("协助") => ResponsibleRole::Assist,
            () => continue,
        };
        if let Some(who) = super::addressee::acting(sight, span) {
            list.push(Responsible { organization: sight.reading.text_at(who), role });
        }
        if list.len() == MAX_ACTIONS {
            break;
        }
    }
    list
}
