//! Roles from verbs, read from one to the next: 讲话 and 汇报 take a subject; 出席 and its kin are read beside.

use super::subject::{changes_subject, companions, subject};
use super::{Presence, attend};
use crate::annotate::{Found, PersonMention, Reading, any_within, within};
use crate::document::{Kind, Role, Speech};
use crate::lexicon::{Kind as Word, Kinds, Token};
use crate::particle::JOINTS;
use crate::segment::{boundary, trim_space};
use crate::span::Span;
use crate::structure::cast::Cast;
use crate::structure::meeting::{after_dateline, clause_end, clause_start};
use crate::structure::speech::is_told;
use crate::structure::words;

/// What one gives who reports.
const REPORT: &str = "报告";

/// How much may stand between a comma and a verb that goes on from the one before, in bytes: ，并详细.
const MAX_MANNER: usize = 18;

/// Reads the roles that verbs give.
pub(super) fn read(reading: &Reading<'_>, kind: Kind, title: Option<Span>, cast: &mut Cast, speeches: &[Speech], found: &mut Presence) {
    /// The kinds of words that tell who was there or who did something there.
    const TOLD: Kinds = Kinds::of(&[
        Word::Attend,
        Word::Observe,
        Word::Accompany,
        Word::Absent,
        Word::Report,
        Word::Speak,
        Word::Tell,
        Word::Say,
        Word::Chair,
        Word::Convene,
        Word::Visit,
        Word::Arrive,
        Word::Saying,
    ]);
    let mut scene = Scene { title, ..Scene::default() };
    let lead = if matches!(kind, Kind::Visit | Kind::MeetingReport) { lead_end(reading, title) } else { 0 };
    for token in reading.tokens.with(TOLD) {
        if token.span.start < scene.done {
            continue;
        }
        // The 谈 of 交谈.
        if token.span.len() == 3 && token.kinds.has(Word::Tell) && reading.tokens.around(token.span).is_some() {
            continue;
        }
        // 国际交流处 and 考察团 are bodies.
        if is_within_body(reading, token) {
            continue;
        }
        // 作动员报告: the report is what is given.
        if is_within_work(reading, token) || token.kinds.has(Word::Tell) && reading.after(token.span.end).starts_with(REPORT) {
            continue;
        }
        let verb = verb(token.kinds).or_else(|| given(reading, token));
        let says = token.kinds.has(Word::Say);
        // 副院长（主持工作）林晓峰: what is told beside a post is no act.
        let beside = || reading.segments.pairs.around(token.span.start).is_some_and(|p| p.is_bracket());
        let chairs = token.kinds.any(&[Word::Chair, Word::Convene]) && !beside();
        // 林晓峰一行来访 is told in reports of meetings too.
        let party = token.kinds.has(Word::Arrive) && (kind == Kind::Visit || reading.slice(token.span) == "一行");
        let visits = party && token.span.start < lead || kind == Kind::Visit && token.kinds.has(Word::Visit);
        let quoted =
            || reading.segments.pairs.around(token.span.start).is_some_and(|p| !p.is_bracket()) && titled(reading, token).is_none();
        if verb.is_none() && !says && !chairs && !visits || quoted() {
            continue;
        }
        // 国际交流处 and 报告厅 hold words of speaking and tell nothing.
        if says && verb.is_none() && !chairs && !words::opens_content(reading, token) {
            continue;
        }
        scene.enter(reading, token);
        let idle = verb.is_some_and(|(_, listed)| !listed) && !any_within(&reading.people, scene.gap(token)) && scene.subject.is_empty();
        if idle {
            continue;
        }
        scene.quoted = is_told(speeches, token.span.start);
        scene.acted &= !chairs;
        scene.chaired |= token.kinds.has(Word::Chair) && !token.kinds.has(Word::Convene);
        scene.convened |= token.kinds.has(Word::Convene);
        if visits && verb.is_none() && token.span.start >= lead {
            // A visit told later on changes no subject: 副校长林晓峰查看实验室，介绍了情况.
            if scene.brings_visitor(reading, token) {
                let visitors = subject(reading, cast, scene.gap(token));
                found.visitors.extend(visitors.into_iter().map(|v| (v, token.span.start)));
            }
            continue;
        }
        if let Some((role, listed)) = verb {
            if listed {
                if !attend::read(reading, cast, &mut scene, token, role, found) {
                    // 部分单位的列席代表|出席: the verb only describes, and the list goes on past it.
                    scene.done = token.span.end;
                    continue;
                }
            } else {
                speak(reading, kind, cast, &mut scene, token, role, found);
            }
        } else if visits {
            let companions = companions(reading, cast, scene.gap(token));
            let visitors = companions.iter().chain(scene.subject_of(reading, cast, token));
            found.visitors.extend(visitors.map(|&v| (v, token.span.start)));
        } else if chairs && is_past_meeting(reading, token) {
            scene.subject.clear();
        } else {
            scene.subject_of(reading, cast, token);
        }
        scene.reported |= says && words::opens_content(reading, token);
        scene.done = token.span.end;
        scene.floor = token.span.end;
    }
}

