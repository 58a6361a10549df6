//! Standard output: whole records only, and colour only where it is a terminal.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anstyle::{AnsiColor, Style};
use gongwen::render::Part;

use crate::fault::{Fault, STOPPED, say};

/// Standard output, written in whole records.
///
/// Ctrl-C comes between records: the one that was begun is written to its end, and what the whole needs to be
/// well-formed after it. Where a reader has stopped reading, that takes until it reads on or goes away. A second
/// Ctrl-C waits for nobody; then only records of up to [`ATOMIC`] bytes are sure to be whole, as the system takes
/// those in one piece or not at all.
#[derive(Clone)]
pub(crate) struct Output(Arc<Shared>);

struct Shared {
    open: Mutex<Open>,
    /// Ctrl-C was pressed: no further record is begun.
    stopping: AtomicBool,
    /// A piece is being written that a sudden end may cut.
    exposed: AtomicBool,
}

struct Open {
    out: Box<dyn Write + Send>,
    /// Whole records that wait to be written together.
    held: Vec<u8>,
    /// So many bytes are held at most.
    most: usize,
    /// What is still to be written for the whole to be well-formed, such as an array's bracket.
    closing: &'static str,
}

/// What a pipe takes in one piece or not at all (PIPE_BUF).
const ATOMIC: usize = if cfg!(target_os = "linux") { 4096 } else { 512 };

/// So many bytes go to a file at once.
const TOGETHER: usize = 1 << 16;

/// After so long a record that can't be written to its end is told of.
const PATIENCE: Duration = Duration::from_secs(1);

impl Output {
    /// Standard output, with Ctrl-C watched for.
    pub(crate) fn open() -> Result<Self, Fault> {
        let (out, most) = destination();
        let open = Open { out, held: Vec::new(), most, closing: "" };
        let output = Self(Arc::new(Shared { open: Mutex::new(open), stopping: false.into(), exposed: false.into() }));
        let watched = output.clone();
        let handler = ctrlc::set_handler(move || watched.stop());
        handler.map_err(|error| Fault::System(format!("cannot watch for Ctrl-C: {error}")))?;
        Ok(output)
    }

    /// Writes one record whole.
    pub(crate) fn write(&self, record: &[u8]) -> io::Result<()> {
        self.between_records(|open, exposed| {
            if open.held.len() + record.len() > open.most {
                open.hand_over(exposed)?;
            }
            if record.len() > open.most {
                return open.put(record, exposed);
            }
            open.held.extend_from_slice(record);
            Ok(())
        })
    }

    /// Writes what opens the whole, and keeps what will close it.
    pub(crate) fn begin(&self, opening: &[u8], closing: &'static str) -> io::Result<()> {
        self.between_records(|open, _| {
            open.held.extend_from_slice(opening);
            open.closing = closing;
            Ok(())
        })
    }

    /// Hands over what was written so far.
    pub(crate) fn flush(&self) -> io::Result<()> {
        self.between_records(Open::hand_over)
    }

    /// Closes the whole.
    pub(crate) fn end(&self) -> io::Result<()> {
        self.between_records(Open::end)
    }

    /// Does `work` unless Ctrl-C was pressed: then whoever ends the process has the last word, also where the reader
    /// went away meanwhile.
    fn between_records(&self, work: impl FnOnce(&mut Open, &AtomicBool) -> io::Result<()>) -> io::Result<()> {
        self.yield_to_the_end();
        let done = work(&mut self.lock(), &self.0.exposed);
        self.yield_to_the_end();
        done
    }

    fn yield_to_the_end(&self) {
        while self.0.stopping.load(Ordering::SeqCst) {
            std::thread::park();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// At Ctrl-C: ends the process after the record at hand; at the next Ctrl-C, now.
    fn stop(&self) {
        if self.0.stopping.swap(true, Ordering::SeqCst) {
            let cut = if self.0.exposed.load(Ordering::SeqCst) { "stopped in the middle of a record" } else { "stopped" };
            say(cut);
            std::process::exit(i32::from(STOPPED));
        }
        // Another thread waits, so that this one hears the next Ctrl-C.
        let waiting = self.clone();
        std::thread::spawn(move || {
            let _ = waiting.lock().end(&waiting.0.exposed);
            say("stopped");
            std::process::exit(i32::from(STOPPED));
        });
        std::thread::spawn(|| {
            std::thread::sleep(PATIENCE);
            // Said only where the process has not ended by then.
            say("the reader of the output takes no more; Ctrl-C again stops without it");
        });
    }
}

impl Open {
    /// Writes the records that were held.
    fn hand_over(&mut self, exposed: &AtomicBool) -> io::Result<()> {
        let held = std::mem::take(&mut self.held);
        let done = self.put(&held, exposed);
        self.held = held;
        self.held.clear();
        done
    }

    /// Writes whole records in one piece.
    fn put(&mut self, records: &[u8], exposed: &AtomicBool) -> io::Result<()> {
        exposed.store(records.len() > ATOMIC, Ordering::SeqCst);
        let done = self.out.write_all(records).and_then(|()| self.out.flush());
        exposed.store(false, Ordering::SeqCst);
        done
    }

    fn end(&mut self, exposed: &AtomicBool) -> io::Result<()> {
        let closing = std::mem::take(&mut self.closing);
        self.held.extend_from_slice(closing.as_bytes());
        self.hand_over(exposed)
    }
}

/// Standard output without a buffer of its own, which would divide records at their line breaks; and how many bytes of
/// short records are written together: to a pipe no more than it takes in one piece.
#[cfg(unix)]
fn destination() -> (Box<dyn Write + Send>, usize) {
    use std::os::fd::AsFd;
    use std::os::unix::fs::FileTypeExt;

    let Ok(own) = io::stdout().as_fd().try_clone_to_owned() else { return (Box::new(io::stdout()), ATOMIC) };
    let file = std::fs::File::from(own);
    let is_file = file.metadata().is_ok_and(|m| !m.file_type().is_fifo() && !m.file_type().is_socket());
    (Box::new(file), if is_file { TOGETHER } else { ATOMIC })
}

#[cfg(not(unix))]
fn destination() -> (Box<dyn Write + Send>, usize) {
    (Box::new(io::stdout()), TOGETHER)
}

/// Whether what is written to standard output may be coloured.
pub(crate) fn coloured() -> bool {
    io::stdout().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
        && std::env::var_os("TERM").is_none_or(|t| t != "dumb")
}

/// A part of an outline in a terminal's colours.
pub(crate) fn paint(part: Part, text: &str) -> String {
    let style = match part {
        Part::Label => Style::new().fg_color(Some(AnsiColor::Cyan.into())),
        Part::Title => Style::new().bold(),
        Part::Name => Style::new().fg_color(Some(AnsiColor::Green.into())),
        Part::Marker => Style::new().fg_color(Some(AnsiColor::Blue.into())),
        Part::Deadline => Style::new().fg_color(Some(AnsiColor::Magenta.into())),
        Part::Error => Style::new().fg_color(Some(AnsiColor::Red.into())).bold(),
        Part::Warning => Style::new().fg_color(Some(AnsiColor::Yellow.into())).bold(),
        _ => Style::new().dimmed(),
    };
    format!("{style}{text}{style:#}")
}
