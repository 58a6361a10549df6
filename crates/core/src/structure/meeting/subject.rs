//! What stands before a verb of convening: time, organizer, venue.

use super::scan;
use crate::annotate::{Reading, any_within, number_at, within};
use crate::lexicon::{Kind, Token};
use crate::span::Span;
use crate::structure::cast::Cast;
use crate::structure::words;

/// Who convenes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// Persons: their names where they stand, and their indices.
    People(Vec<(Span, u32)>),
    /// A body: 管理局.
    Body(Span),
}

/// The left side of a verb.
#[derive(Clone, Debug)]
pub(super) struct Left {
    /// Where the clause begins.
    pub(super) start: u32,
    /// What is left when the venue, times and adverbs are taken off.
    rest: Span,
    pub(super) subject: Option<Subject>,
    pub(super) venue: Option<Span>,
    pub(super) time: Option<Span>,
}

impl Left {
    /// Whether the clause opens with a modal, so that it wishes and doesn't tell: 要筹备召开….
    pub(super) fn is_wished(&self, reading: &Reading<'_>) -> bool {
        let modal = reading.tokens.at(self.rest.start);
        modal.is_some_and(|t| {
            t.kinds.any(&[Kind::Obligation, Kind::Prohibition, Kind::Permission, Kind::Encouragement]) && self.rest.contains(t.span)
        })
    }

    /// What stands right before the verb, without venue, times and adverbs.
    pub(super) fn rest(&self) -> Span {
        self.rest
    }
}

/// How many clauses back a subject is looked for.
const CLAUSES: usize = 6;

/// The longest name of a convener, in bytes.
const MAX_BODY: u32 = 120;

/// The kinds of words that the name of a body or place ends with.
const BODILY: &[Kind] = &[Kind::OrganizationSuffix, Kind::Organization, Kind::GroupHead, Kind::PlaceSuffix, Kind::Place];

/// How many bodies at least are no hosts of one meeting.
const MANY: u32 = 6;

/// Reads the left side of the verb at `verb`.
pub(super) fn left(reading: &Reading<'_>, cast: &Cast, verb: u32, floor: u32) -> Left {
    let start = scan::clause_start(reading, verb, floor);
    let clause = Span::new(start, verb);
    let time = scan::day_in(reading, clause).map(|t| t.span);
    let mut rest = without_means(reading, scan::trim_end(reading, clause));
    let mut place = None;
    if let Some(at) = last_place(reading, rest) {
        let after = Span::new(at + "在".len() as u32, rest.end);
        let phrase = scan::trim_start(reading, after);
        place = venue(reading, phrase);
        // 于3月2日 and 在…期间 go too, as they name no convener.
        rest = without_means(reading, scan::trim_end(reading, Span::new(start, at)));
        // 定|于3月2日召开.
        let end = at + "于".len() as u32;
        let plan = reading.tokens.ending_at(end, Kind::Unreal).filter(|t| t.span.len() > "于".len() as u32 && t.span.start >= start);
        rest.end = if plan.is_some() { end } else { rest.end };
    }
    let plan = words::tail_of(reading, rest, Kind::Unreal);
    let own = subject_in(reading, cast, scan::trim_end(reading, Span::new(rest.start, plan.map_or(rest.end, |w| w.start))));
    // 各村主任，组长等40余人召开: a list of people goes on from the clause before, and convenes nothing.
    let listed = counts_people(reading.slice(rest));
    let subject = own.or_else(|| if listed { None } else { earlier(reading, cast, start, floor) });
    Left { start, rest, subject, venue: place, time }
}

/// Whether many convene, each a meeting of its own: 青山集团、白云集团等67户企业.
pub(in crate::structure) fn is_multitude(reading: &Reading<'_>, span: Span) -> bool {
    let text = reading.slice(span);
    let Some(at) = text.rfind('等') else { return false };
    let start = at + "等".len();
    let Some((number, length)) = number_at(&text[start..]) else { return false };
    number >= MANY && text[start + length..].trim_start_matches(['余', '多']).starts_with(['户', '家', '个', '所', '省', '市', '县', '地'])
}

