//! Markers that are words: 一是, 一要, 第一，, 首先, and a bare number before a verb.

use super::{Candidate, MarkerStyle, after_mark, with_punctuation};
use crate::annotate::{Reading, number};
use crate::lexicon::Kind;
use crate::span::Span;

/// The longest number before 是 or 要, in bytes: 二十三.
const MAX_NUMBER_LENGTH: usize = 9;

/// The words that open, continue and close a series, with the number they stand for.
const SEQUENCE: &[(&str, Option<u32>, Needs)] = &[
    ("首先", Some(1), Needs::Nothing),
    ("首要", Some(1), Needs::Shi),
    ("其一", Some(1), Needs::Pause),
    ("其二", Some(2), Needs::Pause),
    ("其三", Some(3), Needs::Pause),
    ("其四", Some(4), Needs::Pause),
    ("其次", Some(2), Needs::Nothing),
    // 再次 alone is “once more”, 最后 alone is “in the end”.
    ("再次", Some(3), Needs::Pause),
    ("再者", Some(3), Needs::Pause),
    ("最后", None, Needs::PauseOrYao),
];

/// What has to follow a word of [`SEQUENCE`] for it to mark an item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    Nothing,
    /// 是.
    Shi,
    /// A comma or 是.
    Pause,
    /// A comma, 是 or 要.
    PauseOrYao,
}

/// Finds what may be a marker of this form.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Candidate> {
    let mut list = Vec::new();
    numbered(reading, &mut list);
    ordinal_numbers(reading, &mut list);
    clause_starts(reading, &mut list);
    list
}

/// 一是, 二要: a number before 是 or 要.
fn numbered(reading: &Reading<'_>, list: &mut Vec<Candidate>) {
    let text = reading.text;
    for sign in reading.segments.signs.iter().filter(|s| is_numeral(s.character)) {
        let at = sign.end() as usize;
        let (word, style) = match text[at..].chars().next() {
            Some(c @ '是') => (c, MarkerStyle::Shi),
            Some(c @ '要') => (c, MarkerStyle::Yao),
            _ => continue,
        };
        let end = at + word.len_utf8();
        let Some(start) = number_before(text, at) else { continue };
        // 第一是 is read as 第一, and 一是一，二是二 is a saying.
        let after = text[end..].strip_prefix(&text[start..at]);
        if text[..start].ends_with('第') || after.is_some_and(|rest| rest.chars().next().is_none_or(super::is_mark)) {
            continue;
        }
        if let Some((number, length)) = number::leading(&text[start..at]) {
            if length == at - start {
                list.push(Candidate { span: Span::of(start, end), style, number: Some(number), loose: !after_mark(text, start) });
            }
        }
    }
}

/// Where the Chinese number that ends at `end` begins.
fn number_before(text: &str, end: usize) -> Option<usize> {
    let mut start = end;
    for (at, c) in text[..end].char_indices().rev() {
        if !is_numeral(c) {
            break;
        }
        if end - at > MAX_NUMBER_LENGTH {
            return None;
        }
        start = at;
    }
    (start < end).then_some(start)
}

/// A numeral that a marker may be made of.
fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// 第一，, 第二是, 第三个方面，.
fn ordinal_numbers(reading: &Reading<'_>, list: &mut Vec<Candidate>) {
    let text = reading.text;
    for sign in reading.segments.signs.iter().filter(|s| number::starts_number(s.character)) {
        let number_start = sign.at as usize;
        let Some(start) = text[..number_start].strip_suffix('第').map(str::len) else { continue };
        let Some((number, length)) = number::leading(&text[number_start..]) else { continue };
        let mut end = number_start + length;
        let counted = counted_noun(reading, end);
        if let Some(noun_end) = counted {
            end = noun_end;
        }
        let mut rest = text[end..].chars();
        match rest.next() {
            Some('，' | ',' | '：' | ':') => {}
            // 第一、第二产业 counts no items.
            Some('、') if rest.next().is_some_and(|c| c != '第' && !is_numeral(c)) => {}
            Some('是') => end += '是'.len_utf8(),
            // 第一 要抓好: a space stands for the comma.
            Some(' ' | '\u{3000}') if counted.is_none() && after_mark(text, start) => {}
            _ => continue,
        }
        let span = Span::of(start, with_punctuation(text, end));
        list.push(Candidate { span, style: MarkerStyle::Di, number: Some(number), loose: !after_mark(text, start) });
    }
}

/// The end of the measure, and the noun after it, that follow the number of 第三个方面.
fn counted_noun(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let end = reading.tokens.kind_at(at as u32, Kind::Measure)?.span.end;
    let noun = reading.tokens.kind_at(end, Kind::ListNoun).or_else(|| reading.tokens.kind_at(end, Kind::Measure));
    Some(noun.map_or(end, |t| t.span.end) as usize)
}

/// What a clause may begin with: 首先, 其次, 最后, and a bare number before a verb.
fn clause_starts(reading: &Reading<'_>, list: &mut Vec<Candidate>) {
    for clause in &reading.segments.clauses {
        let start = clause.content.start as usize;
        let head = &reading.text[start..];
        let Some(first) = head.chars().next() else { continue };
        if matches!(first, '首' | '其' | '再' | '最') {
            list.extend(sequence(reading.text, start));
        } else if is_numeral(first) {
            let Some((number, length)) = number::leading(head) else { continue };
            let end = start + length;
            let verb = reading.tokens.at(end as u32).is_some_and(|t| t.kinds.has(Kind::Action) && !t.kinds.has(Kind::Measure));
            // 要求：一提高认识。二加强检修。: the first follows what announces it.
            if verb && (number > 1 || reading.text[..start].trim_end().ends_with(['：', ':'])) {
                list.push(Candidate { span: Span::of(start, end), style: MarkerStyle::Bare, number: Some(number), loose: false });
            }
        }
    }
}

/// A word of [`SEQUENCE`] at `start`.
fn sequence(text: &str, start: usize) -> Option<Candidate> {
    let head = &text[start..];
    let &(word, number, needs) = SEQUENCE.iter().find(|(word, ..)| head.starts_with(word))?;
    let mut end = start + word.len();
    let next = text[end..].chars().next()?;
    let shi = next == '是';
    let pause = shi || matches!(next, '，' | ',' | '：');
    let meets = match needs {
        Needs::Nothing => true,
        Needs::Shi => shi,
        Needs::Pause => pause,
        Needs::PauseOrYao => pause || next == '要',
    };
    if shi {
        end += '是'.len_utf8();
    }
    meets.then(|| Candidate { span: Span::of(start, with_punctuation(text, end)), style: MarkerStyle::First, number, loose: false })
}
