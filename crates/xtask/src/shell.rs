//! Runs other programs: [`Run`] says what, and whether its output is shown, kept or both.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::Outcome;

/// A program to run, from the workspace's folder unless told otherwise.
pub(crate) struct Run {
    command: Command,
    shown: String,
}

impl Run {
    /// `program` with `arguments`.
    pub(crate) fn new<A: AsRef<OsStr>>(program: impl AsRef<OsStr>, arguments: impl IntoIterator<Item = A>) -> Self {
        let mut shown = program.as_ref().to_string_lossy().into_owned();
        let mut command = Command::new(program);
        for argument in arguments {
            shown.push(' ');
            shown.push_str(&argument.as_ref().to_string_lossy());
            command.arg(argument);
        }
        command.current_dir(crate::root());
        Self { command, shown }
    }

    /// The cargo that runs this program.
    pub(crate) fn cargo<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Self {
        Self::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
    }

    /// With a variable of the environment set.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Without what cargo puts into the environment of the programs it runs, so that another toolchain's cargo is
    /// not led astray by it.
    pub(crate) fn without_cargo(mut self) -> Self {
        for (name, _) in std::env::vars_os() {
            let name_text = name.to_string_lossy();
            let kept = ["CARGO_HOME", "CARGO_TERM_COLOR"].contains(&&*name_text) || name_text.starts_with("CARGO_PROFILE_");
            let led = name_text.starts_with("CARGO") && !kept;
            if led || name_text.starts_with("RUSTUP_") || name_text == "RUSTC" || name_text == "LD_LIBRARY_PATH" {
                self.command.env_remove(name);
            }
        }
        self
    }

    /// In another folder.
    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs it, its output shown.
    pub(crate) fn go(mut self) -> Outcome {
        let status = self.command.status().map_err(|e| format!("{}: {e}", self.shown))?;
        if status.success() { Ok(()) } else { Err(format!("`{}` failed", self.shown)) }
    }

    /// Runs it in silence and returns what it printed on standard output, or its standard error where it fails.
    pub(crate) fn read(mut self) -> Outcome<String> {
        let done = self.command.stdin(Stdio::null()).output().map_err(|e| format!("{}: {e}", self.shown))?;
        if done.status.success() {
            return Ok(String::from_utf8_lossy(&done.stdout).into_owned());
        }
        let said = String::from_utf8_lossy(&done.stderr);
        Err(format!("`{}` failed: {}", self.shown, said.trim()))
    }

    /// Runs it, its output shown and kept; `true` where it succeeds.
    pub(crate) fn tee(mut self) -> Outcome<(bool, String)> {
        let mut child = self
            .command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|e| format!("{}: {e}", self.shown))?;
        let (out, err) = (child.stdout.take(), child.stderr.take());
        let errors = std::thread::spawn(move || pass_on(err, &mut std::io::stderr()));
        let mut said = pass_on(out, &mut std::io::stdout());
        said.push_str(&errors.join().unwrap_or_default());
        let status = child.wait().map_err(|e| format!("{}: {e}", self.shown))?;
        Ok((status.success(), said))
    }
}

/// Copies a stream line by line and keeps it.
fn pass_on(from: Option<impl Read>, to: &mut impl Write) -> String {
    let mut kept = String::new();
    let Some(from) = from else { return kept };
    let mut reader = BufReader::new(from);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        drop(to.write_all(&line));
        kept.push_str(&String::from_utf8_lossy(&line));
        line.clear();
    }
    kept
}
