//! Values of the Document in a few words.

use crate::document::{Document, Group, Speaker, Text, Time};

/// What is longer is cut with ….
pub(super) const MAX_CHARACTERS: usize = 160;

/// Who speaks; nothing where nobody does.
pub(super) fn speaker<'d>(document: &'d Document, speaker: Option<&'d Speaker>) -> Option<&'d str> {
    match speaker? {
        Speaker::Person(i) => document.people.get(*i as usize).map(|p| p.name.text.as_str()),
        Speaker::Institution(name) => Some(name),
    }
}

/// A group with its head count: 全体干部（200余人）.
pub(super) fn group_line(group: &Group) -> String {
    let count = group.count.map_or(String::new(), |n| format!("（{n}{}人）", if group.approximate { "余" } else { "" }));
    format!("{}{count}", one_line(&group.text, MAX_CHARACTERS))
}

/// A time as written, with its value where that says more.
pub(super) fn time(time: &Time) -> String {
    match time.resolved.as_ref().or(time.value.as_ref()) {
        Some(value) => format!("{}（{value}）", time.text),
        None => time.text.to_string(),
    }
}

pub(super) fn join(texts: &[Text]) -> String {
    texts.iter().map(|t| one_line(&t.text, MAX_CHARACTERS)).collect::<Vec<_>>().join("、")
}

/// The text on one line, of at most `most` characters. Control characters are left out, as a terminal obeys them.
pub(super) fn one_line(text: &str, most: usize) -> String {
    let mut line = String::new();
    for (i, c) in text.trim().chars().filter(|c| !c.is_control()).enumerate() {
        if i == most {
            line.push('…');
            break;
        }
        line.push(c);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_never_reach_the_terminal() {
        assert_eq!(one_line("会\u{1b}[31m议\n\u{7}", 9), "会[31m议");
        assert_eq!(one_line("一二三四", 3), "一二三…");
    }
}
