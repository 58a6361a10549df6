//! GBK, both ways: characters to their two bytes and back.
//!
//! GBK adds to GB 2312 the other ideographs of U+4E00 to U+9FA5 in the order of Unicode, so only the cells of GB 2312
//! and the signs need a table: 23 KB (14 KB gzip), where `encoding_rs` adds 125 KB of gzip to a WASM build.

use once_cell::sync::Lazy;

use super::tables::PLANE;

const CELLS: &str = include_str!("../../data/repair/gbk.txt");

/// The trail bytes of a row run from here …
const FIRST_TRAIL: u8 = 0x40;
/// … and the lead bytes from here.
const FIRST_LEAD: u8 = 0x81;
/// How many trail bytes a row has, 7F and FF included.
const ROW: usize = 0x100 - FIRST_TRAIL as usize;

static TABLE: Lazy<Gbk> = Lazy::new(Gbk::build);

struct Gbk {
    characters: Vec<u16>,
    codes: Box<[u16]>,
}

/// The character of two bytes.
pub(super) fn decode(lead: u8, trail: u8) -> Option<char> {
    let at = place(lead, trail)?;
    let point = TABLE.characters.get(at).copied().filter(|&p| p != 0)?;
    char::from_u32(u32::from(point))
}

/// The two bytes of a character. The characters of private use are those that decoders give for the cells left to users.
pub(super) fn encode(c: char) -> Option<(u8, u8)> {
    let private = |from: u32, lead: u32, first: u32, row: u32| {
        let place = c as u32 - from;
        let trail = first + place % row;
        Some(((lead + place / row) as u8, (trail + u32::from(first == 0x40 && trail >= 0x7F)) as u8))
    };
    match c {
        '\u{E000}'..='\u{E233}' => return private(0xE000, 0xAA, 0xA1, 94),
        '\u{E234}'..='\u{E4C5}' => return private(0xE234, 0xF8, 0xA1, 94),
        '\u{E4C6}'..='\u{E765}' => return private(0xE4C6, 0xA1, 0x40, 96),
        _ => {}
    }
    let code = TABLE.codes.get(c as usize).copied().filter(|&code| code != 0)?;
    Some(((code >> 8) as u8, code as u8))
}

fn place(lead: u8, trail: u8) -> Option<usize> {
    if !(FIRST_LEAD..=0xFE).contains(&lead) || !(FIRST_TRAIL..=0xFE).contains(&trail) || trail == 0x7F {
        return None;
    }
    Some(usize::from(lead - FIRST_LEAD) * ROW + usize::from(trail - FIRST_TRAIL))
}

impl Gbk {
    fn build() -> Self {
        let mut gbk = Self { characters: vec![0; ROW * (0xFF - FIRST_LEAD as usize)], codes: vec![0; PLANE].into_boxed_slice() };
        for line in CELLS.lines().filter(|l| !l.starts_with('#')) {
            let Some((lead, cells)) = line.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).zip(line.get(2..)) else { continue };
            match cells.chars().next() {
                Some('-') => gbk.fill(cells.chars().skip(1), (FIRST_TRAIL..=0xA0).map(|t| (lead, t))),
                Some('=') => gbk.fill(cells.chars().skip(1), (0x9C..=0xA0).map(|t| (0xFD, t)).chain((0x40..=0x4F).map(|t| (0xFE, t)))),
                _ => gbk.fill(cells.chars(), (0xA1..=0xFE).map(|t| (lead, t))),
            }
        }
        // GBK/3, then GBK/4: what GB 2312 has not, in the order of Unicode.
        let rows = (0x81..=0xA0u8).flat_map(|l| (0x40..=0xFEu8).map(move |t| (l, t)));
        let rows = rows.chain((0xAA..=0xFEu8).flat_map(|l| (0x40..=0xA0u8).map(move |t| (l, t)))).filter(|&(_, t)| t != 0x7F);
        let listed = gbk.codes.clone();
        let added = (0x4E00..=0x9FA5u32).filter(|&p| listed[p as usize] == 0).filter_map(char::from_u32);
        gbk.fill(added, rows);
        gbk
    }

    fn fill(&mut self, characters: impl Iterator<Item = char>, cells: impl Iterator<Item = (u8, u8)>) {
        for (c, (lead, trail)) in characters.zip(cells) {
            if let (Some(at), true) = (place(lead, trail), c != ' ') {
                self.characters[at] = c as u16;
                self.codes[c as usize] = (u16::from(lead) << 8) | u16::from(trail);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_go_to_their_bytes_and_back() {
        for (c, lead, trail) in
            [('。', 0xA1, 0xA3), ('活', 0xBB, 0xEE), ('保', 0xB1, 0xA3), ('開', 0xE9, 0x5F), ('動', 0x84, 0xD3), ('Ａ', 0xA3, 0xC1)]
        {
            assert_eq!(encode(c), Some((lead, trail)), "{c}");
            assert_eq!(decode(lead, trail), Some(c));
        }
        assert_eq!(decode(0xF9, 0xB1), None);
        assert_eq!(decode(0x80, 0x40), None);
        let all = (0..PLANE as u32).filter_map(char::from_u32).filter(|&c| !('\u{E000}'..'\u{F900}').contains(&c) && encode(c).is_some());
        let count = all.inspect(|&c| assert_eq!(encode(c).and_then(|(l, t)| decode(l, t)), Some(c))).count();
        assert_eq!(count, 21_791);
    }
}
