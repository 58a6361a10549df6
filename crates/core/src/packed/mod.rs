//! The tables of `data/` as `build.rs` packs them: the 177 KB of gzip that they took in a WASM build are 83 KB. Elsewhere they
//! are packed with a bit for each decision, 140 KB that are read at once.
//!
//! A table is unpacked when it is first asked for. The files in `data/` stay what people read and edit.

pub(crate) mod gbk;
pub(crate) mod model;
mod reader;
#[cfg(test)]
mod tests;
pub(crate) mod words;
#[cfg(test)]
mod writer;

use std::sync::LazyLock;

use model::Model;
use reader::Reader;
use words::{List, PAIR_WIDTHS, READING_WIDTHS, WORD_WIDTHS, Widths, characters, words};

/// A table of `data/` that is kept as it is, without its remarks.
macro_rules! plain {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name))
    };
}
pub(crate) use plain;

/// Words that have labels.
#[derive(Debug)]
pub(crate) struct Table {
    /// All words end to end.
    text: String,
    /// Of each label of each word where the word starts and ends, and the label.
    rows: Vec<(u32, u32, u16)>,
}

impl Table {
    /// The words, sorted by the alphabet of the table, once for each of their labels.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (&str, u16)> {
        self.rows.iter().map(|&(start, end, label)| (&self.text[start as usize..end as usize], label))
    }

    fn unpack(model: &mut Model<Reader>, widths: Widths, alphabet: &[u16], alike: &[u16]) -> Self {
        let mut table = Self { text: String::new(), rows: Vec::new() };
        let list = words(model, widths, alike, &List::default());
        for (word, labels) in (0..list.len()).filter_map(|at| list.get(at)) {
            let start = table.text.len() as u32;
            table.text.extend(word.iter().filter_map(|&s| char::from_u32(u32::from(*alphabet.get(usize::from(s))?))));
            table.rows.extend(labels.iter().map(|&label| (start, table.text.len() as u32, label)));
        }
        table
    }
}

/// The characters that words are written with, and the words of `data/*.tsv`.
struct Words {
    alphabet: Vec<u16>,
    /// So many characters of the alphabet come first by how frequent they are.
    frequent: usize,
    table: Table,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut model = reading(include_bytes!(concat!(env!("OUT_DIR"), "/words")));
    let mut alphabet = characters(&mut model, &[]);
    let frequent = alphabet.len();
    alphabet.extend(characters(&mut model, &[]));
    let table = Table::unpack(&mut model, WORD_WIDTHS, &alphabet, &[]);
    Words { alphabet, frequent, table }
});

/// The words of `data/*.tsv`; a label is the place of a name in [`labels`].
pub(crate) fn word_table() -> &'static Table {
    &WORDS.table
}

/// What the labels of words are: a kind, and for some after a tab what it says of the word.
pub(crate) fn labels() -> impl Iterator<Item = &'static str> {
    include_str!(concat!(env!("OUT_DIR"), "/labels")).lines()
}

/// The rows of `repair/pairs.txt` as words of one and two characters. The labels of a
/// character are its two digits, the second with 10 added; of a pair its tier, 20 or more.
pub(crate) fn pairs() -> Table {
    let mut model = reading(include_bytes!(concat!(env!("OUT_DIR"), "/pairs")));
    let mut alphabet = WORDS.alphabet[..WORDS.frequent].to_vec();
    alphabet.extend(characters(&mut model, &[]));
    Table::unpack(&mut model, PAIR_WIDTHS, &alphabet, &[])
}

/// The rows of `repair/traditional.txt`: simplified and traditional characters, and under the line traditional and simplified.
pub(crate) fn traditional() -> &'static [Vec<u16>; 4] {
    static ROWS: LazyLock<[Vec<u16>; 4]> = LazyLock::new(|| {
        let mut model = reading(include_bytes!(concat!(env!("OUT_DIR"), "/traditional")));
        std::array::from_fn(|_| characters(&mut model, &[]))
    });
    &ROWS
}

/// The lines of `repair/gbk.txt`.
pub(crate) fn gbk() -> String {
    text(&cells())
}

fn cells() -> Vec<u16> {
    if cfg!(not(feature = "gbk")) {
        return gbk::told();
    }
    characters(&mut reading(include_bytes!(concat!(env!("OUT_DIR"), "/gbk"))), &[])
}

fn text(characters: &[u16]) -> String {
    characters.iter().filter_map(|&c| char::from_u32(c.into())).collect()
}

/// The rows of `repair/pinyin.txt` by character: each is a word, its labels are the places of its syllables in
/// [`syllables`].
pub(crate) fn readings() -> Table {
    let mut model = reading(include_bytes!(concat!(env!("OUT_DIR"), "/pinyin")));
    let mut alphabet = words::ideographs(&cells(), traditional());
    let alike = words::simplified(&alphabet, traditional());
    alphabet.extend(characters(&mut model, &[]));
    Table::unpack(&mut model, READING_WIDTHS, &alphabet, &alike)
}

/// The syllables that [`readings`] are labelled with.
pub(crate) fn syllables() -> impl Iterator<Item = &'static str> {
    include_str!(concat!(env!("OUT_DIR"), "/syllables")).lines()
}

/// Whether the tables are packed: where every byte is sent to a reader. Elsewhere the time that it takes counts more.
const PACKED: bool = cfg!(target_family = "wasm");

fn reading(bytes: &'static [u8]) -> Model<Reader> {
    Model::new(Reader::new(bytes, PACKED), PACKED)
}
