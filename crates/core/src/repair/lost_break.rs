//! Line breaks that a page lost on its way, so that a whole text stands in one line and spaces where its lines parted:
//! 关于做好防汛工作的通知 各站所： 现将有关事项通知如下。 一、加强值守。 青山管理局 2024年5月2日.
//!
//! Prose has no space after a full stop. A line that has some was several: it breaks again after its stops, before the
//! numbers of items and after their headings, and, where a page has its title and its signature, before its first stop and
//! after its last.

use super::changes::Changes;
use super::lines::{lines, starts_item};
use super::spaces::may_have_space;
use super::tables::is_han;
use crate::document::RepairKind;

/// So many spaces where a paragraph ends show a line to have been several; one may be the writer's.
const LEAST: usize = 2;

/// The most characters of a name or of a word of a credit, which spaces part within a line.
const MAX_WORD: usize = 4;

/// The most characters of a label: 参会人员：.
const MAX_LABEL: usize = 6;

/// The most characters of the heading of an item.
const MAX_HEADING: usize = 40;

/// What ends a sentence.
const STOPS: [char; 3] = ['。', '！', '？'];

/// A run of white space within a line, and what it parts.
#[derive(Clone, Copy, Debug)]
struct Gap<'l> {
    before: &'l str,
    white: &'l str,
    after: &'l str,
    start: usize,
    end: usize,
    /// Whether a bracket is open where it stands.
    bracketed: bool,
}

/// The spaces of `text` that stand for line breaks.
pub(super) fn changes(text: &str, changes: &mut Changes) {
    for (start, line) in lines(text) {
        if !may_have_space(line.trim()) || gaps(line).filter(Gap::ends_paragraph).nth(LEAST - 1).is_none() {
            continue;
        }
        let foot = line.rfind(STOPS).unwrap_or(line.len());
        let mut head = true;
        for gap in gaps(line) {
            head &= !gap.is_prose();
            if gap.breaks() || (head || gap.start > foot) && gap.parts_lines() {
                changes.push(RepairKind::StraySpace, start + gap.start, start + gap.end, "\n");
            }
        }
    }
}

impl Gap<'_> {
    /// Whether it stands where only a paragraph ends.
    fn ends_paragraph(&self) -> bool {
        ends_sentence(self.before) || self.is_wide() && self.before.ends_with(['：', '；'])
    }

    /// Whether what stands before it is no title or credit.
    fn is_prose(&self) -> bool {
        self.before.contains(STOPS) || self.before.contains('，') && self.before.chars().nth(MAX_HEADING).is_some()
    }

    /// Whether it is as wide as the indent of a paragraph.
    fn is_wide(&self) -> bool {
        self.end - self.start > 1
    }

    /// Whether it ends with the indent of a paragraph, of two ideographic spaces.
    fn indents(&self) -> bool {
        self.white.ends_with("\u{3000}\u{3000}") && (is_long(self.before) || is_long(self.after))
    }

    /// Whether a line ended here, wherever in the text.
    fn breaks(&self) -> bool {
        // 各站所： 现将有关事项… has prose after it, 时间： 3月2日 the rest of its line.
        let opens = self.before.ends_with('：') && self.after.contains(['，', '。']);
        // 主持：林晓峰 记录：高远.
        let labels =
            (self.before.contains('：') || is_long(self.before)) && self.after.chars().take(MAX_LABEL + 1).skip(1).any(|c| c == '：');
        !self.bracketed
            && !self.before.ends_with('、')
            && (opens
                || labels
                || self.indents()
                || ends_sentence(self.before)
                || self.before.ends_with('；')
                || starts_item(self.after)
                || self.ends_heading())
    }

    /// Whether the heading of an item ends here: 一、加强组织领导 各站所要….
    fn ends_heading(&self) -> bool {
        let before = self.before;
        let numbered = before.starts_with(|c: char| c.is_ascii_digit());
        let ends =
            if numbered { !before.contains(['，', '。', '：']) } else { !before.contains(['。', '：']) && !before.ends_with('，') };
        starts_item(before) && is_long(before) && ends && before.chars().nth(MAX_HEADING).is_none()
    }

    /// Whether it parts two lines of a page's head or foot: a title, a day, a signature; not two names.
    fn parts_lines(&self) -> bool {
        let (before, after) = (self.before, self.after);
        let ends = is_word(before.chars().rev()) || before.ends_with(['”', '》', '）', '】', ']']);
        let begins = is_word(after.chars()) || after.starts_with(['“', '《', '（', '【', '[', '〔']);
        let dated = after.starts_with(|c: char| c.is_ascii_digit()) && after.contains(['年', '月', '-', '/']);
        let timed = before.ends_with(|c: char| c.is_ascii_digit()) && before.contains(['-', '/', ':', '：', '.']);
        // 同志们： greets, 主持人： labels what comes.
        let called = after.ends_with('：');
        // 中共中央 国务院关于…: no title is as short as its first word. 市委书记 林晓峰 stands in one line, 本报讯
        // opens one.
        let said = before.rsplit(['：', ':']).next().unwrap_or(before);
        let name = !is_long(after) && after.chars().all(is_han) && !after.ends_with('讯') || !is_long(said) && !is_long(after) && !called;
        let named = name || self.start == before.len() && !is_long(before);
        let parts = ends && begins && !named || ends && dated || timed && (begins || dated && after.contains('月'));
        parts && !self.bracketed && !before.ends_with('、')
    }
}

/// Whether the characters are first two of Han: 吕 娜 is one name.
fn is_word(mut characters: impl Iterator<Item = char>) -> bool {
    characters.next().is_some_and(is_han) && characters.next().is_some_and(is_han)
}

/// Whether a text has more characters than a name.
fn is_long(text: &str) -> bool {
    text.chars().nth(MAX_WORD).is_some()
}

/// Whether a text ends as a sentence does.
fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['”', '）']).ends_with(STOPS)
}

/// The runs of white space of a line that stand within it.
fn gaps(line: &str) -> impl Iterator<Item = Gap<'_>> {
    let end = line.trim_end().len();
    let mut from = line.len() - line.trim_start().len();
    let mut depth = 0_u32;
    std::iter::from_fn(move || {
        let start = from + line.get(from..end)?.find(char::is_whitespace)?;
        let before = &line[from..start];
        // A bracket that is never closed ends with its sentence.
        depth = before.chars().fold(depth, |depth, c| match c {
            '（' | '(' | '《' | '[' | '【' => depth + 1,
            '）' | ')' | '》' | ']' | '】' => depth.saturating_sub(1),
            '。' => 0,
            _ => depth,
        });
        from = line.len() - line[start..].trim_start().len();
        let rest = &line[from..end];
        let after = &rest[..rest.find(char::is_whitespace).unwrap_or(rest.len())];
        Some(Gap { before, white: &line[start..from], after, start, end: from, bracketed: depth > 0 })
    })
}
