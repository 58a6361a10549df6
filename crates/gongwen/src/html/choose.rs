//! Which element holds the main text.
//!
//! Prose has sentences, and menus have links: every block's own words are weighed by their length and their marks
//! (，。；), less what stands in links. A block gives its weight to the element it stands in, and half of it to the
//! one around that, so that the box with the most paragraphs wins. The way is that of Readability.

use std::ops::RangeInclusive;

use super::page::Piece;

/// The pieces of the element that holds the main text: of all, the one with the most prose; else the whole page.
pub(super) fn main(pieces: &[Piece<'_>]) -> RangeInclusive<usize> {
    let mut weights = vec![0.0; pieces.len()];
    let mut open: Vec<Block> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Open { .. } => open.push(Block { at, ..Block::default() }),
            Piece::Close(_) => {
                let Some(block) = open.pop() else { continue };
                let weight = block.weight();
                // A box whose words stand in it without paragraphs is its own best candidate.
                let own = if block.lines > 0 || open.is_empty() { 1.1 } else { 0.0 };
                let around = [(Some(&block), own), (open.last(), 1.0), (open.iter().rev().nth(1), 0.5)];
                for (block, share) in around {
                    if let Some(block) = block {
                        weights[block.at] += weight * share;
                    }
                }
            }
            Piece::Break => open.last_mut().into_iter().for_each(|block| block.lines += 1),
            Piece::Words(words, linked) => open.last_mut().into_iter().for_each(|block| block.add(words, *linked)),
        }
    }
    let ends = pieces.iter().enumerate().filter_map(|(at, piece)| match piece {
        Piece::Open { end, .. } => Some((at, *end)),
        _ => None,
    });
    // Of equal weights the first in the page wins, so that the same page always gives the same text.
    let whole = (0, pieces.len().saturating_sub(1));
    let (start, end) = ends.fold(whole, |best, next| if weights[next.0] > weights[best.0] { next } else { best });
    start..=end
}

/// A block that is open, with the words that stand in it but in no block within it.
#[derive(Default)]
struct Block {
    at: usize,
    characters: usize,
    linked: usize,
    marks: usize,
    lines: usize,
}

impl Block {
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
