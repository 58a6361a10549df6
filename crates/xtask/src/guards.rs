//! Checks by tools that not every machine has: `cargo xtask mutants`, `deny`, `features`, `miri`, `package`.

use crate::shell::Run;
use crate::tally::Tally;
use crate::{Outcome, root};

/// Of `cargo xtask mutants`.
#[derive(clap::Args, Debug)]
pub(crate) struct Mutants {
    /// Only files whose paths hold this word.
    only: Option<String>,
    /// One part of so many, such as 1/8.
    #[arg(long)]
    shard: Option<String>,
}

/// What is mutated: where a slip gives wrong places or wrong lists without any text failing.
const MUTATED: [&str; 3] = ["crates/core/src/span.rs", "crates/core/src/repair/map.rs", "crates/core/src/structure/enumeration/**/*.rs"];

/// Changes the code in small ways and looks whether a test sees it. Survivors are listed in target/mutants.out.
pub(crate) fn mutants(arguments: &Mutants) -> Outcome {
    tool("cargo-mutants", "mutants")?;
    let mut words = vec!["mutants", "--package", "gongwen-core", "--output", "target", "--no-shuffle", "--baseline", "run"];
    let files = MUTATED.into_iter().filter(|file| arguments.only.as_deref().is_none_or(|word| file.contains(word)));
    words.extend(files.flat_map(|file| ["--file", file]));
    words.extend(arguments.shard.iter().flat_map(|shard| ["--shard", shard]));
    // Many short builds: those that are quick to make.
    words.extend(["--cargo-arg=--config=profile.dev.package.gongwen-core.opt-level=0", "--cargo-arg=--lib"]);
    Run::cargo(words).go()
}

/// Licences, sources and doubled dependencies, as deny.toml allows them. Advisories are left out: their list is fetched from
/// where not every machine reaches.
pub(crate) fn deny() -> Outcome {
    tool("cargo-deny", "deny")?;
    Run::cargo(["deny", "--all-features", "check", "licenses", "bans", "sources"]).go()
}

/// Each feature alone and each pair of them builds.
pub(crate) fn features() -> Outcome {
    tool("cargo-hack", "hack")?;
    for package in ["gongwen-core", "gongwen"] {
        Run::cargo(["hack", "check", "--package", package, "--feature-powerset", "--depth", "2", "--exclude-features", "full", "--lib"])
            .go()?;
    }
    Ok(())
}

/// The core's parts that count bytes, under an interpreter that sees what the compiler may take for granted.
pub(crate) fn miri() -> Outcome {
    nightly()?;
    let words = ["+nightly", "miri", "test", "--package", "gongwen-core", "--lib", "--", "span", "repair::map", "segment", "lexicon::trie"];
    let run = Run::new("cargo", words).without_cargo().env("CARGO_TARGET_DIR", root().join("target/miri"));
    run.env("MIRIFLAGS", "-Zmiri-disable-isolation").go()
}

/// The packages that are published hold what they need.
pub(crate) fn package() -> Outcome<Tally> {
    let mut tally = Tally::default();
    for (package, needed) in [
        ("gongwen-core", &["src/lib.rs", "README.md", "LICENSE-MIT", "LICENSE-APACHE"][..]),
        ("gongwen", &["src/lib.rs", "README.md", "LICENSE-MIT", "LICENSE-APACHE", "data/common-characters.txt"]),
        ("gongwen-cli", &["src/main.rs", "README.md", "LICENSE-MIT", "LICENSE-APACHE"]),
    ] {
        let list = Run::cargo(["package", "--quiet", "--list", "--allow-dirty", "--package", package]).read()?;
        let packed: Vec<String> = list.lines().map(|line| line.replace('\\', "/")).collect();
        let mut missing: Vec<String> = needed.iter().map(|file| (*file).to_owned()).filter(|file| !packed.contains(file)).collect();
        if package == "gongwen-core" {
            let holds = |table: &String| packed.iter().any(|file| file == table || file.starts_with(&format!("{table}/")));
            missing.extend(tables()?.into_iter().filter(|table| !holds(table)));
        }
        if !missing.is_empty() {
            println!("FAILED: the package {package} lacks {}", missing.join(", "));
        }
        tally += Tally::one(missing.is_empty());
    }
    Ok(tally)
}

/// What lies in the core's data/, which its code reads.
fn tables() -> Outcome<Vec<String>> {
    let folder = root().join("crates/core/data");
    let entries = std::fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let files: Vec<String> = entries.flatten().map(|entry| format!("data/{}", entry.file_name().to_string_lossy())).collect();
    if files.is_empty() { Err("the core has no data".to_owned()) } else { Ok(files) }
}

/// A nightly compiler, which some tools need.
pub(crate) fn nightly() -> Outcome {
    let found = Run::new("cargo", ["+nightly", "--version"]).without_cargo().read();
    found.map(drop).map_err(|_| "a nightly compiler is needed: rustup toolchain install nightly".to_owned())
}

/// Whether cargo has this command.
pub(crate) fn has(command: &str) -> bool {
    Run::cargo([command, "--version"]).read().is_ok()
}

/// Sees to it that cargo has this command.
pub(crate) fn tool(package: &str, command: &str) -> Outcome {
    if has(command) {
        return Ok(());
    }
    println!("installing {package}");
    Run::cargo(["install", "--locked", "--quiet", package]).go()
}
