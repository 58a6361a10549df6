//! The words of the diagnostics, in one table.

use crate::diagnostic::{Code, Severity};

/// Severity, Chinese and English message of a code; `{}` is a blank.
pub(super) fn of(code: Code) -> (Severity, &'static str, &'static str) {
    use Severity::{Error, Hint, Warning};
    match code {
        Code::CountMismatch => (Error, "“{}”与所列的{}项不符", "“{}” does not agree with the {} items listed"),
        Code::OrdinalGap => (Warning, "序号不连续：“{}”之后是“{}”", "the numbering jumps from “{}” to “{}”"),
        Code::OrdinalRepeat => (Warning, "序号重复：“{}”出现了两次", "the number “{}” occurs twice in one list"),
        Code::UnmatchedPair => (Warning, "“{}”没有配对", "“{}” has no partner"),
        Code::UnresolvedSpeaker => (Warning, "看不出“{}”的是谁", "it is unclear whose “{}” this is"),
        Code::UnresolvedDate => (Hint, "“{}”没有年份，文中也查不到", "“{}” has no year, and the text gives none"),
        Code::DateWeekdayMismatch => (Error, "“{}”不是星期{}，而是星期{}", "“{}” does not fall on 星期{} but on 星期{}"),
        Code::UnrepairedText => (Warning, "此处文字损坏，无法确定原文{}", "the text is damaged here and cannot be told for sure{}"),
        Code::LabelDrift => (Hint, "序号用词不一：前面用“{}”，这里用“{}”", "the markers change their form from “{}” to “{}”"),
        Code::DuplicateAttendee => (Warning, "“{}”在名单中出现了两次", "“{}” is listed twice"),
        Code::InconsistentPost => (Warning, "“{}”的职务前后不一：“{}”与“{}”", "the posts of “{}” do not agree: “{}” and “{}”"),
        Code::DirectiveWithoutAddressee => {
            (Hint, "同一组要求都写明了由谁办理，只有这一条没有", "the other demands of this list say who has to act, this one does not")
        }
        Code::LimitReached => (Warning, "超出解析上限，此处以后读得较浅", "a limit was reached; what follows is read less deeply"),
    }
}

/// `template` with its blanks filled in turn.
pub(super) fn fill(template: &str, values: &[&str]) -> String {
    let mut filled = String::with_capacity(template.len() + values.iter().map(|v| v.len()).sum::<usize>());
    let mut values = values.iter();
    for (i, piece) in template.split("{}").enumerate() {
        if i > 0 {
            filled.push_str(values.next().unwrap_or(&""));
        }
        filled.push_str(piece);
    }
    filled
}
