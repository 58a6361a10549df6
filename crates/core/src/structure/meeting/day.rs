//! On which day a meeting was: what a sentence leaves to those before it (当天下午, 22日 of 5月20日至22日).

use super::event::Event;
use super::scan;
use super::{Draft, same};
use crate::annotate::{Found, Reading};
use crate::document::{Brief, Time, TimeRelation};
use crate::lexicon::Kind;
use crate::span::Span;

/// How many times back the day is looked for that 当天 or a bare 下午 belongs to.
const BACK: usize = 64;

/// The time at `span` as the date of an event: with the year that the text states for itself, and with the day that
/// an earlier sentence tells where this one only says 当天下午 or 22日.
pub(super) fn dated(reading: &Reading<'_>, span: Span) -> Option<Time> {
    let at = index(reading, span)?;
    let own = &reading.times.get(at)?.value;
    let mut time = reading.dated(own);
    if let Some(range) = listed(reading, at) {
        time.value = Some(range);
    } else if time.value.is_none() && follows(reading, own) {
        time.value = told_before(reading, at);
    } else if let Some(day) = time.value.as_deref().and_then(|v| v.strip_prefix("---")).filter(|d| !d.contains('/')) {
        let whole = reading.times[..at].iter().rev().take(BACK).find_map(|t| holding(&reading.dated(&t.value), day));
        time.value = whole.or(time.value);
    }
    Some(time)
}

/// The days from the first to the last of two that a list tells: 8月25日、27日.
fn listed(reading: &Reading<'_>, at: usize) -> Option<Brief> {
    let (first, last) = (reading.times.get(at.checked_sub(1)?)?, reading.times.get(at)?);
    let told = reading.dated(&first.value);
    let from = told.value.as_deref().filter(|_| is_one_day(&told) && reading.between(first.span.end, last.span.start) == "、")?;
    let day = last.value.value.as_deref()?.strip_prefix("---").filter(|d| d.len() == 2)?;
    Some(format!("{from}/{}{day}", from.get(..from.len() - 2)?).into())
}

/// The time of an event, on the day of `day` where its own words tell only a part of it, or where it has none.
pub(super) fn on(reading: &Reading<'_>, own: Option<Span>, day: Option<Span>) -> Option<Time> {
    let told = day.and_then(|span| dated(reading, span));
    let Some(mut time) = own.and_then(|span| dated(reading, span)) else {
        return told.map(|t| Time { part_of_day: None, clock: None, ..t });
    };
    if time.value.is_none() && follows(reading, &time) {
        time.value = told.filter(is_one_day).and_then(|t| t.value);
    }
    Some(time)
}

/// Whether `other` tells the part of the day that `own` leaves out: 22日下午4时 of 5月22日.
fn is_fuller(reading: &Reading<'_>, own: Span, other: Span) -> bool {
    let (Some(own), Some(other)) = (dated(reading, own), dated(reading, other)) else { return false };
    own.value.is_some() && own.value == other.value && own.part_of_day.is_none() && other.part_of_day.is_some()
}

/// Whether `other`, told of the same meeting, goes further than `own`: it tells the day, or the part of it.
pub(super) fn goes_further(reading: &Reading<'_>, own: Span, other: Span) -> bool {
    let (Some(first), Some(second)) = (dated(reading, own), dated(reading, other)) else { return false };
    let part = is_one_day(&first) && first.part_of_day.is_none() && second.part_of_day.is_some() && follows(reading, &second);
    first.value.is_none() && second.value.is_some() || part || is_fuller(reading, own, other)
}

/// How many times after the day of a meeting are looked at for the hour at which people came to it.
const AHEAD: usize = 16;

/// The time at which people come to a meeting of the day at `own`: 22日下午4时，林晓峰来到会议中心.
pub(super) fn arrival(reading: &Reading<'_>, own: Span) -> Option<Span> {
    let from = index(reading, own)? + 1;
    let arrives = |t: &Found<Time>| {
        let sentence = reading.segments.sentence(t.span.start).content;
        let rest = Span::new(t.span.end, sentence.end.max(t.span.end));
        sentence.start == t.span.start && reading.tokens.any(rest, &[Kind::Arrive])
    };
    let told = reading.times[from..].iter().take(AHEAD).filter(|t| t.value.part_of_day.is_some());
    told.filter(|t| is_fuller(reading, own, t.span)).find(|t| arrives(t)).map(|t| t.span)
}

/// The value of the time at `span`.
pub(super) fn value(reading: &Reading<'_>, span: Span) -> Option<Brief> {
    dated(reading, span).and_then(|t| t.value)
}

/// Whether an event that somebody convenes is another sitting than those already read: 当天下午，又召开… after 上午.
pub(super) fn another_sitting(reading: &Reading<'_>, drafts: &[Draft], event: &Event) -> bool {
    let Some(span) = event.time.filter(|_| event.subject.is_some()) else { return false };
    let Some(own) = index(reading, span).map(|at| &reading.times[at].value).filter(|t| follows(reading, t)) else { return false };
    let Some(part) = own.part_of_day.as_deref() else { return false };
    let opens = super::opens_sentence(reading, span);
    let named = |d: &Draft| !event.name.is_bare() && reading.slice(d.event.name.span) == reading.slice(event.name.span);
    opens
        && !drafts.iter().any(named)
        && drafts.iter().all(|d| {
            d.event.time.is_some_and(|t| {
                let theirs = index(reading, t).and_then(|at| reading.times[at].value.part_of_day.as_deref());
                // 3月2日 for the whole, then 当天上午 for a part of it, unless the evening's meeting has a name of its own.
                let part_of_it = reading.tells_same_day(own);
                theirs.map_or(part_of_it || !event.name.is_bare() && !same(reading, &d.event, event), |theirs| theirs != part)
            })
        })
}

