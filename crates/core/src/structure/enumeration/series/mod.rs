//! Ordinal series (序列): markers that count on from one another, and the items after them.

mod extent;

use super::{Draft, DraftItem};
use crate::annotate::{Found, Marker, MarkerStyle, Reading};
use crate::document::{EnumerationStyle, Speech};
use crate::sorted::arrange;
use crate::span::Span;
use crate::structure::heading;

/// A series that is being collected.
struct Series {
    /// The markers: indices into `Reading::markers`, with the numbers they stand for.
    members: Vec<(usize, u32)>,
    /// The style of its first marker.
    style: MarkerStyle,
    /// Whether its markers are signs at the starts of lines: 一、总体要求.
    heading: bool,
    /// Where the list around it went on, or the next one began.
    closed: u32,
}

/// How far a number may jump within one series: 一是…三是 has lost its 二是, 一是…九是 is another series.
const MAX_JUMP: u32 = 2;

/// How many lines apart the items of a series may stand whose markers do not start their lines.
const MAX_LINES: usize = 6;

/// The ordinal series of the text, in order of their first markers.
pub(super) fn read(reading: &Reading<'_>, speeches: &[Speech]) -> Vec<Draft> {
    let frames = extent::Frames::of(reading, speeches);
    let mut drafts: Vec<Draft> = group(reading)
        .into_iter()
        .filter(|s| stands(reading, s))
        .map(|s| draft(reading, &frames, &s))
        .filter_map(|mut d| {
            d.items.retain(|i| !i.content.is_empty());
            (d.items.len() > 1).then_some(d)
        })
        .collect();
    arrange(&mut drafts, |d| u64::from(d.span().start));
    drafts
}

/// Groups the markers into series. New members go to the innermost series that they continue; a first
/// marker begins a series inside the open ones, and ends the one of its own style.
fn group(reading: &Reading<'_>) -> Vec<Series> {
    let mut done = Vec::new();
    let mut open: Vec<Series> = Vec::new();
    let close = |open: &mut Vec<Series>, keep: usize, at: u32, done: &mut Vec<Series>| {
        for mut series in open.drain(keep..) {
            series.closed = at;
            done.push(series);
        }
    };
    for (index, found) in reading.markers.iter().enumerate() {
        let marker = &found.value;
        let continued = match marker.number {
            Some(1) => open.iter().rposition(|s| begins_again(reading, s, found)),
            Some(n) => Step::ALL.iter().find_map(|&step| open.iter().rposition(|s| continues(reading, s, found, n, step))),
            None => open.iter().rposition(|s| s.style.is_word() && closes(reading, s, found)),
        };
        if let Some(place) = continued {
            close(&mut open, place + 1, found.span.start, &mut done);
            let last = open[place].members.last().map_or(0, |m| m.1);
            open[place].members.push((index, marker.number.unwrap_or(last + 1)));
        } else if let Some(number) = marker.number {
            let heading = !marker.style.is_word() && marker.starts_line;
            if let Some(place) = open.iter().position(|s| s.style == marker.style && s.heading == heading) {
                close(&mut open, place, found.span.start, &mut done);
            }
            open.push(Series { members: vec![(index, number)], style: marker.style, heading, closed: 0 });
        }
    }
    close(&mut open, 0, reading.text.len() as u32, &mut done);
    done
}

/// How a marker may go on with a series, the surest first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// The next number in the same form: 一是…二是.
    Next,
    /// The next number in another form: 一是…二要.
    Drifted,
    /// The same number again: 二是…二是.
    Again,
    /// A number further on: 一是…三是.
    Gap,
}

impl Step {
    const ALL: [Self; 4] = [Self::Next, Self::Drifted, Self::Again, Self::Gap];
}

