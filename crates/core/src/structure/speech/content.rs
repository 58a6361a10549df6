//! How far the content of a frame reaches: to the next frame, or to the end of its paragraphs.

use super::{Frame, Teller, is_told};
use crate::annotate::{Reading, any_within, within};
use crate::document::{Speaker, Speech, Text};
use crate::lexicon::{Kind, Row, Token, Words};
use crate::particle::is_continued;
use crate::segment::{trim, trim_space};
use crate::span::Span;
use crate::structure::cast::Cast;
use crate::structure::words::LETTER;

/// Makes speeches of frames.
pub(super) fn close(reading: &Reading<'_>, words: &Words<'_>, cast: &Cast, frames: &[Frame]) -> Vec<Speech> {
    let mut speeches: Vec<Speech> = Vec::with_capacity(frames.len());
    let mut outer: Option<u32> = None;
    for (index, frame) in frames.iter().enumerate() {
        let next = frames[index + 1..].iter().find(|f| !f.cited || frame.cited).map(|f| lead(reading, f, frame.content));
        let limit = next.unwrap_or(reading.text.len() as u32);
        let own = if frame.cited { sentence_end(reading, frame.content) } else { reach(reading, words, &speeches, frame.content, limit) };
        let told = narration(reading, words, cast, &speeches, frame, Span::new(frame.content, own.min(limit).max(frame.content)));
        let end = quoted(reading, frame.content, told);
        let span = trim(reading.text, Span::new(frame.content, end.max(frame.content)));
        let span = if span.is_empty() { Span::new(frame.content, end.max(frame.content)) } else { span };
        if span.is_empty() {
            continue;
        }
        let parent = outer.filter(|_| frame.cited).filter(|&o| speeches.get(o as usize).is_some_and(|s| s.content.span.contains(span)));
        if !frame.cited {
            outer = Some(speeches.len() as u32);
        }
        speeches.push(Speech {
            speaker: frame.speaker.map(|teller| match teller {
                Teller::Person(person) => Speaker::Person(person),
                Teller::Institution(name) => Speaker::Institution(reading.slice(name).into()),
            }),
            verb: reading.text_at(frame.verb),
            content: Text::new(reading.slice(span), span),
            parent,
        });
    }
    speeches
}

/// Where the words that lead in a frame begin: its sentence, or its clause where the sentence began before `from`.
fn lead(reading: &Reading<'_>, frame: &Frame, from: u32) -> u32 {
    let segments = &reading.segments;
    let sentence = segments.sentence(frame.verb.start).span.start;
    if sentence >= from {
        return sentence;
    }
    let clause = segments.clause(frame.start).span.start;
    if clause >= from { clause } else { frame.start }
}

/// The end of the sentence that holds `at`.
fn sentence_end(reading: &Reading<'_>, at: u32) -> u32 {
    reading.segments.sentence(at).span.end
}

/// How far past what is said the formula stands at most that a document goes on with, in bytes: some sentences, as each
/// speech of a long line asks.
const MAX_FORMULA: u32 = 900;

/// The end of the paragraph that holds `at`, with the paragraphs that go on its list (一是…) or its demands (要…).
fn reach(reading: &Reading<'_>, words: &Words<'_>, speeches: &[Speech], at: u32, limit: u32) -> u32 {
    let segments = &reading.segments;
    let line = segments.line_at(at);
    let mut end = segments.lines.get(line).map_or(at, |l| l.span.end);
    // …。现将有关事项通知如下：: past it the document speaks for itself.
    let told = sentence_end(reading, at);
    if told < end && words.any(Span::new(told, end.min(told.saturating_add(MAX_FORMULA))), &[Kind::NoticeFormula]) {
        return end;
    }
    // What begins a line without a marker is the second line of a headline, which may have a third.
    let mut headed = segments.lines.get(line).is_some_and(|l| l.content.start == at && is_heading(reading, words, l.content));
    let mut marked = segments.lines.get(line).is_some_and(|l| ends_in_marker(reading, l.content));
    for line in segments.lines.iter().skip(line + 1) {
        if line.content.is_empty() {
            continue;
        }
        let start = line.content.start;
        let on = marked || headed && is_heading(reading, words, line.content) || goes_on(reading, words, start);
        if line.span.start >= limit || !on || is_of_narration(reading, speeches, at, start) {
            break;
        }
        end = line.span.end;
        marked = ends_in_marker(reading, line.content);
        headed = false;
    }
    end
}

