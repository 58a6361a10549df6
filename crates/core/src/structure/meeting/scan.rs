//! Walking over the text around a verb: clauses that keep pairs whole, datelines, times and adverbs.

use crate::annotate::{Found, Reading, within};
use crate::bytes::any_three;
use crate::document::Time;
use crate::lexicon::Kind;
use crate::segment::boundary;
use crate::span::Span;

/// How far a clause is followed to either side, in bytes: 200 characters, longer than any name or list of hosts.
pub(super) const REACH: u32 = 600;

/// How far into a line a dateline reaches, in bytes: 新华网天津10月25日电(记者 …).
const DATELINE: u32 = 150;

/// The length of a common ideograph in bytes.
const IDEOGRAPH: u32 = 3;

/// The start of the clause that holds what ends at `at`: after the last ，。；！？： or white space, pairs kept whole.
pub(crate) fn clause_start(reading: &Reading<'_>, at: u32, floor: u32) -> u32 {
    let floor = reach(reading, at, floor);
    let mut start = at;
    while start > floor {
        // Most are ideographs, which neither part clauses nor enclose.
        if start >= floor + IDEOGRAPH && reading.is_common_at(start - IDEOGRAPH) {
            start -= IDEOGRAPH;
            continue;
        }
        let Some(c) = reading.between(floor, start).chars().next_back() else { break };
        let here = start - c.len_utf8() as u32;
        if parts(reading.text, c, here, start) {
            break;
        }
        // A closing mark takes its pair along: 党委常委会（扩大）会议.
        start = match reading.segments.pairs.around(here) {
            Some(pair) if pair.span.end == start && pair.span.start >= floor => pair.span.start,
            Some(pair) if pair.span.start == here => break,
            _ => here,
        };
    }
    start
}

/// The end of the clause that starts at `at`, pairs kept whole.
pub(crate) fn clause_end(reading: &Reading<'_>, at: u32) -> u32 {
    let stop = boundary(reading.text, (at + REACH).min(reading.text.len() as u32));
    let mut end = at;
    while end < stop {
        if reading.is_common_at(end) {
            end += IDEOGRAPH;
            continue;
        }
        let Some(c) = reading.after(end).chars().next() else { break };
        let next = end + c.len_utf8() as u32;
        if parts(reading.text, c, end, next) {
            break;
        }
        end = match reading.segments.pairs.opening_at(end) {
            Some(pair) if pair.span.end <= stop => pair.span.end,
            None if closes(c) => break,
            _ => next,
        };
    }
    end
}

/// Whether a character parts clauses where it stands: not the spaces of 于 2020 年, nor the colon of 下午4：30.
fn parts(text: &str, c: char, start: u32, end: u32) -> bool {
    match c {
        '，' | '。' | '；' | '！' | '？' | ';' | '!' | '?' | '\n' | '\r' => true,
        '：' => !(beside_digit(text, start, start) && beside_digit(text, end, end)),
        _ => c.is_whitespace() && !beside_digit(text, start, end),
    }
}

fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '）' | ')' | '》' | '」' | '』' | '】')
}

/// Whether a digit stands before `start` or after `end`.
fn beside_digit(text: &str, start: u32, end: u32) -> bool {
    let before = text[..start as usize].chars().next_back().is_some_and(|c| c.is_ascii_digit());
    before || text[end as usize..].chars().next().is_some_and(|c| c.is_ascii_digit())
}

/// How far back from `at` the text is read, down to `floor`.
pub(super) fn reach(reading: &Reading<'_>, at: u32, floor: u32) -> u32 {
    floor.max(boundary(reading.text, at.saturating_sub(REACH)))
}

/// Where the prose of a line begins: after 本报讯, 新华社北京3月2日电（记者…）, 央视网消息（新闻联播）：.
pub(crate) fn after_dateline(reading: &Reading<'_>, line: Span) -> u32 {
    let end = boundary(reading.text, (line.start + DATELINE).min(line.end));
    let head = reading.between(line.start, end);
    let mut at = line.start;
    // Most lines have no dateline, which one look tells.
    if !may_have_dateline(head) {
        return skip_byline(reading, at, line.end);
    }
    // The rest of a byline that a line break has parted: 林小琪）3月17日.
    if let Some(close) = head.find(['）', ')']) {
        if !head[..close].contains(['（', '(']) && close <= 45 {
            at = line.start + close as u32 + close_len(head, close);
        }
    }
    for (mark, agency) in [("讯", true), ("消息", true), ("电", false)] {
        let Some(found) = head.find(mark) else { continue };
        let before = &head[..found];
        let by_press = before.contains(['社', '报', '网', '台', '播', '刊']);
        if by_press && !before.contains(['，', '。', '召']) && (!agency || found <= 36) {
            at = at.max(line.start + (found + mark.len()) as u32);
            break;
        }
    }
    skip_byline(reading, at, line.end)
}

