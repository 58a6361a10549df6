//! The tables of `data/` as `build.rs` leaves them. For a WASM build they are packed, 80 KB instead of 177 KB of gzip, and
//! unpacked when they are first asked for; elsewhere they are laid out in full and read where they lie.
//!
//! The files in `data/` stay what people read and edit.

pub(crate) mod gbk;
#[cfg(not(target_family = "wasm"))]
mod laid;
#[cfg(any(target_family = "wasm", test))]
mod model;
#[cfg(any(target_family = "wasm", test))]
mod reader;
#[cfg(test)]
mod tests;
#[cfg(any(target_family = "wasm", test))]
mod unpacked;
#[cfg(any(target_family = "wasm", test))]
mod words;
#[cfg(test)]
mod writer;

use std::borrow::Cow;

#[cfg(not(target_family = "wasm"))]
pub(crate) use laid::{gbk, pairs, part_table, readings, traditional, word_table};
#[cfg(target_family = "wasm")]
pub(crate) use unpacked::{gbk, pairs, readings, traditional, word_table, word_table as part_table};

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
    /// All words end to end, each once for each of its labels.
    text: Cow<'static, str>,
    /// Of each of them three bytes: the label, its lower byte first, and the word's length.
    rows: Cow<'static, [u8]>,
}

impl Table {
    /// The words, sorted by the alphabet of the table, once for each of their labels.
    pub(crate) fn rows(&self) -> Rows<'_> {
        Rows { text: &self.text, rows: &self.rows }
    }
}

/// The rows of a [`Table`] that are left.
pub(crate) struct Rows<'t> {
    text: &'t str,
    rows: &'t [u8],
}

impl<'t> Iterator for Rows<'t> {
    type Item = (&'t str, u16);

    fn next(&mut self) -> Option<Self::Item> {
        let (&[low, high, length], rows) = self.rows.split_first_chunk()?;
        let (word, text) = self.text.split_at_checked(usize::from(length))?;
        *self = Self { text, rows };
        Some((word, u16::from_le_bytes([low, high])))
    }
}

/// What the labels of words are: a kind, and for some after a tab what it says of the word.
pub(crate) fn labels() -> impl Iterator<Item = &'static str> {
    include_str!(concat!(env!("OUT_DIR"), "/labels")).lines()
}

/// The words of a table of `data/repair/` that lie among those of `data/*.tsv`, each after the part of the table that it is of.
pub(crate) fn parts(table: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let parts: Vec<_> = labels().map(|label| label.strip_prefix(table)?.strip_prefix('\t')).collect();
    part_table().rows().filter_map(move |(word, label)| Some((parts[usize::from(label)]?, word)))
}

/// The syllables that [`readings`] are labelled with.
pub(crate) fn syllables() -> impl Iterator<Item = &'static str> {
    include_str!(concat!(env!("OUT_DIR"), "/syllables")).lines()
}
