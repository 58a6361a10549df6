//! A set of offsets of a text, which tells in a few steps what stands at, before or after an offset.
//!
//! The recognisers ask again and again for the word, the sentence or the bracket at an offset. A search in a sorted
//! list costs a dozen comparisons each time; here 64 bytes of text share one block, and an answer is one look at it.

/// How many offsets share a block, as a power of two: 64.
const SHIFT: u32 = 6;

/// Offsets of a text.
#[derive(Clone, Debug, Default)]
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
    /// One more than the last offset of the set before this block; 0 where there is none.
    last: u32,
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
    /// The set of `places`, offsets of a text of `length` bytes, in any order; one may come twice.
    pub(crate) fn of(length: usize, places: impl IntoIterator<Item = u32>) -> Self {
        let mut set = Self::within(length);
        places.into_iter().for_each(|place| set.insert(place));
        set.counted()
    }

    /// No offset of a text of `length` bytes yet: [`Places::insert`] adds them, and [`Places::counted`] makes the set ready.
    pub(crate) fn within(length: usize) -> Self {
        Self { blocks: vec![Block::default(); (length >> SHIFT) + 1] }
    }

    /// Adds an offset.
    #[inline]
    pub(crate) fn insert(&mut self, place: u32) {
        if let Some(block) = self.blocks.get_mut((place >> SHIFT) as usize) {
            block.bits |= 1 << (place & 63);
        }
    }

    /// Adds the offsets from `from` through `to`, fewer than 64.
    pub(crate) fn insert_run(&mut self, from: u32, to: u32) {
        let (first, last) = ((from >> SHIFT) as usize, (to >> SHIFT) as usize);
        let (head, tail) = (u64::MAX << (from & 63), u64::MAX >> (63 - (to & 63)));
        if first == last {
            if let Some(block) = self.blocks.get_mut(first) {
                block.bits |= head & tail;
            }
        } else if let Some([one, other]) = self.blocks.get_mut(first..first + 2) {
            one.bits |= head;
            other.bits |= tail;
        } else if let Some(block) = self.blocks.get_mut(first) {
            block.bits |= head;
        }
    }

    /// The set with its offsets counted.
    pub(crate) fn counted(mut self) -> Self {
        let (mut before, mut last) = (0, 0);
        for (i, block) in self.blocks.iter_mut().enumerate() {
            (block.before, block.last) = (before, last);
            if block.bits != 0 {
                // The sums up to every eighth bit; the last of them is the whole.
                let sums = counts_of_eights(block.bits).wrapping_mul(0x0101_0101_0101_0101);
                block.within = sums << 8;
                before += (sums >> 56) as u32;
                last = ((i as u32) << SHIFT) + 64 - block.bits.leading_zeros();
            }
        }
        self
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

    /// The last offset of the set that is at most `offset`.
    #[inline]
    pub(crate) fn last_up_to(&self, offset: u32) -> Option<u32> {
        let at = ((offset >> SHIFT) as usize).min(self.blocks.len().checked_sub(1)?);
        let block = self.blocks[at];
        let bits = if at == (offset >> SHIFT) as usize { block.bits & (u64::MAX >> (63 - (offset & 63))) } else { block.bits };
        if bits == 0 { block.last.checked_sub(1) } else { Some(((at as u32) << SHIFT) + 63 - bits.leading_zeros()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_finds_what_a_search_finds() {
        let list = [0, 3, 63, 64, 65, 200, 1000];
        let places = Places::of(1000, list);
        for offset in 0..1300 {
            assert_eq!(places.count_before(offset), list.partition_point(|p| *p < offset), "{offset}");
            assert_eq!(places.index(offset), list.binary_search(&offset).ok(), "{offset}");
            assert_eq!(places.last_up_to(offset), list.iter().rev().find(|p| **p <= offset).copied(), "{offset}");
        }
        let full = Places::of(130, 0..130);
        assert!((0..=131).all(|offset| full.count_before(offset) == offset.min(130) as usize));
        let mut runs = Places::within(300);
        for (from, to) in [(3, 3), (60, 70), (128, 190), (290, 340)] {
            runs.insert_run(from, to);
        }
        let runs = runs.counted();
        for offset in 0..300 {
            let within = offset == 3 || (60..=70).contains(&offset) || (128..=190).contains(&offset) || offset >= 290;
            assert_eq!(runs.has(offset), within, "{offset}");
        }
        let none = Places::of(500, []);
        assert_eq!((none.count_before(400), none.last_up_to(400), none.has(9)), (0, None, false));
        let empty = Places::default();
        assert_eq!((empty.count_before(5), empty.last_up_to(5), empty.index(5)), (0, None, None));
    }
}
