//! The counted phrase that a series stands under: 五个方面：一是….

use super::Draft;
use crate::annotate::{Count, Found, Reading, within};
use crate::span::Span;
use crate::structure::words;

/// How many sentences before the first marker its label may stand in: its own and the one before.
const SENTENCES: usize = 2;

/// Finds the labels of the series. A count whose list is `declared` labels another only where its sentence is
/// the last before the marker.
pub(super) fn find(reading: &Reading<'_>, drafts: &mut [Draft], declared: &[Draft]) {
    let label = |d: &Draft| d.label.map_or(0, |l| l.start);
    let free = |count: &Found<Count>| declared.binary_search_by_key(&count.span.start, label).is_err();
    for draft in drafts {
        let span = draft.span();
        let length = draft.items.len() as u32;
        if let Some(count) = before(reading, span.start, length, free).or_else(|| after(reading, span.end, length)) {
            draft.label = Some(count.span);
            draft.declared = count.value.number;
        }
    }
}

/// The label before a series: the nearest count of its length; else the one right before the marker,
/// whatever it says.
fn before(reading: &Reading<'_>, marker: u32, length: u32, free: impl Fn(&Found<Count>) -> bool) -> Option<Found<Count>> {
    let from = window(reading, marker);
    let counts: Vec<&Found<Count>> = within(&reading.counts, Span::new(from, marker))
        .filter(|c| c.value.number != Some(1) && !is_expanded(reading, c, marker))
        .collect();
    let equal = counts.iter().rev().find(|c| c.value.number == Some(length) && (free(c) || closes(reading, c.value.outer.end, marker)));
    let adjacent = counts.last().filter(|c| is_adjacent(reading, c.value.outer.end, marker));
    equal.or(adjacent).map(|&c| c.clone())
}

/// Whether a count has an expansion of its own: the 三种意识 of “三种意识”，即….
fn is_expanded(reading: &Reading<'_>, count: &Found<Count>, marker: u32) -> bool {
    const OPENINGS: [&str; 3] = ["即", "就是", "包括"];
    let rest = reading.between(count.value.outer.end, marker).trim_start_matches(['”', '，', '：', '—', ' ']);
    words::begins(rest, &OPENINGS)
}

/// Where the sentences before `marker` begin that may hold its label. Blank lines count for nothing.
fn window(reading: &Reading<'_>, marker: u32) -> u32 {
    let segments = &reading.segments;
    let at = segments.sentence_at(marker);
    let mut from = marker;
    let mut left = SENTENCES;
    let line = segments.line_at(marker);
    // 一要 in the middle of a paragraph has no label in the paragraph before.
    let alone = segments.lines.get(line).is_some_and(|l| l.content.start == marker);
    for sentence in segments.sentences[..=at.min(segments.sentences.len().saturating_sub(1))].iter().rev().filter(|s| s.span.start < marker)
    {
        let content = Span::new(sentence.content.start, sentence.content.end.min(marker).max(sentence.content.start));
        if content.is_empty() {
            continue;
        }
        if !alone && segments.line_at(sentence.content.start) != line {
            break;
        }
        from = sentence.span.start;
        left -= 1;
        if left == 0 {
            break;
        }
    }
    from
}

/// Whether a count ends the last sentence before a marker: 两大目标，全力以赴。一、… tells what its own parts are for.
fn closes(reading: &Reading<'_>, end: u32, marker: u32) -> bool {
    let rest = reading.between(end, marker).trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '。' | '：' | ':'));
    !rest.contains(['。', '，', '\n'])
}

/// Whether nothing but marks, spaces and a closing 的要求 stands between a count and a marker.
fn is_adjacent(reading: &Reading<'_>, end: u32, marker: u32) -> bool {
    reading.slice(Span::new(end, marker)).chars().all(|c| c.is_whitespace() || matches!(c, '：' | ':' | '，' | '。' | '”' | '—'))
}

/// The label after a series: 这六条重要经验….
fn after(reading: &Reading<'_>, end: u32, length: u32) -> Option<Found<Count>> {
    let segments = &reading.segments;
    let at = segments.sentence_at(end);
    let next = segments.sentences.get(at..)?.iter().take(SENTENCES).find(|s| s.span.start >= end && !s.content.is_empty())?;
    let found = within(&reading.counts, next.span).find(|c| {
        let before = reading.between(next.span.start, c.value.outer.start);
        c.value.number == Some(length) && before.ends_with(['这', '述', '上'])
    })?;
    Some(found.clone())
}
