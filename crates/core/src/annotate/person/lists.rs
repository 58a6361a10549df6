//! Names that the list they stand in shows to be names: 郭声珩、周明远、陈立新出席, 陈笙、白玛朗林、周明远.

use super::super::{Found, Reading};
use super::context::HUMAN;
use super::right::{Right, right};
use super::{PersonMention, place, shape};
use crate::lexicon::{Kind, Names};
use crate::span::Span;

/// The most characters of a name without a known surname, between two names: 白玛朗林, 帕巴拉.
const MAX_BETWEEN: u32 = 15;

/// The least that a name at the head of a list must weigh where two names follow it, or one that does what people do, and
/// where one does.
const LEAST: [i32; 2] = [0, 3];

/// The least that a name of one of the surest surnames must weigh among other names.
const UNLIKELY: i32 = -4;

/// Adds the names that stand before and between the names of `list`.
pub(super) fn complete(reading: &Reading<'_>, list: &mut Vec<Found<PersonMention>>) {
    let mut added: Vec<Found<PersonMention>> = Vec::new();
    let mut done = 0;
    for (i, found) in list.iter().enumerate() {
        let floor = added.last().map_or(0, |last| last.span.end).max(done);
        if floor > 0 {
            between(reading, Span::new(floor, found.span.start), &mut added);
        }
        let floor = added.last().map_or(0, |last| last.span.end).max(done);
        let next = list.get(i + 1).is_some_and(|next| reading.between(found.span.end, next.span.start) == "、");
        let acts = reading.tokens.kinds_at(found.span.end).any(HUMAN);
        let followed = next || acts || reading.after(found.span.end).starts_with('等');
        before(reading, floor, found.span.start, followed, &mut added);
        done = found.span.end;
        let listed = i > 0 && reading.before(found.span.start).ends_with('、') || !found.value.posts().is_empty();
        if listed && !next {
            after(reading, found.span.end, list.get(i + 1).map_or(u32::MAX, |n| n.span.start), &mut added);
        }
    }
    super::insert(list, added);
}

/// The names of 、白玛朗林、 between two names.
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
        let start = after_place(reading, reading.edges.before(last), end);
        let span = Span::new(start.min(end), end);
        let item = reading.slice(span);
        let surname = shape::surname(reading, span.start);
        let fits = start >= floor && matches!(span.len(), 6 | 9) && item.chars().all(shape::is_han) && surname > 0;
        // 李响、|王一帆: before another name, one of the surest surnames is enough, as after two (卢建工).
        let sure = followed && surname == 3 && !shape::is_word(reading, span, Names::get());
        let least = if sure { UNLIKELY } else { LEAST[usize::from(!followed)] };
        if !fits || holds_word(reading, span) || shape::weigh(reading, span, true) < least {
            break;
        }
        all.push(name(span));
        at = start;
        followed = true;
    }
    all[from..].reverse();
}

/// Where a name begins that stands after the place it is of: 青山县|林晓峰、周明远.
fn after_place(reading: &Reading<'_>, start: u32, end: u32) -> u32 {
    /// The bytes that a name has.
    const NAMES: [u32; 2] = [9, 6];
    let tier = |at: &u32| {
        let place = at.checked_sub(3).filter(|&last| last > start).and_then(|last| reading.char_at(last));
        place.is_some_and(|c| reading.lexicon.kinds_of(c).has(Kind::PlaceSuffix))
    };
    if end.saturating_sub(start) <= NAMES[0] {
        return start;
    }
    NAMES.iter().filter_map(|length| end.checked_sub(*length)).find(tier).unwrap_or(start)
}

/// The name at the end of a list: 林晓峰、周明远、|常万同|和有关部门负责人, 、|卢建工|出席, 副局长林晓峰、|江涌|及.
fn after(reading: &Reading<'_>, at: u32, ceiling: u32, all: &mut Vec<Found<PersonMention>>) {
    if !reading.after(at).starts_with('、') {
        return;
    }
    let start = at + "、".len() as u32;
    let surname = shape::surname(reading, start);
    // 卢建工: after two names, one of the surest surnames is enough.
    let least = if surname == 3 { UNLIKELY } else { LEAST[0] };
    let ends = |span: &Span| {
        reading.after(span.end).starts_with(['和', '及', '等', '，', '。'])
            || reading.tokens.at(span.end).is_some_and(|t| t.span.len() > 3 && t.kinds.any(HUMAN))
    };
    let like = |span: &Span| {
        let made = !holds_word(reading, *span) && !shape::is_word(reading, *span, Names::get());
        made && shape::weigh(reading, *span, true) >= least
    };
    let mut spans = shape::ends(reading, start).map(|end| Span::new(start, end)).filter(|s| s.len() <= 9 && s.end <= ceiling);
    if surname >= 2 {
        all.extend(spans.find(|s| ends(s) && like(s)).map(name));
    }
}

/// Whether 、 and another name stand at `at`, and the two look enough like names together to show each other to be.
pub(super) fn begins_list(reading: &Reading<'_>, at: u32, shape: i32) -> bool {
    let at = super::posts::aside_end(reading, at);
    if !reading.after(at).starts_with('、') || place::lists_places(reading, at) {
        return false;
    }
    if lists_names(reading, at) {
        return true;
    }
    let likely = |start: u32| {
        shape::ends(reading, start).any(|end| {
            let span = Span::new(start, end);
            let next = shape::weigh(reading, span, false);
            next > 0 && shape + next >= 2 * super::LIKELY && right(reading, span) != Right::None
        })
    };
    // 财政局|林晓峰、水利局周明远.
    likely(at + 3) || reading.organizations.at(at + 3).is_some_and(|o| likely(o.span.end))
}

/// Whether two of the next items of the list that goes on at `at` are made as names are, and none is a word:
/// 许其良|、赵乐安、栗文书和….
fn lists_names(reading: &Reading<'_>, mut at: u32) -> bool {
    /// How many items are looked at.
    const ITEMS: usize = 3;
    let mut like = 0;
    for _ in 0..ITEMS {
        let Some(rest) = reading.after(at).strip_prefix('、') else { break };
        let start = at + "、".len() as u32;
        let item =
            rest.chars().take_while(|&c| shape::is_han(c) && !matches!(c, '和' | '及' | '等')).take(4).map(char::len_utf8).sum::<usize>();
        let name = Span::new(start, start + item as u32);
        if !matches!(item, 6 | 9) || shape::is_word(reading, name, Names::get()) || shape::weigh(reading, name, false) <= 0 {
            break;
        }
        like += 1;
        at = name.end;
    }
    like >= 2
}

/// Whether the name at `name` is the first of those who do what people alone do: 林晓峰|及有关部门负责同志陪同考察.
pub(super) fn leads_party(reading: &Reading<'_>, name: Span) -> bool {
    /// How far the act may stand, in bytes.
    const REACH: u32 = 150;
    if !reading.after(name.end).starts_with(['和', '及', '与']) && !reading.after(name.end).starts_with("以及") {
        return false;
    }
    let clause = reading.segments.clause(name.start).content;
    let rest = Span::new(name.end, clause.end.min(name.end.saturating_add(REACH)).max(name.end));
    clause.start == name.start && reading.tokens.within(rest).any(|t| t.span.len() > 3 && t.kinds.any(HUMAN))
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
