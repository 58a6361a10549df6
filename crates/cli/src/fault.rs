//! What ends a run, and with which exit code.

use std::io;
use std::process::ExitCode;

/// Everything was done.
pub(crate) const DONE: u8 = 0;
/// Lint found errors.
pub(crate) const FOUND: u8 = 1;
/// The command line makes no sense.
pub(crate) const USAGE: u8 = 2;
/// Some inputs could not be read, or the output could not be written.
pub(crate) const FAILED: u8 = 3;
/// The run was stopped by Ctrl-C, by the shells' custom.
pub(crate) const STOPPED: u8 = 130;

/// What ends a run before its end.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The command line makes no sense, in a way that clap can't see.
    Usage(String),
    /// Nobody reads the output any more, as in `gongwen … | head`: no fault of anybody's.
    Closed,
    /// The output cannot be written.
    Output(io::Error),
    /// The system refuses something that is needed.
    System(String),
}

impl Fault {
    /// Says what happened, in one line, and gives the exit code.
    pub(crate) fn report(&self) -> ExitCode {
        let (message, code) = match self {
            Self::Usage(message) => (message.clone(), USAGE),
            Self::Closed => return ExitCode::from(DONE),
            Self::Output(error) => {
                let reason = error.to_string();
                (format!("cannot write the output: {}", reason.split(" (os error").next().unwrap_or_default()), FAILED)
            }
            Self::System(message) => (message.clone(), FAILED),
        };
        say(&message);
        ExitCode::from(code)
    }
}

/// One line on standard error. Where nobody listens there either, nothing can be done.
pub(crate) fn say(message: &str) {
    use std::io::Write;
    // A name may hold a line break; a message is one line.
    let line: String = message.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let _ = writeln!(std::io::stderr().lock(), "gongwen: {line}");
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::Closed } else { Self::Output(error) }
    }
}
