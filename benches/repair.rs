//! What repair costs of the whole parse: `cargo bench -p gongwen-benches --bench repair`.
//!
//! The same texts are read with every kind of repair and with none; what lies between is the repair's share.

use gongwen::{Options, Parser, RepairKind};
use gongwen_benches::{Rival, compare, documents};

const KINDS: [RepairKind; 9] = [
    RepairKind::PinyinGloss,
    RepairKind::ByteShift,
    RepairKind::Mojibake,
    RepairKind::Width,
    RepairKind::Traditional,
    RepairKind::HardWrap,
    RepairKind::StraySpace,
    RepairKind::Invisible,
    RepairKind::PageFurniture,
];

fn main() {
    let (what, documents) = documents();
    println!("{what}");
    let whole = Parser::new();
    let without = Parser::with_options(KINDS.iter().fold(Options::new(), |options, &kind| options.repair(kind, false)));
    let read = |parser: &Parser, text: &str| parser.parse(text).map_or(0, |d| d.times.len() + d.directives.len());
    compare(
        &documents,
        &[
            Rival { name: "gongwen parse", run: Box::new(|t| read(&whole, t)) },
            Rival { name: "gongwen parse without repair", run: Box::new(|t| read(&without, t)) },
        ],
    );
}
