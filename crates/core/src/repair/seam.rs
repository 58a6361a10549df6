//! What the surroundings say of the two characters that text read one byte off has lost (断口): the first, of which the
//! last byte is left, and the last, of which the first byte is left.
//!
//! In 精心安排?;顒又?,要 the first is 。保 or 校, and what stands before and after it decides; the last ends a clause and,
//! mostly, a word. All weights are powers of ten, measured on damage done to real text on purpose.

use std::sync::LazyLock;

use super::clues::{SIDES, Seen, alone, first, last, stop};
use super::likelihood::{Evidence, chances, is_word_pair, tier};
use super::script::simplified;
use super::tables::is_han;
use crate::lexicon::{Kind, Kinds, Lexicon, Names};
use crate::packed::{self, plain};
use crate::sorted::Sorted;

const EDGES: &str = plain!("clause_edges.txt");

/// The longest word of the lexicon looked for across a seam, in characters.
const LONGEST: usize = 5;

/// What stands for any mark in the counts of a text.
const BOUNDARY: char = '，';

/// By how much a reading must beat the next best to be certain, in powers of ten of the lattice, measured on damage done to
/// texts that the weights were not fitted on: where the text has the same elsewhere, …
const SURE_SEEN: f32 = 1.1;
/// … a full stop between two words, and elsewhere, …
const SURE_BETWEEN_WORDS: f32 = 5.8;
const SURE_STOP: f32 = 6.9;
/// … a word of the lexicon of more than two characters, …
const SURE_LONG_WORD: f32 = 2.5;
/// … a word of those that stand at seams, …
const SURE_SEAM_WORD: f32 = 4.6;
/// … a character that goes on a word often, …
const SURE_PAIR: f32 = 5.7;
/// … and any other: names are written with all of them.
const NEVER_SURE: f32 = 99.0;
/// The same of the last character: where the text has it after the same two, …
const SURE_LAST_SEEN: f32 = 4.4;
/// … where it ends a word that mostly goes on so and no other does (能力, but 能量), which the text has elsewhere or hasn't, …
const SURE_WORD_SEEN: f32 = 4.7;
const SURE_WORD: f32 = 5.0;
/// … one that often goes on so, …
const SURE_PAIR_WORD: f32 = 7.0;
/// … a mark, …
const SURE_MARK: f32 = 3.8;
/// … and any other.
const SURE_LAST: f32 = 11.0;
/// That a character ends no word of the table, where tiers end.
const WORDLESS: usize = 5;

static TABLE: LazyLock<Table> = LazyLock::new(Table::build);

struct Table {
    /// The part of a character before a mark, before a figure and at the start of a sentence.
    closing: Sorted<char, usize>,
    counting: Sorted<char, usize>,
    opening: Sorted<char, usize>,
    /// The words that stand at seams: how likely each is, and what it follows.
    words: Vec<([char; 2], Vec<&'static str>)>,
    /// The words that end clauses, as [`spelt`] gives them, sorted.
    ends: Vec<u128>,
}

/// The text around one lost character, simplified: what stands before it, nearest last, and after it, nearest first.
pub(super) struct Around<'a> {
    before: Vec<char>,
    after: Vec<char>,
    lexicon: &'a Lexicon,
    evidence: &'a Evidence,
}

impl<'a> Around<'a> {
    pub(super) fn of(mut before: Vec<char>, mut after: Vec<char>, lexicon: &'a Lexicon, evidence: &'a Evidence) -> Self {
        before.iter_mut().chain(&mut after).for_each(|c| *c = simplified(*c));
        Self { before, after, lexicon, evidence }
    }

    /// How much likelier than its pairs say `c` is the first character of a run.
    pub(super) fn first(&self, c: char) -> f32 {
        if c == '。' {
            return self.stop();
        }
        let (frequency, alone) = chances(c);
        let (last, next) = (self.last_before(), self.first_after());
        let word = self.seam_word(c, next);
        let listed = word.map_or(0.0, |(place, follows)| {
            first::SEAM_WORDS[place.min(first::SEAM_WORDS.len() - 1)] + if follows { first::COMPANION } else { 0.0 }
        });
        let surname = if Names::get().surname(c) > 0 { first::SURNAME[usize::from(self.after_title())] } else { 0.0 };
        first::FREQUENCY * frequency
            + first::ALONE * alone
            + first::PAIR_BEFORE[self.tier(last, c)]
            + first::PAIR_AFTER[self.tier(c, next)]
            + listed
            + by_length(&first::WORD, self.words(c, 1))
            + surname
            + self.seen(c, &first::SEEN)
    }

