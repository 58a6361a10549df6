//! The head of minutes (会议纪要): 时间：… 地点：… 主持人：….

use super::name::{self, Name};
use super::scan;
use crate::annotate::{Reading, within};
use crate::document::{Meeting, Role, Text};
use crate::lexicon::Kind;
use crate::segment::Line;
use crate::span::Span;
use crate::structure::cast::Cast;

/// How many lines from the top the head of minutes takes at most.
const HEAD_LINES: usize = 30;

/// The meeting that the head of minutes describes.
pub(super) fn read(reading: &Reading<'_>, title: Option<&Text>, cast: &mut Cast) -> Option<Meeting> {
    let name = title.and_then(|t| from_title(reading, t.span));
    let mut time = None;
    let mut venue = None;
    let mut chairs = Vec::new();
    let mut organizers = Vec::new();
    let mut head: Option<Span> = None;
    for line in reading.segments.lines.iter().filter(|l| !l.content.is_empty()).take(HEAD_LINES) {
        let Some(Field { label, value }) = field(reading, line) else { continue };
        head = Some(head.map_or(line.content, |h| Span::new(h.start, line.content.end)));
        if label.ends_with("时间") {
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

/// A line of the head: its label and its value.
pub(in crate::structure) struct Field<'t> {
    pub(in crate::structure) label: &'t str,
    pub(in crate::structure) value: Span,
}

/// The label and the value of a line of the head: 地点：二楼会议室.
pub(in crate::structure) fn field<'t>(reading: &Reading<'t>, line: &Line) -> Option<Field<'t>> {
    let token = reading.tokens.kind_at(line.content.start, Kind::MinutesField)?;
    let rest = reading.between(token.span.end, line.content.end);
    let value = rest.trim_start().strip_prefix(['：', ':'])?.trim_start();
    let start = line.content.end - value.len() as u32;
    (!value.is_empty()).then(|| Field { label: reading.slice(token.span), value: Span::new(start, line.content.end) })
}

/// 青山管理局第3次局长办公会议|纪要.
fn from_title(reading: &Reading<'_>, title: Span) -> Option<Name> {
    let form = reading
        .tokens
        .of(title, Kind::MeetingForm)
        .filter(|t| name::is_form(reading, *t))
        .map(|t| t.span)
        .max_by_key(|s| (s.end, u32::MAX - s.start))?;
    Some(Name { span: Span::new(title.start, form.end), form })
}
