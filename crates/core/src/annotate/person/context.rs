//! What stands before a name, and what both sides tell of it together.

use std::ops::Range;

use super::super::{Found, Reading};
use super::right::{Right, before_aside, begins_common, joins_nothing, tells_later};
use super::{PersonMention, member, shape, signature};
use crate::lexicon::{Kind, Kinds, Names};
use crate::span::Span;

/// What stands before a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// A chain of posts.
    Post(Range<usize>),
    /// A name of the same list, with its posts.
    List(Range<usize>),
    /// A byline: 记者.
    Byline,
    /// The start of a clause, or a word that no name reaches across.
    Open,
    /// Nothing that could stand before a name.
    None,
}

/// What people do, and how they are addressed.
pub(super) const VERBS: Kinds = Kinds::of(&[
    Kind::NameFollow,
    Kind::Say,
    Kind::SayAdverb,
    Kind::Chair,
    Kind::Attend,
    Kind::Observe,
    Kind::Speak,
    Kind::Tell,
    Kind::Report,
    Kind::Absent,
    Kind::Accompany,
    Kind::Convene,
    Kind::Visit,
    Kind::Agenda,
]);

/// What people alone do.
pub(super) const HUMAN: &[Kind] = &[Kind::Chair, Kind::Attend, Kind::Observe, Kind::Accompany, Kind::Speak];

/// Words of one character that join a clause to the name before it, and can't end one.
pub(super) const FUNCTION: &[Kind] = &[Kind::Preposition, Kind::SayAdverb];

/// All that can show where a name ends.
pub(super) const TELLING: Kinds = VERBS.with(Kinds::of(&[
    Kind::Title,
    Kind::Honorific,
    Kind::Appoint,
    Kind::Preposition,
    Kind::PartOfDay,
    Kind::Boundary,
    Kind::MeetingForm,
    Kind::Byline,
    Kind::Credit,
    Kind::LightVerb,
]));

/// How far a name of a list may stand after the one before it, in bytes.
pub(super) const MAX_JOINT: u32 = 12;

impl Left {
    pub(super) fn weight(&self) -> i32 {
        match self {
            Self::Post(_) | Self::Byline => 6,
            Self::List(_) => 4,
            Self::Open => 2,
            Self::None => -2,
        }
    }

    pub(super) fn rule(&self) -> &'static str {
        match self {
            Self::Post(_) => "name_after_post",
            Self::List(_) => "name_in_list",
            Self::Byline => "name_in_byline",
            Self::Open => "name_before_verb",
            Self::None => "name_before_title",
        }
    }

    /// Whether it tells that a name follows: a post, a name of the same list, a byline.
    pub(super) fn is_told(&self) -> bool {
        matches!(self, Self::Post(_) | Self::List(_) | Self::Byline)
    }

    /// Whether a name between this and `right` is anchored at all.
    pub(super) fn takes(&self, right: Right) -> bool {
        match self {
            Self::Open => matches!(right, Right::Verb | Right::Adverbial | Right::Title | Right::Address),
            Self::None => matches!(right, Right::Title | Right::Address),
            _ => true,
        }
    }
}

