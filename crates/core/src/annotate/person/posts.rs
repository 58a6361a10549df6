//! Posts that stand after a name: 林晓峰（局长）, 林晓峰任组长, 林晓峰委员.

use std::ops::Range;

use super::super::{Found, PostMention, Reading};
use super::PersonMention;
use crate::lexicon::Kind;
use crate::span::Span;

/// Gives a mention the posts that follow it.
pub(super) fn attach(reading: &Reading<'_>, found: &mut Found<PersonMention>) {
    let posts = following(reading, found.span.end);
    if posts.is_empty() {
        return;
    }
    if found.value.posts.is_empty() {
        found.value.posts = posts;
    } else {
        found.value.posts_after = posts;
    }
}

/// Gives the posts of 林晓峰、周明远当选副会长 to the names before the last one too.
pub(super) fn share_back(reading: &Reading<'_>, list: &mut [Found<PersonMention>]) {
    for i in (1..list.len()).rev() {
        let (before, this) = (&list[i - 1], &list[i]);
        let appointed = this.value.posts.start < this.value.posts.end
            && reading
                .posts
                .get(this.value.posts.start)
                .is_some_and(|p| p.value.title.start > this.span.end && !in_bracket(reading, this.span.end));
        let joint = before.span.end < this.span.start && reading.slice(Span::new(before.span.end, this.span.start)) == "、";
        if appointed && joint && before.value.posts.is_empty() {
            list[i - 1].value.posts = list[i].value.posts.clone();
        }
    }
}

/// Whether a bracket opens at `end`.
fn in_bracket(reading: &Reading<'_>, end: u32) -> bool {
    reading.segments.pairs.opening_at(end).is_some()
}

/// The posts right after a name that ends at `end`.
fn following(reading: &Reading<'_>, end: u32) -> Range<usize> {
    let end = aside_end(reading, end);
    // 林晓峰同志任青山大学校长; 以林晓峰同志为总书记 appoints nobody.
    let honorific = reading.tokens.kind_at(end, Kind::Honorific).filter(|t| !t.kinds.has(Kind::Title));
    let end = honorific.map_or(end, |t| t.span.end);
    if honorific.is_some() && reading.after(end).starts_with('为') {
        return 0..0;
    }
    bracketed(reading, end).or_else(|| appointed(reading, end)).or_else(|| address(reading, end)).unwrap_or_default()
}

/// The end of a short aside after a name: the （女） of 林晓红（女）.
pub(super) fn aside_end(reading: &Reading<'_>, end: u32) -> u32 {
    const MAX_ASIDE: u32 = 9;
    let aside = reading.segments.pairs.opening_at(end).filter(|p| p.is_bracket() && p.inner.len() <= MAX_ASIDE);
    aside.filter(|_| bracketed(reading, end).is_none()).map_or(end, |p| p.span.end)
}

/// 林晓峰（局党组书记、局长）: posts that fill a bracket.
pub(super) fn bracketed(reading: &Reading<'_>, end: u32) -> Option<Range<usize>> {
    let pair = reading.segments.pairs.opening_at(end).filter(|p| p.is_bracket())?;
    let first = reading.posts.partition_point(|p| p.span.start < pair.inner.start);
    let past = reading.posts.partition_point(|p| p.span.start < pair.inner.end);
    let last = reading.posts.get(past.checked_sub(1)?)?;
    (first < past && last.span.end == pair.inner.end).then_some(first..past)
}

/// 林晓峰任组长: posts after a verb of appointment.
fn appointed(reading: &Reading<'_>, end: u32) -> Option<Range<usize>> {
    let verb = reading.tokens.kind_at(end, Kind::Appoint)?;
    let first = reading.posts.partition_point(|p| p.span.end <= verb.span.end);
    let post = reading.posts.get(first).filter(|p| p.span.start <= verb.span.end)?;
    // 林晓峰是党委书记周明远的老师: a name after the title shows that the post is another's; that is settled by
    // the title's end being an end of the clause as well.
    let after = reading.after(post.span.end).chars().next();
    if after.is_some_and(|c| super::shape::is_han(c) && c != '的' && c != '时' && c != '以' && c != '后') {
        return None;
    }
    // 由林晓峰任组长、周明远任副组长: the second post is another's.
    let own = |p: &&Found<PostMention>| p.value.chained && reading.tokens.of(p.span, Kind::Appoint).next().is_none();
    let chained = reading.posts[first + 1..].iter().take_while(own).count();
    Some(first..first + 1 + chained)
}

/// 林晓峰委员: a title right after the name. 林晓峰代表学校讲话 has a verb there.
fn address(reading: &Reading<'_>, end: u32) -> Option<Range<usize>> {
    let first = reading.posts.partition_point(|p| p.span.end <= end);
    let post = reading.posts.get(first).filter(|p| p.value.title.start == end)?;
    let member = reading.lexicon.kinds(reading.slice(post.value.title)).has(Kind::MemberTitle);
    let next = reading.after(post.span.end).chars().next();
    let says = reading.tokens.kind_at(post.span.end, Kind::Say).is_some();
    (!member || says || !next.is_some_and(super::shape::is_han)).then_some(first..first + 1)
}
