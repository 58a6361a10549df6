//! Who leads and who assists (责任分工): 由青山管理局牵头，林业站配合; 责任单位：教务处.

use super::Sight;
use super::addressee::ends_as_actor;
use super::unit::Unit;
use crate::annotate::within;
use crate::document::{Responsible, ResponsibleRole, Time};
use crate::lexicon::{Kind, Token};
use crate::span::Span;

/// How many bodies are listed at most.
const MAX_BODIES: usize = 64;

/// The longest list of bodies before 牵头, in bytes: 160 characters.
const MAX_LENGTH: u32 = 480;

/// What a line of labels says of the directives before it.
#[derive(Clone, Debug, Default)]
pub(super) struct Labels {
    pub(super) responsible: Vec<Responsible>,
    pub(super) deadline: Option<Box<Time>>,
}

/// Who leads and who assists by what the unit itself says.
pub(super) fn responsible(sight: &Sight<'_, '_>, unit: &Unit) -> Vec<Responsible> {
    let mut list = Vec::new();
    for (clause, _) in sight.clauses(unit.span) {
        if let Some((word, role)) = role(sight, clause) {
            // 各部门要密切配合 is no help to anybody in particular.
            if role == ResponsibleRole::Lead || !list.is_empty() {
                if let Some(who) = bodies(sight, clause, word) {
                    add(sight, who, role, &mut list);
                }
            }
        }
        if list.len() >= MAX_BODIES {
            break;
        }
    }
    list.extend(read(sight, unit.span).responsible);
    list.truncate(MAX_BODIES);
    list
}

/// What a line of labels says: 责任单位：教务处；完成时限：6月底前. `None` where it begins with no label.
pub(super) fn labels(sight: &Sight<'_, '_>, line: Span) -> Option<Labels> {
    let (first, terminator) = sight.clauses(line).next()?;
    let label = label(sight, first, terminator)?;
    let whole = sight.reading.slice(first).trim_start_matches(['（', '(', '【', '[', ' ']);
    (whole == sight.reading.slice(label.span)).then(|| read(sight, line))
}

/// The label that a clause ends in before its colon.
fn label(sight: &Sight<'_, '_>, clause: Span, terminator: char) -> Option<Token> {
    const LABELS: &[Kind] = &[Kind::LeadLabel, Kind::AssistLabel, Kind::DueLabel];
    if !matches!(terminator, '：' | ':') || !sight.words.may_have(clause, LABELS) {
        return None;
    }
    let word = sight.words.within(clause).last()?;
    (word.kinds.any(LABELS) && word.span.end == clause.end).then_some(word)
}

/// What the labels within a span say.
fn read(sight: &Sight<'_, '_>, whole: Span) -> Labels {
    let mut labels = Labels::default();
    let mut under: Option<Token> = None;
    for (span, terminator) in sight.clauses(whole) {
        if let Some(word) = label(sight, span, terminator) {
            under = Some(word);
            continue;
        }
        let Some(word) = under else { continue };
        if word.kinds.has(Kind::DueLabel) {
            labels.deadline = labels.deadline.or_else(|| within(&sight.reading.times, span).next().map(|t| Box::new(t.value.clone())));
        } else if labels.responsible.len() < MAX_BODIES {
            let role = if word.kinds.has(Kind::LeadLabel) { ResponsibleRole::Lead } else { ResponsibleRole::Assist };
            add(sight, unbracketed(sight, span), role, &mut labels.responsible);
        }
    }
    labels
}

/// The word of a clause that says who leads or assists, with the role.
fn role(sight: &Sight<'_, '_>, clause: Span) -> Option<(Token, ResponsibleRole)> {
    // 负责 is a verb of duty.
    if !sight.words.may_have(clause, &[Kind::Lead, Kind::Assist, Kind::Duty]) {
        return None;
    }
    let words = sight.words.within(clause);
    let by = || words.iter().any(|w| sight.reading.slice(w.span) == "由");
    words.iter().find_map(|w| match () {
        () if w.kinds.has(Kind::Lead) || sight.reading.slice(w.span) == "负责" && by() => Some((w, ResponsibleRole::Lead)),
        () if w.kinds.has(Kind::Assist) => Some((w, ResponsibleRole::Assist)),
        () => None,
    })
}

/// Who stands before 牵头 in a clause: the bodies after 由, or the noun phrase that opens the clause.
fn bodies(sight: &Sight<'_, '_>, clause: Span, word: Token) -> Option<Span> {
    let words = sight.words.within(Span::new(clause.start, word.span.start));
    let by = words.iter().rfind(|w| sight.reading.slice(w.span) == "由");
    let bracket = sight.reading.segments.pairs.around(word.span.start).filter(|p| p.is_bracket()).map_or(clause.start, |p| p.inner.start);
    let start = by.map_or(clause.start, |w| w.span.end).max(bracket);
    // 各单位主要负责人负|第一责任人的责任, 教务处分别|牵头: adverbs and the verb of answering stand before the word.
    let adverb =
        |w: &Token| w.span.start >= start && (w.kinds.any(&[Kind::Manner, Kind::SayAdverb]) || sight.reading.slice(w.span) == "要");
    let mut end = words.iter().find(adverb).map_or(word.span.start, |w| w.span.start);
    let kept = sight.reading.between(start, end).trim_end_matches(['是', '负', '为', '作', '共', '同']);
    end = start + kept.len() as u32;
    let span = Span::new(start, end.max(start));
    let named = by.is_some() || ends_as_actor(sight, span) || is_named(sight, span);
    (named && !span.is_empty() && span.len() <= MAX_LENGTH).then_some(span)
}

/// Whether a person's or a body's name ends a span.
fn is_named(sight: &Sight<'_, '_>, span: Span) -> bool {
    within(&sight.reading.organizations, span).any(|o| o.span.end == span.end)
        || within(&sight.reading.people, span).any(|p| p.span.end == span.end)
}

/// A span without brackets around it and the closing one of the bracket that it stands in.
fn unbracketed(sight: &Sight<'_, '_>, span: Span) -> Span {
    let text = sight.reading.slice(span);
    let kept = text.trim_end_matches(['）', ')', '】', ']', ' ']);
    // 市（州）政府（单位）: the closing bracket of a pair of its own stays.
    let end = if kept.matches(['（', '(']).count() > kept.matches(['）', ')']).count() { text } else { kept };
    Span::new(span.start, span.start + end.len() as u32)
}

/// Adds the bodies of a list, one by one where each stands for itself: 教务处、学生处, not 教务处、学生处等部门.
fn add(sight: &Sight<'_, '_>, span: Span, role: ResponsibleRole, list: &mut Vec<Responsible>) {
    let text = sight.reading.slice(span);
    let mut parts: Vec<Span> = Vec::new();
    let mut start = span.start;
    for (at, mark) in text.match_indices(['、', ' ', '\u{3000}']) {
        parts.push(Span::new(start, span.start + at as u32));
        start = span.start + (at + mark.len()) as u32;
        if parts.len() > MAX_BODIES {
            break;
        }
    }
    parts.push(Span::new(start, span.end));
    parts.retain(|p| !p.is_empty());
    let last = parts.last().copied().unwrap_or(span);
    let closed = sight.reading.slice(last).contains('等');
    for part in if closed { vec![span] } else { parts } {
        list.push(Responsible { organization: sight.reading.text_at(part), role });
    }
}
