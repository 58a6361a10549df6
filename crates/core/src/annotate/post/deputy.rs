//! Bare posts that are of the body named before them: 督导组组长林晓峰，|副组长周明远, 水利学院院长林晓峰、|党委书记周明远.

use super::{Found, PostMention, Reading, bestow, is_body};
use crate::lexicon::Kind;
use crate::span::Span;

/// How many heads of bodies a sentence may name whose deputies are told apart.
const MAX_HEADS: usize = 32;

/// Gives a bare deputy the body of the head named before it in its sentence: 督导组组长林晓峰，|督导组|副组长周明远. A title
/// that names its own unit (副局长) needs none.
pub(super) fn read(reading: &Reading<'_>, posts: &mut [Found<PostMention>]) {
    let mut heads: Vec<Found<PostMention>> = Vec::new();
    let mut sentence = usize::MAX;
    // Of the list that is read the body that is told with its first, and where the last name ends.
    let mut list: Option<(Span, u32)> = None;
    for post in posts.iter_mut().filter(|p| p.rule != "post_roster") {
        let here = reading.segments.sentence_at(post.span.start);
        if here != sentence {
            heads.clear();
            sentence = here;
        }
        let goes_on = |&(_, end): &(Span, u32)| reading.between(end.min(post.span.start), post.span.start) == "、";
        let bare = post.value.organization.is_none();
        let listed = list.filter(|l| bare && goes_on(l)).map(|l| l.0);
        let body = listed.or(post.value.organization.filter(|&o| is_told(reading, o)));
        let end = reading.people.at(post.span.end).map_or(post.span.end, |p| p.span.end);
        list = body.map(|body| (body, end));
        let title = reading.slice(post.value.title);
        match (post.value.organization, title.strip_prefix("常务").unwrap_or(title).strip_prefix('副')) {
            (None, Some(head)) if !reading.lexicon.kinds(head).has(Kind::UnitTitle) => {
                if let Some(body) = heads.iter().rev().find_map(|h| body_of(reading, h, head)) {
                    bestow(reading, post, body);
                }
            }
            // 副会长兼分会会长林晓峰，副会长周明远: what the one leads besides is not the other's.
            (_, None) if heads.len() < MAX_HEADS && !reading.before(post.span.start).ends_with('兼') => heads.push(post.clone()),
            _ => {}
        }
        // 水利学院院长林晓峰、党委书记周明远: what names no unit of its own is of the body before it.
        if let Some(body) = listed.filter(|_| post.value.organization.is_none() && !post.value.chained) {
            if !reading.lexicon.kinds(reading.slice(post.value.title)).has(Kind::UnitTitle) {
                bestow(reading, post, body);
            }
        }
    }
}

/// The body whose head a post is by the title `head`, where the two stand side by side: the 县政协 of 县政协主席.
fn body_of(reading: &Reading<'_>, post: &Found<PostMention>, head: &str) -> Option<Span> {
    let title = post.value.title;
    let start = match post.value.organization {
        Some(body) if body.end == title.start => body.start,
        // 市人大常委会党组书记、主任: the body that the head has from the post before, where it is told by name.
        Some(body) if reading.slice(title) == head => {
            return Some(body).filter(|&b| !reading.lexicon.kinds(reading.slice(b)).has(Kind::WholeBody));
        }
        Some(_) => return None,
        None => title.start,
    };
    let body = Span::new(start, title.end.saturating_sub(head.len() as u32).max(start));
    // 第三次|会长办公会议 is the meeting of no body.
    let counted = reading.slice(body).ends_with(['次', '届']);
    (!body.is_empty() && !counted && reading.slice(title).ends_with(head)).then_some(body)
}

/// Whether a body is told by a name of its own, which a list of its people goes on with: 集团公司, 水利学院, but not 校 or
/// 学院, nor what is a part of a body: 学术委员会.
fn is_told(reading: &Reading<'_>, body: Span) -> bool {
    /// The fewest bytes of such a name: four characters.
    const NAME: u32 = 12;
    body.len() >= NAME && is_body(reading, body) && !["组", "室", "员会", "常委会"].iter().any(|e| reading.slice(body).ends_with(e))
}
