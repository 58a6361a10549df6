//! Where text is read one byte off: a run's start and end, and which bytes of each of its characters are left.

use super::super::gbk::{decode, encode};
use super::super::likelihood::rank;
use super::super::tables::is_han;

/// A run longer than this in characters is none: Chinese has a mark before that.
const MAX_RUN: usize = 512;

/// One character of the damaged text, as the bytes it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Pair(u8, u8),
    Byte(u8),
    /// A question mark: one or two bytes that are no character, or a question mark.
    Lost,
    End,
}

/// What is known of one character of the true text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) lead: Option<u8>,
    pub(super) trail: Option<u8>,
    /// Whether the trail byte before and the lead byte here were lost together, so that they make no character.
    pub(super) joint: bool,
    /// The end of what stands for it in the damaged text.
    pub(super) end: usize,
}

/// A run with what it should read.
pub(in super::super) struct Run {
    pub(super) cells: Vec<Cell>,
    /// An ASCII character that was taken for a trail byte, and follows the run.
    pub(super) tail: Option<char>,
    pub(super) end: usize,
}

impl Run {
    /// Whether Han stand on both sides of the run, which starts at `start`.
    pub(super) fn is_in_han(&self, text: &str, start: usize) -> bool {
        text[..start].chars().next_back().is_some_and(is_han) && text[self.end..].chars().next().is_some_and(is_han)
    }
}

/// Whether a run may stand after `c`: after anything but a mark that is repeated, 为什么??.
pub(super) fn may_precede(c: Option<char>) -> bool {
    c.is_some_and(|c| !matches!(c, '?' | '!' | '？' | '！' | '…' | '\u{FFFD}'))
}

/// The run whose first mark stands at `at`, after the lost lead byte.
pub(in super::super) fn run(text: &str, at: usize) -> Option<Run> {
    let mut units =
        text[at..].char_indices().map(|(i, c)| (at + i + c.len_utf8(), unit(c))).take(MAX_RUN).chain([(text.len(), Unit::End)]).peekable();
    let (end, first) = units.next()?;
    let mark = match first {
        Unit::Byte(mark) => mark,
        // A second question mark stands for the half-width one that was made of a full-width one: 到場。縣 → 到場??h.
        Unit::Lost if !text[at..].starts_with('\u{FFFD}') && matches!(units.peek(), Some((_, Unit::Pair(..) | Unit::Byte(0x40..)))) => b'?',
        _ => return None,
    };
    let mut run = Run { cells: vec![Cell { lead: None, trail: Some(0xA3), joint: false, end }], tail: None, end };
    let mut pending = Some(swallowed(mark)?);
    let mut joint = false;
    while let Some((end, unit)) = units.next() {
        let mut push = |trail| run.cells.push(Cell { lead: pending, trail, joint, end });
        run.end = end;
        match unit {
            Unit::Pair(first, second) => {
                push(Some(first));
                if second < 0x80 {
                    run.tail = Some(char::from(second));
                    return Some(run);
                }
                (pending, joint) = (Some(second), false);
            }
            Unit::Byte(byte) if (0x40..0x7F).contains(&byte) => {
                push(Some(byte));
                return Some(run);
            }
            Unit::Byte(byte) if pending.is_some() => {
                push(Some(0xA3));
                (pending, joint) = (Some(swallowed(byte)?), false);
            }
            Unit::Lost if pending.zip(units.peek()).is_some_and(|(lead, next)| is_half_width_question(lead, next.1)) => {
                push(Some(0xA3));
                (pending, joint) = (Some(QUESTION_LEAD), false);
            }
            Unit::Lost => {
                push(None);
                // A byte alone is lost only before one that can be no trail byte.
                if matches!(units.peek(), None | Some((_, Unit::End)) | Some((_, Unit::Byte(0..0x40)))) {
                    return Some(run);
                }
                (pending, joint) = (None, true);
            }
            Unit::Byte(_) | Unit::End => return None,
        }
    }
    None
}

/// The lead byte that the replacement took for the second byte of this mark; `None` for a mark whose lead byte starts
/// no common character.
fn swallowed(mark: u8) -> Option<u8> {
    matches!(mark, b';' | b':' | b'!' | b'?').then_some(mark | 0x80)
}

/// The lead byte that a half-width question mark swallows.
const QUESTION_LEAD: u8 = b'?' | 0x80;

/// Whether a question mark after `lead` is the half-width one that the replacement made, and no lost byte: both characters
/// that it parts are frequent then (停课 read as 尾?).
fn is_half_width_question(lead: u8, next: Unit) -> bool {
    let Unit::Pair(first, _) = next else { return false };
    let frequent = |lead, trail| decode(lead, trail).is_some_and(|c| c == '。' || rank(c).is_some_and(|rank| rank < FREQUENT));
    frequent(lead, 0xA3) && frequent(QUESTION_LEAD, first)
}

/// So many characters are the frequent ones.
const FREQUENT: u16 = 1_500;

fn unit(c: char) -> Unit {
    match c {
        '?' | '？' | '\u{FFFD}' => Unit::Lost,
        '，' => Unit::Byte(b','),
        '；' => Unit::Byte(b';'),
        '：' => Unit::Byte(b':'),
        '！' => Unit::Byte(b'!'),
        '（' => Unit::Byte(b'('),
        '）' => Unit::Byte(b')'),
        '\n' | '\r' => Unit::End,
        c if c.is_ascii() => Unit::Byte(c as u8),
        c => encode(c).map_or(Unit::End, |(lead, trail)| Unit::Pair(lead, trail)),
    }
}
