//! From a Document to strings: nothing is written that the Document doesn't hold.
//!
//! [`outline`] is for a terminal, [`markdown`] for a report, [`html`] for a page with the text marked up,
//! [`icalendar`] for a calendar, [`tasks`] for the sheet (督办清单) that follows a meeting. JSON is what the `serde`
//! feature gives.
//!
//! Each function takes the Document as the parser gives it, with spans in bytes, and the text that was
//! parsed, from which it takes lines and columns only. What it writes is the *repaired* reading.

mod facts;
mod html;
mod icalendar;
mod labels;
mod markdown;
mod marks;
mod outline;
mod place;
#[cfg(test)]
mod sample;
mod tasks;
mod tree;
mod words;

pub use html::html;
pub use icalendar::icalendar;
pub use markdown::markdown;
pub use outline::{outline, outline_painted};
pub use tasks::{Task, TaskSheet, tasks};

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
