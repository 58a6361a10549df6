//! Any text under any options: the laws hold, in every unit, and every format is rendered.

#![no_main]

use gongwen::{Offsets, Options, Parser, RepairKind, render};
use libfuzzer_sys::fuzz_target;

const KINDS: [RepairKind; 9] = [
    RepairKind::PinyinGloss,
    RepairKind::ByteShift,
    RepairKind::Mojibake,
    RepairKind::Width,
    RepairKind::Traditional,
    RepairKind::HardWrap,
    RepairKind::StraySpace,
    RepairKind::Invisible,
    RepairKind::PageFurniture,
];

fuzz_target!(|data: &[u8]| {
    // Three bytes of options; the rest is the text.
    let Some((&[kinds, more, unit], text)) = data.split_first_chunk() else { return };
    let text = String::from_utf8_lossy(text);
    let mut options = Options::new();
    for (bit, kind) in KINDS.into_iter().enumerate() {
        options = options.repair(kind, (u16::from(kinds) | u16::from(more & 1) << 8) >> bit & 1 == 0);
    }
    if more & 2 != 0 {
        let date = format!("20{:02}-{:02}-{:02}", unit % 100, more % 13, more % 32);
        options = options.clone().reference_date(&date).unwrap_or(options);
    }
    if more & 4 != 0 {
        // The text itself as a table of words, where it is one.
        options = options.clone().lexicon(&text).unwrap_or(options);
    }
    if more & 8 != 0 {
        let word: String = text.chars().filter(|c| !c.is_whitespace()).take(4).collect();
        options = options.clone().lexicon(&format!("{word}\torganization\n")).unwrap_or(options);
    }
    let parser = Parser::with_options(options);
    let document = parser.parse(&text).expect("a short text is read");
    gongwen_tests::check_laws(&text, &document).expect("the laws hold");
    assert_eq!(document, parser.parse(&text).expect("a text is read twice"), "a parse gives the same twice");
    let _ = (render::outline(&document, &text), render::markdown(&document, &text), render::html(&document, &text));
    let _ = (render::icalendar(&document), render::tasks(&document, &text));
    let unit = [Offsets::Utf8, Offsets::Utf16, Offsets::Codepoint][usize::from(unit % 3)];
    let document = document.with_offsets(&text, unit);
    let json = serde_json::to_string(&document).expect("it serialises");
    assert_eq!(document, serde_json::from_str(&json).expect("and comes back"));
});
