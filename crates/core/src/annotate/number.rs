//! Numbers (数): Chinese, Arabic and full-width digits.

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// 12, １２.
    Arabic,
    /// 十二, 一百二十.
    Chinese,
    /// 二〇一二: digit by digit.
    Positional,
}

/// A number where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: u32,
    /// Its length in bytes.
    pub(super) length: usize,
    /// How many digits it is written with.
    pub(super) digits: usize,
    pub(super) form: Form,
}

/// The most digits that surely fit a `u32`; a longer run is no number that prose counts with.
const MAX_DIGITS: usize = 9;

/// Reads the number that `text` starts with: its value and its length in bytes.
///
/// Reads 十二, 一百零五, 两, 廿, 三万, positional 二〇一二 and 二○一二, 12, １２ and 3万; 12 000 is two numbers, and
/// the round 七八 is none.
pub(crate) fn leading(text: &str) -> Option<(u32, usize)> {
    let number = plain(text)?;
    let rest = &text[number.length..];
    // 3万, 12亿: Arabic digits before a Chinese unit.
    if number.form == Form::Arabic {
        if let Some((c, unit)) = rest.chars().next().and_then(|c| unit(c).map(|u| (c, u))) {
            if unit != 10 {
                return Some((number.value.checked_mul(unit)?, number.length + c.len_utf8()));
            }
        }
    }
    Some((number.value, number.length))
}

/// The length of the count of people that `text` starts with: 5名, 三位, 12人.
pub(crate) fn people(text: &str) -> Option<usize> {
    let (_, length) = leading(text)?;
    text[length..].starts_with(['位', '名', '人']).then_some(length + "名".len())
}

/// Reads the number that `text` starts with, Arabic without a Chinese unit after it.
pub(super) fn plain(text: &str) -> Option<Number> {
    let mut characters = text.chars();
    let first = characters.next()?;
    if arabic_digit(first).is_some() {
        return arabic(text);
    }
    // Most numbers of prose are one character: the 一 of 一个.
    let alone = |next: char| digit(next).is_none() && unit(next).is_none() && !matches!(next, 'O' | 'Ｏ' | '0' | '０');
    if characters.next().is_none_or(alone) {
        let value = digit(first).or_else(|| unit(first).filter(|&unit| unit <= 1_000))?;
        return Some(Number { value, length: first.len_utf8(), digits: 1, form: Form::Chinese });
    }
    positional(text).or_else(|| chinese(text))
}

/// The value of an Arabic digit, half or full width.
pub(super) const fn arabic_digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// Whether a number can start with `c`.
pub(crate) const fn starts_number(c: char) -> bool {
    arabic_digit(c).is_some() || digit(c).is_some() || matches!(c, '十' | '百' | '千')
}

fn arabic(text: &str) -> Option<Number> {
    let (mut value, mut length, mut digits) = (0u32, 0, 0);
    for c in text.chars() {
        let Some(d) = arabic_digit(c) else { break };
        if digits == MAX_DIGITS {
            return None;
        }
        value = value * 10 + d;
        length += c.len_utf8();
        digits += 1;
    }
    Some(Number { value, length, digits, form: Form::Arabic })
}

/// 二〇一二: at least three digits, or two of which one is a zero, as 七八 is a round figure.
fn positional(text: &str) -> Option<Number> {
    let (mut value, mut length, mut digits, mut zero) = (0u32, 0, 0, false);
    for c in text.chars() {
        let d = match c {
            '两' | '廿' | '卅' => break,
            // Typed in the place of 〇 between Chinese digits.
            'O' | 'Ｏ' | '0' | '０' if digits > 0 => 0,
            _ => match digit(c) {
                Some(d) => d,
                None if digits > 0 && unit(c).is_some() => return None,
                None => break,
            },
        };
        if digits == MAX_DIGITS {
            return None;
        }
        zero |= d == 0;
        value = value * 10 + d;
        length += c.len_utf8();
        digits += 1;
    }
    (digits >= 3 || digits == 2 && zero).then_some(Number { value, length, digits, form: Form::Positional })
}

