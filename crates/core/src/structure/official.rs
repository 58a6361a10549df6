//! The elements of an official document (公文要素) by GB/T 9704-2012.
//!
//! They stand in an order that the standard lays down: the number above the title, the recipients under it, then
//! the text, the list of attachments, who signed it and when, a note in brackets, and who gets a copy. The first
//! signature closes the document; what comes after it, such as a text that is passed on, is not its own.

use crate::annotate::{Reading, within};
use crate::document::{CitationKind, Kind, Official, Text, Time};
use crate::lexicon::Kind as Word;
use crate::segment::Line;
use crate::span::Span;

/// How many lines under the title the number and the recipients may stand: labels of a page come between.
const HEAD_LINES: usize = 6;

/// The longest list of recipients, in bytes; it can name every province and ministry by class.
const MAX_RECIPIENTS: u32 = 1_200;

/// The longest name of a body that signs, in bytes: 40 characters.
const MAX_ISSUER: u32 = 120;

/// The longest note in brackets, in bytes: 60 characters.
const MAX_NOTE: u32 = 180;

/// The elements, where the text is an official document and has any.
pub(super) fn read(reading: &Reading<'_>, kind: Kind, title: Option<&Text>) -> Option<Official> {
    if kind != Kind::Notice {
        return None;
    }
    let lines: Vec<&Line> = reading.segments.lines.iter().filter(|l| !l.content.is_empty()).collect();
    let under = title.map_or(0, |t| lines.partition_point(|l| l.span.end <= t.span.end.saturating_sub(1)) + 1).min(lines.len());
    let number = lines[..(under + HEAD_LINES).min(lines.len())].iter().find_map(|l| number(reading, l.content));
    let addressed = (under..(under + HEAD_LINES).min(lines.len())).find(|&i| is_recipients(reading, lines[i].content));
    let body = addressed.map_or(under, |i| i + 1);
    let signature = lines.iter().enumerate().skip(body).find_map(|(i, l)| signature(reading, &lines, i, l.content));
    let end = signature.as_ref().map_or(lines.len(), |s| s.line);
    let note = signature.as_ref().and_then(|s| lines.get(s.line + 1)).and_then(|l| note(reading, l.content));
    let mut official = Official {
        number: number.map(|span| reading.text_at(span)),
        recipients: addressed.map_or_else(Vec::new, |i| bodies(reading, without_colon(reading, lines[i].content))),
        issuer: signature.as_ref().and_then(|s| s.issuer).map(|span| reading.text_at(span)),
        issued: signature.map(|s| s.issued),
        attachments: attachments(reading, &lines[body..end]),
        copies_to: Vec::new(),
        note: note.map(|span| reading.text_at(span)),
    };
    for line in &lines[body..] {
        if let Some(list) = labelled(reading, line.content, &["抄送", "抄报"]) {
            official.copies_to.extend(bodies(reading, list));
        } else if let Some(list) = labelled(reading, line.content, &["主送"]).filter(|_| official.recipients.is_empty()) {
            official.recipients = bodies(reading, list);
        }
    }
    let empty = official.number.is_none()
        && official.recipients.is_empty()
        && official.issuer.is_none()
        && official.issued.is_none()
        && official.attachments.is_empty()
        && official.copies_to.is_empty();
    (!empty).then_some(official)
}

/// The document's own number: it has its line to itself, but for a label before it and 签发人：… after it.
fn number(reading: &Reading<'_>, line: Span) -> Option<Span> {
    let found = within(&reading.citations, line).find(|c| c.value == CitationKind::Number)?;
    let before = reading.slice(Span::new(line.start, found.span.start)).trim_end();
    let after = reading.slice(Span::new(found.span.end, line.end));
    let alone = before.is_empty() || before.ends_with(['：', ':']) && !before.contains('，');
    (alone && after.chars().next().is_none_or(char::is_whitespace)).then_some(found.span)
}

/// Whether a line under the title names the recipients: it ends with a colon and tells nothing.
fn is_recipients(reading: &Reading<'_>, line: Span) -> bool {
    let text = reading.slice(line);
    let Some(list) = text.strip_suffix(['：', ':']) else { return false };
    let bodies = [Word::Addressee, Word::OrganizationSuffix, Word::GroupHead, Word::Honorific];
    line.len() <= MAX_RECIPIENTS
        && reading.tokens.any(line, &bodies)
        && !list.contains(['。', '；', '：', ':', '！'])
        && !reading.tokens.any(line, &[Word::NoticeFormula])
        && reading.marker_at(line.start).is_none()
}

