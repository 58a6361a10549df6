//! Ordinal markers (序号): 一是, 一要, 第一，, 首先, 一、, （一）, 1., ①.

use super::{Found, Reading};

/// The form of a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum MarkerStyle {
    /// 一是.
    Shi,
    /// 一要.
    Yao,
    /// 第一.
    Di,
    /// 首先, 其次, 最后.
    First,
    /// 一、.
    Chinese,
    /// （一）.
    ChineseBracket,
    /// 1. 1、 1．.
    Arabic,
    /// （1） 1）.
    ArabicBracket,
    /// ①.
    Circled,
}

/// A marker. The mention's span is the marker with the punctuation that belongs to it: 第一，.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    /// Its form.
    pub(crate) style: MarkerStyle,
    /// The number it states; 最后 states none.
    pub(crate) number: Option<u32>,
    /// Whether it stands at the start of its line.
    pub(crate) starts_line: bool,
}

/// Finds all ordinal markers of the text.
pub(super) fn read(_reading: &Reading<'_>) -> Vec<Found<Marker>> {
    Vec::new()
}
