//! The words of a text as one reads them: no word that begins inside a longer one.
//!
//! The lexicon gives the longest word at every character; the 要 of 主要 is among them. Here 主要 covers it.

use crate::annotate::Reading;
use crate::lexicon::{Entry, Kind, Kinds, Token, Words};
use crate::span::Span;

/// The length of a Chinese character or mark in bytes.
pub(super) const LETTER: u32 = 3;

/// How many characters at the head of a span are tried as a word.
const MAX_HEAD: usize = 6;

/// The words of a reading, by start, without overlap.
pub(super) fn read<'t>(reading: &Reading<'t>) -> Words<'t> {
    let mut list = Vec::with_capacity(reading.text.len() / 6);
    let mut covered = 0;
    for entry in reading.tokens.entries() {
        if entry.start() < covered {
            continue;
        }
        // Most words are what they are.
        let kinds = entry.kinds(reading.tokens.sets());
        if !kinds.meets(PARTED) && !reading.ends_in_le(entry.end()) {
            covered = entry.end();
            list.push(*entry);
            continue;
        }
        let token = entry.token(reading.tokens.sets());
        let word = apart(reading, without_le(reading, token)).span;
        covered = word.end;
        list.push(if word == token.span { *entry } else { Entry::of(word, reading.lexicon.set(reading.slice(word))) });
    }
    Words::of(reading.text.len(), list, reading.tokens.sets())
}

/// Whether `text` begins with one of a few words.
#[inline(never)]
pub(super) fn begins(text: &str, words: &[&str]) -> bool {
    words.iter().any(|w| text.starts_with(w))
}

/// Whether `text` ends with one of a few words.
#[inline(never)]
pub(super) fn ends(text: &str, words: &[&str]) -> bool {
    words.iter().any(|w| text.ends_with(w))
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
    let clause = reading.segments.clause(token.span.start).content;
    let before = reading.between(clause.start.min(token.span.start), token.span.start);
    before.ends_with(['的', '要', '和', '、'])
        || token.kinds.has(Kind::SayNoun) && reading.tokens.kinds_at(clause.start).has(Kind::Preposition)
}

/// Whether a word of saying opens what is said: 强调，…; 作出的批示，… names what was said before.
pub(super) fn opens_content(reading: &Reading<'_>, token: Token) -> bool {
    reading.after(token.span.end).starts_with(['，', '：', ':', '“']) && !is_saying(reading, token)
}

/// The verb of saying of a word that ends in 了: 提出了 is 提出 with its aspect.
fn without_le(reading: &Reading<'_>, token: Token) -> Token {
    if !reading.ends_in_le(token.span.end) {
        return token;
    }
    let verb = reading.between(token.span.start, token.span.end - LETTER);
    let kinds = reading.lexicon.kinds(verb);
    if kinds.has(Kind::Say) { Token { span: Span::new(token.span.start, token.span.start + verb.len() as u32), kinds } } else { token }
}

/// What a word of two may be.
const PARTED: Kinds = Kinds::of(&[Kind::Obligation, Kind::ListLead]);

/// The first of the words that a word of two is made of.
#[inline]
fn apart(reading: &Reading<'_>, token: Token) -> Token {
    if token.kinds.meets(PARTED) { verb(reading, before_saying(reading, token)) } else { token }
}

/// What stands before a verb of saying that the end of a modal begins: 还要求 is 还 and 要求, not 还要 and 求.
fn before_saying(reading: &Reading<'_>, token: Token) -> Token {
    if !token.kinds.has(Kind::Obligation) || token.span.len() <= LETTER {
        return token;
    }
    let at = token.span.end - LETTER;
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
