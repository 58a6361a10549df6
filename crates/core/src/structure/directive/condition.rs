//! In which case a directive holds (条件): 凡未经批准的，一律不得进入.

use super::Sight;
use super::unit::Unit;
use crate::document::Text;
use crate::lexicon::Kind;
use crate::span::Span;

/// The longest condition, in bytes: 100 characters.
const MAX_LENGTH: u32 = 300;

/// The condition that opens a unit, up to the comma before what is demanded.
pub(super) fn read(sight: &Sight<'_, '_>, unit: &Unit) -> Option<Text> {
    let (clause, terminator) = sight.clauses(unit.span).next()?;
    let word = sight.words.at(clause.start).filter(|w| w.kinds.has(Kind::Condition))?;
    let text = sight.reading.slice(clause);
    // 对落实不力的，: 对 opens a case only where it ends in 的 or 者.
    let case = text.ends_with(['的', '者']) || word.kinds.has(Kind::Case);
    (case && matches!(terminator, '，' | ',') && clause.end < unit.span.end && clause.len() <= MAX_LENGTH)
        .then(|| sight.reading.text_at(Span::new(clause.start, clause.end)))
}
