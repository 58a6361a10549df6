//! What a meeting dealt with (议题): 审议…, 听取…汇报, 学习….

use super::scan;
use crate::annotate::Reading;
use crate::document::Text;
use crate::lexicon::Kind;
use crate::span::Span;

/// How many items of an agenda are read from the sentence that convenes.
const MAX_ITEMS: usize = 24;

/// The agenda items that follow the convening clause in its sentence: clauses that begin with an agenda verb.
pub(super) fn read(reading: &Reading<'_>, event: Span) -> Vec<Text> {
    let sentence = reading.segments.sentence(event.start).content;
    let mut items = Vec::new();
    let mut at = event.end;
    while at < sentence.end && items.len() < MAX_ITEMS {
        let c = reading.after(at).chars().next().unwrap_or('。');
        if c == '，' || c.is_whitespace() {
            at += c.len_utf8() as u32;
            continue;
        }
        let clause = scan::trim_start(reading, Span::new(at, scan::clause_end(reading, at).min(sentence.end)));
        if clause.is_empty() {
            break;
        }
        if reading.tokens.kind_at(clause.start, Kind::Agenda).is_none() {
            break;
        }
        items.push(reading.text_at(clause));
        at = clause.end;
    }
    items
}
