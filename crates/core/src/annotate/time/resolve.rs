//! From what the text states to a full date, by the text's own date or the caller's.

use super::super::{Found, Reading};
use super::Draft;
use super::calendar;
use super::value::{Partial, Value};
use super::word::{self, Meaning};
use crate::document::{Brief, Time, TimeRelation};
use crate::lexicon::Kind;
use crate::options::Date;
use crate::span::Span;

/// How long after a meeting its report may come out for the report's year to be the meeting's, in days.
const REPORT_DELAY: i64 = 92;

/// How long before the report a meeting of the year before may have been, in days.
const TURN_OF_YEAR: i64 = 31;

/// A bare date further ahead of the text than this lies in the year before, in days.
const AHEAD: i64 = 180;

/// The longest bracket that states a text's date and place, in bytes.
const MAX_STATED: u32 = 90;

/// How far from the top a bracket with a date still tells when a speech was given, in bytes.
const MAX_HEAD: usize = 400;

/// What dates of a text are resolved by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Context {
    /// The text's own date: its publication line, signature or dateline.
    pub(crate) own: Option<Date>,
    /// The day of its dateline, as far as it states it: the 11月30日 of 新华社北京11月30日电.
    pub(crate) dateline: Option<Partial>,
    /// The caller's reference date.
    pub(crate) reference: Option<Date>,
}

impl Context {
    /// The date that the text is read as of.
    fn date(self) -> Option<Date> {
        self.own.or(self.reference)
    }

    /// The day that 今天 is.
    fn today(self) -> Option<Date> {
        match (self.dateline, self.date()) {
            (Some(line), Some(date)) => point(line, date, None).and_then(Partial::date),
            (Some(line), None) => line.date(),
            (None, date) => date,
        }
    }
}

impl Reading<'_> {
    /// The time with the year that the text itself states for its dates (发布时间, 署名下的日期, 电头), in its value.
    ///
    /// A meeting's date takes that year: 11月30日 under 发布时间：2017-12-01 was on 2017-11-30, and so does 今天.
    /// The caller's reference date gives none, nor does the year in a name (2023年春季学期…会议).
    pub(crate) fn dated(&self, time: &Time) -> Time {
        let mut time = time.clone();
        let context = self.time_context;
        let anchor = self.anchor(&time);
        if let (Some(Meaning::Day(Some(_))), None) = (anchor, &time.value) {
            // 今天 without a year in the dateline is still its month and day, and 昨天 the day before.
            time.value = context.own.and(time.resolved.clone()).or_else(|| match anchor {
                Some(Meaning::Day(Some(offset))) => context.dateline.and_then(|day| day.in_month(offset)).map(|day| day.iso().into()),
                _ => None,
            });
            return time;
        }
        if let (Some(own), Some(resolved)) = (context.own, time.resolved.clone()) {
            let last = resolved.rsplit('/').next().and_then(Partial::parse).and_then(Partial::date);
            let near = last.is_some_and(|d| {
                let delay = calendar::number(own) - calendar::number(d);
                (-1..=if d.year == own.year { REPORT_DELAY } else { TURN_OF_YEAR }).contains(&delay)
            });
            if near && time.value.is_some() {
                time.value = Some(resolved);
            }
        }
        time
    }

    /// Whether a time can be the date of an event: a day, a range of days, a part of the day, 今天, 近日; no year,
    /// month, length of time or bound (5月底前).
    pub(crate) fn tells_day(&self, time: &Time) -> bool {
        match (&time.value, self.anchor(time)) {
            (Some(value), _) => value.split('/').all(|side| Partial::parse(side).is_some_and(|p| p.day.is_some())),
            (None, Some(Meaning::Day(_) | Meaning::Weekday(_) | Meaning::Vague)) => time.relation.is_none(),
            (None, None) => time.relation.is_none() && (time.part_of_day.is_some() || time.clock.is_some()),
            _ => false,
        }
    }

    /// Whether a time is told from the day of the text: 今天, 昨日上午.
    pub(crate) fn tells_own_day(&self, time: &Time) -> bool {
        matches!(self.anchor(time), Some(Meaning::Day(Some(_))))
    }

    /// Whether a time takes up the day told before: 当天上午.
    pub(crate) fn tells_same_day(&self, time: &Time) -> bool {
        matches!(self.anchor(time), Some(Meaning::Day(None)))
    }

    /// What the word at the head of a time means.
    fn anchor(&self, time: &Time) -> Option<Meaning> {
        let token = self.tokens.at(time.span.start).filter(|t| time.span.contains(t.span))?;
        word::of(self.slice(token.span))
    }
}

