//! The best reading of a run: of each of its characters what it may be, and how clearly.

use super::super::clues::{first, kind, last};
use super::super::gbk::decode;
use super::super::likelihood::{Evidence, NEVER, Step, rank};
use super::super::script::simplified;
use super::super::seam::Around;
use super::super::tables::{class, class_of, is_han};
use super::super::weights;
use super::run::{Cell, Run};
use crate::document::Script;
use crate::lexicon::Lexicon;

/// One way to read a cell.
#[derive(Clone, Copy)]
struct Candidate {
    character: char,
    bytes: (u8, u8),
    step: Step,
    /// How much likelier it is by what stands around the run, where two characters in a row aren't known.
    weight: f32,
}

/// What a cell is read as.
pub(super) struct Choice {
    pub(super) character: char,
    /// Whether the evidence decides it.
    pub(super) sure: bool,
    /// The characters that it may well be, the best first.
    pub(super) likely: Vec<char>,
}

/// The best reading of a run.
pub(super) struct Reading {
    pub(super) characters: Vec<Choice>,
    /// Its likelihood a character.
    pub(super) mean: f32,
}

/// How many characters on each side of a run are weighed with it.
const CONTEXT: usize = 4;

/// How many characters before a lost one are looked at for a word, or for the start of its clause.
const BEFORE: usize = 48;

/// How many candidates of one character are told at most.
const CANDIDATES: usize = 5;
/// A candidate that is so much less likely than the best is none, in powers of ten.
const UNLIKELY: f32 = 2.0;
/// The same of a character at a seam, in the logarithm of its odds.
const UNLIKELY_SEAM: f32 = 6.0;

/// A word of those that stand at seams, the first of the list and how much less each next one, …
const SEAM_WORD: f32 = 0.9;
const SEAM_WORD_STEP: f32 = 0.15;
/// … and one after what it often follows: 环境保护, 热烈祝贺.
const COMPANION: f32 = 1.5;

/// The text that a run stands in, and what is known of it.
pub(in super::super) struct Surroundings<'a> {
    pub(in super::super) text: &'a str,
    /// Where the run starts.
    pub(in super::super) start: usize,
    pub(in super::super) script: Script,
    pub(in super::super) lexicon: &'a Lexicon,
    pub(in super::super) evidence: &'a Evidence,
}

/// The ways to read a run, and how likely the pairs of each make it.
pub(in super::super) struct Lattice<'a> {
    /// Of each cell what it may be, …
    columns: Vec<Vec<Candidate>>,
    /// … and the likelihood of the best reading of the whole that has it.
    scores: Vec<Vec<f32>>,
    /// How many characters the readings have, those around the run included.
    length: usize,
    /// What is weighed by its surroundings: the first character, unless the second isn't known either, and the last.
    opening: Option<Around<'a>>,
    closing: Option<Around<'a>>,
    /// What stands before the first character, where the second isn't known either.
    bare: Option<Around<'a>>,
}

impl Lattice<'_> {
    /// What each character that the first cell may be is worth by its pairs, and the clues for each.
    pub(in super::super) fn first(&self, tell: &mut impl FnMut(char, usize, f32)) {
        let (Some(around), Some(column), Some(scores)) = (&self.opening, self.columns.first(), self.scores.first()) else { return };
        for (c, worth) in distinct(column, scores) {
            tell(c, first::LATTICE, worth);
            around.first(c, &mut |clue, strength| tell(c, clue, strength));
        }
    }

    /// The same of the last cell.
    pub(in super::super) fn last(&self, tell: &mut impl FnMut(char, usize, f32)) {
        let (Some(around), Some(column), Some(scores)) = (&self.closing, self.columns.last(), self.scores.last()) else { return };
        for (c, worth) in distinct(column, scores) {
            tell(c, last::LATTICE, worth);
            around.last(c, &mut |clue, strength| tell(c, clue, strength));
        }
    }
}

impl Lattice<'_> {
    /// The kind of evidence for this first character.
    pub(in super::super) fn first_kind(&self, c: char) -> usize {
        self.opening.as_ref().map_or(kind::FIRST, |around| around.first_kind(c))
    }

    /// The kind of evidence for this last character.
    pub(in super::super) fn last_kind(&self, c: char) -> usize {
        self.closing.as_ref().map_or(kind::LAST, |around| around.last_kind(c))
    }
}

