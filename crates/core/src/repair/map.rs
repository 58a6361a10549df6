//! Edits of the source, made pass by pass, and the map from offsets of the repaired text back to the source.

use std::borrow::Cow;

use super::changes::{Changes, Doubt};
use crate::document::{Repair, RepairKind};
use crate::sorted::arrange;
use crate::span::Span;

/// One edit: a stretch of the source, and the stretch of the repaired text that stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Edit {
    source: Span,
    text: Span,
    kind: RepairKind,
    /// Of several edits alike that stand side by side, kept as one, how many bytes each takes in the source and in the text.
    each: Option<(u8, u8)>,
}

impl Edit {
    /// Whether this edit and the one that comes next are one repair: 領導 → 领导.
    fn goes_on_in(&self, next: &Self) -> bool {
        self.source.end == next.source.start && self.kind == next.kind
    }

    /// Takes in the edit that comes next, where it is like this one: a text in traditional script has one for every
    /// character.
    fn takes_in(&mut self, next: &Self) -> bool {
        let short = |length: u32| u8::try_from(length).ok().filter(|&length| length > 0);
        let lengths = |edit: &Self| Some((short(edit.source.len())?, short(edit.text.len())?));
        let alike = self.goes_on_in(next) && self.each.or_else(|| lengths(self)).is_some_and(|each| lengths(next) == Some(each));
        if alike {
            self.each = lengths(next);
            (self.source.end, self.text.end) = (next.source.end, next.text.end);
        }
        alike
    }

    /// The stretches of the edit, or of the one of several, that the byte at `offset` of the text was written by.
    fn part(&self, offset: u32) -> (Span, Span) {
        let Some((source, text)) = self.each.map(|(source, text)| (u32::from(source), u32::from(text))) else {
            return (self.source, self.text);
        };
        let index = (offset - self.text.start) / text;
        let (from, at) = (self.source.start + index * source, self.text.start + index * text);
        (Span::new(from, from + source), Span::new(at, at + text))
    }
}

/// A text on its way through the passes.
#[derive(Debug)]
pub(super) struct Work<'s> {
    /// The text as the passes up to here have left it.
    pub(super) text: Cow<'s, str>,
    edits: Vec<Edit>,
    /// Repairs that were not made, their spans in the source.
    doubtful: Vec<Repair>,
    /// Their starts and ends, sorted between passes.
    doubted: Vec<(u32, u32)>,
}

/// A monotone map from offsets of the repaired text to offsets of the source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Map {
    edits: Vec<Edit>,
}

impl<'s> Work<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { text: Cow::Borrowed(source), edits: Vec::new(), doubtful: Vec::new(), doubted: Vec::new() }
    }

    /// Makes the changes of one pass.
    pub(super) fn apply(&mut self, changes: Changes) {
        if changes.list().is_empty() {
            return;
        }
        let (list, written) = changes.into_parts();
        let mut text = String::with_capacity(self.text.len() + written.len());
        let mut at = 0;
        // They stand where the changes stood: of a damaged text there are many of both.
        let mut made: Vec<Edit> = list
            .into_iter()
            .map(|change| {
                text.push_str(&self.text[at..change.span.start as usize]);
                let start = text.len();
                text.push_str(&written[change.written.range()]);
                at = change.span.end as usize;
                Edit { source: change.span, text: Span::of(start, text.len()), kind: change.kind, each: None }
            })
            .collect();
        text.push_str(&self.text[at..]);
        drop(written);
        made.dedup_by(|next, edit| edit.takes_in(next));
        made.shrink_to_fit();
        self.edits = if self.edits.is_empty() { made } else { compose(&self.edits, &made) };
        self.text = Cow::Owned(text);
    }

    /// Notes what a pass found doubtful: reported, and left as it is.
    pub(super) fn doubt(&mut self, doubts: Vec<Doubt>) {
        for Doubt { span, kind, candidates } in doubts {
            let span = to_source(&self.edits, span);
            self.doubted.push((span.start, span.end));
            let replacement = candidates.first().cloned().unwrap_or_default();
            self.doubtful.push(Repair { kind, span, replacement, candidates, certain: false });
        }
        arrange(&mut self.doubted, |d| u64::from(d.0));
    }

    /// Whether what stands at `offset` was found doubtful.
    pub(super) fn is_doubted(&self, offset: usize) -> bool {
        let place = start_in_source(&self.edits, offset as u32);
        let after = self.doubted.partition_point(|d| d.0 <= place);
        after.checked_sub(1).is_some_and(|last| place < self.doubted[last].1)
    }

    /// The repaired text, the map, and the repairs that were not made.
    pub(super) fn finish(mut self) -> (Cow<'s, str>, Map, Vec<Repair>) {
        self.edits.shrink_to_fit();
        self.doubtful.shrink_to_fit();
        (self.text, Map { edits: self.edits }, self.doubtful)
    }
}