/// The day of the week that a time states and the one that its date is, where they differ: 1 is Monday.
///
/// Only a full date can be checked: of 5月18日（星期三） nobody knows the year.
pub(crate) fn weekday_mismatch(time: &Time) -> Option<(u8, u8)> {
    let date = time.value.as_deref().and_then(Partial::parse).and_then(Partial::date)?;
    let at = ["星期", "礼拜", "周"].iter().find_map(|w| time.text.find(w).map(|at| at + w.len()))?;
    let stated = match time.text[at..].chars().next()? {
        '日' | '天' => 7,
        c => "一二三四五六".chars().position(|d| d == c)? as u8 + 1,
    };
    let actual = calendar::weekday(date);
    (stated != actual).then_some((stated, actual))
}

/// The date that the text states as its own.
pub(super) fn context(reading: &Reading<'_>, drafts: &[Draft]) -> Context {
    let mut context = Context { own: reading.published, dateline: None, reference: reading.options.reference_date };
    for draft in drafts {
        let Value::Point(point) = draft.value else { continue };
        let after = &reading.text[draft.end..];
        // 新华社北京11月30日电.
        if point.day.is_some() && draft.clock.is_none() && after.trim_start().starts_with(['电', '讯']) {
            context.dateline.get_or_insert(point);
            context.own = context.own.or(point.date());
        }
        if context.own.is_none() && point.date().is_some() && (signed(reading, draft) || stated(reading, draft) || labelled(reading, draft))
        {
            context.own = point.date();
        }
    }
    context
}

/// Whether a date gives its line, or ends or begins one that is no sentence: a signature's, one under a title,
/// 青山市水务局办公室2012年5月18日印发.
fn signed(reading: &Reading<'_>, draft: &Draft) -> bool {
    let line = reading.segments.line(draft.start as u32).content;
    let text = reading.slice(line);
    if line.len() > MAX_STATED || draft.end > line.end as usize || text.contains(['，', '。', '；', '：', '《', '、']) {
        return false;
    }
    let before = reading.between(line.start, draft.start as u32);
    let after = reading.between(draft.end as u32, line.end);
    let apart = |c: char| !c.is_alphanumeric();
    let body = || reading.tokens.kinds_ending(draft.start as u32).has(Kind::OrganizationSuffix);
    (before.is_empty() || before.ends_with(apart) || body()) && (after.is_empty() || after.starts_with(apart) || after.starts_with('印'))
}

/// Whether a label of the page stands before a date, in a line that holds the whole text: 发布时间：2012-05-18.
fn labelled(reading: &Reading<'_>, draft: &Draft) -> bool {
    let before = reading.text[..draft.start].trim_end().strip_suffix(['：', ':']);
    before.is_some_and(|b| draft.start < MAX_HEAD && reading.tokens.kinds_ending(b.len() as u32).has(Kind::Furniture))
}

/// Whether a date tells where or when the text was given or printed: （2012年5月18日，北京）, （2012年5月18日 02版）.
fn stated(reading: &Reading<'_>, draft: &Draft) -> bool {
    let Some(pair) = reading.segments.pairs.around(draft.start as u32).filter(|p| p.is_bracket() && p.span.len() <= MAX_STATED) else {
        return false;
    };
    let before = reading.text.get(pair.inner.start as usize..draft.start).unwrap_or_default();
    let after = reading.text.get(draft.end..pair.inner.end as usize).unwrap_or_default();
    let line = reading.segments.line_at(draft.start as u32);
    let opens = reading.segments.lines.get(line).is_some_and(|l| l.content.start == pair.span.start) || draft.start < MAX_HEAD;
    after.trim_end().ends_with('版') || before.trim().is_empty() && opens && (after.is_empty() || after.starts_with('，'))
}

/// The times of the drafts, resolved.
pub(super) fn finish(reading: &Reading<'_>, mut drafts: Vec<Draft>, context: Context) -> Vec<Found<Time>> {
    /// After so many drafts their room is given back, as the times of a long text take as much.
    const SHARE: usize = 4096;
    let mut times = Vec::with_capacity(drafts.len());
    while let Some(draft) = drafts.pop() {
        if drafts.len() % SHARE == 0 {
            drafts.shrink_to_fit();
        }
        let span = Span::of(draft.start, draft.end);
        let value = Time {
            text: reading.slice(span).into(),
            span,
            value: draft.value.iso().map(Brief::from),
            part_of_day: draft.part_of_day.map(|s| reading.slice(s).into()),
            resolved: resolved(reading, &draft, context).and_then(|v| v.iso()).map(Brief::from),
            clock: draft.clock.map(Brief::from),
            relation: draft.relation,
        };
        times.push(Found { span, rule: draft.rule, value });
    }
    times.reverse();
    times
}

