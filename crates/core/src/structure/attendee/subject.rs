//! Of whom a verb is said: the people that its part of a sentence begins with, unless another subject does.

use super::{group, list};
use crate::annotate::{Found, PersonMention, Reading, any_within, within};
use crate::lexicon::{Kind as Word, Token};
use crate::span::Span;
use crate::structure::cast::Cast;
use crate::structure::meeting::trim_end;

/// Words after which a name is no subject: 对林晓峰, 传达林晓峰.
const OBJECT_LEADS: &[Word] = &[Word::Preposition, Word::Report];

/// How far apart two names of one subject may stand, in bytes: a post fits between.
const MAX_BETWEEN: u32 = 150;

/// The shortest group that can be a subject, in bytes.
const MIN_GROUP: u32 = 9;

/// Those whom a visitor brings: 市长林晓峰率|副市长周明远、陈立新|调研.
pub(super) fn companions(reading: &Reading<'_>, cast: &Cast, gap: Span) -> Vec<u32> {
    let Some(lead) = reading.tokens.of(gap, Word::Bring).last() else { return Vec::new() };
    subject(reading, cast, Span::new(lead.span.end, gap.end))
}

/// The people that a part of a sentence begins with, where they are its subject.
pub(super) fn subject(reading: &Reading<'_>, cast: &Cast, gap: Span) -> Vec<u32> {
    let mut people = Vec::new();
    let mut at = None;
    for found in within(&reading.people, gap).filter(|f| !f.value.cited && !is_credited(reading, f, gap)) {
        let first = reading.start_with_posts(found);
        match at {
            None => {
                let lead = reading.between(gap.start.min(first), first);
                // 看望了|老党员林晓峰、周明远: who is visited is no visitor, nor whose home one comes to.
                let object = reading.tokens.kinds_ending(gap.start).any(&[Word::Arrive, Word::Visit]) && !lead.contains(['，', '的']);
                if object && reading.tokens.kinds_ending(found.span.start).has(Word::GroupHead) {
                    continue;
                }
                // 受市长林晓峰委托, 根据…, 对周明远: no subject.
                let clause = lead.rfind(['，', '：']).map_or(lead, |i| &lead[i..]).trim_start_matches(['，', '：', '并']);
                // 会议就落实林晓峰的要求进行部署: the meeting is the subject.
                let voice = reading.tokens.kind_at(first - clause.len() as u32, Word::Voice).map_or(0, |v| v.span.len() as usize);
                let mut about = first - clause.len().saturating_sub(voice) as u32;
                // 同时|就如何落实林晓峰的要求.
                while let Some(joint) = reading.tokens.kind_at(about, Word::Connective) {
                    about = joint.span.end;
                }
                // 会议由|林晓峰主讲 has a subject.
                let lead = reading.tokens.at(about).filter(|t| about < first && t.kinds.any(OBJECT_LEADS));
                if lead.is_some() && reading.between(about, first) != "由" {
                    continue;
                }
            }
            Some(end) => {
                // A post that was read as none may stand between: 、某中央主席.
                let between = Span::new(end, first.max(end));
                let text = reading.slice(between).trim();
                // 林晓峰就防汛、|周明远就抗旱作了汇报: each tells of a thing of his own.
                let lead = reading.tokens.at(between.start).is_some_and(|t| t.kinds.has(Word::Preposition) && t.kinds.has(Word::ListLead));
                let own = (lead || text.starts_with('从')) && text.ends_with(['、', '，', '；']);
                let list = own || text.starts_with(['、', '和', '，', '与', '及']) || text.starts_with("以及");
                let acts = reading
                    .tokens
                    .within(between)
                    .any(|t| t.kinds.any(&[Word::Say, Word::Tell, Word::Report, Word::Speak, Word::Attend, Word::Agenda]));
                if !list || between.len() > MAX_BETWEEN || acts {
                    // 林晓峰讲廉政课，|周明远通报案例: whoever opens the clause of the verb is its subject.
                    let own = reading.before(first).ends_with('，') && !reading.between(first, gap.end).contains(['，', '；']);
                    if !own || list {
                        break;
                    }
                    people.clear();
                }
            }
        }
        let after = reading.after(found.span.end);
        // 林晓峰委托周明远讲话; 周明远总书记重要讲话.
        people.extend(cast.at(found.span));
        // 林晓峰局长、|周明远副局长: the title after the name is the name's own.
        at = Some(list::after_name(reading, found.span.end, gap.end));
        if after.starts_with("委托") {
            people.clear();
            at = None;
        }
    }
    people
}

/// Whether a name is that of a reporter within a part of a sentence: （通讯员 林晓峰）3月2日，…, 记者林晓峰报道：… and
/// 记者 林晓峰 周明远 摄.
fn is_credited(reading: &Reading<'_>, found: &Found<PersonMention>, gap: Span) -> bool {
    let bracketed = reading.segments.pairs.around(found.span.start).is_some_and(|p| p.is_bracket() && p.span.end <= gap.end);
    let after = reading.after(found.span.end);
    let set = found.rule == "name_in_byline" && after.starts_with(char::is_whitespace);
    bracketed || set || after.trim_start().starts_with("报道")
}

/// Whether a part of a sentence begins with another subject: 会议, 大家, a body.
pub(super) fn changes_subject(reading: &Reading<'_>, gap: Span) -> bool {
    let text = reading.slice(gap);
    let Some(mark) = text.rfind('，') else {
        return text.chars().count() > 12;
    };
    let last = Span::new(gap.start + mark as u32 + "，".len() as u32, gap.end);
    reading.tokens.kinds_at(last.start).any(&[Word::Voice, Word::Organization, Word::Addressee, Word::MeetingForm])
        || begins_with_group(reading, last)
}

/// Whether a clause begins with people who are not named: 排名靠后的乡镇主要负责同志|作了表态发言, 企业代表|围绕….
fn begins_with_group(reading: &Reading<'_>, clause: Span) -> bool {
    let stop = |t: &Token| t.span.start > clause.start && t.kinds.has(Word::Preposition);
    let end = reading.tokens.within(clause).find(stop).map_or(clause.end, |t| t.span.start);
    // 乡镇负责同志作了|表态发言: the verb only carries the noun.
    let light = reading.tokens.ending_at(end, Word::LightVerb).filter(|t| t.span.start > clause.start);
    let group = trim_end(reading, Span::new(clause.start, light.map_or(end, |t| t.span.start)));
    !any_within(&reading.people, group)
        && group.len() >= MIN_GROUP
        && (group::is_plural(reading, group) || group::is_determined(reading, group) && group::ends_in_head(reading, group))
}
