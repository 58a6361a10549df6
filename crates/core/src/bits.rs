//! A set of offsets of a text, a bit each.

/// How many offsets share a word of bits, as a power of two: 64.
const SHIFT: u32 = 6;

/// Offsets of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// No offset of a text of `length` bytes yet.
    pub(crate) fn within(length: usize) -> Self {
        Self { words: vec![0; (length >> SHIFT) + 1] }
    }

    /// The offsets of these words of bits.
    pub(crate) fn of(words: Vec<u64>) -> Self {
        Self { words }
    }

    /// Adds an offset.
    #[inline]
    pub(crate) fn insert(&mut self, offset: u32) {
        if let Some(word) = self.words.get_mut((offset >> SHIFT) as usize) {
            *word |= 1 << (offset & 63);
        }
    }

    /// Adds the offsets from `from` through `to`, fewer than 64.
    pub(crate) fn insert_run(&mut self, from: u32, to: u32) {
        let (first, last) = ((from >> SHIFT) as usize, (to >> SHIFT) as usize);
        let (head, tail) = (u64::MAX << (from & 63), u64::MAX >> (63 - (to & 63)));
        if first == last {
            if let Some(word) = self.words.get_mut(first) {
                *word |= head & tail;
            }
        } else if let Some([one, other]) = self.words.get_mut(first..first + 2) {
            *one |= head;
            *other |= tail;
        } else if let Some(word) = self.words.get_mut(first) {
            *word |= head;
        }
    }

    /// Whether `offset` is in the set.
    #[inline]
    pub(crate) fn has(&self, offset: u32) -> bool {
        self.words.get((offset >> SHIFT) as usize).is_some_and(|bits| bits & (1 << (offset & 63)) != 0)
    }

    /// The words of 64 bits each, that of the lowest offsets first.
    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }

    /// The first offset of the set from `offset` on.
    pub(crate) fn next_from(&self, offset: u32) -> Option<u32> {
        let mut at = (offset >> SHIFT) as usize;
        let mut bits = self.words.get(at)? & (u64::MAX << (offset & 63));
        while bits == 0 {
            at += 1;
            bits = *self.words.get(at)?;
        }
        Some(((at as u32) << SHIFT) + bits.trailing_zeros())
    }

    /// The offsets of the set, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        let mut from = 0;
        std::iter::from_fn(move || {
            let next = self.next_from(from)?;
            from = next + 1;
            Some(next)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_is_there() {
        let mut runs = Bits::within(300);
        for (from, to) in [(3, 3), (60, 70), (128, 190), (290, 340)] {
            runs.insert_run(from, to);
        }
        runs.insert(20);
        runs.insert(1000);
        for offset in 0..300 {
            let within = matches!(offset, 3 | 20) || (60..=70).contains(&offset) || (128..=190).contains(&offset) || offset >= 290;
            assert_eq!(runs.has(offset), within, "{offset}");
        }
        assert!(!runs.has(1000) && !Bits::default().has(0));
        let list: Vec<u32> = (0..320).filter(|&offset| runs.has(offset)).collect();
        assert!(runs.iter().eq(list.iter().copied()) && Bits::default().iter().next().is_none());
        assert!((0..330).all(|from| runs.next_from(from) == list.iter().copied().find(|&offset| offset >= from)));
    }
}