/// What stands before `at`; `post` is the first post that doesn't end before `at`.
pub(super) fn left(reading: &Reading<'_>, at: u32, post: usize, last: Option<&Found<PersonMention>>) -> Left {
    if reading.posts.get(post).is_some_and(|p| p.span.end == at) {
        return Left::Post(chain(reading, post));
    }
    // 组长：林晓峰 and 局长  林晓峰.
    let within = follows_han(reading, at) || follows_mark(reading, at);
    let bare = if within { at } else { before_label(reading, before_aside(reading, at)) };
    if bare < at {
        if let Some(i) = post.checked_sub(1).filter(|&i| reading.posts[i].span.end == bare) {
            return Left::Post(chain(reading, i));
        }
    }
    if in_list(reading, at, last) {
        // 记者 林晓峰 周明远: the credit is of all its names.
        if last.is_some_and(|l| l.rule == Left::Byline.rule()) {
            return Left::Byline;
        }
        let shared = |p: &Found<PersonMention>| if is_shared(reading, p) { p.value.posts() } else { 0..0 };
        return Left::List(last.map_or(0..0, shared));
    }
    if within && !reading.tokens.end_at(at) {
        return if reading.edges.end_at(at) { Left::Open } else { Left::None };
    }
    if let Some(posts) = last.filter(|_| !within).and_then(|last| member::roster_above(reading, at, last)) {
        return Left::List(posts);
    }
    let byline = if within { at } else { reading.before(bare).trim_end().len() as u32 };
    // Most words before what may be a name are of none of the kinds asked for.
    let ending = reading.tokens.kinds_ending(at);
    // 文/林晓峰 is a byline, but not the 文 of 生态文明.
    let credit = (byline < at || ending.has(Kind::Byline))
        && reading.tokens.ending_at(byline, Kind::Byline).is_some_and(|t| t.span.len() > 3 || byline < at)
        || byline < at && (reading.tokens.kinds_ending(byline).has(Kind::Credit) || spaced_credit(reading, byline));
    let belongs = credit || begins_sure(reading, at) && member::is_member(reading, at);
    // 财政局林晓峰、水利局|周明远等.
    let own = |last: &Found<PersonMention>| {
        reading.organizations.ending_at(at).is_some_and(|o| matches!(reading.between(last.span.end, o.span.start), "、" | "，"))
    };
    if belongs && last.is_some_and(own) {
        return Left::List(0..0);
    }
    if let Some(posts) = Some(post).filter(|_| belongs).and_then(|post| member::posts_before_member(reading, at, post, last)) {
        return Left::Post(posts);
    }
    let course = || belongs && ending.has(Kind::Affiliation);
    if credit || course() || !within && signature::begins(reading, at) {
        return Left::Byline;
    }
    // 领导人|林晓峰、周明远, 专家|林晓峰说.
    let head = || ending.has(Kind::GroupHead).then(|| reading.tokens.ending_at(at, Kind::GroupHead)).flatten().filter(|t| t.span.len() > 3);
    // 村民|代表|严俊林、: a word for those who stand for others leads up to one of them as a byline does.
    if head().is_some_and(|t| t.kinds.has(Kind::PluralHead) && t.kinds.has(Kind::SharedTitle)) && begins_sure(reading, at) {
        return Left::Byline;
    }
    let group = || head().is_some() && begins_common(reading, at);
    if reading.edges.end_at(at) || belongs || group() { Left::Open } else { Left::None }
}

/// Whether the label that ends at `end` is a credit set with white space in it: the 列　席 of 列　席：林晓峰.
fn spaced_credit(reading: &Reading<'_>, end: u32) -> bool {
    /// The most characters of such a label, and one more.
    const LABEL: usize = 8;
    let start = reading.segments.line(end.saturating_sub(1)).content.start;
    let label = reading.between(start.min(end), end);
    let bare = label.chars().filter(|c| !c.is_whitespace()).take(LABEL);
    let length: usize = bare.clone().map(char::len_utf8).sum();
    length < label.len() && reading.lexicon.kinds_spelt(bare).any(&[Kind::Credit, Kind::Byline])
}

/// Whether what stands at `at` begins with a surname that is hardly ever anything else.
fn begins_sure(reading: &Reading<'_>, at: u32) -> bool {
    shape::surname(reading, at) == 3
}

/// Whether a mark stands right before `at` after which neither a label nor a byline goes on.
fn follows_mark(reading: &Reading<'_>, at: u32) -> bool {
    reading.text.as_bytes().get(..at as usize).is_some_and(|before| {
        matches!(before, [.., 0xE3, 0x80, 0x81 | 0x82] | [.., 0xEF, 0xBC, 0x8C | 0x9B] | [.., 0xE2, 0x80, 0x9C | 0x9D])
    })
}

