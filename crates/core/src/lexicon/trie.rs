//! The words as a graph of characters, in one array: from a node a character leads to the entry at the sum of the two.
//!
//! A character that the words have is known by its code, the most frequent by the lowest, so that the nodes lie close
//! together. A step adds a code to the base of a node and looks whether the entry there comes from that node: no step
//! is hashed, and none that leads nowhere costs more than one look.

use std::collections::VecDeque;

use super::kinds::Kinds;
use crate::sorted::Sorted;

/// How many characters the basic plane has.
const PLANE: usize = 0x1_0000;

/// At so many places at most the steps from one node are tried before they go to the end: what many words of a caller
/// cost to lay out grows with their number only.
const MAX_TRIES: usize = 256;

/// The words of a lexicon by their characters.
#[derive(Debug)]
pub(super) struct Trie {
    /// The code of every character of the basic plane, 0 where no word has it, and whether a name can begin with it.
    codes: Box<[u16; PLANE]>,
    /// The codes of characters of other planes.
    rare: Sorted<char, u16>,
    /// The nodes; the first is the one before any character, and those that it leads to are numbered by their codes.
    nodes: Box<[Node]>,
    /// The sets of kinds that words have; the first is empty.
    kinds: Vec<Kinds>,
}

/// A node, and the step that leads to it.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// The node before it, counted from 1; 0 where this place is free.
    from: u32,
    /// What is added to a character's code to give the node that it leads to.
    base: u32,
    /// The kinds of the word that ends here: an index into [`Trie::kinds`].
    kinds: u32,
}

/// In a character's code the bit that tells that a name of a person can begin with it.
const BEGINS: u16 = 1 << 15;

/// A character of a text: where it starts, and its code.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    at: u32,
    code: u16,
}

impl Trie {
    /// The graph of these words, each there once, those that begin alike together and a word before the longer ones.
    pub(super) fn of(words: Vec<(&str, Kinds)>, begins: impl Fn(char) -> bool) -> Self {
        let mut trie = Self {
            codes: vec![0; PLANE].into_boxed_slice().try_into().unwrap_or_else(|_| Box::new([0; PLANE])),
            rare: Sorted::default(),
            nodes: Box::default(),
            kinds: vec![Kinds::default()],
        };
        let count = trie.encode(words.iter().map(|w| w.0));
        // The sets that have been met, sorted, each with its place in the list.
        let mut met: Vec<(Kinds, u32)> = Vec::new();
        let words: Vec<(&str, u32)> = words
            .into_iter()
            .map(|(word, kinds)| {
                let place = met.partition_point(|m| m.0 < kinds);
                if met.get(place).is_none_or(|m| m.0 != kinds) {
                    met.insert(place, (kinds, trie.kinds.len() as u32));
                    trie.kinds.push(kinds);
                }
                (word, met[place].1)
            })
            .collect();
        trie.nodes = trie.lay_out(&words, count);
        for c in ('\0'..='\u{FFFF}').filter(|c| begins(*c)) {
            trie.codes[c as usize] |= BEGINS;
        }
        trie
    }

