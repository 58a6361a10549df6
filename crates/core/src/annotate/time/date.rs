//! Dates: years, months, days, halves, quarters, and ranges of them.

use super::super::number::{Form, Number};
use super::cursor::Cursor;
use super::value::{Partial, Value};

/// The years that prose dates by; 1234年 and 3000年 are numbers of another kind or too rare to risk.
const YEARS: std::ops::RangeInclusive<u32> = 1500..=2199;

/// The years that a date in figures (2012-05-18) may have: earlier ones are version or part numbers.
const FIGURE_YEARS: std::ops::RangeInclusive<u32> = 1900..=2099;

/// What joins the two ends of a range.
const TO: &[&str] = &["起至", "至", "到", "——", "—", "－", "-", "–", "～", "~", "―", "─"];

/// A date that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) value: Value,
    pub(super) end: usize,
    /// Its last unit.
    pub(super) unit: Unit,
    /// Whether something must follow to show that it is a date: 五日 may be a count of days.
    pub(super) weak: bool,
    pub(super) rule: &'static str,
}

/// The unit that a date ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Year,
    Month,
    Day,
}

/// One end of a range, while it is read; a number pair (7至8日) gives both ends at once.
#[derive(Clone, Copy, Debug)]
struct Part {
    first: Partial,
    last: Option<Partial>,
    unit: Unit,
    /// How its last number is written.
    form: Form,
}

/// The date that starts at the cursor, with its range.
pub(super) fn read(c: Cursor<'_>) -> Option<Read> {
    let (part, after) = figures(c).or_else(|| reversed(c)).or_else(|| year(c)).or_else(|| month(c)).or_else(|| day(c, true))?;
    close(part, after, if part.first.year.is_some() { "date" } else { "date_without_year" })
}

/// What can follow a word for a year (今年): 5月18日, 上半年, 三季度, 底.
pub(super) fn after_year(c: Cursor<'_>, year: Option<u16>) -> Option<Read> {
    let start = Partial { year, ..Partial::default() };
    let (part, after) = month(c.gap()).or_else(|| season(c.gap()).or_else(|| year_edge(c)))?;
    close(fill(part, start), after, "date_after_word")
}

/// What can follow a word for a month (本月): 18日, 底.
pub(super) fn after_month(c: Cursor<'_>) -> Option<Read> {
    if let Some((part, after)) = day(c.gap(), false) {
        return close(part, after, "date_after_word");
    }
    month_edge(c).map(|after| Read { value: Value::Vague, end: after.at(), unit: Unit::Month, weak: false, rule: "date_after_word" })
}

/// A quarter or half: 第三季度, 前三季度, 上半年, 前5个月.
pub(super) fn season_at(c: Cursor<'_>) -> Option<Read> {
    let (part, after) = season(c)?;
    close(part, after, "season")
}

/// Reads the other end of a range, if there is one, and checks both.
fn close(part: Part, after: Cursor<'_>, rule: &'static str) -> Option<Read> {
    let mut end = after;
    let (mut unit, mut last) = (part.unit, part.last);
    if last.is_none() {
        if let Some((second, after)) = other_end(part, after) {
            (last, end, unit) = (Some(second.0.after(part.first)), after, second.1);
        }
    }
    if !part.first.is_possible() || last.is_some_and(|l| !l.is_possible()) {
        return None;
    }
    // 5月18日至18日 is a slip of the pen; it says no more than its day.
    let value = match last {
        Some(last) if last != part.first => Value::Range(part.first, last),
        // 每年年底: the edge of a year that nobody names.
        _ if part.first == Partial::default() => Value::Vague,
        _ => Value::Point(part.first),
    };
    // 三日上午 is a day, 三日 rather three days; 一月一次 is no January.
    let small = |p: Partial| p.year.is_none() && p.month.map_or(p.day.is_some_and(|d| d <= 10), |_| p.day.is_none() && follows_number(end));
    let weak = part.form == Form::Chinese && last.is_none() && small(part.first);
    Some(Read { value, end: end.at(), unit, weak, rule })
}

/// Whether a number stands at the cursor.
fn follows_number(c: Cursor<'_>) -> bool {
    c.number().is_some()
}

/// The end of a range whose start is `part`: the 25日 of 10月24日至25日.
fn other_end<'t>(part: Part, after: Cursor<'t>) -> Option<((Partial, Unit), Cursor<'t>)> {
    let c = after.gap().eat_any(TO)?.gap();
    let (second, after) = match part.unit {
        Unit::Year => year(c)?,
        Unit::Month => year(c).or_else(|| month(c))?,
        Unit::Day => figures(c).or_else(|| year(c)).or_else(|| month(c)).or_else(|| day(c, false))?,
    };
    if second.last.is_some() || second.unit < part.unit && part.unit == Unit::Day {
        return None;
    }
    let after = after.eat("止").unwrap_or(after);
    Some(((second.first, second.unit), after))
}

