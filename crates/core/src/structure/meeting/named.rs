//! Meetings named without a verb of convening: 林晓峰主持青山管理局党组会议, 在工作会议上强调, 党组会传达学习….

use super::event::{self, Event};
use super::name::{self, Name};
use super::scan;
use super::subject::{self, Subject};
use super::{Draft, same};
use crate::annotate::Reading;
use crate::document::Kind;
use crate::lexicon::{Kind as Word, Token};
use crate::segment::boundary;
use crate::span::Span;
use crate::structure::cast::Cast;
use crate::structure::kind::{lead, prose};

/// How many sentences of prose may name the meeting.
const LEAD_SENTENCES: usize = 3;

/// How many lines of a visit are searched for 座谈会上.
const VISIT_LINES: usize = 40;

/// Adds the meeting that the headline or the lead names, or names the one that is only called 会议.
pub(super) fn read(reading: &Reading<'_>, kind: Kind, headlines: &[Span], cast: &Cast, drafts: &mut Vec<Draft>) {
    let title = headlines.first().copied();
    let headline = headlines.iter().find_map(|&t| named_in(reading, cast, t));
    if let Some(draft) = drafts.first_mut() {
        // 党委常委会召开会议 under 党委常委会传达学习…: who convenes is not what is convened.
        let convener = match draft.event.subject {
            Some(Subject::Body(body)) => reading.slice(body),
            _ => "",
        };
        let other = |e: &Event| !convener.ends_with(reading.slice(e.name.span)) && !e.name.is_bare() && kind != Kind::Visit;
        if let Some(event) = headline.filter(|e| other(e) && alike_form(reading, draft.event.name, e.name)) {
            draft.event.name = event.name;
        }
        return;
    }
    if kind == Kind::Visit && headline.as_ref().is_none_or(|e| e.name.is_bare()) {
        if let Some(event) = at_table(reading, title) {
            drafts.push(Draft::of(event));
        }
        return;
    }
    let lead = prose(reading, title)
        .filter(|l| !headlines.contains(&l.content))
        .flat_map(|line| reading.segments.sentences_in(line.span))
        .take(LEAD_SENTENCES)
        .find_map(|s| named_in(reading, cast, s.span));
    let mut event = match (lead, headline) {
        (Some(mut lead), Some(headline)) => {
            if same(reading, &lead, &headline) && lead.name.is_bare() {
                lead.name = headline.name;
            }
            lead
        }
        (Some(event), None) | (None, Some(event)) => event,
        (None, None) => return,
    };
    // The lead tells when and where: 首都各界3月2日下午在大会堂集会.
    let first = prose(reading, title).find(|l| !headlines.contains(&l.content)).map(|l| reading.segments.sentences_in(l.span));
    if let Some(first) = first.and_then(|s| s.first()).filter(|_| event.time.is_none()) {
        let first = Span::new(scan::after_dateline(reading, first.span).min(first.span.end), first.span.end);
        event.time = scan::day_in(reading, first).map(|d| d.span);
        let assembly = reading.tokens.of(first, Word::Convene).next().filter(|_| event.venue.is_none());
        event.venue = assembly.map_or(event.venue, |verb| subject::left(reading, cast, verb.span.start, first.start).venue);
    }
    drafts.push(Draft::of(event));
}

/// Whether a bare form can be short for a full name: 会议 for 党组会议, but not 座谈会 for 党组会议.
fn alike_form(reading: &Reading<'_>, bare: Name, full: Name) -> bool {
    reading.slice(full.span).ends_with(reading.slice(bare.form)) || bare.is_general(reading)
}

