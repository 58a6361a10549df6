//! What `parse` prints in each format, and the commands that are made from the command line's own definition.

use icalendar::{Calendar, CalendarComponent, Component};
use predicates::prelude::*;
use serde_json::Value;

use crate::kit::{MEETING, docx, folder, gongwen, output};

#[test]
fn the_outline_is_the_default_and_is_plain_where_no_terminal_is() {
    let outline = output(&["parse", "-"], MEETING);
    assert!(outline.starts_with("【会议报道】青山管理局召开安全生产动员大会\n\n会议　安全生产动员大会\n"), "{outline}");
    assert!(outline.contains("  主持　林晓峰\n"), "{outline}");
    assert!(!outline.contains('\u{1b}'));
    // Without a name standard input is read too.
    assert_eq!(output(&["parse"], MEETING), outline);
}

#[test]
fn json_is_one_line_or_pretty_and_holds_to_the_schema() {
    let line = output(&["parse", "--format", "json", "-"], MEETING);
    assert_eq!(line.matches('\n').count(), 1);
    let pretty = output(&["parse", "-f", "json", "--pretty", "-"], MEETING);
    let (line, pretty): (Value, Value) = (serde_json::from_str(&line).expect("JSON"), serde_json::from_str(&pretty).expect("JSON"));
    assert_eq!(line, pretty);
    let schema: Value = serde_json::from_str(&output(&["schema"], "")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    assert!(validator.is_valid(&line));
    assert!(!validator.is_valid(&serde_json::json!({"schema": "1"})));
}

#[test]
fn offsets_are_counted_in_the_unit_asked_for() {
    for (unit, length) in [("utf8", 10), ("utf16", 4), ("codepoint", 3)] {
        let json: Value = serde_json::from_str(&output(&["parse", "-f", "json", "--offsets", unit, "-"], "𠮷会议")).expect("JSON");
        assert_eq!((json["offsets"].as_str(), json["source"]["length"].as_u64()), (Some(unit), Some(length)));
    }
}

#[test]
fn several_texts_are_an_array_or_lines_named_by_file() {
    let folder =
        folder(&[("a.txt", MEETING.as_bytes()), ("b.txt", b"\xBB\xE1\xD2\xE9"), ("sub/c.docx", &docx(&["会议"])), ("d.png", b"\x89PNG")]);
    let path = folder.path().to_str().expect("a path");
    let array: Value = serde_json::from_str(&output(&["parse", "-f", "json", path], "")).expect("an array");
    let ids: Vec<&str> = array.as_array().expect("an array").iter().filter_map(|r| r["id"].as_str()).collect();
    assert_eq!(ids, ["a.txt", "b.txt", "sub/c.docx"].map(|n| format!("{path}/{n}")));
    assert_eq!(array[1]["document"]["source"]["length"], 6);
    let lines = output(&["parse", "-f", "ndjson", path], "");
    let again: Vec<Value> = lines.lines().map(|l| serde_json::from_str(l).expect("a record")).collect();
    assert_eq!(Value::Array(again), array);
    // A glob goes where a shell's would.
    let glob = format!("{path}/**/*.docx");
    assert_eq!(output(&["parse", "-f", "ndjson", &glob], "").lines().count(), 1);
    let outlines = output(&["parse", path], "");
    assert_eq!(outlines.matches("== ").count(), 3);
}

#[test]
fn the_calendar_is_read_by_another_programs_parser() {
    let text = output(&["parse", "-f", "ics", "-"], MEETING);
    let calendar: Calendar = text.parse().expect("a calendar by RFC 5545");
    let events: Vec<_> = calendar.components.iter().filter_map(CalendarComponent::as_event).collect();
    assert_eq!(events.len(), 1, "{text}");
    assert_eq!(events[0].get_summary(), Some("安全生产动员大会"));
    assert_eq!(events[0].property_value("DTSTART"), Some("20240518"));
    assert!(events[0].get_uid().is_some() && events[0].property_value("DTSTAMP").is_some());
    assert!(text.split("\r\n").all(|line| line.len() <= 75) && !text.replace("\r\n", "").contains('\n'));
    // A day whose year nobody knows is on no calendar, and that is said.
    let vague = MEETING.replace("2024年", "");
    let none = gongwen().args(["parse", "-f", "ics", "-"]).write_stdin(vague.clone()).assert().success();
    none.stdout("").stderr(predicate::str::contains("--date"));
    let dated = output(&["parse", "-f", "ics", "--date", "2023-01-01", "-"], &vague);
    assert!(dated.contains("DTSTART;VALUE=DATE:20230518"), "{dated}");
}

#[test]
fn reports_pages_and_sheets_hold_the_text_without_being_led_by_it() {
    let hostile = format!("{MEETING}林晓峰要求，各单位要核对<script>alert(1)</script>|清单|。\n");
    let page = output(&["parse", "-f", "html", "-"], &hostile);
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script"));
    assert!(!page.contains("src=") && !page.contains("http://") && !page.contains("https://"));
    let report = output(&["parse", "-f", "markdown", "-"], &hostile);
    assert!(report.starts_with("# 青山管理局召开安全生产动员大会\n") && !report.contains('<'), "{report}");
    let rows = output(&["parse", "-f", "csv", "-"], &hostile);
    assert!(rows.starts_with("序号,责任单位,任务,"), "{rows}");
}

#[test]
fn a_page_holds_one_text() {
    let files = folder(&[("a.txt", b"a"), ("b.txt", b"b")]);
    let path = files.path().to_str().expect("a path");
    gongwen().args(["parse", "-f", "html", path]).assert().code(2).stderr(predicate::str::contains("one FILE"));
}

#[test]
fn completions_and_manual_pages_name_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(output(&["completions", shell], "").contains("explain"), "{shell}");
    }
    assert!(output(&["man"], "").contains(".TH gongwen 1"));
    let pages = folder(&[]);
    output(&["man", pages.path().to_str().expect("a path")], "");
    for page in ["gongwen.1", "gongwen-parse.1", "gongwen-lint.1"] {
        assert!(pages.path().join(page).is_file(), "{page}");
    }
}

