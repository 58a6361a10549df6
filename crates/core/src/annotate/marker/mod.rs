//! Ordinal markers (序号): 一是, 一要, 第一，, 首先, 一、, （一）, 1., ①.
//!
//! `words` reads the markers that are words, `signs` those that are signs. What looks like a marker
//! is kept only where it can be one: after a mark or at the start of its line, and not inside a longer
//! word (统一, 三要素). A first marker in the middle of a clause (各单位一要…，二要…) needs its second.

mod signs;
mod words;

use super::{Found, Reading};
use crate::lexicon::Kind;
use crate::sorted::arrange;
use crate::span::Span;

/// The form of a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum MarkerStyle {
    /// 一是.
    Shi,
    /// 一要.
    Yao,
    /// 第一.
    Di,
    /// 首先, 其次, 最后.
    First,
    /// A number straight before a verb, after other markers: the 三 of 一是…；二是…；三做好….
    Bare,
    /// 一、.
    Chinese,
    /// （一）.
    ChineseBracket,
    /// 1. 1、 1．.
    Arabic,
    /// （1） 1）.
    ArabicBracket,
    /// ①.
    Circled,
}

impl MarkerStyle {
    /// Whether the marker is a word of the sentence rather than a sign before it.
    pub(crate) fn is_word(self) -> bool {
        matches!(self, Self::Shi | Self::Yao | Self::Di | Self::First | Self::Bare)
    }
}

/// A marker. The mention's span is the marker with the punctuation that belongs to it: 第一，.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    /// Its form.
    pub(crate) style: MarkerStyle,
    /// The number it states; 最后 states none.
    pub(crate) number: Option<u32>,
    /// Whether it stands at the start of its line.
    pub(crate) starts_line: bool,
}

/// Something that may be a marker.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    /// With the punctuation that belongs to it.
    span: Span,
    style: MarkerStyle,
    number: Option<u32>,
    /// Whether no mark stands before it, so that only its successor can show what it is.
    loose: bool,
}

/// The highest number that a marker states; a higher one counts something else.
const MAX_NUMBER: u32 = 99;

/// Finds all ordinal markers of the text.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Found<Marker>> {
    let mut candidates = words::read(reading);
    signs::read(reading, &mut candidates);
    candidates.retain(|c| c.number.is_none_or(|n| (1..=MAX_NUMBER).contains(&n)) && !within_word(reading, *c));
    arrange(&mut candidates, |c| c.span.place());
    candidates.dedup_by(|b, a| b.span.start < a.span.end);
    confirm(reading, &mut candidates);
    candidates.into_iter().map(|c| found(reading, c)).collect()
}

/// The mention of a candidate that has been confirmed.
fn found(reading: &Reading<'_>, c: Candidate) -> Found<Marker> {
    let starts_line = starts_line(reading, c.span.start);
    let rule = match c.style {
        MarkerStyle::Shi => "marker.shi",
        MarkerStyle::Yao => "marker.yao",
        MarkerStyle::Di => "marker.di",
        MarkerStyle::First => "marker.first",
        MarkerStyle::Bare => "marker.bare",
        MarkerStyle::Chinese => "marker.chinese",
        MarkerStyle::ChineseBracket => "marker.chinese_bracket",
        MarkerStyle::Arabic => "marker.arabic",
        MarkerStyle::ArabicBracket => "marker.arabic_bracket",
        MarkerStyle::Circled => "marker.circled",
    };
    Found { span: c.span, rule, value: Marker { style: c.style, number: c.number, starts_line } }
}

/// Whether `offset` is where the content of its line begins.
fn starts_line(reading: &Reading<'_>, offset: u32) -> bool {
    reading.segments.line(offset).content.start == offset
}

/// Whether a longer word covers the number or the 是 or 要 after it: 统一是, 一要素, 一是一.
fn within_word(reading: &Reading<'_>, c: Candidate) -> bool {
    if !c.style.is_word() {
        return false;
    }
    let text = reading.text;
    let start = c.span.start as usize;
    let covers = |at: usize| {
        reading.tokens.at(at as u32).is_some_and(|t| {
            let reaches = t.span.end > c.span.start && (at >= start || c.loose || t.kinds.has(Kind::NotOrdinal));
            // 三要|务实: the word ends within the next.
            let cut = || reading.tokens.at(t.span.end.saturating_sub(3)).is_some_and(|next| next.span.end > t.span.end);
            reaches && (at < start || t.kinds.has(Kind::NotOrdinal) && !cut())
        })
    };
    text[..start].char_indices().rev().take(MAX_COVER).take_while(|&(_, ch)| !is_mark(ch)).any(|(at, _)| covers(at))
        || text[c.span.range()].char_indices().any(|(at, _)| covers(start + at))
}

/// How many characters before a number a word that covers it may begin: 三位一体.
const MAX_COVER: usize = 3;

