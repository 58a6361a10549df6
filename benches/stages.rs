//! What each stage takes of a parse, and how often it allocates: `cargo bench -p gongwen-benches --bench stages`.

use std::alloc::System;
use std::time::{Duration, Instant};

use gongwen::Parser;
use gongwen_benches::documents;
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// How often the texts are read; the least time of each stage is told.
const ROUNDS: usize = 5;

/// Time and allocations of a stage over all texts.
#[derive(Clone, Copy, Default)]
struct Cost {
    time: Duration,
    allocations: usize,
}

fn main() {
    let (what, documents) = documents();
    println!("{what}");
    let parser = Parser::new();
    let bytes: usize = documents.iter().map(String::len).sum();
    let mut stages: Vec<(&str, Cost)> = Vec::new();
    for _ in 0..=ROUNDS {
        for (stage, cost) in round(&parser, &documents) {
            match stages.iter_mut().find(|(name, _)| *name == stage) {
                Some((_, least)) => {
                    least.time = least.time.min(cost.time);
                    least.allocations = least.allocations.min(cost.allocations);
                }
                None => stages.push((stage, cost)),
            }
        }
    }
    let whole: Duration = stages.iter().map(|s| s.1.time).sum();
    println!("{:12}{:>9}{:>9}{:>14}", "", "share", "ns/KB", "allocs/KB");
    let kilobytes = bytes as f64 / 1024.0;
    let mut allocations = 0;
    for (stage, cost) in &stages {
        let share = 100.0 * cost.time.as_secs_f64() / whole.as_secs_f64();
        let time = cost.time.as_nanos() as f64 / kilobytes;
        println!("{stage:12}{share:8.1}%{time:9.0}{:14.1}", cost.allocations as f64 / kilobytes);
        allocations += cost.allocations;
    }
    println!("{:12}{:8.1}%{:9.0}{:14.1}", "whole", 100.0, whole.as_nanos() as f64 / kilobytes, allocations as f64 / kilobytes);
    println!("({} texts, {:.1} MB, the least of {ROUNDS} rounds)", documents.len(), bytes as f64 / 1e6);
}

/// Reads all texts once, and adds up what each stage costs, in the order in which they run.
fn round(parser: &Parser, documents: &[String]) -> Vec<(&'static str, Cost)> {
    let mut costs: Vec<(&'static str, Cost)> = Vec::new();
    for document in documents {
        let mut start = (Instant::now(), ALLOCATOR.stats());
        let read = parser.parse_watched(document, &mut |stage| {
            let now = (Instant::now(), ALLOCATOR.stats());
            let made = now.1.allocations + now.1.reallocations - start.1.allocations - start.1.reallocations;
            if costs.iter().all(|(name, _)| *name != stage) {
                costs.push((stage, Cost::default()));
            }
            for (_, cost) in costs.iter_mut().filter(|(name, _)| *name == stage) {
                cost.time += now.0 - start.0;
                cost.allocations += made;
            }
            start = (Instant::now(), ALLOCATOR.stats());
        });
        std::hint::black_box(&read);
    }
    costs
}
