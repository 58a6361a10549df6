//! One look at a text: what, if anything, has to be mended.

use super::tables::{CLASSES, class};

/// What one scan of a text has seen. Where nothing was, the text is taken as it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    /// A character of traditional script, or one that may be.
    pub(super) traditional: bool,
    /// A half-width mark, or a sign that is mistaken for another.
    pub(super) width: bool,
    /// A bracket after which a Latin letter stands.
    pub(super) gloss: bool,
    /// A character that can't be seen.
    pub(super) invisible: bool,
    /// A character that UTF-8 read as another encoding has often.
    pub(super) mojibake: bool,
    /// A space within a line.
    pub(super) space: bool,
    /// A lost character and after it a mark that may have swallowed one.
    pub(super) byte_shift: bool,
}

/// Looks at every character of `text` once.
pub(super) fn survey(text: &str) -> Seen {
    let classes: &[u16] = &CLASSES;
    let bytes = text.as_bytes();
    let mut seen = Seen::default();
    let mut union = 0u16;
    let mut at = 0;
    while at < bytes.len() {
        let first = bytes[at];
        if (0xE0..0xF0).contains(&first) && at + 2 < bytes.len() {
            let point = (usize::from(first & 0x0F) << 12) | (usize::from(bytes[at + 1] & 0x3F) << 6) | usize::from(bytes[at + 2] & 0x3F);
            union |= classes[point];
            at += 3;
            // Ideographs, the most of a text, are known by their class.
            if (0x3400..0xA000).contains(&point) {
                continue;
            }
            match point {
                0xFF08 => seen.gloss |= bytes.get(at).is_some_and(|&b| starts_letter(b)),
                0x3000 | 0x2002 | 0x2003 | 0x2009 => seen.space |= parts(bytes, at - 3, at),
                0xFF1F | 0xFFFD => seen.byte_shift |= swallows(&bytes[at..]),
                _ => {}
            }
        } else if first < 0x80 {
            match first {
                b'(' => {
                    seen.width = true;
                    seen.gloss |= bytes.get(at + 1).is_some_and(|&b| starts_letter(b));
                }
                b'?' => {
                    seen.width = true;
                    seen.byte_shift |= swallows(&bytes[at + 1..]);
                }
                b',' | b';' | b':' | b'!' | b'"' | b'[' | b'O' => seen.width = true,
                b'0' => seen.width |= at >= 3 && bytes[at - 1] >= 0x80 && ends_in_numeral(&bytes[..at]),
                b' ' => seen.space |= parts(bytes, at, at + 1),
                0..=0x1F | 0x7F => seen.invisible |= !matches!(first, b'\n' | b'\r' | b'\t'),
                _ => {}
            }
            at += 1;
        } else if first < 0xE0 {
            let second = bytes.get(at + 1).copied().unwrap_or(0);
            // The soft hyphen and the control characters from U+0080; the no-break space.
            seen.invisible |= first == 0xC2 && (second < 0xA0 || second == 0xAD);
            seen.space |= first == 0xC2 && second == 0xA0 && parts(bytes, at, at + 2);
            // Two Latin letters with accents side by side.
            seen.mojibake |= (0xC3..=0xC5).contains(&first) && bytes.get(at + 2).is_some_and(|&b| b >= 0xC2);
            at += 2;
        } else {
            seen.invisible |= first >= 0xF3;
            at += 4;
        }
    }
    seen.traditional = union & (class::TRADITIONAL | class::EITHER) != 0;
    seen.mojibake |= union & class::MOJIBAKE != 0;
    seen.invisible |= union & class::INVISIBLE != 0;
    seen.width |= union & class::SIGN != 0;
    seen
}

/// Whether a space from `start` to `end` stands between what may be Han or numbers.
fn parts(bytes: &[u8], start: usize, end: usize) -> bool {
    let word = |b: Option<&u8>| b.is_some_and(|&b| b >= 0x80 || b.is_ascii_digit());
    word(start.checked_sub(1).and_then(|i| bytes.get(i))) && (word(bytes.get(end)) || bytes.get(end) == Some(&b' '))
}

/// Whether a mark that may have swallowed a lead byte comes next: ; : ! ? or their full-width forms.
fn swallows(rest: &[u8]) -> bool {
    matches!(rest, [b';' | b':' | b'!' | b'?', ..] | [0xEF, 0xBC, 0x9B | 0x9A | 0x81 | 0x9F, ..])
}

/// Whether a Chinese numeral stands last, as in a year written 二0一二年.
fn ends_in_numeral(bytes: &[u8]) -> bool {
    ["一", "二", "三", "四", "五", "六", "七", "八", "九", "〇"].iter().any(|n| bytes.ends_with(n.as_bytes()))
}

/// Whether a Latin letter, with a tone or without, may start with this byte.
fn starts_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || (0xC3..=0xC9).contains(&byte)
}