#[test]
fn words_of_ones_own_and_their_mistakes() {
    let words = folder(&[
        ("one.tsv", "# 本单位\n数智办\torganization\n".as_bytes()),
        ("two.tsv", "链长\ttitle\t产业链的\n".as_bytes()),
        ("bad.tsv", "数智办\torganization\n链长\ttitel\n".as_bytes()),
    ]);
    let path = |name: &str| words.path().join(name).to_str().expect("a path").to_owned();
    let (one, two, bad) = (path("one.tsv"), path("two.tsv"), path("bad.tsv"));
    let json = output(&["parse", "-f", "json", "--lexicon", &one, "--lexicon", &two, "-"], "数智办链长林晓峰主持会议。");
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["people"][0]["posts"][0]["text"], "数智办链长");
    let mistake = gongwen().args(["parse", "--lexicon", &bad, "-"]).write_stdin("").assert().code(2);
    mistake.stderr(predicate::str::contains("bad.tsv:2: ").and(predicate::str::contains("titel")));
    gongwen().args(["parse", "--lexicon", "none.tsv", "-"]).write_stdin("").assert().code(2).stderr(predicate::str::contains("none.tsv"));
}

#[test]
fn codes_and_files_are_explained() {
    assert!(output(&["explain"], "").lines().any(|l| l.starts_with("count_mismatch")));
    assert!(output(&["explain", "ordinal_gap"], "").starts_with("# ordinal_gap：序号跳号\n"));
    gongwen().args(["explain", "mismatch"]).assert().code(2).stderr(predicate::str::contains("did you mean count_mismatch?"));
    let why = output(&["explain", "-"], MEETING);
    let person = why.lines().position(|l| l.starts_with("people[0].name by cast ") && l.ends_with(" 林晓峰")).expect("林晓峰 is explained");
    let rule = why.lines().nth(person + 1).expect("a rule follows");
    assert!(rule.starts_with("  person ") && rule.contains("name"), "{why}");
}
