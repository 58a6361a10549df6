//! Packs the tables of `data/` into what `src/packed/` unpacks, and lays them out as it reads them at once.

// Without its tables there is nothing to build.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};

use model::Model;
use words::{List, PAIR_WIDTHS, READING_WIDTHS, WORD_WIDTHS, Widths, characters, ideographs, simplified};
use writer::Writer;

#[path = "src/packed/model.rs"]
mod model;
#[path = "src/packed/words.rs"]
mod words;
#[path = "src/packed/writer.rs"]
mod writer;

/// The tables that are kept as they are, but for their remarks.
const PLAIN: [&str; 2] = ["particle.tsv", "repair/clause_edges.txt"];

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/packed");
    let order: Vec<u16> = lines("repair/pairs.txt").iter().filter_map(|row| row.chars().next()).map(unit).collect();
    pack_words(&order);
    pack_pairs(&order);
    for name in PLAIN {
        let name = Path::new(name);
        fs::write(out(name.file_name().unwrap().to_str().unwrap()), lines(name).join("\n") + "\n").unwrap();
    }
    let traditional = traditional();
    write_characters("traditional", &traditional.each_ref().map(Vec::as_slice));
    let gbk: Vec<u16> = lines("repair/gbk.txt").join("\n").chars().map(unit).collect();
    write_characters("gbk", &[&gbk]);
    pack_readings(&gbk, &traditional);
}

/// All of `data/*.tsv`, by word; the alphabet begins with the frequent characters.
fn pack_words(order: &[u16]) {
    let mut rows: BTreeSet<(String, String)> = BTreeSet::new();
    let mut files: Vec<_> = fs::read_dir("data").unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    files.retain(|name| name.ends_with(".tsv") && name != "particle.tsv");
    for name in files {
        for line in lines(&name) {
            let cells: Vec<&str> = line.split('\t').collect();
            match name.as_str() {
                "given.tsv" => rows.extend(cells[1].chars().map(|c| (c.to_string(), format!("given\t{}", cells[0])))),
                "time.tsv" => drop(rows.insert((cells[0].to_owned(), cells[1..].join("\t")))),
                _ => drop(rows.insert((cells[0].to_owned(), cells[1].to_owned()))),
            }
        }
    }
    rows.extend(parts());
    // The most frequent labels come first.
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    rows.iter().for_each(|(_, label)| *counts.entry(label).or_default() += 1);
    let mut labels: Vec<&str> = counts.keys().copied().collect();
    labels.sort_by_key(|label| std::cmp::Reverse(counts[label]));
    fs::write(out("labels"), labels.join("\n")).unwrap();

    let rows = rows.iter().map(|(word, label)| (word.as_str(), labels.iter().position(|l| l == label).unwrap() as u16));
    let (rest, list) = spell(order, rows.collect());
    // Laid out, the words of the repair stage have a table of their own, which is short.
    let of_parts = |label: &u16| labels[usize::from(*label)].contains(".txt\t");
    let mut parts = List::default();
    for (word, held) in (0..list.len()).filter_map(|at| list.get(at)) {
        parts.push(word, &held.iter().copied().filter(of_parts).collect::<Vec<_>>());
    }
    lay("parts", &[order, &rest].concat(), &parts);
    write_words("words", order, &rest, &list, |model| {
        characters(model, order);
        characters(model, &rest);
        code(model, WORD_WIDTHS, &[], &list);
    });
}

/// The words of the repair stage that lie among the others: their labels are the table, and after a tab the part of it.
fn parts() -> Vec<(String, String)> {
    let [simplified, traditional, ..] = traditional();
    let mut rows = Vec::new();
    for name in ["furniture", "regional_words", "traditional_phrases", "seam_words"] {
        let mut part = 0;
        for (place, line) in lines(format!("repair/{name}.txt")).into_iter().enumerate() {
            match (name, part) {
                _ if line == "---" => part += 1,
                // Of what a phrase becomes its label has those characters that don't follow from the characters alone.
                ("traditional_phrases", 0) => {
                    let (phrase, told) = line.split_once('\t').unwrap();
                    assert_eq!(phrase.chars().count(), told.chars().count(), "{line}");
                    let alone = |c| traditional.iter().position(|&t| t == unit(c)).map_or(unit(c), |at| simplified[at]);
                    let others: BTreeSet<_> = phrase.chars().zip(told.chars()).filter(|&(c, to)| alone(c) != unit(to)).collect();
                    let others: String = others.into_iter().flat_map(|(c, to)| [c, to]).collect();
                    rows.push((phrase.to_owned(), format!("{name}.txt\t{others}")));
                }
                ("traditional_phrases", _) => rows.push((line, format!("{name}.txt\t{part}"))),
                // What a word follows has its label, by the place of the word.
                ("seam_words", 0) => {
                    let (word, companions) = line.split_once(' ').unwrap();
                    let label = format!("{name}.txt\t{}{word}", char::from(b'a' + place as u8));
                    rows.extend(companions.split(' ').map(|companion| (companion.to_owned(), label.clone())));
                }
                ("seam_words", _) => rows.extend(line.split(' ').map(|word| (word.to_owned(), format!("{name}.txt\t")))),
                _ => rows.push((line, format!("{name}.txt\t{part}"))),
            }
        }
    }
    rows
}

