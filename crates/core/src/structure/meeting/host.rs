//! Who hosts (主办、承办、协办): 会议由青山管理局主办, 这次研讨会是由甲和乙共同举办的.

use super::Draft;
use super::scan;
use super::subject::{self, Subject};
use crate::annotate::Reading;
use crate::lexicon::{Kind, Kinds};
use crate::span::Span;
use crate::structure::words;

/// Gives the first meeting without a convener the hosts that the text names.
pub(super) fn read(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let Some(draft) = drafts.iter_mut().find(|d| d.event.subject.is_none()) else { return };
    let all = Span::new(draft.event.span.start, reading.text.len() as u32);
    for token in reading.tokens.among(all, Kinds::of(&[Kind::Host, Kind::Convene])) {
        if reading.segments.pairs.around(token.span.start).is_none() {
            if let Some(host) = host(reading, token.span.start) {
                draft.event.subject = Some(Subject::Body(host));
                return;
            }
        }
    }
}

/// The place that the sentence of a visit comes to before it tells of a meeting: 来到|青山集团，参观展厅并召开座谈会.
pub(super) fn destination(reading: &Reading<'_>, event: Span) -> Option<Span> {
    let sentence = reading.segments.sentence(event.start).content;
    let before = Span::new(sentence.start, event.end.min(sentence.end).max(sentence.start));
    let start = reading.tokens.of(before, Kind::Arrive).last()?.span.end;
    let stop = |t: &crate::lexicon::Token| {
        t.kinds.any(&[Kind::Visit, Kind::Convene]) || matches!(reading.slice(t.span), "并" | "参观" | "进行" | "开展")
    };
    let clause = scan::clause_end(reading, start).min(event.end);
    let end = reading.tokens.within(Span::new(start, clause.max(start))).find(stop).map_or(clause, |t| t.span.start);
    // 青山、白云等地 are several stops; 走进办公室 names no place; of 带队到青山集团 the party goes on to somewhere.
    let generic = |v: Span| reading.tokens.at(v.start).is_some_and(|t| t.span == v) || reading.slice(v).starts_with('到');
    subject::venue(reading, Span::new(start, end.max(start)))
        .filter(|&v| !generic(v) && !reading.slice(v).contains(['、', '多', '等', '了']))
}

/// The body between 由 and the verb at `verb`.
fn host(reading: &Reading<'_>, verb: u32) -> Option<Span> {
    let start = scan::clause_start(reading, verb, 0);
    let clause = scan::trim_start(reading, Span::new(start, verb));
    let text = reading.slice(clause);
    let at = text.find('由')?;
    let about = words::head_of(reading, clause, Kind::MeetingSubject).is_some()
        || reading.tokens.any(Span::new(clause.start, clause.start + at as u32), &[Kind::MeetingForm]);
    if !about {
        return None;
    }
    let body = scan::trim_end(reading, Span::new(clause.start + (at + "由".len()) as u32, verb));
    // 由省政府决定|召开: who decides is no host.
    subject::body(reading, body).filter(|b| reading.tokens.ending_at(b.end, Kind::SayDecide).is_none())
}
