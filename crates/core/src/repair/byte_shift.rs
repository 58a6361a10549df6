//! GBK text read one byte off (错位乱码): 精心安排?;顒又?要 → 精心安排。活动中,要.
//!
//! The damage comes from a full-to-half-width replacement that worked on bytes: of 。活 (A1 A3 BB EE) it took A3 BB
//! for ；and wrote 3B. What follows was then read one byte off, until a trail byte below 80 or a lost byte before a
//! half-width mark brought it into step again. So a run is found by its start (? and a half-width mark), encoded to
//! GBK again, and read from the right byte. Its lost bytes are chosen by what stands side by side in Chinese and in
//! the rest of the text; a run whose choice is close is reported, not mended.

use super::gbk::{decode, encode};
use super::likelihood::{Evidence, NEVER, Step, rank};
use super::map::Change;
use super::tables::{class, class_of, is_han};
use crate::document::{RepairKind, Script};

/// A run longer than this in characters is none: Chinese has a mark before that.
const MAX_RUN: usize = 128;

/// By how much the best reading must beat those that have another character in its place, in powers of ten, …
const CLEAR: f32 = 1.2;
/// … for the first one, which has its trail byte, and for the last one where the same text has the pair elsewhere, …
const CLEAR_EDGE: f32 = 0.2;
/// … how likely it must be a character, …
const LIKELY: f32 = -2.9;
/// … and by how much more likely than the text as it stands.
const BETTER: f32 = 0.8;

/// How many pairs of candidates may be weighed in one text beside ten for each of its bytes: hostile text ends here.
const BUDGET: usize = 20_000_000;

/// One character of the damaged text, as the bytes it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Pair(u8, u8),
    Byte(u8),
    /// A question mark: one or two bytes that are no character, or a question mark.
    Lost,
    End,
}

/// What is known of one character of the true text.
#[derive(Clone, Copy, Debug)]
struct Cell {
    lead: Option<u8>,
    trail: Option<u8>,
    /// Whether the trail byte before and the lead byte here were lost together, so that they make no character.
    joint: bool,
    /// The end of what stands for it in the damaged text.
    end: usize,
}

/// A run with what it should read.
struct Run {
    cells: Vec<Cell>,
    /// An ASCII character that was taken for a trail byte, and follows the run.
    tail: Option<char>,
    end: usize,
}

/// One way to read a cell.
#[derive(Clone, Copy)]
struct Candidate {
    character: char,
    bytes: (u8, u8),
    step: Step,
}

/// The best reading of a run.
struct Reading {
    /// The characters, each with how much its reading beats the next best that has another there.
    characters: Vec<(char, f32)>,
    /// Its likelihood a character.
    mean: f32,
}

/// The runs of `text`: those to mend, and those that stay in doubt.
pub(super) fn changes(text: &str, script: Script, changes: &mut Vec<Change>, doubts: &mut Vec<Change>) {
    let mut evidence = None;
    let mut budget = BUDGET.saturating_add(text.len().saturating_mul(10));
    let mut at = 0;
    while let Some(found) = text[at..].find(['?', '？', '\u{FFFD}']) {
        let start = at + found;
        let mark = text[start..].chars().next().map_or(1, char::len_utf8);
        at = start + mark;
        if !text[..start].chars().next_back().is_some_and(is_han) {
            continue;
        }
        let Some(run) = run(text, at) else { continue };
        let evidence = evidence.get_or_insert_with(|| Evidence::of(text));
        let Some(reading) = read(&run, start, text, script, evidence, &mut budget) else { continue };
        let better = reading.mean - likelihood(evidence, &text[start..run.end]);
        if reading.mean < LIKELY || better < BETTER {
            continue;
        }
        at = run.end;
        mend(start, &run, &reading, evidence, changes, doubts);
    }
}

impl Run {
    /// Whether the cell has both its bytes.
    fn is_whole(&self, i: usize) -> bool {
        self.cells.get(i).is_some_and(|c| c.lead.is_some() && c.trail.is_some())
    }
}