/// Whether one of the characters ）)讯消电 may stand in `head`, by its bytes.
fn may_have_dateline(head: &str) -> bool {
    any_three(head, |a, b, c| {
        (a == b')')
            | ((a == 0xEF) & (b == 0xBC) & (c == 0x89))
            | ((a == 0xE8) & (b == 0xAE) & (c == 0xAF))
            | ((a == 0xE6) & (b == 0xB6) & (c == 0x88))
            | ((a == 0xE7) & (b == 0x94) & (c == 0xB5))
    })
}

fn close_len(text: &str, at: usize) -> u32 {
    text[at..].chars().next().map_or(0, char::len_utf8) as u32
}

/// Passes white space, colons and a bracket after a dateline.
fn skip_byline(reading: &Reading<'_>, from: u32, end: u32) -> u32 {
    let mut at = from;
    let mut bracketed = false;
    while at < end {
        let Some(c) = reading.after(at).chars().next() else { break };
        if c.is_whitespace() || matches!(c, '：' | ':') {
            at += c.len_utf8() as u32;
        } else if matches!(c, '（' | '(') && !bracketed {
            // Only the bracket of a byline or a programme belongs to the dateline.
            let Some(pair) = reading.segments.pairs.opening_at(at) else { break };
            at = pair.span.end;
            bracketed = true;
        } else {
            break;
        }
    }
    at
}

/// The time that starts at `at`, where it states a day or is 近日; a bare year may begin a name.
pub(super) fn day_at<'r>(reading: &'r Reading<'_>, at: u32) -> Option<&'r Found<Time>> {
    reading.times.at(at).filter(|t| reading.tells_day(&t.value))
}

/// The time that ends at `at`, by the same rule.
pub(super) fn day_before<'r>(reading: &'r Reading<'_>, at: u32) -> Option<&'r Found<Time>> {
    reading.times.ending_at(at).filter(|t| reading.tells_day(&t.value))
}

/// The last time in `span` that can be the date of an event.
pub(super) fn day_in<'r>(reading: &'r Reading<'_>, span: Span) -> Option<&'r Found<Time>> {
    within(&reading.times, span).rfind(|t| reading.tells_day(&t.value) && reading.segments.pairs.around(t.span.start).is_none())
}

/// `span` without adverbs, conjunctions and times at its end.
pub(crate) fn trim_end(reading: &Reading<'_>, span: Span) -> Span {
    let mut end = span.end;
    loop {
        let before = reading.between(span.start, end);
        let trimmed = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '，' | '、'));
        let mut next = span.start + trimmed.len() as u32;
        if let Some(token) = reading.tokens.ending_at(next, Kind::ConveneAdverb).filter(|t| t.span.start >= span.start) {
            next = token.span.start;
        } else if let Some(time) = day_before(reading, next).filter(|t| t.span.start >= span.start) {
            next = time.span.start;
        }
        if next == end {
            return Span::new(span.start, end);
        }
        end = next;
    }
}

/// `span` without adverbs, conjunctions and times at its start.
pub(super) fn trim_start(reading: &Reading<'_>, span: Span) -> Span {
    let mut start = span.start;
    while start < span.end {
        let rest = reading.between(start, span.end);
        let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '，' | '、'));
        let mut next = span.end - trimmed.len() as u32;
        // 【主题教育】 is a rubric of the page.
        if let Some(pair) = reading.segments.pairs.opening_at(next).filter(|p| p.mark == '【' && p.span.end < span.end) {
            next = pair.span.end;
        } else if let Some(time) = day_at(reading, next).filter(|t| t.span.end <= span.end) {
            next = time.span.end;
        } else if let Some(token) = reading.tokens.kind_at(next, Kind::ConveneAdverb).filter(|t| t.span.end <= span.end) {
            next = token.span.end;
        }
        if next == start {
            break;
        }
        start = next;
    }
    Span::new(start, span.end)
}
