//! A bounded cache of what was read, which also shares requests in flight: whoever asks for a file that is on its way
//! waits for the same answer. An error goes to all who waited and is then forgotten, so that asking again tries again.

use crate::error::LoadError;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Poll, Waker};

/// Parsed files by path. What was not used for longest goes first when the files' bytes exceed the limit; pages keep
/// what they hold, because values are shared.
pub(super) struct Cache {
    /// Some dozens at most, so that looking through them takes no time.
    slots: RefCell<Vec<(String, Slot)>>,
    most_bytes: usize,
    clock: Cell<u64>,
}

/// A parsed file and the size that it had.
pub(super) struct Loaded {
    pub(super) value: Shared,
    pub(super) bytes: usize,
}

enum Slot {
    InFlight(Rc<Flight>),
    Kept { value: Shared, bytes: usize, used: u64 },
}

/// A parsed file of any kind, so that there is one machinery for all of them: a copy for each kind would be most of
/// what reading costs the reader in bytes. Counted atomically because what pages show is held in signals.
pub(super) type Shared = Arc<dyn Any + Send + Sync>;

/// A request on its way.
pub(super) type Request<'a> = Pin<Box<dyn Future<Output = Result<Loaded, LoadError>> + 'a>>;

type Outcome = Result<Shared, LoadError>;

/// A request that has not come back.
#[derive(Default)]
struct Flight {
    state: RefCell<State>,
    waiters: RefCell<Vec<Waker>>,
}

#[derive(Default)]
enum State {
    #[default]
    Pending,
    Landed(Outcome),
    /// Its caller went away: somebody else has to make the request.
    Abandoned,
}

impl Cache {
    pub(super) fn new(most_bytes: usize) -> Self {
        Self { slots: RefCell::default(), most_bytes, clock: Cell::new(0) }
    }

    /// The value of a key: as kept, or as the request in flight brings it, or by loading it now.
    pub(super) async fn once(&self, key: &str, load: Request<'_>) -> Result<Shared, LoadError> {
        loop {
            match self.look_up(key) {
                Found::Kept(value) => return Ok(value),
                Found::InFlight(flight) => {
                    if let Some(outcome) = flight.outcome().await {
                        return outcome;
                    }
                }
                Found::Nothing(flight) => {
                    let loading = Loading { cache: self, key, flight };
                    let loaded = load.await;
                    let bytes = loaded.as_ref().map_or(0, |loaded| loaded.bytes);
                    let outcome: Outcome = loaded.map(|loaded| loaded.value);
                    loading.land(outcome.clone(), bytes);
                    return outcome;
                }
            }
        }
    }

    /// What there is of a key; if nothing, the caller is now the one who loads it.
    fn look_up(&self, key: &str) -> Found {
        let mut slots = self.slots.borrow_mut();
        match slots.iter_mut().find(|(known, _)| known == key).map(|(_, slot)| slot) {
            Some(Slot::Kept { value, used, .. }) => {
                *used = self.tick();
                Found::Kept(Arc::clone(value))
            }
            Some(Slot::InFlight(flight)) => Found::InFlight(Rc::clone(flight)),
            None => {
                let flight = Rc::<Flight>::default();
                slots.push((key.to_owned(), Slot::InFlight(Rc::clone(&flight))));
                Found::Nothing(flight)
            }
        }
    }

    fn tick(&self) -> u64 {
        self.clock.set(self.clock.get() + 1);
        self.clock.get()
    }

    /// Drops what was not used for longest until the rest fits; the newest always stays.
    fn shrink(&self) {
        let mut slots = self.slots.borrow_mut();
        loop {
            // When each was last used, its bytes and its place.
            let kept: Vec<(u64, usize, usize)> = slots
                .iter()
                .enumerate()
                .filter_map(|(place, (_, slot))| match slot {
                    Slot::Kept { bytes, used, .. } => Some((*used, *bytes, place)),
                    Slot::InFlight(_) => None,
                })
                .collect();
            let sum: usize = kept.iter().map(|(_, bytes, _)| bytes).sum();
            if sum <= self.most_bytes || kept.len() < 2 {
                return;
            }
            let Some((_, _, oldest)) = kept.into_iter().min() else { return };
            slots.remove(oldest);
        }
    }
}

enum Found {
    Kept(Shared),
    InFlight(Rc<Flight>),
    Nothing(Rc<Flight>),
}

impl Flight {
    /// The outcome once there is one; `None` when the flight was abandoned.
    async fn outcome(&self) -> Option<Outcome> {
        poll_fn(|context| match &*self.state.borrow() {
            State::Landed(outcome) => Poll::Ready(Some(outcome.clone())),
            State::Abandoned => Poll::Ready(None),
            State::Pending => {
                let mut waiters = self.waiters.borrow_mut();
                if !waiters.iter().any(|waiter| waiter.will_wake(context.waker())) {
                    waiters.push(context.waker().clone());
                }
                Poll::Pending
            }
        })
        .await
    }

    fn settle(&self, state: State) {
        *self.state.borrow_mut() = state;
        for waiter in self.waiters.take() {
            waiter.wake();
        }
    }
}

/// The one caller that loads a key. Dropped before it landed, when its page went away, it lets those who wait try.
struct Loading<'a> {
    cache: &'a Cache,
    key: &'a str,
    flight: Rc<Flight>,
}

impl Loading<'_> {
    fn land(self, outcome: Outcome, bytes: usize) {
        let slot = outcome.as_ref().ok().map(|value| Slot::Kept {
            value: Arc::clone(value),
            bytes,
            used: self.cache.tick(),
        });
        {
            let mut slots = self.cache.slots.borrow_mut();
            slots.retain(|(known, _)| known != self.key);
            slots.extend(slot.map(|slot| (self.key.to_owned(), slot)));
        }
        self.cache.shrink();
        self.flight.settle(State::Landed(outcome));
    }
}

impl Drop for Loading<'_> {
    fn drop(&mut self) {
        let pending = matches!(*self.flight.state.borrow(), State::Pending);
        if pending {
            self.cache.slots.borrow_mut().retain(|(known, _)| known != self.key);
            self.flight.settle(State::Abandoned);
        }
    }
}
