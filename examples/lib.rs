//! Short programs that use gongwen: `cargo run -p gongwen-examples --example quickstart`.

#![forbid(unsafe_code)]

/// The text that the examples read, written for this project.
pub const TEXT: &str = include_str!("texts/mobilization.txt");