    /// The same where the character after it isn't known.
    pub(super) fn first_alone(&self, c: char) -> f32 {
        if c == '。' {
            return alone::STOP;
        }
        let seen = if self.times(c, 2, 0) > 0 { alone::SEEN } else { 0.0 };
        by_length(&alone::WORD, self.words(c, 0)) + seen
    }

    /// How much likelier than its pairs say a full stop is the first character.
    fn stop(&self) -> f32 {
        let (last, next) = (self.last_before(), self.first_after());
        let opening = if is_han(next) { TABLE.opening.get(next).unwrap_or(2) } else { 3 };
        let closed = match last {
            '”' | '》' | '）' => stop::AFTER_CLOSING,
            c if !is_han(c) => stop::AFTER_MARK,
            _ => {
                let clause = self.before.iter().rev().take_while(|c| is_han(**c)).count();
                let unfinished = if TABLE.closing.get(last) == Some(0) { stop::UNFINISHED } else { 0.0 };
                unfinished + stop::CLAUSE[[0, 0, 0, 1, 2, 3, 3, 4, 4, 4].get(clause).copied().unwrap_or(5)]
            }
        };
        let pair = |two: Option<&[char]>, weights: &[f32; 6]| match two {
            Some(&[one, other]) => weights[self.tier(one, other)],
            _ => 0.0,
        };
        stop::ALWAYS
            + stop::OPENING[opening]
            + closed
            + stop::ALONE * chances(last).1
            + pair(self.before.len().checked_sub(2).and_then(|from| self.before.get(from..)), &stop::PAIR_BEFORE)
            + pair(self.after.get(..2), &stop::PAIR_AFTER)
            + by_length(&stop::WORD_BEFORE, self.word_before().map_or(0, |word| word.0))
            + by_length(&stop::WORD_AFTER, self.word_after())
            + if self.after_title() { stop::AFTER_TITLE } else { 0.0 }
            + self.seen(BOUNDARY, &stop::SEEN)
    }

    /// How much likelier than its pairs say `c` is the last character of a run.
    pub(super) fn last(&self, c: char) -> f32 {
        if !is_han(c) {
            return self.mark(c);
        }
        let (frequency, alone) = chances(c);
        let (last, next) = (self.last_before(), self.first_after());
        let edge = if next.is_ascii_digit() {
            last::COUNTING[TABLE.counting.get(simplified(c)).unwrap_or(2)]
        } else {
            last::CLOSING[TABLE.closing.get(simplified(c)).unwrap_or(4)]
        };
        last::FREQUENCY * frequency
            + last::ALONE * alone
            + last::PAIR[self.tier(last, c)]
            + edge
            + by_length(&last::WORD, self.words(c, 0))
            + by_length(&last::CLAUSE_END, self.clause_end(c))
            + self.seen(c, &last::SEEN)
    }

    /// How much likelier than its pairs say this mark is the last character.
    fn mark(&self, c: char) -> f32 {
        let kind = match c {
            '。' => 0,
            '、' => 1,
            '”' | '》' | '）' => 2,
            _ => 3,
        };
        let place = match self.first_after() {
            '\n' | '\r' => 0,
            c if is_han(c) => 1,
            c if c.is_ascii_alphanumeric() => 2,
            _ => 3,
        };
        let closes = match kind {
            2 if self.is_open(c) => last::CLOSES,
            2 => last::CLOSES_NOTHING,
            _ => 0.0,
        };
        let after_stop = match (self.last_before(), kind) {
            ('。' | '！' | '？', 2) => last::CLOSES_AFTER_STOP,
            ('。' | '！' | '？', _) => last::AFTER_STOP,
            _ => 0.0,
        };
        last::MARK[kind][place] + closes + after_stop
    }

    /// The character before the lost one, or a line's end.
    fn last_before(&self) -> char {
        self.before.last().copied().unwrap_or('\n')
    }

    /// The character after the lost one, or a line's end.
    fn first_after(&self) -> char {
        self.after.first().copied().unwrap_or('\n')
    }

