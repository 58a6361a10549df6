//! Posts (职务): organisation and title, chained by 、 with the organisation inherited.

use super::{Found, Reading};
use crate::lexicon::{Kind, Token};
use crate::span::Span;

/// One post of a chain. The mention's span is the post as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PostMention {
    /// The organisation, its own or inherited; it may stand earlier in the text than the post.
    pub(crate) organization: Option<Span>,
    /// The title: 副秘书长.
    pub(crate) title: Span,
    /// The post with the inherited organisation written out: 国资委副秘书长.
    pub(crate) text: String,
    /// Whether the post goes on the chain of the post before it: the 局长 of 局党组书记、局长.
    pub(crate) chained: bool,
}

/// The longest name of a body that stands before a title, in bytes: 40 characters.
const MAX_ORGANIZATION: u32 = 120;

/// Finds all posts of the text.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Found<PostMention>> {
    let mut posts: Vec<Found<PostMention>> = Vec::new();
    let mut done = 0;
    for token in reading.tokens.all().filter(|t| t.kinds.has(Kind::Title)) {
        // The 校长 of 副校长 lies within a title that is read already.
        if token.span.start < done {
            continue;
        }
        done = token.span.end;
        posts.push(post(reading, token, posts.last()));
    }
    posts
}

/// The post whose title is `token`; `last` is the post before it.
fn post(reading: &Reading<'_>, token: Token, last: Option<&Found<PostMention>>) -> Found<PostMention> {
    let last_end = last.map_or(0, |p| p.span.end);
    let mut start = reading.edges.before(token.span.start).max(last_end);
    if token.span.start - start > MAX_ORGANIZATION {
        start = token.span.start;
    }
    let joint = Span::new(last_end, start);
    let mut chained = last.is_some() && reading.slice(joint) == "、";
    // 党委书记兼院长: the 兼 joins two posts and belongs to neither.
    if start == last_end && last.is_some() {
        if let Some(rest) = reading.slice(Span::new(start, token.span.start)).strip_prefix('兼') {
            start = token.span.start - rest.len() as u32;
            chained = true;
        }
    }
    let title = Span::new(title_start(reading, start, token.span.start), token.span.end);
    let span = Span::new(start, token.span.end);
    let own = (start < title.start).then(|| Span::new(start, title.start));
    let inherited = if own.is_none() && chained && !token.kinds.has(Kind::UnitTitle) { last.and_then(|p| p.value.organization) } else { None };
    let text = match inherited {
        Some(organization) => [reading.slice(organization), reading.slice(span)].concat(),
        None => reading.slice(span).to_owned(),
    };
    Found { span, rule: if chained { "post_chain" } else { "post" }, value: PostMention { organization: own.or(inherited), title, text, chained } }
}

/// Where the title begins whose last word starts at `at`, taking in 副, 原, 常务副.
fn title_start(reading: &Reading<'_>, floor: u32, mut at: u32) -> u32 {
    while let Some(prefix) = reading.tokens.ending_at(at, Kind::TitlePrefix) {
        if prefix.span.start < floor {
            break;
        }
        at = prefix.span.start;
    }
    at
}
