//! One command a file.

mod explain;
mod lint;
mod parse;
mod repairs;
mod shell;
mod tasks;

use std::io::Write;
use std::process::ExitCode;

use crate::arguments::{Arguments, Command};
use crate::fault::Fault;

/// Does what the command line asks.
pub(crate) fn run(arguments: Arguments) -> Result<ExitCode, Fault> {
    match arguments.command {
        Command::Parse(arguments) => parse::run_parse(&arguments),
        Command::Tasks(arguments) => tasks::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Repairs(arguments) => repairs::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Schema => schema(),
        Command::Completions(arguments) => shell::completions(&arguments),
        Command::Man(arguments) => shell::man(&arguments),
    }
}

/// Prints the JSON Schema of the Document.
fn schema() -> Result<ExitCode, Fault> {
    let text = serde_json::to_string_pretty(&gongwen::schema()).map_err(std::io::Error::from)?;
    print(text.as_bytes())?;
    print(b"\n")
}

/// Writes what is no record.
fn print(bytes: &[u8]) -> Result<ExitCode, Fault> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
