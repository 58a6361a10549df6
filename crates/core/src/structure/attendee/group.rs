//! Groups (群体): unnamed people, divided as they stand side by side, without their head counts.

use crate::annotate::{Reading, number_at};
use crate::document::{Group, Role};
use crate::lexicon::{Kind, Token};
use crate::span::Span;
use crate::structure::words;

/// The longest group, in bytes; a longer one is no list of attendees.
const MAX_GROUP: u32 = 1_200;

/// How many pieces a list may be divided into.
const MAX_PIECES: usize = 512;

/// Whether a group begins with a word that makes it one: 各处室负责人, 有关部门.
pub(super) fn is_determined(reading: &Reading<'_>, span: Span) -> bool {
    words::head_of(reading, span, Kind::Determiner).is_some()
}

/// Whether a group ends in a word for several people, and not in a post that one person holds.
pub(super) fn is_plural(reading: &Reading<'_>, span: Span) -> bool {
    reading.tokens.ending_at(span.end, Kind::PluralHead).is_some_and(|t| t.span.start >= span.start)
}

/// What joins one piece of a list to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// ，；, or the start of the list.
    Comma,
    /// 以及.
    AsWellAs,
    /// 和 及 与.
    And,
    /// 、.
    Pause,
}

/// Divides `span` into groups and adds them.
pub(super) fn divide(reading: &Reading<'_>, span: Span, role: Role, groups: &mut Vec<Group>) {
    let mut current: Option<Span> = None;
    for (joint, piece) in pieces(reading, span) {
        match current {
            Some(group) if joins(reading, joint, group, piece) => current = Some(Span::new(group.start, piece.end)),
            Some(group) => {
                add(reading, group, role, groups);
                current = Some(piece);
            }
            None => current = Some(piece),
        }
    }
    if let Some(group) = current {
        add(reading, group, role, groups);
    }
}

/// Whether `piece` belongs to the group before it.
fn joins(reading: &Reading<'_>, joint: Joint, group: Span, piece: Span) -> bool {
    let headed = ends_in_head(reading, group);
    let own = has_own_body(reading, group, piece);
    match joint {
        Joint::Comma | Joint::AsWellAs => false,
        // 负责人及秘书 and 负责人及分管副书记 are of one body, 处和各学院负责人 has one head.
        Joint::And => !headed || is_head_alone(reading, piece) || words::head_of(reading, piece, Kind::InCharge).is_some(),
        // 集团领导班子、各党支部书记: what is 各 within a whole that is named first is its own.
        Joint::Pause => !headed || !own || of_whole(reading, group) && reading.slice(piece).starts_with('各'),
    }
}

/// Whether a piece names a body of its own, and isn't one more post in the body before it.
fn has_own_body(reading: &Reading<'_>, group: Span, piece: Span) -> bool {
    let text = reading.slice(piece);
    if is_determined(reading, piece) || text.starts_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    // 各单位成员、办公室主任: what follows 各 is of each; 各团队负责人、研究生导师 stand side by side.
    if reading.slice(group).starts_with('各') {
        let standing = reading.tokens.ending_at(without_count(reading, piece).0.end, Kind::Standing).filter(|t| t.span.start > piece.start);
        return standing.is_some() && words::tail_of(reading, group, Kind::Standing).is_none();
    }
    let Some(head) = head(reading, piece) else { return false };
    let body = Span::new(piece.start, head.start);
    let whole = ["全体", "相关", "有关", "主要", "党政", "部分", "中层"];
    let text = reading.slice(body);
    let text = whole.iter().find_map(|w| text.strip_suffix(w)).unwrap_or(text);
    let end = body.start + text.len() as u32;
    text.chars().count() >= 4
        && [Kind::OrganizationSuffix, Kind::Organization, Kind::GroupBody, Kind::BodyHead]
            .iter()
            .any(|&k| reading.tokens.ending_at(end, k).is_some())
}

/// Whether a group begins with a word for the whole body that meets: 集团, 公司, 学校.
fn of_whole(reading: &Reading<'_>, group: Span) -> bool {
    words::head_of(reading, group, Kind::WholeBody).is_some()
}

fn is_head_alone(reading: &Reading<'_>, piece: Span) -> bool {
    head(reading, piece).is_some_and(|h| h.start <= piece.start)
}

/// The pieces of a list with what joins them, pairs kept whole.
fn pieces(reading: &Reading<'_>, span: Span) -> Vec<(Joint, Span)> {
    let mut list = Vec::new();
    let (mut start, mut at) = (span.start, span.start);
    let mut joint = Joint::Comma;
    while at < span.end && list.len() < MAX_PIECES {
        if let Some(pair) = reading.segments.pairs.opening_at(at).filter(|p| p.span.end <= span.end) {
            at = pair.span.end;
            continue;
        }
        let rest = reading.between(at, span.end);
        let Some(c) = rest.chars().next() else { break };
        let found = if rest.starts_with("以及") {
            Some((Joint::AsWellAs, "以及".len()))
        } else if matches!(c, '和' | '及' | '与') && !within_word(reading, at) {
            Some((Joint::And, c.len_utf8()))
        } else if c == '、' {
            Some((Joint::Pause, c.len_utf8()))
        } else if matches!(c, '，' | '；' | ',' | ';') {
            Some((Joint::Comma, c.len_utf8()))
        } else {
            None
        };
        if let Some((next, length)) = found {
            push(reading, &mut list, joint, Span::new(start, at));
            at += length as u32;
            start = at;
            // ，以及 is one joint.
            joint = next;
        } else {
            at += c.len_utf8() as u32;
        }
    }
    push(reading, &mut list, joint, Span::new(start, span.end));
    list
}

