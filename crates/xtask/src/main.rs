//! `cargo xtask …`: what people and CI run to build, check and ship gongwen. One task a file.

#![forbid(unsafe_code)]

mod bench;
mod fit;
mod floors;
mod fuzz;
mod growth;
mod guards;
mod hostile;
mod instructions;
mod machine;
mod npm;
mod order;
mod page;
mod shell;
mod spark;
mod tally;
mod test;
mod types;
mod valgrind;
mod wasm;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// What people and CI run to build, check and ship gongwen.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Check everything that CI checks, installing what the machine lacks; ends with `N passed, N failed`.
    Test(test::Arguments),
    /// Build the WebAssembly module and its JavaScript glue.
    Wasm(wasm::Arguments),
    /// Build the npm package into pkg/dist and pack it.
    Npm,
    /// Build the page of examples/playground with the packed npm package; `--serve` shows it.
    Page(page::Arguments),
    /// Measure the npm package beside its peers.
    Bench(bench::Arguments),
    /// Score the parser on the gold texts and raise the floors to what it reaches; a floor is never lowered.
    Floors,
    /// Fit what the clues weigh by which text read one byte off is mended, on damage done to clean texts.
    Fit(fit::Arguments),
    /// Measure what a byte costs in a long text against a short one, on prose and on hostile texts.
    Growth(growth::Arguments),
    /// Count the instructions that ten fixed texts take, against the committed figures.
    Instructions(instructions::Arguments),
    /// Fuzz what takes input from outside.
    Fuzz(fuzz::Arguments),
    /// Change the code in small ways and look whether a test sees it.
    Mutants(guards::Mutants),
    /// Check the dependencies' licences and sources.
    Deny,
    /// Build with each feature and each pair of them.
    Features,
    /// Run the core's tests of places under Miri.
    Miri,
    /// Look whether the published packages hold what they need.
    Package,
}

/// What a task says when it can't go on: one sentence, with what to do about it.
type Outcome<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Test(arguments) => test::run(&arguments),
        Task::Wasm(arguments) => wasm::run(&arguments),
        Task::Npm => npm::run(),
        Task::Page(arguments) => page::run(&arguments),
        Task::Bench(arguments) => bench::run(&arguments),
        Task::Floors => floors::raise(),
        Task::Fit(arguments) => fit::run(&arguments),
        Task::Growth(arguments) => growth::run(&arguments),
        Task::Instructions(arguments) => instructions::run(&arguments),
        Task::Fuzz(arguments) => fuzz::run(&arguments),
        Task::Mutants(arguments) => guards::mutants(&arguments),
        Task::Deny => guards::deny(),
        Task::Features => guards::features(),
        Task::Miri => guards::miri(),
        Task::Package => guards::package().and_then(|tally| if tally.failed == 0 { Ok(()) } else { Err("files are missing".to_owned()) }),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("xtask: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// The workspace's folder.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new(".")).to_path_buf()
}
