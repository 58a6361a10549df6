//! Lists of attendees: 校党委书记林晓峰，副校长周明远、陈立新，各学院负责人等200余人|出席.

use super::group;
use crate::annotate::{Reading, people_counted_at, within};
use crate::document::{Group, Role};
use crate::lexicon::{Kind, Token};
use crate::segment::{Clause, Sentence};
use crate::span::Span;
use crate::structure::cast::Cast;
use crate::structure::meeting::trim_end;

/// What stands in a list.
#[derive(Debug, Default)]
pub(super) struct List {
    pub(super) people: Vec<u32>,
    pub(super) groups: Vec<Group>,
}

/// Where the list that ends at `verb` begins: its own clause, and those before it that only name.
pub(super) fn start(reading: &Reading<'_>, floor: u32, verb: u32) -> u32 {
    let clauses = &reading.segments.clauses;
    let own = reading.segments.clause_at(verb);
    let mut start = clauses.get(own).map_or(floor, |c| c.span.start).max(floor);
    if start > floor {
        for clause in clauses[..own].iter().rev() {
            if clause.span.start < floor && clause.content.end <= floor || clause.terminator != '，' || !is_nominal(reading, clause, floor)
            {
                break;
            }
            start = clause.span.start.max(floor);
        }
    }
    earlier_sentences(reading, start, floor)
}

/// How many parts before a ； may belong to one list.
const MAX_PARTS: usize = 32;

/// Where a list begins that ； divides: 局机关各科室负责人；各县（区）局分管领导|参加会议.
fn earlier_sentences(reading: &Reading<'_>, start: u32, floor: u32) -> u32 {
    let sentences = &reading.segments.sentences;
    let own = reading.segments.sentence_at(start);
    if start > floor || sentences.get(own).is_none_or(|s| s.content.start < start) {
        return start;
    }
    let names = |s: &&Sentence| {
        let clauses = reading.segments.clauses_in(s.span);
        s.terminator == '；' && !clauses.is_empty() && clauses.iter().all(|c| is_nominal(reading, c, s.span.start))
    };
    let first = sentences[..own].iter().rev().take(MAX_PARTS).take_while(names).last();
    first.map_or(start, |s| s.content.start)
}

/// How far back an adverbial before a verb may begin, in bytes: 40 characters.
const MAX_ADVERBIAL: u32 = 120;

/// A list without what stands between it and its verb: 各单位负责人|分别在主会场和分会场, 全体干部|以视频形式.
pub(super) fn without_adverbial(reading: &Reading<'_>, span: Span) -> Span {
    // 林晓峰|作为特邀嘉宾|出席: as what one attends is told besides.
    let role = reading.tokens.of(span, Kind::Preposition).find(|t| reading.slice(t.span) == "作为");
    let mut span = trim_end(reading, role.map_or(span, |t| Span::new(span.start, t.span.start)));
    // 各学院领导在|线上参加.
    if reading.slice(span).ends_with('在') {
        span = trim_end(reading, Span::new(span.start, span.end - "在".len() as u32));
    }
    if ends_in_people(reading, span) {
        return span;
    }
    let from = span.start.max(span.end.saturating_sub(MAX_ADVERBIAL));
    let openers = reading.tokens.within(Span::new(from, span.end)).rev().filter(|t| t.kinds.any(&[Kind::Preposition, Kind::Means]));
    let cut = |t: crate::lexicon::Token| trim_end(reading, Span::new(span.start, t.span.start));
    openers
        .map(cut)
        .find(|&before| before.end > before.start && (ends_in_people(reading, before) || group::is_bodies(reading, before)))
        .unwrap_or(span)
}

/// Whether a list ends in a name or in a word for people.
fn ends_in_people(reading: &Reading<'_>, span: Span) -> bool {
    // 在林晓峰和周明远等人的|陪同下.
    let text = reading.slice(span).trim_end_matches('的');
    let text = text.strip_suffix("等人").unwrap_or(text).trim_end_matches(['等', '）', ')']);
    let end = span.start + text.len() as u32;
    let named = within(&reading.people, span).next_back();
    named.is_some_and(|p| {
        p.span.end == end
            || p.span.end == span.end
            || reading.tokens.kind_at(p.span.end, Kind::Honorific).is_some_and(|h| h.span.end == end)
    }) || group::ends_in_head(reading, span)
        || group::without_count(reading, span).1.is_some()
}

/// Whether a clause only names people, so that it belongs to the list of the next one.
fn is_nominal(reading: &Reading<'_>, clause: &Clause, floor: u32) -> bool {
    let span = Span::new(clause.content.start.max(floor), clause.content.end);
    // 会见了来宾 tells what was done.
    let done = |t: Token| reading.ends_in_le(t.span.end + "了".len() as u32) && !t.kinds.any(&[Kind::Gather, Kind::Bring]);
    if span.start >= span.end || reading.tokens.within(span).any(done) {
        return false;
    }
    let acts = [
        Kind::Convene,
        Kind::Say,
        Kind::Chair,
        Kind::Attend,
        Kind::Observe,
        Kind::Accompany,
        Kind::Absent,
        Kind::Speak,
        Kind::Open,
        Kind::Visit,
    ];
    let verb = reading
        .tokens
        .within(span)
        .any(|t| t.kinds.any(&acts) && !t.kinds.any(&[Kind::GroupHead, Kind::Title]) && !covered(reading, span, t.span));
    if verb {
        return false;
    }
    let bare = group::without_count(reading, span).0;
    let text = reading.slice(bare).trim_end_matches(['等', '）', ')']);
    let end = bare.start + text.len() as u32;
    let named = within(&reading.people, span).next_back().is_some_and(|p| {
        let after = reading.between(p.span.end, span.end);
        after.is_empty() || after == "等" || after.starts_with(['（', '(']) || reading.tokens.kinds_at(p.span.end).has(Kind::Honorific)
    });
    // 各市、县、区，农机局机关，市属企业负责同志: bodies in a row, with no verb among them.
    let bodies = |end| {
        group::ends_in_body(reading, Span::new(span.start, end))
            && !reading.tokens.within(span).any(|t| {
                t.kinds.any(&[Kind::Agenda, Kind::Boundary])
                    && !matches!(reading.slice(t.span), "和" | "及" | "以及" | "的" | "与")
                    && reading.tokens.around(t.span).is_none()
            })
    };
    named || group::ends_in_head(reading, Span::new(span.start, end)) || bodies(end) || group::is_counted_up(reading, bare)
}

