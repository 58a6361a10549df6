//! The JavaScript edge of gongwen: a string and options in, a plain object out.
//!
//! Text comes in as a JavaScript string, is read once, its spans are counted in UTF-16 in one sweep, and the Document
//! leaves as one JSON string that the engine's own `JSON.parse` makes a plain object of: no `Map`, no BigInt, no
//! handle to free. (Built field by field through serde-wasm-bindgen the same object took 6% less time when last measured,
//! with the module built for size, and the module weighs more: `cargo xtask bench --outputs` measures it again.)
//!
//! What a caller does wrong is thrown as a plain object with a `code`, which the package's TypeScript makes a
//! `GongwenError` of.

#![forbid(unsafe_code)]

mod fault;
mod options;
#[cfg(feature = "rivals")]
pub mod rivals;

use gongwen_core::{Document, Parser, render};
use wasm_bindgen::prelude::*;

use crate::fault::Fault;
use crate::options::Settings;

/// The longest text that is read, in bytes of UTF-8: a WebAssembly memory never shrinks, and a Document takes a
/// multiple of its text.
const LONGEST: usize = 32 * 1024 * 1024;

/// What [`render_text`] writes.
const FORMATS: [&str; 4] = ["json", "outline", "csv", "ics"];

/// Reads `text` and returns its Document.
///
/// # Errors
/// A plain object with `code` and `message`, where the caller's options or the text's length are at fault.
#[wasm_bindgen]
pub fn parse(text: &str, options: &JsValue) -> Result<JsValue, JsValue> {
    let json = parse_to_json(text, Settings::read(options)?)?;
    js_sys::JSON::parse(&json)
}

/// The Document of `text` as the JSON that the command line prints.
fn parse_to_json(text: &str, settings: Settings) -> Result<String, Fault> {
    let offsets = settings.offsets;
    let document = read(text, settings)?.with_offsets(text, offsets);
    serde_json::to_string(&document).map_err(|_| Fault::internal("the Document can't be written as JSON".to_owned()))
}

/// Reads `text` and writes what it says in `format`.
///
/// # Errors
/// As [`parse`], and where there is no such format.
#[wasm_bindgen(js_name = render)]
pub fn render_text(text: &str, format: &str, options: &JsValue) -> Result<String, JsValue> {
    let settings = Settings::read(options)?;
    match format {
        "json" => Ok(parse_to_json(text, settings)?),
        "outline" => Ok(render::outline(&read(text, settings)?, text)),
        "csv" => Ok(task_sheet(text, settings)?),
        "ics" => Ok(render::icalendar(&read(text, settings)?)),
        _ => Err(Fault::format(format).into()),
    }
}

/// The task sheet (督办清单) of `text` as CSV, its places counted in the unit that the caller asked for.
fn task_sheet(text: &str, settings: Settings) -> Result<String, Fault> {
    let offsets = settings.offsets;
    let document = read(text, settings)?;
    let mut tasks = render::tasks(&document, text);
    for (task, directive) in tasks.iter_mut().zip(document.with_offsets(text, offsets).directives) {
        task.span = directive.content.span;
    }
    let sheet = render::TaskSheet::new();
    Ok(sheet.csv_header() + &sheet.csv_rows(&tasks, ""))
}

/// The longest text that is read, in bytes of UTF-8.
#[wasm_bindgen]
#[must_use]
pub fn longest() -> usize {
    LONGEST
}

/// The version of the package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The Document of `text`, with spans in bytes.
fn read(text: &str, settings: Settings) -> Result<Document, Fault> {
    if text.len() > LONGEST {
        return Err(Fault::too_long(text.len(), LONGEST));
    }
    gongwen_core::decode_gbk_with(gb18030);
    Parser::with_options(settings.options).parse(text).map_err(|_| Fault::internal("the Document can't be written as JSON".to_owned()))
}

#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str) -> Result<TextDecoder, JsValue>;

    #[wasm_bindgen(method)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> String;
}

/// Every platform brings the table of GBK along; one that was built without it has no such decoder.
fn gb18030(bytes: &[u8]) -> String {
    TextDecoder::new("gb18030").map_or_else(|_| String::new(), |decoder| decoder.decode(bytes))
}