/// The meeting that a sentence names by who chairs, attends or speaks at it.
fn named_in(reading: &Reading<'_>, cast: &Cast, sentence: Span) -> Option<Event> {
    let sentence = Span::new(scan::after_dateline(reading, sentence).min(sentence.end), sentence.end);
    let end = boundary(reading.text, sentence.end.min(sentence.start + scan::REACH));
    let sentence = Span::new(sentence.start, end.max(sentence.start));
    for token in reading.tokens.within(sentence) {
        if reading.segments.pairs.around(token.span.start).is_some() {
            continue;
        }
        let found = if token.kinds.any(&[Word::Chair, Word::Attend]) {
            name::object(reading, token.span.end).map(|n| (n, token))
        } else if name::is_form(reading, token) {
            spoken_at(reading, sentence, token).map(|n| (n, token))
        } else {
            None
        };
        let Some((name, token)) = found else { continue };
        let left = subject::left(reading, cast, token.span.start.min(name.span.start), sentence.start);
        let time =
            left.time.or_else(|| scan::day_in(reading, Span::new(sentence.start, name.span.start.max(sentence.start))).map(|t| t.span));
        let chaired = token.kinds.has(Word::Chair);
        let (host, place) = event::held_by(reading, name.span.start, token.span.end.min(name.span.start));
        let subject = host.map(Subject::Body);
        return Some(Event { subject, venue: left.venue.or(place), time, chaired, ..Event::of(name) });
    }
    None
}

/// 在全市工作会议上强调, 党组会议传达学习: a name before 上 or before an agenda verb.
fn spoken_at(reading: &Reading<'_>, sentence: Span, token: Token) -> Option<Name> {
    let after = reading.between(token.span.end, sentence.end.max(token.span.end));
    let agenda = reading.tokens.kinds_at(token.span.end).has(Word::Agenda);
    if !(after.starts_with('上') || agenda) {
        return None;
    }
    let name = name::subject(reading, token.span, sentence.start)?;
    let text = reading.slice(name.span);
    if let Some(at) = text.find('在') {
        let start = name.span.start + (at + "在".len()) as u32;
        return (after.starts_with('上') && start <= name.form.start)
            .then_some(Name { span: Span::new(start, name.span.end), form: name.form });
    }
    // 传达学习全市大会精神 names a meeting of the past.
    let plain = !reading.tokens.any(Span::new(name.span.start, name.form.start), &[Word::Agenda]);
    (agenda && plain).then_some(name)
}

/// On a visit: 在与班子座谈会上, 座谈会上, 出席座谈会.
fn at_table(reading: &Reading<'_>, title: Option<Span>) -> Option<Event> {
    for line in prose(reading, title).take(VISIT_LINES) {
        for token in reading.tokens.within(line.span) {
            if !name::is_form(reading, token) || token.span.len() <= 6 || reading.segments.pairs.around(token.span.start).is_some() {
                continue;
            }
            let clause = scan::clause_start(reading, token.span.start, line.span.start);
            // Only the head of a clause tells where what follows was said.
            let head = reading.after(clause).starts_with('在') || clause == token.span.start;
            let said = head && reading.after(token.span.end).starts_with('上');
            let attended = || {
                let verb = reading.tokens.ending_at(token.span.start, Word::Attend);
                verb.or_else(|| reading.tokens.ending_at(token.span.start, Word::Chair)).is_some()
                    && scan::clause_end(reading, token.span.end) == token.span.end
            };
            if !(said || attended()) {
                continue;
            }
            let name = Name { span: token.span, form: token.span };
            return Some(Event { time: lead_day(reading, title), ..Event::of(name) });
        }
    }
    None
}

/// The day of a visit that took a day: the date of its meetings.
pub(super) fn lead_day(reading: &Reading<'_>, title: Option<Span>) -> Option<Span> {
    let line = lead(reading, title)?;
    let start = scan::after_dateline(reading, line.span);
    // A page may hold the whole text in one line; only its head tells when.
    let head = reading.segments.sentences_in(line.span).iter().take(LEAD_SENTENCES);
    let day = head.filter_map(|s| scan::day_in(reading, Span::new(start.max(s.span.start).min(s.span.end), s.span.end))).next()?;
    let range = day.value.value.as_deref().is_some_and(|v| v.contains('/'));
    (!range).then_some(day.span)
}
