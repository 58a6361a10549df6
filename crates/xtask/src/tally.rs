//! Counts what the runners passed and failed, each in its own words.

use std::ops::AddAssign;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Tally {
    /// A single check that passed or failed.
    pub(crate) fn one(passed: bool) -> Self {
        Self { passed: usize::from(passed), failed: usize::from(!passed) }
    }

    /// What a runner's output says, all its summaries together: `cargo test`, cargo-nextest and `node --test`.
    pub(crate) fn read(output: &str) -> Self {
        let mut tally = Self::default();
        for line in output.lines() {
            let line = without_colour(line);
            let line = line.trim();
            if let Some(counts) = line.strip_prefix("test result:") {
                tally += Self { passed: before(counts, "passed"), failed: before(counts, "failed") };
            } else if line.starts_with("Summary [") {
                tally += Self { passed: before(line, "passed"), failed: before(line, "failed") + before(line, "timed out") };
            } else if let Some(count) = line.strip_prefix("# pass ").or_else(|| line.strip_prefix("ℹ pass ")) {
                tally.passed += count.parse::<usize>().unwrap_or(0);
            } else if let Some(count) = line.strip_prefix("# fail ").or_else(|| line.strip_prefix("ℹ fail ")) {
                tally.failed += count.parse::<usize>().unwrap_or(0);
            }
        }
        tally
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The number that stands before `word`.
fn before(text: &str, word: &str) -> usize {
    let Some((head, _)) = text.split_once(&format!(" {word}")) else { return 0 };
    head.rsplit(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

fn without_colour(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((head, tail)) = rest.split_once('\u{1b}') {
        plain.push_str(head);
        rest = tail.split_once('m').map_or("", |(_, after)| after);
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn each_runner_is_counted() {
        let cargo = "test result: ok. 7 passed; 0 failed; 1 ignored; 0 measured\ntest result: FAILED. 2 passed; 3 failed; 0 ignored";
        assert_eq!(Tally::read(cargo), Tally { passed: 9, failed: 3 });
        let nextest = "     Summary [   0.113s] 12 tests run: 10 passed, 2 failed, 1 skipped";
        assert_eq!(Tally::read(nextest), Tally { passed: 10, failed: 2 });
        let slow = "     Summary [  60.113s] 12 tests run: 10 passed (1 slow), 1 failed, 1 timed out, 0 skipped";
        assert_eq!(Tally::read(slow), Tally { passed: 10, failed: 2 });
        assert_eq!(Tally::read("# tests 5\n# pass 4\n# fail 1\n"), Tally { passed: 4, failed: 1 });
        assert_eq!(Tally::read("ℹ pass 4\nℹ fail 0"), Tally { passed: 4, failed: 0 });
    }

    #[test]
    fn colour_does_not_hide_a_count() {
        assert_eq!(
            Tally::read(
                "\u{1b}[32m     Summary\u{1b}[0m [ 0.1s] \u{1b}[1m3\u{1b}[0m tests run: \u{1b}[1m3\u{1b}[0m \u{1b}[32mpassed\u{1b}[0m"
            ),
            Tally { passed: 3, failed: 0 }
        );
    }

    #[test]
    fn a_word_about_tests_is_no_count() {
        assert_eq!(Tally::read("running 3 tests\ntest a ... ok\n4 passed by"), Tally::default());
    }
}
