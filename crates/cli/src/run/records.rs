//! Records of NDJSON, one at a time.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};

use serde::Deserialize;
use serde_json::value::RawValue;

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

/// A record: its id, which is given back to the letter, its text, and the date that it is read as of.
#[derive(Debug)]
pub(super) struct Record<'l> {
    pub(super) id: Option<&'l RawValue>,
    pub(super) text: Cow<'l, str>,
    pub(super) date: Option<Cow<'l, str>>,
}

/// Why a line is no record.
#[derive(Debug)]
pub(super) struct RecordError {
    /// The id, where the line has one all the same.
    pub(super) id: Option<Box<RawValue>>,
    pub(super) code: &'static str,
    pub(super) message: String,
}

/// A record before its fields are looked at; fields of other names are passed over.
#[derive(Deserialize)]
struct Raw<'l> {
    #[serde(borrow, default)]
    id: Option<&'l RawValue>,
    #[serde(borrow, default)]
    text: Option<&'l RawValue>,
    #[serde(borrow, default)]
    date: Option<&'l RawValue>,
}

impl<'l> Record<'l> {
    /// Reads a line.
    pub(super) fn read(line: &'l [u8]) -> Result<Self, RecordError> {
        let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
        // serde would take a list for the fields in their order.
        let object = line.trim_ascii_start().starts_with(b"{");
        let raw: Result<Raw<'l>, _> =
            if object { serde_json::from_slice(line) } else { Err(serde::de::Error::custom("it does not begin with {")) };
        let raw =
            raw.map_err(|error| RecordError { id: None, code: "invalid_json", message: format!("the line is no JSON object: {error}") })?;
        let fault = |code, message: String| RecordError { id: raw.id.map(ToOwned::to_owned), code, message };
        let text = raw.text.ok_or_else(|| fault("missing_text", "the record has no \"text\"".to_owned()))?;
        let text = string(text).map_err(|e| fault("invalid_text", format!("\"text\" is no string: {e}")))?;
        let date = raw.date.filter(|d| d.get() != "null").map(string).transpose();
        let date = date.map_err(|e| fault("invalid_date", format!("\"date\" is no string: {e}")))?;
        Ok(Self { id: raw.id, text, date })
    }
}

fn string(value: &RawValue) -> Result<Cow<'_, str>, serde_json::Error> {
    // Borrowed where it has no escapes.
    serde_json::from_str::<&str>(value.get()).map(Cow::Borrowed).or_else(|_| serde_json::from_str::<String>(value.get()).map(Cow::Owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_stays_as_it_is() {
        for id in ["7", "1.0", "12345678901234567890123", "\"甲\\u0041\"", "{\"a\": [1, null]}", "null"] {
            let line = format!("{{\"other\": 1, \"id\": {id}, \"text\": \"会\\n议\"}}");
            let record = Record::read(line.as_bytes()).expect("a record");
            assert_eq!(record.id.map_or("null", RawValue::get), id);
            assert_eq!(record.text, "会\n议");
        }
    }

    #[test]
    fn what_is_wrong_with_a_line_is_told() {
        for (line, code) in [
            ("{", "invalid_json"),
            ("[1]", "invalid_json"),
            ("{\"id\":1}", "missing_text"),
            ("{\"id\":1,\"text\":3}", "invalid_text"),
            ("{\"id\":1,\"text\":\"\\ud800\"}", "invalid_text"),
            ("{\"id\":1,\"text\":\"\",\"date\":5}", "invalid_date"),
        ] {
            assert_eq!(Record::read(line.as_bytes()).map_err(|e| e.code).err(), Some(code), "{line}");
        }
        assert_eq!(Record::read(b"{\"id\":\"\xff\"}").map_err(|e| e.code).err(), Some("invalid_json"));
    }
}
