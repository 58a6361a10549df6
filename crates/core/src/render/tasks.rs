//! The task sheet (督办清单): one row a directive, as a table or as CSV.

use std::fmt::Write;

use super::place::Places;
use super::words::{join, one_line, speaker};
use super::{labels, markdown};
use crate::document::{Directive, Document, ResponsibleRole};
use crate::span::Span;

/// One row of a task sheet: what somebody has to see to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Task {
    /// Its number in the text, from 1.
    pub number: u32,
    /// Who has to act (责任单位); followed by （承上） where the text says so only before it, empty where it doesn't say.
    pub who: String,
    /// What is to be done (任务).
    pub what: String,
    /// 要求, 禁止, 允许 or 鼓励.
    pub force: &'static str,
    /// By when (时限), as written; empty where the text doesn't say.
    pub by_when: String,
    /// The same as a date or a range of dates, as far as it is known.
    pub due: String,
    /// Who leads (牵头).
    pub lead: String,
    /// Who assists (配合).
    pub assist: String,
    /// Who asked for it (提出人): a person or a body; empty where the text itself does.
    pub from_whom: String,
    /// The line of the source where it stands, from 1.
    pub line: u32,
    /// Where it stands in the source, in bytes.
    pub span: Span,
}

/// The task sheet of a text: its directives in order.
///
/// `source` is the text that was parsed into `document`.
///
/// ```
/// let text = "会议要求，各单位要在6月20日前完成自查。";
/// let document = gongwen_core::parse(text)?;
/// let tasks = gongwen_core::render::tasks(&document, text);
/// assert_eq!((tasks[0].who.as_str(), tasks[0].from_whom.as_str()), ("各单位", "会议"));
/// # Ok::<(), gongwen_core::Error>(())
/// ```
#[must_use]
pub fn tasks(document: &Document, source: &str) -> Vec<Task> {
    let places = Places::of(source);
    document.directives.iter().zip(1..).map(|(directive, number)| task(document, directive, number, &places)).collect()
}

fn task(document: &Document, directive: &Directive, number: u32, places: &Places<'_>) -> Task {
    let responsible = |role| {
        let bodies = directive.responsible.iter().filter(|r| r.role == role);
        bodies.map(|r| one_line(&r.organization.text, usize::MAX)).collect::<Vec<_>>().join("、")
    };
    let deadline = directive.deadline.as_deref();
    let lead = responsible(ResponsibleRole::Lead);
    Task {
        number,
        who: who(directive, &lead),
        what: one_line(&directive.content.text, usize::MAX),
        force: labels::modality(directive.modality),
        by_when: deadline.map_or(String::new(), |t| one_line(&t.text, usize::MAX)),
        due: deadline.and_then(|t| t.resolved.as_deref().or(t.value.as_deref())).unwrap_or_default().to_owned(),
        lead,
        assist: responsible(ResponsibleRole::Assist),
        from_whom: speaker(document, directive.issuer.as_ref()).unwrap_or_default().to_owned(),
        line: places.at(directive.content.span.start).line as u32,
        span: directive.content.span,
    }
}

/// Who has to act: whom the unit names, else who answers for it (责任单位：后勤处), else whom it takes over.
fn who(directive: &Directive, lead: &str) -> String {
    if !directive.addressees.is_empty() {
        join(&directive.addressees)
    } else if !lead.is_empty() || directive.inherited.is_empty() {
        lead.to_owned()
    } else {
        join(&directive.inherited) + INHERITED
    }
}

/// The mark of a name that stands before the task, not in it.
const INHERITED: &str = "（承上）";

/// How task sheets are written: with a column for the file where there are several.
#[derive(Clone, Copy, Debug, Default)]
pub struct TaskSheet {
    files: bool,
}

const COLUMNS: [&str; 10] = ["序号", "责任单位", "任务", "性质", "时限", "日期", "牵头", "配合", "提出", "行"];

impl TaskSheet {
    /// A sheet for one text.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A sheet for many texts, with the file's name (文件) in the first column.
    #[must_use]
    pub fn with_files(mut self) -> Self {
        self.files = true;
        self
    }

    /// The first row of a CSV sheet, by RFC 4180.
    #[must_use]
    pub fn csv_header(self) -> String {
        let mut names = if self.files { vec!["文件"] } else { Vec::new() };
        names.extend(COLUMNS);
        names.extend(["起", "止"]);
        csv_row(&names)
    }

