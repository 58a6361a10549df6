//! `cargo xtask bench`: the npm package beside its peers, and the two ways out of the module beside each other.

use crate::shell::Run;
use crate::{Outcome, machine, npm, root, wasm};

/// Of `cargo xtask bench`.
#[derive(clap::Args, Debug)]
pub(crate) struct Arguments {
    /// Measure serde-wasm-bindgen, field by field, against one JSON string instead.
    #[arg(long)]
    outputs: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let peers = Run::new("node", ["benches/js/peers.js"]);
    if arguments.outputs {
        return peers.env("GONGWEN_RIVALS", wasm::build(true)?).go();
    }
    machine::npm(&root().join("benches/js"))?;
    npm::build()?;
    peers.env("GONGWEN_DIST", root().join("pkg/dist")).go()
}
