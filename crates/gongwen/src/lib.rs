//! Reads Chinese administrative prose (公文) into typed structures with exact source spans.

#![forbid(unsafe_code)]

pub use gongwen_core::*;
