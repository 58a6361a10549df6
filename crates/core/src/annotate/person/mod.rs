//! People's names (人名), anchored by posts, verbs, lists and earlier mentions.
//!
//! A name is weighed, not matched: what stands before it (a post, a name of the same list, a byline, the
//! start of a clause), what it is made of (surname, given name), and what follows (a verb, 同志, a mark).

mod cited;
mod context;
mod foreign;
mod known;
mod lists;
mod member;
mod place;
mod posts;
mod reference;
mod right;
mod shape;
mod signature;

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::{Found, Reading};
use crate::bits::Bits;
use crate::lexicon::{Kind, Kinds, Names};
use crate::sorted::arrange;
use crate::span::Span;
use context::Left;
pub(super) use context::follows_han;
use right::Right;

/// A place where a person is named. The mention's span is the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PersonMention {
    posts: Range<u32>,
    posts_after: Range<u32>,
    /// Whether the person is named only as the author of a thought or speech (周明远新时代中国特色社会主义思想).
    pub(crate) cited: bool,
    /// The full name that a reference by surname and title (林书记) stands for.
    pub(crate) refers: Option<Span>,
}

/// What a candidate must weigh to be read as a name.
const ENOUGH: i32 = 8;

/// What a name must weigh by its shape to stand without a mark after it.
const SURE: i32 = 5;

/// What two names must weigh by their shapes to show each other to be names: 林晓峰、周明远.
const LIKELY: i32 = 4;

/// Finds all names of people in the text.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Found<PersonMention>> {
    let mut list = anchored(reading);
    lists::complete(reading, &mut list);
    known::complete(reading, &mut list);
    list.shrink_to_fit();
    let mut before = u32::MAX;
    for found in &mut list {
        // 副校长林晓峰教授、院长周明远: the title after a name is no post of the next.
        let posts = found.value.posts();
        found.value.posts.start += u32::from(posts.len() > 1 && reading.posts[posts.start].value.title.start == before);
        before = found.span.end;
        posts::attach(reading, found);
        found.value.cited = cited::is_cited(reading, found.span);
    }
    posts::share_back(reading, &mut list);
    posts::filled(reading, &mut list);
    reference::resolve(reading, &mut list);
    list
}

impl Reading<'_> {
    /// Where a name begins with the posts right before it: 局长林晓峰. Posts that it shares with a name before it
    /// (the 副局长 of 周明远 in 副局长林晓峰、周明远) stand there.
    pub(crate) fn start_with_posts(&self, found: &Found<PersonMention>) -> u32 {
        let posts = &self.posts[found.value.posts()];
        let (Some(first), Some(last)) = (posts.first(), posts.last()) else { return found.span.start };
        let between = self.between(last.span.end, found.span.start);
        let own = last.span.end <= found.span.start && between.trim().trim_matches(['：', ':']).is_empty();
        if own { first.span.start.min(found.span.start) } else { found.span.start }
    }
}

impl PersonMention {
    fn new(posts: Range<usize>) -> Self {
        Self { posts: narrow(&posts), posts_after: 0..0, cited: false, refers: None }
    }

    /// The posts that stand with the name here: indices into [`Reading::posts`].
    pub(crate) fn posts(&self) -> Range<usize> {
        self.posts.start as usize..self.posts.end as usize
    }

    /// Posts after the name where there are posts before it too (校团委书记林晓峰担任会长).
    fn posts_after(&self) -> Range<usize> {
        self.posts_after.start as usize..self.posts_after.end as usize
    }

    /// The posts before the name, then those after it.
    pub(crate) fn all_posts(&self) -> impl Iterator<Item = usize> + use<> {
        self.posts().chain(self.posts_after())
    }
}

/// Adds mentions in their places, without a second list of all.
fn insert(list: &mut Vec<Found<PersonMention>>, mut added: Vec<Found<PersonMention>>) {
    if !added.is_empty() {
        list.append(&mut added);
        arrange(list, |f| f.span.place());
    }
}

/// Indices as they are kept: a mention takes a third less so.
fn narrow(indices: &Range<usize>) -> Range<u32> {
    indices.start as u32..indices.end as u32
}

