//! What a unit is made of: its modal, the head of its predicate, its signs of fact.

use super::Sight;
use super::modal::{is_modal, tells_case};
use super::unit::Unit;
use crate::document::Modality;
use crate::lexicon::{Entry, Kind, Row, Token};
use crate::segment::boundary;
use crate::span::Span;

/// How much of a unit is looked at, in bytes: 1,000 characters.
const MAX_LOOK: u32 = 3_000;

/// How many opening adverbials (在…中，按照…，) are passed over to find the head.
const MAX_OPENINGS: usize = 6;

/// What a unit's predicate begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A verb, with or without adverbs: 切实加强.
    Verb,
    /// A preposition that belongs to a verb after it: 把…落到实处.
    Object,
    /// A verb after the label of who has to act: 校医院：负责….
    Duty,
    /// Somebody who can act, before a verb.
    Actor,
    /// Something else.
    Other,
}

/// What a unit is made of.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    /// The stretch that was looked at.
    pub(super) look: Span,
    /// The modal that gives the unit its force.
    pub(super) modal: Option<Token>,
    pub(super) head: Head,
    /// Whether it states what something is: …是…的重要举措.
    pub(super) stative: bool,
    /// Whether it tells what was done or found.
    pub(super) fact: bool,
    /// Whether it tells what one will do oneself: 将扩大….
    pub(super) plan: bool,
    /// Whether its only modal denies that something happens: 已经形成制度，不能变也不会变.
    pub(super) denies: bool,
    permission: bool,
    encouragement: bool,
    prohibition: bool,
    obligation: bool,
    /// Whether something is to be done before what is forbidden.
    acts_first: bool,
}

impl Shape {
    /// The shape of a unit.
    pub(super) fn of(sight: &Sight<'_, '_>, unit: &Unit) -> Self {
        let look = look(sight, unit.span);
        let outside = outside_marks(sight, look);
        let words = sight.words.within(look);
        let words = outside.as_deref().map_or(words, |list| words.of(list));
        let kinds = words.kinds();
        let modal = |kind| words.iter().find(|t| t.kinds.has(kind) && is_modal(sight, *t));
        let first = |kind| if kinds.has(kind) { modal(kind) } else { None };
        let (obligation, prohibition) = (first(Kind::Obligation), first(Kind::Prohibition));
        // 可|利用|的资金: so does the verb that is permitted.
        let of = |at: u32| sight.reading.after(at).starts_with('的');
        let permits =
            |t: &Token| t.kinds.has(Kind::Permission) && !of(t.span.end) && !sight.words.at(t.span.end).is_some_and(|v| of(v.span.end));
        // 允许营业的超市，: the verb belongs to an attribute.
        let permitted = |t: &Token| permits(t) && !(t.span.start == look.start && opens_attribute(sight, look));
        let permission = if kinds.has(Kind::Permission) { words.iter().find(permitted) } else { None };
        let (head, opening) = head(sight, look);
        let encouragement = opening.filter(|t| t.kinds.has(Kind::Encouragement));
        let modal = obligation.or(prohibition).or(encouragement).or(permission);
        let fact = kinds.has(Kind::Fact) || is_fact(sight, look);
        // 不能当场办结的，5日内答复: what tells the case forbids nothing, and what follows it is to be done.
        let case = prohibition.is_some_and(|p| tells_case(sight, p));
        let weak =
            prohibition.is_some_and(|p| sight.reading.slice(p.span).starts_with("不能") || sight.reading.slice(p.span).starts_with("不可"));
        Self {
            look,
            modal,
            head,
            stative: kinds.has(Kind::Stative) && is_stative(sight, look, words),
            denies: fact && obligation.is_none() && weak,
            fact,
            plan: kinds.any(WILL) && is_plan(sight, words),
            permission: permission.is_some(),
            encouragement: encouragement.is_some(),
            acts_first: prohibition.is_some_and(|p| obligation.is_none() && has_acted(sight, look, p)),
            prohibition: prohibition.filter(|_| !case).is_some_and(|p| {
                obligation.is_none_or(|o| p.span.start < o.span.start && sight.reading.slice(p.span) != "不能") && head != Head::Verb
                    || obligation.is_none() && opens_clause(sight, p)
            }),
            obligation: obligation.is_some() || case,
        }
    }

