//! The starts of a text's words, which tell in a few steps which word starts at or after an offset.
//!
//! The rules ask more often than anything else. A search in a sorted list costs a dozen comparisons each time; here 64
//! bytes of text share one block, and an answer is one look at it.

use crate::bits::Bits;

/// How many offsets share a block, as a power of two: 64.
const SHIFT: u32 = 6;

/// Offsets of a text, counted.
#[derive(Debug, Default)]
pub(crate) struct Places {
    blocks: Vec<Block>,
}

/// What 64 bytes of text hold.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    /// A bit for every offset that is in the set.
    bits: u64,
    /// For every eight of these bits how many of the set come before them in this block, a byte each: not every
    /// processor that the code is built for counts bits in one step.
    within: u64,
    /// How many offsets of the set stand before this block.
    before: u32,
}

/// How many bits each byte has.
static COUNTS: [u8; 256] = {
    let mut counts = [0; 256];
    let mut byte = 1;
    while byte < 256 {
        counts[byte] = counts[byte / 2] + (byte % 2) as u8;
        byte += 1;
    }
    counts
};

/// How many bits every eight of `bits` have, a byte each.
fn counts_of_eights(bits: u64) -> u64 {
    let twos = bits - ((bits >> 1) & 0x5555_5555_5555_5555);
    let fours = (twos & 0x3333_3333_3333_3333) + ((twos >> 2) & 0x3333_3333_3333_3333);
    (fours + (fours >> 4)) & 0x0F0F_0F0F_0F0F_0F0F
}

impl Places {
    /// The offsets of a set, counted.
    pub(crate) fn of(set: &Bits) -> Self {
        let mut before = 0;
        let count = |&bits: &u64| {
            // The sums up to every eighth bit; the last of them is the whole.
            let sums = counts_of_eights(bits).wrapping_mul(0x0101_0101_0101_0101);
            let block = Block { bits, within: sums << 8, before };
            before += (sums >> 56) as u32;
            block
        };
        Self { blocks: set.words().iter().map(count).collect() }
    }

    /// Whether `offset` is in the set.
    #[inline]
    pub(crate) fn has(&self, offset: u32) -> bool {
        self.blocks.get((offset >> SHIFT) as usize).is_some_and(|b| b.bits & (1 << (offset & 63)) != 0)
    }

    /// How many offsets of the set come before `offset`: the index of the first one from it on, in a list of them.
    #[inline]
    pub(crate) fn count_before(&self, offset: u32) -> usize {
        match self.blocks.get((offset >> SHIFT) as usize) {
            Some(block) => {
                let eight = offset & 56;
                let bits = (block.bits >> eight) as u8 & ((1 << (offset & 7)) - 1);
                block.before as usize + (block.within >> eight) as u8 as usize + usize::from(COUNTS[usize::from(bits)])
            }
            None => self.count(),
        }
    }

    /// How many offsets the set has.
    #[cold]
    fn count(&self) -> usize {
        self.blocks.last().map_or(0, |b| (b.before + b.bits.count_ones()) as usize)
    }

    /// The index of `offset` in a list of the offsets.
    #[inline]
    pub(crate) fn index(&self, offset: u32) -> Option<usize> {
        self.has(offset).then(|| self.count_before(offset))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(length: usize, list: impl IntoIterator<Item = u32>) -> Places {
        let mut set = Bits::within(length);
        list.into_iter().for_each(|offset| set.insert(offset));
        Places::of(&set)
    }

    #[test]
    fn a_look_finds_what_a_search_finds() {
        let list = [0, 3, 63, 64, 65, 200, 1000];
        let some = places(1000, list);
        for offset in 0..1300 {
            assert_eq!(some.count_before(offset), list.partition_point(|p| *p < offset), "{offset}");
            assert_eq!(some.index(offset), list.binary_search(&offset).ok(), "{offset}");
        }
        let full = places(130, 0..130);
        assert!((0..=131).all(|offset| full.count_before(offset) == offset.min(130) as usize));
        let none = places(500, []);
        assert_eq!((none.count_before(400), none.has(9)), (0, false));
        let empty = Places::default();
        assert_eq!((empty.count_before(5), empty.index(5)), (0, None));
    }
}
