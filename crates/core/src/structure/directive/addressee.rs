//! Who has to act: the subject of the modal or of the verb.

use super::Sight;
use super::by::{asked, by, whom_by};
use super::glance::{Glance, glance};
use super::modal::{is_modal, may_oblige};
use super::shape::Shape;
use super::topic::{is_opening, topic};
use super::unit::Unit;
use super::wish;
use crate::annotate::within;
use crate::lexicon::{Kind, Row, Token};
use crate::span::Span;
use crate::structure::words::{LETTER, is_towards};

/// What can act.
pub(super) const ACTORS: &[Kind] =
    &[Kind::Actor, Kind::GroupHead, Kind::Addressee, Kind::Organization, Kind::OrganizationSuffix, Kind::Pronoun, Kind::Title, Kind::Place];

/// The longest name of who has to act, in bytes: 160 characters.
pub(super) const MAX_LENGTH: u32 = 480;

/// The longest short name of a body, in bytes: four characters, 综合科室.
const MAX_SHORT: u32 = 12;

/// What may follow who acts: what is done, or how.
pub(super) const DOING: &[Kind] = &[Kind::Action, Kind::Manner, Kind::Preposition, Kind::Connective, Kind::SayAdverb, Kind::Attend];

/// The addressees of a unit as written; the first that has to act comes first.
///
/// The subject of a modal (各单位要…) has to act before one that merely does something (办公室负责…). Past a
/// clause that demands without naming anybody (要严格管理，外来人员一律不准进入), whoever is named is no addressee.
pub(super) fn read(sight: &Sight<'_, '_>, unit: &Unit, shape: &Shape) -> Vec<Span> {
    let (mut doing, mut on_duty, mut before, mut named, mut open, mut fresh) = (None, None, None, None::<(Span, bool)>, true, true);
    let mut case = None;
    for (span, terminator) in sight.clauses(Span::new(unit.span.start, shape.look.end)) {
        if span.is_empty() {
            continue;
        }
        let label = [Kind::Obligation, Kind::Prohibition, Kind::LeadLabel, Kind::AssistLabel];
        if matches!(terminator, '：' | ':') && span.start == unit.span.start && ends_as_actor(sight, span) && !sight.words.any(span, &label)
        {
            return vec![span];
        }
        if let Some(doer) = before_marker(sight, span) {
            return vec![doer];
        }
        match if open { demanded(sight, span) } else { demanding(sight, span, false) } {
            // 全体党员，特别是党员干部要…: the name goes across the comma.
            Demand::Of(actor) => {
                // 乡村两级干部，各包村单位要…: so does one that stands beside another.
                let beside = named.map(|n| n.0).filter(|_| actor.start == span.start);
                let whole = before.filter(|_| narrows(sight, actor)).or(beside).map(|b: Span| Span::new(b.start, actor.end));
                return vec![on_duty.or(whole).unwrap_or(actor)];
            }
            // 所有施工企业，一律不得开工: whoever stands before the comma has to act.
            Demand::OfNobody => match (named.take(), case) {
                (Some((topic, fresh)), _) if fresh || open => return vec![on_duty.unwrap_or(topic)],
                (_, Some(actor)) if open && doing.is_none() => return vec![actor],
                _ => open = false,
            },
            Demand::None => {}
        }
        // 上半年企业完成了任务，下半年要…: of whom something is told, nothing is demanded.
        if open {
            // 大家提高了认识，下一步要…: those addressed are meant all along.
            let meant = |a: &Span| !is_told(sight, span) || sight.words.kinds_at(a.start).has(Kind::Addressee);
            doing = doing.or_else(|| acting(sight, span).filter(meant));
            // 水务局负责清淤，办公室要…: the first whose duty is told has to act.
            let is_duty = |d: &Span| sight.words.kinds_at(d.end).has(Kind::Duty);
            on_duty = on_duty.or(doing.filter(is_duty));
        }
        // 巡查人员发现险情，应立即报告: who comes to a case has to act on it.
        case = in_case(sight, span);
        before = ends_as_actor(sight, span).then_some(span);
        let acts = [Kind::Rule, Kind::Manner, Kind::Action];
        let does = sight.words.within(span).first().is_some_and(|w| w.span.start == span.start && w.kinds.any(&acts));
        let held = named.take();
        doing = doing.or(held.filter(|held| held.1 && does).map(|held| held.0));
        let comma = matches!(terminator, '，' | ',');
        named = match held {
            Some((held, fresh)) if comma && ends_as_actor(sight, span) => Some((Span::new(held.start, span.end), fresh)),
            _ => topic(sight, span).filter(|_| comma).map(|topic| (topic, fresh)),
        };
        fresh &= named.is_none() && is_opening(sight, span);
    }
    doing.or_else(|| wish::read(sight, unit)).into_iter().collect()
}

