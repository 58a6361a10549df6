//! From names on the command line to texts.

use std::io::Read;

/// Reads the text that `name` stands for; the error is a sentence without the name.
pub(crate) fn read(name: &str) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = if name == "-" {
        std::io::stdin().lock().read_to_end(&mut bytes)
    } else {
        std::fs::File::open(name).and_then(|mut file| file.read_to_end(&mut bytes))
    };
    read.map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| format!("is not text in UTF-8 (byte {})", error.utf8_error().valid_up_to()))
}

/// The name as messages give it.
pub(crate) fn shown(name: &str) -> &str {
    if name == "-" { "standard input" } else { name }
}
