//! Spaces that an encoding couldn't write and that were saved as question marks (空格变问号): 会议。? ? ? ?会上，….
//!
//! A page indents its paragraphs with no-break spaces, which GBK doesn't have. So marks in a row stand where a paragraph
//! begins, if they come after the end of a sentence or with spaces between them: a question has its mark right after
//! its words.

use super::changes::Changes;
use crate::document::RepairKind;

/// So many marks in a row are no question's.
const LEAST: usize = 3;

/// As they stand where every other space was one that could be written.
const SPACED: &str = "? ? ?";

/// The runs of lost spaces of `text`, each a new line, or nothing where a line begins with it.
pub(super) fn changes(text: &str, changes: &mut Changes) {
    let is_part = |c: char| matches!(c, '?' | ' ');
    let mut at = 0;
    while let Some(found) = text[at..].find('?') {
        let mark = at + found;
        let start = text[..mark].trim_end_matches(' ').len();
        let end = text[mark..].find(|c| !is_part(c)).map_or(text.len(), |length| mark + length);
        at = end;
        let before = text[..start].chars().next_back();
        let begins = before.is_none_or(|c| c == '\n');
        let ends = matches!(before, Some('。' | '！' | '；' | '：' | '”' | '）'));
        let run = &text[mark..end];
        if (begins || ends) && run.matches('?').count() >= LEAST || run.contains(SPACED) {
            changes.push(RepairKind::StraySpace, start, end, if begins { "" } else { "\n" });
        }
    }
}