impl<'a> Surroundings<'a> {
    /// The best reading of a run; `None` where it has none.
    pub(super) fn read(&self, run: &Run, budget: &mut usize) -> Option<Reading> {
        let lattice = self.lattice(run, budget)?;
        let (mut characters, mut total) = (Vec::<Choice>::new(), NEVER);
        let end = lattice.columns.len() - 1;
        for (i, (column, scores)) in lattice.columns.iter().zip(&lattice.scores).enumerate() {
            let mut ranking = distinct(column, scores);
            let top = ranking.first()?.1;
            let mut wanted = if i > 0 && run.cells[i].lead.is_none() && run.cells[i].trail.is_none() { CLEAR_WILD } else { CLEAR };
            let mut unlikely = UNLIKELY;
            if i == 0 && lattice.opening.is_some() {
                ranking = weighed(&weights::FIRST, |mut tell| lattice.first(&mut tell));
                (wanted, unlikely) = (weights::SURE[lattice.first_kind(ranking.first()?.0)], UNLIKELY_SEAM);
            } else if i == end && lattice.closing.is_some() {
                ranking = weighed(&weights::LAST, |mut tell| lattice.last(&mut tell));
                (wanted, unlikely) = (weights::SURE[lattice.last_kind(ranking.first()?.0)], UNLIKELY_SEAM);
            }
            let (best, score) = *ranking.first()?;
            // A choice against the pairs makes the whole less likely.
            let worth = column.iter().zip(scores).filter(|c| c.0.character == best).map(|c| *c.1).fold(f32::MIN, f32::max);
            total = if i == 0 { worth } else { total + worth - top };
            let next = ranking.get(1).map_or(f32::MIN, |r| r.1);
            let likely = ranking.iter().take(CANDIDATES).filter(|r| r.1 >= score - unlikely).map(|r| r.0).collect();
            characters.push(Choice { character: best, sure: score - next >= wanted, likely });
        }
        if let (Some(around), [one, other, ..]) = (&lattice.bare, &mut characters[..]) {
            if around.is_expected([one.character, other.character]) {
                (one.sure, other.sure) = (true, true);
            }
        }
        (total > NEVER).then(|| Reading { mean: total / lattice.length as f32, characters })
    }

    /// The ways to read a run; `None` where it has none.
    pub(in super::super) fn lattice(&self, run: &Run, budget: &mut usize) -> Option<Lattice<'a>> {
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
        columns.extend(self.after(run).take(CONTEXT).map(fixed));
        let work: usize = columns.windows(2).map(|w| w[0].len() * w[1].len()).sum();
        *budget = budget.checked_sub(work + 1_000)?;
        let joints: Vec<bool> = (0..columns.len()).map(|i| i > first && i < last && run.cells[i - first].joint).collect();
        let known: Vec<Option<char>> = columns[first..last].iter().map(|c| settled(c)).collect();
        let opening = self.opening(run, &known);
        let closing = self.closing(run, &known);
        let bare = known.get(1).is_some_and(Option::is_none);
        if let ([one, other, ..], true) = (&mut columns[first..last], bare) {
            one.iter_mut().for_each(|c| c.weight = opening.first_alone(c.character));
            weigh_words(&opening, one, other);
        }
        let mut scores = weigh(&columns, &joints, self.evidence);
        let length = columns.len();
        let columns = columns.drain(first..last).collect();
        let scores = scores.drain(first..last).collect();
        let [opening, bare] = if bare { [None, Some(opening)] } else { [Some(opening), None] };
        Some(Lattice { columns, scores, length, opening, closing, bare })
    }

    /// What stands around the first character.
    fn opening(&self, run: &Run, known: &[Option<char>]) -> Around<'a> {
        let mut after: Vec<char> = known.iter().skip(1).map_while(|c| *c).take(CONTEXT).collect();
        if after.len() + 1 == known.len() {
            after.extend(self.after(run).take(CONTEXT - after.len()));
        }
        Around::of(self.before(), after, self.lexicon, self.evidence)
    }

    /// What stands around the last character, where it is in doubt and the one before it is known.
    fn closing(&self, run: &Run, known: &[Option<char>]) -> Option<Around<'a>> {
        let [.., Some(_), None] = known else { return None };
        let mut before = self.before();
        before.extend(known.iter().map(|c| c.unwrap_or(LOST)));
        before.pop();
        let after = self.after(run).take(CONTEXT).collect();
        Some(Around::of(before, after, self.lexicon, self.evidence))
    }

    /// The characters after the run.
    fn after(&self, run: &Run) -> impl Iterator<Item = char> + use<'_> {
        run.tail.into_iter().chain(self.text[run.end..].chars())
    }

    /// The characters of the line before the run.
    fn before(&self) -> Vec<char> {
        let mut before: Vec<char> = self.text[..self.start].chars().rev().take(BEFORE).take_while(|&c| c != '\n').collect();
        before.reverse();
        before
    }
}

