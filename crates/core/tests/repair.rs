//! Damage done on purpose, by the mechanism of each kind, and mended: on texts of the project, and on real ones where
//! a folder of them stands beside it.

mod damage;

use damage::{Run, shift};
use gongwen_core::{Repair, RepairKind, parse};

/// The `.txt` files of a folder beside the crate, where it is there: name and content.
fn texts(folder: &str) -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|e| e == "txt") {
            if let Ok(text) = std::fs::read_to_string(&path) {
                found.push((path.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default(), text));
            }
        }
    }
    found.sort();
    found
}

/// The project's own texts, and the real ones where they are.
fn sources() -> Vec<(String, String)> {
    let mut all: Vec<_> = texts("examples/texts");
    all.extend(texts("../shared/corpus/texts"));
    all
}

/// The text that the certain repairs make of `source`.
fn replay(source: &str, repairs: &[Repair]) -> String {
    let (mut text, mut at) = (String::new(), 0);
    for r in repairs.iter().filter(|r| r.certain) {
        assert!(r.span.start as usize >= at && r.span.start < r.span.end, "{r:?}");
        text.push_str(&source[at..r.span.start as usize]);
        text.push_str(&r.replacement);
        at = r.span.end as usize;
    }
    text + &source[at..]
}

fn mended(source: &str) -> (String, Vec<Repair>) {
    let repairs = parse(source).expect("every text is read").repairs;
    let text = replay(source, &repairs);
    let again = parse(&text).expect("every text is read").repairs;
    // What was left in doubt may still be decided in other surroundings; what was mended for sure stays.
    let settled = repairs.iter().all(|r| r.certain);
    assert!(!settled || again.iter().all(|r| !r.certain), "a repaired text is repaired again: {:?}", again.iter().find(|r| r.certain));
    (text, repairs)
}

/// A readings' list small enough to write down: the characters that every text has.
const READINGS: &[(char, &str)] = &[
    ('的', "de"),
    ('要', "yào"),
    ('会', "huì"),
    ('工', "gōng"),
    ('作', "zuo"),
    ('全', "quán"),
    ('实', "shí"),
    ('和', "hé"),
    ('各', "ge"),
    ('部', "bù"),
    ('学', "xué"),
    ('发', "fā"),
    ('展', "zhan"),
    ('强', "qiáng"),
    ('调', "diào"),
    ('绿', "lǜ"),
    ('女', "nü"),
    ('行', "xíng"),
    ('统', "tong"),
    ('领', "lǐng"),
];

#[test]
fn every_reading_in_brackets_comes_out() {
    for (name, text) in sources() {
        let clean = mended(&text).0;
        let mut damaged = String::new();
        for (i, c) in clean.chars().enumerate() {
            damaged.push(c);
            if let Some((_, reading)) = READINGS.iter().find(|r| r.0 == c) {
                let gloss = if i % 3 == 0 { format!("（{reading}）") } else { format!("({reading})") };
                damaged.push_str(&gloss.repeat(1 + i % 2));
            }
        }
        assert_eq!(mended(&damaged).0, clean, "{name}");
    }
}

/// What the repairs that `wanted` picks make of a stretch of the source.
fn replay_within(source: &str, repairs: &[Repair], stretch: &std::ops::Range<usize>, wanted: impl Fn(&Repair) -> bool) -> String {
    let (mut text, mut at) = (String::new(), stretch.start);
    let within = |r: &&Repair| r.span.start as usize >= stretch.start && r.span.end as usize <= stretch.end;
    for r in repairs.iter().filter(within).filter(|r| wanted(r)) {
        text.push_str(&source[at..r.span.start as usize]);
        text.push_str(&r.replacement);
        at = r.span.end as usize;
    }
    text + &source[at..stretch.end]
}

/// What came of the runs of a text.
#[derive(Debug, Default)]
struct Outcome {
    runs: usize,
    /// Back to the letter by the certain repairs alone; with the best guesses; by some choice of the candidates.
    exact: usize,
    guessed: usize,
    among: usize,
    /// Runs of which a certain repair is wrong; runs that were not seen.
    wrong: usize,
    unseen: usize,
    /// Of the first and the last characters: certain, certain and wrong, best guess right, right one among the candidates.
    first: [usize; 4],
    last: [usize; 4],
}

