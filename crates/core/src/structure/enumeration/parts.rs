//! Splitting an expansion into its parts, without splitting inside marks.

use crate::annotate::Reading;
use crate::span::Span;

/// The most parts that a list is split into; a longer one is no list a writer counts.
pub(super) const MAX_PARTS: usize = 40;

/// Divides `span` at the `separators`, but not inside quotation marks, brackets or
/// title marks. Stops at [`MAX_PARTS`].
pub(in crate::structure::enumeration) fn split(reading: &Reading<'_>, span: Span, separators: &[char]) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = span.start;
    for (at, c) in outside(reading, span) {
        if separators.contains(&c) {
            parts.push(Span::new(start, at));
            start = at + c.len_utf8() as u32;
            if parts.len() > MAX_PARTS {
                return parts;
            }
        }
    }
    parts.push(Span::new(start, span.end));
    parts.iter().map(|p| super::trim(reading, *p)).filter(|p| !p.is_empty()).collect()
}

/// The characters of `span` outside pairs of marks, with their offsets.
pub(in crate::structure::enumeration) fn outside<'r>(reading: &'r Reading<'_>, span: Span) -> impl Iterator<Item = (u32, char)> + 'r {
    let mut skip = span.start;
    let pairs = &reading.segments.pairs;
    reading.slice(span).char_indices().filter_map(move |(at, c)| {
        let at = span.start + at as u32;
        if at < skip {
            return None;
        }
        if matches!(c, '“' | '‘' | '《' | '（' | '(' | '「' | '『' | '〈') {
            if let Some(pair) = pairs.opening_at(at).filter(|p| p.span.end <= span.end) {
                skip = pair.span.end;
                return None;
            }
        }
        Some((at, c))
    })
}

/// The length of a part in characters.
pub(in crate::structure::enumeration) fn length(reading: &Reading<'_>, part: Span) -> usize {
    reading.slice(part).chars().count()
}

/// The part without the quotation marks around it: “青春领航” → 青春领航.
pub(in crate::structure::enumeration) fn unquoted(reading: &Reading<'_>, part: Span) -> Span {
    match reading.segments.pairs.opening_at(part.start) {
        Some(pair) if pair.is_quote() && pair.span == part => pair.inner,
        _ => part,
    }
}

/// Divides the last part at its conjunction: 担当精神不强和转变作风不彻底. A half that is much shorter than
/// the other parts is none: 近与远的关系 beside 快与好的关系.
pub(in crate::structure::enumeration) fn split_conjunction(reading: &Reading<'_>, parts: &mut Vec<Span>) -> bool {
    let Some((&last, others)) = parts.split_last() else { return false };
    let shortest = others.iter().map(|p| length(reading, *p)).min().unwrap_or(0);
    for word in ["以及", "及", "和", "与"] {
        for (at, _) in outside(reading, last).filter(|&(at, _)| reading.between(at, last.end).starts_with(word)) {
            let before = super::trim(reading, Span::new(last.start, at));
            let after = super::trim(reading, Span::new(at + word.len() as u32, last.end));
            let is_part = |half: Span| !half.is_empty() && 2 * length(reading, half) >= shortest;
            if is_part(before) && is_part(after) {
                parts.pop();
                parts.extend([before, after]);
                return true;
            }
        }
    }
    false
}
