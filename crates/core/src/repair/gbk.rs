//! GBK, both ways: characters to their two bytes and back.
//!
//! GBK adds to GB 2312 the other ideographs of U+4E00 to U+9FA5 in the order of Unicode, so only the cells of GB 2312
//! and the signs need a table: 11 KB as it is packed, where `encoding_rs` adds 125 KB of gzip to a WASM build.

use std::sync::LazyLock;

use super::tables::PLANE;
use crate::packed;

/// The trail bytes of a row run from here …
const FIRST_TRAIL: u8 = 0x40;
/// … and the lead bytes from here.
const FIRST_LEAD: u8 = 0x81;
/// How many trail bytes a row has, 7F and FF included.
const ROW: usize = 0x100 - FIRST_TRAIL as usize;

/// The cells that GBK leaves empty among its signs, as decoders give them: the first character of private use, how many, and
/// the two bytes of the first.
const EMPTY_CELLS: &[(u32, u32, u16)] = &[
    (0xE766, 6, 0xA2AB),
    (0xE76D, 1, 0xA2E4),
    (0xE76E, 2, 0xA2EF),
    (0xE770, 2, 0xA2FD),
    (0xE772, 11, 0xA4F4),
    (0xE77D, 8, 0xA5F7),
    (0xE785, 8, 0xA6B9),
    (0xE78D, 7, 0xA6D9),
    (0xE794, 2, 0xA6EC),
    (0xE796, 1, 0xA6F3),
    (0xE797, 9, 0xA6F6),
    (0xE7A0, 15, 0xA7C2),
    (0xE7AF, 13, 0xA7F2),
    (0xE7BC, 11, 0xA896),
    (0xE7C7, 1, 0xA8BC),
    (0xE7C9, 4, 0xA8C1),
    (0xE7CD, 21, 0xA8EA),
    (0xE7E2, 1, 0xA958),
    (0xE7E3, 1, 0xA95B),
    (0xE7E4, 3, 0xA95D),
    (0xE7F4, 13, 0xA997),
    (0xE801, 15, 0xA9F0),
    (0xE810, 5, 0xD7FA),
    (0xE816, 3, 0xFE51),
    (0xE81E, 1, 0xFE59),
    (0xE826, 1, 0xFE61),
    (0xE82B, 2, 0xFE66),
    (0xE831, 2, 0xFE6C),
    (0xE83B, 1, 0xFE76),
    (0xE843, 1, 0xFE7E),
    (0xE854, 2, 0xFE90),
    (0xE864, 1, 0xFEA0),
];

/// What newer decoders give for cells that GBK leaves empty: the character, and its two bytes.
pub(crate) const LATER_CELLS: &str = "ǹA8BFḿA8BC€A2E3⺁FE50⺄FE54⺈FE57⺋FE58⺌FE5D⺗FE5E⺧FE6B⺪FE6E⺮FE71⺳FE73⺶FE74⺷FE75⺻FE79⻊FE84⿰A98A⿱A98B⿲A98C⿳A98D⿴A98E⿵A98F⿶A990⿷A991⿸A992⿹A993⿺A994⿻A995〾A989㑇FE56㑳FE55㖞FE5A㘎FE5C㘚FE5B㤘FE60㥮FE5F㧏FE62㧐FE65㧟FE63㩳FE64㭎FE68㱮FE69㳠FE6A䁖FE6F䅟FE70䌷FE72䎬FE78䎱FE77䏝FE7A䓖FE7B䙌FE7D䙡FE7C䜣FE80䜩FE81䝼FE82䞍FE83䥇FE85䥺FE86䥽FE87䦂FE88䦃FE89䦅FE8A䦆FE8B䦛FE8D䦟FE8C䦶FE8F䦷FE8E䱷FE96䲟FE93䲠FE94䲡FE95䲢FE97䲣FE92䴓FE98䴔FE99䴕FE9A䴖FE9B䴗FE9C䴘FE9D䴙FE9E䶮FE9F龴FE59龵FE61龶FE66龷FE67龸FE6D龹FE7E龺FE90龻FEA0︐A6D9︑A6DB︒A6DA︓A6DC︔A6DD︕A6DE︖A6DF︗A6EC︘A6ED︙A6F3";

static TABLE: LazyLock<Gbk> = LazyLock::new(Gbk::build);

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
        '\u{E766}'..='\u{E864}' => {
            let after = EMPTY_CELLS.partition_point(|cell| cell.0 <= c as u32);
            let (first, count, code) = *EMPTY_CELLS.get(after.checked_sub(1)?)?;
            let place = c as u32 - first;
            return (place < count).then(|| code + place as u16).map(|code| ((code >> 8) as u8, code as u8));
        }
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
        for line in packed::gbk().lines() {
            let Some((lead, cells)) = line.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).zip(line.get(2..)) else { continue };
            match cells.chars().next() {
                Some('-') => gbk.fill(cells.chars().skip(1), (FIRST_TRAIL..=0xA0).map(|t| (lead, t))),
                Some('=') => gbk.fill(cells.chars().skip(1), (0x9C..=0xA0).map(|t| (0xFD, t)).chain((0x40..=0x4F).map(|t| (0xFE, t)))),
                _ => gbk.fill(cells.chars(), (0xA1..=0xFE).map(|t| (lead, t))),
            }
        }
        let mut later = LATER_CELLS.chars();
        while let Some(c) = later.next() {
            let code = later.by_ref().take(4).fold(0, |code, digit| code * 16 + digit.to_digit(16).unwrap_or(0));
            // Only to bytes: what GBK itself doesn't have is no reading.
            gbk.codes[c as usize] = code as u16;
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
        let all = (0..PLANE as u32)
            .filter_map(char::from_u32)
            .filter(|&c| !('\u{E000}'..'\u{F900}').contains(&c) && encode(c).is_some() && !LATER_CELLS.contains(c));
        let count = all.inspect(|&c| assert_eq!(encode(c).and_then(|(l, t)| decode(l, t)), Some(c))).count();
        assert_eq!(count, 21_791);
    }

    #[test]
    fn what_a_decoder_gives_goes_back_to_its_bytes() {
        let mut missing = Vec::new();
        for lead in FIRST_LEAD..=0xFE {
            for trail in (FIRST_TRAIL..=0xFE).filter(|&t| t != 0x7F) {
                let bytes = [lead, trail];
                let read = encoding_rs::GBK.decode(&bytes).0;
                let mut characters = read.chars();
                if let (Some(c), None) = (characters.next(), characters.next()) {
                    if c != '\u{FFFD}' && encode(c) != Some((lead, trail)) {
                        missing.push(c);
                    }
                }
            }
        }
        // A second cell for the ideographic space.
        assert_eq!(missing, ['\u{3000}']);
    }
}
