//! How likely characters stand side by side: the evidence by which lost bytes are chosen.
//!
//! Text is taken for a row of words. A word starts with a character, goes on by pairs that the table has (确保) or that
//! stand elsewhere in the same text, and ends after one character as often as that one is a word, after more mostly.

use std::collections::{HashMap, HashSet};

use once_cell::sync::Lazy;

use super::script::simplified;
use super::tables::{class, class_of, is_han};
use crate::packed;

/// The base-10 logarithms of the likelihoods that the tiers of the table stand for.
const TIERS: [f32; 5] = [-0.3, -0.75, -1.25, -1.75, -2.4];

/// That a word of two characters or more ends, and that it goes on.
const LONG_ENDS: f32 = -0.05;
const LONG_GOES_ON: f32 = -1.8;

/// The likelihood of a character that the table doesn't have.
const RARE: f32 = -6.0;

/// What can't be.
pub(super) const NEVER: f32 = -1000.0;

static TABLE: Lazy<Table> = Lazy::new(Table::build);

struct Table {
    /// The place of each character in the order of frequency.
    ranks: HashMap<char, u16>,
    /// Of each of these the logarithms of the likelihoods that it starts a word, is one, and starts a longer one.
    edges: Vec<[f32; 3]>,
    pairs: HashMap<(char, char), u8>,
    /// Ends of words that their two last characters alone would tell wrongly.
    triples: HashSet<[char; 3]>,
}

/// A character with its place in its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// The character, simplified.
    pub(super) character: char,
    /// Whether it starts its word.
    pub(super) starts: bool,
}

/// The pairs of one text beside those of the table: a word that is damaged here stands whole elsewhere.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    pairs: HashMap<(char, char), u32>,
    singles: HashMap<char, u32>,
    triples: HashSet<[char; 3]>,
}

impl Step {
    /// The two ways in which `c` may stand in a word.
    pub(super) fn both(c: char) -> [Self; 2] {
        let character = simplified(c);
        [Self { character, starts: true }, Self { character, starts: false }]
    }
}

impl Evidence {
    /// Counts the pairs of `text`.
    pub(super) fn of(text: &str) -> Self {
        let mut evidence = Self::default();
        let (mut earlier, mut before) = ('\n', '\n');
        for c in text.chars().map(simplified) {
            *evidence.singles.entry(c).or_default() += 1;
            // Rare characters are what the damage itself makes.
            if TABLE.ranks.contains_key(&before) && TABLE.ranks.contains_key(&c) {
                *evidence.pairs.entry((before, c)).or_default() += 1;
                if TABLE.ranks.contains_key(&earlier) {
                    evidence.triples.insert([earlier, before, c]);
                }
            }
            (earlier, before) = (before, c);
        }
        evidence
    }

    /// Whether these three stand side by side somewhere in the text.
    pub(super) fn has_triple(&self, first: char, second: char, third: char) -> bool {
        self.triples.contains(&[first, second, third].map(simplified))
    }

    /// The logarithm of the likelihood that `second` comes after `first`.
    pub(super) fn follows(&self, first: Step, second: Step) -> f32 {
        let edges = |c: char| TABLE.ranks.get(&c).map(|&rank| (rank, TABLE.edges[usize::from(rank)]));
        let (ends, goes_on) = if !first.starts {
            (LONG_ENDS, LONG_GOES_ON)
        } else {
            edges(first.character).map_or((-0.5, -1.0), |(_, [_, alone, longer])| (alone, longer))
        };
        if !second.starts {
            return goes_on + self.within(first.character, second.character);
        }
        ends + match second.character {
            '，' | ',' => -1.2,
            '。' => -1.7,
            '、' => -1.7,
            '\n' => -1.5,
            c if is_han(c) => edges(c).map_or(RARE, |(rank, [starts, ..])| frequency(rank) + starts),
            '?' | '？' | '\u{FFFD}' => -4.0,
            c if c.is_ascii() || class_of(c) & class::WIDE != 0 => -2.6,
            // A sign of another script, or of private use, beside Han: what damage makes.
            _ => RARE,
        }
    }

    /// The logarithm of the likelihood that a word goes on from `first` to `second`.
    fn within(&self, first: char, second: char) -> f32 {
        let general = TABLE.pairs.get(&(first, second)).map_or(NEVER, |&tier| TIERS[usize::from(tier).min(4)]);
        // A single sighting is no evidence, as the damage itself makes pairs.
        let here = self.pairs.get(&(first, second)).filter(|&&n| n > 1).map_or(NEVER, |&n| {
            let all = self.singles.get(&first).copied().unwrap_or(n).max(n);
            (n as f32 / (all as f32 + 2.0)).log10() - 0.3
        });
        general.max(here)
    }
}

/// The place of `c` in the order of frequency; `None` where it is rare.
pub(super) fn rank(c: char) -> Option<u16> {
    TABLE.ranks.get(&simplified(c)).copied()
}

/// Whether the table has these three as the end of a word that the pairs alone would tell wrongly.
pub(super) fn is_word_end(first: char, second: char, third: char) -> bool {
    TABLE.triples.contains(&[first, second, third].map(simplified))
}

/// Whether `second` often goes on the word that `first` starts.
pub(super) fn is_word_pair(first: char, second: char) -> bool {
    TABLE.pairs.get(&(simplified(first), simplified(second))).is_some_and(|&tier| tier <= 1)
}

/// Whether `second` goes on the word that `first` starts, be it seldom.
pub(super) fn is_pair(first: char, second: char) -> bool {
    TABLE.pairs.contains_key(&(simplified(first), simplified(second)))
}

/// The logarithm of the likelihood of the character of this rank.
fn frequency(rank: u16) -> f32 {
    -(f32::from(rank) + 10.0).log10() - 0.9
}

impl Table {
    fn build() -> Self {
        let mut table = Self { ranks: HashMap::new(), edges: Vec::new(), pairs: HashMap::new(), triples: HashSet::new() };
        for (word, label) in packed::pairs().rows() {
            let mut characters = word.chars();
            match (characters.next(), characters.next(), characters.next()) {
                (Some(first), None, _) => table.rank(first, label),
                (Some(first), Some(second), None) => drop(table.pairs.insert((first, second), label.saturating_sub(20) as u8)),
                (Some(first), Some(second), Some(third)) => drop(table.triples.insert([first, second, third])),
                (None, ..) => {}
            }
        }
        table
    }

    /// Notes one of the digits of a character: characters come in the order of frequency, with the tenths of their uses in
    /// which they start a word first, and then those, with 10 added, in which they are one.
    fn rank(&mut self, c: char, label: u16) {
        if label < 10 {
            self.ranks.insert(c, self.edges.len() as u16);
            self.edges.push([((f32::from(label) + 0.3) / 10.0).log10(), 0.0, 0.0]);
        } else if let Some([_, alone, longer]) = self.edges.last_mut() {
            let tenths = f32::from(label - 10);
            *alone = ((tenths + 0.3) / 10.0).log10();
            *longer = ((10.0 - tenths) / 10.0).max(0.03).log10();
        }
    }
}
