//! The words as a graph of characters, in one array: from a node a character leads to the entry at the sum of the two.
//!
//! A character that the words have is known by its code, the most frequent by the lowest, so that the nodes lie close
//! together. A step adds a code to the base of a node and looks whether the entry there has that code, which tells, as no
//! two nodes have the same base, that it comes from that node: no step is hashed, and none costs more than one look.

use std::collections::VecDeque;

use super::MAX_WORD;
use super::kinds::Kinds;
use super::letters::{BEGINS, CODE, Letter, NameStarts, ROOM, SIGN, Told};
use crate::segment::{Sign, all_signs};
use crate::sorted::Sorted;
use crate::span::Span;

/// How many characters the basic plane has.
const PLANE: usize = 0x1_0000;

/// At so many places at most the steps from one node are tried before they go to the end: what many words of a caller
/// cost to lay out grows with their number only.
const MAX_TRIES: usize = 256;

/// A free place that so many nodes in a row don't fit is left behind: the search stays short, and as none gives up, the nodes
/// lie in a quarter of the room.
const PATIENCE: usize = 32;

/// The words of a lexicon by their characters.
#[derive(Debug)]
pub(super) struct Trie {
    /// The code of every character of the basic plane, 0 where no word has it, whether a name can begin with it, and whether
    /// it is a sign.
    pub(super) codes: Box<[u16; PLANE]>,
    /// The codes of characters of other planes.
    rare: Sorted<char, u16>,
    /// The nodes; the first is the one before any character, and those that it leads to are numbered by their codes.
    nodes: Box<[Node]>,
    /// The sets of kinds that words have; the first is empty.
    kinds: Vec<Kinds>,
}

/// A node, and the step that leads to it.
#[derive(Clone, Copy, Debug)]
struct Node {
    /// What is added to a character's code to give the node that it leads to. No two nodes have the same.
    base: u32,
    /// The code of the character that leads here: as no two nodes have one base, it tells from which node the step comes.
    code: u16,
    /// The kinds of the word that ends here: an index into [`Trie::kinds`].
    kinds: u16,
}

/// The base of a node that leads nowhere: more than there are nodes.
const LEAF: u32 = 1 << 31;

impl Node {
    /// A place that no step leads to: no character has its code.
    const FREE: Self = Self { base: LEAF, code: u16::MAX, kinds: 0 };

    fn is_free(self) -> bool {
        self.code == u16::MAX
    }
}

impl Trie {
    /// The graph of these words, each there once, those that begin alike together and a word before the longer ones, and of
    /// the characters of the basic plane that names begin with.
    pub(super) fn of(words: Vec<(&str, Kinds)>, begin: impl Iterator<Item = char>) -> Self {
        let mut trie = Self {
            codes: vec![0; PLANE].into_boxed_slice().try_into().unwrap_or_else(|_| Box::new([0; PLANE])),
            rare: Sorted::default(),
            nodes: Box::default(),
            kinds: vec![Kinds::default()],
        };
        let count = trie.encode(words.iter().map(|w| w.0));
        // The sets that have been met, sorted, each with its place in the list.
        let mut met: Vec<(Kinds, u16)> = Vec::new();
        let words: Vec<(&str, u16)> = words
            .into_iter()
            .map(|(word, kinds)| {
                let place = met.partition_point(|m| m.0 < kinds);
                if met.get(place).is_none_or(|m| m.0 != kinds) {
                    // A lexicon with more sets than there are numbers is none of any field; its last words are left out.
                    let Ok(number) = u16::try_from(trie.kinds.len()) else { return (word, 0) };
                    met.insert(place, (kinds, number));
                    trie.kinds.push(kinds);
                }
                (word, met[place].1)
            })
            .collect();
        trie.nodes = trie.lay_out(&words, count);
        for (c, bit) in begin.map(|c| (c, BEGINS)).chain(all_signs().map(|c| (c, SIGN))) {
            if let Some(code) = trie.codes.get_mut(c as usize) {
                *code |= bit;
            }
        }
        trie
    }

