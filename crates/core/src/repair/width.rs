//! Half-width punctuation beside Han to its Chinese form (半角转全角): 会议指出,要 → 会议指出，要.
//!
//! A half-width comma beside another mark (部署,。) is dropped. Numbers (10,000 and 18:00), addresses and Latin text keep theirs. With it come the marks that print takes for
//! one another: 〔2014〕 written [2014] in a document's number, ○ O 0 for 〇 in 二○一二, ．and • in a name.

use super::changes::Changes;
use super::tables::{class, class_of, is_han};
use crate::document::RepairKind;

/// How many zeros may stand side by side in a year written in Chinese numerals: 二〇〇〇年.
const MAX_ZEROS: usize = 3;

/// How deep round brackets are matched; deeper ones are judged by what stands beside them.
const MAX_DEPTH: usize = 16;

/// The half-width marks of `text`.
pub(super) fn changes(text: &str, changes: &mut Changes) {
    let mut scan = Scan { text, changes: std::mem::take(changes), open: Vec::new(), quotes_open: false, previous: '\n' };
    let bytes = text.as_bytes();
    let mut skip = 0;
    let mut rest = bytes;
    loop {
        // Most characters are ideographs of three bytes.
        while let [0xE4..=0xE9, _, _, after @ ..] = rest {
            rest = after;
        }
        let Some(&byte) = rest.first() else { break };
        let at = bytes.len() - rest.len();
        rest = match rest {
            [0xE3..=0xEF, _, _, after @ ..] | [_, after @ ..] => after,
            [] => break,
        };
        if !LOOKED_AT[usize::from(byte)] || at < skip || !is_looked_at(bytes, at) {
            continue;
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { continue };
        scan.previous = scan.before(at);
        if c.is_ascii_alphabetic() && !scan.previous.is_ascii_alphanumeric() {
            skip = address(text, at);
        }
        if skip <= at {
            scan.look(at, c);
        }
    }
    // Mostly they are in order, and sorting takes room.
    scan.changes.sort_from(0);
    *changes = scan.changes;
}

struct Scan<'t> {
    text: &'t str,
    changes: Changes,
    /// The round brackets that are open: where, of what width, and whether Han stands on their outer or inner side.
    open: Vec<(usize, usize, bool)>,
    quotes_open: bool,
    previous: char,
}

/// The bytes that a character to look at can begin with.
static LOOKED_AT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'\n' | b'(' | b')' | b',' | b';' | b':' | b'?' | b'!' | b'"' | b'[' | b'0' | 0xE2 | 0xE3 | 0xEF => true,
            byte => byte.is_ascii_alphabetic(),
        };
        byte += 1;
    }
    table
};

/// Whether the character at `at` is one to look at, as far as its first bytes tell; most of three bytes are not.
fn is_looked_at(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at + 1..at + 3);
    match bytes[at] {
        // The 0 of 二0一二年.
        b'0' => at > 0 && bytes[at - 1] >= 0x80,
        // （ ） ． Ｏ ［
        0xEF => matches!(rest, Some([0xBC, 0x88 | 0x89 | 0x8E | 0xAF | 0xBB])),
        // • ‧ ○ ◯
        0xE2 => matches!(rest, Some([0x80, 0xA2 | 0xA7] | [0x97, 0x8B | 0xAF])),
        // ・
        0xE3 => matches!(rest, Some([0x83, 0xBB])),
        _ => true,
    }
}

