//! The one harness of the case files.
//!
//! `tests/cases/*.case` hold short texts, each with the facets that it is about and the lines expected of them:
//!
//! ```text
//! == a name | times people
//! 5月18日下午，…
//! --
//! time 5月18日下午 = --05-18 下午
//! ```
//!
//! `tests/cases/samples/NAME.outline` holds the outline expected of `examples/texts/NAME.txt`.
//! `UPDATE=1 cargo test -p gongwen-tests --test cases` writes what is read today as what is expected: read the
//! difference before you commit it. CI refuses to.

use std::fmt::Write;
use std::path::Path;

use gongwen_core::{Options, Parser};
use gongwen_tests::{check_laws, facets, root, samples};

fn updating() -> bool {
    let update = std::env::var_os("UPDATE").is_some_and(|v| v == "1");
    assert!(!(update && std::env::var_os("CI").is_some()), "CI doesn't rewrite what is expected");
    update
}

/// Holds what is read against what the file says, or writes it there.
fn hold(path: &Path, read: &str) -> Result<(), String> {
    if updating() {
        std::fs::write(path, read).map_err(|e| format!("{}: {e}", path.display()))?;
        return Ok(());
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    if expected == read {
        return Ok(());
    }
    let mut message = format!("{}\n", path.file_name().unwrap_or_default().to_string_lossy());
    let (mut before, mut after): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), read.lines().collect());
    let shared: Vec<&str> = before.iter().filter(|l| after.contains(l)).copied().collect();
    before.retain(|l| !shared.contains(l));
    after.retain(|l| !shared.contains(l));
    for line in before {
        let _ = writeln!(message, "  - {line}");
    }
    for line in after {
        let _ = writeln!(message, "  + {line}");
    }
    Err(message)
}

#[test]
fn every_case_reads_as_expected() {
    let parser = Parser::with_options(Options::new());
    let mut wrong = Vec::new();
    let mut paths: Vec<_> = std::fs::read_dir(root().join("tests/cases")).expect("there are cases").flatten().map(|e| e.path()).collect();
    paths.retain(|p| p.extension().is_some_and(|x| x == "case"));
    paths.sort();
    let mut count = 0;
    for path in paths {
        let content = std::fs::read_to_string(&path).expect("a case file is text");
        let mut read = String::new();
        for case in blocks(&content) {
            let Case::Block { head, text } = case else {
                let Case::Remark(remark) = case else { continue };
                let _ = writeln!(read, "{remark}");
                continue;
            };
            count += 1;
            let document = parser.parse(&text).expect("a case is read");
            check_laws(&text, &document).unwrap_or_else(|law| panic!("{head}: {law}"));
            let facets = head.split_once(" | ").unwrap_or_else(|| panic!("{head}: name facets after |")).1;
            let _ = write!(read, "{head}\n{text}\n--\n");
            for facet in facets.split_whitespace() {
                for line in facets::lines(&document, facet).unwrap_or_else(|e| panic!("{head}: {e}")) {
                    let _ = writeln!(read, "{line}");
                }
            }
            read.push('\n');
        }
        wrong.extend(hold(&path, &read).err());
    }
    assert!(count > 0, "no case was read");
    assert!(wrong.is_empty(), "{} of the files differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_sample_reads_as_expected() {
    let parser = Parser::with_options(Options::new());
    let samples = samples();
    assert!(samples.len() >= 8, "samples are missing");
    let mut wrong = Vec::new();
    for (name, text) in samples {
        let document = parser.parse(&text).expect("a sample is read");
        check_laws(&text, &document).unwrap_or_else(|law| panic!("{name}: {law}"));
        let outline = gongwen_core::render::outline(&document, &text);
        wrong.extend(hold(&root().join(format!("tests/cases/samples/{name}.outline")), &outline).err());
    }
    assert!(wrong.is_empty(), "{} of the samples differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_readme_shows_what_the_command_prints() {
    let path = root().join("README.md");
    let readme = std::fs::read_to_string(&path).expect("there is a README");
    let (open, close) = ("<!-- outline:mobilization -->\n", "<!-- /outline -->");
    let start = readme.find(open).expect("it shows an outline") + open.len();
    let end = start + readme[start..].find(close).expect("the outline ends");
    let text = std::fs::read_to_string(root().join("examples/texts/mobilization.txt")).expect("the sample is there");
    let outline = gongwen_core::render::outline(&Parser::new().parse(&text).expect("it is read"), &text);
    let shown = format!("{}```text\n{}\n```\n{}", &readme[..start], outline.trim_end(), &readme[end..]);
    hold(&path, &shown).unwrap_or_else(|difference| panic!("{difference}"));
}

enum Case {
    /// A remark between cases.
    Remark(String),
    /// The head and the text of a case; what it expects is not needed to read it.
    Block { head: String, text: String },
}

fn blocks(content: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut lines = content.lines().peekable();
    while let Some(line) = lines.next() {
        if line.starts_with("== ") {
            let text: Vec<&str> = lines.by_ref().take_while(|l| *l != "--").collect();
            while lines.peek().is_some_and(|l| !l.is_empty() && !l.starts_with("== ")) {
                lines.next();
            }
            lines.next_if(|l| l.is_empty());
            cases.push(Case::Block { head: line.to_owned(), text: text.join("\n") });
        } else {
            cases.push(Case::Remark(line.to_owned()));
        }
    }
    cases
}

/// A page that is copied as one line keeps its breaks as spaces: it is read as the page was.
#[test]
fn a_text_in_one_line_reads_as_in_its_lines() {
    let parser = Parser::with_options(Options::new());
    for (name, text) in samples() {
        let parts: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let (page, line) = (parser.parse(&parts.join("\n")), parser.parse(&parts.join(" ")));
        let (page, line) = (page.expect("a sample is read"), line.expect("a sample is read"));
        for facet in ["kind", "meetings", "people", "groups", "directives"] {
            let lines = |document| facets::lines(document, facet).expect("the facet exists");
            assert_eq!(lines(&page), lines(&line), "{facet} of {name}");
        }
    }
}
