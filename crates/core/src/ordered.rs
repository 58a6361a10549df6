//! Lists in order of place, which tell in a few steps which of their members start within a stretch of the text.
//!
//! The rules ask again and again for the sentence, the bracket or the name at an offset. A search in a sorted list costs
//! a dozen comparisons each time; here every 64 bytes of text know the first member from them on, which is near.

use std::ops::Deref;

use crate::span::Span;

/// So many bytes of text share a place in the index, as a power of two: 64.
const SHIFT: u32 = 6;

/// What stands somewhere in the text.
pub(crate) trait Placed {
    /// Where it stands.
    fn span(&self) -> Span;
}

/// A list by start, which knows where its members start.
#[derive(Debug)]
pub(crate) struct Ordered<T> {
    list: Vec<T>,
    /// For every so many bytes of text the index of the first member that starts there or later.
    firsts: Vec<u32>,
}

impl<T: Placed> Ordered<T> {
    /// The members of a text of `length` bytes, in order of their starts.
    pub(crate) fn of(length: usize, list: Vec<T>) -> Self {
        let mut firsts = Vec::new();
        // Of nothing there is nothing to look for.
        if !list.is_empty() {
            firsts.reserve_exact((length >> SHIFT) + 1);
            for (at, member) in (0..).zip(&list) {
                firsts.resize(firsts.len().max((member.span().start >> SHIFT) as usize + 1), at);
            }
            firsts.resize((length >> SHIFT) + 1, list.len() as u32);
        }
        Self { list, firsts }
    }

    /// The index of the first member that starts at `offset` or after it.
    #[inline]
    pub(crate) fn first_from(&self, offset: u32) -> usize {
        let Some(&first) = self.firsts.get((offset >> SHIFT) as usize) else { return self.list.len() };
        let mut at = first as usize;
        while self.list.get(at).is_some_and(|t| t.span().start < offset) {
            at += 1;
        }
        at
    }

    /// The index of the last member that starts at `offset` or before it.
    #[inline]
    pub(crate) fn last_up_to(&self, offset: u32) -> Option<usize> {
        self.first_from(offset.saturating_add(1)).checked_sub(1)
    }

    /// The member that starts at `offset`.
    #[inline]
    pub(crate) fn at(&self, offset: u32) -> Option<&T> {
        self.list.get(self.first_from(offset)).filter(|t| t.span().start == offset)
    }

    /// The member that ends at `offset`, in a list without overlap.
    pub(crate) fn ending_at(&self, offset: u32) -> Option<&T> {
        self.list.get(self.first_from(offset).checked_sub(1)?).filter(|t| t.span().end == offset)
    }

    /// The index of the first member that ends after `offset`, in a list without overlap.
    pub(crate) fn first_past(&self, offset: u32) -> usize {
        let from = self.first_from(offset);
        from - usize::from(from.checked_sub(1).and_then(|last| self.list.get(last)).is_some_and(|t| t.span().end > offset))
    }

    /// The members that start within `span`.
    #[inline]
    pub(crate) fn starting(&self, span: Span) -> &[T] {
        let from = self.first_from(span.start);
        let to = self.first_from(span.end);
        self.list.get(from..to).unwrap_or_default()
    }
}

impl<T> Ordered<T> {
    /// The list alone.
    pub(crate) fn into_list(self) -> Vec<T> {
        self.list
    }
}

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self { list: Vec::new(), firsts: Vec::new() }
    }
}

impl<T> Deref for Ordered<T> {
    type Target = [T];

    fn deref(&self) -> &Self::Target {
        &self.list
    }
}

impl<'o, T> IntoIterator for &'o Ordered<T> {
    type Item = &'o T;
    type IntoIter = std::slice::Iter<'o, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Placed for Span {
        fn span(&self) -> Span {
            *self
        }
    }

    #[test]
    fn a_look_finds_what_a_search_finds() {
        let spans: Vec<Span> = [0, 3, 63, 64, 65, 65, 200, 1000].map(|at| Span::new(at, at + 3)).to_vec();
        let list = Ordered::of(1003, spans.clone());
        for offset in 0..1300 {
            let first = spans.partition_point(|s| s.start < offset);
            assert_eq!(list.first_from(offset), first, "{offset}");
            assert_eq!(list.last_up_to(offset), spans.partition_point(|s| s.start <= offset).checked_sub(1), "{offset}");
            assert_eq!(list.at(offset), spans.get(first).filter(|s| s.start == offset), "{offset}");
            assert_eq!(list.ending_at(offset), spans[..first].last().filter(|s| s.end == offset), "{offset}");
            for end in offset..offset + 70 {
                let span = Span::new(offset, end);
                assert_eq!(list.starting(span), &spans[first..spans.partition_point(|s| s.start < end)], "{span:?}");
            }
        }
        let none: Ordered<Span> = Ordered::of(500, Vec::new());
        assert_eq!((none.first_from(400), none.at(9), none.last_up_to(400)), (0, None, None));
    }
}