fn without_colon(reading: &Reading<'_>, line: Span) -> Span {
    let text = reading.slice(line).trim_end_matches(['：', ':']);
    Span::of(line.start as usize, line.start as usize + text.trim_end().len())
}

/// The bodies of a list: 各县（区）人民政府，市政府各部门、各直属机构.
///
/// A 、 divides bodies where what stands before it is a body by itself; 各省、自治区、直辖市人民政府 is one.
fn bodies(reading: &Reading<'_>, list: Span) -> Vec<Text> {
    let mut parts = Vec::new();
    let mut start = list.start as usize;
    let mut push = |from: usize, to: usize| {
        let text = reading.text[from..to].trim_matches(|c: char| c.is_whitespace() || c == '。');
        if !text.is_empty() {
            let at = from + reading.text[from..to].find(text).unwrap_or(0);
            parts.push(reading.text_at(Span::of(at, at + text.len())));
        }
    };
    for (at, c) in reading.slice(list).char_indices() {
        let at = list.start as usize + at;
        let divides = match c {
            '，' | '；' | ',' | ';' => true,
            '、' => is_body(reading, Span::of(start, at)) || reading.text[at + c.len_utf8()..].starts_with('各'),
            _ => false,
        };
        if divides && reading.segments.pairs.around(at as u32).is_none_or(|p| !list.contains(p.span)) {
            push(start, at);
            start = at + c.len_utf8();
        }
    }
    push(start, list.end as usize);
    parts
}

/// Whether what stands at `span` is a body by itself, and no mere level of government (省, 县) before others.
fn is_body(reading: &Reading<'_>, span: Span) -> bool {
    let level = reading.slice(span).trim_end_matches('）').ends_with(['省', '市', '县', '区', '州', '旗', '乡', '镇', '村']);
    !level
        && [Word::Organization, Word::OrganizationSuffix, Word::Addressee, Word::GroupHead]
            .iter()
            .any(|&kind| reading.tokens.ending_at(span.end, kind).is_some())
}

/// The signature: who signed and when, and the line of its date.
struct Signature {
    issuer: Option<Span>,
    issued: Time,
    line: usize,
}

/// The signature whose date stands in the line `index`, with the body before it on its line or the line above.
fn signature(reading: &Reading<'_>, lines: &[&Line], index: usize, line: Span) -> Option<Signature> {
    let time = within(&reading.times, line).next_back()?;
    let full = time.value.value.as_deref().is_some_and(|v| v.len() == "2012-05-18".len() && !v.starts_with('-'));
    // 2022年11月26日印发 tells when it was printed.
    if !full || !reading.slice(Span::new(time.span.end, line.end)).trim().is_empty() || time.value.part_of_day.is_some() {
        return None;
    }
    let before = Span::new(line.start, time.span.start);
    let own = reading.slice(before);
    let issuer = if own.is_empty() {
        let above = lines.get(index.checked_sub(1)?)?.content;
        is_issuer(reading, above).then_some(above)
    } else {
        let name = Span::of(before.start as usize, before.start as usize + own.trim_end().len());
        if !own.ends_with(char::is_whitespace) || !is_issuer(reading, name) {
            return None;
        }
        Some(name)
    };
    Some(Signature { issuer, issued: time.value.clone(), line: index })
}

/// Whether a line can be the name of a body that signs: short, without punctuation, no heading and no label.
fn is_issuer(reading: &Reading<'_>, line: Span) -> bool {
    let text = reading.slice(line);
    line.len() <= MAX_ISSUER
        && !text.contains(['。', '；', '：', ':', '，', '！', '？', '、', '”', '》'])
        && text.chars().any(char::is_alphabetic)
        && !text.starts_with(['（', '(', '附'])
        && !text.starts_with(|c: char| c.is_ascii_digit())
        && reading.tokens.kind_at(line.start, Word::NoticeFormula).is_none()
}

/// The note in brackets under the date: （此件公开发布）.
fn note(reading: &Reading<'_>, line: Span) -> Option<Span> {
    let pair = reading.segments.pairs.opening_at(line.start)?;
    (pair.is_bracket() && pair.span == line && line.len() <= MAX_NOTE && !pair.inner.is_empty()).then_some(pair.inner)
}

/// The list after a label at the start of a line: 抄送：….
fn labelled(reading: &Reading<'_>, line: Span, labels: &[&str]) -> Option<Span> {
    let text = reading.slice(line);
    let rest = labels.iter().find_map(|l| text.strip_prefix(l))?.trim_start_matches('单').trim_start_matches('位');
    let list = rest.trim_start().strip_prefix(['：', ':'])?;
    Some(Span::of(line.end as usize - list.len(), line.end as usize))
}