/// Mends the characters of a run that the evidence decides, and leaves the others in doubt.
fn mend(start: usize, run: &Run, reading: &Reading, evidence: &Evidence, changes: &mut Vec<Change>, doubts: &mut Vec<Change>) {
    let mut from = start;
    let mut doubt: Option<(usize, usize, String)> = None;
    let last = run.cells.len() - 1;
    for (i, (cell, &(c, margin))) in run.cells.iter().zip(&reading.characters).enumerate() {
        let mut written = c.to_string();
        written.extend(run.tail.filter(|_| i == last));
        let known = i == 0 && run.is_whole(1) || i == last && i > 0 && run.is_whole(i - 1) && evidence.has(reading.characters[i - 1].0, c);
        if margin >= if known { CLEAR_EDGE } else { CLEAR } {
            changes.push(Change::new(RepairKind::ByteShift, from, cell.end, written));
            doubts.extend(doubt.take().map(|(from, end, written)| Change::new(RepairKind::ByteShift, from, end, written)));
        } else {
            let (_, end, guess) = doubt.get_or_insert((from, from, String::new()));
            *end = cell.end;
            guess.push_str(&written);
        }
        from = cell.end;
    }
    doubts.extend(doubt.map(|(from, end, written)| Change::new(RepairKind::ByteShift, from, end, written)));
}

/// The run whose first mark stands at `at`, after the lost lead byte.
fn run(text: &str, at: usize) -> Option<Run> {
    let mut units =
        text[at..].char_indices().map(|(i, c)| (at + i + c.len_utf8(), unit(c))).take(MAX_RUN).chain([(text.len(), Unit::End)]).peekable();
    let (end, first) = units.next()?;
    let Unit::Byte(mark) = first else { return None };
    let mut run = Run { cells: vec![Cell { lead: None, trail: Some(0xA3), joint: false, end }], tail: None, end };
    let mut pending = Some(swallowed(mark)?);
    let mut joint = false;
    while let Some((end, unit)) = units.next() {
        let mut push = |trail| run.cells.push(Cell { lead: pending, trail, joint, end });
        run.end = end;
        match unit {
            Unit::Pair(first, second) => {
                push(Some(first));
                if second < 0x80 {
                    run.tail = Some(char::from(second));
                    return Some(run);
                }
                (pending, joint) = (Some(second), false);
            }
            Unit::Byte(byte) if (0x40..0x7F).contains(&byte) => {
                push(Some(byte));
                return Some(run);
            }
            Unit::Byte(byte) if pending.is_some() => {
                push(Some(0xA3));
                (pending, joint) = (Some(swallowed(byte)?), false);
            }
            Unit::Lost => {
                push(None);
                // A byte alone is lost only before one that can be no trail byte.
                if matches!(units.peek(), None | Some((_, Unit::End)) | Some((_, Unit::Byte(0..0x40)))) {
                    return Some(run);
                }
                (pending, joint) = (None, true);
            }
            Unit::Byte(_) | Unit::End => return None,
        }
    }
    None
}

/// The lead byte that the replacement took for the second byte of this mark; `None` for a mark whose lead byte starts
/// no common character.
fn swallowed(mark: u8) -> Option<u8> {
    matches!(mark, b';' | b':' | b'!').then_some(mark | 0x80)
}

fn unit(c: char) -> Unit {
    match c {
        '?' | '？' | '\u{FFFD}' => Unit::Lost,
        '，' => Unit::Byte(b','),
        '；' => Unit::Byte(b';'),
        '：' => Unit::Byte(b':'),
        '！' => Unit::Byte(b'!'),
        '（' => Unit::Byte(b'('),
        '）' => Unit::Byte(b')'),
        '\n' | '\r' => Unit::End,
        c if c.is_ascii() => Unit::Byte(c as u8),
        c => encode(c).map_or(Unit::End, |(lead, trail)| Unit::Pair(lead, trail)),
    }
}

/// How many characters on each side of a run are weighed with it.
const CONTEXT: usize = 4;

/// The best reading of a run; `None` where it has none.
fn read(run: &Run, start: usize, text: &str, script: Script, evidence: &Evidence, budget: &mut usize) -> Option<Reading> {
    let mut columns: Vec<Vec<Candidate>> = text[..start].chars().rev().take(CONTEXT).map(fixed).collect();
    columns.reverse();
    let first = columns.len();
    for cell in &run.cells {
        let column = candidates(cell, script);
        if column.is_empty() {
            return None;
        }
        columns.push(column);
    }
    let last = columns.len();
    columns.extend(run.tail.into_iter().chain(text[run.end..].chars()).take(CONTEXT).map(fixed));
    let work: usize = columns.windows(2).map(|w| w[0].len() * w[1].len()).sum();
    *budget = budget.checked_sub(work + 1_000)?;
    let joints: Vec<bool> = (0..columns.len()).map(|i| i > first && i < last && run.cells[i - first].joint).collect();
    let through = weigh(&columns, &joints, evidence);
    let (mut characters, mut total) = (Vec::new(), NEVER);
    for (column, scores) in columns.iter().zip(&through).take(last).skip(first) {
        let best = scores.iter().copied().enumerate().max_by(|a, b| a.1.total_cmp(&b.1))?;
        let chosen = column[best.0].step.character;
        // Two forms of one character read alike: 範 and 范.
        let next = column.iter().zip(scores).filter(|(c, _)| c.step.character != chosen).map(|(_, s)| *s).fold(f32::MIN, f32::max);
        total = best.1;
        characters.push((column[best.0].character, total - next));
    }
    (total > NEVER).then(|| Reading { mean: total / columns.len() as f32, characters })
}

