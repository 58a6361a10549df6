//! Instructions counted under callgrind, which gives the same figure however busy the machine is.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::{Outcome, machine};

/// Sees to it that valgrind is there; where it may not be installed, says how.
pub(crate) fn ready() -> Outcome {
    if Command::new("valgrind").arg("--version").stdout(Stdio::null()).status().is_ok_and(|status| status.success()) {
        return Ok(());
    }
    machine::debian(&["valgrind"], "counting instructions")
}

/// So many instructions `program` runs with these arguments.
pub(crate) fn instructions(program: &Path, arguments: &[&str]) -> Outcome<u64> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(program).args(arguments);
    // The same environment gives the same figure.
    command.env("LC_ALL", "C").env("NO_COLOR", "1").stdin(Stdio::null()).stdout(Stdio::null());
    let done = command.output().map_err(|e| format!("valgrind: {e}"))?;
    let said = String::from_utf8_lossy(&done.stderr);
    let told = said.lines().find_map(|line| line.split_once("Collected : ")).map(|(_, figure)| figure.trim());
    match told.and_then(|figure| figure.parse().ok()) {
        Some(figure) if done.status.success() => Ok(figure),
        _ => Err(format!("valgrind of {} {}: {}", program.display(), arguments.join(" "), said.trim())),
    }
}
