//! Objects whose members are entries of one kind: values by name, or by position in a list.

use super::{FromJson, Place};
use serde::{Serialize, Serializer};

/// Entries by key, the keys ascending. Files have them so already, so one list is enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyed<K, T>(Vec<(K, T)>);

/// What the name of a member says.
pub trait Key: Ord + Sized {
    /// The key that a name is; none when it is no such key.
    fn of_name(name: &str) -> Option<Self>;
}

impl Key for String {
    fn of_name(name: &str) -> Option<Self> {
        Some(name.to_owned())
    }
}

impl Key for usize {
    fn of_name(name: &str) -> Option<Self> {
        name.parse().ok().filter(|position: &Self| position.to_string() == name)
    }
}

impl<K: Ord, T> Keyed<K, T> {
    /// The entry of a key.
    pub fn get(&self, key: &K) -> Option<&T> {
        self.0.binary_search_by(|(known, _)| known.cmp(key)).ok().map(|at| &self.0[at].1)
    }

    /// The entries, their keys ascending.
    pub fn entries(&self) -> &[(K, T)] {
        &self.0
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds an entry; gives back whether its key is new. The first entry of a key stays.
    fn add(&mut self, key: K, entry: T) -> bool {
        let at = self.0.partition_point(|(known, _)| *known < key);
        let is_new = self.0.get(at).is_none_or(|(known, _)| *known != key);
        if is_new {
            self.0.insert(at, (key, entry));
        }
        is_new
    }
}

impl<K, T> Default for Keyed<K, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, T> FromIterator<(K, T)> for Keyed<K, T> {
    fn from_iter<I: IntoIterator<Item = (K, T)>>(entries: I) -> Self {
        let mut keyed = Self::default();
        for (key, entry) in entries {
            keyed.add(key, entry);
        }
        keyed
    }
}

impl<K: Key, T: FromJson> FromJson for Keyed<K, T> {
    fn from_json(json: &Place) -> Self {
        let mut keyed = Self::default();
        for (name, entry) in json.members() {
            match K::of_name(name) {
                None => json.fault(format!("“{name}” is not a position")),
                Some(key) => {
                    if !keyed.add(key, json.named(name, entry)) {
                        json.fault(format!("duplicate field `{name}`"));
                    }
                }
            }
        }
        keyed
    }
}

impl<K: Serialize, T: Serialize> Serialize for Keyed<K, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, entry)| (key, entry)))
    }
}
