//! `cargo xtask …`: what people and CI run to build, check and ship gongwen. One task a file.

#![forbid(unsafe_code)]

mod bench;
mod floors;
mod machine;
mod npm;
mod page;
mod shell;
mod spark;
mod tally;
mod test;
mod types;
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
