//! `cargo xtask npm`: the npm package, built into `pkg/dist` and packed into `target/npm/`; and its tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::shell::Run;
use crate::tally::Tally;
use crate::test::counted;
use crate::{Outcome, floors, machine, root, types, wasm};

/// What the package takes over from the workspace as it is.
const NOTICES: [(&str, &str); 3] =
    [("LICENSE-MIT", "LICENSE-MIT"), ("LICENSE-APACHE", "LICENSE-APACHE"), ("crates/core/data/repair/NOTICE", "NOTICE")];

/// Of `cargo xtask npm`: builds and packs.
pub(crate) fn run() -> Outcome {
    println!("{}", pack()?.display());
    Ok(())
}

/// Tests the package as it is packed, installed in a project of its own outside the workspace.
pub(crate) fn test() -> Outcome<Tally> {
    let tarball = pack()?;
    machine::debian(&machine::BROWSER, "tests of pages in a browser")?;
    machine::npm(&root().join("benches/js"))?;
    let scratch = std::env::temp_dir().join(format!("gongwen-npm-{}", std::process::id()));
    let made = install(&tarball, &scratch);
    let run = Run::new("node", ["--test", "--test-concurrency=1", "--test-reporter=spec", "pkg/test/"]);
    let run = run.env("GONGWEN_TARBALL", &tarball).env("GONGWEN_SCRATCH", &scratch).env("GONGWEN_COMMAND", floors::command());
    let tally = made.and_then(|()| counted(run));
    drop(fs::remove_dir_all(&scratch));
    tally
}

/// Builds the package and packs it as it would be published; once a run, however many steps need it.
pub(crate) fn pack() -> Outcome<PathBuf> {
    static PACKED: OnceLock<Outcome<PathBuf>> = OnceLock::new();
    PACKED.get_or_init(pack_anew).clone()
}

fn pack_anew() -> Outcome<PathBuf> {
    build()?;
    let (package, out) = (root().join("pkg"), root().join("target/npm"));
    fs::create_dir_all(&out).map_err(|e| e.to_string())?;
    let to = out.to_string_lossy().into_owned();
    let name = Run::new("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", &to]).within(&package).read()?;
    Ok(out.join(name.trim()))
}

/// Builds `pkg/dist`.
pub(crate) fn build() -> Outcome {
    let package = root().join("pkg");
    machine::npm(&package)?;
    floors::build()?;
    let module = wasm::build(false)?;
    let (dist, generated) = (package.join("dist"), package.join("src/generated"));
    drop(fs::remove_dir_all(&dist));
    for folder in [&dist, &generated] {
        fs::create_dir_all(folder).map_err(|e| e.to_string())?;
    }
    let schema = Run::new(floors::command(), ["schema"]).read()?;
    let parsed = serde_json::from_str(&schema).map_err(|e| format!("the schema: {e}"))?;
    write(&dist.join("schema.json"), &schema)?;
    write(&generated.join("document.ts"), &types::declarations(&parsed)?)?;
    copy(&module.join("gongwen_bg.wasm"), &dist.join("gongwen.wasm"))?;
    copy(&module.join("gongwen.js"), &generated.join("gongwen.js"))?;
    copy(&module.join("gongwen.d.ts"), &generated.join("gongwen.d.ts"))?;
    for (from, to) in NOTICES {
        copy(&root().join(from), &package.join(to))?;
    }
    Run::new("node", ["pkg/build.js"]).go()
}

/// A project that has the package and nothing else.
fn install(tarball: &Path, scratch: &Path) -> Outcome {
    fs::create_dir_all(scratch).map_err(|e| format!("{}: {e}", scratch.display()))?;
    write(&scratch.join("package.json"), "{ \"private\": true }\n")?;
    let tarball = tarball.to_string_lossy().into_owned();
    Run::new("npm", ["install", "--silent", "--offline", "--no-audit", "--no-fund", "--no-package-lock", &tarball])
        .within(scratch)
        .read()
        .map(drop)
}

fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(|e| format!("{}: {e}", path.display()))
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::copy(from, to).map(drop).map_err(|e| format!("{} to {}: {e}", from.display(), to.display()))
}
