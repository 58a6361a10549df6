//! Posts (职务): organisation and title, chained by 、 with the organisation inherited.

mod deputy;
mod roster;

use super::{Found, PersonMention, Reading};
use crate::lexicon::{Kind, Kinds, Names, Token};
use crate::span::Span;

/// One post of a chain. The mention's span is the post as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PostMention {
    /// The organisation, its own or inherited; it may stand earlier in the text than the post.
    pub(crate) organization: Option<Span>,
    /// The title: 副秘书长.
    pub(crate) title: Span,
    /// The post with the inherited organisation written out (国资委副秘书长), where that isn't the post as written.
    pub(crate) whole: Option<Box<str>>,
    /// Whether the post goes on the chain of the post before it: the 局长 of 局党组书记、局长.
    pub(crate) chained: bool,
}

/// The longest name of a body that stands before a title, in bytes: 40 characters.
const MAX_ORGANIZATION: u32 = 120;

/// How many characters the word for a party committee has at most: 党总支.
const MAX_COMMITTEE: usize = 3;

/// Finds all posts of the text.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Found<PostMention>> {
    let mut posts: Vec<Found<PostMention>> = Vec::new();
    let mut labels = roster::labels(reading).into_iter().peekable();
    let mut done = 0;
    for token in reading.tokens.with(Kinds::of(&[Kind::Title])) {
        // The 教师 of the honour 特级教师.
        if reading.tokens.ending_at(token.span.end, Kind::Honour).is_some_and(|h| h.span.start <= token.span.start) {
            continue;
        }
        // The 医师 of 青山医师协会.
        let society = reading.tokens.kind_at(token.span.end, Kind::OrganizationSuffix).map_or("", |t| reading.slice(t.span));
        if society.len() == "协会".len() && society.ends_with('会') {
            continue;
        }
        if token.span.start < done {
            // The 校长 of 副校长 lies within a title that is read already, but 委员长 ends the 常委会委员 before it.
            if token.span.end <= done {
                continue;
            }
            posts.pop();
        }
        while let Some(label) = labels.next_if(|l| l.span.start < token.span.start) {
            posts.push(label);
        }
        done = token.span.end;
        let opened = posts.last().filter(|p| opens_body(reading, p, token)).map(|p| p.span.start);
        if opened.is_some() {
            posts.pop();
        }
        let found = post(reading, token, opened, posts.last());
        // 党委副书记、董事: after a post of its bearer a seat is one too.
        let bare = found.span.start == found.value.title.start && !token.kinds.has(Kind::Boundary);
        // 会长林晓峰、理事|周明远: and so is one among the posts of others.
        let among = || {
            reading.before(found.span.start).ends_with('、')
                && reading.char_at(found.span.end).is_some_and(|c| Names::get().surname(c) == 3)
        };
        let seat = bare && (found.value.chained || among());
        if found.value.organization.is_some() || !token.kinds.has(Kind::MemberTitle) || seat {
            posts.push(found);
        }
    }
    posts.extend(labels);
    posts
}

/// Gives the posts of 由林晓峰任组长、周明任副组长的领导小组 the body that follows them.
fn lead(reading: &Reading<'_>, posts: &mut [Found<PostMention>]) {
    /// The widest gap between two such posts: a name with its own post and a verb of appointment.
    const REACH: u32 = 72;
    let mut body: Option<(Span, u32)> = None;
    for post in posts.iter_mut().rev() {
        let of = reading.after(post.span.end).starts_with('的').then(|| post.span.end + "的".len() as u32);
        if let Some(at) = of {
            let first = reading.organizations.first_from(at);
            // Whatever stands between 的 and the body as it is read (巡视|工作领导小组) belongs to its name here.
            let led =
                reading.organizations.get(first).filter(|o| roster::is_group(reading, o.span) && reading.edges.before(o.span.start) <= at);
            body = led.map(|o| (Span::new(at, o.span.end), post.span.start));
        }
        let Some((group, next)) = body else { continue };
        let near = of.is_some() || next.saturating_sub(post.span.end) <= REACH && reading.after(post.span.end).starts_with(['、', '，']);
        let appointed = reading.tokens.kinds_ending(post.span.start).has(Kind::Appoint);
        // 由县长林晓峰任组长: the post before the name is the bearer's other one.
        if of.is_none() && !appointed && next.saturating_sub(post.span.end) <= REACH {
            continue;
        }
        if !near || post.value.organization.is_some() || !appointed {
            body = None;
            continue;
        }
        post.value.organization = Some(group);
        post.value.whole = Some([reading.slice(group), reading.slice(post.span)].concat().into());
        body = Some((group, post.span.start));
    }
}

