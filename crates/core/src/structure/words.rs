//! The words of a text as one reads them: no word that begins inside a longer one.
//!
//! The lexicon gives the longest word at every character; the 要 of 主要 is among them. Here 主要 covers it.

use crate::annotate::Reading;
use crate::lexicon::{Kind, Kinds, Token};
use crate::places::Places;
use crate::span::Span;

/// The length of 了 and of 要 in bytes.
const LE: u32 = 3;

/// How many characters at the head of a span are tried as a word.
const MAX_HEAD: usize = 6;

/// The words of a text, by start, without overlap.
#[derive(Debug, Default)]
pub(super) struct Words {
    list: Vec<Token>,
    starts: Places,
    /// All kinds of the words that start within every so many bytes, so that most rules are told at a look that a clause
    /// has no word for them.
    kinds: Vec<Kinds>,
}

/// So many bytes of text share their kinds, as a power of two: 32, about a clause.
const SHIFT: u32 = 5;

impl Words {
    /// The words of a reading.
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let mut list: Vec<Token> = Vec::with_capacity(reading.text.len() / 6);
        let mut starts = Places::within(reading.text.len());
        let mut kinds = vec![Kinds::default(); (reading.text.len() >> SHIFT) + 1];
        let mut covered = 0;
        for token in reading.tokens.all() {
            if token.span.start >= covered {
                let token = apart(reading, without_le(reading, token));
                covered = token.span.end;
                starts.insert(token.span.start);
                if let Some(kinds) = kinds.get_mut((token.span.start >> SHIFT) as usize) {
                    kinds.extend(token.kinds);
                }
                list.push(token);
            }
        }
        Self { list, starts: starts.counted(), kinds }
    }

    /// All words.
    pub(super) fn all(&self) -> &[Token] {
        &self.list
    }

    /// The words that start within `span`.
    pub(super) fn within(&self, span: Span) -> &[Token] {
        let (from, to) = (self.starts.count_before(span.start), self.starts.count_before(span.end));
        self.list.get(from..to.max(from)).unwrap_or_default()
    }

    /// The word that starts at `offset`.
    pub(super) fn at(&self, offset: u32) -> Option<Token> {
        self.starts.index(offset).and_then(|i| self.list.get(i)).copied()
    }

    /// The word that ends at `offset`.
    pub(super) fn ending_at(&self, offset: u32) -> Option<Token> {
        // As no word overlaps another, it is the last that starts before.
        let last = self.starts.count_before(offset).checked_sub(1)?;
        self.list.get(last).filter(|t| t.span.end == offset).copied()
    }

    /// Whether a word begins before `offset` and goes on past it.
    pub(super) fn goes_on_at(&self, offset: u32) -> bool {
        let last = self.starts.count_before(offset).checked_sub(1);
        last.and_then(|at| self.list.get(at)).is_some_and(|t| t.span.end > offset)
    }

    /// Whether a word of a kind starts within `span`.
    #[inline]
    pub(super) fn any(&self, span: Span, kinds: &[Kind]) -> bool {
        self.may_have(span, kinds) && self.within(span).iter().any(|t| t.kinds.any(kinds))
    }

    /// Whether a word of one of these kinds may start within `span`; it may stand close to it, too.
    #[inline]
    pub(super) fn may_have(&self, span: Span, kinds: &[Kind]) -> bool {
        let (from, to) = ((span.start >> SHIFT) as usize, (span.end >> SHIFT) as usize + 1);
        self.kinds.get(from..to).is_none_or(|near| near.iter().any(|k| k.any(kinds)))
    }
}

/// The longest word of a kind that `span` begins with, whatever longer word begins there: the 各 of 各级党委.
pub(super) fn head_of(reading: &Reading<'_>, span: Span, kind: Kind) -> Option<Span> {
    let text = reading.slice(span);
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(MAX_HEAD);
    ends.filter(|&end| reading.lexicon.kinds(&text[..end]).has(kind)).last().map(|end| Span::new(span.start, span.start + end as u32))
}

/// The word of a kind that `span` ends with, unless a longer word takes it in: the 要 of 都要, not of 重要.
pub(super) fn tail_of(reading: &Reading<'_>, span: Span, kind: Kind) -> Option<Span> {
    let word = reading.tokens.ending_at(span.end, kind).filter(|t| t.span.start >= span.start)?;
    let longer = reading.tokens.around(word.span).filter(|t| t.span.start >= span.start);
    longer.is_none_or(|t| t.span.end == span.end && t.kinds.has(kind)).then_some(word.span)
}

/// Whether a word stands before whom one speaks to: 对各单位提出三点要求.
pub(super) fn is_towards(reading: &Reading<'_>, token: Token) -> bool {
    token.kinds.has(Kind::Preposition) && matches!(reading.slice(token.span), "对" | "向")
}

/// Whether a word of saying is a noun where it stands: 为落实关于防汛的重要论述，…; 根据有关部署和要求，….
pub(super) fn is_saying(reading: &Reading<'_>, token: Token) -> bool {
    let clause = reading.segments.clauses.get(reading.segments.clause_at(token.span.start)).map_or(token.span, |c| c.content);
    let before = reading.between(clause.start.min(token.span.start), token.span.start);
    before.ends_with(['的', '要', '和', '、'])
        || token.kinds.has(Kind::SayNoun) && reading.tokens.kind_at(clause.start, Kind::Preposition).is_some()
}

/// The verb of saying of a word that ends in 了: 提出了 is 提出 with its aspect.
fn without_le(reading: &Reading<'_>, token: Token) -> Token {
    if !reading.ends_in_le(token.span.end) {
        return token;
    }
    let verb = reading.between(token.span.start, token.span.end - LE);
    let kinds = reading.lexicon.kinds(verb);
    if kinds.has(Kind::Say) { Token { span: Span::new(token.span.start, token.span.start + verb.len() as u32), kinds } } else { token }
}

/// The first of the words that a word of two is made of.
#[inline]
fn apart(reading: &Reading<'_>, token: Token) -> Token {
    if token.kinds.any(&[Kind::Obligation, Kind::ListLead]) { verb(reading, before_saying(reading, token)) } else { token }
}

/// What stands before a verb of saying that the end of a modal begins: 还要求 is 还 and 要求, not 还要 and 求.
fn before_saying(reading: &Reading<'_>, token: Token) -> Token {
    if !token.kinds.has(Kind::Obligation) || token.span.len() <= LE {
        return token;
    }
    let at = token.span.end - LE;
    let says = reading.tokens.at(at).is_some_and(|t| t.kinds.has(Kind::Say) && t.span.end > token.span.end);
    let span = Span::new(token.span.start, at);
    if says { Token { span, kinds: reading.lexicon.kinds(reading.slice(span)) } } else { token }
}

/// The first word of what is one only before a list: 全面推进 is 全面 and 推进.
fn verb(reading: &Reading<'_>, token: Token) -> Token {
    if !token.kinds.has(Kind::ListLead) || token.kinds.has(Kind::Action) || token.span.len() < 12 {
        return token;
    }
    let span = Span::new(token.span.start, token.span.start + 6);
    let kinds = reading.text.get(span.range()).map(|first| reading.lexicon.kinds(first));
    kinds.filter(|k| k.any(&[Kind::Manner, Kind::Action])).map_or(token, |kinds| Token { span, kinds })
}
