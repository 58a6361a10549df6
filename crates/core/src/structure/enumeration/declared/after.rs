//! Expansions after their counted phrase: “三种作风”，即务实作风、…; 实现两个转变：….

use super::super::parts::{length, outside, split, split_conjunction, unquoted};
use super::before::{adjacent_quotes, in_quotes};
use crate::annotate::{Count, Found, Reading, any_within};
use crate::lexicon::Kind;
use crate::span::Span;

/// What joins a counted phrase to its expansion, longest first.
const JOINTS: &[&str] = &[
    "，也就是",
    "，分别是",
    "，分别为",
    "，即：",
    "，就是",
    "，包括",
    "，即",
    "：即",
    "分别是：",
    "分别是",
    "分别为",
    "即：",
    "包括",
    "——",
    "：",
    ":",
    "即",
];

/// How far after the phrase its joint may stand, in bytes: “五种意识”的总体要求，即.
const MAX_GAP: usize = 36;

/// How far an expansion may reach, in bytes: four hundred characters.
const MAX_REACH: u32 = 1200;

/// The parts that stand after a count.
pub(super) fn parts(reading: &Reading<'_>, count: &Found<Count>, number: u32) -> Option<Vec<Span>> {
    let noun = reading.slice(count.value.noun);
    let (joint, start, limit) = expansion(reading, count.value.outer.end, noun)?;
    let number = number as usize;
    let list = up_to(reading, Span::new(start, limit), &['，', '；', '。', '！', '？', ',', ';']);
    // 五个方面：一是…: the items are marked.
    if marked(reading, list) {
        return None;
    }
    let sentence = up_to(reading, Span::new(start, limit), &['；', '。', '！', '？', ';']);
    // “三个严格”，严格巡查，…: where no other joint shows it, each part begins with what is counted.
    if joint == "，" {
        let same = |parts: &Vec<Span>| parts.iter().all(|p| reading.slice(*p).starts_with(noun));
        return by_alike_commas(reading, sentence, number, noun).filter(same);
    }
    let whole = up_to(reading, Span::new(start, limit), &['。', '！', '？']);
    let parts = in_quotes(reading, reading.segments.pairs.opening_at(start), number)
        .or_else(|| by_alike_commas(reading, sentence, number, noun))
        .or_else(|| by_listing(reading, list, number, noun))
        .or_else(|| exactly(split(reading, whole, &['；', ';']), number))
        .or_else(|| by_listing(reading, sentence, number, noun))
        .or_else(|| exactly(split(reading, sentence, &['，', ',']), number))
        .or_else(|| too_few(reading, count, joint, list, sentence, number))?;
    let all = Span::new(parts.first()?.start, parts.last()?.end);
    (!marked(reading, all)).then_some(parts)
}

/// Whether an ordinal marker stands within `span`.
fn marked(reading: &Reading<'_>, span: Span) -> bool {
    any_within(&reading.markers, span)
}

/// Where the expansion of a phrase that ends at `end` begins, and how far it can reach.
fn expansion<'t>(reading: &Reading<'t>, end: u32, noun: &str) -> Option<(&'t str, u32, u32)> {
    let line = reading.segments.line(end);
    let limit = line.content.end.min(end.saturating_add(MAX_REACH)).max(end);
    let limit = crate::segment::boundary(reading.text, limit);
    let rest = reading.between(end, limit);
    for (at, c) in rest.char_indices() {
        // 四个委员会（学术委员会、…）: the brackets may follow a noun, but not of places or people: 三个省（区、市）.
        let opens = reading.segments.pairs.opening_at(end + at as u32).filter(|p| p.is_bracket());
        if let Some(pair) =
            opens.filter(|p| at == 0 || !reading.tokens.kinds_ending(p.span.start).any(&[Kind::PlaceSuffix, Kind::GroupHead]))
        {
            return Some(("", pair.inner.start, pair.inner.end));
        }
        if at > MAX_GAP || matches!(c, '。' | '；' | '！' | '？' | '、') {
            return None;
        }
        if let Some(joint) = JOINTS.iter().find(|j| rest[at..].starts_with(**j)) {
            return Some((&rest[at..at + joint.len()], end + (at + joint.len()) as u32, limit));
        }
        // Another clause begins, and no joint with it, unless it begins with what is counted: “三个严格”，严格巡查，严格….
        if c == '，' {
            let next = at + c.len_utf8();
            let same = noun.chars().nth(1).is_some() && rest[next..].starts_with(noun);
            return same.then(|| (&rest[at..next], end + next as u32, limit));
        }
    }
    None
}

