//! Lines, sentences and clauses, in one pass over the characters.

use super::signs::{Sign, is_space};
use crate::ordered::Placed;
use crate::span::Span;

/// A line.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Line {
    /// The line with its line end.
    pub(crate) span: Span,
    /// The line without white space around it; empty for a blank line.
    pub(crate) content: Span,
}

/// A sentence, as the guidelines divide a text into units: at 。；！？ and line ends.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sentence {
    /// The sentence with its terminator and closing marks.
    pub(crate) span: Span,
    /// The sentence without white space and final punctuation; may be empty.
    pub(crate) content: Span,
    /// The character that ends it: one of 。；！？, or a line feed where the line ends it.
    pub(crate) terminator: char,
}

/// A clause: a sentence divided further at ，and ：.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Clause {
    /// The clause with its separator.
    pub(crate) span: Span,
    /// The clause without white space and separator; may be empty.
    pub(crate) content: Span,
    /// The character that ends it: a separator, a terminator, or a line feed.
    pub(crate) terminator: char,
}

impl Placed for Line {
    fn span(&self) -> Span {
        self.span
    }
}

impl Placed for Sentence {
    fn span(&self) -> Span {
        self.span
    }
}

impl Placed for Clause {
    fn span(&self) -> Span {
        self.span
    }
}

/// Whether a character ends a sentence.
const fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '；' | '！' | '？' | ';' | '!' | '?')
}

/// Whether a character ends a clause but not a sentence.
const fn ends_clause(c: char) -> bool {
    matches!(c, '，' | '：')
}

/// Whether a character may end a line, a sentence or a clause.
pub(super) const fn divides(c: char) -> bool {
    ends_sentence(c) || ends_clause(c) || matches!(c, '\n' | '\r')
}

/// Whether a character closes a pair, so that it goes with the sentence before it.
fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '）' | ')' | '》' | '」' | '』' | '】')
}

/// Divides `text`, whose signs these are, into lines, sentences and clauses.
pub(super) fn divide(text: &str, signs: &[Sign]) -> (Vec<Line>, Vec<Sentence>, Vec<Clause>) {
    // About so many bytes a line, a sentence and a clause of prose has.
    let room = |length: usize| text.len() / length + 4;
    let (mut lines, mut sentences, mut clauses) =
        (Vec::with_capacity(room(200)), Vec::with_capacity(room(80)), Vec::with_capacity(room(36)));
    let (mut line, mut sentence, mut clause) = (Open::default(), Open::default(), Open::default());
    let mut next = 0;
    while let Some(sign) = signs.get(next) {
        next += 1;
        let c = sign.character;
        if !divides(c) {
            continue;
        }
        let mut end = sign.end();
        let line_ends = c == '\n' || (c == '\r' && signs.get(next).is_none_or(|n| n.at != end || n.character != '\n'));
        let mut sentence_ends = line_ends;
        if ends_sentence(c) {
            // “……。” and ？！ stay together.
            while let Some(n) = signs.get(next).filter(|n| n.at == end && goes_with(n.character)) {
                end = n.end();
                next += 1;
            }
            sentence_ends = true;
        }
        if sentence_ends || ends_clause(c) {
            let terminator = if line_ends { '\n' } else { c };
            let (span, content) = clause.close(signs, next, end);
            clauses.push(Clause { span, content, terminator });
            if sentence_ends {
                let (span, content) = sentence.close(signs, next, end);
                sentences.push(Sentence { span, content, terminator });
            }
        }
        if line_ends {
            let span = line.close(signs, next, end).0;
            lines.push(Line { span, content: trim_space(text, span) });
        }
    }
    let (end, past) = (text.len() as u32, signs.len());
    if clause.start < end {
        let (span, content) = clause.close(signs, past, end);
        clauses.push(Clause { span, content, terminator: '\n' });
    }
    if sentence.start < end {
        let (span, content) = sentence.close(signs, past, end);
        sentences.push(Sentence { span, content, terminator: '\n' });
    }
    if line.start < end {
        let span = line.close(signs, past, end).0;
        lines.push(Line { span, content: trim_space(text, span) });
    }
    // Of a text that is nothing but marks there are many more than of prose.
    lines.shrink_to_fit();
    sentences.shrink_to_fit();
    clauses.shrink_to_fit();
    (lines, sentences, clauses)
}

/// A piece whose end is still to come: where it starts, and the index of its first sign.
#[derive(Clone, Copy, Debug, Default)]
struct Open {
    start: u32,
    first: usize,
}

impl Open {
    /// The piece that ends at `end`, before the sign `past`, and what [`trim`] leaves of it, by its signs alone. The next
    /// piece is opened.
    fn close(&mut self, signs: &[Sign], past: usize, end: u32) -> (Span, Span) {
        let span = Span::new(self.start, end);
        let own = signs.get(self.first..past).unwrap_or_default();
        *self = Self { start: end, first: past };
        let mut content = span;
        let mut left = own.len();
        while let Some(sign) = left.checked_sub(1).and_then(|i| own.get(i)) {
            if sign.end() != content.end || !is_trimmed(sign.character) {
                break;
            }
            content.end = sign.at;
            left -= 1;
        }
        for sign in &own[..left] {
            if sign.at != content.start || !is_space(sign.character) {
                break;
            }
            content.start = sign.end();
        }
        (span, content)
    }
}

/// Whether a character at the end of a piece is no part of what it says.
fn is_trimmed(c: char) -> bool {
    is_space(c) || ends_sentence(c) || ends_clause(c) || c == '、'
}

/// Whether a character stays with the end of a sentence right before it.
fn goes_with(c: char) -> bool {
    closes(c) || ends_sentence(c) && c != '；'
}

/// The last character boundary of a text at or before `offset`.
pub(crate) fn boundary(text: &str, offset: u32) -> u32 {
    let mut at = (offset as usize).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at as u32
}

/// The span without white space around it.
pub(crate) fn trim_space(text: &str, span: Span) -> Span {
    let piece = text[span.range()].trim_start();
    let start = span.end as usize - piece.len();
    Span::of(start, start + piece.trim_end().len())
}

/// The span without white space around it and without final punctuation.
pub(crate) fn trim(text: &str, span: Span) -> Span {
    let piece = text[span.range()].trim_end_matches(is_trimmed);
    // A closing mark after the terminator hides it: 要落实。” keeps both, as the mark belongs to the content.
    trim_space(text, Span::of(span.start as usize, span.start as usize + piece.len()))
}
