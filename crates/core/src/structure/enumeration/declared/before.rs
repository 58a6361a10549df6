//! Parts before their counted phrase: A、B、C及D四个方面; “A”“B”等两大行动; “A、B、C”的“三个好”.

use super::super::parts::{length, outside, split, split_conjunction, unquoted};
use super::super::trim;
use crate::annotate::{Count, Found, Reading, any_within, within};
use crate::lexicon::{Kind, Token};
use crate::particle::JOINTS;
use crate::segment::Pair;
use crate::span::Span;

/// How far before the phrase its parts may begin, in bytes: two hundred characters.
const MAX_REACH: u32 = 600;

/// The fewest parts before a phrase outside quotation marks: A、B两个阶段 only says how many there are.
const MIN_LISTED: usize = 3;

/// The parts that stand before a count.
pub(super) fn parts(reading: &Reading<'_>, count: &Found<Count>, number: u32) -> Option<Vec<Span>> {
    let number = number as usize;
    let end = before_joint(reading, count.value.outer.start);
    let quote = reading.segments.pairs.around(end.saturating_sub(1)).filter(|p| p.span.end == end);
    if let Some(parts) = in_quotes(reading, quote, number).or_else(|| alike(reading, end, number)) {
        return Some(parts);
    }
    // “学”和“做”两方面: two quotations are surely two parts.
    if number == 2 && count.value.outer == count.span {
        let parts = adjacent_quotes(reading, Span::new(clause_start(reading, end), end));
        let joined = parts.len() == number && parts[0].end < parts[1].start;
        return joined.then(|| parts.iter().map(|p| unquoted(reading, *p)).collect());
    }
    // 实干精神、“三个走在前”重要要求: the phrase is one more of the parts.
    if number < MIN_LISTED || reading.before(end).ends_with(JOINTS) {
        return None;
    }
    let start = clause_start(reading, end);
    // 其次、: a marker is no part of what it marks.
    let marker = within(&reading.markers, Span::new(start, end)).next().filter(|m| m.span.start == start);
    let clause = Span::new(marker.map_or(start, |m| m.span.end), end);
    let mut parts = split(reading, clause, &['、']);
    if let [one] = parts[..] {
        parts = adjacent_quotes(reading, one);
    }
    if !(parts.len()..=parts.len() + 1).contains(&number) {
        return None;
    }
    strip_lead(reading, &mut parts)?;
    if parts.len() < number && !split_conjunction(reading, &mut parts) {
        return None;
    }
    // 增强“四个意识”、做到“三个表率”: what stands before the quotation is its verb.
    let bare = count.value.outer != count.span && end == count.value.outer.start;
    let (&last, others) = parts.split_last()?;
    let verb_at = |part: Span| {
        reading
            .tokens
            .within(part)
            .any(|t| t.span.end == part.end && t.kinds.any(&[Kind::ListLead, Kind::Action]) && (bare || t.span == part))
    };
    // 思想引领、制度引领“两个引领”, 创新、绿色、共享三大理念: where the others end so too, it is a noun.
    let tail = ending(reading, last);
    let noun = if bare { others.iter().all(|p| reading.slice(*p).ends_with(tail)) } else { others.iter().any(|p| verb_at(*p)) };
    // 做到带头守岗、带头巡查“两个带头”: parts that begin with what is counted.
    let head = reading.slice(last).char_indices().nth(ALIKE).map_or("", |(at, _)| &reading.slice(last)[..at]);
    let counted = bare && reading.slice(count.span).trim_end_matches('”').ends_with(head) && !head.is_empty();
    let verb = verb_at(last) && !noun && !counted;
    if verb || !names_list(reading, count, &parts) {
        return None;
    }
    Some(parts.iter().map(|p| unquoted(reading, *p)).collect())
}

/// Whether the phrase counts what a list has, not people or places: it stands in quotation marks, or its
/// noun is one of labels, or its measure is 大 (三大保卫战), or the parts end in its noun (扶持精准、…等六个精准), or as
/// many parts of much the same length, none of them a name, stand before it (学籍、学业、纪律三个专栏).
fn names_list(reading: &Reading<'_>, count: &Found<Count>, parts: &[Span]) -> bool {
    let label = |offset: u32| reading.tokens.kinds_ending(offset).has(Kind::ListNoun);
    let after = reading.after(count.span.end);
    let repeated = |p: &Span| after.starts_with(ending(reading, *p)) && length(reading, *p) > 1;
    // 三类、四类会议: the count is one of several itself.
    !after.starts_with('、')
        && (count.value.outer != count.span
            || label(count.span.end)
            || reading.slice(count.span).ends_with('大')
            || parts.iter().all(repeated)
            || count.value.noun.is_empty() && !counts_names(reading, count) && even(reading, parts))
}

