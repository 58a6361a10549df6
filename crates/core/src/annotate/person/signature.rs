//! Signatures (署名): names alone in a bracket, as reporters sign: …圆满结束。（青山县融媒体中心 林晓峰 周明远）, or after a
//! label: 作者：青山县水利局 林晓峰.

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
    let bracket = reading.segments.pairs.around(at).filter(|p| p.is_bracket());
    let Some(inner) = bracket.map_or_else(|| credited(reading, at), |p| Some(p.inner)).filter(|i| i.len() <= MAX_LENGTH) else {
        return false;
    };
    let before = reading.between(inner.start, at);
    let opened = before.is_empty();
    // （青山县水利局 林晓峰）: what stands before the names is the body that they are of.
    let end = inner.start + before.trim_end_matches(is_space).len() as u32;
    if !opened && (!before.ends_with(is_space) || reading.tokens.ending_at(end, Kind::OrganizationSuffix).is_none()) {
        return false;
    }
    let names = reading.between(at, inner.end).split(|c: char| is_space(c) || c == '、').filter(|n| !n.is_empty());
    // 林晓峰 来源：青山网.
    let mut names = names.take_while(|n| bracket.is_some() || !n.contains(['：', ':']));
    let Some(first) = names.next() else { return false };
    let alone = opened && names.clone().next().is_none();
    let weight = shape::weigh(reading, Span::new(at, at + first.len() as u32), true);
    let like = |name: &str| NAME.contains(&name.chars().count()) && name.chars().all(shape::is_han);
    like(first) && names.all(like) && weight >= LEAST[usize::from(alone)] && bracket.is_none_or(|p| signs(reading, p.span, alone))
}

/// What a line credits after its label, where `at` stands in it after white space: 作者：|青山县水利局 林晓峰.
fn credited(reading: &Reading<'_>, at: u32) -> Option<Span> {
    let line = reading.segments.line(at).content;
    let label = reading.tokens.at(line.start).filter(|t| t.span.len() > 3 && t.kinds.any(&[Kind::Byline, Kind::Credit]))?;
    let colon = reading.after(label.span.end).chars().next().filter(|c| matches!(c, '：' | ':'))?;
    let start = label.span.end + colon.len_utf8() as u32;
    (start < at && reading.before(at).ends_with(is_space)).then(|| Span::new(start, line.end))
}

/// Whether a bracket stands where signatures do: at the end of a line after its last sentence, on a line of its own, or
/// after the 讯 of a report's first line. One that holds more than a name may stand after any sentence.
fn signs(reading: &Reading<'_>, bracket: Span, alone: bool) -> bool {
    let line = reading.segments.line(bracket.start).content;
    let before = reading.between(line.start, bracket.start).trim_end_matches(is_space);
    let ends = (bracket.end == line.end || !alone) && (before.is_empty() || before.ends_with(['。', '！', '”']));
    ends || before.ends_with(['讯', '电']) || before.ends_with("消息")
}
