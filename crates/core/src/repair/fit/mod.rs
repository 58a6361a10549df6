//! `cargo xtask fit`: the weights of the clues at seams, fitted on damage done to clean texts on purpose.
//!
//! Of the texts nothing is kept but the numbers in `weights.rs`. How far a choice must lie ahead to be certain is taken from
//! texts that the weights asked were not fitted on, a fifth of the texts at a time.

mod softmax;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::byte_shift::{Surroundings, known, run};
use super::clues::{first, kind, last};
use super::likelihood::Evidence;
use super::repair;
use crate::document::Script;
use crate::lexicon::Lexicon;
use crate::options::Options;
use damage::shift;
use softmax::{Choice, fit};

#[path = "../../../tests/damage/mod.rs"]
mod damage;

/// The texts are asked in so many parts of weights fitted on the others.
const FOLDS: usize = 5;
/// Of a thousand runs so many may be mended wrongly, unless another number is asked for: in news of all kinds, of which official
/// prose is the plainest and has fewer.
const WRONG_IN_A_THOUSAND: f64 = 6.0;

/// Runs with so many characters before them alike are the same.
const SAME: usize = 4;

/// A run: the choice of its first and its last character, where there is one.
struct Seams {
    first: Option<Choice>,
    last: Option<Choice>,
    /// The run with what stands around it.
    shown: String,
}

/// What came of a choice.
#[derive(Clone, Copy)]
struct Made {
    right: bool,
    /// By how much the chosen one beats the next.
    margin: f32,
    chosen: char,
    /// The kind of the evidence for it.
    kind: usize,
}

/// What the command is told by the environment: FIT_TEXTS, a folder of clean texts; FIT_CHECK, a folder of others to ask the weights
/// of; FIT_WRONG, how many runs in a thousand may be wrong; FIT_SHOW, to show the choices that are; FIT_INTO, the file to write.
#[test]
#[ignore = "run by `cargo xtask fit`"]
fn weights_are_fitted() {
    let runs = read(&std::env::var("FIT_TEXTS").unwrap_or_else(|_| "../../examples/texts".to_owned()));
    let (first, firsts) = fitted(first::COUNT, &runs, |s| s.first.as_ref());
    let (last, lasts) = fitted(last::COUNT, &runs, |s| s.last.as_ref());
    let made: Vec<[Option<Made>; 2]> = firsts.into_iter().zip(lasts).map(|(first, last)| [first, last]).collect();
    let wrong = std::env::var("FIT_WRONG").ok().and_then(|wrong| wrong.parse().ok()).unwrap_or(WRONG_IN_A_THOUSAND);
    let sure = sure(&made, wrong);
    println!("asked of weights fitted on other texts: {}", outcome(&made, sure));
    if std::env::var_os("FIT_SHOW").is_some() {
        show(&runs, &made);
    }
    if let Ok(folder) = std::env::var("FIT_CHECK") {
        let choose = |choice: &Option<Choice>, weights: &[f32]| choice.as_ref().map(|c| made_by(c, weights));
        let made: Vec<_> = read(&folder).iter().map(|s| [choose(&s.first, &first), choose(&s.last, &last)]).collect();
        println!("in the texts to check: {}", outcome(&made, sure));
    }
    if let Some(path) = std::env::var_os("FIT_INTO") {
        write(Path::new(&path), &first, &last, sure).expect("the weights are written");
    }
}

/// Tells the choices that were wrong, of each kind those first that were the clearest.
fn show(runs: &[Seams], made: &[[Option<Made>; 2]]) {
    let choices = made.iter().zip(runs).flat_map(|(made, run)| made.iter().flatten().map(move |made| (made, run)));
    let mut wrong: Vec<_> = choices.filter(|(made, _)| !made.right).collect();
    wrong.sort_by(|(a, _), (b, _)| a.kind.cmp(&b.kind).then(b.margin.total_cmp(&a.margin)));
    wrong.iter().for_each(|(made, run)| println!("{} {:.2} {} in {}", made.kind, made.margin, made.chosen, run.shown));
}

