//! The caller's own words (自定义词表).

use super::MAX_WORD;
use super::kinds::{Kind, Kinds};
use crate::error::Error;

/// Words that a caller adds to the built-in ones.
#[derive(Clone, Debug, Default)]
pub(crate) struct OwnWords {
    words: Vec<(String, Kinds)>,
}

impl OwnWords {
    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words, once for each of their kinds.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, Kinds)> {
        self.words.iter().map(|(word, kinds)| (word.as_str(), *kinds))
    }

    /// Adds the rows of a table: word, tab, kind, and optionally a tab and a remark.
    pub(crate) fn add(&mut self, rows: &str) -> Result<(), Error> {
        // Windows' editors put a byte order mark at the start of a file.
        let rows = rows.strip_prefix('\u{feff}').unwrap_or(rows);
        for (index, line) in rows.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let (word, kind) = row(line).map_err(|reason| Error::Lexicon { line: index + 1, reason })?;
            self.words.push((word.to_owned(), Kinds::of(&[kind])));
        }
        Ok(())
    }
}

fn row(line: &str) -> Result<(&str, Kind), String> {
    let mut cells = line.split('\t');
    let word = cells.next().unwrap_or_default().trim();
    let Some(name) = cells.next().map(str::trim) else {
        return Err("a line is a word, a tab and its kind".to_owned());
    };
    if word.is_empty() {
        return Err("there is no word before the tab".to_owned());
    }
    if word.len() > MAX_WORD as usize {
        return Err(format!("the word is longer than {} characters", MAX_WORD / 3));
    }
    // The scan looks only at characters of three bytes and more, as all the built-in words start with one.
    if !word.starts_with(|c: char| c.len_utf8() >= 3) {
        return Err(format!("\"{word}\" does not start with a Chinese character"));
    }
    let kind = Kind::named(name).ok_or_else(|| format!("\"{name}\" is no kind of word; the kinds are {}", Kind::NAMES.join(", ")))?;
    Ok((word, kind))
}

#[cfg(test)]
mod tests {
    use super::super::Lexicon;
    use super::*;

    fn mistake(rows: &str) -> (usize, String) {
        match OwnWords::default().add(rows) {
            Err(Error::Lexicon { line, reason }) => (line, reason),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn own_words_stand_beside_the_built_in_ones() {
        let mut own = OwnWords::default();
        own.add("\u{feff}# 本单位的词\r\n\r\n数智办\torganization\r\n强调\tplace\t只为试验\r\n").expect("the rows are right");
        own.add("数智办\taddressee\n").expect("the rows are right");
        let lexicon = Lexicon::with(&own);
        assert!(lexicon.kinds("数智办").any(&[Kind::Organization]) && lexicon.kinds("数智办").has(Kind::Addressee));
        assert!(lexicon.kinds("强调").has(Kind::Say) && lexicon.kinds("强调").has(Kind::Place));
        assert!(!Lexicon::builtin().kinds("数智办").has(Kind::Organization));
    }

    #[test]
    fn a_mistake_names_its_line() {
        assert_eq!(mistake("数智办\torganization\n\n链长").0, 3);
        assert_eq!(mistake("\ttitle").0, 1);
        assert_eq!(mistake("GDP\ttitle").0, 1);
        assert!(mistake("链长\ttitel").1.contains("titel"));
        assert!(mistake(&format!("{}\ttitle", "长".repeat(41))).1.contains("40"));
    }
}
