//! The characters that divide, enclose or count, which the scan for words finds beside these.
//!
//! Most characters of prose are none of them. What divides a text into sentences, matches brackets, or looks for
//! numbers walks this short list instead of the text.

use super::{pairs, pieces};
use crate::annotate::starts_number;
use crate::plane::Plane;

/// A sign where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sign {
    /// Where it starts.
    pub(crate) at: u32,
    /// Which it is.
    pub(crate) character: char,
}

/// The signs, all of them of the basic plane.
static SIGNS: Plane = signs();

impl Sign {
    /// The sign that starts at `at`.
    pub(crate) fn at(text: &str, at: usize) -> Option<Self> {
        let character = text.get(at..)?.chars().next()?;
        Some(Self { at: at as u32, character })
    }

    /// Where it ends.
    pub(crate) fn end(self) -> u32 {
        self.at + self.character.len_utf8() as u32
    }
}

/// All signs.
pub(crate) fn all_signs() -> impl Iterator<Item = char> {
    SIGNS.iter()
}

/// The table, made when the program is built: whatever one of the parts that use the list asks for.
const fn signs() -> Plane {
    let mut table = Plane::new();
    let mut point = 0;
    while point < 0x1_0000 {
        if let Some(c) = char::from_u32(point) {
            if pieces::divides(c) || pairs::is_mark(c) || is_stop(c) || is_space(c) || starts_number(c) || is_circled(c) || is_dot(c) {
                table.insert(c);
            }
        }
        point += 1;
    }
    table
}

/// Whether `c` is a mark that a name doesn't reach across.
pub(crate) const fn is_stop(c: char) -> bool {
    matches!(c, '、' | '，' | '。' | '；' | '：' | '！' | '？' | ',' | ';' | ':' | '!' | '?' | '|' | '｜' | '丨' | '/' | '—' | '…')
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
    use crate::lexicon::Lexicon;

    #[test]
    fn signs_are_found_where_they_stand() {
        let text = "é会议强调，\u{3000}抓好三点：𠮷①\n";
        let signs = Lexicon::builtin().scan(text).1;
        for sign in &signs {
            assert!(text[sign.at as usize..].starts_with(sign.character), "{sign:?}");
        }
        let read: String = signs.iter().map(|s| s.character).collect();
        assert_eq!(read, "，\u{3000}三：①\n");
    }

    #[test]
    fn white_space_is_what_the_standard_says() {
        for c in '\0'..='\u{ffff}' {
            assert_eq!(is_space(c), c.is_whitespace(), "{c:?}");
        }
    }
}