/// The character of a cell that can be no other.
fn settled(column: &[Candidate]) -> Option<char> {
    let first = column.first()?.character;
    column.iter().all(|c| c.character == first).then_some(first)
}

/// Weighs two characters at the start of a run that are both in doubt: each has half of what their word weighs.
fn weigh_words(around: &Around<'_>, first: &mut [Candidate], second: &mut [Candidate]) {
    for (place, ([one, other], follows)) in around.seam_words().enumerate() {
        let weight = (SEAM_WORD - SEAM_WORD_STEP * place as f32 + if follows { COMPANION } else { 0.0 }) / 2.0;
        let is = |c: &&mut Candidate, wanted| c.step.character == wanted;
        if first.iter_mut().any(|c| is(&c, one)) && second.iter_mut().any(|c| is(&c, other)) {
            first.iter_mut().filter(|c| is(c, one)).for_each(|c| c.weight += weight);
            second.iter_mut().filter(|c| is(c, other)).for_each(|c| c.weight = c.weight.max(weight));
        }
    }
}

/// The characters that a cell may be, each with the likelihood of the best reading that has it, the best first. Two forms of one
/// character read alike: 範 and 范.
fn distinct(column: &[Candidate], scores: &[f32]) -> Vec<(char, f32)> {
    let mut all: Vec<(char, f32)> = column.iter().map(|candidate| candidate.character).zip(scores.iter().copied()).collect();
    best_first(&mut all);
    let mut seen: Vec<char> = Vec::new();
    all.retain(|&(c, _)| {
        let plain = simplified(c);
        let is_new = !seen.contains(&plain);
        seen.push(plain);
        is_new
    });
    all
}

fn best_first(ranking: &mut [(char, f32)]) {
    ranking.sort_by(|a, b| b.1.total_cmp(&a.1));
}

/// The characters that clues speak for with the sum of what these weigh, the best first.
fn weighed(weights: &[f32], clues: impl FnOnce(&mut dyn FnMut(char, usize, f32))) -> Vec<(char, f32)> {
    let mut ranking: Vec<(char, f32)> = Vec::new();
    clues(&mut |c, clue, strength| {
        let weight = strength * weights.get(clue).copied().unwrap_or(0.0);
        match ranking.last_mut() {
            Some((last, sum)) if *last == c => *sum += weight,
            _ => ranking.push((c, weight)),
        }
    });
    best_first(&mut ranking);
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
                None => matches!(character, '。' | '、' | '“' | '”' | '《' | '》' | '！' | '）'),
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
pub(super) fn likelihood(evidence: &Evidence, text: &str) -> f32 {
    let columns: Vec<Vec<Candidate>> = text.chars().map(fixed).collect();
    let through = weigh(&columns, &vec![false; columns.len()], evidence);
    through.first().map_or(0.0, |scores| scores.iter().copied().fold(f32::MIN, f32::max)) / columns.len().max(1) as f32
}

/// What stands for a character that isn't known.
const LOST: char = '?';

/// By how much a character beside an unknown one must beat the others, in powers of ten.
const CLEAR: f32 = 2.0;
const CLEAR_WILD: f32 = 99.0;
