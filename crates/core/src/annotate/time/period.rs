//! Lengths of time (三日内) and plan periods (“十二五”时期).

use super::super::Reading;
use super::super::number::Form;
use super::cursor::Cursor;
use super::relation;
use super::value::{Partial, Value};
use crate::document::TimeRelation;

/// The units of a length of time, with the letters of ISO 8601 before and after the number.
const UNITS: &[(&str, &str, &str)] = &[
    ("个工作日", "P", "D"),
    ("工作日", "P", "D"),
    ("个自然日", "P", "D"),
    ("日", "P", "D"),
    ("天", "P", "D"),
    ("个星期", "P", "W"),
    ("星期", "P", "W"),
    ("周", "P", "W"),
    ("个月", "P", "M"),
    ("年", "P", "Y"),
    ("个小时", "PT", "H"),
    ("小时", "PT", "H"),
    ("分钟", "PT", "M"),
];

/// The unit of a length of time at the cursor, with the cursor after it.
fn unit<'t>(c: Cursor<'t>) -> Option<(&'static (&'static str, &'static str, &'static str), Cursor<'t>)> {
    // Most numbers count something else, which one character tells.
    c.peek().filter(|c| matches!(c, '个' | '工' | '日' | '天' | '星' | '周' | '年' | '小' | '分'))?;
    UNITS.iter().find_map(|unit| Some((unit, c.eat(unit.0)?)))
}

/// The longest name of a period after its length, in characters: 黄金救援期.
const MAX_WINDOW: usize = 8;

/// A length of time that bounds what is said: 三日内, 两个月后.
pub(super) fn duration(reading: &Reading<'_>, c: Cursor<'_>) -> Option<(Value, TimeRelation, usize)> {
    if matches!(c.before(), Some('.' | '．' | '第')) {
        return None;
    }
    let (number, after) = c.number()?;
    let after = after.gap();
    let ((unit, before, letter), after) = unit(after)?;
    // 72小时黄金救援期: the time in which it can still be done.
    if let Some(end) = golden(after) {
        return Some((Value::Duration(format!("{before}{}{letter}", number.value)), TimeRelation::Within, end));
    }
    // 2012年内 is a year.
    if *unit == "年" && (number.digits == 4 && number.form != Form::Chinese) {
        return None;
    }
    let (bound, end) = relation::read(reading, after)?;
    let bound = bound.filter(|b| matches!(b, TimeRelation::Within | TimeRelation::After))?;
    // 15日后 is after the 15th, 30年来 a past; 起 and 以来 begin at a day.
    if *unit == "日" && bound == TimeRelation::After
        || after.eat("起").or_else(|| after.eat("以来")).or_else(|| after.eat("开始")).is_some()
    {
        return None;
    }
    Some((Value::Duration(format!("{before}{}{letter}", number.value)), bound, end))
}

/// A period of a stated length that stands by itself as what is limited: 72小时黄金救援期，….
pub(super) fn window(c: Cursor<'_>) -> Option<(Value, usize)> {
    let (number, after) = c.number()?;
    let ((_, before, letter), name) = unit(after.gap())?;
    if c.before().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let rest = name.rest();
    let end = rest.char_indices().take(MAX_WINDOW).find(|(_, ch)| !ch.is_alphanumeric())?.0;
    (rest[..end].ends_with('期') && rest[end..].starts_with('，'))
        .then(|| (Value::Duration(format!("{before}{}{letter}", number.value)), name.at() + end))
}

/// The end of 黄金救援期 and its kin.
fn golden(c: Cursor<'_>) -> Option<usize> {
    let after = c.eat("的").unwrap_or(c).eat("黄金")?;
    let tail = after.rest();
    let end = tail
        .char_indices()
        .take(5)
        .find_map(|(at, _)| ["期", "时间", "时段"].iter().find(|w| tail[at..].starts_with(**w)).map(|w| at + w.len()))?;
    let end = if tail[end..].starts_with('内') { end + "内".len() } else { end };
    (!tail[..end].contains(['，', '。', '、', '；'])).then_some(after.at() + end)
}

/// What stands before a length of time that lies ahead.
const AHEAD: &[&str] = &["未来的", "未来", "今后的", "今后", "接下来的", "接下来"];

/// What stands before a length of time that lies behind.
const BEHIND: &[&str] = &["过去的", "过去", "最近", "近", "这"];

/// What stands before a length of time by which something is done before another.
const EARLIER: &str = "提前";

/// How ends what stands before a length of time in which something is to be done: 用, 力争, 通过.
const TAKING: [char; 3] = ['用', '争', '过'];

