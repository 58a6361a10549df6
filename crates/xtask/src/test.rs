//! `cargo xtask test`: all that CI checks, each step timed, and one sum at the end.

use std::time::Instant;

use crate::shell::Run;
use crate::tally::Tally;
use crate::{Outcome, floors, fuzz, growth, guards, instructions, npm, page, spark};

/// Of `cargo xtask test`.
#[derive(clap::Args, Debug)]
pub(crate) struct Arguments {
    /// Run only the steps whose names hold one of these words.
    #[arg(value_name = "STEP")]
    only: Vec<String>,
}

/// A step's name and what it does.
type Step = (&'static str, fn() -> Outcome<Tally>);

/// In the order in which a mistake is found soonest.
const STEPS: [Step; 13] = [
    ("format", format),
    ("clippy", clippy),
    ("tests", tests),
    ("doctests", doctests),
    ("docs", docs),
    ("package", guards::package),
    ("floors", score),
    ("growth", growth::test),
    ("instructions", instructions::test),
    ("npm", npm::test),
    ("page", page::test),
    ("spark", spark::test),
    ("fuzz", fuzz::test),
];

/// Runs the steps, all of them even where one fails, and sums them up.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let begun = Instant::now();
    let mut sum = Tally::default();
    let mut lines = Vec::new();
    for (name, step) in STEPS {
        if !arguments.only.is_empty() && !arguments.only.iter().any(|word| name.contains(word.as_str())) {
            continue;
        }
        println!("== {name} ==");
        let start = Instant::now();
        let tally = step().unwrap_or_else(|reason| {
            println!("FAILED: {reason}");
            Tally::one(false)
        });
        lines.push(format!("{name:12}{:>6} passed{:>4} failed{:>6} s", tally.passed, tally.failed, start.elapsed().as_secs()));
        sum += tally;
    }
    println!("== sum, after {} s ==\n{}\n{} passed, {} failed", begun.elapsed().as_secs(), lines.join("\n"), sum.passed, sum.failed);
    match sum {
        Tally { failed: 0, passed } if passed > 0 => Ok(()),
        Tally { failed: 0, .. } => Err("no step was run".to_owned()),
        Tally { failed, .. } => Err(format!("{failed} failed")),
    }
}

fn format() -> Outcome<Tally> {
    Run::cargo(["fmt", "--all", "--check"]).go().map(|()| Tally::one(true))
}

fn clippy() -> Outcome<Tally> {
    let run = Run::cargo(["clippy", "--quiet", "--locked", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"]);
    run.go().map(|()| Tally::one(true))
}

/// Unit and integration tests, in cargo-nextest where the machine has it.
fn tests() -> Outcome<Tally> {
    let nextest = Run::cargo(["nextest", "--version"]).read().is_ok();
    let run = if nextest {
        Run::cargo(["nextest", "run", "--locked", "--workspace", "--no-fail-fast", "--status-level", "fail", "--cargo-quiet"])
    } else {
        Run::cargo(["test", "--quiet", "--locked", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"])
    };
    counted(run)
}

fn doctests() -> Outcome<Tally> {
    counted(Run::cargo(["test", "--quiet", "--locked", "--workspace", "--doc", "--no-fail-fast"]))
}

fn docs() -> Outcome<Tally> {
    let run = Run::cargo(["doc", "--quiet", "--locked", "--workspace", "--lib", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings");
    run.go().map(|()| Tally::one(true))
}

fn score() -> Outcome<Tally> {
    floors::build()?;
    match floors::check()? {
        Some(tally) => Ok(tally),
        None => {
            println!("skipped: the gold texts are not there (../shared/eval/dev)");
            Ok(Tally::default())
        }
    }
}

/// Runs a runner of tests and counts them; a runner that fails without a failed test is a failure of its own.
pub(crate) fn counted(run: Run) -> Outcome<Tally> {
    let (succeeded, said) = run.tee()?;
    let mut tally = Tally::read(&said);
    if !succeeded && tally.failed == 0 {
        tally += Tally::one(false);
    }
    if succeeded && tally.passed == 0 {
        println!("FAILED: no test was counted");
        tally += Tally::one(false);
    }
    Ok(tally)
}
