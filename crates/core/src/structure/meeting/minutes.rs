//! The head of minutes (会议纪要): 时间：… 地点：… 主持人：….

use std::borrow::Cow;

use super::name::{self, Name};
use super::scan;
use crate::annotate::{Reading, within};
use crate::document::{Meeting, Role, Text};
use crate::lexicon::{Kind, Token};
use crate::segment::Line;
use crate::span::Span;
use crate::structure::cast::{Cast, without_spaces};

/// How many lines from the top the head of minutes takes at most.
const HEAD_LINES: usize = 30;

/// The meeting that the head of minutes describes.
pub(super) fn read(reading: &Reading<'_>, title: Option<&Text>, cast: &mut Cast) -> Option<Meeting> {
    let mut name = title.and_then(|t| from_title(reading, t.span));
    let mut time = None;
    let mut venue = None;
    let mut chairs = Vec::new();
    let mut organizers = Vec::new();
    let mut head: Option<Span> = None;
    let mut lines = reading.segments.lines.iter().filter(|l| !l.content.is_empty()).take(HEAD_LINES).peekable();
    while let Some(line) = lines.next() {
        let Some(Field { label, value }) = field(reading, line).or_else(|| field_below(reading, line, lines.peek()?)) else { continue };
        head = Some(head.map_or(line.content, |h| Span::new(h.start, value.end)));
        if label.ends_with("名称") {
            name = from_title(reading, value).or(name);
        } else if label.ends_with(['间', '期']) {
            time = scan::day_in(reading, value).map(|t| reading.dated(&t.value)).or(time);
        } else if label.ends_with("地点") {
            venue = Some(reading.text_at(value));
        } else if label.contains("主持") || label == "召集人" {
            chairs.extend(within(&reading.people, value).filter_map(|p| cast.at(p.span)));
        } else if label.contains("主办") {
            organizers.push(reading.text_at(value));
        }
    }
    let name = name?;
    for &chair in &chairs {
        cast.add_role(chair, Role::Chair);
    }
    let span = head.map_or(name.span, |h| Span::new(name.span.start.min(h.start), name.span.end.max(h.end)));
    Some(Meeting {
        name: reading.text_at(name.span),
        form: Some(reading.slice(name.form).to_owned()),
        time,
        venue,
        organizers,
        chairs,
        attendees: Vec::new(),
        agenda: Vec::new(),
        span,
    })
}

/// A line of the head: its label without white space and its value.
pub(in crate::structure) struct Field<'t> {
    pub(in crate::structure) label: Cow<'t, str>,
    pub(in crate::structure) value: Span,
}

/// The label and the value of a line of the head: 地点：二楼会议室, 二、地点：二楼会议室, 【地点】二楼会议室.
pub(in crate::structure) fn field<'t>(reading: &Reading<'t>, line: &Line) -> Option<Field<'t>> {
    let (label, end) = label(reading, line)?;
    let rest = reading.between(end, line.content.end);
    let value = rest.trim_start().strip_prefix(['：', ':', '】'])?.trim_start();
    let start = line.content.end - value.len() as u32;
    // 时间：2024-03-02 来源：办公室 tells when the page was made.
    let page = |t: Token| reading.after(t.span.end).trim_start().starts_with(['：', ':']);
    let made = reading.tokens.of(Span::new(start, line.content.end), Kind::Furniture).any(page);
    (!value.is_empty() && !made).then_some(Field { label, value: Span::new(start, line.content.end) })
}

/// The same where the value has the next line to itself.
fn field_below<'t>(reading: &Reading<'t>, line: &Line, next: &Line) -> Option<Field<'t>> {
    let (label, end) = label(reading, line)?;
    let bare = reading.between(end, line.content.end).trim_matches(['：', ':', '】', ' ']).is_empty();
    (bare && self::label(reading, next).is_none()).then_some(Field { label, value: next.content })
}

/// The label that a line of the head begins with, after its marker or bracket, and where it ends: 地点, 列　席.
pub(in crate::structure) fn label<'t>(reading: &Reading<'t>, line: &Line) -> Option<(Cow<'t, str>, u32)> {
    /// The most characters that a label has, with the white space in it.
    const LABEL: usize = 12;
    let start = reading.marker_at(line.content.start).map_or(line.content.start, |m| m.span.end);
    let start = start + if reading.after(start).starts_with('【') { "【".len() as u32 } else { 0 };
    if let Some(token) = reading.tokens.kind_at(start, Kind::MinutesField) {
        return Some((reading.slice(token.span).into(), token.span.end));
    }
    let text = reading.between(start.min(line.content.end), line.content.end);
    let (colon, _) = text.char_indices().take(LABEL).find(|&(_, c)| matches!(c, '：' | ':'))?;
    let label = without_spaces(&text[..colon]);
    (label.len() < colon && reading.lexicon.kinds(&label).has(Kind::MinutesField)).then_some((label, start + colon as u32))
}

/// 青山管理局第3次局长办公会议|纪要, 关于召开|防汛工作推进会|的会议纪要.
fn from_title(reading: &Reading<'_>, title: Span) -> Option<Name> {
    let forms = || reading.tokens.of(title, Kind::MeetingForm).filter(|t| name::is_form(reading, *t)).map(|t| t.span);
    let last = forms().max_by_key(|s| (s.end, u32::MAX - s.start))?;
    // 推进会会议纪要 are the 会议纪要 of a 推进会.
    let end = title.start + reading.between(title.start, last.start).trim_end_matches('的').len() as u32;
    let before = if last.len() == "会议".len() as u32 { forms().filter(|f| f.end == end).min_by_key(|f| f.start) } else { None };
    let form = before.unwrap_or(last);
    let convened = reading.tokens.of(Span::new(title.start, form.start), Kind::Convene).next();
    Some(Name { span: Span::new(convened.map_or(title.start, |verb| verb.span.end), form.end), form })
}