/// The last two characters of a part.
fn ending<'t>(reading: &Reading<'t>, part: Span) -> &'t str {
    let text = reading.slice(part);
    text.char_indices().rev().nth(1).map_or("", |(at, _)| &text[at..])
}

/// Whether people, bodies, places or a time are counted: 三个|县, 五个|单位, 三个月.
fn counts_names(reading: &Reading<'_>, count: &Found<Count>) -> bool {
    const NAMED: &[Kind] = &[Kind::PlaceSuffix, Kind::GroupHead, Kind::Actor, Kind::BodyHead, Kind::OrganizationSuffix, Kind::Standing];
    let timed = any_within(&reading.times, Span::new(count.span.start, count.span.end + 1));
    timed || reading.tokens.kinds_at(count.span.end).any(NAMED)
}

/// Whether parts are of much the same length, and none of them is a name or holds the sign of a clause.
fn even(reading: &Reading<'_>, parts: &[Span]) -> bool {
    let lengths = || parts.iter().map(|p| length(reading, *p));
    let (shortest, longest) = (lengths().min().unwrap_or(0), lengths().max().unwrap_or(0));
    let named = |p: &Span| {
        any_within(&reading.people, *p)
            || any_within(&reading.organizations, *p)
            || reading.tokens.any(*p, &[Kind::Place])
            || reading.tokens.kinds_ending(p.end).has(Kind::PlaceSuffix)
    };
    let clause = |p: &Span| reading.slice(*p).contains(['了', '“', '《']);
    longest <= MAX_EVEN.min(2 * shortest + 2) && !parts.iter().any(|p| named(p) || clause(p))
}

/// The longest of such parts, in characters.
const MAX_EVEN: usize = 14;

/// `offset` without 等, 这, 的 before it.
fn before_joint(reading: &Reading<'_>, offset: u32) -> u32 {
    let text = reading.before(offset);
    let kept = text.trim_end_matches(['等', '这', '的', '—', '共', '，']);
    if text.len() - kept.len() > 12 { offset } else { kept.len() as u32 }
}

/// The parts of one quotation right before the phrase, or past it: “A、B、C”的“三个好”, “三个好”：“A，B，C”.
pub(super) fn in_quotes(reading: &Reading<'_>, pair: Option<&Pair>, number: usize) -> Option<Vec<Span>> {
    let quote = pair.filter(|p| p.is_quote() && p.inner.len() <= MAX_REACH)?;
    [['、', '、'], ['，', ','], ['；', ';']]
        .iter()
        .map(|marks| split(reading, quote.inner, marks))
        .find(|parts| parts.len() == number && number > 1)
}

/// Parts that commas divide and that begin alike: 怎么管，怎么用，怎么修三个维度.
fn alike(reading: &Reading<'_>, end: u32, number: usize) -> Option<Vec<Span>> {
    let segments = &reading.segments;
    if number < MIN_LISTED {
        return None;
    }
    let last = segments.clause_at(end.checked_sub(1)?);
    let clauses = segments.clauses.get((last + 1).checked_sub(number)?..=last)?;
    if !clauses[..number - 1].iter().all(|c| matches!(c.terminator, '，' | ',')) || end - clauses[0].content.start > MAX_REACH {
        return None;
    }
    let mut parts: Vec<Span> = clauses.iter().map(|c| Span::new(c.content.start, c.content.end.min(end))).collect();
    let (first, others) = parts.split_first_mut()?;
    let second = reading.slice(*others.first()?);
    let head = &second[..second.char_indices().nth(ALIKE).map_or(second.len(), |(at, _)| at)];
    let same = |p: &Span| reading.slice(*p).starts_with(head) && length(reading, *p) <= MAX_ALIKE && length(reading, *p) > ALIKE;
    if !others.iter().all(same) {
        return None;
    }
    first.start += reading.slice(*first).rfind(head)? as u32;
    same(first).then_some(parts)
}

/// How many characters parts begin alike with, to be divided by commas.
const ALIKE: usize = 2;

/// The longest of such parts, in characters.
const MAX_ALIKE: usize = 12;

