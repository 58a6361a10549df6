//! Roles from verbs: 出席 列席 陪同 缺席 take a list, 讲话 汇报 a subject.

use super::{Presence, list};
use crate::annotate::{Found, PersonMention, Reading, within};
use crate::document::{Kind, Role, Speech};
use crate::lexicon::{Kind as Word, Kinds, Token};
use crate::segment::trim_space;
use crate::span::Span;
use crate::structure::cast::Cast;
use crate::structure::meeting::after_dateline;
use crate::structure::words;

/// How far apart two names of one subject may stand, in bytes: a post fits between.
const MAX_BETWEEN: u32 = 150;

/// How far after a verb its object is read, in bytes.
const MAX_AFTER: u32 = 600;

/// Reads the roles that verbs give.
pub(super) fn read(reading: &Reading<'_>, kind: Kind, cast: &mut Cast, speeches: &[Speech], found: &mut Presence) {
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
    ]);
    let mut scene = Scene::default();
    let lead = if kind == Kind::Visit { lead_end(reading) } else { 0 };
    for token in reading.tokens.all() {
        if token.span.start < scene.done || !token.kinds.meets(TOLD) {
            continue;
        }
        let verb = verb(token.kinds);
        let says = token.kinds.has(Word::Say);
        let chairs = token.kinds.any(&[Word::Chair, Word::Convene]);
        let visits = kind == Kind::Visit && token.kinds.has(Word::Visit);
        if verb.is_none() && !says && !chairs && !visits || reading.segments.pairs.around(token.span.start).is_some_and(|p| !p.is_bracket())
        {
            continue;
        }
        scene.enter(reading, token);
        let idle = verb.is_some_and(|(_, listed)| !listed)
            && within(&reading.people, scene.gap(token)).next().is_none()
            && scene.subject.is_empty();
        if idle || says && verb.is_none() && !followed_by_content(reading, token) && !chairs {
            // 国际交流处 and 报告厅 hold words of speaking and tell nothing.
            continue;
        }
        scene.quoted = is_quoted(speeches, token.span.start);
        if visits && verb.is_none() && token.span.start >= lead {
            // A visit told later on changes no subject: 副校长林晓峰查看实验室，介绍了情况.
            if scene.brings_visitor(reading, token) {
                let visitors = subject(reading, cast, scene.gap(token));
                found.visitors.extend(visitors);
            }
            continue;
        }
        if let Some((role, listed)) = verb {
            if listed {
                if !attend(reading, cast, &mut scene, token, role, found) {
                    // 部分单位的列席代表|出席: the verb only describes, and the list goes on past it.
                    scene.done = token.span.end;
                    continue;
                }
            } else {
                speak(reading, kind, cast, &mut scene, token, role, found);
            }
        } else if visits {
            let visitors = scene.subject_of(reading, cast, token);
            found.visitors.extend(visitors);
        } else if chairs && is_past_meeting(reading, token) {
            scene.subject.clear();
        } else {
            scene.subject_of(reading, cast, token);
        }
        scene.reported |= says && followed_by_content(reading, token);
        scene.done = token.span.end;
        scene.floor = token.span.end;
    }
}

/// Where the lead ends: the title and the first line of prose.
fn lead_end(reading: &Reading<'_>) -> u32 {
    let title = crate::structure::kind::title(reading).map(|t| t.span);
    crate::structure::kind::lead(reading, title).map_or(0, |l| l.span.end)
}

/// Whether `at` lies in the content of a frame.
fn is_quoted(speeches: &[Speech], at: u32) -> bool {
    let before = speeches.partition_point(|s| s.content.span.start <= at);
    speeches[..before].iter().rev().take(4).any(|s| at < s.content.span.end)
}

/// What is known while a sentence is read from verb to verb.
#[derive(Debug, Default)]
struct Scene {
    /// The sentence: an index.
    sentence: Option<usize>,
    /// Where the part after the last verb begins.
    floor: u32,
    /// The end of the last verb, as shorter words within it are none.
    done: u32,
    /// Whether a frame has opened, so that what follows is its content.
    reported: bool,
    /// Whether the verb stands in what somebody is reported to have said.
    quoted: bool,
    /// The people of whom the last verb was said.
    subject: Vec<u32>,
}

