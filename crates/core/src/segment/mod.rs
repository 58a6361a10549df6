//! Lines, pairs, sentences and clauses of the repaired text.

mod pairs;
mod pieces;

pub(crate) use pairs::{Pair, Pairs};
pub(crate) use pieces::{Clause, Line, Sentence, trim, trim_space};

use crate::span::Span;

/// The repaired text, divided. Pieces of one kind, put end to end, are the text.
#[derive(Debug)]
pub(crate) struct Segments {
    /// Lines, each with its line end.
    pub(crate) lines: Vec<Line>,
    /// Sentences, each with its terminator: divided at 。；！？ and at line ends.
    pub(crate) sentences: Vec<Sentence>,
    /// Clauses, each with its separator: sentences divided further at ，and ：.
    pub(crate) clauses: Vec<Clause>,
    /// Brackets and quotation marks.
    pub(crate) pairs: Pairs,
}

impl Segments {
    /// Divides `text` in one pass.
    pub(crate) fn of(text: &str) -> Self {
        let (lines, sentences, clauses) = pieces::divide(text);
        Self { lines, sentences, clauses, pairs: Pairs::of(text) }
    }

    /// The index of the line that holds `offset`.
    pub(crate) fn line_at(&self, offset: u32) -> usize {
        self.lines.partition_point(|l| l.span.end <= offset).min(self.lines.len().saturating_sub(1))
    }

    /// The index of the sentence that holds `offset`.
    pub(crate) fn sentence_at(&self, offset: u32) -> usize {
        self.sentences.partition_point(|s| s.span.end <= offset).min(self.sentences.len().saturating_sub(1))
    }

    /// The index of the clause that holds `offset`.
    pub(crate) fn clause_at(&self, offset: u32) -> usize {
        self.clauses.partition_point(|c| c.span.end <= offset).min(self.clauses.len().saturating_sub(1))
    }

    /// The sentences that start within `span`.
    pub(crate) fn sentences_in(&self, span: Span) -> &[Sentence] {
        let from = self.sentences.partition_point(|s| s.span.start < span.start);
        let to = self.sentences.partition_point(|s| s.span.start < span.end);
        &self.sentences[from..to.max(from)]
    }

    /// The clauses that start within `span`.
    pub(crate) fn clauses_in(&self, span: Span) -> &[Clause] {
        let from = self.clauses.partition_point(|c| c.span.start < span.start);
        let to = self.clauses.partition_point(|c| c.span.start < span.end);
        &self.clauses[from..to.max(from)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: &[&str] = &[
        "",
        "一",
        "。",
        "。。\n\n，",
        "会议强调，要抓好：一是“责任。落实”；\r\n二是（监督",
        "\r\r\n \u{3000}标题\u{3000}\n正文？！”",
        "𠮷野，a,b;c",
    ];

    fn joined(text: &str, spans: impl Iterator<Item = Span>) {
        let mut at = 0;
        for span in spans {
            assert_eq!(span.start, at, "{text:?}");
            assert!(span.end > span.start, "{text:?}");
            at = span.end;
        }
        assert_eq!(at as usize, text.len(), "{text:?}");
    }

    #[test]
    fn pieces_put_end_to_end_are_the_text() {
        for text in TEXTS {
            let s = Segments::of(text);
            joined(text, s.lines.iter().map(|l| l.span));
            joined(text, s.sentences.iter().map(|x| x.span));
            joined(text, s.clauses.iter().map(|c| c.span));
            for x in &s.sentences {
                assert!(x.span.contains(x.content), "{text:?}");
            }
        }
    }

    #[test]
    fn a_closing_quotation_mark_stays_with_its_sentence() {
        let text = "他说：“要落实。”会议指出，好。";
        let s = Segments::of(text);
        let read: Vec<&str> = s.sentences.iter().map(|x| &text[x.span.range()]).collect();
        assert_eq!(read, ["他说：“要落实。”", "会议指出，好。"]);
    }

    #[test]
    fn nested_pairs_know_their_parents() {
        let text = "（一）“‘青马’计划”（未完";
        let s = Segments::of(text);
        assert_eq!(s.pairs.list.len(), 3);
        assert_eq!(s.pairs.list[2].parent, Some(1));
        assert_eq!(s.pairs.unmatched.len(), 1);
    }
}
