//! What stands after a name.

use super::super::{Reading, people_counted_at};
use super::context::{FUNCTION, TELLING, VERBS};
use super::{place, shape};
use crate::lexicon::{Kind, Names, Token};
use crate::segment::is_space;
use crate::span::Span;

/// What stands after a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Right {
    /// What a person does.
    Verb,
    /// A preposition or adverb of what the person does: 林晓峰在, 林晓峰与.
    Adverbial,
    /// A title: 林晓峰委员.
    Title,
    /// A form of address: 林晓峰同志.
    Address,
    /// A mark, white space, a conjunction, or the end.
    Mark,
    /// Nothing that shows a name's end.
    None,
}

impl Right {
    pub(super) fn weight(self) -> i32 {
        match self {
            Self::Address => 7,
            Self::Title => 6,
            Self::Verb => 4,
            Self::Adverbial | Self::Mark => 2,
            Self::None => 0,
        }
    }
}

/// What stands after the name at `name`.
#[inline]
pub(super) fn right(reading: &Reading<'_>, name: Span) -> Right {
    // After most characters of prose neither a bracket opens nor a word begins.
    let plain = reading.is_common_at(name.end)
        && !reading.tokens.start_at(name.end)
        && !matches!(reading.char_at(name.end), Some('等' | '的' | '家' | '一' | '夫' | '所'));
    if plain { Right::None } else { right_word(reading, name) }
}

fn right_word(reading: &Reading<'_>, name: Span) -> Right {
    let mut at = name.end;
    let Some(mut c) = reading.char_at(at) else { return Right::Mark };
    if !shape::is_han(c) {
        at = super::posts::aside_end(reading, at);
        let Some(after) = reading.after(at).chars().next() else { return Right::Mark };
        if super::posts::bracketed(reading, at).is_some() {
            return Right::Title;
        }
        c = after;
    }
    // 免去林晓峰|的水利局局长职务.
    if c == '的' && super::posts::left(reading, at).is_some() || is_space(c) && super::posts::on_line(reading, at).is_some() {
        return Right::Title;
    }
    // 林晓峰，男，1970年生.
    if c == '，' && super::posts::told_of(reading, at) {
        return Right::Address;
    }
    if !shape::is_han(c) {
        return if !c.is_ascii_digit() {
            Right::Mark
        } else if place::counts(reading, at) {
            Right::None
        } else {
            Right::Verb
        };
    }
    if c == '等' {
        // 王一帆等6位委员.
        return if people_counted_at(reading.after(at + 3)).is_some() { Right::Verb } else { Right::Mark };
    }
    if place::keeps_house(reading, name) {
        return Right::Mark;
    }
    // 罗文和、 and 魏云和出席, 倪书同参加: a conjunction that joins nothing is the name's last character.
    if matches!(c, '和' | '同') && joins_nothing(reading, at + 3) {
        return Right::None;
    }
    // 书记林晓峰|布置工作.
    let acts = |t: Token| name.len() > 6 && t.span.len() > 3 && t.kinds.has(Kind::Action);
    let Some(token) = reading.tokens.at(at).filter(|t| t.kinds.meets(TELLING)) else {
        return if reading.tokens.at(at).is_some_and(acts) { Right::Mark } else { Right::None };
    };
    if place::names_place(reading, token) {
        return Right::None;
    }
    if token.kinds.has(Kind::Title) {
        // 云阳县县长 names a county; a name before a title doesn't end with the title's first character, nor
        // with the last word of a body.
        // The 秦副 of 秦副市长 is nobody.
        let prefix = reading
            .slice(name)
            .chars()
            .last()
            .is_some_and(|last| reading.lexicon.kinds_of(last).has(Kind::TitlePrefix) && Names::get().given(last) < 0);
        let repeats = reading.slice(name).ends_with(c) || prefix;
        let body = reading.tokens.kinds_ending(at).has(Kind::OrganizationSuffix);
        // 总编：林晓峰副总编：周明远.
        if labels(reading, token.span.end) {
            return Right::Mark;
        }
        return if repeats || body { Right::None } else { Right::Title };
    }
    if token.kinds.has(Kind::Honorific) {
        return Right::Address;
    }
    // 监制：林晓峰审核：周明远.
    if token.kinds.any(&[Kind::Byline, Kind::Credit]) && token.span.len() > 3 && labels(reading, token.span.end) {
        return Right::Mark;
    }
    // 林晓峰任组长, 林晓峰任青山县县长.
    if token.kinds.has(Kind::Appoint) {
        let post = reading.posts.partition_point(|p| p.value.title.start < token.span.end);
        if reading.posts.get(post).is_some_and(|p| p.span.start <= token.span.end) {
            return Right::Verb;
        }
    }
    if token.kinds.meets(VERBS) && token.span.len() > 3 || gives_talk(reading, token) {
        return Right::Verb;
    }
    // 林大用、 and 周大用和: a function word that nothing follows is the name's last character.
    if token.span.len() == 3 && token.kinds.any(FUNCTION) && ends_phrase(reading, at + 3) {
        return Right::None;
    }
    // 林晓峰也|参加了会议.
    if token.span.len() == 3 && token.kinds.has(Kind::SayAdverb) && Names::get().given(c) < 0 && acts_at(reading, token.span.end) {
        return Right::Verb;
    }
    if token.kinds.has(Kind::Preposition) && !matches!(c, '和' | '及') {
        return Right::Adverbial;
    }
    // 林晓峰说：“….
    // 总统在贺信中说 and 墙上的旧挂钟说 name nobody.
    let opens = name.len() == 9 && !reading.before(name.start).ends_with(['在', '的']);
    if opens && token.kinds.has(Kind::Say) && reading.after(token.span.end).starts_with(['，', '：', '“']) {
        return Right::Verb;
    }
    if token.kinds.meets(VERBS) {
        return Right::Mark;
    }
    // 副院长林晓峰座谈会上发言, 政委林阳进行了座谈.
    let long = token.span.len() > 3 && token.kinds.any(&[Kind::MeetingForm, Kind::LightVerb]);
    if long || token.kinds.any(&[Kind::PartOfDay, Kind::Boundary]) { Right::Mark } else { Right::None }
}