fn push(reading: &Reading<'_>, list: &mut Vec<(Joint, Span)>, joint: Joint, span: Span) {
    let text = reading.slice(span);
    let start = span.start + (text.len() - text.trim_start().len()) as u32;
    let span = Span::new(start, start + text.trim().len() as u32);
    if !span.is_empty() {
        list.push((joint, span));
    }
}

/// Whether 和 or 与 stands inside a word: 人力资源和社会保障局, 与会.
fn within_word(reading: &Reading<'_>, at: u32) -> bool {
    let back = at.saturating_sub(crate::lexicon::MAX_WORD);
    reading
        .tokens
        .within(Span::new(back, reading.text.len() as u32))
        .take_while(|t| t.span.start <= at)
        .any(|t| t.span.start <= at && t.span.end > at + 3)
}

/// Whether `span` ends in a word for people: 负责人, 成员, 书记.
pub(super) fn ends_in_head(reading: &Reading<'_>, span: Span) -> bool {
    head(reading, without_count(reading, span).0).is_some()
}

/// The word for people that a span ends in, 等 aside.
fn head(reading: &Reading<'_>, span: Span) -> Option<Span> {
    let text = reading.slice(span).trim_end_matches('等');
    let end = span.start + text.len() as u32;
    [Kind::GroupHead, Kind::Title, Kind::MemberTitle, Kind::UnitTitle]
        .iter()
        .find_map(|&k| reading.tokens.ending_at(end, k).filter(|t| t.span.start >= span.start))
        .map(|t| t.span)
}

/// Whether `span` ends in a word for a body: 部门, 企业, 委员会.
pub(super) fn ends_in_body(reading: &Reading<'_>, span: Span) -> bool {
    let kinds = [Kind::OrganizationSuffix, Kind::Organization, Kind::GroupBody, Kind::BodyHead];
    kinds.iter().any(|&k| reading.tokens.ending_at(span.end, k).is_some_and(|t| t.span.start > span.start))
}

/// Adds a group, where it is one.
fn add(reading: &Reading<'_>, span: Span, role: Role, groups: &mut Vec<Group>) {
    let (span, count, approximate) = without_count(reading, span);
    let text = reading.slice(span).trim_end_matches('等').trim_end();
    let rest = ["包括", "以及", "还有", "来自"].iter().find_map(|w| text.strip_prefix(w)).unwrap_or(text);
    let start = span.start + (text.len() - rest.len()) as u32;
    let (text, span) = (rest, Span::new(start, start + rest.len() as u32));
    if span.is_empty() || span.len() > MAX_GROUP || !is_people(reading, span) {
        return;
    }
    let organization = organization(reading, span);
    groups.push(Group { text: text.to_owned(), span, role, organization: organization.map(|s| reading.text_at(s)), count, approximate });
}

/// Whether a span names people, or bodies that send people.
fn is_people(reading: &Reading<'_>, span: Span) -> bool {
    let text = reading.slice(span);
    // 代表 and 负责人 alone are nobody in particular; 代表要联系群众 is a clause.
    let demand = |t: Token| reading.slice(t.span) == "要" && reading.tokens.around(t.span).is_none();
    if reading.tokens.of(span, Kind::Obligation).any(demand) {
        return false;
    }
    if text.chars().count() < 2 || text.contains(['：', '。']) || text.chars().count() <= 3 && is_head_alone(reading, span) {
        return false;
    }
    let several = text.contains('、') || is_determined(reading, span);
    let bodies = several && ends_in_body(reading, span);
    let addressee = reading.tokens.ending_at(span.end, Kind::Addressee).is_some();
    head(reading, span).is_some() || bodies || addressee
}

/// The body at the head of a group: 管理局|全体干部.
fn organization(reading: &Reading<'_>, span: Span) -> Option<Span> {
    let list = &reading.organizations;
    let found = list.get(list.partition_point(|o| o.span.start < span.start))?;
    (found.span.start == span.start && found.span.end < span.end).then_some(found.span)
}

/// A list without its head count: 等200余人, 共计约300人. The count, and whether it is round.
pub(super) fn without_count(reading: &Reading<'_>, span: Span) -> (Span, Option<u32>, bool) {
    let text = reading.slice(span);
    let none = (span, None, false);
    let Some(people) = ["余人次", "人次", "余人", "多人", "人"].iter().find_map(|s| text.strip_suffix(s)) else { return none };
    let round = text[people.len()..].starts_with(['余', '多']);
    let digits =
        people.trim_end_matches(|c: char| c.is_ascii_digit() || "０１２３４５６７８９一二三四五六七八九十百千万两零〇余多".contains(c));
    let Some((value, _)) = number_at(&people[digits.len()..]) else { return none };
    let mut head = digits;
    let mut approximate = round || people.ends_with(['余', '多']);
    for (word, about) in [
        ("约", true),
        ("近", true),
        ("超过", true),
        ("超", true),
        ("逾", true),
        ("共计", false),
        ("总计", false),
        ("共", false),
        ("一行", false),
        ("等", false),
    ] {
        if let Some(rest) = head.strip_suffix(word) {
            approximate |= about;
            head = rest;
        }
    }
    if head.is_empty() {
        return none;
    }
    (Span::new(span.start, span.start + head.trim_end_matches(['，', '、', '等']).len() as u32), Some(value), approximate)
}
