//! Groups (群体): unnamed people, divided as they stand side by side, without their head counts.

pub(super) use super::bounds::without_count;
use super::bounds::{after_lead, without_bracket};
use crate::annotate::{Reading, number_at};
use crate::document::{Group, Role};
use crate::lexicon::{Kind, Names, Token};
use crate::particle::PERSONS;
use crate::span::Span;
use crate::structure::words;

/// The kinds of words that a body's name ends in.
const BODIES: [Kind; 4] = [Kind::OrganizationSuffix, Kind::Organization, Kind::GroupBody, Kind::BodyHead];

/// The kinds of words for people that a group ends in.
const HEADS: [Kind; 4] = [Kind::GroupHead, Kind::Title, Kind::MemberTitle, Kind::UnitTitle];

/// The kinds of words that stand in a clause and in no word for people.
const VERBS: &[Kind] = &[Kind::Action, Kind::Obligation, Kind::Preposition, Kind::Agenda, Kind::LightVerb, Kind::Tell, Kind::Fact];

/// The longest group, in bytes; a longer one is no list of attendees.
const MAX_GROUP: u32 = 1_200;

/// The shortest word for a body that is one by itself, in bytes: 工作专班, but not 部门.
const MIN_BODY: u32 = 12;

/// What makes a group of all who are of a body: 机关全体干部.
const WHOLE: &str = "全体";

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
    let mut list: Vec<Span> = Vec::new();
    let mut last: Vec<Span> = Vec::new();
    for (joint, piece) in pieces(reading, span) {
        match list.last_mut() {
            Some(group) if joins(reading, joint, *group, piece) => group.end = piece.end,
            _ => {
                list.push(piece);
                last.clear();
            }
        }
        if joint == Joint::Pause || last.is_empty() {
            last.push(piece);
        } else if let Some(open) = last.last_mut() {
            open.end = piece.end;
        }
    }
    // 东校区、西校区参加: with no word for people to close the list, each body stands for itself.
    let side_by_side = last.len() > 1 && last.iter().all(|&piece| is_body(reading, piece));
    if side_by_side {
        list.pop();
    }
    // 农机局机关 among 各站站长 and 分管领导 sends people too, and 辅导员 among them are several.
    let listed = list.len() > 1;
    let several = |group: Span| reading.tokens.kinds_ending(group.end).any(&[Kind::PluralHead, Kind::SharedTitle, Kind::Standing]);
    let sends = |group: Span| is_body(reading, group) || is_head_alone(reading, group) && several(group);
    list.into_iter().for_each(|group| add(reading, group, listed && sends(group) || goes_on(reading, group), role, groups));
    if side_by_side {
        last.into_iter().for_each(|body| add(reading, body, true, role, groups));
    }
}

/// Whether a group ends in a short noun that stands beside people, and so is one for people too: 全体党员、积极分子.
fn goes_on(reading: &Reading<'_>, group: Span) -> bool {
    /// The most bytes of such a noun.
    const NOUN: usize = 24;
    let text = reading.slice(group);
    let Some(at) = text.rfind('、') else { return false };
    let noun = &text[at + "、".len()..];
    let people = |(end, _): (usize, &str)| ends_in_head(reading, Span::new(group.start, group.start + end as u32));
    let noun_at = Span::new(group.end - noun.len() as u32, group.end);
    let adverbial = reading.tokens.kinds_ending(group.end).has(Kind::Preposition);
    let plain = !adverbial
        && noun.len() >= 6
        && noun.len() <= NOUN
        && !reading.tokens.within(noun_at).any(|t| t.span.len() > 3 && t.kinds.any(VERBS));
    plain && !ends_in_body(reading, group) && text.match_indices('、').any(people)
}

