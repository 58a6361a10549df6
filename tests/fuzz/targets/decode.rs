//! Any bytes are text in some encoding or a fault that is told; never more text than bytes can hold.

#![no_main]

use gongwen::{decode, decode_as};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(found) = decode(data) {
        assert!(found.malformed.is_none_or(|at| at <= data.len()));
        assert!(found.text.len() <= 3 * data.len());
        if let Ok(text) = std::str::from_utf8(data) {
            // One byte order mark is the encoding's; a second one is text.
            assert!(found.encoding != "UTF-8" || found.text == text.strip_prefix('\u{feff}').unwrap_or(text) || found.text == text);
        }
    }
    for label in ["utf-8", "utf-16le", "utf-16be", "gb18030", "big5"] {
        if let Ok(read) = decode_as(data, label) {
            assert!(read.malformed.is_none_or(|at| at <= data.len()));
        }
    }
});
