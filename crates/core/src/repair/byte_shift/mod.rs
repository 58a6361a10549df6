//! GBK text read one byte off (错位乱码): 精心安排?;顒又?要 → 精心安排。活动中,要.
//!
//! The damage comes from a full-to-half-width replacement that worked on bytes: of 。活 (A1 A3 BB EE) it took A3 BB
//! for ；and wrote 3B. What follows was then read one byte off, until a trail byte below 80 or a lost byte before a
//! half-width mark brought it into step again. So a run is found by its start (? and a half-width mark), encoded to
//! GBK again, and read from the right byte. Its lost bytes are chosen by what stands side by side in Chinese and in
//! the rest of the text; a run whose choice is close is reported, not mended.

mod read;
mod run;

use super::changes::{Changes, Doubt};
use super::gbk::decode;
use super::likelihood::{Evidence, UNKNOWN, rank};
use super::map::Work;
use super::tables::is_han;
use crate::document::{RepairKind, Script};
use crate::lexicon::Lexicon;
use crate::span::Span;
use read::{Reading, likelihood};
use run::{Run, may_precede};

pub(super) use read::Surroundings;
pub(super) use run::run;

/// How likely a run's reading must be a character, in powers of ten, …
const LIKELY: f32 = -4.0;
/// … and by how much more likely than the text as it stands.
const BETTER: f32 = 0.8;
/// … where rare characters stand in it.
const BETTER_THAN_RARE: f32 = 0.3;

/// How many pairs of candidates may be weighed in one text beside ten for each of its bytes: hostile text ends here.
const BUDGET: usize = 20_000_000;

/// The runs of `text`: those to mend, and what stays in doubt. A run whose first character is in doubt is left for the
/// `last` round, since it can't be found again once the rest of it is mended.
pub(super) fn changes(work: &Work<'_>, script: Script, last: bool, changes: &mut Changes, doubts: &mut Vec<Doubt>) {
    let text: &str = &work.text;
    let mut evidence = None;
    let lexicon = Lexicon::builtin();
    let mut budget = BUDGET.saturating_add(text.len().saturating_mul(10));
    let mut at = 0;
    while let Some(found) = text[at..].find(['?', '？', '\u{FFFD}']) {
        let start = at + found;
        let mark = text[start..].chars().next().map_or(1, char::len_utf8);
        at = start + mark;
        if !may_precede(text[..start].chars().next_back()) || work.is_doubted(start) {
            continue;
        }
        let Some(run) = run(text, at) else { continue };
        let evidence = evidence.get_or_insert_with(|| Evidence::of(known(text)));
        let surroundings = Surroundings { text, start, script, lexicon: &lexicon, evidence };
        let Some(reading) = surroundings.read(&run, &mut budget) else { continue };
        let better = reading.mean - likelihood(evidence, &text[start..run.end]);
        // Between two lost bytes and two marks nothing can stand as it is: 生态?;?,.
        let bare = run.cells.len() == 2 && run.cells.iter().all(|c| c.lead.is_none() || c.trail.is_none());
        // Two question marks and a letter between Han are no question: 到場??h內.
        let lettered = run.cells.len() == 2
            && text[at..run.end].bytes().all(|b| b.is_ascii_alphabetic() || b == b'?')
            && script != Script::Simplified
            && run.is_in_han(text, start);
        // A rare character beside marks is none that anyone wrote.
        let rare = text[at..run.end].chars().any(|c| is_han(c) && rank(c).is_none());
        let wanted = if rare { BETTER_THAN_RARE } else { BETTER };
        if reading.mean < LIKELY || better < wanted && !bare && !lettered {
            continue;
        }
        at = run.end;
        if last || reading.characters.first().is_some_and(|c| c.sure) {
            mend(start, &run, &reading, changes, doubts);
        }
    }
}

/// The characters of `text` as far as they are known: of the runs only those that have lost no byte.
pub(super) fn known(text: &str) -> Vec<u16> {
    let mut units = Vec::with_capacity(text.len() / 3);
    let (mut from, mut at) = (0, 0);
    while let Some(found) = text[at..].find(['?', '？', '\u{FFFD}']) {
        let start = at + found;
        at = start + text[start..].chars().next().map_or(1, char::len_utf8);
        if !may_precede(text[..start].chars().next_back()) {
            continue;
        }
        let Some(run) = run(text, at) else { continue };
        units.extend(text[from..start].chars().map(Evidence::unit));
        units.extend(run.cells.iter().map(|c| c.lead.zip(c.trail).and_then(|(l, t)| decode(l, t)).map_or(UNKNOWN, Evidence::unit)));
        (from, at) = (run.end, run.end);
    }
    units.extend(text[from..].chars().map(Evidence::unit));
    units
}

/// Mends the characters of a run that the evidence decides, and leaves the others in doubt.
fn mend(start: usize, run: &Run, reading: &Reading, changes: &mut Changes, doubts: &mut Vec<Doubt>) {
    let mut from = start;
    let last = run.cells.len() - 1;
    for (i, (cell, choice)) in run.cells.iter().zip(&reading.characters).enumerate() {
        let written = |c: char| c.to_string() + &run.tail.filter(|_| i == last).map_or(String::new(), String::from);
        if choice.sure {
            changes.push(RepairKind::ByteShift, from, cell.end, &written(choice.character));
        } else {
            let likely = std::iter::once(&choice.character).filter(|_| choice.likely.is_empty()).chain(&choice.likely);
            let candidates = likely.map(|&c| written(c).into()).collect();
            doubts.push(Doubt { span: Span::of(from, cell.end), kind: RepairKind::ByteShift, candidates });
        }
        from = cell.end;
    }
}