    /// Whether the unit has a modal that obliges or forbids.
    pub(super) fn obliges(&self) -> bool {
        self.obligation || self.prohibition
    }

    /// Whether the unit allows something and says nothing stronger.
    pub(super) fn allows(&self) -> bool {
        self.permission && !self.obligation && !self.prohibition
    }

    /// The unit's main force.
    pub(super) fn modality(&self) -> Modality {
        if self.prohibition && !self.acts_first {
            Modality::Prohibition
        } else if self.obligation || self.acts_first {
            Modality::Obligation
        } else if self.encouragement {
            Modality::Encouragement
        } else if self.permission && self.head != Head::Verb {
            Modality::Permission
        } else {
            Modality::Obligation
        }
    }
}

/// The words of a stretch that lie wholly in it, without those within marks; none where there is nothing to leave out.
fn outside_marks(sight: &Sight<'_, '_>, look: Span) -> Option<Vec<Entry>> {
    let words = sight.words.within(look);
    let mut pairs = sight.reading.segments.pairs.within(look).iter().filter(|p| !sight.is_said(p, look)).peekable();
    let whole = words.last().is_none_or(|t| t.span.end <= look.end);
    if whole && pairs.peek().is_none() {
        return None;
    }
    let mut closed = look.start;
    Some(words.kept(|span| {
        while let Some(pair) = pairs.next_if(|p| p.span.start <= span.start) {
            closed = closed.max(pair.span.end);
        }
        span.start >= closed && span.end <= look.end
    }))
}

/// Whether what opens a unit is the attribute of a name that its first clause ends with.
fn opens_attribute(sight: &Sight<'_, '_>, look: Span) -> bool {
    let Some((clause, '，' | ',')) = sight.clauses(look).next() else { return false };
    sight.reading.slice(clause).contains('的') && super::addressee::ends_as_actor(sight, clause)
}

/// The stretch of a unit that is looked at.
pub(super) fn look(sight: &Sight<'_, '_>, span: Span) -> Span {
    let end = boundary(sight.reading.text, span.end.min(span.start.saturating_add(MAX_LOOK)));
    Span::new(span.start, end.max(span.start))
}

/// Whether something is to be done in a clause before the one that forbids: 实行轮班，每班不得超过四小时.
fn has_acted(sight: &Sight<'_, '_>, look: Span, forbids: Token) -> bool {
    let acts = |clause: Span| {
        let from = skip(sight, clause);
        let span = Span::new(from.min(clause.end), clause.end);
        let opens = sight.words.at(from).is_some_and(|w| w.kinds.any(&[Kind::Action, Kind::Manner]) && !w.kinds.has(Kind::Preposition));
        let doing = sight.words.within(span).iter().any(|w| w.kinds.has(Kind::Action) && !w.kinds.has(Kind::Manner));
        let does = || opens && verb(sight, span) == Head::Verb || super::addressee::acting(sight, span).is_some();
        doing && does() && !sight.reading.slice(clause).ends_with('的')
    };
    sight.clauses(look).take_while(|(c, _)| c.end < forbids.span.start).any(|(c, _)| acts(c) && super::topic::topic(sight, c).is_none())
}

/// Whether a word opens a clause.
fn opens_clause(sight: &Sight<'_, '_>, word: Token) -> bool {
    word.span.start.saturating_sub(sight.reading.segments.clause(word.span.start).content.start) <= 9
}

