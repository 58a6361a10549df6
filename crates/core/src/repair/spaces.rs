//! Stray spaces (多余空格): 2020 年 2 月 → 2020年2月, 关 于 印 发 → 关于印发, 邵 岩 温 郁 → 邵岩 温郁.
//!
//! A space between Han parts names, clauses of a title and words of a credit, so it is dropped only where it can do
//! none of that: between characters that stand alone, inside a date, and within a word.

use super::changes::Changes;
use super::likelihood::is_word_pair;
use super::lines::lines;
use super::tables::is_han;
use crate::bytes::any_three;
use crate::document::RepairKind;

/// A stretch of Han without a space, and the space before it.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Where the white space before it starts; the same as `start` where none or something else stands before it.
    gap: usize,
    start: usize,
    end: usize,
    single: bool,
}

/// The stray spaces of `text`.
pub(super) fn changes(text: &str, changes: &mut Changes) {
    for (start, line) in lines(text) {
        if !may_have_space(line.trim()) {
            continue;
        }
        let prose = line.contains(['。', '，', ',']);
        let first = changes.list().len();
        let mut group: Vec<Piece> = Vec::new();
        for piece in pieces(line) {
            if piece.gap == piece.start {
                settle(line, start, &group, prose, changes);
                group.clear();
            }
            group.push(piece);
        }
        settle(line, start, &group, prose, changes);
        dates(line, start, changes);
        changes.sort_from(first);
    }
}

/// Whether a trimmed line may have white space inside, by the bytes that it begins with; tells at once of most lines.
pub(super) fn may_have_space(line: &str) -> bool {
    any_three(line, |a, b, c| {
        (a == b' ')
            | (b'\t'..=b'\r').contains(&a)
            | (a == 0xC2)
            | ((a == 0xE1) & (b == 0x9A))
            | ((a == 0xE2) & (b == 0x80) & ((c <= 0x8F) | (c >= 0xA8)))
            | ((a == 0xE2) & (b == 0x81))
            | ((a == 0xE3) & (b == 0x80) & (c == 0x80))
    })
}

/// The stretches of Han of a line.
fn pieces(line: &str) -> impl Iterator<Item = Piece> + '_ {
    let mut at = 0;
    let mut after_han = false;
    std::iter::from_fn(move || {
        loop {
            let rest = &line[at..];
            let c = rest.chars().next()?;
            if is_han(c) {
                let length = rest.find(|c| !is_han(c)).unwrap_or(rest.len());
                let (start, end) = (at, at + length);
                let gap = if after_han { line[..start].trim_end_matches(is_space).len() } else { start };
                at = end;
                after_han = true;
                return Some(Piece { gap, start, end, single: length == c.len_utf8() });
            }
            after_han &= is_space(c);
            at += c.len_utf8();
        }
    })
}

/// Decides the spaces of a group of pieces that only spaces part.
fn settle(line: &str, offset: usize, group: &[Piece], prose: bool, changes: &mut Changes) {
    if group.len() < 2 {
        return;
    }
    let mut drop = |piece: &Piece| changes.push(RepairKind::StraySpace, offset + piece.gap, offset + piece.start, "");
    let mut at = 0;
    while at < group.len() {
        let run = group[at..].iter().take_while(|p| p.single).count();
        if run < 2 {
            if let Some(next) = group.get(at + run.max(1)).filter(|_| prose) {
                let (before, after) = (line[..group[at + run.max(1) - 1].end].chars().next_back(), line[next.start..].chars().next());
                if before.zip(after).is_some_and(|(a, b)| is_word_pair(a, b)) {
                    drop(next);
                }
            }
            at += run.max(1);
            continue;
        }
        let singles = &group[at..at + run];
        let widths: Vec<usize> = singles[1..].iter().map(|p| line[p.gap..p.start].chars().map(width).sum()).collect();
        let (narrow, wide) = (widths.iter().min().copied().unwrap_or(0), widths.iter().max().copied().unwrap_or(0));
        let named = line[..group[0].start].trim_end().ends_with(['：', ':']);
        if run == 2 {
            drop(&singles[1]);
        } else if wide > narrow {
            // 邵 岩　温 郁: the wide space parts two names.
            singles[1..].iter().zip(&widths).filter(|(_, w)| **w == narrow).for_each(|(p, _)| drop(p));
        } else if named && run % 2 == 0 {
            singles.iter().skip(1).step_by(2).for_each(&mut drop);
        } else if run == group.len() {
            singles[1..].iter().for_each(&mut drop);
        }
        at += run;
    }
}

/// The spaces inside a date or a measure: 2020 年 2 月 16 日.
fn dates(line: &str, offset: usize, changes: &mut Changes) {
    let mut at = 0;
    while let Some(found) = line[at..].find(is_space) {
        let gap = at + found;
        let rest = line[gap..].trim_start_matches(is_space);
        let end = line.len() - rest.len();
        let before = line[..gap].chars().next_back();
        let is_unit = |c: char| matches!(c, '年' | '月' | '日' | '时' | '分' | '届' | '次' | '号' | '人' | '名' | '个' | '元');
        let digit_before = before.is_some_and(|c| c.is_ascii_digit());
        let inside = if digit_before {
            rest.starts_with(is_unit)
        } else if rest.starts_with(|c: char| c.is_ascii_digit()) {
            // 于 2020 年 is spaced throughout; 本报讯 12月24日 and a signature's wide space are spaced to part.
            let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            matches!(before, Some('年' | '月'))
                || before.is_some_and(is_han)
                    && line[gap..end].chars().all(|c| width(c) == 1)
                    && number.starts_with(is_space)
                    && number.trim_start_matches(is_space).starts_with(['年', '月', '日'])
        } else {
            false
        };
        if inside {
            changes.push(RepairKind::StraySpace, offset + gap, offset + end, "");
        }
        at = end.max(gap + 1);
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{3000}' | '\t' | '\u{2002}' | '\u{2003}' | '\u{2009}')
}

/// How wide a space is in halves of a character.
fn width(c: char) -> usize {
    if matches!(c, '\u{3000}' | '\u{2003}') { 2 } else { 1 }
}
