//! The other way out of the module, kept so that `benches/js` can measure it: objects built field by field.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::options::Settings;

/// Reads `text` and builds its Document as a plain object through serde-wasm-bindgen.
///
/// # Errors
/// As [`parse`](crate::parse).
#[wasm_bindgen(js_name = parseByFields)]
pub fn parse_by_fields(text: &str, options: &JsValue) -> Result<JsValue, JsValue> {
    let settings = Settings::read(options)?;
    let offsets = settings.offsets;
    let document = crate::read(text, settings)?.with_offsets(text, offsets);
    Ok(document.serialize(&Serializer::json_compatible())?)
}
