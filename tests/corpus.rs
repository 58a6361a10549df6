//! The laws on real texts, where a folder of them stands beside the project.

use gongwen_core::parse;
use gongwen_tests::{check_laws, root, texts};

#[test]
fn the_laws_hold_on_real_texts() {
    let folder = root().join("../shared");
    let mut count = 0;
    for sub in ["corpus/texts", "eval/dev", "eval/noise"] {
        for (name, text) in texts(&folder.join(sub)) {
            let document = parse(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
            check_laws(&text, &document).unwrap_or_else(|law| panic!("{name}: {law}"));
            count += 1;
        }
    }
    if let Ok(text) = std::fs::read_to_string(folder.join("corpus/bench.txt")) {
        check_laws(&text, &parse(&text).expect("10 MB are read")).expect("the laws hold on 10 MB");
        count += 1;
    }
    if count == 0 {
        println!("skipped: no real texts beside the project");
    }
}
