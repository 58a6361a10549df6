//! The words of administrative prose, found by one scan: the longest word at every character.
//!
//! Words live in `data/*.tsv`; `data/README.md` says how to add one.

mod kinds;
mod letters;
mod names;
mod own;
mod row;
mod short;
mod table;
mod tokens;
mod trie;

pub(crate) use kinds::{Kind, Kinds};
pub(crate) use names::Names;
pub(crate) use own::OwnWords;
pub(crate) use row::{Entry, Row, Token};
pub(crate) use tokens::{Tokens, Words};

use std::sync::{Arc, LazyLock};

use crate::segment::Sign;
use tokens::Found;
use trie::Trie;

static BUILTIN: LazyLock<Arc<Trie>> = LazyLock::new(|| Arc::new(trie(table::builtin())));

/// The graph of these words, which knows as well what names begin with.
fn trie(words: Vec<(&str, Kinds)>) -> Trie {
    Trie::of(words, Names::get().beginnings())
}

/// Words with their kinds.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    words: Arc<Trie>,
}

impl Lexicon {
    /// The built-in words, shared by all parsers.
    pub(crate) fn builtin() -> Self {
        Self { words: Arc::clone(&BUILTIN) }
    }

    /// The built-in words with the caller's beside them; a word of both has the kinds of both.
    pub(crate) fn with(own: &OwnWords) -> Self {
        if own.is_empty() {
            return Self::builtin();
        }
        let mut words = table::builtin();
        words.extend(own.iter());
        table::merge(&mut words);
        Self { words: Arc::new(trie(words)) }
    }

    /// Finds the longest word at every character of `text`, and its signs.
    pub(crate) fn scan(&self, text: &str) -> (Tokens<'_>, Vec<Sign>) {
        let mut found = Found::within(text.len());
        let (signs, name_starts) = self.words.each(text, |span, set| found.push(span, set));
        (found.tokens(text.len(), self.words.kinds(), name_starts), signs)
    }

    /// The kinds of `word`, where the lexicon has it.
    pub(crate) fn kinds(&self, word: &str) -> Kinds {
        self.kinds_spelt(word.chars())
    }

    /// The number of the set of kinds that `word` has.
    pub(crate) fn set(&self, word: &str) -> u16 {
        self.words.exact(word.chars())
    }

    /// The kinds of a word of one character.
    pub(crate) fn kinds_of(&self, c: char) -> Kinds {
        self.kinds_spelt([c].into_iter())
    }

    /// The kinds of the word of these characters.
    pub(crate) fn kinds_spelt(&self, word: impl Iterator<Item = char>) -> Kinds {
        self.words.kinds().get(usize::from(self.words.exact(word))).copied().unwrap_or_default()
    }
}

/// The longest word that a lexicon may hold, in bytes: 40 characters of three bytes.
pub(crate) const MAX_WORD: u32 = 120;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_wins_at_every_character() {
        let lexicon = Lexicon::builtin();
        let tokens = lexicon.scan("主持会议并强调").0;
        assert!(tokens.at(0).is_some_and(|t| t.kinds.has(Kind::Chair)));
        assert!(tokens.kind_at(6, Kind::MeetingForm).is_some());
        assert!(tokens.ending_at(21, Kind::Say).is_some());
        assert!(!lexicon.kinds("强调").has(Kind::Chair));
    }
}
