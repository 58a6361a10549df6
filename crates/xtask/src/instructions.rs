//! `cargo xtask instructions`: what ten fixed texts cost, in instructions, against the committed figures.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::hostile::HOSTILE;
use crate::shell::Run;
use crate::tally::Tally;
use crate::{Outcome, floors, root, valgrind};

/// Of `cargo xtask instructions`.
#[derive(clap::Args, Debug)]
pub(crate) struct Arguments {
    /// Commit to the figures of now: after a change that is worth what it costs, or that costs less.
    #[arg(long)]
    update: bool,
}

/// So much more than its committed figure a text may cost: a compiler's whims take less.
const SLACK: f64 = 1.05;

pub(crate) fn run(arguments: &Arguments) -> Outcome {
    if arguments.update {
        let figures = measure()?;
        let text = json!({"rustc": compiler()?, "machine": std::env::consts::ARCH, "instructions": figures});
        let text = serde_json::to_string_pretty(&text).map_err(|e| e.to_string())? + "\n";
        return std::fs::write(path(), text).map_err(|e| format!("{}: {e}", path().display()));
    }
    let tally = test()?;
    if tally.failed == 0 { Ok(()) } else { Err("some texts cost more than they did; --update commits to that".to_owned()) }
}

/// Compares within the tests. Another compiler makes other code, so its figures are not compared.
pub(crate) fn test() -> Outcome<Tally> {
    let Ok(text) = std::fs::read_to_string(path()) else {
        println!("skipped: no figures are committed yet; `cargo xtask instructions --update` does so");
        return Ok(Tally::default());
    };
    let committed: Value = serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path().display()))?;
    let here = compiler()?;
    if committed["rustc"] != here || committed["machine"] != std::env::consts::ARCH {
        println!("skipped: the figures are those of {} on {}, and this is {here}", committed["rustc"], committed["machine"]);
        return Ok(Tally::default());
    }
    let figures = measure()?;
    let mut tally = Tally::default();
    println!("{:24}{:>14}{:>14}{:>8}", "instructions", "committed", "now", "ratio");
    for (name, now) in &figures {
        let was = committed["instructions"][name].as_u64().ok_or_else(|| format!("{name} has no figure yet; --update commits to one"))?;
        let ratio = *now as f64 / was.max(1) as f64;
        let holds = ratio <= SLACK;
        println!("{name:24}{was:14}{now:14}{ratio:8.3}{}", if holds { "" } else { "  FAILED" });
        tally += Tally::one(holds);
    }
    Ok(tally)
}

/// The start alone, and what each text costs above it.
fn measure() -> Outcome<BTreeMap<String, u64>> {
    floors::build()?;
    valgrind::ready()?;
    let folder = root().join("target/instructions");
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let count = |text: &str| -> Outcome<u64> {
        let file = folder.join("text.txt");
        std::fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))?;
        valgrind::instructions(&floors::command(), &["parse", "--format", "json", "--encoding", "utf-8", &file.to_string_lossy()])
    };
    let start = count("")?;
    let mut figures = BTreeMap::from([("start".to_owned(), start)]);
    for (name, text) in texts()? {
        figures.insert(name, count(&text)?.saturating_sub(start));
    }
    Ok(figures)
}

/// The eight samples, and two long texts that are made up.
fn texts() -> Outcome<Vec<(String, String)>> {
    let folder = root().join("examples/texts");
    let names = ["executive-meeting", "garbled-traditional", "inspection", "minutes", "mistakes", "mobilization", "notice", "speech"];
    let samples = names.into_iter().map(|name| {
        let path = folder.join(format!("{name}.txt"));
        std::fs::read_to_string(&path).map(|text| (name.to_owned(), text)).map_err(|e| format!("{}: {e}", path.display()))
    });
    let long = HOSTILE.into_iter().filter(|(name, _)| ["prose", "glosses"].contains(name));
    samples.chain(long.map(|(name, make)| Ok((format!("{name}, 100 KB"), make(100_000))))).collect()
}

fn path() -> PathBuf {
    root().join("benches/instructions.json")
}

/// The compiler's version.
fn compiler() -> Outcome<String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    Ok(Run::new(rustc, ["--version"]).read()?.trim().to_owned())
}
