//! `gongwen lint`: what is wrong with each text, as a compiler prints it.

mod snippet;

use std::process::ExitCode;

use gongwen::Severity;

use crate::arguments::{Language, LintArguments, LintFormat};
use crate::fault::Fault;
use crate::output;
use crate::run::{Around, Frame, Piece, run as run_all};

/// Prints the diagnostics of each text; errors among them are told by the exit code.
pub(super) fn run(arguments: &LintArguments) -> Result<ExitCode, Fault> {
    let (format, chinese, colour) = (arguments.format, arguments.lang == Language::Zh, output::coloured());
    let frame = if format == LintFormat::Ndjson { Frame::Lines("diagnostics") } else { Frame::Plain };
    run_all(
        &arguments.reading,
        frame,
        |_| Around::default(),
        move |source, document| {
            let bytes = match format {
                LintFormat::Ndjson => serde_json::to_vec(&document.diagnostics).map_err(|e| e.to_string())?,
                LintFormat::Human => {
                    let drawn = document.diagnostics.iter().map(|d| snippet::draw(d, source.name, source.text, chinese, colour));
                    drawn.collect::<String>().into_bytes()
                }
            };
            Ok(Piece { bytes, found: document.diagnostics.iter().any(|d| d.severity == Severity::Error), note: None })
        },
    )
}
