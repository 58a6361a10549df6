//! Who chairs (主持): X主持会议, 会议由X主持, X主持并讲话, 受Y委托，X主持.

use super::Draft;
use super::event;
use super::minutes;
use super::name;
use super::scan;
use crate::annotate::{Reading, any_within, within};
use crate::document::Role;
use crate::lexicon::{Kind, Kinds, Token};
use crate::span::Span;
use crate::structure::attendee::after_name;
use crate::structure::cast::Cast;

/// What may follow 主持 where its object is left out: 主持并讲话.
const BARE: &[char] = &['，', '。', '；', '并', '、', '（', ' ', '\n', '\u{3000}'];

/// Adds the chairs that the text names to the meetings they chair. Who chairs what is read as no meeting has the role.
pub(super) fn read(reading: &Reading<'_>, cast: &mut Cast, drafts: &mut [Draft]) {
    // 主持人：林晓峰.
    let naming = reading.segments.lines.iter().filter(|l| any_within(&reading.people, l.content));
    let labelled = naming.flat_map(|l| minutes::fields(reading, l)).filter(|f| f.label.contains("主持"));
    for found in labelled.flat_map(|f| within(&reading.people, f.value)) {
        if let Some(person) = cast.at(found.span) {
            add(cast, drafts.first_mut(), person);
        }
    }
    let mut done = 0;
    for token in reading.tokens.with(Kinds::of(&[Kind::Chair])) {
        if token.span.start < done {
            continue;
        }
        done = token.span.end;
        // 主持召开防汛会议 has been read, 会议由林晓峰主持召开 has not.
        let read = token.kinds.has(Kind::Convene) && name::object(reading, token.span.end).is_some();
        if read || reading.segments.pairs.around(token.span.start).is_some() {
            continue;
        }
        let sentence = reading.segments.sentence(token.span.start).span;
        // 会议指出，3月2日，林晓峰主持党组会议: what is told at a meeting is of another.
        if event::is_reported(reading, token.span.start, sentence.start) {
            continue;
        }
        let Some(chairs) = chairs(reading, cast, drafts, token) else { continue };
        let mut draft = choose(reading, drafts, token);
        chairs.into_iter().for_each(|chair| add(cast, draft.as_deref_mut(), chair));
    }
}

fn add(cast: &mut Cast, draft: Option<&mut Draft>, chair: u32) {
    match draft {
        Some(draft) if draft.chairs.contains(&chair) => {}
        Some(draft) => draft.chairs.push(chair),
        None => cast.add_role(chair, Role::Chair),
    }
}

/// The people who chair by this verb.
fn chairs(reading: &Reading<'_>, cast: &Cast, drafts: &[Draft], token: Token) -> Option<Vec<u32>> {
    let sentence = reading.segments.sentence(token.span.start).span;
    let line = reading.segments.line(token.span.start).span;
    let floor = sentence.start.max(scan::after_dateline(reading, line).min(token.span.start));
    let mut start = scan::clause_start(reading, token.span.start, floor);
    // 会议由市委常委林晓峰，副市长周明远|共同主持.
    if reading.tokens.ending_at(token.span.start, Kind::ConveneAdverb).is_some_and(|t| t.kinds.has(Kind::Manner)) {
        let from = scan::reach(reading, token.span.start, floor);
        start = reading.between(from, token.span.start).rfind('由').map_or(start, |at| from + at as u32);
    }
    let clause = Span::new(start, token.span.start);
    let before = reading.slice(clause);
    let after = reading.after(token.span.end).trim_start_matches('了');
    let whole = reading.slice(token.span).ends_with(|c| "议会".contains(c));
    let object = name::object(reading, token.span.end);
    // 由X主持的课题.
    if after.starts_with('的') && object.is_none() {
        return None;
    }
    // 会议由X主持; otherwise an object or its plain absence: 主持工作 chairs nothing.
    let passive = before.rfind('由').filter(|&at| any_within(&reading.people, Span::new(start + at as u32, token.span.start)));
    // 在副会长林晓峰同志的主持下，举行了开幕式.
    let under = after.starts_with('下') && before.ends_with('的') && before.contains('在');
    // 主持分享交流并讲话, of a 分享交流会.
    let act = after.split(['，', '。', '；', '并', '\n']).next().filter(|act| act.chars().nth(1).is_some() && *act != "工作");
    let named = || act.is_some_and(|act| drafts.iter().any(|d| reading.slice(d.event.name.span).contains(act)));
    let bare = after.starts_with(BARE) || after.is_empty();
    // 主持活动.
    let occasion = reading.tokens.kinds_at(token.span.end).has(Kind::Occasion);
    if !under && !occasion && passive.is_none() && object.is_none() && !whole && !bare && !named() {
        return None;
    }
    let from = passive.map_or(start, |at| start + at as u32);
    let mut people = people_at_end(reading, cast, Span::new(from, token.span.start));
    if people.is_empty() && start > floor {
        // 林晓峰出席会议，并主持会议: the subject of the sentence.
        let trimmed = scan::trim_start(reading, clause);
        if trimmed.is_empty() {
            people = within(&reading.people, Span::new(floor, start)).next_back().and_then(|f| cast.at(f.span)).into_iter().collect();
        }
    }
    (!people.is_empty()).then_some(people)
}

/// The list of people that ends where the verb begins: 林晓峰、周明远共同|主持.
fn people_at_end(reading: &Reading<'_>, cast: &Cast, span: Span) -> Vec<u32> {
    let mut list = Vec::new();
    let mut next: Option<u32> = None;
    for found in within(&reading.people, span).rev() {
        if let Some(at) = next {
            // 林晓峰老师和|周明远老师.
            let end = after_name(reading, found.span.end, at);
            let gap = reading.between(end, at.max(end)).trim();
            if !matches!(gap, "、" | "和" | "与" | "，") {
                break;
            }
        }
        list.extend(cast.at(found.span));
        next = Some(reading.start_with_posts(found));
    }
    list.reverse();
    list
}

/// The meeting that is chaired: the one whose name the object repeats, else the last one before the verb, else the first.
fn choose<'d>(reading: &Reading<'_>, drafts: &'d mut [Draft], token: Token) -> Option<&'d mut Draft> {
    let object = name::object(reading, token.span.end).map(|n| reading.slice(n.span));
    let by_name = object.filter(|o| o.len() > 6).and_then(|o| drafts.iter().position(|d| reading.slice(d.event.name.span).ends_with(o)));
    let before = drafts.iter().rposition(|d| d.event.span.start < token.span.start && !d.headline);
    drafts.get_mut(by_name.or(before).unwrap_or(0))
}
