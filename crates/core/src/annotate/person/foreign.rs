//! Names of foreigners, with dots and without: 马希洛·卢, 海尔马里亚姆.

use super::super::Reading;
use super::context::{Left, VERBS};
use super::right::{Right, right};
use super::shape;
use crate::lexicon::{Kind, Kinds, Names};
use crate::span::Span;

/// The most characters of a foreign name without dots: 海尔马里亚姆.
const MAX_FOREIGN: usize = 8;

/// The name with dots that starts at `at`, up to where a verb begins: the 马希洛·卢 of 马希洛·卢共同主持.
pub(super) fn dotted(reading: &Reading<'_>, at: u32) -> Option<Span> {
    // Most texts have few dots, and most names none.
    reading.segments.next_dot(at).filter(|&dot| dot - at <= shape::MAX_PART_LENGTH)?;
    let whole = shape::dotted(reading.text, at)?;
    let name = reading.slice(whole);
    // 学员|代表|阿依古丽·买买提, 财政|部长|马希洛·卢: a word for who bears the name is no part of it.
    const BEARS: Kinds = Kinds::of(&[Kind::Title, Kind::GroupHead, Kind::Appoint]);
    let first = name.find(|c| !shape::is_han(c)).map_or(whole.end, |dot| whole.start + dot as u32);
    if reading.tokens.within(Span::new(at, first)).any(|t| t.span.len() > 3 && t.kinds.meets(BEARS)) {
        return None;
    }
    let last = name.char_indices().filter(|&(_, c)| !shape::is_han(c)).map(|(i, c)| i + c.len_utf8()).next_back()?;
    // 林·不都热西提、: an item of a list is a name as a whole.
    let listed = reading.before(at).ends_with('、') && reading.after(whole.end).starts_with('、');
    if listed && reading.tokens.within(Span::new(whole.start + last as u32, whole.end)).all(|t| t.span.len() <= 3) {
        return Some(whole);
    }
    let end = name[last..].char_indices().skip(1).map(|(i, c)| (whole.start + (last + i) as u32, c)).find(|&(end, c)| {
        let verb = reading.tokens.at(end).is_some_and(|t| t.span.len() > 3) || !Names::get().foreign(c);
        verb && right(reading, Span::new(whole.start, end)) != Right::None
    });
    Some(Span::new(whole.start, end.map_or(whole.end, |(end, _)| end)))
}

/// A foreign name that starts at `at`: after the post of a foreign state (法国总统马德龙), or before a title of one.
pub(super) fn foreign(reading: &Reading<'_>, at: u32, left: &Left) -> Option<Span> {
    let names = Names::get();
    if matches!(left, Left::None | Left::Byline) || !reading.char_at(at).is_some_and(|c| names.foreign(c)) {
        return None;
    }
    let after_post = match left {
        Left::Post(posts) | Left::List(posts) => reading.posts.get(posts.start).is_some_and(|p| is_foreign(reading, p.span)),
        _ => false,
    };
    // The start of a clause shows a name only with a title of a foreign state after it, which few texts have.
    let titled = || reading.tokens.may_have(Span::new(at, at + 4 * MAX_FOREIGN as u32), &[Kind::ForeignTitle]);
    if !after_post && (*left != Left::Open || !titled()) {
        return None;
    }
    let rest = reading.after(at);
    let name = |end: u32| Some(Span::new(at, end)).filter(|&span| !shape::is_word(reading, span, names));
    // Where the name may end at the latest, though the character there is one of names too: 林基|文视频致辞.
    let mut early = None;
    for (i, (offset, c)) in rest.char_indices().take(MAX_FOREIGN + 1).enumerate() {
        let end = at + offset as u32;
        if i >= 2 {
            let title = reading.tokens.kinds_at(end).has(Kind::ForeignTitle);
            let right = if after_post { right(reading, Span::new(at, end)) } else { Right::None };
            let word = reading.tokens.at(end).is_some_and(|t| t.span.len() > 3);
            if title || right != Right::None && (word || !names.foreign(c)) {
                return name(end);
            }
            if right != Right::None {
                early = early.or(Some(end));
            }
        }
        if !names.foreign(c) {
            break;
        }
    }
    early.and_then(name)
}

/// Whether a post is one of a foreign state or an international body.
fn is_foreign(reading: &Reading<'_>, post: Span) -> bool {
    reading.tokens.any(post, &[Kind::Country, Kind::ForeignTitle])
}

/// A name of four or five characters without a dot that fills the space between a post and a mark or an act:
/// 自治区主席|洛桑次仁|，.
pub(super) fn filling(reading: &Reading<'_>, at: u32, left: &Left) -> Option<Span> {
    const CHARACTERS: std::ops::RangeInclusive<usize> = 4..=5;
    if !matches!(left, Left::Post(_)) {
        return None;
    }
    let rest = reading.after(at);
    let count = rest.chars().take(*CHARACTERS.end()).take_while(|&c| shape::is_han(c)).count();
    let ends = rest.char_indices().map(|(i, _)| i).chain([rest.len()]).take(count + 1).skip(*CHARACTERS.start());
    ends.map(|end| Span::new(at, at + end as u32)).find(|&span| {
        let act = reading.tokens.at(span.end).is_some_and(|t| t.span.len() > 3 && t.kinds.meets(VERBS));
        let marked = act || reading.after(span.end).starts_with(['，', '、', '。', '等']);
        // 向巴次措: a surname may open it that foreign names are not written with.
        let given = Span::new(at + reading.char_at(at).map_or(0, char::len_utf8) as u32, span.end);
        let names = Names::get();
        let written = reading.slice(given).chars().all(|c| names.foreign(c))
            && reading.char_at(at).is_some_and(|c| names.foreign(c) || names.surname(c) > 0);
        marked && written && !reading.tokens.within(span).any(|t| t.span.len() > 3) && !shape::is_word(reading, span, names)
    })
}