/// Where the bracket begins that stands between a post and its bearer: 副书记|（主持工作）|林晓峰.
pub(super) fn before_aside(reading: &Reading<'_>, at: u32) -> u32 {
    /// The bytes that a bracket of that kind holds at most.
    const MAX_ASIDE: u32 = 30;
    if !reading.before(at).ends_with(['）', ')']) {
        return at;
    }
    let aside = reading.segments.pairs.around(at - 1).filter(|p| p.is_bracket() && p.span.end == at && p.inner.len() <= MAX_ASIDE);
    aside.map_or(at, |p| p.span.start)
}

/// Whether a surname that is seldom anything else stands at `at`.
pub(super) fn begins_common(reading: &Reading<'_>, at: u32) -> bool {
    shape::surname(reading, at) >= 2
}

/// Whether an act that only people do stands at `at`.
fn acts_at(reading: &Reading<'_>, at: u32) -> bool {
    const ACTS: &[Kind] = &[Kind::Attend, Kind::Observe, Kind::Accompany, Kind::Speak, Kind::Tell, Kind::Report, Kind::Say];
    reading.tokens.at(at).is_some_and(|t| t.span.len() > 3 && t.kinds.any(ACTS))
}

/// What one does who gives a talk.
const TALKS: &[Kind] = &[Kind::Tell, Kind::Report, Kind::Speak];

/// Whether an act of telling follows what is told about: 林晓峰就|防汛工作作了说明, also at the end of a chain of
/// such (林晓峰就…、周明远就…作了汇报).
pub(super) fn tells_later(reading: &Reading<'_>, at: u32) -> bool {
    /// How far the act may stand, in bytes.
    const REACH: u32 = 1_500;
    if !reading.tokens.at(at).is_some_and(|t| t.kinds.has(Kind::ListLead) && t.kinds.has(Kind::Preposition)) {
        return false;
    }
    let end = reading.segments.sentence(at).content.end;
    let rest = Span::new(at, end.min(at.saturating_add(REACH)).max(at));
    reading.tokens.any(rest, TALKS)
}

/// Whether a verb gives a talk of its own kind: 林晓峰|作|检讨发言, 周明远|进行了|政策宣讲.
fn gives_talk(reading: &Reading<'_>, token: Token) -> bool {
    /// The most bytes from the verb to what is given.
    const REACH: u32 = 36;
    if !token.kinds.has(Kind::LightVerb) {
        return false;
    }
    let clause = reading.segments.clause(token.span.start).content;
    let near = clause.end.saturating_sub(token.span.end) <= REACH;
    near && reading.tokens.kinds_ending(clause.end).any(TALKS)
}

/// Whether the mark of a label stands at `at`.
fn labels(reading: &Reading<'_>, at: u32) -> bool {
    reading.after(at).starts_with(['：', ':', '｜', '|', '丨'])
}

/// Whether a mark of a list or clause, or a conjunction, stands at `at`.
fn ends_phrase(reading: &Reading<'_>, at: u32) -> bool {
    reading.after(at).starts_with(['，', '、', '。', '；', '和', '）'])
}

/// Whether what stands at `at`, after a conjunction, can't be joined to a name.
pub(super) fn joins_nothing(reading: &Reading<'_>, at: u32) -> bool {
    let next = reading.after(at).chars().next();
    next.is_none_or(|c| !shape::is_han(c) && !matches!(c, '“' | '《' | '（') && !c.is_ascii_alphanumeric())
        || reading
            .tokens
            .at(at)
            .is_some_and(|t| t.span.len() > 3 && t.kinds.meets(VERBS) && !t.kinds.any(&[Kind::Title, Kind::Agenda, Kind::Visit]))
        // 林山同|对…提出要求.
        || reading.tokens.at(at).is_some_and(|t| t.span.len() == 3 && t.kinds.has(Kind::Preposition) && t.kinds.has(Kind::ListLead))
}
