//! People's names (人名), anchored by posts, verbs, lists and earlier mentions.
//!
//! A name is weighed, not matched: what stands before it (a post, a name of the same list, a byline, the
//! start of a clause), what it is made of (surname, given name), and what follows (a verb, 同志, a mark).

mod context;
mod known;
mod shape;

use std::ops::Range;

use super::{Found, Reading};
use crate::span::Span;
use context::{Left, Right};

/// A place where a person is named. The mention's span is the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PersonMention {
    /// The posts that stand with the name here: indices into [`Reading::posts`].
    pub(crate) posts: Range<usize>,
}

/// What a candidate must weigh to be read as a name.
const ENOUGH: i32 = 8;

/// What a name must weigh by its shape to stand without a mark after it.
const SURE: i32 = 5;

/// What two names must weigh by their shapes to show each other to be names: 林晓峰、周明远.
const LIKELY: i32 = 4;

/// Finds all names of people in the text.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Found<PersonMention>> {
    let anchored = anchored(reading);
    known::complete(reading, anchored)
}

/// The names that their surroundings show to be names.
fn anchored(reading: &Reading<'_>) -> Vec<Found<PersonMention>> {
    let names = crate::lexicon::Names::get();
    let mut list: Vec<Found<PersonMention>> = Vec::new();
    let mut done = 0;
    let mut next_post = 0;
    for (at, c) in reading.text.char_indices() {
        let at = at as u32;
        while reading.posts.get(next_post).is_some_and(|p| p.span.end < at) {
            next_post += 1;
        }
        let after_post = reading.posts.get(next_post).is_some_and(|p| p.span.end == at);
        if at < done || (names.surname(c) == 0 && !after_post && !context::in_list(reading, at, list.last())) {
            continue;
        }
        let left = context::left(reading, at, next_post, list.last());
        if left == Left::None {
            continue;
        }
        if let Some((span, rule)) = name_at(reading, at, &left) {
            done = span.end;
            let posts = match left {
                Left::Post(posts) | Left::List(posts) => posts,
                _ => 0..0,
            };
            list.push(Found { span, rule, value: PersonMention { posts } });
        }
    }
    list
}

/// The name that starts at `at`, of the length that weighs most.
fn name_at(reading: &Reading<'_>, at: u32, left: &Left) -> Option<(Span, &'static str)> {
    if matches!(left, Left::Post(_) | Left::List(_) | Left::Byline) {
        if let Some(span) = shape::spaced(reading.text, at) {
            return Some((span, "name_spaced"));
        }
    }
    let mut best: Option<(i32, Span)> = None;
    for end in shape::ends(reading.text, at) {
        let span = Span::new(at, end);
        let right = context::right(reading, end);
        let shape = shape::weigh(reading, span);
        if right == Right::None && !(matches!(left, Left::Post(_)) && shape >= SURE && end - at == 9) {
            continue;
        }
        let anchored = left.takes(right) || (shape >= LIKELY && context::begins_list(reading, end));
        let weight = shape + left.weight() + right.weight() + context::between_commas(reading, span, left);
        if anchored && weight >= ENOUGH && best.is_none_or(|(w, _)| weight > w) {
            best = Some((weight, span));
        }
    }
    best.map(|(_, span)| (span, left.rule()))
}
