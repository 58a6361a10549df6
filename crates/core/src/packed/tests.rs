//! What is unpacked is what the files hold, and what is written is what is read.

use std::collections::BTreeSet;

use super::model::Model;
use super::reader::Reader;
use super::words::{List, PAIR_WIDTHS, words};
use super::writer::Writer;
use super::{Table, gbk, labels, pairs, readings, syllables, traditional, unpacked, word_table};

fn lines(content: &str) -> impl Iterator<Item = &str> {
    content.lines().filter(|l| !l.starts_with('#') && !l.is_empty())
}

fn labelled(table: &Table, name: impl Fn(u16) -> String) -> BTreeSet<(String, String)> {
    table.rows().map(|(word, label)| (word.to_owned(), name(label))).collect()
}

#[test]
fn a_packed_list_is_read_as_it_was_written() {
    let mut list = List::default();
    for first in (0..600u16).step_by(3) {
        list.push(&[first], &[first % 10, 10 + first % 7]);
        list.push(&[first, first / 2], &[20]);
        list.push(&[first, first / 2 + 1, 5], &[]);
    }
    // A word has a label at least.
    let mut labelled = List::default();
    (0..list.len())
        .filter_map(|at| list.get(at))
        .for_each(|(word, labels)| labelled.push(word, if labels.is_empty() { &[25] } else { labels }));
    let mut model = Model::new(Writer::default());
    assert!(words(&mut model, PAIR_WIDTHS, &[], &labelled) == labelled);
    let bytes: &'static [u8] = model.coder.finish().leak();
    let mut model = Model::new(Reader::new(bytes));
    assert!(words(&mut model, PAIR_WIDTHS, &[], &List::default()) == labelled);
}

#[test]
fn what_is_unpacked_is_what_is_laid_out() {
    assert!(unpacked::word_table().rows().eq(word_table().rows()));
    assert!(unpacked::pairs().rows().eq(pairs().rows()));
    assert!(unpacked::readings().rows().eq(readings().rows()));
    assert!(unpacked::traditional() == traditional());
    assert!(unpacked::gbk().lines().eq(gbk().lines()));
}

#[test]
fn the_names_of_people_are_those_of_the_files() {
    let names: Vec<&str> = labels().collect();
    let unpacked = labelled(word_table(), |label| names[usize::from(label)].to_owned());
    let files = [include_str!("../../data/surname.tsv"), include_str!("../../data/not_name.tsv")];
    for (word, kind) in files.iter().flat_map(|file| lines(file)).filter_map(|row| row.split_once('\t')) {
        assert!(unpacked.contains(&(word.to_owned(), kind.to_owned())), "{word} {kind}");
    }
    for (weight, characters) in lines(include_str!("../../data/given.tsv")).filter_map(|row| row.split_once('\t')) {
        assert!(characters.chars().all(|c| unpacked.contains(&(c.to_string(), format!("given\t{weight}")))), "{weight}");
    }
}

#[test]
fn the_pairs_are_those_of_the_files() {
    let mut rows = BTreeSet::new();
    for row in lines(include_str!("../../data/repair/pairs.txt")) {
        let (head, tail) = row.split_at(row.char_indices().nth(1).map_or(0, |(at, _)| at));
        rows.insert((head.to_owned(), tail[..1].to_owned()));
        rows.insert((head.to_owned(), format!("1{}", &tail[1..2])));
        for (tier, seconds) in tail[2..].split(' ').enumerate() {
            rows.extend(seconds.chars().map(|second| (format!("{head}{second}"), (20 + tier).to_string())));
        }
    }
    assert!(labelled(&pairs(), |label| label.to_string()) == rows);
}

#[test]
fn the_readings_and_the_traditional_characters_are_those_of_the_files() {
    let syllables: Vec<&str> = syllables().collect();
    let rows = lines(include_str!("../../data/repair/pinyin.txt")).filter_map(|row| row.split_once(' '));
    let rows: BTreeSet<_> = rows.flat_map(|(syllable, cs)| cs.chars().map(move |c| (c.to_string(), syllable.to_owned()))).collect();
    assert!(labelled(&readings(), |label| syllables[usize::from(label)].to_owned()) == rows);

    let (above, below) = include_str!("../../data/repair/traditional.txt").split_once("---\n").unwrap_or_default();
    let pairs = |rows: &str| -> Vec<(u16, u16)> {
        let units = |c: char| c as u16;
        lines(rows)
            .flat_map(|row| row.chars().skip(1).filter_map(|c| Some((units(row.chars().next()?), units(c)))).collect::<Vec<_>>())
            .collect()
    };
    let [simplified, traditional, either, of_either] = traditional();
    assert!(simplified.iter().copied().zip(traditional.iter().copied()).eq(pairs(above)));
    assert!(either.iter().copied().zip(of_either.iter().copied()).eq(pairs(below)));
}
