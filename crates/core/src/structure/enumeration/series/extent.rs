//! Where the items of a series end.

use super::super::trim;
use crate::annotate::Reading;
use crate::document::{Speaker, Speech};
use crate::sorted::arrange;
use crate::span::Span;

/// Where reporting frames begin, as far as they end the items before them.
pub(super) struct Frames<'s> {
    /// Where the sentence of each frame starts, sorted, with who speaks.
    starts: Vec<(u32, Option<&'s Speaker>)>,
    /// Where a frame's sentence starts, by where its content starts.
    leads: Vec<(u32, u32)>,
    /// The contents of the frames that nobody merely cites, in order.
    contents: Vec<Span>,
}

impl<'s> Frames<'s> {
    /// The frames of `speeches`.
    pub(super) fn of(reading: &Reading<'_>, speeches: &'s [Speech]) -> Self {
        let start = |s: &Speech| reading.segments.sentence(s.verb.span.start).content.start;
        let mut starts: Vec<_> = speeches.iter().map(|s| (start(s), s.speaker.as_ref())).collect();
        arrange(&mut starts, |s| u64::from(s.0));
        let mut leads: Vec<(u32, u32)> = speeches.iter().map(|s| (s.content.span.start, start(s))).collect();
        leads.sort_unstable();
        let contents = speeches.iter().filter(|s| s.parent.is_none()).map(|s| s.content.span).collect();
        Self { starts, leads, contents }
    }

    /// The first frame whose sentence starts after `from` and before `to`.
    fn after(&self, from: u32, to: u32) -> Option<u32> {
        self.starts.get(self.starts.partition_point(|s| s.0 <= from)).map(|s| s.0).filter(|&s| s < to)
    }

    /// The first of these frames in which somebody else speaks than in the last that starts by `offset`.
    fn of_another(&self, offset: u32, from: u32, to: u32) -> Option<u32> {
        let speaker = self.starts[..self.starts.partition_point(|s| s.0 <= offset)].last().map(|s| s.1);
        let after = &self.starts[self.starts.partition_point(|s| s.0 <= from)..];
        after.iter().take_while(|s| s.0 < to).find(|s| speaker != Some(s.1)).map(|s| s.0)
    }

    /// The end of what somebody is reported to say at `offset`.
    fn said_until(&self, offset: u32) -> Option<u32> {
        let before = self.contents.partition_point(|c| c.start <= offset).checked_sub(1)?;
        self.contents.get(before).filter(|c| c.end > offset).map(|c| c.end)
    }

    /// Where the frame begins whose content begins at `content`.
    fn lead(&self, content: u32) -> Option<u32> {
        self.leads.binary_search_by_key(&content, |l| l.0).ok().map(|i| self.leads[i].1)
    }
}

/// The items after their markers; the last ends where the list around it goes on at the latest: `closed`.
pub(super) fn items(reading: &Reading<'_>, frames: &Frames<'_>, markers: &[Span], closed: u32) -> Vec<Span> {
    let ends = markers.iter().enumerate().map(|(i, marker)| match markers.get(i + 1) {
        Some(next) => inner_end(reading, frames, *marker, *next),
        None => last_end(reading, frames, markers).min(closed),
    });
    markers.iter().zip(ends).map(|(m, end)| trim(reading, Span::new(m.end, end.max(m.end)))).collect()
}

/// The end of an item with another after it: the next marker, or the frame that leads in to it, or
/// before a paragraph in which somebody else begins to speak.
fn inner_end(reading: &Reading<'_>, frames: &Frames<'_>, marker: Span, next: Span) -> u32 {
    let mut end = frames.lead(next.start).filter(|&lead| lead > marker.end).unwrap_or(next.start);
    let paragraph = line_end(reading, marker.start);
    if paragraph < end {
        // 一是做好学问。, and below it 希望大家潜心钻研。: the same speaker's.
        if let Some(frame) = frames.of_another(marker.start, paragraph, end) {
            end = frame;
        }
    }
    end
}

/// The end of the last item: of its sentence where the whole series stands in one sentence, else of
/// its paragraph, or where the next frame begins, or the sentence that counts the items up.
fn last_end(reading: &Reading<'_>, frames: &Frames<'_>, markers: &[Span]) -> u32 {
    let (Some(first), Some(last)) = (markers.first(), markers.last()) else { return 0 };
    let segments = &reading.segments;
    let mut end = paragraph_end(reading, *last);
    // 三是…。有关负责同志参加会议。: what the text tells again belongs to no item.
    if let Some(until) = frames.said_until(last.start) {
        end = end.min(until.max(last.end));
    }
    // A list that begins inside a pair of marks ends in it; the brackets of （一） are the marker's own.
    let around = first.start.checked_sub(1).and_then(|before| segments.pairs.around(before));
    if let Some(pair) = around.filter(|p| p.span.end > first.start) {
        end = end.min(pair.inner.end.max(last.end));
    }
    let stops = |s: &crate::segment::Sentence| matches!(s.terminator, '。' | '！' | '？' | '!' | '?' | '\n');
    let run = Span::new(first.start, last.start);
    let from = segments.sentence_at(first.start);
    let within = segments.sentences[from..].iter().take_while(|s| s.span.end <= run.end);
    let single = !within.into_iter().any(stops);
    let at = segments.sentence_at(last.start);
    for sentence in segments.sentences[at..].iter().take_while(|s| s.span.start < end) {
        if sentence.span.start > last.start && counts_up(reading, sentence.content) {
            return sentence.span.start;
        }
        if single && stops(sentence) {
            end = end.min(sentence.span.end);
            break;
        }
    }
    frames.after(last.start, end).unwrap_or(end)
}

/// Whether a sentence looks back on the list: 这六条经验…, 以上三点….
fn counts_up(reading: &Reading<'_>, sentence: Span) -> bool {
    let text = reading.slice(sentence);
    let Some(rest) = ["以上", "上述", "这"].iter().find_map(|w| text.strip_prefix(w)) else { return false };
    let at = sentence.start + (text.len() - rest.len()) as u32;
    let index = reading.counts.partition_point(|c| c.value.outer.start < at);
    reading.counts.get(index).is_some_and(|c| c.value.outer.start == at)
}

/// The end of the paragraph that a marker opens: of its line, or of the next one where a break follows
/// the marker itself.
fn paragraph_end(reading: &Reading<'_>, marker: Span) -> u32 {
    let end = line_end(reading, marker.start);
    if end > marker.end {
        return end;
    }
    let lines = &reading.segments.lines;
    let next = lines.iter().skip(reading.segments.line_at(marker.start) + 1).take(MAX_BLANK).find(|l| !l.content.is_empty());
    next.map_or(end, |l| l.content.end)
}

/// How many lines a break after a marker may leave blank.
const MAX_BLANK: usize = 3;

/// The end of the content of the line that holds `offset`.
fn line_end(reading: &Reading<'_>, offset: u32) -> u32 {
    reading.segments.line(offset).content.end.max(offset)
}
