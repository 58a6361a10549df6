//! Times of day: 8时30分, 18：00, 下午3点半.

use super::super::Reading;
use super::super::number::{Form, Number};
use super::cursor::Cursor;
use crate::lexicon::Kind;

/// What joins the two ends of a range.
const TO: &[&str] = &["至", "到", "——", "—", "－", "-", "–", "～", "~", "―", "─"];

/// What shows that 九点 or 18时 is a time of day where no date stands before it.
const AFTER: &[&str] = &["前", "之前", "以前", "后", "之后", "以后", "起", "整", "许", "准时", "开始", "左右"];

/// What stands before the time of day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Near {
    /// A date.
    pub(super) date: bool,
    /// A part of the day that ends past noon (下午, 晚上).
    pub(super) late: bool,
    /// Any part of the day.
    pub(super) part: bool,
}

/// A time of day, as `18:00`, with the cursor after it.
struct Clock {
    hour: u32,
    minute: u32,
    /// Whether it is written in figures with a colon.
    figures: bool,
    /// Whether it has minutes, or 半.
    minutes: bool,
    form: Form,
}

/// The time of day, or range of two, at the cursor: its value and where it ends.
pub(super) fn read(reading: &Reading<'_>, c: Cursor<'_>, near: Near) -> Option<(String, usize)> {
    let start = c.gap();
    let (clock, mut end) = one(start)?;
    if !likely(reading, start, end, &clock, near) {
        return None;
    }
    let mut value = write(&clock, near.late);
    if let Some((second, after)) = end.gap().eat_any(TO).map(Cursor::gap).and_then(one) {
        let late = near.late && second.hour < 12;
        value = format!("{value}/{}", write(&second, late));
        end = after;
    }
    Some((value, end.at()))
}

fn write(clock: &Clock, late: bool) -> String {
    let hour = if late && clock.hour < 12 { clock.hour + 12 } else { clock.hour };
    format!("{hour:02}:{:02}", clock.minute)
}

fn one(c: Cursor<'_>) -> Option<(Clock, Cursor<'_>)> {
    let (hour, after) = c.number().filter(|(n, _)| n.value <= 24 && n.digits <= 3)?;
    let clock = |minute, figures, minutes| Clock { hour: hour.value, minute, figures, minutes, form: hour.form };
    if hour.form == Form::Arabic {
        if let Some(colon) = after.eat_any(&["：", ":", "∶"]) {
            let (minute, mut end) = colon.number().filter(|(n, _)| is_figures(*n) && n.digits == 2)?;
            if let Some((_, after)) = end.eat_any(&["：", ":"]).and_then(Cursor::number).filter(|(n, _)| is_figures(*n)) {
                end = after;
            }
            // 19:00时, but not 19:00时段.
            let unit = end.eat_any(&["时", "分"]).filter(|unit| !shadowed_unit(*unit));
            return Some((clock(minute.value, true, true), unit.unwrap_or(end)));
        }
    }
    let after = after.gap().eat_any(&["点钟", "点", "时"])?;
    if let Some(end) = after.eat_any(&["半"]) {
        return Some((clock(30, false, true), end));
    }
    if let Some((quarters, end)) = after.number().and_then(|(n, a)| Some((n, a.eat("刻")?))) {
        return (quarters.value <= 3).then_some((clock(15 * quarters.value, false, true), end));
    }
    if let Some((minute, end)) = after.gap().number().and_then(|(n, a)| Some((n, a.gap().eat("分")?))) {
        if minute.value < 60 {
            let end = end.eat_any(&["许", "左右"]).unwrap_or(end);
            return Some((clock(minute.value, false, true), end));
        }
    }
    Some((clock(0, false, false), after.eat_any(&["整", "许", "左右"]).unwrap_or(after)))
}

/// Whether a unit that ends here goes on as another word: 时段, 分钟.
fn shadowed_unit(c: Cursor<'_>) -> bool {
    c.peek().is_some_and(|next| matches!(next, '段' | '间' | '期' | '钟' | '别'))
}

fn is_figures(number: Number) -> bool {
    number.form == Form::Arabic && number.value < 60
}

/// Whether a time of day stands here and no ratio (1：10) or count (三点要求).
fn likely(reading: &Reading<'_>, start: Cursor<'_>, end: Cursor<'_>, clock: &Clock, near: Near) -> bool {
    let counts = |c: Cursor<'_>| reading.tokens.kinds_at(c.at() as u32).any(&[Kind::Say, Kind::DocumentForm, Kind::Encouragement]);
    if clock.figures {
        let han = start.before().is_some_and(|b| b.is_alphanumeric() && !matches!(b, '于' | '在' | '至' | '到' | '从' | '自' | '起'));
        let longer = end.peek().is_some_and(|n| n.is_ascii_alphanumeric() || matches!(n, ':' | '：' | '.' | '%'));
        return (near.date || near.part || !han && !matches!(start.before(), Some('.' | ':' | '：' | '-'))) && !longer;
    }
    // 四点半成品 and 三点要求 count; so does 二时 within 二时期.
    if shadowed(reading, end) {
        return false;
    }
    if near.part || near.date {
        let bare = !clock.minutes && (clock.form == Form::Chinese || !near.part);
        return !(bare && counts(end));
    }
    let marked = end.eat_any(AFTER).is_some_and(|after| !shadowed(reading, end) && !counts(after)) || ends_mark(end, reading);
    if clock.minutes {
        // 八时三十分 is plain; 四点半 needs its end.
        return clock.form == Form::Arabic && end.before() == Some('分') || marked || closes(end);
    }
    let at = start.before().is_some_and(|b| matches!(b, '于' | '在' | '至' | '到'));
    marked && (at || clock.form == Form::Arabic) || clock.form == Form::Arabic && end.before() == Some('时') && closes(end)
}

/// Whether 整 or 许 closes the time of day.
fn ends_mark(end: Cursor<'_>, _reading: &Reading<'_>) -> bool {
    matches!(end.before(), Some('整' | '许'))
}

/// Whether a mark or the end of the text stands here.
fn closes(c: Cursor<'_>) -> bool {
    c.peek().is_none_or(|n| !n.is_alphanumeric())
}

/// Whether a longer word takes in the last character of the time of day: the 时 of 时期.
fn shadowed(reading: &Reading<'_>, end: Cursor<'_>) -> bool {
    let Some(last) = end.before() else { return false };
    super::relation::is_shadowed(reading, end.at() - last.len_utf8(), end.at())
}
