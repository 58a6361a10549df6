//! The JSON Schema that the types give, and real output that must satisfy it.

use gongwen_core::parse;

#[test]
fn every_sample_satisfies_the_schema() {
    let schema = serde_json::to_value(gongwen_core::schema()).expect("a schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let samples = gongwen_tests::samples();
    assert!(samples.len() >= 8, "samples are missing");
    for (name, text) in samples {
        let document = serde_json::to_value(parse(&text).expect("it is read")).expect("it serialises");
        let errors: Vec<String> = validator.iter_errors(&document).map(|e| format!("{} at {}", e, e.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}

#[test]
fn the_schema_refuses_what_is_no_document() {
    let schema = serde_json::to_value(gongwen_core::schema()).expect("a schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let mut document = serde_json::to_value(parse("会议强调，要抓好落实。").expect("it is read")).expect("it serialises");
    assert!(validator.is_valid(&document));
    document["kind"] = "novel".into();
    assert!(!validator.is_valid(&document));
}
