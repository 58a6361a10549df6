//! The scorer and its floors: `tests/floors.json` holds, overall and facet by facet, what the parser must still reach.

use std::path::PathBuf;

use serde_json::{Map, Value, json};

use crate::shell::Run;
use crate::tally::Tally;
use crate::{Outcome, root};

/// How far a score may lie under its floor: the scores are rounded to four places.
const ROUNDING: f64 = 0.0001;

/// Scores the built command against the floors; `None` where the gold texts are not there.
pub(crate) fn check() -> Outcome<Option<Tally>> {
    let Some(scores) = score()? else { return Ok(None) };
    let floors = read_floors()?;
    let mut tally = Tally::one(scores["bad_spans"] == 0);
    if scores["bad_spans"] != 0 {
        println!("FAILED: {} bad spans", scores["bad_spans"]);
    }
    for (name, floor) in flat(&floors) {
        let reached = flat(&scores).into_iter().find(|(n, _)| *n == name).map_or(0.0, |(_, score)| score);
        let holds = reached + ROUNDING >= floor;
        if !holds {
            println!("FAILED: {name} scores {reached:.4}, its floor is {floor:.4}");
        }
        tally += Tally::one(holds);
    }
    Ok(Some(tally))
}

/// `cargo xtask floors`: raises each floor to what the parser reaches now.
pub(crate) fn raise() -> Outcome {
    build()?;
    let Some(scores) = score()? else { return Err("the gold texts are not there: ../shared/eval/dev".to_owned()) };
    let floors = read_floors()?;
    let old = flat(&floors);
    let mut facets = Map::new();
    let mut overall = 0.0;
    for (name, score) in flat(&scores) {
        let floor = old.iter().find(|(n, _)| *n == name).map_or(0.0, |(_, floor)| *floor);
        // Rounded down, so that the floor is never above what was reached.
        let raised = floor.max((score * 10_000.0).floor() / 10_000.0);
        if raised > floor {
            println!("{name}: {floor:.4} -> {raised:.4}");
        }
        if name == "overall" {
            overall = raised;
        } else {
            facets.insert(name, json!(raised));
        }
    }
    for (name, floor) in old {
        if name != "overall" {
            facets.entry(name).or_insert(json!(floor));
        }
    }
    let text = serde_json::to_string_pretty(&json!({"overall": overall, "facets": facets})).map_err(|e| e.to_string())?;
    std::fs::write(path(), text + "\n").map_err(|e| format!("{}: {e}", path().display()))
}

/// Builds the command in release, as the scorer and the native half of the conformance test run it.
pub(crate) fn build() -> Outcome {
    Run::cargo(["build", "--quiet", "--release", "--locked", "--package", "gongwen-cli"]).go()
}

/// The built command.
pub(crate) fn command() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join("release/gongwen")
}

fn path() -> PathBuf {
    root().join("tests/floors.json")
}

fn read_floors() -> Outcome<Value> {
    let Ok(text) = std::fs::read_to_string(path()) else { return Ok(json!({"overall": 0.0, "facets": {}})) };
    serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path().display()))
}

/// `overall` and each facet, by name.
fn flat(scores: &Value) -> Vec<(String, f64)> {
    let overall = scores["overall"].as_f64().map(|score| ("overall".to_owned(), score));
    let facets = scores["facets"].as_object().into_iter().flatten();
    overall.into_iter().chain(facets.filter_map(|(name, score)| Some((name.clone(), score.as_f64()?)))).collect()
}

/// Runs the scorer; `None` where it or the gold texts are not there.
fn score() -> Outcome<Option<Value>> {
    let eval = root().join("../shared/eval");
    if !eval.join("dev").is_dir() || !eval.join("tools/score.py").is_file() {
        return Ok(None);
    }
    let out = root().join("target/score.json");
    let [tool, dev, gongwen] = [eval.join("tools/score.py"), eval.join("dev"), command()].map(|p| p.to_string_lossy().into_owned());
    let to = out.to_string_lossy().into_owned();
    let arguments = [&tool, "--json", &to, &dev, "--", &gongwen, "parse", "--format", "json", "--offsets", "codepoint", "-"];
    Run::new("python3", arguments).go()?;
    let text = std::fs::read_to_string(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    serde_json::from_str(&text).map(Some).map_err(|e| e.to_string())
}