/// Whether `piece` belongs to the group before it.
fn joins(reading: &Reading<'_>, joint: Joint, group: Span, piece: Span) -> bool {
    let headed = ends_in_head(reading, group);
    match joint {
        Joint::Comma => false,
        // 财务处、保卫处等部门以及各学院负责人: what is summed up shares the head that closes the list.
        Joint::AsWellAs => !headed && is_summed_up(reading, group),
        // 负责人及秘书 and 负责人及分管副书记 are of one body, 处和各学院负责人 has one head.
        Joint::And => {
            let alone = is_head_alone(reading, piece) && !is_determined(reading, piece) && !reading.slice(piece).ends_with("代表");
            // 各镇总支书记和驻点书记 hold like posts in each.
            let alike = || {
                let like = head(reading, piece).is_some_and(|h| reading.slice(group).ends_with(reading.slice(h)));
                let plain = !reading.slice(piece).contains('的') && !ends_in_body(reading, body_of(reading, piece));
                reading.slice(group).starts_with('各') && like && plain
            };
            // 负责招生的教师 are others than the 领导 before them.
            let charge = || words::head_of(reading, piece, Kind::InCharge).is_some() && !reading.slice(piece).contains('的');
            !headed || alone || charge() || alike()
        }
        // 集团领导班子、各党支部书记: what is 各 within a whole that is named first is its own.
        Joint::Pause => {
            // 平安办、全体社区书记: all of a body share no head with another.
            let whole = reading.slice(piece).starts_with(WHOLE) && is_body(reading, group);
            !headed && !whole
                || headed && !has_own_body(reading, group, piece)
                || of_whole(reading, group) && reading.slice(piece).starts_with('各')
        }
    }
}

/// Whether a piece names a body of its own, and isn't one more post in the body before it.
fn has_own_body(reading: &Reading<'_>, group: Span, piece: Span) -> bool {
    let text = reading.slice(piece);
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    // 各科室负责人、机关全体干部; 班子成员、局属各单位负责人.
    if text.contains(WHOLE) || text.find('各').is_some_and(|at| at > 0) {
        return true;
    }
    // 部门负责人、乡镇长; of 各乡镇书记、乡镇长 both are of each.
    let tiers = text.char_indices().nth(2).map_or("", |(at, _)| &text[..at]);
    if !tiers.is_empty() && tiers.chars().all(|c| is_level(reading, c)) && !reading.slice(group).contains(tiers) {
        return true;
    }
    let body = body_of(reading, piece);
    // 基层站所负责人、机关股级干部.
    let lower = words::head_of(reading, group, Kind::Determiner).is_some();
    if lower && reading.slice(piece).starts_with("机关") && body != piece {
        return true;
    }
    if reading.slice(group).starts_with('各') {
        return is_beside_each(reading, group, piece, body);
    }
    let named = |body: Span| reading.tokens.kinds_ending(body.end).any(&BODIES);
    // 林业站|负责人 has a body of its own, and 办公室|主任 is of the body before it.
    let own = |body: Span| {
        let length = reading.slice(body).chars().count();
        length >= 4
            || length == 3
                && words::tail_of(reading, body, Kind::OrganizationSuffix).is_some()
                && !reading.slice(body).starts_with('正')
                && !reading.slice(body).ends_with('室')
    };
    // 全体干部、青山村、白云村驻村干部.
    let place = text.chars().count() >= 3 && reading.tokens.kinds_ending(piece.end).has(Kind::PlaceSuffix);
    // 街道领导、机关和村里全体干部.
    let rest = || reading.after(piece.end).split(['、', '，', '。', '；', '\n']).next().is_some_and(|rest| rest.contains(WHOLE));
    let bare = reading.tokens.kind_at(piece.start, Kind::BodyHead).is_some_and(|t| t.span == piece) && rest();
    place || bare || is_determined(reading, piece) || if body == piece { is_body(reading, piece) } else { own(body) && named(body) }
}