/// The names of the attachments: 附件：1. …, and the numbered lines after it.
fn attachments(reading: &Reading<'_>, lines: &[&Line]) -> Vec<Text> {
    let Some(first) = lines.iter().position(|l| labelled(reading, l.content, &["附件", "附"]).is_some()) else { return Vec::new() };
    let mut names = Vec::new();
    let head = labelled(reading, lines[first].content, &["附件", "附"]);
    let rest = lines[first + 1..].iter().map(|l| l.content).take_while(|&l| unnumbered(reading, l).is_some());
    for line in head.into_iter().chain(rest) {
        let name = unnumbered(reading, line).unwrap_or(line);
        let text = reading.slice(name);
        let trimmed = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '。' | '；' | ';'));
        if !trimmed.is_empty() {
            let at = name.start as usize + text.find(trimmed).unwrap_or(0);
            names.push(reading.text_at(Span::of(at, at + trimmed.len())));
        }
    }
    names
}

/// What follows the number of an attachment: 2. 流程 → 流程.
fn unnumbered(reading: &Reading<'_>, line: Span) -> Option<Span> {
    let text = reading.slice(line).trim_start();
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let rest = digits.strip_prefix(['.', '．', '、']).filter(|_| digits.len() < text.len())?.trim_start();
    Some(Span::of(line.end as usize - rest.len(), line.end as usize))
}

#[cfg(test)]
mod tests {
    use crate::{Official, Text, parse};

    fn official(text: &str) -> Official {
        parse(text).ok().and_then(|d| d.official).expect("an official document")
    }

    fn texts(list: &[Text]) -> Vec<&str> {
        list.iter().map(|t| t.text.as_str()).collect()
    }

    #[test]
    fn every_element_in_its_place() {
        let official = official(
            "青山市人民政府办公室文件\n青政办发〔2022〕38号\n青山市人民政府办公室关于做好防汛工作的通知\n\
             各省、自治区、直辖市人民政府，市政府各部门、各直属机构：\n现就有关事项通知如下。\n一、压实责任\n各单位要落实责任。\n\
             附件：1. 责任划分表\n2. 报送流程\n\n青山市人民政府办公室\n二〇二二年十一月二十五日\n（此件公开发布）\n\
             抄送：市委办公室，青山军分区。\n青山市人民政府办公室 2022年11月26日印发",
        );
        assert_eq!(official.number.map(|t| t.text).as_deref(), Some("青政办发〔2022〕38号"));
        assert_eq!(texts(&official.recipients), ["各省、自治区、直辖市人民政府", "市政府各部门", "各直属机构"]);
        assert_eq!(texts(&official.attachments), ["责任划分表", "报送流程"]);
        assert_eq!(official.issuer.map(|t| t.text).as_deref(), Some("青山市人民政府办公室"));
        assert_eq!(official.issued.and_then(|t| t.value).as_deref(), Some("2022-11-25"));
        assert_eq!(official.note.map(|t| t.text).as_deref(), Some("此件公开发布"));
        assert_eq!(texts(&official.copies_to), ["市委办公室", "青山军分区"]);
    }

    #[test]
    fn the_first_signature_is_the_documents_own() {
        let official = official(
            "青山管理局关于印发值班办法的通知\n各单位：\n现将《值班办法》印发给你们，请认真执行。\n青山管理局　2022 年 3 月 1 日\n\
             值班办法\n第一条 为加强值班工作，制定本办法。\n青山管理局办公室\n2021年1月1日",
        );
        assert_eq!(official.issuer.map(|t| t.text).as_deref(), Some("青山管理局"));
        assert_eq!(official.issued.and_then(|t| t.value).as_deref(), Some("2022-03-01"));
        assert_eq!(official.number, None);
    }

    #[test]
    fn a_number_that_is_cited_is_not_the_documents_own() {
        let official = official(
            "青山管理局关于开展自查的通知\n各单位：\n根据青政办发〔2022〕38号文件要求，现就有关事项通知如下：\n一、各单位要于5月底前完成自查。\n特此通知。\n2022年5月1日",
        );
        assert_eq!((official.number, official.issuer), (None, None));
        assert_eq!(texts(&official.recipients), ["各单位"]);
    }

    #[test]
    fn a_report_of_a_meeting_has_no_elements() {
        let text = "青山管理局召开例会\n3月2日，青山管理局召开例会，局长林晓峰主持会议。会议强调，要落实责任。\n青山管理局\n2024年3月2日";
        assert_eq!(parse(text).ok().and_then(|d| d.official), None);
    }
}
