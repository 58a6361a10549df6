//! By when a directive is due: which of the times in it is its deadline (时限).
//!
//! A time that bounds (6月底前, 三日内) is one; a period (“十四五”期间) is one where it opens its clause; a plain
//! date, month or year (今年, 2027年) only where something is to be brought to an end in it: 确保今年完成. What is to be
//! done before another deed (参加培训前) is due by it. What is told of the past, how often something is done and how
//! long it lasts is none.

use super::Sight;
use super::glance::glance;
use super::unit::Unit;
use crate::annotate::{Found, within};
use crate::document::{Time, TimeRelation};
use crate::lexicon::{Kind, Token};
use crate::span::Span;
use crate::structure::words::LETTER;

/// The particles before a time in which something is to end: 到2027年, 于6月, 在年底.
const UNTIL: &[char] = &['到', '至', '于', '在'];

/// What makes a bounded time one of the past or of no end: 近三年内, 过去一年内, 今后两个月.
const PAST: &[&str] = &["近", "过去", "此", "之", "今后"];

/// How the names of a year's parts end: 下半年, 四季度.
const PARTS: [&str; 2] = ["半年", "季度"];

/// The words of a verb phrase: what is done, and how.
const DOING: &[Kind] = &[Kind::Action, Kind::Manner, Kind::Preposition, Kind::Obligation, Kind::Prohibition];

/// By when a unit is due.
pub(super) fn deadline(sight: &Sight<'_, '_>, unit: &Unit) -> Option<Time> {
    // The marks of “十四五”时期 are the time's own, so its last character is looked at.
    let stands = |t: &&Found<Time>| !sight.marked_off(t.span.end.saturating_sub(LETTER), unit.span);
    let due = |t: &&Found<Time>| is_deadline(sight, unit, t);
    let mut times = within(&sight.reading.times, unit.span).filter(stands).filter(due);
    // 考核定在5月8日，请于当天八时前到场: a bound is nearer than a day.
    let first = times.next();
    let bounds = |t: &&Found<Time>| t.value.relation.is_some();
    let time = first.filter(bounds).or_else(|| times.find(bounds)).or(first);
    time.map(|t| t.value.clone()).or_else(|| before_deed(sight, unit))
}

fn is_deadline(sight: &Sight<'_, '_>, unit: &Unit, time: &Found<Time>) -> bool {
    let text = sight.reading.between(unit.span.start, time.span.start);
    let past = PAST.iter().any(|p| text.ends_with(p) || time.value.text.starts_with(p));
    // 第二次日内|瓦, 同日|常: a longer word takes its last characters in. 七天内|如有发热: when the case comes up.
    let cut = sight.reading.tokens.at(time.span.end.saturating_sub(LETTER)).is_some_and(|t| t.span.end > time.span.end);
    if past || cut || sight.words.goes_on_at(time.span.end) || sight.words.kinds_at(time.span.end).has(Kind::Case) {
        return false;
    }
    if is_attribute(sight, time) {
        return false;
    }
    match time.value.relation {
        Some(TimeRelation::Before | TimeRelation::Within) => !lasts(sight, unit, time),
        // 会议期间 and 节日期间 tell when in general, “十四五”期间 and 放假期间 which days.
        Some(TimeRelation::During) => {
            let known = time.value.value.is_some() || time.value.text.starts_with("放假");
            known && opens(sight, unit, time) || ends(sight, unit, time)
        }
        Some(_) => false,
        // 1月8日已启动响应: what is told of the past.
        None => {
            !sight.reading.slice(clause(sight, unit, time.span.start)).contains('已')
                && time.value.clock.is_none()
                && (is_day(sight, time) || is_span(sight, time) && ends(sight, unit, time))
        }
    }
}

/// Whether a time belongs to what the verb before it takes, and nothing is done after it: 控制在十分钟以内,
/// 持48小时内证明, 做好年底前各项工作; or says what lies ahead in general: 引领未来五年发展.
fn lasts(sight: &Sight<'_, '_>, unit: &Unit, time: &Found<Time>) -> bool {
    let before = sight.reading.between(unit.span.start, time.span.start).trim_end_matches(UNTIL);
    let takes = sight.words.kinds_ending(unit.span.start + before.len() as u32);
    let within = time.value.relation == Some(TimeRelation::Within);
    let length = within && time.value.value.as_deref().is_some_and(|v| v.starts_with('P'));
    let bounds = !length || time.value.text.ends_with(['内', '期', '间']);
    let doing = bounds && (sight.words.kinds_at(time.span.end).any(DOING) || !length && time.span.end >= unit.span.end);
    takes.has(Kind::Action) && !takes.any(&[Kind::Manner, Kind::Obligation]) && !doing
        || !bounds && !opens(sight, unit, time)
        || length && before.ends_with('持')
}

/// Whether a day is one on which something is to be done: 请于5月8日报到.
fn is_day(sight: &Sight<'_, '_>, time: &Found<Time>) -> bool {
    let day = time.value.value.as_deref().is_some_and(|v| v.len() >= "---27".len() && !v.contains('/'));
    // 考核定于|5月8日|进行: what is told, no 于 of its own.
    let on = sight.words.ending_at(time.span.start).is_some_and(|w| matches!(sight.reading.slice(w.span), "于" | "在"));
    day && on && sight.words.kinds_at(time.span.end).any(DOING)
}

