//! Visits (调研、考察): where a title or a lead tells of one.

use super::weigh::{in_pair, span_is_short};
use crate::annotate::{Reading, any_within, within};
use crate::lexicon::Kind as Word;
use crate::span::Span;
use crate::structure::meeting::{clause_end, clause_start, is_form, trim_end};
use crate::structure::words;

/// Whether `span` tells of a visit: `Some(true)` where the visit is what it tells, `Some(false)` where it names one.
pub(super) fn visit_in(reading: &Reading<'_>, span: Span) -> Option<bool> {
    let mut seen = None;
    for token in reading.tokens.of(span, Word::Visit) {
        if in_pair(reading, token.span.start) {
            continue;
        }
        let before = reading.between(span.start, token.span.start);
        // 调研组, 调研报告, 考察识别干部, 调研会, 考察时的讲话, 纪律检查委员会 name no visit.
        let noun = words::head_of(reading, Span::new(token.span.end, span.end), Word::VisitTail).is_some()
            || reading.tokens.around(token.span).is_some_and(|t| is_form(reading, t));
        // 在会上提出…，开展调研 is no place that is visited; 林晓峰视察青山公司 is.
        let own = before.rfind('，').map_or(before, |at| &before[at..]);
        let placed = reading.tokens.any(Span::new(span.start, token.span.start), &[Word::Arrive])
            || own.contains(['到', '来'])
            || visits_body(reading, token.span);
        // 对照检查 and 监督检查 are work at home, and 对在建工程进行检查 is that of an office.
        let inspection = matches!(reading.slice(token.span), "检查" | "督查" | "巡查" | "慰问");
        let inspects = inspection
            && (before.is_empty() || before.chars().count() > 8 || words::ends(before, &["对照", "监督", "安全", "开展", "自我", "加强"]));
        let by_office = || {
            let before = Span::new(span.start, token.span.start);
            inspection && !any_within(&reading.people, before) && !reading.tokens.any(before, &[Word::Title])
        };
        if !noun && (placed || own.contains('在') && !by_office() || span_is_short(span) && !inspects) {
            return Some(true);
        }
        seen = Some(false);
    }
    seen
}

/// Whether a person stands before a verb of visiting and a body or people after it: 林晓峰26日上午|视察|青山公司,
/// 林晓峰分别|走访慰问|消防官兵.
fn visits_body(reading: &Reading<'_>, verb: Span) -> bool {
    let before = trim_end(reading, Span::new(clause_start(reading, verb.start, 0), verb.start));
    let last = within(&reading.people, before).next_back();
    let by_person = last.is_some_and(|p| p.span.end == before.end);
    let greets =
        || reading.slice(verb).ends_with("慰问") && reading.tokens.kinds_ending(clause_end(reading, verb.end)).has(Word::GroupHead);
    // 林晓峰开展节前走访慰问: whom he visits is told later on.
    let goes = last.is_some_and(|p| reading.between(p.span.end, verb.start).starts_with("开展"));
    goes || by_person && (reading.organizations.at(verb.end).is_some_and(|o| !o.value.generic) || greets())
}
