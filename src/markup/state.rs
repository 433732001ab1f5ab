//! Leptos' signals and memos, as if for any type and yet of one.
//!
//! Leptos compiles a signal's machinery anew for each type of value, some four kilobytes of the application each time.
//! These have its names and its behaviour, and keep every value behind one and the same pointer.

use leptos::prelude::{self as reactive, Get, GetUntracked, Set, Track, UpdateUntracked};
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

/// A value of the state: who reads it is told when it changes. Copies are of the same value.
pub struct RwSignal<T> {
    inner: reactive::RwSignal<Shared>,
    kind: PhantomData<fn() -> T>,
}

/// A value worked out from others, anew when they change; who reads it is told when it has become another.
pub struct Memo<T> {
    inner: reactive::Memo<Compared>,
    kind: PhantomData<fn() -> T>,
}

/// A value of any type.
type Shared = Arc<dyn Any + Send + Sync>;

/// A value with the way to compare it with others of its type.
#[derive(Clone)]
struct Compared {
    value: Shared,
    is_same: fn(&Shared, &Shared) -> bool,
}

impl<T: Clone + Send + Sync + 'static> RwSignal<T> {
    /// A value to begin with.
    pub fn new(value: T) -> Self {
        Self { inner: reactive::RwSignal::new(Arc::new(value)), kind: PhantomData }
    }

    /// The value now; who asks is told when it changes.
    pub fn get(&self) -> T {
        read(&self.inner.get())
    }

    /// The same while the part of the page that made it is there.
    pub fn try_get(&self) -> Option<T> {
        self.inner.try_get().map(|value| read(&value))
    }

    /// The value now, and no more.
    pub fn get_untracked(&self) -> T {
        read(&self.inner.get_untracked())
    }

    /// The same while the part of the page that made it is there.
    pub fn try_get_untracked(&self) -> Option<T> {
        self.inner.try_get_untracked().map(|value| read(&value))
    }

    /// What is worked out from the value; who asks is told when it changes.
    pub fn with<U>(&self, work: impl FnOnce(&T) -> U) -> U {
        work(&self.get())
    }

    /// What is worked out from the value now, and no more.
    pub fn with_untracked<U>(&self, work: impl FnOnce(&T) -> U) -> U {
        work(&self.get_untracked())
    }

    /// Who asks is told when the value changes.
    pub fn track(&self) {
        self.inner.track();
    }

    /// Another value from now on.
    pub fn set(&self, value: T) {
        self.inner.set(Arc::new(value));
    }

    /// The same, and nobody is told.
    pub fn set_untracked(&self, value: T) {
        self.inner.update_untracked(|old| *old = Arc::new(value));
    }

    /// Another value from now on, and nothing where the part of the page that made it has gone.
    pub fn try_set(&self, value: T) {
        // What could not be set is given back, and nobody is left to show it to.
        let _ = self.inner.try_set(Arc::new(value));
    }

    /// The value with a change that nobody is told, and what the change gives; nothing where the part of the page that
    /// made it has gone.
    pub fn try_update_untracked<U>(&self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        let mut value = self.try_get_untracked()?;
        let answer = change(&mut value);
        self.set_untracked(value);
        Some(answer)
    }

    /// The value with a change.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Memo<T> {
    /// Worked out by this, which is given the value before.
    pub fn new(work: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let work = move |before: Option<&Compared>| {
            let before = before.and_then(|before| before.value.downcast_ref());
            Compared { value: Arc::new(work(before)), is_same: is_same::<T> }
        };
        Self { inner: memo(Box::new(work)), kind: PhantomData }
    }

    /// The value now; who asks is told when it has become another.
    pub fn get(&self) -> T {
        read(&self.inner.get().value)
    }

    /// The value now, and no more.
    pub fn get_untracked(&self) -> T {
        read(&self.inner.get_untracked().value)
    }

    /// Who asks is told when the value has become another.
    pub fn track(&self) {
        self.inner.track();
    }
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

type Work = Box<dyn Fn(Option<&Compared>) -> Compared + Send + Sync>;

fn memo(work: Work) -> reactive::Memo<Compared> {
    reactive::Memo::new_with_compare(work, |before, now| match (before, now) {
        (Some(before), Some(now)) => !(now.is_same)(&before.value, &now.value),
        _ => true,
    })
}

fn is_same<T: PartialEq + 'static>(a: &Shared, b: &Shared) -> bool {
    a.downcast_ref::<T>() == b.downcast_ref::<T>()
}

fn read<T: Clone + 'static>(value: &Shared) -> T {
    match value.downcast_ref::<T>() {
        Some(value) => value.clone(),
        None => unreachable!("a signal holds what it was made for"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos::prelude::Owner;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn a_memo_follows_its_signals_and_stays_when_its_value_does() {
        let owner = Owner::new();
        owner.set();
        let number = RwSignal::new(3);
        let is_odd = Memo::new(move |_| number.get() % 2 == 1);
        let worked = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&worked);
        let words = Memo::new(move |before: Option<&String>| {
            counted.fetch_add(1, Ordering::Relaxed);
            let before = before.map_or("", String::as_str);
            format!("{before}{}", if is_odd.get() { "odd " } else { "even " })
        });
        assert_eq!(words.get(), "odd ");
        number.set(5);
        assert_eq!((words.get(), worked.load(Ordering::Relaxed)), ("odd ".to_owned(), 1));
        number.update(|number| *number += 1);
        assert_eq!((number.get(), words.get()), (6, "odd even ".to_owned()));
        assert_eq!(worked.load(Ordering::Relaxed), 2);
    }

    #[test]
    fn what_its_owner_took_along_is_gone() {
        let owner = Owner::new();
        let signal = owner.with(|| RwSignal::new("here".to_owned()));
        assert_eq!(signal.try_get().as_deref(), Some("here"));
        owner.cleanup();
        signal.try_set("there".to_owned());
        assert_eq!(signal.try_get_untracked(), None);
    }
}
