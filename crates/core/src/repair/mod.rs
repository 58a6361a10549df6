//! From the source to readable simplified text, with a map back.
//!
//! One scan looks whether anything has to be mended; a text that needs nothing is borrowed. Otherwise the passes
//! run in the order in which the damage was done to text, the last first.

mod breaks;
mod byte_shift;
mod changes;
mod clues;
#[cfg(test)]
mod fit;
mod furniture;
mod gbk;
mod gloss;
mod invisible;
mod likelihood;
mod lines;
mod lost_break;
mod lost_space;
mod map;
mod mojibake;
mod regional;
mod script;
mod seam;
mod spaces;
mod survey;
mod tables;
#[cfg(test)]
mod tests;
mod weights;
mod width;

pub(crate) use gbk::LATER_CELLS;
pub(crate) use map::Map;

use std::borrow::Cow;

use crate::document::{Document, Repair, RepairKind, Script};
use crate::options::{Date, Options};
use crate::visit::each_span;
use changes::{Changes, Doubt};
use map::Work;
use survey::survey;

/// How often text read one byte off is looked at again.
const MAX_ROUNDS: usize = 4;

/// A text made readable.
#[derive(Debug)]
pub(crate) struct Repaired<'s> {
    /// The readable, simplified text; borrowed where nothing had to be mended.
    pub(crate) text: Cow<'s, str>,
    /// The repairs that were not made.
    doubtful: Vec<Repair>,
    /// From offsets of `text` to offsets of the source.
    pub(crate) map: Map,
    /// The script of the source.
    pub(crate) script: Script,
    /// The date that the page states for the text (发布时间), which gives its dates a year.
    pub(crate) published: Option<Date>,
}

/// Makes `source` readable.
pub(crate) fn repair<'s>(source: &'s str, options: &Options) -> Repaired<'s> {
    let seen = survey(source);
    let on = |kind| options.repairs(kind);
    let mut work = Work::new(source);
    if seen.mojibake && on(RepairKind::Mojibake) {
        run_with_doubts(&mut work, mojibake::changes);
    }
    if seen.width && on(RepairKind::StraySpace) {
        run(&mut work, lost_space::changes);
    }
    if seen.byte_shift && on(RepairKind::ByteShift) {
        let script = script::script_of(&work.text);
        // What one round has mended is evidence for the next; the last round settles what is left.
        let (mut round, mut last) = (1, false);
        loop {
            let (mut changes, mut doubts) = (Changes::default(), Vec::new());
            byte_shift::changes(&work, script, last, &mut changes, &mut doubts);
            let settled = changes.list().is_empty();
            work.doubt(doubts);
            work.apply(changes);
            if last {
                break;
            }
            last = settled || round == MAX_ROUNDS;
            round += 1;
        }
    }
    if seen.invisible && on(RepairKind::Invisible) {
        // In text read one byte off a character of private use holds two bytes of the text.
        run(&mut work, |text, changes| invisible::changes(text, !seen.byte_shift, changes));
    }
    if seen.gloss && on(RepairKind::PinyinGloss) {
        run(&mut work, gloss::changes);
    }
    let script = if seen.traditional && !seen.simplified { script::script_of(&work.text) } else { Script::Simplified };
    if seen.traditional && on(RepairKind::Traditional) {
        run(&mut work, if seen.simplified { script::particles } else { script::changes });
    }
    if on(RepairKind::RegionalWord) {
        run(&mut work, regional::changes);
    }
    if seen.width && on(RepairKind::Width) {
        run(&mut work, width::changes);
    }
    if seen.space && on(RepairKind::StraySpace) {
        run(&mut work, lost_break::changes);
    }
    let mut published = None;
    if on(RepairKind::PageFurniture) {
        run(&mut work, |text, changes| published = furniture::changes(text, changes));
    }
    if seen.space && on(RepairKind::StraySpace) {
        run(&mut work, spaces::changes);
    }
    if on(RepairKind::HardWrap) {
        run(&mut work, breaks::changes);
    }
    let (text, map, doubtful) = work.finish();
    Repaired { text, doubtful, map, script, published }
}

fn run_with_doubts(work: &mut Work<'_>, pass: impl FnOnce(&str, &mut Changes, &mut Vec<Doubt>)) {
    let (mut changes, mut doubts) = (Changes::default(), Vec::new());
    pass(&work.text, &mut changes, &mut doubts);
    work.doubt(doubts);
    work.apply(changes);
}

fn run(work: &mut Work<'_>, pass: impl FnOnce(&str, &mut Changes)) {
    let mut changes = Changes::default();
    pass(&work.text, &mut changes);
    // The ? of a lost byte is no question mark to be widened.
    changes.retain(|c| !work.is_doubted(c.span.start as usize));
    work.apply(changes);
}

impl Repaired<'_> {
    /// Moves the spans of a Document read from `self.text` to the source, and adds what the repair knows.
    pub(crate) fn land(self, source: &str, document: &mut Document) {
        each_span(document, |span| *span = self.map.to_source(*span));
        document.source.length = source.len() as u32;
        document.source.script = self.script;
        // The spans have been moved: the map is needed for nothing else.
        document.repairs = self.map.into_repairs(&self.text, self.doubtful);
    }
}
