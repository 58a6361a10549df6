//! The README shows what the command prints: each block after `<!-- $ command -->` is held against a run.
//! `UPDATE=1` writes the blocks anew.

use crate::kit::{gongwen, root};

#[test]
fn the_readme_shows_what_the_command_prints() {
    let path = root().join("crates/cli/README.md");
    let readme = std::fs::read_to_string(&path).expect("a README");
    let mut fresh = String::new();
    let mut blocks = 0;
    let mut rest = readme.as_str();
    while let Some((before, after)) = rest.split_once("<!-- $ ") {
        let (command, after) = after.split_once(" -->\n```text\n").expect("a block follows the command");
        let (_, after) = after.split_once("```\n").expect("the block ends");
        let done = gongwen().current_dir(root()).args(command.split(' ').skip(1)).output().expect("a run");
        let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
        fresh += &format!("{before}<!-- $ {command} -->\n```text\n{}```\n", shortened(&said));
        blocks += 1;
        rest = after;
    }
    fresh += rest;
    assert!(blocks >= 5, "the README shows the commands");
    if std::env::var_os("UPDATE").is_some_and(|v| v == "1") {
        std::fs::write(&path, &fresh).expect("the README is written");
    } else {
        assert_eq!(readme, fresh, "write the README anew with UPDATE=1");
    }
}

/// The first lines, each of a width that a page can show.
fn shortened(said: &str) -> String {
    let mut lines: Vec<String> = said
        .lines()
        .take(LINES)
        .map(|line| if line.chars().count() > WIDTH { line.chars().take(WIDTH).collect::<String>() + "…" } else { line.to_owned() })
        .collect();
    if said.lines().count() > LINES {
        lines.push("…".to_owned());
    }
    lines.iter().map(|l| l.trim_end().to_owned() + "\n").collect()
}

const LINES: usize = 14;
const WIDTH: usize = 100;
