//! What the surroundings say of the two characters that text read one byte off has lost (断口): the first, of which the
//! last byte is left, and the last, of which the first byte is left.
//!
//! In 精心安排?;顒又?,要 the first is 。保 or 校, and what stands before and after it decides; the last ends a clause and,
//! mostly, a word. All weights are powers of ten, measured on damage done to real text on purpose.

use std::sync::LazyLock;

use super::likelihood::{Evidence, is_pair, is_word_end};
use super::script::simplified;
use super::tables::is_han;
use crate::lexicon::Lexicon;
use crate::sorted::Sorted;

const EDGES: &str = include_str!("../../data/repair/clause_edges.txt");
const WORDS: &str = include_str!("../../data/repair/seam_words.txt");

/// A word's end that two characters alone would tell wrongly, …
const TRIPLE: f32 = 1.7;
/// … the same three characters elsewhere in the text, …
const SEEN: f32 = 1.5;
/// … and a word of the lexicon, of two characters and of more.
const WORD: f32 = 0.5;
const LONG_WORD: f32 = 1.2;

/// A word of those that stand at seams, the first of the list and how much less each next one, …
const SEAM_WORD: f32 = 0.9;
const SEAM_WORD_STEP: f32 = 0.15;
/// … and one after what it often follows: 环境保护, 热烈祝贺.
const COMPANION: f32 = 1.5;

/// Two characters that make a word, …
const PAIR: f32 = 0.5;
/// A word of those that end clauses, by how many characters of it are known.
const CLAUSE_ENDS: [f32; 3] = [2.0, 2.8, 3.2];

/// A clause ends seldom after so few characters (by their number), …
const SHORT_CLAUSE: [f32; 5] = [-1.7, -1.7, -1.7, -1.0, -0.4];
/// … or after one of those that want another: 的 和 于.
const UNFINISHED: f32 = -1.7;
/// A closing mark that closes what is open, and one that doesn't.
const CLOSES: f32 = 1.7;
const CLOSES_NOTHING: f32 = -2.6;
/// A mark before another one.
const MARK_BEFORE_MARK: f32 = -2.5;

/// The longest word of the lexicon looked for across a seam, in characters.
const LONGEST: usize = 5;

static TABLE: LazyLock<Table> = LazyLock::new(Table::build);

struct Table {
    /// The weight of a character before a mark, before a figure and at the start of a sentence.
    closing: Sorted<char, f32>,
    counting: Sorted<char, f32>,
    opening: Sorted<char, f32>,
    /// The words that stand at seams: how likely each is, and what it follows.
    words: Vec<([char; 2], f32, Vec<&'static str>)>,
    /// The words that end clauses.
    ends: Vec<&'static str>,
}

/// The text around one lost character: what stands before it, nearest last, and after it, nearest first.
pub(super) struct Around<'a> {
    pub(super) before: &'a [char],
    pub(super) after: &'a [char],
    pub(super) lexicon: &'a Lexicon,
    pub(super) evidence: &'a Evidence,
}

