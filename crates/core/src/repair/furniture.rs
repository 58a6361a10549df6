//! What a web page prints around a text (页面元素): 打印 关闭, 上一篇：…, 发布时间：2017-12-01 来源：新华网.
//!
//! Such lines are kept out of the reading; the date that they state is kept, as it gives the text its year. Only a
//! line that can be nothing else is taken out: one of page words only, one that a page's phrase starts, or one of
//! labels (发布时间 浏览次数) whose values are dates, numbers or a short source. Lines that name people stay, as
//! 责任编辑：林晓峰 is read for its name.

use std::sync::LazyLock;

use super::changes::Changes;
use super::lines::lines;
use crate::document::RepairKind;
use crate::options::Date;
use crate::packed;
use crate::plane::Plane;

/// A longer line is prose: this many bytes are 80 characters.
const MAX_LINE: usize = 240;

/// The longest value of a label, in characters: 中国石油化工集团有限公司新闻中心.
const MAX_VALUE: usize = 20;

/// The longest line that states nothing but when and by whom a page was made, in characters.
const MAX_STAMP: usize = 50;

/// So many short lines side by side may be a page's menu …
const MENU_LINES: usize = 6;
/// … none longer than this in characters, and at least two of them page words.
const MENU_WIDTH: usize = 10;

static WORDS: LazyLock<Words> = LazyLock::new(words);

struct Words {
    alone: Vec<&'static str>,
    starts: Vec<&'static str>,
    within: Vec<&'static str>,
    labels: Vec<&'static str>,
    /// What each of these can begin with, so that most lines are known for prose by a look; a line of page words may
    /// begin with a mark that parts them, too.
    first_alone: Plane,
    first_start: Plane,
    first_within: Plane,
    first_label: Plane,
}

/// What parts the page words of a line: 打印 | 关闭.
const PARTS: [char; 22] =
    [' ', '\u{3000}', '\u{a0}', '|', '｜', '【', '】', '[', ']', '［', '］', '：', ':', '/', '>', '»', '·', '(', ')', '（', '）', '\t'];

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// Page words only.
    Words,
    /// Furniture of another kind.
    Furniture,
    /// Short and without punctuation: furniture in the middle of a menu.
    Short,
    /// Furniture from this byte on.
    From(usize),
    Prose,
}

/// The furniture of `text`, and the first full date that it states as its own.
pub(super) fn changes(text: &str, changes: &mut Changes) -> Option<Date> {
    let mut published = Published::default();
    let mut menu: Vec<(usize, usize, Line)> = Vec::new();
    for (start, line) in lines(text) {
        let end = start + line.len();
        let content = line.trim();
        if content.is_empty() {
            continue;
        }
        let kind = if line.len() > MAX_LINE { Line::Prose } else { judge(content, &mut published) };
        match kind {
            Line::Words | Line::Short => {}
            _ => close_menu(&mut menu, changes),
        }
        match kind {
            Line::Words | Line::Short => menu.push((start, end, kind)),
            Line::Furniture => changes.push(RepairKind::PageFurniture, start, end, ""),
            Line::From(at) => {
                let from = start + (line.len() - line.trim_start().len()) + at;
                changes.push(RepairKind::PageFurniture, from, start + line.trim_end().len(), "");
            }
            Line::Prose => {}
        }
    }
    close_menu(&mut menu, changes);
    published.date
}

/// The date that a text states as its own.
#[derive(Default)]
struct Published {
    date: Option<Date>,
    /// Whether it may be the clock of the page: 2025年4月21日 星期一.
    clock: bool,
}

impl Published {
    /// Keeps the first date, but a label's rather than a clock's.
    fn labelled(&mut self, date: Date) {
        if self.date.is_none() || self.clock {
            *self = Self { date: Some(date), clock: false };
        }
    }

    fn stamped(&mut self, date: Date, line: &str) {
        if self.date.is_none() {
            *self = Self { date: Some(date), clock: line.contains("星期") };
        }
    }
}

/// Takes out the page words of a run of short lines, and all of it where it is a menu.
fn close_menu(menu: &mut Vec<(usize, usize, Line)>, changes: &mut Changes) {
    let words = menu.iter().filter(|m| m.2 == Line::Words).count();
    let whole = menu.len() >= MENU_LINES && words >= 2;
    for (start, end, kind) in menu.drain(..) {
        if whole || kind == Line::Words {
            changes.push(RepairKind::PageFurniture, start, end, "");
        }
    }
}

