//! How a text opens (称谓、标题): the titles and greetings of speeches, the heads of official documents.

use super::page::is_addressed;
use super::weigh::head;
use crate::annotate::{Reading, any_within};
use crate::lexicon::{Kind, Kinds, Token};
use crate::span::Span;
use crate::structure::words;

/// The longest title of an address that only names its occasion or who gives it, in characters.
const MAX_OCCASION: usize = 16;

/// The longest greeting that ends with the word for those it greets, in bytes: 24 characters.
const MAX_GREETING: u32 = 72;

/// Whether a title names a speech: 在年度工作会议上的讲话.
pub(super) fn titles_speech(title: &str) -> bool {
    let given = title.starts_with("在") || title.contains("—在") || title.contains("上的");
    let script = words::ends(title, &["讲话稿", "发言稿", "演讲稿", "致辞稿", "主持词", "主持稿"]);
    script
        || title.ends_with("新年贺词") && !title.contains("发表")
        || words::ends(title, &["讲话", "致辞", "发言", "贺词", "演讲"]) && given && !title.contains("重要讲话")
}

/// Whether a title only names the occasion of an address or who gives it: 校长致辞, 开工典礼致辞.
pub(super) fn names_address(title: &str) -> bool {
    let address = words::ends(title, &["致辞", "致词", "贺词", "开幕词", "闭幕词", "欢迎词", "答谢词"]);
    let told = ["发表", "作", "并", "出席", "视频", "为", "向", "召开", "举行"].iter().any(|w| title.contains(w));
    address && !told && title.chars().nth(MAX_OCCASION).is_none() && !title.contains([' ', '，', '：'])
}

/// Whether a line greets those whom a speech is given to: 同志们：, 全院的护士同志们：; the first line of the prose may go on.
pub(super) fn salutes(reading: &Reading<'_>, line: Span, first: bool) -> bool {
    let text = reading.slice(line);
    let called = text.trim_end_matches(['：', ':', '！', '，']);
    let ends = || reading.tokens.ending_at(line.start + called.len() as u32, Kind::Salutation);
    // 老师们对关怀表示感谢 tells of those whom it could greet.
    let opening = reading.tokens.kind_at(line.start, Kind::Salutation).map(|t| t.span);
    let greets = |t: Span| {
        reading.slice(t).ends_with('的') || reading.after(t.end).starts_with(['：', ':', '，', '、', '！', '!', ' ', '\u{3000}', '\n'])
    };
    opening.is_some_and(|t| called.len() < text.len() || first && greets(t))
        || text.ends_with(['：', ':']) && line.len() <= MAX_GREETING && !text.contains('，') && ends().is_some()
}

/// Whether a line that holds a whole text begins with the title of a speech and its day: 携手前行——在青山论坛上的讲话
/// （2020年11月20日，青山）尊敬的各位来宾：….
pub(super) fn opens_with_speech(reading: &Reading<'_>, line: Span) -> bool {
    let Some(at) = reading.slice(head(reading, line)).find('（') else { return false };
    let bracket = reading.segments.pairs.opening_at(line.start + at as u32);
    titles_speech(reading.between(line.start, line.start + at as u32)) && bracket.is_some_and(|p| any_within(&reading.times, p.span))
}

/// Whether a line that holds a whole text greets those whom a speech is given to, perhaps after its title: 开工典礼致辞各位来宾：….
pub(super) fn opens_with_greeting(reading: &Reading<'_>, line: Span) -> bool {
    let Some(opening) = opening_of(reading, line) else { return false };
    let told = Kinds::of(&[Kind::Say, Kind::Convene, Kind::Chair]);
    reading.tokens.ending_at(opening.end, Kind::Salutation).is_some() && reading.tokens.among(opening, told).next().is_none()
}

/// Whether a line that holds a whole text begins with its recipients, perhaps after the title and issuer of a document:
/// 青山市林业局关于召开工作会议的通知各县林业局：….
pub(super) fn opens_with_notice(reading: &Reading<'_>, line: Span) -> bool {
    let Some(opening) = opening_of(reading, line) else { return false };
    let text = reading.slice(opening);
    let Some((issuer, title)) = text.split_once("关于") else { return is_addressed(reading, opening) };
    let at = opening.start + issuer.len() as u32;
    let issued = issuer.is_empty() || reading.tokens.kinds_ending(at).has(Kind::OrganizationSuffix) || issuer.ends_with("发布");
    let subject = Span::new(at, at + ("关于".len() + title.len()) as u32);
    let form = |t: &Token| words::ends(reading.before(t.span.start), &["的", "的紧急"]) && t.span.end < opening.end;
    issued && reading.tokens.of(subject, Kind::DocumentForm).any(|t| form(&t))
}

/// What stands before the first colon of a line, unless a sentence ends there.
fn opening_of(reading: &Reading<'_>, line: Span) -> Option<Span> {
    let text = reading.slice(head(reading, line));
    let end = text.find(['：', '。', '！'])?;
    text[end..].starts_with('：').then(|| Span::new(line.start, line.start + end as u32))
}

/// A title without （试行） at its end.
pub(super) fn without_closing_bracket(title: &str) -> &str {
    let title = title.trim_end();
    match title.strip_suffix(['）', ')']) {
        Some(inner) => inner.rfind(['（', '(']).map_or(title, |at| title[..at].trim_end()),
        None => title,
    }
}

/// Whether a line has a document number: 青政发〔2024〕5号.
pub(super) fn document_number(line: &str) -> bool {
    if line.chars().nth(40).is_some() {
        return false;
    }
    let Some(at) = line.find(['〔', '［', '[']) else { return false };
    let after = &line[at..];
    let Some(close) = after.find(['〕', '］', ']']) else { return false };
    let year = after[..close].chars().skip(1).filter(char::is_ascii_digit).count() == 4;
    let number = after[close..].chars().skip(1).take(6).find(|c| !c.is_ascii_digit()) == Some('号');
    year && number
}
