//! Meetings (会议) that the text reports or records.
//!
//! A meeting is read from the sentence that convenes it (3月2日，青山管理局在二楼会议室召开工作会议), in the
//! headline or the prose; where none does, from a headline that names it, or from the head of minutes.
//! Meetings merely mentioned (会议精神, 去年召开的大会, 将召开) stay out.

mod agenda;
mod chair;
mod day;
mod event;
mod host;
mod minutes;
mod name;
mod named;
mod scan;
mod subject;
#[cfg(test)]
mod tests;

pub(super) use minutes::{Field, field, fields, labels};
pub(super) use name::is_form;
pub(super) use scan::{after_dateline, clause_end, clause_start, trim_end};
pub(super) use subject::is_multitude;

use super::cast::Cast;
use super::kind::{lead, prose};
use super::{speech, words};
use crate::annotate::{Reading, within};
use crate::document::{Kind, Meeting, Role, Speech};
use crate::lexicon::{Kind as Word, Kinds};
use crate::segment::boundary;
use crate::span::Span;
use event::Event;
use subject::Subject;

/// How many meetings one text may report; a text with more is a chronicle of other texts.
const MAX_MEETINGS: usize = 8;

/// How many lines of prose may report another meeting than the headline names.
const LEAD_LINES: usize = 3;

/// A meeting as it is put together from its events.
#[derive(Clone, Debug)]
struct Draft {
    event: Event,
    chairs: Vec<u32>,
    /// Whether all that is known comes from the headline.
    headline: bool,
    /// The time that tells the day, where the event's own tells only a part of it or nothing (会后，…).
    day: Option<Span>,
}

/// The meetings of the text, in order. Gives chairs their role.
pub(super) fn read(reading: &Reading<'_>, kind: Kind, headlines: &[Span], cast: &mut Cast, speeches: &[Speech]) -> Vec<Meeting> {
    let title = headlines.first().copied();
    let mut titled = None;
    if kind == Kind::Minutes {
        titled = minutes::read(reading, title, cast);
        if titled.as_ref().is_some_and(|m| m.time.is_some() || m.venue.is_some() || !m.chairs.is_empty()) {
            return titled.into_iter().collect();
        }
    }
    if kind == Kind::Other {
        let mut drafts: Vec<Draft> = featured(reading, title, cast).into_iter().collect();
        chair::read(reading, cast, &mut drafts);
        return drafts.into_iter().map(|draft| finish(reading, draft, cast)).collect();
    }
    if !matches!(kind, Kind::MeetingReport | Kind::Visit | Kind::Minutes) {
        return Vec::new();
    }
    let mut drafts = drafts(reading, kind, headlines, cast, speeches);
    if titled.is_some() {
        // Minutes without a head tell of their meeting in prose: 3月2日，局长林晓峰主持召开防汛专题会议.
        drafts.truncate(1);
        drafts.retain(|d| d.event.convenes && d.event.time.is_some());
    }
    chair::read(reading, cast, &mut drafts);
    host::read(reading, &mut drafts);
    let meetings: Vec<Meeting> = drafts.into_iter().flat_map(with_joined).map(|draft| finish(reading, draft, cast)).collect();
    if meetings.is_empty() { titled.into_iter().collect() } else { meetings }
}

/// A draft, and one more for each other meeting that its clause convenes.
fn with_joined(mut draft: Draft) -> impl Iterator<Item = Draft> {
    let also = std::mem::take(&mut draft.event.also);
    let joined: Vec<Draft> = also.into_iter().map(|name| Draft { event: Event { name, ..draft.event.clone() }, ..draft.clone() }).collect();
    std::iter::once(draft).chain(joined)
}

/// The meeting that a feature starts from: its first sentence convenes it on a day.
fn featured(reading: &Reading<'_>, title: Option<Span>, cast: &Cast) -> Option<Draft> {
    let line = lead(reading, title)?;
    let first = reading.segments.sentences_in(line.span).first()?;
    let event = events(reading, cast, first.span).into_iter().find(|e| !e.planned)?;
    let dated = event.time.is_some_and(|t| day::value(reading, t).is_some());
    (dated && event.convenes && !event.name.is_bare()).then_some(Draft::of(event))
}

