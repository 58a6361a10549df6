//! Who has to act where 由 or 请 tells it: 由水务局牵头, 公务用车由后勤中心统筹安排.

use super::Sight;
use super::addressee::{MAX_LENGTH, acting, demanded_of, is_adverb};
use super::wish;
use crate::lexicon::{Kind, Row, Token};
use crate::particle::JOINTS;
use crate::segment::boundary;
use crate::span::Span;

/// The actor of 由青山管理局牵头.
pub(super) fn by(sight: &Sight<'_, '_>, clause: Span, first: Token) -> Option<Span> {
    let text = sight.reading.slice(first.span);
    // 由市数据局牵头: whoever stands between is who leads.
    let rest = sight.words.within(Span::new(first.span.end, clause.end));
    let lead = rest.iter().position(|w| w.kinds.any(&[Kind::Lead, Kind::Duty])).filter(|_| text == "由");
    if let Some(at) = lead {
        let before = rest.take(at).iter().rposition(|w| !is_adverb(w)).map_or(0, |i| i + 1);
        let end = rest.get(before).map_or(clause.end, |w| w.span.start);
        return (end > first.span.end && end - first.span.end <= MAX_LENGTH).then(|| Span::new(first.span.end, end));
    }
    if !matches!(text, "由" | "请") || sight.words.kinds_at(first.span.end).has(Kind::Pronoun) {
        return None;
    }
    let rest = Span::new(first.span.end, clause.end);
    acting(sight, rest).or_else(|| body(sight, rest)).map(|doer| without_organizing(sight, doer))
}

/// The body right after 由 or 请, which does what follows, whatever that is: 由|综合办公室|根据会议精神修改, 请|审计局|核对.
/// People are named so too (由|林晓峰和周明远|汇总), but not where they take a post (由林晓峰任组长).
pub(super) fn body(sight: &Sight<'_, '_>, rest: Span) -> Option<Span> {
    let reading = sight.reading;
    let post = reading.posts.at(rest.start);
    let mut end = reading.organizations.at(rest.start).filter(|_| post.is_none()).map_or(rest.start, |o| o.span.end);
    let mut at = rest.start;
    while let Some(person) = reading.people.at(at).filter(|p| p.span.end < rest.end) {
        end = person.span.end;
        let joint = reading.after(end).chars().next().filter(|c| JOINTS.contains(c)).map_or(0, char::len_utf8);
        at = end + joint as u32;
    }
    let taken = sight.words.kinds_at(end).has(Kind::Appoint);
    (end > rest.start && end < rest.end && !taken).then(|| Span::new(rest.start, end))
}

/// Who acts without the verb that looks like part of the name: 由团委|组织|实施.
fn without_organizing(sight: &Sight<'_, '_>, doer: Span) -> Span {
    let name = sight.reading.slice(doer).strip_suffix("组织").filter(|n| !n.is_empty());
    let acts = || sight.words.kinds_at(doer.end).has(Kind::Action);
    name.filter(|_| acts()).map_or(doer, |n| Span::new(doer.start, doer.start + n.len() as u32))
}

/// Who acts on what stands before 由: 公务用车由|后勤中心|统筹安排, not 各单位要由专人负责.
pub(super) fn whom_by(sight: &Sight<'_, '_>, words: Row<'_>, modals: &[Kind]) -> Option<Span> {
    let (first, last) = (words.first()?, words.last()?);
    let near = words.iter().take_while(|w| w.span.start - first.span.start <= MAX_LENGTH && !w.kinds.any(modals));
    let by = near.skip(1).find(|w| sight.reading.slice(w.span) == "由")?;
    let end = boundary(sight.reading.text, last.span.end.min(by.span.end + MAX_LENGTH));
    let rest = Span::new(by.span.end, end.max(by.span.end));
    acting(sight, rest).or_else(|| body(sight, rest))
}

/// Who is asked by a 请 that opens its clause: 请各单位做好记录.
pub(super) fn asked(sight: &Sight<'_, '_>, clause: Span, word: Token) -> Option<Span> {
    let rest = Span::new(word.span.end, clause.end.max(word.span.end));
    // 请他们做好观察: whom a pronoun means has been named.
    let pronoun = sight.words.kinds_at(word.span.end).has(Kind::Pronoun);
    if sight.reading.slice(word.span) != "请" || pronoun {
        return None;
    }
    // 请与教务处联系: not who, but with whom.
    let placed = || {
        let words = sight.words.within(rest);
        words
            .first()
            .filter(|w| !w.kinds.any(&[Kind::Preposition, Kind::Action]))
            .and_then(|_| wish::asked_to_act(sight, words, rest.start))
    };
    demanded_of(sight, rest).or_else(|| acting(sight, rest)).or_else(|| body(sight, rest)).or_else(placed)
}