/// A length of time that lies ahead (未来五年) or behind (过去三年, 两年来): the value, the relation, start and end.
///
/// What lies ahead is a time in which things are due; what lies behind is none.
pub(super) fn stretch(reading: &Reading<'_>, c: Cursor<'_>, done: usize) -> Option<(Value, Option<TimeRelation>, usize, usize)> {
    let (number, after) = c.number().filter(|(n, _)| n.value < 1000 && n.value > 0)?;
    let after = after.eat_any(&["多", "余"]).unwrap_or(after);
    let front = reading.text.get(done..c.at())?;
    let ((name, before, letter), after) = unit(after)?;
    // 提前三天: by when.
    if front.ends_with(EARLIER) {
        let value = Value::Duration(format!("{before}{}{letter}", number.value));
        return Some((value, Some(TimeRelation::Before), c.at() - EARLIER.len(), after.at()));
    }
    if !matches!(*name, "年" | "个月" | "周" | "天" | "个星期") {
        return None;
    }
    let lead = |words: &'static [&'static str]| words.iter().find(|w| front.ends_with(**w)).map(|w| c.at() - w.len());
    // 一年来往两次, 三天来访: 来 goes with what follows.
    let free = |end: &Cursor<'_>| {
        !relation::is_shadowed(reading, end.at() - "来".len(), end.at())
            && !matches!(end.peek(), Some('往' | '自' | '到' | '访' | '得' | '回' | '校'))
    };
    let since = after.eat_any(&["以来", "来"]).filter(free);
    let value = Value::Duration(format!("{before}{}{letter}", number.value));
    if let Some(start) = lead(AHEAD) {
        let end = after.eat_any(&["之内", "内", "里"]).unwrap_or(after);
        return Some((value, Some(TimeRelation::Within), start, end.at()));
    }
    // 用三年左右时间: as long as it may take.
    if front.ends_with(TAKING) {
        let end = after.eat("左右").unwrap_or(after);
        if let Some(end) = end.eat("的").unwrap_or(end).eat("时间") {
            return Some((value, Some(TimeRelation::Within), c.at(), end.at()));
        }
    }
    let behind = lead(BEHIND).filter(|&start| since.is_some() || !front.ends_with(['近', '这']) || start == c.at());
    match (behind, since) {
        (Some(start), Some(end)) => Some((value, Some(TimeRelation::After), start, end.at())),
        (Some(start), None) => Some((value, None, start, after.eat_any(&["间", "里"]).unwrap_or(after).at())),
        (None, Some(end)) => Some((value, Some(TimeRelation::After), c.at(), end.at())),
        _ => None,
    }
}

/// A decade: 20世纪80年代, 上世纪九十年代末, 80年代; its years where the century is told.
pub(super) fn decade(reading: &Reading<'_>, c: Cursor<'_>, done: usize) -> Option<(Value, Option<TimeRelation>, usize, usize)> {
    let (first, after) = c.number()?;
    let front = reading.text.get(done..c.at())?;
    let (century, start, ten, after) = if let Some(after) = after.eat("世纪") {
        let (ten, after) = after.number()?;
        (u16::try_from(first.value).ok().filter(|n| (1..=21).contains(n)), c.at(), ten.value, after)
    } else if front.ends_with("上世纪") {
        (Some(20), c.at() - "上世纪".len(), first.value, after)
    } else if front.ends_with("本世纪") {
        (Some(21), c.at() - "本世纪".len(), first.value, after)
    } else {
        (None, c.at(), first.value, after)
    };
    let after = after.eat("年代")?;
    let ten = u16::try_from(ten).ok().filter(|t| t % 10 == 0 && (10..=90).contains(t))?;
    let value = century.map_or(Value::Vague, |n| Value::Range(Partial::year((n - 1) * 100 + ten), Partial::year((n - 1) * 100 + ten + 9)));
    let end = after.eat_any(&["中后期", "初期", "中期", "末期", "后期", "初", "末"]).unwrap_or(after);
    let (relation, end) = relation::read(reading, end).unwrap_or((None, end.at()));
    Some((value, relation, start, end))
}

/// The years of a five-year plan (五年规划), by its number.
pub(super) fn plan_years(number: u32) -> Option<(u16, u16)> {
    let start = match number {
        1 => 1953,
        2 => 1958,
        // 1963 to 1965 lay between the second plan and the third.
        3..=40 => 1951 + 5 * u16::try_from(number).ok()?,
        _ => return None,
    };
    Some((start, start + 4))
}

/// The plan period whose number (十二五) starts at the cursor, after its quotation mark if it has one: the
/// value, where it starts and where it ends. Only with 时期 and its kin it says when.
pub(super) fn plan(reading: &Reading<'_>, c: Cursor<'_>) -> Option<(Value, Option<TimeRelation>, usize, usize)> {
    let (number, end) = plan_number(c)?;
    let quoted = c.before() == Some('“');
    let start = if quoted { c.at() - '“'.len_utf8() } else { c.at() };
    let mut after = if quoted { end.eat("”")? } else { end };
    after = after.eat("规划").unwrap_or(after);
    let (relation, end) = match after.eat_any(&["期末", "末期", "末", "初期", "初", "中期"]) {
        Some(edge) => relation::read(reading, edge).map_or((None, edge.at()), |r| r),
        None => relation::read(reading, after)?,
    };
    let (from, to) = plan_years(number)?;
    Some((Value::Range(Partial::year(from), Partial::year(to)), relation, start, end))
}

/// The number of a plan, with the cursor after 五: the 十二 of 十二五.
pub(super) fn plan_number(c: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    let text = c.rest();
    let end = text.char_indices().take(4).find(|&(at, ch)| ch == '五' && at > 0 && !text[at + ch.len_utf8()..].starts_with('五'))?.0;
    let (value, length) = super::super::number::leading(&text[..end])?;
    (length == end && !text.starts_with(|ch: char| ch.is_ascii_digit()))
        .then_some((value, Cursor::new(c.text(), c.at() + end + '五'.len_utf8())))
}
