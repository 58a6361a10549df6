//! Maps as sorted lists, searched by halving: a quarter of the code that hashing takes in a WASM build, the same order
//! everywhere, and no text can be written so that its words collide.

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
        arrange(&mut rows, |row| row.0);
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
    /// The map of the rows of a large table, in which the values of a key come in order: sorted whole, without moving them twice.
    pub(crate) fn of_numbers(mut rows: Vec<(u64, u32)>) -> Self {
        rows.sort_unstable();
        Self(rows)
    }

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

/// Puts a list in the order of its keys; what has the same key keeps its order. Only the keys are sorted: a sort for each type of
/// member would be half a kilobyte of code each, and keys are mostly numbers.
pub(crate) fn arrange<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    // Most lists are in order already.
    if list.is_sorted_by_key(&key) {
        return;
    }
    let mut from = places(list.iter().map(key).collect());
    for at in 0..from.len() {
        // What stood where a member has come from in the meantime has gone to where that one was.
        let mut source = from[at] as usize;
        while source < at {
            source = from[source] as usize;
        }
        from[at] = source as u32;
        list.swap(at, source);
    }
}

/// The places of the keys in their order.
fn places<K: Ord>(keys: Vec<K>) -> Vec<u32> {
    let mut order: Vec<(K, u32)> = keys.into_iter().zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, place)| place).collect()
}

/// Of each word the place of the first that is equal to it.
pub(crate) fn firsts(words: &[impl AsRef<str>]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..words.len() as u32).collect();
    // Most words that begin alike, as names of bodies do, are told apart by their length.
    let key = |at: u32| {
        let word = words[at as usize].as_ref();
        (word.len(), word)
    };
    arrange(&mut order, |&at| key(at));
    let mut firsts = vec![0; words.len()];
    for same in order.chunk_by(|&a, &b| key(a) == key(b)) {
        same.iter().for_each(|&at| firsts[at as usize] = same[0]);
    }
    firsts
}

/// Up to three characters as one key.
pub(crate) fn key(characters: &[char]) -> u64 {
    characters.iter().fold(0, |key, &c| (key << 21) | u64::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sorted_map_keeps_the_order_of_values() {
        let map = Sorted::of([("乙", 1), ("甲", 2), ("乙", 3)]);
        assert_eq!((map.get("乙"), map.get("甲"), map.get("丙")), (Some(1), Some(2), None));
        assert!(map.all("乙").eq([1, 3]) && map.has("甲") && !map.has(""));
        assert_eq!(firsts(&["乙", "甲", "乙", "丙", "甲"]), [0, 1, 0, 3, 1]);
        let mut list = [(3, "甲"), (1, "乙"), (3, "丙"), (2, "丁"), (1, "戊")];
        arrange(&mut list, |row| row.0);
        assert_eq!(list, [(1, "乙"), (1, "戊"), (2, "丁"), (3, "甲"), (3, "丙")]);
        let counted = Sorted::counted(vec![key(&['甲', '乙']), key(&['乙']), key(&['甲', '乙'])]);
        assert_eq!(counted.get(key(&['甲', '乙'])), Some(2));
    }
}
