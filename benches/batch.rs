//! Many texts on two threads beside one: `cargo bench -p gongwen-benches --bench batch`.
//!
//! Two threads gain only where two cores are free, so the processor time that each way takes is told beside its speed:
//! on a machine that has other work, it tells what handing the texts out costs.

use std::time::{Duration, Instant};

use gongwen::{Batch, Parser};
use gongwen_benches::documents;

/// How often each way runs, in turn; the median is told.
const ROUNDS: usize = 7;

fn main() {
    let (what, documents) = documents();
    let bytes: usize = documents.iter().map(String::len).sum();
    println!("{what}: {} texts, {:.1} MB", documents.len(), bytes as f64 / 1e6);
    let parser = Parser::new();
    let short: Vec<String> = documents.iter().flat_map(|text| text.split_inclusive('\n')).map(str::to_owned).collect();
    for (name, texts) in [("documents", &documents), ("their paragraphs", &short)] {
        let mut times = vec![Vec::new(); 3];
        for _ in 0..ROUNDS {
            times[0].push(timed(|| texts.iter().filter(|text| parser.parse(text).is_ok()).count()));
            for jobs in [1, 2] {
                let batch = Batch::new(jobs).expect("threads");
                times[jobs].push(timed(|| batch.parse(&parser, texts.iter().cloned()).filter(Result::is_ok).count()));
            }
        }
        let medians: Vec<(Duration, Duration)> = times.into_iter().map(median).collect();
        println!("{name} ({} texts)\n{:16}{:>9}{:>9}{:>16}", texts.len(), "", "MB/s", "ratio", "processor time");
        for (way, (wall, busy)) in ["a plain loop", "one thread", "two threads"].iter().zip(&medians) {
            let (speed, ratio) = (bytes as f64 / wall.as_secs_f64() / 1e6, medians[1].0.as_secs_f64() / wall.as_secs_f64());
            println!("{way:16}{speed:9.1}{ratio:9.2}{:15.2}x", busy.as_secs_f64() / medians[1].1.as_secs_f64());
        }
    }
}

/// How long it takes, on the clock and of the processors' time.
fn timed(work: impl FnOnce() -> usize) -> (Duration, Duration) {
    let (clock, busy) = (Instant::now(), processor_time());
    std::hint::black_box(work());
    (clock.elapsed(), processor_time().saturating_sub(busy))
}

/// The processor time that this process took so far; nothing where the system doesn't tell it.
fn processor_time() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // User and system time stand after the name, which ends with the last bracket, in hundredths of a second.
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields).split_whitespace().skip(11).take(2);
    Duration::from_millis(10 * fields.filter_map(|field| field.parse::<u64>().ok()).sum::<u64>())
}

fn median(mut times: Vec<(Duration, Duration)>) -> (Duration, Duration) {
    times.sort_unstable();
    times[times.len() / 2]
}