/// The names that their surroundings show to be names.
fn anchored(reading: &Reading<'_>) -> Vec<Found<PersonMention>> {
    let names = Names::get();
    let mut list: Vec<Found<PersonMention>> = Vec::new();
    let near_words = NearWords::of(reading);
    let mut done = 0;
    let mut next_post = 0;
    let mut post_end = reading.posts.first().map_or(u32::MAX, |p| p.span.end);
    // A name begins with a character of names, after a post, or close to the name before it.
    let mut from = 0;
    loop {
        while post_end < from {
            next_post += 1;
            post_end = reading.posts.get(next_post).map_or(u32::MAX, |p| p.span.end);
        }
        let mut at = from;
        if list.is_empty() || from - done > context::MAX_JOINT {
            let mut start = near_words.starts.next_from(from);
            while let Some(plain) = start.filter(|&start| start < post_end && is_plain(reading, start, &near_words)) {
                if plain - done <= context::MAX_JOINT {
                    break;
                }
                start = near_words.starts.next_from(plain + 1);
            }
            at = start.map_or(post_end, |start| start.min(post_end));
        }
        let Some(c) = reading.char_at(at) else { break };
        from = at + c.len_utf8() as u32;
        let near = at - done <= context::MAX_JOINT;
        if !shape::is_han(c) || post_end != at && !names.begins(c) && !context::in_list(reading, at, list.last()) {
            continue;
        }
        if post_end != at && !near && is_plain(reading, at, &near_words) {
            continue;
        }
        // In the midst of prose, far from any other name, only an edge can stand before one.
        let left = if post_end != at && !near && !near_words.leads.has(at) && context::follows_han(reading, at) {
            if reading.edges.end_at(at) { Left::Open } else { Left::None }
        } else {
            context::left(reading, at, next_post, list.last())
        };
        // Without anything before it, only a surname and what follows can show a name.
        if left == Left::None && (names.surname(c) == 0 || ends_word(reading, at, c) || reading.lexicon.kinds_of(c).has(Kind::PlaceSuffix))
        {
            continue;
        }
        if let Some((span, rule)) = name_at(reading, at, &left, &near_words).filter(|_| !within_place(reading, at)) {
            (done, from) = (span.end, span.end);
            let posts = match left {
                Left::Post(posts) | Left::List(posts) => posts,
                _ => 0..0,
            };
            list.push(Found { span, rule, value: PersonMention::new(posts) });
        }
    }
    list
}

/// Whether a word of two characters or the name of a body ends with `c`, at `at`: the 习 of 学习李先生 and the 司 of
/// 青山厅规划司林晓峰 begin no name.
fn ends_word(reading: &Reading<'_>, at: u32, c: char) -> bool {
    let end = at + c.len_utf8() as u32;
    if member::body_ends(reading, end) {
        return true;
    }
    at.checked_sub(3).and_then(|before| reading.tokens.at(before)).is_some_and(|t| t.span.end == end)
}

/// Whether `at` lies within the name of a country or city, or a word that no name has: the 罗斯 of 俄罗斯, the 员 of 辅导员
/// and the 期 of 长期 begin no name.
fn within_place(reading: &Reading<'_>, at: u32) -> bool {
    /// The most bytes of a place's name before a character in it.
    const REACH: u32 = 18;
    let before = reading.tokens.within(Span::new(at.saturating_sub(REACH), at.saturating_add(REACH)));
    before
        .take_while(|t| t.span.start < at)
        .any(|t| t.span.end > at && t.kinds.any(&[Kind::Country, Kind::Place, Kind::GroupHead, Kind::Manner]))
}

/// Where what stands around shows a name in the midst of prose.
struct NearWords {
    /// Where a word ends that leads up to a name: 记者, 领导人, 水利局. They are of all the kinds that [`context::left`]
    /// asks for right before a name.
    leads: Bits,
    /// The same, and where an edge ends.
    opens: Bits,
    /// From where a name may reach to a title or a form of address, or to a bracket that may hold a title.
    called: Bits,
    /// Where a name can begin by its first character and [`is_plain`] doesn't hold, with few others.
    starts: Bits,
}

/// The least and the most bytes that a name without a dot may have, and one more.
const LENGTHS: (u32, u32) = (4, 16);

impl NearWords {
    fn of(reading: &Reading<'_>) -> Self {
        const CALLS: Kinds = Kinds::of(&[Kind::Title, Kind::Honorific]);
        const LEADS: Kinds = Kinds::of(&[Kind::Byline, Kind::GroupHead, Kind::Affiliation, Kind::Organization, Kind::OrganizationSuffix]);
        let length = reading.text.len();
        let mut opens = reading.edges.ends().clone();
        let (mut leads, mut called) = (Bits::within(length), Bits::within(length));
        let mut call = |at: u32| {
            if at >= LENGTHS.0 {
                called.insert_run(at.saturating_sub(LENGTHS.1), at - LENGTHS.0);
            }
        };
        for token in reading.tokens.with(CALLS.with(LEADS)) {
            if token.kinds.meets(CALLS) {
                call(token.span.start);
            }
            if token.kinds.meets(LEADS) {
                leads.insert(token.span.end);
                opens.insert(token.span.end);
            }
        }
        reading.segments.pairs.list.iter().for_each(|p| call(p.span.start));
        let names = reading.tokens.name_starts();
        let shown = names.at_edges.words().iter().zip(opens.words()).zip(called.words()).map(|((&edge, &open), &call)| edge | open | call);
        // At the start of the text every one of them is looked at.
        let first = std::iter::once((2 << context::MAX_JOINT) - 1).chain(std::iter::repeat(0));
        let starts = names.all.words().iter().zip(shown).zip(first).map(|((&all, shown), first)| all & (shown | first)).collect();
        Self { leads, opens, called, starts: Bits::of(starts) }
    }
}

