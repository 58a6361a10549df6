//! Whom a verb of asking or encouraging is put to: 希望大家勤学勤思, 鼓励企业培育品牌.

use super::Sight;
use super::addressee::{ACTORS, DOING, is_actor, is_compound, joins};
use super::unit::Unit;
use crate::lexicon::{Kind, Row, Token};
use crate::particle::is_continued;
use crate::span::Span;

/// The longest name after a verb of asking, in bytes: 16 characters.
const MAX_WISHED: u32 = 48;

/// Whom a verb of asking or encouraging is put to, though nothing but its place shows the name: 鼓励|外贸企业|培育品牌.
pub(super) fn read(sight: &Sight<'_, '_>, unit: &Unit) -> Option<Span> {
    let (clause, _) = sight.clauses(unit.span).next()?;
    let asks = sight.opens_speech(unit, clause.start, Kind::SayAsk);
    let verb = sight.words.at(clause.start).filter(|w| w.kinds.has(Kind::Encouragement));
    let start = match verb {
        Some(verb) => verb.span.end,
        None if asks || unit.hoped => clause.start,
        None => return None,
    };
    let words = sight.words.within(Span::new(start, clause.end));
    asked_to_act(sight, words, start).or_else(|| people(sight, words, start))
}

/// Who stands between a verb of asking and what is to be done: 外贸企业|培育品牌.
pub(super) fn asked_to_act(sight: &Sight<'_, '_>, words: Row<'_>, start: u32) -> Option<Span> {
    let does = |w: Token| {
        w.kinds.any(DOING) && !w.kinds.any(ACTORS) && !w.kinds.has(Kind::ActorTail) && !is_compound(sight, w) && !joins(sight, w)
    };
    let mut at = words.iter().position(does)?;
    if at == 0 {
        // 热心公益的企业|踊跃捐资: what is done before 的 belongs to the name.
        let of = start + sight.reading.between(start, words.last()?.span.end).find('的')? as u32;
        at = words.iter().position(|w| w.span.start > of && does(w))?;
    }
    let (doer, act) = (words.get(at.checked_sub(1)?)?, words.get(at)?);
    let end = act.span.start;
    // 年轻的工人们, 全体职工（含退休人员）: the plural ending belongs to the name, and so do brackets.
    let bracketed = || sight.reading.segments.pairs.opening_at(doer.span.end).is_some_and(|p| p.is_bracket() && p.span.end == end);
    let ends = doer.span.end == end || bracketed() || sight.reading.between(doer.span.end, end) == "们";
    (ends
        && (is_actor(sight, doer) || doer.kinds.has(Kind::ActorTail))
        && end - start <= MAX_WISHED
        && !sight.reading.after(act.span.end).starts_with('的'))
    .then(|| Span::new(start, end))
}

/// The people named right after a verb of asking, whatever they are to do: 大家|勤学勤思, 同学们|不负韶华.
fn people(sight: &Sight<'_, '_>, words: Row<'_>, start: u32) -> Option<Span> {
    const PEOPLE: &[Kind] = &[Kind::Addressee, Kind::GroupHead, Kind::Pronoun, Kind::Standing];
    let (mut reach, mut named) = (start, None);
    // 学生干部们: the plural ending shows those who are no body.
    let plural = |w: &Token| sight.reading.slice(w.span).ends_with('们') || sight.reading.after(w.span.end).starts_with('们');
    let many = |w: &Token| w.kinds.any(PEOPLE) || plural(w);
    for word in words.iter().take_while(|w| many(w) || w.kinds.any(&[Kind::ActorLead, Kind::Determiner])) {
        if word.span.start != reach {
            break;
        }
        reach = word.span.end;
        if many(&word) {
            named = Some(reach);
        }
    }
    let mut end = named?;
    end += if sight.reading.after(end).starts_with('们') { PLURAL } else { 0 };
    let after = sight.reading.after(end);
    (!is_continued(after) && !after.starts_with('，')).then(|| Span::new(start, end))
}

/// The length of 们 in bytes.
const PLURAL: u32 = 3;
