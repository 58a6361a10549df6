//! Counted phrases (数量短语): 五个方面, “五种意识”, 三点要求.
//!
//! A number, a measure and a noun make one: 五个方面, 六条重要经验. Between quotation marks a number and
//! what follows it are enough: “三转变”.

use super::{Found, Reading, number};
use crate::lexicon::{Kind, Kinds};
use crate::sorted::arrange;
use crate::span::Span;

/// A counted phrase. The mention's span is the phrase without quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Count {
    /// The number it states; `None` for 几个方面.
    pub(crate) number: Option<u32>,
    /// The phrase with its quotation marks, where it has them.
    pub(crate) outer: Span,
    /// What is counted: 方面.
    pub(crate) noun: Span,
}

/// The longest noun of a counted phrase, in bytes: ten characters.
const MAX_NOUN: u32 = 30;

/// The longest number of a counted phrase, in bytes: 一百二十.
const MAX_NUMBER: usize = 12;

/// The longest counted phrase between quotation marks that needs no measure, in bytes: eight characters.
const MAX_QUOTED: u32 = 24;

/// The highest count that a list is expanded to; a higher one counts things, not items.
const MAX_COUNT: u32 = 99;

/// Finds all counted phrases of the text.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Found<Count>> {
    let mut list = measured(reading);
    quoted(reading, &mut list);
    arrange(&mut list, |f| f.span.outer_first());
    list.dedup_by(|b, a| b.span.start < a.span.end);
    list
}

/// A number, a measure and a noun.
fn measured(reading: &Reading<'_>) -> Vec<Found<Count>> {
    let mut list: Vec<Found<Count>> = Vec::new();
    for measure in reading.tokens.with(Kinds::of(&[Kind::Measure])) {
        let Some((start, number)) = number_before(reading.text, measure.span.start as usize) else { continue };
        // 3个工作日内: a time counts nothing.
        let timed = reading.times.at(start as u32).is_some_and(|t| t.span.end > measure.span.end);
        if timed || list.last().is_some_and(|l| start < l.span.end as usize) {
            continue;
        }
        let phrase = match quote_around(reading, start as u32) {
            Some((inner, outer)) if inner.contains(measure.span) => {
                Found { span: inner, rule: "count.quoted", value: Count { number, outer, noun: Span::new(measure.span.end, inner.end) } }
            }
            _ => {
                let noun = noun(reading, measure.span.end);
                let span = Span::new(start as u32, noun.end);
                Found { span, rule: "count.measured", value: Count { number, outer: span, noun } }
            }
        };
        list.push(phrase);
    }
    list
}

/// A number and what follows it, alone between quotation marks: “三转变”.
fn quoted(reading: &Reading<'_>, list: &mut Vec<Found<Count>>) {
    for pair in reading.segments.pairs.list.iter().filter(|p| p.is_quote() && p.inner.len() <= MAX_QUOTED) {
        let inner = reading.slice(pair.inner);
        let Some((value, length)) = number::leading(inner) else { continue };
        // “十二五” is numerals through and through, and so is “十百千”.
        let numeral = |c: char| is_numeral(c) || matches!(c, '百' | '千' | '万' | '亿');
        if value > MAX_COUNT || inner[length..].chars().next().is_none_or(numeral) || inner.contains(['、', '，']) {
            continue;
        }
        let noun = Span::new(pair.inner.start + length as u32, pair.inner.end);
        list.push(Found { span: pair.inner, rule: "count.quoted", value: Count { number: Some(value), outer: pair.span, noun } });
    }
}

/// The number, or 几, that ends at `end`: where it begins and its value.
fn number_before(text: &str, end: usize) -> Option<(usize, Option<u32>)> {
    let mut start = end;
    for (at, c) in text[..end].char_indices().rev() {
        if end - at > MAX_NUMBER || !is_numeral(c) {
            break;
        }
        start = at;
    }
    // 第三个方面 is one of several, 1.5个 no count, 3V3对抗 none either.
    let joined = |c: char| matches!(c, '第' | '.' | '．' | '每') || c.is_ascii_alphabetic();
    if start == end || text[..start].ends_with(joined) {
        return None;
    }
    if text[start..end] == *"几" {
        return Some((start, None));
    }
    let (value, length) = number::leading(&text[start..end])?;
    (length == end - start && value <= MAX_COUNT).then_some((start, Some(value)))
}

/// A numeral, or 几.
fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '几' | '0'..='9' | '０'..='９')
}

/// The quotation marks that open right before `offset`, with a phrase between them: inner and outer span.
fn quote_around(reading: &Reading<'_>, offset: u32) -> Option<(Span, Span)> {
    let pair = reading.segments.pairs.around(offset)?;
    (pair.is_quote() && pair.inner.start == offset && pair.inner.len() <= MAX_QUOTED + MAX_NOUN).then_some((pair.inner, pair.span))
}

/// The noun that follows a measure which ends at `start`: up to the last noun of labels before the
/// phrase ends, else nothing. 下一步的开展提出了要求: no noun reaches across 的, nor across a verb of saying.
fn noun(reading: &Reading<'_>, start: u32) -> Span {
    let limit = reach(reading, start);
    let mut end = start;
    for token in reading.tokens.within(Span::new(start, limit)) {
        if token.kinds.has(Kind::ListNoun) {
            end = end.max(token.span.end);
        } else if token.kinds.any(&[Kind::Convene, Kind::Say, Kind::Obligation, Kind::Boundary]) && token.span.start >= end {
            break;
        }
    }
    Span::new(start, end)
}

/// Where a noun that begins at `start` ends at the latest: at a mark, or after ten characters.
fn reach(reading: &Reading<'_>, start: u32) -> u32 {
    let rest = reading.after(start);
    let end = rest
        .char_indices()
        .find(|&(at, c)| {
            at >= MAX_NOUN as usize
                || c.is_whitespace()
                || matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | '、' | '“' | '”' | '（' | '《' | ',' | ';' | ':')
        })
        .map_or(rest.len(), |(at, _)| at);
    start + end as u32
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::options::Options;
    use crate::segment::Segments;

    fn counts(text: &str) -> Vec<String> {
        let (lexicon, options) = (Lexicon::builtin(), Options::default());
        let (words, signs) = lexicon.scan(text);
        let reading = crate::annotate::annotate(text, Segments::of(text, signs), words, &lexicon, &options, None);
        reading.counts.iter().map(|c| format!("{}={:?}", reading.slice(c.span), c.value.number)).collect()
    }

    #[test]
    fn reads_counted_phrases() {
        assert_eq!(counts("重点抓好五个方面：一是学"), ["五个方面=Some(5)"]);
        assert_eq!(
            counts("提出三点要求。查找了4个方面问题，总结六条重要经验"),
            ["三点要求=Some(3)", "4个方面问题=Some(4)", "六条重要经验=Some(6)"]
        );
        assert_eq!(counts("增强“五种意识”，实现“三转变”"), ["五种意识=Some(5)", "三转变=Some(3)"]);
        assert_eq!(counts("有几个方面需要注意，要两手抓"), ["几个方面=None", "两手抓=Some(2)"]);
    }

    #[test]
    fn leaves_ordinals_and_plain_numbers() {
        assert_eq!(counts("第三个方面是“十二五”规划，增长1.5个百分点"), Vec::<String>::new());
    }
}
