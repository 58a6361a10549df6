//! Bad input: a clear line for each fault, the documented exit code, and whole output for the rest.

use std::fs::File;
use std::io::{Cursor, Write};

use predicates::prelude::*;
use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::kit::{MEETING, RELATIONS, archive, docx, folder, gongwen};

/// Reads one file with a fault and one without: the fault costs one line, and the other file is done.
fn check(name: &str, content: &[u8], reason: &str) {
    let files = folder(&[(name, content), ("whole.txt", MEETING.as_bytes())]);
    let (bad, whole) = (files.path().join(name), files.path().join("whole.txt"));
    let done = gongwen().arg("parse").args([&bad, &whole]).assert().code(3);
    let stderr = String::from_utf8_lossy(&done.get_output().stderr).into_owned();
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
    assert!(stderr.starts_with(&format!("gongwen: {}: ", bad.display())) && stderr.contains(reason), "{stderr}");
    done.stdout(predicate::str::contains("安全生产动员大会"));
}

#[test]
fn wrong_usage_is_exit_code_two() {
    for arguments in [
        &["parse", "--date", "2012-13-01", "-"][..],
        &["parse", "--encoding", "klingon", "-"],
        &["parse", "--format", "pdf"],
        &["fly"],
        &["parse", "-", "-"],
    ] {
        gongwen().args(arguments).write_stdin("").assert().code(2).stdout("");
    }
    gongwen().args(["parse", "[", "-"]).write_stdin("").assert().code(2);
}

#[test]
fn a_missing_file_and_bytes_that_are_no_text_cost_a_line_each() {
    let files = folder(&[("whole.txt", MEETING.as_bytes())]);
    let done = gongwen().current_dir(files.path()).args(["parse", "none.txt", "whole.txt", "no*.txt"]).assert().code(3);
    done.stdout(predicate::str::contains("安全生产动员大会"))
        .stderr("gongwen: none.txt: No such file or directory\ngongwen: no*.txt: no text was found there\n");
    check("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0\\r\xa8f\xff", "is not text");
    check("paper.txt", b"%PDF-1.7 ...", "PDF");
}

#[test]
fn a_folder_without_texts_costs_a_line() {
    let files = folder(&[("picture.png", b"\x89PNG")]);
    gongwen().arg("parse").arg(files.path()).assert().code(3).stderr(predicate::str::contains("no text was found there"));
}

#[test]
fn damaged_word_documents_cost_a_line_each() {
    check("part.docx", &archive(&[("_rels/.rels", RELATIONS)]), "its part word/document.xml is missing");
    check("empty.docx", &archive(&[("a", "")]), "its part _rels/.rels is missing");
    let whole = docx(&["会议"]);
    check("cut.docx", &whole[..whole.len() / 2], "is not a whole .docx file");
    check("old.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "old .doc");
    check("xml.docx", &archive(&[("_rels/.rels", RELATIONS), ("word/document.xml", "<a><b></a>")]), "word/document.xml is damaged");
}

#[test]
fn a_zip_bomb_costs_a_line() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    zip.start_file("_rels/.rels", options).expect("a part begins");
    zip.write_all(RELATIONS.as_bytes()).expect("a part is written");
    zip.start_file("word/document.xml", options).expect("a part begins");
    let megabyte = vec![b' '; 1 << 20];
    for _ in 0..130 {
        zip.write_all(&megabyte).expect("a part is written");
    }
    let bytes = zip.finish().expect("an archive").into_inner();
    assert!(bytes.len() < 1 << 20, "a megabyte that unpacks to 130");
    check("bomb.docx", &bytes, "unpacks to more than");
}

#[test]
fn a_text_that_was_cut_off_is_read_with_a_warning_or_refused() {
    let (bytes, _, _) = encoding_rs::GB18030.encode(MEETING);
    let files = folder(&[("cut.txt", &bytes[..bytes.len() - 4])]);
    let path = files.path().join("cut.txt");
    let done = gongwen().arg("parse").arg(&path).assert().success();
    done.stdout(predicate::str::contains("安全生产动员大会"))
        .stderr(predicate::str::contains("warning: has bytes that are no character in gb18030"));
    gongwen().args(["parse", "--strict"]).arg(&path).assert().code(3).stdout("");
    // Said to be what it is, it is the same text.
    gongwen().args(["parse", "--encoding", "gbk"]).arg(&path).assert().success().stdout(predicate::str::contains("林晓峰"));
}

#[test]
fn a_file_of_two_gigabytes_is_refused_unread() {
    let files = folder(&[("whole.txt", MEETING.as_bytes())]);
    let huge = files.path().join("huge.txt");
    File::create(&huge).and_then(|f| f.set_len(1 << 31)).expect("a hole of two gigabytes");
    let done = gongwen().arg("parse").args([&huge, &files.path().join("whole.txt")]).assert().code(3);
    done.stdout(predicate::str::contains("安全生产动员大会"))
        .stderr(predicate::str::contains("has 2147483648 bytes; at most 2147483647 are read"));
}

#[test]
fn ten_thousand_files_with_three_bad_ones_lose_nothing_else() {
    let files = folder(&[]);
    for i in 0..10_000 {
        let content: &[u8] = if [17, 5_000, 9_999].contains(&i) {
            b"\x89PNG\r\n\x1a\n\0\0\0\r\xff\xfe\x01"
        } else {
            "会议要求，要抓好落实。".as_bytes()
        };
        std::fs::write(files.path().join(format!("{i:05}.txt")), content).expect("a file is written");
    }
    let done = gongwen().args(["parse", "-f", "ndjson"]).arg(files.path()).assert().code(3);
    let (out, err) = (String::from_utf8_lossy(&done.get_output().stdout), String::from_utf8_lossy(&done.get_output().stderr));
    assert_eq!((out.lines().count(), err.lines().count()), (10_000, 3), "{err}");
    for (i, line) in out.lines().enumerate() {
        let record: Value = serde_json::from_str(line).expect("a whole record");
        assert!(record["id"].as_str().is_some_and(|id| id.ends_with(&format!("{i:05}.txt"))), "{line}");
        assert_eq!(record["error"].is_object(), [17, 5_000, 9_999].contains(&i), "{line}");
    }
}

#[test]
fn a_name_with_a_line_break_makes_no_second_line() {
    gongwen().args(["parse", "no\nne"]).assert().code(3).stderr("gongwen: no ne: No such file or directory\n");
}
