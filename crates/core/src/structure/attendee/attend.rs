//! Attendance: 出席 列席 陪同 缺席 take the list before them, or the one after 出席会议的有.

use super::role::{Scene, is_unreal};
use super::subject::{changes_subject, subject};
use super::{Presence, group, list};
use crate::annotate::{Reading, any_within, number_at, people_counted_at, within};
use crate::document::Role;
use crate::lexicon::{Kind as Word, Token};
use crate::segment::boundary;
use crate::span::Span;
use crate::structure::cast::Cast;
use crate::structure::words;

/// How far after a verb its object is read, in bytes.
const MAX_AFTER: u32 = 600;

/// The verb of attending that is as often one of working.
const WORK: &str = "参与";

/// 出席 and its kin: the list before the verb, or after …的有. Whether the verb tells anything.
pub(super) fn read(reading: &Reading<'_>, cast: &Cast, scene: &mut Scene, token: Token, role: Role, found: &mut Presence) -> bool {
    let sentence = reading.segments.sentence(token.span.start).content;
    // What is attended stands close by; an endless sentence is not read to its end at every verb.
    let near = boundary(reading.text, sentence.end.max(token.span.end).min(token.span.end + MAX_AFTER));
    let after = reading.between(token.span.end, near);
    if let Some(at) = listed_after(after) {
        let list = list::read(reading, cast, Span::new(token.span.end + at as u32, list::end(reading, token.span.end)), role);
        take(list, role, token, scene, found);
        return true;
    }
    let gap = scene.gap(token);
    // 列席代表, 参会人员: a word of people that the verb only describes.
    if reading.tokens.kinds_at(token.span.end).has(Word::PluralHead) {
        return false;
    }
    // 请假5人, 列席295人: a count and no list.
    if people_counted_at(after).is_some() {
        return true;
    }
    let describes = if scene.reported || is_unreal(reading, gap) { None } else { described(reading, token, near) };
    if let Some(span) = describes {
        let list = list::read(reading, cast, span, role);
        found.people.extend(list.people.iter().map(|&p| (p, role, token.span.start)));
        return true;
    }
    if is_attributive(after) {
        if let Some(counted) = counted(reading, token, near).filter(|_| !scene.reported && !is_unreal(reading, gap)) {
            list::read(reading, cast, counted, role).groups.into_iter().for_each(|g| found.add_group(g));
            return true;
        }
        // 陪同考察的|林晓峰、周明远参加座谈会: the list of the next verb begins with a name. 出席大会的代表|列席会议: it
        // begins before this verb.
        if let Some(first) = first_described(reading, token, near) {
            scene.floor = first;
        }
        return false;
    }
    if scene.reported || is_unreal(reading, gap) || after.contains("精神") && is_cited(reading, gap) || is_ruled(reading, token, near) {
        return true;
    }
    // What one takes part in but no occasion is work: 参与教材编写的教师|参加会议.
    let works = reading.slice(token.span) == WORK;
    if token.kinds.has(Word::Attend) && (scene.quoted || works) && !is_occasion(reading, token, Span::new(sentence.start, near)) {
        return !works;
    }
    if token.kinds.has(Word::Accompany) && !accompanies(reading, token, after) {
        return true;
    }
    let start = list::start(reading, gap.start, token.span.start);
    let mut span = list::without_adverbial(reading, Span::new(start, token.span.start));
    // 感谢各位代表出席: whoever thanks tells of no attendance.
    let own = reading.segments.clause(token.span.start).content;
    let own = Span::new(own.start.max(gap.start).min(token.span.start), token.span.start);
    if reading.tokens.any(own, &[Word::Greet]) {
        return true;
    }
    // 在市长林晓峰陪同下, 由周明远陪同, 组织全体干部参加: the list begins after the preposition.
    let text = reading.slice(span);
    let lead = if after.starts_with('下') { text.rfind('在').map(|i| i + "在".len()) } else { None };
    let lead = lead.or_else(|| causer(reading, span));
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
    // The headline 驻外大使出席活动 tells of one who holds the post.
    let headline = scene.title.is_some_and(|t| t.contains(token.span));
    list.groups.retain(|g| !headline || group::is_determined(reading, g.span) || group::is_plural(reading, g.span));
    // 列席会议并在主席台就座: the observers stay what they are.
    let seated = reading.slice(token.span).ends_with('座');
    if list.people.is_empty() && list.groups.is_empty() && !seated && !changes_subject(reading, gap) {
        list.people.clone_from(&scene.subject);
    }
    take(list, role, token, scene, found);
    // 林晓峰在周明远陪同下|走访: whoever is accompanied goes on.
    if after.starts_with('下') {
        scene.subject = subject(reading, cast, Span::new(gap.start, span.start.max(gap.start)));
    }
    true
}

/// Whether a modal after what is attended makes a rule of it: 同志们出席会议和活动应根据需要….
fn is_ruled(reading: &Reading<'_>, token: Token, near: u32) -> bool {
    let clause = reading.segments.clause(token.span.start).content.end;
    let rest = Span::new(token.span.end, clause.min(near).max(token.span.end));
    let modal = reading.tokens.of(rest, Word::Obligation).next();
    modal.is_some_and(|m| words::tail_of(reading, Span::new(rest.start, m.span.end), Word::Obligation).is_some())
        && modal.is_some_and(|m| !reading.tokens.any(Span::new(rest.start, m.span.start), &[Word::Say]))
}