    /// The tier of a pair, one more than the last where the table doesn't have it.
    fn tier(&self, one: char, other: char) -> usize {
        tier(one, other).unwrap_or(WORDLESS)
    }

    fn is_word(&self, word: impl Iterator<Item = char>) -> bool {
        self.lexicon.kinds_spelt(word) != Kinds::default()
    }

    /// The longest word of the lexicon that ends before the lost character: its length and its kinds.
    fn word_before(&self) -> Option<(usize, Kinds)> {
        let word = |length: usize| {
            let word = self.before.get(self.before.len().checked_sub(length)?..)?;
            Some((length, self.lexicon.kinds_spelt(word.iter().copied()))).filter(|w| w.1 != Kinds::default())
        };
        (2..=LONGEST).rev().find_map(word)
    }

    fn after_title(&self) -> bool {
        self.word_before().is_some_and(|w| w.1.any(&[Kind::Title, Kind::MemberTitle, Kind::SharedTitle, Kind::UnitTitle, Kind::Honorific]))
    }

    /// The length of the longest word of the lexicon that starts after the lost character.
    fn word_after(&self) -> usize {
        let is_word = |length: &usize| self.after.get(..*length).is_some_and(|word| self.is_word(word.iter().copied()));
        (2..LONGEST).rev().find(is_word).unwrap_or(0)
    }

    /// What it weighs that the text has `c` elsewhere between the same characters.
    fn seen(&self, c: char, weights: &Seen) -> f32 {
        // Mostly the text has it neither after the same character nor before it, and so not between more of them either.
        let is_seen = [self.times(c, 1, 0) > 0, self.times(c, 0, 1) > 0];
        let may_be = |(behind, ahead): (usize, usize)| (behind == 0 || is_seen[0]) && (ahead == 0 || is_seen[1]);
        let times = SIDES.iter().map(|&sides| if may_be(sides) { self.times(c, sides.0, sides.1) } else { 0 });
        let weigh = |(times, [once, tenfold]): (u32, &[f32; 2])| if times > 0 { once + tenfold * (times as f32).log10() } else { 0.0 };
        times.zip(weights).map(weigh).sum()
    }

    /// How often the text has `c` after so many of the same characters and before so many.
    fn times(&self, c: char, behind: usize, ahead: usize) -> u32 {
        let (Some(from), Some(after)) = (self.before.len().checked_sub(behind), self.after.get(..ahead)) else { return 0 };
        self.evidence.times(self.before[from..].iter().chain(&[c]).chain(after).copied())
    }

