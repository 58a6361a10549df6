//! Whether a unit is a directive: evidence for and against, weighed.

use super::Sight;
use super::shape::{Head, Shape};
use super::unit::Unit;
use crate::document::{Kind as TextKind, Speaker};
use crate::lexicon::Kind;
use crate::span::Span;
use crate::structure::words;

/// The longest object of 提出 that only announces: 了以下几点明确要求.
const MAX_ANNOUNCED: usize = 10;

/// The shortest heading without a number that tells what to do, in characters; a shorter one is a page's menu.
const MIN_HEADING: usize = 8;

/// What a unit must weigh to be a directive.
const ENOUGH: i32 = 3;

/// The unit before.
#[derive(Debug, Default)]
pub(super) struct Before {
    frame: Option<usize>,
    line: usize,
    any: bool,
    directive: bool,
    /// Whether it told what one will do oneself.
    planned: bool,
    /// Whether it told what comes next: 下一步，我们将….
    next: bool,
    /// Whether it told what was done: 学校构建了教育体系.
    told: bool,
    /// The last list that was announced by a directive: 要做好三项工作：一是….
    demanded: Option<u32>,
    /// The last list that stands after a sentence that tells what one will do oneself, or has done: 下一步，我们将…：一是….
    plans: Option<u32>,
    /// The last list that stands after a sentence that puts forward demands: 作出了具体安排。一是….
    put_forward: Option<u32>,
}

impl Before {
    /// Goes on past a unit.
    pub(super) fn went_by(&mut self, sight: &Sight<'_, '_>, unit: &Unit, directive: bool, planned: bool, told: bool) {
        let next = sight.words.kinds_at(unit.span.start).has(Kind::Connective);
        *self = Self { frame: unit.frame, line: unit.line, any: true, directive, planned, next, told, ..*self };
    }

    /// Comes to a unit: where it begins a list, its announcement counts.
    pub(super) fn come(&mut self, sight: &Sight<'_, '_>, unit: &Unit) {
        if let Some(item) = unit.item.filter(|i| i.item == 0 && unit.leads_item) {
            if self.planned && self.next && self.neighbour(unit) == Some(false) {
                self.plans = Some(item.enumeration);
            }
            // 学校构建了教育体系。一是抓实责任。: the list tells how.
            if self.told && self.neighbour(unit) == Some(false) && unit.frame.is_some_and(|f| demand(sight, f) < 1) {
                self.plans = Some(item.enumeration);
            }
            if puts_forward(sight, unit) {
                self.put_forward = Some(item.enumeration);
            }
            if unit.announced || self.neighbour(unit) == Some(true) {
                self.demanded = Some(item.enumeration);
            }
        }
    }

    /// Whether the unit before stands in the same run of text, and was a directive.
    fn neighbour(&self, unit: &Unit) -> Option<bool> {
        (self.any && self.frame == unit.frame && (unit.frame.is_some() || self.line == unit.line)).then_some(self.directive)
    }
}

/// Whether the words right before a list put forward demands: 对下一步工作作出了具体安排。一是….
fn puts_forward(sight: &Sight<'_, '_>, unit: &Unit) -> bool {
    let text = sight.reading.before(unit.begins).trim_end_matches(['。', '：', ':', '，', ' ', '\n', '\r', '\u{3000}']);
    sight.words.kinds_ending(text.len() as u32).has(Kind::Demand)
}

/// Whether anybody tells anybody anything where the unit stands.
pub(super) fn issued(sight: &Sight<'_, '_>, unit: &Unit, before: &Before) -> bool {
    unit.frame.is_some()
        || unit.titled.is_some()
        || unit.quoted.is_some()
        || unit.item.is_some_and(|i| before.put_forward == Some(i.enumeration))
        || !unit.in_title
            && !is_cited(sight, unit)
            && (matches!(sight.kind, TextKind::Speech | TextKind::Notice | TextKind::Minutes) || sight.exhorts)
}

/// Whether a unit is a quotation from end to end, which nobody says here: “他山之石，可以攻玉。”
fn is_cited(sight: &Sight<'_, '_>, unit: &Unit) -> bool {
    let pair = sight.reading.segments.pairs.opening_at(unit.span.start);
    pair.is_some_and(|p| p.is_quote() && p.span.end >= unit.span.end)
}