fn judge(line: &str, published: &mut Published) -> Line {
    let Some(first) = line.chars().next() else { return Line::Prose };
    if WORDS.first_alone.has(first) && line.chars().nth(MAX_LINE / 8).is_none() && all_words(line) {
        return Line::Words;
    }
    let closed = line.ends_with(['。', '；', '！', '？', '，', '”']);
    if let Some(date) = stamp(line).filter(|_| !closed) {
        published.stamped(date, line);
    }
    if !closed && (WORDS.first_start.has(first) && WORDS.starts.iter().any(|w| line.starts_with(w)) || has_within(line)) {
        return Line::Furniture;
    }
    if let Some(date) = print_line(line) {
        published.labelled(date);
        return Line::Furniture;
    }
    if closed {
        return Line::Prose;
    }
    if let Some((from, sure)) = labels_from(line) {
        if let Some(date) = first_date(&line[from..]) {
            published.labelled(date);
        }
        return match (sure, from) {
            (false, _) => Line::Prose,
            (true, 0) => Line::Furniture,
            (true, from) => Line::From(from),
        };
    }
    if let Some(date) = date_line(line) {
        published.stamped(date, line);
        return Line::Furniture;
    }
    let short = line.chars().nth(MENU_WIDTH).is_none() && line.chars().all(|c| c.is_alphanumeric() || matches!(c, '|' | ' ' | '·'));
    if short { Line::Short } else { Line::Prose }
}

/// Whether the line has page words and nothing else: 打印 | 关闭, 【字体：大 中 小】.
fn all_words(line: &str) -> bool {
    let whole = WORDS.alone.contains(&line.trim_end_matches(['|', '｜', '>', '»']).trim_end());
    if whole {
        return true;
    }
    let (mut words, mut sizes) = (0, 0);
    for piece in line.split(PARTS) {
        match piece {
            "" => {}
            "大" | "中" | "小" | "T" => sizes += 1,
            piece if WORDS.alone.contains(&piece) => words += 1,
            _ => return false,
        }
    }
    words > 0 || sizes != 1
}

/// Whether one of the words that furniture has somewhere stands in the line.
fn has_within(line: &str) -> bool {
    line.char_indices().any(|(at, c)| WORDS.first_within.has(c) && WORDS.within.iter().any(|w| line[at..].starts_with(w)))
}

/// Where the fields at the end of the line start, and whether they are furniture for sure:
/// 发布时间：2017-12-01 浏览次数：57.
fn labels_from(line: &str) -> Option<(usize, bool)> {
    let mut fields: Vec<(usize, usize, &str)> = Vec::new();
    let mut apart = true;
    for (at, c) in line.char_indices() {
        if apart && WORDS.first_label.has(c) {
            let rest = &line[at..];
            let label = WORDS.labels.iter().filter(|l| rest.starts_with(*l)).max_by_key(|l| l.len());
            if let Some(label) = label {
                let tail = rest[label.len()..].trim_start();
                if let Some(value) = tail.strip_prefix(['：', ':']) {
                    fields.push((at, line.len() - value.len(), label));
                }
            }
        }
        apart = c.is_whitespace() || matches!(c, '[' | '【' | '（' | '(' | '|' | '［' | '次');
    }
    let &(first, ..) = fields.first()?;
    let ends = fields.iter().skip(1).map(|f| f.0).chain([line.len()]);
    let short = fields.iter().zip(ends).all(|(&(_, start, _), end)| {
        let value = line[start..end].trim();
        value.chars().count() <= MAX_VALUE
            && !value.contains(['，', '。', '；', '、', '“', '《'])
            && !first_clock(value).contains(['：', ':'])
    });
    // 时间：5月18日 may tell when a meeting is held; beside 来源 it tells when the page was made.
    let sure = fields.iter().any(|f| !matches!(f.2, "时间" | "日期"));
    if !sure {
        return None;
    }
    // A bracket that the fields stand in goes with them, and so does the date before them: 2017-12-01 10:33 来源：….
    let before = line[..first].trim_end_matches(['[', '【', '（', '(', '|', '［']).trim_end();
    let dated = find_date(before).is_some_and(|(at, _, after)| at == 0 && after.is_empty());
    let opened = if dated { 0 } else { before.len() };
    // After other words only fields with a date are sure: a title may well end in 来源：….
    Some((opened, short && (opened == 0 || first_date(&line[first..]).is_some())))
}

/// `value` with the colon of its time of day taken out of sight: 2017-12-01 10:33 → 2017-12-01 10.
fn first_clock(value: &str) -> &str {
    let clock = value.find([':', '：']).filter(|&at| value[..at].ends_with(|c: char| c.is_ascii_digit()));
    match clock {
        Some(at) if value[at..].chars().skip(1).all(|c| c.is_ascii_digit() || matches!(c, ':' | '：' | ' ')) => &value[..at],
        _ => value,
    }
}

