//! `cargo xtask npm`: the npm package.

use crate::shell::Run;
use crate::tally::Tally;
use crate::test::counted;
use crate::{Outcome, machine, root, wasm};

/// Builds the module and runs the tests of `pkg/`.
pub(crate) fn test() -> Outcome<Tally> {
    machine::npm(&root().join("pkg"))?;
    let module = wasm::build(false)?;
    counted(Run::new("node", ["--test", "pkg/test/"]).env("GONGWEN_MODULE", module))
}
