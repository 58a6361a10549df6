//! The body of a text as a tree: sections, speeches, lists, items and directives, each under what it stands in.

use crate::document::{Directive, Document, Enumeration, Item, Speech, Text};
use crate::sorted::arrange;
use crate::span::Span;

/// Something that stands in the body of the text.
#[derive(Clone, Copy)]
pub(super) enum Node<'d> {
    Section(&'d Text),
    Speech(&'d Speech),
    List(&'d Enumeration),
    Item(&'d Item),
    Directive(&'d Directive),
}

/// A node in its place in the tree, which is written out from top to bottom.
pub(super) struct Row<'d> {
    /// How deep it stands, from 0.
    pub(super) depth: usize,
    pub(super) node: Node<'d>,
    /// Whether others stand in it.
    pub(super) leads: bool,
    /// For an item that is one directive and nothing more: that directive, which then has no row of its own.
    pub(super) directive: Option<&'d Directive>,
}

/// The rows of the body, in the text's order.
pub(super) fn rows(document: &Document) -> Vec<Row<'_>> {
    let nodes = nodes(document);
    let mut rows: Vec<Row<'_>> = Vec::with_capacity(nodes.len());
    // Where each open node ends.
    let mut open: Vec<u32> = Vec::new();
    for (i, &(span, node)) in nodes.iter().enumerate() {
        while open.last().is_some_and(|&end| end <= span.start) {
            open.pop();
        }
        if let (Node::Directive(directive), Some(row)) = (node, rows.last_mut()) {
            if matches!(row.node, Node::Item(item) if item.content.span == directive.content.span) && row.directive.is_none() {
                row.directive = Some(directive);
                // What comes next decides whether anything else stands in the item.
                row.leads = nodes.get(i + 1).is_some_and(|(next, _)| next.start < span.end);
                continue;
            }
        }
        let leads = nodes.get(i + 1).is_some_and(|(next, _)| next.start < span.end);
        rows.push(Row { depth: open.len(), node, leads, directive: None });
        open.push(span.end);
    }
    rows
}

/// All that stands in the body, by place; what holds something comes before it.
fn nodes(document: &Document) -> Vec<(Span, Node<'_>)> {
    let mut nodes: Vec<(Span, Node<'_>)> = Vec::new();
    nodes.extend(document.sections.iter().map(|s| (s.span, Node::Section(&s.heading))));
    nodes.extend(document.speeches.iter().map(|s| (Span::new(s.verb.span.start, s.content.span.end), Node::Speech(s))));
    let headings: Vec<u32> = document.sections.iter().map(|s| s.heading.span.start).collect();
    for list in &document.enumerations {
        // A series of headings is shown as sections.
        if list.items.iter().all(|item| headings.binary_search(&item.content.span.start).is_ok()) {
            continue;
        }
        let start = list.items.iter().map(|i| whole(i).start).min().unwrap_or(list.span.start);
        nodes.push((Span::new(start.max(list.span.start), list.span.end), Node::List(list)));
        nodes.extend(list.items.iter().map(|item| (whole(item), Node::Item(item))));
    }
    nodes.extend(document.directives.iter().map(|d| (d.content.span, Node::Directive(d))));
    // What starts and ends alike stays in the order above.
    arrange(&mut nodes, |(span, _)| span.outer_first());
    nodes
}

/// An item with its marker.
fn whole(item: &Item) -> Span {
    let start = item.marker.as_ref().map_or(item.content.span.start, |m| m.span.start.min(item.content.span.start));
    Span::new(start, item.content.span.end)
}