/// The drafts of all meetings that the text reports.
fn drafts(reading: &Reading<'_>, kind: Kind, headlines: &[Span], cast: &Cast, speeches: &[Speech]) -> Vec<Draft> {
    let title = headlines.first().copied();
    let headline = headlines.iter().find_map(|&t| events(reading, cast, t).into_iter().find(|e| !e.planned));
    let mut drafts: Vec<Draft> = Vec::new();
    // What the lead tells of another body's meeting, while the headline's own may still come.
    let mut spare: Option<Event> = None;
    // What the lead announces, where the text reports no meeting.
    let mut planned: Option<Event> = None;
    for (index, line) in prose(reading, title).filter(|l| !headlines.contains(&l.content)).enumerate() {
        let elsewhere = reading.tokens.kinds_at(line.content.start).has(Word::Elsewhere);
        for event in events(reading, cast, line.span) {
            if event.planned {
                planned = planned.or(Some(event).filter(|_| index == 0));
                continue;
            }
            // What somebody tells of elsewhere is not the text's own meeting.
            if drafts.is_empty() && speech::is_told(speeches, event.span.start) && !opens_anew(reading, &event) {
                continue;
            }
            let later =
                !drafts.is_empty() && (elsewhere || day::another_sitting(reading, &drafts, &event) || afterwards(reading, &drafts, &event));
            if later {
                let day = drafts.first().and_then(|d| d.event.time);
                drafts.push(Draft { day, ..Draft::of(event) });
            } else if let Some(known) = drafts.iter_mut().rev().find(|d| same(reading, &d.event, &event)) {
                known.add_chairs(&event);
                known.fill(reading, event);
            } else if drafts.is_empty() && headline.as_ref().is_some_and(|h| index >= LEAD_LINES && !same(reading, h, &event)) {
                // The headline tells what the text reports; this is history or a sequel.
            } else if drafts.is_empty()
                && (headline.as_ref().is_some_and(|h| index + 1 < LEAD_LINES && strange(reading, h, &event))
                    || headlines.iter().any(|&h| is_cited(reading, h, &event)))
            {
                spare = spare.or(Some(event));
            } else if drafts.is_empty() || another(reading, kind, &event) || headline.is_none() && next_item(reading, kind, &drafts, &event)
            {
                drafts.push(Draft::of(event));
            }
            if drafts.len() >= MAX_MEETINGS {
                return drafts;
            }
        }
    }
    if drafts.is_empty() {
        drafts.extend(spare.map(Draft::of));
    }
    if let Some(headline) = headline {
        match drafts.first_mut() {
            Some(draft) => join_headline(reading, draft, headline),
            None => drafts.push(Draft { headline: true, ..Draft::of(headline) }),
        }
    }
    if drafts.is_empty() && kind == Kind::MeetingReport {
        drafts.extend(planned.map(Draft::of));
    }
    if kind == Kind::Visit {
        let day = named::lead_day(reading, title);
        drafts.iter_mut().filter(|d| d.event.time.is_none()).for_each(|d| d.event.time = day);
        // 随后召开座谈会 has its subject before it, 座谈会在青山召开 has none.
        let left_out = |e: &Event| e.subject.is_none() && e.convenes && e.span.start < e.name.span.start;
        for draft in drafts.iter_mut().filter(|d| left_out(&d.event)) {
            draft.event.subject = subject::carried(reading, cast, draft.event.span.start);
        }
        drafts.iter_mut().filter(|d| d.event.venue.is_none()).for_each(|d| d.event.venue = host::destination(reading, d.event.span));
    }
    if let ([only], Kind::MeetingReport) = (drafts.as_mut_slice(), kind) {
        only.event.time = match only.event.time {
            Some(day) => day::arrival(reading, day).or(Some(day)),
            // The headline names the meeting, and the lead tells when.
            None => only.headline.then(|| named::lead_day(reading, title)).flatten(),
        };
    }
    if drafts.is_empty() || drafts.iter().all(|d| d.headline || d.event.name.is_bare()) {
        named::read(reading, kind, headlines, cast, &mut drafts);
    }
    drafts
}

/// The kinds of words that may tell that a meeting is held.
const HELD: Kinds = Kinds::of(&[Word::Convene, Word::Open, Word::LightVerb]);

/// The convening events of a line.
fn events(reading: &Reading<'_>, cast: &Cast, line: Span) -> Vec<Event> {
    let mut list: Vec<Event> = Vec::new();
    let mut done = line.start;
    let mut dateline: Option<u32> = None;
    for token in reading.tokens.among(line, HELD) {
        // 进行集体学习, 开展了防汛培训会, but no other word of giving.
        let acts = || reading.lexicon.kinds(reading.slice(token.span).trim_end_matches('了')).has(Word::Action);
        if token.span.start < done || !(token.kinds.any(&[Word::Convene, Word::Open]) || acts()) {
            continue;
        }
        done = token.span.end;
        let mut floor = *dateline.get_or_insert_with(|| scan::after_dateline(reading, line));
        let sentence = reading.segments.sentence(token.span.start).span;
        floor = floor.max(sentence.start);
        dateline = Some(floor);
        if let Some(event) = event::at_verb(reading, cast, token, floor) {
            done = done.max(event.span.end);
            list.push(event);
        }
    }
    list
}

