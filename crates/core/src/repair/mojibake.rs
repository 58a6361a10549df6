//! UTF-8 that was read as another encoding (乱码): 浼氳 for 会议, ä¼šè®® for 会议, and the second time over.
//!
//! The characters of a run are turned back into the bytes they were read from, and these read as UTF-8. A run is mended
//! where all of it reads as Chinese; what has lost bytes (锛? for ，, a replacement character) is reported.

use super::changes::{Changes, Doubt};
use super::gbk::{decode, encode};
use super::likelihood::rank;
use super::tables::{class, class_of};
use crate::document::RepairKind;
use crate::span::Span;

/// So many characters must come back from a run read as GBK: shorter ones may be Chinese by chance.
const MIN_CHARACTERS: usize = 4;
/// So many characters are looked at together; a longer run is mended in stretches.
const MAX_RUN: usize = 96;
/// How often text may have been read wrongly over and over.
const MAX_TIMES: usize = 3;
/// The bytes 80 to 9F of Windows-1252; 0 where it has none.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The runs of `text` that were read as another encoding, and the places where bytes are lost.
pub(super) fn changes(text: &str, changes: &mut Changes, doubts: &mut Vec<Doubt>) {
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let next = at + c.len_utf8();
        at = if c.is_ascii() {
            next
        } else if latin_byte(c).is_some() && c <= 'ÿ' {
            latin_run(text, at, changes)
        } else if utf8_lead(c) {
            gbk_run(text, at, changes, doubts)
        } else if c == '\u{FFFD}' {
            let end = at + text[at..].find(|c| c != '\u{FFFD}').unwrap_or(text.len() - at);
            doubts.push(doubt(Span::of(at, end), ""));
            end
        } else {
            next
        };
    }
}

/// What bytes that are lost may have been.
fn doubt(span: Span, guess: &str) -> Doubt {
    Doubt { span, kind: RepairKind::Mojibake, candidates: [guess.into()].into() }
}

/// Mends the run of Latin characters at `start`, if it is Chinese; gives its end.
fn latin_run(text: &str, start: usize, changes: &mut Changes) -> usize {
    let end = start + text[start..].find(|c| latin_byte(c).is_none()).unwrap_or(text.len() - start);
    if let Some(read) = from_latin(&text[start..end], MAX_TIMES) {
        changes.push(RepairKind::Mojibake, start, end, &read);
    }
    end
}

/// What Latin characters read as when their bytes are taken for UTF-8, or else for GBK.
fn from_latin(run: &str, times: usize) -> Option<String> {
    let bytes: Vec<u8> = run.chars().filter_map(latin_byte).collect();
    if let Ok(read) = std::str::from_utf8(&bytes) {
        if read.chars().all(is_chinese) {
            return Some(read.to_owned());
        }
        let again = read.chars().all(|c| latin_byte(c).is_some()) && times > 1;
        return if again { from_latin(read, times - 1) } else { None };
    }
    let pairs: Option<String> =
        bytes.chunks(2).map(|p| p.get(1).and_then(|&second| decode(p[0], second)).filter(|&c| is_common(c))).collect();
    pairs.filter(|read| read.chars().count() >= 2)
}

/// The byte that a character of Latin-1 or Windows-1252 stands for, if it is none of ASCII.
fn latin_byte(c: char) -> Option<u8> {
    match c {
        '\u{80}'..='\u{FF}' => Some(c as u8),
        c if c.is_ascii() => None,
        c => WINDOWS.iter().position(|&w| w == c).map(|i| 0x80 + i as u8),
    }
}

/// Mends the run at `start` whose GBK bytes are UTF-8; gives the offset to go on from.
fn gbk_run(text: &str, start: usize, changes: &mut Changes, doubts: &mut Vec<Doubt>) -> usize {
    let mut bytes = Vec::new();
    // The end of the source of each pair of bytes.
    let mut ends = Vec::new();
    for (i, c) in text[start..].char_indices().take(MAX_RUN) {
        let Some((lead, trail)) = encode(c).filter(|&(_, trail)| trail >= 0x80) else { break };
        bytes.extend([lead, trail]);
        ends.push(start + i + c.len_utf8());
    }
    let after = start + text[start..].chars().next().map_or(1, char::len_utf8);
    let valid = match std::str::from_utf8(&bytes) {
        Ok(read) => read,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or(""),
    };
    // A repair ends where a character of both readings ends.
    let mut read = valid;
    while read.len() % 2 == 1 || read.chars().next_back().is_some_and(|c| !is_common(c)) {
        let Some(c) = read.chars().next_back() else { break };
        read = &read[..read.len() - c.len_utf8()];
    }
    let goes_on = changes.list().last().is_some_and(|c| c.span.end as usize == start);
    let good = (goes_on && !read.is_empty() || read.chars().count() >= MIN_CHARACTERS) && read.chars().all(is_common);
    let Some(&end) = (read.len() / 2).checked_sub(1).and_then(|i| ends.get(i)).filter(|_| good) else { return after };
    changes.push(RepairKind::Mojibake, start, end, read);
    if ends.len() == MAX_RUN {
        return end;
    }
    // What is left of the run has lost bytes: 锛? is a mark of which the last byte is gone.
    let left = text[end..].char_indices().take_while(|&(_, c)| c == '?' || c == '\u{FFFD}' || utf8_lead(c)).last();
    if let Some((i, c)) = left {
        let rest = end..end + i + c.len_utf8();
        let guess = if text[rest.clone()].starts_with('銆') { "。" } else { "，" };
        doubts.push(doubt(Span::of(rest.start, rest.end), guess));
        return rest.end;
    }
    end
}

/// Whether the GBK bytes of `c` are the first two of a character of three bytes of UTF-8, as CJK has.
pub(super) fn utf8_lead(c: char) -> bool {
    class_of(c) & (class::HAN | class::INVISIBLE) != 0
        && encode(c).is_some_and(|(lead, trail)| (0xE2..=0xEF).contains(&lead) && (0x80..0xC0).contains(&trail))
}

fn is_chinese(c: char) -> bool {
    class_of(c) & (class::HAN | class::WIDE) != 0
}

/// Whether `c` is a frequent character or a mark.
fn is_common(c: char) -> bool {
    rank(c).is_some() || class_of(c) & class::WIDE != 0
}
