//! A place in the text from which a rule reads on.

use super::super::number::{self, Number};

/// The most white space that may stand inside a time: 1 月 23 日.
const MAX_GAP: usize = 2;

/// A place in the text. Every step gives a new cursor, so a rule that fails has moved nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
    /// The number that stands here, where it has been read already; most rules begin with it.
    known: Option<Option<Number>>,
}

impl<'t> Cursor<'t> {
    /// The cursor at a byte that a character starts at.
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        Self { text, at, known: None }
    }

    /// The cursor that knows the number that stands here.
    pub(super) fn with_number(self) -> Self {
        Self { known: Some(number::plain(self.rest())), ..self }
    }

    pub(super) fn text(self) -> &'t str {
        self.text
    }

    pub(super) fn at(self) -> usize {
        self.at
    }

    pub(super) fn rest(self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The character before the cursor.
    pub(super) fn before(self) -> Option<char> {
        self.text.get(..self.at).and_then(|t| t.chars().next_back())
    }

    /// Whether the point of a number stands before the cursor: 1.|3月, but not that of the marker of a line, 1.|3月2日.
    pub(super) fn follows_point(self) -> bool {
        let Some(before) = self.text.get(..self.at).and_then(|t| t.strip_suffix(['.', '．'])) else { return false };
        let line = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '０'..='９'));
        let marker = line.len() < before.len() && (line.is_empty() || line.ends_with(['\n', '\r']));
        !marker
    }

    /// The cursor after `word`, where it stands here.
    pub(super) fn eat(self, word: &str) -> Option<Self> {
        let rest = self.text.as_bytes().get(self.at..)?;
        // Mostly the first character tells that another word stands here.
        if let ([a, b, c, ..], [x, y, z, ..]) = (rest, word.as_bytes()) {
            if (b, c, a) != (y, z, x) {
                return None;
            }
        }
        rest.starts_with(word.as_bytes()).then_some(Self::new(self.text, self.at + word.len()))
    }

    /// The cursor after the first of `words` that stands here.
    pub(super) fn eat_any(self, words: &[&str]) -> Option<Self> {
        words.iter().find_map(|w| self.eat(w))
    }

    /// The cursor after a little white space, or here where there is none.
    pub(super) fn gap(self) -> Self {
        if !matches!(self.text.as_bytes().get(self.at), Some(b' ' | 0xE3 | 0xC2)) {
            return self;
        }
        let blank = |c: &char| matches!(c, ' ' | '\u{3000}' | '\u{a0}');
        let width: usize = self.rest().chars().take_while(blank).take(MAX_GAP).map(char::len_utf8).sum();
        if width == 0 { self } else { Self::new(self.text, self.at + width) }
    }

    /// The number that stands here, and the cursor after it.
    pub(super) fn number(self) -> Option<(Number, Self)> {
        let number = self.known.unwrap_or_else(|| number::plain(self.rest()))?;
        Some((number, Self::new(self.text, self.at + number.length)))
    }
}
