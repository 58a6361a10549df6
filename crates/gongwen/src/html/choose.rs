//! Which element holds the main text.
//!
//! Prose has sentences, and menus have links: every block's own words are weighed by their length and their marks
//! (，。；), less what stands in links. A block gives its weight to the element it stands in, and half of it to the
//! one around that, so that the box with the most paragraphs wins. The way is that of Readability.

use std::collections::HashMap;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::{Html, Node};

use super::{is_block, is_furniture};

/// The element that holds the main text: of all, the one with the most prose; else the body.
pub(super) fn main(html: &Html) -> Option<NodeRef<'_, Node>> {
    let mut weights: HashMap<NodeId, f64> = HashMap::new();
    let mut open: Vec<Block> = Vec::new();
    let (mut links, mut skipped) = (0usize, None);
    for edge in html.tree.root().traverse() {
        match edge {
            Edge::Open(node) if skipped.is_none() => match node.value() {
                Node::Text(text) => {
                    if let Some(block) = open.last_mut() {
                        block.add(text, links > 0);
                    }
                }
                Node::Element(_) if is_furniture(node) => skipped = Some(node.id()),
                Node::Element(element) if element.name() == "a" => links += 1,
                Node::Element(element) if is_block(element.name()) => open.push(Block::at(node.id())),
                _ => {}
            },
            Edge::Open(_) => {}
            Edge::Close(node) if skipped.is_some() => {
                if skipped == Some(node.id()) {
                    skipped = None;
                }
            }
            Edge::Close(node) => {
                let Some(element) = node.value().as_element() else { continue };
                if element.name() == "a" {
                    links = links.saturating_sub(1);
                } else if open.last().is_some_and(|b| b.id == node.id()) {
                    let Some(block) = open.pop() else { continue };
                    let weight = block.weight();
                    if weight > 0.0 {
                        // A box whose words stand in it without paragraphs is its own best candidate.
                        let own = if block.lines > 0 || open.is_empty() { 1.1 } else { 0.0 };
                        let around =
                            [(Some(block.id), own), (open.last().map(|b| b.id), 1.0), (open.iter().rev().nth(1).map(|b| b.id), 0.5)];
                        for (id, share) in around {
                            if let Some(id) = id.filter(|_| share > 0.0) {
                                *weights.entry(id).or_default() += weight * share;
                            }
                        }
                    }
                }
                if element.name() == "br" {
                    if let Some(block) = open.last_mut() {
                        block.lines += 1;
                    }
                }
            }
        }
    }
    let body = || html.tree.root().descendants().find(|n| n.value().as_element().is_some_and(|e| e.name() == "body"));
    // Of equal weights the first in the page wins, so that the same page always gives the same text.
    let nodes = html.tree.root().descendants().filter_map(|n| weights.get(&n.id()).map(|&w| (n, w)));
    let best = nodes.fold(None, |best: Option<(NodeRef<'_, Node>, f64)>, (node, weight)| match best {
        Some((_, most)) if most >= weight => best,
        _ => Some((node, weight)),
    });
    best.map(|(node, _)| node).or_else(body)
}

/// A block that is open, with the words that stand in it but in no block within it.
struct Block {
    id: NodeId,
    characters: usize,
    linked: usize,
    marks: usize,
    lines: usize,
}

impl Block {
    fn at(id: NodeId) -> Self {
        Self { id, characters: 0, linked: 0, marks: 0, lines: 0 }
    }

    fn add(&mut self, text: &str, linked: bool) {
        let characters = text.chars().filter(|c| !c.is_whitespace()).count();
        self.characters += characters;
        if linked {
            self.linked += characters;
        } else {
            self.marks += text.chars().filter(|c| "，。；：！？、,;".contains(*c)).count();
        }
    }

    /// How much of it is prose.
    fn weight(&self) -> f64 {
        if self.marks == 0 || self.characters == 0 {
            return 0.0;
        }
        let prose = (self.characters - self.linked) as f64 / self.characters as f64;
        (self.marks as f64 + self.characters as f64 / 50.0) * prose * prose
    }
}