/// The date of a line that has a date, perhaps a time of day, an address and a source, and nothing else:
/// 2017-12-01 10:33 新华网.
fn date_line(line: &str) -> Option<Date> {
    let date = first_date(line)?;
    let (mut dates, mut clocks, mut addresses, mut others) = (0, 0, 0, 0);
    for piece in line.split_whitespace() {
        if piece.starts_with("http") || piece.starts_with("www.") {
            addresses += 1;
        } else if let Some(rest) = piece.strip_prefix(|c: char| c.is_ascii_digit()) {
            if first_date(piece).is_some() && rest.chars().all(|c| c.is_ascii_digit() || "-/.年月日:：".contains(c)) {
                dates += 1;
            } else if rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '：')) {
                clocks += 1;
            } else {
                return None;
            }
        } else if piece.chars().count() <= MENU_WIDTH && piece.chars().all(char::is_alphanumeric) {
            others += 1;
        } else {
            return None;
        }
    }
    // 2012年5月18日 alone may be the date under a speech's title or a signature: it is read, not dropped.
    (dates == 1 && (addresses > 0 || clocks > 0 && others <= 1) && others <= 2).then_some(date)
}

/// The date that a short line states by itself, at its start or after a space or a label: 发表于2017-12-01,
/// 青山日报 2017年12月1日 第3版. Such a line may name people, and stays.
fn stamp(line: &str) -> Option<Date> {
    if line.chars().nth(MAX_STAMP).is_some() || line.contains(['，', '。', '；', '、', '《', '“']) {
        return None;
    }
    let (at, date, after) = find_date(line)?;
    let before = line[..at].trim_end_matches(['：', ':', ' ']);
    let apart = |c: char| c.is_whitespace() || "：:于]】|（(".contains(c);
    // 时间：2017年12月1日 may tell when a meeting is held.
    let own = line[..at].chars().next_back().is_none_or(apart) && !before.ends_with("时间");
    let ends = after.chars().next().is_none_or(|c| c.is_whitespace() || "）)]|】".contains(c));
    (own && ends).then_some(date)
}

/// The date of a line that says where a text was printed: 《 人民日报 》（ 2014年02月12日 01 版）.
fn print_line(line: &str) -> Option<Date> {
    let inner = line.strip_prefix('《')?;
    let (name, rest) = inner.split_once('》')?;
    let printed = name.trim().ends_with(['报', '刊', '志']) && rest.trim_start().starts_with(['（', '(']) && rest.contains('版');
    if printed { first_date(rest) } else { None }
}

/// The first full date of `text`: 2017-12-01, 2017年12月1日, 2017/12/1, 2017.12.01.
pub(super) fn first_date(text: &str) -> Option<Date> {
    find_date(text).map(|found| found.1)
}

/// The first full date of `text`: where it stands, and what follows it and its time of day.
fn find_date(text: &str) -> Option<(usize, Date, &str)> {
    let digit = |c: char| c.is_ascii_digit();
    let mut numbers = text.match_indices(digit).filter(|&(at, _)| !text[..at].ends_with(digit));
    numbers.find_map(|(at, _)| date_at(&text[at..]).map(|(date, after)| (at, date, after)))
}

/// The full date that `text` starts with, and what follows it and its time of day.
fn date_at(text: &str) -> Option<(Date, &str)> {
    let year = text.get(..4).filter(|y| y.bytes().all(|b| b.is_ascii_digit()))?;
    let rest = &text[4..];
    let (rest, close) = if let Some(rest) = rest.strip_prefix('年') {
        (rest, '月')
    } else {
        let mark = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
        (&rest[1..], mark)
    };
    let (month, rest) = number(rest.trim_start())?;
    let (day, rest) = number(rest.trim_start().strip_prefix(close)?.trim_start())?;
    let date = Date::new(year.parse().ok()?, month, day).filter(|d| d.year >= 1900 && d.year < 2100)?;
    let rest = rest.trim_start().strip_prefix('日').unwrap_or(rest);
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit() || ": ：".contains(c));
    Some((date, &text[text[..text.len() - after.len()].trim_end().len()..]))
}

fn number(text: &str) -> Option<(u8, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&length) {
        return None;
    }
    Some((text[..length].parse().ok()?, &text[length..]))
}

fn words() -> Words {
    let (mut alone, mut starts, mut within, mut labels) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (part, word) in packed::parts("furniture.txt") {
        let list = match part {
            "0" => &mut alone,
            "1" => &mut starts,
            "2" => &mut within,
            _ => &mut labels,
        };
        list.push(word);
    }
    let firsts = |words: &[&str]| Plane::of(words.iter().filter_map(|w| w.chars().next()));
    Words {
        first_alone: Plane::of(alone.iter().filter_map(|w: &&str| w.chars().next()).chain(PARTS).chain(['大', '中', '小', 'T'])),
        first_start: firsts(&starts),
        first_within: firsts(&within),
        first_label: firsts(&labels),
        alone,
        starts,
        within,
        labels,
    }
}