    /// The words that stand at seams, and whether each follows one of its companions.
    pub(super) fn seam_words(&self) -> impl Iterator<Item = ([char; 2], bool)> + '_ {
        let before = || self.before.iter().rev().copied();
        let follows = move |companion: &&str| companion.chars().rev().eq(before().take(companion.chars().count()));
        TABLE.words.iter().map(move |(word, companions)| (*word, companions.iter().any(&follows)))
    }

    /// The place of the word among those that stand at seams, and whether it follows one of its companions.
    fn seam_word(&self, first: char, second: char) -> Option<(usize, bool)> {
        let word = [simplified(first), second];
        let place = TABLE.words.iter().position(|w| w.0 == word)?;
        Some((place, self.seam_words().nth(place)?.1))
    }

    /// By how much `c` must beat the others to be taken for the first character.
    pub(super) fn sure_first(&self, c: char) -> f32 {
        if c == '。' {
            let word = self.word_before().is_some();
            let opens = self.times(BOUNDARY, 0, 2) > 0;
            if opens && (word || self.times(BOUNDARY, 2, 0) > 0) {
                return SURE_SEEN;
            }
            let word = word || matches!(self.before[..], [.., a, b] if tier(a, b).is_some_and(|tier| tier < 4));
            let between = word && matches!(self.after[..], [a, b, ..] if tier(a, b).is_some());
            return if between { SURE_BETWEEN_WORDS } else { SURE_STOP };
        }
        if self.times(c, 2, 0) > 0 || self.times(c, 0, 2) > 0 {
            return SURE_SEEN;
        }
        if self.words(c, 1) > 2 {
            return SURE_LONG_WORD;
        }
        let (last, next) = (self.before.last(), self.after.first());
        match (last, next) {
            (_, Some(&next)) if self.seam_word(c, next).is_some() => SURE_SEAM_WORD,
            (Some(&last), _) if is_word_pair(last, c) => SURE_PAIR,
            _ => NEVER_SURE,
        }
    }

    /// By how much `c` must beat the others, of which these come next, to be taken for the last character.
    pub(super) fn sure_last(&self, c: char, mut others: impl Iterator<Item = char>) -> f32 {
        if !is_han(c) {
            return SURE_MARK;
        }
        let own = self.ends_word(c);
        let is_word = |other| self.words(other, 0) > 1 || Names::get().word(&[self.last_before(), simplified(other)]);
        let rivalled = others.any(|other| is_word(other) || self.ends_word(other) <= (own + 1).min(WORDLESS - 1));
        match (own, rivalled) {
            _ if self.times(c, 2, 0) > 0 => SURE_LAST_SEEN,
            (0, false) if self.times(c, 1, 0) > 0 => SURE_WORD_SEEN,
            (0, false) => SURE_WORD,
            (1, false) => SURE_PAIR_WORD,
            (_, false) => SURE_LAST,
            _ => NEVER_SURE,
        }
    }

    /// How rarely `c` goes on the word before it: 0 where a longer word ends with it, else the tier of the pair.
    fn ends_word(&self, c: char) -> usize {
        if self.words(c, 0) > 2 {
            return 0;
        }
        self.before.last().and_then(|&before| tier(before, c)).unwrap_or(WORDLESS)
    }

    /// The length of the longest word that `c` ends, of those that end clauses.
    fn clause_end(&self, c: char) -> usize {
        let is_end = |length: &usize| {
            let Some(start) = (self.before.len() + 1).checked_sub(*length) else { return false };
            TABLE.ends.binary_search(&spelt(self.before[start..].iter().copied().chain([simplified(c)]))).is_ok()
        };
        (2..=LONGEST).rev().find(is_end).unwrap_or(0)
    }

    /// The length of the longest word of the lexicon that `c` stands in, with up to two characters behind it for each `after`.
    fn words(&self, c: char, after: usize) -> usize {
        let (mut longest, c) = (0, simplified(c));
        for behind in 0..=after * 2 {
            let Some(tail) = self.after.get(..behind) else { break };
            for ahead in 0..LONGEST {
                let Some(start) = self.before.len().checked_sub(ahead) else { break };
                let length = ahead + 1 + behind;
                let word = || self.before[start..].iter().chain([&c]).chain(tail).copied();
                if length > longest.max(1) && self.is_word(word()) {
                    longest = length;
                }
            }
        }
        longest
    }

    /// Whether the mark that `c` closes is open.
    fn is_open(&self, c: char) -> bool {
        let opening = match c {
            '”' => '“',
            '》' => '《',
            _ => '（',
        };
        self.before.iter().rev().find(|&&b| b == opening || b == c) == Some(&opening)
    }
}

/// A word of up to six characters as a number.
fn spelt(word: impl Iterator<Item = char>) -> u128 {
    word.fold(0, |spelt, c| spelt << 21 | u128::from(u32::from(c)))
}

/// The weight for a word of this length.
fn by_length(weights: &[f32; 3], length: usize) -> f32 {
    length.checked_sub(2).map_or(0.0, |longer| weights[longer.min(2)])
}

impl Table {
    fn build() -> Self {
        let (mut words, mut ends) = (Vec::new(), Vec::new());
        for (part, word) in packed::parts("seam_words.txt") {
            if let &[place, first, second] = &part.chars().collect::<Vec<char>>()[..] {
                let place = place as usize - usize::from(b'a');
                words.resize(words.len().max(place + 1), Default::default());
                let (head, companions): &mut ([char; 2], Vec<_>) = &mut words[place];
                *head = [first, second];
                companions.push(word);
            } else {
                ends.push(spelt(word.chars()));
            }
        }
        let lines: Vec<&str> = EDGES.lines().collect();
        let part = |parts: std::ops::Range<usize>| {
            let rows = lines.get(parts).unwrap_or_default().iter().enumerate();
            Sorted::of(rows.flat_map(|(at, line)| line.chars().map(move |c| (c, at))))
        };
        ends.sort_unstable();
        Self { words, ends, closing: part(0..4), counting: part(4..6), opening: part(6..8) }
    }
}
