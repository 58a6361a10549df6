//! `cargo xtask test spark`: the command under Spark, on this machine.

use std::path::Path;

use crate::shell::Run;
use crate::tally::Tally;
use crate::{Outcome, floors, machine, root};

/// Runs the tests of `examples/spark/`; where there is no Java they are skipped, which is said.
pub(crate) fn test() -> Outcome<Tally> {
    if Run::new("java", ["-version"]).read().is_err() {
        println!("skipped: there is no Java here, which Spark needs (apt-get install -y --no-install-recommends openjdk-17-jre-headless)");
        return Ok(Tally::default());
    }
    floors::build()?;
    let python = python(&root().join("target/spark"))?;
    let folder = root().join("examples/spark");
    // Spark says on standard error, at length, that the process the test kills was killed; that is shown only where a test fails.
    let said = Run::new(python, ["test_gongwen_spark.py"]).env("GONGWEN", floors::command()).within(&folder).read()?;
    let tally = Tally::read(&said);
    println!("{} passed, {} failed", tally.passed, tally.failed);
    if tally.passed == 0 { Err("no test was counted".to_owned()) } else { Ok(tally) }
}

/// The Python of a virtual environment that has what `examples/spark/requirements.txt` names.
fn python(environment: &Path) -> Outcome<std::path::PathBuf> {
    let python = environment.join("bin/python");
    if Run::new(&python, ["-c", "import pyspark"]).read().is_ok() {
        return Ok(python);
    }
    println!("installing pyspark into {}", environment.display());
    let make = || Run::new("python3", ["-m".as_ref(), "venv".as_ref(), environment.as_os_str()]).read();
    if make().is_err() {
        machine::debian(&["python3", "python3-venv"], "the Spark example's test")?;
        make()?;
    }
    Run::new(&python, ["-m", "pip", "install", "--quiet", "--requirement", "examples/spark/requirements.txt"]).read()?;
    Ok(python)
}
