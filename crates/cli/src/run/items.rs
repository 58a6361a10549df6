//! What a run works on: files, and the lines of files of records, one at a time.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};

use crate::input::Input;

/// One thing to work on.
pub(super) enum Item {
    /// A file, whole.
    Input(Input),
    /// A record, as its line.
    Line(Vec<u8>),
    /// An input whose records can't be read, and why.
    Broken(String, String),
}

/// All things to work on, in order. Of a file of records only one line is held at a time.
pub(super) struct Items {
    inputs: std::vec::IntoIter<Input>,
    records: bool,
    open: Option<(String, Box<dyn BufRead + Send>)>,
}

/// The longest line that is read: what is longer is no record, and is not held in memory.
const MAX_LINE: u64 = 256 << 20;

impl Items {
    /// Over `inputs`, each a text, or where `records` are asked for and it holds them, a record for each of its lines.
    pub(super) fn over(inputs: Vec<Input>, records: bool) -> Self {
        Self { inputs: inputs.into_iter(), records, open: None }
    }

    /// The next line of the open input; none at its end.
    fn line(&mut self) -> Option<Item> {
        let (name, reader) = self.open.as_mut()?;
        loop {
            let mut line = Vec::new();
            match reader.by_ref().take(MAX_LINE).read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(read) if read as u64 == MAX_LINE && !line.ends_with(b"\n") => {
                    // An empty line is no record, so this stands for one that is none.
                    let skipped = skip_line(reader);
                    let item = skipped.err().map(|error| Item::Broken(name.clone(), error.to_string()));
                    return Some(item.unwrap_or_else(|| Item::Line(b"the line is too long".to_vec())));
                }
                // A blank line at the end of a file is nobody's record.
                Ok(_) if line.trim_ascii().is_empty() => {}
                Ok(_) => return Some(Item::Line(line)),
                Err(error) => {
                    let broken = Item::Broken(name.clone(), error.to_string());
                    self.open = None;
                    return Some(broken);
                }
            }
        }
    }
}

impl Iterator for Items {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        loop {
            if self.open.is_some() {
                if let Some(item) = self.line() {
                    return Some(item);
                }
                self.open = None;
            }
            let input = self.inputs.next()?;
            if !(self.records && input.holds_records()) {
                return Some(Item::Input(input));
            }
            let name = input.name();
            let reader: Box<dyn BufRead + Send> = match &input {
                Input::File(path) => match File::open(path) {
                    Ok(file) => Box::new(BufReader::with_capacity(1 << 16, file)),
                    Err(_) => return Some(Item::Input(input)),
                },
                _ => Box::new(BufReader::with_capacity(1 << 16, std::io::stdin())),
            };
            self.open = Some((name, reader));
        }
    }
}

/// Reads on to the end of the line without keeping it.
fn skip_line(reader: &mut dyn BufRead) -> std::io::Result<()> {
    loop {
        let held = reader.fill_buf()?;
        if held.is_empty() {
            return Ok(());
        }
        if let Some(at) = held.iter().position(|&b| b == b'\n') {
            reader.consume(at + 1);
            return Ok(());
        }
        let all = held.len();
        reader.consume(all);
    }
}
