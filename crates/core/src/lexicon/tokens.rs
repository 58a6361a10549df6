//! The words of one text, eight bytes each: there is one for every two characters.

use super::kinds::{Kind, Kinds};
use super::letters::NameStarts;
use super::row::{Entry, Row, Token};
use crate::bits::Bits;
use crate::places::Places;
use crate::span::Span;

/// So many bytes of text share their kinds, as a power of two: 64.
const SHIFT: u32 = 6;

/// Words of a text by start, no two at one place, which tells at a look where they stand and that a stretch has none of a
/// kind.
#[derive(Debug)]
pub(crate) struct Words<'l> {
    list: Vec<Entry>,
    sets: &'l [Kinds],
    starts: Places,
    /// All kinds of the words that start within every so many bytes, so that most rules are told at a look that a stretch
    /// of text has no word for them.
    near: Vec<Kinds>,
}

impl<'l> Words<'l> {
    /// The words of a text of `length` bytes.
    pub(crate) fn of(length: usize, list: Vec<Entry>, sets: &'l [Kinds]) -> Self {
        let blocks = (length >> SHIFT) + 1;
        let (mut starts, mut near) = (Vec::with_capacity(blocks), Vec::with_capacity(blocks));
        // What the block that is gone through holds.
        let (mut bits, mut kinds) = (0_u64, Kinds::default());
        for entry in &list {
            while (entry.start >> SHIFT) as usize != starts.len() {
                starts.push(std::mem::take(&mut bits));
                near.push(std::mem::take(&mut kinds));
            }
            bits |= 1 << (entry.start & 63);
            kinds.extend(entry.kinds(sets));
        }
        starts.push(bits);
        near.push(kinds);
        starts.resize(blocks, 0);
        near.resize(blocks, Kinds::default());
        Self { list, sets, starts: Places::of(&Bits::of(starts)), near }
    }

    /// All words.
    pub(crate) fn all(&self) -> Row<'_> {
        Row { list: &self.list, sets: self.sets }
    }

    /// The words from the `from`th up to the `to`th.
    #[inline]
    fn row(&self, from: usize, to: usize) -> Row<'_> {
        Row { list: self.list.get(from..to).unwrap_or_default(), sets: self.sets }
    }

    /// The words that start within `span`.
    #[inline]
    pub(crate) fn within(&self, span: Span) -> Row<'_> {
        self.row(self.first_from(span.start), self.first_from(span.end))
    }

    /// All words of one of these kinds, by start.
    pub(crate) fn with(&self, kinds: Kinds) -> impl Iterator<Item = Token> + '_ {
        self.starting(Span::new(0, u32::MAX), kinds)
    }

    /// The words of one of these kinds that start within `span`, by start; of a long one this costs less than to look at
    /// every word.
    pub(crate) fn starting(&self, span: Span, kinds: Kinds) -> impl Iterator<Item = Token> + '_ {
        let (mut at, end) = (self.first_from(span.start), self.first_from(span.end));
        let mut known = u32::MAX;
        std::iter::from_fn(move || {
            while at < end {
                let entry = self.list.get(at)?;
                let block = entry.start >> SHIFT;
                if block != known && !self.near.get(block as usize)?.meets(kinds) {
                    at = self.first_from((block + 1) << SHIFT);
                    continue;
                }
                known = block;
                at += 1;
                if entry.kinds(self.sets).meets(kinds) {
                    return Some(entry.token(self.sets));
                }
            }
            None
        })
    }

    /// The index of the first word that starts at `offset` or after it.
    #[inline]
    fn first_from(&self, offset: u32) -> usize {
        self.starts.count_before(offset)
    }

    /// The word that starts at `offset`.
    #[inline]
    pub(crate) fn at(&self, offset: u32) -> Option<Token> {
        self.starts.index(offset).and_then(|i| self.all().get(i))
    }

    /// All kinds of the word that starts at `offset`.
    pub(crate) fn kinds_at(&self, offset: u32) -> Kinds {
        self.at(offset).map_or(Kinds::default(), |t| t.kinds)
    }

    /// All kinds of the word that ends at `offset`, in a list without overlap.
    pub(crate) fn kinds_ending(&self, offset: u32) -> Kinds {
        self.ending_at(offset).map_or(Kinds::default(), |t| t.kinds)
    }

    /// Whether a word of a kind starts within `span`.
    #[inline]
    pub(crate) fn any(&self, span: Span, kinds: &[Kind]) -> bool {
        self.has(span, Kinds::of(kinds))
    }

    fn has(&self, span: Span, kinds: Kinds) -> bool {
        self.may_meet(span, kinds) && self.within(span).iter().any(|t| t.kinds.meets(kinds))
    }

    /// Whether a word of one of these kinds may start within `span`; it may stand close to it, too.
    #[inline]
    pub(crate) fn may_have(&self, span: Span, kinds: &[Kind]) -> bool {
        self.may_meet(span, Kinds::of(kinds))
    }

    #[inline]
    fn may_meet(&self, span: Span, kinds: Kinds) -> bool {
        let (from, to) = ((span.start >> SHIFT) as usize, (span.end >> SHIFT) as usize + 1);
        self.near.get(from..to).is_none_or(|near| near.iter().any(|k| k.meets(kinds)))
    }

    /// The word that ends at `offset`, in a list without overlap.
    pub(crate) fn ending_at(&self, offset: u32) -> Option<Token> {
        self.last_before(offset).filter(|t| t.span.end == offset)
    }

    /// Whether a word begins before `offset` and goes on past it, in a list without overlap.
    pub(crate) fn goes_on_at(&self, offset: u32) -> bool {
        self.last_before(offset).is_some_and(|t| t.span.end > offset)
    }

    /// The last word that starts before `offset`.
    fn last_before(&self, offset: u32) -> Option<Token> {
        self.first_from(offset).checked_sub(1).and_then(|at| self.all().get(at))
    }
}

