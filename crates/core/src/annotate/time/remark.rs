//! A remark in brackets after a date, which tells the day in another way: 5月18日（星期三）, 今天（5月18日）.

use super::super::Reading;
use super::super::number::starts_number;
use super::Draft;
use super::cursor::Cursor;
use super::date;
use crate::lexicon::Kind;

/// The longest remark after a date, in bytes: （农历正月十五，星期三）.
const MAX_REMARK: u32 = 48;

/// The end of a remark at `at` that tells the day in another way: （初四）, （星期三）.
pub(super) fn end(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let pair = reading.segments.pairs.opening_at(at as u32).filter(|p| p.span.len() <= MAX_REMARK && !p.is_quote() && !p.is_title())?;
    let inner = reading.slice(pair.inner).trim_start();
    let lunar = |c: char| starts_number(c) || "正腊月初廿".contains(c);
    let first = inner.split(['，', '、', ' ']).next().unwrap_or_default().trim_start_matches("大年");
    let tells = reading.tokens.kinds_at(pair.inner.end - inner.len() as u32).has(Kind::TimeWord)
        || ["北京时间", "当地时间"].iter().any(|zone| inner.starts_with(zone))
        // 农历丙申年腊月初八.
        || first.contains('历')
        // 初四, 正月十五, 十五; 12 and 五 are other numbers.
        || first.chars().all(lunar) && first.contains(|c: char| c == '十' || !starts_number(c));
    tells.then_some(pair.span.end as usize)
}

/// The day that a bracket gives to a word for it: 今天（5月18日）.
pub(super) fn day(reading: &Reading<'_>, draft: Draft) -> Draft {
    let pair = reading.segments.pairs.opening_at(draft.end as u32).filter(|p| p.is_bracket() && p.span.len() <= MAX_REMARK);
    let day = pair.and_then(|p| date::read(Cursor::new(reading.text, p.inner.start as usize)).filter(|r| r.end == p.inner.end as usize));
    match (pair, day) {
        (Some(pair), Some(day)) => Draft { end: pair.span.end as usize, value: day.value, anchor: None, ..draft },
        _ => draft,
    }
}
