//! Who has the floor: the people that 他 and an omitted subject can mean.

use super::content::goes_on;
use super::subject::{Candidate, MAX_NAME, Who, candidates, may_name_person, plain};
use super::{Frame, Search, Teller};
use crate::annotate::{any_within, within};
use crate::lexicon::Kind;
use crate::particle::is_continued;
use crate::segment::Pair;
use crate::span::Span;
use crate::structure::cast::Cast;

/// How much of a sentence is searched for its subject, in bytes: 1,000 characters.
const MAX_SEARCH: u32 = 3_000;

/// What has been told so far.
#[derive(Debug, Default)]
pub(super) struct Scene {
    /// The person whom the text last made a subject.
    person: Option<u32>,
    /// The subject of the last sentence of this line, or the last frame's speaker.
    current: Option<Teller>,
    /// Who had the floor before the sentence gave it to another, and where it did.
    before: Option<(u32, Option<Teller>)>,
    /// The line that `current` belongs to.
    line: usize,
    /// Whether the line goes on what was said in the one before.
    kept: bool,
    /// Whether a frame of this line has begun before the sentence.
    pub(super) in_content: bool,
}

impl Scene {
    /// Goes on to a sentence; the next verb of saying stands at `next`.
    pub(super) fn enter(&mut self, search: &Search<'_, '_>, cast: &Cast, frames: &[Frame], next: Option<u32>) {
        let segments = &search.reading.segments;
        let line = segments.line_at(search.sentence.content.start);
        let whole = segments.line(search.sentence.content.start);
        if line != self.line {
            self.kept = self.in_content && goes_on(search.reading, search.words, whole.content.start);
            self.line = line;
            if !self.kept {
                self.current = None;
            }
        }
        self.before = None;
        self.in_content = frames.last().is_some_and(|f| !f.cited && (self.kept || f.content >= whole.span.start));
        // Where nobody says anything more in the line, only a person counts, whom 他 may mean further on.
        let asked = next.is_some_and(|at| at < whole.span.end);
        if !asked && !may_name_person(search, search.sentence.span) {
            return;
        }
        if let Some(found) = subject_of(search, cast, search.sentence.span.end) {
            // 林晓峰讲了意见。, after what he said: nobody speaks so of himself.
            if let (Who::Person(person), Some(Teller::Person(speaker))) = (found.who, frames.last().and_then(|f| f.speaker)) {
                self.in_content &= person != speaker;
            }
            self.told(&found, search);
        }
    }

    /// Takes in a subject of the narration.
    fn told(&mut self, found: &Candidate, search: &Search<'_, '_>) {
        let text = search.reading.slice(found.span);
        self.before = Some((found.span.start, self.current));
        match found.who {
            Who::Person(person) if !(self.in_content && text.ends_with("总书记")) => {
                self.person = Some(person);
                self.current = Some(Teller::Person(person));
            }
            Who::Institution if !self.in_content && !text.starts_with(super::PARTY) => {
                self.current = Some(Teller::Institution(found.span));
            }
            Who::Pronoun if !self.in_content => self.current = self.person.map(Teller::Person),
            _ => {}
        }
    }

    /// Takes in a frame.
    pub(super) fn spoke(&mut self, frame: &Frame) {
        if frame.cited {
            return;
        }
        if let Some(Teller::Person(person)) = frame.speaker {
            self.person = Some(person);
        }
        self.current = frame.speaker;
        self.before = None;
        self.in_content = true;
    }

    /// The person that the pronoun at `span` means.
    pub(super) fn he(&self, search: &Search<'_, '_>, cast: &Cast, span: Span) -> Option<u32> {
        let own = subject_of(search, cast, span.start).and_then(|c| match c.who {
            Who::Person(person) => Some(person),
            _ => None,
        });
        own.or(self.person).or_else(|| cast.before(span.start))
    }

    /// Whether the clauses before the verb at `at` are narration: the sentence has a subject of its own that does something.
    pub(super) fn narrates(&self, search: &Search<'_, '_>, cast: &Cast, at: u32) -> bool {
        if !self.in_content {
            return true;
        }
        let clause = search.reading.segments.clauses_in(search.sentence.span).first();
        let opening = clause.is_some_and(|c| c.span.end <= at && search.words.kinds_at(c.content.start).has(Kind::Preposition));
        let during = clause.is_some_and(|c| search.reading.slice(c.content).ends_with(['时', '后', '间']));
        if opening && during {
            return true;
        }
        subject_of(search, cast, at).is_some_and(|c| {
            let meets =
                search.words.kinds_ending(c.span.end).has(Kind::MeetingForm) || search.reading.slice(c.span).ends_with(['》', '们']);
            if c.who == Who::Institution && !meets {
                return false;
            }
            let between = Span::new(c.span.end, at.max(c.span.end));
            !search.words.any(between, &[Kind::Obligation, Kind::Prohibition, Kind::Permission])
        })
    }

