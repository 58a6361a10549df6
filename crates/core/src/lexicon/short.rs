//! A set of short words, asked for far more often than it has an answer.

/// The most characters that a word of the set has.
const MAX_CHARACTERS: u32 = 4;

/// Words of one to four characters of the basic plane, each packed into one number.
#[derive(Debug)]
pub(super) struct ShortWords {
    /// A table of twice as many places as there are words; 0 where a place is free.
    places: Box<[u64]>,
    /// How far a hash is shifted to give a place.
    shift: u32,
}

impl ShortWords {
    /// The set of these words; a longer one is left out.
    pub(super) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let packed: Vec<u64> = words.filter_map(|word| pack(word.chars())).collect();
        let bits = (2 * packed.len()).max(2).next_power_of_two().trailing_zeros();
        let mut set = Self { places: vec![0; 1 << bits].into_boxed_slice(), shift: u64::BITS - bits };
        for word in packed {
            let place = set.place(word);
            set.places[place] = word;
        }
        set
    }

    /// Whether the set has `word`.
    pub(super) fn has(&self, word: &[char]) -> bool {
        pack(word.iter().copied()).is_some_and(|word| self.places[self.place(word)] == word)
    }

    /// Whether the set has a beginning of `word` of two or three characters; a shorter word is taken whole.
    pub(super) fn has_start(&self, word: &str) -> bool {
        let mut packed = 0;
        let mut count = 0;
        for c in word.chars().take(3) {
            let Some(longer) = append(packed, c) else { return count == 1 && self.places[self.place(packed)] == packed };
            packed = longer;
            count += 1;
            if count > 1 && self.places[self.place(packed)] == packed {
                return true;
            }
        }
        count == 1 && self.places[self.place(packed)] == packed
    }

    /// The place of a packed word, or the free one where it would stand.
    fn place(&self, word: u64) -> usize {
        let mut at = (word.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift) as usize;
        while self.places[at] != word && self.places[at] != 0 {
            at = (at + 1) & (self.places.len() - 1);
        }
        at
    }
}

/// The characters of `word` as one number, 16 bits each; `None` where it is empty or doesn't fit.
fn pack(mut word: impl Iterator<Item = char>) -> Option<u64> {
    let packed = word.try_fold(0, append)?;
    (packed != 0).then_some(packed)
}

fn append(packed: u64, c: char) -> Option<u64> {
    let fits = packed < 1 << (16 * (MAX_CHARACTERS - 1)) && u32::from(c) < 1 << 16;
    fits.then(|| (packed << 16) | u64::from(u32::from(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn characters(word: &str) -> Vec<char> {
        word.chars().collect()
    }

    #[test]
    fn the_set_has_its_words_and_no_others() {
        let words = ["高度", "严格", "欧阳", "于今", "毛", "解放军"];
        let set = ShortWords::of(words.into_iter());
        for word in words {
            assert!(set.has(&characters(word)), "{word}");
        }
        for word in ["", "高", "高度重", "度高", "𠮷", "一二三四五"] {
            assert!(!set.has(&characters(word)), "{word}");
        }
        assert!(set.has_start("高度重视") && set.has_start("解放军报") && set.has_start("毛"));
        assert!(!set.has_start("毛高度") && !set.has_start("") && !set.has_start("𠮷高度"));
    }
}