/// Who stands before the marker of a series that goes on past the unit: 各单位|一要….
fn before_marker(sight: &Sight<'_, '_>, clause: Span) -> Option<Span> {
    let marker = within(&sight.reading.markers, clause).next().filter(|m| sight.reading.slice(m.span).ends_with('要'))?;
    let who = Span::new(glance(sight, clause).open.min(marker.span.start), marker.span.start);
    let plain = !sight.words.any(who, &[Kind::Preposition, Kind::Obligation, Kind::Say]);
    (who.start < who.end && plain && ends_as_actor(sight, who)).then_some(who)
}

/// Whether a clause tells what was done.
fn is_told(sight: &Sight<'_, '_>, clause: Span) -> bool {
    sight.words.any(clause, &[Kind::Fact]) || sight.reading.slice(clause).contains('了')
}

/// Whether a name only narrows the one before it: 特别是党员干部.
fn narrows(sight: &Sight<'_, '_>, actor: Span) -> bool {
    let links = |w: Option<Token>| w.is_some_and(|w| w.kinds.has(Kind::Link));
    links(sight.words.at(actor.start)) || links(sight.words.ending_at(actor.start))
}

/// Whom a clause demands something of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Demand {
    /// The subject of its modal.
    Of(Span),
    /// It has a modal without a subject that can act.
    OfNobody,
    /// It has no modal.
    #[default]
    None,
}

/// The subject of a modal of a clause: 各单位 of 各单位务必落实. Who is merely forbidden something (外来人员不得进入)
/// has to act only where nothing was demanded before it: `open`.
fn demanding(sight: &Sight<'_, '_>, clause: Span, open: bool) -> Demand {
    if !may_oblige(sight, clause) {
        return Demand::None;
    }
    let words = sight.words.within(clause);
    let mut demand = Demand::None;
    for (at, word) in words.iter().enumerate().filter(|(_, w)| is_modal(sight, *w) && !sight.marked_off(w.span.start, clause)) {
        if !open && word.kinds.has(Kind::Prohibition) {
            continue;
        }
        // 各单位一律不得, 各单位也应: what stands between is an adverb.
        let mut before = words.take(at).iter().rposition(|w| !is_adverb(w)).map_or(0, |i| i + 1);
        let mut end = words.get(before).map_or(clause.end, |w| w.span.start);
        // 各科室|放假前|要: so does when; not 教育学生放假前要.
        let verb = || words.first().is_some_and(|w| w.kinds.any(&[Kind::Action, Kind::Manner]));
        if let Some(time) = sight.reading.times.ending_at(end).filter(|t| t.span.start > clause.start && !verb()) {
            end = time.span.start;
            before = words.take(before).iter().rposition(|w| w.span.end <= end).map_or(0, |i| i + 1);
        }
        let first = demand == Demand::None;
        if let Some(actor) = subject(sight, clause, words.take(before), end, first) {
            return Demand::Of(actor);
        }
        // 各支部对所发的文件要…: an adverbial stands between.
        let adverbial =
            |a: &Span| sight.words.at(a.end).is_some_and(|w| !w.kinds.has(Kind::Action) || w.kinds.any(&[Kind::Manner, Kind::Preposition]));
        let apart = || acting(sight, clause).filter(|a| first && a.end <= word.span.start && (a.end == word.span.start || adverbial(a)));
        if let Some(actor) = asked(sight, clause, word).or_else(apart) {
            return Demand::Of(actor);
        }
        demand = Demand::OfNobody;
    }
    demand
}

/// Who comes to a case in a clause: 巡查人员|发现险情，.
fn in_case(sight: &Sight<'_, '_>, clause: Span) -> Option<Span> {
    const VERBS: &[Kind] =
        &[Kind::Preposition, Kind::Obligation, Kind::Say, Kind::Link, Kind::Action, Kind::Manner, Kind::Stative, Kind::Encouragement];
    let Glance { open: start, kinds } = glance(sight, clause);
    if !kinds.has(Kind::Condition) {
        return None;
    }
    let words = sight.words.within(Span::new(start, clause.end));
    let comes = words.iter().find(|w| w.span.start > start && w.kinds.has(Kind::Condition))?;
    let who = Span::new(start, comes.span.start);
    let plain = who.len() <= MAX_CASE && !sight.words.any(who, VERBS);
    (plain && ends_as_actor(sight, who) && !is_told(sight, clause)).then_some(who)
}

