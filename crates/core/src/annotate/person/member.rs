//! What people are of, and the posts that stand before it or above it: 研究生会主席、文学院研究生林晓峰.

use std::ops::Range;

use super::super::post::CLAUSE_WORDS;
use super::super::{Found, Reading, within};
use super::PersonMention;
use super::context::chain;
use crate::lexicon::{Kind, Kinds, Token};
use crate::segment::{is_space, is_stop};
use crate::span::Span;

/// What shows that someone else's posts, or a clause, lie between a post and a name.
const ACTS: Kinds = CLAUSE_WORDS.with(Kinds::of(&[Kind::Title, Kind::Preposition]));

/// Whether a body or a course of study ends at `at`, whose member's name may follow: 青山市水利局|林晓峰, 会计学专业|周明远.
pub(super) fn is_member(reading: &Reading<'_>, at: u32) -> bool {
    let long = |t: Token| t.span.len() > 3;
    // 工作队|伍建设: the word before it ends in the middle of another.
    if at.checked_sub(3).and_then(|before| reading.tokens.at(before)).is_some_and(|t| t.span.end > at) {
        return false;
    }
    let ends = |kind| reading.tokens.ending_at(at, kind).is_some_and(long);
    [Kind::Affiliation, Kind::OrganizationSuffix, Kind::Organization].into_iter().any(ends) || body_ends(reading, at)
}

/// Whether the name of a body ends at `at`: 青山市水利厅规划处|林晓峰.
pub(super) fn body_ends(reading: &Reading<'_>, at: u32) -> bool {
    reading.organizations.ending_at(at).is_some_and(|o| !o.value.generic)
}

/// The posts that a student's or a member's name has from before what the bearer is of: 研究生会主席、|文学院研究生|林晓峰.
pub(super) fn posts_before_member(
    reading: &Reading<'_>,
    at: u32,
    post: usize,
    named: Option<&Found<PersonMention>>,
) -> Option<Range<usize>> {
    /// The longest that what the bearer is of may be, in bytes: 24 characters.
    const REACH: u32 = 72;
    let last = post.checked_sub(1)?;
    // 周明远局长、党支部林晓峰书记: the post before is of the one before.
    if named.is_some_and(|n| reading.posts.get(last).is_some_and(|p| n.span.end == p.value.title.start)) {
        return None;
    }
    let end = reading.posts.get(last).map(|p| p.span.end).filter(|&end| end < at && at - end <= REACH)?;
    let between = Span::new(end, at);
    let text = reading.slice(between);
    let own = match text.strip_prefix('、') {
        Some(rest) => Span::new(end + "、".len() as u32, end + "、".len() as u32 + rest.len() as u32),
        None => within(&reading.organizations, between).next().filter(|o| o.span.start == end).map(|_| between)?,
    };
    let plain = !reading.slice(own).contains(|c: char| is_stop(c) || is_space(c) || "（）()《》“”".contains(c));
    (plain && !reading.tokens.within(own).any(|t| t.kinds.meets(ACTS))).then(|| chain(reading, last))
}

/// The label's posts of the roster whose next line begins at `at`: the 副组长 of the lines under 副组长：林晓峰　县长.
pub(super) fn roster_above(reading: &Reading<'_>, at: u32, last: &Found<PersonMention>) -> Option<Range<usize>> {
    let line = reading.segments.line_at(at);
    let posts = last.value.posts();
    let roster = reading.posts.get(posts.start).is_some_and(|p| p.rule == "post_roster") && posts.len() == 1;
    let below = reading.segments.lines[line].content.start == at && reading.segments.line_at(last.span.start) + 1 == line;
    (roster && below && super::posts::on_line(reading, last.span.end).is_some()).then_some(posts)
}
