//! The subject of a verb of saying.

use super::adverbial::{adverbial, goes_on_about, opening_adverbial, without_adverbs};
use super::named::VOICES;
use super::phrase::phrase;
use super::scene::posts_only;
use super::{Search, Teller};
use crate::annotate::{any_within, within};
use crate::lexicon::{Kind, Token};
use crate::particle::{JOINTS, ends_when, is_continued};
use crate::sorted::arrange;
use crate::span::Span;
use crate::structure::cast::Cast;

/// The longest name of a speaking institution, in bytes: 24 characters.
pub(super) const MAX_NAME: u32 = 72;

/// The longest clause that is searched for a subject, in bytes: 400 characters.
pub(super) const MAX_CLAUSE: u32 = 1_200;

/// The widest adverbial between a subject and its verb, in bytes: 80 characters.
const MAX_ADVERBIAL: u32 = 240;

/// Who says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// Named in the clause; `adjacent` where only adverbs stand before the verb.
    Own { speaker: Teller, span: Span, adjacent: bool, cited: bool },
    /// 他, 她.
    Pronoun { span: Span },
    /// Nobody is named before the verb in its clause.
    Omitted,
    /// What stands there is no subject.
    None,
}

impl Subject {
    pub(super) fn is_own(&self) -> bool {
        matches!(self, Self::Own { .. } | Self::Pronoun { .. })
    }

    pub(super) fn is_person(&self) -> bool {
        matches!(self, Self::Own { speaker: Teller::Person(_), .. })
    }

    pub(super) fn is_adjacent(&self) -> bool {
        matches!(self, Self::Own { adjacent: true, .. } | Self::Pronoun { .. })
    }

    pub(super) fn is_cited(&self) -> bool {
        matches!(self, Self::Own { cited: true, .. })
    }

    pub(super) fn start(&self) -> Option<u32> {
        self.span().map(|s| s.start)
    }

    pub(super) fn end(&self) -> Option<u32> {
        self.span().map(|s| s.end)
    }

    fn span(&self) -> Option<Span> {
        match self {
            Self::Own { span, .. } | Self::Pronoun { span } => Some(*span),
            _ => None,
        }
    }
}

/// Somebody who may be a subject.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// With posts before and a title after the name: 局长林晓峰, 林晓峰局长.
    pub(super) span: Span,
    pub(super) who: Who,
}

/// What a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    Person(u32),
    Pronoun,
    Institution,
}

/// The subject of the verb `word` in `clause`. A `loose` verb (提出三点要求) may stand after any words.
pub(super) fn find(search: &Search<'_, '_>, cast: &Cast, clause: Span, word: Token, loose: bool) -> Subject {
    let reading = search.reading;
    // 一、会议要求，: the marker of an item belongs to no subject.
    let marker = reading.marker_at(clause.start).filter(|m| m.span.end < word.span.start);
    let prefix = Span::new(marker.map_or(clause.start, |m| m.span.end), word.span.start.max(clause.start));
    if prefix.len() > MAX_CLAUSE {
        return Subject::None;
    }
    let end = without_adverbs(search, prefix);
    if end <= prefix.start {
        return Subject::Omitted;
    }
    let mut list = search.candidates.borrow_mut();
    candidates(search, cast, Span::new(prefix.start, end), &mut list);
    if let Some(adjacent) = list.iter().rfind(|c| c.span.end == end && !governed(search, prefix, c)) {
        return own(search, adjacent, true);
    }
    if let Some(span) = together(search, &list, end).filter(|_| is_noted(search, word)) {
        return Subject::Own { speaker: Teller::Institution(span), span, adjacent: true, cited: false };
    }
    if let Some(person) = titled(search, cast, Span::new(prefix.start, end)) {
        return own(search, &person, true);
    }
    let apart = |c: &&Candidate| {
        let between = Span::new(c.span.end, end.max(c.span.end));
        c.span.end < end
            && between.len() <= MAX_ADVERBIAL
            && (loose || adverbial(search, between))
            && !governed(search, prefix, c)
            && heads(search, prefix, c)
    };
    let about = loose && goes_on_about(search, clause);
    // 林晓峰就加固堤坝，服务企业提出三点要求: a body is part of what the demand is about.
    if let Some(candidate) = list.iter().find(apart).filter(|c| !about || c.who != Who::Institution) {
        return own(search, candidate, false);
    }
    // 同时|对下一步工作提出三点要求: past what joins it to the clause before.
    let joint = search.words.at(prefix.start).filter(|w| w.kinds.has(Kind::Connective) && w.span.end < end);
    let rest = reading.between(joint.map_or(prefix.start, |w| w.span.end), end);
    if about || loose && rest.starts_with(['并', '对', '就', '还', '从', '围']) {
        return Subject::Omitted;
    }
    // 会议审议该方案|并|要求…: who has done the one does the other.
    if reading.between(end, prefix.end).starts_with('并') {
        if let Some(candidate) = list.iter().find(|c| heads(search, prefix, c) && !governed(search, prefix, c)) {
            return own(search, candidate, true);
        }
    }
    match opening_adverbial(search, Span::new(prefix.start, end)) {
        true => Subject::Omitted,
        false => phrase(search, Span::new(prefix.start, end), word),
    }
}

