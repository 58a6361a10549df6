//! What a name is made of.

use super::super::Reading;
use super::context::VERBS;
use crate::lexicon::{Kind, Names};
use crate::segment::is_dot;
use crate::span::Span;

/// The most characters that a name without a dot has: a double surname and a double given name.
const MAX_LENGTH: usize = 4;

/// The widest gap inside a name of a roster, in bytes: four spaces, or one full-width space and one more.
const MAX_GAP: usize = 6;

/// The most characters that one part of a dotted name has.
const MAX_PART: usize = 8;

/// The same in bytes.
pub(super) const MAX_PART_LENGTH: u32 = 4 * MAX_PART as u32;

/// Where a name that starts at `at` may end, for two to four characters.
pub(super) fn ends<'r>(reading: &'r Reading<'_>, at: u32) -> impl Iterator<Item = u32> + 'r {
    // Most are common ideographs, which need not be read.
    let next = |end: u32| match reading.is_common_at(end) {
        true => Some(end + 3),
        false => reading.char_at(end).filter(|&c| is_han(c)).map(|c| end + c.len_utf8() as u32),
    };
    let mut end = next(at);
    std::iter::from_fn(move || {
        end = next(end?);
        end
    })
    .take(MAX_LENGTH - 1)
}

/// The name with white space inside that starts at `at`, as rosters set it: 邵 岩.
pub(super) fn spaced(reading: &Reading<'_>, at: u32) -> Option<Span> {
    let rest = reading.after(at);
    let surname = rest.chars().next()?;
    let after = &rest[surname.len_utf8()..];
    if !matches!(after.as_bytes().first(), Some(b' ' | 0xE3 | 0xC2)) || Names::get().surname(surname) == 0 {
        return None;
    }
    let given = after.trim_start_matches([' ', '\u{3000}', '\u{a0}']);
    let gap = after.len() - given.len();
    let mut characters = given.chars();
    let c = characters.next().filter(|&c| is_han(c))?;
    let name = Span::of(at as usize, at as usize + surname.len_utf8() + gap + c.len_utf8());
    // 主任邵 岩|教授.
    let ends = characters.next().is_none_or(|n| !is_han(n)) || reading.tokens.kinds_at(name.end).has(Kind::Honorific);
    (gap > 0 && gap <= MAX_GAP && ends).then_some(name)
}

/// The name with a part withheld that starts at `at`: 李某, 李某某.
pub(super) fn withheld(text: &str, at: u32) -> Option<Span> {
    let rest = text.get(at as usize..)?;
    let mut characters = rest.chars();
    let surname = characters.next()?;
    if !characters.clone().next().is_some_and(|c| matches!(c, '某' | '×' | '*')) || Names::get().surname(surname) == 0 {
        return None;
    }
    let more = characters.take(2).take_while(|&c| matches!(c, '某' | '×' | '*')).map(char::len_utf8).sum::<usize>();
    (more > 0).then(|| Span::of(at as usize, at as usize + surname.len_utf8() + more))
}

/// The name with dots that starts at `at`: 艾尔肯·依明江.
pub(super) fn dotted(text: &str, at: u32) -> Option<Span> {
    let rest = text.get(at as usize..)?;
    let (mut end, mut part, mut dots) = (0, 0, 0);
    for (i, c) in rest.char_indices() {
        if is_han(c) && part < MAX_PART && !matches!(c, '和' | '与' | '及' | '同') {
            part += 1;
        } else if is_dot(c) && part > 0 {
            dots += 1;
            part = 0;
        } else {
            break;
        }
        end = i + c.len_utf8();
    }
    (dots > 0 && part > 0).then(|| Span::of(at as usize, at as usize + end))
}

/// Whether most characters of a dotted name are ones that foreign names are written with.
pub(super) fn is_foreign(name: &str) -> bool {
    let names = Names::get();
    let foreign = name.chars().filter(|&c| names.foreign(c)).count();
    foreign * 4 >= name.chars().filter(|&c| is_han(c)).count() * 3
}

/// How surely the character at `at` is a surname: 0 where it is none, 3 where it is hardly ever anything else.
pub(super) fn surname(reading: &Reading<'_>, at: u32) -> i32 {
    reading.char_at(at).map_or(0, |c| Names::get().surname(c))
}

