//! `lint`: carets and exit codes.

use predicates::prelude::*;
use serde_json::Value;

use crate::kit::{gongwen, output};

const WRONG: &str = "林晓峰强调，要抓好五个方面：一是完善标准，二是强化检验，三是改进工艺，四是加强培训。\n";

#[test]
fn a_text_without_errors_passes() {
    gongwen().args(["lint", "-"]).write_stdin("会议结束。").assert().success().stdout("");
}

#[test]
fn an_error_is_drawn_with_its_line_and_fails() {
    let done = gongwen().args(["lint", "-"]).write_stdin(WRONG).assert().code(1);
    let said = String::from_utf8(done.get_output().stdout.clone()).expect("text");
    assert!(said.starts_with("错误[count_mismatch]: "), "{said}");
    assert!(said.contains("--> standard input:1:10"), "{said}");
    let lines: Vec<&str> = said.lines().collect();
    let shown = lines.iter().position(|l| l.contains("五个方面：")).expect("the line is shown");
    let (before, _) = lines[shown].split_once("五个方面").expect("the line is shown");
    let caret = lines[shown + 1].find('^').expect("a caret");
    // Every Chinese character takes two columns; the caret stands under the first that is meant.
    assert_eq!(lines[shown + 1][..caret].chars().count(), columns(before), "{said}");
    assert_eq!(lines[shown + 1].matches('^').count(), 8, "{said}");
    let english = gongwen().args(["lint", "--lang", "en", "-"]).write_stdin(WRONG).assert().code(1);
    english.stdout(predicate::str::starts_with("error[count_mismatch]: "));
}

fn columns(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() || c == '…' { 1 } else { 2 }).sum()
}

#[test]
fn diagnostics_come_as_records_too() {
    let done = gongwen().args(["lint", "-f", "ndjson"]).write_stdin(format!("{{\"id\":1,\"text\":{WRONG:?}}}\n")).assert().code(1);
    let record: Value = serde_json::from_slice(&done.get_output().stdout).expect("a record");
    assert_eq!(record["diagnostics"][0]["code"], "count_mismatch");
}

#[test]
fn every_code_that_is_reported_has_a_page() {
    for sample in std::fs::read_dir(crate::kit::root().join("examples/texts")).expect("samples").flatten() {
        let path = sample.path();
        let done = gongwen().args(["lint", "-f", "ndjson"]).arg(&path).output().expect("a run");
        let record: Value = serde_json::from_slice(&done.stdout).expect("a record");
        for code in record["diagnostics"].as_array().expect("a list").iter().filter_map(|d| d["code"].as_str()) {
            assert!(output(&["explain", code], "").starts_with(&format!("# {code}：")));
        }
    }
}