/// Whether a comma or colon follows a verb, before its content.
pub(super) fn is_noted(search: &Search<'_, '_>, word: Token) -> bool {
    search.reading.after(word.span.end).starts_with(['，', '：', ',', ':'])
}

/// The people named side by side before a verb that ends at `end`: 林晓峰、周明远|均|表示.
fn together(search: &Search<'_, '_>, list: &[Candidate], end: u32) -> Option<Span> {
    let mut people = list.iter().rev().skip_while(|c| c.span.end > end).take_while(|c| matches!(c.who, Who::Person(_)));
    let mut span = people.next().filter(|c| c.span.end == end)?.span;
    let last = span;
    for person in people {
        if search.reading.between(person.span.end, span.start).strip_prefix(JOINTS) != Some("") {
            break;
        }
        span = Span::new(person.span.start, end);
    }
    (span != last && span.start == search.clause(end).start).then_some(span)
}

/// The person whom a title alone means, told with it before: 书记强调，.
fn titled(search: &Search<'_, '_>, cast: &Cast, span: Span) -> Option<Candidate> {
    let title = search.reading.tokens.kind_at(span.start, Kind::Title).filter(|t| t.span == span)?;
    let person = cast.bearing(search.reading, title.span)?;
    Some(Candidate { span, who: Who::Person(person) })
}

/// Whether a person may be named within `span`, or meant by a title.
pub(super) fn may_name_person(search: &Search<'_, '_>, span: Span) -> bool {
    any_within(&search.reading.people, span) || search.words.may_have(span, &[Kind::Title])
}

/// All who may be a subject within `span`, in order, in place of what `list` held.
pub(super) fn candidates(search: &Search<'_, '_>, cast: &Cast, span: Span, list: &mut Vec<Candidate>) {
    let (reading, named) = (search.reading, search.named());
    list.clear();
    if named.people {
        people(search, cast, span, list);
    }
    if named.voices && search.words.may_have(span, VOICES) {
        voices(search, cast, span, list);
    }
    if let Some(many) = if named.many { many(search, span) } else { None } {
        list.push(Candidate { span: many, who: Who::Institution });
    }
    if named.bodies {
        bodies(search, span, list);
    }
    let pairs = if named.documents { reading.segments.pairs.within(span) } else { &[] };
    for pair in pairs.iter().filter(|p| p.is_title() && p.span.end <= span.end) {
        list.push(Candidate { span: pair.span, who: Who::Institution });
    }
    if list.len() < 2 {
        return;
    }
    arrange(list, |c| c.span.place());
    // 省委常委会 is the speaker, not the 省委 that it begins with; a person's posts name no speaker, and the voice that
    // ends in his title (林晓峰|总书记) is his.
    let gives_way = |c: &Candidate, to: &Candidate| {
        let (weak, strong) = (c.who == Who::Institution, to.who != Who::Institution);
        to.span.contains(c.span) && if to.span == c.span { strong && weak } else { strong || weak }
    };
    let mut at = 0;
    while at < list.len() {
        if list.iter().any(|other| gives_way(&list[at], other)) {
            list.remove(at);
        } else {
            at += 1;
        }
    }
    join(search, list);
}

/// The people named within `span`.
fn people(search: &Search<'_, '_>, cast: &Cast, span: Span, list: &mut Vec<Candidate>) {
    let reading = search.reading;
    for found in within(&reading.people, span) {
        let Some(person) = cast.at(found.span) else { continue };
        let start = reading.start_with_posts(found);
        // 主讲人|副局长林晓峰.
        let label = reading.tokens.ending_at(start, Kind::Byline).filter(|_| start < found.span.start).map_or(start, |t| t.span.start);
        let start = if label >= span.start { label } else { found.span.start };
        let mut end = found.span.end;
        while let Some(title) = reading.tokens.at(end).filter(|t| t.kinds.any(&[Kind::Title, Kind::Honorific]) && t.span.end <= span.end) {
            // 林晓峰代表|青山市委表示: who speaks for a body bears no title by it.
            if speaks_for(title) && title.span.end < span.end {
                break;
            }
            end = title.span.end;
        }
        list.push(Candidate { span: Span::new(start, end), who: Who::Person(person) });
    }
}

