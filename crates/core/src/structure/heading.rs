//! The heading tree (层次序数): 一、 （一） 1. （1） ①, by GB/T 9704-2012.
//!
//! A line that begins with a sign is a heading where its sign is counted on: a lone 3. at the start of a
//! line is none. Levels are relative: a text that uses only 1. has it at level 1.

use crate::annotate::{Found, Marker, MarkerStyle, Reading};
use crate::document::Section;
use crate::segment::trim_space;
use crate::span::Span;

/// The headings of the text, in order.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Section> {
    let used = used(reading);
    let headings = reading.markers.iter().filter(|m| m.value.starts_line && rank(m.value.style).is_some_and(|r| used[r]));
    let mut sections: Vec<Section> = Vec::new();
    // The open sections, outermost first: their ranks and their places in the list.
    let mut open: Vec<(usize, usize)> = Vec::new();
    for marker in headings {
        let Some(rank) = rank(marker.value.style) else { continue };
        let content = heading(reading, marker.span);
        if content.is_empty() {
            continue;
        }
        while let Some(&(_, last)) = open.last().filter(|o| o.0 >= rank) {
            close(reading, &mut sections[last], marker.span.start);
            open.pop();
        }
        sections.push(Section {
            level: open.len() as u32 + 1,
            heading: reading.text_at(content),
            span: Span::new(marker.span.start, content.end),
            parent: open.last().map(|o| o.1 as u32),
        });
        open.push((rank, sections.len() - 1));
    }
    for (_, last) in open {
        close(reading, &mut sections[last], reading.text.len() as u32);
    }
    sections
}

/// The heading after its marker: to its first 。 or the end of its line, without final punctuation.
pub(super) fn heading(reading: &Reading<'_>, marker: Span) -> Span {
    let end = reading.segments.line(marker.start).content.end.max(marker.end);
    let rest = reading.between(marker.end, end);
    let line = &rest[..rest.find('。').unwrap_or(rest.len())];
    let kept = line.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '；' | '：' | '！' | '？' | '，' | '、' | ';' | ':'));
    trim_space(reading.text, Span::of(marker.end as usize, marker.end as usize + kept.len()))
}

/// Ends a section before `offset`.
fn close(reading: &Reading<'_>, section: &mut Section, offset: u32) {
    section.span = trim_space(reading.text, Span::new(section.span.start, offset.max(section.heading.span.end)));
}

/// The signs that the text counts on with at the starts of lines: it has a first and a second of them.
fn used(reading: &Reading<'_>) -> [bool; RANKS] {
    let mut seen = [[false; 2]; RANKS];
    for Found { value: Marker { style, number, starts_line }, .. } in &reading.markers {
        if let (Some(rank), Some(n @ 1..=2), true) = (rank(*style), number, starts_line) {
            seen[rank][*n as usize - 1] = true;
        }
    }
    seen.map(|s| s[0] && s[1])
}

/// How many ranks of headings there are.
const RANKS: usize = 5;

/// The place of a sign among headings, from the outermost.
fn rank(style: MarkerStyle) -> Option<usize> {
    Some(match style {
        MarkerStyle::Chinese => 0,
        MarkerStyle::ChineseBracket => 1,
        MarkerStyle::Arabic => 2,
        MarkerStyle::ArabicBracket => 3,
        MarkerStyle::Circled => 4,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::annotate::annotate;
    use crate::lexicon::Lexicon;
    use crate::options::Options;
    use crate::segment::Segments;

    fn sections(text: &str) -> Vec<String> {
        let (lexicon, options) = (Lexicon::builtin(), Options::default());
        let (words, signs) = lexicon.scan(text);
        let reading = annotate(text, Segments::of(text, signs), words, &lexicon, &options, None);
        super::read(&reading)
            .iter()
            .map(|s| format!("{}{}{}", "-".repeat(s.level as usize), s.heading.text, s.parent.map_or(String::new(), |p| format!("^{p}"))))
            .collect()
    }

    #[test]
    fn headings_form_a_tree() {
        let text = "通知\n一、总体要求\n坚持安全第一。\n（一）目标。年底前完成。\n（二）步骤\n1.勘察\n2.施工\n二、保障措施\n（一）组织\n";
        assert_eq!(sections(text), ["-总体要求", "--目标^0", "--步骤^0", "---勘察^2", "---施工^2", "-保障措施", "--组织^5"]);
    }

    #[test]
    fn levels_are_relative() {
        assert_eq!(sections("1.各科室要排查隐患。次日报告。\n2.各站所要落实责任"), ["-各科室要排查隐患", "-各站所要落实责任"]);
    }

    #[test]
    fn a_lone_sign_is_no_heading() {
        assert_eq!(sections("3.该站建于上世纪。\n会议提出：1.查隐患；2.抓整改。"), Vec::<String>::new());
    }
}