/// Whether a piece stands beside a group of 各, and is no more of each: 各学院院长、党办、组织部负责人 against
/// 各单位成员、办公室主任 and 各县分管领导、水利局局长.
fn is_beside_each(reading: &Reading<'_>, group: Span, piece: Span, body: Span) -> bool {
    let determiner = words::head_of(reading, piece, Kind::Determiner).map_or("", |d| reading.slice(d));
    if determiner.starts_with(['各', '全', '所']) {
        return true;
    }
    // 各团队负责人、研究生导师: who holds no post is none of each.
    let standing = reading.tokens.ending_at(without_count(reading, piece).0.end, Kind::Standing).filter(|t| t.span.start > piece.start);
    if standing.is_some() && words::tail_of(reading, group, Kind::Standing).is_none() {
        return true;
    }
    if body == piece {
        let level = reading.slice(group).chars().skip(1).take(2).any(|c| is_level(reading, c));
        return !level && is_body(reading, piece);
    }
    // 基层党组织书记 are of each, 机关部门负责人 are not.
    determiner != "基层" && reading.tokens.ending_at(body.end, Kind::BodyHead).is_some_and(|t| t.span.start > body.start)
}

/// Whether `c` is a level of government, whose bureaus are of each: 各县（市、区）.
fn is_level(reading: &Reading<'_>, c: char) -> bool {
    reading.lexicon.kinds_of(c).has(Kind::PlaceSuffix)
}

/// A piece without its word for people and what qualifies that: 计划处|主要负责人; the whole piece where it has none.
fn body_of(reading: &Reading<'_>, piece: Span) -> Span {
    let Some(head) = head(reading, without_count(reading, piece).0) else { return piece };
    let qualifier = reading.tokens.ending_at(head.start, Kind::Determiner).filter(|t| t.span.start >= piece.start);
    Span::new(piece.start, qualifier.map_or(head.start, |t| t.span.start))
}

/// Whether a piece is a body and nothing else, and no mere level of government: 水利局, 县直各单位.
fn is_body(reading: &Reading<'_>, piece: Span) -> bool {
    let text = reading.slice(piece);
    let level = text.chars().last().is_some_and(|c| is_level(reading, c)) && is_determined(reading, piece);
    text.chars().count() >= 3 && head(reading, piece).is_none() && ends_in_body(reading, piece) && !level
}

/// Whether a list of bodies is summed up: 财务处、保卫处等部门.
fn is_summed_up(reading: &Reading<'_>, group: Span) -> bool {
    let body = reading.tokens.ending_at(group.end, Kind::BodyHead).filter(|t| t.span.start > group.start);
    body.is_some_and(|t| reading.between(group.start, t.span.start).trim_end_matches(['有', '相', '关']).ends_with('等'))
}

/// Whether a group begins with a word for the whole body that meets: 集团, 公司, 学校.
fn of_whole(reading: &Reading<'_>, group: Span) -> bool {
    words::head_of(reading, group, Kind::WholeBody).is_some()
}

