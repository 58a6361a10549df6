//! Meetings as events and dated tasks as to-dos of a calendar (RFC 5545).

use std::fmt::Write;

use super::facts;
use super::words::one_line;
use crate::document::{Directive, Document, Meeting, Time};
use crate::options::Date;

/// A calendar with an event for each meeting and a to-do for each directive whose day is known; empty where none is.
///
/// A meeting's day is known where the text states its year, or where the caller gave a reference date. A meeting
/// with a time of day has that as its start, in China's time; else it takes the whole day.
///
/// ```
/// let text = "2024年5月18日上午，青山管理局召开安全生产动员大会。";
/// let document = gongwen_core::parse(text)?;
/// assert!(gongwen_core::render::icalendar(&document).contains("SUMMARY:安全生产动员大会\r\n"));
/// # Ok::<(), gongwen_core::Error>(())
/// ```
#[must_use]
pub fn icalendar(document: &Document) -> String {
    let mut parts = String::new();
    document.meetings.iter().for_each(|m| event(&mut parts, document, m));
    document.directives.iter().for_each(|d| to_do(&mut parts, d));
    if parts.is_empty() {
        return parts;
    }
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//gongwen//gongwen {}//ZH\r\nCALSCALE:GREGORIAN\r\n{ZONE}{parts}END:VCALENDAR\r\n",
        env!("CARGO_PKG_VERSION")
    )
}

/// China has had one zone without summer time since 1991.
const ZONE: &str = "BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nDTSTART:19910915T000000\r\nTZOFFSETFROM:+0800\r\n\
    TZOFFSETTO:+0800\r\nTZNAME:CST\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

fn event(out: &mut String, document: &Document, meeting: &Meeting) {
    let Some((first, last)) = meeting.time.as_ref().and_then(days) else { return };
    let name = facts::meeting_name(meeting);
    begin(out, "VEVENT", &name, first);
    match meeting.time.as_ref().and_then(clock) {
        Some(clock) => line(out, "DTSTART;TZID=Asia/Shanghai", &format!("{}T{clock}00", compact(first))),
        None => {
            line(out, "DTSTART;VALUE=DATE", &compact(first));
            line(out, "DTEND;VALUE=DATE", &compact(last.next()));
        }
    }
    text(out, "SUMMARY", &name);
    if let Some(venue) = &meeting.venue {
        text(out, "LOCATION", &venue.text);
    }
    let facts = facts::meeting(document, meeting);
    let notes: Vec<String> = facts.iter().filter(|(label, _)| *label != "地点").map(|(label, value)| format!("{label}：{value}")).collect();
    text(out, "DESCRIPTION", &notes.join("\n"));
    line(out, "END", "VEVENT");
}

fn to_do(out: &mut String, directive: &Directive) {
    let Some((_, due)) = directive.deadline.as_deref().and_then(days) else { return };
    begin(out, "VTODO", &directive.content.text, due);
    match directive.deadline.as_deref().and_then(clock) {
        Some(clock) => line(out, "DUE;TZID=Asia/Shanghai", &format!("{}T{clock}00", compact(due))),
        None => line(out, "DUE;VALUE=DATE", &compact(due)),
    }
    text(out, "SUMMARY", &directive.content.text);
    line(out, "END", "VTODO");
}

/// The first lines of a component. Its identity and stamp follow from the text alone, so that the same text gives the
/// same calendar, and reading it in twice changes nothing.
fn begin(out: &mut String, component: &str, name: &str, day: Date) {
    line(out, "BEGIN", component);
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in component.bytes().chain(name.bytes()).chain(compact(day).bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    line(out, "UID", &format!("{hash:016x}@gongwen"));
    line(out, "DTSTAMP", &format!("{}T000000Z", compact(day)));
}

/// The first and last day of a time, where both are known in full.
fn days(time: &Time) -> Option<(Date, Date)> {
    let value = time.resolved.as_deref().or(time.value.as_deref())?;
    let (first, last) = value.split_once('/').unwrap_or((value, value));
    let (first, last) = (Date::parse(first)?, Date::parse(last)?);
    (first <= last).then_some((first, last))
}

/// The time of day as `1800`.
fn clock(time: &Time) -> Option<String> {
    let (hours, minutes) = time.clock.as_deref()?.split_once(':')?;
    let (hours, minutes): (u8, u8) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then(|| format!("{hours:02}{minutes:02}"))
}

fn compact(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year, date.month, date.day)
}

/// A property whose value is text.
fn text(out: &mut String, name: &str, value: &str) {
    let mut escaped = String::with_capacity(value.len());
    for (i, part) in value.lines().enumerate() {
        if i > 0 {
            escaped.push_str("\\n");
        }
        for c in one_line(part, usize::MAX).chars() {
            if matches!(c, '\\' | ';' | ',') {
                escaped.push('\\');
            }
            escaped.push(c);
        }
    }
    line(out, name, &escaped);
}

/// A line holds at most 75 bytes without its end; what is longer goes on after a break and a space.
const MAX_LINE: usize = 75;

fn line(out: &mut String, name: &str, value: &str) {
    let mut used = 0;
    for c in name.chars().chain([':']).chain(value.chars()) {
        if used + c.len_utf8() > MAX_LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    let _ = write!(out, "\r\n");
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn dated(value: &str, clock: Option<&str>) -> String {
        let mut document = sample::document();
        if let Some(time) = document.meetings[0].time.as_mut() {
            time.resolved = Some(value.into());
            time.clock = clock.map(Into::into);
        }
        icalendar(&document)
    }

    #[test]
    fn a_meeting_whose_day_is_not_known_is_no_event() {
        assert_eq!(icalendar(&sample::document()), "");
        assert_eq!(dated("2024-13-01", None), "");
        assert_eq!(dated("2024-05", None), "");
    }

    #[test]
    fn a_meeting_takes_its_day_or_days_or_begins_at_its_time() {
        let day = dated("2024-12-31", None);
        assert!(day.contains("DTSTART;VALUE=DATE:20241231\r\nDTEND;VALUE=DATE:20250101\r\n"), "{day}");
        assert!(day.contains("LOCATION:机关礼堂\r\n"));
        let days = dated("2024-02-28/2024-02-29", None);
        assert!(days.contains("DTSTART;VALUE=DATE:20240228\r\nDTEND;VALUE=DATE:20240301\r\n"), "{days}");
        let time = dated("2024-05-18", Some("9:30"));
        assert!(time.contains("DTSTART;TZID=Asia/Shanghai:20240518T093000\r\n") && !time.contains("DTEND"), "{time}");
    }

    #[test]
    fn a_directive_whose_day_is_known_is_a_to_do() {
        let mut document = sample::document();
        if let Some(time) = document.directives[0].deadline.as_deref_mut() {
            time.resolved = Some("2024-05-31".into());
        }
        let calendar = icalendar(&document);
        assert!(calendar.contains("BEGIN:VTODO\r\n") && calendar.contains("DUE;VALUE=DATE:20240531\r\n"), "{calendar}");
    }

    #[test]
    fn lines_are_folded_between_characters_and_text_is_escaped() {
        let mut out = String::new();
        text(&mut out, "SUMMARY", &format!("a,b;c\\d\ne{}", "会".repeat(60)));
        assert!(out.starts_with("SUMMARY:a\\,b\\;c\\\\d\\ne会"), "{out}");
        assert!(out.split("\r\n").all(|l| l.len() <= MAX_LINE));
        assert_eq!(out.replace("\r\n ", "").matches('会').count(), 60);
    }
}
