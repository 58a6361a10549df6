//! A file's text, whatever kind of file it is: [`read`] and [`Reader`].

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use gongwen_core::MAX_SOURCE;

use crate::decode::{self, Confidence, DecodeError, Decoded};

/// The text of a file, and how it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Loaded {
    /// The text. Spans of a Document that is parsed from it index this.
    pub text: String,
    /// What kind of file it was.
    pub format: Format,
    /// The encoding's name; `UTF-8` for a Word document, whose parts are in it.
    pub encoding: &'static str,
    /// How sure the encoding is.
    pub confidence: Confidence,
    /// The offset in the file of the first byte that could not be read, as in a file that was cut off.
    pub malformed: Option<usize>,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Plain text.
    Text,
    /// A web page, of which the main text is read (feature `html`).
    Html,
    /// A Word document (feature `docx`).
    Docx,
}

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The system doesn't give it.
    #[error("{}", plain(.0))]
    Io(#[from] io::Error),
    /// It is a folder.
    #[error("is a directory")]
    Directory,
    /// It is longer than a parser takes.
    #[error("has {length} bytes; at most {MAX_SOURCE} are read")]
    TooLong {
        /// Its length in bytes, as far as it was read.
        length: u64,
    },
    /// Its bytes are no text.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// It is a Word document that can't be read.
    #[cfg(feature = "docx")]
    #[error(transparent)]
    Docx(#[from] crate::docx::DocxError),
    /// It is a kind of file that is not read here.
    #[error("is {kind}, which is not read")]
    Unsupported {
        /// The kind, with its article.
        kind: &'static str,
    },
}

/// Reads a file: plain text, a web page or a Word document, told apart by its first bytes and by its name.
///
/// # Errors
/// [`ReadError`], each kind with a message that reads on from the file's name.
///
/// ```no_run
/// let loaded = gongwen::read("通知.docx")?;
/// let document = gongwen::parse(&loaded.text)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read(path: impl AsRef<Path>) -> Result<Loaded, ReadError> {
    Reader::new().read(path)
}

/// Reads files in a way that is set once.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    encoding: Option<&'static str>,
}

impl Reader {
    /// A reader that finds out each file's encoding.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads all files as being in this encoding, such as `gb18030`, but where a byte order mark says otherwise.
    ///
    /// # Errors
    /// [`DecodeError::UnknownEncoding`] where there is no such encoding.
    pub fn encoding(mut self, label: &str) -> Result<Self, DecodeError> {
        self.encoding = Some(decode::named(label)?.name());
        Ok(self)
    }

    /// Reads a file.
    ///
    /// # Errors
    /// As [`read`].
    pub fn read(&self, path: impl AsRef<Path>) -> Result<Loaded, ReadError> {
        let path = path.as_ref();
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        if metadata.is_dir() {
            return Err(ReadError::Directory);
        }
        // Told before gigabytes are read.
        if metadata.len() > MAX_SOURCE as u64 {
            return Err(ReadError::TooLong { length: metadata.len() });
        }
        self.read_from(file, Some(path))
    }

    /// Reads all that `input` gives, such as standard input. `name` tells a web page from text where its first bytes don't.
    ///
    /// # Errors
    /// As [`read`].
    pub fn read_from(&self, input: impl Read, name: Option<&Path>) -> Result<Loaded, ReadError> {
        let mut bytes = Vec::new();
        input.take(MAX_SOURCE as u64 + 1).read_to_end(&mut bytes)?;
        if bytes.len() > MAX_SOURCE {
            return Err(ReadError::TooLong { length: bytes.len() as u64 });
        }
        self.read_bytes(&bytes, name)
    }

