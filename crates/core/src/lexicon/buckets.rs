//! Where in a sorted list the entries of a place in the text stand, found without a search.

/// How many bytes of text share a bucket, as a power of two: 64.
const SHIFT: u32 = 6;

/// For every 64 bytes of a text the first entry of a sorted list that stands there or later.
#[derive(Debug, Default)]
pub(crate) struct Buckets {
    firsts: Vec<u32>,
}

impl Buckets {
    /// The buckets of a list whose entries stand at `places`, sorted.
    pub(crate) fn of(places: impl Iterator<Item = u32>) -> Self {
        let mut firsts = vec![0];
        let mut count = 0;
        for place in places {
            while firsts.len() <= (place >> SHIFT) as usize {
                firsts.push(count);
            }
            count += 1;
        }
        firsts.push(count);
        Self { firsts }
    }

    /// The index of the first entry of `list` whose place is at `offset` or after it.
    pub(crate) fn first_from<T>(&self, list: &[T], offset: u32, place: impl Fn(&T) -> u32) -> usize {
        let bucket = (offset >> SHIFT) as usize;
        let Some(&first) = self.firsts.get(bucket) else { return list.len() };
        let past = self.firsts.get(bucket + 1).map_or(list.len(), |&p| p as usize);
        let first = (first as usize).min(past);
        first + list.get(first..past).unwrap_or_default().iter().take_while(|e| place(e) < offset).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_find_what_a_search_finds() {
        let places = [0, 3, 63, 64, 64, 65, 200, 1000];
        let buckets = Buckets::of(places.iter().copied());
        for offset in 0..1200 {
            assert_eq!(buckets.first_from(&places, offset, |p| *p), places.partition_point(|p| *p < offset), "{offset}");
        }
        assert_eq!(Buckets::default().first_from(&[] as &[u32], 5, |p| *p), 0);
    }
}
