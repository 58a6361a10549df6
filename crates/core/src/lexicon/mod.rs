//! The words of administrative prose, found by one scan: the longest word at every character.
//!
//! Words live in `data/*.tsv`; `data/README.md` says how to add one.

mod kinds;
mod names;
mod own;
mod short;
mod table;
mod trie;

pub(crate) use kinds::{Kind, Kinds};
pub(crate) use names::Names;
pub(crate) use own::OwnWords;

use std::sync::Arc;

use std::sync::LazyLock;

use crate::places::Places;
use crate::span::Span;
use trie::Trie;

static BUILTIN: LazyLock<Arc<Trie>> = LazyLock::new(|| Arc::new(trie(table::builtin())));

/// The graph of these words, which knows as well what names begin with.
fn trie(words: Vec<(&str, Kinds)>) -> Trie {
    let names = Names::get();
    Trie::of(words, |c| names.begins(c))
}

/// Words with their kinds.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    words: Arc<Trie>,
}

/// A word of the lexicon where it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Where it stands.
    pub(crate) span: Span,
    /// All kinds that the word has.
    pub(crate) kinds: Kinds,
}

/// The words of one text, by start; at most one starts at each character, the longest.
#[derive(Debug, Default)]
pub(crate) struct Tokens<'l> {
    list: Vec<Entry<'l>>,
    starts: Places,
    ends: Places,
    /// All kinds of the words that start within every so many bytes, so that most rules are told at a look that a stretch
    /// of text has no word for them.
    near: Vec<Kinds>,
    /// The length of the longest word of the text.
    longest: u32,
    name_starts: Vec<u32>,
}

/// So many bytes of text share their kinds, as a power of two: 64.
const SHIFT: u32 = 6;

/// A word of a text as it is kept: there is one for every two characters, and few sets of kinds.
#[derive(Clone, Copy, Debug)]
struct Entry<'l> {
    span: Span,
    kinds: &'l Kinds,
}

impl Entry<'_> {
    #[inline]
    fn token(&self) -> Token {
        Token { span: self.span, kinds: *self.kinds }
    }
}

impl Lexicon {
    /// The built-in words, shared by all parsers.
    pub(crate) fn builtin() -> Self {
        Self { words: Arc::clone(&BUILTIN) }
    }

    /// The built-in words with the caller's beside them; a word of both has the kinds of both.
    pub(crate) fn with(own: &OwnWords) -> Self {
        if own.is_empty() {
            return Self::builtin();
        }
        let mut words = table::builtin();
        words.extend(own.iter());
        table::merge(&mut words);
        Self { words: Arc::new(trie(words)) }
    }

    /// Finds the longest word at every character of `text`.
    pub(crate) fn scan(&self, text: &str) -> Tokens<'_> {
        let mut list: Vec<Entry<'_>> = Vec::with_capacity(text.len() / 5);
        let sets = self.words.kinds();
        let name_starts = self.words.each(text, |span, kinds| list.push(Entry { span, kinds: &sets[usize::from(kinds)] }));
        let (mut starts, mut ends) = (Places::within(text.len()), Places::within(text.len()));
        let mut near = vec![Kinds::default(); (text.len() >> SHIFT) + 1];
        let mut longest = 0;
        for Entry { span, kinds } in &list {
            longest = longest.max(span.len());
            starts.insert(span.start);
            ends.insert(span.end);
            near[(span.start >> SHIFT) as usize].extend(**kinds);
        }
        Tokens { list, starts: starts.counted(), ends: ends.counted(), near, longest, name_starts }
    }

    /// The kinds of `word`, where the lexicon has it.
    pub(crate) fn kinds(&self, word: &str) -> Kinds {
        self.words.exact(word.chars())
    }

    /// The kinds of a word of one character.
    pub(crate) fn kinds_of(&self, c: char) -> Kinds {
        self.kinds_spelt([c].into_iter())
    }

    /// The kinds of the word of these characters.
    pub(crate) fn kinds_spelt(&self, word: impl Iterator<Item = char>) -> Kinds {
        self.words.exact(word)
    }
}