/// An ideograph that is set for the bar after a label: 编辑丨林晓峰.
const BAR: &str = "丨";

/// Whether a common ideograph stands right before `at`, and so no mark or space.
#[inline]
pub(in crate::annotate) fn follows_han(reading: &Reading<'_>, at: u32) -> bool {
    let before = (at as usize).checked_sub(3).and_then(|from| reading.text.as_bytes().get(from..at as usize));
    before.is_some_and(|before| (0xE4..=0xE9).contains(&before[0]) && before != BAR.as_bytes())
}

/// Whether a name ends before `at` with nothing but 、, 和 or white space between.
pub(super) fn in_list(reading: &Reading<'_>, at: u32, last: Option<&Found<PersonMention>>) -> bool {
    let near = |end: u32| at.checked_sub(end).is_some_and(|gap| (1..=MAX_JOINT).contains(&gap));
    // Most of what may be a name stands far from the one before it, and then no aside is looked for.
    let Some(last) = last.filter(|l| l.span.end < at && at - l.span.end <= MAX_JOINT + super::posts::MAX_ASIDE) else { return false };
    let end = super::posts::aside_end(reading, last.span.end);
    // 副会长林晓峰院士、周明远院士.
    let end = reading.tokens.kind_at(end, Kind::Honorific).map_or(end, |t| t.span.end);
    if !near(end) {
        return false;
    }
    let between = reading.between(end, at);
    end < at
        && (!between.contains('\n') || between.starts_with('、'))
        && matches!(between.trim(), "" | "、" | "和" | "与" | "同" | "及" | "以及")
}

/// Whether the names of a list share the posts of the one before: 副校长林晓峰、周明远 do, 主席林晓峰和周明远 don't, nor
/// those of whom each is called by a rank: 副校长林晓峰教授、周明远教授.
fn is_shared(reading: &Reading<'_>, last: &Found<PersonMention>) -> bool {
    let Some(post) = last.value.posts().end.checked_sub(1).and_then(|i| reading.posts.get(i)) else { return true };
    let ranked = || reading.tokens.kind_at(last.span.end, Kind::Honorific).is_some_and(|t| t.kinds.any(&[Kind::Title, Kind::Standing]));
    post.rule == "post_roster"
        || reading.slice(post.value.title).contains('副') && !ranked()
        || reading.tokens.kinds_ending(post.value.title.end).has(Kind::SharedTitle)
}

/// Whether `name` stands alone between the spaces or marks of a line that lists people: 列席： 林长河 周明远. However odd
/// for a name its characters are, nothing else stands there but bodies and words for people.
pub(super) fn in_roster(reading: &Reading<'_>, name: Span) -> bool {
    let line = reading.segments.line(name.start).content;
    let label = reading.tokens.kind_at(line.start, Kind::Credit).filter(|t| t.span.end <= name.start);
    let colon = label.is_some_and(|t| reading.after(t.span.end).trim_start().starts_with(['：', ':']));
    let apart = |c: char| c.is_whitespace() || matches!(c, '：' | ':' | '、');
    let alone = reading.before(name.start).ends_with(apart) && (name.end >= line.end || reading.after(name.end).starts_with(apart));
    let word = reading.tokens.at(name.start).is_some_and(|t| t.span.end >= name.end)
        || reading.tokens.kinds_ending(name.end).any(&[Kind::OrganizationSuffix, Kind::Organization, Kind::GroupHead, Kind::Title]);
    colon && alone && !word && name.len() <= 9 && shape::has_surname(reading, name.start)
}