/// Whether a word is a part of a body's name, and no act: the 交流 of 国际交流处, the 考察 of 考察团.
fn is_within_body(reading: &Reading<'_>, token: Token) -> bool {
    let party = || reading.tokens.kind_at(token.span.end, Word::VisitTail).is_some_and(|t| t.span.len() == 3);
    let body = reading.organizations.get(reading.organizations.first_past(token.span.start));
    token.kinds.has(Word::Visit) && party()
        || token.kinds.has(Word::Tell)
            && body.is_some_and(|o| o.span.start < token.span.start && token.span.end < o.span.end && !any_within(&reading.people, o.span))
}

/// Whether the 作 of a verb is that of 工作, and no other 作 goes before it: 讨论工作报告 against 作学校工作报告.
fn is_within_work(reading: &Reading<'_>, token: Token) -> bool {
    if !reading.slice(token.span).starts_with('作') {
        return false;
    }
    let before = reading.between(clause_start(reading, token.span.start, 0), token.span.start);
    before.strip_suffix('工').is_some_and(|before| {
        before.rfind(['作', '做']).is_none_or(|at| before[..at].ends_with(['工', '合', '运', '协', '操', '制', '创', '动', '写', '当']))
    })
}

/// Where the lead ends: the title and the first line of prose.
fn lead_end(reading: &Reading<'_>, title: Option<Span>) -> u32 {
    crate::structure::kind::lead(reading, title).map_or(0, |l| l.span.end)
}

/// What is known while a sentence is read from verb to verb.
#[derive(Debug, Default)]
pub(super) struct Scene {
    /// The title of the text.
    pub(super) title: Option<Span>,
    /// The sentence: an index.
    sentence: Option<usize>,
    /// Where the part after the last verb begins.
    pub(super) floor: u32,
    /// The end of the last verb, as shorter words within it are none.
    done: u32,
    /// Whether the subject has been told to speak or report.
    acted: bool,
    /// Whether those are told of who are heard.
    heard: bool,
    /// Whether the subject has been told to chair a meeting that others convene.
    chaired: bool,
    /// Whether a meeting has been convened, so that what its agenda may tell is no act of whoever convened it.
    convened: bool,
    /// Whether a frame has opened, so that what follows is its content.
    pub(super) reported: bool,
    /// Whether the verb stands in what somebody is reported to have said.
    pub(super) quoted: bool,
    /// The people of whom the last verb was said.
    pub(super) subject: Vec<u32>,
}

impl Scene {
    /// Enters the sentence of a verb.
    fn enter(&mut self, reading: &Reading<'_>, token: Token) {
        let index = reading.segments.sentence_at(token.span.start);
        if self.sentence != Some(index) {
            let start = reading.segments.sentences[index].span.start;
            let line = reading.segments.line(start).span;
            let start = if start == line.start { after_dateline(reading, line) } else { start };
            *self = Self { title: self.title, sentence: Some(index), floor: start.min(token.span.start), ..Self::default() };
        }
    }

    /// The part between the last verb and this one.
    pub(super) fn gap(&self, token: Token) -> Span {
        Span::new(self.floor.min(token.span.start), token.span.start)
    }

    /// Whether a verb of visiting past the lead has a visitor of its own, who comes in with a post: 副校长林晓峰查看….
    fn brings_visitor(&self, reading: &Reading<'_>, token: Token) -> bool {
        let named = |f: &Found<PersonMention>| !f.value.cited && reading.start_with_posts(f) < f.span.start;
        // 对本次调研的背景作了说明: the visit is what is spoken of.
        let noun = reading.after(token.span.end).starts_with('的');
        !noun && !self.reported && !self.quoted && within(&reading.people, self.gap(token)).any(named)
    }