/// The day that the times before the one at index `at` tell last; none where the same line goes on to 今天.
fn told_before(reading: &Reading<'_>, at: usize) -> Option<Brief> {
    let line = |t: &Found<Time>| reading.segments.line_at(t.span.start);
    let opens = |t: &Found<Time>| {
        let prose = reading.segments.lines.get(line(t)).map(|l| scan::after_dateline(reading, l.span));
        let first = scan::clause_start(reading, t.span.start, 0) == t.span.start || prose == Some(t.span.start);
        first && reading.segments.pairs.around(t.span.start).is_none()
    };
    let mut own_day = None;
    for told in reading.times[..at].iter().rev().take(BACK).filter(|t| opens(t)) {
        if reading.tells_own_day(&told.value) {
            own_day = Some(line(told));
        } else if is_one_day(&told.value) && reading.tells_day(&told.value) {
            let day = Some(reading.dated(&told.value)).filter(|_| own_day != Some(line(told)))?;
            return Some(day).filter(is_one_day)?.value;
        }
    }
    None
}

fn index(reading: &Reading<'_>, span: Span) -> Option<usize> {
    Some(reading.times.first_from(span.start)).filter(|&at| reading.times.get(at).is_some_and(|t| t.span.start == span.start))
}

/// Whether a time leaves its day to what was told before: 当天上午, 下午3时.
fn follows(reading: &Reading<'_>, time: &Time) -> bool {
    let bare = time.part_of_day.as_deref().is_some_and(|part| time.text.starts_with(part));
    time.value.is_none() && time.relation.is_none() && (bare || reading.tells_same_day(time))
}

/// Whether a time states one day and not a length of days.
fn is_one_day(time: &Time) -> bool {
    time.relation.is_none() && time.value.as_deref().is_some_and(|v| !v.contains('/') && has_day(v))
}

fn has_day(value: &str) -> bool {
    value.starts_with("---")
        || value.rsplit('-').next().is_some_and(|d| d.len() == 2) && value.matches('-').count() >= 2 && value.len() > "--05".len()
}

/// The date with the day `day` in a date or range that holds it: 22 in --05-20/--05-22 is --05-22.
fn holding(time: &Time, day: &str) -> Option<Brief> {
    let over = time.relation.is_none() || time.relation == Some(TimeRelation::During);
    let value = time.value.as_deref().filter(|v| over && !v.starts_with("---"))?;
    let (from, to) = value.split_once('/').unwrap_or((value, value));
    let (month, first) = from.rsplit_once('-').filter(|(m, _)| m.len() >= "--05".len())?;
    let (until, last) = to.rsplit_once('-')?;
    let number = |d: &str| d.parse::<u8>().ok();
    let (first, last, day_number) = (number(first)?, number(last)?, number(day)?);
    let within = month == until && (first..=last).contains(&day_number);
    within.then(|| format!("{month}-{day}").into())
}

#[cfg(test)]
mod tests {
    fn dates(text: &str) -> Vec<String> {
        let show = |t: crate::Time| format!("{}{}", t.value.unwrap_or_default(), t.part_of_day.unwrap_or_default());
        crate::parse(text).map(|d| d.meetings.into_iter().map(|m| m.time.map(show).unwrap_or_default()).collect()).unwrap_or_default()
    }

    #[test]
    fn a_part_of_the_day_takes_the_day_told_before() {
        let text = "3月2日，市长林晓峰到白云区调研防汛工作。下午，林晓峰主持召开防汛工作座谈会。";
        assert_eq!(dates(text), ["--03-02下午"]);
        let text = "5月20日至22日，市长林晓峰在白云区调研防汛工作。22日下午，林晓峰主持召开防汛工作座谈会。";
        assert_eq!(dates(text), ["--05-22下午"]);
        let text = "5月20日，市长林晓峰在白云区调研防汛工作。22日下午，林晓峰主持召开防汛工作座谈会。";
        assert_eq!(dates(text), ["---22下午"]);
    }

    #[test]
    fn a_day_can_have_several_sittings() {
        let text = "3月2日上午，青山管理局召开防汛工作会议。局长林晓峰主持会议。\n当天下午，青山管理局召开防汛物资调度会，研究物资储备。";
        assert_eq!(dates(text), ["--03-02上午", "--03-02下午"]);
        let text = "3月2日上午，青山管理局召开防汛工作会议。会议由局长林晓峰主持。下午，与会人员参观了白云水库。";
        assert_eq!(dates(text), ["--03-02上午"]);
    }

    #[test]
    fn the_hour_of_coming_gives_the_part_of_the_day() {
        let lead = "市长林晓峰5月22日在青山宾馆主持召开外国专家座谈会并讲话。";
        assert_eq!(dates(&format!("{lead}\n22日下午4时，林晓峰来到会议中心，同专家握手。")), ["--05-22下午"]);
        assert_eq!(dates(&format!("{lead}\n23日下午，林晓峰来到白云区调研。")), ["--05-22"]);
        assert_eq!(dates(&format!("{lead}\n22日下午，专家们离开青山。")), ["--05-22"]);
    }

    #[test]
    fn a_vague_day_gives_way_to_the_one_told_later() {
        let text = "市长林晓峰近日在白云村主持召开农业座谈会并讲话。林晓峰于4月25日召开这次座谈会，同村民交流。";
        assert_eq!(dates(text), ["--04-25"]);
    }
}
