//! The words as a graph of characters, walked by one table: a node is the place of its entry.

use std::collections::BTreeMap;

use super::kinds::Kinds;

/// How many bits the sieve has, as a power of two: 16 KB, which stay near the processor.
const SIEVE: u32 = 17;

/// How many characters the basic plane has.
const PLANE: usize = 0x1_0000;

/// The words of a lexicon by their characters.
///
/// A step from a node by a character looks at the entries from the place that the two are hashed to; the entry found is
/// the next node. Most steps lead nowhere, and a sieve tells so before the table is touched.
#[derive(Debug)]
pub(super) struct Trie {
    entries: Box<[Entry]>,
    /// How far a hash is shifted to give a place in the table.
    shift: u32,
    /// Whether a step with this hash may lead anywhere, a bit each.
    sieve: Box<[u64]>,
    /// The nodes that a character of the basic plane leads to from the root, with their kinds, and for each character
    /// which of them; where it starts no word the first, which is no node.
    firsts: Vec<(u32, u32)>,
    first: Box<[u16]>,
    /// The sets of kinds that words have; the first is empty.
    kinds: Vec<Kinds>,
}

/// A node, and the step that leads to it.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    /// The node before it: the place of its entry, counted from 1; 0 where this entry is free.
    from: u32,
    character: char,
    /// The kinds of the word that ends here: an index into [`Trie::kinds`].
    kinds: u32,
}

/// The node before any character, which has no entry.
const ROOT: u32 = u32::MAX;

impl Trie {
    /// The graph of these words.
    pub(super) fn of(words: BTreeMap<&str, Kinds>) -> Self {
        let bits = nodes(words.keys().copied()).max(8).next_power_of_two().trailing_zeros() + 1;
        let mut trie = Self {
            entries: vec![Entry::default(); 1 << bits].into_boxed_slice(),
            shift: u64::BITS - bits,
            sieve: vec![0; 1 << (SIEVE - 6)].into_boxed_slice(),
            firsts: vec![(0, 0)],
            first: vec![0; PLANE].into_boxed_slice(),
            kinds: vec![Kinds::default()],
        };
        let mut seen = BTreeMap::new();
        for (word, kinds) in words {
            let mut node = ROOT;
            for c in word.chars() {
                node = trie.add(node, c);
            }
            let index = *seen.entry(kinds).or_insert_with(|| {
                trie.kinds.push(kinds);
                trie.kinds.len() as u32 - 1
            });
            if let Some(entry) = trie.entries.get_mut(node as usize - 1) {
                entry.kinds = index;
            }
        }
        trie.list_firsts();
        trie
    }

    /// Lists the steps from the root, the most frequent of all.
    fn list_firsts(&mut self) {
        for (at, entry) in self.entries.iter().enumerate().filter(|(_, e)| e.from == ROOT) {
            if let Some(slot) = self.first.get_mut(entry.character as usize) {
                // There are fewer characters in the basic plane than numbers of 16 bits.
                *slot = self.firsts.len() as u16;
                self.firsts.push((at as u32 + 1, entry.kinds));
            }
        }
    }

    /// The node after `node` by `c`, made where it isn't there.
    fn add(&mut self, node: u32, c: char) -> u32 {
        let hash = hash(node, c);
        let bit = sieve_bit(hash);
        self.sieve[bit / 64] |= 1 << (bit % 64);
        let mut at = (hash >> self.shift) as usize;
        loop {
            let entry = &mut self.entries[at];
            if entry.from == 0 {
                *entry = Entry { from: node, character: c, kinds: 0 };
            }
            if entry.from == node && entry.character == c {
                return at as u32 + 1;
            }
            at = (at + 1) & (self.entries.len() - 1);
        }
    }

