//! The units of offsets: from bytes to UTF-16 or code points in one sweep.

use crate::document::Document;
use crate::span::Offsets;
use crate::visit::each_span;

impl Document {
    /// The same Document with its spans, and the source's length, counted in `unit`.
    ///
    /// `source` is the text that was parsed; the Document must still be in bytes
    /// ([`Offsets::Utf8`]), as the parser gives it. One sweep over the text converts all spans.
    ///
    /// ```
    /// use gongwen_core::Offsets;
    /// let text = "会议强调，要抓好落实。";
    /// let document = gongwen_core::parse(text)?.with_offsets(text, Offsets::Codepoint);
    /// assert_eq!(document.speeches[0].verb.span.start, 2);
    /// assert_eq!(document.source.length, 11);
    /// # Ok::<(), gongwen_core::Error>(())
    /// ```
    #[must_use]
    pub fn with_offsets(mut self, source: &str, unit: Offsets) -> Self {
        if self.offsets != Offsets::Utf8 || unit == Offsets::Utf8 {
            return self;
        }
        let mut wanted = Vec::new();
        each_span(&mut self, |span| wanted.extend([span.start, span.end]));
        wanted.sort_unstable();
        wanted.dedup();
        let (mut seen, mut units) = (0, 0);
        let counted: Vec<u32> = wanted
            .iter()
            .map(|&offset| {
                units += count(&source[seen..offset as usize], unit);
                seen = offset as usize;
                units
            })
            .collect();
        let convert = |offset: u32| counted[wanted.partition_point(|&w| w < offset)];
        each_span(&mut self, |span| {
            span.start = convert(span.start);
            span.end = convert(span.end);
        });
        self.source.length = units + count(&source[seen..], unit);
        self.offsets = unit;
        self
    }
}

/// How many units a stretch of text has.
fn count(text: &str, unit: Offsets) -> u32 {
    // A code point starts at every byte but the continuation bytes; a surrogate pair stands for four bytes.
    let starts = text.bytes().filter(|b| b & 0xC0 != 0x80).count();
    let pairs = if unit == Offsets::Utf16 { text.bytes().filter(|&b| b >= 0xF0).count() } else { 0 };
    (starts + pairs) as u32
}