impl Map {
    /// The repairs that gave `text`, with those that were not made, in source order. They are told last, and from the last
    /// one on, as they take thrice the memory of the edits, which are given up meanwhile.
    pub(super) fn into_repairs(self, text: &str, mut doubtful: Vec<Repair>) -> Vec<Repair> {
        /// After so many repairs the room of their edits is given back.
        const SHARE: usize = 4096;
        let mut edits = self.edits;
        let apart = edits.chunk_by(Edit::goes_on_in).count();
        let mut repairs: Vec<Repair> = Vec::with_capacity(apart + doubtful.len());
        arrange(&mut doubtful, |r| r.span.place());
        while let Some(last) = edits.last() {
            let parted = edits.windows(2).rposition(|pair| !pair[0].goes_on_in(&pair[1]));
            let from = parted.map_or(0, |at| at + 1);
            let first = &edits[from];
            let span = Span::new(first.source.start, last.source.end);
            let replacement = text[first.text.start as usize..last.text.end as usize].into();
            let repair = Repair { kind: first.kind, span, replacement, candidates: Box::default(), certain: true };
            while doubtful.last().is_some_and(|doubt| doubt.span >= span) {
                repairs.extend(doubtful.pop());
            }
            repairs.push(repair);
            edits.truncate(from);
            if repairs.len() % SHARE == 0 {
                edits.shrink_to_fit();
            }
        }
        repairs.extend(doubtful.into_iter().rev());
        repairs.reverse();
        repairs
    }

    /// The place in the source that a non-empty span of the repaired text was read from. What was dropped
    /// before or after the span stays outside it.
    pub(crate) fn to_source(&self, span: Span) -> Span {
        to_source(&self.edits, span)
    }
}

fn to_source(edits: &[Edit], span: Span) -> Span {
    if edits.is_empty() {
        return span;
    }
    Span::new(start_in_source(edits, span.start), end_in_source(edits, span.end))
}

/// Where the character that starts at `offset` starts in the source.
fn start_in_source(edits: &[Edit], offset: u32) -> u32 {
    let after = edits.partition_point(|e| e.text.start <= offset);
    let Some(edit) = after.checked_sub(1).map(|i| edits[i]) else { return offset };
    if offset >= edit.text.end {
        return offset - edit.text.end + edit.source.end;
    }
    let (source, text) = edit.part(offset);
    if text.len() == source.len() { source.start + (offset - text.start) } else { source.start }
}

/// Where the character that ends at `offset` ends in the source.
fn end_in_source(edits: &[Edit], offset: u32) -> u32 {
    let after = edits.partition_point(|e| e.text.start < offset);
    let Some(edit) = after.checked_sub(1).map(|i| edits[i]) else { return offset };
    if offset > edit.text.end {
        return offset - edit.text.end + edit.source.end;
    }
    let (source, text) = edit.part(offset - 1);
    if text.len() == source.len() { source.start + (offset - text.start) } else { source.end }
}

/// The edits `first`, then `second`, as one list from the source of the first to the text of the second.
/// Edits of the two that overlap become one.
fn compose(first: &[Edit], second: &[Edit]) -> Vec<Edit> {
    let mut all: Vec<Edit> = Vec::with_capacity(first.len() + second.len());
    let (mut first, mut second) = (one_by_one(first).peekable(), one_by_one(second).peekable());
    // How far identical text stands apart: source from middle, and middle from text.
    let (mut back, mut on) = (0i64, 0i64);
    let shift = |offset: u32, by: i64| (i64::from(offset) + by) as u32;
    loop {
        let (opens_first, mut group) = match (first.peek(), second.peek()) {
            (Some(one), other) if other.is_none_or(|other| one.text.start <= other.source.start) => (true, one.text),
            (_, Some(other)) => (false, other.source),
            (_, None) => return all,
        };
        // The first edit of each list in the group, but one that says what is told; and how far apart the last ones leave text.
        let (mut one, mut other): (Option<RepairKind>, Option<RepairKind>) = (None, None);
        let (back_before, on_before) = (back, on);
        loop {
            if let Some(edit) = first.next_if(|edit| joins(group, edit.text, opens_first && one.is_none())) {
                group.end = group.end.max(edit.text.end);
                one = one.or(Some(edit.kind));
                back = i64::from(edit.source.end) - i64::from(edit.text.end);
            } else if let Some(edit) = second.next_if(|edit| joins(group, edit.source, !opens_first && other.is_none())) {
                group.end = group.end.max(edit.source.end);
                // 資料庫 becomes 数据库 by way of 资料库: what the caller asked for is what is told.
                if other.is_none() || edit.kind == RepairKind::RegionalWord {
                    other = Some(edit.kind);
                }
                on = i64::from(edit.text.end) - i64::from(edit.source.end);
            } else {
                break;
            }
        }
        let told = other.filter(|&kind| kind == RepairKind::RegionalWord).or(one).or(other);
        let edit = Edit {
            source: Span::new(shift(group.start, back_before), shift(group.end, back)),
            text: Span::new(shift(group.start, on_before), shift(group.end, on)),
            kind: told.unwrap_or(RepairKind::Width),
            each: None,
        };
        if !all.last_mut().is_some_and(|last| last.takes_in(&edit)) {
            all.push(edit);
        }
    }
}

/// The edits one by one, those that are kept as one apart.
fn one_by_one(edits: &[Edit]) -> impl Iterator<Item = Edit> {
    edits.iter().flat_map(|&edit| {
        let mut at = edit.text.start;
        let mut left = edit.each.map_or(1, |(_, text)| edit.text.len() / u32::from(text));
        std::iter::from_fn(move || {
            left = left.checked_sub(1)?;
            let (source, text) = edit.part(at);
            at = text.end;
            Some(Edit { source, text, each: None, ..edit })
        })
    })
}

/// Whether an edit belongs to the group that reaches from `group.start` to `group.end` so far.
fn joins(group: Span, edit: Span, opens: bool) -> bool {
    opens || (edit.start < group.end && (edit.start > group.start || !edit.is_empty()))
}
