//! The `gongwen` command.

#![forbid(unsafe_code)]

use std::io::Read;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let document = gongwen::parse(&text)?.with_offsets(&text, gongwen::Offsets::Codepoint);
    println!("{}", serde_json::to_string(&document)?);
    Ok(())
}
