//! How likely characters stand side by side: the evidence by which lost bytes are chosen.
//!
//! Text is taken for a row of words. A word starts with a character, goes on by pairs that the table has (确保) or that
//! stand elsewhere in the same text, and ends after one character as often as that one is a word, after more mostly.

use std::sync::LazyLock;

use super::script::simplified;
use super::tables::{class, class_of, is_han};
use crate::packed;
use crate::sorted::{Sorted, key};

/// The base-10 logarithms of the likelihoods that the tiers of the table stand for.
const TIERS: [f32; 4] = [-0.3, -0.75, -1.25, -2.1];

/// That a word of two characters or more ends, and that it goes on.
const LONG_ENDS: f32 = -0.05;
const LONG_GOES_ON: f32 = -1.8;

/// The likelihood of a character that the table doesn't have.
const RARE: f32 = -6.0;

/// What can't be.
pub(super) const NEVER: f32 = -1000.0;

static TABLE: LazyLock<Table> = LazyLock::new(Table::build);

struct Table {
    /// The place of each character in the order of frequency.
    ranks: Sorted<u64, u32>,
    /// Of each of these the logarithms of the likelihoods that it starts a word, is one, and starts a longer one.
    edges: Vec<[f32; 3]>,
    /// Of each pair its group.
    pairs: Sorted<u64, u32>,
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
    /// What stands side by side and how often, by one, two, three and four characters, of 16 bits each.
    rows: [Sorted<u64, u32>; 4],
}

/// In the counts of a text an unknown character, all that parts words, and all letters and figures.
pub(super) const UNKNOWN: u16 = 0;
const BOUNDARY: u16 = b',' as u16;
const FIGURE: u16 = b'0' as u16;

impl Step {
    /// The two ways in which `c` may stand in a word.
    pub(super) fn both(c: char) -> [Self; 2] {
        let character = simplified(c);
        [Self { character, starts: true }, Self { character, starts: false }]
    }
}

impl Evidence {
    /// Counts what stands side by side in characters, which [`Evidence::unit`] tells, one length after another, since lists
    /// take much memory before they are counted.
    pub(super) fn of(mut units: Vec<u16>) -> Self {
        units.dedup_by(|a, b| *a == BOUNDARY && *b == BOUNDARY);
        let rows = |length| {
            let known = || units.windows(length).filter(|row| !row.contains(&UNKNOWN));
            let mut keys = Vec::with_capacity(known().count());
            keys.extend(known().map(Self::key));
            Sorted::counted(keys)
        };
        Self { rows: [rows(1), rows(2), rows(3), rows(4)] }
    }

    fn key(units: &[u16]) -> u64 {
        units.iter().fold(0, |key, &unit| key << 16 | u64::from(unit))
    }

    /// What stands for `c`: all that parts words is one, and a rare character is unknown, as the damage itself makes them.
    pub(super) fn unit(c: char) -> u16 {
        if c.is_ascii_alphanumeric() {
            return FIGURE;
        }
        if !is_han(c) {
            return if matches!(c, '?' | '\u{FFFD}') { UNKNOWN } else { BOUNDARY };
        }
        let plain = simplified(c);
        if TABLE.ranks.has(key(&[plain])) { u16::try_from(u32::from(plain)).unwrap_or(UNKNOWN) } else { UNKNOWN }
    }

    /// How often these one to four characters stand side by side; a mark stands for any.
    pub(super) fn times(&self, characters: impl Iterator<Item = char>) -> u32 {
        let (mut key, mut length) = (0, 0);
        for unit in characters.map(Self::unit) {
            if unit == UNKNOWN || length == self.rows.len() {
                return 0;
            }
            (key, length) = (key << 16 | u64::from(unit), length + 1);
        }
        length.checked_sub(1).and_then(|at| self.rows[at].get(key)).unwrap_or(0)
    }

    /// The logarithm of the likelihood that `second` comes after `first`.
    pub(super) fn follows(&self, first: Step, second: Step) -> f32 {
        let edges = |c: char| TABLE.ranks.get(key(&[c])).map(|rank| (rank as u16, TABLE.edges[rank as usize]));
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
        let general = TABLE.pairs.get(key(&[first, second])).map_or(NEVER, |group| TIERS[tier_of(group)]);
        // A single sighting is no evidence, as the damage itself makes pairs.
        let here = self.times([first, second].into_iter());
        let here = if here > 1 && is_han(second) {
            (here as f32 / (self.times([first].into_iter()).max(here) as f32 + 2.0)).log10() - 0.3
        } else {
            NEVER
        };
        general.max(here)
    }
}

/// The place of `c` in the order of frequency; `None` where it is rare.
pub(super) fn rank(c: char) -> Option<u16> {
    TABLE.ranks.get(key(&[simplified(c)])).map(|rank| rank as u16)
}

/// The tier of the pair, 0 for those that follow most often; `None` where the table doesn't have it.
pub(super) fn tier(first: char, second: char) -> Option<usize> {
    TABLE.pairs.get(key(&[simplified(first), simplified(second)])).map(tier_of)
}

/// Whether words end with the pair, and none of note with another of the same first character whose second has the same first byte:
/// 落实.
pub(super) fn is_only(first: char, second: char) -> bool {
    TABLE.pairs.get(key(&[simplified(first), simplified(second)])).is_some_and(|group| group % 2 == 0)
}

/// The tier of a group of the table: each has two.
fn tier_of(group: u32) -> usize {
    (group as usize / 2).min(TIERS.len() - 1)
}

/// The logarithms of the likelihoods of a character, and that it is a word.
pub(super) fn chances(c: char) -> (f32, f32) {
    let found = TABLE.ranks.get(key(&[simplified(c)]));
    found.map_or((RARE, -1.0), |rank| (frequency(rank as u16), TABLE.edges[rank as usize][1]))
}

/// Whether `second` often goes on the word that `first` starts.
pub(super) fn is_word_pair(first: char, second: char) -> bool {
    TABLE.pairs.get(key(&[simplified(first), simplified(second)])).is_some_and(|group| tier_of(group) <= 1)
}

/// The logarithm of the likelihood of the character of this rank.
fn frequency(rank: u16) -> f32 {
    -(f32::from(rank) + 10.0).log10() - 0.9
}

impl Table {
    fn build() -> Self {
        let unpacked = packed::pairs();
        let (mut edges, mut rows) = (Vec::new(), [const { Vec::new() }; 2]);
        for (word, label) in unpacked.rows() {
            let characters: Vec<char> = word.chars().collect();
            let Some(rows) = characters.len().checked_sub(1).and_then(|at| rows.get_mut(at)) else { continue };
            // Characters come in the order of frequency, each with the tenths of its uses in which it starts a word first,
            // and then those, with 10 added, in which it is one.
            let value = match (characters.len(), label) {
                (1, 0..10) => {
                    edges.push([((f32::from(label) + 0.3) / 10.0).log10(), 0.0, 0.0]);
                    edges.len() as u32 - 1
                }
                (1, _) => {
                    if let Some([_, alone, longer]) = edges.last_mut() {
                        let tenths = f32::from(label - 10);
                        *alone = ((tenths + 0.3) / 10.0).log10();
                        *longer = ((10.0 - tenths) / 10.0).max(0.03).log10();
                    }
                    continue;
                }
                _ => u32::from(label.saturating_sub(20)),
            };
            rows.push((key(&characters), value));
        }
        let [ranks, pairs] = rows.map(Sorted::of_numbers);
        Self { ranks, edges, pairs }
    }
}
