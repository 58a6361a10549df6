//! Further mentions of names that are read already.

use std::collections::HashMap;

use super::super::{Found, Reading};
use super::PersonMention;
use crate::span::Span;

/// Adds every further place where one of these names stands.
pub(super) fn complete(reading: &Reading<'_>, anchored: Vec<Found<PersonMention>>) -> Vec<Found<PersonMention>> {
    let mut names: HashMap<char, Vec<&str>> = HashMap::new();
    for found in &anchored {
        let name = reading.slice(found.span);
        if let Some(first) = name.chars().next() {
            let list = names.entry(first).or_default();
            if !list.contains(&name) {
                list.push(name);
            }
        }
    }
    for list in names.values_mut() {
        list.sort_by_key(|n| std::cmp::Reverse(n.len()));
    }
    let mut list = Vec::with_capacity(anchored.len());
    let mut anchored = anchored.into_iter().peekable();
    let mut done = 0;
    for (at, c) in reading.text.char_indices() {
        let start = at as u32;
        if anchored.peek().is_some_and(|f| f.span.start == start) {
            if let Some(found) = anchored.next() {
                done = found.span.end;
                list.push(found);
            }
            continue;
        }
        if start < done {
            continue;
        }
        let Some(candidates) = names.get(&c) else { continue };
        let limit = anchored.peek().map_or(reading.text.len(), |f| f.span.start as usize);
        if let Some(name) = candidates.iter().find(|n| at + n.len() <= limit && reading.text[at..].starts_with(**n)) {
            let span = Span::of(at, at + name.len());
            done = span.end;
            list.push(Found { span, rule: "name_again", value: PersonMention { posts: 0..0 } });
        }
    }
    list
}
