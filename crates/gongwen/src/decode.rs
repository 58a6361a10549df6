//! From bytes to text: UTF-8, UTF-16, GB18030 (for GBK and GB2312 too) and Big5.

mod guess;

pub use encoding_rs::Encoding;
use encoding_rs::{DecoderResult, UTF_8};

/// A text that was bytes, and how its encoding was found.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded {
    /// The text, without a byte order mark. Bytes that the encoding has no character for are U+FFFD.
    pub text: String,
    /// The encoding's name in the Encoding Standard: `UTF-8`, `gb18030`, `Big5`, `UTF-16LE`, `UTF-16BE`.
    pub encoding: &'static str,
    /// How sure that is.
    pub confidence: Confidence,
    /// The offset of the first byte that the encoding has no character for, as in a file that was cut off.
    pub malformed: Option<usize>,
}

/// How sure the encoding of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Confidence {
    /// The best of several readings, none of them good.
    Guess,
    /// Read so it is Chinese prose, and read otherwise it is not; or a page says so itself.
    Likely,
    /// It has a byte order mark, or is well-formed UTF-8, or the caller said so.
    Certain,
}

/// Why bytes could not be read as text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// The bytes are no text in any encoding known here.
    #[error("is not text in UTF-8, UTF-16, GB18030 or Big5")]
    NotText,
    /// There is no encoding of that name.
    #[error("{label:?} is no encoding; utf-8, utf-16le, utf-16be, gb18030 and big5 are among those known")]
    UnknownEncoding {
        /// The name as given.
        label: String,
    },
}

/// Reads bytes as text in the encoding that they are most likely in.
///
/// A byte order mark decides; else well-formed UTF-8; else what a page's `<meta charset>` says, where the
/// bytes bear it out; else the reading that is the best Chinese.
///
/// # Errors
/// [`DecodeError::NotText`] for bytes such as a picture's.
///
/// ```
/// use gongwen::Confidence;
/// let bytes = b"\xBB\xE1\xD2\xE9\xC7\xBF\xB5\xF7\xA3\xAC\xD2\xAA\xD7\xA5\xBA\xC3\xC2\xE4\xCA\xB5\xA1\xA3";
/// let decoded = gongwen::decode(bytes)?;
/// assert_eq!(decoded.text, "会议强调，要抓好落实。");
/// assert_eq!((decoded.encoding, decoded.confidence), ("gb18030", Confidence::Likely));
/// # Ok::<(), gongwen::DecodeError>(())
/// ```
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok(with(encoding, bytes, mark, Confidence::Certain));
    }
    let (encoding, confidence) = guess::encoding(bytes)?;
    Ok(with(encoding, bytes, 0, confidence))
}

/// Reads bytes as text in the encoding with this name, such as `gbk`, `gb18030`, `big5`, `utf-16le`. A byte order mark
/// goes before it.
///
/// # Errors
/// [`DecodeError::UnknownEncoding`] where there is no such encoding.
pub fn decode_as(bytes: &[u8], label: &str) -> Result<Decoded, DecodeError> {
    let encoding = named(label)?;
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((encoding, 0));
    Ok(with(encoding, bytes, mark, Confidence::Certain))
}

/// The encoding with this name. GB18030 stands for its subsets, GBK and GB2312.
pub(crate) fn named(label: &str) -> Result<&'static Encoding, DecodeError> {
    let found = Encoding::for_label_no_replacement(label.as_bytes());
    found.map(whole).ok_or_else(|| DecodeError::UnknownEncoding { label: label.to_owned() })
}

/// GB18030 in the place of GBK, which it holds.
fn whole(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == encoding_rs::GBK { encoding_rs::GB18030 } else { encoding }
}

