//! Markers that are signs: 一、, （一）, 1., （1）, 1）, ①.

use super::{Candidate, MarkerStyle, after_mark};
use crate::annotate::{Reading, number};
use crate::segment::is_circled;
use crate::span::Span;

/// The longest number in brackets, in bytes: 二十三.
const MAX_INNER: u32 = 9;

/// Finds what may be a marker of this form.
pub(super) fn read(reading: &Reading<'_>, list: &mut Vec<Candidate>) {
    clause_starts(reading, list);
    brackets(reading, list);
    circled(reading, list);
}

/// 一、, 1., 1、, 1） at the start of a line, or after 。 ； ：.
fn clause_starts(reading: &Reading<'_>, list: &mut Vec<Candidate>) {
    let text = reading.text;
    for clause in &reading.segments.clauses {
        let start = clause.content.start as usize;
        let head = &text[start..];
        let Some(first) = head.chars().next() else { continue };
        let arabic = matches!(first, '0'..='9' | '０'..='９');
        if !arabic && !matches!(first, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十') {
            continue;
        }
        let before = text[..start].trim_end_matches([' ', '\u{3000}']).chars().next_back();
        let line = before.is_none_or(|c| matches!(c, '\n' | '\r'));
        if !line && !before.is_some_and(|c| matches!(c, '。' | '；' | '：' | ';' | ':' | '”')) {
            continue;
        }
        let Some((value, length)) = number::leading(head) else { continue };
        let mut rest = head[length..].chars();
        let Some(sign) = rest.next() else { continue };
        let next = rest.next();
        let style = match sign {
            '、' if arabic => MarkerStyle::Arabic,
            // 一、二年级: the 、 joins two numbers. 一、2027年回顾: it joins none of two scripts.
            '、' if !line
                && next.is_some_and(|c| c.is_ascii_digit() == arabic && number::leading(c.encode_utf8(&mut [0; 4])).is_some()) =>
            {
                continue;
            }
            '、' => MarkerStyle::Chinese,
            '.' | '．' if next.is_some_and(|c| c.is_ascii_digit()) => continue,
            '.' | '．' if arabic => MarkerStyle::Arabic,
            '.' | '．' if line => MarkerStyle::Chinese,
            // 一　总则: a wide space stands for the 、.
            '\u{3000}' if line && !arabic => MarkerStyle::Chinese,
            ')' | '）' => MarkerStyle::ArabicBracket,
            _ => continue,
        };
        let end = spaces(text, start + length + sign.len_utf8());
        list.push(Candidate { span: Span::of(start, end), style, number: Some(value), loose: false });
    }
}

/// （一）, (1): a number alone in brackets.
fn brackets(reading: &Reading<'_>, list: &mut Vec<Candidate>) {
    let text = reading.text;
    for pair in &reading.segments.pairs.list {
        if !matches!(pair.mark, '（' | '(') || pair.inner.is_empty() || pair.inner.len() > MAX_INNER {
            continue;
        }
        let inner = reading.slice(pair.inner);
        let Some((value, length)) = number::leading(inner) else { continue };
        if length != inner.len() {
            continue;
        }
        let style = if inner.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '０'..='９')) {
            MarkerStyle::ArabicBracket
        } else {
            MarkerStyle::ChineseBracket
        };
        let start = pair.span.start as usize;
        let span = Span::of(start, spaces(text, pair.span.end as usize));
        list.push(Candidate { span, style, number: Some(value), loose: !after_mark(text, start) || text[..start].ends_with('》') });
    }
}

/// ①, ②: at most twenty.
fn circled(reading: &Reading<'_>, list: &mut Vec<Candidate>) {
    for sign in reading.segments.signs.iter().filter(|s| is_circled(s.character)) {
        let value = sign.character as u32 - '①' as u32 + 1;
        let span = Span::of(sign.at as usize, spaces(reading.text, sign.end() as usize));
        list.push(Candidate { span, style: MarkerStyle::Circled, number: Some(value), loose: false });
    }
}

/// The end of the spaces and the stray 、 after a sign that ends at `offset`.
fn spaces(text: &str, offset: usize) -> usize {
    let rest = &text[offset..];
    offset + (rest.len() - rest.trim_start_matches([' ', '\u{3000}', '\t', '、']).len())
}