    /// The people of whom a verb is said: those its part begins with, else those of the verb before it.
    fn subject_of(&mut self, reading: &Reading<'_>, cast: &Cast, token: Token) -> &[u32] {
        let gap = self.gap(token);
        let named = subject(reading, cast, gap);
        if !named.is_empty() || changes_subject(reading, gap) {
            self.subject = named;
        }
        &self.subject
    }
}

/// The role that a verb gives, and whether it takes a list.
fn verb(kinds: Kinds) -> Option<(Role, bool)> {
    let roles = [
        (Word::Attend, Role::Attend, true),
        (Word::Observe, Role::Observe, true),
        (Word::Accompany, Role::Attend, true),
        (Word::Absent, Role::Absent, true),
        (Word::Report, Role::Report, false),
        (Word::Speak, Role::Speak, false),
        (Word::Tell, Role::Speak, false),
    ];
    roles.iter().find(|(word, ..)| kinds.has(*word)).map(|&(_, role, listed)| (role, listed))
}

/// The role that the noun of 作防汛动员报告 and 作集团《防汛工作报告》 gives: its verb stands earlier in the clause. So does that of
/// 作了强调, which is what a frame without content tells.
fn given(reading: &Reading<'_>, token: Token) -> Option<(Role, bool)> {
    if token.kinds.has(Word::Say)
        && !token.kinds.any(&[Word::SayNoun, Word::SayDecide])
        && clause_end(reading, token.span.end) == token.span.end
    {
        return reading.tokens.ending_at(token.span.start, Word::LightVerb).map(|_| (Role::Speak, false));
    }
    if !token.kinds.has(Word::Saying) || reading.slice(token.span) != REPORT {
        return None;
    }
    let title = titled(reading, token);
    let Span { start, end } = title.unwrap_or(token.span);
    if clause_end(reading, end) != end {
        return None;
    }
    let clause = Span::new(clause_start(reading, start, 0), start);
    // The 作 of 作动员 is a verb too, the 作 of 工作 is none.
    let light = |t: &Token| t.kinds.has(Word::LightVerb) || reading.slice(t.span).starts_with(['作', '做']);
    let verbs = reading.tokens.among(clause, Kinds::of(&[Word::LightVerb, Word::Tell])).filter(light);
    let verb = verbs.last().filter(|t| reading.tokens.around(t.span).is_none())?;
    let by = within(&reading.people, Span::new(clause.start, verb.span.start)).next();
    by.is_some().then_some((Role::Report, false))
}

/// The title or quotation that a word closes: 《防汛工作|报告|》, “工作|报告|”.
fn titled(reading: &Reading<'_>, token: Token) -> Option<Span> {
    let pair = reading.segments.pairs.around(token.span.start)?;
    ((pair.is_title() || pair.is_quote()) && pair.inner.end == token.span.end).then_some(pair.span)
}