/// Quotations or titles that stand side by side: “A”“B”“C”, 《A》《B》.
pub(super) fn adjacent_quotes(reading: &Reading<'_>, span: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let pairs = reading.segments.pairs.within(span);
    let mut from = None;
    for pair in pairs.iter().filter(|p| (p.is_quote() || p.is_title()) && p.span.end <= span.end) {
        if parts.last().is_some_and(|l: &Span| pair.span.start < l.end) {
            continue;
        }
        if parts
            .last()
            .is_some_and(|l: &Span| !matches!(reading.slice(Span::new(l.end, pair.span.start)), "" | "和" | "及" | "以及" | "与"))
        {
            parts.clear();
            from = None;
        }
        from = from.or(Some(pair.span.start));
        parts.push(pair.span);
    }
    if parts.last().is_some_and(|l| l.end == span.end) { parts } else { vec![span] }
}

/// Where the clause that ends at `end` begins. A comma inside a quotation divides no list.
fn clause_start(reading: &Reading<'_>, end: u32) -> u32 {
    let segments = &reading.segments;
    let clause = |offset: u32| segments.clause(offset).content.start;
    let earliest = end.saturating_sub(MAX_REACH);
    let mut start = clause(end.saturating_sub(1));
    while let Some(pair) = segments.pairs.around(start).filter(|p| p.span.start < start && p.span.end <= end && start > earliest) {
        start = clause(pair.span.start);
    }
    crate::segment::boundary(reading.text, start.max(earliest)).min(end)
}

/// Takes what leads in to the list off its first part: 2023年工作要重点围绕学生党建. The first part
/// begins with its quotation, or after the last word that leads in to a list.
fn strip_lead(reading: &Reading<'_>, parts: &mut [Span]) -> Option<()> {
    let [first, others @ ..] = parts else { return None };
    let pairs = reading.segments.pairs.within(*first);
    if let Some(pair) = pairs.iter().rev().find(|p| p.is_quote() && p.span.end == first.end) {
        *first = pair.span;
        return Some(());
    }
    let longest = others.iter().map(|p| p.len()).max()?;
    // 要坚持以水定城、以水定地: the parts begin alike.
    let head: String = reading.slice(*others.first()?).chars().take(ALIKE).collect();
    if others.iter().all(|p| reading.slice(*p).starts_with(&head)) {
        if let Some(at) = reading.slice(*first).rfind(&head) {
            first.start += at as u32;
            return Some(());
        }
    }
    // 研究了城市建设、…: what was done with the list.
    if let Some((verb, rest)) = reading.slice(*first).rsplit_once('了') {
        let at = first.start + verb.len() as u32;
        let done = [Kind::Agenda, Kind::Action, Kind::Say, Kind::Tell, Kind::ListLead];
        if !rest.is_empty() && reading.tokens.kinds_ending(at).any(&done) {
            first.start = at + '了'.len_utf8() as u32;
            return (first.len() <= 2 * longest + 12).then_some(());
        }
    }
    // 对象精准: a lead of one character that leaves less than the other parts have is part of a word.
    let shortest = others.iter().map(|p| p.len()).min()?;
    let leads = |t: &Token| t.span.end < first.end && (t.span.len() > 3 || first.end - t.span.end >= shortest);
    // 整治无证摊贩、非法营运、噪声扰民三类问题: any verb leads in where it makes the first part the longest.
    let acts = |t: &Token| first.len() > longest && t.span.end < first.end && first.end - t.span.end >= shortest;
    let lead = reading.tokens.of(*first, Kind::ListLead).rfind(leads).or_else(|| reading.tokens.of(*first, Kind::Action).rfind(acts));
    if let Some(lead) = lead {
        // 建立制度、建立机制两个方面: the verb belongs to the part where the others have one too.
        let verbs = others.iter().all(|p| reading.tokens.kinds_at(p.start).has(Kind::ListLead));
        if !verbs {
            // 履行好|检验, 划分出|红: the complement belongs to the verb.
            let rest = reading.between(lead.span.end, first.end);
            let kept = rest.strip_prefix(['好', '出', '了', '为', '定']).filter(|k| k.len() as u32 >= shortest).unwrap_or(rest);
            *first = trim(reading, Span::new(first.end - kept.len() as u32, first.end));
        }
    }
    (first.len() <= 2 * longest + 12 && outside(reading, *first).next().is_some()).then_some(())
}
