//! Outputs that end early, and runs that are stopped.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use predicates::prelude::*;
use serde_json::Value;

use crate::kit::{MEETING, folder, gongwen};

fn binary() -> std::path::PathBuf {
    assert_cmd::cargo::cargo_bin!("gongwen").to_path_buf()
}

#[test]
fn a_reader_that_has_enough_is_no_fault() {
    let files = folder(&[]);
    for i in 0..500 {
        std::fs::write(files.path().join(format!("{i}.txt")), MEETING).expect("a file is written");
    }
    let mut child = Command::new(binary())
        .args(["parse", "-f", "ndjson"])
        .arg(files.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut first).expect("a line");
    let ended = child.wait_with_output().expect("it ends");
    assert_eq!((ended.status.code(), ended.stderr.as_slice()), (Some(0), &b""[..]), "{}", String::from_utf8_lossy(&ended.stderr));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    for arguments in [&["parse", "-f", "json", "-"][..], &["parse", "-f", "ndjson"], &["schema"], &["tasks", "-"], &["explain"]] {
        let full = File::options().write(true).open("/dev/full").expect("a device that is full");
        let mut child =
            Command::new(binary()).args(arguments).stdin(Stdio::piped()).stdout(full).stderr(Stdio::piped()).spawn().expect("it starts");
        // The command may have ended before it has read this.
        let _ = child.stdin.take().map(|mut input| input.write_all(b"{\"id\":1,\"text\":\"x\"}\n"));
        let ended = child.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(
            (ended.status.code(), said.as_ref()),
            (Some(3), "gongwen: cannot write the output: No space left on device\n"),
            "{arguments:?}"
        );
    }
}

/// Starts a run, reads `lines` lines, sends Ctrl-C's signal, and gives all output with the exit code.
fn interrupted(arguments: &[&str], lines: usize, input: Option<&'static str>) -> (String, Option<i32>, String) {
    let mut child = Command::new(binary())
        .args(arguments)
        .stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() })
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let feeder =
        child.stdin.take().zip(input).map(|(mut pipe, line)| std::thread::spawn(move || while pipe.write_all(line.as_bytes()).is_ok() {}));
    let mut reader = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut out = String::new();
    for _ in 0..lines {
        reader.read_line(&mut out).expect("a line");
    }
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill is there");
    assert!(killed.success());
    reader.read_to_string(&mut out).expect("text");
    let mut said = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut said).expect("text");
    let code = child.wait().expect("it ends").code();
    drop(feeder.map(std::thread::JoinHandle::join));
    (out, code, said)
}

#[test]
fn ctrl_c_leaves_whole_records_only() {
    let (out, code, said) = interrupted(&["parse", "-f", "ndjson"], 50, Some("{\"id\":1,\"text\":\"会议要求，各单位要抓好落实。\"}\n"));
    assert_eq!((code, said.as_str()), (Some(130), "gongwen: stopped\n"));
    assert!(out.ends_with('\n') && out.lines().count() >= 50);
    for line in out.lines() {
        assert!(serde_json::from_str::<Value>(line).is_ok(), "{line}");
    }
}

/// A run whose output nobody reads and whose input never ends, at the point where it can write no more.
#[cfg(target_os = "linux")]
fn stalled(text: &str) -> std::process::Child {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    let mut child = Command::new(binary())
        .args(["parse", "-f", "ndjson"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut input = child.stdin.take().expect("a pipe");
    let line = format!("{{\"id\":1,\"text\":\"{text}\"}}\n");
    let fed = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&fed);
    std::thread::spawn(move || {
        while input.write_all(line.as_bytes()).is_ok() {
            counter.fetch_add(1, Ordering::SeqCst);
        }
    });
    // All threads sleep and no more input is taken: the output is full.
    let mut quiet = 0;
    let mut last = usize::MAX;
    while quiet < 5 {
        std::thread::sleep(Duration::from_millis(200));
        let now = fed.load(Ordering::SeqCst);
        quiet = if now == last && now > 0 { quiet + 1 } else { 0 };
        last = now;
    }
    child
}

#[cfg(target_os = "linux")]
fn interrupt(child: &std::process::Child) {
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill is there");
    assert!(sent.success());
}

#[cfg(target_os = "linux")]
#[test]
fn ctrl_c_waits_for_a_reader_that_has_stalled_and_leaves_whole_records() {
    // Each record is longer than what the system takes in one piece.
    let mut child = stalled(&"会议要求，各单位要抓好落实。".repeat(20));
    interrupt(&child);
    std::thread::sleep(std::time::Duration::from_secs(4));
    assert!(child.try_wait().expect("it is asked").is_none(), "it waits for as long as the reader takes");
    let ended = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(130), "{said}");
    assert_eq!(said, "gongwen: the reader of the output takes no more; Ctrl-C again stops without it\ngongwen: stopped\n");
    let out = String::from_utf8(ended.stdout).expect("text");
    assert!(out.ends_with('\n') && out.len() > 4096 && out.lines().all(|l| l.len() > 4096));
    assert!(out.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()));
}

