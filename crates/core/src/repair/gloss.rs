//! Readings in brackets after their characters (注音): 統(tǒng) → 統, 领（ling）(ling) → 领.
//!
//! A bracket is taken out only where its letters are a reading of the characters before it, so 世界贸易组织(WTO),
//! 第(a)款 and 说明(tong) stay.

use std::sync::LazyLock;

use super::changes::Changes;
use super::tables::is_han;
use crate::document::RepairKind;
use crate::packed;
use crate::sorted::{Sorted, key};

/// The longest gloss in characters: six syllables of six letters with spaces between.
const MAX_LETTERS: usize = 42;

/// How many characters one gloss may be of.
const MAX_SYLLABLES: usize = 6;

/// The toneless readings of each character.
struct Readings {
    syllables: Vec<&'static str>,
    /// By character the places of its syllables.
    places: Sorted<u64, u32>,
}

static READINGS: LazyLock<Readings> = LazyLock::new(|| {
    let unpacked = packed::readings();
    let places = unpacked.rows().filter_map(|(word, label)| Some((key(&[word.chars().next()?]), u32::from(label))));
    Readings { syllables: packed::syllables().collect(), places: Sorted::of_numbers(places.collect()) }
});

impl Readings {
    fn of(&self, c: char) -> impl Iterator<Item = &'static str> {
        self.places.all(key(&[c])).filter_map(|place| self.syllables.get(place as usize).copied())
    }
}

/// The glosses of `text`.
pub(super) fn changes(text: &str, changes: &mut Changes) {
    let mut at = 0;
    while let Some(found) = text[at..].find(['(', '（']) {
        let start = at + found;
        let mut end = start;
        // 国(guo)(guo)(guo): each bracket reads the character before the first.
        while let Some(length) = gloss(&text[end..], &text[..start]) {
            end += length;
        }
        if end > start {
            changes.push(RepairKind::PinyinGloss, start, end, "");
            at = end;
        } else {
            at = start + if text.as_bytes()[start] == b'(' { 1 } else { '（'.len_utf8() };
        }
    }
}

/// The length of the gloss that `text` starts with, where it reads the end of `before`.
fn gloss(text: &str, before: &str) -> Option<usize> {
    let inner = text.strip_prefix(['(', '（'])?;
    let mut letters = String::new();
    let mut spelled_with_tone = false;
    for (count, (at, c)) in inner.char_indices().enumerate() {
        if matches!(c, ')' | '）') {
            let reads = !letters.is_empty() && (spelled_with_tone || !letters.contains(|c: char| c.is_ascii_uppercase()));
            let end = text.len() - inner.len() + at + c.len_utf8();
            return (reads && reads_end_of(before, &letters.to_ascii_lowercase())).then_some(end);
        }
        if count == MAX_LETTERS {
            return None;
        }
        match c {
            ' ' | '\'' | '’' | '-' | '1'..='5' if !letters.is_empty() => {}
            c => {
                let plain = plain_letter(c)?;
                spelled_with_tone |= !c.is_ascii();
                if plain != '\0' {
                    letters.push(plain);
                }
            }
        }
    }
    None
}

/// Whether `letters`, syllables without tones, are the readings of the last characters of `before`.
fn reads_end_of(before: &str, letters: &str) -> bool {
    let mut left = vec![letters];
    for c in before.chars().rev().take(MAX_SYLLABLES) {
        if !is_han(c) {
            return false;
        }
        let mut next = Vec::new();
        for rest in left {
            for reading in READINGS.of(c) {
                match rest.strip_suffix(reading) {
                    Some("") => return true,
                    Some(rest) => next.push(rest),
                    None => {}
                }
            }
        }
        if next.is_empty() {
            return false;
        }
        left = next;
    }
    false
}

/// The letter without its tone: ǒ → o, ü → u; `\0` for a mark that stands alone.
fn plain_letter(c: char) -> Option<char> {
    Some(match c {
        // 绿 is typed lv as well as lü; the table writes lu.
        'v' | 'V' => 'u',
        'a'..='z' | 'A'..='Z' => c,
        'ā' | 'á' | 'ǎ' | 'à' | 'ă' | 'ɑ' => 'a',
        'ē' | 'é' | 'ě' | 'è' | 'ê' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' | 'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'u',
        'ń' | 'ň' | 'ǹ' => 'n',
        'ɡ' => 'g',
        '\u{300}' | '\u{301}' | '\u{304}' | '\u{308}' | '\u{30C}' => '\0',
        _ => return None,
    })
}