/// Whether a later event reports another meeting, and doesn't tell of the past or of a plan.
fn another(reading: &Reading<'_>, kind: Kind, event: &Event) -> bool {
    let by_person = matches!(event.subject, Some(Subject::People(_)));
    if kind == Kind::Visit {
        // 21日，节水工作推进会在白云镇召开: a visitor goes from one meeting to the next.
        let next = !event.name.is_bare() && event.time.is_some_and(|day| opens_sentence(reading, day));
        return by_person || next;
    }
    event.chaired && by_person && event.time.is_some() && !event.name.is_bare() && !reading.slice(event.name.span).contains('年')
}

/// Whether an event is the next item of a digest, whose title names none of them: each has a line that opens with its
/// day, no earlier than that of the one before. 3月2日，青山局召开防汛会。 and then 3月3日，白云局召开节水会。
fn next_item(reading: &Reading<'_>, kind: Kind, drafts: &[Draft], event: &Event) -> bool {
    let day = |event: &Event| {
        let line = reading.segments.line(event.span.start).content;
        let start = reading.marker_at(line.start).map_or_else(|| scan::after_dateline(reading, line), |m| m.span.end);
        // 1.3月2日: the point after the number of the item may be a decimal's.
        let opens = |day: &Span| day.start >= start && !reading.between(start, day.start).contains(char::is_alphabetic);
        event.time.filter(opens).and_then(|day| day::value(reading, day))
    };
    let by_person = matches!(event.subject, Some(Subject::People(_)));
    let held = kind == Kind::MeetingReport && event.convenes && !by_person && !event.name.is_bare();
    let follows = || day(event).is_some_and(|own| drafts.iter().all(|d| day(&d.event).is_some_and(|told| *told <= *own)));
    held && follows()
}

fn opens_sentence(reading: &Reading<'_>, span: Span) -> bool {
    reading.segments.sentence(span.start).content.start == span.start
}

/// Whether two events tell of one meeting.
fn same(reading: &Reading<'_>, a: &Event, b: &Event) -> bool {
    let (own, other) = (reading.slice(a.name.span), reading.slice(b.name.span));
    // 会议 can be short for any, 座谈会 only for a 座谈会, and 干部大会 for a 职工大会.
    let end = |form: &'_ str| form.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    let alike = |e: &Event, full: &str| full.ends_with(&reading.slice(e.name.form)[end(reading.slice(e.name.form))..]);
    let short = |e: &Event, full: &str| e.name.is_bare() && (e.name.is_general(reading) || alike(e, full));
    short(a, other) || short(b, own) || own.contains(other) || other.contains(own)
}

/// Whether the sentence of an event goes on with the news after what somebody said in the sentences before it: it
/// opens with a day, with a person, or with the meeting that was held on a day.
fn opens_anew(reading: &Reading<'_>, event: &Event) -> bool {
    let sentence = reading.segments.sentence(event.span.start).content;
    let held = event.name.span.start == sentence.start && event.time.is_some();
    let person = within(&reading.people, sentence).next().is_some_and(|f| reading.start_with_posts(f) == sentence.start);
    // 随后; 调研期间.
    let visit = reading.tokens.kind_at(sentence.start, Word::Visit).map_or(sentence.start, |t| t.span.end);
    let after = reading.tokens.kind_at(visit, Word::ConveneAdverb).is_some_and(|t| t.kinds.any(&[Word::Turn, Word::NoPlace]));
    held || person || after || scan::day_at(reading, sentence.start).is_some_and(|t| reading.after(t.span.end).starts_with('，'))
}

/// Whether a body convenes a meeting of another name after the first: 会后，学校召开就业工作推进会; 职工大会结束后，
/// 还召开了干部大会.
fn afterwards(reading: &Reading<'_>, drafts: &[Draft], event: &Event) -> bool {
    let sentence = reading.segments.sentence(event.span.start).content;
    let head = boundary(reading.text, sentence.end.min(sentence.start + scan::REACH));
    let first = reading.between(sentence.start, head).split('，').next().unwrap_or_default();
    let Some(meeting) = first.strip_suffix('后').map(|m| m.strip_suffix("结束").unwrap_or(m)) else { return false };
    let over = meeting == "会" || reading.tokens.kinds_ending(sentence.start + meeting.len() as u32).has(Word::MeetingForm);
    over && event.span.start < sentence.start + first.len() as u32 + 60
        && (event.subject.is_none() && meeting != "会" || matches!(event.subject, Some(Subject::Body(_))))
        && !event.name.is_bare()
        && drafts.iter().all(|d| !same(reading, &d.event, event))
}