/// Whether a surname stands at `at`, of one character or two.
pub(super) fn has_surname(reading: &Reading<'_>, at: u32) -> bool {
    let names = Names::get();
    let Some(first) = reading.char_at(at) else { return false };
    let second = || reading.char_at(at + first.len_utf8() as u32);
    names.surname(first) > 0 || second().is_some_and(|second| names.double(&[first, second]))
}

/// Whether `c` is a Chinese character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}')
}

/// How much the characters at `span` look like a name. Where it is `listed` (after a post or another name),
/// a noun may be one too: 副局长江河.
pub(super) fn weigh(reading: &Reading<'_>, span: Span, listed: bool) -> i32 {
    let names = Names::get();
    let text = reading.slice(span);
    let mut characters = ['\0'; MAX_LENGTH];
    let count = characters.iter_mut().zip(text.chars()).map(|(slot, c)| *slot = c).count();
    let characters = &characters[..count];
    let double = count > 2 && names.double(&characters[..2]);
    let (surname, given) = match count {
        4 if double => (4, &characters[2..]),
        3 if double => (3, &characters[2..]),
        4 => (-8, &characters[4..]),
        0 => (0, characters),
        _ => (names.surname(characters[0]), &characters[1..]),
    };
    let mut weight = if surname == 0 { -4 } else { surname };
    weight += given.iter().map(|&c| names.given(c).clamp(-4, 2)).sum::<i32>();
    if is_word(reading, span, names) {
        weight -= if listed && opens_with_word(reading, span, characters) { 3 } else { 8 };
    } else if names.noun(characters) && !(listed && surname == 3) {
        weight -= 6;
    }
    weight
}

/// Whether all that makes a name of three characters look like a word is that one of two begins it (林海川), while its
/// surname and its last character are those of names.
fn opens_with_word(reading: &Reading<'_>, span: Span, characters: &[char]) -> bool {
    let names = Names::get();
    let &[surname, _, last] = characters else { return false };
    let text = reading.slice(span);
    let word = names.starts_with_word(text) && !names.word(characters);
    word && names.surname(surname) == 3
        && names.given(last) > 0
        // 韩国强.
        && reading.tokens.at(span.start).is_none_or(|t| t.span.len() <= 3 || t.span.len() == 6 && t.kinds.has(Kind::Country))
        && !ends_in_word(reading, span, names)
}

/// Whether a word begins at the name's start, or reaches across its end, or is the name's last part and no part of
/// a name (the 人事处 of 张青、人事处), or the name is the end of a body's (业主委|员会).
pub(super) fn is_word(reading: &Reading<'_>, span: Span, names: &Names) -> bool {
    let text = reading.slice(span);
    reading.tokens.at(span.start).is_some_and(|t| t.span.len() >= 6)
        || names.starts_with_word(text)
        || ends_in_word(reading, span, names)
        || reading.tokens.around(span).is_some_and(|t| t.kinds.has(Kind::OrganizationSuffix))
}

/// Whether a word reaches across the name's end, or is its last part and no part of a name.
fn ends_in_word(reading: &Reading<'_>, span: Span, names: &Names) -> bool {
    const ENDS: &[Kind] = &[
        Kind::Title,
        Kind::PlaceSuffix,
        Kind::OrganizationSuffix,
        Kind::BodyHead,
        Kind::Bring,
        Kind::GroupHead,
        Kind::MeetingForm,
        Kind::Addressee,
        Kind::Honorific,
        Kind::Convene,
        Kind::Attend,
    ];
    let text = reading.slice(span);
    // 孟正|在 is no 孟|正在: a surname stands for nobody on its own.
    let surname = text.chars().next().filter(|&c| text.len() == 2 * c.len_utf8() && names.surname(c) == 3).map_or(0, char::len_utf8);
    // 林晓峰|会见 is no 林晓|峰会|见.
    let act = reading.tokens.at(span.end).filter(|t| t.span.len() > 3 && t.kinds.meets(VERBS)).map_or(0, |t| t.span.end);
    text.char_indices().skip(1).any(|(i, _)| {
        reading.tokens.at(span.start + i as u32).is_some_and(|t| {
            let long = t.span.len() >= 6;
            long && i != surname && t.span.end > span.end && (t.span.end >= act || t.kinds.meets(VERBS))
                || t.span.end == span.end && t.kinds.any(ENDS) && long
        })
    })
}
