//! What stands before and after a name.

use std::ops::Range;

use super::super::{Found, Reading};
use super::{PersonMention, shape};
use crate::lexicon::Kind;
use crate::span::Span;

/// What stands before a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// A chain of posts.
    Post(Range<usize>),
    /// A name of the same list, with its posts.
    List(Range<usize>),
    /// A byline: 记者.
    Byline,
    /// The start of a clause, or a word that no name reaches across.
    Open,
    /// Nothing that could stand before a name.
    None,
}

/// What stands after a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Right {
    /// What a person does, or 同志.
    Verb,
    /// A mark, white space, a conjunction, or the end.
    Mark,
    /// Nothing that shows a name's end.
    None,
}

impl Left {
    pub(super) fn weight(&self) -> i32 {
        match self {
            Self::Post(_) | Self::Byline => 6,
            Self::List(_) => 4,
            Self::Open => 2,
            Self::None => 0,
        }
    }

    pub(super) fn rule(&self) -> &'static str {
        match self {
            Self::Post(_) => "name_after_post",
            Self::List(_) => "name_in_list",
            Self::Byline => "name_in_byline",
            Self::Open => "name_before_verb",
            Self::None => "name",
        }
    }

    /// Whether a name between this and `right` is anchored at all.
    pub(super) fn takes(&self, right: Right) -> bool {
        match self {
            Self::Open => right == Right::Verb,
            Self::None => false,
            _ => true,
        }
    }
}

impl Right {
    pub(super) fn weight(self) -> i32 {
        match self {
            Self::Verb => 4,
            Self::Mark => 2,
            Self::None => 0,
        }
    }
}

/// What stands before `at`; `post` is the first post that doesn't end before `at`.
pub(super) fn left(reading: &Reading<'_>, at: u32, post: usize, last: Option<&Found<PersonMention>>) -> Left {
    if reading.posts.get(post).is_some_and(|p| p.span.end == at) {
        return Left::Post(chain(reading, post));
    }
    // 组长：林晓峰 and 局长  林晓峰.
    let bare = before_label(reading, at);
    if bare < at {
        if let Some(i) = post.checked_sub(1).filter(|&i| reading.posts[i].span.end == bare) {
            return Left::Post(chain(reading, i));
        }
    }
    if in_list(reading, at, last) {
        return Left::List(last.map_or(0..0, |p| p.value.posts.clone()));
    }
    if reading.tokens.ending_at(bare, Kind::Byline).is_some() {
        return Left::Byline;
    }
    if reading.edges.before(at) == at { Left::Open } else { Left::None }
}

/// Whether a name ends before `at` with nothing but 、, 和 or white space between.
pub(super) fn in_list(reading: &Reading<'_>, at: u32, last: Option<&Found<PersonMention>>) -> bool {
    let Some(last) = last.filter(|l| l.span.end < at && at - l.span.end <= 12) else { return false };
    let between = reading.slice(Span::new(last.span.end, at));
    !between.contains('\n') && matches!(between.trim(), "" | "、" | "和" | "与" | "及" | "以及")
}

/// Whether 、 and another likely name stand at `at`: names that show each other to be names.
pub(super) fn begins_list(reading: &Reading<'_>, at: u32) -> bool {
    if !reading.text[at as usize..].starts_with('、') {
        return false;
    }
    shape::ends(reading.text, at + 3).any(|end| {
        let span = Span::new(at + 3, end);
        right(reading, end) != Right::None && shape::weigh(reading, span) >= super::LIKELY
    })
}

/// What it adds that the name stands between two 、 of a list of people with posts: enough for a name without
/// a known surname (向巴平措) that is no word.
pub(super) fn between_commas(reading: &Reading<'_>, span: Span, left: &Left) -> i32 {
    let before = reading.text[..span.start as usize].ends_with('、');
    let after = reading.text[span.end as usize..].starts_with('、');
    let listed = matches!(left, Left::List(posts) if !posts.is_empty());
    if listed && before && after { 6 } else { 0 }
}

/// The offset before `at` without white space and one colon.
fn before_label(reading: &Reading<'_>, at: u32) -> u32 {
    let before = &reading.text[..at as usize];
    let line = before.trim_end_matches([' ', '\u{3000}', '\t', '\u{a0}']);
    let label = line.strip_suffix(['：', ':']).unwrap_or(line);
    label.trim_end_matches([' ', '\u{3000}', '\t', '\u{a0}']).len() as u32
}

/// The chain of posts that ends with the post `last`.
fn chain(reading: &Reading<'_>, last: usize) -> Range<usize> {
    let mut first = last;
    while first > 0 && reading.posts[first].value.chained {
        first -= 1;
    }
    first..last + 1
}

/// What stands at `at`, after a name.
pub(super) fn right(reading: &Reading<'_>, at: u32) -> Right {
    const VERBS: &[Kind] = &[
        Kind::NameFollow,
        Kind::Say,
        Kind::SayAdverb,
        Kind::Chair,
        Kind::Attend,
        Kind::Observe,
        Kind::Speak,
        Kind::Report,
        Kind::Absent,
        Kind::Accompany,
        Kind::Convene,
        Kind::Visit,
        Kind::Agenda,
        Kind::Honorific,
    ];
    let Some(c) = reading.text[at as usize..].chars().next() else { return Right::Mark };
    if !shape::is_han(c) {
        return if c.is_ascii_digit() { Right::Verb } else { Right::Mark };
    }
    if c == '等' {
        return Right::Mark;
    }
    match reading.tokens.at(at) {
        Some(token) if token.kinds.any(VERBS) => {
            if token.span.len() > 3 {
                Right::Verb
            } else {
                Right::Mark
            }
        }
        Some(token) if token.kinds.any(&[Kind::Title, Kind::PartOfDay, Kind::Boundary]) => Right::Mark,
        _ => Right::None,
    }
}
