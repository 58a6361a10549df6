//! The characters that divide, enclose or count, found in one pass over the text.
//!
//! Most characters of prose are none of them. What divides a text into sentences, matches brackets, or looks for
//! numbers walks this short list instead of the text.

use super::{pairs, pieces};
use crate::annotate::starts_number;

/// A sign where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sign {
    /// Where it starts.
    pub(crate) at: u32,
    /// Which it is.
    pub(crate) character: char,
}

/// How many characters the basic plane has; no other plane has a sign.
const PLANE: usize = 0x1_0000;

/// Which characters of the basic plane are signs, a bit each.
static SIGNS: [u64; PLANE / 64] = signs();

impl Sign {
    /// Where it ends.
    pub(crate) fn end(self) -> u32 {
        self.at + self.character.len_utf8() as u32
    }
}

/// All signs of `text`, by place.
pub(super) fn find(text: &str) -> Vec<Sign> {
    let bytes = text.as_bytes();
    let mut list = Vec::with_capacity(text.len() / 12);
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        let (point, length) = match first {
            0..0x80 => (usize::from(first), 1),
            0xE0..0xF0 => {
                let tail = |i| usize::from(bytes.get(at + i).copied().unwrap_or(0) & 0x3F);
                ((usize::from(first & 0x0F) << 12) | (tail(1) << 6) | tail(2), 3)
            }
            0x80..0xE0 => ((usize::from(first & 0x1F) << 6) | usize::from(bytes.get(at + 1).copied().unwrap_or(0) & 0x3F), 2),
            0xF0.. => (PLANE, 4),
        };
        if is_sign(point) {
            if let Some(character) = char::from_u32(point as u32) {
                list.push(Sign { at: at as u32, character });
            }
        }
        at += length;
    }
    list
}

#[inline]
fn is_sign(point: usize) -> bool {
    SIGNS.get(point / 64).is_some_and(|block| block & (1 << (point % 64)) != 0)
}

/// The table, made when the program is built: whatever one of the parts that use the list asks for.
const fn signs() -> [u64; PLANE / 64] {
    let mut table = [0; PLANE / 64];
    let mut point = 0;
    while point < PLANE {
        if let Some(c) = char::from_u32(point as u32) {
            let wanted = pieces::divides(c) || pairs::is_mark(c) || is_stop(c) || is_space(c) || starts_number(c) || is_circled(c) || is_dot(c);
            if wanted {
                table[point / 64] |= 1 << (point % 64);
            }
        }
        point += 1;
    }
    table
}

/// Whether `c` is a mark that a name doesn't reach across.
pub(crate) const fn is_stop(c: char) -> bool {
    matches!(c, '、' | '，' | '。' | '；' | '：' | '！' | '？' | ',' | ';' | ':' | '!' | '?' | '|' | '/' | '—' | '…')
}

/// Whether `c` is a dot between the parts of a foreign name.
pub(crate) const fn is_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '・' | '．')
}

/// Whether `c` is a number in a circle: ① to ⑳.
pub(crate) const fn is_circled(c: char) -> bool {
    matches!(c, '①'..='⑳')
}

/// Whether `c` is white space, as [`char::is_whitespace`] has it.
pub(crate) const fn is_space(c: char) -> bool {
    matches!(
        c,
        '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_found_where_they_stand() {
        let text = "é会议强调，\u{3000}抓好三点：𠮷①\n";
        for sign in find(text) {
            assert!(text[sign.at as usize..].starts_with(sign.character), "{sign:?}");
        }
        let read: String = find(text).iter().map(|s| s.character).collect();
        assert_eq!(read, "，\u{3000}三：①\n");
    }

    #[test]
    fn white_space_is_what_the_standard_says() {
        for c in '\0'..='\u{ffff}' {
            assert_eq!(is_space(c), c.is_whitespace(), "{c:?}");
        }
    }
}