    /// Gives each character of the words its code, and tells how many there are.
    fn encode<'w>(&mut self, words: impl Iterator<Item = &'w str>) -> usize {
        let mut counts = vec![0_u32; PLANE];
        let mut others: Vec<char> = Vec::new();
        for c in words.flat_map(str::chars) {
            match counts.get_mut(c as usize) {
                Some(count) => *count += 1,
                None => others.push(c),
            }
        }
        others.sort_unstable();
        let plane = ('\0'..='\u{FFFF}').map(|c| (counts[c as usize], c)).filter(|(count, _)| *count > 0);
        let others = others.chunk_by(|a, b| a == b).map(|same| (same.len() as u32, same[0]));
        let mut characters: Vec<(u32, char)> = plane.chain(others).collect();
        characters.sort_unstable_by_key(|&(n, c)| (std::cmp::Reverse(n), c));
        // A lexicon with more characters than there are codes is none of any language; the rarest are left out.
        characters.truncate(usize::from(BEGINS - 1));
        let mut rare = Vec::new();
        for (code, &(_, c)) in (1..).zip(&characters) {
            match self.codes.get_mut(c as usize) {
                Some(slot) => *slot = code,
                None => rare.push((c, code)),
            }
        }
        self.rare = Sorted::of(rare);
        characters.len()
    }

    /// The nodes of sorted words with their kinds, whose characters have `count` codes.
    fn lay_out(&self, words: &[(&str, u32)], count: usize) -> Box<[Node]> {
        let mut nodes = vec![Node::default(); count + 1];
        // The first free place; those of the first characters are kept for them.
        let mut free = nodes.len();
        let mut queue = VecDeque::from([(0_usize, 0_usize, words)]);
        while let Some((node, depth, words)) = queue.pop_front() {
            let ends = words.iter().take_while(|(word, _)| word.len() == depth).count();
            if let Some(&(_, kinds)) = words[..ends].last() {
                nodes[node].kinds = kinds;
            }
            let mut steps = Vec::new();
            let mut rest = &words[ends..];
            while let Some(c) = rest.first().and_then(|(word, _)| word[depth..].chars().next()) {
                let same = rest.iter().take_while(|(word, _)| word[depth..].starts_with(c)).count();
                let code = self.code(c);
                if code != 0 {
                    steps.push((code, depth + c.len_utf8(), &rest[..same]));
                }
                rest = &rest[same..];
            }
            let base = if node == 0 { 0 } else { place(&nodes, &mut free, steps.iter().map(|s| u32::from(s.0))) };
            nodes[node].base = base;
            for (code, depth, words) in steps {
                let next = base.wrapping_add(code.into()) as usize;
                if next >= nodes.len() {
                    nodes.resize(next + 1, Node::default());
                }
                nodes[next].from = node as u32 + 1;
                queue.push_back((next, depth, words));
            }
        }
        nodes.into_boxed_slice()
    }

    /// The code of `c`; 0 where no word has it.
    fn code(&self, c: char) -> u16 {
        self.codes.get(c as usize).copied().unwrap_or_else(|| self.rare.get(c).unwrap_or(0)) & !BEGINS
    }

    /// The node that `code` leads to from the node numbered `from`, with its number.
    #[inline]
    fn step(&self, from: u32, node: Node, code: u16) -> Option<(u32, Node)> {
        let next = node.base.wrapping_add(code.into());
        self.nodes.get(next as usize).filter(|n| n.from == from + 1).map(|n| (next, *n))
    }

    /// The node that a character leads to from the start, where a word begins with it.
    #[inline]
    fn first(&self, code: u16) -> Option<(u32, Node)> {
        self.nodes.get(usize::from(code)).filter(|n| n.from != 0).map(|n| (code.into(), *n))
    }

    /// The characters of `text` and one of no code at its end, and where a name can begin.
    fn places(&self, text: &str) -> (Vec<Place>, Vec<u32>) {
        let count = text.chars().count();
        let mut list = vec![Place { at: text.len() as u32, code: 0 }; count + 1];
        let (mut begins, mut begun) = (vec![0; count + 1], 0);
        let mut rest = text.as_bytes();
        for place in &mut list {
            place.at = (text.len() - rest.len()) as u32;
            rest = match rest {
                &[a @ 0xE0..=0xEF, b, c, ref after @ ..] => {
                    let point = (usize::from(a & 0x0F) << 12) | (usize::from(b & 0x3F) << 6) | usize::from(c & 0x3F);
                    let code = self.codes[point];
                    place.code = code & !BEGINS;
                    // Written down in any case and kept where the bit says so: what comes next can't be foretold.
                    begins[begun] = place.at;
                    begun += usize::from(code >> 15);
                    after
                }
                // No name begins with a shorter one.
                &[a, ref after @ ..] if a < 0x80 => {
                    place.code = self.codes[usize::from(a)] & !BEGINS;
                    after
                }
                &[a, b, ref after @ ..] if a < 0xE0 => {
                    place.code = self.codes[(usize::from(a & 0x1F) << 6) | usize::from(b & 0x3F)] & !BEGINS;
                    after
                }
                [] => break,
                _ => {
                    let c = text.get(place.at as usize..).and_then(|rest| rest.chars().next());
                    place.code = c.map_or(0, |c| self.code(c));
                    rest.get(4..).unwrap_or_default()
                }
            };
        }
        begins.truncate(begun);
        begins.shrink_to_fit();
        (list, begins)
    }

    /// Tells of the longest word at every character of `text`: its start, end and kinds. Gives where a name can begin.
    #[inline]
    pub(super) fn each(&self, text: &str, mut tell: impl FnMut(u32, u32, Kinds)) -> Vec<u32> {
        let (places, begins) = self.places(text);
        for (i, place) in places.iter().enumerate() {
            let Some((mut number, mut node)) = self.first(place.code) else { continue };
            let after = &places[i + 1..];
            let (mut kinds, mut length) = (node.kinds, 0);
            for (passed, next) in after.iter().enumerate() {
                let Some(further) = self.step(number, node, next.code) else { break };
                (number, node) = further;
                if node.kinds != 0 {
                    (kinds, length) = (node.kinds, passed + 1);
                }
            }
            if let Some(end) = after.get(length).filter(|_| kinds != 0) {
                tell(place.at, end.at, self.kinds[kinds as usize]);
            }
        }
        begins
    }

    /// The kinds of `word`; empty where it isn't among the words.
    pub(super) fn exact(&self, word: impl Iterator<Item = char>) -> Kinds {
        let mut characters = word.map(|c| self.code(c));
        let first = characters.next().and_then(|code| self.first(code));
        let last = first.and_then(|first| {
            // A character without a code leads nowhere.
            characters.try_fold(first, |(number, node), code| self.step(number, node, code).filter(|_| code != 0))
        });
        last.map_or(Kinds::default(), |(_, node)| self.kinds[node.kinds as usize])
    }
}