/// Whether the unit tells someone to do, keep doing or not do something.
pub(super) fn is_directive(sight: &Sight<'_, '_>, unit: &Unit, shape: &Shape, before: &Before) -> bool {
    if formula(sight, unit) || names(sight, unit) {
        return false;
    }
    // （办公室　林晓峰）: what stands in brackets from end to end is a remark.
    let remark = sight.reading.segments.pairs.opening_at(unit.span.start).is_some_and(|p| p.is_bracket() && p.span.end >= unit.span.end);
    if remark && !shape.obliges() {
        return false;
    }
    let bare = unit.bare_line && unit.frame.is_none();
    // 我要留言: a page's menu.
    if bare && unit.item.is_none() && length(sight, unit) < MIN_HEADING {
        return false;
    }
    if shape.obliges() && !shape.denies {
        return !pledges(sight, unit) && !of_oneself(sight, shape);
    }
    // 气象台发布了预警。现就有关事项通知如下：: what leads up to a notice's point is told.
    let leads_up = unit.span.end <= sight.preamble && unit.frame.is_none() && !shape.allows();
    // 小组由三人组成: what something is made of.
    let text = sight.reading.slice(unit.span);
    // 具体安排见附件: where it is laid down; 报名电话为12345: what a field says.
    let field =
        |at: usize| !text[..at].contains(['，', '。']) && sight.words.kinds_ending(unit.span.start + at as u32).has(Kind::MinutesField);
    if leads_up
        || text.find('为').is_some_and(field)
        || words::ends(text, &["见附件", "附后"])
        || text.ends_with("组成") && text.contains('由')
    {
        return false;
    }
    // 二期工程已完成, among the items of a list of proposals: a fact.
    if shape.fact && unit.leads_item && matches!(shape.head, Head::Actor | Head::Other) && !shape.allows() {
        return false;
    }
    if told(sight, unit) || goes_on(sight, unit, before) {
        return true;
    }
    if bare && !heading(sight, unit, shape) {
        return false;
    }
    weigh(sight, unit, shape, before) >= ENOUGH
}

fn weigh(sight: &Sight<'_, '_>, unit: &Unit, shape: &Shape, before: &Before) -> i32 {
    let mut weight = match shape.head {
        Head::Verb => 3,
        Head::Duty => 4,
        Head::Object => 2,
        Head::Actor => 1,
        Head::Other => -1,
    };
    if shape.stative {
        weight -= 4;
    }
    if shape.fact {
        weight -= 4;
    }
    if shape.plan || decided(sight, unit) {
        weight -= 4;
    }
    // 学校将统筹协调。做实各项措施…: what one plans goes on.
    if before.planned && before.neighbour(unit) == Some(false) && shape.head == Head::Verb && unit.item.is_none() {
        weight -= 2;
    }
    if unit.item.is_some_and(|i| before.plans == Some(i.enumeration)) {
        weight -= 4;
    }
    weight += match before.neighbour(unit) {
        Some(true) => 1,
        Some(false) => -1,
        None => 0,
    };
    let demand = match unit.frame {
        Some(frame) => demand(sight, frame),
        None => i32::from(sight.kind == TextKind::Notice) + i32::from(sight.kind == TextKind::Notice && shape.head == Head::Actor),
    };
    // 中方还将举办展览, among proposals: what is told after an item's first sentence gains little by who puts it forward.
    let told = (shape.stative || shape.fact || shape.plan) && !sight.words.any(shape.look, &[Kind::Lead]);
    weight += if told && !unit.leads_item && demand > 2 { 1 } else { demand };
    if unit.item.is_some() && unit.frame.is_some() {
        weight += 1;
    }
    if unit.frame.is_none() && unit.item.is_some_and(|i| before.put_forward == Some(i.enumeration)) {
        weight += 3;
    }
    // 各类集体活动一律取消, 水务局牵头，各站所配合: a notice makes rules of what it tells, and so does who speaks.
    if (sight.kind == TextKind::Notice || unit.frame.is_some()) && (sight.words.any(shape.look, &[Kind::Rule]) || leads(sight, unit)) {
        weight += 4;
    }
    if unit.leads_item && (demand > 0 || unit.frame.is_some()) {
        weight += if demand > 2 {
            4
        } else if demand > 0 {
            2
        } else {
            1
        };
    }
    if sight.kind == TextKind::Minutes && !shape.fact && assigns(sight, unit) {
        weight += 5;
    }
    // 要求、希望 and their kin take what is to be done as their clause.
    if asked(sight, unit) {
        weight += 3;
    }
    if unit.hoped && sight.words.any(shape.look, &[Kind::Action]) {
        weight += 4;
    }
    if shape.head == Head::Actor && demand > 0 {
        weight += 1;
    }
    if shape.allows() && unit.frame.is_none() {
        weight += 3;
    }
    weight
}

