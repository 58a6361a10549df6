//! Line breaks inside sentences (断行), as page images and PDF leave them: lines of one width, joined to paragraphs.
//!
//! A text is taken for wrapped only where its lines show it: none is much wider than the rest, and those of the
//! common width stop in the middle of a sentence. Then a line of that width is joined with the next one, unless that
//! is indented, is a heading or an item of a list, or stands after a blank line.

use super::changes::Changes;
use super::lines::starts_item;
use super::tables::{class, class_of, is_han};
use crate::document::RepairKind;

/// Lines narrower than this in half characters are a list's, not a page's.
const MIN_WIDTH: usize = 28;
/// Lines wider than this are paragraphs.
const MAX_WIDTH: usize = 140;
/// How far the lines of one page may differ in width, in half characters: a mark that may not start a line, a number
/// that is not divided, the indent of a first line.
const PLAY: usize = 5;
/// So many lines must break off within a sentence.
const MIN_BROKEN: usize = 3;

#[derive(Clone, Copy, Debug)]
struct Line {
    /// Its content without the white space around it.
    start: usize,
    end: usize,
    indented: bool,
    /// Whether it ends as a sentence or a heading ends.
    whole: bool,
}

impl Line {
    /// Its width without its indent in half characters, with narrow digits and with all characters alike: pages are
    /// broken by either.
    fn widths(&self, text: &str) -> (usize, usize) {
        let content = &text[self.start..self.end];
        let count = content.chars().count() * 2;
        (count - content.bytes().filter(u8::is_ascii).count(), count)
    }

    /// Whether it is wider in half characters than `most`; told of most paragraphs by their bytes, of which a half character
    /// has two at most.
    fn is_wider(&self, text: &str, most: usize) -> bool {
        self.end - self.start > 2 * most + 1 || self.widths(text).0 > most
    }

    /// Whether its width is about `common`, by either count.
    fn is_about(&self, text: &str, common: usize) -> bool {
        if self.end - self.start > 2 * (common + PLAY) + 1 {
            return false;
        }
        let (width, count) = self.widths(text);
        width.abs_diff(common) <= PLAY || count.abs_diff(common) <= PLAY
    }

    /// Its width, where it can be that of a page's lines: a longer paragraph is not measured.
    fn width(&self, text: &str) -> Option<usize> {
        // A character of four bytes is two halves wide, one of a single byte one.
        let may_be = (MIN_WIDTH..=2 * MAX_WIDTH).contains(&(self.end - self.start));
        may_be.then(|| self.widths(text).0).filter(|w| (MIN_WIDTH..=MAX_WIDTH).contains(w))
    }
}

/// The line breaks of `text` to take out.
pub(super) fn changes(text: &str, changes: &mut Changes) {
    let lines = lines(text);
    let Some(common) = common_width(text, &lines) else { return };
    let indents = lines.iter().any(|l| l.indented);
    for pair in lines.windows(2) {
        let (line, next) = (&pair[0], &pair[1]);
        let between = &text[line.end..next.start];
        if !line.is_about(text, common)
            || next.indented
            || between.matches('\n').count() != 1
            || starts_item(&text[next.start..next.end]) && line.whole
            || is_labelled(&text[line.start..line.end]) && is_labelled(&text[next.start..next.end])
        {
            continue;
        }
        let opens = text[next.start..next.end].chars().next().unwrap_or('\n');
        // Where paragraphs are indented a line that is not goes on; else a full stop may well end a paragraph.
        if indents || !line.whole || class_of(opens) & class::ENDING != 0 {
            let last = text[line.start..line.end].chars().next_back().unwrap_or('\n');
            let latin = last.is_ascii_alphanumeric() && opens.is_ascii_alphanumeric() && !(last.is_ascii_digit() && opens.is_ascii_digit());
            changes.push(RepairKind::HardWrap, line.end, next.start, if latin { " " } else { "" });
        }
    }
}

/// The width at which the lines of the text were broken, where they were.
fn common_width(text: &str, lines: &[Line]) -> Option<usize> {
    let broken = |line: &Line, next: Option<&Line>| {
        let Some(next) = next.filter(|next| !line.whole && !next.indented && !is_labelled(&text[next.start..next.end])) else {
            return false;
        };
        text[line.end..next.start].matches('\n').count() == 1
            && text[next.start..next.end]
                .chars()
                .next()
                .is_some_and(|opens| is_han(opens) || class_of(opens) & class::WIDE != 0 || opens.is_ascii_alphanumeric())
    };
    let broken: Vec<&Line> = lines.iter().enumerate().filter(|&(i, line)| broken(line, lines.get(i + 1))).map(|(_, line)| line).collect();
    let mut widths: Vec<usize> = broken.iter().filter_map(|line| line.width(text)).collect();
    if widths.len() < MIN_BROKEN {
        return None;
    }
    widths.sort_unstable();
    let common = widths[widths.len() / 2];
    let near = broken.iter().filter(|line| line.is_about(text, common)).count();
    let wider = lines.iter().filter(|line| line.is_wider(text, common + 2 * PLAY)).count();
    (near * 10 >= widths.len() * 8 && wider * 20 <= lines.len()).then_some(common)
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::with_capacity(text.len() / 128 + 4);
    for (start, line) in super::lines::lines(text) {
        let after = line.trim_start();
        let content = after.trim_end();
        if !content.is_empty() {
            let from = start + (line.len() - after.len());
            let indented = from - start >= 2;
            let last = content.chars().next_back().unwrap_or('\n');
            let whole = class_of(last) & class::ENDING != 0 || matches!(last, ';' | '?' | '!' | ':');
            lines.push(Line { start: from, end: from + content.len(), indented, whole });
        }
    }
    lines
}

/// Whether a line starts with a label, as those of the head of minutes do: 参会人员：….
fn is_labelled(line: &str) -> bool {
    /// The most characters of a label.
    const LABEL: usize = 6;
    matches!(line.chars().take(LABEL + 1).find(|&c| !is_han(c) && !c.is_whitespace()), Some('：' | ':'))
}
