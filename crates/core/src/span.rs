//! Where in a text something stands: [`Span`], and the units it can be counted in: [`Offsets`].

/// A half-open range of offsets into the source text.
///
/// In a [`Document`](crate::Document) fresh from the parser the unit is the byte of UTF-8, so
/// `&source[span.range()]` is what was read; [`Document::with_offsets`](crate::Document::with_offsets)
/// gives the other units.
///
/// `start < end` for every span in a Document.
///
/// ```
/// use gongwen_core::Span;
/// let span = Span::new(3, 9);
/// assert_eq!(&"在会议上"[span.range()], "会议");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// The offset of the first unit.
    pub start: u32,
    /// The offset just past the last unit.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to `end`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The span as a range that indexes a `str` or a slice.
    #[must_use]
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// How many units the span covers.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Where the span stands among others as a number: by its start, then by its end.
    pub(crate) const fn place(self) -> u64 {
        (self.start as u64) << 32 | self.end as u64
    }

    /// As [`Span::place`], but of two that start together the outer one comes first.
    pub(crate) const fn outer_first(self) -> u64 {
        (self.start as u64) << 32 | !self.end as u64
    }

    /// Whether the span covers nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies wholly within this span.
    #[must_use]
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one unit.
    #[must_use]
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The span from `start` up to `end`, both offsets of a text below [`MAX_SOURCE`](crate::MAX_SOURCE).
    pub(crate) const fn of(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }
}

/// The unit that the spans of a [`Document`](crate::Document) are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Offsets {
    /// Bytes of UTF-8: what Rust's strings are indexed by.
    #[default]
    Utf8,
    /// UTF-16 code units: what JavaScript's strings are indexed by.
    Utf16,
    /// Unicode code points: what Python's strings are indexed by.
    Codepoint,
}
