//! From words to mentions: times, counted phrases, ordinal markers, citations, organisations, posts, people.
//!
//! One recogniser a file. Each gives its mentions sorted and without overlap, and every mention keeps
//! the name of the rule that made it. What one recogniser has found, those after it may use.

mod citation;
mod count;
mod edge;
mod marker;
mod mention;
mod number;
mod organization;
mod person;
mod post;
mod time;

pub(crate) use count::Count;
pub(crate) use edge::Edges;
pub(crate) use marker::{Marker, MarkerStyle};
pub use mention::Mention;
pub(crate) use number::{leading as number_at, people as people_counted_at, starts_number};
pub(crate) use organization::Body;
pub(crate) use person::PersonMention;
pub(crate) use post::PostMention;
pub(crate) use time::{Context as TimeContext, weekday_mismatch};

use crate::document::{CitationKind, Time};
use crate::lexicon::{Lexicon, Tokens};
use crate::options::{Date, Options};
use crate::ordered::{Ordered, Placed};
use crate::segment::Segments;
use crate::span::Span;

/// Something that a rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found<T> {
    /// Where it stands in the repaired text.
    pub(crate) span: Span,
    /// The name of the rule that found it.
    pub(crate) rule: &'static str,
    /// What it is.
    pub(crate) value: T,
}

impl<T> Placed for Found<T> {
    fn span(&self) -> Span {
        self.span
    }
}

/// Mentions of a kind, by place.
pub(crate) type Mentions<T> = Ordered<Found<T>>;

/// A text with all that the stages up to here have read from it.
#[derive(Debug)]
pub(crate) struct Reading<'t> {
    /// The repaired text; all spans here index it.
    pub(crate) text: &'t str,
    pub(crate) segments: Segments,
    pub(crate) lexicon: &'t Lexicon,
    pub(crate) tokens: Tokens<'t>,
    pub(crate) options: &'t Options,
    /// The date that the page states for the text (发布时间); it gives the text's dates a year.
    pub(crate) published: Option<Date>,
    pub(crate) times: Mentions<Time>,
    /// What the times were resolved by.
    pub(crate) time_context: TimeContext,
    pub(crate) counts: Mentions<Count>,
    pub(crate) markers: Mentions<Marker>,
    pub(crate) citations: Mentions<CitationKind>,
    pub(crate) edges: Edges,
    pub(crate) organizations: Mentions<organization::Body>,
    pub(crate) posts: Mentions<PostMention>,
    pub(crate) people: Mentions<PersonMention>,
}

impl<'t> Reading<'t> {
    /// The text at `span`.
    pub(crate) fn slice(&self, span: Span) -> &'t str {
        self.between(span.start, span.end)
    }

    /// The text from `start` up to `end`; empty where `end` comes first, so that no rule can make a parse panic.
    pub(crate) fn between(&self, start: u32, end: u32) -> &'t str {
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The text from `offset` on.
    pub(crate) fn after(&self, offset: u32) -> &'t str {
        self.text.get(offset as usize..).unwrap_or_default()
    }

    /// The character that starts at `offset`: mostly one of three bytes.
    #[inline]
    pub(crate) fn char_at(&self, offset: u32) -> Option<char> {
        let at = offset as usize;
        match self.text.as_bytes().get(at..at + 3) {
            Some(&[a @ 0xE0..=0xEF, b, c]) => char::from_u32(u32::from(a & 0x0F) << 12 | u32::from(b & 0x3F) << 6 | u32::from(c & 0x3F)),
            _ => self.after(offset).chars().next(),
        }
    }

    /// Whether a common ideograph, U+4E00 to U+9FFF, starts at `offset`: told by its first byte.
    #[inline]
    pub(crate) fn is_common_at(&self, offset: u32) -> bool {
        self.text.as_bytes().get(offset as usize).is_some_and(|first| (0xE4..=0xE9).contains(first))
    }

    /// Whether 了, which these three bytes are, ends at `offset`: asked of every word.
    #[inline]
    pub(crate) fn ends_in_le(&self, offset: u32) -> bool {
        let before = self.text.as_bytes().get(..offset as usize);
        matches!(before, Some([.., 0xE4, 0xBA, 0x86]))
    }

    /// The marker of an item that starts at `offset`.
    pub(crate) fn marker_at(&self, offset: u32) -> Option<&Found<Marker>> {
        self.markers.at(offset)
    }

    /// A post with the inherited organisation written out: 国资委副秘书长.
    pub(crate) fn whole_post<'f>(&'f self, post: &'f Found<PostMention>) -> &'f str {
        post.value.whole.as_deref().unwrap_or_else(|| self.slice(post.span))
    }

    /// The text up to `offset`.
    pub(crate) fn before(&self, offset: u32) -> &'t str {
        self.text.get(..offset as usize).unwrap_or_default()
    }
}

/// Reads all mentions of `text`.
pub(crate) fn annotate<'t>(
    text: &'t str,
    segments: Segments,
    tokens: Tokens<'t>,
    lexicon: &'t Lexicon,
    options: &'t Options,
    published: Option<Date>,
) -> Reading<'t> {
    let mut reading = Reading {
        text,
        segments,
        lexicon,
        tokens,
        options,
        published,
        times: Mentions::default(),
        time_context: TimeContext::default(),
        counts: Mentions::default(),
        markers: Mentions::default(),
        citations: Mentions::default(),
        edges: Edges::default(),
        organizations: Mentions::default(),
        posts: Mentions::default(),
        people: Mentions::default(),
    };
    let (times, context) = time::read(&reading);
    (reading.times, reading.time_context) = (Mentions::of(text.len(), times), context);
    reading.counts = Mentions::of(text.len(), count::read(&reading));
    reading.markers = Mentions::of(text.len(), marker::read(&reading));
    reading.edges = Edges::of(&reading);
    // What is found from here on stands on other mentions, and of a text of marks they are many.
    reading.segments.signs = Vec::new();
    reading.citations = Mentions::of(text.len(), citation::read(&reading));
    reading.organizations = Mentions::of(text.len(), organization::read(&reading));
    reading.posts = Mentions::of(text.len(), post::read(&reading));
    reading.people = Mentions::of(text.len(), person::read(&reading));
    reading.tokens.forget_name_starts();
    let mut posts = std::mem::take(&mut reading.posts).into_list();
    post::settle(&reading, &mut posts);
    reading.posts = Mentions::of(text.len(), posts);
    reading
}

/// Whether a mention of a sorted list lies within `span`.
pub(crate) fn any_within<T>(list: &Mentions<T>, span: Span) -> bool {
    within(list, span).next().is_some()
}

/// The mentions of a sorted list that lie within `span`.
pub(crate) fn within<T>(list: &Mentions<T>, span: Span) -> impl DoubleEndedIterator<Item = &Found<T>> {
    list.starting(span).iter().filter(move |f| f.span.end <= span.end)
}