    /// Whether the sentence's subject is one cited within what another says: 周明远总书记….
    pub(super) fn cites(&self, search: &Search<'_, '_>, cast: &Cast, at: u32) -> bool {
        subject_of(search, cast, at).is_some_and(|c| search.reading.slice(c.span).ends_with("总书记"))
    }

    /// Whether the sentence itself or its paragraph says who speaks.
    pub(super) fn names(&self, search: &Search<'_, '_>, cast: &Cast, at: u32) -> bool {
        self.current.is_some() || subject_of(search, cast, at).is_some()
    }

    /// Who speaks where no subject is said before the verb at `at`.
    pub(super) fn carried(&self, search: &Search<'_, '_>, cast: &Cast, at: u32) -> Option<Teller> {
        // 林晓峰说，我们要守水源，希望大家尽力: within what somebody says, it is he who goes on.
        let own = subject_of(search, cast, at).filter(|_| self.narrates(search, cast, at));
        if let Some(many) = several(search, Span::new(search.sentence.content.start, at)) {
            return Some(Teller::Institution(many));
        }
        match own {
            Some(Candidate { who: Who::Person(person), .. }) => Some(Teller::Person(person)),
            Some(Candidate { who: Who::Pronoun, span }) if span.len() == 3 => self.person.map(Teller::Person),
            Some(Candidate { span, .. }) => Some(Teller::Institution(span)),
            None if !self.in_content => issuing(search, at).map(Teller::Institution).or_else(|| self.carries_on(at)),
            None => self.carries_on(at),
        }
    }

    /// Who spoke last before `at`, or of whom the text told last.
    fn carries_on(&self, at: u32) -> Option<Teller> {
        self.floor(at).or(self.person.map(Teller::Person))
    }

    /// Who has the floor before `at`: 会议听取了汇报。指出，各校全面复课 is the meeting's word, not the schools'.
    fn floor(&self, at: u32) -> Option<Teller> {
        match self.before {
            // 经研究，决定…: the verb itself is also the name of a document.
            Some((from, before)) if from >= at => before,
            _ => self.current,
        }
    }
}

/// The subject of the clauses of the sentence before `end`: the first, or a person named at the head of a later one.
fn subject_of(search: &Search<'_, '_>, cast: &Cast, end: u32) -> Option<Candidate> {
    let end = end.min(search.sentence.span.start.saturating_add(MAX_SEARCH));
    if let Some((_, known)) = search.subject.get().filter(|(at, _)| *at == end) {
        return known;
    }
    let found = search_subject(search, cast, end);
    search.subject.set(Some((end, found)));
    found
}

fn search_subject(search: &Search<'_, '_>, cast: &Cast, end: u32) -> Option<Candidate> {
    let reading = search.reading;
    if !search.named().anybody() {
        return None;
    }
    let mut list = search.candidates.borrow_mut();
    let mut found: Option<Candidate> = None;
    for clause in reading.segments.clauses_in(search.sentence.span) {
        if clause.span.end > end && clause.span.start >= end {
            break;
        }
        let span = Span::new(clause.content.start, search.floor(clause.content.end.min(end).max(clause.content.start)));
        // Past the first subject only a person counts, named, meant by a pronoun or by a title.
        let counts = found.is_none() || any_within(&reading.people, span) || search.words.any(span, &[Kind::Pronoun, Kind::Title]);
        if counts {
            candidates(search, cast, span, &mut list);
            // 林晓峰致辞，他向大家…: whom a pronoun means has been named.
            let stronger = |c: &Candidate| match found.map(|f| f.who) {
                None => true,
                Some(Who::Person(_)) => matches!(c.who, Who::Person(_)),
                Some(_) => c.who != Who::Institution,
            };
            let subject = |c: &&Candidate| stronger(c) && opens(search, span, c) && !is_purpose(search, span, c);
            // 青山水务局|林晓峰局长听取汇报: the body belongs to its bearer's post.
            let person = list.iter().filter(subject).find(|c| c.who != Who::Institution);
            found = person.or_else(|| list.iter().find(subject)).copied().or(found);
        }
        // 他说，林晓峰…: whom he speaks of is not who speaks.
        let said = search.words.kinds_ending(clause.content.end).has(Kind::Say);
        if said && found.as_ref().is_some_and(|f| f.who != Who::Institution) {
            break;
        }
    }
    found
}

