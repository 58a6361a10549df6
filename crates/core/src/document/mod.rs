//! The Document: what a parse returns. The field names are the JSON's; the project's
//! ARCHITECTURE.md says what holds for every value.
//!
//! Lists are flat and refer to one another by index, so a Document has no lifetime and no cycle.

mod brief;
mod directive;
mod enumeration;
mod meeting;
mod named;
mod repair;
mod speech;

use crate::diagnostic::Diagnostic;
use crate::span::{Offsets, Span};

pub use brief::{Brief, Phrase};
pub use directive::{Directive, Modality, Responsible, ResponsibleRole};
pub use enumeration::{Enumeration, EnumerationStyle, Item, ItemRef};
pub use meeting::{Attendee, Group, Meeting, Person, Post, Role};
pub use named::{Citation, CitationKind, Organization, Time, TimeRelation};
pub use repair::{Repair, RepairKind};
pub use speech::{Speaker, Speech};

/// The version of the Document's shape, in its `schema` field.
pub const SCHEMA: &str = "1";

/// A stretch of the text: as it reads once repaired, and where it stands in the source.
///
/// On clean simplified text `text` equals the source at `span` to the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text {
    /// The repaired, simplified reading.
    pub text: Phrase,
    /// The place in the source.
    pub span: Span,
}

impl Text {
    /// The reading and the place.
    #[must_use]
    pub fn new(text: impl Into<Phrase>, span: Span) -> Self {
        Self { text: text.into(), span }
    }
}

/// Everything that was read from one text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Document {
    /// The version of this shape: [`SCHEMA`].
    pub schema: String,
    /// The unit of all spans.
    pub offsets: Offsets,
    /// What the source is like.
    pub source: Source,
    /// What kind of text (文种) it is.
    pub kind: Kind,
    /// The text's own title (标题).
    pub title: Option<Text>,
    /// The elements of an official document (公文要素), where the text is one.
    pub official: Option<Official>,
    /// The meetings (会议) that the text reports or records.
    pub meetings: Vec<Meeting>,
    /// The people (人员), one entry a person, in order of first mention.
    pub people: Vec<Person>,
    /// Unnamed attendees (全体干部).
    pub groups: Vec<Group>,
    /// Reporting frames (他强调，…).
    pub speeches: Vec<Speech>,
    /// Counted or marked series (一是…二是…).
    pub enumerations: Vec<Enumeration>,
    /// Who must do what by when (任务、要求).
    pub directives: Vec<Directive>,
    /// The heading tree (一、 （一） 1. （1）).
    pub sections: Vec<Section>,
    /// All times that the text states.
    pub times: Vec<Time>,
    /// The organisations (机构) that the text names.
    pub organizations: Vec<Organization>,
    /// Documents, document numbers, counted phrases and plan periods that the text cites.
    pub citations: Vec<Citation>,
    /// What was mended in the source to read it, in source order.
    pub repairs: Vec<Repair>,
    /// What is wrong with the text, in source order.
    pub diagnostics: Vec<Diagnostic>,
}

/// What the source is like.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// Its length in the unit of the spans.
    pub length: u32,
    /// Its script.
    pub script: Script,
}

/// The script of a text (简体、繁体).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Script {
    /// Simplified characters only (简体).
    Simplified,
    /// Traditional characters only (繁体).
    Traditional,
    /// Both (简繁混排).
    Mixed,
}

/// The kind of a text (文种).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Kind {
    /// News of a meeting (会议报道).
    MeetingReport,
    /// Minutes (会议纪要).
    Minutes,
    /// The speech itself (讲话).
    Speech,
    /// A notice, opinion, letter, measure or other official document (通知、意见、函、办法…).
    Notice,
    /// An inspection or a visit (调研、考察).
    Visit,
    /// Anything else.
    Other,
}

/// The elements of an official document (公文) by GB/T 9704-2012.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Official {
    /// The document's number (发文字号): 国办发〔2014〕1号.
    pub number: Option<Text>,
    /// To whom it is sent (主送机关).
    pub recipients: Vec<Text>,
    /// Who signed it (发文机关署名).
    pub issuer: Option<Text>,
    /// The date it was issued (成文日期).
    pub issued: Option<Time>,
    /// The names of the attachments (附件).
    pub attachments: Vec<Text>,
    /// Who gets a copy (抄送).
    pub copies_to: Vec<Text>,
    /// The note in brackets under the date (附注).
    pub note: Option<Text>,
}

/// A heading (标题) and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Section {
    /// Its depth: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1） by GB/T 9704-2012, as far as the text uses them.
    pub level: u32,
    /// The heading's line after its marker, up to the first 。.
    pub heading: Text,
    /// The heading and all that stands under it.
    pub span: Span,
    /// The section it stands in: an index into [`Document::sections`].
    pub parent: Option<u32>,
}
