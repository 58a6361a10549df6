//! What is wrong with the text (诊断).

use crate::annotate::Reading;
use crate::diagnostic::Diagnostic;
use crate::document::Document;

/// The diagnostics of a Document, in source order.
pub(super) fn read(_reading: &Reading<'_>, _document: &Document) -> Vec<Diagnostic> {
    Vec::new()
}