/// Takes names of people out of the bodies of posts, once they are known: 林晓峰委员 is the post 委员.
pub(super) fn settle(reading: &Reading<'_>, posts: &mut [Found<PostMention>]) {
    let people = &reading.people;
    for post in posts.iter_mut() {
        let from = people.first_past(post.span.start);
        // The 周明 of 青山大学周明数学研究所教授林晓峰 belongs to the body's name: only a name that opens the post, or
        // stands right before its title (学习林晓峰书记), is cut off.
        let title = post.value.title.start;
        let cut = |p: &&Found<PersonMention>| p.span.start <= post.span.start || p.span.end == title;
        let inside = people[from..].iter().take_while(|p| p.span.end <= title);
        let Some(mut end) = inside.filter(cut).map(|p| p.span.end).last() else { continue };
        while let Some(verb) = reading.tokens.kind_at(end, Kind::Appoint).filter(|v| v.span.end <= post.value.title.start) {
            end = verb.span.end;
        }
        post.span.start = end;
        post.value.organization = (end < post.value.title.start).then(|| Span::new(end, post.value.title.start));
        post.value.whole = None;
    }
    around(reading, posts);
    lead(reading, posts);
    deputy::read(reading, posts);
}

/// Gives a title after a name the body before the name: 青山市水利局|林晓峰|局长.
fn around(reading: &Reading<'_>, posts: &mut [Found<PostMention>]) {
    for post in posts.iter_mut().filter(|p| p.value.organization.is_none() && p.span.start == p.value.title.start) {
        let Some(name) = reading.people.ending_at(post.span.start).filter(|p| p.value.refers.is_none()) else { continue };
        if let Some(body) = reading.organizations.ending_at(name.span.start).filter(|o| !o.value.generic) {
            bestow(reading, post, body.span);
        }
    }
}

/// Gives a post a body that is told elsewhere.
fn bestow(reading: &Reading<'_>, post: &mut Found<PostMention>, body: Span) {
    post.value.organization = Some(body);
    post.value.whole = Some([reading.slice(body), reading.slice(post.span)].concat().into());
}

