//! Maps as sorted lists, searched by halving: a quarter of the code that hashing takes in a WASM build, the same order
//! everywhere, and no text can be written so that its words collide.

use crate::span::Span;

/// Values by key, sorted by key; a key may have several, which stay in the order in which they were given.
#[derive(Debug)]
pub(crate) struct Sorted<K, V>(Vec<(K, V)>);

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord + Copy, V: Copy> Sorted<K, V> {
    /// The map of these rows.
    pub(crate) fn of(rows: impl IntoIterator<Item = (K, V)>) -> Self {
        let mut rows: Vec<(K, V)> = rows.into_iter().collect();
        rows.sort_by_key(|row| row.0);
        Self(rows)
    }

    /// The first value of `key`.
    pub(crate) fn get(&self, key: K) -> Option<V> {
        self.all(key).next()
    }

    /// The values of `key`.
    pub(crate) fn all(&self, key: K) -> impl Iterator<Item = V> + '_ {
        let from = self.0.partition_point(|row| row.0 < key);
        self.0[from..].iter().take_while(move |row| row.0 == key).map(|row| row.1)
    }

    /// Whether `key` has a value.
    pub(crate) fn has(&self, key: K) -> bool {
        self.get(key).is_some()
    }
}

impl Sorted<u64, u32> {
    /// How often each of these keys is there.
    pub(crate) fn counted(mut keys: Vec<u64>) -> Self {
        keys.sort_unstable();
        let mut rows: Vec<(u64, u32)> = Vec::new();
        for key in keys {
            match rows.last_mut() {
                Some(last) if last.0 == key => last.1 += 1,
                _ => rows.push((key, 1)),
            }
        }
        Self(rows)
    }
}

/// Of each word the place of the first that is equal to it.
pub(crate) fn firsts(words: &[impl AsRef<str>]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..words.len() as u32).collect();
    // Most words that begin alike, as names of bodies do, are told apart by their length.
    let key = |at: u32| {
        let word = words[at as usize].as_ref();
        (word.len(), word)
    };
    order.sort_by(|&a, &b| key(a).cmp(&key(b)));
    let mut firsts = vec![0; words.len()];
    for same in order.chunk_by(|&a, &b| key(a) == key(b)) {
        same.iter().for_each(|&at| firsts[at as usize] = same[0]);
    }
    firsts
}

/// Puts a list in the order of its spans; those of one span stay as they are. One sort serves the lists of all types, where
/// each call of the library's own would be 700 bytes of a WASM build.
pub(crate) fn by_span<T>(list: &mut [T], span: impl Fn(&T) -> Span) {
    // Mostly they are in order, and sorting takes room.
    if list.is_sorted_by_key(&span) {
        return;
    }
    let mut places = places(list.iter().map(span).zip(0..).collect());
    for at in 0..places.len() {
        while places[at] != at {
            let place = places[at];
            list.swap(at, place);
            places.swap(at, place);
        }
    }
}

/// As [`by_span`], but of spans that start together the longest comes first.
pub(crate) fn outer_first<T>(list: &mut [T], span: impl Fn(&T) -> Span) {
    by_span(list, |one| {
        let Span { start, end } = span(one);
        Span { start, end: !end }
    });
}

/// Of each of these spans its place among all of them.
fn places(mut spans: Vec<(Span, usize)>) -> Vec<usize> {
    spans.sort_unstable();
    let mut places = vec![0; spans.len()];
    spans.iter().enumerate().for_each(|(place, &(_, at))| places[at] = place);
    places
}

/// Up to three characters as one key.
pub(crate) fn key(characters: &[char]) -> u64 {
    characters.iter().fold(0, |key, &c| (key << 21) | u64::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_put_in_the_order_of_its_spans() {
        let mut list = [(3, 4, "a"), (1, 2, "b"), (1, 5, "c"), (3, 4, "d"), (0, 9, "e"), (1, 2, "f")];
        let span = |one: &(u32, u32, &str)| Span { start: one.0, end: one.1 };
        let told = |list: &[(u32, u32, &'static str)]| list.iter().map(|one| one.2).collect::<String>();
        by_span(&mut list, span);
        assert_eq!(told(&list), "ebfcad");
        outer_first(&mut list, span);
        assert_eq!(told(&list), "ecbfad");
    }

    #[test]
    fn a_sorted_map_keeps_the_order_of_values() {
        let map = Sorted::of([("乙", 1), ("甲", 2), ("乙", 3)]);
        assert_eq!((map.get("乙"), map.get("甲"), map.get("丙")), (Some(1), Some(2), None));
        assert!(map.all("乙").eq([1, 3]) && map.has("甲") && !map.has(""));
        assert_eq!(firsts(&["乙", "甲", "乙", "丙", "甲"]), [0, 1, 0, 3, 1]);
        let counted = Sorted::counted(vec![key(&['甲', '乙']), key(&['乙']), key(&['甲', '乙'])]);
        assert_eq!(counted.get(key(&['甲', '乙'])), Some(2));
    }
}