fn pack_pairs(order: &[u16]) {
    let mut rows: Vec<(String, u16)> = Vec::new();
    for line in lines("repair/pairs.txt") {
        let mut characters = line.chars();
        let first = characters.next().unwrap();
        for base in [0, 10] {
            rows.push((first.to_string(), base + characters.next().unwrap().to_digit(10).unwrap() as u16));
        }
        let mut group = 20;
        for second in characters {
            if second == ' ' {
                group += 1;
            } else {
                rows.push((format!("{first}{second}"), group));
            }
        }
    }
    let (rest, list) = spell(order, rows.iter().map(|(word, label)| (word.as_str(), *label)).collect());
    write_words("pairs", order, &rest, &list, |model| {
        characters(model, &rest);
        code(model, PAIR_WIDTHS, &[], &list);
    });
}

/// Simplified and traditional characters of the first part of the table, traditional and simplified ones of the second.
fn traditional() -> [Vec<u16>; 4] {
    let mut rows: [Vec<u16>; 4] = Default::default();
    let mut below = 0;
    for line in lines("repair/traditional.txt") {
        let units: Vec<u16> = line.chars().map(unit).collect();
        match line.as_str() {
            "---" => below = 2,
            _ => units[1..].iter().for_each(|&second| {
                rows[below].push(units[0]);
                rows[below + 1].push(second);
            }),
        }
    }
    rows
}

fn pack_readings(gbk: &[u16], traditional: &[Vec<u16>; 4]) {
    let lines = lines("repair/pinyin.txt");
    let rows: Vec<(&str, &str)> = lines.iter().map(|line| line.split_once(' ').unwrap()).collect();
    fs::write(out("syllables"), rows.iter().map(|row| row.0).collect::<Vec<_>>().join("\n")).unwrap();
    let alphabet = ideographs(gbk, traditional);
    let alike = simplified(&alphabet, traditional);
    let characters_of: Vec<(String, u16)> =
        rows.iter().enumerate().flat_map(|(label, row)| row.1.chars().map(move |c| (c.to_string(), label as u16))).collect();
    let (rest, list) = spell(&alphabet, characters_of.iter().map(|(c, label)| (c.as_str(), *label)).collect());
    write_words("pinyin", &alphabet, &rest, &list, |model| {
        characters(model, &rest);
        code(model, READING_WIDTHS, &alike, &list);
    });
}

/// The characters that `alphabet` lacks, and the words by their places in both, sorted, each with its labels.
fn spell(alphabet: &[u16], rows: Vec<(&str, u16)>) -> (Vec<u16>, List) {
    let known: BTreeSet<u16> = alphabet.iter().copied().collect();
    let rest: BTreeSet<u16> = rows.iter().flat_map(|row| row.0.chars().map(unit)).filter(|c| !known.contains(c)).collect();
    let places: BTreeMap<u16, u16> = alphabet.iter().chain(&rest).copied().zip(0..).collect();
    let mut words: BTreeMap<Vec<u16>, BTreeSet<u16>> = BTreeMap::new();
    for (word, label) in rows {
        words.entry(word.chars().map(|c| places[&unit(c)]).collect()).or_default().insert(label);
    }
    let mut list = List::default();
    words.iter().for_each(|(word, labels)| list.push(word, &labels.iter().copied().collect::<Vec<_>>()));
    (rest.into_iter().collect(), list)
}

fn code(model: &mut Model<Writer>, widths: Widths, alike: &[u16], list: &List) {
    assert!(words::words(model, widths, alike, list) == *list, "the widths are too narrow");
}

/// The rows of a table without its remarks.
fn lines(name: impl AsRef<Path>) -> Vec<String> {
    let text = fs::read_to_string(Path::new("data").join(name)).unwrap();
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(str::to_owned).collect()
}

fn unit(c: char) -> u16 {
    u16::try_from(u32::from(c)).expect("the tables keep to the basic plane")
}

fn out(name: &str) -> std::path::PathBuf {
    Path::new(&env::var_os("OUT_DIR").unwrap()).join(name)
}

/// Writes rows of characters, packed and as lines.
fn write_characters(name: &str, rows: &[&[u16]]) {
    pack(name, |model| rows.iter().for_each(|row| drop(characters(model, row))));
    let rows: Vec<String> = rows.iter().map(|row| String::from_utf16(row).unwrap()).collect();
    fs::write(out(&format!("{name}.txt")), rows.join("\n")).unwrap();
}

/// Writes words that are spelt with two parts of an alphabet, packed and as the `Table` of `src/packed/` holds them.
fn write_words(name: &str, first: &[u16], rest: &[u16], list: &List, packed: impl FnOnce(&mut Model<Writer>)) {
    pack(name, packed);
    lay(name, &[first, rest].concat(), list);
}

/// Writes words as the `Table` of `src/packed/` holds them.
fn lay(name: &str, alphabet: &[u16], list: &List) {
    let (mut text, mut rows) = (String::new(), Vec::new());
    for (word, labels) in (0..list.len()).filter_map(|at| list.get(at)) {
        let word = String::from_utf16(&word.iter().map(|&s| alphabet[usize::from(s)]).collect::<Vec<_>>()).unwrap();
        for label in labels {
            text += &word;
            rows.extend(label.to_le_bytes().into_iter().chain([u8::try_from(word.len()).unwrap()]));
        }
    }
    fs::write(out(&format!("{name}.txt")), text).unwrap();
    fs::write(out(&format!("{name}.rows")), rows).unwrap();
}

fn pack(name: &str, pack: impl FnOnce(&mut Model<Writer>)) {
    let mut model = Model::new(Writer::default());
    pack(&mut model);
    fs::write(out(name), model.coder.finish()).unwrap();
}