/// Where a list begins after what brings its people there: 由|…, 学校组织|全体干部; 组织部 and 党组织 bring nobody.
fn causer(reading: &Reading<'_>, list: Span) -> Option<usize> {
    if reading.slice(list).starts_with('由') {
        return Some("由".len());
    }
    const BODIES: [char; 16] = ['部', '处', '科', '委', '领', '工', '成', '机', '负', '和', '、', '人', '代', '员', '主', '党'];
    let brings = |t: &Token| {
        let (before, after) = (reading.between(list.start, t.span.start), reading.after(t.span.end));
        // 团学|组织|骨干 after others in the list: what gathers anybody there tells who it is (组织|全体教师).
        let beside = before.rfind(['、', '及']).map_or("", |at| &before[at..]);
        let organizes = reading.slice(t.span) == "组织";
        let among = !beside.is_empty() && organizes && !group::is_determined(reading, Span::new(t.span.end, list.end));
        // 特邀|监察员.
        let called = reading.slice(t.span) == "特邀" && !any_within(&reading.people, Span::new(t.span.end, list.end));
        let noun = reading.tokens.around(t.span).is_some()
            || called
            || after.starts_with('的')
            || among && number_at(after).is_none()
            || organizes && (before.contains('各') || after.starts_with(BODIES));
        !noun && (before.is_empty() || !t.kinds.has(Word::Bring))
    };
    let verb = reading.tokens.within(list).filter(|t| t.kinds.any(&[Word::Gather, Word::Bring])).rev().find(brings)?;
    Some((verb.span.end - list.start) as usize)
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

/// Those whom a verb describes and counts: 出席会议的|各县（区）代表129人|，列席8人.
fn counted(reading: &Reading<'_>, token: Token, near: u32) -> Option<Span> {
    let clause = reading.segments.clause(token.span.start).content;
    let end = clause.end.min(near);
    let of = reading.between(token.span.end, end.max(token.span.end)).find('的')?;
    let span = Span::new(token.span.end + (of + "的".len()) as u32, end);
    (group::without_count(reading, span).1.is_some() && group::ends_in_head(reading, span)).then_some(span)
}

/// Where the people begin whom a verb describes, where they are named: 陪同考察的|市委书记林晓峰.
fn first_described(reading: &Reading<'_>, token: Token, near: u32) -> Option<u32> {
    let of = reading.between(token.span.end, near).find('的')?;
    let start = token.span.end + (of + "的".len()) as u32;
    let first = within(&reading.people, Span::new(start, near.max(start))).next()?;
    (reading.start_with_posts(first) == start).then_some(start)
}

/// 出席会议的代表: the verb only describes.
fn is_attributive(after: &str) -> bool {
    let head: usize = after.char_indices().nth(24).map_or(after.len(), |(i, _)| i);
    let clause = after[..head].find(['，', '。', '、', '；']).map_or(&after[..head], |i| &after[..i]);
    clause.starts_with('的')
        || clause.contains("会议的")
        || clause.contains("会的")
        || clause.contains("活动的")
        || clause.starts_with("人员")
        || clause.starts_with("单位")
}

/// Whether a part of a sentence cites another meeting: 传达学习….
fn is_cited(reading: &Reading<'_>, gap: Span) -> bool {
    reading.tokens.any(gap, &[Word::Agenda])
}

/// Whether what is attended is an occasion or left out: 参加会议, 出席. 参加教材编写 is work.
fn is_occasion(reading: &Reading<'_>, token: Token, sentence: Span) -> bool {
    let rest = reading.between(token.span.end, sentence.end.max(token.span.end));
    let object = rest.find(['，', '、', '；', '并']).map_or(rest, |i| &rest[..i]).trim_start_matches('了');
    let span = Span::new(token.span.end, token.span.end + (rest.len() - rest.trim_start_matches('了').len() + object.len()) as u32);
    let works = reading.slice(token.span) == WORK;
    object.is_empty() && !works
        || object.chars().count() <= 20
            && (reading.tokens.within(span).any(|t| t.kinds.any(&[Word::MeetingForm, Word::Visit]))
                || reading.tokens.kinds_ending(span.end).has(Word::Occasion))
}

/// 一同 and 一起 accompany only before a verb of visiting or attending: 一同来访.
fn accompanies(reading: &Reading<'_>, token: Token, after: &str) -> bool {
    // 林晓峰、周明远等同行。 tells who came along; 国内同行 are people.
    if token.kinds.has(Word::GroupHead) {
        let before = reading.before(token.span.start);
        let named = before.ends_with('等') || reading.people.ending_at(token.span.start).is_some();
        return named && (after.is_empty() || after.starts_with(['，', '；']));
    }
    let weak = reading.slice(token.span).starts_with('一');
    !weak
        || reading.tokens.kinds_at(token.span.end).any(&[Word::Visit, Word::Attend, Word::Accompany])
        || words::begins(after, &["来访", "前往", "参", "会见", "出席"])
}

/// Whether a verb of saying takes the people after it as its object: 要求全体干部参加.
fn followed_by_clause(reading: &Reading<'_>, token: Token) -> bool {
    let word = reading.slice(token.span);
    matches!(word, "要求" | "希望" | "号召" | "鼓励" | "建议" | "强调" | "指出" | "倡导" | "决定")
}