/// The pronouns within `span`, and the names that end in a voice or a word for a meeting.
fn voices(search: &Search<'_, '_>, cast: &Cast, span: Span, list: &mut Vec<Candidate>) {
    for word in search.words.within(span).iter() {
        if word.kinds.has(Kind::Pronoun) {
            list.push(Candidate { span: word.span, who: Who::Pronoun });
        } else if word.kinds.any(&[Kind::Voice, Kind::MeetingForm]) && word.span.end <= span.end {
            if let Some(person) = titled(search, cast, word.span) {
                list.push(person);
            }
            list.push(Candidate { span: whole(search, span, word.span), who: Who::Institution });
        }
    }
}

/// The bodies named within `span`.
fn bodies(search: &Search<'_, '_>, span: Span, list: &mut Vec<Candidate>) {
    let reading = search.reading;
    for found in within(&reading.organizations, span) {
        let spoken_for = |c: &Candidate| reading.tokens.at(c.span.end).is_some_and(|t| speaks_for(t) && t.span.end <= found.span.start);
        if !list.iter().any(spoken_for) {
            list.push(Candidate { span: people_of(search, span, found.span), who: Who::Institution });
        }
    }
}

/// Whether a word may say for whom somebody speaks: 代表, a title as well as an adverb of speaking.
fn speaks_for(word: Token) -> bool {
    word.kinds.has(Kind::Title) && word.kinds.has(Kind::SayAdverb)
}

/// The people of a body, where they follow its name: 14位|督导组|负责同志, 研究生院|相关老师.
fn people_of(search: &Search<'_, '_>, span: Span, body: Span) -> Span {
    let reading = search.reading;
    let after = search.words.within(Span::new(body.end, span.end.min(body.end.saturating_add(MAX_PEOPLE))));
    let head = after.iter().rfind(|t| t.kinds.has(Kind::GroupHead) && t.span.end <= span.end);
    let Some(head) = head.filter(|h| plain(search, Span::new(body.end, h.span.start)) && !is_continued(reading.after(h.span.end))) else {
        return body;
    };
    let counted = reading.between(span.start, body.start);
    let number = counted.trim_end_matches(['位', '名']);
    let digits = number.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十百多余".contains(c));
    let start = if number.len() < counted.len() && digits.len() < number.len() { span.start + digits.len() as u32 } else { body.start };
    Span::new(start, head.span.end)
}

/// The plural noun that opens a span: 老师们, 与会站长们.
fn many(search: &Search<'_, '_>, span: Span) -> Option<Span> {
    let near = Span::new(span.start, search.floor(span.end.min(span.start + MAX_PEOPLE)));
    let text = search.reading.slice(near);
    let at = text.find('们')?;
    let noun = &text[..at];
    let end = span.start + (noun.len() + '们'.len_utf8()) as u32;
    let whole = Span::new(span.start, end);
    let pronoun = noun.chars().nth(1).is_none() || search.reading.tokens.kinds_at(span.start).has(Kind::FirstPerson);
    (!pronoun && plain(search, whole)).then_some(whole)
}

/// Whether nothing in a span is a verb or a mark: it can stand inside a name.
pub(super) fn plain(search: &Search<'_, '_>, span: Span) -> bool {
    let verbs = [Kind::Preposition, Kind::Action, Kind::Say, Kind::Convene, Kind::Chair, Kind::Manner, Kind::Obligation, Kind::Pronoun];
    !search.words.any(span, &verbs) && search.reading.slice(span).chars().all(char::is_alphanumeric)
}

/// How far after a body's name the people of it may end, in bytes: 相关负责同志.
const MAX_PEOPLE: u32 = 24;

/// Institutions that speak together become one: 中共中央、国务院.
fn join(search: &Search<'_, '_>, list: &mut Vec<Candidate>) {
    list.dedup_by(|candidate, last| {
        let apart = last.who != Who::Institution || candidate.who != Who::Institution || last.span.end > candidate.span.start;
        let joins = !apart && matches!(search.reading.between(last.span.end, candidate.span.start), "、" | "和" | "与" | " ");
        if joins {
            last.span = Span::new(last.span.start, candidate.span.end);
        }
        joins
    });
}

