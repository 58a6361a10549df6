//! How a time bounds what is said: 前, 后, 内, 期间.

use std::sync::LazyLock;

use super::super::Reading;
use super::cursor::Cursor;
use crate::document::TimeRelation;
use crate::lexicon::Kind;
use crate::packed::plain;

static ROWS: &str = plain!("particle.tsv");

/// The particles of time, the longer before the shorter, each with the relation it states.
static PARTICLES: LazyLock<Vec<(&'static str, Option<TimeRelation>)>> = LazyLock::new(|| {
    let rows = ROWS.lines().filter_map(|l| l.split_once('\t'));
    rows.map(|(word, relation)| (word, named(relation))).collect()
});

/// The relation with this name in a data file.
pub(super) fn named(name: &str) -> Option<TimeRelation> {
    Some(match name {
        "before" => TimeRelation::Before,
        "after" => TimeRelation::After,
        "within" => TimeRelation::Within,
        "during" => TimeRelation::During,
        _ => return None,
    })
}

/// The relation that a particle at the cursor states, and where the particle ends.
pub(super) fn read(reading: &Reading<'_>, c: Cursor<'_>) -> Option<(Option<TimeRelation>, usize)> {
    let c = c.gap();
    let (word, relation) = PARTICLES.iter().find(|(w, _)| c.eat(w).is_some())?;
    let end = c.eat(word)?;
    // 今年前三个月 and 今年后几个月 name months.
    let measured = |c: Cursor<'_>| matches!(c.peek(), Some('个' | '季' | '月' | '周' | '天' | '年' | '半' | '名' | '位'));
    let counts = matches!(*word, "前" | "后")
        && (end.number().is_some_and(|(_, after)| measured(after)) || matches!(end.peek(), Some('几' | '半' | '段')));
    (!counts && !is_shadowed(reading, c.at(), end.at())).then_some((*relation, end.at()))
}

/// Whether a longer word that begins at `start` takes in what ends at `end`: the 前往 in 5月18日前往.
///
/// Where another word begins at `end` and reaches further, it wins: 年内部署 is 年内 and 部署.
pub(super) fn is_shadowed(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    let Some(token) = reading.tokens.at(start as u32).filter(|t| t.span.end as usize > end) else { return false };
    if token.kinds.has(Kind::TimeWord) {
        return false;
    }
    reading.tokens.at(end as u32).is_none_or(|next| next.span.end <= token.span.end)
}