/// Whether a word lies within a post, a name or a body, where it is no verb: 督导组组长, 监督检查室.
fn covered(reading: &Reading<'_>, span: Span, word: Span) -> bool {
    within(&reading.posts, span).any(|p| p.span.contains(word))
        || within(&reading.people, span).any(|p| p.span.contains(word))
        || reading
            .organizations
            .get(reading.organizations.first_past(word.start))
            .is_some_and(|o| o.span.start >= span.start && o.span.contains(word))
}

/// Where a list that goes on after a ； ends: 参加会议的还有，市直各单位负责人；|白云区有关领导|。
pub(super) fn end(reading: &Reading<'_>, sentence: u32) -> u32 {
    let sentences = &reading.segments.sentences;
    let own = reading.segments.sentence_at(sentence);
    let mut end = sentences.get(own).map_or(sentence, |s| s.content.end);
    for (at, part) in sentences.iter().enumerate().skip(own + 1).take(MAX_PARTS) {
        let nominal = |c: &Clause| is_nominal(reading, c, part.span.start);
        if sentences.get(at - 1).is_none_or(|s| s.terminator != '；') || !reading.segments.clauses_in(part.span).iter().all(nominal) {
            break;
        }
        end = part.content.end;
    }
    end
}

/// Reads the list in `span`: the people, and the groups that stand beside them.
pub(super) fn read(reading: &Reading<'_>, cast: &Cast, span: Span, role: Role) -> List {
    let mut list = List::default();
    let mut at = span.start;
    for found in within(&reading.people, span).filter(|f| !f.value.cited) {
        let first = reading.start_with_posts(found);
        // 林晓峰同志|亲属、生前友好: whom the people are of is not among them.
        let honorific = reading.tokens.kind_at(found.span.end, Kind::Honorific).map_or(found.span.end, |h| h.span.end);
        if reading.tokens.kind_at(honorific, Kind::GroupHead).is_some_and(|t| !t.kinds.any(&[Kind::Title, Kind::Honorific])) {
            continue;
        }
        list.people.extend(cast.at(found.span));
        // What stands between two names is a group only where marks set it off: 林晓峰、各处室负责人、周明远.
        if first > at {
            groups_between(reading, Span::new(at, first), role, &mut list.groups);
        }
        at = after_name(reading, found.span.end, span.end);
    }
    if at < span.end {
        let rest = Span::new(at, span.end);
        let before = list.groups.len();
        group::divide(reading, rest, role, &mut list.groups);
        // 林晓峰等领导同志, 周明远三位老师: what follows 等 or counts right after a name sums up the names.
        let sums_up = |g: &Group| g.text.starts_with('等') || g.span.start == at && people_counted_at(&g.text).is_some();
        if at > span.start && list.groups.get(before).is_some_and(sums_up) {
            list.groups.remove(before);
        }
    }
    list
}

/// Where a list goes on after a name: past 同志, and past the title of 林晓峰副教授，….
pub(in crate::structure) fn after_name(reading: &Reading<'_>, name: u32, end: u32) -> u32 {
    let mut at = name;
    for kind in [Kind::Honorific, Kind::Title] {
        if let Some(token) = reading.tokens.kind_at(at, kind).filter(|t| t.span.end <= end) {
            at = token.span.end;
        }
    }
    // 林晓峰（试点单位）和周明远.
    let aside = reading.segments.pairs.opening_at(at).filter(|p| p.is_bracket() && p.span.end <= end);
    aside.map_or(at, |p| p.span.end)
}

/// The groups before a name: what a comma sets off from the name's own post, and what 各 or 有关 shows to be a group.
fn groups_between(reading: &Reading<'_>, span: Span, role: Role, groups: &mut Vec<Group>) {
    let text = reading.slice(span);
    // The last piece is the name's own: 副局长 of 各处室负责人，副局长林晓峰.
    let own = text.rfind(['，', ',', '；']).map_or(0, |i| i + text[i..].chars().next().map_or(0, char::len_utf8));
    let split = span.start + own as u32;
    if split > span.start {
        let mut before = Vec::new();
        group::divide(reading, Span::new(span.start, split), role, &mut before);
        // 市委书记、人大主任，省委委员林晓峰: what one person can be is no group.
        groups.extend(before.into_iter().filter(|g| group::is_determined(reading, g.span) || group::is_plural(reading, g.span)));
    }
    let mut beside = Vec::new();
    group::divide(reading, Span::new(split, span.end), role, &mut beside);
    groups.extend(beside.into_iter().filter(|g| group::is_determined(reading, g.span)));
}
