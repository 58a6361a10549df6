//! Who has to act: the subject of the modal or of the verb.

use super::Sight;
use super::shape::Shape;
use super::unit::Unit;
use crate::lexicon::{Kind, Token};
use crate::span::Span;

/// What can act.
const ACTORS: &[Kind] =
    &[Kind::Actor, Kind::GroupHead, Kind::Addressee, Kind::Organization, Kind::OrganizationSuffix, Kind::Pronoun, Kind::Title, Kind::Place];

/// The longest name of who has to act, in bytes: 160 characters.
const MAX_LENGTH: u32 = 480;

/// What may follow who acts: what is done, or how.
const DOING: &[Kind] = &[Kind::Action, Kind::Manner, Kind::Preposition, Kind::Connective, Kind::SayAdverb, Kind::Attend];

/// The words that join two names, or a name to a noun, rather than begin a predicate.
const LINKS: &[&str] = &["和", "与", "同", "及", "以及", "特别是", "尤其是", "关于"];

/// What makes somebody answer for a thing: 各单位主要负责人是第一责任人.
const RESPONSIBLE: &str = "责任人";

/// The words that open a name of who has to act.
const DETERMINERS: &[char] = &['各', '全', '有', '相', '广', '其', '所', '凡', '每', '本', '我', '上', '下', '参'];

/// The addressees of a unit as written; the first that has to act comes first.
pub(super) fn read(sight: &Sight<'_, '_>, unit: &Unit, shape: &Shape) -> Vec<Span> {
    let segments = &sight.reading.segments;
    let first = segments.clauses.get(segments.clause_at(unit.span.start)).map_or(unit.span.start, |c| c.span.start);
    let mut told = None;
    for clause in segments.clauses_in(Span::new(first, shape.look.end)) {
        let start = clause.content.start.max(unit.span.start);
        let span = Span::new(start, clause.content.end.min(shape.look.end).max(start));
        if span.is_empty() {
            continue;
        }
        if matches!(clause.terminator, '：' | ':') && start == unit.span.start && ends_as_actor(sight, span) {
            return vec![span];
        }
        match acting(sight, span) {
            // 大家统一了思想，要…: whoever did the one has to do the other, unless somebody else is named.
            Some(actor) if tells(sight, span) => told = told.or(Some(actor)),
            Some(actor) => return vec![actor],
            None => {}
        }
    }
    told.into_iter().collect()
}

/// Whether a clause tells what somebody has done: 青山管理局克服了困难，各单位要….
fn tells(sight: &Sight<'_, '_>, clause: Span) -> bool {
    let words = sight.words.within(clause);
    sight.reading.slice(clause).contains('了') && !words.iter().any(|w| w.kinds.any(&[Kind::Obligation, Kind::Prohibition]))
}

/// Whether the verb that opens a clause is part of a body's name: 调度中心要….
fn opens_name(words: &[Token]) -> bool {
    let [verb, body, modal, ..] = words else { return false };
    verb.span.end == body.span.start
        && body.kinds.any(&[Kind::OrganizationSuffix, Kind::Actor, Kind::GroupHead])
        && body.span.end == modal.span.start
        && modal.kinds.any(&[Kind::Obligation, Kind::Prohibition])
}

/// Whoever opens a clause and does something in it: 各单位要…, 纪检监察机关履行….
pub(super) fn acting(sight: &Sight<'_, '_>, clause: Span) -> Option<Span> {
    let start = open(sight, clause);
    let words = sight.words.within(Span::new(start, clause.end));
    let first = words.first()?;
    if first.span.start == start
        && first.kinds.any(&[Kind::Action, Kind::Manner, Kind::Obligation, Kind::Prohibition, Kind::Preposition])
        && !first.kinds.any(ACTORS)
        && !opens_name(words)
    {
        return by(sight, clause, *first);
    }
    // Without a modal only a name that shows itself as one (各单位, 青山管理局) can be told from a verb phrase.
    let named = first.span.start == start && first.kinds.any(ACTORS)
        || sight.reading.slice(Span::new(start, clause.end)).starts_with(DETERMINERS)
        || sight.reading.organizations.binary_search_by_key(&start, |o| o.span.start).is_ok();
    let mut reach = start;
    let mut stated = false;
    for &word in words.iter().filter(|w| !sight.marked_off(w.span.start, clause)) {
        if word.span.start - start > MAX_LENGTH {
            return None;
        }
        let modal =
            word.kinds.any(&[Kind::Obligation, Kind::Prohibition, Kind::Permission]) && !word.kinds.any(&[Kind::Action, Kind::Manner]);
        let doing = !word.kinds.any(ACTORS) && (modal || word.kinds.any(DOING));
        if reach == word.span.start && reach > start && doing && (modal || named) && !stated {
            let text = sight.reading.slice(word.span);
            if !LINKS.contains(&text) {
                return Some(Span::new(start, reach));
            }
        }
        if modal {
            return None;
        }
        // 各分公司主要负责人是第一责任人，要…: who is responsible has to act.
        if reach == word.span.start && reach > start && named && is_responsible(sight, reach, clause.end) {
            return Some(Span::new(start, reach));
        }
        stated |= word.kinds.any(&[Kind::Stative, Kind::Fact]);
        if word.kinds.any(ACTORS)
            && (word.span.len() > 3 || !word.kinds.has(Kind::OrganizationSuffix) || word.kinds.has(Kind::Actor) || names(sight, word))
        {
            // 各市（州）要…: the brackets belong to the name.
            reach = sight.reading.segments.pairs.opening_at(word.span.end).filter(|p| p.is_bracket()).map_or(word.span.end, |p| p.span.end);
        }
    }
    None
}

/// Whether a predicate makes its subject answer for something: 是本辖区防汛第一责任人.
fn is_responsible(sight: &Sight<'_, '_>, start: u32, end: u32) -> bool {
    let predicate = sight.reading.between(start, end);
    predicate.starts_with('是') && predicate.contains(RESPONSIBLE)
}

/// Whether a body's name ends with a word: the 办 of 党办.
fn names(sight: &Sight<'_, '_>, word: Token) -> bool {
    sight.reading.organizations.binary_search_by_key(&word.span.end, |o| o.span.end).is_ok()
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
pub(super) fn ends_as_actor(sight: &Sight<'_, '_>, span: Span) -> bool {
    sight.words.within(span).last().is_some_and(|t| t.span.end == span.end && t.kinds.any(ACTORS))
}
