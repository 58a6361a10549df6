//! The real binary, run as a person runs it.

#![forbid(unsafe_code)]

mod faults;
mod formats;
mod kit;
mod lint;
mod readme;
mod records;
mod repairs;
#[cfg(unix)]
mod stopping;
mod tasks;
