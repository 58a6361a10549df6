//! The list of what was mended.

use serde_json::Value;

use crate::kit::output;

const DAMAGED: &str = "青山管理局召開大会。\n会议指出,要抓好統(tǒng)计，精心安排?;顒又?,要注意配合。\n";

#[test]
fn each_repair_is_told_with_its_place_and_what_became_of_it() {
    let told = output(&["repairs", "-"], DAMAGED);
    for part in [":1:7: 繁体字 「開」→「开」\n", ":2:5: 半角标点 「,」→「，」\n", " 注音 「(tǒng)」→「」\n", "错位乱码 「"]
    {
        assert!(told.contains(part), "{part} in {told}");
    }
    let applied = output(&["repairs", "--applied", "-"], DAMAGED);
    assert!(!applied.contains("存疑"), "{applied}");
    assert_eq!(output(&["repairs", "-"], "各单位要落实责任。\n"), "");
    let regional = output(&["repairs", "--regional-words", "-"], "要完善資料庫。\n");
    assert!(regional.contains("地区用词"), "{regional}");
}

#[test]
fn a_record_has_its_repairs_in_source_order() {
    let record = serde_json::json!({"id": "甲", "text": DAMAGED}).to_string() + "\n";
    let record: Value = serde_json::from_str(&output(&["repairs", "-f", "ndjson"], &record)).expect("a record");
    let repairs = record["repairs"].as_array().expect("a list");
    assert_eq!(record["id"], "甲");
    assert_eq!(
        (&repairs[0]["kind"], &repairs[0]["from"], &repairs[0]["to"]),
        (&Value::from("traditional"), &Value::from("開"), &Value::from("开"))
    );
    assert_eq!((repairs[0]["line"].as_u64(), repairs[0]["column"].as_u64()), (Some(1), Some(7)));
    let starts: Vec<_> = repairs.iter().map(|r| r["span"]["start"].as_u64()).collect();
    assert!(starts.is_sorted(), "{starts:?}");
    // What is certain has no candidates, and what is not has at least one.
    for r in repairs.iter().filter(|r| r["kind"] == "byte_shift") {
        assert_eq!(r["certain"] == true, r["candidates"].as_array().is_some_and(Vec::is_empty), "{r}");
    }
}
