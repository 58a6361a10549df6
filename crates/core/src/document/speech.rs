//! Who said what: reporting frames (转述).

use super::{Phrase, Text};
#[cfg(doc)]
use crate::Document;

/// Who speaks in a frame: a person of [`Document::people`], or an institution as written (会议).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Speaker {
    /// An index into [`Document::people`].
    Person(u32),
    /// The institution as written: 会议, 国务院, 《意见》.
    Institution(Phrase),
}

/// A reporting frame (转述): subject, verb of saying, content.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Speech {
    /// Who speaks, with 他 and omitted subjects resolved; `None` where nobody can be found.
    pub speaker: Option<Speaker>,
    /// The verb only: 进一步强调 → 强调.
    pub verb: Text,
    /// From the first character after 指出， or ： to the end of what is reported.
    pub content: Text,
    /// The frame this one stands in: an index into [`Document::speeches`].
    pub parent: Option<u32>,
}