/// The runs of the texts in a folder.
fn read(folder: &str) -> Vec<Seams> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).expect("a folder of texts").flatten().map(|f| f.path()).collect();
    files.sort();
    let texts = files.iter().filter_map(|f| std::fs::read_to_string(f).ok());
    // What several texts say in the same words counts once.
    let mut met = BTreeSet::new();
    texts.enumerate().flat_map(|(at, text)| seams(at, &text, &mut met)).collect()
}

/// The choices in the runs of a text that is damaged on purpose.
fn seams(at: usize, text: &str, met: &mut BTreeSet<String>) -> Vec<Seams> {
    let clean = repair(text, &Options::default()).text.into_owned();
    let (damaged, runs) = shift(&clean);
    if runs.is_empty() {
        return Vec::new();
    }
    let evidence = Evidence::of(known(&damaged));
    let lexicon = Lexicon::builtin();
    let mut budget = usize::MAX;
    let mut seams = |truth: &damage::Run| {
        let start = truth.damaged.start;
        let found = run(&damaged, start + 1)?;
        let before = clean[..truth.clean.start].char_indices().rev().nth(SAME - 1).map_or(0, |(at, _)| at);
        let after = clean[truth.clean.end..].chars().next().unwrap_or('\n');
        let shown = format!("{}[{}]{after}", &clean[before..truth.clean.start], &clean[truth.clean.clone()]).replace('\n', "/");
        let truth = &clean[truth.clean.clone()];
        if !met.insert(shown.clone()) {
            return None;
        }
        let surroundings = Surroundings { text: &damaged, start, script: Script::Simplified, lexicon: &lexicon, evidence: &evidence };
        let lattice = surroundings.lattice(&found, &mut budget)?;
        let (mut first, mut last) = (Told::default(), Told::default());
        lattice.first(&mut |c, clue, strength| first.tell(c, clue, strength));
        lattice.last(&mut |c, clue, strength| last.tell(c, clue, strength));
        let first = first.choice(at, truth.chars().next(), |c| lattice.first_kind(c));
        let last = last.choice(at, truth.chars().next_back(), |c| lattice.last_kind(c));
        Some(Seams { first, last, shown })
    };
    runs.iter().filter_map(&mut seams).collect()
}

/// Candidates and their clues, as they are told.
#[derive(Default)]
struct Told(Vec<(char, Vec<(usize, f32)>)>);

impl Told {
    fn tell(&mut self, c: char, clue: usize, strength: f32) {
        if self.0.last().is_none_or(|last| last.0 != c) {
            self.0.push((c, Vec::new()));
        }
        if let (Some((_, clues)), true) = (self.0.last_mut(), strength != 0.0) {
            clues.push((clue, strength));
        }
    }

    /// The choice; `None` where nothing was told.
    fn choice(self, text: usize, right: Option<char>, kind: impl Fn(char) -> usize) -> Option<Choice> {
        let candidates = Some(self.0).filter(|candidates| !candidates.is_empty())?;
        let right = candidates.iter().position(|c| Some(c.0) == right);
        Some(Choice { text, kinds: candidates.iter().map(|c| kind(c.0)).collect(), candidates, right })
    }
}

/// The weights fitted on all choices, and of each run what comes of its choice by weights fitted on other texts.
fn fitted(count: usize, runs: &[Seams], of: impl Fn(&Seams) -> Option<&Choice>) -> (Vec<f32>, Vec<Option<Made>>) {
    let choices = || runs.iter().filter_map(&of);
    let folds: Vec<Vec<f32>> = (0..FOLDS).map(|fold| fit(count, choices().filter(move |c| c.text % FOLDS != fold))).collect();
    let made = runs.iter().map(|s| of(s).map(|c| made_by(c, &folds[c.text % FOLDS]))).collect();
    (fit(count, choices()), made)
}

fn made_by(choice: &Choice, weights: &[f32]) -> Made {
    let (best, margin) = choice.best(weights);
    Made { right: Some(best) == choice.right, margin, chosen: choice.candidates[best].0, kind: choice.kinds[best] }
}

