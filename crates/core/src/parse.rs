//! The stages, one line each: [`parse`] and [`Parser`].

use crate::annotate::{self, Mention, Reading};
use crate::document::Document;
use crate::error::{Error, MAX_SOURCE};
use crate::lexicon::Lexicon;
use crate::options::Options;
use crate::repair::{Repaired, repair};
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
        self.parse_watched(text, &mut |_| {})
    }

    /// As [`Parser::parse`], and tells the name of each stage once it is done: the core has no clock, so whoever wants to
    /// know what a stage costs brings one. The names may change.
    #[doc(hidden)]
    pub fn parse_watched(&self, text: &str, done: &mut dyn FnMut(&'static str)) -> Result<Document, Error> {
        if text.len() > MAX_SOURCE {
            return Err(Error::SourceTooLong { length: text.len() });
        }
        let repaired = repair(text, &self.options);
        done("repair");
        let (words, signs) = self.lexicon.scan(&repaired.text);
        done("scan");
        let segments = Segments::of(&repaired.text, signs);
        done("segment");
        let reading = annotate::annotate(&repaired.text, segments, words, &self.lexicon, &self.options, repaired.published);
        done("annotate");
        let mut document = structure::structure(reading);
        done("structure");
        repaired.land(text, &mut document);
        structure::add_unrepaired(&mut document);
        done("land");
        Ok(document)
    }

    /// The mentions (提及) that the Document of `text` is built on, each with the rule that found it, by place.
    ///
    /// # Errors
    /// As [`Parser::parse`].
    ///
    /// ```
    /// let text = "局长林晓峰主持会议。";
    /// let mentions = gongwen_core::Parser::new().mentions(text)?;
    /// assert!(mentions.iter().any(|m| m.what == "person" && &text[m.span.range()] == "林晓峰"));
    /// # Ok::<(), gongwen_core::Error>(())
    /// ```
    pub fn mentions(&self, text: &str) -> Result<Vec<Mention>, Error> {
        if text.len() > MAX_SOURCE {
            return Err(Error::SourceTooLong { length: text.len() });
        }
        let repaired = repair(text, &self.options);
        let mut mentions = self.read(&repaired).mentions();
        mentions.iter_mut().for_each(|m| m.span = repaired.map.to_source(m.span));
        Ok(mentions)
    }

    fn read<'t>(&'t self, repaired: &'t Repaired<'_>) -> Reading<'t> {
        let (words, signs) = self.lexicon.scan(&repaired.text);
        let segments = Segments::of(&repaired.text, signs);
        annotate::annotate(&repaired.text, segments, words, &self.lexicon, &self.options, repaired.published)
    }
}

impl Default for Parser {
    fn default() -> Self {
        Self::new()
    }
}
