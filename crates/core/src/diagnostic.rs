//! What is wrong with a text: [`Diagnostic`] and its [`Code`].

use crate::span::Span;

/// Something wrong, or doubtful, in a text (诊断).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Diagnostic {
    /// What is wrong.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in Chinese.
    pub message: String,
    /// What is wrong, in English.
    pub message_en: String,
    /// Where it is wrong.
    pub span: Span,
    /// Other places that show it.
    pub related: Vec<Span>,
}

/// How bad a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Severity {
    /// The text contradicts itself.
    Error,
    /// The text is probably wrong.
    Warning,
    /// The text could be clearer.
    Hint,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Code {
    /// A label states another number than its items have (五个方面 but four items).
    CountMismatch,
    /// A series skips a number (一是…三是).
    OrdinalGap,
    /// A series has a number twice (一是…一是).
    OrdinalRepeat,
    /// A bracket or quotation mark without its partner.
    UnmatchedPair,
    /// A frame whose speaker can't be found.
    UnresolvedSpeaker,
    /// A date without a year, and none to be had.
    UnresolvedDate,
    /// A date and a weekday that don't go together.
    DateWeekdayMismatch,
    /// Damage that could not be mended.
    UnrepairedText,
    /// A series whose markers change their form (一是…二要).
    LabelDrift,
    /// An attendee who is listed twice.
    DuplicateAttendee,
    /// One person with two different sets of posts.
    InconsistentPost,
    /// A directive that doesn't say who has to act.
    DirectiveWithoutAddressee,
    /// A limit of the parser was reached, so part of the text is read less deeply.
    LimitReached,
}
