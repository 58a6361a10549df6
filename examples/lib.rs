//! Short programs that use gongwen: `cargo run -p gongwen-examples --example quickstart`.

#![forbid(unsafe_code)]

/// The text that the examples read, written for this project.
pub const TEXT: &str = include_str!("texts/mobilization.txt");

/// The project's README, so that its examples are run as tests.
#[doc = include_str!("../README.md")]
#[cfg(doctest)]
pub struct Readme;
