//! Further mentions of names that are read already.

use std::collections::{HashMap, HashSet};

use super::super::{Found, Reading};
use super::{PersonMention, context, shape};
use crate::span::Span;

/// Adds every further place where one of these names stands.
pub(super) fn complete(reading: &Reading<'_>, anchored: Vec<Found<PersonMention>>) -> Vec<Found<PersonMention>> {
    if anchored.is_empty() {
        return anchored;
    }
    let names: HashSet<&str> = anchored.iter().map(|f| reading.slice(f.span)).collect();
    // For every first character the lengths that names with it have, the longest first.
    let mut lengths: HashMap<char, Vec<usize>> = HashMap::new();
    for name in &names {
        if let Some(first) = name.chars().next() {
            let list = lengths.entry(first).or_default();
            if !list.contains(&name.len()) {
                list.push(name.len());
                list.sort_unstable_by_key(|&n| std::cmp::Reverse(n));
            }
        }
    }
    let firsts = Firsts::of(lengths.keys().copied());
    let mut list = Vec::with_capacity(anchored.len());
    let mut anchored = anchored.into_iter().peekable();
    let mut next = anchored.peek().map_or(u32::MAX, |f| f.span.start);
    let mut done = 0;
    for (at, c) in reading.text.char_indices() {
        let start = at as u32;
        if start == next {
            if let Some(found) = anchored.next() {
                done = found.span.end;
                list.push(found);
            }
            next = anchored.peek().map_or(u32::MAX, |f| f.span.start);
            continue;
        }
        if start < done || !firsts.may_have(c) {
            continue;
        }
        let Some(lengths) = lengths.get(&c) else { continue };
        let limit = anchored.peek().map_or(reading.text.len(), |f| f.span.start as usize);
        let name = lengths.iter().find_map(|n| reading.text.get(at..at + n).filter(|name| at + n <= limit && names.contains(name)));
        if let Some(name) = name {
            let span = Span::of(at, at + name.len());
            if ends_here(reading, span) {
                done = span.end;
                list.push(Found { span, rule: "name_again", value: PersonMention::new(0..0) });
            }
        }
    }
    list
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

/// Whether a known name ends at the end of `span`: the 张平 of 张平安说 and of 张平县 doesn't.
fn ends_here(reading: &Reading<'_>, span: Span) -> bool {
    if context::names_place(reading, span.end) {
        return false;
    }
    if span.len() != 6 || context::right(reading, span) != context::Right::None {
        return true;
    }
    !shape::ends(reading.text, span.start)
        .filter(|&end| end > span.end)
        .map(|end| Span::new(span.start, end))
        .any(|longer| context::right(reading, longer) != context::Right::None && shape::weigh(reading, longer, false) >= super::SURE)
}
