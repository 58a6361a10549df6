//! Further mentions of names that are read already.

use std::borrow::Cow;

use super::super::{Found, Reading};
use super::{PersonMention, place, right, shape};
use crate::bits::Bits;
use crate::lexicon::Names;
use crate::span::Span;

/// Adds every further place where one of these names stands.
pub(super) fn complete(reading: &Reading<'_>, list: &mut Vec<Found<PersonMention>>) {
    if list.is_empty() {
        return;
    }
    let first = |name: &str| name.chars().next().unwrap_or_default();
    // By first character, the longest first.
    let mut names: Vec<&str> = list.iter().map(|f| reading.slice(f.span)).collect();
    names.sort_unstable_by_key(|&name| (first(name), std::cmp::Reverse(name.len()), name));
    names.dedup();
    // Most names stand more than once.
    names.shrink_to_fit();
    let firsts = Firsts::of(names.iter().map(|name| first(name)));
    let mut added = Vec::new();
    let (mut next, mut done) = (0, 0);
    for start in starts(reading, names.iter().map(|name| first(name))).iter() {
        let Some(c) = reading.char_at(start).filter(|&c| firsts.may_have(c)) else { continue };
        while let Some(found) = list.get(next).filter(|f| f.span.start <= start) {
            done = found.span.end;
            next += 1;
        }
        if start < done {
            continue;
        }
        let rest = reading.after(start);
        let limit = list.get(next).map_or(reading.text.len() as u32, |f| f.span.end);
        let from = names.partition_point(|name| first(name) < c);
        let mut known = names[from..].iter().take_while(|name| name.starts_with(c));
        let name = known.find(|name| start + name.len() as u32 <= limit && rest.starts_with(**name));
        if let Some(name) = name {
            let span = Span::new(start, start + name.len() as u32);
            let within = list.get_mut(next).filter(|f| f.span.start < span.end);
            if within.as_ref().is_none_or(|f| f.span.end == span.end) && ends_here(reading, span) {
                done = span.end;
                let again = Found { span, rule: "name_again", value: PersonMention::new(0..0) };
                match within {
                    // 于云川 is known: the 云川 in it is no other.
                    Some(within) => {
                        *within = again;
                        next += 1;
                    }
                    None => added.push(again),
                }
            }
        }
    }
    super::insert(list, added);
}

/// Where a name may begin that begins with one of `firsts`. Most names begin as names do, and where characters of that
/// kind stand is known; the text is read again only for others.
fn starts<'r>(reading: &'r Reading<'_>, firsts: impl Iterator<Item = char>) -> Cow<'r, Bits> {
    let names = Names::get();
    let mut starts = Cow::Borrowed(&reading.tokens.name_starts().all);
    let others: Vec<char> = firsts.filter(|&c| !names.begins(c)).collect();
    if !others.is_empty() {
        let sieve = Firsts::of(others.iter().copied());
        let found = reading.text.char_indices().filter(|(_, c)| sieve.may_have(*c) && others.contains(c));
        found.for_each(|(at, _)| starts.to_mut().insert(at as u32));
    }
    starts
}

/// A sieve of first characters: most characters of a text begin no name, and are told so without hashing.
struct Firsts([u64; SIEVE / 64]);

/// How many bits the sieve has.
const SIEVE: usize = 4096;

impl Firsts {
    fn of(characters: impl Iterator<Item = char>) -> Self {
        let mut bits = [0; SIEVE / 64];
        for c in characters {
            bits[c as usize % SIEVE / 64] |= 1 << (c as usize % 64);
        }
        Self(bits)
    }

    fn may_have(&self, c: char) -> bool {
        self.0[c as usize % SIEVE / 64] & (1 << (c as usize % 64)) != 0
    }
}

/// Whether a known name ends at the end of `span`: the 张青 of 张青安说 and of 张青县 doesn't.
fn ends_here(reading: &Reading<'_>, span: Span) -> bool {
    if reading.tokens.at(span.end).is_some_and(|token| place::names_place(reading, token)) {
        return false;
    }
    if span.len() != 6 || right::right(reading, span) != right::Right::None {
        return true;
    }
    !shape::ends(reading, span.start)
        .filter(|&end| end > span.end)
        .map(|end| Span::new(span.start, end))
        .any(|longer| right::right(reading, longer) != right::Right::None && shape::weigh(reading, longer, false) >= super::SURE)
}