/// Whether the name at `name` is shown by how it is set: a speaker at the start of a line (林晓峰：同意), or one with a
/// telephone number (林晓峰（0123-4567890）).
pub(super) fn is_labelled(reading: &Reading<'_>, name: Span) -> bool {
    let speaks = reading.after(name.end).starts_with(['：', ':'])
        && reading.segments.line(name.start).content.start == name.start
        && begins_sure(reading, name.start)
        && reading.slice(name).chars().skip(1).all(|c| Names::get().given(c) >= 0);
    // 林晓峰/文 周明远/图.
    let credited = reading.after(name.end).starts_with(['/', '／'])
        && reading
            .tokens
            .kinds_at(name.end + reading.after(name.end).chars().next().map_or(0, char::len_utf8) as u32)
            .any(&[Kind::Byline, Kind::Credit]);
    speaks || credited || before_number(reading, name.end)
}

/// Whether a likely name stands alone on its line, as over or under what somebody has written: 焦文玉.
pub(super) fn is_alone(reading: &Reading<'_>, name: Span) -> bool {
    let surname = shape::surname(reading, name.start);
    let least = if reading.slice(name).contains(char::is_whitespace) { 2 } else { 3 };
    surname >= least && reading.segments.line(name.start).content == name
}

/// Whether a telephone number stands at `at`, in brackets or after white space.
pub(super) fn before_number(reading: &Reading<'_>, at: u32) -> bool {
    const LEAST_DIGITS: usize = 7;
    let number = reading.after(at).trim_start_matches([' ', '\u{3000}', '（', '(', '：', ':', '，', ',']);
    number.len() < reading.text.len() - at as usize
        && number.bytes().take_while(|b| b.is_ascii_digit() || *b == b'-').count() >= LEAST_DIGITS
}

/// What it adds that the name stands between two 、 of a list of people: enough for a name of unlikely characters
/// (赵乐安), and among people with posts for one without a known surname (向巴次措) that is no word.
pub(super) fn between_commas(reading: &Reading<'_>, span: Span, left: &Left) -> i32 {
    let before = reading.before(span.start).ends_with('、');
    let after = reading.after(span.end).starts_with('、');
    match left {
        Left::List(posts) if before && after => {
            if posts.is_empty() {
                4
            } else {
                10
            }
        }
        _ => 0,
    }
}

/// What it adds that a likely surname stands between a post and a mark (人事处处长郁有学，), or before 先生.
pub(super) fn framed(reading: &Reading<'_>, span: Span, left: &Left, right: Right, shape: i32) -> i32 {
    if shape >= 0 || !matches!(left, Left::Post(_) | Left::Open) {
        return 0;
    }
    let surname = shape::surname(reading, span.start);
    let mark = reading.after(span.end).starts_with(['，', '、', '。', '；', '）', '等']);
    // 副主席厉无忌|主持会议, 所长马岭|主持会议: what people alone do ends a name as a mark does, also one that a noun begins.
    let acts = right == Right::Verb && matches!(left, Left::Post(_)) && reading.tokens.kinds_at(span.end).any(HUMAN);
    let word = || if acts { reading.tokens.start_at(span.start) } else { shape::is_word(reading, span, Names::get()) };
    let framed = if *left == Left::Open { right == Right::Address && surname == 3 } else { (mark || acts) && surname >= 2 };
    if framed && span.len() <= 9 && !word() { -shape } else { 0 }
}

/// What it adds that a name with a plain surname opens its clause and does what people alone do: 赵乐安主持.
pub(super) fn acting(reading: &Reading<'_>, span: Span, left: &Left, right: Right) -> i32 {
    let surname = shape::surname(reading, span.start);
    let acts = *left == Left::Open && right == Right::Verb && span.len() == 9 && surname == 3;
    if acts && reading.tokens.kinds_at(span.end).any(HUMAN) {
        3
    } else if *left == Left::Open && right == Right::Adverbial && surname >= 2 && (tells_later(reading, span.end) || heard(reading, span)) {
        2
    } else if *left == Left::Open && right == Right::Adverbial {
        // 林晓峰在: without a verb right after it, only the likeliest characters show a name.
        -2
    } else {
        0
    }
}

