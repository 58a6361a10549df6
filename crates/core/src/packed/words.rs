//! Words with their labels, as a tree of characters, and rows of characters.

use super::model::{Coder, Context, Model};

/// A list of words, as places in an alphabet, sorted, each with its labels in order.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct List {
    /// The words end to end.
    symbols: Vec<u16>,
    /// The labels of all words, end to end.
    labels: Vec<u16>,
    /// Where each word ends, and its labels.
    ends: Vec<(u32, u32)>,
}

impl List {
    /// Adds a word that comes after all others.
    pub(crate) fn push(&mut self, word: &[u16], labels: &[u16]) {
        self.symbols.extend(word);
        self.labels.extend(labels);
        self.ends.push((self.symbols.len() as u32, self.labels.len() as u32));
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word at a place in the list, and its labels.
    pub(crate) fn get(&self, at: usize) -> Option<(&[u16], &[u16])> {
        let end = self.ends.get(at)?;
        let start = at.checked_sub(1).map_or((0, 0), |before| self.ends[before]);
        Some((self.symbols.get(start.0 as usize..end.0 as usize)?, self.labels.get(start.1 as usize..end.1 as usize)?))
    }
}

/// How wide the numbers of a list of words are.
#[derive(Clone, Copy)]
pub(crate) struct Widths {
    /// Bits of a place in the alphabet.
    pub(crate) symbol: u32,
    /// Bits of a label.
    pub(crate) label: u32,
}

/// Codes a list of words, which a writer knows.
pub(crate) fn words<C: Coder>(model: &mut Model<C>, widths: Widths, alike: &[u16], known: &List) -> List {
    let mut tree = Tree { model, widths, alike, known, path: Vec::new(), labels: Vec::new(), told: List::default(), singles: Vec::new() };
    tree.branch(0, known.len());
    tree.told
}

struct Tree<'a, C> {
    model: &'a mut Model<C>,
    widths: Widths,
    /// Of each symbol one whose labels its own are mostly like, where that isn't the one before it.
    alike: &'a [u16],
    known: &'a List,
    path: Vec<u16>,
    /// The labels of the word that is being told.
    labels: Vec<u16>,
    told: List,
    /// The words of one symbol that have been told, and their places.
    singles: Vec<(u16, usize)>,
}

impl<C: Coder> Tree<'_, C> {
    /// The symbol that a known word has at this depth; 0 where nothing is known.
    fn known_symbol(&self, at: usize, depth: usize) -> u32 {
        self.known.get(at).and_then(|(word, _)| word.get(depth)).map_or(0, |&s| u32::from(s))
    }

    /// Codes the words that begin with the path: of those known, these.
    fn branch(&mut self, mut from: usize, to: usize) {
        let depth = self.path.len();
        let last = self.path.last().map_or(u32::MAX >> 8, |&s| u32::from(s));
        let length = depth.min(7) as u32;
        let near = |usage: u32| -> Context { [usage << 8 | length << 1, last << 8 | usage] };
        if depth > 0 {
            let known = self.known.get(from).filter(|(word, _)| word.len() == depth).map(|(_, labels)| labels);
            from += usize::from(known.is_some());
            let leaf = self.model.flag(0, near(1), from == to);
            if leaf || self.model.flag(1, near(2), known.is_some()) {
                self.word(known.unwrap_or_default());
            }
            if leaf {
                return;
            }
        }
        let (mut least, mut count) = (0, 0);
        loop {
            let first = self.known_symbol(from, depth);
            let symbol = if depth == 0 {
                least + self.model.small(2, 3, first.wrapping_sub(least) & 0xFFFF)
            } else {
                self.model.number(3 + length.min(3), near(4), self.widths.symbol, least, first)
            };
            let end = from + (from..to).take_while(|&at| self.known_symbol(at, depth) == symbol).count();
            self.path.push(symbol as u16);
            self.branch(from, end);
            self.path.pop();
            (from, least, count) = (end, symbol + 1, (count + 1).min(7));
            if !self.model.flag(7, [count << 8 | length << 1, last << 8 | count], from < to) {
                break;
            }
        }
    }

    /// Codes the labels of the word that the path is.
    fn word(&mut self, known: &[u16]) {
        let last = self.path.last().map_or(0, |&s| u32::from(s));
        let alike = self.alike.get(last as usize).and_then(|&s| self.singles.binary_search_by_key(&s, |single| single.0).ok());
        let alike = alike.map(|at| self.singles[at].1).or(self.told.len().checked_sub(1));
        self.labels.clear();
        loop {
            let before = self.labels.last().map_or(0, |&l| u32::from(l) + 1);
            let expected = alike.and_then(|at| self.told.get(at)?.1.get(self.labels.len())).map_or(0, |&l| u32::from(l) + 1);
            let here = before << 3 | self.path.len().min(4) as u32;
            let context = |usage: u32| -> Context { [usage << 28 | here << 1, usage << 28 ^ last << 1] };
            if !self.labels.is_empty() && !self.model.flag(8, context(6), known.len() > self.labels.len()) {
                break;
            }
            let label = known.get(self.labels.len()).map_or(0, |&l| u32::from(l));
            let as_expected = expected > before && self.model.flag(11, context(5), label + 1 == expected);
            let usage = 9 + u32::from(before > 0);
            let told = if as_expected {
                expected as u16 - 1
            } else {
                self.model.number(usage, context(7), self.widths.label, before, label) as u16
            };
            self.labels.push(told);
        }
        if let [single] = self.path[..] {
            self.singles.push((single, self.told.len()));
        }
        self.told.push(&self.path, &self.labels);
    }
}

