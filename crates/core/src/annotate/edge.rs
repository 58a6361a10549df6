//! Edges (边界): where a name of a body or a post cannot reach across.
//!
//! In 在青山管理局召开 the name of the body begins after 在, since no name reaches across a preposition;
//! in 人力资源和社会保障局 the 和 is no edge, since a longer word covers it.

use super::Reading;
use crate::bits::Bits;
use crate::lexicon::{Kind, Kinds};
use crate::segment::{is_space, is_stop};
use crate::span::Span;

/// The kinds of words that no name reaches across.
const KINDS: Kinds = Kinds::of(&[
    Kind::Boundary,
    Kind::Say,
    Kind::Chair,
    Kind::Attend,
    Kind::Observe,
    Kind::Accompany,
    Kind::Convene,
    Kind::Report,
    Kind::Pronoun,
    Kind::Obligation,
    Kind::PartOfDay,
    Kind::Honorific,
]);

/// How many characters a pair of marks inside a name may hold: 学工（部）处, “双一流”建设办公室.
const MAX_INNER: usize = 8;

/// The edges of a text.
#[derive(Debug, Default)]
pub(crate) struct Edges {
    /// Where edges end.
    ends: Bits,
    /// For each word of these bits one more than the last edge's end before it; 0 where there is none.
    last: Vec<u32>,
}

impl Edges {
    /// Finds the edges of a reading: marks, white space, boundary words, times and ordinal markers.
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let mut ends = Bits::within(reading.text.len());
        words(reading, &mut ends);
        marks(reading, &mut ends);
        reading.times.iter().for_each(|t| ends.insert(t.span.end));
        // 二是|调度中心牵头: the marker is no part of the name.
        reading.markers.iter().for_each(|m| ends.insert(m.span.end));
        let mut end = 0;
        let last = (0_u32..).zip(ends.words()).map(|(at, &bits)| {
            let before = end;
            if bits != 0 {
                end = at * u64::BITS + u64::BITS - bits.leading_zeros();
            }
            before
        });
        Self { last: last.collect(), ends }
    }

    /// Where edges end; the start of the text, which is one as well, is not among them.
    pub(crate) fn ends(&self) -> &Bits {
        &self.ends
    }

    /// Whether an edge ends at `offset`, so that a name can begin there.
    pub(crate) fn end_at(&self, offset: u32) -> bool {
        offset == 0 || self.ends.has(offset)
    }

    /// Where a name that ends at `offset` can begin at the earliest.
    pub(crate) fn before(&self, offset: u32) -> u32 {
        let at = offset / u64::BITS;
        let Some(bits) = self.ends.words().get(at as usize).map(|bits| bits & (u64::MAX >> (u64::BITS - 1 - offset % u64::BITS))) else {
            return 0;
        };
        match bits {
            0 => self.last.get(at as usize).map_or(0, |last| last.saturating_sub(1)),
            _ => at * u64::BITS + u64::BITS - 1 - bits.leading_zeros(),
        }
    }
}

/// Adds the ends of the boundary words that no longer word covers.
fn words(reading: &Reading<'_>, ends: &mut Bits) {
    for token in reading.tokens.apart() {
        let edge = token.kinds.meets(KINDS) || reading.ends_in_le(token.span.end);
        if edge && !(token.kinds.has(Kind::Say) && !token.kinds.has(Kind::Boundary) && after_one(reading, token.span.start)) {
            // 据悉，|该局局长: the body is the one that 该 points at.
            let points = reading.slice(token.span) == "该" && reading.tokens.kinds_at(token.span.end).has(Kind::OrganizationSuffix);
            ends.insert(if points { token.span.start } else { token.span.end });
        }
    }
    // 座谈会上|校党委书记, but not 协会上海分会.
    for token in reading.tokens.with(Kinds::of(&[Kind::MeetingForm, Kind::Occasion])).filter(|t| t.span.len() > 3) {
        let there = reading.after(token.span.end).starts_with('上');
        if there && reading.tokens.at(token.span.end).is_none_or(|t| t.span.len() <= 3) {
            ends.insert(token.span.end + "上".len() as u32);
        }
    }
}

/// Whether one character stands between a mark and `at` that is no word there: the 新 of 、新希望集团. No verb of
/// saying has so short a subject.
fn after_one(reading: &Reading<'_>, at: u32) -> bool {
    const ALONE: &[Kind] = &[Kind::SayAdverb, Kind::Pronoun, Kind::Boundary, Kind::Connective, Kind::Voice];
    let mut before = reading.before(at).chars().rev();
    let (Some(c), Some(mark)) = (before.next(), before.next()) else { return false };
    matches!(mark, '、' | '，' | '。' | '；') && !reading.tokens.kinds_at(at - c.len_utf8() as u32).any(ALONE) && !c.is_ascii()
}

/// Adds the ends of punctuation, white space, and marks of pairs that hold more than a part of a name.
fn marks(reading: &Reading<'_>, ends: &mut Bits) {
    let inner = |at: u32| {
        reading.segments.pairs.around(at).is_some_and(|p| {
            let inner = reading.slice(p.inner);
            let name = p.is_quote() && !inner.ends_with(['。', '！', '？']) || is_suffixes(reading, p.inner);
            !p.is_title() && inner.chars().nth(MAX_INNER).is_none() && name
        })
    };
    for sign in &reading.segments.signs {
        let edge = match sign.character {
            '“' | '”' | '‘' | '’' | '《' | '》' | '（' | '）' | '(' | ')' | '【' | '】' | '[' | ']' | '〔' | '〕' => {
                !inner(sign.at)
            }
            c => is_stop(c) || is_space(c),
        };
        if edge {
            ends.insert(sign.end());
        }
    }
}

/// Whether `span` is nothing but last words of names of bodies, or a number among others: the 部 of 学工（部）处, the 2 of
/// 高三（2）班.
fn is_suffixes(reading: &Reading<'_>, span: Span) -> bool {
    let numbered = reading.char_at(span.end).zip(reading.char_at(span.end + "）".len() as u32)).is_some_and(|(_, c)| c == '班');
    if numbered && reading.slice(span).bytes().all(|b| b.is_ascii_digit()) {
        return true;
    }
    reading.tokens.kind_at(span.start, Kind::OrganizationSuffix).is_some_and(|t| t.span.end == span.end)
}
