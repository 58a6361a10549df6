//! What a fresh machine lacks: installed where that is allowed, in one line each; else the command to run is told.

use std::path::Path;

use crate::Outcome;
use crate::shell::Run;

/// Debian's packages that compile for wasm32 where the Rust toolchain itself can't.
pub(crate) const WASM: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// Debian's browser, for the tests of pages.
pub(crate) const BROWSER: [&str; 1] = ["chromium"];

/// Chinese type, sans and serif, for screenshots of pages.
pub(crate) const FONTS: [&str; 1] = ["fonts-noto-cjk"];

/// Node and npm, where the machine has neither.
const NODE: [&str; 2] = ["nodejs", "npm"];

/// Sees to it that Debian's `packages` are there, which are needed for `purpose`.
pub(crate) fn debian(packages: &[&str], purpose: &str) -> Outcome {
    let missing: Vec<&str> = packages.iter().copied().filter(|p| !installed(p)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let advice = format!("{purpose}: {list} missing; run: apt-get install -y --no-install-recommends {list}");
    let Some(prefix) = administrator() else { return Err(advice) };
    println!("installing {list} ({purpose})");
    let apt = |arguments: &[&str]| {
        let words = prefix.iter().copied().chain(["apt-get", "-qq"]).chain(arguments.iter().copied());
        let mut words = words.collect::<Vec<_>>().into_iter();
        Run::new(words.next().unwrap_or("apt-get"), words).env("DEBIAN_FRONTEND", "noninteractive").read()
    };
    let install: Vec<&str> = ["install", "-y", "--no-install-recommends"].into_iter().chain(missing.iter().copied()).collect();
    apt(&["update"]).and_then(|_| apt(&install)).map_err(|e| format!("{advice}\n{e}"))?;
    Ok(())
}

/// Sees to it that Node is there, and the packages that `folder`/package-lock.json names.
pub(crate) fn npm(folder: &Path) -> Outcome {
    if Run::new("npm", ["--version"]).read().is_err() {
        debian(&NODE, "the npm package and its tests")?;
    }
    // npm writes this file last, so it is older than the lock file where the lock has changed since.
    let (lock, stamp) = (folder.join("package-lock.json"), folder.join("node_modules/.package-lock.json"));
    let time = |path: &Path| path.metadata().and_then(|m| m.modified()).ok();
    if time(&stamp).is_some_and(|installed| Some(installed) >= time(&lock)) {
        return Ok(());
    }
    println!("installing the packages of {} (npm ci)", lock.display());
    let done = Run::new("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]).within(folder).read();
    done.map(drop).map_err(|e| format!("{e}\nrun: npm ci, in {}", folder.display()))
}

fn installed(package: &str) -> bool {
    Run::new("dpkg-query", ["--show", "--showformat=${db:Status-Status}", package]).read().is_ok_and(|status| status.trim() == "installed")
}

/// What stands before a command to run it as the administrator; none where that may not be.
fn administrator() -> Option<Vec<&'static str>> {
    Run::new("apt-get", ["--version"]).read().ok()?;
    if Run::new("id", ["-u"]).read().ok()?.trim() == "0" {
        return Some(Vec::new());
    }
    Run::new("sudo", ["-n", "true"]).read().ok().map(|_| vec!["sudo", "-n"])
}
