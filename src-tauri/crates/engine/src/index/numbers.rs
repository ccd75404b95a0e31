use std::{collections::HashMap, hash::Hash};

/// Numbers given out in order of first sight. They stay as they are while the dossier is open, so that a picture drawn before a change means the same after it.
#[derive(Clone, Debug)]
pub struct Numbers<K> {
    known: Vec<K>,
    numbers: HashMap<K, u32>,
}

impl<K> Default for Numbers<K> {
    fn default() -> Self {
        Self {
            known: Vec::new(),
            numbers: HashMap::new(),
        }
    }
}

impl<K: Clone + Eq + Hash> Numbers<K> {
    /// The number of a key, a new one where it has none yet.
    pub(super) fn give(&mut self, key: &K) -> u32 {
        if let Some(&number) = self.numbers.get(key) {
            return number;
        }
        let number = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        self.known.push(key.clone());
        self.numbers.insert(key.clone(), number);
        number
    }

    pub fn find(&self, key: &K) -> Option<u32> {
        self.numbers.get(key).copied()
    }

    /// The key with a number.
    pub fn at(&self, number: u32) -> Option<&K> {
        self.known.get(number as usize)
    }

    /// Every key ever seen, by number.
    pub fn iter(&self) -> impl Iterator<Item = &K> {
        self.known.iter()
    }
}