/// Whether a line may be one of a headline that tells what was said: 守住水源 保障供水, not 林晓峰出席.
fn is_heading(reading: &Reading<'_>, words: &Words<'_>, line: Span) -> bool {
    let told = [Kind::Attend, Kind::Observe, Kind::Chair, Kind::Speak, Kind::Say];
    !reading.slice(line).contains(['。', '，', '：', '；', '？', '、'])
        && !words.any(line, &told)
        && !any_within(&reading.people, line)
        && !any_within(&reading.times, line)
}

/// Whether a line ends with the marker of the item that the next line holds.
fn ends_in_marker(reading: &Reading<'_>, line: Span) -> bool {
    let before = reading.markers.first_from(line.end);
    before.checked_sub(1).is_some_and(|i| reading.markers[i].span.end >= line.end)
}

/// Where, past the first sentence of a content, the text tells again what happened at the meeting; else the content's end.
fn narration(reading: &Reading<'_>, words: &Words<'_>, cast: &Cast, speeches: &[Speech], frame: &Frame, content: Span) -> u32 {
    let segments = &reading.segments;
    let first = segments.sentence_at(content.start) + 1;
    let sentences = segments.sentences.iter().skip(first).take_while(|s| s.span.start < content.end);
    let tells = |s: Span| {
        turns(reading, words, frame, s)
            || returns(reading, words, cast, frame, s)
            || another(reading, words, cast, frame, s)
            || is_credit(reading, words, s)
            || is_of_narration(reading, speeches, content.start, s.start)
    };
    sentences.map(|s| s.content).find(|s| !s.is_empty() && tells(*s)).map_or(content.end, |s| s.start)
}

/// Whether a sentence tells of the meeting itself: 会上，水务科作了发言; 林晓峰参加会议; 会议还听取了汇报. What
/// demands something (会后，各单位要…) is still said.
fn turns(reading: &Reading<'_>, words: &Words<'_>, frame: &Frame, sentence: Span) -> bool {
    if words.any(sentence, &[Kind::Obligation, Kind::Prohibition]) {
        return false;
    }
    let near = head(reading, sentence);
    let list = words.within(near);
    if named(reading, list, near) || dated(reading, list, sentence) || attended(reading, words, sentence) {
        return true;
    }
    let Some(first) = list.first().filter(|t| t.span.start == sentence.start) else { return false };
    let form = list.take(MAX_NAME).iter().find(|t| t.kinds.has(Kind::MeetingForm));
    let held = form.is_some_and(|f| during(reading, f.span.end));
    let turn = first.kinds.has(Kind::Turn) || held;
    // 会议总结了经验, said by somebody at it, may be about another meeting.
    let own = matches!(frame.speaker, Some(Teller::Institution(name)) if reading.slice(name) == reading.slice(first.span));
    let does = list.iter().skip(1).find(|t| !t.kinds.has(Kind::SayAdverb));
    let after = |t: &Token| reading.after(t.span.end).trim_start_matches("通过");
    let done = |t: &Token| own || reading.ends_in_le(t.span.end) || after(t).starts_with(['了', '《']);
    let form = reading.slice(first.span) == "会议" || own && first.kinds.has(Kind::MeetingForm);
    let meets = form && does.is_some_and(|t| t.kinds.any(&[Kind::Agenda, Kind::Report]) && done(&t));
    turn || meets
}

/// Whether a sentence makes the speaker its subject by name: nobody speaks so of himself, so that it tells again. In
/// 林晓峰同志的报告 the name belongs to a noun.
fn returns(reading: &Reading<'_>, words: &Words<'_>, cast: &Cast, frame: &Frame, sentence: Span) -> bool {
    let Some(Teller::Person(speaker)) = frame.speaker else { return false };
    if !any_within(&reading.people, sentence) {
        return goes(words, sentence);
    }
    let opens = |at: u32| reading.segments.clause(at).content.start == at;
    within(&reading.people, head(reading, sentence)).any(|p| {
        let doing = words.at(p.span.end).is_none_or(|t| !t.kinds.any(&[Kind::Honorific, Kind::Title, Kind::Saying, Kind::SayingNear]));
        cast.at(p.span) == Some(speaker)
            && opens(p.span.start)
            && doing
            && !is_continued(reading.after(p.span.end))
            && !reading.after(p.span.end).starts_with(['，', '：'])
    })
}

