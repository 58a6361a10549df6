//! The whole parse beside jieba-rs: `cargo bench -p gongwen-benches --bench parse`.

use gongwen::Parser;
use gongwen_benches::{Rival, compare, documents};
use jieba_rs::Jieba;

fn main() {
    let (what, documents) = documents();
    println!("{what}");
    let parser = Parser::new();
    let jieba = Jieba::new();
    compare(
        &documents,
        &[
            Rival { name: "jieba-rs tag", run: Box::new(|t| jieba.tag(t, true).len()) },
            Rival { name: "jieba-rs cut without HMM", run: Box::new(|t| jieba.cut(t, false).len()) },
            Rival { name: "gongwen parse", run: Box::new(|t| parser.parse(t).map_or(0, |d| d.times.len() + d.directives.len())) },
        ],
    );
}