/// The base from which all `codes` lead to free places. `free` moves past what is taken.
fn place(nodes: &[Node], free: &mut usize, codes: impl Iterator<Item = u32> + Clone) -> u32 {
    let is_free = |at: u32| nodes.get(at as usize).is_none_or(|n| n.from == 0);
    while nodes.get(*free).is_some_and(|n| n.from != 0) {
        *free += 1;
    }
    let reserved = *free as u32;
    let Some(lowest) = codes.clone().min() else { return 0 };
    let fits = |base: &u32| {
        codes.clone().all(|code| {
            let at = base.wrapping_add(code);
            at >= reserved && is_free(at)
        })
    };
    let places = (reserved..nodes.len() as u32).filter(|&at| is_free(at)).take(MAX_TRIES);
    places.map(|at| at.wrapping_sub(lowest)).find(fits).unwrap_or_else(|| (nodes.len() as u32).wrapping_sub(lowest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Kind;

    #[test]
    fn words_of_all_lengths_are_found() {
        let kinds = Kinds::of(&[Kind::Say]);
        let mut list = ["强", "强调", "强调指出", "“A股”", "𠮷野", "é强", "会é议"];
        list.sort_unstable();
        let trie = Trie::of(list.into_iter().map(|w| (w, kinds)).collect(), |c| c == '调' || c == 'é');
        let text = "强强调强调指“A股”𠮷野强调指出会é议强";
        let mut found = Vec::new();
        let begins = trie.each(text, |start, end, _| found.push(&text[start as usize..end as usize]));
        assert!(begins.iter().all(|at| text[*at as usize..].starts_with('调')) && begins.len() == 3);
        assert_eq!(found, ["强", "强调", "强调", "“A股”", "𠮷野", "强调指出", "会é议", "强"]);
        for word in list {
            assert_eq!(trie.exact(word.chars()), kinds, "{word}");
        }
        for word in ["", "调", "强调指", "强调指出强", "A", "野"] {
            assert_eq!(trie.exact(word.chars()), Kinds::default(), "{word}");
        }
    }

    #[test]
    fn no_word_is_found_twice_or_lost() {
        let words: Vec<String> = ('一'..'丿').flat_map(|a| ('丁'..'中').map(move |b| format!("{a}{b}{a}"))).collect();
        let kinds = Kinds::of(&[Kind::Say]);
        let trie = Trie::of(words.iter().map(|w| (w.as_str(), kinds)).collect(), |_| false);
        assert!(words.iter().all(|w| trie.exact(w.chars()) == kinds));
        assert!(trie.nodes.len() < 4 * words.len(), "{}", trie.nodes.len());
    }
}
