//! Reads Chinese administrative prose (会议报道、会议纪要、讲话、通知) into a typed [`Document`]: meetings,
//! people with their posts, who said what, directives, enumerations, and what is wrong with the text,
//! each with its exact place in the source.
//!
//! A text goes in, a Document comes out; no text makes it fail. [`parse`] does it with the built-in
//! words and default options; a [`Parser`] is built once and shared by threads when there are many
//! texts or [`Options`] to set.
//!
//! ```
//! let text = "5月18日下午，青山管理局召开安全生产动员大会。局长林晓峰主持会议。他强调，各单位要落实责任。";
//! let document = gongwen_core::parse(text)?;
//! assert_eq!(document.meetings[0].name.text, "安全生产动员大会");
//! assert_eq!(document.people[0].name.text, "林晓峰");
//! assert_eq!(document.directives[0].addressees[0].text, "各单位");
//! assert_eq!(&text[document.speeches[0].verb.span.range()], "强调");
//! # Ok::<(), gongwen_core::Error>(())
//! ```
//!
//! The core does no I/O, reads no clock and starts no thread; it has no `unsafe` code.

#![forbid(unsafe_code)]

mod annotate;
mod bits;
mod bytes;
mod diagnostic;
mod document;
mod error;
mod explain;
mod lexicon;
mod options;
mod ordered;
mod packed;
mod parse;
mod particle;
mod places;
mod plane;
mod provenance;
pub mod render;
mod repair;
#[cfg(feature = "schema")]
mod schema;
mod segment;
mod sorted;
mod source;
mod span;
mod structure;
mod visit;

pub use annotate::Mention;
pub use diagnostic::{Code, Diagnostic, Severity};
pub use document::{
    Attendee, Brief, Citation, CitationKind, Directive, Document, Enumeration, EnumerationStyle, Group, Item, ItemRef, Kind, Meeting,
    Modality, Official, Organization, Person, Phrase, Post, Repair, RepairKind, Responsible, ResponsibleRole, Role, SCHEMA, Script,
    Section, Source, Speaker, Speech, Text, Time, TimeRelation,
};
pub use error::{Error, MAX_SOURCE};
pub use options::Options;
pub use packed::gbk::decode_gbk_with;
pub use parse::{Parser, parse};
pub use provenance::{Value, values};
#[cfg(feature = "schema")]
pub use schema::schema;
pub use span::{Offsets, Span};