    /// Gives each character of the words its code, and tells how many there are.
    fn encode<'w>(&mut self, words: impl Iterator<Item = &'w str>) -> usize {
        let mut counts = vec![0_u32; PLANE];
        let (mut plane, mut others): (Vec<char>, Vec<char>) = (Vec::new(), Vec::new());
        for c in words.flat_map(str::chars) {
            match counts.get_mut(c as usize) {
                Some(count) => {
                    *count += 1;
                    if *count == 1 {
                        plane.push(c);
                    }
                }
                None => others.push(c),
            }
        }
        others.sort_unstable();
        let plane = plane.into_iter().map(|c| (counts[c as usize], c));
        let others = others.chunk_by(|a, b| a == b).map(|same| (same.len() as u32, same[0]));
        let mut characters: Vec<(u32, char)> = plane.chain(others).collect();
        characters.sort_unstable_by_key(|&(n, c)| (std::cmp::Reverse(n), c));
        // A lexicon with more characters than there are codes is none of any language; the rarest are left out.
        characters.truncate(usize::from(CODE));
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
    fn lay_out(&self, words: &[(&str, u16)], count: usize) -> Box<[Node]> {
        let mut nodes = vec![Node::FREE; count + 1];
        // The places of the first characters are kept for them.
        let mut bases = Bases { free: nodes.len(), taken: Vec::new() };
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
            let base = if node == 0 { 0 } else { bases.next(&nodes, steps.iter().map(|s| u32::from(s.0))) };
            nodes[node].base = base;
            for (code, depth, words) in steps {
                let next = base as usize + usize::from(code);
                if next >= nodes.len() {
                    nodes.resize(next + 1, Node::FREE);
                }
                nodes[next].code = code;
                queue.push_back((next, depth, words));
            }
        }
        nodes.into_boxed_slice()
    }

    /// The code of `c`; 0 where no word has it.
    pub(super) fn code(&self, c: char) -> u16 {
        self.codes.get(c as usize).copied().unwrap_or_else(|| self.rare.get(c).unwrap_or(0)) & CODE
    }

    /// The node that a character leads to from one with this base. No character has code 0, which leads nowhere.
    #[inline]
    fn step(&self, base: u32, code: u16) -> Option<Node> {
        let code = code & CODE;
        self.nodes.get(base as usize + usize::from(code)).filter(|n| n.code == code).copied()
    }

    /// Tells of the longest word at every character of `text`: where it stands, and the number of its set of kinds. Gives
    /// the signs of the text, and where a name can begin.
    #[inline]
    pub(super) fn each(&self, text: &str, mut tell: impl FnMut(Span, u16)) -> (Vec<Sign>, NameStarts) {
        let mut told = Told::within(text.len());
        let mut letters: Vec<Letter> = Vec::with_capacity(ROOM);
        let (mut start, mut read, mut next) = (0, 0, 0);
        while (start as usize) < text.len() {
            letters.drain(..next);
            next = 0;
            read = self.letters(text, read, &mut letters, &mut told);
            // A word reaches over no more characters than it has bytes.
            let last = letters.len().saturating_sub(if read < text.len() { MAX_WORD as usize } else { 0 });
            while let [first, after @ ..] = &letters[next..] {
                if next == last {
                    break;
                }
                next += 1;
                let mut end = start + first.length();
                let follows = end;
                if let Some(mut node) = self.step(0, first.code()) {
                    let (mut kinds, mut to) = (node.kinds, end);
                    for letter in after {
                        let Some(longer) = self.step(node.base, letter.code()) else { break };
                        node = longer;
                        to += letter.length();
                        if node.kinds != 0 {
                            (kinds, end) = (node.kinds, to);
                        }
                    }
                    if kinds != 0 {
                        tell(Span::new(start, end), kinds);
                    }
                }
                start = follows;
            }
        }
        told.signs.shrink_to_fit();
        (told.signs, told.starts)
    }

    /// The sets of kinds, by their numbers.
    pub(super) fn kinds(&self) -> &[Kinds] {
        &self.kinds
    }

    /// The number of the set of kinds that `word` has; that of the empty one where it isn't among the words.
    pub(super) fn exact(&self, mut word: impl Iterator<Item = char>) -> u16 {
        let last = word.try_fold(Node { base: 0, ..Node::FREE }, |node, c| self.step(node.base, self.code(c)));
        last.map_or(0, |node| node.kinds)
    }
}

