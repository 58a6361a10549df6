//! A record of NDJSON: `{"id": …, "text": "…", "date": "…"}`.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

/// A record: its id, which is given back to the letter, its text, and the date that it is read as of.
#[derive(Debug)]
pub(crate) struct Record<'l> {
    pub(crate) id: Option<&'l RawValue>,
    pub(crate) text: Cow<'l, str>,
    pub(crate) date: Option<Cow<'l, str>>,
}

/// Why a line is no record.
#[derive(Debug)]
pub(crate) struct RecordError {
    /// The id, where the line has one all the same.
    pub(crate) id: Option<Box<RawValue>>,
    pub(crate) code: &'static str,
    pub(crate) message: String,
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
    pub(crate) fn read(line: &'l [u8]) -> Result<Self, RecordError> {
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
        for id in ["7", "1.0", "12345678901234567890123", "1e9999999", "\"甲\\u0041\"", "{\"a\": [1, null]}", "null"] {
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
