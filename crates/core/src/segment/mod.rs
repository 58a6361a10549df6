//! Lines, pairs, sentences and clauses of the repaired text.

mod pairs;
mod pieces;
mod signs;

pub(crate) use pairs::{Pair, Pairs};
pub(crate) use pieces::{Clause, Line, Sentence, boundary, trim, trim_space};
pub(crate) use signs::{Sign, all_signs, is_circled, is_dot, is_space, is_stop};

use crate::ordered::{Ordered, Placed};
use crate::span::Span;

/// The repaired text, divided. Pieces of one kind, put end to end, are the text.
#[derive(Debug)]
pub(crate) struct Segments {
    /// Lines, each with its line end.
    pub(crate) lines: Ordered<Line>,
    /// Sentences, each with its terminator: divided at 。；！？ and at line ends.
    pub(crate) sentences: Ordered<Sentence>,
    /// Clauses, each with its separator: sentences divided further at ，and ：.
    pub(crate) clauses: Ordered<Clause>,
    /// Brackets and quotation marks.
    pub(crate) pairs: Pairs,
    /// The characters that divide, enclose or count.
    pub(crate) signs: Vec<Sign>,
    /// Where the dots stand that may part a foreign name.
    dots: Vec<u32>,
}

impl Segments {
    /// Divides `text`, whose signs these are.
    pub(crate) fn of(text: &str, signs: Vec<Sign>) -> Self {
        let (lines, sentences, clauses) = pieces::divide(text, &signs);
        Self {
            lines: Ordered::of(text.len(), lines),
            sentences: Ordered::of(text.len(), sentences),
            clauses: Ordered::of(text.len(), clauses),
            pairs: Pairs::of(text.len(), &signs),
            dots: signs.iter().filter(|s| is_dot(s.character)).map(|s| s.at).collect(),
            signs,
        }
    }

    /// Where the first dot stands from `offset` on.
    pub(crate) fn next_dot(&self, offset: u32) -> Option<u32> {
        self.dots.get(self.dots.partition_point(|&at| at < offset)).copied()
    }

    /// The index of the line that holds `offset`.
    pub(crate) fn line_at(&self, offset: u32) -> usize {
        holder(&self.lines, offset)
    }

    /// The index of the sentence that holds `offset`.
    pub(crate) fn sentence_at(&self, offset: u32) -> usize {
        holder(&self.sentences, offset)
    }

    /// The index of the clause that holds `offset`.
    pub(crate) fn clause_at(&self, offset: u32) -> usize {
        holder(&self.clauses, offset)
    }

    /// The line that holds `offset`; of an empty text, an empty one.
    pub(crate) fn line(&self, offset: u32) -> Line {
        self.lines.get(self.line_at(offset)).copied().unwrap_or_default()
    }

    /// The sentence that holds `offset`.
    pub(crate) fn sentence(&self, offset: u32) -> Sentence {
        self.sentences.get(self.sentence_at(offset)).copied().unwrap_or_default()
    }

    /// The clause that holds `offset`.
    pub(crate) fn clause(&self, offset: u32) -> Clause {
        self.clauses.get(self.clause_at(offset)).copied().unwrap_or_default()
    }

    /// The sentences that start within `span`.
    pub(crate) fn sentences_in(&self, span: Span) -> &[Sentence] {
        self.sentences.starting(span)
    }

    /// The clauses that start within `span`.
    pub(crate) fn clauses_in(&self, span: Span) -> &[Clause] {
        self.clauses.starting(span)
    }
}

/// The index of the piece that holds `offset`; the last one past the end of the text.
fn holder<T: Placed>(pieces: &Ordered<T>, offset: u32) -> usize {
    pieces.last_up_to(offset).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    const TEXTS: &[&str] = &[
        "",
        "一",
        "。",
        "。。\n\n，",
        "会议强调，要抓好：一是“责任。落实”；\r\n二是（监督",
        "\r\r\n \u{3000}标题\u{3000}\n正文？！”",
        "𠮷野，a,b;c",
    ];

    fn segments(text: &str) -> Segments {
        Segments::of(text, Lexicon::builtin().scan(text).1)
    }

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
            let s = segments(text);
            joined(text, s.lines.iter().map(|l| l.span));
            joined(text, s.sentences.iter().map(|x| x.span));
            joined(text, s.clauses.iter().map(|c| c.span));
            for x in &s.sentences {
                assert!(x.span.contains(x.content), "{text:?}");
            }
        }
    }

    #[test]
    fn content_is_what_trimming_leaves() {
        for text in TEXTS {
            let s = segments(text);
            for (span, content) in s.clauses.iter().map(|c| (c.span, c.content)).chain(s.sentences.iter().map(|x| (x.span, x.content))) {
                assert_eq!(content, trim(text, span), "{text:?}");
            }
        }
    }

    #[test]
    fn a_closing_quotation_mark_stays_with_its_sentence() {
        let text = "他说：“要落实。”会议指出，好。";
        let s = segments(text);
        let read: Vec<&str> = s.sentences.iter().map(|x| &text[x.span.range()]).collect();
        assert_eq!(read, ["他说：“要落实。”", "会议指出，好。"]);
    }

    #[test]
    fn nested_pairs_know_their_parents() {
        let text = "（一）“‘青马’计划”（未完";
        let s = segments(text);
        assert_eq!(s.pairs.list.len(), 3);
        assert_eq!(s.pairs.list[2].parent, Some(1));
        assert_eq!(s.pairs.unmatched.len(), 1);
    }
}