/// `span` without the means at its end: 学校|通过线上、线下结合的方式, 管理局|以视频形式.
fn without_means(reading: &Reading<'_>, span: Span) -> Span {
    if words::tail_of(reading, span, Kind::MeansTail).is_none() {
        return span;
    }
    let opening = reading.tokens.of(span, Kind::Means).next_back();
    opening.map_or(span, |t| scan::trim_end(reading, Span::new(span.start, t.span.start)))
}

/// The last 在 of a clause that opens a phrase of place.
pub(super) fn last_place(reading: &Reading<'_>, span: Span) -> Option<u32> {
    let text = reading.slice(span);
    // 副镇长于江|召开: the 于 is the surname.
    let in_name = |at: u32| reading.people.get(reading.people.first_past(at)).is_some_and(|p| p.span.start <= at);
    let at = text.rmatch_indices(['在', '于']).map(|(at, _)| at).find(|&at| !in_name(span.start + at as u32))?;
    let offset = span.start + at as u32;
    let before = &text[..at];
    let compound = before.ends_with(|c| "现正存所旨实潜内外自关对位鉴基由属高低大小敢善至".contains(c));
    let free = reading.segments.pairs.around(offset).is_none_or(|p| p.span.start < span.start);
    // 正 of 林正在二楼召开 is the end of a name.
    let named = reading.people.ending_at(offset).is_some();
    (free && (named || !compound)).then_some(offset)
}

/// A place: the phrase after 在, where it is one.
pub(super) fn venue(reading: &Reading<'_>, span: Span) -> Option<Span> {
    let mut span = without_means(reading, scan::trim_end(reading, span));
    // 在施工现场, but 在青山市|现场召开.
    if !is_bodily(reading, span.end) && reading.after(span.end).starts_with("现场") {
        span.end += "现场".len() as u32;
    }
    // 在楠迪同…举行会晤: the place ends before the companion, but not within 水利与林业学院.
    let word = |at: u32| Span::new(at, at + "同".len() as u32);
    let alone = |at: u32| reading.tokens.around(word(at)).is_none() && reading.tokens.at(at).is_none_or(|t| t.span == word(at));
    let companion = reading.slice(span).match_indices(['同', '与']).map(|(at, _)| span.start + at as u32).find(|&at| alone(at));
    span.end = companion.unwrap_or(span.end);
    // 在行政楼会见来宾并举行座谈会: what is done there is no part of the place.
    let done = |t: &Token| t.span.len() >= "会见".len() as u32 && t.kinds.has(Kind::Boundary) && free(reading, t);
    span.end = reading.tokens.within(span).find(done).map_or(span.end, |t| t.span.start);
    let text = reading.slice(span);
    let other = text.is_empty()
        || text.contains(['，', '：'])
        || text.ends_with('上') && reading.tokens.kinds_ending(span.end - "上".len() as u32).has(Kind::MeetingForm)
        || any_within(&reading.people, span)
        || reading.tokens.any(span, &[Kind::Visit]);
    let named = reading.tokens.ending_at(span.end, Kind::NoPlace).is_none_or(|t| t.span.start < span.start);
    (!other && named && span.len() <= MAX_BODY).then_some(span)
}

/// The subject of an earlier clause of the sentence: 丁晓峰到白云区调研，|主持召开座谈会.
fn earlier(reading: &Reading<'_>, cast: &Cast, before: u32, floor: u32) -> Option<Subject> {
    let mut end = before;
    let mut found = None;
    for _ in 0..CLAUSES {
        // Only a comma goes on with the same subject.
        if !reading.between(floor.min(end), end).ends_with('，') {
            break;
        }
        end -= "，".len() as u32;
        let start = scan::clause_start(reading, end, floor);
        let clause = scan::trim_start(reading, Span::new(start, end));
        if let Some(people) = leading_people(reading, cast, clause) {
            return Some(people);
        }
        if found.is_none() {
            found = leading_body(reading, clause);
        }
        end = start;
    }
    found
}

/// How many sentences back a visitor is looked for.
const SENTENCES: usize = 3;

