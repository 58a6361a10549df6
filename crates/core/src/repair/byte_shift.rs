//! GBK text read one byte off (错位乱码): 精心安排?;顒又?要 → 精心安排。活动中,要.
//!
//! The damage comes from a full-to-half-width replacement that worked on bytes: of 。活 (A1 A3 BB EE) it took A3 BB
//! for ；and wrote 3B. What follows was then read one byte off, until a trail byte below 80 or a lost byte before a
//! half-width mark brought it into step again. So a run is found by its start (? and a half-width mark), encoded to
//! GBK again, and read from the right byte. Its lost bytes are chosen by what stands side by side in Chinese and in
//! the rest of the text; a run whose choice is close is reported, not mended.

use super::gbk::{decode, encode};
use super::likelihood::{Evidence, NEVER, Step, rank};
use super::map::{Change, Work};
use super::seam::Around;
use super::tables::{class, class_of, is_han};
use crate::document::{RepairKind, Script};
use crate::lexicon::Lexicon;

/// A run longer than this in characters is none: Chinese has a mark before that.
const MAX_RUN: usize = 512;

/// By how much the best reading must beat those that have another character in its place, in powers of ten, …
const CLEAR: f32 = 1.2;
/// … for the first one beside a known one, and for the last one, …
const CLEAR_FIRST: f32 = 1.5;
/// … more where it is no full stop, which most of them are, …
const CLEAR_FIRST_HAN: f32 = 1.9;
const CLEAR_LAST: f32 = 3.2;
/// … where the same text has the three last characters elsewhere.
const CLEAR_SEEN: f32 = 1.2;
/// … how likely it must be a character, …
const LIKELY: f32 = -4.0;
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
    /// How much likelier it is by what stands around the run.
    weight: f32,
}

/// What a cell is read as.
struct Choice {
    character: char,
    /// How much its reading beats the next best that has another there.
    margin: f32,
    /// Whether the same text has it elsewhere after the same two characters.
    seen: bool,
    /// The characters that it may well be, the best first.
    likely: Vec<char>,
}

/// The best reading of a run.
struct Reading {
    characters: Vec<Choice>,
    /// Its likelihood a character.
    mean: f32,
}

/// The runs of `text`: those to mend, and what stays in doubt. A run whose first character is in doubt is left for the
/// `last` round, since it can't be found again once the rest of it is mended.
pub(super) fn changes(work: &Work<'_>, script: Script, last: bool, changes: &mut Vec<Change>, doubts: &mut Vec<Change>) {
    let text: &str = &work.text;
    let mut evidence = None;
    let lexicon = Lexicon::builtin();
    let mut budget = BUDGET.saturating_add(text.len().saturating_mul(10));
    let mut at = 0;
    while let Some(found) = text[at..].find(['?', '？', '\u{FFFD}']) {
        let start = at + found;
        let mark = text[start..].chars().next().map_or(1, char::len_utf8);
        at = start + mark;
        if !text[..start].chars().next_back().is_some_and(may_precede) || work.is_doubted(start) {
            continue;
        }
        let Some(run) = run(text, at) else { continue };
        let evidence = evidence.get_or_insert_with(|| Evidence::of(text));
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
        if reading.mean < LIKELY || better < BETTER && !bare && !lettered {
            continue;
        }
        at = run.end;
        if last || reading.characters.first().is_some_and(|c| c.margin >= run.clear(0, c)) {
            mend(start, &run, &reading, changes, doubts);
        }
    }
}

/// Whether a run may stand after `c`: in a word, or after a mark that closes something.
fn may_precede(c: char) -> bool {
    is_han(c) || c.is_ascii_alphanumeric() || matches!(c, '”' | '》' | '）' | ')' | '，' | ',' | '、' | '；' | '“' | '《' | '%')
}

impl Run {
    /// Whether the cell has both its bytes.
    fn is_whole(&self, i: usize) -> bool {
        self.cells.get(i).is_some_and(|c| c.lead.is_some() && c.trail.is_some())
    }

    /// Whether Han stand on both sides of the run, which starts at `start`.
    fn is_in_han(&self, text: &str, start: usize) -> bool {
        text[..start].chars().next_back().is_some_and(is_han) && text[self.end..].chars().next().is_some_and(is_han)
    }

    /// By how much the reading of the cell must beat the others.
    fn clear(&self, i: usize, choice: &Choice) -> f32 {
        let seen = choice.seen;
        match i {
            0 if is_han(choice.character) && !seen => CLEAR_FIRST_HAN,
            0 if self.is_whole(1) => CLEAR_FIRST,
            i if i > 0 && i + 1 == self.cells.len() && self.is_whole(i - 1) => {
                if seen {
                    CLEAR_SEEN
                } else {
                    CLEAR_LAST
                }
            }
            _ => CLEAR,
        }
    }
}

