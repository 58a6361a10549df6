//! The cells of GBK from a decoder that the platform has, instead of the table: 11 KB of gzip less in a WASM build.

use std::sync::OnceLock;

use crate::repair::LATER_CELLS;

static DECODER: OnceLock<fn(&[u8]) -> String> = OnceLock::new();

/// Where the feature `gbk` is off, text that was read in a wrong encoding is mended with this decoder of GB18030, of which
/// only the cells that GBK has had from the start are taken. To be given before the first parse; without one, such
/// text is left.
pub fn decode_gbk_with(decoder: fn(&[u8]) -> String) {
    DECODER.get_or_init(|| decoder);
}

/// The lines of `repair/gbk.txt` as the decoder tells them.
pub(super) fn told() -> Vec<u16> {
    let Some(decoder) = DECODER.get() else { return Vec::new() };
    let mut cells = Vec::new();
    let mut line = |name: String, places: &mut dyn Iterator<Item = (u8, u8)>| {
        // 7F is no trail byte.
        let bytes: Vec<u8> = places.flat_map(|(lead, trail)| if trail == 0x7F { vec![b' '] } else { vec![lead, trail] }).collect();
        let characters = decoder(&bytes);
        cells.extend(name.chars().chain(characters.chars()).chain(['\n']).map(|c| if is_later(c) { u16::from(b' ') } else { c as u16 }));
    };
    for lead in (0xA1..=0xA9).chain(0xB0..=0xF7) {
        line(format!("{lead:X}"), &mut (0xA1..=0xFE).map(|trail| (lead, trail)));
        if matches!(lead, 0xA8 | 0xA9) {
            line(format!("{lead:X}-"), &mut (0x40..=0xA0).map(|trail| (lead, trail)));
        }
    }
    line("FD=".to_owned(), &mut (0x9C..=0xA0).map(|trail| (0xFD, trail)).chain((0x40..=0x4F).map(|trail| (0xFE, trail))));
    cells
}

/// Whether a decoder gives this for a cell that GBK left empty.
fn is_later(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | char::REPLACEMENT_CHARACTER) || !c.is_ascii() && LATER_CELLS.contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decoder_tells_what_the_table_holds() {
        decode_gbk_with(|bytes| encoding_rs::GB18030.decode(bytes).0.into_owned());
        let told = String::from_utf16(&told()).unwrap_or_default();
        let held = include_str!("../../data/repair/gbk.txt");
        let held = held.lines().filter(|line| !line.starts_with('#')).map(|line| line.trim_end_matches(' '));
        assert!(told.lines().map(|line| line.trim_end_matches(' ')).eq(held));
    }
}