/// Of each candidate the likelihood of the best reading of the whole that has it.
fn weigh(columns: &[Vec<Candidate>], joints: &[bool], evidence: &Evidence) -> Vec<Vec<f32>> {
    let best = |scores: &mut dyn Iterator<Item = f32>| scores.fold(f32::MIN, f32::max);
    let mut forward: Vec<Vec<f32>> = vec![vec![0.0; columns[0].len()]];
    let mut steps: Vec<Vec<f32>> = Vec::new();
    for (i, pair) in columns.windows(2).enumerate() {
        let joint = joints[i + 1];
        let step: Vec<f32> =
            pair[0].iter().flat_map(|a| pair[1].iter().map(move |b| (a, b))).map(|(a, b)| pass(evidence, a, b, joint)).collect();
        let width = pair[1].len();
        forward.push((0..width).map(|j| best(&mut (0..pair[0].len()).map(|k| forward[i][k] + step[k * width + j]))).collect());
        steps.push(step);
    }
    let mut through = forward;
    let mut later = vec![0.0; columns.last().map_or(0, Vec::len)];
    for (i, step) in steps.iter().enumerate().rev() {
        let width = later.len();
        later = (0..columns[i].len()).map(|k| best(&mut (0..width).map(|j| step[k * width + j] + later[j]))).collect();
        through[i].iter_mut().zip(&later).for_each(|(f, b)| *f += b);
    }
    through
}

/// What it costs that `b` follows `a`.
fn pass(evidence: &Evidence, a: &Candidate, b: &Candidate, joint: bool) -> f32 {
    if joint && decode(a.bytes.1, b.bytes.0).is_some() {
        // The two bytes would have been read as a character.
        return NEVER;
    }
    evidence.follows(a.step, b.step)
}

/// A character that is not in doubt.
fn fixed(c: char) -> Vec<Candidate> {
    both(c, (0, 0)).collect()
}

/// A character at the start of a word and, if it may be, within one.
fn both(character: char, bytes: (u8, u8)) -> impl Iterator<Item = Candidate> {
    Step::both(character).into_iter().filter(move |s| s.starts || is_han(character)).map(move |step| Candidate { character, bytes, step })
}

/// The characters that a cell may be, by the bytes that are known of it.
fn candidates(cell: &Cell, script: Script) -> Vec<Candidate> {
    let leads = cell.lead.map_or(0x81..=0xFE, |b| b..=b);
    let trails = cell.trail.map_or(0x81..=0xFE, |b| b..=b);
    let known = cell.lead.is_some() && cell.trail.is_some();
    let wild = cell.lead.is_none() && cell.trail.is_none();
    let foreign = if script == Script::Simplified { class::TRADITIONAL } else { class::SIMPLIFIED };
    let mut found = Vec::new();
    for lead in leads {
        for trail in trails.clone() {
            let Some(character) = decode(lead, trail) else { continue };
            let common = || match rank(character) {
                Some(rank) => class_of(character) & foreign == 0 && (!wild || rank < MAX_WILD),
                None => matches!(character, '。' | '、' | '“' | '”' | '《' | '》'),
            };
            if known || common() {
                found.extend(both(character, (lead, trail)));
            }
        }
    }
    found
}

/// Where both bytes of a character are lost, it is looked for among so many of the most frequent.
const MAX_WILD: u16 = 500;

/// The likelihood of a stretch of text, a character.
fn likelihood(evidence: &Evidence, text: &str) -> f32 {
    let columns: Vec<Vec<Candidate>> = text.chars().map(fixed).collect();
    let through = weigh(&columns, &vec![false; columns.len()], evidence);
    through.first().map_or(0.0, |scores| scores.iter().copied().fold(f32::MIN, f32::max)) / columns.len().max(1) as f32
}