impl Around<'_> {
    /// How much likelier than its pairs say `c` is the first character of a run.
    pub(super) fn first(&self, c: char) -> f32 {
        if is_han(c) {
            let word = self.after.first().map_or(0.0, |&next| self.seam_word(c, next));
            return self.words(c, 1).max(word) + self.seen(c, SEEN * 0.6);
        }
        if c != '。' {
            return MARK_BEFORE_MARK;
        }
        // A sentence of one character is none.
        let Some(&next) = self.after.first() else { return UNFINISHED };
        let opens = if is_han(next) { TABLE.opening.get(simplified(next)).unwrap_or(-0.9) } else { -1.0 };
        let Some(&last) = self.before.last() else { return UNFINISHED };
        if !is_han(last) {
            return opens + if matches!(last, '”' | '》' | '）') { 0.4 } else { -1.0 };
        }
        let clause = self.before.iter().rev().take_while(|c| is_han(**c)).count();
        let unfinished = if TABLE.closing.get(simplified(last)) == Some(UNFINISHED) { UNFINISHED } else { 0.0 };
        opens + unfinished + SHORT_CLAUSE.get(clause).copied().unwrap_or(0.0) + 0.1
    }

    /// The words that stand at seams, and how much likelier each is here than its pairs say.
    pub(super) fn seam_words(&self) -> impl Iterator<Item = ([char; 2], f32)> + '_ {
        let before = || self.before.iter().rev().map(|&c| simplified(c));
        let follows = move |companion: &&str| companion.chars().rev().eq(before().take(companion.chars().count()));
        TABLE
            .words
            .iter()
            .map(move |(word, weight, companions)| (*word, weight + if companions.iter().any(&follows) { COMPANION } else { 0.0 }))
    }

    /// How much likelier `first` and `second` are for being such a word; nothing where they are none.
    fn seam_word(&self, first: char, second: char) -> f32 {
        let word = [simplified(first), simplified(second)];
        if !TABLE.words.iter().any(|w| w.0 == word) {
            return 0.0;
        }
        self.seam_words().find(|w| w.0 == word).map_or(0.0, |w| w.1)
    }

    /// How much likelier than its pairs say `c` is the last character of a run.
    pub(super) fn last(&self, c: char) -> f32 {
        let next = self.after.first().copied().unwrap_or('\n');
        let ends_line = matches!(next, '\n' | '\r');
        if !is_han(c) {
            return match c {
                '”' | '》' | '）' if self.is_open(c) => CLOSES,
                '”' | '》' | '）' => CLOSES_NOTHING,
                '。' | '；' | '：' | '！' | '？' if ends_line => 1.0,
                _ if is_han(next) || next.is_ascii_alphanumeric() => -0.3,
                _ => MARK_BEFORE_MARK,
            };
        }
        let edge = if next.is_ascii_digit() { &TABLE.counting } else { &TABLE.closing };
        let edge = edge.get(simplified(c)).unwrap_or(0.0);
        let triple = match self.before {
            [.., a, b] if is_word_end(*a, *b, c) => TRIPLE,
            _ => 0.0,
        };
        let pair = if self.before.last().is_some_and(|&b| is_pair(b, c)) { PAIR } else { 0.0 };
        edge + triple.max(self.seen(c, SEEN)).max(self.words(c, 0)).max(self.clause_end(c)).max(pair)
    }

    /// The weight of the longest word that `c` ends, of those that end clauses.
    fn clause_end(&self, c: char) -> f32 {
        let length = |ahead: usize| {
            let start = self.before.len().checked_sub(ahead)?;
            let word: String = self.before[start..].iter().chain(&[c]).map(|&c| simplified(c)).collect();
            TABLE.ends.contains(&word.as_str()).then_some(ahead)
        };
        (1..LONGEST).rev().find_map(length).map_or(0.0, |ahead| CLAUSE_ENDS[ahead.min(CLAUSE_ENDS.len()) - 1])
    }

    /// The weight of the longest word of the lexicon that `c` stands in, with up to `after` characters behind it.
    fn words(&self, c: char, after: usize) -> f32 {
        let mut longest = 0;
        for behind in 0..=after * 2 {
            let Some(tail) = self.after.get(..behind) else { break };
            for ahead in 0..LONGEST {
                let Some(start) = self.before.len().checked_sub(ahead) else { break };
                if ahead + behind == 0 {
                    continue;
                }
                let word: String = self.before[start..].iter().chain(&[c]).chain(tail).map(|&c| simplified(c)).collect();
                if self.lexicon.has(&word) {
                    longest = longest.max(ahead + 1 + behind);
                }
            }
        }
        match longest {
            0 => 0.0,
            2 => WORD,
            _ => LONG_WORD,
        }
    }

    fn seen(&self, c: char, weight: f32) -> f32 {
        match self.before {
            [.., a, b] if self.evidence.has_triple(*a, *b, c) => weight,
            _ => 0.0,
        }
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

impl Table {
    fn build() -> Self {
        let (at_seams, at_ends) = WORDS.split_once("---").unwrap_or((WORDS, ""));
        let words = at_seams.lines().filter(|l| !l.starts_with('#')).enumerate().filter_map(|(i, line)| {
            let mut parts = line.split(' ');
            let word: Vec<char> = parts.next()?.chars().collect();
            Some((word.try_into().ok()?, SEAM_WORD - SEAM_WORD_STEP * i as f32, parts.collect()))
        });
        let weights = [UNFINISHED, 0.7, 0.2, 1.3, 0.4, 1.2, 0.4];
        let lines: Vec<&str> = EDGES.lines().filter(|l| !l.starts_with('#')).collect();
        let part = |lines: std::ops::Range<usize>, weights: &[f32], all: &[&str]| {
            let rows = all.get(lines).unwrap_or_default().iter().zip(weights);
            Sorted::of(rows.flat_map(|(line, &weight)| line.chars().map(move |c| (c, weight))))
        };
        Self {
            words: words.collect(),
            ends: at_ends.split_ascii_whitespace().collect(),
            closing: part(0..3, &weights[..3], &lines),
            counting: part(3..5, &weights[3..5], &lines),
            opening: part(5..7, &weights[5..], &lines),
        }
    }
}
