//! What the surroundings say of the two characters that text read one byte off has lost (断口): the first, of which the
//! last byte is left, and the last, of which the first byte is left.
//!
//! In 精心安排?;顒又?,要 the first is 。保 or 校, and what stands before and after it decides; the last ends a clause and,
//! mostly, a word.

use std::sync::LazyLock;

use super::clues::{SIDES, alone, first, kind, last};
use super::likelihood::{Evidence, chances, is_only, tier};
use super::script::simplified;
use super::tables::is_han;
use crate::lexicon::{Kind, Kinds, Lexicon, Names};
use crate::packed::{self, plain};
use crate::sorted::Sorted;

const EDGES: &str = plain!("clause_edges.txt");

/// The longest word of the lexicon looked for across a seam, in characters.
const LONGEST: usize = 5;

/// With so many characters before a mark the one that it closes may stand further off.
const LONG_BEFORE: usize = 48;

/// What stands for any mark in the counts of a text.
const BOUNDARY: char = '，';

/// That a character ends no word of the table, where tiers end.
const WORDLESS: usize = 4;

static TABLE: LazyLock<Table> = LazyLock::new(Table::build);

struct Table {
    /// The part of a character before a mark, before a figure and at the start of a sentence.
    closing: Sorted<char, usize>,
    counting: Sorted<char, usize>,
    opening: Sorted<char, usize>,
    /// The ideographs that are lost most often as the first of a run, by their order.
    lost: Sorted<char, usize>,
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

    /// Tells the clues for `c` as the first character of a run.
    pub(super) fn first(&self, c: char, tell: &mut impl FnMut(usize, f32)) {
        if c == '。' {
            return self.stop(tell);
        }
        let (frequency, alone) = chances(c);
        let (last, next) = (self.last_before(), self.first_after());
        if let Some(place) = TABLE.lost.get(simplified(c)) {
            tell(first::LOST_OFTEN + place, 1.0);
        }
        tell(first::FREQUENCY, frequency);
        tell(first::ALONE, alone);
        tell(first::PAIR_BEFORE + self.tier(last, c), 1.0);
        tell(first::PAIR_AFTER + self.tier(c, next), 1.0);
        if let Some((place, follows)) = self.seam_word(c, next) {
            tell(first::SEAM_WORD + place.min(first::COMPANION - first::SEAM_WORD - 1), 1.0);
            tell(first::COMPANION, f32::from(u8::from(follows)));
        }
        by_length(first::WORD, self.words(c, 1), tell);
        if Names::get().surname(c) > 0 {
            tell(first::SURNAME + usize::from(self.after_title()), 1.0);
        }
        self.seen(c, first::SEEN_ELSEWHERE, tell);
    }

    /// The same where the character after it isn't known.
    pub(super) fn first_alone(&self, c: char) -> f32 {
        if c == '。' {
            return alone::STOP;
        }
        let seen = if self.times(c, 2, 0) > 0 { alone::SEEN } else { 0.0 };
        self.words(c, 0).checked_sub(2).map_or(0.0, |longer| alone::WORD[longer.min(2)]) + seen
    }

    /// Tells the clues for a full stop as the first character.
    fn stop(&self, tell: &mut impl FnMut(usize, f32)) {
        let (last, next) = (self.last_before(), self.first_after());
        tell(first::STOP, 1.0);
        tell(first::OPENING + if is_han(next) { TABLE.opening.get(next).unwrap_or(2) } else { 3 }, 1.0);
        match last {
            '”' | '》' | '）' => tell(first::AFTER_CLOSING, 1.0),
            c if !is_han(c) => tell(first::AFTER_MARK, 1.0),
            _ => {
                let clause = self.before.iter().rev().take_while(|c| is_han(**c)).count();
                tell(first::UNFINISHED, f32::from(u8::from(TABLE.closing.get(last) == Some(0))));
                tell(first::CLAUSE + [0, 0, 0, 1, 2, 3, 3, 4, 4, 4].get(clause).copied().unwrap_or(5), 1.0);
            }
        }
        tell(first::ALONE_BEFORE, chances(last).1);
        if let Some(&[one, other]) = self.before.len().checked_sub(2).and_then(|from| self.before.get(from..)) {
            tell(first::STOP_PAIR_BEFORE + self.tier(one, other), 1.0);
        }
        if let Some(&[one, other]) = self.after.get(..2) {
            tell(first::STOP_PAIR_AFTER + self.tier(one, other), 1.0);
        }
        by_length(first::STOP_WORD_BEFORE, self.word_before().map_or(0, |word| word.0), tell);
        by_length(first::STOP_WORD_AFTER, self.word_after(), tell);
        tell(first::AFTER_TITLE, f32::from(u8::from(self.after_title())));
        self.seen(BOUNDARY, first::STOP_SEEN_ELSEWHERE, tell);
    }

    /// Tells the clues for `c` as the last character of a run.
    pub(super) fn last(&self, c: char, tell: &mut impl FnMut(usize, f32)) {
        if !is_han(c) {
            return self.mark(c, tell);
        }
        let (frequency, alone) = chances(c);
        let (last, next) = (self.last_before(), self.first_after());
        tell(last::FREQUENCY, frequency);
        tell(last::ALONE, alone);
        tell(last::PAIR + self.tier(last, c), 1.0);
        tell(last::ONLY, f32::from(u8::from(is_only(last, c))));
        if next.is_ascii_digit() {
            tell(last::COUNTING + TABLE.counting.get(simplified(c)).unwrap_or(2), 1.0);
        } else {
            tell(last::CLOSING + TABLE.closing.get(simplified(c)).unwrap_or(4), 1.0);
        }
        by_length(last::WORD, self.words(c, 0), tell);
        by_length(last::CLAUSE_END, self.clause_end(c), tell);
        self.seen(c, last::SEEN_ELSEWHERE, tell);
    }

