//! What a pass wants changed in the text that it was given.

use crate::document::{Brief, RepairKind};
use crate::sorted::arrange;
use crate::span::Span;

/// A stretch of the text that something else is to stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// Where; never empty.
    pub(super) span: Span,
    /// What was mended.
    pub(super) kind: RepairKind,
    /// What is to stand there, as a place in [`Changes::written`]; empty where the stretch is dropped.
    pub(super) written: Span,
}

/// The changes of a pass, in order and without overlap. What they write stands end to end in one string: a text in
/// traditional script has one for every character.
#[derive(Debug, Default)]
pub(super) struct Changes {
    list: Vec<Change>,
    written: String,
}

/// A stretch of the text that something else may well have stood for: reported, and left as it is.
#[derive(Debug)]
pub(super) struct Doubt {
    pub(super) span: Span,
    pub(super) kind: RepairKind,
    /// What may have stood there, the best first; never none.
    pub(super) candidates: Box<[Brief]>,
}

impl Changes {
    /// Replaces `start..end`.
    pub(super) fn push(&mut self, kind: RepairKind, start: usize, end: usize, replacement: &str) {
        let from = self.written.len();
        self.written.push_str(replacement);
        self.list.push(Change { span: Span::of(start, end), kind, written: Span::of(from, self.written.len()) });
    }

    /// Replaces `start..end` by one character.
    pub(super) fn push_char(&mut self, kind: RepairKind, start: usize, end: usize, replacement: char) {
        self.push(kind, start, end, replacement.encode_utf8(&mut [0; 4]));
    }

    /// The changes so far.
    pub(super) fn list(&self) -> &[Change] {
        &self.list
    }

    /// What a change writes.
    pub(super) fn replacement(&self, change: &Change) -> &str {
        &self.written[change.written.range()]
    }

    /// The changes, and what they write.
    pub(super) fn into_parts(self) -> (Vec<Change>, String) {
        (self.list, self.written)
    }

    /// Puts the changes from the `first`th on in order; of two that overlap the earlier one stays.
    pub(super) fn sort_from(&mut self, first: usize) {
        arrange(&mut self.list[first..], |c| c.span.place());
        self.list.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
    }

    /// Gives up the changes for which `keeps` does not hold.
    pub(super) fn retain(&mut self, keeps: impl FnMut(&Change) -> bool) {
        self.list.retain(keeps);
    }
}
