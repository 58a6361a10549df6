//! What names of people are made of: surnames, the characters of given names, and words that begin like a name.

use std::sync::LazyLock;

use super::short::ShortWords;
use crate::packed;

static NAMES: LazyLock<Names> = LazyLock::new(Names::load);

/// How many characters of the basic plane there are.
const PLANE: usize = 0x1_0000;

/// The tables that names are weighed by.
#[derive(Debug)]
pub(crate) struct Names {
    /// What each character of the basic plane is in names, so that one look tells it all.
    sheet: Box<[Entry]>,
    beginnings: Vec<char>,
    doubles: ShortWords,
    words: ShortWords,
    nouns: ShortWords,
}

/// What a character is in names.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    surname: i8,
    given: i8,
    foreign: bool,
}

/// What a label says of a word, told once a label.
#[derive(Clone, Copy)]
enum Mark {
    Surname(i8),
    Given(i8),
    Foreign,
    Double,
    Word,
    Noun,
    None,
}

impl Mark {
    fn of(label: &str) -> Self {
        match label {
            "surname" => Self::Surname(3),
            "surname_plain" => Self::Surname(2),
            "surname_weak" => Self::Surname(1),
            "surname_double" => Self::Double,
            "given\ttransliteration" => Self::Foreign,
            "word" => Self::Word,
            "noun" => Self::Noun,
            label => label.strip_prefix("given\t").and_then(|weight| weight.parse().ok()).map_or(Self::None, Self::Given),
        }
    }
}

impl Names {
    /// The built-in tables.
    pub(crate) fn get() -> &'static Self {
        &NAMES
    }

    fn load() -> Self {
        let marks: Vec<Mark> = packed::labels().map(Mark::of).collect();
        let mut sheet = vec![Entry::default(); PLANE].into_boxed_slice();
        let (mut beginnings, mut doubles, mut words, mut nouns) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (word, label) in packed::word_table().rows() {
            let mark = marks[usize::from(label)];
            match mark {
                Mark::None => {}
                Mark::Double => doubles.push(word),
                Mark::Word => words.push(word),
                Mark::Noun => nouns.push(word),
                Mark::Surname(_) | Mark::Given(_) | Mark::Foreign => {
                    let Some(c) = word.chars().next() else { continue };
                    let Some(entry) = sheet.get_mut(c as usize) else { continue };
                    if !matches!(mark, Mark::Given(_)) {
                        beginnings.push(c);
                    }
                    match mark {
                        Mark::Surname(weight) => entry.surname = weight,
                        Mark::Given(weight) => entry.given = weight,
                        _ => entry.foreign = true,
                    }
                }
            }
        }
        let set = |words: Vec<&str>| ShortWords::of(words.into_iter());
        Self { sheet, beginnings, doubles: set(doubles), words: set(words), nouns: set(nouns) }
    }

    #[inline]
    fn entry(&self, c: char) -> Entry {
        self.sheet.get(c as usize).copied().unwrap_or_default()
    }

    /// How much `c` looks like a surname: 3 for 张, 2 for 高, 1 for 于, 0 where it is none.
    pub(crate) fn surname(&self, c: char) -> i32 {
        self.entry(c).surname.into()
    }

    /// How much likelier `c` stands in a given name than elsewhere, in powers of two.
    pub(crate) fn given(&self, c: char) -> i32 {
        self.entry(c).given.into()
    }

    /// Whether a name can begin with `c` wherever it stands.
    #[inline]
    pub(crate) fn begins(&self, c: char) -> bool {
        let entry = self.entry(c);
        entry.surname != 0 || entry.foreign
    }

    /// The characters that a name can begin with wherever it stands: surnames, and those that foreign names are written
    /// with. One may come twice.
    pub(super) fn beginnings(&self) -> impl Iterator<Item = char> + '_ {
        self.beginnings.iter().copied()
    }

    /// Whether `word` is a surname of two characters (欧阳).
    pub(crate) fn double(&self, word: &[char]) -> bool {
        self.doubles.has(word)
    }

    /// Whether foreign names are written with `c` (克).
    pub(crate) fn foreign(&self, c: char) -> bool {
        self.entry(c).foreign
    }

    /// Whether `word` is a noun that could be a name too (江河).
    pub(crate) fn noun(&self, word: &[char]) -> bool {
        self.nouns.has(word)
    }

    /// Whether `word` begins like a name and is none.
    pub(crate) fn word(&self, word: &[char]) -> bool {
        self.words.has(word)
    }

    /// Whether `text` begins with a word, of two or three characters, that begins like a name and is none (高度).
    pub(crate) fn starts_with_word(&self, text: &str) -> bool {
        self.words.has_start(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static SURNAMES: &str = include_str!("../../data/surname.tsv");
    static GIVEN: &str = include_str!("../../data/given.tsv");
    static NOT_NAMES: &str = include_str!("../../data/not_name.tsv");

    /// The rows of a table without its remarks.
    fn rows(content: &'static str) -> impl Iterator<Item = &'static str> {
        content.lines().filter(|l| !l.starts_with('#') && !l.is_empty())
    }

    #[test]
    fn surnames_and_given_names_weigh() {
        let names = Names::get();
        assert!(names.surname('张') > names.surname('高') && names.surname('高') > names.surname('于'));
        assert!(names.given('晓') > 0 && names.given('在') < 0);
        assert!(names.double(&['欧', '阳']) && !names.double(&['严', '格']));
        assert!(names.starts_with_word("严格") && !names.starts_with_word("严俊"));
    }

    #[test]
    fn the_tables_are_sorted_and_well_formed() {
        for content in [NOT_NAMES, GIVEN] {
            let list: Vec<&str> = rows(content).collect();
            assert!(list.len() > 5);
            assert!(list.windows(2).all(|w| w[0] != w[1]));
        }
        let kinds = ["surname", "surname_double", "surname_plain", "surname_weak"];
        for row in rows(SURNAMES) {
            let (word, kind) = row.split_once('\t').unwrap_or_default();
            assert!(kinds.contains(&kind), "{row}");
            assert_eq!(word.chars().count(), if kind == "surname_double" { 2 } else { 1 }, "{row}");
        }
        for row in rows(GIVEN) {
            let (weight, characters) = row.split_once('\t').unwrap_or_default();
            let weighs = weight == "transliteration" || weight.parse::<i8>().is_ok_and(|w| (-4..=4).contains(&w));
            assert!(weighs && !characters.is_empty(), "{row}");
        }
    }
}
