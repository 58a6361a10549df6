//! `cargo xtask wasm`: the WebAssembly module and its JavaScript glue, in `target/wasm-module/`.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::shell::Run;
use crate::{Outcome, machine, order, root};

const TARGET: &str = "wasm32-unknown-unknown";

/// Of the package lld-22; rustc's own choice, rust-lld, comes with a package that is only recommended.
const LINKER: &str = "/usr/bin/wasm-ld-22";

/// Where the standard library is built along, panics abort at once, without a message and the places in the source that
/// it would name: a tenth less code, and nothing of the building machine in it.
///
/// Of LLVM's passes those are left out that make loops quicker by more locals and copied code, whatever the level: another
/// 2 % of the code. All that LLVM counts when it weighs inlining is counted tenfold, but for what it gives a function that is
/// called from one place only: such a function stays one above 300 instructions, for the reason told at [`ONE_CALLER`].
const SMALLER: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Cllvm-args=-disable-lsr \
    -Cllvm-args=-enable-pre=false -Cllvm-args=-enable-load-pre=false -Cllvm-args=-disable-licm-promotion -Cllvm-args=-disable-machine-licm \
    -Cllvm-args=-inline-threshold=50 -Cllvm-args=-inline-instr-cost=50 -Cllvm-args=-inline-call-penalty=250";

/// A function stays one where it is called from one place only. Grown together the module is smaller, but has functions of
/// hundreds of locals, whose numbers gzip makes little of: 7 % of the code in gzip.
const ONE_CALLER: &str = "--one-caller-inline-max-function-size";

/// Of `cargo xtask wasm`.
#[derive(clap::Args, Debug, Default)]
pub(crate) struct Arguments {
    /// With both ways out of the module, to measure them against each other.
    #[arg(long)]
    pub(crate) rivals: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let folder = build(arguments.rivals)?;
    println!("{}", folder.display());
    Ok(())
}

/// Builds the module and returns the folder that holds `gongwen.js`, `gongwen_bg.wasm` and their types.
pub(crate) fn build(rivals: bool) -> Outcome<PathBuf> {
    let module = compile(rivals)?;
    let folder = root().join(if rivals { "target/wasm-rivals" } else { "target/wasm-module" });
    let mut bindgen = Bindgen::new();
    bindgen.input_path(&module).out_name("gongwen").typescript(true).omit_default_module_path(true).reset_state_function(true);
    let web = bindgen.web(true).map_err(|e| e.to_string())?;
    web.remove_name_section(true).remove_producers_section(true).generate(&folder).map_err(|e| format!("wasm-bindgen: {e}"))?;
    shrink(&folder.join("gongwen_bg.wasm"))?;
    Ok(folder)
}

/// Compiles the crate the first way that works here, and says which.
fn compile(rivals: bool) -> Outcome<PathBuf> {
    let mut arguments = vec!["build", "--quiet", "--locked", "--profile", "wasm", "--package", "gongwen-wasm", "--target", TARGET];
    if rivals {
        arguments.extend(["--features", "rivals"]);
    }
    // A target directory of its own for each compiler keeps the two from rebuilding each other's work.
    let folder = if toolchain_has_target() {
        println!("compiling for {TARGET} with this toolchain");
        arguments.extend(["--target-dir", "target/wasm"]);
        Run::cargo(arguments).go()?;
        "target/wasm"
    } else {
        machine::debian(&machine::WASM, "this toolchain has no wasm32 target (rustup target add wasm32-unknown-unknown), Debian's has")?;
        println!("compiling for {TARGET} with Debian's rustc-web");
        arguments.extend(["--target-dir", "target/wasm-web", "-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
        let debian = Run::new("/usr/bin/cargo", arguments).without_cargo().env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1");
        debian
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LINKER)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", SMALLER)
            .go()?;
        "target/wasm-web"
    };
    Ok(root().join(folder).join(TARGET).join("wasm/gongwen_wasm.wasm"))
}

fn toolchain_has_target() -> bool {
    let folder = Run::new("rustc", ["--print", "target-libdir", "--target", TARGET]).read();
    folder.is_ok_and(|folder| Path::new(folder.trim()).is_dir())
}

/// Makes the module smaller in place with Binaryen's wasm-opt, from npm: Debian's is too old.
fn shrink(module: &Path) -> Outcome {
    machine::npm(&root().join("pkg"))?;
    // Hints on alignment differ where the code is the same, and no engine needs them.
    optimise(module, &["-O2", ONE_CALLER, "0", "--dealign", "--strip-debug", "--strip-producers"])?;
    let bytes = fs::read(module).map_err(|e| e.to_string())?;
    fs::write(module, order::named(&bytes)?).map_err(|e| e.to_string())?;
    optimise(module, &["--reorder-functions-by-name", "--strip-debug"])
}

fn optimise(module: &Path, passes: &[&str]) -> Outcome {
    let features = ["--enable-bulk-memory", "--enable-mutable-globals", "--enable-nontrapping-float-to-int", "--enable-sign-ext"];
    let features = features.into_iter().chain(["--enable-reference-types", "--enable-multivalue"]);
    let module = module.to_string_lossy().into_owned();
    let arguments = passes.iter().copied().chain(features).chain([module.as_str(), "-o", module.as_str()]);
    Run::new(root().join("pkg/node_modules/.bin/wasm-opt"), arguments).read().map(drop)
}
