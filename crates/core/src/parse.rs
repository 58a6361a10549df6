//! The stages, one line each: [`parse`] and [`Parser`].

use crate::annotate;
use crate::document::Document;
use crate::error::{Error, MAX_SOURCE};
use crate::lexicon::Lexicon;
use crate::options::Options;
use crate::repair::repair;
use crate::segment::Segments;
use crate::structure;

/// Reads `text` with the built-in words and default options.
///
/// Spans in the Document are bytes of `text`. The same text always gives the same Document.
///
/// # Errors
/// [`Error::SourceTooLong`] above [`MAX_SOURCE`] bytes, and nothing else.
///
/// ```
/// let document = gongwen_core::parse("会议强调，要抓好落实。")?;
/// assert_eq!(document.directives[0].content.text, "要抓好落实");
/// # Ok::<(), gongwen_core::Error>(())
/// ```
pub fn parse(text: &str) -> Result<Document, Error> {
    Parser::new().parse(text)
}

/// A parser with its words and options: built once, shared by threads.
#[derive(Clone, Debug)]
pub struct Parser {
    lexicon: Lexicon,
    options: Options,
}

impl Parser {
    /// A parser with the built-in words and default options.
    #[must_use]
    pub fn new() -> Self {
        Self::with_options(Options::default())
    }

    /// A parser with these options, and the built-in words beside the options' own.
    #[must_use]
    pub fn with_options(options: Options) -> Self {
        Self { lexicon: Lexicon::with(&options.words), options }
    }

    /// Reads `text`. Spans in the Document are bytes of `text`.
    ///
    /// # Errors
    /// [`Error::SourceTooLong`] above [`MAX_SOURCE`] bytes, and nothing else.
    pub fn parse(&self, text: &str) -> Result<Document, Error> {
        if text.len() > MAX_SOURCE {
            return Err(Error::SourceTooLong { length: text.len() });
        }
        let repaired = repair(text, &self.options);
        let segments = Segments::of(&repaired.text);
        let reading = annotate::annotate(&repaired.text, segments, &self.lexicon, &self.options, repaired.published);
        let mut document = structure::structure(&reading);
        repaired.land(text, &mut document);
        Ok(document)
    }
}

impl Default for Parser {
    fn default() -> Self {
        Self::new()
    }
}
