//! One self-contained page: the text with all that was read from it marked up, and tables beside it.

use std::fmt::Write;

use super::marks::{self, Mark};
use super::place::Places;
use super::tasks::tasks;
use super::words::{one_line, speaker};
use super::{facts, labels};
use crate::document::Document;
use crate::span::Span;

/// The page. It loads nothing, runs nothing and holds no address; all text in it is escaped.
///
/// `source` is the text that was parsed into `document`.
///
/// ```
/// let text = "会议要求，各单位要在6月20日前完成自查。<script>";
/// let document = gongwen_core::parse(text)?;
/// let page = gongwen_core::render::html(&document, text);
/// assert!(page.contains("&lt;script&gt;") && !page.contains("<script"));
/// # Ok::<(), gongwen_core::Error>(())
/// ```
#[must_use]
pub fn html(document: &Document, source: &str) -> String {
    let title = document.title.as_ref().map_or("（无标题）", |t| t.text.as_str());
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
        <header><p class=\"kind\">{}</p><h1>{}</h1></header>\n<main>\n",
        escaped(title),
        labels::kind(document.kind),
        escaped(title)
    );
    let _ = writeln!(page, "<article>{}</article>\n<section>", marked(document, source));
    definitions(&mut page, "公文要素", &facts::official(document));
    for meeting in &document.meetings {
        definitions(&mut page, &format!("会议：{}", facts::meeting_name(meeting)), &facts::meeting(document, meeting));
    }
    let people: Vec<[String; 3]> =
        document.people.iter().map(|p| [link(p.name.span, &p.name.text), escaped(&facts::posts(p)), escaped(&facts::roles(p))]).collect();
    table(&mut page, "人员", &["姓名", "职务", "角色"], &people);
    let speeches: Vec<[String; 3]> = document
        .speeches
        .iter()
        .map(|s| {
            let who = speaker(document, s.speaker.as_ref()).unwrap_or("（未明）");
            [link(s.verb.span, who), escaped(&s.verb.text), escaped(&one_line(&s.content.text, MAX_LEAD))]
        })
        .collect();
    table(&mut page, "讲话", &["谁", "动词", "内容"], &speeches);
    let rows: Vec<[String; 5]> = tasks(document, source)
        .into_iter()
        .map(|t| {
            let bodies = [t.who, t.lead, t.assist].into_iter().filter(|b| !b.is_empty()).collect::<Vec<_>>().join("；");
            [link(t.span, &t.number.to_string()), escaped(&bodies), escaped(&t.what), escaped(&t.by_when), escaped(&t.from_whom)]
        })
        .collect();
    table(&mut page, "督办清单", &["序号", "责任单位", "任务", "时限", "提出"], &rows);
    let places = Places::of(source);
    let diagnostics: Vec<[String; 3]> = document
        .diagnostics
        .iter()
        .map(|d| {
            let place = places.at(d.span.start);
            [labels::severity(d.severity).to_owned(), link(d.span, &format!("{}:{}", place.line, place.column)), escaped(&d.message)]
        })
        .collect();
    table(&mut page, "诊断", &["级别", "位置", "说明"], &diagnostics);
    page.push_str("</section>\n</main>\n</body>\n</html>\n");
    page
}

/// What was said is shown by its beginning; the text stands beside it.
const MAX_LEAD: usize = 80;

const STYLE: &str = include_str!("page.css");