/// `span` up to the first of these characters outside of marks.
fn up_to(reading: &Reading<'_>, span: Span, ends: &[char]) -> Span {
    let end = outside(reading, span).find(|&(_, c)| ends.contains(&c)).map_or(span.end, |(at, _)| at);
    Span::new(span.start, end)
}

/// Parts joined by 、, the last perhaps by 和.
fn by_listing(reading: &Reading<'_>, span: Span, number: usize, noun: &str) -> Option<Vec<Span>> {
    let mut parts = split(reading, span, &['、']);
    if let [one] = parts[..] {
        parts = adjacent_quotes(reading, one);
    }
    if parts.len() + 1 == number && parts.len() > 1 || number == 2 && parts.len() == 1 {
        split_conjunction(reading, &mut parts);
    }
    if parts.len() > number {
        parts = merged(reading, &parts, number)?;
    }
    if parts.len() != number || incomplete(reading, &parts) {
        return None;
    }
    strip_lead(reading, &mut parts);
    strip_noun(reading, &mut parts, noun);
    Some(parts.iter().map(|p| unquoted(reading, *p)).collect())
}

/// Parts joined by ， that begin alike, or end in the label's noun, where what follows the last of them doesn't: 即坚持A，
/// 坚持B，坚持C，推动…; “三种意识”，即规则意识，安全意识，礼让意识，人人….
fn by_alike_commas(reading: &Reading<'_>, span: Span, number: usize, noun: &str) -> Option<Vec<Span>> {
    let mut parts = split(reading, span, &['，', ',']);
    let first = |p: &Span| reading.slice(*p).chars().next();
    let head = first(parts.first()?);
    let begins = |p: &Span| first(p) == head;
    let ends = |p: &Span| !noun.is_empty() && reading.slice(*p).ends_with(noun) && !reading.slice(*p).contains('、');
    let all =
        |same: &dyn Fn(&Span) -> bool| parts.len() >= number && parts[..number].iter().all(same) && !parts.get(number).is_some_and(same);
    let alike = all(&begins) || all(&ends);
    parts.truncate(number);
    alike.then_some(parts)
}

/// The parts of an expansion that falls short of its number: “三个关系”，即快与好的关系、近与远的关系。
/// Only 即 after a quotation promises all of them.
fn too_few(reading: &Reading<'_>, count: &Found<Count>, joint: &str, list: Span, sentence: Span, number: usize) -> Option<Vec<Span>> {
    if count.value.outer == count.span || !joint.contains('即') || reading.slice(Span::new(list.end, sentence.end)).contains('、') {
        return None;
    }
    let parts = split(reading, list, &['、']);
    let short = parts.iter().map(|p| length(reading, *p)).min()?;
    let long = parts.iter().map(|p| length(reading, *p)).max()?;
    let whole = !incomplete(reading, &parts) && !reading.slice(list).contains(['和', '及']);
    (parts.len() > 1 && parts.len() < number && long <= 2 * short && whole).then_some(parts)
}

/// The parts, where they are as many as the count says.
fn exactly(parts: Vec<Span>, number: usize) -> Option<Vec<Span>> {
    (parts.len() == number).then_some(parts)
}

/// Whether the last part says that there are more: 等6个行业.
fn incomplete(reading: &Reading<'_>, parts: &[Span]) -> bool {
    parts.last().is_some_and(|p| reading.slice(*p).ends_with('等'))
}