/// Whether the character at `at` stands in the midst of prose where no name can begin: no post, edge or word that leads
/// up to a name ends before it, and it is no surname, or no title or form of address follows. That holds for most
/// characters, and costs little to see.
#[inline]
fn is_plain(reading: &Reading<'_>, at: u32, near: &NearWords) -> bool {
    let within = at >= 3 && reading.is_common_at(at - 3) && reading.is_common_at(at + 3);
    within && !near.opens.has(at) && (!near.called.has(at) || reading.char_at(at).is_some_and(|c| Names::get().surname(c) == 0))
}

/// The name that starts at `at`, of the length that weighs most.
fn name_at(reading: &Reading<'_>, at: u32, left: &Left, near: &NearWords) -> Option<(Span, &'static str)> {
    let listed = left.is_told();
    let anchored = listed || *left == Left::Open;
    if anchored {
        if let Some(span) = foreign::dotted(reading, at).filter(|&s| listed || shape::is_foreign(reading.slice(s))) {
            return Some((span, "name_dotted"));
        }
    }
    // 李某 and 邵 岩: mostly an ideograph follows.
    if !reading.is_common_at(at + 3) || reading.char_at(at + 3) == Some('某') {
        if let Some(span) = shape::withheld(reading.text, at).filter(|_| anchored) {
            return Some((span, "name_withheld"));
        }
        let alone =
            |s: &Span| posts::on_line(reading, s.end).is_some() || context::before_number(reading, s.end) || context::is_alone(reading, *s);
        if let Some(span) = shape::spaced(reading, at).filter(|s| listed || alone(s)) {
            return Some((span, "name_spaced"));
        }
    }
    if let Some(span) = foreign::foreign(reading, at, left).or_else(|| foreign::filling(reading, at, left)) {
        return Some((span, "name_foreign"));
    }
    // 区委书记|任|总指挥: the verb is no surname where a title follows it.
    let appoints = Some(left).filter(|left| matches!(left, Left::Post(_))).and_then(|_| reading.tokens.kind_at(at, Kind::Appoint));
    if appoints.is_some_and(|v| reading.posts.binary_search_by_key(&v.span.end, |p| p.value.title.start).is_ok()) {
        return None;
    }
    // What nothing leads up to, and what begins a clause and has no surname, weighs enough only with a title or a form of
    // address after it.
    let only_called = *left == Left::None || *left == Left::Open && !shape::has_surname(reading, at);
    let called = near.called.has(at);
    let mut best: Option<(i32, Span)> = None;
    for end in shape::ends(reading, at) {
        if only_called && !called && reading.is_common_at(end) {
            continue;
        }
        let span = Span::new(at, end);
        let right = right::right(reading, span);
        if only_called && !matches!(right, Right::Title | Right::Address) {
            continue;
        }
        // 负责人|马家坪|水库.
        let bare = right == Right::None;
        if bare && (!matches!(left, Left::Post(_)) || end - at != 9 || reading.tokens.kinds_at(end).has(Kind::PlaceSuffix)) {
            continue;
        }
        let more = |&weight: &i32| weight >= ENOUGH && best.is_none_or(|(w, _)| weight > w);
        if let Some(weight) = weight(reading, span, left, right).filter(more) {
            best = Some((weight, span));
        }
    }
    best.map(|(_, span)| (span, left.rule()))
}

/// What the name at `span` weighs between what stands on its two sides; `None` where these show none. Few of the places
/// where a name may end come as far as this, so that nothing is made ready for it beforehand.
#[inline(never)]
fn weight(reading: &Reading<'_>, span: Span, left: &Left, right: Right) -> Option<i32> {
    if place::is_goal(reading, span, left, right) {
        return None;
    }
    let listed = left.is_told();
    let shape = shape::weigh(reading, span, listed);
    if right == Right::None && shape < SURE {
        return None;
    }
    let open = *left == Left::Open;
    let begins_list = open && shape > 0 && lists::begins_list(reading, span.end, shape);
    let list = if begins_list { 2 } else { context::between_commas(reading, span, left) };
    let labelled = open && shape >= LIKELY - 1 && context::is_labelled(reading, span);
    let alone = open && shape >= SURE && span.len() <= 9 && context::is_alone(reading, span);
    let party = open && shape >= LIKELY && span.len() == 9 && lists::leads_party(reading, span);
    // 困难职工林晓峰、老党员周明远.
    let folk = open && shape >= LIKELY && span.len() == 9 && right == Right::Mark && place::follows_folk(reading, span.start);
    let list = if labelled || alone || party || folk { 4 } else { list };
    let list = if *left == Left::Byline && context::in_roster(reading, span) { list + 6 } else { list };
    let anchored = begins_list || labelled || alone || party || folk || left.takes(right);
    anchored.then(|| {
        shape
            + left.weight()
            + right.weight()
            + list
            + context::acting(reading, span, left, right)
            + context::particles(reading, span, left, right)
            + context::framed(reading, span, left, right, shape)
    })
}
