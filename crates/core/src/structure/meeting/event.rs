//! Convening sentences (召开): who convenes what, where and when.

use super::name::{self, Name};
use super::scan;
use super::subject::{self, Subject};
use crate::annotate::Reading;
use crate::lexicon::{Kind, Token};
use crate::span::Span;
use crate::structure::cast::Cast;
use crate::structure::words;

/// A meeting as one clause tells of it.
#[derive(Clone, Debug)]
pub(super) struct Event {
    /// What is convened.
    pub(super) name: Name,
    /// What is convened along with it: 党组会议和|常务会议.
    pub(super) also: Vec<Name>,
    /// Who convenes it.
    pub(super) subject: Option<Subject>,
    /// Where.
    pub(super) venue: Option<Span>,
    /// When: an index into the reading's times.
    pub(super) time: Option<Span>,
    /// Whether the subject chairs it too (主持召开).
    pub(super) chaired: bool,
    /// Whether the clause convenes the meeting, and doesn't only name it.
    pub(super) convenes: bool,
    /// Whether the clause announces it for a day to come: 将于3月2日召开.
    pub(super) planned: bool,
    /// From the start of what was read to the end of the clause.
    pub(super) span: Span,
}

impl Event {
    /// A meeting that is only named.
    pub(super) fn of(name: Name) -> Self {
        Self {
            name,
            also: Vec::new(),
            subject: None,
            venue: None,
            time: None,
            chaired: false,
            convenes: false,
            planned: false,
            span: name.span,
        }
    }

    /// Those who chair what they convene.
    pub(super) fn chairs(&self) -> Vec<u32> {
        match &self.subject {
            Some(Subject::People(people)) if self.chaired => people.iter().map(|p| p.1).collect(),
            _ => Vec::new(),
        }
    }
}

/// The kinds of words before a verb of convening that make it a plan, a habit or a thing of the past.
const UNREAL: &[Kind] = &[Kind::Unreal, Kind::Repeated];

/// The event that the verb of convening at `token` tells of.
pub(super) fn at_verb(reading: &Reading<'_>, cast: &Cast, token: Token, floor: u32) -> Option<Event> {
    let verb = token.span;
    if reading.segments.pairs.around(verb.start).is_some() || is_reported(reading, verb.start, floor) {
        return None;
    }
    let left = subject::left(reading, cast, verb.start, floor);
    // 会议决定今年10月在青山召开…: what is decided is to come.
    let clause = Span::new(left.start.min(verb.start), verb.start);
    if reading
        .tokens
        .of(clause, Kind::SayDecide)
        .any(|t| !words::is_saying(reading, t) && reading.segments.pairs.around(t.span.start).is_none())
    {
        return None;
    }
    if left.is_wished(reading) || subject::is_multitude(reading, left.rest()) {
        return None;
    }
    // 水利所召开会议, but 会议所召开的.
    let body = |w: &Span| reading.tokens.kinds_ending(w.end).has(Kind::OrganizationSuffix) && !reading.after(verb.end).starts_with('的');
    let unreal = UNREAL.iter().find_map(|&k| words::tail_of(reading, left.rest(), k)).filter(|w| !body(w));
    let time = left.time.or_else(|| earlier_time(reading, left.start, floor));
    let planned = unreal.is_some_and(|w| is_plan(reading, w)) && time.is_some();
    if unreal.is_some_and(|w| !planned && !in_turn(reading, w, verb, time)) {
        return None;
    }
    // 进行第十次集体学习, 开展主题党日活动, but 就预算进行座谈 is what one did at a meeting.
    let object = name::object(reading, verb.end)
        .filter(|n| !token.kinds.has(Kind::Open) && (token.kinds.has(Kind::Convene) || !n.is_bare() || n.form.len() >= name::FULL_FORM));
    if let Some(name) = object {
        // 春天和秋天召开两场防汛会议 sums up.
        if time.is_none() && name.sums_up(reading) {
            return None;
        }
        let also = name::joined(reading, name);
        let span = Span::new(left.start, also.last().map_or(name.span.end, |n| n.span.end));
        let chaired = token.kinds.has(Kind::Chair);
        return Some(Event { name, also, subject: left.subject, venue: left.venue, time, chaired, convenes: true, planned, span });
    }
    // 会议分两段进行 tells how it went.
    if token.kinds.any(&[Kind::Convene, Kind::Open]) { intransitive(reading, verb, floor) } else { None }
}

