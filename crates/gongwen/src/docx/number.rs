//! Numbers as Word prints them.

/// `n` in one of Word's formats (`chineseCounting`, `decimal` …); decimal in those not known here.
pub(super) fn print(n: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "chineseCounting" | "chineseCountingThousand" | "japaneseCounting" | "taiwaneseCounting" | "taiwaneseCountingThousand" => {
            counted(n, PLAIN)
        }
        "chineseLegalSimplified" => counted(n, LEGAL_SIMPLIFIED),
        "ideographLegalTraditional" | "japaneseLegal" => counted(n, LEGAL_TRADITIONAL),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => digits(n, "〇一二三四五六七八九"),
        "decimalFullWidth" | "decimalFullWidth2" => digits(n, "０１２３４５６７８９"),
        "decimalZero" => format!("{n:02}"),
        "ideographTraditional" => pick(n, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => pick(n, "子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => {
            pick(n, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿")
        }
        "decimalEnclosedParen" => pick(n, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
        "decimalEnclosedFullstop" => pick(n, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
        "ideographEnclosedCircle" => pick(n, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
        "lowerLetter" => letters(n, 'a'),
        "upperLetter" => letters(n, 'A'),
        "lowerRoman" => roman(n).to_lowercase(),
        "upperRoman" => roman(n),
        _ => n.to_string(),
    }
}

/// Digits, and the units of tens, hundreds and thousands.
type Numerals = (&'static str, [&'static str; 4], bool);
const PLAIN: Numerals = ("零一二三四五六七八九", ["", "十", "百", "千"], true);
const LEGAL_SIMPLIFIED: Numerals = ("零壹贰叁肆伍陆柒捌玖", ["", "拾", "佰", "仟"], false);
const LEGAL_TRADITIONAL: Numerals = ("零壹貳參肆伍陸柒捌玖", ["", "拾", "佰", "仟"], false);

/// 十二, 一百零三; above 9999 decimal, as no list is so long.
fn counted(n: u32, (digits, units, drop_one): Numerals) -> String {
    if n > 9999 {
        return n.to_string();
    }
    let digit = |d: u32| digits.chars().nth(d as usize).map(String::from).unwrap_or_default();
    if n == 0 {
        return digit(0);
    }
    let mut out = String::new();
    let mut gap = false;
    for place in (0..4).rev() {
        let d = n / 10u32.pow(place) % 10;
        if d == 0 {
            gap = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            out.push_str(&digit(0));
        }
        // 十二, not 一十二.
        if !(drop_one && out.is_empty() && place == 1 && d == 1) {
            out.push_str(&digit(d));
        }
        out.push_str(units[place as usize]);
    }
    out
}

fn digits(n: u32, digits: &str) -> String {
    n.to_string().bytes().filter_map(|b| digits.chars().nth(usize::from(b - b'0'))).collect()
}

/// The `n`th of a closed row of signs; decimal past its end.
fn pick(n: u32, signs: &str) -> String {
    let sign = n.checked_sub(1).and_then(|i| signs.chars().nth(i as usize));
    sign.map_or_else(|| n.to_string(), String::from)
}

/// a … z, aa, bb …, as Word goes on.
fn letters(n: u32, first: char) -> String {
    let Some(i) = n.checked_sub(1).filter(|&i| i < 26 * 30) else { return n.to_string() };
    let letter = char::from_u32(first as u32 + i % 26).unwrap_or(first);
    std::iter::repeat_n(letter, i as usize / 26 + 1).collect()
}

fn roman(mut n: u32) -> String {
    if n == 0 || n > 3999 {
        return n.to_string();
    }
    let mut out = String::new();
    for (value, sign) in [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ] {
        while n >= value {
            out.push_str(sign);
            n -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::print;

    #[test]
    fn numbers_print_as_word_prints_them() {
        for (n, format, printed) in [
            (1, "chineseCounting", "一"),
            (10, "chineseCountingThousand", "十"),
            (12, "japaneseCounting", "十二"),
            (20, "chineseCounting", "二十"),
            (103, "chineseCountingThousand", "一百零三"),
            (110, "chineseCountingThousand", "一百一十"),
            (1005, "chineseCountingThousand", "一千零五"),
            (12, "chineseLegalSimplified", "壹拾贰"),
            (20, "ideographDigital", "二〇"),
            (3, "ideographTraditional", "丙"),
            (21, "decimalEnclosedCircle", "㉑"),
            (99, "decimalEnclosedCircle", "99"),
            (28, "lowerLetter", "bb"),
            (14, "upperRoman", "XIV"),
            (7, "decimalZero", "07"),
            (7, "unheardOf", "7"),
            (0, "upperLetter", "0"),
            (u32::MAX, "lowerLetter", "4294967295"),
        ] {
            assert_eq!(print(n, format), printed, "{n} as {format}");
        }
    }
}
