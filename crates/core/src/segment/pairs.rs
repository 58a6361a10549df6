//! Brackets and quotation marks, matched in one pass with a bounded stack.

use super::signs::Sign;
use crate::ordered::{Ordered, Placed};
use crate::span::Span;

/// How deep pairs may nest; deeper ones are not paired. Real prose nests four deep at most.
pub(crate) const MAX_DEPTH: usize = 64;

/// Two marks and what stands between them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    /// The opening mark: one of “ ‘ 《 〈 （ ( 「 『 【 〔 ［ [.
    pub(crate) mark: char,
    /// From the opening mark through the closing mark.
    pub(crate) span: Span,
    /// What stands between the marks; may be empty.
    pub(crate) inner: Span,
    /// The pair this one stands in: an index into [`Pairs::list`].
    pub(crate) parent: Option<u32>,
}

/// All pairs of a text, in order of their opening marks.
#[derive(Debug, Default)]
pub(crate) struct Pairs {
    /// The pairs.
    pub(crate) list: Ordered<Pair>,
    /// Marks without a partner.
    pub(crate) unmatched: Vec<Span>,
    /// The first opening mark that stands deeper than [`MAX_DEPTH`].
    pub(crate) too_deep: Option<Span>,
}

impl Placed for Pair {
    fn span(&self) -> Span {
        self.span
    }
}

impl Pair {
    /// Whether the pair is of quotation marks.
    pub(crate) fn is_quote(&self) -> bool {
        matches!(self.mark, '“' | '‘' | '「' | '『')
    }

    /// Whether the pair is of round or square brackets.
    pub(crate) fn is_bracket(&self) -> bool {
        matches!(self.mark, '（' | '(' | '〔' | '［' | '[' | '【')
    }

    /// Whether the pair is of title marks 《》.
    pub(crate) fn is_title(&self) -> bool {
        matches!(self.mark, '《' | '〈')
    }
}

impl Pairs {
    /// Matches the marks among the signs of a text of `length` bytes. A line end closes what its line left open: a mark that
    /// was forgotten costs its own line only.
    pub(super) fn of(length: usize, signs: &[Sign]) -> Self {
        let mut pairs = Self::default();
        let mut list: Vec<Pair> = Vec::new();
        let mut open: Vec<(char, usize, usize)> = Vec::new();
        for &Sign { at, character: c } in signs {
            let at = at as usize;
            if c == '\n' {
                for (mark, start, _) in open.drain(..) {
                    pairs.unmatched.push(Span::of(start, start + mark.len_utf8()));
                }
            } else if closing(c).is_some() {
                if open.len() < MAX_DEPTH {
                    open.push((c, at, list.len()));
                    let parent = open.len().checked_sub(2).map(|i| open[i].2 as u32);
                    list.push(Pair { mark: c, span: Span::default(), inner: Span::default(), parent });
                } else if pairs.too_deep.is_none() {
                    pairs.too_deep = Some(Span::of(at, at + c.len_utf8()));
                }
            } else if let Some(mark) = opening(c) {
                let Some(depth) = open.iter().rposition(|&(m, ..)| m == mark) else {
                    pairs.unmatched.push(Span::of(at, at + c.len_utf8()));
                    continue;
                };
                for (m, start, _) in open.drain(depth + 1..) {
                    pairs.unmatched.push(Span::of(start, start + m.len_utf8()));
                }
                if let Some((m, start, index)) = open.pop() {
                    list[index].span = Span::of(start, at + c.len_utf8());
                    list[index].inner = Span::of(start + m.len_utf8(), at);
                }
            }
        }
        for (mark, start, _) in open {
            pairs.unmatched.push(Span::of(start, start + mark.len_utf8()));
        }
        drop_open(&mut list);
        pairs.unmatched.sort_unstable();
        pairs.list = Ordered::of(length, list);
        pairs
    }

    /// The innermost pair around `offset`, its own marks counted as inside.
    pub(crate) fn around(&self, offset: u32) -> Option<&Pair> {
        let mut at = self.list.last_up_to(offset);
        while let Some(i) = at {
            let pair = &self.list[i];
            if offset < pair.span.end {
                return Some(pair);
            }
            at = pair.parent.map(|p| p as usize);
        }
        None
    }

    /// The pair that opens at `offset`.
    pub(crate) fn opening_at(&self, offset: u32) -> Option<&Pair> {
        self.list.at(offset)
    }

    /// The pairs that open within `span`.
    pub(crate) fn within(&self, span: Span) -> &[Pair] {
        self.list.starting(span)
    }
}

/// Takes out the pairs that never closed, and points parents past them.
fn drop_open(list: &mut Vec<Pair>) {
    let mut place: Vec<Option<u32>> = Vec::with_capacity(list.len());
    let mut kept = 0;
    for pair in &mut *list {
        let parent = pair.parent.and_then(|p| place[p as usize]);
        if pair.span.is_empty() {
            place.push(parent);
        } else {
            pair.parent = parent;
            place.push(Some(kept));
            kept += 1;
        }
    }
    list.retain(|p| !p.span.is_empty());
}

/// Whether `c` opens or closes a pair.
pub(super) const fn is_mark(c: char) -> bool {
    closing(c).is_some() || opening(c).is_some()
}

/// The mark that closes what `c` opens.
const fn closing(c: char) -> Option<char> {
    Some(match c {
        '“' => '”',
        '‘' => '’',
        '《' => '》',
        '〈' => '〉',
        '（' => '）',
        '(' => ')',
        '「' => '」',
        '『' => '』',
        '【' => '】',
        '〔' => '〕',
        '［' => '］',
        '[' => ']',
        _ => return None,
    })
}

/// The mark that opens what `c` closes.
const fn opening(c: char) -> Option<char> {
    Some(match c {
        '”' => '“',
        '’' => '‘',
        '》' => '《',
        '〉' => '〈',
        '）' => '（',
        ')' => '(',
        '」' => '「',
        '』' => '『',
        '】' => '【',
        '〕' => '〔',
        '］' => '［',
        ']' => '[',
        _ => return None,
    })
}
