//! The lexicon's data files, read.

use super::kinds::{Kind, Kinds};
use crate::packed;

/// All words with the kinds that the files give them, each once, in the order of their table: words that begin alike stand
/// together.
pub(super) fn builtin() -> Vec<(&'static str, Kinds)> {
    // What says of a word what it is in names, is no kind.
    let kinds: Vec<Option<Kind>> = packed::labels().map(|label| Kind::named(label.split('\t').next().unwrap_or_default())).collect();
    let rows = packed::word_table().rows();
    let mut words: Vec<_> = rows.filter_map(|(word, label)| Some((word, Kinds::of(&[kinds[usize::from(label)]?])))).collect();
    join(&mut words);
    words
}

/// Sorts words, and makes one of those that are equal.
pub(super) fn merge(words: &mut Vec<(&str, Kinds)>) {
    words.sort_unstable();
    join(words);
}

/// Makes one of equal words that stand together.
fn join(words: &mut Vec<(&str, Kinds)>) {
    words.dedup_by(|word, before| {
        let same = word.0 == before.0;
        if same {
            before.1.extend(word.1);
        }
        same
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The data files of words: name and content.
    const FILES: &[(&str, &str)] = &[
        ("speech.tsv", include_str!("../../data/speech.tsv")),
        ("preposition.tsv", include_str!("../../data/preposition.tsv")),
        ("predicate.tsv", include_str!("../../data/predicate.tsv")),
        ("meeting.tsv", include_str!("../../data/meeting.tsv")),
        ("title.tsv", include_str!("../../data/title.tsv")),
        ("organization.tsv", include_str!("../../data/organization.tsv")),
        ("directive.tsv", include_str!("../../data/directive.tsv")),
        ("enumeration.tsv", include_str!("../../data/enumeration.tsv")),
        ("group.tsv", include_str!("../../data/group.tsv")),
        ("place.tsv", include_str!("../../data/place.tsv")),
        ("person.tsv", include_str!("../../data/person.tsv")),
        ("page.tsv", include_str!("../../data/page.tsv")),
        ("time.tsv", include_str!("../../data/time.tsv")),
        ("common.tsv", include_str!("../../data/common.tsv")),
    ];

    /// The rows of a data file: word and kind; lines that start with # are remarks.
    fn rows(content: &str) -> impl Iterator<Item = (&str, &str)> {
        content.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).filter_map(|l| {
            let mut cells = l.split('\t');
            Some((cells.next()?, cells.next()?))
        })
    }

    #[test]
    fn the_data_files_are_sorted_unique_and_of_known_kinds() {
        for (name, content) in FILES {
            let rows: Vec<_> = rows(content).collect();
            assert!(!rows.is_empty(), "{name} is empty");
            for pair in rows.windows(2) {
                assert!(
                    (pair[0].1, pair[0].0) < (pair[1].1, pair[1].0),
                    "{name}: {:?} comes before {:?}; sort by kind, then word",
                    pair[0],
                    pair[1]
                );
            }
            for (word, kind) in rows {
                assert!(Kind::named(kind).is_some(), "{name}: {word} has the unknown kind {kind}");
                assert!(!word.is_empty() && word.len() <= super::super::MAX_WORD as usize && word.trim() == word, "{name}: {word:?}");
            }
        }
    }

    #[test]
    fn the_packed_words_are_those_of_the_files() {
        let mut words: Vec<(&str, Kinds)> = Vec::new();
        for (word, kind) in FILES.iter().flat_map(|(_, content)| rows(content)) {
            words.extend(Kind::named(kind).map(|kind| (word, Kinds::of(&[kind]))));
        }
        merge(&mut words);
        let mut packed = builtin();
        packed.sort_unstable();
        assert!(words == packed);
    }
}