/// Whether the first clause says no more than who leads: 水务局|牵头，各站所配合.
fn leads(sight: &Sight<'_, '_>, unit: &Unit) -> bool {
    sight.clauses(unit.span).next().is_some_and(|(clause, _)| {
        let lead = sight.words.ending_at(clause.end).filter(|w| w.kinds.has(Kind::Lead) && w.span.start > clause.start);
        lead.is_some_and(|w| super::addressee::ends_as_actor(sight, Span::new(clause.start, w.span.start)))
    })
}

/// Whether what a meeting agreed to is given to somebody past the comma (会议同意该方案，由水务局组织实施), or what is to be
/// done with it is told there: 会议同意该方案，修改后印发.
fn assigns(sight: &Sight<'_, '_>, unit: &Unit) -> bool {
    let open = |clause: Span| super::glance::glance(sight, clause).open;
    let given = |clause: Span| {
        // 原则通过|并由办公室修改: what is agreed to stands in the same clause.
        let and = sight.reading.slice(clause).find('并').map_or(0, |at| at + '并'.len_utf8());
        let clause = Span::new(open(Span::new(clause.start + and as u32, clause.end)), clause.end);
        sight.reading.slice(clause).starts_with(['由', '请']) && super::addressee::acting(sight, clause).is_some()
    };
    let agreed = sight.clauses(unit.span).next().is_some_and(|(c, _)| sight.words.any(c, &[Kind::SayDecide]));
    // 由林晓峰任组长: who is named so takes a post.
    let done = |clause: Span| {
        let open = open(clause);
        agreed && sight.words.kinds_at(open).has(Kind::Action) && !sight.reading.after(open).starts_with('由')
    };
    sight.clauses(unit.span).enumerate().any(|(at, (clause, _))| given(clause) || at > 0 && done(clause))
}

/// Whether the marker that came off a unit is a modal itself: 三要积极扩大进口.
fn told(sight: &Sight<'_, '_>, unit: &Unit) -> bool {
    unit.leads_item && unit.frame.is_some() && sight.reading.between(unit.begins, unit.span.start).trim_end().ends_with('要')
}

/// Whether a unit goes on, past a semicolon, the pairs of a directive before it: 必须既重视发展，又重视安全；既….
fn goes_on(sight: &Sight<'_, '_>, unit: &Unit, before: &Before) -> bool {
    let joined = sight.reading.before(unit.begins).trim_end().ends_with(['；', ';']);
    joined && before.neighbour(unit) == Some(true) && sight.reading.slice(unit.span).starts_with('既')
}

/// Whether many say what they will do themselves: 他们表示，要利用自己的平台….
fn pledges(sight: &Sight<'_, '_>, unit: &Unit) -> bool {
    let frame = sight.frame(unit).filter(|f| f.verb.text == "表示");
    let Some(Speaker::Institution(name)) = frame.and_then(|f| f.speaker.as_ref()) else { return false };
    name.ends_with('们') || sight.reading.lexicon.kinds(name).any(&[Kind::Pronoun, Kind::GroupHead])
}

/// Whether somebody says what he himself must do: 我一定要珍惜机会, 我要强调的是….
fn of_oneself(sight: &Sight<'_, '_>, shape: &Shape) -> bool {
    let subject = shape.modal.and_then(|m| sight.words.ending_at(m.span.start));
    subject.is_some_and(|t| t.kinds.has(Kind::FirstPerson) && !t.kinds.has(Kind::Addressee))
}

/// Whether a unit tells what a meeting decided to do itself: 会议确定将以上内容作为议题.
fn decided(sight: &Sight<'_, '_>, unit: &Unit) -> bool {
    sight.opens_speech(unit, unit.span.start, Kind::SayDecide) && sight.reading.slice(unit.span).starts_with('将')
}

/// How much the verb of a frame demands: 要求 does, 指出 does not.
fn demand(sight: &Sight<'_, '_>, frame: usize) -> i32 {
    let Some(frame) = sight.speeches.get(frame) else { return 0 };
    let lists = sight.reading.marker_at(frame.content.span.start).is_some();
    match frame.verb.text.as_str() {
        "提出" | "提" | "提议" if lists => 3,
        "提出" | "强调" | "明确" | "确定" | "部署" | "指示" | "议定" => 1,
        "决定" | "同意" | "说明" | "介绍" => 0,
        verb if sight.reading.lexicon.kinds(verb).has(Kind::SayAsk) => 2,
        _ => -1,
    }
}

/// Whether the unit is the clause of a verb of asking: 要求各单位落实责任.
fn asked(sight: &Sight<'_, '_>, unit: &Unit) -> bool {
    sight.opens_speech(unit, unit.span.start, Kind::SayAsk)
}