/// Whether a pronoun opens a sentence that tells where he goes: 他还专程来到青山镇.
fn goes(words: &Words<'_>, sentence: Span) -> bool {
    let Some(he) = words.at(sentence.start).filter(|t| t.kinds.has(Kind::Pronoun) && t.span.len() == LETTER) else { return false };
    let list = words.within(Span::new(he.span.end, sentence.end));
    let does = list.iter().find(|t| !t.kinds.any(&[Kind::SayAdverb, Kind::Manner, Kind::ConveneAdverb]));
    does.is_some_and(|t| t.kinds.any(&[Kind::Arrive, Kind::Visit, Kind::Attend, Kind::Accompany]))
}

/// Whether somebody else than the speaker, told with his posts, does something at the meeting: 副局长林晓峰传达了文件.
fn another(reading: &Reading<'_>, words: &Words<'_>, cast: &Cast, frame: &Frame, sentence: Span) -> bool {
    let Some(person) = within(&reading.people, sentence).next() else { return false };
    let posts = reading.start_with_posts(person);
    let other = cast.at(person.span).is_some_and(|p| frame.speaker != Some(Teller::Person(p)));
    let after = reading.after(person.span.end);
    let does = |t: Token| t.kinds.any(&[Kind::Report, Kind::Tell, Kind::Speak]) && !reading.after(t.span.end).starts_with(['的', '中']);
    other
        && posts == sentence.start
        && posts < person.span.start
        && person.span.end <= head(reading, sentence).end
        && !after.starts_with(['的', '所'])
        && words.within(Span::new(person.span.end, sentence.end)).iter().any(does)
}

/// Whether a sentence is a page's credit: 编辑：林晓峰, （来源：青山报）, 本期编辑：.
fn is_credit(reading: &Reading<'_>, words: &Words<'_>, sentence: Span) -> bool {
    let Some(clause) = reading.segments.clauses_in(sentence).first().filter(|c| matches!(c.terminator, '：' | ':')) else { return false };
    let text = reading.slice(clause.content);
    let marks = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let label = |t: Token| t.kinds.any(&[Kind::Byline, Kind::Credit, Kind::Furniture]);
    let opens = words.at(clause.content.start + marks as u32).is_some_and(label);
    let short = text.len() - marks <= MAX_CREDIT;
    words.ending_at(clause.content.end).is_some_and(|t| label(t) && (opens || short && t.kinds.has(Kind::Byline)))
}

/// The longest label of a credit, in bytes: 本期责任编辑.
const MAX_CREDIT: usize = 18;

/// Whether a sentence opens with the day of what it tells: 21日，防汛现场会在青山召开.
fn dated(reading: &Reading<'_>, words: Row<'_>, sentence: Span) -> bool {
    let held = [Kind::Convene, Kind::Visit, Kind::Chair, Kind::Attend];
    let day = within(&reading.times, sentence).next().filter(|t| t.span.start == sentence.start);
    day.is_some_and(|t| t.value.value.is_some() && t.value.text.contains('日') && t.value.relation.is_none())
        && words.iter().any(|t| t.kinds.any(&held))
}

/// Whether a sentence only says who was there: 有关负责同志参加会议.
fn attended(reading: &Reading<'_>, words: &Words<'_>, sentence: Span) -> bool {
    let list = words.within(sentence);
    let Some(at) = list.iter().rposition(|t| t.kinds.any(&[Kind::Attend, Kind::Observe])) else { return false };
    let Some(verb) = list.get(at) else { return false };
    // 支持农户参与: whoever is to take part was at nothing.
    let doing = [Kind::Action, Kind::Manner, Kind::Encouragement, Kind::Preposition];
    let who = list.take(at).last().filter(|t| t.kinds.any(&[Kind::GroupHead, Kind::Actor]) && t.span.end == verb.span.start);
    // 管理|局机关有关负责同志: the verb is part of a body's name.
    let body = [Kind::OrganizationSuffix, Kind::Actor, Kind::GroupHead];
    let named = reading.organizations.at(sentence.start).is_some()
        || list.pairs().next().is_some_and(|(first, next)| next.span.start == first.span.end && next.kinds.any(&body));
    let names = [Kind::GroupHead, Kind::Actor, Kind::Determiner, Kind::ActorLead];
    let alone = named || list.first().is_some_and(|t| !t.kinds.any(&doing) || t.kinds.any(&names));
    let what = reading.between(verb.span.end, sentence.end);
    // 参加会议 is one word.
    let named = !what.is_empty() || verb.span.len() > BARE;
    who.is_some() && alone && named && !what.starts_with('、') && what.chars().nth(MAX_ATTENDED).is_none()
}

