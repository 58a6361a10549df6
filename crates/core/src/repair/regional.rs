//! Words of Taiwan and Hong Kong (地区用词): 資訊 → 信息, 人工智慧 → 人工智能. Made only where the caller asks for it.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::map::Change;
use crate::document::RepairKind;

const WORDS: &str = include_str!("../../data/repair/regional_words.txt");

/// By its first character each word, simplified, with what the mainland says; the longest first.
static TABLE: Lazy<HashMap<char, Vec<(&'static str, &'static str)>>> = Lazy::new(|| {
    let mut table: HashMap<char, Vec<(&str, &str)>> = HashMap::new();
    for (word, told) in WORDS.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t')) {
        if let Some(first) = word.chars().next() {
            table.entry(first).or_default().push((word, told));
        }
    }
    table.values_mut().for_each(|words| words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len())));
    table
});

/// The regional words of `text`, which is simplified already.
pub(super) fn changes(text: &str, changes: &mut Vec<Change>) {
    let mut skip = 0;
    for (at, c) in text.char_indices() {
        if at < skip {
            continue;
        }
        let found = TABLE.get(&c).and_then(|words| words.iter().find(|(word, _)| text[at..].starts_with(word)));
        if let Some(&(word, told)) = found {
            changes.push(Change::new(RepairKind::RegionalWord, at, at + word.len(), told));
            skip = at + word.len();
        }
    }
}
