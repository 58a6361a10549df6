//! Where a group begins and ends: without what leads up to it, its head count, and a bracket.

use crate::annotate::{Reading, number_at};
use crate::lexicon::Kind;
use crate::span::Span;

/// Where a group begins after what leads up to it: 率|市直有关部门负责人, 有|来自|3个县的代表.
pub(super) fn after_lead(reading: &Reading<'_>, span: Span) -> u32 {
    const LEADS: [&str; 5] = ["包括", "以及", "还有", "来自", "共有"];
    let mut at = span.start;
    loop {
        let text = reading.between(at, span.end);
        let word = LEADS.iter().find(|w| text.starts_with(**w)).map(|w| w.len() as u32);
        let counted = text.strip_prefix('有').is_some_and(|rest| rest.starts_with("来自") || number_at(rest).is_some());
        let brings = reading.tokens.kind_at(at, Kind::Bring).map(|t| t.span.len());
        match word.or(counted.then_some("有".len() as u32)).or(brings) {
            Some(length) if at + length < span.end => at += length,
            _ => return at,
        }
    }
}

/// A span without a bracket at its end: 全体干部（含退休干部）.
pub(super) fn without_bracket(reading: &Reading<'_>, span: Span) -> Span {
    let pair = reading.segments.pairs.around(span.end.saturating_sub(1)).filter(|p| p.span.end == span.end && p.span.start > span.start);
    pair.filter(|p| p.is_bracket()).map_or(span, |p| Span::new(span.start, p.span.start))
}

/// A list without its head count: 等200余人, 共计约300人. The count, and whether it is round.
pub(super) fn without_count(reading: &Reading<'_>, span: Span) -> (Span, Option<u32>, bool) {
    let text = reading.slice(span);
    let none = (span, None, false);
    let Some(people) = ["余人次", "人次", "余人", "多人", "人"].iter().find_map(|s| text.strip_suffix(s)) else { return none };
    let round = text[people.len()..].starts_with(['余', '多']);
    let digits =
        people.trim_end_matches(|c: char| c.is_ascii_digit() || "０１２３４５６７８９一二三四五六七八九十百千万两零〇余多".contains(c));
    let Some((value, _)) = number_at(&people[digits.len()..]) else { return none };
    let mut head = digits;
    let mut approximate = round || people.ends_with(['余', '多']);
    for (word, about) in [
        ("约", true),
        ("近", true),
        ("超过", true),
        ("超", true),
        ("逾", true),
        ("共计", false),
        ("总计", false),
        ("共", false),
        ("一行", false),
        ("等", false),
    ] {
        if let Some(rest) = head.strip_suffix(word) {
            approximate |= about;
            head = rest;
        }
    }
    if head.is_empty() {
        return none;
    }
    (Span::new(span.start, span.start + head.trim_end_matches(['，', '、', '等']).len() as u32), Some(value), approximate)
}
