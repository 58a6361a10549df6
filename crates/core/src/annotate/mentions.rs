//! Lists of mentions, and which of them start within a stretch of the text.

use std::ops::Deref;

use super::Found;
use crate::places::Places;
use crate::span::Span;

/// A list of mentions by place, which tells at a look which of them start within a stretch of the text.
#[derive(Debug)]
pub(crate) struct Mentions<T> {
    list: Vec<Found<T>>,
    /// Where the mentions start; `None` where two start together, so that a place tells of no one mention.
    starts: Option<Places>,
}

/// Mentions by place.
pub(crate) trait Placed {
    /// What the mentions are of.
    type What;

    /// The mentions that start within `span`.
    fn starting(&self, span: Span) -> &[Found<Self::What>];
}

impl<T> Mentions<T> {
    /// The mentions of a text of `length` bytes.
    pub(super) fn of(length: usize, list: Vec<Found<T>>) -> Self {
        let apart = list.windows(2).all(|pair| pair[0].span.start < pair[1].span.start);
        let starts = apart.then(|| Places::of(length, list.iter().map(|f| f.span.start)));
        Self { list, starts }
    }

    /// The mention that starts at `offset`.
    #[inline]
    pub(crate) fn at(&self, offset: u32) -> Option<&Found<T>> {
        match &self.starts {
            Some(starts) => starts.index(offset).and_then(|i| self.list.get(i)),
            None => self.list.binary_search_by_key(&offset, |f| f.span.start).ok().map(|i| &self.list[i]),
        }
    }

    /// What the mentions are.
    pub(crate) fn into_values(self) -> Vec<T> {
        let mut values: Vec<T> = self.list.into_iter().map(|found| found.value).collect();
        // They stand where the mentions stood, which took more.
        values.shrink_to_fit();
        values
    }
}

impl<T> Default for Mentions<T> {
    fn default() -> Self {
        Self { list: Vec::new(), starts: None }
    }
}

impl<T> Deref for Mentions<T> {
    type Target = [Found<T>];

    fn deref(&self) -> &Self::Target {
        &self.list
    }
}

impl<'m, T> IntoIterator for &'m Mentions<T> {
    type Item = &'m Found<T>;
    type IntoIter = std::slice::Iter<'m, Found<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl<T> Placed for Mentions<T> {
    type What = T;

    #[inline]
    fn starting(&self, span: Span) -> &[Found<T>] {
        let Some(starts) = &self.starts else { return self.list.starting(span) };
        let (from, to) = (starts.count_before(span.start), starts.count_before(span.end));
        self.list.get(from..to.max(from)).unwrap_or_default()
    }
}

impl<T> Placed for Vec<Found<T>> {
    type What = T;

    fn starting(&self, span: Span) -> &[Found<T>] {
        let from = self.partition_point(|f| f.span.start < span.start);
        let to = self.partition_point(|f| f.span.start < span.end);
        &self[from..to.max(from)]
    }
}
