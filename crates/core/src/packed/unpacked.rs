//! The tables as they are unpacked.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::Table;
use super::model::Model;
use super::reader::Reader;
use super::words::{self, List, PAIR_WIDTHS, READING_WIDTHS, WORD_WIDTHS, Widths, characters};

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
    let table = table(&mut model, WORD_WIDTHS, &alphabet, &[]);
    Words { alphabet, frequent, table }
});

/// As [`laid`](super::laid) tells of all of these.
pub(crate) fn word_table() -> &'static Table {
    &WORDS.table
}

pub(crate) fn pairs() -> Table {
    let mut model = reading(include_bytes!(concat!(env!("OUT_DIR"), "/pairs")));
    let mut alphabet = WORDS.alphabet[..WORDS.frequent].to_vec();
    alphabet.extend(characters(&mut model, &[]));
    table(&mut model, PAIR_WIDTHS, &alphabet, &[])
}

pub(crate) fn readings() -> Table {
    let mut model = reading(include_bytes!(concat!(env!("OUT_DIR"), "/pinyin")));
    let mut alphabet = words::ideographs(&cells(), traditional());
    let alike = words::simplified(&alphabet, traditional());
    alphabet.extend(characters(&mut model, &[]));
    table(&mut model, READING_WIDTHS, &alphabet, &alike)
}

pub(crate) fn traditional() -> &'static [Vec<u16>; 4] {
    static ROWS: LazyLock<[Vec<u16>; 4]> = LazyLock::new(|| {
        let mut model = reading(include_bytes!(concat!(env!("OUT_DIR"), "/traditional")));
        std::array::from_fn(|_| characters(&mut model, &[]))
    });
    &ROWS
}

pub(crate) fn gbk() -> Cow<'static, str> {
    cells().iter().filter_map(|&c| char::from_u32(c.into())).collect::<String>().into()
}

fn cells() -> Vec<u16> {
    if cfg!(not(feature = "gbk")) {
        return super::gbk::told();
    }
    characters(&mut reading(include_bytes!(concat!(env!("OUT_DIR"), "/gbk"))), &[])
}

fn table(model: &mut Model<Reader>, widths: Widths, alphabet: &[u16], alike: &[u16]) -> Table {
    let list = words::words(model, widths, alike, &List::default());
    let (mut text, mut rows) = (String::new(), Vec::new());
    for (word, labels) in (0..list.len()).filter_map(|at| list.get(at)) {
        for label in labels {
            let start = text.len();
            text.extend(word.iter().filter_map(|&s| char::from_u32(u32::from(*alphabet.get(usize::from(s))?))));
            rows.extend_from_slice(&label.to_le_bytes());
            rows.push((text.len() - start) as u8);
        }
    }
    Table { text: text.into(), rows: rows.into() }
}

fn reading(bytes: &'static [u8]) -> Model<Reader> {
    Model::new(Reader::new(bytes))
}
