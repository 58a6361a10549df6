//! Answers to a question about clauses or words, kept for as long as the same ones are asked about.

use std::cell::Cell;

use crate::span::Span;

/// How many answers are kept: a unit seldom has more clauses.
const ROOM: usize = 16;

/// The last answers to a question, by clause.
#[derive(Default)]
pub(super) struct Asked<T>([Cell<Option<(Span, T)>>; ROOM]);

impl<T: Copy> Asked<T> {
    /// The answer for a clause: as it was given before, or as `find` gives it now.
    pub(super) fn of(&self, clause: Span, find: impl FnOnce() -> T) -> T {
        // Clauses that stand together begin a dozen characters apart.
        let place = &self.0[(clause.start >> 4) as usize % ROOM];
        match place.get() {
            Some((known, answer)) if known == clause => answer,
            _ => {
                let answer = find();
                place.set(Some((clause, answer)));
                answer
            }
        }
    }
}
