//! Which lines of a page are its furniture, which is its title, and where its prose begins.

use crate::annotate::Reading;
use crate::lexicon::Kind;
use crate::segment::Line;
use crate::span::Span;

/// Among how many lines from the top a title is looked for: page heads are shorter.
const HEAD_LINES: usize = 16;

/// How many headlines may stand below the title.
const MAX_HEADLINES: usize = 4;

/// The longest title, in characters; readouts carry two or three headlines in one line.
const MAX_TITLE: usize = 150;

/// The longest title that may end like a sentence, in characters (谁来把关？).
const MAX_SENTENCE_TITLE: usize = 40;

/// The line that bears the title, and the title within it.
pub(super) fn title(reading: &Reading<'_>) -> Option<Span> {
    for line in content_lines(reading).take(HEAD_LINES) {
        if is_furniture(reading, line) {
            continue;
        }
        let span = before_labels(reading, line.content);
        // A line that goes on after its labels holds the whole text.
        if is_prose(reading, span) || span.end < line.content.end && reading.slice(line.content).contains('。') {
            return None;
        }
        return Some(span);
    }
    None
}

/// The lines that bear headlines: the title, and what stands below it before the prose.
pub(crate) fn headlines(reading: &Reading<'_>, title: Option<Span>) -> Vec<Span> {
    let Some(title) = title else { return Vec::new() };
    let below = prose(reading, Some(title)).take(MAX_HEADLINES).map(|l| l.content);
    std::iter::once(title)
        .chain(below.take_while(|&l| l.start > title.end && !is_prose(reading, l) && !reading.slice(l).contains('，')))
        .collect()
}

/// The first line that tells what happened: the first with a sentence in it.
pub(crate) fn lead<'r>(reading: &'r Reading<'_>, title: Option<Span>) -> Option<&'r Line> {
    prose(reading, title).find(|l| reading.slice(l.content).contains(['。', '，']))
}

/// The lines of the text's own prose: without blank lines, furniture, and the title itself.
pub(crate) fn prose<'r>(reading: &'r Reading<'_>, title: Option<Span>) -> impl Iterator<Item = &'r Line> {
    content_lines(reading).filter(move |l| title.is_none_or(|t| !l.span.contains(t)) && !is_furniture(reading, l))
}

fn content_lines<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = &'r Line> {
    reading.segments.lines.iter().filter(|l| !l.content.is_empty())
}

/// Whether a line belongs to the page and not to the text: 设为首页, 发布时间：…, a bare address or date.
pub(crate) fn is_furniture(reading: &Reading<'_>, line: &Line) -> bool {
    let text = reading.slice(line.content);
    if text.starts_with("http") || text.starts_with("www.") || !text.chars().any(is_letter) {
        return true;
    }
    // Only a short line can be a menu entry or a label; counting its words would cost time on long ones.
    if is_longer(text, MAX_TITLE) {
        return false;
    }
    let first = text.chars().next().map_or(0, char::len_utf8) as u32;
    let label = reading.tokens.kind_at(line.content.start, Kind::Furniture);
    let labelled = label.is_some_and(|t| reading.after(t.span.end).trim_start().starts_with(['：', ':']));
    if labelled {
        return true;
    }
    // Half of the line or more is words of pages.
    let mut covered = 0;
    let mut end = line.content.start;
    for token in reading.tokens.of(line.content, Kind::Furniture) {
        if token.span.start >= end {
            covered += token.span.len();
            end = token.span.end;
        }
    }
    first > 0 && covered * 2 >= line.content.len() || text.starts_with("欢迎访问")
}

/// Whether a line names many up to its first colon, who are told something: 各村委会，镇直各单位：.
pub(super) fn is_addressed(reading: &Reading<'_>, line: Span) -> bool {
    let Some((named, _)) = reading.slice(line).split_once(['：', ':']) else { return false };
    let named = super::opening::without_closing_bracket(named);
    let end = line.start + named.len() as u32;
    let names = [Kind::OrganizationSuffix, Kind::Actor, Kind::Addressee];
    // 镇属各中小学: whose they are stands before.
    let whose =
        || reading.slice(line).chars().take(MAX_WHOSE).any(|c| c == '各') && !reading.tokens.any(Span::new(line.start, end), &[Kind::Say]);
    (reading.slice(line).starts_with('全') || whose()) && reading.tokens.kinds_ending(end).any(&names)
}

/// How far into a line 各 may stand, in characters.
const MAX_WHOSE: usize = 4;

/// Whether a measure ends with who answers for it, in brackets: …（林业站牵头，各村配合）.
pub(super) fn shares_out(reading: &Reading<'_>, line: Span) -> bool {
    let end = line.start + reading.slice(line).trim_end_matches('。').len() as u32;
    let pair = end.checked_sub(1).and_then(|at| reading.segments.pairs.around(at)).filter(|p| p.is_bracket() && p.span.end == end);
    pair.is_some_and(|p| reading.tokens.any(p.inner, &[Kind::Lead, Kind::LeadLabel]))
}

/// The part of a title line before the labels that share the line: 标题 来源：… 发布时间：….
fn before_labels(reading: &Reading<'_>, span: Span) -> Span {
    for token in reading.tokens.of(span, Kind::Furniture) {
        let after = reading.between(token.span.end, span.end);
        let before = reading.between(span.start, token.span.start);
        if after.starts_with(['：', ':']) && before.ends_with(char::is_whitespace) && !before.trim().is_empty() {
            return Span::of(span.start as usize, span.start as usize + before.trim_end().len());
        }
    }
    span
}

/// Whether a line is already prose, a list of recipients or a salutation, so that no title stands before it.
fn is_prose(reading: &Reading<'_>, span: Span) -> bool {
    let text = reading.slice(span);
    let long = is_longer(text, MAX_TITLE);
    let sentence = text.ends_with(['。', '；', '！', '？', '”', '!', ';'])
        && text.contains(['。', '！', '？', '；'])
        && (text.contains('。') || is_longer(text, MAX_SENTENCE_TITLE));
    let addressed = text.ends_with(['：', ':', '，']);
    long || sentence || text.contains('。') || addressed
}

/// Whether a text has more than so many characters, which its bytes mostly tell.
fn is_longer(text: &str, characters: usize) -> bool {
    text.len() > characters && (text.len() > 4 * characters || text.chars().nth(characters).is_some())
}

/// Whether a character is one of a word, so that a line of it says something.
fn is_letter(c: char) -> bool {
    // Most are ideographs, which the table of letters is slow to tell.
    (matches!(c, '\u{4E00}'..='\u{9FFF}') || c.is_alphabetic()) && !matches!(c, '年' | '月' | '日')
}

#[cfg(test)]
mod tests {
    fn title(text: &str) -> Option<String> {
        crate::parse(text).ok().and_then(|d| d.title).map(|t| t.text.into())
    }

    #[test]
    fn the_title_is_the_first_line_that_is_not_the_pages() {
        assert_eq!(title("设为首页\n|\n加入收藏\n青山管理局召开例会\n3月2日，青山管理局召开例会。").as_deref(), Some("青山管理局召开例会"));
        assert_eq!(
            title("青山管理局召开例会 来源：办公室 发布时间：2024-03-02\n会议强调，要落实。").as_deref(),
            Some("青山管理局召开例会")
        );
    }

    #[test]
    fn prose_and_salutations_are_no_titles() {
        assert_eq!(title("3月2日，青山管理局召开例会。会议强调，要落实。"), None);
        assert_eq!(title("同志们：\n今天我们开会。"), None);
        assert_eq!(title("。。。\n\n"), None);
    }
}
