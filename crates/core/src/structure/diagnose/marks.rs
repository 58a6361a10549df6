//! Brackets and quotation marks without a partner.

use super::Report;
use crate::annotate::{MarkerStyle, Reading};
use crate::diagnostic::Code;
use crate::span::Span;

/// The pairs of marks: those that open and those that close, wide and narrow.
const PAIRS: &[(&str, &str)] = &[
    ("“", "”"),
    ("‘", "’"),
    ("《", "》"),
    ("〈", "〉"),
    ("（(", "）)"),
    ("「", "」"),
    ("『", "』"),
    ("【", "】"),
    ("〔", "〕"),
    ("［[", "］]"),
];

/// Reports the marks that have no partner in their line, nor in another.
pub(super) fn read(reading: &Reading<'_>, report: &mut Report) {
    let mut open: Vec<Vec<Span>> = vec![Vec::new(); PAIRS.len()];
    let mut alone = Vec::new();
    for &span in &reading.segments.pairs.unmatched {
        let mark = reading.slice(span);
        if let Some(kind) = PAIRS.iter().position(|p| p.0.contains(mark)) {
            open[kind].push(span);
        } else if let Some(kind) = PAIRS.iter().position(|p| p.1.contains(mark)) {
            // A quotation of several paragraphs closes in the last.
            if open[kind].pop().is_none() && !is_apostrophe(reading, span) && !is_marker(reading, span) {
                alone.push(span);
            }
        }
    }
    alone.extend(open.into_iter().flatten().filter(|s| !opens_paragraphs(reading, *s)));
    alone.sort_unstable();
    for span in alone {
        report.add(Code::UnmatchedPair, span, Vec::new(), &[reading.slice(span)]);
    }
    if let Some(span) = reading.segments.pairs.too_deep {
        report.add(Code::LimitReached, span, Vec::new(), &[]);
    }
}

/// Whether the mark is an apostrophe: Xi’an.
fn is_apostrophe(reading: &Reading<'_>, span: Span) -> bool {
    reading.slice(span) == "’" && reading.before(span.start).ends_with(|c: char| c.is_alphanumeric())
}

/// Whether the mark belongs to a marker: 1）.
fn is_marker(reading: &Reading<'_>, span: Span) -> bool {
    reading.markers.last_up_to(span.start).is_some_and(|i| {
        let marker = &reading.markers[i];
        marker.span.contains(span) && marker.value.style == MarkerStyle::ArabicBracket
    })
}

/// Whether the mark opens one of several paragraphs of a quotation: each opens anew, and only the last closes.
fn opens_paragraphs(reading: &Reading<'_>, span: Span) -> bool {
    let segments = &reading.segments;
    let at = segments.line_at(span.start);
    let starts = segments.lines.get(at).is_some_and(|l| l.content.start == span.start);
    let next = segments.lines.iter().skip(at + 1).find(|l| !l.content.is_empty());
    matches!(reading.slice(span), "“" | "「") && starts && next.is_some_and(|l| reading.slice(l.content).starts_with(reading.slice(span)))
}
