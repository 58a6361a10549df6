//! An element as lines of text.

use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::Node;

use super::{is_block, is_furniture};

/// The text of `root`, a line for each block.
pub(super) fn text(root: NodeRef<'_, Node>) -> String {
    let mut lines = Lines::default();
    let mut lists: Vec<Option<u32>> = Vec::new();
    let mut cells = 0usize;
    let mut preformatted = 0usize;
    let mut skipped = None;
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) if skipped.is_none() => match node.value() {
                Node::Text(text) if preformatted > 0 => text.split_inclusive('\n').for_each(|line| {
                    lines.words(line.trim_end_matches(['\r', '\n']));
                    if line.ends_with('\n') {
                        lines.end();
                    }
                }),
                Node::Text(text) => lines.words(text),
                Node::Element(_) if is_furniture(node) => skipped = Some(node.id()),
                Node::Element(element) => match element.name() {
                    // Within a cell all stands on the row's line.
                    "br" if cells > 0 => lines.words(" "),
                    "br" => lines.end(),
                    "td" | "th" => {
                        if cells == 0 && !lines.line.is_empty() {
                            lines.tab();
                        }
                        cells += 1;
                    }
                    name if is_block(name) => {
                        if cells == 0 {
                            lines.end();
                        } else {
                            lines.words(" ");
                        }
                        match name {
                            "ol" => lists.push(Some(element.attr("start").and_then(|s| s.parse().ok()).unwrap_or(1))),
                            "ul" => lists.push(None),
                            "li" => {
                                if let Some(Some(number)) = lists.last_mut() {
                                    lines.words(&format!("{number}. "));
                                    *number = number.saturating_add(1);
                                }
                            }
                            "pre" => preformatted += 1,
                            _ => {}
                        }
                    }
                    _ => {}
                },
                _ => {}
            },
            Edge::Open(_) => {}
            Edge::Close(node) if skipped.is_some() => {
                if skipped == Some(node.id()) {
                    skipped = None;
                }
            }
            Edge::Close(node) => {
                let Some(name) = node.value().as_element().map(|e| e.name()) else { continue };
                match name {
                    "td" | "th" => cells = cells.saturating_sub(1),
                    "ol" | "ul" => {
                        lists.pop();
                    }
                    "pre" => preformatted = preformatted.saturating_sub(1),
                    _ => {}
                }
                if is_block(name) && cells == 0 && !matches!(name, "td" | "th") {
                    lines.end();
                }
            }
        }
    }
    lines.end();
    lines.text
}

#[derive(Default)]
struct Lines {
    text: String,
    line: String,
}

impl Lines {
    /// Adds words, with HTML's white space made one space as a browser does; the indent of full-width spaces stays.
    fn words(&mut self, words: &str) {
        for c in words.chars() {
            if c.is_ascii_whitespace() {
                if !self.line.is_empty() && !self.line.ends_with([' ', '\t']) {
                    self.line.push(' ');
                }
            } else {
                self.line.push(c);
            }
        }
    }

    /// Ends a cell.
    fn tab(&mut self) {
        let end = self.line.trim_end_matches(' ').len();
        self.line.truncate(end);
        self.line.push('\t');
    }

    /// Ends the line; an empty one is left out.
    fn end(&mut self) {
        let end = self.line.trim_end().len();
        if end > 0 {
            self.text.push_str(&self.line[..end]);
            self.text.push('\n');
        }
        self.line.clear();
    }
}
