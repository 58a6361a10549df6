//! Slogans (口号): three or more parallel parts in quotation marks, “抓管理、强服务、提素质”.

use super::parts::{length, split, split_conjunction};
use super::{Draft, DraftItem};
use crate::annotate::Reading;
use crate::document::EnumerationStyle;
use crate::lexicon::Kind;
use crate::span::Span;

/// The longest slogan, in bytes: eighty characters.
const MAX_SLOGAN: u32 = 240;

/// The fewest parts of a slogan.
const MIN_PARTS: usize = 3;

/// The longest part of a slogan, in characters; a longer one is a sentence that is quoted.
const MAX_PART: usize = 14;

/// What may join the parts of a slogan without marks.
const JOINTS: &[char] = &['—', '–', '-', '－', '+', '＋'];

/// The slogans of the text that no counted phrase expands.
pub(super) fn read(reading: &Reading<'_>, declared: &[Draft]) -> Vec<Draft> {
    let mut taken: Vec<Span> = declared.iter().map(Draft::span).collect();
    taken.sort_unstable();
    let free = |inner: Span| {
        let before = taken.partition_point(|t| t.start <= inner.start);
        !before.checked_sub(1).is_some_and(|i| taken[i].overlaps(inner))
    };
    let quotes = reading.segments.pairs.list.iter().filter(|p| p.is_quote() && p.inner.len() <= MAX_SLOGAN && free(p.inner));
    quotes.filter_map(|p| parallel(reading, p.inner)).map(|parts| draft(&parts)).collect()
}

/// The parts of a slogan.
fn parallel(reading: &Reading<'_>, inner: Span) -> Option<Vec<Span>> {
    let text = reading.slice(inner);
    let body = text.trim_end_matches('。');
    let (mut marks, mut spaces, mut joints) = (false, false, false);
    for c in body.chars() {
        match c {
            '。' | '！' | '？' | '：' | '\n' | '《' => return None,
            '、' | '，' | '；' | ',' | ';' => marks = true,
            _ if JOINTS.contains(&c) => joints = true,
            _ => spaces |= c.is_whitespace(),
        }
    }
    if !marks {
        if let Some(parts) = unmarked(reading, inner) {
            return Some(parts);
        }
        // 检修—巡查—考评; but 2024-05-18 is a day, and 总—分—总 names no parts.
        if joints {
            let parts = split(reading, inner, JOINTS);
            let words = parts.iter().all(|p| length(reading, *p) > 1 && !reading.slice(*p).starts_with(|c: char| c.is_ascii()));
            return (words && is_parallel(reading, &parts)).then_some(parts);
        }
        // What neither marks nor spaces part is one.
        if !spaces {
            return None;
        }
    }
    let separators: &[char] = if marks { &['、', '，', '；', ',', ';'] } else { &[' ', '\u{3000}', '\u{A0}', '\t'] };
    let mut parts = split(reading, inner, separators);
    // 巡查、检修和考评: the last two are joined by a word, where all parts match.
    if parts.len() + 1 == MIN_PARTS && split_conjunction(reading, &mut parts) && !are_even(reading, &parts) {
        return None;
    }
    // 他说：“…，…，…。” and a quotation that begins its sentence are speech, unless the parts match to the character.
    let before = reading.before(inner.start).trim_end_matches('“');
    let opens = before.ends_with(['。', '！', '？', '\n', '”', ' ', '\u{3000}']) || before.is_empty();
    let commas = !body.contains('、');
    let spoken = body.len() < text.len() && before.ends_with('：') || commas && opens;
    let same = are_even(reading, &parts);
    (is_parallel(reading, &parts) && (same || !spoken)).then_some(parts)
}

/// The parts of a slogan without marks, three characters each, that all begin with a verb: 抓巡查守水源保供水.
fn unmarked(reading: &Reading<'_>, inner: Span) -> Option<Vec<Span>> {
    let count = length(reading, inner);
    if count % 3 != 0 || count / 3 < MIN_PARTS {
        return None;
    }
    let offsets: Vec<u32> = reading.slice(inner).char_indices().map(|(at, _)| inner.start + at as u32).chain([inner.end]).collect();
    let parts: Vec<Span> = offsets.windows(4).step_by(3).map(|w| Span::new(w[0], w[3])).collect();
    let verb = |p: &Span| {
        let first = reading.slice(*p).chars().next().map_or(0, char::len_utf8);
        reading.lexicon.kinds(&reading.slice(*p)[..first]).has(Kind::SloganVerb)
    };
    parts.iter().all(verb).then_some(parts)
}

/// Whether parts match to the character.
fn are_even(reading: &Reading<'_>, parts: &[Span]) -> bool {
    parts.windows(2).all(|w| length(reading, w[0]) == length(reading, w[1]))
}

/// Whether parts are of nearly one length: six and eight characters are, four and seven are not.
pub(super) fn is_parallel(reading: &Reading<'_>, parts: &[Span]) -> bool {
    let lengths = || parts.iter().map(|p| length(reading, *p));
    let (Some(shortest), Some(longest)) = (lengths().min(), lengths().max()) else { return false };
    parts.len() >= MIN_PARTS && longest <= MAX_PART && 2 * longest <= 3 * shortest + 1
}

/// A slogan with these parts.
fn draft(parts: &[Span]) -> Draft {
    let item = |(i, &content): (usize, &Span)| DraftItem { marker: None, ordinal: i as u32 + 1, content, scope: content };
    Draft { style: EnumerationStyle::Slogan, label: None, declared: None, items: parts.iter().enumerate().map(item).collect() }
}
