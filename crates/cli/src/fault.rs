//! What ends a run, and with which exit code.

use std::io;
use std::process::ExitCode;

/// Everything was done.
pub(crate) const DONE: u8 = 0;
/// The command line makes no sense.
pub(crate) const USAGE: u8 = 2;
/// Some inputs could not be read, or the output could not be written.
pub(crate) const FAILED: u8 = 3;

/// What ends a run before its end.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The command line makes no sense, in a way that clap can't see.
    Usage(String),
    /// Nobody reads the output any more, as in `gongwen … | head`: no fault of anybody's.
    Closed,
    /// The output cannot be written.
    Output(io::Error),
}

impl Fault {
    /// Says what happened, in one line, and gives the exit code.
    pub(crate) fn report(&self) -> ExitCode {
        match self {
            Self::Usage(message) => {
                eprintln!("gongwen: {message}");
                ExitCode::from(USAGE)
            }
            Self::Closed => ExitCode::from(DONE),
            Self::Output(error) => {
                eprintln!("gongwen: cannot write the output: {error}");
                ExitCode::from(FAILED)
            }
        }
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::Closed } else { Self::Output(error) }
    }
}
