//! One diagnostic with the piece of the text that it is about.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use gongwen::{Diagnostic, Severity, Span};

/// Draws a diagnostic. Paragraphs of Chinese are long lines, so only what stands near is shown of each.
pub(super) fn draw(diagnostic: &Diagnostic, name: &str, text: &str, chinese: bool, colour: bool) -> String {
    let message = if chinese { &diagnostic.message } else { &diagnostic.message_en };
    let level = match (diagnostic.severity, chinese) {
        (Severity::Error, false) => Level::ERROR,
        (Severity::Error, true) => Level::ERROR.with_name("错误"),
        (Severity::Warning, false) => Level::WARNING,
        (Severity::Warning, true) => Level::WARNING.with_name("警告"),
        (Severity::Hint, false) => Level::HELP.with_name("hint"),
        (Severity::Hint, true) => Level::HELP.with_name("提示"),
    };
    let code = diagnostic.code.name();
    let mut group = level.primary_title(message.as_str()).id(code).element(origin(name, text, diagnostic.span));
    group = group.element(shown(text, diagnostic.span, AnnotationKind::Primary));
    for &related in diagnostic.related.iter().filter(|r| **r != diagnostic.span).take(MAX_RELATED) {
        group = group.element(shown(text, related, AnnotationKind::Context));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).render(&[group]) + "\n\n"
}

/// So many places are shown beside the first.
const MAX_RELATED: usize = 6;
/// So many characters are shown before and after what is meant.
const NEAR: usize = 16;
/// So many characters of what is meant are shown.
const MEANT: usize = 24;

fn origin<'a>(name: &'a str, text: &str, span: Span) -> Origin<'a> {
    let (line, start) = line(text, span.start as usize);
    let column = text.get(start..span.start as usize).map_or(1, |t| t.chars().count() + 1);
    Origin::path(name).line(line).char_column(column)
}

/// The piece of the line around a span, with … where the line goes on.
fn shown(text: &str, span: Span, kind: AnnotationKind) -> Snippet<'static, annotate_snippets::Annotation<'static>> {
    let (number, start) = line(text, span.start as usize);
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let meant = forward(text, span.start as usize, MEANT).min(span.end as usize).min(end).max(span.start as usize);
    let from = back(text, span.start as usize, NEAR).max(start);
    let to = forward(text, meant, NEAR).min(end);
    let mut piece = String::new();
    if from > start {
        piece.push('…');
    }
    let at = piece.len();
    // What a terminal would obey is shown as a blank.
    piece.extend(text[from..to].chars().map(|c| if c.is_control() { ' ' } else { c }));
    let blank = |range: Range<usize>| text[range].chars().map(|c| if c.is_control() { 1 } else { c.len_utf8() }).sum::<usize>();
    let begin = at + blank(from..span.start as usize);
    let marked = begin..begin + blank(span.start as usize..meant);
    if to < end {
        piece.push('…');
    }
    Snippet::source(piece).line_start(number).annotation(kind.span(marked))
}

/// The number of the line, from 1, and where it starts.
fn line(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    (before.bytes().filter(|&b| b == b'\n').count() + 1, before.rfind('\n').map_or(0, |at| at + 1))
}

fn forward(text: &str, from: usize, characters: usize) -> usize {
    text[from..].char_indices().nth(characters).map_or(text.len(), |(at, _)| from + at)
}

fn back(text: &str, from: usize, characters: usize) -> usize {
    text[..from].char_indices().rev().take(characters).last().map_or(from, |(at, _)| at)
}
