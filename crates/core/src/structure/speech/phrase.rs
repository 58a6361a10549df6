//! A subject that no name shows as one: 专家组一致认为, 卡尔松二世表示.

use super::subject::{MAX_NAME, Subject, is_noted, plain};
use super::{Search, Teller};
use crate::lexicon::{Kind, Token};
use crate::particle::ends_when;
use crate::span::Span;
use crate::structure::words::is_towards;

/// A subject that is no known name: 专家组一致认为, 全市各级负责人表示.
pub(super) fn phrase(search: &Search<'_, '_>, span: Span, word: Token) -> Subject {
    let span = without_feeling(search, span);
    let text = search.reading.slice(span);
    let noted = is_noted(search, word);
    // 参加培训的导师: the verb of an attribute makes no clause, unless a preposition governs it.
    let governed =
        search.words.kinds_at(span.start).has(Kind::Preposition) || search.words.within(span).iter().any(|t| is_towards(search.reading, t));
    let noun = text.rfind('的').filter(|_| !governed).map_or(span.start, |at| span.start + (at + '的'.len_utf8()) as u32);
    let head = Span::new(noun, span.end.max(noun));
    // 教师|代表: the last word is who speaks, though it is a verb too.
    let last = search.words.ending_at(span.end).filter(|t| t.kinds.has(Kind::GroupHead)).map_or(head.end, |t| t.span.start);
    let before = Span::new(head.start, last.max(head.start));
    let verbal = search.words.any(before, &[Kind::Obligation, Kind::Prohibition, Kind::Preposition, Kind::Say, Kind::Action, Kind::Agenda]);
    let ends = search.reading.tokens.kinds_ending(span.end);
    let group = ends.any(&[Kind::GroupHead, Kind::Actor, Kind::OrganizationSuffix])
        || text.ends_with(['们', '者'])
        // 各村党支部书记|纷纷|表示: several bear the title.
        || ends.has(Kind::Title) && search.reading.between(span.end, word.span.start).contains("纷纷");
    // 30户以上的村民组要求：: what is counted in other measures than people speaks not.
    let counted = text.starts_with(|c: char| c.is_ascii_digit()) && !text.contains(['位', '名', '个', '家']);
    // 我相信，: the writer's own voice is no frame.
    let own = search.words.kinds_ending(span.end).any(&[Kind::FirstPerson, Kind::Pronoun]);
    let stated = (noted || search.reading.slice(word.span) == "表示") && !own;
    let named = group && !verbal && !counted && span.len() <= MAX_NAME && !text.contains(char::is_whitespace);
    if stated && (named || noted && unknown(search, span, word)) {
        return Subject::Own { speaker: Teller::Institution(span), span, adjacent: true, cited: false };
    }
    Subject::None
}

/// Whether a subject that no word shows is a name all the same, as it alone stands before the verb: 卡尔松二世表示，.
fn unknown(search: &Search<'_, '_>, span: Span, word: Token) -> bool {
    const NAMELESS: &[Kind] = &[
        Kind::Connective,
        Kind::TimeWord,
        Kind::Turn,
        Kind::NoPlace,
        Kind::SayAdverb,
        Kind::Agenda,
        Kind::Means,
        Kind::LightVerb,
        Kind::Utter,
    ];
    let text = search.reading.slice(span);
    let states = word.kinds.has(Kind::SayDirect) && !word.kinds.any(&[Kind::SayNoun, Kind::SayAsk, Kind::SayDecide]);
    let length = text.chars().count();
    // 有人认为 names nobody, and within what somebody says 会场外认为 is that somebody's own word.
    let told = (!search.in_content || search.words.within(span).is_empty()) && !text.starts_with(['有', '我']);
    told && states && (2..=MAX_UNKNOWN).contains(&length) && plain(search, span) && !search.words.any(span, NAMELESS) && !ends_when(text)
}

/// The longest subject that no word shows as one, in characters.
const MAX_UNKNOWN: usize = 8;

/// A subject without the adverb of feeling before the verb: 村民|感动地|说.
fn without_feeling(search: &Search<'_, '_>, span: Span) -> Span {
    let Some(text) = search.reading.slice(span).strip_suffix('地') else { return span };
    let near = text.char_indices().rev().nth(MAX_FEELING).map_or(0, |(at, _)| at);
    let mut people = search.words.within(Span::new(span.start + near as u32, span.end)).iter();
    let head = people.rfind(|t| t.kinds.any(&[Kind::GroupHead, Kind::Actor, Kind::Standing]) && t.span.end < span.end);
    head.map_or(span, |t| Span::new(span.start, t.span.end))
}

/// The longest adverb of feeling with its subject's last word, in characters: 工作人员语重心长.
const MAX_FEELING: usize = 8;
