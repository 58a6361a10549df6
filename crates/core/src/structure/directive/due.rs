//! By when a directive is due: which of the times in it is its deadline (时限).
//!
//! A time that bounds (6月底前, 三日内) is one; a period (“十四五”期间) is one where it opens its clause; a plain
//! date, month or year (今年, 2027年) only where something is to be brought to an end in it: 确保今年完成. What is
//! told of the past, how often something is done and how long it lasts is none.

use super::Sight;
use super::unit::Unit;
use crate::annotate::{Found, within};
use crate::document::{Time, TimeRelation};
use crate::lexicon::{Kind, Token};
use crate::span::Span;

/// The length of a Chinese character in bytes.
const LAST: u32 = 3;

/// The particles before a time in which something is to end: 到2027年, 于6月, 在年底.
const UNTIL: &[char] = &['到', '至', '于', '在'];

/// What makes a bounded time one of the past or of no end: 近三年内, 过去一年内, 今后两个月.
const PAST: &[&str] = &["近", "过去", "此", "之", "今后"];

/// How the names of a year's parts end: 下半年, 四季度.
const PARTS: [&str; 2] = ["半年", "季度"];

/// By when a unit is due.
pub(super) fn deadline(sight: &Sight<'_, '_>, unit: &Unit) -> Option<Time> {
    // The marks of “十四五”时期 are the time's own, so its last character is looked at.
    let stands = |t: &&Found<Time>| !sight.marked_off(t.span.end.saturating_sub(LAST), unit.span);
    within(&sight.reading.times, unit.span).filter(stands).find(|t| is_deadline(sight, unit, t)).map(|t| t.value.clone())
}

fn is_deadline(sight: &Sight<'_, '_>, unit: &Unit, time: &Found<Time>) -> bool {
    // 第二次日内|瓦: a longer word takes its last characters in.
    if sight.words.goes_on_at(time.span.end) {
        return false;
    }
    let text = sight.reading.between(unit.span.start, time.span.start);
    let past = PAST.iter().any(|p| text.ends_with(p) || time.value.text.starts_with(p));
    match time.value.relation {
        Some(TimeRelation::Before | TimeRelation::Within) => !past,
        // 汛期期间 tells when in general, “十四五”期间 by when; in 总结“十四五”期间的经验 it is an attribute.
        Some(TimeRelation::During) => time.value.value.is_some() && opens(sight, unit, time) && !is_attribute(sight, time),
        Some(_) => false,
        None => is_span(sight, time) && time.value.clock.is_none() && ends(sight, unit, time) && !is_attribute(sight, time),
    }
}

/// Whether a time is one in which something can be brought to an end: 2027年, 本月, not 近期.
fn is_span(sight: &Sight<'_, '_>, time: &Found<Time>) -> bool {
    let word = sight.words.at(time.span.start).filter(|w| w.kinds.has(Kind::TimeWord));
    time.value.value.is_some() || word.is_some() && time.value.text.ends_with(['年', '月', '周', '季', '期', '度', '底', '末', '旬'])
}

/// Whether a time is an attribute, or what is told of it: 今年的任务, “十五五”时期是….
fn is_attribute(sight: &Sight<'_, '_>, time: &Found<Time>) -> bool {
    sight.reading.after(time.span.end).starts_with(['的', '是'])
}

/// The clause of the unit that a time stands in, from where the unit begins.
fn clause(sight: &Sight<'_, '_>, unit: &Unit, offset: u32) -> Span {
    let clause = sight.reading.segments.clause(offset).content;
    let start = clause.start.max(unit.span.start);
    Span::new(start, clause.end.min(unit.span.end).max(start))
}

/// Whether a time opens its clause, past 在 and words that join it to what stands before.
fn opens(sight: &Sight<'_, '_>, unit: &Unit, time: &Found<Time>) -> bool {
    let clause = clause(sight, unit, time.span.start);
    let lead = Span::new(clause.start, time.span.start.max(clause.start));
    let text = sight.reading.slice(lead);
    let joins = |span: Span| sight.words.within(span).iter().all(|w| w.kinds.any(&[Kind::Connective, Kind::SayAdverb]));
    let rest = text.trim_end_matches(UNTIL);
    rest.is_empty()
        || !sight.words.within(lead).is_empty() && covered(sight, Span::new(lead.start, lead.start + rest.len() as u32)) && joins(lead)
}

/// Whether words cover a span from end to end.
fn covered(sight: &Sight<'_, '_>, span: Span) -> bool {
    let mut at = span.start;
    while at < span.end {
        let Some(word) = sight.words.at(at) else { return false };
        at = word.span.end;
    }
    true
}

/// Whether something is to be brought to an end in a time: 确保今年…完成, 到2027年建成, 2027年全市要全面消除.
fn ends(sight: &Sight<'_, '_>, unit: &Unit, time: &Found<Time>) -> bool {
    let clause = clause(sight, unit, time.span.start);
    let before = sight.words.ending_at(time.span.start).filter(|w| w.span.start >= clause.start);
    let until = sight.reading.between(clause.start, time.span.start).ends_with(UNTIL);
    // 下半年要抓好收尾: the part of a year that opens a demand bounds it.
    let part = PARTS.iter().any(|p| time.value.text.ends_with(p)) && opens(sight, unit, time);
    if part && sight.words.kinds_at(time.span.end).has(Kind::Obligation) {
        return true;
    }
    let demanded = before.is_some_and(|w| w.kinds.any(&[Kind::Obligation, Kind::Manner]));
    if !(until || demanded || opens(sight, unit, time)) {
        return false;
    }
    // 2027年出台的办法: the verb belongs to an attribute.
    let ends = |w: Token| w.kinds.has(Kind::Finish) && !sight.reading.after(w.span.end).starts_with('的');
    let finishes = |span: Span| sight.words.within(Span::new(span.start.max(time.span.end), span.end)).iter().any(ends);
    // 到2027年，要建成…: what is to end may stand in the next clause.
    let alone = clause.end <= time.span.end + LAST;
    finishes(clause) || until && alone && finishes(self::clause(sight, unit, (clause.end + LAST).min(unit.span.end)))
}