/// 一百零五: digits with units, each smaller than the one before it.
fn chinese(text: &str) -> Option<Number> {
    let (mut total, mut section, mut last) = (0u32, 0u32, u32::MAX);
    // The digit that waits for its unit, and what it counts where none comes: 一百二 is 120, 一百零二 is 102.
    let (mut pending, mut scale, mut zero) = (None, 1, false);
    let (mut length, mut at) = (0, 0);
    for (count, c) in text.chars().enumerate().take(4 * MAX_DIGITS) {
        at += c.len_utf8();
        match (digit(c), unit(c)) {
            (Some(0), _) if count > 0 && pending.is_none() && !zero => {
                zero = true;
                continue;
            }
            // 七八, 十五六: round figures.
            (Some(_), _) if pending.is_some() => return None,
            (Some(d), _) if d >= 20 => {
                if count > 0 {
                    break;
                }
                (section, last) = (d, 10);
            }
            (Some(d), _) => {
                pending = Some(d);
                scale = if zero { 1 } else { scale };
            }
            (_, Some(unit @ (10 | 100 | 1_000))) => {
                // 百余人, 十: a bare unit counts as one, but only at the head.
                let times = match pending.take() {
                    Some(d) => d,
                    None if count == 0 => 1,
                    None => break,
                };
                if unit >= last || times == 0 {
                    break;
                }
                section = section.checked_add(times * unit)?;
                (last, scale) = (unit, unit / 10);
            }
            (_, Some(unit)) => {
                let whole = section.checked_add(pending.take().unwrap_or(0))?;
                if whole == 0 || total > 0 && unit > 10_000 {
                    break;
                }
                total = total.checked_add(whole.checked_mul(unit)?)?;
                (section, last, scale) = (0, u32::MAX, unit / 10);
            }
            _ => break,
        }
        zero = false;
        length = at;
    }
    let value = total.checked_add(section)?.checked_add(pending.unwrap_or(0).checked_mul(scale)?)?;
    let digits = text[..length].chars().count();
    (length > 0).then_some(Number { value, length, digits, form: Form::Chinese })
}

/// The value of a Chinese digit.
const fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '○' | '零' | '◯' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '廿' => 20,
        '卅' => 30,
        _ => return None,
    })
}

/// The value of a Chinese unit.
fn unit(c: char) -> Option<u32> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_written() {
        for (text, value, length) in [
            ("十二项", 12, 6),
            ("十", 10, 3),
            ("二十", 20, 6),
            ("廿一", 21, 6),
            ("两个", 2, 3),
            ("一百零五人", 105, 12),
            ("一百二", 120, 9),
            ("三千六百", 3_600, 12),
            ("三万五千二百", 35_200, 18),
            ("三千零五", 3_005, 12),
            ("两万五千", 25_000, 12),
            ("一", 1, 3),
            ("一亿零三", 100_000_003, 12),
            ("二〇一二年", 2012, 12),
            ("二○一二年", 2012, 12),
            ("二O一二年", 2012, 10),
            ("12", 12, 2),
            ("１２月", 12, 6),
            ("12 000", 12, 2),
            ("3万人", 30_000, 4),
            ("百余人", 100, 3),
        ] {
            assert_eq!(leading(text), Some((value, length)), "{text}");
        }
    }

    #[test]
    fn round_figures_and_words_are_no_numbers() {
        for text in ["", "七八个", "二三十人", "万一", "人", "1234567890", "999999999亿", "年", "第一"] {
            assert_eq!(leading(text), None, "{text}");
        }
    }

    #[test]
    fn long_runs_stop_early() {
        for unit in ["十", "一", "百", "九千", "万", "亿", "零", "1", "廿"] {
            let text = unit.repeat(10_000);
            if let Some((_, length)) = leading(&text) {
                assert!(length < 200, "{unit}");
            }
        }
    }
}