    /// Reads bytes that were a file of this name.
    ///
    /// # Errors
    /// As [`read`].
    pub fn read_bytes(&self, bytes: &[u8], name: Option<&Path>) -> Result<Loaded, ReadError> {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            return docx(bytes);
        }
        if bytes.starts_with(b"%PDF-") {
            return Err(ReadError::Unsupported { kind: "a PDF file" });
        }
        let Decoded { text, encoding, confidence, malformed } = match self.encoding {
            Some(label) => decode::decode_as(bytes, label)?,
            None => decode::decode(bytes)?,
        };
        let loaded = Loaded { text, format: Format::Text, encoding, confidence, malformed };
        if is_page(&loaded.text, name) { page(loaded) } else { Ok(loaded) }
    }
}

#[cfg(feature = "docx")]
fn docx(bytes: &[u8]) -> Result<Loaded, ReadError> {
    let text = crate::docx::text(bytes)?;
    Ok(Loaded { text, format: Format::Docx, encoding: "UTF-8", confidence: Confidence::Certain, malformed: None })
}

#[cfg(not(feature = "docx"))]
fn docx(_: &[u8]) -> Result<Loaded, ReadError> {
    Err(ReadError::Unsupported { kind: "a ZIP archive or a Word document" })
}

#[cfg(feature = "html")]
fn page(loaded: Loaded) -> Result<Loaded, ReadError> {
    Ok(Loaded { text: crate::html::main_text(&loaded.text), format: Format::Html, ..loaded })
}

#[cfg(not(feature = "html"))]
fn page(_: Loaded) -> Result<Loaded, ReadError> {
    Err(ReadError::Unsupported { kind: "a web page" })
}

/// Whether a text is a web page: it says so at its start, or its name says so and it has an element.
fn is_page(text: &str, name: Option<&Path>) -> bool {
    let start: String = text.trim_start().chars().take(16).collect::<String>().to_ascii_lowercase();
    let extension = name.and_then(Path::extension).and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
    start.starts_with("<!doctype html")
        || start.starts_with("<html")
        || (matches!(extension.as_str(), "html" | "htm" | "xhtml" | "shtml") && text.contains('<'))
}

/// The system's message without its number, which helps no reader.
fn plain(error: &io::Error) -> String {
    let message = error.to_string();
    message.split(" (os error").next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_file_is_told_by_its_first_bytes_or_its_name() {
        let reader = Reader::new();
        let format =
            |bytes: &[u8], name: &str| reader.read_bytes(bytes, Some(Path::new(name))).map(|l| l.format).map_err(|e| e.to_string());
        assert_eq!(format("会议指出".as_bytes(), "a.txt"), Ok(Format::Text));
        assert_eq!(format(b"", "a"), Ok(Format::Text));
        #[cfg(feature = "html")]
        {
            assert_eq!(format("\u{feff}\n<!DOCTYPE HTML><p>会议".as_bytes(), "a.txt"), Ok(Format::Html));
            assert_eq!(format("<p>会议".as_bytes(), "a.HTM"), Ok(Format::Html));
        }
        assert_eq!(format("<p>会议".as_bytes(), "a.txt"), Ok(Format::Text));
        assert_eq!(format(b"%PDF-1.7", "a.txt"), Err("is a PDF file, which is not read".into()));
        assert!(format(b"PK\x03\x04 cut", "a.txt").is_err());
    }

    #[test]
    fn the_systems_refusals_read_on_from_the_name() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(read(folder.path()).map_err(|e| e.to_string()), Err("is a directory".into()));
        let missing = read(folder.path().join("none")).map_err(|e| e.to_string());
        assert_eq!(missing, Err("No such file or directory".into()));
    }

    #[test]
    fn a_file_longer_than_a_parser_takes_is_refused_unread() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        file.as_file().set_len(MAX_SOURCE as u64 + 1).expect("a hole of two gigabytes");
        assert!(matches!(read(file.path()), Err(ReadError::TooLong { .. })));
    }

    #[test]
    fn the_callers_encoding_is_used() {
        let reader = Reader::new().encoding("gb2312").expect("an encoding");
        assert_eq!(reader.read_bytes(b"\xBB\xE1\xD2\xE9", None).map(|l| l.text).map_err(|e| e.to_string()), Ok("会议".into()));
        assert!(Reader::new().encoding("none").is_err());
    }
}
