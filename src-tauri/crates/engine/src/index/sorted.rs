//! Sorted values that many can hold while one goes on: a copy shares all chunks, and a change makes anew only the chunk it falls in.

use std::sync::Arc;

/// Values in one chunk at most.
const CHUNK: usize = 256;

/// What has a place among others. No two values of a collection have the same.
pub trait Keyed {
    type Key: Ord;

    fn key(&self) -> Self::Key;
}

impl<T: Keyed> Keyed for Arc<T> {
    type Key = T::Key;

    fn key(&self) -> T::Key {
        T::key(self)
    }
}

impl<V> Keyed for (uuid::Uuid, V) {
    type Key = uuid::Uuid;

    fn key(&self) -> uuid::Uuid {
        self.0
    }
}

/// Values in the order of their keys.
#[derive(Clone, Debug)]
pub struct Sorted<T> {
    /// None is empty.
    chunks: Vec<Arc<Vec<T>>>,
    len: usize,
}

impl<T> Default for Sorted<T> {
    fn default() -> Self {
        Self {
            chunks: Vec::new(),
            len: 0,
        }
    }
}

impl<T: PartialEq> PartialEq for Sorted<T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<T> Sorted<T> {
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + Clone {
        self.chunks.iter().flat_map(|chunk| chunk.iter())
    }
}

impl<T: Keyed> FromIterator<T> for Sorted<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut values: Vec<T> = values.into_iter().collect();
        values.sort_unstable_by_key(T::key);
        let len = values.len();
        let mut values = values.into_iter();
        let mut chunks = Vec::with_capacity(len.div_ceil(CHUNK));
        while chunks.len() * CHUNK < len {
            chunks.push(Arc::new(values.by_ref().take(CHUNK).collect()));
        }
        Self { chunks, len }
    }
}

impl<T: Keyed + Clone> Sorted<T> {
    pub fn get(&self, key: &T::Key) -> Option<&T> {
        let chunk = self.chunks.get(self.chunk_of(key))?;
        let at = chunk.binary_search_by(|value| value.key().cmp(key)).ok()?;
        chunk.get(at)
    }

    /// The values from a key on.
    pub fn from<'s>(&'s self, key: &T::Key) -> impl Iterator<Item = &'s T> + use<'s, T> {
        let chunks = self.chunks.get(self.chunk_of(key)..).unwrap_or_default();
        let skipped = chunks.first().map_or(0, |chunk| chunk.partition_point(|value| value.key() < *key));
        chunks.iter().flat_map(|chunk| chunk.iter()).skip(skipped)
    }

    /// Puts a value at its place, and returns the one with the same key that it replaces.
    pub fn put(&mut self, value: T) -> Option<T> {
        let key = value.key();
        let number = self.chunk_of(&key);
        let Some(chunk) = self.chunks.get_mut(number) else {
            self.chunks.push(Arc::new(vec![value]));
            self.len += 1;
            return None;
        };
        let chunk = Arc::make_mut(chunk);
        match chunk.binary_search_by(|other| other.key().cmp(&key)) {
            Ok(at) => return Some(std::mem::replace(&mut chunk[at], value)),
            Err(at) => {
                chunk.insert(at, value);
                self.len += 1;
            }
        }
        if chunk.len() > CHUNK {
            let rest = chunk.split_off(CHUNK / 2);
            self.chunks.insert(number + 1, Arc::new(rest));
        }
        None
    }

    /// Takes out the value with a key.
    pub fn remove(&mut self, key: &T::Key) -> Option<T> {
        let number = self.chunk_of(key);
        let chunk = self.chunks.get_mut(number)?;
        let at = chunk.binary_search_by(|value| value.key().cmp(key)).ok()?;
        let chunk = Arc::make_mut(chunk);
        let value = chunk.remove(at);
        if chunk.is_empty() {
            self.chunks.remove(number);
        }
        self.len -= 1;
        Some(value)
    }

    /// The chunk in which a key has its place: the last one that does not begin after it.
    fn chunk_of(&self, key: &T::Key) -> usize {
        let begins = |chunk: &Arc<Vec<T>>| chunk.first().is_some_and(|first| first.key() <= *key);
        self.chunks.partition_point(begins).saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use uuid::Uuid;

    /// Numbers that look random and are the same on every run.
    fn numbers(count: usize) -> impl Iterator<Item = u128> {
        let mut state = 7_u64;
        std::iter::repeat_with(move || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            u128::from(state >> 33) % 3_000
        })
        .take(count)
    }

    #[test]
    fn it_holds_what_a_map_holds_and_a_copy_stays_as_it_was() {
        let mut sorted: Sorted<(Uuid, usize)> = numbers(1_000)
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .map(|key| (Uuid::from_u128(key), 0))
            .collect();
        let mut map: BTreeMap<Uuid, usize> = sorted.iter().copied().collect();
        for (step, key) in numbers(20_000).enumerate() {
            let (key, before) = (Uuid::from_u128(key), sorted.clone());
            if step % 3 == 0 {
                assert_eq!(sorted.remove(&key).map(|(_, value)| value), map.remove(&key));
            } else {
                assert_eq!(sorted.put((key, step)).map(|(_, value)| value), map.insert(key, step));
            }
            assert_eq!(sorted.get(&key).map(|(_, value)| *value), map.get(&key).copied());
            assert_eq!(sorted.len(), map.len());
            if step % 500 == 0 {
                assert!(sorted.iter().map(|(key, value)| (key, value)).eq(map.iter()));
                assert!(sorted.iter().rev().map(|(key, _)| key).eq(map.keys().rev()));
                assert!(sorted.from(&key).map(|(key, _)| key).eq(map.range(key..).map(|(key, _)| key)));
                assert!(before != sorted || before.get(&key) == sorted.get(&key));
            }
        }
    }
}