/// Mends the characters of a run that the evidence decides, and leaves the others in doubt.
fn mend(start: usize, run: &Run, reading: &Reading, changes: &mut Vec<Change>, doubts: &mut Vec<Change>) {
    let mut from = start;
    let last = run.cells.len() - 1;
    for (i, (cell, choice)) in run.cells.iter().zip(&reading.characters).enumerate() {
        let written = |c: char| c.to_string() + &run.tail.filter(|_| i == last).map_or(String::new(), String::from);
        let change = Change::new(RepairKind::ByteShift, from, cell.end, written(choice.character));
        if choice.margin >= run.clear(i, choice) {
            changes.push(change);
        } else {
            doubts.push(change.or(choice.likely.iter().map(|&c| written(c))));
        }
        from = cell.end;
    }
}

/// The run whose first mark stands at `at`, after the lost lead byte.
fn run(text: &str, at: usize) -> Option<Run> {
    let mut units =
        text[at..].char_indices().map(|(i, c)| (at + i + c.len_utf8(), unit(c))).take(MAX_RUN).chain([(text.len(), Unit::End)]).peekable();
    let (end, first) = units.next()?;
    let mark = match first {
        Unit::Byte(mark) => mark,
        // A second question mark stands for the half-width one that was made of a full-width one: 到場。縣 → 到場??h.
        Unit::Lost if !text[at..].starts_with('\u{FFFD}') && matches!(units.peek(), Some((_, Unit::Pair(..) | Unit::Byte(0x40..)))) => b'?',
        _ => return None,
    };
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
            Unit::Lost if pending.zip(units.peek()).is_some_and(|(lead, next)| is_half_width_question(lead, next.1)) => {
                push(Some(0xA3));
                (pending, joint) = (Some(QUESTION_LEAD), false);
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
    matches!(mark, b';' | b':' | b'!' | b'?').then_some(mark | 0x80)
}

/// The lead byte that a half-width question mark swallows.
const QUESTION_LEAD: u8 = b'?' | 0x80;

/// Whether a question mark after `lead` is the half-width one that the replacement made, and no lost byte: both characters
/// that it parts are frequent then (停课 read as 尾?).
fn is_half_width_question(lead: u8, next: Unit) -> bool {
    let Unit::Pair(first, _) = next else { return false };
    let frequent = |lead, trail| decode(lead, trail).and_then(rank).is_some_and(|rank| rank < FREQUENT);
    frequent(lead, 0xA3) && frequent(QUESTION_LEAD, first)
}

/// So many characters are the frequent ones.
const FREQUENT: u16 = 1_500;

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

/// How many characters before a lost one are looked at for a word, or for the start of its clause.
const BEFORE: usize = 48;

/// How many candidates of one character are told at most.
const CANDIDATES: usize = 5;
/// A candidate that is so much less likely than the best is none, in powers of ten.
const UNLIKELY: f32 = 2.0;

/// The text that a run stands in, and what is known of it.
struct Surroundings<'a> {
    text: &'a str,
    /// Where the run starts.
    start: usize,
    script: Script,
    lexicon: &'a Lexicon,
    evidence: &'a Evidence,
}

