//! The `gongwen` command: reads Chinese administrative prose (公文) and prints what it says.

#![forbid(unsafe_code)]

mod arguments;
mod commands;
mod fault;
mod input;
mod output;
mod run;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let arguments = arguments::Arguments::parse();
    match commands::run(arguments) {
        Ok(code) => code,
        Err(fault) => fault.report(),
    }
}
