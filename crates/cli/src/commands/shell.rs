//! `gongwen completions` and `gongwen man`: what is generated from the command line's own definition.

use std::process::ExitCode;

use clap::CommandFactory;

use super::print;
use crate::arguments::{Arguments, CompletionsArguments, ManArguments};
use crate::fault::Fault;

/// Prints a shell's completions.
pub(super) fn completions(arguments: &CompletionsArguments) -> Result<ExitCode, Fault> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "gongwen", &mut script);
    print(&script)
}

/// Prints the manual page, or writes a page for each command into a folder.
pub(super) fn man(arguments: &ManArguments) -> Result<ExitCode, Fault> {
    let Some(folder) = &arguments.folder else {
        let mut page = Vec::new();
        clap_mangen::Man::new(Arguments::command()).render(&mut page)?;
        return print(&page);
    };
    clap_mangen::generate_to(Arguments::command(), folder)?;
    Ok(ExitCode::SUCCESS)
}