impl Tokens<'_> {
    /// All words, by start.
    pub(crate) fn all(&self) -> impl Iterator<Item = Token> + '_ {
        self.list.iter().map(Entry::token)
    }

    /// All words of one of these kinds, by start.
    pub(crate) fn with(&self, kinds: Kinds) -> impl Iterator<Item = Token> + '_ {
        let stretches = (0_u32..).zip(&self.near).filter(move |(_, near)| near.meets(kinds));
        let words = stretches.flat_map(|(at, _)| &self.list[self.first_from(at << SHIFT)..self.first_from((at + 1) << SHIFT)]);
        words.filter(move |e| e.kinds.meets(kinds)).map(Entry::token)
    }

    /// Whether a word of one of these kinds may start within `span`; it may stand close to it, too.
    #[inline]
    pub(crate) fn may_have(&self, span: Span, kinds: Kinds) -> bool {
        let (from, to) = ((span.start >> SHIFT) as usize, (span.end >> SHIFT) as usize + 1);
        self.near.get(from..to).is_none_or(|near| near.iter().any(|k| k.meets(kinds)))
    }

    /// Where a name can begin by its first character alone: at a surname, or where foreign names are written with it.
    pub(crate) fn name_starts(&self) -> &[u32] {
        &self.name_starts
    }

    /// The index of the first word that starts at `offset` or after it.
    #[inline]
    fn first_from(&self, offset: u32) -> usize {
        self.starts.count_before(offset)
    }

    /// The word that starts at `offset`.
    #[inline]
    pub(crate) fn at(&self, offset: u32) -> Option<Token> {
        self.starts.index(offset).and_then(|i| self.list.get(i)).map(Entry::token)
    }

    /// The word of a kind that starts at `offset`.
    pub(crate) fn kind_at(&self, offset: u32, kind: Kind) -> Option<Token> {
        self.at(offset).filter(|t| t.kinds.has(kind))
    }

    /// Whether a word starts at `offset`.
    #[inline]
    pub(crate) fn start_at(&self, offset: u32) -> bool {
        self.starts.has(offset)
    }

    /// Whether a word ends at `offset`.
    #[inline]
    pub(crate) fn end_at(&self, offset: u32) -> bool {
        self.ends.has(offset)
    }

    /// The longest word of a kind that ends at `offset`.
    pub(crate) fn ending_at(&self, offset: u32, kind: Kind) -> Option<Token> {
        if !self.ends.has(offset) {
            return None;
        }
        let (from, to) = (self.first_from(offset.saturating_sub(self.longest)), self.first_from(offset));
        self.list[from..to.max(from)].iter().find(|e| e.span.end == offset && e.kinds.has(kind)).map(Entry::token)
    }

    /// All kinds of the words that end at `offset`.
    pub(crate) fn kinds_ending(&self, offset: u32) -> Kinds {
        let mut kinds = Kinds::default();
        if self.ends.has(offset) {
            let (from, to) = (self.first_from(offset.saturating_sub(self.longest)), self.first_from(offset));
            self.list[from..to.max(from)].iter().filter(|e| e.span.end == offset).for_each(|e| kinds.extend(*e.kinds));
        }
        kinds
    }

    /// The first word that begins before `span` and takes it in: the 重要讲话 around 要.
    pub(crate) fn around(&self, span: Span) -> Option<Token> {
        let from = self.first_from(span.end.saturating_sub(self.longest));
        self.list[from..].iter().take_while(|e| e.span.start < span.start).find(|e| e.span.end >= span.end).map(Entry::token)
    }

    /// The words that lie wholly within `span`.
    pub(crate) fn within(&self, span: Span) -> impl DoubleEndedIterator<Item = Token> + '_ {
        let from = self.first_from(span.start);
        let to = self.first_from(span.end);
        self.list[from..to.max(from)].iter().filter(move |e| e.span.end <= span.end).map(Entry::token)
    }

    /// The words of a kind that lie wholly within `span`.
    pub(crate) fn of(&self, span: Span, kind: Kind) -> impl DoubleEndedIterator<Item = Token> + '_ {
        let span = if self.may_have(span, Kinds::of(&[kind])) { span } else { Span::default() };
        self.within(span).filter(move |t| t.kinds.has(kind))
    }

    /// Whether a word of one of these kinds lies wholly within `span`.
    pub(crate) fn any(&self, span: Span, kinds: &[Kind]) -> bool {
        let kinds = Kinds::of(kinds);
        self.may_have(span, kinds) && self.within(span).any(|t| t.kinds.meets(kinds))
    }
}

/// The longest word that a lexicon may hold, in bytes: 40 characters of three bytes.
pub(crate) const MAX_WORD: u32 = 120;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_wins_at_every_character() {
        let lexicon = Lexicon::builtin();
        let tokens = lexicon.scan("主持会议并强调");
        assert!(tokens.at(0).is_some_and(|t| t.kinds.has(Kind::Chair)));
        assert!(tokens.kind_at(6, Kind::MeetingForm).is_some());
        assert!(tokens.ending_at(21, Kind::Say).is_some());
        assert!(!lexicon.kinds("强调").has(Kind::Chair));
    }
}