fn resolved(reading: &Reading<'_>, draft: &Draft, context: Context) -> Option<Value> {
    let date = context.date();
    match draft.anchor {
        Some(Meaning::Year(offset)) => {
            let year = shifted(date?.year, offset?)?;
            return Some(in_year(&draft.value, year));
        }
        Some(Meaning::Years(from, to)) => {
            let year = date?.year;
            return Some(Value::Range(Partial::year(shifted(year, from)?), Partial::year(shifted(year, to)?)));
        }
        Some(Meaning::Month(offset)) => return in_month(&draft.value, date?, offset?),
        Some(Meaning::Day(offset)) => return Some(Value::Point(calendar::plus(context.today()?, offset?)?.into())),
        Some(Meaning::Edge | Meaning::Inside) => return edge(reading, draft, date?),
        Some(Meaning::Each) => return None,
        Some(Meaning::Weekday(day)) => return weekday(reading, draft, day, context.today()?),
        _ => {}
    }
    match draft.value {
        Value::Point(p) if p.year.is_none() => point(p, date?, draft.relation).map(Value::Point),
        Value::Range(a, b) if a.year.is_none() => {
            let date = date?;
            // 上半年 is of the text's year; 12月24日至25日 is the one that lies behind it.
            let start = if a.day.is_some() { point(a, date, draft.relation)? } else { Partial { year: Some(date.year), ..a } };
            let mut end = Partial { year: b.year.or(start.year), month: b.month.or(start.month), ..b };
            if (end.month, end.day) < (start.month, start.day) && b.year.is_none() && b.month.is_some() {
                end.year = shifted(start.year?, 1);
            }
            Some(Value::Range(start, end))
        }
        _ => None,
    }
}

/// The date of 本周五, 上周三, 下周一 in the week of `date`; of 周五 alone nobody knows the week.
fn weekday(reading: &Reading<'_>, draft: &Draft, day: u8, date: Date) -> Option<Value> {
    let week = match reading.text.get(draft.start..draft.end)?.chars().next()? {
        '本' | '这' => 0,
        '上' => -7,
        '下' => 7,
        _ => return None,
    };
    let offset = week + i16::from(day) - i16::from(calendar::weekday(date));
    Some(Value::Point(calendar::plus(date, offset)?.into()))
}

/// `value` in `year`: 今年, 今年5月, 今年上半年.
fn in_year(value: &Value, year: u16) -> Value {
    let set = |p: Partial| Partial { year: p.year.or(Some(year)), ..p };
    match *value {
        Value::Point(p) => Value::Point(set(p)),
        Value::Range(a, b) => Value::Range(set(a), set(b)),
        _ => Value::Point(Partial::year(year)),
    }
}

/// `value` in the month so many months from `date`'s: 本月, 上月27日.
fn in_month(value: &Value, date: Date, offset: i16) -> Option<Value> {
    let months = i32::from(date.year) * 12 + i32::from(date.month) - 1 + i32::from(offset);
    let front = Partial { year: u16::try_from(months / 12).ok(), month: u8::try_from(months % 12 + 1).ok(), day: None };
    Some(match *value {
        Value::Point(p) => Value::Point(p.after_all(front)),
        Value::Range(a, b) => Value::Range(a.after_all(front), b.after_all(front)),
        _ => Value::Point(front),
    })
}

/// 年底 is December of the text's year, 月底 its month, 年内 its year.
fn edge(reading: &Reading<'_>, draft: &Draft, date: Date) -> Option<Value> {
    let text = &reading.text[draft.start..draft.end];
    let year = Partial::year(date.year);
    let month = |month: u8| Value::Point(Partial { month: Some(month), ..year });
    Some(if text.starts_with('月') {
        month(date.month)
    } else if text.starts_with("年内") {
        Value::Point(year)
    } else if text.starts_with("年初") {
        month(1)
    } else if text.starts_with(['年', '岁']) && !text.starts_with("年中") {
        month(12)
    } else {
        return None;
    })
}

/// The date, or month, that `p` without its year is in a text of `date`.
fn point(p: Partial, date: Date, relation: Option<TimeRelation>) -> Option<Partial> {
    let ahead = matches!(relation, Some(TimeRelation::Before | TimeRelation::Within | TimeRelation::After));
    let Some(month) = p.month else {
        // 27日 on the 1st was last month; 25日前 on the 27th is next month.
        let day = p.day?;
        let offset = match (ahead, day > date.day.saturating_add(1), day < date.day) {
            (false, true, _) => -1,
            (true, _, true) => 1,
            _ => 0,
        };
        return match in_month(&Value::Point(p), date, offset)? {
            Value::Point(p) => Some(p),
            _ => None,
        };
    };
    let mut year = date.year;
    if month <= 2 && date.month >= 11 {
        year = shifted(year, 1)?;
    } else if !ahead && calendar::number(first_day(year, month)?) - calendar::number(date) > AHEAD
        || !ahead && month >= 11 && date.month <= 2
    {
        year = shifted(year, -1)?;
    }
    Some(Partial { year: Some(year), ..p })
}

fn first_day(year: u16, month: u8) -> Option<Date> {
    Date::new(year, month, 1)
}

fn shifted(year: u16, offset: i16) -> Option<u16> {
    year.checked_add_signed(offset).filter(|&y| y > 0)
}

impl From<Date> for Partial {
    fn from(date: Date) -> Self {
        Self { year: Some(date.year), month: Some(date.month), day: Some(date.day) }
    }
}
