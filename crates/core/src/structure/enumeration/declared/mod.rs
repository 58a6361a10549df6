//! Declared lists (数量短语的展开): “五种意识”，即…; 实现两个转变：…; …、…等四个方面.
//!
//! The number says whether an expansion has been read aright: of the ways to divide what stands after a
//! counted phrase, or before it, the first that gives so many parts is taken.

mod after;
mod before;

use super::{Draft, DraftItem};
use crate::annotate::{Count, Found, Reading};
use crate::document::EnumerationStyle;
use crate::lexicon::Kind;
use crate::span::Span;

/// The highest number whose list is looked for.
const MAX_DECLARED: u32 = 20;

/// The declared lists of the text.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for count in &reading.counts {
        let Some(number) = count.value.number.filter(|n| (2..=MAX_DECLARED).contains(n)) else { continue };
        // “三位一体” says how the parts belong together.
        if reading.tokens.kinds_at(count.span.start).has(Kind::NotOrdinal) {
            continue;
        }
        let Some(parts) = before::parts(reading, count, number).or_else(|| after::parts(reading, count, number)) else { continue };
        let draft = draft(count, &parts);
        // 四个方面的三个问题：…: the nearer phrase has taken the parts already.
        if drafts.last().is_none_or(|d| !d.span().overlaps(draft.span())) {
            drafts.push(draft);
        }
    }
    drafts
}

/// The list of a counted phrase with these parts.
fn draft(count: &Found<Count>, parts: &[Span]) -> Draft {
    let item = |(i, &content): (usize, &Span)| DraftItem { marker: None, ordinal: i as u32 + 1, content, scope: content };
    Draft {
        style: EnumerationStyle::Declared,
        label: Some(count.span),
        declared: count.value.number,
        items: parts.iter().enumerate().map(item).collect(),
    }
}
