//! Reporting frames (转述): subject, verb of saying, content.
//!
//! A frame is a verb of saying that has a subject of its own (会议指出，), one said before (他…，强调…) or
//! none (，并要求…), and whose content follows as a clause. 要求 in 按照…要求 is a noun and makes no frame.

mod adverbial;
mod content;
mod demand;
mod named;
mod phrase;
mod scene;
mod subject;
#[cfg(test)]
mod tests;
mod verb;

use std::cell::{Cell, OnceCell, RefCell};

use super::cast::Cast;
use crate::annotate::{Reading, within};
#[cfg(doc)]
use crate::document::Speaker;
use crate::document::{Kind, Role, Speech, Text};
use crate::lexicon::{Kind as Word, Kinds, Token, Words};
use crate::segment::{Sentence, boundary};
use crate::span::Span;
use named::Named;
use scene::Scene;
use subject::{Candidate, Subject};

/// What begins the name of a congress or its report, which a text only ever cites: 党的二十大报告指出.
const PARTY: &str = "党的";

/// Who speaks in a frame; a [`Speaker`] is made of it once all frames are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Teller {
    Person(u32),
    /// Where the institution is named.
    Institution(Span),
}

/// A frame as it is found, before its content's end is known.
#[derive(Clone, Copy, Debug)]
struct Frame {
    speaker: Option<Teller>,
    /// From the subject, or from the verb where none stands there.
    start: u32,
    verb: Span,
    content: u32,
    /// Whether the speaker is cited within what another says: 周明远总书记强调.
    cited: bool,
}

/// Whether `at` lies in what somebody is reported to have said.
pub(super) fn is_told(speeches: &[Speech], at: u32) -> bool {
    /// How many frames back may still reach to `at`, as some stand within others.
    const FRAMES: usize = 4;
    let before = speeches.partition_point(|s| s.content.span.start <= at);
    speeches[..before].iter().rev().take(FRAMES).any(|s| at < s.content.span.end)
}

/// The frames of the text, in order of their verbs. Resolves 他 and gives speakers their role.
pub(super) fn read(reading: &Reading<'_>, words: &Words<'_>, cast: &mut Cast, kind: Kind, title: Option<&Text>) -> Vec<Speech> {
    let mut frames: Vec<Frame> = Vec::new();
    let mut scene = Scene::default();
    let candidates = RefCell::default();
    let mut verbs = words.with(Kinds::of(&[Word::Say, Word::PutForward])).peekable();
    for sentence in reading.segments.sentences.iter().filter(|s| !s.content.is_empty()) {
        let (named, subject) = (OnceCell::new(), Cell::default());
        let mut search = Search { reading, words, kind, title, sentence, in_content: false, named, subject, candidates: &candidates };
        scene.enter(&search, cast, &frames, verbs.peek().map(|v| v.span.start));
        search.in_content = scene.in_content;
        let from = frames.len();
        while let Some(word) = verbs.next_if(|v| v.span.start < sentence.span.end) {
            // What is said to be said lies past the verb: 强调要求 is one verb.
            if frames.last().is_some_and(|f| f.content > word.span.start) {
                continue;
            }
            if let Some(mut frame) = search.frame(word, cast, &scene, frames.len() > from) {
                // 林晓峰指出，县委决定…: who is the subject of what another says is cited in it.
                frame.cited |= frames.last().is_some_and(|f| f.content == frame.start) && frame.start < frame.verb.start;
                scene.spoke(&frame);
                frames.push(frame);
            }
        }
    }
    for frame in frames.iter().filter(|f| !f.cited) {
        match frame.speaker {
            Some(Teller::Person(person)) => cast.add_role(person, Role::Speak),
            // 林晓峰、周明远表示: they all speak.
            Some(Teller::Institution(name)) => {
                for person in within(&reading.people, name).filter_map(|p| cast.at(p.span)).collect::<Vec<_>>() {
                    cast.add_role(person, Role::Speak);
                }
            }
            None => {}
        }
    }
    content::close(reading, words, cast, &frames)
}

/// Where a frame is looked for.
struct Search<'a, 't> {
    reading: &'a Reading<'t>,
    words: &'a Words<'t>,
    kind: Kind,
    title: Option<&'a Text>,
    sentence: &'a Sentence,
    /// Whether the sentence stands within what an earlier frame of its line reports.
    in_content: bool,
    /// Who may be named in the sentence.
    named: OnceCell<Named>,
    /// The subject of the sentence's clauses before an offset, as last searched for.
    subject: Cell<Option<(u32, Option<Candidate>)>>,
    /// Room for the candidates of a search.
    candidates: &'a RefCell<Vec<Candidate>>,
}

