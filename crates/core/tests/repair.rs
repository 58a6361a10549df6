//! Damage done on purpose, by the mechanism of each kind, and mended: on texts of the project, and on real ones where
//! a folder of them stands beside it.

use encoding_rs::GBK;
use gongwen_core::{Repair, RepairKind, parse};

/// The `.txt` files of a folder beside the crate, where it is there: name and content.
fn texts(folder: &str) -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|e| e == "txt") {
            if let Ok(text) = std::fs::read_to_string(&path) {
                found.push((path.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default(), text));
            }
        }
    }
    found.sort();
    found
}

/// The project's own texts, and the real ones where they are.
fn sources() -> Vec<(String, String)> {
    let mut all: Vec<_> = texts("examples/texts");
    all.extend(texts("../shared/corpus/texts"));
    all
}

/// The text that the certain repairs make of `source`.
fn replay(source: &str, repairs: &[Repair]) -> String {
    let (mut text, mut at) = (String::new(), 0);
    for r in repairs.iter().filter(|r| r.certain) {
        assert!(r.span.start as usize >= at && r.span.start < r.span.end, "{r:?}");
        text.push_str(&source[at..r.span.start as usize]);
        text.push_str(&r.replacement);
        at = r.span.end as usize;
    }
    text + &source[at..]
}

fn mended(source: &str) -> (String, Vec<Repair>) {
    let repairs = parse(source).expect("every text is read").repairs;
    let text = replay(source, &repairs);
    let again = parse(&text).expect("every text is read").repairs;
    // What was left in doubt may still be decided in other surroundings; what was mended for sure stays.
    let settled = repairs.iter().all(|r| r.certain);
    assert!(!settled || again.iter().all(|r| !r.certain), "a repaired text is repaired again: {:?}", again.iter().find(|r| r.certain));
    (text, repairs)
}

/// A readings' list small enough to write down: the characters that every text has.
const READINGS: &[(char, &str)] = &[
    ('的', "de"),
    ('要', "yào"),
    ('会', "huì"),
    ('工', "gōng"),
    ('作', "zuo"),
    ('全', "quán"),
    ('实', "shí"),
    ('和', "hé"),
    ('各', "ge"),
    ('部', "bù"),
    ('学', "xué"),
    ('发', "fā"),
    ('展', "zhan"),
    ('强', "qiáng"),
    ('调', "diào"),
    ('绿', "lǜ"),
    ('女', "nü"),
    ('行', "xíng"),
    ('统', "tong"),
    ('领', "lǐng"),
];

#[test]
fn every_reading_in_brackets_comes_out() {
    for (name, text) in sources() {
        let clean = mended(&text).0;
        let mut damaged = String::new();
        for (i, c) in clean.chars().enumerate() {
            damaged.push(c);
            if let Some((_, reading)) = READINGS.iter().find(|r| r.0 == c) {
                let gloss = if i % 3 == 0 { format!("（{reading}）") } else { format!("({reading})") };
                damaged.push_str(&gloss.repeat(1 + i % 2));
            }
        }
        assert_eq!(mended(&damaged).0, clean, "{name}");
    }
}

/// The full-to-half-width replacement that worked on bytes: of a character that ends in A3 and one that starts with BB
/// it takes the two bytes for ；. Gives the damaged line and how many characters it swallowed.
fn shift(line: &str) -> Option<(String, usize)> {
    let (bytes, _, lossy) = GBK.encode(line);
    let mut out = Vec::with_capacity(bytes.len());
    let (mut at, mut swallowed) = (0, 0);
    while at < bytes.len() {
        let half = bytes.get(at..at + 2).and_then(|p| match p {
            [0xA3, 0xBB] => Some(b';'),
            [0xA3, 0xAC] => Some(b','),
            [0xA3, 0xBA] => Some(b':'),
            _ => None,
        });
        if let Some(half) = half {
            swallowed += usize::from(half == b';' && !line.contains('；'));
            out.push(half);
            at += 2;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    if lossy || swallowed == 0 {
        return None;
    }
    let (text, _, _) = GBK.decode(&out);
    Some((text.replace('\u{FFFD}', "?"), swallowed))
}

#[test]
fn what_was_read_one_byte_off_is_seldom_mended_into_other_words() {
    let (mut runs, mut exact, mut wrong) = (0, 0, 0);
    for (_, text) in sources() {
        for line in mended(&text).0.lines() {
            let Some((damaged, swallowed)) = shift(line) else { continue };
            let (read, repairs) = mended(&damaged);
            runs += swallowed;
            if read == *line {
                exact += swallowed;
            }
            for r in repairs.iter().filter(|r| r.kind == RepairKind::ByteShift && r.certain) {
                wrong += usize::from(!line.contains(&r.replacement));
            }
        }
    }
    println!("byte shift: {runs} runs, {exact} exact, {wrong} repairs wrong");
    // Floors that only rise: on 519 runs of real text 129 stand in lines that come back to the letter, and 16 repairs
    // that were called certain are wrong.
    assert!(runs < 50 || wrong * 28 <= runs, "{wrong} of {runs} runs mended wrongly");
    assert!(runs < 50 || exact * 5 >= runs, "{exact} of {runs} runs exact");
}

#[test]
fn utf8_read_as_latin_1_comes_back() {
    for (name, text) in sources() {
        let clean = mended(&text).0;
        let han: String = clean.lines().next().unwrap_or_default().chars().filter(|c| ('\u{4E00}'..'\u{9FFF}').contains(c)).collect();
        let damaged: String = han.bytes().map(char::from).collect();
        assert_eq!(mended(&damaged).0, han, "{name}");
    }
}

#[test]
fn clean_text_keeps_its_words() {
    for (name, text) in sources() {
        for r in parse(&text).expect("every text is read").repairs {
            let deep = matches!(r.kind, RepairKind::PinyinGloss | RepairKind::ByteShift | RepairKind::Mojibake);
            assert!(!(deep && r.certain) || name.contains("garbled"), "{name}: {r:?}");
        }
    }
}
