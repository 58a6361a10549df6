//! The head of minutes (会议纪要): 时间：… 地点：… 主持人：….

use std::borrow::Cow;

use super::name::{self, Name};
use super::scan;
use crate::annotate::{Reading, within};
use crate::document::{Meeting, Role};
use crate::lexicon::{Kind, Token};
use crate::segment::{Line, boundary};
use crate::span::Span;
use crate::structure::cast::{Cast, without_spaces};

/// So many labels in one line are the head of a text that has no lines.
const INLINE: usize = 3;

/// The plainest form of a meeting.
const MEETING: &str = "会议";

/// How many lines from the top the head of minutes takes at most.
const HEAD_LINES: usize = 30;

/// The meeting that the head of minutes describes.
pub(super) fn read(reading: &Reading<'_>, title: Option<Span>, cast: &mut Cast) -> Option<Meeting> {
    let mut name = title.and_then(|t| from_title(reading, t));
    let mut time = None;
    let mut venue = None;
    let mut chairs = Vec::new();
    let mut organizers = Vec::new();
    let mut lines = reading.segments.lines.iter().filter(|l| !l.content.is_empty()).take(HEAD_LINES).peekable();
    let mut list = Vec::new();
    while let Some(line) = lines.next() {
        let own = fields(reading, line);
        // The title of a text in one line stands before its fields.
        if let Some(first) = own.first().filter(|_| own.len() >= INLINE) {
            name = name.or_else(|| from_title(reading, Span::new(line.content.start, first.value.start)));
        }
        if own.is_empty() {
            list.extend(lines.peek().and_then(|next| field_below(reading, line, next)));
        }
        list.extend(own);
    }
    let mut head: Option<Span> = None;
    let mut labelled = None;
    for Field { label, value } in list {
        // 会议时间：3月2日 is the head of minutes that have no title: the label names the meeting.
        if labelled.is_none() && label.starts_with(MEETING) {
            labelled = reading.text[..value.start as usize].rfind(MEETING).map(|at| Span::of(at, at + MEETING.len()));
        }
        head = Some(head.map_or(value, |h| Span::new(h.start, value.end)));
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
    let described = time.is_some() && (venue.is_some() || !chairs.is_empty());
    let name = name.or_else(|| labelled.filter(|_| described).map(|span| Name { span, form: span }))?;
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

/// How far into a text a line may hold several fields, and so much of it is looked at, in bytes.
const HEAD: u32 = 900;

/// A label where it stands: its start, itself, and where its value starts.
type Label<'t> = (u32, Cow<'t, str>, u32);

/// The labels of a line of the head: 地点：, 二、地点：, 【地点】; of a text in one line all that follow its title:
/// 局长办公会议纪要 时间：3月2日 地点：二楼会议室.
pub(in crate::structure) fn labels<'t>(reading: &Reading<'t>, line: &Line) -> Vec<Label<'t>> {
    let content = line.content;
    let marked = |at: u32| {
        let (label, end) = label_at(reading, at, content.end)?;
        let value = reading.between(end, content.end).trim_start_matches([' ', '\u{3000}']).strip_prefix(['：', ':', '】', '\t', '|'])?;
        Some((at, label, content.end - value.trim_start().len() as u32))
    };
    let mut list: Vec<Label<'t>> = marked(content.start).into_iter().collect();
    // （主持人：林晓峰 汇报人：周明远） stands under an item of minutes.
    let bracketed = reading.after(content.start).starts_with('（') && !list.is_empty();
    if content.start < HEAD || bracketed {
        let head = Span::new(content.start, boundary(reading.text, content.end.min(content.start + HEAD)));
        let apart = |t: &Token| t.span.start > content.start && reading.before(t.span.start).ends_with(char::is_whitespace);
        list.extend(reading.tokens.of(head, Kind::MinutesField).filter(apart).filter_map(|t| marked(t.span.start)));
        // One label in the midst of a line is the page's: 青山新闻网 时间：2024-03-02.
        if list.len() < INLINE && list.first().is_some_and(|l| l.0 > content.start) {
            list.clear();
        }
    }
    list
}

/// The labels of a line of the head with their values: 地点：二楼会议室.
pub(in crate::structure) fn fields<'t>(reading: &Reading<'t>, line: &Line) -> Vec<Field<'t>> {
    let labels = labels(reading, line);
    let ends: Vec<u32> = labels.iter().skip(1).map(|l| l.0).collect();
    let field = |(i, (_, label, start)): (usize, Label<'t>)| {
        let end = ends.get(i).copied().unwrap_or(line.content.end).max(start);
        let mut value = reading.between(start, end).trim_end();
        if i > 0 && i == ends.len() && !reading.after(line.content.start).starts_with('（') {
            // The text goes on after its last field.
            value = value.split(|c: char| c.is_whitespace() || c == '。').next().unwrap_or_default();
        }
        let value = Span::new(start, start + value.len() as u32);
        // 时间：2024-03-02 来源：办公室 tells when the page was made.
        let page = |t: Token| reading.after(t.span.end).trim_start().starts_with(['：', ':']);
        let made = reading.tokens.of(value, Kind::Furniture).any(page);
        (!value.is_empty() && !made).then_some(Field { label, value })
    };
    labels.into_iter().enumerate().filter_map(field).collect()
}

/// The first of them.
pub(in crate::structure) fn field<'t>(reading: &Reading<'t>, line: &Line) -> Option<Field<'t>> {
    label(reading, line)?;
    fields(reading, line).into_iter().next()
}

/// The same where the value has the next line to itself.
fn field_below<'t>(reading: &Reading<'t>, line: &Line, next: &Line) -> Option<Field<'t>> {
    let (label, end) = label(reading, line)?;
    let bare = reading.between(end, line.content.end).trim_matches(['：', ':', '】', ' ']).is_empty();
    (bare && self::label(reading, next).is_none()).then_some(Field { label, value: next.content })
}

/// The label that a line of the head begins with, after its marker or bracket, and where it ends: 地点, 列　席.
fn label<'t>(reading: &Reading<'t>, line: &Line) -> Option<(Cow<'t, str>, u32)> {
    label_at(reading, line.content.start, line.content.end)
}

fn label_at<'t>(reading: &Reading<'t>, at: u32, end: u32) -> Option<(Cow<'t, str>, u32)> {
    /// The most characters that a label has, with the white space in it.
    const LABEL: usize = 12;
    let start = reading.marker_at(at).map_or(at, |m| m.span.end);
    let start = start + if reading.after(start).starts_with(['【', '（']) { "【".len() as u32 } else { 0 };
    if let Some(token) = reading.tokens.kind_at(start, Kind::MinutesField) {
        return Some((reading.slice(token.span).into(), token.span.end));
    }
    let text = reading.between(start.min(end), end);
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
    let before = if last.len() == MEETING.len() as u32 { forms().filter(|f| f.end == end).min_by_key(|f| f.start) } else { None };
    let form = before.unwrap_or(last);
    let convened = reading.tokens.of(Span::new(title.start, form.start), Kind::Convene).next();
    Some(Name { span: Span::new(convened.map_or(title.start, |verb| verb.span.end), form.end), form })
}