/// The subject that a sentence without one goes on with: 林晓峰来到工地，查看进展。|随后召开座谈会.
pub(super) fn carried(reading: &Reading<'_>, cast: &Cast, at: u32) -> Option<Subject> {
    let own = reading.segments.sentence_at(at);
    let sentences = reading.segments.sentences.get(..own)?;
    sentences.iter().rev().take(SENTENCES).find_map(|s| {
        let span = scan::trim_start(reading, s.content);
        let first = within(&reading.people, span).next()?;
        let person = cast.at(first.span)?;
        (reading.start_with_posts(first) == span.start).then(|| Subject::People(vec![(first.span, person)]))
    })
}

/// The subject that `span`, a clause up to its verb, consists of.
fn subject_in(reading: &Reading<'_>, cast: &Cast, span: Span) -> Option<Subject> {
    let span = scan::trim_start(reading, span);
    if let Some(people) = leading_people(reading, cast, span) {
        return Some(people);
    }
    if reading.tokens.kind_at(span.start, Kind::Pronoun).is_some_and(|t| span.contains(t.span)) {
        return person_before(reading, cast, span.start);
    }
    body(reading, span).map(Subject::Body)
}

/// The people a clause begins with, their posts before them: 国务院总理林晓峰.
fn leading_people(reading: &Reading<'_>, cast: &Cast, span: Span) -> Option<Subject> {
    let mut list: Vec<(Span, u32)> = Vec::new();
    let mut at = span.start;
    for found in within(&reading.people, span) {
        let posts = found.value.posts();
        let start =
            reading.posts.get(posts.start).filter(|_| !posts.is_empty()).map_or(found.span.start, |p| p.span.start.min(found.span.start));
        let gap = reading.between(at.min(start), start);
        let joined = matches!(gap.trim(), "" | "、" | "和" | "与" | "，");
        // Before the first name a title that was read as no post may stand: 校长林晓峰.
        // 区纪委|就|镇长林晓峰违纪案件|召开警示教育大会.
        let about = |t: Token| t.span.len() == 3 && t.kinds.has(Kind::Preposition) && t.kinds.has(Kind::ListLead) && free(reading, &t);
        let free = list.is_empty()
            && gap.len() <= 240
            && !gap.contains(['，', '在', '受', '由', '同', '与', '根', '按'])
            && !reading.tokens.within(Span::new(at.min(start), start)).any(about);
        if !(joined || free) {
            break;
        }
        if let Some(person) = cast.at(found.span) {
            list.push((found.span, person));
        }
        at = found.span.end;
    }
    (!list.is_empty()).then_some(Subject::People(list))
}

/// The person named last before `at`: who 他 is.
fn person_before(reading: &Reading<'_>, cast: &Cast, at: u32) -> Option<Subject> {
    let last = reading.people.first_past(at).checked_sub(1)?;
    let span = reading.people[last].span;
    cast.at(span).map(|person| Subject::People(vec![(span, person)]))
}

/// A body that convenes: the whole of `span`, where it can be the name of one.
pub(super) fn body(reading: &Reading<'_>, span: Span) -> Option<Span> {
    // 守护一江清水——青山局: the last part of a headline.
    let dash = reading.slice(span).rfind("——").map(|at| span.start + at as u32).filter(|&at| reading.segments.pairs.around(at).is_none());
    let start = dash.map_or(span.start, |at| at + "——".len() as u32);
    // 青山市水利研究院（以下简称“水研院”）|召开.
    let aside = reading.segments.pairs.around(span.end.saturating_sub(1)).filter(|p| p.is_bracket() && p.span.end == span.end);
    let end = aside.filter(|p| p.span.start > start && reading.slice(p.inner).contains("简称")).map_or(span.end, |p| p.span.start);
    let span = before_others(reading, Span::new(start, end));
    let text = reading.slice(span);
    // 布置任务并|召开: what is done is no body, but 建设局 is one.
    let act = reading.tokens.kinds_at(span.start).has(Kind::Action)
        && !text.ends_with(['团', '组', '队', '班', '会', '议'])
        && !is_bodily(reading, span.end);
    let named = span.len() >= 6
        && span.len() <= MAX_BODY
        && !act
        && !text.contains(['，', '：', '。', '《'])
        && !counts_people(text)
        && !leads_on(reading, span)
        && (!text.ends_with(['的', '是', '上', '地']) || is_authority(text));
    named.then_some(span)
}