/// Keeps a loose or bare first marker only where its second follows in the line, a bare number only where its
/// predecessor stands before it in the line, and 最后 only where a series is under way.
fn confirm(reading: &Reading<'_>, candidates: &mut Vec<Candidate>) {
    let line = |c: &Candidate| reading.segments.line_at(c.span.start);
    let mut keep = vec![true; candidates.len()];
    // The line and number of the marker that follows, by kind: words, brackets.
    let mut next: [Option<(usize, u32)>; 2] = [None; 2];
    // The line of the bare 二 that follows.
    let mut second = None;
    for (i, c) in candidates.iter().enumerate().rev() {
        let here = line(c);
        let slot = usize::from(!c.style.is_word());
        match (c.style, c.number) {
            (MarkerStyle::Bare, Some(1)) => keep[i] = second == Some(here),
            (MarkerStyle::Bare, Some(2)) => second = Some(here),
            (_, number) if c.loose => keep[i] = number == Some(1) && next[slot] == Some((here, 2)),
            _ => {}
        }
        if keep[i] && c.style != MarkerStyle::Bare {
            next[slot] = c.number.map(|n| (here, n));
        }
    }
    let mut last: Option<(usize, u32)> = None;
    for (i, c) in candidates.iter().enumerate() {
        if !keep[i] || !c.style.is_word() {
            continue;
        }
        let here = line(c);
        match (c.style, c.number) {
            (MarkerStyle::Bare, Some(n)) if n > 1 => keep[i] = last == Some((here, n - 1)),
            (_, None) => keep[i] = last.is_some_and(|(l, _)| here - l <= MAX_LAST_LINES),
            _ => {}
        }
        if keep[i] {
            last = Some((here, c.number.unwrap_or(0)));
        }
    }
    let mut kept = keep.into_iter();
    candidates.retain(|_| kept.next().unwrap_or(false));
}

/// How many lines after the series before it a 最后 may stand: one blank line and one more item.
const MAX_LAST_LINES: usize = 4;

/// Whether a marker may stand after `c`: punctuation or white space.
fn is_mark(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '，' | '。'
                | '；'
                | '：'
                | '！'
                | '？'
                | '、'
                | '“'
                | '‘'
                | '”'
                | '’'
                | '（'
                | '('
                | '）'
                | ')'
                | '》'
                | '—'
                | '…'
                | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | '.'
        )
}

/// Whether a mark, or nothing, stands before `offset`.
fn after_mark(text: &str, offset: usize) -> bool {
    text[..offset].chars().next_back().is_none_or(is_mark)
}

/// The end of the punctuation and spaces that belong to a marker which ends at `offset`.
fn with_punctuation(text: &str, offset: usize) -> usize {
    let rest = &text[offset..];
    let after = rest.trim_start_matches(['，', ',', '、', '：', ':', ' ', '\u{3000}']);
    offset + (rest.len() - after.len())
}

#[cfg(test)]
mod tests {

    use crate::lexicon::Lexicon;
    use crate::options::Options;
    use crate::segment::Segments;

    fn markers(text: &str) -> Vec<String> {
        let (lexicon, options) = (Lexicon::builtin(), Options::default());
        let (words, signs) = lexicon.scan(text);
        let reading = crate::annotate::annotate(text, Segments::of(text, signs), words, &lexicon, &options, None);
        reading.markers.iter().map(|m| format!("{}={}", reading.slice(m.span), m.value.number.unwrap_or(0))).collect()
    }

    #[test]
    fn reads_words_that_mark_items() {
        assert_eq!(markers("会议要求：一是抓学习；二是抓整改，三要抓长效。"), ["一是=1", "二是=2", "三要=3"]);
        assert_eq!(markers("第一，要重视。第二，要落实。第三个方面是保障。"), ["第一，=1", "第二，=2", "第三个方面是=3"]);
        assert_eq!(markers("首先，要学；其次是做；三是评，最后要总结。"), ["首先，=1", "其次是=2", "三是=3", "最后=0"]);
        assert_eq!(markers("一是定目标；二是排工期；三做好收尾"), ["一是=1", "二是=2", "三=3"]);
        assert_eq!(markers("提出两点要求：一提高认识。各组要重视。二加强检修。"), ["一=1", "二=2"]);
        assert_eq!(markers("首要是保供；十二是收官"), ["首要是=1", "十二是=12"]);
    }

    #[test]
    fn a_first_marker_inside_a_clause_needs_its_second() {
        assert_eq!(markers("各科室一要守纪律，二要守时间。"), ["一要=1", "二要=2"]);
        assert_eq!(markers("各科室一要守纪律。"), Vec::<String>::new());
    }

    #[test]
    fn reads_signs() {
        assert_eq!(markers("一、总体要求\n（一）目标\n1.进度\n（1）节点\n①验收"), ["一、=1", "（一）=1", "1.=1", "（1）=1", "①=1"]);
        assert_eq!(markers("分三步：1、勘察；2、设计；3、施工。"), ["1、=1", "2、=2", "3、=3"]);
    }

    #[test]
    fn leaves_what_only_looks_like_a_marker() {
        for text in [
            "统一是关键，唯一要做的是坚持。",
            "一是一，二是二，不能含糊。",
            "面向一、二年级学生，兼顾二、三产业。",
            "第一书记和第一责任人要第一时间到场，抓好第一要务。",
            "三要素齐全，五要点清楚。",
            "增长1.5个百分点，其中1.2个来自工业。",
            "2021.3.5前报送，3.14万人参加。",
            "最后，大家合影留念。",
            "目标明确：一抓到底，务求实效。",
            "依照本办法第（三）项办理。",
            "",
        ] {
            assert_eq!(markers(text), Vec::<String>::new(), "{text}");
        }
    }
}
