//! One look at a text: what, if anything, has to be mended.

use super::tables::{LOOKED_AT, class, class_of};

/// What one scan of a text has seen. Where nothing was, the text is taken as it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    /// A character of traditional script, or one that may be.
    pub(super) traditional: bool,
    /// No character that is of traditional script alone, whatever was mended.
    pub(super) simplified: bool,
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

/// A survey under way.
struct Survey<'t> {
    text: &'t str,
    seen: Seen,
    /// The classes of all characters looked at.
    union: u16,
    /// A half-width mark that shows that the text has some.
    half_width: bool,
    /// A sign that may have to be written otherwise.
    to_widen: bool,
    /// A space between what may be Han or numbers, and one between any characters of one line.
    spaced: bool,
    parted: bool,
    /// Where the white space looked at last ends.
    blank_end: usize,
}

/// Looks at every character of `text` once.
pub(super) fn survey(text: &str) -> Seen {
    let looked_at = &*LOOKED_AT;
    let mut survey =
        Survey { text, seen: Seen::default(), union: 0, half_width: false, to_widen: false, spaced: false, parted: false, blank_end: 0 };
    let mut rest = text.as_bytes();
    loop {
        rest = looked_at.past_others(rest);
        rest = match rest {
            [0xE0..=0xEF, _, _, after @ ..] => {
                survey.wide(text.len() - rest.len());
                after
            }
            &[first, ref after @ ..] if first < 0x80 => {
                survey.ascii(text.len() - rest.len(), first);
                after
            }
            &[first, second, ref after @ ..] if first < 0xE0 => {
                survey.latin(text.len() - rest.len(), first, second);
                after
            }
            [] => break,
            &[first, ..] => {
                survey.seen.invisible |= first >= 0xF3;
                rest.get(4..).unwrap_or_default()
            }
        };
    }
    survey.finish()
}

impl Survey<'_> {
    /// Looks at the character of three bytes at `at`.
    #[inline(never)]
    fn wide(&mut self, at: usize) {
        let Some(c) = self.text.get(at..).and_then(|rest| rest.chars().next()) else { return };
        self.union |= class_of(c);
        let after = &self.text.as_bytes()[at + 3..];
        match c {
            '（' => self.seen.gloss |= after.first().is_some_and(|&b| starts_letter(b)),
            '\u{3000}' | '\u{2002}' | '\u{2003}' | '\u{2009}' => self.space(at, at + 3),
            '？' | '\u{FFFD}' => self.seen.byte_shift |= swallows(after),
            '［' | '○' | '◯' | 'Ｏ' | '．' | '•' | '‧' | '・' => self.to_widen = true,
            _ => {}
        }
    }

    /// Looks at the character of one byte at `at`.
    fn ascii(&mut self, at: usize, byte: u8) {
        let bytes = self.text.as_bytes();
        let after_wide = |at: usize| at > 0 && bytes[at - 1] >= 0x80;
        match byte {
            b'\n' | b'\r' => {}
            b'(' | b'?' | b',' | b';' | b':' | b'!' | b'"' | b'[' => {
                (self.half_width, self.to_widen) = (true, true);
                self.seen.gloss |= byte == b'(' && bytes.get(at + 1).is_some_and(|&b| starts_letter(b));
                self.seen.byte_shift |= byte == b'?' && swallows(&bytes[at + 1..]);
            }
            b')' => self.to_widen = true,
            // The zeros of 二0一二年 and 二O一二年.
            b'O' => {
                self.half_width = true;
                self.to_widen |= after_wide(at);
            }
            b'0' if after_wide(at) => {
                self.half_width |= ends_in_numeral(&bytes[..at]);
                self.to_widen = true;
            }
            b' ' | b'\t' => self.space(at, at + 1),
            0..=0x1F | 0x7F => self.seen.invisible = true,
            _ => {}
        }
    }

    /// Looks at the character of two bytes at `at`.
    fn latin(&mut self, at: usize, first: u8, second: u8) {
        // The soft hyphen and the control characters from U+0080; the no-break space.
        self.seen.invisible |= first == 0xC2 && (second < 0xA0 || second == 0xAD);
        if first == 0xC2 && second == 0xA0 {
            self.space(at, at + 2);
        }
        // Two Latin letters with accents side by side.
        self.seen.mojibake |= (0xC3..=0xC5).contains(&first) && self.text.as_bytes().get(at + 2).is_some_and(|&b| b >= 0xC2);
    }

    /// Looks at the space from `start` to `end`.
    fn space(&mut self, start: usize, end: usize) {
        let bytes = self.text.as_bytes();
        let word = |b: Option<&u8>| b.is_some_and(|&b| b >= 0x80 || b.is_ascii_digit());
        self.spaced |= bytes[start] != b'\t'
            && word(start.checked_sub(1).and_then(|i| bytes.get(i)))
            && (word(bytes.get(end)) || bytes.get(end) == Some(&b' '));
        // The rest of a row of spaces tells no more than the first: an indent parts nothing.
        if !self.parted && start >= self.blank_end {
            let blank = |c: char| c.is_whitespace() && c != '\n';
            let after = self.text[end..].trim_start_matches(blank);
            let before = self.text[..start].trim_end_matches(blank);
            self.blank_end = self.text.len() - after.len();
            self.parted = !before.is_empty() && !before.ends_with('\n') && !after.is_empty() && !after.starts_with('\n');
        }
    }

    fn finish(self) -> Seen {
        let mut seen = self.seen;
        seen.traditional = self.union & (class::TRADITIONAL | class::EITHER) != 0;
        seen.mojibake |= self.union & class::MOJIBAKE != 0;
        seen.invisible |= self.union & class::INVISIBLE != 0;
        // What is mended of damage may be anything.
        let damaged = seen.mojibake || seen.byte_shift;
        seen.simplified = !damaged && self.union & class::TRADITIONAL == 0;
        seen.width = (self.to_widen || damaged) && (self.half_width || self.text.chars().any(|c| class_of(c) & class::SIGN != 0));
        seen.space = self.spaced && (self.parted || damaged);
        seen
    }
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