    /// Tells the clues for this mark as the last character.
    fn mark(&self, c: char, tell: &mut impl FnMut(usize, f32)) {
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
        tell(last::MARK + 4 * kind + place, 1.0);
        match self.is_open(c).filter(|_| kind == 2) {
            Some(true) => tell(last::CLOSES, 1.0),
            Some(false) => tell(last::CLOSES_NOTHING, 1.0),
            None => {}
        }
        if matches!(self.last_before(), '。' | '！' | '？') {
            tell(if kind == 2 { last::CLOSES_AFTER_STOP } else { last::AFTER_STOP }, 1.0);
        }
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

    /// Tells, from the clue at `place` on, that the text has `c` elsewhere between the same characters.
    fn seen(&self, c: char, place: usize, tell: &mut impl FnMut(usize, f32)) {
        // Mostly the text has it neither after the same character nor before it, and so not between more of them either.
        let is_seen = [self.times(c, 1, 0) > 0, self.times(c, 0, 1) > 0];
        for (at, (behind, ahead)) in SIDES.into_iter().enumerate() {
            let may_be = (behind == 0 || is_seen[0]) && (ahead == 0 || is_seen[1]);
            let times = if may_be { self.times(c, behind, ahead) } else { 0 };
            if times > 0 {
                tell(place + 2 * at, 1.0);
                tell(place + 2 * at + 1, (times as f32).log10());
            }
        }
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

    /// The kind of evidence for `c` as the first character.
    pub(super) fn first_kind(&self, c: char) -> usize {
        if c == '。' {
            let seen = self.times(BOUNDARY, 0, 2) > 0 || self.times(BOUNDARY, 2, 0) > 0;
            let listed = |two: Option<&[char]>| matches!(two, Some(&[one, other]) if tier(one, other).is_some());
            let before = self.before.len().checked_sub(2).and_then(|from| self.before.get(from..));
            let between = (listed(before) || self.word_before().is_some()) && (listed(self.after.get(..2)) || self.word_after() > 0);
            return if seen && between { kind::STOP_SEEN } else { kind::STOP };
        }
        let seen = self.times(c, 2, 0) > 0 || self.times(c, 0, 2) > 0;
        let (last, next) = (self.last_before(), self.first_after());
        let joined = self.tier(last, c) <= 1 || self.tier(c, next) <= 1 || self.seam_word(c, next).is_some() || self.words(c, 1) > 1;
        // A long word across the seam says as much as the text itself: 高等学校.
        if seen && joined || self.words(c, 1) > 2 { kind::FIRST_SEEN } else { kind::FIRST }
    }

    /// The kind of evidence for `c` as the last character.
    pub(super) fn last_kind(&self, c: char) -> usize {
        match c {
            // A full stop after one: what is lost there closes what is open too far off to be seen.
            c if !is_han(c) => {
                if matches!(self.last_before(), '。' | '！' | '？' | '—') {
                    kind::LAST
                } else {
                    kind::MARK
                }
            }
            c if is_only(self.last_before(), c) => kind::LAST_ONLY,
            c if self.times(c, 2, 0) > 0 => kind::LAST_SEEN,
            _ => kind::LAST,
        }
    }

    /// Whether the word stands at seams and follows what it often does, or the text has it elsewhere after the same two characters.
    pub(super) fn is_expected(&self, word: [char; 2]) -> bool {
        let word = word.map(simplified);
        self.seam_words().any(|(listed, follows)| follows && listed == word)
            || self.before.len().checked_sub(2).is_some_and(|from| self.evidence.times(self.before[from..].iter().copied().chain(word)) > 0)
    }

    /// The place of the word among those that stand at seams, and whether it follows one of its companions.
    fn seam_word(&self, first: char, second: char) -> Option<(usize, bool)> {
        let word = [simplified(first), second];
        let place = TABLE.words.iter().position(|w| w.0 == word)?;
        Some((place, self.seam_words().nth(place)?.1))
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

    /// Whether the mark that `c` closes is open; `None` where that can't be seen.
    fn is_open(&self, c: char) -> Option<bool> {
        let opening = match c {
            '”' => '“',
            '》' => '《',
            _ => '（',
        };
        let found = self.before.iter().rev().find(|&&b| b == opening || b == c).map(|&b| b == opening);
        found.or((self.before.len() < LONG_BEFORE).then_some(false))
    }
}

/// A word of up to six characters as a number.
fn spelt(word: impl Iterator<Item = char>) -> u128 {
    word.fold(0, |spelt, c| spelt << 21 | u128::from(u32::from(c)))
}

/// Tells, from the clue at `place` on, of a word of this length.
fn by_length(place: usize, length: usize, tell: &mut impl FnMut(usize, f32)) {
    if let Some(longer) = length.checked_sub(2) {
        tell(place + longer.min(2), 1.0);
    }
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
        let lost = Sorted::of(lines.get(8).iter().flat_map(|line| line.chars().zip(0..)));
        Self { words, ends, closing: part(0..4), counting: part(4..6), opening: part(6..8), lost }
    }
}
