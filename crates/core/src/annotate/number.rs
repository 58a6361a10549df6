//! Numbers (数): Chinese, Arabic and full-width digits.

/// The longest run of digits that is read as one number: what surely fits in 32 bits.
const MAX_DIGITS: usize = 9;

/// Reads the number that `text` starts with: its value and its length in bytes.
///
/// Reads 十二 百 千 万, positional 二〇一二 and 二○一二, 两, 廿, 12, １２; 12 000 is two numbers.
pub(crate) fn leading(text: &str) -> Option<(u32, usize)> {
    match text.chars().next()? {
        '0'..='9' | '０'..='９' => arabic(text),
        _ => chinese(text),
    }
}

/// A run of Arabic digits, and 万 or 亿 after it.
fn arabic(text: &str) -> Option<(u32, usize)> {
    let (mut value, mut length, mut count) = (0u32, 0, 0);
    for c in text.chars() {
        let Some(digit) = arabic_digit(c) else { break };
        count += 1;
        if count > MAX_DIGITS {
            return None;
        }
        value = value * 10 + digit;
        length += c.len_utf8();
    }
    match text[length..].chars().next() {
        Some('万') => Some((value.checked_mul(10_000)?, length + '万'.len_utf8())),
        Some('亿') => Some((value.checked_mul(100_000_000)?, length + '亿'.len_utf8())),
        _ => Some((value, length)),
    }
}

/// A Chinese number: with units (一百二十) or by position (二〇一二).
fn chinese(text: &str) -> Option<(u32, usize)> {
    let (mut total, mut section, mut digit) = (0u32, 0u32, None);
    let (mut positional, mut length, mut count) = (0u32, 0, 0);
    let mut units = false;
    for c in text.chars() {
        if let Some(d) = chinese_digit(c) {
            // 十二三: a second digit after a unit ends the number; the 零 of 三千零五 only fills a place.
            if digit.is_some() && units {
                break;
            }
            if units && d == 0 {
                length += c.len_utf8();
                continue;
            }
            count += 1;
            if count > MAX_DIGITS {
                return None;
            }
            positional = positional.checked_mul(10)?.checked_add(d)?;
            digit = Some(d);
        } else if let Some(unit) = small_unit(c) {
            // 二〇百: digits by position take no unit.
            if count > 1 && !units {
                break;
            }
            section = section.checked_add(digit.take().unwrap_or(1).checked_mul(unit)?)?;
            units = true;
        } else if let Some(unit) = large_unit(c) {
            let before = if units { section.checked_add(digit.take().unwrap_or(0))? } else { positional };
            if before == 0 {
                break;
            }
            total = total.checked_add(before.checked_mul(unit)?)?;
            (section, digit, positional, count, units) = (0, None, 0, 0, true);
        } else {
            break;
        }
        length += c.len_utf8();
    }
    if length == 0 {
        return None;
    }
    let value = if units { total.checked_add(section)?.checked_add(digit.unwrap_or(0))? } else { positional };
    Some((value, length))
}

/// The value of an Arabic digit, narrow or wide.
fn arabic_digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// The value of a Chinese digit.
fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '○' | '零' | 'Ｏ' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The value of a unit below 万.
fn small_unit(c: char) -> Option<u32> {
    Some(match c {
        '十' => 10,
        '廿' => 20,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    })
}

/// The value of 万 and 亿.
fn large_unit(c: char) -> Option<u32> {
    Some(match c {
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::leading;

    #[test]
    fn reads_chinese_and_arabic_numbers() {
        for (text, value, length) in [
            ("十二个", 12, 6),
            ("一百二十三", 123, 15),
            ("二〇一二年", 2012, 12),
            ("二○一二年", 2012, 12),
            ("两点", 2, 3),
            ("廿四", 24, 6),
            ("１２项", 12, 6),
            ("12 000", 12, 2),
            ("三千零五", 3005, 12),
            ("两万五千", 25_000, 12),
            ("一", 1, 3),
        ] {
            assert_eq!(leading(text), Some((value, length)), "{text}");
        }
        for text in ["", "个", "第一", "9999999999999"] {
            assert_eq!(leading(text), None, "{text}");
        }
    }
}
