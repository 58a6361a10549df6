//! `cargo xtask page`: the page of `examples/playground/`, built with the npm package as it is packed; and its tests.

use std::fs;
use std::path::{Path, PathBuf};

use crate::shell::Run;
use crate::tally::Tally;
use crate::test::counted;
use crate::{Outcome, machine, npm, root};

/// Of `cargo xtask page`.
#[derive(clap::Args, Debug)]
pub(crate) struct Arguments {
    /// Serve the page on this machine once it is built.
    #[arg(long)]
    serve: bool,
}

/// Builds the page into `examples/playground/dist`.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let page = build()?;
    if arguments.serve {
        return tool(&page, "vite", ["preview", "--host", "127.0.0.1"]).go();
    }
    println!("{}", page.join("dist").display());
    Ok(())
}

/// Tests the page as it is built, in a browser. Texts are Chinese, so its screenshots need a Chinese font.
pub(crate) fn test() -> Outcome<Tally> {
    let page = build()?;
    machine::debian(&machine::BROWSER, "tests of pages in a browser")?;
    machine::debian(&machine::FONTS, "screenshots of Chinese text")?;
    let mut files: Vec<PathBuf> = fs::read_dir(page.join("test")).map_err(|e| e.to_string())?.flatten().map(|e| e.path()).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".test.js"));
    files.sort();
    let options = ["--test", "--test-concurrency=1", "--test-reporter=spec"].map(PathBuf::from);
    counted(Run::new("node", options.into_iter().chain(files)))
}

fn build() -> Outcome<PathBuf> {
    let page = root().join("examples/playground");
    machine::npm(&page)?;
    unpack(&npm::pack()?, &page.join("node_modules/gongwen"))?;
    tool(&page, "tsc", ["--noEmit"]).go()?;
    tool(&page, "vite", ["build", "--logLevel", "warn"]).go()?;
    Ok(page)
}

/// Puts the package where it would be installed. npm itself would want it in the lock file, with a checksum that
/// changes at every build.
fn unpack(tarball: &Path, folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    }
    fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let (tarball, folder) = (tarball.to_string_lossy(), folder.to_string_lossy());
    Run::new("tar", ["-xzf", &tarball, "-C", &folder, "--strip-components=1"]).read().map(drop)
}

/// A program of the page's own packages, run in its folder.
fn tool<'a>(page: &Path, name: &str, arguments: impl IntoIterator<Item = &'a str>) -> Run {
    Run::new(page.join("node_modules/.bin").join(name), arguments).within(page)
}
