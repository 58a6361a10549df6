//! What was mended in the source.

use super::Brief;
#[cfg(doc)]
use crate::Options;
use crate::span::Span;

/// What was mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum RepairKind {
    /// A reading in brackets after its character (注音): 統(tǒng).
    PinyinGloss,
    /// GBK text read one byte off (错位乱码): 精心安排?;顒又?要.
    ByteShift,
    /// UTF-8 read as another encoding (乱码): 涓浗.
    Mojibake,
    /// Half-width punctuation beside Han (半角标点).
    Width,
    /// A traditional character (繁体字).
    Traditional,
    /// A word of Taiwan or Hong Kong (地区用词): 資訊 for 信息. Made only where [`Options::repair`]
    /// asks for it.
    RegionalWord,
    /// A line break inside a sentence (断行).
    HardWrap,
    /// A space between Han characters (多余空格), spaces that were saved as question marks (会议。? ? ? ?会上), or one that
    /// stands for a line break, where a whole text came in one line.
    StraySpace,
    /// A character that can't be seen (不可见字符): BOM, zero-width space.
    Invisible,
    /// What a web page prints around a text (页面元素): 上一篇, 打印.
    PageFurniture,
}

/// One edit of the source (修复).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Repair {
    /// What was mended.
    pub kind: RepairKind,
    /// Where in the source.
    pub span: Span,
    /// What stands there in the repaired text; of an uncertain repair the best guess.
    pub replacement: Brief,
    /// Of an uncertain repair what may well stand there, the best first; empty where the repair is certain.
    #[cfg_attr(feature = "serde", serde(default))]
    pub candidates: Box<[Brief]>,
    /// Whether the evidence decides it; an uncertain repair is reported and *not* applied.
    pub certain: bool,
}
