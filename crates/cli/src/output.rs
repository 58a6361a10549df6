//! Standard output: whole records only, and colour only where it is a terminal.

use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anstyle::{AnsiColor, Style};
use gongwen::render::Part;

use crate::fault::{Fault, STOPPED, say};

/// Standard output, written record by record. Ctrl-C comes between records: what was begun is written to its end.
#[derive(Clone)]
pub(crate) struct Output(Arc<Mutex<Open>>);

struct Open {
    out: BufWriter<Stdout>,
    /// What is still to be written for the whole to be well-formed, such as an array's bracket.
    closing: &'static str,
}

impl Output {
    /// Standard output, with Ctrl-C watched for.
    pub(crate) fn open() -> Result<Self, Fault> {
        let output = Self(Arc::new(Mutex::new(Open { out: BufWriter::with_capacity(1 << 16, io::stdout()), closing: "" })));
        let watched = output.clone();
        let handler = ctrlc::set_handler(move || watched.stop());
        handler.map_err(|error| Fault::System(format!("cannot watch for Ctrl-C: {error}")))?;
        Ok(output)
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes one record whole.
    pub(crate) fn write(&self, record: &[u8]) -> io::Result<()> {
        self.lock().out.write_all(record)
    }

    /// Writes what opens the whole, and keeps what will close it.
    pub(crate) fn begin(&self, opening: &[u8], closing: &'static str) -> io::Result<()> {
        let mut open = self.lock();
        open.out.write_all(opening)?;
        open.closing = closing;
        Ok(())
    }

    /// Hands over what was written so far.
    pub(crate) fn flush(&self) -> io::Result<()> {
        self.lock().out.flush()
    }

    /// Closes the whole.
    pub(crate) fn end(&self) -> io::Result<()> {
        let mut open = self.lock();
        open.end()
    }

    /// Ends the process between two records. Where a reader has stopped reading, the record at hand never ends; then
    /// the process does so anyhow.
    fn stop(&self) {
        for _ in 0..PATIENCE {
            if let Ok(mut open) = self.0.try_lock() {
                let _ = open.end();
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        say("stopped");
        std::process::exit(i32::from(STOPPED));
    }
}

/// So many hundredths of a second a record may take to be written after Ctrl-C.
const PATIENCE: u32 = 300;

impl Open {
    fn end(&mut self) -> io::Result<()> {
        let closing = std::mem::take(&mut self.closing);
        self.out.write_all(closing.as_bytes())?;
        self.out.flush()
    }
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