/// The words of one text, by start; at most one starts at each character, the longest.
#[derive(Debug)]
pub(crate) struct Tokens<'l> {
    words: Words<'l>,
    ends: Bits,
    /// The length of the longest word of the text.
    longest: u32,
    name_starts: NameStarts,
}

/// The words of a text while they are found one by one.
pub(super) struct Found {
    list: Vec<Entry>,
    ends: Bits,
    longest: u32,
    /// Where the words found so far end.
    covered: u32,
}

impl Found {
    /// No word of a text of `length` bytes yet.
    pub(super) fn within(length: usize) -> Self {
        Self { list: Vec::with_capacity(length / 5), ends: Bits::within(length), longest: 0, covered: 0 }
    }

    /// Adds the next word.
    #[inline]
    pub(super) fn push(&mut self, span: Span, set: u16) {
        let mut entry = Entry::of(span, set);
        entry.reached = span.start < self.covered;
        self.list.push(entry);
        self.covered = self.covered.max(span.end);
        self.longest = self.longest.max(span.len());
        self.ends.insert(span.end);
    }

    /// All words.
    pub(super) fn tokens(self, length: usize, sets: &[Kinds], name_starts: NameStarts) -> Tokens<'_> {
        Tokens { words: Words::of(length, self.list, sets), ends: self.ends, longest: self.longest, name_starts }
    }
}

