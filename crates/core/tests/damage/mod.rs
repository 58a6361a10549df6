//! Text read one byte off, made on purpose: for the tests, and for `cargo xtask fit`.

use encoding_rs::GBK;

/// A run of characters read one byte off: where it stands in the clean text and in the damaged one, in bytes.
pub(super) struct Run {
    pub(super) clean: std::ops::Range<usize>,
    pub(super) damaged: std::ops::Range<usize>,
}

/// The full-to-half-width replacement that worked on bytes: of a character that ends in A3 and one that starts with BB
/// it takes the two bytes for ；. Gives the damaged text and its runs; lines that GBK can't write stay whole.
pub(super) fn shift(text: &str) -> (String, Vec<Run>) {
    let (mut damaged, mut runs, mut start) = (String::new(), Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        shift_line(line, start, &mut damaged, &mut runs);
        start += line.len();
    }
    (damaged, runs)
}

fn shift_line(line: &str, start: usize, damaged: &mut String, runs: &mut Vec<Run>) {
    // Of every byte of GBK the place of its character in the clean text, and whether it starts that character.
    let mut bytes: Vec<(u8, usize, bool)> = Vec::new();
    for (at, c) in line.char_indices() {
        let mut buffer = [0; 4];
        let (encoded, _, lossy) = GBK.encode(c.encode_utf8(&mut buffer));
        if lossy {
            damaged.push_str(line);
            return;
        }
        bytes.extend(encoded.iter().enumerate().map(|(i, &b)| (b, start + at, i == 0)));
    }
    let mut out: Vec<(u8, usize, bool)> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let half = match bytes.get(at..at + 2).map(|p| (p[0].0, p[1].0)) {
            Some((0xA3, 0xBB)) => Some(b';'),
            Some((0xA3, 0xAC)) => Some(b','),
            Some((0xA3, 0xBA)) => Some(b':'),
            Some((0xA3, 0xBF)) => Some(b'?'),
            _ => None,
        };
        out.push((half.unwrap_or(bytes[at].0), bytes[at].1, bytes[at].2));
        at += if half.is_some() { 2 } else { 1 };
    }
    let end = |next: usize| out.get(next).map_or(start + line.len(), |b| b.1);
    let (mut at, mut run): (usize, Option<(usize, usize)>) = (0, None);
    while at < out.len() {
        let (byte, place, starts) = out[at];
        let pair = out.get(at + 1).map(|next| [byte, next.0]);
        let (read, length) = match pair.filter(|_| byte >= 0x80) {
            None if byte < 0x80 => (char::from(byte), 1),
            None => ('?', 1),
            Some(pair) => match GBK.decode(&pair).0.chars().collect::<Vec<_>>()[..] {
                [c] if c != '\u{FFFD}' => (c, 2),
                _ => ('?', if pair[1] < 0x80 { 1 } else { 2 }),
            },
        };
        // A piece is in step if it starts with its character's first byte, and the next piece as well.
        let whole = starts && out.get(at + length).is_none_or(|b| b.2) && length == if byte < 0x80 { 1 } else { 2 };
        match (whole, run) {
            (false, None) => run = Some((place, damaged.len())),
            (true, Some((clean, from))) => {
                runs.push(Run { clean: clean..place, damaged: from..damaged.len() });
                run = None;
            }
            _ => {}
        }
        damaged.push(read);
        at += length;
    }
    if let Some((clean, from)) = run {
        runs.push(Run { clean: clean..end(at), damaged: from..damaged.len() });
    }
}
