//! One command a file.

mod parse;
mod schema;

use std::process::ExitCode;

use crate::arguments::{Arguments, Command};
use crate::fault::Fault;

/// Does what the command line asks.
pub(crate) fn run(arguments: Arguments) -> Result<ExitCode, Fault> {
    match arguments.command {
        Command::Parse(arguments) => parse::run(&arguments),
        Command::Schema => schema::run(),
    }
}
