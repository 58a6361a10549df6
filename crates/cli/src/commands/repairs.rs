//! `gongwen repairs`: what was mended in each text to read it, and what was found damaged and left.

use std::process::ExitCode;

use gongwen::{Repair, RepairKind};
use serde_json::{Value, json};

use crate::arguments::{RepairsArguments, RepairsFormat};
use crate::fault::Fault;
use crate::run::{Around, Frame, Piece, run as run_all};

/// Prints the repairs of each text, one a line.
pub(super) fn run(arguments: &RepairsArguments) -> Result<ExitCode, Fault> {
    let (format, applied) = (arguments.format, arguments.applied);
    let frame = if format == RepairsFormat::Ndjson { Frame::Lines("repairs") } else { Frame::Plain };
    run_all(
        &arguments.reading,
        frame,
        |_| Around::default(),
        move |source, document| {
            let mut places = Places { text: source.text, at: 0, line: 1, start: 0 };
            let wanted = document.repairs.iter().filter(|r| r.certain || !applied);
            let rows: Vec<Row<'_>> = wanted.map(|repair| places.row(repair)).collect();
            let bytes = match format {
                RepairsFormat::Human => rows.iter().map(|r| r.line(source.name)).collect::<String>().into_bytes(),
                RepairsFormat::Ndjson => {
                    serde_json::to_vec(&rows.iter().map(Row::record).collect::<Vec<_>>()).map_err(|e| e.to_string())?
                }
            };
            Ok(Piece { bytes, ..Piece::default() })
        },
    )
}

/// A repair with the line and column where it starts, both from 1, the column in characters.
struct Row<'t> {
    line: usize,
    column: usize,
    from: &'t str,
    repair: &'t Repair,
}

impl Row<'_> {
    fn record(&self) -> Value {
        let Repair { span, replacement, candidates, certain, .. } = self.repair;
        json!({
            "line": self.line, "column": self.column, "kind": self.repair.kind, "from": self.from, "to": replacement,
            "certain": certain, "candidates": candidates, "span": span,
        })
    }

    fn line(&self, name: &str) -> String {
        let Repair { kind, replacement, candidates, certain, .. } = self.repair;
        let (line, column, from) = (self.line, self.column, visible(self.from));
        let kind = term(*kind);
        if *certain {
            return format!("{name}:{line}:{column}: {kind} 「{from}」→「{}」\n", visible(replacement));
        }
        let candidates: Vec<String> = candidates.iter().filter(|c| !c.is_empty()).map(|c| format!("「{}」", visible(c))).collect();
        let guesses = if candidates.is_empty() { String::new() } else { format!(" {}", candidates.join(" ")) };
        format!("{name}:{line}:{column}: {kind} 「{from}」存疑{guesses}\n")
    }
}

/// Walks the lines of a text once, as the repairs come in its order.
struct Places<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    start: usize,
}

impl<'t> Places<'t> {
    fn row(&mut self, repair: &'t Repair) -> Row<'t> {
        let offset = (repair.span.start as usize).max(self.at);
        let passed = self.text.get(self.at..offset).unwrap_or("");
        self.line += passed.matches('\n').count();
        if let Some(last) = passed.rfind('\n') {
            self.start = self.at + last + 1;
        }
        self.at = offset;
        let column = self.text.get(self.start..offset).map_or(0, |t| t.chars().count()) + 1;
        Row { line: self.line, column, from: self.text.get(repair.span.range()).unwrap_or(""), repair }
    }
}

/// What a line of print can't show is told by its name: ⏎ for a line's end, ␣ for a space, U+200B.
fn visible(text: &str) -> String {
    let mut shown = String::new();
    for c in text.chars() {
        match c {
            '\n' => shown.push('⏎'),
            '\r' => {}
            ' ' => shown.push('␣'),
            c if c.is_control() || is_invisible(c) => shown.push_str(&format!("U+{:04X}", c as u32)),
            c => shown.push(c),
        }
    }
    shown
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{E000}'..='\u{F8FF}' | '\u{FEFF}')
}

/// The Chinese term of a kind.
fn term(kind: RepairKind) -> &'static str {
    match kind {
        RepairKind::PinyinGloss => "注音",
        RepairKind::ByteShift => "错位乱码",
        RepairKind::Mojibake => "乱码",
        RepairKind::Width => "半角标点",
        RepairKind::Traditional => "繁体字",
        RepairKind::RegionalWord => "地区用词",
        RepairKind::HardWrap => "断行",
        RepairKind::StraySpace => "多余空格",
        RepairKind::Invisible => "不可见字符",
        RepairKind::PageFurniture => "页面元素",
        _ => "修复",
    }
}
