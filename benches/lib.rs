//! What the benchmarks share: the texts, and a timer that compares rivals in one run.

#![forbid(unsafe_code)]

use std::path::Path;
use std::time::{Duration, Instant};

/// How often each rival runs; the median is told.
const ROUNDS: usize = 7;

/// About how many bytes a document has: the length of a news report.
const DOCUMENT: usize = 4_000;

/// The texts to read: `../shared/corpus/bench.txt` cut at blank lines into documents, or, where that isn't there,
/// the project's own samples. A benchmark on a few texts repeated flatters, and is said to.
#[must_use]
pub fn documents() -> (String, Vec<String>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    if let Ok(text) = std::fs::read_to_string(root.join("../shared/corpus/bench.txt")) {
        let mut documents = vec![String::new()];
        for paragraph in text.split_inclusive("\n\n") {
            match documents.last_mut() {
                Some(last) if last.len() < DOCUMENT => last.push_str(paragraph),
                _ => documents.push(paragraph.to_owned()),
            }
        }
        return ("real texts".to_owned(), documents);
    }
    let mut paths: Vec<_> = std::fs::read_dir(root.join("examples/texts")).into_iter().flatten().flatten().map(|e| e.path()).collect();
    paths.sort();
    let samples: Vec<String> = paths.iter().filter_map(|p| std::fs::read_to_string(p).ok()).collect();
    ("the samples, over and over: the figures flatter".to_owned(), samples.iter().cycle().take(samples.len() * 200).cloned().collect())
}

/// One rival: a name and what it does with a text.
pub struct Rival<'a> {
    /// What it is called in the table.
    pub name: &'a str,
    /// What it does with one text; what it gives is summed, so that it isn't optimised away.
    pub run: Box<dyn Fn(&str) -> usize + 'a>,
}

/// Runs the rivals in turn, round by round, and prints megabytes a second and the ratio to the first.
pub fn compare(documents: &[String], rivals: &[Rival<'_>]) {
    let bytes: usize = documents.iter().map(String::len).sum();
    let mut times = vec![Vec::new(); rivals.len()];
    let mut sum = 0_usize;
    for _ in 0..ROUNDS {
        for (rival, times) in rivals.iter().zip(&mut times) {
            let start = Instant::now();
            for document in documents {
                sum = sum.wrapping_add((rival.run)(document));
            }
            times.push(start.elapsed());
        }
    }
    let medians: Vec<Duration> = times.into_iter().map(median).collect();
    println!("{:32}{:>9}{:>9}", "", "MB/s", "ratio");
    for (rival, median) in rivals.iter().zip(&medians) {
        let speed = bytes as f64 / median.as_secs_f64() / 1e6;
        println!("{:32}{speed:9.1}{:9.2}", rival.name, medians[0].as_secs_f64() / median.as_secs_f64());
    }
    println!("({} texts, {:.1} MB, medians of {ROUNDS} rounds in turn; {sum})", documents.len(), bytes as f64 / 1e6);
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
