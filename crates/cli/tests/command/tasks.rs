//! The task sheet.

use serde_json::Value;

use crate::kit::{MEETING, folder, output};

#[test]
fn each_task_says_who_what_by_when_and_from_whom() {
    let sheet = output(&["tasks", "-"], MEETING);
    let row = sheet.lines().nth(2).expect("a task");
    for part in ["| 各单位 |", "2024年6月20日前", "| 2024-06-20 |", "| 林晓峰 |"] {
        assert!(row.contains(part), "{part} in {row}");
    }
    let record = output(&["tasks", "-f", "ndjson"], "{\"id\": 7, \"text\": \"会议要求，各单位要抓好落实。\"}\n");
    let record: Value = serde_json::from_str(&record).expect("a record");
    assert_eq!((record["id"].as_u64(), record["tasks"][0]["who"].as_str()), (Some(7), Some("各单位")));
}

#[test]
fn many_files_make_one_sheet_with_a_column_for_the_file() {
    let files = folder(&[("=1+1.txt", MEETING.as_bytes()), ("b.txt", MEETING.as_bytes())]);
    let csv = output(&["tasks", "-f", "csv", files.path().to_str().expect("a path")], "");
    assert_eq!(csv.matches("文件,序号").count(), 1);
    assert!(csv.lines().count() >= 3, "{csv}");
    let inside = {
        let mut command = crate::kit::gongwen();
        let done = command.current_dir(files.path()).args(["tasks", "-f", "csv", "*.txt"]).assert().success();
        String::from_utf8(done.get_output().stdout.clone()).expect("text")
    };
    assert!(inside.lines().nth(1).is_some_and(|row| row.starts_with("\"'=1+1.txt\",1,各单位,")), "{inside}");
}
