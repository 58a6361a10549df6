//! `cargo xtask fuzz`: what takes input from outside, under inputs that a fuzzer makes up.

use std::path::{Path, PathBuf};

use crate::shell::Run;
use crate::tally::Tally;
use crate::{Outcome, root};

/// Of `cargo xtask fuzz`.
#[derive(clap::Args, Debug)]
pub(crate) struct Arguments {
    /// How long each target runs.
    #[arg(long, default_value_t = 60)]
    seconds: u32,
    /// Where the made-up inputs begin; another each time where it isn't given.
    #[arg(long)]
    seed: Option<u32>,
    /// Only the targets whose names hold one of these words.
    only: Vec<String>,
}

/// The targets of `tests/fuzz/`, each with the longest input that it is given.
const TARGETS: [(&str, u32); 6] =
    [("parse", 2_000), ("repair", 2_000), ("decode", 4_000), ("record", 2_000), ("docx", 8_000), ("page", 4_000)];

/// How long each target runs within the tests.
const SECONDS: u32 = 20;

/// Within the tests the inputs are the same each time, so that what a change is told is about the change.
const SEED: u32 = 1;

/// Fuzzes by hand: an hour each with `--seconds 3600`.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let tally = fuzz(arguments.seconds, arguments.seed, &arguments.only)?;
    if tally.failed == 0 { Ok(()) } else { Err("findings lie in tests/fuzz/artifacts: mend them and keep them as tests".to_owned()) }
}

/// Fuzzes within the tests, where the machine has what it takes.
pub(crate) fn test() -> Outcome<Tally> {
    if !cfg!(unix) || Run::new("c++", ["--version"]).read().is_err() {
        println!("skipped: there is no C++ compiler here, which builds the fuzzer (apt-get install -y g++)");
        return Ok(Tally::default());
    }
    fuzz(SECONDS, Some(SEED), &[])
}

fn fuzz(seconds: u32, seed: Option<u32>, only: &[String]) -> Outcome<Tally> {
    let programs = build()?;
    let mut tally = Tally::default();
    for (target, longest) in TARGETS {
        if !only.is_empty() && !only.iter().any(|word| target.contains(word.as_str())) {
            continue;
        }
        let corpus = root().join("target/fuzz-corpus").join(target);
        plant(target, &corpus)?;
        let artifacts = root().join("tests/fuzz/artifacts").join(target);
        std::fs::create_dir_all(&artifacts).map_err(|e| format!("{}: {e}", artifacts.display()))?;
        println!("{target}: {seconds} s");
        let words = [
            corpus.to_string_lossy().into_owned(),
            format!("-max_total_time={seconds}"),
            // Nought asks for another one each time.
            format!("-seed={}", seed.unwrap_or(0)),
            format!("-max_len={longest}"),
            format!("-artifact_prefix={}/", artifacts.display()),
            "-timeout=20".to_owned(),
            "-rss_limit_mb=4096".to_owned(),
            "-verbosity=0".to_owned(),
            "-print_final_stats=1".to_owned(),
        ];
        let (succeeded, said) = Run::new(programs.join(target), words).tee()?;
        let count = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
        println!("{target}: {} inputs{}", count.map_or("?", str::trim), if succeeded { "" } else { ", FAILED" });
        tally += Tally::one(succeeded);
    }
    Ok(tally)
}

/// Builds the targets and gives the folder that they lie in. These are the flags of `cargo fuzz run --sanitizer none`,
/// which a stable compiler takes: there is no unsafe code here whose slips a sanitizer would see.
fn build() -> Outcome<PathBuf> {
    const FLAGS: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
        -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
        -Cllvm-args=-sanitizer-coverage-trace-compares";
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let about = Run::new(rustc, ["-vV"]).read()?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("the compiler doesn't tell its host")?;
    let target = root().join("target/fuzz");
    // Named, so that programs which only build others are not changed.
    let run = Run::cargo(["build", "--quiet", "--locked", "--release", "--manifest-path", "tests/fuzz/Cargo.toml", "--target", host]);
    run.env("RUSTFLAGS", FLAGS).env("CARGO_TARGET_DIR", &target).go()?;
    Ok(target.join(host).join("release"))
}

/// Lays the seeds: the target's own, and the samples where it reads texts.
fn plant(target: &str, corpus: &Path) -> Outcome {
    let fault = |e: std::io::Error| format!("{}: {e}", corpus.display());
    std::fs::create_dir_all(corpus).map_err(fault)?;
    let own = root().join("tests/fuzz/seeds").join(target);
    let samples = root().join("examples/texts");
    let texts = if ["parse", "repair"].contains(&target) { Some(samples) } else { None };
    for path in [Some(own), texts].into_iter().flatten().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten().flatten() {
        let mut content = std::fs::read(path.path()).map_err(fault)?;
        if target == "parse" {
            // The bytes that stand for the options.
            content.splice(0..0, [0, 0, 1]);
        }
        std::fs::write(corpus.join(path.file_name()), content).map_err(fault)?;
    }
    Ok(())
}
