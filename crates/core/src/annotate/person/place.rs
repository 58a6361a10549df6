//! Places that look like names of people: 平河县领导, 马坡、大彭等8个镇, 在宁平召开; and the homes of people who are named: 村民林晓峰家中.

use super::super::Reading;
use super::context::{Left, VERBS};
use super::right::{Right, begins_common};
use super::shape;
use crate::lexicon::{Kind, Token};
use crate::span::Span;

/// The measures that places and things are counted by.
const MEASURES: [char; 7] = ['个', '家', '处', '所', '座', '条', '项'];

/// Whether a word begins with the last character of a place's name, so that what stands before it is a place: 平河|县领导,
/// 平河|县委书记. 林晓峰|县长强调 addresses somebody, 平河|县长林晓峰 names the county again.
pub(super) fn names_place(reading: &Reading<'_>, token: Token) -> bool {
    // 平河|县, 马家坪|水库.
    if token.span.len() <= 3 || token.kinds.has(Kind::PlaceSuffix) {
        return token.kinds.has(Kind::PlaceSuffix);
    }
    // Asked of most words after what may be a name, so that what needs a look into the lexicon comes last.
    if !token.kinds.any(&[Kind::Title, Kind::Organization, Kind::OrganizationSuffix]) {
        return false;
    }
    let word = reading.slice(token.span);
    let Some(tier) = word.chars().next() else { return false };
    if !reading.lexicon.kinds_of(tier).has(Kind::PlaceSuffix) {
        return false;
    }
    let head = word.strip_prefix(tier) == Some("长");
    let next = reading.tokens.at(token.span.end).is_some_and(|t| t.span.len() > 3 || t.kinds.meets(VERBS) || t.kinds.has(Kind::Boundary));
    !(head && (next || !begins_common(reading, token.span.end)))
}

/// Whether a number at `at` counts the places that a list has named: 平园、周安园|5个社区.
pub(super) fn counts(reading: &Reading<'_>, at: u32) -> bool {
    reading.after(at).trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(MEASURES)
}

/// Whether the list that goes on at `at` is one of places or things, as the words after its end say: 马坡、大彭等8个镇.
pub(super) fn lists_places(reading: &Reading<'_>, at: u32) -> bool {
    /// How far a list is followed, in characters.
    const REACH: usize = 60;
    let rest = reading.after(at);
    let end = rest.char_indices().take(REACH).find(|&(_, c)| c != '、' && !(shape::is_han(c) && c != '等')).map_or(0, |(i, _)| i);
    let Some(counted) = rest[end..].strip_prefix('等') else { return false };
    let unit = counted.trim_start_matches(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十几多余".contains(c));
    let tier = unit.chars().next().is_some_and(|c| reading.lexicon.kinds_of(c).has(Kind::PlaceSuffix));
    tier || unit.starts_with(MEASURES) || unit.starts_with('地')
}

/// Whether whoever is named at `name` is told of with the household: 林晓峰|家中, 林晓峰|夫妇, but not 专|家里.
pub(super) fn keeps_house(reading: &Reading<'_>, name: Span) -> bool {
    const HOMES: [&str; 8] = ["家中", "家里", "家的", "家，", "家。", "一家", "夫妇", "所在"];
    let whole = name.len() == 9 || reading.after(name.end).starts_with("家中");
    whole && HOMES.iter().any(|home| reading.after(name.end).starts_with(home))
}

/// Whether a word for people of some standing or plight ends at `at`, as before the name of one of them: 困难职工|林晓峰.
pub(super) fn follows_folk(reading: &Reading<'_>, at: u32) -> bool {
    reading.tokens.ending_at(at, Kind::GroupHead).is_some_and(|t| t.span.len() > 3)
}

/// Whether what is to be a name at `name` is a place that one goes to, or where a thing is done: 在宁平召开, 到马坡调研.
pub(super) fn is_goal(reading: &Reading<'_>, name: Span, left: &Left, right: Right) -> bool {
    let gone = || reading.before(name.start).ends_with(['在', '于', '到']) || reading.tokens.kinds_ending(name.start).has(Kind::Arrive);
    let done = || reading.tokens.kinds_at(name.end).any(&[Kind::Convene, Kind::Visit, Kind::Open]);
    *left == Left::Open && right == Right::Verb && gone() && done()
}
