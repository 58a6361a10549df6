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