impl Scan<'_> {
    /// The character before `at`, as it is to stand.
    fn before(&self, at: usize) -> char {
        let written =
            self.changes.list().last().filter(|c| c.span.end as usize == at).and_then(|c| self.changes.replacement(c).chars().next_back());
        written.or_else(|| self.text[..at].chars().next_back()).unwrap_or('\n')
    }

    /// Looks at one character.
    fn look(&mut self, at: usize, c: char) {
        let next = self.text[at + c.len_utf8()..].chars().next().unwrap_or('\n');
        match c {
            '\n' => {
                self.open.clear();
                self.quotes_open = false;
            }
            '(' | '（' => {
                if self.open.len() == MAX_DEPTH {
                    self.open.remove(0);
                }
                self.open.push((at, c.len_utf8(), after_chinese(self.previous) || before_chinese(next)));
            }
            ')' | '）' => self.close(at, c, next),
            ',' if after_chinese(self.previous) && is_stray_beside(self.previous, next) => self.write(at, c, ""),
            ',' | ';' | ':' | '?' | '!' if self.is_beside(c, next) => self.write(at, c, wide(c)),
            '"' if self.quotes_open || after_chinese(self.previous) || before_chinese(next) => {
                self.write(at, c, if self.quotes_open { "”" } else { "“" });
                self.quotes_open = !self.quotes_open;
            }
            '[' | '［' => self.year_brackets(at, c),
            '○' | '◯' | 'Ｏ' | 'O' | '0' if is_numeral(self.previous) => self.zeros(at),
            '．' | '•' | '‧' | '・' if is_han(self.previous) && is_han(next) && !is_numeral(self.previous) => self.write(at, c, "·"),
            _ => {}
        }
    }

    fn write(&mut self, at: usize, c: char, to: &'static str) {
        self.changes.push(RepairKind::Width, at, at + c.len_utf8(), to);
    }

    /// Whether the mark stands beside Chinese and not inside a number or an address.
    fn is_beside(&self, c: char, next: char) -> bool {
        let before = before_chinese(next) && !matches!(self.previous, '\n' | ' ');
        // &nbsp;会议 is no semicolon of the text's.
        after_chinese(self.previous) || before && (c != ';' || self.previous.is_ascii_digit())
    }

    /// A closing bracket goes with its opening one: both change where Chinese stands beside either.
    fn close(&mut self, at: usize, c: char, next: char) {
        let beside = after_chinese(self.previous) || before_chinese(next);
        let (start, width, opening_beside) = self.open.pop().unwrap_or((at, 3, false));
        if !(beside || opening_beside) {
            return;
        }
        if width == 1 {
            self.changes.push(RepairKind::Width, start, start + 1, "（");
        }
        if c == ')' {
            self.write(at, c, "）");
        }
    }

    /// 二○○八年, 二0一二年 → 二〇〇八年, 二〇一二年.
    fn zeros(&mut self, at: usize) {
        let run = self.text[at..].char_indices().take_while(|&(_, c)| matches!(c, '○' | '◯' | 'Ｏ' | 'O' | '0')).take(MAX_ZEROS + 1);
        let run: Vec<(usize, char)> = run.collect();
        let Some(&(last, c)) = run.last().filter(|_| run.len() <= MAX_ZEROS) else { return };
        let next = self.text[at + last + c.len_utf8()..].chars().next().unwrap_or('\n');
        if is_numeral(next) || matches!(next, '年' | '月' | '日') {
            for (from, c) in run {
                self.write(at + from, c, "〇");
            }
        }
    }

    /// 国办发[2014]1号 and 国办发［2014］1号 → 〔2014〕.
    fn year_brackets(&mut self, at: usize, c: char) {
        let inner = &self.text[at + c.len_utf8()..];
        let year = inner.get(..4).is_some_and(|y| y.bytes().all(|b| b.is_ascii_digit()));
        let Some(closing) = inner.get(4..).and_then(|s| s.chars().next()).filter(|c| year && matches!(c, ']' | '］')) else { return };
        let rest = inner[4 + closing.len_utf8()..].trim_start_matches('第');
        let digits = rest.bytes().take(6).take_while(u8::is_ascii_digit).count();
        if is_han(self.previous) && digits > 0 && rest[digits..].starts_with('号') {
            self.write(at, c, "〔");
            self.write(at + c.len_utf8() + 4, closing, "〕");
        }
    }
}

/// The end of the address (https://…, name@host) that starts at `at`, or `at`.
fn address(text: &str, at: usize) -> usize {
    let bytes = &text.as_bytes()[at..];
    let length = bytes.iter().take(MAX_ADDRESS).take_while(|b| b.is_ascii_graphic()).count();
    let piece = &text[at..at + length];
    if piece.contains("://") || piece.starts_with("www.") || piece.contains('@') {
        // A mark at the end belongs to the sentence around it.
        at + piece.trim_end_matches([',', ';', ':', '?', '!', ')', '"', '.']).len()
    } else {
        at
    }
}

/// The longest address looked at, in bytes.
const MAX_ADDRESS: usize = 512;

/// Whether a mark that stands after `c` stands in Chinese text. What an opening bracket becomes is known later only.
fn after_chinese(c: char) -> bool {
    class_of(c) & (class::HAN | class::WIDE) != 0 && c != '（'
}

/// Whether a mark that stands before `c` stands in Chinese text. Of marks that this pass itself writes none counts, so
/// that a second pass finds nothing more.
fn before_chinese(c: char) -> bool {
    class_of(c) & (class::HAN | class::WIDE) != 0 && !matches!(c, '（' | '）' | '，' | '；' | '：' | '？' | '！' | '“' | '”' | '〔' | '〕')
}

/// A Chinese numeral as it stands in a year: 二○一二.
fn is_numeral(c: char) -> bool {
    matches!(c, '〇' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
}

/// Whether a half-width comma between these is one too many, as pages put beside every mark: 查找问题,、明确路径,,部署,。
fn is_stray_beside(previous: char, next: char) -> bool {
    matches!(next, '，' | '、' | '。' | '；' | '：') || matches!(previous, '，' | '、' | '。' | '；' | '：')
}

fn wide(c: char) -> &'static str {
    match c {
        ',' => "，",
        ';' => "；",
        ':' => "：",
        '?' => "？",
        _ => "！",
    }
}