/// Where the predicate of a unit begins, and with what.
fn head(sight: &Sight<'_, '_>, look: Span) -> (Head, Option<Token>) {
    let segments = &sight.reading.segments;
    let mut openings = 0;
    let (mut labelled, mut phrased) = (false, false);
    for clause in segments.clauses_in(Span::new(segments.clause(look.start).span.start, look.end)) {
        let start = clause.content.start.max(look.start);
        let span = Span::new(start, clause.content.end.min(look.end).max(start));
        if span.is_empty() {
            continue;
        }
        let at = skip(sight, span);
        if at >= span.end {
            continue;
        }
        // 校医院：负责…: the label is who has to act.
        if matches!(clause.terminator, '：' | ':')
            && start == look.start
            && clause.span.end < look.end
            && super::addressee::ends_as_actor(sight, span)
        {
            labelled = true;
            continue;
        }
        let last = clause.span.end >= look.end;
        // 凡外地返回人员，一律…: whoever has to act stands before the comma.
        if !last && openings == 0 && matches!(clause.terminator, '，' | ',') && super::topic::topic(sight, span).is_some() {
            let told =
                sight.words.any(Span::new(clause.span.end, look.end), &[Kind::Action, Kind::Manner, Kind::Permission, Kind::Stative]);
            return (if told { Head::Actor } else { Head::Other }, None);
        }
        let Some(word) = sight.words.at(at) else {
            if !last && openings < MAX_OPENINGS && sight.reading.slice(span).chars().count() == PHRASE {
                openings += 1;
                phrased = true;
                continue;
            }
            return (actor_or(sight, Span::new(at, span.end)), None);
        };
        if word.kinds.has(Kind::Preposition) && !last && openings < MAX_OPENINGS && is_opening(sight, word, span) {
            openings += 1;
            continue;
        }
        // 务实求效，推进改革: a phrase of four characters says how.
        if !last && openings < MAX_OPENINGS && is_phrase(sight, word, span) {
            openings += 1;
            phrased = true;
            continue;
        }
        let head = match () {
            () if word.kinds.any(&[Kind::Action, Kind::Manner, Kind::Encouragement]) && !word.kinds.has(Kind::Preposition) => {
                verb(sight, Span::new(at, span.end))
            }
            () if word.kinds.has(Kind::Preposition) => match sight.words.any(Span::new(word.span.start, look.end), &[Kind::Action]) {
                true => Head::Object,
                false => Head::Other,
            },
            () => actor_or(sight, Span::new(at, span.end)),
        };
        let head = match head {
            Head::Verb if labelled => Head::Duty,
            Head::Verb if phrased => Head::Object,
            Head::Actor if phrased => Head::Other,
            other => other,
        };
        return (head, Some(word));
    }
    (Head::Other, None)
}

/// Whether a clause is a phrase of four characters that neither does anything nor names anybody: 务实求效.
fn is_phrase(sight: &Sight<'_, '_>, word: Token, span: Span) -> bool {
    const DOING: &[Kind] = &[Kind::Action, Kind::Manner, Kind::Preposition, Kind::Encouragement, Kind::Pronoun, Kind::Stative, Kind::Fact];
    sight.reading.slice(span).chars().count() == PHRASE && !word.kinds.any(DOING) && !super::addressee::ends_as_actor(sight, span)
}

/// The length of a set phrase in characters.
const PHRASE: usize = 4;

/// Past the connectives, times and space that open a clause.
fn skip(sight: &Sight<'_, '_>, span: Span) -> u32 {
    let mut at = span.start;
    while at < span.end {
        if let Some(time) = sight.reading.times.at(at) {
            at = time.span.end;
        } else if let Some(word) = sight.words.at(at).filter(|t| t.kinds.has(Kind::Connective)) {
            at = word.span.end;
        } else if sight.reading.text[at as usize..].starts_with([' ', '\u{3000}']) {
            at += if sight.reading.text[at as usize..].starts_with(' ') { 1 } else { 3 };
        } else {
            break;
        }
    }
    at
}

/// Whether a clause that starts with a preposition is an adverbial of its own: 按照统一部署，.
fn is_opening(sight: &Sight<'_, '_>, word: Token, span: Span) -> bool {
    !matches!(sight.reading.slice(word.span), "把" | "将" | "让" | "使") && span.end > word.span.end
}

/// A verb at `span`'s start, unless what stands there is the topic of a statement: 教育是国之大计.
fn verb(sight: &Sight<'_, '_>, span: Span) -> Head {
    let words = sight.words.within(span);
    let states = |t: Token| t.kinds.has(Kind::Stative) && sight.reading.slice(t.span).ends_with('是') && t.span.start > span.start;
    if words.iter().any(|t| states(t) && !inside_attribute(sight, t) && !sight.marked_off(t.span.start, span)) {
        return Head::Other;
    }
    let manner = words.iter().take_while(|t| t.kinds.has(Kind::Manner) && !t.kinds.has(Kind::Action)).count();
    match words.get(manner) {
        Some(t) if t.kinds.any(&[Kind::Action, Kind::Preposition, Kind::Encouragement]) => Head::Verb,
        _ if manner > 0 => Head::Verb,
        _ => Head::Other,
    }
}

