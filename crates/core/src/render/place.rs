//! Lines and columns of the source.

/// The lines of a source, so that many offsets can be placed with one sweep over it.
pub(super) struct Places<'s> {
    source: &'s str,
    /// The byte where each line starts.
    starts: Vec<usize>,
}

/// A line and a column, both from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
}

impl<'s> Places<'s> {
    pub(super) fn of(source: &'s str) -> Self {
        let after_breaks = source.bytes().enumerate().filter(|&(_, b)| b == b'\n').map(|(at, _)| at + 1);
        Self { source, starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// Where the byte `offset` stands.
    pub(super) fn at(&self, offset: u32) -> Place {
        let offset = offset as usize;
        let line = self.starts.partition_point(|&s| s <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let before = self.source.as_bytes().get(start..offset).unwrap_or_default();
        // A character starts at every byte but the continuation bytes. A line of megabytes is not counted
        // out again for every offset in it.
        let column = before.iter().take(MAX_COLUMN).filter(|&&b| b & 0xC0 != 0x80).count() + 1;
        Place { line, column }
    }
}

/// Past so many bytes into a line nobody counts columns.
const MAX_COLUMN: usize = 1 << 14;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_in_characters() {
        let places = Places::of("会议\n强调，\n");
        assert_eq!(places.at(0), Place { line: 1, column: 1 });
        assert_eq!(places.at(3), Place { line: 1, column: 2 });
        assert_eq!(places.at(7), Place { line: 2, column: 1 });
        assert_eq!(places.at(10), Place { line: 2, column: 2 });
        assert_eq!(places.at(9999).line, 3);
    }
}