/// The length of a verb of attending without what was attended, in bytes: 参加.
const BARE: u32 = 6;

/// The longest name of what was attended, in characters: 第二次全体会议.
const MAX_ATTENDED: usize = 10;

/// Whether a named person does something at the meeting: 林晓峰主持会议.
fn named(reading: &Reading<'_>, words: Row<'_>, near: Span) -> bool {
    words.iter().any(|t| t.kinds.any(&[Kind::Attend, Kind::Chair, Kind::Observe])) && any_within(&reading.people, near)
}

/// The first characters of a sentence, enough to see what it tells of.
fn head(reading: &Reading<'_>, sentence: Span) -> Span {
    let text = reading.slice(sentence);
    let end = text.char_indices().nth(MAX_HEAD).map_or(text.len(), |(at, _)| at);
    Span::new(sentence.start, sentence.start + end as u32)
}

/// How many words before a meeting's form may belong to its name: 防汛工作座谈会上.
const MAX_NAME: usize = 3;

/// Whether no more than a word stands between a meeting's form and a comma, so that the clause says when: 座谈会|上，,
/// 会议|结束后，.
fn during(reading: &Reading<'_>, form: u32) -> bool {
    let clause = reading.segments.clause(form);
    let word = reading.between(form, clause.content.end.max(form));
    matches!(clause.terminator, '，' | ',') && !word.is_empty() && word.len() <= MAX_WORD && !word.ends_with('的')
}

/// The longest word that says when after a meeting's form, in bytes: 结束后.
const MAX_WORD: usize = 9;

/// How much of a sentence is looked at to see what it tells of, in characters.
const MAX_HEAD: usize = 60;

/// Whether a paragraph that starts at `at` goes on what was said before it.
pub(super) fn goes_on(reading: &Reading<'_>, words: &Words<'_>, at: u32) -> bool {
    reading.marker_at(at).is_some() || demands(words, at) || reading.after(at).starts_with("——")
}

/// Whether a paragraph that starts at `at` goes on a list that began before `from`, and in nobody's speech.
fn is_of_narration(reading: &Reading<'_>, speeches: &[Speech], from: u32, at: u32) -> bool {
    let Some(style) = reading.marker_at(at).map(|m| m.value.style) else { return false };
    let first = reading.markers[..=reading.markers.first_from(at)]
        .iter()
        .rev()
        .take(MAX_ITEMS)
        .find(|m| m.value.number == Some(1) && m.value.style == style);
    first.is_some_and(|m| m.span.start < from && !is_told(speeches, m.span.start))
}

/// How many markers back the first of a list is looked for.
const MAX_ITEMS: usize = 32;

/// Whether a paragraph begins with a demand, with nothing but the name of whom it is put to before it: 要…, 我们要…,
/// 机关各部门和各学院要….
fn demands(words: &Words<'_>, at: u32) -> bool {
    const NAMES: &[Kind] = &[
        Kind::FirstPerson,
        Kind::Addressee,
        Kind::ActorLead,
        Kind::Determiner,
        Kind::Actor,
        Kind::GroupHead,
        Kind::Organization,
        Kind::OrganizationSuffix,
        Kind::Link,
    ];
    let mut at = at;
    for _ in 0..MAX_NAMES {
        match words.at(at) {
            Some(t) if t.kinds.any(&[Kind::Obligation, Kind::Prohibition]) => return true,
            Some(t) if t.kinds.any(NAMES) => at = t.span.end,
            _ => return false,
        }
    }
    false
}

/// How many words the name of whom a demand is put to is looked for in: 机关各部门和各学院.
const MAX_NAMES: usize = 8;

/// Ends a content that is one quotation at its closing mark.
fn quoted(reading: &Reading<'_>, at: u32, end: u32) -> u32 {
    let Some(pair) = reading.segments.pairs.opening_at(at).filter(|p| p.is_quote() && p.span.end <= end) else {
        return end;
    };
    let inner = reading.slice(pair.inner);
    let after = trim_space(reading.text, Span::new(pair.span.end, end));
    let closes = inner.ends_with(['。', '！', '？']) && inner.chars().nth(12).is_some();
    if closes && !reading.slice(after).starts_with('“') { pair.span.end } else { end }
}
