//! Who has to act: the subject of the modal or of the verb.

use super::Sight;
use super::shape::Shape;
use super::unit::Unit;
use crate::lexicon::{Kind, Token};
use crate::span::Span;

/// What can act.
const ACTORS: &[Kind] = &[Kind::Actor, Kind::GroupHead, Kind::Addressee, Kind::Organization, Kind::OrganizationSuffix, Kind::Pronoun];

/// The longest name of who has to act, in bytes: 160 characters.
const MAX_LENGTH: u32 = 480;

/// The addressees of a unit as written; the first that has to act comes first.
pub(super) fn read(sight: &Sight<'_, '_>, unit: &Unit, shape: &Shape) -> Vec<Span> {
    let segments = &sight.reading.segments;
    let first = segments.clauses.get(segments.clause_at(unit.span.start)).map_or(unit.span.start, |c| c.span.start);
    for clause in segments.clauses_in(Span::new(first, shape.look.end)) {
        let start = clause.content.start.max(unit.span.start);
        let span = Span::new(start, clause.content.end.min(shape.look.end).max(start));
        if span.is_empty() {
            continue;
        }
        if matches!(clause.terminator, '：' | ':') && start == unit.span.start && ends_as_actor(sight, span) {
            return vec![span];
        }
        if let Some(actor) = acting(sight, span) {
            return vec![actor];
        }
    }
    Vec::new()
}

/// Whoever opens a clause and does something in it: 各单位要…, 纪检监察机关履行….
pub(super) fn acting(sight: &Sight<'_, '_>, clause: Span) -> Option<Span> {
    let start = open(sight, clause);
    let words = sight.words.within(Span::new(start, clause.end));
    let first = words.first()?;
    if first.span.start == start
        && first.kinds.any(&[Kind::Action, Kind::Manner, Kind::Obligation, Kind::Prohibition, Kind::Preposition])
        && !first.kinds.any(ACTORS)
    {
        return by(sight, clause, *first);
    }
    let mut last: Option<Token> = None;
    for &word in words {
        if word.span.start - start > MAX_LENGTH {
            return None;
        }
        let doing = word.kinds.any(&[
            Kind::Obligation,
            Kind::Prohibition,
            Kind::Permission,
            Kind::Action,
            Kind::Manner,
            Kind::Preposition,
            Kind::Connective,
            Kind::SayAdverb,
            Kind::Attend,
        ]) && !word.kinds.any(ACTORS);
        if let Some(actor) = last.filter(|l| l.span.end == word.span.start && doing) {
            let linked = matches!(sight.reading.slice(word.span), "和" | "与" | "同" | "及" | "以及");
            if !linked {
                return Some(Span::new(start, actor.span.end));
            }
        }
        if word.kinds.any(&[Kind::Obligation, Kind::Prohibition, Kind::Permission]) && !word.kinds.any(&[Kind::Action, Kind::Manner]) {
            return None;
        }
        last = word.kinds.any(ACTORS).then_some(word).or(last.filter(|l| l.span.end > word.span.start));
    }
    None
}

/// The actor of 由青山管理局牵头.
fn by(sight: &Sight<'_, '_>, clause: Span, first: Token) -> Option<Span> {
    let text = sight.reading.slice(first.span);
    (text == "由" || text == "请").then(|| acting(sight, Span::new(first.span.end, clause.end))).flatten()
}

/// Past what opens a clause before its subject: connectives, times, 在…中.
fn open(sight: &Sight<'_, '_>, clause: Span) -> u32 {
    let mut at = clause.start;
    while at < clause.end {
        let word = sight.words.at(at);
        if let Ok(time) = sight.reading.times.binary_search_by_key(&at, |t| t.span.start) {
            at = sight.reading.times[time].span.end;
        } else if let Some(word) = word.filter(|t| t.kinds.has(Kind::Connective)) {
            at = word.span.end;
        } else {
            break;
        }
    }
    at
}

/// Whether a label names who has to act: 校医院：.
fn ends_as_actor(sight: &Sight<'_, '_>, span: Span) -> bool {
    sight.words.within(span).last().is_some_and(|t| t.span.end == span.end && t.kinds.any(ACTORS))
}
