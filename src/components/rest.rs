//! What follows the reader at rest: while a slider is moved, only what is looked at moves with it. Words, lists and links
//! beside it come when the reader pauses, so that each step is drawn before the next.

use super::browser::after;
use crate::markup::{Memo, RwSignal};
use std::time::Duration;

/// How long the reader holds still before the rest follows: longer than between two steps of a slider, and shorter than it
/// takes to look from the slider to the words.
const PAUSE: Duration = Duration::from_millis(150);

/// Whether the reader is moving something, for what waits until they pause.
#[derive(Clone, Copy)]
pub struct Rest {
    is_moving: RwSignal<bool>,
    /// How many steps there have been.
    step: RwSignal<u32>,
}

impl Rest {
    /// A reader who holds still.
    pub fn new() -> Self {
        Self { is_moving: RwSignal::new(false), step: RwSignal::new(0) }
    }

    /// The reader takes a step, to be called before what it changes.
    pub fn stir(self) {
        let step = self.step.get_untracked().wrapping_add(1);
        self.step.set_untracked(step);
        if !self.is_moving.get_untracked() {
            self.is_moving.set(true);
        }
        after(PAUSE, move || {
            if self.step.try_get_untracked() == Some(step) {
                self.is_moving.try_set(false);
            }
        });
    }

    /// A value as it was when the reader last held still.
    pub fn of<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        value: impl Fn() -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |before: Option<&T>| match before {
            Some(before) if self.is_moving.get() => before.clone(),
            // Asked also where nothing was there before: what has never been asked follows nothing.
            _ => {
                let _ = self.is_moving.get();
                value()
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos::prelude::Owner;

    #[test]
    fn what_rests_follows_when_the_reader_pauses() {
        let owner = Owner::new();
        owner.with(|| {
            let (rest, period) = (Rest::new(), RwSignal::new(2011));
            let rested = rest.of(move || period.get());
            assert_eq!(rested.get(), 2011);
            period.set(2012);
            assert_eq!(rested.get(), 2012, "nobody moves anything: what is shown is followed at once");
            rest.is_moving.set(true);
            for step in 2013..2020 {
                period.set(step);
                assert_eq!(rested.get(), 2012);
            }
            rest.is_moving.set(false);
            assert_eq!(rested.get(), 2019);
        });
    }

    #[test]
    fn what_is_built_while_the_reader_moves_shows_what_there_is() {
        let owner = Owner::new();
        owner.with(|| {
            let (rest, period) = (Rest::new(), RwSignal::new(2011));
            rest.is_moving.set(true);
            let rested = rest.of(move || period.get());
            assert_eq!(rested.get(), 2011);
            period.set(2012);
            rest.is_moving.set(false);
            assert_eq!(rested.get(), 2012, "and follows later");
        });
    }
}
