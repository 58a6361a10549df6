//! Any text is a web page, and its main text holds no more than it does.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let page = String::from_utf8_lossy(data);
    let text = gongwen::html::main_text(&page);
    // A page's title may stand before its text once more, and a list's numbers and line breaks are added.
    assert!(text.len() <= 16 * page.len() + 16, "{} bytes became {}", page.len(), text.len());
});
