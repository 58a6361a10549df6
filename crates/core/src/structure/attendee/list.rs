//! Lists of attendees: 校党委书记林晓峰，副校长周明远、陈立新，各学院负责人等200余人|出席.

use super::group;
use crate::annotate::{Reading, within};
use crate::document::{Group, Role};
use crate::lexicon::Kind;
use crate::segment::Clause;
use crate::span::Span;
use crate::structure::cast::Cast;

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
    start
}

/// Whether a clause only names people, so that it belongs to the list of the next one.
fn is_nominal(reading: &Reading<'_>, clause: &Clause, floor: u32) -> bool {
    let span = Span::new(clause.content.start.max(floor), clause.content.end);
    if span.start >= span.end {
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
        let after = &reading.text[p.span.end as usize..span.end as usize];
        after.is_empty() || after == "等" || after.starts_with(['（', '(']) || reading.tokens.kind_at(p.span.end, Kind::Honorific).is_some()
    });
    // 各省、自治区、直辖市，中央和国家机关有关部门，中央企业负责同志: bodies in a row, with no verb among them.
    let bodies = |end| {
        text.contains('、')
            && group::ends_in_body(reading, Span::new(span.start, end))
            && !reading.tokens.within(span).any(|t| {
                t.kinds.any(&[Kind::Agenda, Kind::Boundary]) && !matches!(reading.slice(t.span), "和" | "及" | "以及" | "的" | "与")
            })
    };
    named || group::ends_in_head(reading, Span::new(span.start, end)) || bodies(end)
}

/// Whether a word lies within a person's post or name, where it is no verb: 督导组组长.
fn covered(reading: &Reading<'_>, span: Span, word: Span) -> bool {
    within(&reading.posts, span).any(|p| p.span.contains(word)) || within(&reading.people, span).any(|p| p.span.contains(word))
}

/// Reads the list in `span`: the people, and the groups that stand beside them.
pub(super) fn read(reading: &Reading<'_>, cast: &Cast, span: Span, role: Role) -> List {
    let mut list = List::default();
    let mut at = span.start;
    for found in within(&reading.people, span) {
        let posts = &found.value.posts;
        let first =
            reading.posts.get(posts.start).filter(|_| !posts.is_empty()).map_or(found.span.start, |p| p.span.start.min(found.span.start));
        list.people.extend(cast.at(found.span));
        // What stands between two names is a group only where marks set it off: 林晓峰、各处室负责人、周明远.
        if first > at {
            groups_between(reading, Span::new(at, first), role, &mut list.groups, !list.people.is_empty() && at > span.start);
        }
        at = found.span.end;
        if let Some(token) = reading.tokens.kind_at(at, Kind::Honorific) {
            at = token.span.end;
        }
    }
    if at < span.end {
        let rest = Span::new(at, span.end);
        let text = reading.slice(rest);
        // 林晓峰等领导同志: what follows 等 sums up the names.
        let sums = at > span.start && text.starts_with('等');
        if !sums {
            group::divide(reading, rest, role, &mut list.groups);
        } else if let Some(mark) = text.find(['，', '、', '和', '及']) {
            group::divide(reading, Span::new(rest.start + mark as u32, rest.end), role, &mut list.groups);
        }
    }
    list
}

/// The groups before a name: all but the last piece, which is the name's own post.
fn groups_between(reading: &Reading<'_>, span: Span, role: Role, groups: &mut Vec<Group>, after_name: bool) {
    let text = reading.slice(span);
    let Some(mark) = text.trim_end_matches(['，', '、', '和', '及', '与']).rfind(['，', '、', '和', '及', '与']) else {
        // A piece between marks that has no name of its own: 林晓峰、各处室负责人、周明远.
        let closed = text.ends_with(['，', '、', '和', '及', '与']) || text.ends_with("以及");
        if closed && !text.trim_matches(['，', '、', '和', '及', '与', '以']).is_empty() {
            group::divide(reading, span, role, groups);
        }
        return;
    };
    let closed = text.ends_with(['，', '、', '和', '及', '与']);
    let end = if closed { span.end } else { span.start + mark as u32 };
    let _ = after_name;
    if end > span.start {
        group::divide(reading, Span::new(span.start, end), role, groups);
    }
}
