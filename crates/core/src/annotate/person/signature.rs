//! Signatures (署名): names alone in a bracket, as reporters sign: …圆满结束。（青山县融媒体中心 林晓峰 周明远）.

use super::super::Reading;
use super::shape;
use crate::lexicon::Kind;
use crate::segment::is_space;
use crate::span::Span;

/// The longest bracket that is a signature, in bytes: 40 characters.
const MAX_LENGTH: u32 = 120;

/// How many characters a name of a signature has.
const NAME: std::ops::RangeInclusive<usize> = 2..=4;

/// The least that the first name must weigh by its shape where others or a body stand with it, and where it stands alone.
const LEAST: [i32; 2] = [2, 4];

/// Whether the names of a signature begin at `at`.
pub(super) fn begins(reading: &Reading<'_>, at: u32) -> bool {
    let Some(pair) = reading.segments.pairs.around(at).filter(|p| p.is_bracket() && p.inner.len() <= MAX_LENGTH) else { return false };
    let before = reading.between(pair.inner.start, at);
    let opened = before.is_empty();
    // （青山县水利局 林晓峰）: what stands before the names is the body that they are of.
    let end = pair.inner.start + before.trim_end_matches(is_space).len() as u32;
    if !opened && (!before.ends_with(is_space) || reading.tokens.ending_at(end, Kind::OrganizationSuffix).is_none()) {
        return false;
    }
    let mut names = reading.between(at, pair.inner.end).split(|c: char| is_space(c) || c == '、').filter(|n| !n.is_empty());
    let Some(first) = names.next() else { return false };
    let alone = opened && names.clone().next().is_none();
    let weight = shape::weigh(reading, Span::new(at, at + first.len() as u32), true);
    let like = |name: &str| NAME.contains(&name.chars().count()) && name.chars().all(shape::is_han);
    like(first) && names.all(like) && weight >= LEAST[usize::from(alone)] && signs(reading, pair.span, alone)
}

/// Whether a bracket stands where signatures do: at the end of a line after its last sentence, on a line of its own, or
/// after the 讯 of a report's first line. One that holds more than a name may stand after any sentence.
fn signs(reading: &Reading<'_>, bracket: Span, alone: bool) -> bool {
    let line = reading.segments.line(bracket.start).content;
    let before = reading.between(line.start, bracket.start).trim_end_matches(is_space);
    let ends = (bracket.end == line.end || !alone) && (before.is_empty() || before.ends_with(['。', '！', '”']));
    ends || before.ends_with(['讯', '电']) || before.ends_with("消息")
}