/// Whether a line of its own is a heading that tells what to do: 加强组织领导, not 重点抽查.
fn heading(sight: &Sight<'_, '_>, unit: &Unit, shape: &Shape) -> bool {
    let words = sight.words.within(unit.span);
    let verb = words.iter().find(|t| t.kinds.has(Kind::Action) && !t.kinds.has(Kind::Manner));
    matches!(shape.head, Head::Verb | Head::Object | Head::Duty) && verb.is_some_and(|v| unit.span.end >= v.span.end + 6)
}

/// Whether a heading is a noun though a verb begins it: 检查时间, 审批程序, 集中整治阶段（5月1日至8日）; or an item of a
/// meeting's agenda: 审议《水库管理办法》.
fn names(sight: &Sight<'_, '_>, unit: &Unit) -> bool {
    let text = sight.reading.slice(unit.span);
    let item = sight.kind == TextKind::Minutes && unit.leads_item && unit.frame.is_none();
    if item && sight.words.kinds_at(unit.span.start).has(Kind::Agenda) {
        return true;
    }
    let bracket = if text.ends_with(['）', ')']) { text.find(['（', '(']) } else { None };
    let noun = bracket.map_or(text, |at| &text[..at]);
    let end = unit.span.start + noun.len() as u32;
    let pair = sight.words.at(unit.span.start).zip(sight.words.ending_at(end)).is_some_and(|(verb, noun)| {
        // 关于开展专项整治的通知: what the title names is no demand in 整治范围.
        let named =
            || verb.kinds.any(&[Kind::Visit, Kind::Nominal]) || sight.title.is_some_and(|t| t.contains(sight.reading.slice(verb.span)));
        let of = noun.kinds.has(Kind::MinutesField) || noun.kinds.has(Kind::ListNoun) && named();
        of && verb.span.end == noun.span.start
    });
    pair || noun.ends_with("阶段") && !noun.contains(['，', '新', '的']) && noun.chars().nth(MAX_STAGE).is_none()
}

/// The longest name of a stage, in characters.
const MAX_STAGE: usize = 8;

/// How many characters a unit has.
fn length(sight: &Sight<'_, '_>, unit: &Unit) -> usize {
    sight.reading.slice(unit.span).chars().count()
}

/// Whether a unit only says that demands follow: 提出三点要求. 提出有针对性的意见和建议 is what somebody has to do, and so is
/// what an item (二是收集情况，提出建议), a modal (要收集情况，提出建议) or a verb of asking (希望大家提出建议) demands.
fn announces(sight: &Sight<'_, '_>, unit: &Unit, text: &str) -> bool {
    if !text.ends_with(['求', '见', '议', '望']) {
        return false;
    }
    let Some(at) = text.rfind("提出") else { return false };
    let object = &text[at + "提出".len()..];
    let lead = Span::new(unit.span.start, unit.span.start + at as u32);
    object.chars().count() <= MAX_ANNOUNCED
        && !object.contains(['的', '、'])
        && !unit.leads_item
        && !asked(sight, unit)
        && !sight.words.any(lead, &[Kind::Obligation, Kind::Prohibition])
}

/// Whether the unit says at its end that what is laid down follows: 特制定如下措施, not 严格执行如下措施.
fn follows(sight: &Sight<'_, '_>, unit: &Unit, text: &str) -> bool {
    let ends = sight.words.ending_at(unit.span.end).is_some_and(|t| t.kinds.any(&[Kind::ListNoun, Kind::Demand, Kind::DocumentForm]));
    let laid = || text.rfind("制定").or_else(|| text.rfind("作出")).map(|at| &text[at + "制定".len()..]);
    ends && laid().is_some_and(|rest| rest.starts_with(['如', '以', '了']) && rest.chars().nth(MAX_ANNOUNCED).is_none())
}

/// Whether the unit ends with what a document is made for: 为加强值班工作，制定本办法. 制定本单位方案 is to be done.
fn is_purpose(sight: &Sight<'_, '_>, unit: &Unit) -> bool {
    sight.words.ending_at(unit.span.end).is_some_and(|t| t.kinds.has(Kind::NoticeFormula))
}

/// Whether the unit is a formula of documents: 通知如下, 特此通知.
fn formula(sight: &Sight<'_, '_>, unit: &Unit) -> bool {
    let text = sight.reading.slice(unit.span);
    text.ends_with("如下")
        || follows(sight, unit, text)
        || text.starts_with("特此")
        || text.starts_with("关于") && unit.bare_line
        || text.ends_with(['？', '?'])
        || text.chars().nth(3).is_none()
        || announces(sight, unit, text)
        || is_purpose(sight, unit)
}
