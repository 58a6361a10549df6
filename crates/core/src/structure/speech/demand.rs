//! 提出三点要求 and its kin: a frame whose content is the list that follows.

use super::Search;
use super::verb::skip_space;
use crate::annotate::within;
use crate::lexicon::{Kind, Token};
use crate::span::Span;
use crate::structure::words;

/// The furthest that the list may begin after the words that announce it, in bytes.
const GAP: u32 = 24;

/// What is put forward: the verb, and where the list begins.
pub(super) struct PutForward {
    pub(super) verb: Span,
    pub(super) content: u32,
}

/// What `word` puts forward: 对下一步工作提出三点要求：一是…, 对供水作了部署。一是…, 强调三点：一要….
pub(super) fn read(search: &Search<'_, '_>, word: Token) -> Option<PutForward> {
    let reading = search.reading;
    if !word.kinds.has(Kind::PutForward) {
        return None;
    }
    let verb = verb(search, word);
    let clause = reading.segments.clause(word.span.start);
    let object = reading.slice(Span::new(verb.end, clause.content.end.max(verb.end))).trim_end();
    let end = verb.end + object.len() as u32;
    let counted = object.trim_start_matches('了');
    let from = end - counted.len() as u32;
    let is_demand = |t: &Token| t.kinds.has(Kind::Demand) && t.span.start >= from;
    // 提出三点要求, 作出具体安排: the noun ends the clause, alone or as the end of a longer word.
    let noun = search.words.ending_at(end).filter(is_demand).or_else(|| reading.tokens.ending_at(end, Kind::Demand).filter(is_demand));
    let is_count = within(&reading.counts, Span::new(from, end))
        .any(|c| c.value.outer.end == end && named_so(reading.between(from, c.value.outer.start)));
    // 对供水进行了部署。一是…: the word is the noun itself.
    let itself = object.is_empty() && word.kinds.has(Kind::Demand) && is_done(search, word);
    if noun.is_none() && !is_count && !itself {
        return None;
    }
    let number = is_count
        || itself
        || counted.starts_with(|c: char| "一两二三四五六七八九十几数多0123456789“".contains(c))
        || words::begins(counted, &["以下", "如下", "具体", "明确"])
        || matches!(clause.terminator, '：' | ':')
        || noun.is_some_and(|n| n.span.len() as usize == counted.len());
    let at = skip_space(reading.text, clause.span.end);
    let next = reading.markers.first_from(at);
    let marker = reading.markers.get(next).filter(|m| m.span.start <= at + GAP && starts(search, at, m.span.start));
    // 提出明确要求，要守住水源: what is put forward follows as a clause.
    if marker.is_none() && number && matches!(clause.terminator, '，' | '：' | ',' | ':') && obliges(search, at) {
        return Some(PutForward { verb, content: at });
    }
    let marker = marker?;
    // 会议对供水提出了宝贵意见。一是…: outside of what somebody says, the list alone shows that it is put forward.
    (number || !search.in_content && marker.value.number == Some(1)).then_some(PutForward { verb, content: marker.span.start })
}

/// Whether a modal opens what follows; 确保 and 切实 go on with what was told.
fn obliges(search: &Search<'_, '_>, at: u32) -> bool {
    let kinds = search.words.kinds_at(at);
    kinds.has(Kind::Obligation) && !kinds.any(&[Kind::Action, Kind::Manner])
}

/// Whether a verb that only carries its noun stands before it: 进行了|部署, 进行|安排部署.
fn is_done(search: &Search<'_, '_>, noun: Token) -> bool {
    let mut at = noun.span.start;
    while let Some(before) = search.reading.tokens.ending_at(at, Kind::Demand) {
        at = before.span.start;
    }
    search.reading.tokens.kinds_ending(at).has(Kind::LightVerb)
}

/// Whether nothing but 以下 stands before a count: 强调以下三点.
fn named_so(text: &str) -> bool {
    matches!(text, "" | "以下" | "如下")
}

/// The verb of a word that takes its noun in: the 作 of 作了部署.
fn verb(search: &Search<'_, '_>, word: Token) -> Span {
    let noun = search.reading.tokens.ending_at(word.span.end, Kind::Demand).filter(|n| n.span.start > word.span.start);
    let Some(noun) = noun.filter(|_| !word.kinds.has(Kind::Say)) else { return word.span };
    let text = search.reading.between(word.span.start, noun.span.start).trim_end_matches('了');
    Span::new(word.span.start, word.span.start + text.len() as u32)
}

/// Whether nothing but a label (具体要求是：) stands between `from` and the list at `to`.
fn starts(search: &Search<'_, '_>, from: u32, to: u32) -> bool {
    let between = search.reading.slice(Span::new(from, to.max(from)));
    between.is_empty() || between.trim_end().ends_with(['：', ':'])
}