/// Whether somebody who can act opens `span` and does something in it.
fn actor_or(sight: &Sight<'_, '_>, span: Span) -> Head {
    match super::addressee::acting(sight, span) {
        Some(_) => Head::Actor,
        None => Head::Other,
    }
}

/// Whether a unit states what something is.
fn is_stative(sight: &Sight<'_, '_>, look: Span, words: Row<'_>) -> bool {
    // 这是我们要抓好的大事: what is pointed at opens the unit.
    let points = |t: &Token| sight.reading.slice(t.span).starts_with('这');
    // 对密切相关的事项推行承诺制: what is told within an attribute.
    let noun = |t: &Token| sight.reading.between(t.span.end, look.end).strip_prefix('的').is_some_and(|rest| !rest.is_empty());
    let within = |t: &Token| t.span.len() > SHORT && noun(t);
    words
        .iter()
        .any(|t| t.kinds.has(Kind::Stative) && (t.span.start != look.start || points(&t)) && !inside_attribute(sight, t) && !within(&t))
}

/// The length of a word of two characters in bytes.
const SHORT: u32 = 6;

/// Whether a word belongs to an attribute: the 是 of 凡是…的. What follows in its clause ends in 的 and a noun.
fn inside_attribute(sight: &Sight<'_, '_>, word: Token) -> bool {
    sight.reading.text[..word.span.start as usize].ends_with(['特', '凡', '还', '不', '但', '而', '别', '其', '总', '若', '于', '要'])
        && sight.reading.slice(word.span) == "是"
}

/// Whether a unit tells what was done or found, though no word of it says so.
fn is_fact(sight: &Sight<'_, '_>, look: Span) -> bool {
    if is_dated(sight, look) {
        return true;
    }
    let text = sight.reading.slice(look);
    text.match_indices('了').any(|(i, _)| {
        let (before, after) = (&text[..i], &text[i + 3..]);
        !before.ends_with(['为', '除', '罢', '不', '得', '明'])
            && !after.starts_with(['解', '望', '然', '却', '断', '结', '如', '得'])
            && !sight.marked_off(look.start + i as u32, look)
    })
}

/// Whether a unit tells on which day something was done: 学校于1月22日发布….
fn is_dated(sight: &Sight<'_, '_>, look: Span) -> bool {
    let times = crate::annotate::within(&sight.reading.times, look).take(MAX_OPENINGS);
    times.filter(|t| t.value.relation.is_none() && t.value.value.is_some()).any(|t| {
        let before = sight.reading.between(look.start, t.span.start).trim_end();
        before.ends_with('于')
            && !before.ends_with("将于")
            && sight.words.kinds_at(t.span.end).any(&[Kind::Action, Kind::Convene, Kind::Say])
    })
}

/// The kinds of 将 and its kin.
const WILL: &[Kind] = &[Kind::Unreal, Kind::Fact];

/// Whether a unit tells what one will do: 将 before a verb, not 将 before what is done to.
fn is_plan(sight: &Sight<'_, '_>, words: Row<'_>) -> bool {
    let will = |w: &Token| w.kinds.any(WILL) && matches!(sight.reading.slice(w.span), "将" | "将于" | "将会" | "即将" | "愿");
    let plans = |(at, will): (usize, Token)| {
        // 我愿提出三点倡议: what one does right here.
        words.get(at + 1).is_some_and(|next| {
            !next.kinds.has(Kind::PutForward)
                && (next.span.start == will.span.end && next.kinds.any(&[Kind::Action, Kind::Manner, Kind::Preposition])
                    || sight.reading.after(will.span.end).starts_with(['会', '有', '是', '于']))
        })
    };
    words.iter().enumerate().filter(|(_, w)| will(w)).any(plans)
        && !words.iter().any(|t| matches!(sight.reading.slice(t.span), "作为" | "纳入" | "列入" | "贯穿"))
}
