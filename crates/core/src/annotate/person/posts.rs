//! Posts that stand after a name: 林晓峰（局长）, 林晓峰任组长, 林晓峰委员.

use std::ops::Range;

use super::super::{Found, PostMention, Reading, people_counted_at};
use super::context::Left;
use super::{PersonMention, narrow};
use crate::lexicon::{Kind, Token};
use crate::segment::is_space;
use crate::span::Span;

/// Gives a mention the posts that follow it.
pub(super) fn attach(reading: &Reading<'_>, found: &mut Found<PersonMention>) {
    let posts = following(reading, found);
    if posts.is_empty() {
        return;
    }
    // 副校长林晓峰、周明远处长: whoever has a title of his own shares none.
    let own = &reading.posts[posts.start].value.title;
    let titled = own.start == found.span.end && !reading.lexicon.kinds(reading.slice(*own)).has(Kind::Honorific);
    if found.value.posts.is_empty() || titled && found.rule == Left::List(0..0).rule() {
        found.value.posts = narrow(&posts);
    } else {
        found.value.posts_after = narrow(&posts);
    }
}

/// Gives the posts of 林晓峰、周明远当选副会长 to the names before the last one too.
pub(super) fn share_back(reading: &Reading<'_>, list: &mut [Found<PersonMention>]) {
    for i in (1..list.len()).rev() {
        let (before, this) = (&list[i - 1], &list[i]);
        let last = if this.value.posts_after.is_empty() { this.value.posts() } else { this.value.posts_after() };
        let appointed = last.start < last.end
            && reading
                .posts
                .get(last.start)
                .is_some_and(|p| p.value.title.start > this.span.end && bracketed(reading, this.span.end).is_none());
        let end = aside_end(reading, before.span.end);
        let joint = end < this.span.start && reading.slice(Span::new(end, this.span.start)) == "、";
        if appointed && joint {
            give(&mut list[i - 1], last);
        }
    }
}

/// Gives the post of 副组长由局长林晓峰、周明远担任 to those whom it is filled by.
pub(super) fn filled(reading: &Reading<'_>, list: &mut [Found<PersonMention>]) {
    for i in 0..list.len() {
        let verb = reading.tokens.kind_at(list[i].span.end, Kind::Appoint);
        if !verb.is_some_and(|v| ends_clause(reading, v.span.end)) {
            continue;
        }
        let mut first = i;
        while first > 0 && reading.between(list[first - 1].span.end, reading.start_with_posts(&list[first])) == "、" {
            first -= 1;
        }
        let Some(at) = reading.start_with_posts(&list[first]).checked_sub("由".len() as u32) else { continue };
        let post = reading.posts.partition_point(|p| p.span.end < at);
        let filled = reading.posts.get(post).is_some_and(|p| p.span.end == at) && reading.after(at).starts_with('由');
        if filled {
            for found in &mut list[first..=i] {
                give(found, post..post + 1);
            }
        }
    }
}

/// Adds posts to a mention that may have posts before it.
fn give(found: &mut Found<PersonMention>, posts: Range<usize>) {
    if found.value.posts.is_empty() {
        found.value.posts = narrow(&posts);
    } else if found.value.posts_after.is_empty() && found.value.posts() != posts {
        found.value.posts_after = narrow(&posts);
    }
}

/// Whether a clause ends at `at`.
fn ends_clause(reading: &Reading<'_>, at: u32) -> bool {
    reading.after(at).chars().next().is_none_or(|c| crate::segment::is_stop(c) || c.is_whitespace())
}

