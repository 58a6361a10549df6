//! From the source to readable simplified text, with a map back.

mod map;

pub(crate) use map::Map;

use std::borrow::Cow;

use crate::document::{Document, Repair, Script};
use crate::options::Options;
use crate::visit::each_span;

/// A text made readable.
#[derive(Debug)]
pub(crate) struct Repaired<'s> {
    /// The readable, simplified text; borrowed where nothing had to be mended.
    pub(crate) text: Cow<'s, str>,
    /// The edits, in source order; the certain ones, replayed on the source, give `text`.
    pub(crate) repairs: Vec<Repair>,
    /// From offsets of `text` to offsets of the source.
    pub(crate) map: Map,
    /// The script of the source.
    pub(crate) script: Script,
}

/// Makes `source` readable.
pub(crate) fn repair<'s>(source: &'s str, _options: &Options) -> Repaired<'s> {
    Repaired { text: Cow::Borrowed(source), repairs: Vec::new(), map: Map::default(), script: Script::Simplified }
}

impl Repaired<'_> {
    /// Moves the spans of a Document read from `self.text` to the source, and adds what the repair knows.
    pub(crate) fn land(self, source: &str, document: &mut Document) {
        each_span(document, |span| *span = self.map.to_source(*span));
        document.source.length = source.len() as u32;
        document.source.script = self.script;
        document.repairs = self.repairs;
    }
}