/// Who gives out the document named right before a verb of saying, though nothing else shows the name: the body of
/// 党的建设工作领导小组|印发《通知》，要求.
fn issuing(search: &Search<'_, '_>, at: u32) -> Option<Span> {
    let clause = search.reading.segments.clauses_in(Span::new(search.sentence.content.start, at)).iter().rfind(|c| c.span.end <= at)?;
    let list = search.words.within(clause.content);
    let is_document = |end: u32| {
        search.reading.segments.pairs.opening_at(end).is_some_and(Pair::is_title) || search.words.kinds_at(end).has(Kind::DocumentForm)
    };
    let gives = list.iter().position(|t| t.kinds.has(Kind::Action) && is_document(t.span.end))?;
    let name = Span::new(clause.content.start, list.get(gives)?.span.start);
    let body = [Kind::GroupBody, Kind::Organization, Kind::OrganizationSuffix];
    let ends = search.words.kinds_ending(name.end).any(&body);
    (ends && name.len() <= MAX_NAME && !search.words.any(name, &[Kind::Preposition, Kind::Say])).then_some(name)
}

/// The people named before a 纷纷, which nobody does alone: 与会人员交流了做法，纷纷表示.
fn several(search: &Search<'_, '_>, before: Span) -> Option<Span> {
    if !search.reading.slice(before).contains("纷纷") {
        return None;
    }
    search.reading.segments.clauses_in(before).iter().rev().find_map(|clause| {
        // 三是与会人员…: past a marker.
        let marker = within(&search.reading.markers, clause.content).next().filter(|m| m.span.start == clause.content.start);
        let start = marker.map_or(clause.content.start, |m| m.span.end);
        let head = search.words.within(Span::new(start, clause.content.end.max(start))).iter().find(|t| t.kinds.has(Kind::GroupHead))?;
        let name = Span::new(start, head.span.end);
        plain(search, name).then_some(name)
    })
}

/// Whether a candidate takes in the 为 of a purpose: 为加强集团|投资管理，决定….
fn is_purpose(search: &Search<'_, '_>, clause: Span, candidate: &Candidate) -> bool {
    candidate.span.start == clause.start && candidate.who == Who::Institution && search.reading.after(clause.start).starts_with('为')
}

/// Whether a candidate is its clause's subject: it opens the clause, or stands after a time or a dateline, and something is said of it.
fn opens(search: &Search<'_, '_>, clause: Span, candidate: &Candidate) -> bool {
    let reading = search.reading;
    let before = reading.slice(Span::new(clause.start, candidate.span.start.max(clause.start)));
    let after = reading.slice(Span::new(candidate.span.end, clause.end.max(candidate.span.end)));
    // 林晓峰与官兵握手: with whom he does it.
    let with = candidate.who != Who::Institution
        && after.starts_with(['与', '和'])
        && !any_within(&reading.people, Span::new(candidate.span.end, clause.end));
    if after.is_empty() || is_continued(after) && !with {
        return false;
    }
    before.is_empty()
        || candidate.who != Who::Institution && posts_only(search, Span::new(clause.start, candidate.span.start))
        || before.ends_with(|c: char| {
            c.is_whitespace() || matches!(c, '午' | '日' | '）' | ')' | '电' | '讯' | '时' | '中' | '后' | '上' | '晚')
        })
        || search
            .words
            .ending_at(candidate.span.start)
            .is_some_and(|t| t.kinds.any(&[Kind::Connective, Kind::SayAdverb, Kind::PartOfDay]) && t.span.start == clause.start)
}

/// Whether nothing but posts, a body or a standing (2026级研究生) stands before a name: no verb and no preposition.
pub(super) fn posts_only(search: &Search<'_, '_>, span: Span) -> bool {
    const DOING: &[Kind] = &[
        Kind::Preposition,
        Kind::Action,
        Kind::Say,
        Kind::Convene,
        Kind::Attend,
        Kind::Chair,
        Kind::Visit,
        Kind::Accompany,
        Kind::Pronoun,
    ];
    const NAMES: &[Kind] = &[Kind::Title, Kind::Standing, Kind::Affiliation, Kind::OrganizationSuffix];
    let text = search.reading.slice(span);
    // 该|镇党委书记林晓峰: what points at the body of a post.
    if matches!(text, "该" | "我" | "本") {
        return true;
    }
    let end = span.start + text.trim_end_matches('、').len() as u32;
    search.reading.organizations.at(span.start).is_some_and(|o| o.span == span)
        || !search.words.any(span, DOING) && search.reading.tokens.kinds_ending(end).any(NAMES)
}