impl Outcome {
    fn count(&mut self, clean: &str, damaged: &str, runs: &[Run], repairs: &[Repair]) {
        for run in runs {
            let truth = &clean[run.clean.clone()];
            self.runs += 1;
            let within = |r: &&Repair| r.span.start as usize >= run.damaged.start && r.span.end as usize <= run.damaged.end;
            let own: Vec<&Repair> = repairs.iter().filter(within).collect();
            let damage = RepairKind::ByteShift;
            if !own.iter().any(|r| r.kind == damage) {
                self.unseen += 1;
                if std::env::var_os("SEAMS").is_some() {
                    let near = |at: usize| damaged[at..].chars().take(3).collect::<String>();
                    println!("UNSEEN [{truth}] [{}]{}", &damaged[run.damaged.clone()], near(run.damaged.end));
                }
                continue;
            }
            let sure = replay_within(damaged, repairs, &run.damaged, |r| r.certain);
            let guess = replay_within(damaged, repairs, &run.damaged, |_| true);
            self.exact += usize::from(sure == truth);
            self.guessed += usize::from(guess == truth);
            let (mut among, mut wrong) = (true, false);
            let mut seam = |wanted: Option<char>, got: Option<char>, repair: Option<&&Repair>, end: bool| {
                let doubtful = repair.filter(|r| !r.certain && r.kind == damage);
                let right = wanted == got;
                let kept = right || doubtful.is_some_and(|r| r.candidates.iter().any(|c| c.chars().next() == wanted));
                among &= kept;
                wrong |= !right && doubtful.is_none();
                let counts = if end { &mut self.last } else { &mut self.first };
                counts[0] += usize::from(doubtful.is_none());
                counts[1] += usize::from(doubtful.is_none() && !right);
                counts[2] += usize::from(right);
                counts[3] += usize::from(kept);
                if !right && std::env::var_os("SEAMS").is_some() {
                    let before: String = clean[..run.clean.start].chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
                    let after: String = clean[run.clean.end..].chars().take(3).collect();
                    let sure = if doubtful.is_none() { "CERTAIN" } else { "doubt" };
                    println!("{sure} {} {before}[{truth}]{after} {wanted:?} read {got:?}", if end { "last" } else { "first" });
                }
            };
            seam(truth.chars().next(), guess.chars().next(), own.first(), false);
            seam(truth.chars().next_back(), guess.chars().next_back(), own.last(), true);
            // Of each character what it was read as, and whether for sure.
            let (mut read, mut at) = (Vec::new(), run.damaged.start);
            for r in &own {
                read.extend(damaged[at..r.span.start as usize].chars().map(|c| (c, true)));
                read.extend(r.replacement.chars().map(|c| (c, r.certain)));
                at = r.span.end as usize;
            }
            read.extend(damaged[at..run.damaged.end].chars().map(|c| (c, true)));
            let middle = |s: &str| s.chars().skip(1).take(s.chars().count().saturating_sub(2)).collect::<String>();
            let inner = || read.iter().zip(truth.chars()).take(read.len().saturating_sub(1)).skip(1);
            wrong |= read.len() != truth.chars().count() || inner().any(|((c, sure), right)| *sure && *c != right);
            self.among += usize::from(among && middle(&guess) == middle(truth));
            self.wrong += usize::from(wrong);
        }
    }
}

#[test]
fn what_was_read_one_byte_off_comes_back() {
    let mut outcome = Outcome::default();
    for (_, text) in sources() {
        // As the damage was done: to the whole text, so that the text itself is evidence.
        let clean = mended(&text).0;
        let (damaged, runs) = shift(&clean);
        if !runs.is_empty() {
            let (_, repairs) = mended(&damaged);
            outcome.count(&clean, &damaged, &runs, &repairs);
        }
    }
    let Outcome { runs, exact, guessed, among, wrong, unseen, first, last } = &outcome;
    println!("byte shift: {runs} runs: {exact} exact, {guessed} by the best guess, {among} among the candidates;");
    println!("{wrong} wrong though certain, {unseen} not seen;");
    println!("certain, wrong though certain, guessed, among the candidates: first {first:?}, last {last:?}");
    // Floors that only rise: what is reached on 807 runs of real text.
    assert!(*runs < 50 || *wrong * 500 <= *runs, "{wrong} of {runs} runs mended wrongly");
    assert!(*runs < 50 || *guessed * 100 >= *runs * 90 && *among * 100 >= *runs * 96, "{guessed} and {among} of {runs} runs");
    assert!(*runs < 50 || *exact * 100 >= *runs * 58, "{exact} of {runs} runs exact");
}

#[test]
fn utf8_read_as_latin_1_comes_back() {
    for (name, text) in sources() {
        let clean = mended(&text).0;
        let han: String = clean.lines().next().unwrap_or_default().chars().filter(|c| ('\u{4E00}'..'\u{9FFF}').contains(c)).collect();
        let damaged: String = han.bytes().map(char::from).collect();
        assert_eq!(mended(&damaged).0, han, "{name}");
    }
}

#[test]
fn clean_text_keeps_its_words() {
    for (name, text) in sources() {
        for r in parse(&text).expect("every text is read").repairs {
            let deep = matches!(r.kind, RepairKind::PinyinGloss | RepairKind::ByteShift | RepairKind::Mojibake);
            assert!(!(deep && r.certain) || name.contains("garbled"), "{name}: {r:?}");
        }
    }
}