/// The posts right after a name.
fn following(reading: &Reading<'_>, found: &Found<PersonMention>) -> Range<usize> {
    let end = aside_end(reading, found.span.end);
    // 林晓峰同志任青山大学校长; 以林晓峰同志为总书记 appoints nobody.
    let honorific = reading.tokens.kind_at(end, Kind::Honorific).filter(|t| !t.kinds.has(Kind::Title));
    let end = honorific.map_or_else(|| counted_end(reading, end), |t| t.span.end);
    if honorific.is_some() && reading.after(end).starts_with('为') && reading.before(reading.start_with_posts(found)).ends_with('以') {
        return 0..0;
    }
    left(reading, end)
        .or_else(|| bracketed(reading, end))
        .or_else(|| on_line(reading, end))
        .or_else(|| appointed(reading, end))
        .or_else(|| resumed(reading, end))
        .or_else(|| address(reading, end))
        .unwrap_or_default()
}

/// Where the count of a list ends after its last name: the 等9位同志 of 林晓峰、周明远等9位同志为委员.
fn counted_end(reading: &Reading<'_>, end: u32) -> u32 {
    let rest = reading.after(end);
    let count = rest.strip_prefix('等').unwrap_or(rest);
    let Some(length) = people_counted_at(count) else { return end };
    let end = end + (rest.len() - count.len() + length) as u32;
    reading.tokens.at(end).filter(|t| t.kinds.any(&[Kind::Honorific, Kind::GroupHead])).map_or(end, |t| t.span.end)
}

/// The most bytes that such an aside holds: ten characters.
pub(super) const MAX_ASIDE: u32 = 30;

/// The end of a short aside after a name: the （女） of 林晓红（女）, the （因公出差） of who is absent.
pub(super) fn aside_end(reading: &Reading<'_>, end: u32) -> u32 {
    let aside = reading.segments.pairs.opening_at(end).filter(|p| p.is_bracket() && p.inner.len() <= MAX_ASIDE);
    aside.filter(|_| bracketed(reading, end).is_none()).map_or(end, |p| p.span.end)
}

/// 林晓峰（局党组书记、局长）: posts that fill a bracket.
pub(super) fn bracketed(reading: &Reading<'_>, end: u32) -> Option<Range<usize>> {
    let pair = reading.segments.pairs.opening_at(end).filter(|p| p.is_bracket())?;
    let first = reading.posts.first_from(pair.inner.start);
    let past = reading.posts.first_from(pair.inner.end);
    let last = reading.posts.get(past.checked_sub(1)?)?;
    (first < past && last.span.end == pair.inner.end).then_some(first..past)
}

/// 林晓峰　县水利局局长: posts that fill the rest of a roster's line after white space.
pub(super) fn on_line(reading: &Reading<'_>, end: u32) -> Option<Range<usize>> {
    let line = reading.segments.line(end).content;
    let rest = reading.between(end, line.end);
    let own = rest.trim_start_matches(is_space);
    let start = line.end.checked_sub(own.len() as u32).filter(|&start| start > end)?;
    let first = reading.posts.first_from(start);
    let past = reading.posts.first_from(line.end);
    let chain = reading.posts.get(first..past)?;
    let chained = chain.iter().skip(1).all(|p| p.value.chained);
    (chained && chain.first()?.span.start == start && chain.last()?.span.end == line.end).then_some(first..past)
}

/// Whether what is told of a person follows the comma at `at`: 林晓峰|，男，…, 周明远|，1970年5月生，….
pub(super) fn told_of(reading: &Reading<'_>, at: u32) -> bool {
    let Some(rest) = reading.after(at).strip_prefix('，') else { return false };
    let born = || reading.slice(reading.segments.clause(at + "，".len() as u32).content).ends_with('生');
    rest.starts_with("男，") || rest.starts_with("女，") || rest.starts_with(|c: char| c.is_ascii_digit()) && born()
}

