//! Writes the decisions that the core reads: for `build.rs`, and for the test of both.

use super::model::{Coder, split};

/// The writing half of an arithmetic coder.
pub(crate) struct Writer {
    bytes: Vec<u8>,
    /// The range that is left.
    low: u32,
    high: u32,
}

impl Default for Writer {
    fn default() -> Self {
        Self { bytes: Vec::new(), low: 0, high: u32::MAX }
    }
}

impl Writer {
    /// The bytes, to which their reader adds zeros.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.bytes.push((self.low >> 24) as u8 + 1);
        self.bytes
    }
}

impl Coder for Writer {
    fn code(&mut self, decision: bool, chance: u32) -> bool {
        let middle = split(self.low, self.high, chance);
        if decision {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.bytes.push((self.high >> 24) as u8);
            self.low <<= 8;
            self.high = self.high << 8 | 0xFF;
        }
        decision
    }
}
