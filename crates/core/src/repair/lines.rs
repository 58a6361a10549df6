//! The lines of a text, each with its line end.

/// How many bytes are looked at together.
const STRIDE: usize = 32;

/// The lines of `text`, each with where it starts, as [`str::split_inclusive`] divides at line feeds: several passes ask
/// for them, and most bytes are none.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let line = &rest[..line_end(rest.as_bytes())];
        start += line.len();
        Some((start - line.len(), line))
    })
}

/// The length of the line that `bytes` start with.
fn line_end(bytes: &[u8]) -> usize {
    // Without a way out of the loop the bytes of a stride are looked at together.
    let before = bytes.chunks(STRIDE).take_while(|chunk| !chunk.iter().fold(false, |found, byte| found | (*byte == b'\n'))).count();
    let from = (before * STRIDE).min(bytes.len());
    bytes[from..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| from + at + 1)
}

/// Whether a line starts as a heading or an item of a list does: 一、 （一） 1. 第三条 ①.
pub(super) fn starts_item(line: &str) -> bool {
    let inner = line.trim_start_matches(['（', '(']);
    let bracket = inner.len() < line.len();
    let numeral =
        |c: char| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '〇') || c.is_ascii_digit();
    let rest = inner.trim_start_matches('第').trim_start_matches(numeral);
    let counted = rest.len() < inner.trim_start_matches('第').len();
    let closes = if bracket { rest.starts_with(['）', ')']) } else { rest.starts_with(['、', '.', '．', '章', '条', '节', '款']) };
    counted && closes || line.starts_with(|c| ('①'..='⑳').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_of_the_standard() {
        for length in [0, 1, 31, 32, 33, 64, 100] {
            for text in [format!("{}\n", "字".repeat(length)), "x".repeat(length), format!("\n{}\n\ny", "z".repeat(length))] {
                let read: Vec<&str> = lines(&text).map(|(_, line)| line).collect();
                assert_eq!(read, text.split_inclusive('\n').collect::<Vec<_>>());
                assert!(lines(&text).all(|(start, line)| text[start..].starts_with(line)));
            }
        }
    }
}
