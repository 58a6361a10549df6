//! Enumerations (列举): ordinal series, declared lists, slogans, and the tree they form.
//!
//! `series` groups the markers into series and cuts the items out, `label` finds the counted phrase a
//! series stands under, `declared` expands counted phrases, `slogan` reads parallel parts in quotation
//! marks. What is left here puts them in order and hangs the inner lists into the items of the outer.

mod declared;
mod label;
mod parts;
mod series;
mod slogan;
#[cfg(test)]
mod tests;

use crate::annotate::Reading;
use crate::document::{Enumeration, EnumerationStyle, Item, ItemRef, Speech};
use crate::sorted::arrange;
use crate::span::Span;

/// An enumeration before its place in the tree is known.
#[derive(Debug)]
struct Draft {
    style: EnumerationStyle,
    label: Option<Span>,
    declared: Option<u32>,
    items: Vec<DraftItem>,
}

/// An item of a draft.
#[derive(Clone, Copy, Debug)]
struct DraftItem {
    marker: Option<Span>,
    ordinal: u32,
    content: Span,
    /// Where lists within the item may stand: for a heading all that stands under it.
    scope: Span,
}

impl Draft {
    /// From the first marker or item to the end of the last item.
    fn span(&self) -> Span {
        let start = self.items.first().map_or(0, |i| i.marker.map_or(i.content.start, |m| m.start));
        Span::new(start, self.items.iter().map(|i| i.content.end).max().unwrap_or(start))
    }
}

/// The enumerations of the text, in order of their spans.
pub(super) fn read(reading: &Reading<'_>, speeches: &[Speech]) -> Vec<Enumeration> {
    let mut drafts = series::read(reading, speeches);
    let declared = declared::read(reading);
    label::find(reading, &mut drafts, &declared);
    let slogans = slogan::read(reading, &declared);
    drafts.extend(declared);
    drafts.extend(slogans);
    arrange(&mut drafts, |d| d.span().outer_first());
    let parents = parents(&drafts);
    let mut list: Vec<Enumeration> = drafts.iter().zip(&parents).map(|(d, &parent)| enumeration(reading, d, parent)).collect();
    for (child, parent) in parents.iter().enumerate() {
        if let Some(parent) = parent {
            list[parent.enumeration as usize].items[parent.item as usize].enumerations.push(child as u32);
        }
    }
    list
}

/// The item that each draft stands in: the innermost whose scope holds it.
fn parents(drafts: &[Draft]) -> Vec<Option<ItemRef>> {
    let mut scopes: Vec<(Span, ItemRef)> = Vec::new();
    for (e, draft) in drafts.iter().enumerate() {
        // Nothing in an item begins with the item's own marker.
        let scope = |item: &DraftItem| Span::new(item.content.start, item.scope.end);
        scopes.extend(draft.items.iter().enumerate().map(|(i, item)| (scope(item), ItemRef { enumeration: e as u32, item: i as u32 })));
    }
    arrange(&mut scopes, |(scope, _)| scope.outer_first());
    let mut open: Vec<(Span, ItemRef)> = Vec::new();
    let mut next = 0;
    let mut parents = Vec::with_capacity(drafts.len());
    for (e, draft) in drafts.iter().enumerate() {
        let span = draft.span();
        while let Some(&scope) = scopes.get(next).filter(|(s, _)| s.start <= span.start) {
            open.retain(|(s, _)| s.end > scope.0.start);
            open.push(scope);
            next += 1;
        }
        let holds = |(s, r): &&(Span, ItemRef)| s.contains(span) && r.enumeration != e as u32;
        parents.push(open.iter().rev().find(holds).map(|&(_, r)| r));
    }
    parents
}

/// The enumeration that a draft makes.
fn enumeration(reading: &Reading<'_>, draft: &Draft, parent: Option<ItemRef>) -> Enumeration {
    let item = |item: &DraftItem| Item {
        marker: item.marker.map(|m| reading.text_at(m)),
        ordinal: item.ordinal,
        content: reading.text_at(item.content),
        enumerations: Vec::new(),
    };
    Enumeration {
        style: draft.style,
        label: draft.label.map(|l| reading.text_at(l)),
        declared: draft.declared,
        items: draft.items.iter().map(item).collect(),
        parent,
        span: draft.span(),
    }
}

/// The span without white space and punctuation around it.
fn trim(reading: &Reading<'_>, span: Span) -> Span {
    let piece = reading.slice(span);
    let mark = |c: char| c.is_whitespace() || matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | '、' | ',' | ';' | ':' | '!' | '?');
    let kept = piece.trim_start_matches(mark);
    let start = span.start as usize + (piece.len() - kept.len());
    Span::of(start, start + kept.trim_end_matches(mark).len())
}