/// The post whose title is `token`, beginning at `opened` where a post before it belongs to its body; `last` is the
/// post before it.
fn post(reading: &Reading<'_>, token: Token, opened: Option<u32>, last: Option<&Found<PostMention>>) -> Found<PostMention> {
    let last_end = last.map_or(0, |p| p.span.end);
    let mut start = opened.unwrap_or_else(|| reading.edges.before(token.span.start)).max(last_end);
    start = listed_body(reading, last_end, start, token.span.start).unwrap_or(start);
    start = joined_body(reading, last_end, start, token.span.start).unwrap_or(start);
    if token.span.start - start > MAX_ORGANIZATION {
        start = token.span.start;
    }
    // 水利学院院长周明和|文学院院长, 林晓峰教授和|文学院院长: a title before 和 is that of another.
    let other = reading.tokens.of(Span::new(start, token.span.start.max(start)), Kind::Title).next_back();
    if let Some(other) = other.filter(|t| t.span.end < token.span.start) {
        let name = reading.between(other.span.end, token.span.start);
        let parts = |&at: &usize| at >= 6 || at == 0 && other.kinds.has(Kind::Honorific);
        start = name.rfind(['和', '与', '及']).filter(parts).map_or(start, |at| other.span.end + at as u32 + 3);
    }
    let mut chained = last.is_some_and(|p| goes_on(reading, p, start, token.span.start));
    let named = work_before(reading, start, title_start(reading, start, token.span.start)).or_else(|| alias_before(reading, start));
    start = named.filter(|&at| at >= last_end).unwrap_or(start);
    // 其中一人是|青山大学教授.
    let is = |t: &Token| t.kinds.has(Kind::Appoint) && reading.tokens.around(t.span).is_none();
    start = reading.tokens.of(Span::new(start, token.span.start), Kind::Stative).rfind(is).map_or(start, |t| t.span.end);
    // 林晓峰任组长: the verb belongs to no body.
    while let Some(verb) = reading.tokens.kind_at(start, Kind::Appoint).filter(|v| v.span.end <= token.span.start) {
        start = verb.span.end;
    }
    // 党委书记兼院长: the 兼 joins two posts and belongs to neither.
    if let Some(rest) = last.filter(|_| start == last_end).and_then(|_| reading.between(start, token.span.start).strip_prefix('兼')) {
        (start, chained) = (token.span.start - rest.len() as u32, true);
    }
    let title = Span::new(title_start(reading, start, token.span.start), token.span.end);
    chained |= start == last_end && last.is_some() && known(reading, Span::new(start, title.start));
    let span = Span::new(start, token.span.end);
    if let Some(group) = roster::group(reading, span) {
        return roster::post(reading, span, group, reading.slice(span));
    }
    let own = (start < title.start).then(|| Span::new(start, title.start));
    // 省人大代表、党委副书记: who stands for others there leads nothing of it.
    let heir = last.filter(|p| own.is_none() && chained && !token.kinds.has(Kind::UnitTitle) && reading.slice(p.value.title) != "代表");
    // 巡察组组长、党委副书记: a group has no party committee.
    let discipline = reading.slice(title).starts_with("纪委") || reading.slice(title).starts_with("监委");
    let party = discipline || reading.slice(title).starts_with('党');
    let inherited = heir.and_then(|p| p.value.organization).filter(|&o| !(party && reading.slice(o).ends_with('组')));
    // 县委常委、纪委书记: the two committees are of the one county.
    let whole = |o: Span| if discipline && reading.slice(o).ends_with('委') { Span::new(o.start, o.end - "委".len() as u32) } else { o };
    let inherited = inherited.map(whole).filter(|o| !o.is_empty());
    let body = [inherited.map_or("", |o| reading.slice(o)), &heir.map(|p| committee(reading, p, title)).unwrap_or_default()].concat();
    let whole = (!body.is_empty()).then(|| (body + reading.slice(span)).into_boxed_str());
    Found {
        span,
        rule: if chained { "post_chain" } else { "post" },
        value: PostMention { organization: own.or(inherited), title, whole, chained },
    }
}

/// Where the title of a work begins that the body of a post bears: 《大学物理》|课程|负责人. 县委 and 校党委 bear none.
fn work_before(reading: &Reading<'_>, start: u32, title: u32) -> Option<u32> {
    let pair = reading.segments.pairs.around(start.checked_sub(1)?).filter(|p| p.is_title() && p.span.end == start)?;
    let other = |t: Token| t.kinds.any(&[Kind::Organization, Kind::Action, Kind::Boundary]) || t.kinds.meets(ACTS);
    (start < title && !reading.tokens.at(start).is_some_and(other)).then_some(pair.span.start)
}

/// Where a body begins whose other name stands in brackets before the title: 青山市水利局（青山市河湖管理局）|局长.
fn alias_before(reading: &Reading<'_>, start: u32) -> Option<u32> {
    let pair = reading.segments.pairs.around(start.checked_sub(1)?).filter(|p| p.is_bracket() && p.span.end == start)?;
    reading.organizations.ending_at(pair.inner.end)?;
    reading.organizations.ending_at(pair.span.start).filter(|o| !o.value.generic).map(|o| o.span.start)
}