impl<'l> Tokens<'l> {
    /// All words as they are kept, by start.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.words.list
    }

    /// The sets of kinds, by their numbers.
    pub(crate) fn sets(&self) -> &'l [Kinds] {
        self.words.sets
    }

    /// All words, by start.
    pub(crate) fn all(&self) -> impl Iterator<Item = Token> + '_ {
        self.words.all().iter()
    }

    /// All words of one of these kinds, by start.
    pub(crate) fn with(&self, kinds: Kinds) -> impl Iterator<Item = Token> + '_ {
        self.words.with(kinds)
    }

    /// The words of one of these kinds that lie wholly within `span`, by start; of a long one this costs less than to look
    /// at every word.
    pub(crate) fn among(&self, span: Span, kinds: Kinds) -> impl Iterator<Item = Token> + '_ {
        self.words.starting(span, kinds).filter(move |t| t.span.end <= span.end)
    }

    /// All words that no word before them reaches into, by start.
    pub(crate) fn apart(&self) -> impl Iterator<Item = Token> + '_ {
        self.words.list.iter().filter(|e| !e.reached).map(|e| e.token(self.words.sets))
    }

    /// Whether a word that begins before the one at `offset` reaches into it.
    pub(crate) fn is_reached(&self, offset: u32) -> bool {
        self.words.starts.index(offset).and_then(|at| self.words.list.get(at)).is_some_and(|e| e.reached)
    }

    /// Whether a word of one of these kinds may start within `span`; it may stand close to it, too.
    #[inline]
    pub(crate) fn may_have(&self, span: Span, kinds: &[Kind]) -> bool {
        self.words.may_have(span, kinds)
    }

    /// Where a name can begin by its first character alone: at a surname, or where foreign names are written with it.
    pub(crate) fn name_starts(&self) -> &NameStarts {
        &self.name_starts
    }

    /// Gives up where names can begin: once they are read, nothing asks for it.
    pub(crate) fn forget_name_starts(&mut self) {
        self.name_starts = NameStarts::default();
    }

    /// The word that starts at `offset`.
    #[inline]
    pub(crate) fn at(&self, offset: u32) -> Option<Token> {
        self.words.at(offset)
    }

    /// All kinds of the word that starts at `offset`.
    pub(crate) fn kinds_at(&self, offset: u32) -> Kinds {
        self.words.kinds_at(offset)
    }

    /// The word of a kind that starts at `offset`.
    pub(crate) fn kind_at(&self, offset: u32, kind: Kind) -> Option<Token> {
        self.at(offset).filter(|t| t.kinds.has(kind))
    }

    /// Whether a word starts at `offset`.
    #[inline]
    pub(crate) fn start_at(&self, offset: u32) -> bool {
        self.words.starts.has(offset)
    }

    /// Whether a word ends at `offset`.
    #[inline]
    pub(crate) fn end_at(&self, offset: u32) -> bool {
        self.ends.has(offset)
    }

    /// The words that end at `offset`, the longest first.
    fn ending(&self, offset: u32) -> impl Iterator<Item = Token> + '_ {
        let near = || self.words.within(Span::new(offset.saturating_sub(self.longest), offset)).list;
        let near = if self.ends.has(offset) { near() } else { &[] };
        near.iter().filter(move |e| e.end() == offset).map(|e| e.token(self.words.sets))
    }

    /// The longest word of a kind that ends at `offset`.
    pub(crate) fn ending_at(&self, offset: u32, kind: Kind) -> Option<Token> {
        self.ending(offset).find(|t| t.kinds.has(kind))
    }

    /// All kinds of the words that end at `offset`.
    pub(crate) fn kinds_ending(&self, offset: u32) -> Kinds {
        self.ending(offset).fold(Kinds::default(), |all, t| all.with(t.kinds))
    }

    /// The first word that begins before `span` and takes it in: the 重要讲话 around 要.
    pub(crate) fn around(&self, span: Span) -> Option<Token> {
        self.words.within(Span::new(span.end.saturating_sub(self.longest), span.start)).iter().find(|t| t.span.end >= span.end)
    }

    /// The words that lie wholly within `span`.
    pub(crate) fn within(&self, span: Span) -> impl DoubleEndedIterator<Item = Token> + '_ {
        self.words.within(span).iter().filter(move |t| t.span.end <= span.end)
    }

    /// The words of a kind that lie wholly within `span`.
    pub(crate) fn of(&self, span: Span, kind: Kind) -> impl DoubleEndedIterator<Item = Token> + '_ {
        let span = if self.may_have(span, &[kind]) { span } else { Span::default() };
        self.within(span).filter(move |t| t.kinds.has(kind))
    }

    /// Whether a word of one of these kinds lies wholly within `span`.
    pub(crate) fn any(&self, span: Span, kinds: &[Kind]) -> bool {
        self.may_have(span, kinds) && self.within(span).any(|t| t.kinds.any(kinds))
    }
}