    /// Rows of a CSV sheet. A cell that a spreadsheet would take for a formula begins with an apostrophe.
    #[must_use]
    pub fn csv_rows(self, tasks: &[Task], file: &str) -> String {
        let mut rows = String::new();
        for task in tasks {
            let cells = task.cells();
            let place = [task.span.start.to_string(), task.span.end.to_string()];
            let mut row = if self.files { vec![file] } else { Vec::new() };
            row.extend(cells.iter().chain(&place).map(String::as_str));
            rows.push_str(&csv_row(&row));
        }
        rows
    }

    /// The head of a Markdown table.
    #[must_use]
    pub fn markdown_header(self) -> String {
        let first = if self.files { "| 文件 " } else { "" };
        let rule = "| --- ".repeat(COLUMNS.len() + usize::from(self.files));
        format!("{first}| {} |\n{rule}|\n", COLUMNS.join(" | "))
    }

    /// Rows of a Markdown table.
    #[must_use]
    pub fn markdown_rows(self, tasks: &[Task], file: &str) -> String {
        let mut rows = String::new();
        for task in tasks {
            if self.files {
                let _ = write!(rows, "| {} ", markdown::escaped(file));
            }
            for cell in task.cells() {
                let _ = write!(rows, "| {} ", markdown::escaped(&cell));
            }
            rows.push_str("|\n");
        }
        rows
    }
}

impl Task {
    /// The cells of its row, in the order of the columns.
    fn cells(&self) -> [String; COLUMNS.len()] {
        [
            self.number.to_string(),
            self.who.clone(),
            self.what.clone(),
            self.force.to_owned(),
            self.by_when.clone(),
            self.due.clone(),
            self.lead.clone(),
            self.assist.clone(),
            self.from_whom.clone(),
            self.line.to_string(),
        ]
    }
}

/// One row of CSV.
fn csv_row(cells: &[&str]) -> String {
    let mut row = String::new();
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 {
            row.push(',');
        }
        // Spreadsheets run what starts so as a formula, full-width signs too in East Asian editions.
        let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
        if risky || cell.contains(['"', ',', '\n', '\r']) {
            let _ = write!(row, "\"{}{}\"", if risky { "'" } else { "" }, cell.replace('"', "\"\""));
        } else {
            row.push_str(cell);
        }
    }
    row.push_str("\r\n");
    row
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_sheet_says_who_what_by_when_and_from_whom() {
        let tasks = tasks(&sample::document(), sample::SOURCE);
        let sheet = TaskSheet::new();
        let expected = "\
| 序号 | 责任单位 | 任务 | 性质 | 时限 | 日期 | 牵头 | 配合 | 提出 | 行 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | 各单位 | 各单位5月底前完成检查，=由办公室牵头 | 要求 | 5月底前 | \\--05-31 | 办公室 |  | 林晓峰 | 3 |
| 2 |  | 不得瞒报 | 禁止 |  |  |  |  | 林晓峰 | 3 |
";
        assert_eq!(sheet.markdown_header() + &sheet.markdown_rows(&tasks, ""), expected);
        let csv = sheet.csv_header() + &sheet.csv_rows(&tasks, "");
        assert_eq!(csv.lines().next(), Some("序号,责任单位,任务,性质,时限,日期,牵头,配合,提出,行,起,止"));
        let row = csv.lines().nth(1).expect("a row");
        assert!(row.starts_with("1,各单位,各单位5月底前完成检查，=由办公室牵头,要求,5月底前,\"'--05-31\",办公室,,林晓峰,3,"), "{row}");
        assert_eq!(&sample::SOURCE[tasks[1].span.range()], "不得瞒报");
    }

    #[test]
    fn who_answers_for_a_task_has_to_act_where_nobody_is_named() {
        let mut document = sample::document();
        document.directives[0].addressees.clear();
        assert_eq!(tasks(&document, sample::SOURCE)[0].who, "办公室");
    }

    #[test]
    fn cells_that_a_spreadsheet_would_run_are_defused() {
        let row = csv_row(&["=1+1", "+1", "-1", "@SUM", "＝1", "a,b", "say \"hi\"", "two\nlines", "plain=1"]);
        assert_eq!(row, "\"'=1+1\",\"'+1\",\"'-1\",\"'@SUM\",\"'＝1\",\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",plain=1\r\n");
    }

    #[test]
    fn a_sheet_of_many_files_names_each() {
        let tasks = tasks(&sample::document(), sample::SOURCE);
        let sheet = TaskSheet::new().with_files();
        assert!(sheet.csv_header().starts_with("文件,序号,"));
        assert!(sheet.csv_rows(&tasks, "=a.txt").starts_with("\"'=a.txt\",1,"));
        assert!(sheet.markdown_rows(&tasks, "a|b.txt").starts_with("| a\\|b.txt | 1 |"));
    }
}
