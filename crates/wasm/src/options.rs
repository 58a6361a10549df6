//! The caller's options, read key by key: one that isn't known is refused, so that a misspelt one is not passed over.

use gongwen_core::{Offsets, Options, RepairKind};
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

use crate::fault::Fault;

/// The keys there are, in the order in which they are told.
const KEYS: [&str; 4] = ["offsets", "date", "lexicon", "regionalWords"];

/// What the options say.
pub(crate) struct Settings {
    pub(crate) options: Options,
    pub(crate) offsets: Offsets,
}

impl Settings {
    /// Reads an object of options; `undefined` is none of them.
    pub(crate) fn read(value: &JsValue) -> Result<Self, Fault> {
        let mut settings = Self { options: Options::new(), offsets: Offsets::Utf16 };
        if value.is_undefined() {
            return Ok(settings);
        }
        if !value.is_object() || Array::is_array(value) {
            return Err(Fault::option("options", format!("options must be an object, like {{ offsets: \"utf16\" }}; got {}", kind(value))));
        }
        for entry in Object::entries(value.unchecked_ref()).iter() {
            let entry = Array::from(&entry);
            let key = entry.get(0).as_string().unwrap_or_default();
            let value = entry.get(1);
            if value.is_undefined() {
                continue;
            }
            match key.as_str() {
                "offsets" => settings.offsets = offsets(&value)?,
                "date" => settings.options = date(settings.options, &value)?,
                "lexicon" => settings.options = lexicon(settings.options, &value)?,
                "regionalWords" => settings.options = regional_words(settings.options, &value)?,
                _ => return Err(Fault::option(&key, format!("there is no option \"{key}\"; use {}", KEYS.join(", ")))),
            }
        }
        Ok(settings)
    }
}

fn offsets(value: &JsValue) -> Result<Offsets, Fault> {
    match value.as_string().as_deref() {
        Some("utf8") => Ok(Offsets::Utf8),
        Some("utf16") => Ok(Offsets::Utf16),
        Some("codepoint") => Ok(Offsets::Codepoint),
        _ => Err(Fault::option("offsets", format!("option \"offsets\" must be \"utf16\", \"utf8\" or \"codepoint\"; got {}", kind(value)))),
    }
}

fn date(options: Options, value: &JsValue) -> Result<Options, Fault> {
    let wrong = || Fault::option("date", format!("option \"date\" must be a calendar date like \"2012-05-20\"; got {}", kind(value)));
    options.reference_date(&value.as_string().ok_or_else(wrong)?).map_err(|_| wrong())
}

fn lexicon(options: Options, value: &JsValue) -> Result<Options, Fault> {
    let rows = value.as_string().ok_or_else(|| {
        Fault::option(
            "lexicon",
            format!("option \"lexicon\" must be a string of lines, each a word, a tab and its kind; got {}", kind(value)),
        )
    })?;
    options.lexicon(&rows).map_err(|e| Fault::option("lexicon", format!("option \"lexicon\": {e}")))
}

fn regional_words(options: Options, value: &JsValue) -> Result<Options, Fault> {
    let wanted = value
        .as_bool()
        .ok_or_else(|| Fault::option("regionalWords", format!("option \"regionalWords\" must be true or false; got {}", kind(value))))?;
    Ok(options.repair(RepairKind::RegionalWord, wanted))
}

/// A value as a message shows it: a string in its quotation marks, else its type.
fn kind(value: &JsValue) -> String {
    if let Some(text) = value.as_string() {
        return format!("\"{text}\"");
    }
    if value.is_null() {
        return "null".to_owned();
    }
    if Array::is_array(value) {
        return "an array".to_owned();
    }
    format!("a {}", value.js_typeof().as_string().unwrap_or_default())
}