fn with(encoding: &'static Encoding, bytes: &[u8], mark: usize, confidence: Confidence) -> Decoded {
    let body = &bytes[mark..];
    if encoding == UTF_8 {
        if let Ok(text) = std::str::from_utf8(body) {
            return Decoded { text: text.to_owned(), encoding: UTF_8.name(), confidence, malformed: None };
        }
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(body.len() + body.len() / 2 + 16);
    let mut malformed = None;
    let mut at = 0;
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(&body[at..], &mut text, true);
        at += read;
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => text.reserve(body.len() - at + 16),
            DecoderResult::Malformed(length, after) => {
                malformed.get_or_insert((mark + at).saturating_sub(usize::from(length) + usize::from(after)));
                text.push('\u{FFFD}');
            }
        }
    }
    Decoded { text, encoding: encoding.name(), confidence, malformed }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{BIG5, GB18030};

    const PROSE: &str = "青山管理局召开安全生产动员大会，局长林晓峰主持会议并强调，各单位要落实责任，确保按期完成。\n";
    const TRADITIONAL: &str = "青山管理局召開安全生產動員大會，局長林曉峰主持會議並強調，各單位要落實責任，確保按期完成。\n";

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|u| if little { u.to_le_bytes() } else { u.to_be_bytes() }).collect()
    }

    fn check(bytes: &[u8], encoding: &str, confidence: Confidence, text: &str) {
        let decoded = decode(bytes).expect("it is text");
        assert_eq!((decoded.encoding, decoded.confidence, decoded.text.as_str()), (encoding, confidence, text));
        assert_eq!(decoded.malformed, None);
    }

    #[test]
    fn each_encoding_is_told_from_the_others() {
        check(PROSE.as_bytes(), "UTF-8", Confidence::Certain, PROSE);
        check(&GB18030.encode(PROSE).0, "gb18030", Confidence::Likely, PROSE);
        check(&BIG5.encode(TRADITIONAL).0, "Big5", Confidence::Likely, TRADITIONAL);
        check(&GB18030.encode(TRADITIONAL).0, "gb18030", Confidence::Likely, TRADITIONAL);
        check(&utf16(PROSE, true), "UTF-16LE", Confidence::Likely, PROSE);
        check(&utf16(PROSE, false), "UTF-16BE", Confidence::Likely, PROSE);
        check(&utf16("GDP 8.5%\n", true), "UTF-16LE", Confidence::Likely, "GDP 8.5%\n");
    }

    #[test]
    fn a_byte_order_mark_decides_and_goes() {
        for (mark, bytes, name) in [
            (&b"\xEF\xBB\xBF"[..], PROSE.as_bytes().to_vec(), "UTF-8"),
            (b"\xFF\xFE", utf16(PROSE, true), "UTF-16LE"),
            (b"\xFE\xFF", utf16(PROSE, false), "UTF-16BE"),
        ] {
            check(&[mark, &bytes].concat(), name, Confidence::Certain, PROSE);
        }
    }

    #[test]
    fn a_page_that_names_its_encoding_is_believed_where_it_is_right() {
        let page = format!("<html><head><meta charset=\"gb2312\"><title>公告</title></head>{PROSE}");
        check(&GB18030.encode(&page).0, "gb18030", Confidence::Likely, &page);
        let lies = page.replace("gb2312", "big5");
        check(&GB18030.encode(&lies).0, "gb18030", Confidence::Likely, &lies);
        // Well-formed UTF-8 is UTF-8, whatever the page says.
        check(page.as_bytes(), "UTF-8", Confidence::Certain, &page);
    }

    #[test]
    fn a_few_characters_and_rare_ones_are_enough() {
        check(&GB18030.encode("会议").0, "gb18030", Confidence::Likely, "会议");
        // 𠮷 is four bytes of GB18030, which GBK has not.
        let rare = "𠮷林主持会议，要求各单位落实责任";
        check(&GB18030.encode(rare).0, "gb18030", Confidence::Likely, rare);
        check(b"", "UTF-8", Confidence::Certain, "");
        check(b"plain\r\n", "UTF-8", Confidence::Certain, "plain\r\n");
        check(b"a\0b", "UTF-8", Confidence::Certain, "a\0b");
    }

    #[test]
    fn a_file_that_was_cut_off_is_read_up_to_there() {
        for (bytes, name) in [(GB18030.encode(PROSE).0.into_owned(), "gb18030"), (PROSE.as_bytes().to_vec(), "UTF-8")] {
            let cut = &bytes[..bytes.len() - 2];
            let decoded = decode(cut).expect("it is text");
            assert_eq!((decoded.encoding, decoded.malformed.is_some()), (name, true));
            assert!(decoded.text.ends_with("完成\u{FFFD}"), "{}", decoded.text);
            assert!(decoded.malformed.is_some_and(|at| at + 3 > cut.len()), "{:?} of {}", decoded.malformed, cut.len());
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let mut noise = Vec::new();
        let mut state = 1u32;
        for _ in 0..5000 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            noise.push((state >> 24) as u8);
        }
        assert_eq!(decode(&noise), Err(DecodeError::NotText));
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0\\r\xa8f\xff"), Err(DecodeError::NotText));
        assert_eq!(decode(&[0; 64]), Err(DecodeError::NotText));
    }

    #[test]
    fn a_named_encoding_is_used_as_it_is() {
        assert_eq!(decode_as(&GB18030.encode(PROSE).0, "gb2312").map(|d| d.text).as_deref(), Ok(PROSE));
        assert!(matches!(decode_as(b"", "klingon"), Err(DecodeError::UnknownEncoding { .. })));
    }
}
