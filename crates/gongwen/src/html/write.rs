//! An element as lines of text.

use super::page::Piece;

/// The text of these pieces, a line for each block.
pub(super) fn text(pieces: &[Piece<'_>]) -> String {
    let mut lines = Lines::default();
    let mut lists: Vec<Option<u32>> = Vec::new();
    let mut cells = 0usize;
    let mut preformatted = 0usize;
    for piece in pieces {
        match piece {
            Piece::Words(words, _) if preformatted > 0 => words.split_inclusive('\n').for_each(|line| {
                lines.words(line.trim_end_matches(['\r', '\n']));
                if line.ends_with('\n') {
                    lines.end();
                }
            }),
            Piece::Words(words, _) => lines.words(words),
            // Within a cell all stands on the row's line.
            Piece::Break if cells > 0 => lines.words(" "),
            Piece::Break => lines.end(),
            Piece::Open { name: "td" | "th", .. } => {
                if cells == 0 && !lines.line.is_empty() {
                    lines.tab();
                }
                cells += 1;
            }
            Piece::Open { name, start, .. } => {
                if cells == 0 {
                    lines.end();
                } else {
                    lines.words(" ");
                }
                match *name {
                    "ol" => lists.push(Some(start.unwrap_or(1))),
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
            Piece::Close("td" | "th") => cells = cells.saturating_sub(1),
            Piece::Close(name) => {
                match *name {
                    "ol" | "ul" => {
                        lists.pop();
                    }
                    "pre" => preformatted = preformatted.saturating_sub(1),
                    _ => {}
                }
                if cells == 0 {
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
