//! Traditional characters to simplified ones (繁转简), by OpenCC's characters and phrases.
//!
//! Most traditional characters are no simplified ones (國) and are converted wherever they stand. Some are both
//! (乾 著 瞭 於): in a line of simplified text they stay (乾隆 瞭望 著名), in a line of traditional text they are
//! converted unless a phrase keeps them.

use std::sync::LazyLock;

use super::changes::Changes;
use super::regional::{Pair, by_first};
use super::tables::{PLANE, class, class_of};
use crate::document::{RepairKind, Script};
use crate::packed;
use crate::sorted::Sorted;

/// The simplified form of every character of the basic plane that has one of its own; 0 for the others.
static SIMPLIFIED: LazyLock<Box<[u16]>> = LazyLock::new(|| {
    let mut table = vec![0u16; PLANE].into_boxed_slice();
    let [simplified, traditional, either, of_either] = packed::traditional();
    for (&c, &simplified) in traditional.iter().zip(simplified).chain(either.iter().zip(of_either)) {
        table[usize::from(c)] = simplified;
    }
    table
});

static WORDS: LazyLock<Words> = LazyLock::new(words);

/// Phrases and words that decide what a character becomes.
struct Words {
    /// By first character: what the phrase is as written and in simplified form, the longest first.
    phrases: Sorted<char, Pair>,
    /// Words that keep 著: 著名.
    zhu: Vec<&'static str>,
    /// Words in which 著 is 着: 随著.
    zhe: Vec<&'static str>,
}

/// The simplified form of `c`, or `c`.
pub(super) fn simplified(c: char) -> char {
    match SIMPLIFIED.get(c as usize) {
        Some(&s) if s != 0 => char::from_u32(u32::from(s)).unwrap_or(c),
        _ => c,
    }
}

/// The script of `text`: mixed where both scripts have more than a twentieth of what tells them apart.
pub(super) fn script_of(text: &str) -> Script {
    let (traditional, simplified) = tell(text);
    match (traditional, simplified) {
        (0, _) => Script::Simplified,
        (t, s) if s * 20 < t => Script::Traditional,
        _ => Script::Mixed,
    }
}

/// What to convert in `text`.
pub(super) fn changes(text: &str, changes: &mut Changes) {
    let told: Vec<(usize, usize)> = text.split_inclusive('\n').map(tell).collect();
    let (traditional, simplified) = told.iter().fold((0, 0), |(t, s), line| (t + line.0, s + line.1));
    let whole = traditional > simplified;
    let mut start = 0;
    for (line, (t, s)) in text.split_inclusive('\n').zip(told) {
        let is_traditional = if t + s > 0 { t > s } else { whole };
        if t > 0 || is_traditional || line.chars().any(|c| class_of(c) & class::EITHER != 0) {
            convert(line, start, is_traditional, changes);
        }
        start += line.len();
    }
}

/// What to convert in `text`, which has no character of traditional script alone: only 著 may be one there.
pub(super) fn particles(text: &str, changes: &mut Changes) {
    let found = text.match_indices('著').filter(|&(at, _)| is_particle(text, at, false));
    found.for_each(|(at, c)| changes.push_char(RepairKind::Traditional, at, at + c.len(), simplified('著')));
}

/// How many characters of `text` are traditional only, and how many are simplified only.
fn tell(text: &str) -> (usize, usize) {
    text.chars()
        .map(class_of)
        .fold((0, 0), |(t, s), class| (t + usize::from(class & class::TRADITIONAL != 0), s + usize::from(class & class::SIMPLIFIED != 0)))
}

fn convert(line: &str, start: usize, is_traditional: bool, changes: &mut Changes) {
    let mut skip = 0;
    for (at, c) in line.char_indices() {
        if at < skip || c < '\u{3400}' {
            continue;
        }
        if let Some((phrase, told)) = phrase(&line[at..], is_traditional) {
            skip = at + phrase.len();
            pair_up(phrase, told, start + at, changes);
            continue;
        }
        let class = class_of(c);
        if class & (class::TRADITIONAL | class::EITHER) == 0 {
            continue;
        }
        let converts = class & class::TRADITIONAL != 0 || if c == '著' { is_particle(line, at, is_traditional) } else { is_traditional };
        let to = simplified(c);
        if converts && to != c {
            changes.push_char(RepairKind::Traditional, start + at, start + at + c.len_utf8(), to);
        }
    }
}

/// The longest phrase at the start of `text`. In simplified text only a phrase that has a character of traditional
/// script alone counts.
fn phrase(text: &str, is_traditional: bool) -> Option<(&'static str, &'static str)> {
    let (phrase, told) = WORDS.phrases.all(text.chars().next()?).find(|(phrase, _)| text.starts_with(phrase))?;
    let tells = is_traditional || phrase.chars().any(|c| class_of(c) & class::TRADITIONAL != 0);
    tells.then_some((phrase, told))
}

/// The changes that make `phrase` into `told`, character by character where they are of one length.
fn pair_up(phrase: &str, told: &'static str, start: usize, changes: &mut Changes) {
    if phrase.chars().count() != told.chars().count() {
        changes.push(RepairKind::Traditional, start, start + phrase.len(), told);
        return;
    }
    for ((at, c), to) in phrase.char_indices().zip(told.chars()) {
        if c != to {
            changes.push_char(RepairKind::Traditional, start + at, start + at + c.len_utf8(), to);
        }
    }
}

/// Whether 著 at `at` is the particle 着: 隨著, 著力, but 著名, 顯著.
fn is_particle(text: &str, at: usize, is_traditional: bool) -> bool {
    let (before, after) = (&text[..at], &text[at..]);
    // A word of the lists is at most four characters long.
    let before: Vec<char> = before.chars().rev().take(3).map(simplified).collect();
    let after: Vec<char> = after.chars().take(4).map(|c| if c == '著' { c } else { simplified(c) }).collect();
    let stands = |word: &&str| {
        let Some(place) = word.chars().position(|c| c == '著') else { return false };
        let head: Vec<char> = word.chars().take(place).collect();
        let tail = word.chars().skip(place);
        head.len() <= before.len()
            && head.iter().rev().eq(before.iter().take(head.len()))
            && tail.clone().count() <= after.len()
            && tail.zip(&after).all(|(a, b)| a == *b)
    };
    if WORDS.zhu.iter().any(&stands) {
        return false;
    }
    is_traditional || WORDS.zhe.iter().any(stands)
}

fn words() -> Words {
    let (mut phrases, mut zhu, mut zhe) = (Vec::new(), Vec::new(), Vec::new());
    for (part, word) in packed::parts("traditional_phrases.txt") {
        match part {
            "1" => zhu.push(word),
            "2" => zhe.push(word),
            // The characters of the phrase that become others than elsewhere, each with what it becomes.
            others => {
                let alone = |c| if class_of(c) & class::TRADITIONAL != 0 { simplified(c) } else { c };
                let told = word.chars().map(|c| others.chars().skip_while(|&other| other != c).nth(1).unwrap_or_else(|| alone(c)));
                phrases.push((word, &*told.collect::<String>().leak()));
            }
        }
    }
    Words { phrases: by_first(phrases.into_iter()), zhu, zhe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_phrases_are_those_of_the_file() {
        let file = include_str!("../../data/repair/traditional_phrases.txt");
        let rows = file.split("---").next().unwrap_or_default().lines().filter_map(|row| row.split_once('\t'));
        for (written, told) in rows.filter(|row| !row.0.starts_with('#')) {
            assert_eq!(phrase(written, true), Some((written, told)));
        }
    }
}
