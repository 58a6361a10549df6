//! 提出三点要求 and its kin: a frame whose content is the list that follows.

use super::Search;
use super::verb::skip_space;
use crate::lexicon::Token;
use crate::span::Span;

/// The verbs that put forward a list.
const VERBS: &[&str] = &["提出", "强调", "明确", "要求", "指出", "希望", "建议", "提议", "倡议", "部署", "安排"];

/// The nouns that name what is put forward.
const NOUNS: &[&str] = &[
    "要求", "意见", "希望", "建议", "倡议", "主张", "措施", "举措", "任务", "期望", "强调", "部署", "安排", "体会", "看法", "思路", "打算",
];

/// The furthest that the list may begin after the words that announce it, in bytes.
const GAP: u32 = 24;

/// Where the list begins that `word` puts forward: 对下一步工作提出三点要求：一是….
pub(super) fn content(search: &Search<'_, '_>, word: Token) -> Option<u32> {
    let reading = search.reading;
    if !VERBS.contains(&reading.slice(word.span)) {
        return None;
    }
    let segments = &reading.segments;
    let clause = segments.clauses.get(segments.clause_at(word.span.start))?;
    let object = reading.slice(Span::new(word.span.end, clause.content.end.max(word.span.end)));
    if !NOUNS.iter().any(|n| object.ends_with(n)) {
        return None;
    }
    let counted = object.trim_start_matches('了');
    let number = counted.starts_with(|c: char| "一两二三四五六七八九十几数多0123456789".contains(c))
        || counted.starts_with("以下")
        || counted.starts_with("如下")
        || counted.starts_with("具体")
        || counted.starts_with("明确")
        || NOUNS.contains(&counted)
        || counted.starts_with('“');
    let at = skip_space(reading.text, clause.span.end);
    let next = reading.markers.partition_point(|m| m.span.start < at);
    let marker = reading.markers.get(next).filter(|m| m.span.start <= at + GAP && starts(search, at, m.span.start))?;
    number.then_some(marker.span.start)
}

/// Whether nothing but a label (具体要求是：) stands between `from` and the list at `to`.
fn starts(search: &Search<'_, '_>, from: u32, to: u32) -> bool {
    let between = search.reading.slice(Span::new(from, to.max(from)));
    between.is_empty() || between.trim_end().ends_with(['：', ':'])
}