/// Whether a word before the verb announces what is to come: 将, 定于, but not 应.
fn is_plan(reading: &Reading<'_>, word: Span) -> bool {
    let text = reading.slice(word);
    text.starts_with('将') || text.ends_with('于')
}

/// Whether a word before the verb counts sittings of a day: 3月2日，学校|先后|召开三场座谈会.
fn in_turn(reading: &Reading<'_>, word: Span, verb: Span, day: Option<Span>) -> bool {
    reading.slice(word) == "先后" && day.is_some() && name::sittings(reading.after(verb.end).trim_start_matches('了')).0 > 1
}

/// 全国宣传工作会议21日在北京召开: the meeting is the subject.
fn intransitive(reading: &Reading<'_>, verb: Span, floor: u32) -> Option<Event> {
    let rest = reading.after(verb.end).chars().next();
    if !rest.is_none_or(|c| "，。；！？、（( \n\r：）)".contains(c) || c.is_whitespace()) {
        return None;
    }
    let from = scan::reach(reading, verb.start, floor);
    let forms: Vec<Span> =
        reading.tokens.within(Span::new(from, verb.start)).filter(|t| name::is_form(reading, *t)).map(|t| t.span).collect();
    for &form in forms.iter().rev().take(8) {
        let after = name::coupled(reading, form, verb.start);
        let Some(gap) = Gap::read(reading, Span::new(after, verb.start)) else { continue };
        // 座谈会 before 会: the longest form with this end.
        let form = forms.iter().filter(|f| f.end == form.end).min().copied().unwrap_or(form);
        let mut name = name::subject(reading, form, floor)?;
        name.span.end = after;
        if gap.adverb.is_some_and(|a| reading.lexicon.kinds(reading.slice(a)).any(UNREAL)) || gap.planned && gap.time.is_none() {
            return None;
        }
        let time = gap
            .time
            .or_else(|| scan::day_before(reading, name.span.start).map(|t| t.span))
            .or_else(|| earlier_time(reading, name.span.start, floor));
        let span = Span::new(name.span.start, verb.end);
        let (host, place) = held_by(reading, name.span.start, floor);
        let (subject, venue) = (host.map(Subject::Body), gap.venue.or(place));
        return Some(Event { subject, venue, time, convenes: true, planned: gap.planned, span, ..Event::of(name) });
    }
    None
}

/// Who hosts a meeting and where, as the phrase before its name tells: 由青山管理局主办的|节水座谈会, 出席在白云楼举行的|论坛.
pub(super) fn held_by(reading: &Reading<'_>, name: u32, floor: u32) -> (Option<Span>, Option<Span>) {
    let Some(before) = reading.between(floor, name).trim_end().strip_suffix('的') else { return (None, None) };
    let end = floor + before.len() as u32;
    let Some(verb) = reading.tokens.ending_at(end, Kind::Host).or_else(|| reading.tokens.ending_at(end, Kind::Convene)) else {
        return (None, None);
    };
    let mut phrase = Span::new(scan::clause_start(reading, verb.span.start, floor), verb.span.start);
    // 由水利学会主办，|白云公司承办的: the first hosts.
    if let Some(first) = reading.between(floor, phrase.start).strip_suffix('，') {
        let end = floor + first.len() as u32;
        if let Some(host) = reading.tokens.ending_at(end, Kind::Host) {
            phrase = Span::new(scan::clause_start(reading, host.span.start, floor), host.span.start);
        }
    }
    phrase = scan::trim_start(reading, phrase);
    if reading.slice(phrase).starts_with('由') {
        phrase.start += "由".len() as u32;
    }
    let at = subject::last_place(reading, phrase);
    let host = scan::trim_end(reading, Span::new(phrase.start, at.unwrap_or(phrase.end)));
    let place = at.and_then(|at| subject::venue(reading, scan::trim_start(reading, Span::new(at + "在".len() as u32, phrase.end))));
    (subject::body(reading, host), place)
}