/// The whole name that ends in a voice: 国务院常务会议.
fn whole(search: &Search<'_, '_>, span: Span, voice: Span) -> Span {
    let reading = search.reading;
    // 林晓峰|座谈会上: no meeting's name begins with a person's.
    let named = within(&reading.people, Span::new(span.start, voice.start)).next_back().map_or(span.start, |p| p.span.end);
    let start = reading.edges.before(voice.start).max(named);
    let text = reading.slice(Span::new(start, voice.start));
    if voice.start - start > MAX_NAME || text.is_empty() || ["此次", "本次", "这次", "该", "上述"].contains(&text) {
        return voice;
    }
    let plain = !search
        .words
        .any(Span::new(start, voice.start), &[Kind::Preposition, Kind::Action, Kind::Say, Kind::Convene, Kind::Chair, Kind::Manner]);
    if plain { Span::new(start, voice.end) } else { voice }
}

/// The subject that a candidate makes.
fn own(search: &Search<'_, '_>, candidate: &Candidate, adjacent: bool) -> Subject {
    let span = candidate.span;
    match candidate.who {
        // 他们 are many, whom no one person stands for.
        Who::Pronoun if span.len() > 3 => Subject::Own { speaker: Teller::Institution(span), span, adjacent, cited: false },
        Who::Pronoun => Subject::Pronoun { span },
        Who::Person(person) => {
            let text = search.reading.slice(span);
            let cited = text.ends_with("总书记") || text.ends_with("主席") || text.ends_with("同志");
            Subject::Own { speaker: Teller::Person(person), span, adjacent, cited }
        }
        Who::Institution => Subject::Own { speaker: Teller::Institution(span), span, adjacent, cited: false },
    }
}

/// Whether a candidate is governed by what stands before it: 按照会议要求, 对大家说.
fn governed(search: &Search<'_, '_>, prefix: Span, candidate: &Candidate) -> bool {
    let before = Span::new(prefix.start, candidate.span.start.max(prefix.start));
    if before.is_empty() {
        return false;
    }
    let text = search.reading.slice(before);
    if text.ends_with(JOINTS) || text.ends_with(['的', '《']) {
        return true;
    }
    // 会议同意|该意见: what is pointed at.
    let object = text.trim_end_matches('该');
    let last = search.words.ending_at(prefix.start + object.len() as u32);
    if object.len() < text.len() && last.is_some_and(|t| t.kinds.has(Kind::Say)) {
        return true;
    }
    if last.is_some_and(|t| t.kinds.any(&[Kind::Preposition, Kind::Action, Kind::Agenda]) && t.span.start >= prefix.start) {
        let person = matches!(candidate.who, Who::Person(_));
        return !(person && text == "据");
    }
    // 林晓峰主持召开局务会议强调: it is who chairs the meeting that speaks.
    if last.is_some_and(|t| t.kinds.any(&[Kind::Convene, Kind::Chair]) && t.span.start > prefix.start) && candidate.who == Who::Institution
    {
        return true;
    }
    // 对于清淤工作他强调: a pronoun after a noun is the subject.
    if candidate.who == Who::Pronoun {
        return false;
    }
    // 按照省委的部署和会议要求, 各单位认真落实会议要求: what governs stands further before.
    let person = matches!(candidate.who, Who::Person(_));
    let governs = |t: Token| t.kinds.any(&[Kind::Preposition, Kind::Action]) || search.reading.slice(t.span) == "已经";
    let words = search.words.within(before);
    let first = words.first().is_some_and(|t| t.span.start == before.start && governs(t));
    (first || !person && words.iter().any(governs)) && !opens_clause(text)
}

/// Whether `text` ends as an adverbial does that opens a clause: 在讲话中, 5月18日.
fn opens_clause(text: &str) -> bool {
    let text = text.trim_end();
    ends_when(text) || text.ends_with(['面', '初', '日', '午', '天', '年'])
}

/// Whether a candidate stands where a subject does: first in its clause, or after an adverbial or the dateline.
fn heads(search: &Search<'_, '_>, prefix: Span, candidate: &Candidate) -> bool {
    let before = Span::new(prefix.start, candidate.span.start.max(prefix.start));
    let text = search.reading.slice(before);
    before.is_empty()
        || opens_clause(text)
        || text.ends_with(char::is_whitespace)
        || candidate.who != Who::Institution && posts_only(search, before)
        || search.reading.times.ending_at(before.end).is_some()
        || search.words.kinds_ending(before.end).any(&[Kind::Connective, Kind::SayAdverb, Kind::PartOfDay])
        || text.ends_with(['）', ')', '电', '讯'])
}