/// Codes a row of characters of the basic plane: often each comes soon after the one before it.
pub(crate) fn characters<C: Coder>(model: &mut Model<C>, known: &[u16]) -> Vec<u16> {
    let count = model.number(12, [0; 2], 16, 0, known.len() as u32);
    let (mut told, mut last, mut history) = (Vec::new(), 0, 0);
    for at in 0..count as usize {
        let character = known.get(at).map_or(0, |&c| u32::from(c));
        let gap = character.wrapping_sub(last).wrapping_sub(1);
        let near = model.flag(13, [history << 1, last >> 8 << 4 | 7], gap < SOON);
        last = if near {
            last + 1 + model.small(14, 1 << 27 | last >> 8 << 1, gap & 0xFFFF)
        } else {
            model.number(15, [8 << 28, 9 << 28 | last >> 7 << 1], 16, 0, character)
        };
        history = (history << 1 | u32::from(near)) & 63;
        told.push(last as u16);
    }
    told
}

/// What is no further off is coded by how far it is.
const SOON: u32 = 256;

/// Of each table how wide its numbers are.
pub(crate) const WORD_WIDTHS: Widths = Widths { symbol: 12, label: 8 };
pub(crate) const PAIR_WIDTHS: Widths = Widths { symbol: 12, label: 5 };
pub(crate) const READING_WIDTHS: Widths = Widths { symbol: 14, label: 9 };

/// The ideographs of GB 2312 in its order, of which half is that of their readings, and traditional ones after them.
pub(crate) fn ideographs(gbk: &[u16], [_, traditional, either, _]: &[Vec<u16>; 4]) -> Vec<u16> {
    let mut list = Vec::new();
    let mut seen = vec![false; 0x1_0000];
    for &c in gbk.iter().chain(traditional).chain(either).filter(|c| (0x3400..0xA000).contains(*c)) {
        if !std::mem::replace(&mut seen[usize::from(c)], true) {
            list.push(c);
        }
    }
    list
}

/// Of each of these ideographs the place of its simplified form; of one that has none its own.
pub(crate) fn simplified(alphabet: &[u16], [simplified, traditional, ..]: &[Vec<u16>; 4]) -> Vec<u16> {
    let mut places = vec![0u16; 0x1_0000];
    alphabet.iter().enumerate().for_each(|(at, &c)| places[usize::from(c)] = at as u16);
    let mut alike: Vec<u16> = (0..alphabet.len() as u16).collect();
    for (&simplified, &traditional) in simplified.iter().zip(traditional) {
        alike[usize::from(places[usize::from(traditional)])] = places[usize::from(simplified)];
    }
    alike
}
