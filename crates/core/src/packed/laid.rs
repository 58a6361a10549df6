//! The tables as they lie in the program, where its size counts less than the time that unpacking takes.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::{Table, plain};

/// A table of words.
macro_rules! laid {
    ($name:literal) => {
        Table {
            text: Cow::Borrowed(include_str!(concat!(env!("OUT_DIR"), "/", $name, ".txt"))),
            rows: Cow::Borrowed(include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".rows"))),
        }
    };
}

static WORDS: Table = laid!("words");

/// The words of `data/*.tsv`; a label is the place of a name in [`labels`](super::labels).
pub(crate) fn word_table() -> &'static Table {
    &WORDS
}

/// Of them those that are of a part of a table of `data/repair/`.
pub(crate) fn part_table() -> &'static Table {
    static PARTS: Table = laid!("parts");
    &PARTS
}

/// The rows of `repair/pairs.txt` as words of one and two characters. The labels of a
/// character are its two digits, the second with 10 added; of a pair its group, 20 or more.
pub(crate) fn pairs() -> Table {
    laid!("pairs")
}

/// The rows of `repair/pinyin.txt` by character: each is a word, its labels are the places of its syllables in
/// [`syllables`](super::syllables).
pub(crate) fn readings() -> Table {
    laid!("pinyin")
}

/// The rows of `repair/traditional.txt`: simplified and traditional characters, and under the line traditional and simplified.
pub(crate) fn traditional() -> &'static [Vec<u16>; 4] {
    static ROWS: LazyLock<[Vec<u16>; 4]> = LazyLock::new(|| {
        let mut rows = plain!("traditional.txt").lines();
        std::array::from_fn(|_| rows.next().unwrap_or_default().encode_utf16().collect())
    });
    &ROWS
}

/// The lines of `repair/gbk.txt`.
pub(crate) fn gbk() -> Cow<'static, str> {
    if cfg!(feature = "gbk") { plain!("gbk.txt").into() } else { String::from_utf16_lossy(&super::gbk::told()).into() }
}