/// The text with its marks. Marks may overlap anyhow, so the text is cut at every mark's bounds, and each piece is
/// told all the classes that hold there.
fn marked(document: &Document, source: &str) -> String {
    let marks = marks::of(document);
    let mut bounds: Vec<usize> = marks.iter().flat_map(|m| [m.span.start as usize, m.span.end as usize]).collect();
    bounds.extend([0, source.len()]);
    bounds.sort_unstable();
    bounds.dedup();
    let mut by_end: Vec<&Mark> = marks.iter().collect();
    by_end.sort_by_key(|m| m.span.end);
    let (mut begun, mut ended) = (marks.iter().peekable(), by_end.into_iter().peekable());
    let mut active = [0u32; marks::CLASSES.len()];
    let mut out = String::with_capacity(source.len() * 3);
    for pair in bounds.windows(2) {
        while let Some(mark) = ended.next_if(|m| m.span.end as usize <= pair[0]) {
            active[mark.class] -= 1;
        }
        let mut anchored = false;
        while let Some(mark) = begun.next_if(|m| m.span.start as usize <= pair[0]) {
            active[mark.class] += 1;
            anchored = true;
        }
        // Bounds that a Document in another unit might have are no bounds of characters.
        let Some(piece) = source.get(pair[0]..pair[1]) else { continue };
        let classes: Vec<&str> = active.iter().zip(marks::CLASSES).filter(|(n, _)| **n > 0).map(|(_, (class, _))| class).collect();
        if classes.is_empty() {
            out.push_str(&escaped(piece));
        } else {
            let names: Vec<&str> = active.iter().zip(marks::CLASSES).filter(|(n, _)| **n > 0).map(|(_, (_, name))| name).collect();
            let id = if anchored { format!(" id=\"o{}\"", pair[0]) } else { String::new() };
            let _ = write!(out, "<span{id} class=\"{}\" title=\"{}\">{}</span>", classes.join(" "), names.join(" · "), escaped(piece));
        }
    }
    out
}

/// A link to where a mark begins in the text.
fn link(span: Span, text: &str) -> String {
    format!("<a href=\"#o{}\">{}</a>", span.start, escaped(text))
}

fn definitions(page: &mut String, heading: &str, facts: &[facts::Fact]) {
    if facts.is_empty() {
        return;
    }
    let _ = writeln!(page, "<h2>{}</h2>\n<dl>", escaped(heading));
    for (label, value) in facts {
        let _ = writeln!(page, "<dt>{label}</dt><dd>{}</dd>", escaped(value));
    }
    page.push_str("</dl>\n");
}

/// A table whose cells are HTML.
fn table<const N: usize>(page: &mut String, heading: &str, columns: &[&str; N], rows: &[[String; N]]) {
    if rows.is_empty() {
        return;
    }
    let _ = writeln!(page, "<h2>{heading}</h2>\n<table>\n<tr><th>{}</th></tr>", columns.join("</th><th>"));
    for row in rows {
        let _ = writeln!(page, "<tr><td>{}</td></tr>", row.join("</td><td>"));
    }
    page.push_str("</table>\n");
}

/// Text as HTML, within elements and within quoted attributes. Characters that HTML has not are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn the_text_stands_whole_in_the_page_with_its_marks() {
        let page = html(&sample::document(), sample::SOURCE);
        let article = page.split("<article>").nth(1).and_then(|p| p.split("</article>").next()).expect("an article");
        let mut bare = String::new();
        let mut inside = false;
        for c in article.chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                c if !inside => bare.push(c),
                _ => {}
            }
        }
        assert_eq!(bare, sample::SOURCE);
        assert!(article.contains("class=\"person\""), "{article}");
        assert!(article.contains("directive") && article.contains("diagnostic"));
        // Every link leads somewhere.
        for href in page.match_indices("href=\"#").map(|(at, _)| &page[at + 7..]) {
            let id = href.split('"').next().unwrap_or_default();
            assert!(page.contains(&format!(" id=\"{id}\"")), "{id}");
        }
    }

    #[test]
    fn nothing_in_the_text_is_taken_for_a_tag() {
        let mut document = sample::document();
        document.people[0].name.text = "<img src=x onerror=alert(1)>".into();
        document.diagnostics[0].message = "\"'><b>".into();
        let page = html(&document, sample::SOURCE);
        assert!(!page.contains("<img") && !page.contains("<b>"));
        assert_eq!(escaped("a<b>&\"'\u{0}\u{1b}"), "a&lt;b&gt;&amp;&quot;&#39;");
    }
}
