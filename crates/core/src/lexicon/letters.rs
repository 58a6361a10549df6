//! The characters of a text by their codes, and what else one look at each of them tells.

use super::trie::Trie;
use crate::bits::Bits;
use crate::segment::Sign;

/// In a character's code the bit that tells that a name of a person can begin with it.
pub(super) const BEGINS: u16 = 1 << 15;

/// In a character's code the bit that tells that it is a sign.
pub(super) const SIGN: u16 = 1 << 14;

/// The code of a character without what else is told of it.
pub(super) const CODE: u16 = SIGN - 1;

/// Where names of people can begin by one character alone.
#[derive(Debug, Default)]
pub(crate) struct NameStarts {
    /// Everywhere.
    pub(crate) all: Bits,
    /// Every place beside what is no common ideograph, U+4E00 to U+9FFF, and few others.
    pub(crate) at_edges: Bits,
}

/// The length of a common ideograph in bytes.
const IDEOGRAPH: u32 = 3;

/// So many characters of a text are read at once.
pub(super) const ROOM: usize = 2048;

/// What is told of some characters of a text beside their codes.
pub(super) struct Told {
    pub(super) signs: Vec<Sign>,
    pub(super) starts: NameStarts,
}

impl Told {
    /// Nothing of a text of `length` bytes yet.
    pub(super) fn within(length: usize) -> Self {
        let mut starts = NameStarts { all: Bits::within(length), at_edges: Bits::within(length) };
        starts.at_edges.insert(0);
        starts.at_edges.insert((length as u32).saturating_sub(IDEOGRAPH));
        Self { signs: Vec::with_capacity(length / 12), starts }
    }

    /// Takes note of what the character at `at` is, as its code tells.
    #[inline]
    fn tell(&mut self, text: &str, at: usize, code: u16) {
        if code & BEGINS != 0 {
            self.starts.all.insert(at as u32);
        }
        if code & SIGN != 0 {
            self.signs.extend(Sign::at(text, at));
        }
    }
}

/// A character of a text: its code with what else is told of it, and in the lowest byte its length.
#[derive(Clone, Copy)]
pub(super) struct Letter(u32);

impl Letter {
    #[inline]
    pub(super) fn code(self) -> u16 {
        (self.0 >> 8) as u16
    }

    #[inline]
    pub(super) fn length(self) -> u32 {
        self.0 & 0xFF
    }
}

impl Trie {
    /// Reads characters of `text` from the byte `from` on, as many as there is room for, and tells where they end. To go over
    /// them once for what each is and once more for the words takes less than to do both together, which nothing has
    /// registers for.
    #[inline(never)]
    pub(super) fn letters(&self, text: &str, from: usize, letters: &mut Vec<Letter>, told: &mut Told) -> usize {
        let mut rest = text.as_bytes().get(from..).unwrap_or_default();
        let read = letters.len();
        letters.resize(ROOM, Letter(0));
        let mut count = read;
        for letter in &mut letters[read..] {
            // Most characters are common ideographs.
            if let &[a @ 0xE4..=0xE9, b, c, ref after @ ..] = rest {
                let code = self.codes[usize::from(a & 0x0F) << 12 | usize::from(b & 0x3F) << 6 | usize::from(c & 0x3F)];
                if code & (BEGINS | SIGN) != 0 {
                    told.tell(text, text.len() - rest.len(), code);
                }
                *letter = Letter(u32::from(code) << 8 | IDEOGRAPH);
                rest = after;
            } else {
                let at = text.len() - rest.len();
                let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
                let code = self.codes.get(c as usize).copied().unwrap_or_else(|| self.code(c));
                *letter = Letter(u32::from(code) << 8 | c.len_utf8() as u32);
                told.tell(text, at, code);
                let end = at + c.len_utf8();
                told.starts.at_edges.insert((at as u32).saturating_sub(IDEOGRAPH));
                told.starts.at_edges.insert(end as u32);
                rest = text.as_bytes().get(end..).unwrap_or_default();
            }
            count += 1;
        }
        letters.truncate(count);
        text.len() - rest.len()
    }
}
