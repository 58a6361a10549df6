//! What stands between a subject and its verb of saying: adverbs, adverbials (状语), what a demand is about.

use super::Search;
use super::subject::MAX_CLAUSE;
use crate::lexicon::{Kind, Token};
use crate::particle::ends_when;
use crate::span::Span;

/// Whether a clause goes on with what a demand is about: 林晓峰就加固堤坝，|清理河道|提出三点要求.
pub(super) fn goes_on_about(search: &Search<'_, '_>, clause: Span) -> bool {
    let segments = &search.reading.segments;
    let at = segments.clause_at(clause.start);
    let goes_on = |back: usize| at.checked_sub(back).and_then(|i| segments.clauses.get(i)).filter(|c| matches!(c.terminator, '，' | ','));
    let Some(before) = goes_on(1).filter(|b| b.content.len() <= MAX_CLAUSE) else { return false };
    // 对此，我提三点要求: the clause has a subject of its own, and nobody stands before the preposition, nor in the clause before.
    let subject = goes_on(2).is_some();
    let leads = |at: u32| at > before.content.start || subject;
    let about = |t: Token| t.kinds.has(Kind::Preposition) && t.kinds.has(Kind::ListLead) && leads(t.span.start);
    !search.words.any(clause, &[Kind::FirstPerson]) && search.words.within(before.content).iter().any(about)
}

/// The end of what stands before the verb, without the adverbs and the day right before it: 还, 进一步, 在讲话中, 5日.
pub(super) fn without_adverbs(search: &Search<'_, '_>, prefix: Span) -> u32 {
    let mut end = prefix.end;
    loop {
        end = prefix.start + search.reading.between(prefix.start, end).trim_end().len() as u32;
        if let Some(day) = day_before(search, prefix, end) {
            end = day;
            continue;
        }
        let Some(adverb) = search.reading.tokens.ending_at(end, Kind::SayAdverb) else { return end };
        // 教师|代表 is who speaks, as 代表 says for whom one does only before that name.
        if adverb.span.start < prefix.start || adverb.kinds.has(Kind::Title) {
            return end;
        }
        end = adverb.span.start;
    }
}

/// Where the day begins that ends at `end`, past a subject: 林晓峰|5月3日, 水务局|18号.
fn day_before(search: &Search<'_, '_>, prefix: Span, end: u32) -> Option<u32> {
    if let Some(time) = search.reading.times.ending_at(end) {
        return Some(time.span.start).filter(|&start| start > prefix.start);
    }
    let day = search.reading.between(prefix.start, end).strip_suffix('号')?;
    let rest = day.trim_end_matches(|c: char| c.is_ascii_digit());
    (rest.len() < day.len() && !rest.is_empty()).then(|| prefix.start + rest.len() as u32)
}

/// Whether what stands between a subject and its verb is an adverbial: 近日在青山调研时, 对下一步工作.
pub(super) fn adverbial(search: &Search<'_, '_>, between: Span) -> bool {
    if between.is_empty() {
        return true;
    }
    let first = search.words.at(between.start);
    let text = search.reading.slice(between);
    first.is_some_and(|t| t.kinds.any(&[Kind::Preposition, Kind::SayAdverb, Kind::Connective, Kind::PartOfDay, Kind::Convene, Kind::Chair]))
        || text.starts_with("代表")
        || engaged(search, between)
        || search.reading.times.at(between.start).is_some()
        || text.ends_with(['时', '后', '中', '地'])
}

/// Whether what stands between a subject and its verb is what else he does there: 出席会议并讲话|强调. In
/// 出席会议的代表表示 it is others who speak.
fn engaged(search: &Search<'_, '_>, between: Span) -> bool {
    const ENGAGED: &[Kind] = &[Kind::Attend, Kind::Observe, Kind::Accompany, Kind::Visit, Kind::Speak, Kind::Utter];
    let words = search.words.within(between);
    let first = words.iter().find(|t| !t.kinds.any(&[Kind::SayAdverb, Kind::Manner]));
    let others = words.last().is_some_and(|t| t.kinds.any(&[Kind::GroupHead, Kind::Actor]));
    first.is_some_and(|t| t.kinds.any(ENGAGED)) && !others && !search.reading.slice(between).ends_with(['的', '们', '者'])
}

/// Whether nothing but an adverbial stands there: 在会上强调, 对下一步工作要求, 围绕防汛提出建议表示.
pub(super) fn opening_adverbial(search: &Search<'_, '_>, span: Span) -> bool {
    let text = search.reading.slice(span);
    let given = |kind| search.reading.tokens.ending_at(span.end, kind).is_some_and(|t| t.span.start > span.start);
    search.words.kinds_at(span.start).any(&[Kind::Preposition, Kind::Connective])
        && (ends_when(text.trim_end())
            || search.words.any(span, &[Kind::PutForward]) && given(Kind::Demand)
            || given(Kind::Speak)
            || given(Kind::Tell))
}
