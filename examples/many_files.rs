//! Reads all files of a folder, whatever their kind and encoding, on all cores, and counts what they ask for.
//! `cargo run -p gongwen-examples --example many_files -- FOLDER`

use std::path::PathBuf;

use gongwen::{Batch, Parser, Reader};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder =
        std::env::args().nth(1).filter(|a| !a.starts_with('-')).unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/texts").to_owned());
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)?.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    paths.sort();
    let (reader, parser) = (Reader::new(), Parser::new());
    let results = Batch::new(0)?.map(paths, move |path| {
        let read = reader.read(&path).map_err(|e| e.to_string());
        let parsed = read.and_then(|loaded| parser.parse(&loaded.text).map_err(|e| e.to_string()));
        (path, parsed)
    });
    for (path, parsed) in results {
        match parsed {
            Ok(document) => println!("{}\t{:?}\t{} 项任务", path.display(), document.kind, document.directives.len()),
            Err(reason) => eprintln!("{}: {reason}", path.display()),
        }
    }
    Ok(())
}

#[test]
fn it_runs() {
    main().expect("the example runs");
}
