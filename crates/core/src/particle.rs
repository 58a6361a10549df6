//! Closed classes of single characters that rules ask for where no word has been looked up (虚词、方位词).
//!
//! They are closed in the sense of grammar (朱德熙《语法讲义》): no text adds to them, so they stand here
//! and not among the words of `data/`.

/// What joins two names or nouns (并列连词、顿号): 林晓峰和周明远, 教学、科研.
pub(crate) const JOINTS: [char; 4] = ['、', '和', '与', '及'];

/// How an adverbial of time or place ends (方位词): 调研时, 会议期间, 讲话中.
const LOCATIVES: [char; 9] = ['时', '中', '后', '上', '下', '间', '际', '前', '里'];

/// What forms words for people (类后缀、类词缀): 监察员, 护士长, 干警.
pub(crate) const PERSONS: [char; 12] = ['员', '者', '师', '长', '生', '工', '民', '警', '友', '商', '户', '职'];

/// Whether the name or noun before `after` goes on, as an attribute or as one of several: 负责人|的讲话, 负责人|、职工,
/// 负责人|等.
pub(crate) fn is_continued(after: &str) -> bool {
    after.starts_with(['的', '等']) || after.starts_with(JOINTS)
}

/// Whether `text` ends as an adverbial of time or place does.
pub(crate) fn ends_when(text: &str) -> bool {
    text.ends_with(LOCATIVES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_on_and_adverbials_end() {
        assert!(is_continued("的讲话") && is_continued("、职工") && is_continued("等") && !is_continued("出席") && !is_continued("，"));
        assert!(ends_when("在青山调研时") && ends_when("会议期间") && !ends_when("在青山") && !ends_when(""));
    }
}