    /// The node after `node` by `c`: its number, and the kinds of the word that ends there.
    #[inline]
    fn step(&self, node: u32, c: char) -> Option<(u32, u32)> {
        let hash = hash(node, c);
        if !self.may_step(hash) {
            return None;
        }
        // At most half of the entries are taken, so that a free one ends the search.
        let mut at = (hash >> self.shift) as usize;
        loop {
            let entry = self.entries[at];
            if entry.from == node && entry.character == c {
                return Some((at as u32 + 1, entry.kinds));
            }
            if entry.from == 0 {
                return None;
            }
            at = (at + 1) & (self.entries.len() - 1);
        }
    }

    /// Tells of the longest word at every character of `text`: its start, end and kinds.
    pub(super) fn each(&self, text: &str, mut tell: impl FnMut(usize, usize, Kinds)) {
        let bytes = text.as_bytes();
        let (mut at, mut here) = (0, point(bytes, 0));
        while let Some(&byte) = bytes.get(at) {
            // Words start with Han or full-width characters, all three bytes long, or with rarer ones of four.
            let Some(c) = here else {
                if byte >= 0xF0 {
                    if let Some((length, kinds)) = self.longest(&text[at..], ROOT, 0) {
                        tell(at, at + length, self.kinds[kinds as usize]);
                    }
                }
                at += match byte {
                    0..0x80 => 1,
                    0xF0.. => 4,
                    _ => 2,
                };
                here = point(bytes, at);
                continue;
            };
            let (node, kinds) = self.firsts[usize::from(self.first[c])];
            at += 3;
            here = point(bytes, at);
            if node == 0 {
                continue;
            }
            // Where the next character leads nowhere, which is so for most, the first is all the word there is.
            let goes_on = match here.and_then(|c| char::from_u32(c as u32)) {
                Some(next) => self.may_step(hash(node, next)),
                None => at < bytes.len(),
            };
            let found = if goes_on { self.longest(&text[at..], node, kinds) } else { (kinds != 0).then_some((0, kinds)) };
            if let Some((length, kinds)) = found {
                tell(at - 3, at + length, self.kinds[kinds as usize]);
            }
        }
    }

    /// Whether a step with this hash may lead anywhere.
    #[inline]
    fn may_step(&self, hash: u64) -> bool {
        let bit = sieve_bit(hash);
        self.sieve[bit / 64] & (1 << (bit % 64)) != 0
    }

    /// The longest way on from `node` that `text` starts with and a word ends with: its length in bytes and kinds.
    #[inline]
    fn longest(&self, text: &str, mut node: u32, kinds: u32) -> Option<(usize, u32)> {
        let (mut best, mut end) = ((0, kinds), 0);
        for c in text.chars() {
            let Some((next, kinds)) = self.step(node, c) else { break };
            end += c.len_utf8();
            if kinds != 0 {
                best = (end, kinds);
            }
            node = next;
        }
        (best.1 != 0).then_some(best)
    }

    /// The kinds of `word`; empty where it isn't among the words.
    pub(super) fn exact(&self, word: &str) -> Kinds {
        let mut found = (ROOT, 0);
        for c in word.chars() {
            match self.step(found.0, c) {
                Some(next) => found = next,
                None => return Kinds::default(),
            }
        }
        self.kinds[found.1 as usize]
    }
}

/// The character of three bytes at `at`, as a number; `None` where one of another length stands there.
#[inline]
fn point(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at..at + 3) {
        Some(&[a @ 0xE0..=0xEF, b, c]) => Some((usize::from(a & 0x0F) << 12) | (usize::from(b & 0x3F) << 6) | usize::from(c & 0x3F)),
        _ => None,
    }
}

/// How many nodes sorted words have.
fn nodes<'w>(words: impl Iterator<Item = &'w str>) -> usize {
    let mut last = "";
    let mut count = 0;
    for word in words {
        let shared = word.chars().zip(last.chars()).take_while(|(a, b)| a == b).count();
        count += word.chars().count() - shared;
        last = word;
    }
    count
}

#[inline]
fn hash(node: u32, c: char) -> u64 {
    ((u64::from(node) << 21) | u64::from(c)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[inline]
fn sieve_bit(hash: u64) -> usize {
    (hash >> 24) as usize & ((1 << SIEVE) - 1)
}