/// Whether a marker with the number `n` goes on with `series` by this step.
fn continues(reading: &Reading<'_>, series: &Series, found: &Found<Marker>, n: u32, step: Step) -> bool {
    let last = series.members.last().map_or(0, |m| m.1);
    let style = found.value.style;
    let same = style == series.style && series.heading == (!style.is_word() && found.value.starts_line);
    let fits = match step {
        Step::Next => same && n == last + 1,
        Step::Drifted => series.style.is_word() && style.is_word() && n == last + 1,
        Step::Again => same && n == last,
        Step::Gap => same && n > last + 1 && n <= last + MAX_JUMP,
    };
    fits && (series.heading || near(reading, series, found))
}

/// Whether 最后 closes `series`: in the line of its last item, or below it where the items start their lines.
/// 最后，大家… in the paragraph after a list tells what happened next.
fn closes(reading: &Reading<'_>, series: &Series, found: &Found<Marker>) -> bool {
    let Some(last) = series.members.last().map(|&(i, _)| &reading.markers[i]) else { return false };
    let line = |offset| reading.segments.line_at(offset);
    series.style == MarkerStyle::First
        && (line(last.span.start) == line(found.span.start) || last.value.starts_line && found.value.starts_line)
}

/// Whether a first marker only repeats the first marker of `series`, by mistake: 一是…，一是… in one sentence.
fn begins_again(reading: &Reading<'_>, series: &Series, found: &Found<Marker>) -> bool {
    let [(first, 1)] = series.members[..] else { return false };
    let first = &reading.markers[first];
    let sentence = |offset| reading.segments.sentence_at(offset);
    matches!(found.value.style, MarkerStyle::Shi | MarkerStyle::Yao)
        && found.value.style == series.style
        && sentence(first.span.start) == sentence(found.span.start)
}

/// Whether a marker stands where the series can go on: in its line, or at the start of a line below, or
/// after a full stop a few lines below.
fn near(reading: &Reading<'_>, series: &Series, found: &Found<Marker>) -> bool {
    let Some(last) = series.members.last().map(|&(i, _)| &reading.markers[i]) else { return false };
    let (from, to) = (reading.segments.line_at(last.span.start), reading.segments.line_at(found.span.start));
    if from == to {
        return true;
    }
    found.value.starts_line && (last.value.starts_line || series.members.len() == 1 || to - from <= MAX_LINES) || to - from <= MAX_LINES
}

/// Whether the members make a series: at least two, and more than 首先…最后, which only tells a story.
fn stands(reading: &Reading<'_>, series: &Series) -> bool {
    let tells = series.members.iter().all(|&(i, _)| {
        let marker = &reading.markers[i].value;
        marker.style == MarkerStyle::First && (marker.number.is_none() || marker.number == Some(1))
    });
    series.members.len() > 1 && !tells
}

/// Cuts the items of a series out of the text.
fn draft(reading: &Reading<'_>, frames: &extent::Frames<'_>, series: &Series) -> Draft {
    let markers: Vec<Span> = series.members.iter().map(|&(i, _)| reading.markers[i].span).collect();
    let whole: Vec<Span> = if series.heading {
        let ends = markers.iter().skip(1).map(|next| next.start).chain([series.closed]);
        markers.iter().zip(ends).map(|(m, end)| Span::new(m.end, end.max(m.end))).collect()
    } else {
        extent::items(reading, frames, &markers, series.closed)
    };
    let items = markers.iter().zip(&series.members).zip(whole).map(|((&marker, &(_, ordinal)), whole)| {
        // （一）加固堤坝。对险段…（二）: a sign heads what stands under it, in a line of its own or within one.
        let heading = if series.style.is_word() { whole } else { heading::heading(reading, marker) };
        let content = Span::new(heading.start, if series.heading { heading.end } else { heading.end.min(whole.end).max(heading.start) });
        DraftItem {
            marker: Some(super::trim(reading, marker)),
            ordinal,
            content,
            scope: Span::new(marker.start, whole.end.max(content.end)),
        }
    });
    Draft { style: EnumerationStyle::Ordinal, label: None, declared: None, items: items.collect() }
}