/// The longest name of who comes to a case, in bytes: ten characters.
const MAX_CASE: u32 = 30;

/// Whether a word can stand between a subject and its modal.
pub(super) fn is_adverb(word: Token) -> bool {
    word.kinds.any(&[Kind::Manner, Kind::SayAdverb, Kind::Connective])
        && !word.kinds.any(ACTORS)
        && !word.kinds.any(&[Kind::Preposition, Kind::ActorTail])
}

/// Who stands before a modal at `end`: a noun phrase that ends in somebody who can act.
fn subject(sight: &Sight<'_, '_>, clause: Span, words: Row<'_>, end: u32, first: bool) -> Option<Span> {
    let noun = quoted(sight, bracketed(sight, clause.start, end));
    let last = words.iter().rev().find(|w| w.span.end <= noun)?;
    let start = glance(sight, clause).open;
    // 党办要…: a short name that stands right before its modal shows itself as one.
    let short = last.kinds.any(ACTORS) && last.span.start > start && end - start <= MAX_SHORT;
    // 各媒体要…: what sends people names them only here; 方面 is a measure.
    let tail = last.kinds.has(Kind::ActorTail) || last.kinds.has(Kind::BodyHead) && !last.kinds.has(Kind::Measure);
    if last.span.end != noun || start >= end || !(short || is_actor(sight, last) || tail) {
        return None;
    }
    // 汛期需要在岗值守的人员: an attribute with 的 right before its noun belongs to the name whole.
    let of = sight.reading.slice(Span::new(start, last.span.start)).ends_with('的');
    // 对不作为的干部要问责: to whom something is done does nothing.
    if !first && !of || of && sight.words.at(clause.start).is_some_and(|w| is_towards(sight.reading, w)) {
        return None;
    }
    let whole = if of { Span::new(clause.start, end) } else { Span::new(start, end) };
    let inner = words.iter().filter(|w| w.span.start >= start && w.span.end <= end);
    let breaks = |w: &Token| {
        w.kinds.any(&[Kind::Preposition, Kind::Obligation, Kind::Say]) && !w.kinds.any(ACTORS) && !w.kinds.has(Kind::Link)
            || w.kinds.has(Kind::Fact)
    };
    let from = match (of, inner.clone().rfind(breaks)) {
        // 这就要求我们必须…: whom something asks.
        (false, Some(w)) if w.kinds.has(Kind::SayAsk) => w.span.end,
        // 对老办法|我们要取其长: those addressed show themselves past any adverbial.
        (false, Some(w)) => {
            let own = last.kinds.has(Kind::Addressee) && w.span.end < last.span.start;
            after_adverbial(sight, w.span.end, end).or(own.then_some(last.span.start))?
        }
        _ => whole.start,
    };
    // 切实落实各部门要: an adverb opens no name.
    let named = sight.reading.organizations.at(from).is_some();
    let verbal = !named && sight.words.at(from).is_some_and(|w| w.kinds.has(Kind::Manner) && !w.kinds.any(ACTORS) && !of);
    (!verbal && end - from <= MAX_LENGTH).then(|| Span::new(from, end))
}

/// Past an adverbial that a preposition before `from` opens: 在活动中|领导小组要.
fn after_adverbial(sight: &Sight<'_, '_>, from: u32, end: u32) -> Option<u32> {
    let closer = sight.reading.tokens.of(Span::new(from, end), Kind::NoPlace).next_back()?.span;
    // 后勤部门, 下属单位: the character begins a word.
    (closer.end < end && sight.words.at(closer.start).is_none_or(|w| w.span.end <= closer.end)).then_some(closer.end)
}

/// `end` before the brackets that belong to the name: 各市（州）要….
fn bracketed(sight: &Sight<'_, '_>, start: u32, end: u32) -> u32 {
    let pair = end.checked_sub(1).and_then(|at| sight.reading.segments.pairs.around(at));
    pair.filter(|p| p.is_bracket() && p.span.end == end && p.span.start > start).map_or(end, |p| p.span.start)
}

