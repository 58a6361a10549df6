//! Counted phrases (数量短语): 五个方面, “五种意识”, 三点要求.

use super::{Found, Reading};
use crate::span::Span;

/// A counted phrase. The mention's span is the phrase without quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Count {
    /// The number it states; `None` for 几个方面.
    pub(crate) number: Option<u32>,
    /// The phrase with its quotation marks, where it has them.
    pub(crate) outer: Span,
    /// What is counted: 方面.
    pub(crate) noun: Span,
}

/// Finds all counted phrases of the text.
pub(super) fn read(_reading: &Reading<'_>) -> Vec<Found<Count>> {
    Vec::new()
}
