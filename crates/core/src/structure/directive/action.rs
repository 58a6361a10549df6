//! What a directive asks for: its verb phrases (任务).

use super::Sight;
use super::modal::{is_modal, may_oblige};
use super::unit::Unit;
use crate::document::Text;
use crate::lexicon::{Kind, Token};
use crate::span::Span;

/// How many verb phrases a directive lists at most.
const MAX_ACTIONS: usize = 64;

/// So many verb phrases most directives have at most.
const USUAL: usize = 8;

/// The least that a verb phrase of several in a clause has after its verb, in bytes: two characters.
const MIN_OBJECT: u32 = 6;

/// The verb phrases of a unit, in order: its clauses without what stands before their verb, divided where a
/// conjunction joins verb phrases (加强组织领导、细化任务分工), not nouns (加强检查、维修、保养).
pub(super) fn actions(sight: &Sight<'_, '_>, unit: &Unit, condition: Option<&Text>) -> Vec<Text> {
    let mut list: Vec<Span> = Vec::with_capacity(USUAL);
    let after = condition.map_or(unit.span.start, |c| c.span.end);
    for (clause, _) in sight.clauses(unit.span).filter(|(c, _)| c.start >= after) {
        let clause = outside_bracket(sight, clause);
        // 已发现漏水的单位，: whoever has to act does nothing there.
        if clause.end < unit.span.end && super::topic::topic(sight, clause).is_some() {
            continue;
        }
        // 要“: a quotation mark alone is no task.
        let Some(action) = action(sight, clause).map(|a| sight.unquoted(a)).filter(|a| !a.is_empty()) else { continue };
        divide(sight, action, &mut list);
        if list.len() >= MAX_ACTIONS {
            break;
        }
    }
    list.truncate(MAX_ACTIONS);
    list.into_iter().map(|part| sight.reading.text_at(part)).collect()
}

/// A clause up to a bracket that reaches past it: 报送值班表 of 报送值班表（联系人：….
fn outside_bracket(sight: &Sight<'_, '_>, clause: Span) -> Span {
    let pair = sight.reading.segments.pairs.around(clause.end).filter(|p| p.is_bracket() && p.span.start > clause.start);
    Span::new(clause.start, pair.map_or(clause.end, |p| p.span.start))
}

/// The verb phrase of a clause: past its subject and modal.
fn action(sight: &Sight<'_, '_>, clause: Span) -> Option<Span> {
    let from = super::addressee::subject_of(sight, clause).map_or(clause.start, |s| s.end);
    let words = sight.words.within(Span::new(from, clause.end));
    let mut start = from;
    let modal = |t: &Token| is_modal(sight, *t) && !sight.marked_off(t.span.start, clause);
    let modals = if may_oblige(sight, clause) { words } else { words.none() };
    if let Some(modal) = modals.iter().find(modal) {
        start = if modal.kinds.has(Kind::Prohibition) { modal.span.start } else { modal.span.end };
    } else if !words.iter().any(|t| t.kinds.has(Kind::Action)) {
        return None;
    }
    let action = Span::new(start, clause.end);
    (start < clause.end && !is_beside(sight, action)).then_some(action)
}

/// Whether a clause tells no task of its own: who leads (牵头), what something is (是…), in which case (对…的).
fn is_beside(sight: &Sight<'_, '_>, action: Span) -> bool {
    let word = sight.words.at(action.start);
    // 48小时抢修窗口期，: a time of its own.
    if sight.reading.times.at(action.start).is_some_and(|t| t.span == action) {
        return true;
    }
    let duty = word.is_some_and(|w| w.span.end == action.end && w.kinds.any(&[Kind::Lead, Kind::Assist]));
    let text = sight.reading.slice(action);
    duty || text.starts_with(['是', '即']) || word.is_some_and(|w| w.kinds.has(Kind::Preposition)) && text.ends_with('的')
}

/// Adds the verb phrases that an action is made of. One part that is no verb phrase makes all of them parts of one object.
fn divide(sight: &Sight<'_, '_>, action: Span, parts: &mut Vec<Span>) {
    let before = parts.len();
    let verbal = |part: Span| verb_at(sight, part.start).is_some_and(|v| v.span.end + MIN_OBJECT <= part.end);
    let mut rest = action;
    // Most begin with no verb, and are told at once.
    let mut one = verb_at(sight, action.start).is_none();
    let listed = if one { "" } else { sight.reading.slice(action) };
    for (at, mark) in listed.match_indices(['、', '并']) {
        let (from, to) = (action.start + at as u32, action.start + (at + mark.len()) as u32);
        if sight.marked_off(from, action) || sight.words.goes_on_at(from) {
            continue;
        }
        let joins = verb_at(sight, to).is_some();
        if mark == "并" && !joins {
            continue;
        }
        let part = Span::new(rest.start, from);
        one = !joins || !verbal(part);
        if one || parts.len() == before + MAX_ACTIONS {
            break;
        }
        parts.push(part);
        rest.start = to;
    }
    if one || parts.len() > before && !verbal(rest) {
        parts.truncate(before);
        rest = action;
    }
    parts.push(rest);
}

/// The verb that stands at `offset`, past its adverbs.
fn verb_at(sight: &Sight<'_, '_>, offset: u32) -> Option<Token> {
    let mut at = offset;
    while let Some(word) = sight.words.at(at) {
        if word.kinds.has(Kind::Action) {
            return Some(word);
        }
        if !word.kinds.has(Kind::Manner) {
            return None;
        }
        at = word.span.end;
    }
    None
}
