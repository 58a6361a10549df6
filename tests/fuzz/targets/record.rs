//! Any line is a record or a fault that is told, and what a record's id is, is JSON.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../../crates/cli/src/run/record.rs"]
mod record;

fuzz_target!(|data: &[u8]| {
    let id = match record::Record::read(data) {
        Ok(record) => record.id.map(|id| id.get().to_owned()),
        Err(error) => {
            assert!(!error.code.is_empty() && !error.message.is_empty());
            error.id.map(|id| id.get().to_owned())
        }
    };
    // It goes back into a line as it is; a number may be larger than any that a program counts with.
    if let Some(id) = id {
        assert!(id.len() > 100 || serde_json::from_str::<serde::de::IgnoredAny>(&id).is_ok(), "{id:?}");
    }
});
