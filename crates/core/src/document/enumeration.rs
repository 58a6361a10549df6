//! Counted or marked series (列举).

use super::Text;
#[cfg(doc)]
use crate::Document;
use crate::span::Span;

/// How an enumeration is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum EnumerationStyle {
    /// Marked items: 一是、一要、第一、首先、（一）、一、1.、①.
    Ordinal,
    /// A counted label with its expansion: “五种意识”，即….
    Declared,
    /// Three or more parallel parts in quotation marks: “抓管理、强服务、提素质”.
    Slogan,
}

/// A counted or marked series (列举).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Enumeration {
    /// How it is marked.
    pub style: EnumerationStyle,
    /// The counted phrase without quotation marks (五个方面).
    pub label: Option<Text>,
    /// The number in the label.
    pub declared: Option<u32>,
    /// The items, at least one.
    pub items: Vec<Item>,
    /// The item that this enumeration stands in.
    pub parent: Option<ItemRef>,
    /// From the first marker or item to the end of the last item.
    pub span: Span,
}

/// One item of an enumeration.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Item {
    /// The marker as written (一是), where there is one.
    pub marker: Option<Text>,
    /// The number the marker states, or the item's place from 1.
    pub ordinal: u32,
    /// The item after its marker, without the final punctuation.
    pub content: Text,
    /// Enumerations within the item: indices into [`Document::enumerations`].
    pub enumerations: Vec<u32>,
}

/// An item of an enumeration, by index.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Copy)]
pub struct ItemRef {
    /// An index into [`Document::enumerations`].
    pub enumeration: u32,
    /// An index into its `items`.
    pub item: u32,
}
