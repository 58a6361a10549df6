//! How far the content of a frame reaches: to the next frame, or to the end of its paragraphs.

use super::Frame;
use crate::annotate::Reading;
use crate::document::{Speech, Text};
use crate::lexicon::Kind;
use crate::segment::{trim, trim_space};
use crate::span::Span;
use crate::structure::words::Words;

/// Makes speeches of frames.
pub(super) fn close(reading: &Reading<'_>, words: &Words, frames: Vec<Frame>) -> Vec<Speech> {
    let mut speeches: Vec<Speech> = Vec::with_capacity(frames.len());
    let mut outer: Option<u32> = None;
    for (index, frame) in frames.iter().enumerate() {
        let next = frames[index + 1..].iter().find(|f| !f.cited || frame.cited).map(|f| lead(reading, f, frame.content));
        let limit = next.unwrap_or(reading.text.len() as u32);
        let own = if frame.cited { sentence_end(reading, frame.content) } else { reach(reading, words, frame.content, limit) };
        let end = quoted(reading, frame.content, own.min(limit));
        let span = trim(reading.text, Span::new(frame.content, end.max(frame.content)));
        let span = if span.is_empty() { Span::new(frame.content, end.max(frame.content)) } else { span };
        if span.is_empty() {
            continue;
        }
        let parent = outer.filter(|_| frame.cited).filter(|&o| speeches.get(o as usize).is_some_and(|s| s.content.span.contains(span)));
        if !frame.cited {
            outer = Some(speeches.len() as u32);
        }
        speeches.push(Speech {
            speaker: frame.speaker.clone(),
            verb: reading.text_at(frame.verb),
            content: Text::new(reading.slice(span), span),
            parent,
        });
    }
    speeches
}

/// Where the words that lead in a frame begin: its sentence, or its clause where the sentence began before `from`.
fn lead(reading: &Reading<'_>, frame: &Frame, from: u32) -> u32 {
    let segments = &reading.segments;
    let sentence = segments.sentences.get(segments.sentence_at(frame.verb.start)).map_or(frame.start, |s| s.span.start);
    if sentence >= from {
        return sentence;
    }
    let clause = segments.clauses.get(segments.clause_at(frame.start)).map_or(frame.start, |c| c.span.start);
    if clause >= from { clause } else { frame.start }
}

/// The end of the sentence that holds `at`.
fn sentence_end(reading: &Reading<'_>, at: u32) -> u32 {
    let segments = &reading.segments;
    segments.sentences.get(segments.sentence_at(at)).map_or(at, |s| s.span.end)
}

/// The end of the paragraph that holds `at`, with the paragraphs that go on its list (一是…) or its demands (要…).
fn reach(reading: &Reading<'_>, words: &Words, at: u32, limit: u32) -> u32 {
    let segments = &reading.segments;
    let line = segments.line_at(at);
    let mut end = segments.lines.get(line).map_or(at, |l| l.span.end);
    for line in segments.lines.iter().skip(line + 1) {
        if line.content.is_empty() {
            continue;
        }
        if line.span.start >= limit || !goes_on(reading, words, line.content.start) {
            break;
        }
        end = line.span.end;
    }
    end
}

/// Whether a paragraph that starts at `at` goes on what was said before it.
fn goes_on(reading: &Reading<'_>, words: &Words, at: u32) -> bool {
    reading.markers.binary_search_by_key(&at, |m| m.span.start).is_ok()
        || words.at(at).is_some_and(|t| t.kinds.any(&[Kind::Obligation, Kind::Prohibition]))
}

/// Ends a content that is one quotation at its closing mark.
fn quoted(reading: &Reading<'_>, at: u32, end: u32) -> u32 {
    let Some(pair) = reading.segments.pairs.opening_at(at).filter(|p| p.is_quote() && p.span.end <= end) else {
        return end;
    };
    let inner = reading.slice(pair.inner);
    let after = trim_space(reading.text, Span::new(pair.span.end, end));
    let closes = inner.ends_with(['。', '！', '？']) && inner.chars().nth(12).is_some();
    if closes && !reading.slice(after).starts_with('“') { pair.span.end } else { end }
}
