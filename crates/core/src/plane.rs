//! A set of characters of the basic plane, a bit each: asked of every character of a text.

/// How many characters the basic plane has.
const PLANE: usize = 0x1_0000;

/// Characters of the basic plane.
#[derive(Debug)]
pub(crate) struct Plane {
    blocks: [u64; PLANE / 64],
}

impl Plane {
    /// The set without any.
    pub(crate) const fn new() -> Self {
        Self { blocks: [0; PLANE / 64] }
    }

    /// The set of these characters; those of other planes are left out.
    pub(crate) fn of(characters: impl Iterator<Item = char>) -> Self {
        let mut set = Self::new();
        characters.for_each(|c| set.insert(c));
        set
    }

    /// Adds `c`.
    pub(crate) const fn insert(&mut self, c: char) {
        if (c as usize) < PLANE {
            self.blocks[c as usize / 64] |= 1 << (c as usize % 64);
        }
    }

    /// Whether the set has `c`.
    #[inline]
    pub(crate) fn has(&self, c: char) -> bool {
        self.blocks.get(c as usize / 64).is_some_and(|block| block & (1 << (c as usize % 64)) != 0)
    }

    /// The characters of the set.
    pub(crate) fn iter(&self) -> impl Iterator<Item = char> {
        let blocks = (0_u32..).zip(self.blocks).filter(|&(_, block)| block != 0);
        blocks
            .flat_map(|(at, block)| (0..64).filter(move |bit| block & (1 << bit) != 0).filter_map(move |bit| char::from_u32(at * 64 + bit)))
    }

    /// Whether the set has the character that these three bytes of UTF-8 make: the first two choose the block.
    #[inline]
    pub(crate) fn has_three(&self, bytes: [u8; 3]) -> bool {
        let [first, second, third] = bytes;
        self.blocks[(usize::from(first & 0x0F) << 6) | usize::from(second & 0x3F)] & (1 << (third & 0x3F)) != 0
    }

    /// What is left of a text past the characters of three bytes, the most of it, that the set hasn't.
    #[inline]
    pub(crate) fn past_others<'t>(&self, mut rest: &'t [u8]) -> &'t [u8] {
        while let &[first @ 0xE0..=0xEF, second, third, ref after @ ..] = rest {
            if self.has_three([first, second, third]) {
                break;
            }
            rest = after;
        }
        rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_is_found_by_its_bytes_too() {
        let set = Plane::of("会é，𠮷z".chars());
        assert!(set.iter().eq("zé会，".chars()));
        for (c, has) in [('会', true), ('议', false), ('，', true), ('é', true), ('z', true), ('y', false), ('𠮷', false)] {
            assert_eq!(set.has(c), has, "{c}");
            let mut bytes = [0; 4];
            if let &[a, b, d] = c.encode_utf8(&mut bytes).as_bytes() {
                assert_eq!(set.has_three([a, b, d]), has, "{c}");
                assert_eq!(set.past_others(&[a, b, d]).is_empty(), !has, "{c}");
            }
        }
    }
}