/// Whether a time is one in which something can be brought to an end: 2027年, 本月, 当日, not 近期, 每年.
fn is_span(sight: &Sight<'_, '_>, time: &Found<Time>) -> bool {
    let word = sight.words.at(time.span.start).filter(|w| w.kinds.has(Kind::TimeWord));
    let ends = ['年', '月', '周', '季', '期', '度', '底', '末', '旬', '日', '天'];
    let each = time.value.text.starts_with('每');
    !each && (time.value.value.is_some() || word.is_some() && time.value.text.ends_with(ends))
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
    let lead = sight.reading.between(clause.start, time.span.start);
    let kinds = sight.words.kinds_ending(clause.start + lead.trim_end_matches(UNTIL).len() as u32);
    let (until, opens) = (lead.ends_with(UNTIL), opens(sight, unit, time));
    let demanded = kinds.any(&[Kind::Obligation, Kind::Manner]) && !lead.trim_end_matches(UNTIL).is_empty();
    // 下半年要抓好收尾, 2027年要抓好收尾: the part of a year or the year by its number that opens a demand bounds it.
    let part = opens && (PARTS.iter().any(|p| time.value.text.ends_with(p)) || time.value.text.starts_with(|c: char| c.is_ascii_digit()));
    if part && sight.words.kinds_at(time.span.end).has(Kind::Obligation) {
        return true;
    }
    // 党代会提出的到2027年建成…的目标: an attribute.
    if !(until || demanded || opens) || lead.trim_end_matches(UNTIL).ends_with('的') {
        return false;
    }
    // 力争到2027年使水质全面好转, 确保8月底好转: whatever is told.
    let ensured = time.value.relation.is_none() && kinds.has(Kind::Obligation) && kinds.has(Kind::Action);
    if (opens || demanded) && lead.ends_with('到') || demanded && ensured {
        return true;
    }
    // 2027年全面建成后: that is when what follows begins.
    if sight.reading.slice(clause).ends_with('后') {
        return false;
    }
    // 2027年出台的办法: the verb belongs to an attribute.
    let ends = |w: Token| w.kinds.has(Kind::Finish) && !sight.reading.after(w.span.end).starts_with('的');
    let finishes = |span: Span| sight.words.within(Span::new(span.start.max(time.span.end), span.end)).iter().any(ends);
    // 到2027年，要建成…: what is to end may stand in the next clause.
    let alone = clause.end <= time.span.end + LETTER;
    finishes(clause)
        || until && alone && time.value.relation.is_none() && finishes(self::clause(sight, unit, (clause.end + LETTER).min(unit.span.end)))
}

/// The longest deed before which something is due, in bytes: ten characters.
const MAX_DEED: u32 = 30;

/// How many clauses of a unit may tell before which deed it is due.
const CLAUSES: usize = 3;

/// The deed before which a unit is due, after 在 or where it opens a clause: 在|参加培训前, 会前.
fn before_deed(sight: &Sight<'_, '_>, unit: &Unit) -> Option<Time> {
    let found = sight.clauses(unit.span).take(CLAUSES).find_map(|(clause, _)| deed(sight, clause))?;
    let text = sight.reading.slice(found).into();
    let relation = Some(TimeRelation::Before);
    Some(Time { text, span: found, value: None, part_of_day: None, clock: None, relation, resolved: None })
}

fn deed(sight: &Sight<'_, '_>, clause: Span) -> Option<Span> {
    let text = sight.reading.slice(clause);
    let at = text.find('前')?;
    let (end, stem) = (clause.start + at as u32 + LETTER, clause.start + text[..at].trim_end_matches(['之', '以']).len() as u32);
    let does = || end == clause.end || sight.words.kinds_at(end).any(DOING);
    if sight.words.goes_on_at(end) || sight.reading.after(end).starts_with('的') {
        return None;
    }
    if let Some(word) = sight.words.ending_at(end).filter(|w| w.span.start < stem) {
        // 会前要通气: the word itself.
        let itself = word.span.start == clause.start && word.kinds.has(Kind::Turn) && word.kinds.has(Kind::Connective);
        return (itself && does()).then_some(word.span);
    }
    let deed = |start: u32| Span::new(start, stem.max(start));
    let words = sight.words.within(deed(clause.start));
    let lead = words.iter().rfind(|w| sight.reading.slice(w.span) == "在").map(|w| w.span.end);
    let start = lead.unwrap_or(glance(sight, clause).open);
    let words = sight.words.within(deed(start));
    // 谋划超前, 减少事前审批, 走在前: no deed ends before 前.
    let whole = sight.words.ending_at(stem).is_some_and(|w| !sight.reading.slice(w.span).ends_with('在'));
    let plain = whole
        && stem > start
        && stem - start <= MAX_DEED
        && !words.iter().any(|w| w.kinds.any(&[Kind::Obligation, Kind::Prohibition, Kind::Say]));
    let acts = |w: Token| w.kinds.has(Kind::Action) && (lead.is_some() || w.span.start == start);
    (plain && (lead.is_some() || does()) && words.iter().any(acts)).then(|| Span::new(start, end))
}
