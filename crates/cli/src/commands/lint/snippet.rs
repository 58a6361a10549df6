//! One diagnostic with the piece of the text that it is about.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
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
    let related: Vec<Span> = diagnostic.related.iter().copied().filter(|r| *r != diagnostic.span).take(MAX_RELATED).collect();
    let title = level.primary_title(message.as_str()).id(diagnostic.code.name());
    let mut group = title.element(shown(text, diagnostic.span, AnnotationKind::Primary));
    group = group.elements(related.iter().map(|&r| shown(text, r, AnnotationKind::Context)));
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let drawn = renderer.decor_style(DecorStyle::Ascii).render(&[group]);
    // The place is told here, since the drawing knows only the piece of the line that it shows.
    let (title, rest) = drawn.split_once('\n').unwrap_or((&drawn, ""));
    let last = related.iter().chain([&diagnostic.span]).map(|s| line(text, s.start as usize).0).max().unwrap_or(1);
    let gutter = last.to_string().len();
    format!("{title}\n{:gutter$}--> {}\n{rest}\n\n", "", place(name, text, diagnostic.span))
}

/// So many places are shown beside the first.
const MAX_RELATED: usize = 6;
/// So many characters are shown before and after what is meant.
const NEAR: usize = 16;
/// So many characters of what is meant are shown.
const MEANT: usize = 24;

/// The file, line and column where a span begins, as editors take it.
fn place(name: &str, text: &str, span: Span) -> String {
    let (line, start) = line(text, span.start as usize);
    let column = text.get(start..span.start as usize).map_or(1, |t| t.chars().count() + 1);
    format!("{name}:{line}:{column}")
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

#[cfg(test)]
mod tests {
    use super::*;

    fn diagnostic(text: &str, meant: &str, related: &[&str]) -> Diagnostic {
        let span = |words: &str| {
            let start = text.find(words).expect("the words stand in the text");
            serde_json::json!({"start": start, "end": start + words.len()})
        };
        let related: Vec<_> = related.iter().map(|w| span(w)).collect();
        let value = serde_json::json!({
            "code": "count_mismatch", "severity": "error", "message": "数目不符", "message_en": "the count is off",
            "span": span(meant), "related": related
        });
        serde_json::from_value(value).expect("a diagnostic")
    }

    #[test]
    fn the_caret_stands_under_what_is_meant_two_columns_a_character() {
        let text = "标题\n要抓好五个方面：一是甲，二是乙。\n";
        let drawn = draw(&diagnostic(text, "五个方面", &["二是"]), "a.txt", text, true, false);
        let expected = "\
错误[count_mismatch]: 数目不符
 --> a.txt:2:4
  |
2 | 要抓好五个方面：一是甲，二是乙。
  |       ^^^^^^^^
";
        assert!(drawn.starts_with(expected), "{drawn}");
        assert!(drawn.contains("                        ----"), "{drawn}");
        assert!(
            draw(&diagnostic(text, "五个方面", &[]), "a.txt", text, false, false).starts_with("error[count_mismatch]: the count is off\n")
        );
    }

    #[test]
    fn of_a_long_line_only_what_stands_near_is_shown() {
        let text = format!("{}五个方面{}", "前".repeat(300), "后".repeat(300));
        let drawn = draw(&diagnostic(&text, "五个方面", &[]), "a.txt", &text, true, false);
        assert!(drawn.contains(&format!("1 | …{}五个方面{}…", "前".repeat(NEAR), "后".repeat(NEAR))), "{drawn}");
        assert!(drawn.contains("a.txt:1:301"), "{drawn}");
        let whole = draw(&diagnostic(&text, &"后".repeat(300), &[]), "a.txt", &text, true, false);
        assert!(whole.lines().all(|l| l.chars().count() < 120), "{whole}");
    }

    #[test]
    fn what_a_terminal_would_obey_is_never_printed() {
        let text = "会\u{1b}[31m议\t五个方面\r\n";
        let drawn = draw(&diagnostic(text, "五个方面", &[]), "a.txt", text, true, false);
        assert!(!drawn.contains(['\u{1b}', '\t', '\r']), "{drawn:?}");
        let mark = draw(&diagnostic(text, "\u{1b}[31m议", &[]), "a.txt", text, true, false);
        assert!(!mark.contains('\u{1b}') && mark.contains('^'), "{mark:?}");
    }
}
