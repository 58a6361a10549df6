//! `cargo xtask growth`: what a byte costs in a long text against a short one, in instructions and in memory.
//!
//! The command itself is measured, from the file to the diagnostics, on prose and on texts made to be hard.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::hostile::HOSTILE;
use crate::tally::Tally;
use crate::{Outcome, floors, root, valgrind};

/// Of `cargo xtask growth`.
#[derive(clap::Args, Debug)]
pub(crate) struct Arguments {
    /// Measure up to 10 MB instead of the sizes that tests use; takes a quarter of an hour.
    #[arg(long)]
    full: bool,
    /// Only the texts whose names hold this word.
    only: Option<String>,
}

/// The short text, in bytes.
const SHORT: usize = 10_000;

/// The long text, in bytes: in tests, and in full.
const LONG: [usize; 2] = [160_000, 10_000_000];

/// The text whose memory is measured: in tests, and in full.
const HEAVY: [usize; 2] = [4_000_000, 10_000_000];

/// A byte of the long text costs at most so many times what one of the short text costs.
const GROWTH: f64 = 1.3;

/// Each byte of a text takes at most so many bytes of memory, above what the program takes for an empty one, the record
/// and the answer included. To be lowered towards 12 as less is kept; never raised.
const MEMORY: f64 = 23.0;

/// Measures by hand.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let tally = measure(arguments.full, arguments.only.as_deref())?;
    println!("{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed == 0 { Ok(()) } else { Err("some texts cost more than they may".to_owned()) }
}

/// Measures within the tests.
pub(crate) fn test() -> Outcome<Tally> {
    measure(false, None)
}

fn measure(full: bool, only: Option<&str>) -> Outcome<Tally> {
    floors::build()?;
    valgrind::ready()?;
    let folder = root().join("target/growth");
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let (long, heavy) = (LONG[usize::from(full)], HEAVY[usize::from(full)]);
    let start = instructions(&folder, "")?;
    println!("{:26}{:>14}{:>14}{:>8}{:>12}", "instructions a byte", "at 10 KB", format!("at {} KB", long / 1000), "ratio", "memory");
    let mut tally = Tally::default();
    for (name, make) in HOSTILE.into_iter().filter(|(name, _)| only.is_none_or(|word| name.contains(word))) {
        let cost = |size| -> Outcome<f64> {
            let text = make(size);
            Ok(instructions(&folder, &text)?.saturating_sub(start) as f64 / text.len() as f64)
        };
        let (short, long) = (cost(SHORT)?, cost(long)?);
        let memory = memory(&make(heavy))?;
        let holds = long <= short * GROWTH && memory <= MEMORY;
        let verdict = if holds { "" } else { "  FAILED" };
        println!("{name:26}{short:14.0}{long:14.0}{:8.2}{memory:11.1}x{verdict}", long / short);
        tally += Tally::one(holds);
    }
    Ok(tally)
}

/// The instructions of a run over a text.
fn instructions(folder: &Path, text: &str) -> Outcome<u64> {
    let file: PathBuf = folder.join("text.txt");
    std::fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))?;
    let path = file.to_string_lossy();
    let done = valgrind::instructions(&floors::command(), &["parse", "--format", "json", "--encoding", "utf-8", &path]);
    drop(std::fs::remove_file(&file));
    done
}

/// How much more memory the command takes at its peak for this text than for an empty one, for each byte of it.
fn memory(text: &str) -> Outcome<f64> {
    let fault = |e: std::io::Error| format!("{}: {e}", floors::command().display());
    let mut child = Command::new(floors::command())
        .args(["lint", "--format", "ndjson", "--jobs", "1"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(fault)?;
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else { return Err("no pipes".to_owned()) };
    let mut output = BufReader::new(output);
    let status = format!("/proc/{}/status", child.id());
    // The command waits for the next record while its peak is read.
    let mut peak = |text: &str| -> Outcome<f64> {
        let record = serde_json::json!({"id": 1, "text": text}).to_string() + "\n";
        input.write_all(record.as_bytes()).and_then(|()| input.flush()).map_err(fault)?;
        // What it answers is as long as what it found, and is passed over piece by piece.
        loop {
            let held = output.fill_buf().map_err(fault)?;
            let (end, length) = (held.last() == Some(&b'\n'), held.len());
            output.consume(length);
            if end || length == 0 {
                break;
            }
        }
        let status = std::fs::read_to_string(&status).map_err(|e| format!("{status}: {e}"))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("the system tells no peak of memory")?;
        let kilobytes: f64 = line.split_whitespace().next().and_then(|n| n.parse().ok()).ok_or("the peak is no number")?;
        Ok(kilobytes * 1024.0)
    };
    let (empty, whole) = (peak("")?, peak(text)?);
    drop(input);
    child.wait().map_err(fault)?;
    Ok((whole - empty) / text.len() as f64)
}