/// Words that show a clause, or somebody else's part of it: verbs, modals, pronouns, honorifics.
pub(super) const CLAUSE_WORDS: Kinds = Kinds::of(&[
    Kind::Chair,
    Kind::Attend,
    Kind::Observe,
    Kind::Report,
    Kind::Say,
    Kind::Convene,
    Kind::Visit,
    Kind::Appoint,
    Kind::Obligation,
    Kind::Honorific,
    Kind::Pronoun,
]);

/// Words that stand in no name of a body, however it is listed.
const ACTS: Kinds = CLAUSE_WORDS.with(Kinds::of(&[Kind::PartOfDay, Kind::ForeignTitle]));

/// Whether `span` reads as a body's name right before a title, though boundary words may stand in it: it holds no
/// mark and no verb and ends as bodies do.
fn is_body(reading: &Reading<'_>, span: Span) -> bool {
    span.len() <= MAX_ORGANIZATION
        && reading.tokens.ending_at(span.end, Kind::OrganizationSuffix).is_some_and(|t| t.span.start >= span.start)
        && !reading.slice(span).contains(|c: char| c.is_whitespace() || "、，。；：（）(),;:《》".contains(c))
        && !reading.tokens.within(span).any(|t| t.kinds.meets(ACTS) && !t.kinds.any(&[Kind::OrganizationSuffix, Kind::MeetingForm]))
}

/// Where a body begins that has a weak boundary word in its name, after a post and 、:
/// 国务院副总理、|省委党的作风建设活动领导小组|组长.
fn listed_body(reading: &Reading<'_>, last_end: u32, start: u32, title: u32) -> Option<u32> {
    let from = last_end + "、".len() as u32;
    let listed = last_end > 0 && start > from && reading.after(last_end).starts_with('、');
    (listed && is_body(reading, Span::new(from, title_start(reading, from, title)))).then_some(from)
}

/// Words that a name or a body ends in, or a clause has, so that what they stand in before 与 is no part of a body's name.
const OTHERS: Kinds = CLAUSE_WORDS.with(Kinds::of(&[
    Kind::Title,
    Kind::GroupHead,
    Kind::Organization,
    Kind::OrganizationSuffix,
    Kind::BodyHead,
    Kind::Actor,
    Kind::Addressee,
    Kind::Voice,
    Kind::Tell,
    Kind::Agenda,
    Kind::Bring,
    Kind::MeetingForm,
    Kind::Preposition,
    Kind::LightVerb,
]));

/// Where a body begins that has a conjunction in its name: 堤防监测与|评估中心|主任. What stands before the conjunction fills
/// the clause or the part of a list up to it and names neither people nor a body of its own.
fn joined_body(reading: &Reading<'_>, last_end: u32, start: u32, title: u32) -> Option<u32> {
    let joint = start.checked_sub(3).filter(|&at| reading.char_at(at).is_some_and(|c| matches!(c, '与' | '和' | '及')))?;
    let from = reading.edges.before(joint).max(last_end);
    let part = Span::new(from, joint.max(from));
    let opens = !super::person::follows_han(reading, from) && !reading.before(from).ends_with(['”', '》', '）']);
    let others =
        |t: Token| t.span.len() > 3 && t.kinds.meets(OTHERS) || t.span.len() == 3 && t.kinds.any(&[Kind::Preposition, Kind::Bring]);
    // 林晓峰与: a name has two or three characters, and one of four is foreign.
    let names = Names::get();
    let name = part.len() <= 9 && reading.char_at(from).is_some_and(|c| names.begins(c))
        || part.len() <= 12 && reading.slice(part).chars().all(|c| names.foreign(c));
    let plain = (6..=MAX_ORGANIZATION).contains(&part.len()) && opens && !name && !reading.tokens.within(part).any(others);
    let body = Span::new(start, title_start(reading, start, title));
    let ends = || {
        is_body(reading, body)
            || reading.slice(body).ends_with('系')
            || !body.is_empty() && reading.tokens.kinds_ending(body.end).any(&[Kind::Affiliation, Kind::GroupBody])
    };
    (plain && ends()).then_some(from)
}

