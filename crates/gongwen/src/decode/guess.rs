//! Which encoding bytes are in, where no byte order mark tells.

use std::collections::HashSet;
use std::sync::OnceLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use once_cell::sync::Lazy;
use regex::bytes::Regex;

use super::{Confidence, DecodeError, named, whole};

/// So much of a text is enough to know its encoding by.
const SAMPLE: usize = 1 << 16;
/// A page names its encoding this early, by the HTML standard.
const HEAD: usize = 1024;
/// Chinese prose has more of the commonest characters and marks than this among its Chinese ones. By count: real
/// texts have 0.45 to 0.65; the same texts read in a wrong encoding, below 0.1.
const CHINESE: f64 = 0.25;

/// The encoding that `bytes` are most likely in.
pub(super) fn encoding(bytes: &[u8]) -> Result<(&'static Encoding, Confidence), DecodeError> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if sample.contains(&0) {
        for wide in [UTF_16LE, UTF_16BE] {
            let score = Score::of(sample, wide);
            if score.controls == 0 && score.broken <= 1 && score.ordinary() > 0.9 {
                return Ok((wide, Confidence::Likely));
            }
        }
    }
    match std::str::from_utf8(bytes) {
        Ok(_) if Score::of(sample, UTF_8).is_binary(0.34) => return Err(DecodeError::NotText),
        Ok(_) => return Ok((UTF_8, Confidence::Certain)),
        // All but the last character, which was cut off.
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => return Ok((UTF_8, Confidence::Likely)),
        Err(_) => {}
    }
    if let Some(declared) = declared(bytes) {
        let score = Score::of(sample, declared);
        if score.broken * 100 <= score.all && score.chinese() > CHINESE {
            return Ok((declared, Confidence::Likely));
        }
    }
    let mut best: Option<(&'static Encoding, Score)> = None;
    for candidate in [GB18030, BIG5, UTF_8, UTF_16LE, UTF_16BE, detected(sample)] {
        let score = Score::of(sample, candidate);
        if !score.is_binary(0.02) && best.as_ref().is_none_or(|(_, b)| score.chinese() > b.chinese()) {
            best = Some((candidate, score));
        }
    }
    match best {
        Some((encoding, score)) if score.chinese() > CHINESE => Ok((encoding, Confidence::Likely)),
        Some((encoding, score)) if score.broken * 20 <= score.all => Ok((encoding, Confidence::Guess)),
        _ => Err(DecodeError::NotText),
    }
}

/// What chardetng takes it for, from all the encodings of the web.
fn detected(sample: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    whole(detector.guess(Some(b"cn"), Utf8Detection::Deny))
}

/// `<meta charset="gbk">`, `<meta … content="text/html; charset=gb2312">`, `<?xml … encoding='gb18030'?>`.
static DECLARED: Lazy<Regex> = Lazy::new(|| {
    let pattern = r#"(?i-u)<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:.-]+)"#;
    Regex::new(pattern).expect("the pattern is well formed")
});

/// The encoding that a page or an XML file names in its head.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let label = DECLARED.captures(&bytes[..bytes.len().min(HEAD)])?.get(1)?;
    named(std::str::from_utf8(label.as_bytes()).ok()?).ok()
}

/// What a sample is like, read in one encoding.
struct Score {
    /// Characters in all.
    all: usize,
    /// Beyond ASCII.
    beyond: usize,
    /// Of these, the commonest characters and marks of Chinese.
    common: usize,
    /// Characters that no text has.
    broken: usize,
    /// Control characters but those of lines and pages.
    controls: usize,
    /// ASCII that is printed, and line breaks.
    plain: usize,
}

impl Score {
    fn of(sample: &[u8], encoding: &'static Encoding) -> Self {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        let common = common();
        let mut score = Self { all: 0, beyond: 0, common: 0, broken: 0, controls: 0, plain: 0 };
        for c in text.chars() {
            score.all += 1;
            match c {
                '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | ' '..='~' => score.plain += 1,
                '\0'..='\u{9f}' => score.controls += 1,
                '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | '\u{FFFE}' | '\u{FFFF}' => {
                    score.beyond += 1;
                    score.broken += 1;
                }
                _ => {
                    score.beyond += 1;
                    score.common += usize::from("，。、；：？！“”‘’《》（）〔〕【】　".contains(c) || common.contains(&c));
                }
            }
        }
        score
    }

    /// How Chinese it is: the share of what is common, less what is broken.
    fn chinese(&self) -> f64 {
        let good = self.common as f64 - 5.0 * (self.broken + self.controls) as f64;
        if self.beyond == 0 { 0.0 } else { good / self.beyond as f64 }
    }

    /// The share that a reader of Chinese would call ordinary.
    fn ordinary(&self) -> f64 {
        let chinese = if self.chinese() > CHINESE { self.beyond } else { 0 };
        if self.all == 0 { 0.0 } else { (self.plain + chinese) as f64 / self.all as f64 }
    }

    /// Whether there are more control characters than a text has; a few stray ones are no matter.
    fn is_binary(&self, share: f64) -> bool {
        self.controls as f64 > share * self.all as f64
    }
}

fn common() -> &'static HashSet<char> {
    static COMMON: OnceLock<HashSet<char>> = OnceLock::new();
    COMMON.get_or_init(|| {
        let rows = include_str!("../../data/common-characters.txt").lines().filter(|l| !l.starts_with('#'));
        rows.flat_map(str::chars).collect()
    })
}
