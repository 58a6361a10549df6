//! Counts and numbers of enumerations: 五个方面 with four items, 一是…三是, 一是…一是, 一是…二要.

use super::Report;
use crate::annotate::{Marker, MarkerStyle, Reading};
use crate::diagnostic::Code;
use crate::document::{Document, Enumeration, EnumerationStyle, Item};
use crate::span::Span;

/// Looks at all enumerations.
pub(super) fn read(reading: &Reading<'_>, document: &Document, report: &mut Report) {
    for list in &document.enumerations {
        count(list, report);
        if list.style == EnumerationStyle::Ordinal {
            numbers(list, report);
            drift(reading, list, report);
        }
    }
}

/// The label's number beside the number of items. Where the numbering itself is broken, the items are not counted.
fn count(list: &Enumeration, report: &mut Report) {
    let (Some(label), Some(declared)) = (&list.label, list.declared) else { return };
    let broken = list.style == EnumerationStyle::Ordinal && list.items.windows(2).any(|w| w[1].ordinal != w[0].ordinal + 1);
    if declared as usize != list.items.len() && !broken {
        let items = list.items.iter().map(place).collect();
        report.add(Code::CountMismatch, label.span, items, &[&label.text, &list.items.len().to_string()]);
    }
}

/// Each number beside the one before it.
fn numbers(list: &Enumeration, report: &mut Report) {
    for pair in list.items.windows(2) {
        let [before, here] = pair else { continue };
        let code = match here.ordinal {
            n if n == before.ordinal => Code::OrdinalRepeat,
            n if n > before.ordinal + 1 => Code::OrdinalGap,
            _ => continue,
        };
        report.add(code, place(here), vec![place(before)], &[marker(before), marker(here)]);
    }
}

/// The first marker that has another form than the first of all; 最后 closes lists of any form.
fn drift(reading: &Reading<'_>, list: &Enumeration, report: &mut Report) {
    let Some(first) = list.items.first() else { return };
    let Some(form) = form(reading, first) else { return };
    let other = list.items.iter().find(|i| self::form(reading, i).is_some_and(|m| m.style != form.style && m.number.is_some()));
    if let Some(other) = other {
        report.add(Code::LabelDrift, place(other), vec![place(first)], &[marker(first), marker(other)]);
    }
}

/// The marker of an item as it was read.
fn form(reading: &Reading<'_>, item: &Item) -> Option<Marker> {
    let start = item.marker.as_ref()?.span.start;
    reading.marker_at(start).map(|m| m.value).filter(|m| m.style != MarkerStyle::Bare || m.number.is_some())
}

/// Where an item's marker stands, or the item.
fn place(item: &Item) -> Span {
    item.marker.as_ref().map_or(item.content.span, |m| m.span)
}

/// The marker of an item as written.
fn marker(item: &Item) -> &str {
    item.marker.as_ref().map_or("", |m| &m.text)
}