impl Search<'_, '_> {
    /// The frame whose verb is `word`; `follows` tells whether a frame of this sentence stands before it.
    fn frame(&self, word: Token, cast: &mut Cast, scene: &Scene, follows: bool) -> Option<Frame> {
        if self.reading.segments.pairs.around(word.span.start).is_some() {
            return None;
        }
        let clause = self.clause(word.span.start);
        let forward = demand::read(self, word);
        let verb = forward.as_ref().map_or(word.span, |f| f.verb);
        let (content, found) = match forward {
            Some(forward) => (forward.content, subject::find(self, cast, clause, word, true)),
            None if !word.kinds.has(Word::Say) => return None,
            None => {
                let found = subject::find(self, cast, clause, word, false);
                (verb::content(self, word, clause, &found, !follows && scene.narrates(self, cast, word.span.start))?, found)
            }
        };
        // 我们希望…, 中方倡议… within what somebody says, 我们希望… in a speech is that somebody's own word.
        let own = if scene.in_content { &[Word::FirstPerson, Word::OwnSide][..] } else { &[Word::FirstPerson] };
        if (scene.in_content || self.kind == Kind::Speech) && found.start().is_some_and(|at| self.reading.tokens.kinds_at(at).any(own)) {
            return None;
        }
        // 五、会议要求：请准时参会。: a heading of a notice.
        let heads = |at: u32| self.reading.segments.line(at).content.start == at || self.reading.markers.ending_at(at).is_some();
        if self.kind == Kind::Notice && found.start().is_some_and(heads) && self.reading.after(verb.end).starts_with(['：', ':']) {
            return None;
        }
        let speaker = match &found {
            Subject::Own { speaker, .. } => Some(*speaker),
            Subject::Pronoun { span } => match scene.he(self, cast, *span) {
                Some(person) => {
                    cast.add_mention(person, *span);
                    Some(Teller::Person(person))
                }
                // 李书记主持会议。他强调，: who has no name speaks too.
                None if matches!(self.kind, Kind::Speech | Kind::Notice) => return None,
                None => None,
            },
            Subject::Omitted => {
                // 加强联系，提醒各站…: whom a document has reminded is no frame of its own.
                let asks = word.kinds.has(Word::SayAsk) && !matches!(self.reading.slice(word.span), "要求" | "希望");
                if self.kind == Kind::Notice && asks && content == word.span.end {
                    return None;
                }
                let speaker = scene.carried(self, cast, word.span.start);
                // 为加强管理，决定召开会议。: nobody is told to have decided.
                let purpose = self.words.kinds_at(self.sentence.content.start).has(Word::Preposition);
                if speaker.is_none() && purpose && word.kinds.has(Word::SayDecide) {
                    return None;
                }
                // A text that speaks for itself has no frame: 希望大家… in a speech, 鼓励师生… in a notice.
                let own = match speaker {
                    None => true,
                    Some(Teller::Institution(_)) if self.kind == Kind::Speech => true,
                    Some(_) => !scene.names(self, cast, word.span.start),
                };
                if own && matches!(self.kind, Kind::Speech | Kind::Notice) {
                    return None;
                }
                speaker
            }
            Subject::None => return None,
        };
        let quoted = found.start().is_some_and(|at| self.reading.after(at).starts_with(PARTY));
        let cited =
            quoted || scene.in_content && (found.is_cited() || found == Subject::Omitted && scene.cites(self, cast, word.span.start));
        Some(Frame { speaker, start: found.start().unwrap_or(word.span.start), verb, content, cited })
    }

    /// Who may be named in the sentence.
    fn named(&self) -> Named {
        *self.named.get_or_init(|| Named::within(self.reading, self.words, self.sentence.span))
    }

    /// The character boundary at or before `offset`.
    fn floor(&self, offset: u32) -> u32 {
        boundary(self.reading.text, offset)
    }

    /// The clause that holds `offset`, without the space before it. A comma within marks (围绕“深化合作，促进发展”提出) ends none.
    fn clause(&self, offset: u32) -> Span {
        let segments = &self.reading.segments;
        let clause = segments.clause(offset).content;
        let pair = segments.pairs.around(clause.start).filter(|p| p.span.start < clause.start && p.span.end <= offset);
        let opening = pair.map(|p| segments.clause(p.span.start).content.start);
        opening.map_or(clause, |start| Span::new(start.max(self.sentence.content.start), clause.end))
    }

    /// Whether the sentence is the text's title.
    fn is_title(&self) -> bool {
        self.title.is_some_and(|t| t.span.contains(self.sentence.content) || self.sentence.content.contains(t.span))
    }
}
