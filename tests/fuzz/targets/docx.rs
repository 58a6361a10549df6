//! Any bytes are a Word document or a fault that is told.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let _ = gongwen::docx::text(data);
});