fn is_head_alone(reading: &Reading<'_>, piece: Span) -> bool {
    HEADS.iter().any(|&k| reading.tokens.ending_at(piece.end, k).is_some_and(|t| t.span.start <= piece.start))
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

/// The word for people that a span ends in, 等 and a bracket aside.
fn head(reading: &Reading<'_>, span: Span) -> Option<Span> {
    let text = reading.slice(without_bracket(reading, span)).trim_end_matches('等');
    let end = span.start + text.len() as u32;
    let known = HEADS.iter().find_map(|&k| reading.tokens.ending_at(end, k).filter(|t| t.span.start >= span.start)).map(|t| t.span);
    known.or_else(|| formed(reading, Span::new(span.start, end.max(span.start))))
}

/// The word for people that its last character forms at the end of a span, where no other word ends there: 监察员, 护士长,
/// 干警. 成长 and 动员 are such words.
fn formed(reading: &Reading<'_>, span: Span) -> Option<Span> {
    let text = reading.slice(span);
    let piece = text.rfind(['、', '，', '和', '及', '；']).map_or(text, |at| &text[at..]);
    let last = piece.char_indices().rev().nth(1).filter(|_| piece.ends_with(PERSONS))?;
    let piece = Span::new(span.end - piece.len() as u32, span.end);
    let word = Span::new(piece.start + last.0 as u32, span.end);
    // 全体实习生 are people, whatever they do.
    let whole = is_determined(reading, piece);
    let verb = |t: Token| {
        t.span.len() > 3 && (t.span.end == span.end && !t.kinds.any(&[Kind::Actor, Kind::ActorTail]) || !whole && t.kinds.any(VERBS))
    };
    // 1965年11月|生.
    let next = reading.times.first_past(word.start);
    let time = reading.times.get(next).is_some_and(|t| t.span.end < word.end);
    (piece.len() > word.len() && !time && !reading.tokens.within(piece).any(verb)).then_some(word)
}

/// Whether `span` ends in a word for a body: 部门, 企业, 委员会, 各镇（街道）.
pub(super) fn ends_in_body(reading: &Reading<'_>, span: Span) -> bool {
    let end = without_bracket(reading, span).end;
    // 会 alone ends the names of meetings (局务会), where no longer word (学生会) does.
    let form = |t: Token| t.span.len() > 3 || reading.tokens.around(t.span).is_none();
    if reading.tokens.ending_at(end, Kind::MeetingForm).is_some_and(form) {
        return false;
    }
    let named = |t: Token| t.span.start > span.start || t.span.start == span.start && t.span.len() >= MIN_BODY;
    BODIES.iter().any(|&k| reading.tokens.ending_at(end, k).is_some_and(named))
        || end < span.end && reading.slice(Span::new(span.start, end)).chars().last().is_some_and(|c| is_level(reading, c))
}

/// Whether a list of bodies is counted up at its end: 青山实业、白云农业等73家会员单位.
pub(super) fn is_counted_up(reading: &Reading<'_>, span: Span) -> bool {
    let text = reading.slice(span);
    let counted = text.rfind('等').is_some_and(|at| number_at(&text[at + "等".len()..]).is_some());
    counted && is_bodies(reading, span)
}

/// Whether a list names several bodies, or one by 各 or 有关, that send people: 财务处、保卫处, 各二级单位.
pub(super) fn is_bodies(reading: &Reading<'_>, span: Span) -> bool {
    (reading.slice(span).contains('、') || is_determined(reading, span)) && ends_in_body(reading, span)
}

/// Adds a group, where it is one.
fn add(reading: &Reading<'_>, span: Span, listed: bool, role: Role, groups: &mut Vec<Group>) {
    let (span, count, approximate) = without_count(reading, span);
    let text = reading.slice(span).trim_end_matches('等').trim_end();
    let start = after_lead(reading, Span::new(span.start, span.start + text.len() as u32));
    let span = Span::new(start, span.start + text.len() as u32);
    let text = reading.slice(span);
    if span.is_empty() || span.len() > MAX_GROUP || !(listed || is_people(reading, span)) {
        return;
    }
    let organization = organization(reading, span);
    groups.push(Group { text: text.into(), span, role, organization: organization.map(|s| reading.text_at(s)), count, approximate });
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
    // 秦副市长: whoever is called by surname and title is one person.
    let called = head(reading, span).is_some_and(|h| {
        let before = reading.between(span.start, h.start).chars();
        before.clone().count() == 1 && before.clone().all(|c| Names::get().surname(c) >= 2)
    });
    if called {
        return false;
    }
    // 来到会场看望代表, 没有派出代表 and 担任评委 are clauses; 来到会场的代表 are people.
    let clause = |t: Token| {
        let acts = t.kinds.any(&[Kind::Arrive, Kind::Appoint]) && reading.slice(t.span) != "一行" || reading.slice(t.span) == "没有";
        acts && t.span.len() > 3 && reading.tokens.around(t.span).is_none() && !reading.between(t.span.end, span.end).contains('的')
    };
    if reading.tokens.within(span).any(clause) {
        return false;
    }
    let addressee = reading.tokens.kinds_ending(span.end).has(Kind::Addressee);
    head(reading, span).is_some() || is_bodies(reading, span) || addressee
}

/// The body at the head of a group: 管理局|全体干部.
fn organization(reading: &Reading<'_>, span: Span) -> Option<Span> {
    reading.organizations.at(span.start).map(|o| o.span).filter(|found| found.end < span.end)
}
