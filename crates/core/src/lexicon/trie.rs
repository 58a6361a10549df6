//! A trie over characters, with a table for the first one, as most characters start no word.

use std::collections::BTreeMap;

use super::kinds::Kinds;

/// A trie. Children of a node stand side by side, sorted by character.
#[derive(Debug)]
pub(super) struct Trie {
    /// For every character of the basic plane the node it leads to from the root; 0 for none.
    first: Box<[u32]>,
    nodes: Vec<Node>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Node {
    character: char,
    /// The kinds of the word that ends here; empty where none does.
    kinds: Kinds,
    /// Where the children stand.
    from: u32,
    to: u32,
}

impl Trie {
    /// The trie of these words.
    pub(super) fn of(words: BTreeMap<&str, Kinds>) -> Self {
        let words: Vec<(Vec<char>, Kinds)> = words.into_iter().map(|(w, k)| (w.chars().collect(), k)).collect();
        let mut trie = Self { first: vec![0; 0x1_0000].into_boxed_slice(), nodes: vec![Node::default()] };
        trie.children(0, &words, 0);
        for i in trie.nodes[0].from..trie.nodes[0].to {
            let c = trie.nodes[i as usize].character as usize;
            if let Some(slot) = trie.first.get_mut(c) {
                *slot = i;
            }
        }
        trie
    }

    /// Adds the children of `node`, whose words are `words`, all alike in their first `depth` characters.
    fn children(&mut self, node: usize, words: &[(Vec<char>, Kinds)], depth: usize) {
        let groups: Vec<&[(Vec<char>, Kinds)]> =
            words.chunk_by(|a, b| a.0.get(depth) == b.0.get(depth)).filter(|g| g[0].0.len() > depth).collect();
        let from = self.nodes.len();
        for group in &groups {
            let kinds = if group[0].0.len() == depth + 1 { group[0].1 } else { Kinds::default() };
            self.nodes.push(Node { character: group[0].0[depth], kinds, from: 0, to: 0 });
        }
        self.nodes[node].from = from as u32;
        self.nodes[node].to = self.nodes.len() as u32;
        for (i, group) in groups.into_iter().enumerate() {
            self.children(from + i, group, depth + 1);
        }
    }

    fn child(&self, node: u32, c: char) -> Option<u32> {
        let Node { from, to, .. } = self.nodes[node as usize];
        let children = &self.nodes[from as usize..to as usize];
        // Most nodes have a few children, where a scan beats a search.
        if children.len() <= 8 {
            return children.iter().position(|n| n.character == c).map(|i| from + i as u32);
        }
        children.binary_search_by_key(&c, |n| n.character).ok().map(|i| from + i as u32)
    }

    /// The longest word that `text` starts with: its length in bytes and its kinds.
    pub(super) fn longest(&self, text: &str) -> Option<(usize, Kinds)> {
        let mut chars = text.char_indices();
        let (_, c) = chars.next()?;
        let mut node = *self.first.get(c as usize)?;
        let mut best = None;
        while node != 0 {
            let kinds = self.nodes[node as usize].kinds;
            let next = chars.next();
            if kinds != Kinds::default() {
                best = Some((next.map_or(text.len(), |(at, _)| at), kinds));
            }
            let Some((_, c)) = next else { break };
            node = self.child(node, c).unwrap_or(0);
        }
        best
    }

    /// The kinds of `word`; empty where it isn't in the trie.
    pub(super) fn exact(&self, word: &str) -> Kinds {
        self.longest(word).filter(|&(length, _)| length == word.len()).map_or_else(Kinds::default, |(_, kinds)| kinds)
    }
}
