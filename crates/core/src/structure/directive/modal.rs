//! Which words oblige or forbid where they stand (情态词): 要, 必须, 不得; not the 需要 of 需要这种精神.

use super::Sight;
use super::glance::glance;
use super::shape::look;
use crate::lexicon::{Kind, Token};
use crate::span::Span;

/// The longest attribute that a 需 is looked for in, in bytes: 100 characters.
const MAX_ATTRIBUTE: u32 = 300;

/// The longest subject of an attribute, in characters: 是|我们全党|必须坚持的原则.
const MAX_SUBJECT: usize = 8;

/// The longest noun of such an attribute, in characters: 一个重大原则.
const MAX_NOUN: usize = 8;

/// Whether a clause has a word that may oblige or forbid.
pub(super) fn may_oblige(sight: &Sight<'_, '_>, clause: Span) -> bool {
    glance(sight, clause).kinds.any(&[Kind::Obligation, Kind::Prohibition])
}

/// Whether a word is a modal that obliges or forbids; 确保 and 切实 only strengthen what they stand with.
#[inline]
pub(super) fn is_modal(sight: &Sight<'_, '_>, word: Token) -> bool {
    // Asked of every word, so that most are told at once.
    let may = word.kinds.any(&[Kind::Obligation, Kind::Prohibition]) && !word.kinds.any(&[Kind::Manner, Kind::Action]);
    may && sight.known.modal.of(word.span, || demands(sight, word))
}

/// Whether a word of obliging or forbidding does so where it stands.
#[inline(never)]
fn demands(sight: &Sight<'_, '_>, word: Token) -> bool {
    let after = &sight.reading.text[word.span.end as usize..];
    // 不需要办手续: what need not be done is not demanded.
    if sight.reading.before(word.span.start).ends_with('不') && word.kinds.has(Kind::Obligation) {
        return false;
    }
    // 需要这种精神: a verb of its own.
    if sight.reading.slice(word.span).ends_with("需要")
        && !sight.words.kinds_at(word.span.end).any(&[Kind::Action, Kind::Manner, Kind::Preposition])
    {
        return false;
    }
    // 存在需进一步改进的地方: within an attribute.
    if matches!(sight.reading.slice(word.span).trim_start_matches(['仍', '还']), "需" | "需要") {
        let end = sight.reading.segments.clause(word.span.start).content.end.max(word.span.end);
        let near = look(sight, Span::new(word.span.end, end.min(word.span.end.saturating_add(MAX_ATTRIBUTE))));
        if sight.reading.slice(near).contains('的') {
            return false;
        }
    }
    // 那就不可能成功: what cannot be is not forbidden.
    if word.kinds.has(Kind::Obligation) && is_attributive(sight, word) || word.kinds.has(Kind::Prohibition) && after.starts_with('能') {
        return false;
    }
    // 重要讲话强调要坚定信心: what another said is told, not demanded.
    if word.kinds.has(Kind::Obligation) && sight.words.ending_at(word.span.start).is_some_and(|t| is_cited(sight, t)) {
        return false;
    }
    // 根据发展的需要，: a noun, as no verb follows.
    after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '“' | '《' | '（')) && !after.starts_with('的')
}

/// Whether a word stands in a clause that only tells the case: 不能当场办结的，.
pub(super) fn tells_case(sight: &Sight<'_, '_>, word: Token) -> bool {
    let clause = sight.reading.segments.clause(word.span.start);
    matches!(clause.terminator, '，' | ',') && sight.reading.slice(clause.content).ends_with('的')
}

/// Whether a modal belongs to an attribute that says what something is: 是我们必须始终坚持的原则, 这是要思考的方向; not 关键是要落实….
fn is_attributive(sight: &Sight<'_, '_>, word: Token) -> bool {
    let clause = sight.reading.segments.clause(word.span.start).content;
    if clause.len() > MAX_ATTRIBUTE || word.span.end > clause.end {
        return false;
    }
    let (before, after) = (sight.reading.between(clause.start, word.span.start), sight.reading.between(word.span.end, clause.end));
    let Some((subject, attribute)) = before.rsplit_once('是') else { return false };
    let equates = if attribute.is_empty() {
        subject.ends_with(['这', '那'])
    } else {
        attribute.chars().nth(MAX_SUBJECT).is_none()
            && !subject.ends_with(['一', '二', '三', '四', '五', '六', '特', '别', '其', '凡', '但', '于'])
    };
    equates && after.rsplit_once('的').is_some_and(|(_, noun)| !noun.is_empty() && noun.chars().nth(MAX_NOUN).is_none())
}

/// Whether a word is a verb of saying that makes no frame here.
fn is_cited(sight: &Sight<'_, '_>, word: Token) -> bool {
    let at = sight.speeches.partition_point(|s| s.verb.span.start < word.span.start);
    word.kinds.has(Kind::SayDirect) && sight.speeches.get(at).is_none_or(|s| s.verb.span.start != word.span.start)
}
