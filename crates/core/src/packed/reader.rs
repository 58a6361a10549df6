//! Gives back the decisions that `build.rs` has written.

use super::model::{Coder, split};

/// The reading half of an arithmetic coder.
pub(crate) struct Reader {
    bytes: &'static [u8],
    /// The range that is left, and where in it what was written lies.
    low: u32,
    high: u32,
    code: u32,
}

impl Reader {
    pub(crate) fn new(bytes: &'static [u8]) -> Self {
        let mut reader = Self { bytes, low: 0, high: u32::MAX, code: 0 };
        (0..4).for_each(|_| reader.shift());
        (reader.low, reader.high) = (0, u32::MAX);
        reader
    }

    fn byte(&mut self) -> u32 {
        let (next, rest) = self.bytes.split_first().map_or((0, self.bytes), |(&b, rest)| (b, rest));
        self.bytes = rest;
        u32::from(next)
    }

    fn shift(&mut self) {
        self.code = self.code << 8 | self.byte();
        self.low <<= 8;
        self.high = self.high << 8 | 0xFF;
    }
}

impl Coder for Reader {
    fn code(&mut self, _: bool, chance: u32) -> bool {
        let middle = split(self.low, self.high, chance);
        let decision = self.code <= middle;
        if decision {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.shift();
        }
        decision
    }
}
