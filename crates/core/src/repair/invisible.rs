//! Characters that can't be seen (不可见字符): the BOM, zero-width marks, soft hyphens, private use, control characters.

use super::changes::Changes;
use super::tables::{class, class_of};
use crate::document::RepairKind;

/// The invisible characters of `text`, those of private use only where `private` says so.
pub(super) fn changes(text: &str, private: bool, changes: &mut Changes) {
    let found = text.char_indices().filter(|&(_, c)| is_invisible(c) && (private || !('\u{E000}'..='\u{F8FF}').contains(&c)));
    found.for_each(|(at, c)| changes.push(RepairKind::Invisible, at, at + c.len_utf8(), ""));
}

/// Whether `c` can't be seen and ends no line. White space is none of them.
pub(super) fn is_invisible(c: char) -> bool {
    class_of(c) & class::INVISIBLE != 0
        || (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{85}'))
        || ('\u{F0000}'..='\u{10FFFF}').contains(&c)
}
