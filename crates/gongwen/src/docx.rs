//! The text of a Word document (.docx), as its reader sees it.
//!
//! A line for each paragraph, and one for each row of a table with tabs between its cells. The numbers that Word
//! makes itself (一、（一） 1. 第一条) stand in no part of the file as text; they are counted out here, since a reader
//! sees them. Deleted and hidden text, tables of contents, headers, footers, comments and notes are left out.
//!
//! Spans of a Document that is parsed from it index that text, not the file.

mod body;
mod number;
mod numbering;
mod package;
mod styles;
mod xml;

use numbering::Numbering;
use package::Package;
use styles::Styles;

/// Why a Word document could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DocxError {
    /// It is no ZIP archive, or a damaged one.
    #[error("is not a whole .docx file: {reason}")]
    Archive {
        /// What is wrong with it.
        reason: String,
    },
    /// It is an old .doc file, or protected by a password.
    #[error("is an old .doc file or is protected by a password; save it as .docx without a password")]
    Binary,
    /// A part that every Word document has is missing.
    #[error("is not a whole .docx file: its part {part} is missing")]
    MissingPart {
        /// The part's name in the archive.
        part: String,
    },
    /// A part is larger than any text, as in an archive that is made to fill the memory.
    #[error("its part {part} unpacks to more than {limit} bytes")]
    PartTooLarge {
        /// The part's name in the archive.
        part: String,
        /// How much is unpacked at most.
        limit: u64,
    },
    /// A part is no well-formed XML.
    #[error("its part {part} is damaged: {reason}")]
    Xml {
        /// The part's name in the archive.
        part: String,
        /// What is wrong with it.
        reason: String,
    },
}

/// The text of a Word document.
///
/// # Errors
/// [`DocxError`], for what is no Word document, is damaged, or unpacks to too much.
///
/// ```no_run
/// let text = gongwen::docx::text(&std::fs::read("通知.docx")?)?;
/// let document = gongwen::parse(&text)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn text(bytes: &[u8]) -> Result<String, DocxError> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    // Styles and numbering are parts that a document may do without.
    let styles = package.beside(&main, "styles")?.map_or_else(|| Ok(Styles::default()), |part| Styles::read(&part))?;
    let numbering = package.beside(&main, "numbering")?.map_or_else(|| Ok(Numbering::default()), |part| Numbering::read(&part))?;
    let document = package.part(&main)?.ok_or(DocxError::MissingPart { part: main })?;
    body::text(&document, &styles, numbering)
}

#[cfg(test)]
mod tests;