/// Whether somebody of a body is heard on something: 听取了水政科|林晓峰|关于….
fn heard(reading: &Reading<'_>, name: Span) -> bool {
    reading.after(name.end).starts_with("关于") && name.len() == 9 && member::is_member(reading, name.start)
}

/// What it takes away that a particle or a place's last character is read as part of the name: 林晓峰向, 从老家, 茅山村.
pub(super) fn particles(reading: &Reading<'_>, span: Span, left: &Left, right: Right) -> i32 {
    let particle = |at: u32| reading.tokens.at(at).is_some_and(|t| t.span.len() == 3 && t.kinds.any(&[Kind::Boundary, Kind::Obligation]));
    let last = reading.slice(span).char_indices().last().map_or(0, |(i, _)| i as u32);
    let mut weight = 0;
    // 周明|任副书记.
    let appointed = right == Right::Title && reading.tokens.kinds_at(span.start + last).has(Kind::Appoint);
    if appointed || particle(span.start + last) && !(joins_nothing(reading, span.end) && reading.slice(span).ends_with(['和', '同'])) {
        weight -= 6;
    }
    // 能促进, 向先进: a modal or a preposition that is hardly a surname.
    let first = reading.tokens.at(span.start).filter(|t| t.span.len() == 3 && t.kinds.any(&[Kind::Unreal, Kind::Preposition]));
    let leads = || first.is_some() && shape::surname(reading, span.start) < 2;
    if matches!(left, Left::Open | Left::None) && (particle(span.start) || leads()) {
        // 于青川等31名同学, 于若兰介绍了: where a clause begins and somebody acts, 于 is mostly a surname.
        let begins =
            matches!(right, Right::Verb | Right::Title) && !follows_han(reading, span.start) && reading.slice(span).starts_with('于');
        let word = reading.tokens.at(span.start + "于".len() as u32).is_some_and(|t| t.span.end == span.end);
        let given = !word && reading.slice(span).chars().skip(1).all(|c| Names::get().given(c) > 0);
        weight -= if begins && given && span.len() == 9 { 1 } else { 6 };
    }
    let place =
        reading.tokens.at(span.start + last).is_some_and(|t| t.kinds.has(Kind::PlaceSuffix) || t.kinds.has(Kind::OrganizationSuffix));
    let given = reading.slice(span).chars().last().is_some_and(|c| Names::get().given(c) > 0);
    // 研究生林山会表示: somebody who is told to be one.
    let told = *left == Left::Byline && span.len() == 9 && begins_sure(reading, span.start);
    if place && !given && !told && !matches!(left, Left::Post(_)) {
        weight -= 6;
    }
    // Without a surname, no particle may stand in the name at all, nor an act begin it: 教师以赤诚之心, 记者王建国 摄|陈武.
    let surname = shape::surname(reading, span.start);
    let act = || reading.tokens.kinds_at(span.start).has(Kind::NameFollow);
    if surname == 0 && (act() || reading.slice(span).char_indices().any(|(i, _)| particle(span.start + i as u32))) {
        weight -= 8;
    }
    weight
}

/// The offset before `at` without white space and one colon or stroke.
fn before_label(reading: &Reading<'_>, at: u32) -> u32 {
    let before = reading.before(at);
    let line = before.trim_end_matches([' ', '\u{3000}', '\t', '\u{a0}']);
    let label = line.strip_suffix(['：', ':', '/', '|', '｜', '丨']).unwrap_or(line);
    label.trim_end_matches([' ', '\u{3000}', '\t', '\u{a0}']).len() as u32
}

/// The chain of posts that ends with the post `last`.
pub(super) fn chain(reading: &Reading<'_>, last: usize) -> Range<usize> {
    let mut first = last;
    while first > 0 && reading.posts[first].value.chained {
        first -= 1;
    }
    first..last + 1
}