/// 2012-05-18, 2012/5/18, 2012.5.18.
fn figures(c: Cursor<'_>) -> Option<(Part, Cursor<'_>)> {
    let (year, after) = c.number().filter(|(n, _)| n.form == Form::Arabic && n.digits == 4 && FIGURE_YEARS.contains(&n.value))?;
    if c.before().is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, '.' | '-' | '/' | '_')) {
        return None;
    }
    let mark = after.peek().filter(|m| matches!(m, '-' | '/' | '.'))?.to_string();
    let short = |(n, _): &(Number, Cursor<'_>)| n.form == Form::Arabic && n.digits <= 2;
    let (month, after) = after.eat(&mark)?.number().filter(short)?;
    let (day, after) = after.eat(&mark)?.number().filter(short)?;
    if after.peek().is_some_and(|b| b.is_ascii_alphanumeric() && b != 'T' || matches!(b, '.' | '-' | '/' | '_'))
        && !after.rest().starts_with(". ")
    {
        return None;
    }
    let first = Partial { year: Some(year.value as u16), month: Some(small(month)?), day: Some(small(day)?) };
    first.date()?;
    Some((Part { first, last: None, unit: Unit::Day, form: Form::Arabic }, after))
}

/// 18.05.2012 07:30: the line of a page's clock.
fn reversed(c: Cursor<'_>) -> Option<(Part, Cursor<'_>)> {
    let two = |(n, _): &(Number, Cursor<'_>)| n.form == Form::Arabic && n.digits == 2;
    if c.before().is_some_and(|b| b != '\n') {
        return None;
    }
    let (day, after) = c.number().filter(two)?;
    let (month, after) = after.eat(".")?.number().filter(two)?;
    let (year, after) = after.eat(".")?.number().filter(|(n, _)| n.digits == 4 && FIGURE_YEARS.contains(&n.value))?;
    let first = Partial { year: Some(year.value as u16), month: Some(small(month)?), day: Some(small(day)?) };
    first.date()?;
    Some((Part { first, last: None, unit: Unit::Day, form: Form::Arabic }, after))
}

/// 2012年, 2012年5月18日, 二〇一二年五月, 2012年上半年, 2019—2021年, 98年5月.
fn year(c: Cursor<'_>) -> Option<(Part, Cursor<'_>)> {
    let (first, second, after) = numbers(c, |c| c.gap().eat("学年").or_else(|| c.gap().eat("年")))?;
    if c.before() == Some('第') || c.follows_point() || after.peek().is_some_and(|n| n == '级' || n == '龄') {
        return None;
    }
    let whole = |n: Number| (n.digits == 4 && n.form != Form::Chinese && YEARS.contains(&n.value)).then_some(n.value as u16);
    let Some(start) = whole(first) else {
        // 98年5月: a year of two digits only with its month.
        let short = first.digits == 2 && first.form == Form::Arabic && second.is_none();
        let century = if first.value < 70 { 2000 } else { 1900 };
        let (part, after) = if short { month(after.gap())? } else { return None };
        return Some((fill(part, Partial::year(century + first.value as u16)), after));
    };
    let first = Partial::year(start);
    if let Some(second) = second {
        let last = Partial::year(whole(second)?);
        return Some((Part { first, last: Some(last), unit: Unit::Year, form: Form::Arabic }, after));
    }
    // 2020年第3号 is the number of a document.
    if let Some((_, after)) = after.gap().eat("第").and_then(Cursor::number) {
        after.gap().eat("号").is_none().then_some(())?;
    }
    if let Some((part, after)) = month(after.gap()).or_else(|| season(after.gap())) {
        return Some((fill(part, first), after));
    }
    let part = Part { first, last: None, unit: Unit::Year, form: Form::Arabic };
    Some(year_edge(after).map_or((part, after), |(_, after)| (part, after)))
}

/// 5月18日, 5月, 1-3月, 5月底.
fn month(c: Cursor<'_>) -> Option<(Part, Cursor<'_>)> {
    let (number, second, after) = numbers(c, |c| c.gap().eat("月"))?;
    if matches!(c.before(), Some('第' | '个')) || c.follows_point() {
        return None;
    }
    let form = number.form;
    let first = Partial::month(month_number(number)?);
    let last = match second {
        Some(second) => Some(Partial::month(month_number(second)?)),
        None => None,
    };
    if last.is_none() {
        if let Some((part, after)) = neighbours(after).or_else(|| day(after.gap(), false)) {
            return Some((fill(part, first), after));
        }
    }
    let after = after.eat("份").unwrap_or(after);
    Some((Part { first, last, unit: Unit::Month, form }, month_edge(after).unwrap_or(after)))
}

/// Two days side by side: the 18、19日 of 5月18、19日.
fn neighbours(c: Cursor<'_>) -> Option<(Part, Cursor<'_>)> {
    let (first, after) = c.number()?;
    let (second, after) = after.eat("、")?.number()?;
    let (a, b) = (day_number(first)?, day_number(second)?);
    let (first_day, last_day) = (Partial::day(a), Partial::day(b));
    (a.checked_add(1) == Some(b)).then_some(())?;
    Some((Part { first: first_day, last: Some(last_day), unit: Unit::Day, form: first.form }, after.eat("日")?))
}

/// 18日, 18号, 7至8日, and in 9月18前 the day without its word. Alone (`bare`) it is weak where it may be a count of days: 五日; and 1号楼 is none.
fn day(c: Cursor<'_>, bare: bool) -> Option<(Part, Cursor<'_>)> {
    let (number, second, after) = numbers(c, |c| c.gap().eat("日").or_else(|| if bare { None } else { of_month(c) }))?;
    if bare
        && (matches!(c.before(), Some('.' | '．' | '第' | '-' | '/' | '双' | '近'))
            || after.eat("以上").or_else(|| after.eat("以下")).is_some())
    {
        return None;
    }
    let first = Partial::day(day_number(number)?);
    let last = match second {
        Some(second) => Some(Partial::day(day_number(second)?)),
        None => None,
    };
    Some((Part { first, last, unit: Unit::Day, form: number.form }, after))
}

/// The end of a day after its month: 18号, 18|前.
fn of_month(c: Cursor<'_>) -> Option<Cursor<'_>> {
    c.gap().eat("号").or_else(|| c.gap().eat("前").map(|_| c))
}

/// The day and its end in 17号, which more often counts houses and documents.
pub(super) fn day_number_at(c: Cursor<'_>) -> Option<(u8, usize)> {
    let (number, after) = c.number().filter(|(n, _)| n.form == Form::Arabic)?;
    Some((day_number(number)?, after.eat("号")?.at()))
}

/// A quarter, half or run of months of a year: 第三季度, 前三季度, 上半年, 前5个月.
fn season(c: Cursor<'_>) -> Option<(Part, Cursor<'_>)> {
    if let Some(after) = c.eat("上半年") {
        return Some((months(1, 6), after));
    }
    if let Some(after) = c.eat("下半年") {
        return Some((months(7, 12), after));
    }
    // 二三季度: two quarters side by side.
    for (n, pair) in [(1, "一二季度"), (2, "二三季度"), (3, "三四季度")] {
        if let Some(after) = c.eat(pair) {
            return Some((months(3 * n - 2, 3 * n + 3), after));
        }
    }
    let (from_start, c) = c.eat("前").map_or((false, c), |after| (true, after));
    let (ordinal, c) = c.eat("第").map_or((false, c), |after| (true, after));
    let (number, after) = c.number()?;
    let n = u8::try_from(number.value).ok()?;
    if from_start && !ordinal {
        if let Some(after) = after.eat("个月") {
            return (1..=12).contains(&n).then_some((months(1, n), after));
        }
    }
    let after = after.eat("个").filter(|_| from_start).unwrap_or(after).eat("季度")?;
    let part = match n {
        1..=4 if from_start => months(1, 3 * n),
        1..=4 => months(3 * n - 2, 3 * n),
        _ => return None,
    };
    Some((part, after.eat_any(&["末", "初", "底"]).unwrap_or(after)))
}

fn months(from: u8, to: u8) -> Part {
    Part { first: Partial::month(from), last: Some(Partial::month(to)), unit: Unit::Month, form: Form::Chinese }
}

/// 底, 初, 末, 度 after a year; they narrow it by no date.
fn year_edge(c: Cursor<'_>) -> Option<(Part, Cursor<'_>)> {
    let after = c.eat_any(&["年底", "年末", "年初", "年中", "度", "底", "初", "末"])?;
    Some((Part { first: Partial::default(), last: None, unit: Unit::Year, form: Form::Chinese }, after))
}

/// 底, 上旬 after a month.
fn month_edge(c: Cursor<'_>) -> Option<Cursor<'_>> {
    c.eat_any(&["上中旬", "中下旬", "上旬", "中旬", "下旬", "底", "初", "末"])
}

/// `part` with the year or month before it put in front: the 5月 of 2012年5月.
fn fill(part: Part, front: Partial) -> Part {
    Part { first: part.first.after_all(front), last: part.last.map(|l| l.after_all(front)), ..part }
}

/// One number, or two that share the unit after them: 7至8 (日).
fn numbers<'t>(c: Cursor<'t>, unit: impl Fn(Cursor<'t>) -> Option<Cursor<'t>>) -> Option<(Number, Option<Number>, Cursor<'t>)> {
    let (first, after) = c.number()?;
    if let Some(end) = unit(after) {
        return Some((first, None, end));
    }
    let (second, after) = after.gap().eat_any(TO)?.gap().number()?;
    Some((first, Some(second), unit(after)?))
}

fn month_number(number: Number) -> Option<u8> {
    (number.digits <= 2 && (1..=12).contains(&number.value)).then_some(small(number)?)
}

fn day_number(number: Number) -> Option<u8> {
    (number.digits <= 3 && (1..=31).contains(&number.value)).then_some(small(number)?)
}

fn small(number: Number) -> Option<u8> {
    u8::try_from(number.value).ok()
}
