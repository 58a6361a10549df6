//! The archive and its parts.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::DocxError;
use super::xml::{self, Node};

/// No part of a text is larger unpacked: 128 MiB of XML hold some ten million characters.
pub(super) const MAX_PART: u64 = 128 << 20;
/// How old .doc files and encrypted .docx files start.
const COMPOUND_FILE: &[u8] = b"\xD0\xCF\x11\xE0";

pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
}

/// A part, unpacked.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) xml: String,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, DocxError> {
        if bytes.starts_with(COMPOUND_FILE) {
            return Err(DocxError::Binary);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| DocxError::Archive { reason: e.to_string() })?;
        Ok(Self { archive })
    }

    /// The name of the main part, by the package's relations; by custom word/document.xml.
    pub(super) fn main_part(&mut self) -> Result<String, DocxError> {
        let Some(relations) = self.part("_rels/.rels")? else { return Err(DocxError::MissingPart { part: "_rels/.rels".to_owned() }) };
        let target = target(&relations, "officeDocument")?.unwrap_or_else(|| "word/document.xml".to_owned());
        Ok(target.trim_start_matches('/').to_owned())
    }

    /// The part that `main` relates to as its `role`, such as its styles.
    pub(super) fn beside(&mut self, main: &str, role: &str) -> Result<Option<Part>, DocxError> {
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", main));
        let Some(relations) = self.part(&format!("{folder}/_rels/{file}.rels"))? else { return Ok(None) };
        let Some(target) = target(&relations, role)? else { return Ok(None) };
        let name = target.strip_prefix('/').map_or_else(|| format!("{folder}/{target}"), str::to_owned);
        self.part(&name)
    }

    /// A part by its name, where there is one.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Part>, DocxError> {
        let name = name.trim_start_matches('/');
        let entry = match self.archive.by_name(name) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(DocxError::Archive { reason: format!("{name}: {error}") }),
        };
        // What the archive says of a part's size may be a lie; what comes out of it is counted.
        let mut bytes = Vec::new();
        let read = entry.take(MAX_PART + 1).read_to_end(&mut bytes);
        read.map_err(|error| DocxError::Archive { reason: format!("{name}: {error}") })?;
        if bytes.len() as u64 > MAX_PART {
            return Err(DocxError::PartTooLarge { part: name.to_owned(), limit: MAX_PART });
        }
        Ok(Some(Part { name: name.to_owned(), xml: text(bytes) }))
    }
}

/// XML is in UTF-8, or in UTF-16 with a mark.
fn text(bytes: Vec<u8>) -> String {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or('\u{FFFD}')).collect()
    };
    match bytes.get(..2) {
        Some([0xFF, 0xFE]) => wide(u16::from_le_bytes),
        Some([0xFE, 0xFF]) => wide(u16::from_be_bytes),
        _ => String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}

/// The target of the relation of this type.
fn target(relations: &Part, role: &str) -> Result<Option<String>, DocxError> {
    let mut found = None;
    xml::walk(relations, |node| {
        if let Node::Start(element) = node {
            let ends = |t: String| t.rsplit('/').next() == Some(role);
            if element.name() == "Relationship" && found.is_none() && element.attribute("Type").is_some_and(ends) {
                found = element.attribute("Target");
            }
        }
    })?;
    Ok(found)
}