#[cfg(target_os = "linux")]
#[test]
fn ctrl_c_and_a_reader_that_goes_away_is_still_a_run_that_was_stopped() {
    let mut child = stalled(&"会议要求，各单位要抓好落实。".repeat(20));
    interrupt(&child);
    std::thread::sleep(std::time::Duration::from_millis(200));
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(130));
}

#[cfg(target_os = "linux")]
#[test]
fn a_second_ctrl_c_waits_for_nobody_and_leaves_short_records_whole() {
    let child = stalled("会议要求，各单位要抓好落实。");
    interrupt(&child);
    std::thread::sleep(std::time::Duration::from_millis(200));
    interrupt(&child);
    // Nothing is read before it has ended.
    let mut child = child;
    assert_eq!(child.wait().expect("it ends").code(), Some(130));
    let ended = child.wait_with_output().expect("its output is read");
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "gongwen: stopped\n");
    let out = String::from_utf8(ended.stdout).expect("text");
    assert!(out.ends_with('\n') && out.lines().count() > 10 && out.lines().all(|l| l.len() < 4096));
    assert!(out.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()));
}

#[test]
fn ctrl_c_in_a_batch_leaves_a_whole_array() {
    let files = folder(&[]);
    for i in 0..4_000 {
        std::fs::write(files.path().join(format!("{i}.txt")), MEETING.repeat(3)).expect("a file is written");
    }
    let (out, code, _) = interrupted(&["parse", "-f", "json", files.path().to_str().expect("a path")], 20, None);
    assert_eq!(code, Some(130));
    let array: Value = serde_json::from_str(&out).expect("a whole array");
    assert!(array.as_array().is_some_and(|a| a.len() >= 18 && a.len() < 4_000), "{:?}", array.as_array().map(Vec::len));
}

#[test]
fn a_folder_that_may_not_be_read_costs_a_line() {
    let files = folder(&[("open/a.txt", MEETING.as_bytes()), ("shut/b.txt", MEETING.as_bytes())]);
    let shut = files.path().join("shut");
    std::fs::set_permissions(&shut, std::fs::Permissions::from_mode(0o000)).expect("the folder is shut");
    // The administrator may read everything, so someone else has to try.
    let administrator = std::fs::read_dir(&shut).is_ok();
    let done = if administrator {
        std::fs::set_permissions(files.path(), std::fs::Permissions::from_mode(0o755)).expect("the folder is open");
        let copy = files.path().join("gongwen");
        std::fs::copy(binary(), &copy).expect("a copy that anybody may run");
        let mut command = assert_cmd::Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(copy).arg("parse").arg(files.path()).assert()
    } else {
        gongwen().arg("parse").arg(files.path()).assert()
    };
    std::fs::set_permissions(&shut, std::fs::Permissions::from_mode(0o755)).expect("the folder is open again");
    done.code(3).stdout(predicate::str::contains("安全生产动员大会")).stderr(format!("gongwen: {}: Permission denied\n", shut.display()));
}

/// Runs a shell's command with a terminal for its output; none where the machine can't.
#[cfg(target_os = "linux")]
fn on_a_terminal(command: &str) -> Option<String> {
    let done = Command::new("script").args(["-qec", command, "/dev/null"]).env("TERM", "xterm").env_remove("NO_COLOR").output().ok()?;
    Some(String::from_utf8_lossy(&done.stdout).into_owned())
}

#[cfg(target_os = "linux")]
#[test]
fn colour_and_a_bar_are_for_terminals_only() {
    let files = folder(&[]);
    for i in 0..200 {
        std::fs::write(files.path().join(format!("{i}.txt")), MEETING).expect("a file is written");
    }
    let (binary, path) = (binary().display().to_string(), files.path().display().to_string());
    let Some(outline) = on_a_terminal(&format!("'{binary}' parse '{path}/1.txt'")) else {
        eprintln!("skipped: there is no `script` here to make a terminal");
        return;
    };
    assert!(outline.contains("\u{1b}[36m会议\u{1b}[0m"), "{outline:?}");
    let plain = on_a_terminal(&format!("NO_COLOR=1 '{binary}' parse '{path}/1.txt'")).unwrap_or_default();
    assert!(plain.contains("会议　安全生产动员大会") && !plain.contains("\u{1b}[36m"), "{plain:?}");
    // The output goes to a file and the bar to the terminal.
    let bar = on_a_terminal(&format!("'{binary}' parse -f ndjson '{path}' > '{path}/out.ndjson'")).unwrap_or_default();
    assert!(bar.contains("/200 texts"), "{bar:?}");
    let written = std::fs::read_to_string(files.path().join("out.ndjson")).expect("the output");
    assert!(written.lines().count() == 200 && !written.contains('\u{1b}'));
}
