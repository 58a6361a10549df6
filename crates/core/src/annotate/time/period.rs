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

/// The longest name of a period after its length, in characters: 黄金救援期.
const MAX_WINDOW: usize = 8;

/// A length of time that bounds what is said: 三日内, 两个月后.
pub(super) fn duration(reading: &Reading<'_>, c: Cursor<'_>) -> Option<(Value, TimeRelation, usize)> {
    if matches!(c.before(), Some('.' | '．' | '第')) {
        return None;
    }
    let (number, after) = c.number()?;
    let after = after.gap();
    let (unit, before, letter) = UNITS.iter().find(|(u, ..)| after.eat(u).is_some())?;
    let after = after.eat(unit)?;
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
    if c.before().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let (number, after) = c.number()?;
    let after = after.gap();
    let (unit, before, letter) = UNITS.iter().find(|(u, ..)| after.eat(u).is_some())?;
    let name = after.eat(unit)?;
    let rest = name.rest();
    let end = rest.char_indices().take(MAX_WINDOW).find(|(_, ch)| !ch.is_alphanumeric())?.0;
    (rest[..end].ends_with('期') && rest[end..].starts_with('，'))
        .then(|| (Value::Duration(format!("{before}{}{letter}", number.value)), name.at() + end))
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
