//! One walk over every span of a Document, so that a new field has one place to be named in.

use crate::document::{Document, Item, Text, Time};
use crate::span::Span;

/// Calls `each` on every span of `document`, in no particular order.
pub(crate) fn each_span(document: &mut Document, mut each: impl FnMut(&mut Span)) {
    let f = &mut each;
    let Document {
        title,
        official,
        meetings,
        people,
        groups,
        speeches,
        enumerations,
        directives,
        sections,
        times,
        organizations,
        citations,
        repairs,
        diagnostics,
        ..
    } = document;
    optional(title, f);
    if let Some(o) = official {
        optional(&mut o.number, f);
        texts(&mut o.recipients, f);
        optional(&mut o.issuer, f);
        time(&mut o.issued, f);
        texts(&mut o.attachments, f);
        texts(&mut o.copies_to, f);
        optional(&mut o.note, f);
    }
    for m in meetings {
        f(&mut m.name.span);
        time(&mut m.time, f);
        optional(&mut m.venue, f);
        texts(&mut m.organizers, f);
        texts(&mut m.agenda, f);
        f(&mut m.span);
    }
    for p in people {
        f(&mut p.name.span);
        for post in &mut p.posts {
            optional(&mut post.organization, f);
            f(&mut post.title.span);
            f(&mut post.span);
        }
        p.mentions.iter_mut().for_each(&mut *f);
    }
    for g in groups {
        f(&mut g.span);
        optional(&mut g.organization, f);
    }
    for s in speeches {
        f(&mut s.verb.span);
        f(&mut s.content.span);
    }
    for e in enumerations {
        optional(&mut e.label, f);
        for Item { marker, content, .. } in &mut e.items {
            optional(marker, f);
            f(&mut content.span);
        }
        f(&mut e.span);
    }
    for d in directives {
        f(&mut d.content.span);
        texts(&mut d.addressees, f);
        texts(&mut d.inherited, f);
        optional(&mut d.modal, f);
        if let Some(condition) = &mut d.condition {
            f(&mut condition.span);
        }
        texts(&mut d.actions, f);
        if let Some(deadline) = &mut d.deadline {
            f(&mut deadline.span);
        }
        d.responsible.iter_mut().for_each(|r| f(&mut r.organization.span));
    }
    for s in sections {
        f(&mut s.heading.span);
        f(&mut s.span);
    }
    times.iter_mut().for_each(|t| f(&mut t.span));
    for o in organizations {
        f(&mut o.name.span);
        o.mentions.iter_mut().for_each(&mut *f);
    }
    citations.iter_mut().for_each(|c| f(&mut c.content.span));
    repairs.iter_mut().for_each(|r| f(&mut r.span));
    for d in diagnostics {
        f(&mut d.span);
        d.related.iter_mut().for_each(&mut *f);
    }
}

fn optional(text: &mut Option<Text>, f: &mut impl FnMut(&mut Span)) {
    if let Some(t) = text {
        f(&mut t.span);
    }
}

fn texts(list: &mut [Text], f: &mut impl FnMut(&mut Span)) {
    list.iter_mut().for_each(|t| f(&mut t.span));
}

fn time(time: &mut Option<Time>, f: &mut impl FnMut(&mut Span)) {
    if let Some(t) = time {
        f(&mut t.span);
    }
}
