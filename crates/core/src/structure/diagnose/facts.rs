//! Speakers that can't be found, dates without a year or with another weekday, demands that name nobody.

use super::Report;
use crate::annotate::weekday_mismatch;
use crate::diagnostic::Code;
use crate::document::{Directive, Document, Time};
use crate::sorted::arrange;

/// How many other places a diagnostic names.
const MAX_RELATED: usize = 10;

/// The fewest directives of a list that show how it is written.
const MIN_NAMED: usize = 2;

/// Looks at what the Document states.
pub(super) fn read(document: &Document, report: &mut Report) {
    for speech in document.speeches.iter().filter(|s| s.speaker.is_none()) {
        report.add(Code::UnresolvedSpeaker, speech.verb.span, Vec::new(), &[&speech.verb.text]);
    }
    weekdays(document, report);
    dates(document, report);
    unaddressed(document, report);
}

/// The days of the week by their numbers, 1 for Monday.
const WEEKDAYS: [&str; 8] = ["", "一", "二", "三", "四", "五", "六", "日"];

/// Dates that state another day of the week than the calendar has.
fn weekdays(document: &Document, report: &mut Report) {
    for time in &document.times {
        if let Some((stated, actual)) = weekday_mismatch(time) {
            let name = |day: u8| WEEKDAYS.get(usize::from(day)).copied().unwrap_or_default();
            report.add(Code::DateWeekdayMismatch, time.span, Vec::new(), &[&time.text, name(stated), name(actual)]);
        }
    }
}

/// The dates that matter, of meetings and deadlines, without a year: one hint for all of them.
fn dates(document: &Document, report: &mut Report) {
    let meetings = document.meetings.iter().filter_map(|m| m.time.as_ref());
    let deadlines = document.directives.iter().filter_map(|d| d.deadline.as_deref());
    let mut open: Vec<&Time> = meetings.chain(deadlines).filter(|t| lacks_year(t)).collect();
    arrange(&mut open, |t| t.span.place());
    open.dedup_by_key(|t| t.span);
    if let [first, others @ ..] = &open[..] {
        let related = others.iter().take(MAX_RELATED).map(|t| t.span).collect();
        report.add(Code::UnresolvedDate, first.span, related, &[&first.text]);
    }
}

/// Whether a time states a day without its year, and nothing gives the year.
fn lacks_year(time: &Time) -> bool {
    time.resolved.is_none() && time.value.as_ref().is_some_and(|v| v.starts_with("--"))
}

/// The only demand of a list that doesn't say who has to act.
fn unaddressed(document: &Document, report: &mut Report) {
    let mut lists: Vec<Vec<&Directive>> = vec![Vec::new(); document.enumerations.len()];
    let mut last = None;
    for directive in &document.directives {
        // The first directive of an item says whose the item is.
        let Some(item) = directive.item.filter(|i| last != Some(*i)) else { continue };
        last = Some(item);
        if let Some(list) = lists.get_mut(item.enumeration as usize) {
            list.push(directive);
        }
    }
    for list in lists {
        let (named, open): (Vec<&Directive>, Vec<&Directive>) = list.into_iter().partition(|d| !d.addressees.is_empty());
        if let ([open], true) = (&open[..], named.len() >= MIN_NAMED) {
            let related = named.iter().take(MAX_RELATED).map(|d| d.addressees[0].span).collect();
            report.add(Code::DirectiveWithoutAddressee, open.content.span, related, &[]);
        }
    }
}
