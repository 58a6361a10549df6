//! Looking through many bytes at once for a few characters.

/// Whether `tells` holds of three bytes of `text` that follow one another, past whose end zeros stand. What no character of the
/// text may begin with is told so of a whole text in few steps.
#[inline]
pub(crate) fn any_three(text: &str, tells: impl Fn(u8, u8, u8) -> bool) -> bool {
    let bytes = text.as_bytes();
    let threes = bytes.iter().zip(bytes.iter().skip(1)).zip(bytes.iter().skip(2));
    // Without a way out of the loop many bytes are looked at together.
    threes.fold(false, |found, ((&a, &b), &c)| found | tells(a, b, c)) || bytes.iter().rev().take(2).any(|&a| tells(a, 0, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_looked_at() {
        let comma = |a, b, c| (a, b, c) == (0xEF, 0xBC, 0x8C);
        assert!(any_three("，", comma) && any_three("一二，", comma) && any_three("，ab", comma) && !any_three("一。", comma));
        let bar = |a, _, _| a == b'|';
        assert!(any_three("|", bar) && any_three("一|", bar) && any_three("一|a", bar) && !any_three("", bar) && !any_three("ab", bar));
    }
}
