//! How soon a parser stands, and what it keeps in memory: `cargo bench -p gongwen-benches --bench load`.
//!
//! Every table is built once in the life of a process, so the bench measures its own first moments.

use std::alloc::System;
use std::time::Instant;

use gongwen::Parser;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// A text that makes every stage build its tables, with damage for the repair.
const TEXT: &str = "青山管理局召开例会\n3月2日，局长林晓峰主 持会议,他强调：一是要统(tǒng)一思想?；顒又?要加强領導。";

fn main() {
    let region = Region::new(ALLOCATOR);
    let start = Instant::now();
    let parser = Parser::new();
    let built = start.elapsed();
    let after_new = region.change();
    let first = parser.parse(TEXT).map(|d| d.people.len());
    let read = start.elapsed() - built;
    let again = Instant::now();
    std::hint::black_box(Parser::new());
    let second = again.elapsed();
    let kept = region.change();
    println!("Parser::new, the first       {:9.2} ms", built.as_secs_f64() * 1e3);
    println!("Parser::new, any other       {:9.2} ms", second.as_secs_f64() * 1e3);
    println!("the first parse              {:9.2} ms", read.as_secs_f64() * 1e3);
    println!("kept after Parser::new       {:9.2} MB", held(after_new));
    println!("kept after the first parse   {:9.2} MB ({:?} people)", held(kept), first.unwrap_or_default());
}

/// How many megabytes of what was allocated are still held.
fn held(stats: stats_alloc::Stats) -> f64 {
    let freed = stats.bytes_deallocated as f64;
    (stats.bytes_allocated as f64 + stats.bytes_reallocated as f64 - freed) / 1e6
}