/// Joins pieces that a 、 inside a part has divided (与各单位、各部门的工作结合): parts begin like the
/// last piece, or end like it.
fn merged(reading: &Reading<'_>, pieces: &[Span], number: usize) -> Option<Vec<Span>> {
    let last = reading.slice(*pieces.last()?);
    let head = last.chars().next()?;
    let begins = |i: usize, p: &Span| i == 0 || reading.slice(*p).starts_with(head);
    if pieces.iter().enumerate().filter(|&(i, p)| begins(i, p)).count() == number {
        let mut parts: Vec<Span> = Vec::with_capacity(number);
        for (i, piece) in pieces.iter().enumerate() {
            match parts.last_mut() {
                Some(part) if !begins(i, piece) => part.end = piece.end,
                _ => parts.push(*piece),
            }
        }
        return Some(parts);
    }
    let tail = last.char_indices().rev().nth(1).map(|(at, _)| &last[at..])?;
    if pieces.iter().filter(|p| reading.slice(**p).ends_with(tail)).count() == number {
        let mut parts: Vec<Span> = Vec::with_capacity(number);
        let mut start = None;
        for piece in pieces {
            let from = start.take().unwrap_or(piece.start);
            if reading.slice(*piece).ends_with(tail) {
                parts.push(Span::new(from, piece.end));
            } else {
                start = Some(from);
            }
        }
        return Some(parts);
    }
    None
}

/// Takes the label's own noun off the last part, where it belongs to all: 由粗到细、由软到硬|的转变.
fn strip_noun(reading: &Reading<'_>, parts: &mut [Span], noun: &str) {
    let Some((last, others)) = parts.split_last_mut() else { return };
    let text = reading.slice(*last);
    let kept = text.strip_suffix(noun).and_then(|t| t.strip_suffix('的')).filter(|t| !noun.is_empty() && !t.is_empty());
    if let Some(kept) = kept.filter(|_| others.iter().all(|p| !reading.slice(*p).contains('的'))) {
        last.end = last.start + kept.len() as u32;
    }
}

/// Takes off what belongs to all parts: 坚持把 before the first and 贯穿活动始终 after the last.
fn strip_lead(reading: &Reading<'_>, parts: &mut [Span]) {
    let [first, others @ ..] = parts else { return };
    let Some(head) = others.first().and_then(|p| reading.slice(*p).chars().next()) else { return };
    let text = reading.slice(*first);
    // 把管理提升活动与A、与B: the parts begin with 与. One other part shows it only by a word that links.
    let links = others.first().is_some_and(|p| reading.tokens.kinds_at(p.start).any(&[Kind::ListLead, Kind::Boundary]));
    let alike = others.iter().all(|p| reading.slice(*p).starts_with(head)) && (others.len() > 1 || links);
    if let Some(at) = text.find(head).filter(|_| alike) {
        first.start += at as u32;
        return;
    }
    let longest = others.iter().map(|p| length(reading, *p)).max().unwrap_or(0);
    if let Some(at) = text.find('把').filter(|_| others.iter().all(|p| !reading.slice(*p).contains('把'))) {
        first.start += (at + '把'.len_utf8()) as u32;
        strip_tail(reading, others);
    } else if length(reading, *first) > longest {
        let begins_with_verb = |p: &Span| reading.tokens.kinds_at(p.start).has(Kind::ListLead);
        if let Some(lead) = reading.tokens.kind_at(first.start, Kind::ListLead).filter(|l| l.span.end < first.end) {
            if 2 * others.iter().filter(|p| begins_with_verb(p)).count() < others.len() {
                first.start = lead.span.end;
            }
        }
    }
}

/// Takes the verb of 把…贯穿活动始终 off the last part.
fn strip_tail(reading: &Reading<'_>, parts: &mut [Span]) {
    let Some(last) = parts.last_mut() else { return };
    let verb = reading.tokens.of(*last, Kind::ListTail).find(|t| t.span.start > last.start);
    if let Some(verb) = verb {
        last.end = verb.span.start;
    }
}