/// By how much a choice of each kind must be ahead, so that as many runs as may be are exact while few are wrong.
fn sure(made: &[[Option<Made>; 2]], wrong: f64) -> [f32; kind::COUNT] {
    let mut kinds: [Vec<Made>; kind::COUNT] = Default::default();
    made.iter().flatten().flatten().for_each(|made| kinds[made.kind].push(*made));
    kinds.iter_mut().for_each(|kind| kind.sort_by(|a, b| b.margin.total_cmp(&a.margin)));
    // What a wrong choice costs in right ones: dear at first.
    let costs = (0..60).map(|step| 2000.0 * 0.9f32.powi(step));
    let marks = costs.map(|cost| kinds.each_ref().map(|kind| mark(kind, cost)));
    let allowed = made.len() as f64 * wrong / 1000.0;
    let held = marks.filter(|marks| outcome(made, *marks).wrong as f64 <= allowed);
    held.max_by_key(|marks| outcome(made, *marks).exact).unwrap_or([f32::MAX; kind::COUNT])
}

/// The margin from which on the right choices outweigh the wrong ones most, of choices with the widest margin first.
fn mark(made: &[Made], cost: f32) -> f32 {
    let (mut worth, mut best, mut mark) = (0.0, 0.0, f32::MAX);
    for (at, choice) in made.iter().enumerate() {
        worth += if choice.right { 1.0 } else { -cost };
        if worth > best {
            (best, mark) = (worth, (choice.margin + made.get(at + 1).map_or(0.0, |next| next.margin)) / 2.0);
        }
    }
    (mark * 100.0).ceil() / 100.0
}

/// What comes of runs.
struct Outcome {
    runs: usize,
    exact: usize,
    guessed: usize,
    wrong: usize,
}

fn outcome(made: &[[Option<Made>; 2]], marks: [f32; kind::COUNT]) -> Outcome {
    let mut outcome = Outcome { runs: made.len(), exact: 0, guessed: 0, wrong: 0 };
    for run in made {
        let sure = |seam: usize| run[seam].filter(|made| made.margin >= marks[made.kind]);
        let both = [sure(0), sure(1)];
        outcome.exact += usize::from(both.iter().all(|made| made.is_some_and(|m| m.right)));
        outcome.guessed += usize::from(run.iter().all(|made| made.is_some_and(|m| m.right)));
        outcome.wrong += usize::from(both.iter().any(|made| made.is_some_and(|m| !m.right)));
    }
    outcome
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { runs, exact, guessed, wrong } = self;
        write!(f, "{runs} runs, {exact} exact, {guessed} by the best guess, {wrong} wrong though certain")
    }
}

/// Writes the weights as a file of this crate.
fn write(path: &Path, first: &[f32], last: &[f32], sure: [f32; kind::COUNT]) -> std::io::Result<()> {
    let mut text = String::from("//! What each clue of `clues.rs` weighs, as `cargo xtask fit` writes it.\n");
    let numbers: Vec<String> = sure.iter().map(|sure| format!("{sure:.2}")).collect();
    let remark = "By how much a character must beat the others to be certain, by the kind of evidence for it.";
    let _ = write!(text, "\n/// {remark}\npub(super) const SURE: [f32; {}] = [{}];\n", sure.len(), numbers.join(", "));
    for (name, names, weights) in [("FIRST", first::NAMES, first), ("LAST", last::NAMES, last)] {
        let _ = write!(text, "\n#[rustfmt::skip]\npub(super) const {name}: [f32; {}] = [\n", weights.len());
        let mut at = 0;
        for (clue, width) in names {
            let numbers: Vec<String> = weights[at..at + width].iter().map(|w| format!("{w:.2}")).collect();
            let _ = writeln!(text, "    {}, // {clue}", numbers.join(", "));
            at += width;
        }
        text.push_str("];\n");
    }
    std::fs::write(path, text)
}
