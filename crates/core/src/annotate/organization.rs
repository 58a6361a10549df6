//! Organisations (机构): known names, and names by their last word.

use super::{Found, Reading};
use crate::lexicon::{Kind, Token};
use crate::span::Span;

/// The longest name of a body, in bytes: 40 characters.
const MAX_LENGTH: u32 = 120;

/// The least that stands before a last word of one character (局, 部) to make a name, in bytes.
const MIN_STEM: u32 = 6;

/// Finds all organisations of the text.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Found<()>> {
    let mut list: Vec<Found<()>> = Vec::new();
    for token in reading.tokens.all() {
        let Some(found) = at(reading, token) else { continue };
        // 青山管理局办公室 takes in the 青山管理局 that it begins with.
        while list.last().is_some_and(|last| found.span.contains(last.span)) {
            list.pop();
        }
        if list.last().is_none_or(|last| last.span.end <= found.span.start) {
            list.push(found);
        }
    }
    list
}

/// The body whose name ends with `token`.
fn at(reading: &Reading<'_>, token: Token) -> Option<Found<()>> {
    let known = token.kinds.has(Kind::Organization);
    if !known && !token.kinds.has(Kind::OrganizationSuffix) {
        return None;
    }
    let start = reading.edges.before(token.span.start);
    let stem = token.span.start - start.min(token.span.start);
    if stem > MAX_LENGTH || (!known && token.span.len() == 3 && stem < MIN_STEM) || (!known && stem == 0) {
        return known.then_some(Found { span: token.span, rule: "organization_known", value: () });
    }
    Some(Found {
        span: Span::new(start, token.span.end),
        rule: if known { "organization_known" } else { "organization_suffix" },
        value: (),
    })
}