/// 林晓峰，男，…，现任青山县委常委、副县长: the posts that what is told of a person comes to; without 现任, all that are
/// told. What somebody is to become (拟任) is not held yet.
fn resumed(reading: &Reading<'_>, end: u32) -> Option<Range<usize>> {
    /// How far what is told of a person is read, in bytes: 400 characters.
    const REACH: u32 = 1_200;
    if !told_of(reading, end) {
        return None;
    }
    let sentence = reading.segments.sentence(end).content;
    let rest = Span::new(end, sentence.end.min(end + REACH).max(end));
    let own = |t: &Token| reading.posts.get(reading.posts.first_past(t.span.end)).is_some_and(|p| p.span.start <= t.span.end);
    let verbs = || reading.tokens.of(rest, Kind::Appoint).filter(own);
    let now = verbs().find(|t| reading.slice(t.span) == "现任").or_else(|| verbs().next())?;
    let first = reading.posts.first_past(now.span.end);
    // Only marks and verbs of appointment stand between the posts of one person.
    let goes_on = |pair: &[Found<PostMention>]| {
        let between = Span::new(pair[0].span.end, pair[1].span.start);
        let verb = between.start + "，".len() as u32;
        matches!(reading.slice(between), "、" | "，")
            || reading.tokens.kind_at(verb, Kind::Appoint).is_some_and(|t| t.span.end == between.end && reading.slice(t.span) != "拟任")
    };
    let more = reading.posts[first..].windows(2).take_while(|pair| pair[1].span.end <= rest.end && goes_on(pair)).count();
    Some(first..first + 1 + more)
}

/// 免去林晓峰（同志）的青山县水利局局长|职务: the posts that somebody is relieved of.
pub(super) fn left(reading: &Reading<'_>, end: u32) -> Option<Range<usize>> {
    let start = if reading.after(end).starts_with('的') { end + "的".len() as u32 } else { end };
    let first = reading.posts.first_from(start);
    reading.posts.get(first).filter(|p| p.span.start == start)?;
    let past = first + 1 + reading.posts[first + 1..].iter().take_while(|p| p.value.chained).count();
    reading.after(reading.posts[past - 1].span.end).starts_with("职务").then_some(first..past)
}

/// 林晓峰任组长: posts after a verb of appointment.
fn appointed(reading: &Reading<'_>, end: u32) -> Option<Range<usize>> {
    let verb = reading.tokens.kind_at(end, Kind::Appoint)?;
    let first = reading.posts.first_past(verb.span.end);
    let post = reading.posts.get(first).filter(|p| p.span.start <= verb.span.end)?;
    // 林晓峰是党委书记周明远的老师: a name after the title shows that the post is another's; that is settled by
    // the title's end being an end of the clause as well.
    let after = reading.after(post.span.end).chars().next();
    if after.is_some_and(|c| super::shape::is_han(c) && !"的时以后并".contains(c)) && !reading.after(post.span.end).starts_with("职务")
    {
        return None;
    }
    // 由林晓峰任组长、周明远任副组长: the second post is another's.
    let own = |p: &&Found<PostMention>| p.value.chained && !reading.tokens.any(p.span, &[Kind::Appoint]);
    let past = first + 1 + reading.posts[first + 1..].iter().take_while(own).count();
    // 林晓峰任局长，免去其|副局长职务.
    let relieved =
        reading.after(reading.posts[past - 1].span.end).strip_prefix("，免去其").map(|rest| (reading.text.len() - rest.len()) as u32);
    Some(first..relieved.and_then(|at| left(reading, at)).map_or(past, |l| l.end))
}

/// 林晓峰委员: a title right after the name. 林晓峰代表学校讲话 has a verb there.
fn address(reading: &Reading<'_>, end: u32) -> Option<Range<usize>> {
    let first = reading.posts.first_past(end);
    let post = reading.posts.get(first).filter(|p| p.value.title.start == end)?;
    // 林晓峰代表|学校: the one title of a member that is a verb as well.
    let verb = reading.tokens.kind_at(end, Kind::Boundary).is_some_and(|t| t.span == post.value.title);
    let next = reading.after(post.span.end).chars().next();
    let says = reading.tokens.kinds_at(post.span.end).has(Kind::Say);
    (!verb || says || !next.is_some_and(super::shape::is_han)).then_some(first..first + 1)
}