impl Surroundings<'_> {
    /// The best reading of a run; `None` where it has none.
    fn read(&self, run: &Run, budget: &mut usize) -> Option<Reading> {
        let before = &self.text[..self.start];
        let mut columns: Vec<Vec<Candidate>> = before.chars().rev().take(CONTEXT).map(fixed).collect();
        columns.reverse();
        let first = columns.len();
        for cell in &run.cells {
            let column = candidates(cell, self.script);
            if column.is_empty() {
                return None;
            }
            columns.push(column);
        }
        let last = columns.len();
        columns.extend(run.tail.into_iter().chain(self.text[run.end..].chars()).take(CONTEXT).map(fixed));
        let work: usize = columns.windows(2).map(|w| w[0].len() * w[1].len()).sum();
        *budget = budget.checked_sub(work + 1_000)?;
        let joints: Vec<bool> = (0..columns.len()).map(|i| i > first && i < last && run.cells[i - first].joint).collect();
        self.weigh_seams(run, &mut columns[first..last]);
        let through = weigh(&columns, &joints, self.evidence);
        let (mut characters, mut total) = (Vec::<Choice>::new(), NEVER);
        let mut earlier: Vec<char> = columns[..first].iter().filter_map(|c| c.first().map(|c| c.character)).collect();
        for (column, scores) in columns.iter().zip(&through).take(last).skip(first) {
            let ranking = ranking(column, scores);
            let (best, score) = *ranking.first()?;
            total = score;
            let next = ranking.get(1).map_or(f32::MIN, |r| r.1);
            let likely = ranking.iter().take(CANDIDATES).filter(|r| r.1 >= score - UNLIKELY).map(|r| r.0).collect();
            let seen = matches!(earlier[..], [.., a, b] if self.evidence.has_triple(a, b, best));
            earlier.push(best);
            characters.push(Choice { character: best, margin: total - next, seen, likely });
        }
        (total > NEVER).then(|| Reading { mean: total / columns.len() as f32, characters })
    }

    /// Weighs the first and the last cell by what stands around the run, where their neighbours are known.
    fn weigh_seams(&self, run: &Run, columns: &mut [Vec<Candidate>]) {
        let known: Vec<Option<char>> =
            columns.iter().map(|c| c.first().filter(|a| c.iter().all(|b| b.character == a.character)).map(|a| a.character)).collect();
        let mut before: Vec<char> = self.text[..self.start].chars().rev().take(BEFORE).take_while(|&c| c != '\n').collect();
        before.reverse();
        let after = run.tail.into_iter().chain(self.text[run.end..].chars());
        let after: Vec<char> = after.take(CONTEXT).collect();
        let inner: Vec<char> = known.iter().skip(1).map_while(|c| *c).take(CONTEXT).collect();
        let around = Around { before: &before, after: &inner, lexicon: self.lexicon, evidence: self.evidence };
        if let [first, second, ..] = columns {
            first.iter_mut().for_each(|c| c.weight = around.first(c.character));
            if known.get(1).is_some_and(Option::is_none) {
                // Both are in doubt: each has half of what their word weighs.
                for ([one, other], weight) in around.seam_words() {
                    let is = |c: &&mut Candidate, wanted| c.step.character == wanted;
                    if first.iter_mut().any(|c| is(&c, one)) && second.iter_mut().any(|c| is(&c, other)) {
                        first.iter_mut().filter(|c| is(c, one)).for_each(|c| c.weight += weight / 2.0);
                        second.iter_mut().filter(|c| is(c, other)).for_each(|c| c.weight = c.weight.max(weight / 2.0));
                    }
                }
            }
        }
        // Of the last one the character before it must be known.
        let last = columns.len().saturating_sub(1);
        if last == 0 || known[last].is_some() || known[last - 1].is_none() {
            return;
        }
        let from = known[..last].iter().rposition(Option::is_none).map_or(0, |i| i + 1);
        let mut left = if from == 0 { before.clone() } else { Vec::new() };
        left.extend(known[from..last].iter().flatten());
        let around = Around { before: &left, after: &after, lexicon: self.lexicon, evidence: self.evidence };
        columns[last].iter_mut().for_each(|c| c.weight = around.last(c.character));
    }
}

/// The characters that a cell may be with the likelihood of the best reading that has each, the best first. Two forms of one
/// character read alike: 範 and 范.
fn ranking(column: &[Candidate], scores: &[f32]) -> Vec<(char, f32)> {
    let mut all: Vec<(&Candidate, f32)> = column.iter().zip(scores.iter().copied()).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut seen: Vec<char> = Vec::new();
    let mut ranking = Vec::new();
    for (candidate, score) in all {
        if !seen.contains(&candidate.step.character) {
            seen.push(candidate.step.character);
            ranking.push((candidate.character, score));
            if ranking.len() > CANDIDATES {
                break;
            }
        }
    }
    ranking
}

/// Of each candidate the likelihood of the best reading of the whole that has it.
fn weigh(columns: &[Vec<Candidate>], joints: &[bool], evidence: &Evidence) -> Vec<Vec<f32>> {
    let best = |scores: &mut dyn Iterator<Item = f32>| scores.fold(f32::MIN, f32::max);
    let mut forward: Vec<Vec<f32>> = vec![columns[0].iter().map(|c| c.weight).collect()];
    let mut steps: Vec<Vec<f32>> = Vec::new();
    for (i, pair) in columns.windows(2).enumerate() {
        let joint = joints[i + 1];
        let step: Vec<f32> =
            pair[0].iter().flat_map(|a| pair[1].iter().map(move |b| (a, b))).map(|(a, b)| pass(evidence, a, b, joint) + b.weight).collect();
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
    Step::both(character).into_iter().filter(move |s| s.starts || is_han(character)).map(move |step| Candidate {
        character,
        bytes,
        step,
        weight: 0.0,
    })
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
