//! `cargo xtask fit`: fits what the clues weigh by which text read one byte off is mended.

use std::path::{Path, PathBuf};

use crate::shell::Run;
use crate::{Outcome, root};

/// Where the weights stand.
const WEIGHTS: &str = "crates/core/src/repair/weights.rs";

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// A folder of clean texts, which are damaged on purpose; the project's samples are too few to fit on, and show how it goes.
    #[arg(long, default_value = "examples/texts")]
    texts: PathBuf,
    /// A folder of other texts, of which the weights are asked.
    #[arg(long)]
    check: Option<PathBuf>,
    /// Of a thousand damaged runs so many may be mended wrongly.
    #[arg(long)]
    wrong: Option<f64>,
    /// Show the choices that were wrong.
    #[arg(long)]
    show: bool,
    /// Write the weights into the crate.
    #[arg(long)]
    write: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let folder =
        |path: &Path| path.canonicalize().or_else(|_| root().join(path).canonicalize()).map_err(|e| format!("{}: {e}", path.display()));
    let test = ["test", "--package", "gongwen-core", "--lib", "repair::fit", "--", "--ignored", "--nocapture"];
    let mut run = Run::cargo(test).env("FIT_TEXTS", folder(&arguments.texts)?);
    if let Some(check) = &arguments.check {
        run = run.env("FIT_CHECK", folder(check)?);
    }
    if let Some(wrong) = arguments.wrong {
        run = run.env("FIT_WRONG", wrong.to_string());
    }
    if arguments.show {
        run = run.env("FIT_SHOW", "1");
    }
    if arguments.write {
        run = run.env("FIT_INTO", root().join(WEIGHTS));
    }
    run.go()
}
