//! What the text names: times, organisations, documents and counted phrases.

use super::{Brief, Text};
use crate::span::Span;

/// A time (时间) as written and as far as it can be resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Time {
    /// As written.
    pub text: Brief,
    /// Where it stands.
    pub span: Span,
    /// ISO 8601 with what the text states: `2012-05-18`, `--05-18`, `---27`, `--12-24/--12-25`, `2012`, `2011/2015`.
    pub value: Option<Brief>,
    /// 上午, 下午 … as written.
    pub part_of_day: Option<Brief>,
    /// The time of day: `18:00`.
    pub clock: Option<Brief>,
    /// How it bounds what is said.
    pub relation: Option<TimeRelation>,
    /// The full date or range, where the year is missing and a reference date is known.
    pub resolved: Option<Brief>,
}

/// How a time bounds what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum TimeRelation {
    /// Before (底前、之前).
    Before,
    /// After (之后、起).
    After,
    /// Within (三日内).
    Within,
    /// During (期间).
    During,
}

/// An organisation (机构) that the text names.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Organization {
    /// Its name at first mention.
    pub name: Text,
    /// Every place it is named, by its full name or by a short form that the text defines (以下简称“管理局”).
    pub mentions: Vec<Span>,
    /// Whether it is whoever fits the word (各单位, 有关部门), and no one body.
    pub generic: bool,
}

/// What a citation cites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum CitationKind {
    /// A titled document: 《…》.
    Document,
    /// A document number (发文字号): 国办发〔2014〕1号.
    Number,
    /// A counted phrase: “四个意识”.
    CountedPhrase,
    /// A plan period: “十二五”.
    PlanPeriod,
}

/// Something that the text cites (引用).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Citation {
    /// What it cites.
    pub kind: CitationKind,
    /// The citation without its brackets or quotation marks.
    pub content: Text,
}