/// `end` before the closing mark of a name in quotation marks: “一把手”要….
fn quoted(sight: &Sight<'_, '_>, end: u32) -> u32 {
    let pair = end.checked_sub(1).and_then(|at| sight.reading.segments.pairs.around(at));
    pair.filter(|p| p.is_quote() && p.span.end == end && p.inner.len() <= MAX_SHORT).map_or(end, |p| p.inner.end)
}

/// Whether a word is somebody who can act, or ends a name of such.
pub(super) fn is_actor(sight: &Sight<'_, '_>, word: Token) -> bool {
    let bare = word.span.len() <= 3 && word.kinds.has(Kind::OrganizationSuffix) && !word.kinds.has(Kind::Actor);
    // 党办, 各校: a last word of bodies needs a name before it.
    word.kinds.any(ACTORS) && (!bare || names(sight, word) || sight.reading.before(word.span.start).ends_with('各'))
}

/// Whether the verb that opens a clause is part of a body's name: 调度中心要….
fn opens_name(words: Row<'_>) -> bool {
    let (Some(verb), Some(body), Some(modal)) = (words.first(), words.get(1), words.get(2)) else { return false };
    verb.span.end == body.span.start
        && body.kinds.any(&[Kind::OrganizationSuffix, Kind::Actor, Kind::GroupHead])
        && body.span.end == modal.span.start
        && modal.kinds.any(&[Kind::Obligation, Kind::Prohibition])
}

/// Whom a clause demands something of.
fn demanded(sight: &Sight<'_, '_>, clause: Span) -> Demand {
    sight.known.demand.of(clause, || demanding(sight, clause, true))
}

/// The subject of the modal of a clause.
pub(super) fn demanded_of(sight: &Sight<'_, '_>, clause: Span) -> Option<Span> {
    match demanded(sight, clause) {
        Demand::Of(actor) => Some(actor),
        _ => None,
    }
}

/// The subject of a clause: of its modal, or of what is done in it.
pub(super) fn subject_of(sight: &Sight<'_, '_>, clause: Span) -> Option<Span> {
    match demanded(sight, clause) {
        Demand::Of(actor) => Some(actor),
        Demand::OfNobody => None,
        Demand::None => acting(sight, clause),
    }
}

/// Whoever opens a clause and does something in it: 各单位要…, 纪检监察机关履行….
pub(super) fn acting(sight: &Sight<'_, '_>, clause: Span) -> Option<Span> {
    sight.known.acting.of(clause, || find_acting(sight, clause))
}