/// The bases of nodes while these are laid out.
struct Bases {
    /// Where the first free place is.
    free: usize,
    /// Which are taken.
    taken: Vec<bool>,
}

impl Bases {
    /// A base that no node has, from which all `codes` lead to free places.
    fn next(&mut self, nodes: &[Node], codes: impl Iterator<Item = u32> + Clone) -> u32 {
        let is_free = |at: u32| nodes.get(at as usize).is_none_or(|n| n.is_free());
        while nodes.get(self.free).is_some_and(|n| !n.is_free()) {
            self.free += 1;
        }
        let Some(lowest) = codes.clone().min() else { return LEAF };
        let (reserved, length) = (self.free as u32, nodes.len() as u32);
        let taken = &self.taken;
        let is_new = |base: u32| !taken.get(base as usize).is_some_and(|taken| *taken);
        let mut tries = 0;
        let mut fits = |base: &u32| {
            tries += 1;
            is_new(*base) && codes.clone().all(|code| is_free(base + code))
        };
        let places = (reserved..length).filter(|&at| is_free(at)).take(MAX_TRIES);
        // Beyond the last node all is free.
        let found = places.map(|at| at - lowest).find(&mut fits).or_else(|| (length - lowest..).find(|base| is_new(*base)));
        let Some(base) = found else { return LEAF };
        if tries > PATIENCE {
            self.free = (base + lowest) as usize;
        }
        if self.taken.len() <= base as usize {
            self.taken.resize(base as usize + 1, false);
        }
        self.taken[base as usize] = true;
        base
    }
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
        let trie = Trie::of(list.into_iter().map(|w| (w, kinds)).collect(), ['调'].into_iter());
        let text = "强强调强调指“A股”𠮷野强调指出会é议强";
        let mut found = Vec::new();
        let (signs, starts) = trie.each(text, |span, _| found.push(&text[span.range()]));
        assert!(starts.all.iter().all(|at| text[at as usize..].starts_with('调')) && starts.all.iter().count() == 3);
        let common = |at: usize| text.get(at..).and_then(|t| t.chars().next()).is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        let edges = text.char_indices().filter(|&(at, c)| c.len_utf8() == 3 && !(at >= 3 && common(at - 3) && common(at + 3)));
        assert!(edges.map(|(at, _)| at as u32).all(|at| starts.at_edges.has(at)) && !starts.at_edges.has(3));
        assert!(signs.iter().all(|s| text[s.at as usize..].starts_with(s.character)));
        assert_eq!(found, ["强", "强调", "强调", "“A股”", "𠮷野", "强调指出", "会é议", "强"]);
        for word in list {
            assert_eq!(trie.kinds()[usize::from(trie.exact(word.chars()))], kinds, "{word}");
        }
        for word in ["", "调", "强调指", "强调指出强", "A", "野"] {
            assert_eq!(trie.exact(word.chars()), 0, "{word}");
        }
    }

    #[test]
    fn no_word_is_found_twice_or_lost() {
        let words: Vec<String> = ('一'..'丿').flat_map(|a| ('丁'..'中').map(move |b| format!("{a}{b}{a}"))).collect();
        let kinds = Kinds::of(&[Kind::Say]);
        let trie = Trie::of(words.iter().map(|w| (w.as_str(), kinds)).collect(), std::iter::empty());
        assert!(words.iter().all(|w| trie.kinds()[usize::from(trie.exact(w.chars()))] == kinds));
        assert!(trie.nodes.len() < 4 * words.len(), "{}", trie.nodes.len());
        let builtin = crate::lexicon::Lexicon::builtin().words;
        let filled = builtin.nodes.iter().filter(|n| !n.is_free()).count();
        assert!(builtin.nodes.len() < 2 * filled, "{} of {filled}", builtin.nodes.len());
    }
}