/// Whether a list ends with how many people it tells: 各村主任、组长等共计40余人.
fn counts_people(text: &str) -> bool {
    let Some(rest) = text.strip_suffix('人') else { return false };
    let number = rest.trim_end_matches(['余', '多', '名']);
    number.ends_with(|c: char| c.is_ascii_digit()) && number.contains(['等', '共', '、'])
}

/// The body alone, without those whom it brings together and what about: 青山管理局|组织白云公司, 青山管理局|主办、
/// 白云公司, 省委|2日下午就防汛工作.
fn before_others(reading: &Reading<'_>, span: Span) -> Span {
    // Not within marks of its own: “青山市区对话”论坛组委会.
    let bodily = |at: u32| is_bodily(reading, at) && reading.segments.pairs.around(at).is_none_or(|p| p.span.start < span.start);
    let verb = reading.tokens.within(span).find(|t| {
        t.kinds.has(Kind::Host) && reading.after(t.span.end).starts_with('、')
            || t.kinds.has(Kind::ConveneAdverb) && t.kinds.has(Kind::ListLead) && bodily(t.span.start)
            || t.kinds.has(Kind::Boundary) && t.kinds.has(Kind::Preposition) && !t.kinds.has(Kind::Link) && bodily(t.span.start)
            || t.kinds.has(Kind::Arrive) && free(reading, t) && bodily(t.span.start)
    });
    let time = scan::day_in(reading, span).map(|t| t.span.start).filter(|&at| at > span.start && bodily(at));
    let end = verb.map_or(span.end, |t| t.span.start);
    Span::new(span.start, time.map_or(end, |at| at.min(end)))
}

/// Whether a word names the authorities of a place: 县上, 市上.
fn is_authority(text: &str) -> bool {
    text.strip_suffix('上').is_some_and(|place| matches!(place, "省" | "市" | "州" | "县" | "区" | "旗" | "镇" | "乡"))
}

/// The body that a clause begins with, up to its preposition or verb: 我校领导班子|围绕….
fn leading_body(reading: &Reading<'_>, clause: Span) -> Option<Subject> {
    let ends = [
        Kind::Boundary,
        Kind::Preposition,
        Kind::Manner,
        Kind::Agenda,
        Kind::Action,
        Kind::Visit,
        Kind::Say,
        Kind::Attend,
        Kind::Chair,
        Kind::Arrive,
    ];
    // 保障 is no verb in 社会保障局.
    let named = |t: &Token| {
        !t.kinds.any(&[Kind::Boundary, Kind::Preposition, Kind::Manner])
            && within(&reading.organizations, clause).any(|o| o.span.start < t.span.start && t.span.end <= o.span.end)
    };
    let verb = reading.tokens.within(clause).find(|t| t.span.start > clause.start && t.kinds.any(&ends) && free(reading, t) && !named(t));
    let span = scan::trim_end(reading, Span::new(clause.start, verb.map_or(clause.end, |t| t.span.start)));
    let bodily = is_bodily(reading, span.end) && reading.tokens.kind_at(span.start, Kind::Arrive).is_none();
    if bodily { body(reading, span).map(Subject::Body) } else { None }
}

/// Whether a word lies in no longer one: the 学 of 大学 is no verb.
fn free(reading: &Reading<'_>, token: &Token) -> bool {
    reading.tokens.around(token.span).is_none()
}

/// Whether the name of a body or place ends at `at`.
fn is_bodily(reading: &Reading<'_>, at: u32) -> bool {
    reading.tokens.kinds_ending(at).any(BODILY)
}

/// Whether a phrase begins with a preposition, a pronoun or a word for a meeting, so that it is no body's name; 自 and 经
/// are no words of their own in 自然资源局 and 经济学院.
fn leads_on(reading: &Reading<'_>, span: Span) -> bool {
    let leads = [Kind::Preposition, Kind::Boundary, Kind::Pronoun, Kind::Turn, Kind::MeetingSubject];
    reading.tokens.kinds_at(span.start).any(&leads)
}
