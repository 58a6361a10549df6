//! References by surname and title: the 林书记 of a text that names the party secretary 林晓峰.

use super::super::{Found, Reading};
use super::{PersonMention, context};
use crate::lexicon::Names;
use crate::sorted::arrange;
use crate::span::Span;

/// What a text says of the bearers of one surname: each name once, with the titles that stand with it.
type Bearers<'t> = Vec<(&'t str, Span, Vec<&'t str>)>;

/// The most bearers of one surname that are told apart; a text with more gives no reference by surname.
const MAX_BEARERS: usize = 32;

/// What a 总经理, 总裁 or 副总 is called by after the surname: 傅总.
const CHIEF: char = '总';

/// Adds the references to `list`. One that fits no named person, or several, is none.
pub(super) fn resolve<'t>(reading: &Reading<'t>, list: &mut Vec<Found<PersonMention>>) {
    let names = Names::get();
    let mut references = Vec::new();
    let mut bearers: Option<Vec<(char, Bearers<'t>)>> = None;
    for post in &reading.posts {
        let surname = Span::new(post.span.start, post.value.title.start);
        let text: &str = reading.slice(surname);
        let Some(c) = text.chars().next().filter(|c| text.len() == c.len_utf8() && names.surname(*c) > 0) else { continue };
        let known = bearers.get_or_insert_with(|| gather(reading, list));
        if let Some(name) = bearers_of(known, c).and_then(|b| one(b, reading.slice(post.value.title))) {
            references.push(Found {
                span: post.span,
                rule: "name_by_surname",
                value: PersonMention { refers: Some(name), ..PersonMention::new(0..0) },
            });
        }
    }
    // Where names can begin is known: the text need not be searched, and most texts name nobody who is called so.
    let chiefs = reading.posts.iter().any(|p| reading.slice(p.value.title).contains(CHIEF));
    for start in reading.tokens.name_starts().all.iter().take_while(|_| chiefs) {
        // Names begin with characters of three bytes.
        let at = start + 3;
        if reading.char_at(at) != Some(CHIEF) {
            continue;
        }
        let Some(c) = reading.char_at(start).filter(|&c| names.surname(c) > 0) else { continue };
        let end = at + CHIEF.len_utf8() as u32;
        let span = Span::new(start, end);
        let whole = reading.tokens.at(at).is_none_or(|t| t.span.end == end) && reading.tokens.around(span).is_none();
        let opens = !context::follows_han(reading, span.start) || reading.edges.end_at(span.start);
        if !whole || !opens {
            continue;
        }
        let known = bearers.get_or_insert_with(|| gather(reading, list));
        let mut heads = bearers_of(known, c).into_iter().flatten().filter(|b| b.2.iter().any(|t| t.contains(CHIEF)));
        if let (Some(head), None) = (heads.next(), heads.next()) {
            let value = PersonMention { refers: Some(head.1), ..PersonMention::new(0..0) };
            references.push(Found { span, rule: "name_by_surname", value });
        }
    }
    arrange(&mut references, |r| r.span.place());
    references.retain(|r| {
        let at = list.partition_point(|f| f.span.end <= r.span.start);
        list.get(at).is_none_or(|f| !f.span.overlaps(r.span))
    });
    super::insert(list, references);
}

/// The people of the text by surname, sorted: there are some hundred surnames, however long a text is.
fn gather<'t>(reading: &Reading<'t>, list: &[Found<PersonMention>]) -> Vec<(char, Bearers<'t>)> {
    let mut bearers: Vec<(char, Bearers<'t>)> = Vec::new();
    for found in list {
        let name: &str = &reading.text[found.span.range()];
        let Some(surname) = name.chars().next() else { continue };
        let titles = found.value.all_posts().map(|i| &reading.text[reading.posts[i].value.title.range()]);
        let place = bearers.partition_point(|b| b.0 < surname);
        if bearers.get(place).is_none_or(|b| b.0 != surname) {
            bearers.insert(place, (surname, Vec::new()));
        }
        let same = &mut bearers[place].1;
        if let Some(bearer) = same.iter_mut().find(|b| b.0 == name) {
            if bearer.2.len() < MAX_BEARERS {
                bearer.2.extend(titles);
            }
        } else if same.len() <= MAX_BEARERS {
            same.push((name, found.span, titles.collect()));
        }
    }
    bearers
}

/// The bearers of one surname.
fn bearers_of<'b, 't>(bearers: &'b [(char, Bearers<'t>)], surname: char) -> Option<&'b Bearers<'t>> {
    bearers.binary_search_by_key(&surname, |b| b.0).ok().map(|at| &bearers[at].1)
}

/// The one bearer whose title ends like `title`; failing that, the one bearer there is.
fn one(bearers: &Bearers<'_>, title: &str) -> Option<Span> {
    if bearers.len() > MAX_BEARERS {
        return None;
    }
    let mut fitting = bearers.iter().filter(|b| b.2.iter().any(|t| t.ends_with(title)));
    match (fitting.next(), fitting.next()) {
        (Some(only), None) => Some(only.1),
        (None, _) if bearers.len() == 1 && bearers[0].2.is_empty() => Some(bearers[0].1),
        _ => None,
    }
}
