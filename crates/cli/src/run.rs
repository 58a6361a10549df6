//! One run over many inputs: read, parsed and rendered on many threads, written in order.

mod items;
mod progress;
mod record;

use std::borrow::Cow;
use std::process::ExitCode;
use std::sync::Arc;

use gongwen::{Batch, Confidence, Document, Mention, Options, Parser, Reader};
use serde_json::json;
use serde_json::value::RawValue;

use crate::arguments::{ReadingArguments, Settings};
use crate::fault::{DONE, FAILED, FOUND, Fault, say};
use crate::input::{Input, Inputs};
use crate::output::Output;
use items::{Item, Items};
use progress::Progress;
use record::Record;

/// A text that was read.
pub(crate) struct Source<'s> {
    /// The file's name.
    pub(crate) name: &'s str,
    pub(crate) text: &'s str,
}

/// What is written for one text.
#[derive(Default)]
pub(crate) struct Piece {
    pub(crate) bytes: Vec<u8>,
    /// Lint found an error.
    pub(crate) found: bool,
    /// What to say on standard error beside it.
    pub(crate) note: Option<String>,
}

/// How the pieces are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// One after the other.
    Plain,
    /// Each is a value of JSON, named by its id, on a line of its own. Records are read where an input holds them.
    Lines(&'static str),
    /// The same as an array, where there may be several; else the one value itself.
    Array(&'static str),
}

/// What is written before, between and after the pieces.
#[derive(Clone, Debug, Default)]
pub(crate) struct Around {
    pub(crate) before: String,
    pub(crate) between: &'static str,
}

/// How texts are read.
#[derive(Debug)]
pub(crate) struct Reading {
    reader: Reader,
    options: Options,
    parser: Parser,
    strict: bool,
}

impl Reading {
    /// As the command line says.
    pub(crate) fn new(settings: &Settings) -> Result<Self, Fault> {
        let usage = |message: String| Fault::Usage(message);
        let mut options = Options::new().repair(gongwen::RepairKind::RegionalWord, settings.regional_words);
        if let Some(date) = &settings.date {
            options = options.reference_date(date).map_err(|e| usage(e.to_string()))?;
        }
        let mut reader = Reader::new();
        if settings.encoding != "auto" {
            reader = reader.encoding(&settings.encoding).map_err(|e| usage(e.to_string()))?;
        }
        for path in &settings.lexicon {
            let rows = Reader::new().read(path).map_err(|e| usage(format!("{}: {e}", path.display())))?;
            options = options.lexicon(&rows.text).map_err(|error| {
                usage(match error {
                    gongwen::Error::Lexicon { line, reason } => format!("{}:{line}: {reason}", path.display()),
                    other => format!("{}: {other}", path.display()),
                })
            })?;
        }
        Ok(Self { reader, parser: Parser::with_options(options.clone()), options, strict: settings.strict })
    }

    /// Reads an input's text; beside it, what is doubtful about it.
    pub(crate) fn read(&self, input: &Input) -> Result<(String, Option<String>), String> {
        let loaded = match input {
            Input::Stdin => self.reader.read_from(std::io::stdin().lock(), None),
            Input::File(path) => self.reader.read(path),
            Input::Unreadable(_, reason) => return Err(reason.clone()),
        };
        let loaded = loaded.map_err(|error| error.to_string())?;
        let doubt = match (loaded.malformed, loaded.confidence) {
            (Some(at), _) => Some(format!("has bytes that are no character in {} (the first at byte {at})", loaded.encoding)),
            (None, Confidence::Guess) => Some(format!("is taken for {}, which is a guess; --encoding says what it is", loaded.encoding)),
            _ => None,
        };
        match doubt {
            Some(doubt) if self.strict => Err(doubt),
            doubt => Ok((loaded.text, doubt)),
        }
    }

    /// The mentions that the text's Document is built on.
    pub(crate) fn mentions(&self, text: &str) -> Result<Vec<Mention>, String> {
        self.parser.mentions(text).map_err(|e| e.to_string())
    }

    /// The text's Document.
    pub(crate) fn parse(&self, text: &str) -> Result<Document, String> {
        self.parser.parse(text).map_err(|e| e.to_string())
    }
}

/// The result for one input.
struct Done {
    /// What goes to standard output.
    bytes: Vec<u8>,
    /// What goes to standard error, without the program's name.
    notes: Vec<String>,
    failed: bool,
    found: bool,
}

/// Does `work` on every text and writes what it gives, in order.
pub(crate) fn run<W>(arguments: &ReadingArguments, frame: Frame, around: impl FnOnce(bool) -> Around, work: W) -> Result<ExitCode, Fault>
where
    W: Fn(&Source<'_>, Document) -> Result<Piece, String> + Send + Sync + 'static,
{
    let reading = Reading::new(&arguments.settings)?;
    let inputs = Inputs::find(&arguments.files)?;
    let output = Output::open()?;
    let around = around(inputs.many);
    let array = matches!(frame, Frame::Array(_)) && inputs.many;
    if array {
        output.begin(b"[\n", "\n]\n")?;
    } else {
        output.begin(around.before.as_bytes(), "")?;
    }
    let records = matches!(frame, Frame::Lines(_));
    let single = !(inputs.many || records && inputs.list.iter().any(Input::holds_records));
    let between = if array { ",\n" } else { around.between };
    let progress = Progress::over(&inputs, records);
    let job = Job { reading, frame, array, work };
    let items = Items::over(inputs.list, records);
    // One text needs no threads, and starts sooner without.
    let (failed, found) = if single || arguments.jobs == 1 {
        write(&output, between, &progress, items.map(|item| job.done(item)), true)?
    } else {
        let batch = Batch::new(arguments.jobs).map_err(|e| Fault::System(format!("cannot start threads: {e}")))?;
        let job = Arc::new(job);
        write(&output, between, &progress, batch.map(items, move |item| job.done(item)), false)?
    };
    output.end()?;
    progress.end();
    Ok(ExitCode::from(if failed {
        FAILED
    } else if found {
        FOUND
    } else {
        DONE
    }))
}

/// Writes the results as they come; gives whether any failed, and whether lint found any error.
fn write(
    output: &Output,
    between: &str,
    progress: &Progress,
    results: impl Iterator<Item = Done>,
    at_once: bool,
) -> Result<(bool, bool), Fault> {
    let (mut failed, mut found, mut first) = (false, false, true);
    for mut done in results {
        progress.aside(|| done.notes.iter().for_each(|note| say(note)));
        failed |= done.failed;
        found |= done.found;
        if !done.bytes.is_empty() {
            // What divides two records belongs to the second, so that Ctrl-C leaves none of it alone.
            if !std::mem::take(&mut first) {
                done.bytes.splice(0..0, between.bytes());
            }
            output.write(&done.bytes)?;
            if at_once {
                output.flush()?;
            }
        }
        progress.step();
    }
    Ok((failed, found))
}

struct Job<W> {
    reading: Reading,
    frame: Frame,
    array: bool,
    work: W,
}

impl<W: Fn(&Source<'_>, Document) -> Result<Piece, String>> Job<W> {
    fn done(&self, item: Item) -> Done {
        match item {
            Item::Input(input) => self.input(&input),
            Item::Line(line) => self.line(line),
            // The rest of a file of records can't be read.
            Item::Broken(name, reason) => self.failed(&name, &reason),
        }
    }

    fn input(&self, input: &Input) -> Done {
        let name = input.name();
        let (text, doubt) = match self.reading.read(input) {
            Ok(read) => read,
            Err(reason) => return self.failed(&name, &reason),
        };
        let piece = self.reading.parse(&text).and_then(|document| (self.work)(&Source { name: &name, text: &text }, document));
        let piece = match piece {
            Ok(piece) => piece,
            Err(reason) => return self.failed(&name, &reason),
        };
        let bytes = match self.frame {
            Frame::Lines(key) => named(json!(name).to_string().as_bytes(), key, &piece.bytes, true),
            Frame::Array(key) if self.array => named(json!(name).to_string().as_bytes(), key, &piece.bytes, false),
            Frame::Array(_) | Frame::Plain => piece.bytes,
        };
        let notes = [doubt.map(|d| format!("{name}: warning: {d}")), piece.note.map(|n| format!("{name}: {n}"))];
        Done { bytes, notes: notes.into_iter().flatten().collect(), failed: false, found: piece.found }
    }

    /// One record in, one out. What is wrong with it is said in the record, as the reader of the output is the one
    /// who can do something about it.
    fn line(&self, line: Vec<u8>) -> Done {
        let record = match Record::read(&line) {
            Ok(record) => record,
            Err(error) => return self.record_failed(error.id.as_deref(), error.code, &error.message),
        };
        let (id, date) = (record.id.map(ToOwned::to_owned), record.date.map(Cow::into_owned));
        match record.text {
            Cow::Borrowed(text) => self.record(id.as_deref(), date.as_deref(), text),
            // The line need not be kept beside the text without its escapes.
            Cow::Owned(text) => {
                drop(line);
                self.record(id.as_deref(), date.as_deref(), &text)
            }
        }
    }

    fn record(&self, id: Option<&RawValue>, date: Option<&str>, text: &str) -> Done {
        let parsed = match date {
            Some(date) => self
                .reading
                .options
                .clone()
                .reference_date(date)
                .map_err(|e| ("invalid_date", e.to_string()))
                .and_then(|options| Parser::with_options(options).parse(text).map_err(|e| ("source_too_long", e.to_string()))),
            None => self.reading.parse(text).map_err(|e| ("source_too_long", e)),
        };
        let done = parsed.and_then(|document| (self.work)(&Source { name: "", text }, document).map_err(|e| ("not_rendered", e)));
        match (done, self.frame) {
            (Ok(piece), Frame::Lines(key)) => {
                let id = id.map_or("null", RawValue::get);
                Done { bytes: named(id.as_bytes(), key, &piece.bytes, true), notes: Vec::new(), failed: false, found: piece.found }
            }
            (Ok(piece), _) => Done { bytes: piece.bytes, notes: Vec::new(), failed: false, found: piece.found },
            (Err((code, message)), _) => self.record_failed(id, code, &message),
        }
    }

    fn record_failed(&self, id: Option<&RawValue>, code: &str, message: &str) -> Done {
        let error = json!({"code": code, "message": message}).to_string();
        let bytes = named(id.map_or("null", RawValue::get).as_bytes(), "error", error.as_bytes(), true);
        Done { bytes, notes: Vec::new(), failed: self.reading.strict, found: false }
    }

    /// An input that could not be read: a line on standard error, and a record where records are written.
    fn failed(&self, name: &str, reason: &str) -> Done {
        let error = json!({"code": "unreadable", "message": reason}).to_string();
        let id = json!(name).to_string();
        let bytes = match self.frame {
            Frame::Lines(_) => named(id.as_bytes(), "error", error.as_bytes(), true),
            Frame::Array(_) if self.array => named(id.as_bytes(), "error", error.as_bytes(), false),
            Frame::Array(_) | Frame::Plain => Vec::new(),
        };
        Done { bytes, notes: vec![format!("{name}: {reason}")], failed: true, found: false }
    }
}

/// `{"id": …, "key": …}` from values that are JSON already.
fn named(id: &[u8], key: &str, value: &[u8], line: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(id.len() + value.len() + 32);
    for part in [b"{\"id\":".as_slice(), id, b",\"", key.as_bytes(), b"\":", value.trim_ascii_end(), b"}"] {
        out.extend_from_slice(part);
    }
    if line {
        out.push(b'\n');
    }
    out
}
