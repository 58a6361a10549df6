//! What is wrong with the text (诊断).
//!
//! `lists` looks at enumerations, `marks` at brackets and quotation marks, `people` at attendees and posts,
//! `facts` at speakers, dates and directives. An editor who is warned wrongly stops reading warnings:
//! what is not sure is left unsaid.

mod facts;
mod lists;
mod marks;
mod messages;
mod people;
#[cfg(test)]
mod tests;

use crate::annotate::Reading;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Document;
use crate::sorted::arrange;
use crate::span::Span;

/// How many diagnostics of one code are given: a text with more is not written but broken, and the first
/// ones say so.
const MAX_PER_CODE: usize = 100;

/// The diagnostics of a Document, in source order.
pub(super) fn read(reading: &Reading<'_>, document: &Document) -> Vec<Diagnostic> {
    let mut report = Report::default();
    lists::read(reading, document, &mut report);
    marks::read(reading, &mut report);
    people::read(reading, document, &mut report);
    facts::read(document, &mut report);
    report.finish()
}

/// Adds what the repairs of a Document, landed in its source, leave open: damage that was seen and not mended.
pub(crate) fn add_unrepaired(document: &mut Document) {
    let mut report = Report { list: std::mem::take(&mut document.diagnostics), given: Vec::new() };
    for repair in document.repairs.iter().filter(|r| !r.certain && !r.span.is_empty()) {
        let (guess, guess_en) = match repair.replacement.as_str() {
            "" => (String::new(), String::new()),
            text => (format!("，可能是“{text}”"), format!("; it may have read {text}")),
        };
        report.add_in_both(Code::UnrepairedText, repair.span, Vec::new(), &[&guess], &[&guess_en]);
    }
    document.diagnostics = report.finish();
}

/// The diagnostics so far.
#[derive(Default)]
struct Report {
    list: Vec<Diagnostic>,
    /// How many of each code were found.
    given: Vec<(Code, usize)>,
}

impl Report {
    /// Adds a diagnostic; `values` fill the blanks of its message.
    fn add(&mut self, code: Code, span: Span, related: Vec<Span>, values: &[&str]) {
        self.add_in_both(code, span, related, values, values);
    }

    /// Adds a diagnostic whose blanks are filled otherwise in English.
    fn add_in_both(&mut self, code: Code, span: Span, related: Vec<Span>, values: &[&str], values_en: &[&str]) {
        let at = self.given.iter().position(|g| g.0 == code).unwrap_or_else(|| {
            self.given.push((code, 0));
            self.given.len() - 1
        });
        let given = &mut self.given[at].1;
        *given += 1;
        if *given <= MAX_PER_CODE {
            self.list.push(diagnostic(code, span, related, values, values_en));
        } else if *given == MAX_PER_CODE + 1 {
            self.list.push(diagnostic(Code::LimitReached, span, Vec::new(), &[], &[]));
        }
    }

    /// The diagnostics in source order.
    fn finish(mut self) -> Vec<Diagnostic> {
        arrange(&mut self.list, |d| d.code as u64);
        arrange(&mut self.list, |d| d.span.place());
        self.list
    }
}

/// A diagnostic with its messages.
fn diagnostic(code: Code, span: Span, related: Vec<Span>, values: &[&str], values_en: &[&str]) -> Diagnostic {
    let (severity, message, message_en) = messages::of(code);
    Diagnostic {
        code,
        severity,
        message: messages::fill(message, values),
        message_en: messages::fill(message_en, values_en),
        span,
        related,
    }
}
