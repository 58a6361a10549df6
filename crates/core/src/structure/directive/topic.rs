//! Who is named before the comma, and acts past it (话题): 凡外地返回人员，一律….

use super::Sight;
use super::addressee::{ACTORS, MAX_LENGTH, is_actor};
use super::glance::{Glance, glance};
use crate::lexicon::{Kind, Token};
use crate::span::Span;
use crate::structure::words::LETTER;

/// Whom a clause names without a word of what is done: 凡外地返回人员，; 青山县|作为农业大县，.
pub(super) fn topic(sight: &Sight<'_, '_>, clause: Span) -> Option<Span> {
    sight.known.topic.of(clause, || find_topic(sight, clause))
}

fn find_topic(sight: &Sight<'_, '_>, clause: Span) -> Option<Span> {
    const NAMES: &[Kind] = &[Kind::Actor, Kind::GroupHead, Kind::Addressee, Kind::Organization];
    const SAID: &[Kind] =
        &[Kind::Action, Kind::Manner, Kind::Preposition, Kind::Obligation, Kind::Prohibition, Kind::Say, Kind::Stative, Kind::Fact];
    let Glance { open: start, kinds } = glance(sight, clause);
    let words = sight.words.within(Span::new(start, clause.end));
    let is_being = |w: Token| w.kinds.has(Kind::Preposition) && w.span.start > start && sight.reading.slice(w.span) == "作为";
    let being = if kinds.has(Kind::Preposition) { words.iter().position(is_being) } else { None };
    let span = Span::new(start, being.and_then(|at| words.get(at)).map_or(clause.end, |w| w.span.start));
    let words = words.take(being.unwrap_or(words.len()));
    let (first, last) = (words.first()?, words.last()?);
    // 各乡镇、教育局，: the last word of a body is one where 各 or 有关 opens the list, not 面临大变局，.
    let each = first.kinds.any(&[Kind::ActorLead, Kind::Determiner]) && last.kinds.has(Kind::OrganizationSuffix);
    // Most clauses end in no name.
    if last.span.end != span.end
        || span.len() > MAX_LENGTH
        || !(last.kinds.any(NAMES) || (being.is_some() || each) && is_actor(sight, last))
    {
        return None;
    }
    // 已发现病例的单位: what stands before 的 belongs to the name.
    let noun = sight.reading.slice(span).rfind('的').map_or(span.start, |at| span.start + at as u32);
    let opens = first.span.start == span.start
        && (first.kinds.any(ACTORS) || first.kinds.any(&[Kind::ActorLead, Kind::Determiner]))
        && !first.kinds.any(&[Kind::FirstPerson, Kind::Pronoun, Kind::Say]);
    let verbal = first.span.start == span.start && first.kinds.any(&SAID[..7]) && !opens;
    let does = |w: Token| w.span.start >= noun && w.kinds.any(SAID) && !w.kinds.any(ACTORS) && !w.kinds.any(&[Kind::Link, Kind::ActorLead]);
    // 青山是农业大县，: what is told of somebody names nobody.
    let states = |w: &Token| w.kinds.any(&[Kind::Stative, Kind::Obligation, Kind::Prohibition]);
    ((opens || (noun > span.start || being.is_some()) && !verbal) && !words.iter().any(|w| does(w) || states(&w))).then_some(span)
}

/// Whether a clause only says when or in which case.
pub(super) fn is_opening(sight: &Sight<'_, '_>, clause: Span) -> bool {
    let start = glance(sight, clause).open;
    start + LETTER >= clause.end || sight.words.kinds_at(start).any(&[Kind::Preposition, Kind::Condition])
}