/// The time before `at` in the same sentence.
fn earlier_time(reading: &Reading<'_>, at: u32, floor: u32) -> Option<Span> {
    let from = scan::reach(reading, at, floor);
    scan::day_in(reading, Span::new(from.min(at), at)).map(|t| t.span)
}

/// Whether the words at `at` are content of a frame that opens earlier in the sentence: 他强调，要召开….
pub(super) fn is_reported(reading: &Reading<'_>, at: u32, floor: u32) -> bool {
    let from = scan::reach(reading, at, floor);
    reading
        .tokens
        .of(Span::new(from, at), Kind::Say)
        .any(|t| words::opens_content(reading, t) && reading.segments.pairs.around(t.span.start).is_none() && !is_object(reading, t, from))
}

/// Whether a word of saying is the object of a verb: 宣读决定，…, 提出明确要求，….
fn is_object(reading: &Reading<'_>, token: Token, from: u32) -> bool {
    let clause = Span::new(scan::clause_start(reading, token.span.start, from), token.span.start);
    let verbs = [Kind::Report, Kind::PutForward, Kind::Utter, Kind::Tell];
    token.kinds.has(Kind::SayNoun) && reading.tokens.within(clause).any(|v| v.kinds.any(&verbs))
}

/// What stands between a meeting and the verb it is the subject of: 29日下午在京隆重.
#[derive(Debug, Default)]
struct Gap {
    time: Option<Span>,
    venue: Option<Span>,
    adverb: Option<Span>,
    planned: bool,
}

impl Gap {
    /// Reads the words of a gap; `None` where they hold anything else.
    fn read(reading: &Reading<'_>, span: Span) -> Option<Self> {
        let mut gap = Self::default();
        let mut at = span.start;
        while at < span.end {
            let rest = reading.between(at, span.end);
            let c = rest.chars().next()?;
            if c == '，' || c == '”' && at == span.start || c.is_whitespace() {
                at += c.len_utf8() as u32;
            } else if let Some(pair) = reading.segments.pairs.opening_at(at).filter(|p| p.is_bracket() && p.span.end <= span.end) {
                at = pair.span.end;
            } else if let Some(time) = scan::day_at(reading, at).filter(|t| t.span.end <= span.end) {
                gap.time = Some(time.span);
                at = time.span.end;
            } else if let Some(token) = reading.tokens.kind_at(at, Kind::ConveneAdverb).filter(|t| t.span.end <= span.end) {
                gap.adverb = Some(token.span);
                at = token.span.end;
            } else if let Some(plan) =
                reading.tokens.kind_at(at, Kind::Unreal).filter(|t| t.span.end <= span.end && is_plan(reading, t.span))
            {
                gap.planned = true;
                at = plan.span.end;
            } else if c == '在' || c == '于' {
                let start = at + c.len_utf8() as u32;
                // 于3月2日 is a time.
                if scan::day_at(reading, start).is_some() {
                    at = start;
                    continue;
                }
                let end = rest.find('，').map_or(span.end, |i| at + i as u32);
                let venue = scan::trim_end(reading, Span::new(start, end));
                gap.time = scan::day_in(reading, Span::new(venue.end, end)).map(|t| t.span).or(gap.time);
                gap.venue = subject::venue(reading, venue).or(gap.venue);
                at = end;
            } else if matches!(c, '以' | '采' | '通') || rest.starts_with("由") {
                let end = ["形式", "方式", "主办", "承办"].iter().filter_map(|e| rest.find(e).map(|i| i + e.len())).min()?;
                at += end as u32;
            } else {
                return None;
            }
        }
        Some(gap)
    }
}
