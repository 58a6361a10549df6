//! Names that the list they stand in shows to be names: 郭声琨、周明远、陈立新出席, 陈竺、白玛赤林、周明远.

use super::super::{Found, Reading};
use super::context::HUMAN;
use super::{PersonMention, shape};
use crate::lexicon::{Kind, Names};
use crate::span::Span;

/// The most characters of a name without a known surname, between two names: 白玛赤林, 帕巴拉.
const MAX_BETWEEN: u32 = 15;

/// The least that a name at the head of a list must weigh where two names follow it, or one that does what people do, and
/// where one does.
const LEAST: [i32; 2] = [0, 3];

/// Adds the names that stand before and between the names of `list`.
pub(super) fn complete(reading: &Reading<'_>, list: Vec<Found<PersonMention>>) -> Vec<Found<PersonMention>> {
    let mut all: Vec<Found<PersonMention>> = Vec::with_capacity(list.len());
    for (i, found) in list.iter().enumerate() {
        let floor = all.last().map_or(0, |last| last.span.end);
        if floor > 0 {
            between(reading, Span::new(floor, found.span.start), &mut all);
        }
        let floor = all.last().map_or(0, |last| last.span.end);
        let next = list.get(i + 1).is_some_and(|next| reading.between(found.span.end, next.span.start) == "、");
        let followed = next || reading.tokens.at(found.span.end).is_some_and(|t| t.kinds.any(HUMAN));
        before(reading, floor, found.span.start, followed, &mut all);
        all.push(found.clone());
        if i > 0 && !next && reading.before(found.span.start).ends_with('、') {
            after(reading, found.span.end, list.get(i + 1).map_or(u32::MAX, |n| n.span.start), &mut all);
        }
    }
    all
}

/// The names of 、白玛赤林、 between two names.
fn between(reading: &Reading<'_>, gap: Span, all: &mut Vec<Found<PersonMention>>) {
    let Some(item) = reading.slice(gap).strip_prefix('、').and_then(|t| t.strip_suffix('、')) else { return };
    let start = gap.start + "、".len() as u32;
    let span = Span::new(start, start + item.len() as u32);
    let long = (6..=MAX_BETWEEN).contains(&span.len()) && item.chars().all(shape::is_han);
    if long && !holds_word(reading, span) && !shape::is_word(reading, span, Names::get()) {
        all.push(name(span));
    }
}

/// The names of a list before the one at `at`, the last first: 栗文书、郭声远、|周明远.
fn before(reading: &Reading<'_>, floor: u32, mut at: u32, mut followed: bool, all: &mut Vec<Found<PersonMention>>) {
    let from = all.len();
    while reading.before(at).ends_with('、') {
        let end = at - "、".len() as u32;
        // 林富和、: a conjunction before a comma joins nothing and is the name's last character.
        let last = if reading.before(end).ends_with(['和', '同']) { end - "和".len() as u32 } else { end };
        let start = reading.edges.before(last);
        let span = Span::new(start.min(end), end);
        let item = reading.slice(span);
        let surname = item.chars().next().map_or(0, |c| Names::get().surname(c));
        let fits = start >= floor && matches!(span.len(), 6 | 9) && item.chars().all(shape::is_han) && surname > 0;
        if !fits || holds_word(reading, span) || shape::weigh(reading, span, true) < LEAST[usize::from(!followed)] {
            break;
        }
        all.push(name(span));
        at = start;
        followed = true;
    }
    all[from..].reverse();
}

/// The name at the end of a list: 林晓峰、周明远、|常万全|和有关部门负责人, 、|卢展工|出席.
fn after(reading: &Reading<'_>, at: u32, ceiling: u32, all: &mut Vec<Found<PersonMention>>) {
    let Some(rest) = reading.after(at).strip_prefix('、') else { return };
    let start = at + "、".len() as u32;
    let length = rest.chars().take(3).map(char::len_utf8).sum::<usize>();
    let span = Span::new(start, start + length as u32);
    let ends = reading.after(span.end).starts_with(['和', '及', '等', '，', '。'])
        || reading.tokens.at(span.end).is_some_and(|t| t.span.len() > 3 && t.kinds.any(HUMAN));
    let surname = rest.chars().next().map_or(0, |c| Names::get().surname(c));
    if ends && surname >= 2 && span.len() == 9 && span.end <= ceiling && !holds_word(reading, span) {
        let shape = shape::weigh(reading, span, true);
        // 卢展工: after two names, one of the surest surnames is enough.
        let least = if surname == 3 { -4 } else { LEAST[0] };
        if shape >= least && !shape::is_word(reading, span, Names::get()) {
            all.push(name(span));
        }
    }
}

fn name(span: Span) -> Found<PersonMention> {
    Found { span, rule: "name_by_list", value: PersonMention::new(0..0) }
}

/// Whether a word stands in `span` or reaches into it, or it ends as the name of a place or body does.
fn holds_word(reading: &Reading<'_>, span: Span) -> bool {
    const ENDS: &[Kind] = &[Kind::PlaceSuffix, Kind::OrganizationSuffix, Kind::Title, Kind::GroupHead];
    let mut tokens = reading.tokens.within(Span::new(span.start, span.end));
    tokens.any(|t| t.span.len() >= 6 || t.span.end == span.end && t.kinds.any(ENDS))
}