fn find_acting(sight: &Sight<'_, '_>, clause: Span) -> Option<Span> {
    let Glance { open: start, kinds } = glance(sight, clause);
    let words = sight.words.within(Span::new(start, clause.end));
    let first = words.first()?;
    let modals = [Kind::Obligation, Kind::Prohibition, Kind::Permission];
    let obliged = kinds.any(&modals) && words.iter().any(|w| w.kinds.any(&modals));
    // 组织做好检查, 组织骨干企业做好供应: a noun that is a verb too acts only where a modal follows it.
    let verb = first.kinds.has(Kind::Action) && !obliged;
    if first.span.start == start
        && first.kinds.any(&[Kind::Action, Kind::Manner, Kind::Obligation, Kind::Prohibition, Kind::Preposition])
        && (verb || !first.kinds.any(ACTORS))
        && !opens_name(words)
    {
        // 检查由|各县|组织: a verb right before 由 is what is done.
        let named = words.get(1).is_some_and(|w| w.span.start == first.span.end && sight.reading.slice(w.span) == "由");
        return by(sight, clause, first).or_else(|| if named { whom_by(sight, words, &modals) } else { None });
    }
    if let Some(actor) = whom_by(sight, words, &modals) {
        return Some(actor);
    }
    // Without a modal only a name that shows itself as one (各单位, 青山管理局) can be told from a verb phrase.
    let opens = first.kinds.any(ACTORS) || first.kinds.has(Kind::ActorLead);
    let named = first.span.start == start && opens || sight.reading.organizations.at(start).is_some();
    // A name that shows itself as none needs a modal.
    if !named && !obliged {
        return None;
    }
    // 县发展改革局负责…: the verbs in a body's name are none.
    let level = sight.reading.tokens.kinds_at(start).any(&[Kind::PlaceSuffix, Kind::Place]);
    let named_body = sight.reading.organizations.at(start).map(|o| o.span).filter(|o| level && sight.words.any(*o, &[Kind::Action]));
    let body = named_body.map_or(start, |o| o.end).min(clause.end);
    // 院长|每周一早上九点|通报进展: how often stands between.
    let past_time = |at: u32| sight.reading.times.at(at).filter(|t| t.value.text.starts_with('每')).map_or(at, |t| t.span.end);
    let mut reach = body;
    let mut place = false;
    let mut stated = false;
    for word in words.iter().filter(|w| w.span.start >= body && !sight.marked_off(w.span.start, clause)) {
        if word.span.start - start > MAX_LENGTH {
            return None;
        }
        let modal = word.kinds.any(&modals) && !word.kinds.any(&[Kind::Action, Kind::Manner]);
        // 司法局|组织|修订: a body before 组织 makes it the verb.
        let gathers = word.kinds.has(Kind::Gather)
            && sight.words.kinds_at(word.span.end).has(Kind::Action)
            && sight.reading.organizations.ending_at(word.span.start).is_some();
        let doing =
            gathers || !word.kinds.any(ACTORS) && (modal || word.kinds.any(DOING) && !opens_title(word)) && !is_compound(sight, word);
        // 青山建设要…: a place before a verb is where, or belongs to a noun; before 以 it is who acts.
        if past_time(reach) == word.span.start
            && reach > start
            && doing
            && (modal || named && (!place || word.kinds.has(Kind::Means)))
            && !stated
        {
            // 学校制定的方案: the verb belongs to an attribute.
            if !word.kinds.has(Kind::Link) && !joins(sight, word) && !sight.reading.after(word.span.end).starts_with('的') {
                return Some(Span::new(start, reach));
            }
        }
        if modal {
            return None;
        }
        // 各分公司主要负责人是第一责任人，要…: who is responsible has to act.
        if reach == word.span.start && reach > start && named && is_responsible(sight, reach, clause.end) {
            return Some(Span::new(start, reach));
        }
        stated |= word.kinds.any(&[Kind::Stative, Kind::Fact]);
        if is_actor(sight, word) {
            place = word.kinds.has(Kind::Place) && !word.kinds.any(&[Kind::Actor, Kind::GroupHead, Kind::Addressee, Kind::Organization]);
            // 各市（州）要…: the brackets belong to the name.
            reach = sight.reading.segments.pairs.opening_at(word.span.end).filter(|p| p.is_bracket()).map_or(word.span.end, |p| p.span.end);
        }
    }
    None
}

/// Whether a word that joins sentences begins a name here: 集团|各位|分管领导.
fn opens_title(word: Token) -> bool {
    word.kinds.has(Kind::Connective) && word.kinds.has(Kind::ActorLead)
}

/// Whether a verb begins a longer name with whoever follows: 学生|工作|队伍, 各县（区）|建设|局.
pub(super) fn is_compound(sight: &Sight<'_, '_>, word: Token) -> bool {
    let next = sight.words.at(word.span.end);
    let suffix = |t: Token| t.kinds.has(Kind::OrganizationSuffix) && t.span.len() <= LETTER && word.kinds.has(Kind::Nominal);
    next.is_some_and(|t| suffix(t) || sight.reading.slice(word.span) == "工作" && t.kinds.any(ACTORS))
}

/// Whether a word joins one who can act to another: 研究生会和|各位代表.
pub(super) fn joins(sight: &Sight<'_, '_>, word: Token) -> bool {
    let next = sight.words.at(word.span.end).is_some_and(|w| w.kinds.any(ACTORS) || w.kinds.any(&[Kind::ActorLead, Kind::Determiner]));
    next && matches!(sight.reading.slice(word.span), "和" | "与" | "及" | "以及")
}

/// Whether a predicate makes its subject answer for something: 是本辖区防汛第一责任人.
fn is_responsible(sight: &Sight<'_, '_>, start: u32, end: u32) -> bool {
    let answers = |t: Token| t.kinds.has(Kind::Lead) || t.kinds.has(Kind::LeadLabel) && t.kinds.has(Kind::Actor);
    sight.reading.between(start, end).starts_with('是') && sight.words.within(Span::new(start, end)).iter().any(answers)
}

/// Whether a body's name ends with a word: the 办 of 党办.
fn names(sight: &Sight<'_, '_>, word: Token) -> bool {
    sight.reading.organizations.ending_at(word.span.end).is_some()
}

/// Whether a label names who has to act: 校医院：.
pub(super) fn ends_as_actor(sight: &Sight<'_, '_>, span: Span) -> bool {
    sight.words.within(span).last().is_some_and(|t| t.span.end == span.end && t.kinds.any(ACTORS))
}