impl Scene {
    /// Enters the sentence of a verb.
    fn enter(&mut self, reading: &Reading<'_>, token: Token) {
        let index = reading.segments.sentence_at(token.span.start);
        if self.sentence != Some(index) {
            let start = reading.segments.sentences[index].span.start;
            let line = reading.segments.lines[reading.segments.line_at(start)].span;
            let start = if start == line.start { after_dateline(reading, line) } else { start };
            *self = Self { sentence: Some(index), floor: start.min(token.span.start), ..Self::default() };
        }
    }

    /// The part between the last verb and this one.
    fn gap(&self, token: Token) -> Span {
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
    fn subject_of(&mut self, reading: &Reading<'_>, cast: &Cast, token: Token) -> Vec<u32> {
        let gap = self.gap(token);
        let named: Vec<u32> = subject(reading, cast, gap);
        if !named.is_empty() {
            self.subject.clone_from(&named);
        } else if changes_subject(reading, gap) {
            self.subject.clear();
        }
        self.subject.clone()
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

/// 出席 and its kin: the list before the verb, or after …的有. Whether the verb tells anything.
fn attend(reading: &Reading<'_>, cast: &Cast, scene: &mut Scene, token: Token, role: Role, found: &mut Presence) -> bool {
    let sentence = reading.segments.sentences[reading.segments.sentence_at(token.span.start)].content;
    // What is attended stands close by; an endless sentence is not read to its end at every verb.
    let mut near = sentence.end.max(token.span.end).min(token.span.end + MAX_AFTER);
    while !reading.text.is_char_boundary(near as usize) {
        near -= 1;
    }
    let after = reading.between(token.span.end, near);
    if let Some(at) = listed_after(after) {
        let list = list::read(reading, cast, Span::new(token.span.end + at as u32, sentence.end), role);
        take(list, role, token, scene, found);
        return true;
    }
    let gap = scene.gap(token);
    // 列席代表, 参会人员: a word of people that the verb only describes.
    if reading.tokens.kind_at(token.span.end, Word::PluralHead).is_some() {
        return false;
    }
    let describes = if scene.reported || is_unreal(reading, gap) { None } else { described(reading, token, near) };
    if let Some(span) = describes {
        let list = list::read(reading, cast, span, role);
        found.people.extend(list.people.iter().map(|&p| (p, role, token.span.start)));
        return true;
    }
    if scene.reported
        || is_unreal(reading, gap)
        || is_attributive(after)
        || after.contains("精神") && is_cited(reading, gap)
        || is_ruled(reading, token, near)
    {
        return true;
    }
    if token.kinds.has(Word::Attend)
        && (scene.quoted || reading.slice(token.span) == "参与")
        && !is_occasion(reading, token, Span::new(sentence.start, near))
    {
        return true;
    }
    if token.kinds.has(Word::Accompany) && !accompanies(reading, token, after) {
        return true;
    }
    let start = list::start(reading, gap.start, token.span.start);
    let mut span = list::without_adverbial(reading, Span::new(start, token.span.start));
    // 感谢各位代表出席: whoever thanks tells of no attendance.
    let own = reading.segments.clauses.get(reading.segments.clause_at(token.span.start)).map_or(gap, |c| c.content);
    let own = Span::new(own.start.max(gap.start).min(token.span.start), token.span.start);
    if reading.tokens.of(own, Word::Greet).next().is_some() {
        return true;
    }
    // 在市长林晓峰陪同下, 由周明远陪同, 组织全体干部参加: the list begins after the preposition.
    let text = reading.slice(span);
    let lead = if after.starts_with('下') { text.rfind('在').map(|i| i + "在".len()) } else { None };
    let lead = lead.or_else(|| causer(text));
    if let Some(at) = lead {
        span.start += at as u32;
    }
    if reading
        .tokens
        .of(span, Word::Say)
        .any(|t| within(&reading.posts, span).all(|p| !p.span.contains(t.span)) && followed_by_clause(reading, t))
    {
        return true;
    }
    let mut list = list::read(reading, cast, span, role);
    if list.people.is_empty() && list.groups.is_empty() && !changes_subject(reading, gap) {
        list.people.clone_from(&scene.subject);
    }
    take(list, role, token, scene, found);
    true
}

/// Whether a modal after what is attended makes a rule of it: 同志们出席会议和活动应根据需要….
fn is_ruled(reading: &Reading<'_>, token: Token, near: u32) -> bool {
    let clause = reading.segments.clauses.get(reading.segments.clause_at(token.span.start)).map_or(near, |c| c.content.end);
    let rest = Span::new(token.span.end, clause.min(near).max(token.span.end));
    let modal = reading.tokens.of(rest, Word::Obligation).next();
    modal.is_some_and(|m| words::tail_of(reading, Span::new(rest.start, m.span.end), Word::Obligation).is_some())
        && modal.is_some_and(|m| reading.tokens.of(Span::new(rest.start, m.span.start), Word::Say).next().is_none())
}

/// Where a list begins after what brings its people there: 由|…, 组织|全体干部; 组织部 brings nobody.
fn causer(text: &str) -> Option<usize> {
    let after = |at: usize, word: &str| at + word.len();
    let first = ["由", "率领", "带领", "邀请"].iter().find_map(|w| text.starts_with(w).then_some(w.len()));
    first.or_else(|| {
        text.rfind("组织").map(|at| after(at, "组织")).filter(|&at| {
            !text[at..].starts_with(['部', '处', '科', '委', '领', '工', '成', '机', '负', '和', '、', '人', '代', '员', '主', '的'])
        })
    })
}

/// Keeps what a list holds.
fn take(list: list::List, role: Role, token: Token, scene: &mut Scene, found: &mut Presence) {
    if !list.people.is_empty() {
        scene.subject.clone_from(&list.people);
    } else if !list.groups.is_empty() {
        scene.subject.clear();
    }
    found.people.extend(list.people.iter().map(|&p| (p, role, token.span.start)));
    list.groups.into_iter().for_each(|g| found.add_group(g));
}

/// Where the list begins in 会议的有：…, 座谈会的党外人士还有….
fn listed_after(after: &str) -> Option<usize> {
    let head: usize = after.char_indices().nth(30).map_or(after.len(), |(i, _)| i);
    let clause = after[..head].find(['，', '。']).map_or(&after[..head], |i| &after[..i]);
    let of = clause.find('的')?;
    let at = ["还有", "有", "包括"].iter().find_map(|w| clause[of..].find(w).map(|i| of + i + w.len()))?;
    // 会议的有关部门 is no list.
    if after[at..].starts_with('关') {
        return None;
    }
    let mark = after[at..].chars().next().filter(|c| matches!(c, '：' | ':')).map_or(0, char::len_utf8);
    Some(at + mark)
}

/// The named people whom a verb describes: 出席会议的|省委常委林晓峰、周明远|等.
fn described(reading: &Reading<'_>, token: Token, near: u32) -> Option<Span> {
    /// How far after the verb 会议的 may stand, in bytes: 出席本次会议的. What is farther off names another meeting.
    const REACH: usize = 9;
    let after = reading.between(token.span.end, near);
    let own = reading.slice(token.span).ends_with("会议") && after.starts_with('的');
    let of = if own { "的".len() } else { after.find("会议的").filter(|&at| at <= REACH)? + "会议的".len() };
    let start = token.span.end + of as u32;
    let end = start + after[of..].find(['，', '。', '；']).unwrap_or(after.len() - of) as u32;
    let span = Span::new(start, end);
    let first = within(&reading.people, span).next()?;
    (reading.start_with_posts(first) == start).then_some(span)
}

/// 出席会议的代表: the verb only describes.
fn is_attributive(after: &str) -> bool {
    let head: usize = after.char_indices().nth(24).map_or(after.len(), |(i, _)| i);
    let clause = after[..head].find(['，', '。', '、', '；']).map_or(&after[..head], |i| &after[..i]);
    clause.starts_with('的')
        || clause.contains("会议的")
        || clause.contains("会的")
        || clause.contains("大会的")
        || clause.contains("活动的")
        || clause.starts_with("人员")
        || clause.starts_with("单位")
}

/// Whether a part of a sentence cites another meeting: 传达学习….
fn is_cited(reading: &Reading<'_>, gap: Span) -> bool {
    reading.tokens.of(gap, Word::Agenda).next().is_some()
}

/// Whether what is attended is an occasion or left out: 参加会议, 出席. 参加教材编写 is work.
fn is_occasion(reading: &Reading<'_>, token: Token, sentence: Span) -> bool {
    let rest = reading.between(token.span.end, sentence.end.max(token.span.end));
    let object = rest.find(['，', '、', '；', '并']).map_or(rest, |i| &rest[..i]).trim_start_matches('了');
    let span = Span::new(token.span.end, token.span.end + (rest.len() - rest.trim_start_matches('了').len() + object.len()) as u32);
    object.is_empty()
        || object.chars().count() <= 20
            && (reading.tokens.of(span, Word::MeetingForm).next().is_some()
                || reading.tokens.of(span, Word::Visit).next().is_some()
                || ["活动", "会见", "会谈", "学习", "接见", "仪式", "典礼"].iter().any(|w| object.ends_with(w)))
}

/// 一同 and 一起 accompany only before a verb of visiting or attending: 一同来访.
fn accompanies(reading: &Reading<'_>, token: Token, after: &str) -> bool {
    let weak = reading.slice(token.span).starts_with('一');
    !weak
        || reading.tokens.at(token.span.end).is_some_and(|t| t.kinds.any(&[Word::Visit, Word::Attend, Word::Accompany]))
        || ["来访", "前往", "参", "会见", "出席"].iter().any(|w| after.starts_with(w))
}

/// 讲话, 汇报 and their kin: the subject of the sentence.
fn speak(reading: &Reading<'_>, kind: Kind, cast: &Cast, scene: &mut Scene, token: Token, role: Role, found: &mut Presence) {
    let gap = scene.gap(token);
    let before = reading.slice(gap);
    let after = reading.after(token.span.end);
    let subject = scene.subject_of(reading, cast, token);
    // 作题为《…》的工作报告: what is given tells what it is.
    let given = || reading.between(token.span.end, reading.segments.clauses[reading.segments.clause_at(token.span.end)].content.end);
    let role = if reading.slice(token.span).ends_with("题为") && given().ends_with("工作报告") { Role::Report } else { role };
    // What somebody is reported to say tells of acts elsewhere, but for those who come in with their posts:
    // 林晓峰提出了方针 against 副处长林晓峰介绍了情况.
    let elsewhere = scene.quoted && token.kinds.has(Word::Tell) && !subject.iter().any(|&p| cast.has_post(p));
    if scene.reported || elsewhere || kind == Kind::Other && role == Role::Report {
        return;
    }
    // 听取林晓峰汇报: those who are heard report.
    if let Some(heard) = reading.tokens.of(gap, Word::Agenda).find(|t| reading.slice(t.span).contains("听取")) {
        if role == Role::Report {
            let heard = Span::new(heard.span.end, gap.end);
            found.people.extend(within(&reading.people, heard).filter_map(|p| cast.at(p.span)).map(|p| (p, role, token.span.start)));
        }
        return;
    }
    // 林晓峰的讲话, 重要讲话精神 and 所作的报告 are things, not acts; 听取…汇报 is an act of those heard.
    let noun = before.ends_with('的')
        || before.contains("所作")
        || before.contains("传达")
        || before.contains("学习")
        || after.starts_with("精神")
        || after.starts_with("稿");
    let unreal = is_unreal(reading, gap);
    if noun && !before.contains("发表") && !before.contains("题为") && !before.contains("为题") || unreal || subject.is_empty() {
        return;
    }
    // 主持会议，部署防汛工作 tells the agenda; 林晓峰部署了防汛工作 tells who spoke.
    let plain = token.kinds.any(&[Word::Speak, Word::Report]) || follows_name(reading, gap);
    if plain {
        found.people.extend(subject.iter().map(|&p| (p, role, token.span.start)));
    }
}

/// Whether a verb of convening tells of a meeting that the text only cites: 主持召开…会议精神.
fn is_past_meeting(reading: &Reading<'_>, token: Token) -> bool {
    let rest = reading.after(token.span.end);
    let end = rest.char_indices().take(80).find(|(_, c)| matches!(c, '，' | '。' | '；' | '\n')).map_or(0, |(i, _)| i);
    rest[..end].contains("精神")
}

/// Whether a verb after `before` is demanded or planned; 重要 and 主要 demand nothing.
fn is_unreal(reading: &Reading<'_>, before: Span) -> bool {
    words::tail_of(reading, trim_space(reading.text, before), Word::Unreal).is_some()
}

/// Whether the part before a verb has the subject in it: a name that opens it.
fn follows_name(reading: &Reading<'_>, gap: Span) -> bool {
    within(&reading.people, gap).next().is_some()
}

/// The people that a part of a sentence begins with, where they are its subject.
fn subject(reading: &Reading<'_>, cast: &Cast, gap: Span) -> Vec<u32> {
    let mut people = Vec::new();
    let mut at = None;
    for found in within(&reading.people, gap).filter(|f| !f.value.cited) {
        let first = reading.start_with_posts(found);
        match at {
            None => {
                let lead = reading.between(gap.start.min(first), first);
                // 受市长林晓峰委托, 根据…, 对周明远: no subject.
                let clause = lead.rfind(['，', '：']).map_or(lead, |i| &lead[i..]).trim_start_matches(['，', '：', '并']);
                if ["受", "对", "向", "与", "同", "为", "根据", "按照", "在", "以", "传达", "学习", "听取", "把", "和"]
                    .iter()
                    .any(|w| clause.starts_with(w))
                {
                    continue;
                }
            }
            Some(end) => {
                // A post that was read as none may stand between: 、某中央主席.
                let between = Span::new(end, first.max(end));
                let text = reading.slice(between).trim();
                let list = text.starts_with(['、', '和', '，', '与', '及']) || text.starts_with("以及");
                let acts = reading
                    .tokens
                    .within(between)
                    .any(|t| t.kinds.any(&[Word::Say, Word::Tell, Word::Report, Word::Speak, Word::Attend, Word::Agenda]));
                if !list || between.len() > MAX_BETWEEN || acts {
                    break;
                }
            }
        }
        let after = reading.after(found.span.end);
        // 林晓峰委托周明远讲话; 周明远总书记重要讲话.
        people.extend(cast.at(found.span));
        at = Some(found.span.end);
        if after.starts_with("委托") {
            people.clear();
            at = None;
        }
    }
    people
}

/// Whether a part of a sentence begins with another subject: 会议, 大家, a body.
fn changes_subject(reading: &Reading<'_>, gap: Span) -> bool {
    let text = reading.slice(gap);
    let Some(mark) = text.rfind('，') else {
        return text.chars().count() > 12;
    };
    let last = gap.start + mark as u32 + "，".len() as u32;
    reading.tokens.at(last).is_some_and(|t| t.kinds.any(&[Word::Voice, Word::Organization, Word::Addressee, Word::MeetingForm]))
}

/// Whether a verb of saying opens a frame: 强调，….
fn followed_by_content(reading: &Reading<'_>, token: Token) -> bool {
    // 作出的批示，… names what was said before.
    !words::is_saying(reading, token) && reading.after(token.span.end).starts_with(['，', '：', ':', '“'])
}

/// Whether a verb of saying takes the people after it as its object: 要求全体干部参加.
fn followed_by_clause(reading: &Reading<'_>, token: Token) -> bool {
    let word = reading.slice(token.span);
    matches!(word, "要求" | "希望" | "号召" | "鼓励" | "建议" | "强调" | "指出" | "倡导" | "决定")
}
