//! NDJSON in, NDJSON out.

use std::fmt::Write;

use predicates::prelude::*;
use serde_json::Value;

use crate::kit::{folder, gongwen, output};

#[test]
fn one_record_in_one_out_in_order_with_its_id_untouched() {
    let ids = ["1", "1.50", "\"甲\\u0041\"", "{\"a\":[1,null]}", "null", "12345678901234567890123", "true"];
    let mut input = String::from("\u{feff}");
    for i in 0..400 {
        let _ = writeln!(input, "{{\"text\": \"会议要求，各单位要抓好落实。{}\", \"id\": {}}}", "会".repeat(i % 50), ids[i % ids.len()]);
    }
    let out = output(&["parse", "--format", "ndjson"], &input);
    assert_eq!(out.lines().count(), 400);
    for (i, line) in out.lines().enumerate() {
        assert!(line.starts_with(&format!("{{\"id\":{},\"document\":{{", ids[i % ids.len()])), "{line}");
        let record: Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(record["document"]["source"]["length"].as_u64(), Some(14 * 3 + 3 * (i as u64 % 50)));
    }
    assert_eq!(output(&["parse", "--format", "ndjson", "--jobs", "1", "-"], &input), out);
}

#[test]
fn a_broken_line_costs_that_line_only() {
    let input = b"{\"id\":1,\"text\":\"\xE4\xBC\x9A\"}\nno json\n\n{\"id\":[3]}\n{\"id\":4,\"text\":\"\xff\"}\n{\"id\":5,\"text\":\"\\ud800\"}\n{\"id\":6,\"text\":7}\n{\"id\":7,\"text\":\"\"}";
    let run = || {
        let mut command = gongwen();
        command.args(["parse", "-f", "ndjson"]).write_stdin(input.as_slice());
        command
    };
    let done = run().assert().success().stderr("");
    let out = String::from_utf8(done.get_output().stdout.clone()).expect("text");
    let codes: Vec<String> = out
        .lines()
        .map(|l| serde_json::from_str::<Value>(l).expect("JSON"))
        .map(|r| format!("{} {}", r["id"], r["error"]["code"].as_str().unwrap_or("document")))
        .collect();
    assert_eq!(
        codes,
        ["1 document", "null invalid_json", "[3] missing_text", "null invalid_json", "5 invalid_text", "6 invalid_text", "7 document"]
    );
    run().arg("--strict").assert().code(3);
}

#[test]
fn a_record_may_bring_its_own_date() {
    let record =
        "{\"id\":1,\"text\":\"5月18日，青山管理局召开动员大会。\",\"date\":\"2012-05-20\"}\n{\"id\":2,\"text\":\"\",\"date\":\"2012\"}\n";
    let out = output(&["parse", "-f", "ndjson"], record);
    assert!(out.contains("\"resolved\":\"2012-05-18\""), "{out}");
    assert!(out.contains("{\"id\":2,\"error\":{\"code\":\"invalid_date\""), "{out}");
}

#[test]
fn files_of_records_are_told_by_their_names() {
    let files = folder(&[("a.ndjson", b"{\"id\":1,\"text\":\"x\"}\n{\"id\":2,\"text\":\"y\"}"), ("b.txt", b"{\"id\":3,\"text\":\"z\"}")]);
    let paths: Vec<_> = ["a.ndjson", "b.txt", "none.jsonl"].iter().map(|n| files.path().join(n)).collect();
    let done = gongwen().args(["parse", "-f", "ndjson"]).args(&paths).assert().code(3);
    let out = String::from_utf8(done.get_output().stdout.clone()).expect("text");
    let ids: Vec<Value> = out.lines().map(|l| serde_json::from_str::<Value>(l).expect("JSON")["id"].clone()).collect();
    assert_eq!(ids[..2], [1, 2]);
    assert!(ids[2].as_str().is_some_and(|id| id.ends_with("b.txt")) && ids[3].as_str().is_some_and(|id| id.ends_with("none.jsonl")));
    done.stderr(predicate::str::contains("none.jsonl: No such file").and(predicate::str::is_match("^[^\n]*\n$").expect("a pattern")));
}

/// The most memory that the process had so far, in kilobytes.
#[cfg(target_os = "linux")]
#[test]
fn a_stream_takes_no_more_memory_the_longer_it_is() {
    use std::io::{BufRead, BufReader, Write};
    use std::process::Stdio;

    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin!("gongwen"))
        .args(["parse", "-f", "ndjson", "--jobs", "2"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut input = child.stdin.take().expect("a pipe");
    let text = "会议要求，各单位要抓好落实。".repeat(20);
    let feeder = std::thread::spawn(move || {
        for i in 0..6000 {
            writeln!(input, "{{\"id\":{i},\"text\":\"{text}\"}}").expect("a record is taken");
        }
    });
    let status = format!("/proc/{}/status", child.id());
    let peak = || {
        let status = std::fs::read_to_string(&status).expect("the process runs");
        let line = status.lines().find(|l| l.starts_with("VmHWM")).expect("a peak");
        line.split_whitespace().nth(1).and_then(|n| n.parse::<u64>().ok()).expect("a number")
    };
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let mut early = 0;
    for i in 0..6000 {
        let line = lines.next().expect("a record").expect("text");
        assert!(line.starts_with(&format!("{{\"id\":{i},")));
        if i == 1000 {
            early = peak();
        }
        if i == 5500 {
            let late = peak();
            assert!(late < early + 8 * 1024, "{early} kB after 1,000 records, {late} kB after 5,500");
        }
    }
    feeder.join().expect("all records are taken");
    assert!(child.wait().expect("it ends").success());
}
