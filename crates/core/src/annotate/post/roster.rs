//! Titles that label the lines of a roster (组长：林晓峰), whose body stands above.

use super::PostMention;
use crate::annotate::{Found, Reading, within};
use crate::lexicon::Kind;
use crate::segment::Line;
use crate::span::Span;

/// How many characters at the head of a line are searched for the colon of a label.
const MAX_LABEL: usize = 12;

/// How many lines a roster may stand below the line that names its group.
const ROSTER_REACH: usize = 12;

/// A post that labels a line of a roster: the 组长 of 组长：林晓峰.
pub(super) fn post(reading: &Reading<'_>, span: Span, group: Span, label: &str) -> Found<PostMention> {
    let whole = Some([reading.slice(group), label].concat().into());
    Found { span, rule: "post_roster", value: PostMention { organization: Some(group), title: span, whole, chained: false } }
}

/// The group whose roster the title at `span` labels: the title stands alone before a colon at the start of its line.
pub(super) fn group(reading: &Reading<'_>, span: Span) -> Option<Span> {
    let line = reading.segments.line_at(span.start);
    let lines = &reading.segments.lines;
    if lines.get(line)?.content.start != span.start
        || !reading.after(span.end).trim_start_matches([' ', '\u{3000}']).starts_with(['：', ':'])
    {
        return None;
    }
    let from = lines[line.saturating_sub(ROSTER_REACH)].span.start;
    let above = Span::new(from, lines[line].span.start);
    within(&reading.organizations, above).rev().find(|o| is_group(reading, o.span)).map(|o| o.span)
}

/// Whether a body is one that is made up of named people: 领导小组, 工作组, 指挥部.
pub(super) fn is_group(reading: &Reading<'_>, span: Span) -> bool {
    reading.tokens.kinds_ending(span.end).has(Kind::GroupBody)
}

/// Titles with white space inside, as rosters set them: 组　长：.
pub(super) fn labels(reading: &Reading<'_>) -> Vec<Found<PostMention>> {
    reading.segments.lines.iter().filter_map(|line| label(reading, line)).collect()
}

fn label(reading: &Reading<'_>, line: &Line) -> Option<Found<PostMention>> {
    let text = reading.slice(line.content);
    let (colon, _) = text.char_indices().take(MAX_LABEL).find(|&(_, c)| matches!(c, '：' | ':'))?;
    if !text[..colon].contains(char::is_whitespace) {
        return None;
    }
    let label: String = text[..colon].chars().filter(|c| !c.is_whitespace()).collect();
    if !reading.lexicon.kinds(&label).has(Kind::Title) {
        return None;
    }
    let length = text[..colon].trim_end().len() as u32;
    let span = Span::new(line.content.start, line.content.start + length);
    Some(match group(reading, span) {
        Some(group) => post(reading, span, group, &label),
        None => {
            let whole = Some(label.into());
            Found { span, rule: "post_roster", value: PostMention { organization: None, title: span, whole, chained: false } }
        }
    })
}
