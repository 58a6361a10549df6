//! 提出三点要求 and its kin: a frame whose content is the list that follows.

use super::Search;
use super::verb::skip_space;
use crate::lexicon::{Kind, Token};
use crate::span::Span;

/// The furthest that the list may begin after the words that announce it, in bytes.
const GAP: u32 = 24;

/// Where the list begins that `word` puts forward: 对下一步工作提出三点要求：一是….
pub(super) fn content(search: &Search<'_, '_>, word: Token) -> Option<u32> {
    let reading = search.reading;
    if !word.kinds.has(Kind::PutForward) {
        return None;
    }
    let segments = &reading.segments;
    let clause = segments.clauses.get(segments.clause_at(word.span.start))?;
    let object = reading.slice(Span::new(word.span.end, clause.content.end.max(word.span.end)));
    let end = word.span.end + object.len() as u32;
    let is_demand = |t: Option<Token>| t.is_some_and(|t| t.kinds.has(Kind::Demand));
    // 提出三点要求, 作出具体安排: the noun ends the clause, alone or as the end of a longer word.
    let noun = search.words.ending_at(end).or_else(|| reading.tokens.ending_at(end, Kind::Demand));
    if !is_demand(noun) {
        return None;
    }
    let counted = object.trim_start_matches('了');
    let number = counted.starts_with(|c: char| "一两二三四五六七八九十几数多0123456789".contains(c))
        || counted.starts_with("以下")
        || counted.starts_with("如下")
        || counted.starts_with("具体")
        || counted.starts_with("明确")
        || noun.is_some_and(|n| n.span.len() as usize == counted.len())
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
