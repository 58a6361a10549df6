//! From a Document to strings: nothing is written that the Document doesn't hold.
//!
//! Each function takes the Document as the parser gives it, with spans in bytes, and the text that was
//! parsed, from which it takes lines and columns only. What it writes is the *repaired* reading.

mod labels;
mod outline;
mod place;
#[cfg(test)]
mod sample;

pub use outline::{outline, outline_painted};

/// A part of an outline that a terminal may set off by colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Part {
    /// The name of what follows: 时间, 主持.
    Label,
    /// A title or the name of a meeting.
    Title,
    /// A person or body that speaks or has to act.
    Name,
    /// A verb of saying, or the marker of an item: 强调, 一是.
    Marker,
    /// By when something is due.
    Deadline,
    /// An error among the diagnostics.
    Error,
    /// A warning among the diagnostics.
    Warning,
    /// A hint among the diagnostics, or what stands aside.
    Hint,
}
