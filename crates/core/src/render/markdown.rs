//! A report in Markdown (CommonMark with tables).

use std::fmt::Write;

use super::place::Places;
use super::tasks::{TaskSheet, tasks};
use super::tree::{self, Node, Row};
use super::words::{one_line, speaker};
use super::{facts, labels};
use crate::document::Document;

/// A report of all that the Document holds: the meeting, the people, who said what, the task sheet, the diagnostics.
///
/// `source` is the text that was parsed into `document`. Nothing in the text can break out of its place: all
/// of Markdown's and HTML's own signs are escaped.
///
/// ```
/// let text = "青山管理局召开安全生产动员大会。局长林晓峰主持会议。";
/// let document = gongwen_core::parse(text)?;
/// assert!(gongwen_core::render::markdown(&document, text).contains("| 林晓峰 | 局长 | 主持 |"));
/// # Ok::<(), gongwen_core::Error>(())
/// ```
#[must_use]
pub fn markdown(document: &Document, source: &str) -> String {
    let mut page = String::new();
    let title = document.title.as_ref().map_or("（无标题）", |t| t.text.as_str());
    let _ = writeln!(page, "# {}\n\n文种：{}", escaped(title), labels::kind(document.kind));
    list(&mut page, &facts::official(document));
    for meeting in &document.meetings {
        let _ = writeln!(page, "\n## 会议：{}", escaped(&facts::meeting_name(meeting)));
        list(&mut page, &facts::meeting(document, meeting));
    }
    if !document.people.is_empty() {
        page.push_str("\n## 人员\n\n| 姓名 | 职务 | 角色 |\n| --- | --- | --- |\n");
        for person in &document.people {
            let (posts, roles) = (facts::posts(person), facts::roles(person));
            let _ = writeln!(page, "| {} | {} | {roles} |", escaped(&person.name.text), escaped(&posts));
        }
    }
    let groups = facts::loose_groups(document);
    if !groups.is_empty() {
        page.push_str("\n## 群体\n");
        list(&mut page, &groups);
    }
    let rows = tree::rows(document);
    if !rows.is_empty() {
        page.push_str("\n## 内容\n\n");
        rows.iter().for_each(|row| body_row(&mut page, document, row));
    }
    let sheet = tasks(document, source);
    if !sheet.is_empty() {
        let _ = write!(page, "\n## 督办清单\n\n{}{}", TaskSheet::new().markdown_header(), TaskSheet::new().markdown_rows(&sheet, ""));
    }
    if !document.diagnostics.is_empty() {
        page.push_str("\n## 诊断\n\n");
        let places = Places::of(source);
        for diagnostic in &document.diagnostics {
            let place = places.at(diagnostic.span.start);
            let severity = labels::severity(diagnostic.severity);
            let _ = writeln!(page, "- {severity}（第{}行第{}字）：{}", place.line, place.column, escaped(&diagnostic.message));
        }
    }
    page
}

/// Markdown that is indented deeper reads as code in some readers.
const MAX_DEPTH: usize = 8;
/// A speech or an item whose parts follow below it is cut.
const MAX_LEAD: usize = 60;

fn list(page: &mut String, facts: &[facts::Fact]) {
    if !facts.is_empty() {
        page.push('\n');
    }
    for (label, value) in facts {
        let _ = writeln!(page, "- {label}：{}", escaped(value));
    }
}

fn body_row(page: &mut String, document: &Document, row: &Row<'_>) {
    let most = if row.leads { MAX_LEAD } else { usize::MAX };
    let indent = "  ".repeat(row.depth.min(MAX_DEPTH));
    let _ = match row.node {
        Node::Section(heading) => writeln!(page, "{indent}- **{}**", escaped(&heading.text)),
        Node::Speech(speech) => {
            let who = speaker(document, speech.speaker.as_ref()).unwrap_or("（未明）");
            let content = escaped(&one_line(&speech.content.text, most));
            writeln!(page, "{indent}- **{}** {}：{content}", escaped(who), escaped(&speech.verb.text))
        }
        Node::List(list) => {
            let label = list.label.as_ref().map_or_else(|| labels::list(list.style).to_owned(), |l| format!("“{}”", escaped(&l.text)));
            writeln!(page, "{indent}- {label}（{} 项）", list.items.len())
        }
        Node::Item(item) => {
            let marker = item.marker.as_ref().map_or(String::new(), |m| escaped(&m.text) + " ");
            writeln!(page, "{indent}- {marker}{}", escaped(&one_line(&item.content.text, most)))
        }
        Node::Directive(directive) => writeln!(page, "{indent}- ☐ {}", escaped(&directive.content.text)),
    };
}

/// A text as one line of Markdown that reads as itself.
pub(super) fn escaped(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in one_line(text, usize::MAX).chars() {
        // At the start of a line or a cell - + and 1. would make a list; elsewhere these are harmless.
        let starts = line.is_empty() && matches!(c, '-' | '+' | '=');
        let numbers = matches!(c, '.' | ')') && !line.is_empty() && line.bytes().all(|b| b.is_ascii_digit());
        // As entities these are safe in readers that know no backslash before them too.
        let entity = match c {
            '<' => "&lt;",
            '>' => "&gt;",
            '&' => "&amp;",
            _ => "",
        };
        if !entity.is_empty() {
            line.push_str(entity);
            continue;
        }
        if starts || numbers || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '!' | '$') {
            line.push('\\');
        }
        line.push(c);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn the_report_holds_the_meeting_the_people_and_the_tasks() {
        let report = markdown(&sample::document(), sample::SOURCE);
        let start = "\
# 青山管理局召开安全动员大会

文种：会议报道

## 会议：安全动员大会

- 时间：5月18日上午（--05-18）
- 地点：机关礼堂
- 主办：青山管理局
- 主持：林晓峰
- 出席：全体干部（200余人）

## 人员

| 姓名 | 职务 | 角色 |
| --- | --- | --- |
| 林晓峰 | 局长 | 主持 讲话 |

## 内容

- **林晓峰** 强调：要做到三点要求：一是各单位5月底前完成检查，=由办公室牵头；二是不得瞒报。
  - “三点要求”（2 项）
    - 一是 各单位5月底前完成检查，=由办公室牵头
    - 二是 不得瞒报

## 督办清单
";
        assert!(report.starts_with(start), "{report}");
        assert!(report.ends_with("\n## 诊断\n\n- 错误（第3行第10字）：“三点要求”后列了 2 项\n"), "{report}");
    }

    #[test]
    fn the_text_cannot_break_out_of_its_place() {
        assert_eq!(escaped("a|b\n<script>[x](y)"), "a\\|b&lt;script&gt;\\[x\\](y)");
        assert_eq!(escaped("1. 一"), "1\\. 一");
        assert_eq!(escaped("第1.2条 - 甲"), "第1.2条 - 甲");
        assert_eq!(escaped("- 甲*乙*"), "\\- 甲\\*乙\\*");
    }
}
