//! The repairs of any text can be replayed, lie in order, and make a text whose own sure repairs are none.

#![no_main]

use gongwen::{Parser, Repair};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let parser = Parser::new();
    let repairs = parser.parse(&text).expect("a short text is read").repairs;
    let mended = replay(&text, &repairs);
    let again = parser.parse(&mended).expect("a mended text is read").repairs;
    // What was left in doubt may be decided in other surroundings.
    if repairs.iter().all(|repair| repair.certain) {
        assert_eq!(again.iter().find(|repair| repair.certain), None, "a mended text is mended again: {mended:?}");
    }
});

/// The text that the sure repairs make.
fn replay(source: &str, repairs: &[Repair]) -> String {
    let (mut text, mut at) = (String::new(), 0);
    for repair in repairs.iter().filter(|repair| repair.certain) {
        assert!(repair.span.start as usize >= at && repair.span.start < repair.span.end, "out of order: {repair:?}");
        text.push_str(&source[at..repair.span.start as usize]);
        text.push_str(&repair.replacement);
        at = repair.span.end as usize;
    }
    text + &source[at..]
}
