//! Reads Chinese administrative prose (公文：会议报道、会议纪要、讲话、通知) into a typed [`Document`].
//!
//! [`parse`] reads one text; a [`Parser`] is built once, with its [`Options`], and shared by threads.
//!
//! ```
//! let text = "青山管理局召开安全生产动员大会。局长林晓峰主持会议并强调，各单位要在6月20日前完成自查。";
//! let document = gongwen::parse(text)?;
//! for directive in &document.directives {
//!     assert_eq!(&text[directive.content.span.range()], directive.content.text);
//! }
//! # Ok::<(), gongwen::Error>(())
//! ```
//!
//! Around the parser stand the things that a program with files needs, each behind a feature, so that
//! a dependent pays only for what it uses:
//!
//! | feature | gives |
//! | --- | --- |
//! | `serde` (default) | `Serialize` and `Deserialize` for the Document |
//! | `schema` | `schema()`, the JSON Schema of the Document |
//! | `encoding` | `decode`: UTF-8, UTF-16, GB18030 (GBK, GB2312) and Big5, told apart |
//! | `html` | `html::main_text`: a web page's text without its menus |
//! | `docx` | `docx::text`: a Word document's text with the numbers that Word makes |
//! | `files` | `read` and `Reader`: a file's text, whatever of these it is |
//! | `batch` | `Batch`: many texts on many threads, in order, with back-pressure and cancellation |
//! | `full` | all of these |

#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub use gongwen_core::*;

#[cfg(feature = "batch")]
mod batch;
#[cfg(feature = "encoding")]
mod decode;
#[cfg(feature = "docx")]
pub mod docx;
#[cfg(feature = "files")]
mod files;
#[cfg(feature = "html")]
pub mod html;

#[cfg(feature = "batch")]
pub use batch::{Batch, Cancel};
#[cfg(feature = "encoding")]
pub use decode::{Confidence, DecodeError, Decoded, Encoding, decode, decode_as};
#[cfg(feature = "files")]
pub use files::{Format, Loaded, ReadError, Reader, read};

/// The README's examples, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
