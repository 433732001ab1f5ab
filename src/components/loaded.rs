//! Something that is fetched: on its way, here, or failed with a reason and a way on.

use crate::error::LoadError;

/// The three states of what is fetched.
#[derive(Debug, Clone, PartialEq)]
pub enum Loaded<T> {
    /// On its way.
    Loading,
    /// Here.
    Ready(T),
    /// Not to be had, and why.
    Failed(LoadError),
}

impl<T> Loaded<T> {
    /// What is here, if it is.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(value) => Some(value),
            _ => None,
        }
    }

    /// Why it is not here, if it failed.
    pub fn failure(&self) -> Option<&LoadError> {
        match self {
            Self::Failed(error) => Some(error),
            _ => None,
        }
    }

    /// The same state of something worked out from it.
    pub fn map<U>(&self, change: impl FnOnce(&T) -> U) -> Loaded<U> {
        match self {
            Self::Loading => Loaded::Loading,
            Self::Ready(value) => Loaded::Ready(change(value)),
            Self::Failed(error) => Loaded::Failed(error.clone()),
        }
    }
}