/// 讲话, 汇报 and their kin: the subject of the sentence.
fn speak(reading: &Reading<'_>, kind: Kind, cast: &Cast, scene: &mut Scene, token: Token, role: Role, found: &mut Presence) {
    let gap = scene.gap(token);
    let before = reading.slice(gap);
    let after = reading.after(token.span.end);
    scene.subject_of(reading, cast, token);
    let subject = &scene.subject;
    // 作题为《…》的工作报告: what is given tells what it is.
    let given = || reading.between(token.span.end, clause_end(reading, token.span.end));
    let role = match reading.slice(token.span) {
        word if word.ends_with("题为") && given().ends_with("工作报告") => Role::Report,
        word if word.ends_with("关于") && words::ends(given(), &["报告", "汇报", "通报"]) => Role::Report,
        _ => role,
    };
    // What somebody is reported to say tells of acts elsewhere, but for those who come in with their posts:
    // 林晓峰提出了方针 against 副处长林晓峰介绍了情况.
    let elsewhere = scene.quoted && token.kinds.has(Word::Tell) && !subject.iter().any(|&p| cast.has_post(p));
    if scene.reported || elsewhere || kind == Kind::Other && role == Role::Report {
        return;
    }
    // 听取林晓峰汇报、周明远关于…的汇报: those who are heard report, one after another.
    // 审议通过了林晓峰关于…的汇报, but 审议了草案，林晓峰作了说明 goes on with another act.
    let passes = |t: &Token| reading.slice(t.span).contains("审议") && !reading.between(t.span.end, gap.end).contains('，');
    let hears = |t: &Token| reading.slice(t.span).contains("听取") || role == Role::Report && passes(t);
    let goes_on = if scene.heard && before.starts_with(JOINTS) { Some(gap.start) } else { None };
    if let Some(from) = reading.tokens.of(gap, Word::Agenda).find(hears).map(|t| t.span.end).or(goes_on) {
        scene.heard = true;
        // 在听取林晓峰、周明远等代表|发言|后.
        if role == Role::Report || after.starts_with('后') {
            let heard = Span::new(from, gap.end);
            found.people.extend(within(&reading.people, heard).filter_map(|p| cast.at(p.span)).map(|p| (p, role, token.span.start)));
        }
        return;
    }
    // 林晓峰的讲话, 重要讲话精神 and 所作的报告 are things, not acts; 听取…汇报 is an act of those heard.
    let own = before.rfind('，').map_or(before, |i| &before[i..]);
    let studied = |part: &str| part.contains("传达") || part.contains("学习");
    // 会议组织学习，林晓峰作了报告: the new clause has its own subject.
    let own_start = gap.end - own.trim_start_matches('，').len() as u32;
    let renewed = within(&reading.people, Span::new(own_start, gap.end))
        .next()
        .is_some_and(|f| own_start > gap.start && reading.start_with_posts(f) == own_start && own_start < f.span.start);
    // 作了《同心》的|讲座: what is given is no mere thing.
    let act = reading.tokens.of(gap, Word::LightVerb).last().is_some_and(|v| v.span.end + REPORT.len() as u32 <= gap.end);
    let noun = before.ends_with('的') && !act
        || before.contains("所作")
        || studied(if renewed || own.starts_with("，并") { own } else { before })
        || after.starts_with("精神")
        || after.starts_with("稿");
    let unreal = is_unreal(reading, gap);
    if noun && !before.contains("发表") && !before.contains("题为") && !before.contains("为题") || unreal || subject.is_empty() {
        return;
    }
    // 主持会议，部署防汛工作 and 主持召开会议，传达学习大会精神 tell the agenda; 林晓峰部署了防汛工作 tells who spoke.
    // 林晓峰传达了会议精神，总结了前段工作: what goes on from an act of somebody's is one too.
    let goes_on = scene.acted && (own.starts_with('，') && own.len() <= MAX_MANNER || turns_to(reading, gap))
        || scene.chaired && before.contains('并') && turns_to(reading, gap);
    // 林晓峰要求各单位组织传达学习.
    let agenda = role == Role::Report && token.kinds.has(Word::Agenda) && (scene.convened || reading.tokens.any(gap, &[Word::Say]));
    let plain = role == Role::Report || token.kinds.has(Word::Speak) || any_within(&reading.people, gap) || goes_on;
    if plain && !agenda {
        scene.acted = true;
        found.people.extend(subject.iter().map(|&p| (p, role, token.span.start)));
    }
}

/// Whether a part of a sentence turns to the next thing that its subject speaks of: 林晓峰传达了会议精神|，就护堤工作|作了部署,
/// 周明远主持会议|并就护堤工作|作了部署.
fn turns_to(reading: &Reading<'_>, gap: Span) -> bool {
    /// How far back the turn is looked for, in bytes: 100 characters.
    const REACH: u32 = 300;
    let near = Span::new(boundary(reading.text, gap.end.saturating_sub(REACH)).max(gap.start), gap.end);
    let about = |(at, mark): (usize, &str)| {
        let mut at = near.start + (at + mark.len()) as u32;
        while let Some(joint) = reading.tokens.at(at).filter(|t| t.kinds.any(&[Word::SayAdverb, Word::Connective])) {
            at = joint.span.end;
        }
        reading.tokens.at(at).is_some_and(|t| t.kinds.has(Word::Preposition) && t.kinds.has(Word::ListLead))
    };
    reading.slice(near).match_indices(['，', '并']).any(about)
}

/// Whether a verb of convening tells of a meeting that the text only cites: 主持召开…会议精神.
fn is_past_meeting(reading: &Reading<'_>, token: Token) -> bool {
    let rest = reading.after(token.span.end);
    // 主持会议|并就贯彻大会精神作了讲话.
    let end = rest.char_indices().take(80).find(|(_, c)| matches!(c, '，' | '。' | '；' | '\n' | '并')).map_or(0, |(i, _)| i);
    rest[..end].contains("精神")
}

/// Whether a verb after `before` is demanded or planned; 重要 and 主要 demand nothing.
pub(super) fn is_unreal(reading: &Reading<'_>, before: Span) -> bool {
    words::tail_of(reading, trim_space(reading.text, before), Word::Unreal).is_some()
}
