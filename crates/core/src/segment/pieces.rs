//! Lines, sentences and clauses, in one pass over the characters.

use super::signs::Sign;
use crate::span::Span;

/// A line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    /// The line with its line end.
    pub(crate) span: Span,
    /// The line without white space around it; empty for a blank line.
    pub(crate) content: Span,
}

/// A sentence, as the guidelines divide a text into units: at 。；！？ and line ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sentence {
    /// The sentence with its terminator and closing marks.
    pub(crate) span: Span,
    /// The sentence without white space and final punctuation; may be empty.
    pub(crate) content: Span,
    /// The character that ends it: one of 。；！？, or a line feed where the line ends it.
    pub(crate) terminator: char,
}

/// A clause: a sentence divided further at ，and ：.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clause {
    /// The clause with its separator.
    pub(crate) span: Span,
    /// The clause without white space and separator; may be empty.
    pub(crate) content: Span,
    /// The character that ends it: a separator, a terminator, or a line feed.
    pub(crate) terminator: char,
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
    let (mut lines, mut sentences, mut clauses) = (Vec::new(), Vec::new(), Vec::new());
    let (mut line, mut sentence, mut clause) = (0, 0, 0);
    let mut signs = signs.iter().peekable();
    while let Some(sign) = signs.next() {
        let c = sign.character;
        if !divides(c) {
            continue;
        }
        let mut end = sign.end() as usize;
        let line_ends = c == '\n' || (c == '\r' && signs.peek().is_none_or(|n| n.at as usize != end || n.character != '\n'));
        let mut sentence_ends = line_ends;
        if ends_sentence(c) {
            // “……。” and ？！ stay together.
            while let Some(n) = signs.next_if(|n| n.at as usize == end && goes_with(n.character)) {
                end = n.end() as usize;
            }
            sentence_ends = true;
        }
        if sentence_ends || ends_clause(c) {
            let span = Span::of(clause, end);
            let terminator = if line_ends { '\n' } else { c };
            clauses.push(Clause { span, content: trim(text, span), terminator });
            clause = end;
            if sentence_ends {
                let span = Span::of(sentence, end);
                sentences.push(Sentence { span, content: trim(text, span), terminator });
                sentence = end;
            }
        }
        if line_ends {
            lines.push(Line { span: Span::of(line, end), content: trim_space(text, Span::of(line, end)) });
            line = end;
        }
    }
    let end = text.len();
    if clause < end {
        clauses.push(Clause { span: Span::of(clause, end), content: trim(text, Span::of(clause, end)), terminator: '\n' });
    }
    if sentence < end {
        sentences.push(Sentence { span: Span::of(sentence, end), content: trim(text, Span::of(sentence, end)), terminator: '\n' });
    }
    if line < end {
        lines.push(Line { span: Span::of(line, end), content: trim_space(text, Span::of(line, end)) });
    }
    (lines, sentences, clauses)
}

/// Whether a character stays with the end of a sentence right before it.
fn goes_with(c: char) -> bool {
    closes(c) || ends_sentence(c) && c != '；'
}

/// The span without white space around it.
pub(crate) fn trim_space(text: &str, span: Span) -> Span {
    let piece = &text[span.range()];
    let start = span.start as usize + (piece.len() - piece.trim_start().len());
    Span::of(start, start + piece.trim().len())
}

/// The span without white space around it and without final punctuation.
pub(crate) fn trim(text: &str, span: Span) -> Span {
    let piece = text[span.range()].trim_end_matches(|c: char| c.is_whitespace() || ends_sentence(c) || ends_clause(c) || c == '、');
    // A closing mark after the terminator hides it: 要落实。” keeps both, as the mark belongs to the content.
    trim_space(text, Span::of(span.start as usize, span.start as usize + piece.len()))
}
