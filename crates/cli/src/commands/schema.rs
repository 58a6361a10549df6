//! `gongwen schema`.

use std::io::Write;
use std::process::ExitCode;

use crate::fault::Fault;

/// Prints the JSON Schema of the Document.
pub(crate) fn run() -> Result<ExitCode, Fault> {
    let schema = schemars::schema_for!(gongwen::Document);
    let text = serde_json::to_string_pretty(&schema).map_err(std::io::Error::from)?;
    writeln!(std::io::stdout().lock(), "{text}")?;
    Ok(ExitCode::SUCCESS)
}
