//! `gongwen tasks`: the task sheet (督办清单).

use std::process::ExitCode;

use gongwen::render::{TaskSheet, tasks};

use crate::arguments::{SheetFormat, TasksArguments};
use crate::fault::Fault;
use crate::input::Inputs;
use crate::run::{Around, Frame, Piece, run as run_all};

/// Prints the directives of each text, one a row.
pub(super) fn run(arguments: &TasksArguments) -> Result<ExitCode, Fault> {
    let format = arguments.format;
    let many = Inputs::find(&arguments.reading.files)?.many;
    let sheet = if many { TaskSheet::new().with_files() } else { TaskSheet::new() };
    let frame = if format == SheetFormat::Ndjson { Frame::Lines("tasks") } else { Frame::Plain };
    let around = move |_: bool| match format {
        SheetFormat::Markdown => Around { before: sheet.markdown_header(), between: "" },
        SheetFormat::Csv => Around { before: sheet.csv_header(), between: "" },
        SheetFormat::Ndjson => Around::default(),
    };
    run_all(&arguments.reading, frame, around, move |source, document| {
        let tasks = tasks(&document, source.text);
        let bytes = match format {
            SheetFormat::Markdown => sheet.markdown_rows(&tasks, source.name).into_bytes(),
            SheetFormat::Csv => sheet.csv_rows(&tasks, source.name).into_bytes(),
            SheetFormat::Ndjson => serde_json::to_vec(&tasks).map_err(|e| e.to_string())?,
        };
        Ok(Piece { bytes, ..Piece::default() })
    })
}