/// Whether `body` is a body known by name.
fn known(reading: &Reading<'_>, body: Span) -> bool {
    reading.tokens.kind_at(body.start, Kind::Organization).is_some_and(|t| t.span.end == body.end)
}

/// Whether the post `last` is the head of the body whose title is `token`: the 校长 of 校长办公室主任.
fn opens_body(reading: &Reading<'_>, last: &Found<PostMention>, token: Token) -> bool {
    let at = last.span.end;
    let body = Span::new(at, title_start(reading, at, token.span.start).max(at));
    let surname = reading.slice(body).chars().next().map_or(0, |c| Names::get().surname(c));
    // 总书记|中央军委主席 are two posts, and 部长兼统战部部长, 主任由水利局局长 and 书记带领县委办负责人 are no body either.
    let own = reading.slice(body).starts_with(['兼', '由', '是', '为'])
        || known(reading, body)
        || reading.tokens.of(body, Kind::Bring).any(|t| t.span.len() > 3);
    last.rule != "post_roster" && !own && !body.is_empty() && surname < 3 && is_body(reading, body)
}

/// Whether what starts at `start` goes on the chain that `last` ends: after 、, and after the ， of
/// 校党委副书记、纪委书记，监察专员, where the clause before holds nothing but posts of one person.
fn goes_on(reading: &Reading<'_>, last: &Found<PostMention>, start: u32, title: u32) -> bool {
    match reading.slice(Span::new(last.span.end, start)) {
        "、" => true,
        "，" => {
            let alone = || {
                last.value.organization.is_some_and(|o| is_body(reading, o))
                    && reading.segments.clause(last.span.start).content == last.span
            };
            (last.value.chained || alone())
                && last.rule != "post_roster"
                && reading.tokens.ending_at(last.span.end, Kind::SharedTitle).is_none()
                && is_body(reading, Span::new(start, title))
                && !opens_with_several(reading, last.span.start)
        }
        _ => false,
    }
}

/// Whether the clause of `at` begins with a word for several, so that its posts are those of many: 各学院党委书记、院长.
fn opens_with_several(reading: &Reading<'_>, at: u32) -> bool {
    let start = reading.segments.clause(at).content.start;
    let determiner = reading.tokens.kinds_at(start).any(&[Kind::Addressee, Kind::GroupHead]);
    determiner || reading.after(start).starts_with(['各', '全', '二'])
}

/// The committee that a bare title after another of its posts is of: the 党委 of 党委委员、常委、书记.
fn committee(reading: &Reading<'_>, last: &Found<PostMention>, title: Span) -> String {
    const BARE: &[&str] = &["常委", "委员", "书记", "副书记", "常务副书记", "成员"];
    let of = reading.slice(last.value.title);
    let before = reading.whole_post(last).strip_suffix(of).unwrap_or_default();
    let bare = BARE.contains(&reading.slice(title));
    if !bare {
        return String::new();
    }
    let is = |word: &&str| word.starts_with('党') && reading.lexicon.kinds(word).has(Kind::OrganizationSuffix);
    let own = of.char_indices().map(|(at, _)| &of[..at]).take(MAX_COMMITTEE + 1).filter(is).last();
    let kept = || before.char_indices().rev().map(|(at, _)| &before[at..]).take(MAX_COMMITTEE).find(is);
    let inherited = |c: &&str| !last.value.organization.is_some_and(|o| reading.slice(o).ends_with(c));
    own.or_else(|| kept().filter(inherited)).unwrap_or_default().to_owned()
}

/// Where the title begins whose last word starts at `at`, taking in 副, 原, 常务副.
fn title_start(reading: &Reading<'_>, floor: u32, mut at: u32) -> u32 {
    while let Some(prefix) = reading.tokens.ending_at(at, Kind::TitlePrefix) {
        if prefix.span.start < floor {
            break;
        }
        at = prefix.span.start;
    }
    at
}