/// Whether an event of the lead has nothing of the headline's: 副省长林晓峰召开会议 under 林学院召开研究会.
fn strange(reading: &Reading<'_>, headline: &Event, event: &Event) -> bool {
    let (Some(Subject::Body(theirs)), Some(subject)) = (&headline.subject, &event.subject) else { return false };
    let theirs = reading.slice(*theirs);
    let own = match subject {
        Subject::Body(own) => reading.slice(*own),
        Subject::People(_) => "",
    };
    // 学校 is whoever the text is about; a shared ending shows a short name (市林业局 and 林业局).
    let home = [theirs, own].iter().any(|name| words::begins(name, &["学校", "我", "本", "集团", "公司", "学院"]));
    let kin = !own.is_empty() && (own.contains(theirs) || theirs.contains(own));
    !home && !kin && !same(reading, headline, event)
}

/// Whether a headline tells of what others do with what the meeting said: 青山局传达学习全省水利大会精神.
fn is_cited(reading: &Reading<'_>, headline: Span, event: &Event) -> bool {
    let name = reading.slice(event.name.span);
    let after =
        reading.slice(headline).split_once(name).map_or(headline.end, |(before, _)| headline.start + (before.len() + name.len()) as u32);
    let rest = Span::new(after.min(headline.end), headline.end);
    event.subject.is_none() && !event.name.is_bare() && words::head_of(reading, rest, Word::MentionTail).is_some()
}

/// Fills from the headline; its name serves where the prose says only 召开会议 or 召开本学期例会.
fn join_headline(reading: &Reading<'_>, draft: &mut Draft, headline: Event) {
    draft.add_chairs(&headline);
    let event = &mut draft.event;
    let name = reading.slice(event.name.span);
    let pointing = name.starts_with(['本', '此', '这', '该']);
    if (pointing || event.name.is_bare()) && !headline.name.is_bare() {
        event.name = headline.name;
    }
    // 青山局召开例会 above 局长林晓峰主持召开例会: the body convenes, the person chairs.
    if let (Some(Subject::People(_)), Some(Subject::Body(_))) = (&event.subject, &headline.subject) {
        draft.chairs.extend(event.chairs());
        event.subject = headline.subject.clone();
    }
    draft.fill(reading, headline);
}

impl Draft {
    /// A meeting of which one event tells.
    fn of(event: Event) -> Self {
        Self { event, chairs: Vec::new(), headline: false, day: None }
    }

    /// Fills what the event doesn't say from another event of the same meeting.
    fn fill(&mut self, reading: &Reading<'_>, other: Event) {
        let event = &mut self.event;
        // The lead, which tells the day, tells who convenes more fully than a headline run into it.
        let bodies = matches!((&event.subject, &other.subject), (Some(Subject::Body(_)), Some(Subject::Body(_))));
        if event.subject.is_none() || bodies && event.time.is_none() && other.time.is_some() {
            event.subject = other.subject;
        }
        event.venue = event.venue.or(other.venue);
        // 近日 gives way to the day that a later sentence tells, and a day to 当天下午.
        match (event.time, other.time) {
            (Some(own), Some(other)) if day::goes_further(reading, own, other) => {
                self.day = self.day.or(Some(own));
                event.time = Some(other);
            }
            (own, other) => event.time = own.or(other),
        }
        event.chaired |= other.chaired;
    }

    /// Adds those who chair by what another event of the same meeting tells.
    fn add_chairs(&mut self, event: &Event) {
        let chairs = if self.event.subject.is_some() { event.chairs() } else { Vec::new() };
        let new: Vec<u32> = chairs.into_iter().filter(|c| !self.chairs.contains(c)).collect();
        self.chairs.extend(new);
    }
}

/// The meeting of a draft.
fn finish(reading: &Reading<'_>, draft: Draft, cast: &mut Cast) -> Meeting {
    let event = draft.event;
    let mut chairs = draft.chairs;
    let mut organizers = Vec::new();
    match event.subject {
        Some(Subject::People(people)) => {
            for (span, person) in people {
                organizers.push(reading.text_at(span));
                if event.chaired && !chairs.contains(&person) {
                    chairs.push(person);
                } else if event.convenes && !chairs.contains(&person) {
                    cast.add_role(person, Role::Attend);
                }
            }
        }
        Some(Subject::Body(span)) => organizers.push(reading.text_at(span)),
        None => {}
    }
    for &chair in &chairs {
        cast.add_role(chair, Role::Chair);
    }
    Meeting {
        name: reading.text_at(event.name.span),
        form: Some(reading.slice(event.name.form).to_owned()),
        time: day::on(reading, event.time, draft.day),
        venue: event.venue.map(|span| reading.text_at(span)),
        organizers,
        chairs,
        attendees: Vec::new(),
        agenda: agenda::read(reading, event.span),
        span: sentence_span(reading, event.span),
    }
}

/// From the start of the sentence that reports the meeting to its end.
fn sentence_span(reading: &Reading<'_>, span: Span) -> Span {
    let sentence = reading.segments.sentence(span.start).content;
    if sentence.is_empty() { span } else { Span::new(sentence.start.min(span.start), sentence.end.max(span.end)) }
}
