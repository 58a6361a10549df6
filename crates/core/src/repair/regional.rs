//! Words of Taiwan and Hong Kong (地区用词): 資訊 → 信息, 人工智慧 → 人工智能. Made only where the caller asks for it.

use std::sync::LazyLock;

use super::changes::Changes;
use crate::document::RepairKind;
use crate::packed;
use crate::sorted::{Sorted, arrange};

/// By its first character each word, simplified, with what the mainland says; the longest first.
static TABLE: LazyLock<Sorted<char, Pair>> =
    LazyLock::new(|| by_first(packed::parts("regional_words.txt").filter_map(|(_, row)| row.split_once('\t'))));

/// A word and what it becomes.
pub(super) type Pair = (&'static str, &'static str);

/// Words with what they become, by the first character of the word; the longest first.
pub(super) fn by_first(rows: impl Iterator<Item = Pair>) -> Sorted<char, Pair> {
    let mut rows: Vec<(char, Pair)> = rows.filter_map(|pair| Some((pair.0.chars().next()?, pair))).collect();
    arrange(&mut rows, |(_, (word, _))| !(word.len() as u64));
    Sorted::of(rows)
}

/// The regional words of `text`, which is simplified already.
pub(super) fn changes(text: &str, changes: &mut Changes) {
    let mut skip = 0;
    for (at, c) in text.char_indices() {
        if at < skip {
            continue;
        }
        let found = TABLE.all(c).find(|(word, _)| text[at..].starts_with(word));
        if let Some((word, told)) = found {
            changes.push(RepairKind::RegionalWord, at, at + word.len(), told);
            skip = at + word.len();
        }
    }
}
