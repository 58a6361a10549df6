//! What can go wrong on the caller's side. What is wrong with a *text* is a diagnostic, never an error.

/// The longest source the parser takes, in bytes: offsets must fit a signed 32-bit integer in every unit.
pub const MAX_SOURCE: usize = i32::MAX as usize;

/// A mistake of the caller's. (What it quotes is written as it is: `{:?}` would take 3 KB of tables along into the WASM build.)
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The text is longer than [`MAX_SOURCE`] bytes.
    #[error("the text has {length} bytes; at most {MAX_SOURCE} are read")]
    SourceTooLong {
        /// The length of the text in bytes.
        length: usize,
    },
    /// A line of the caller's own lexicon cannot be read.
    #[error("lexicon line {line}: {reason}")]
    Lexicon {
        /// The line's number, from 1.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// A date that was given as a reference is not a calendar date of the form `2012-05-18`.
    #[error("reference date \"{date}\" is not a calendar date like 2012-05-18")]
    ReferenceDate {
        /// The date as given.
        date: String,
    },
}
