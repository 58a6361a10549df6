//! A word where it stands in a text, and words in a row.

use super::MAX_WORD;
use super::kinds::Kinds;
use crate::span::Span;

/// A word of the lexicon where it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Where it stands.
    pub(crate) span: Span,
    /// All kinds that the word has.
    pub(crate) kinds: Kinds,
}

/// A word as it is kept: there are few sets of kinds, so that a number tells which.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(super) start: u32,
    set: u16,
    pub(super) length: u8,
    /// Whether a word that begins before it reaches into it.
    pub(super) reached: bool,
}

// The length of a word fits in a byte.
const _: () = assert!(MAX_WORD <= u8::MAX as u32);

impl Entry {
    /// A word at `span` with the set of kinds of this number.
    #[inline]
    pub(crate) fn of(span: Span, set: u16) -> Self {
        Self { start: span.start, set, length: span.len() as u8, reached: false }
    }

    #[inline]
    pub(crate) fn start(self) -> u32 {
        self.start
    }

    #[inline]
    pub(crate) fn end(self) -> u32 {
        self.start + u32::from(self.length)
    }

    #[inline]
    pub(crate) fn kinds(self, sets: &[Kinds]) -> Kinds {
        sets.get(usize::from(self.set)).copied().unwrap_or_default()
    }

    #[inline]
    pub(crate) fn token(self, sets: &[Kinds]) -> Token {
        Token { span: Span::new(self.start, self.end()), kinds: self.kinds(sets) }
    }
}

/// Words of a text that stand after one another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'w> {
    pub(super) list: &'w [Entry],
    pub(super) sets: &'w [Kinds],
}

impl<'w> Row<'w> {
    /// The words one by one.
    #[inline]
    pub(crate) fn iter(self) -> impl DoubleEndedIterator<Item = Token> + ExactSizeIterator + Clone + use<'w> {
        self.list.iter().map(move |e| e.token(self.sets))
    }

    /// Each two words that follow one another.
    pub(crate) fn pairs(self) -> impl Iterator<Item = (Token, Token)> + use<'w> {
        self.iter().zip(self.iter().skip(1))
    }

    /// All kinds of the words.
    #[inline]
    pub(crate) fn kinds(self) -> Kinds {
        self.iter().fold(Kinds::default(), |all, t| all.with(t.kinds))
    }

    /// The word at an index.
    #[inline]
    pub(crate) fn get(self, at: usize) -> Option<Token> {
        self.list.get(at).map(|e| e.token(self.sets))
    }

    /// The first word.
    #[inline]
    pub(crate) fn first(self) -> Option<Token> {
        self.get(0)
    }

    /// The last word.
    #[inline]
    pub(crate) fn last(self) -> Option<Token> {
        self.list.last().map(|e| e.token(self.sets))
    }

    /// How many words there are.
    #[inline]
    pub(crate) fn len(self) -> usize {
        self.list.len()
    }

    /// Whether there is no word.
    #[inline]
    pub(crate) fn is_empty(self) -> bool {
        self.list.is_empty()
    }

    /// The first words, so many at most.
    #[inline]
    pub(crate) fn take(self, count: usize) -> Self {
        Self { list: self.list.get(..count).unwrap_or(self.list), ..self }
    }

    /// No words.
    #[inline]
    pub(crate) fn none(self) -> Self {
        Self { list: &[], ..self }
    }

    /// Those of the words for which `keeps` holds, as they are kept.
    pub(crate) fn kept(self, mut keeps: impl FnMut(Span) -> bool) -> Vec<Entry> {
        let mut list = Vec::with_capacity(self.len());
        list.extend(self.list.iter().filter(|e| keeps(Span::new(e.start, e.end()))));
        list
    }

    /// These words instead.
    #[inline]
    pub(crate) fn of<'o>(self, list: &'o [Entry]) -> Row<'o>
    where
        'w: 'o,
    {
        Row { list, sets: self.sets }
    }
}
