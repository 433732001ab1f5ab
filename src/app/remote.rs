//! What is fetched, as a signal: on its way, here, or failed with a way to try again.

use crate::components::loaded::Loaded;
use crate::error::LoadError;
use crate::markup::{Act, Live, RwSignal, follow};
use std::any::Any;
use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// Something fetched, with a way to try again.
pub(super) struct Remote<T> {
    pub(super) state: Live<Loaded<Arc<T>>>,
    pub(super) retry: Act<()>,
}

/// Anything fetched. One type for all of it, so that there is one machinery.
type Shared = Arc<dyn Any + Send + Sync>;

/// An answer on its way.
type Answer = Pin<Box<dyn Future<Output = Result<Shared, LoadError>>>>;

/// Fetches something, now and whenever what `load` reads before its first wait changes. While something newer is on its
/// way the older stays, so that a figure does not blink; an answer that comes after a newer question is dropped.
pub(super) fn remote<T, F>(load: impl Fn() -> F + 'static) -> Remote<T>
where
    T: Send + Sync + 'static,
    F: Future<Output = Result<Arc<T>, LoadError>> + 'static,
{
    let state = RwSignal::new(Loaded::<Shared>::Loading);
    let attempt = RwSignal::new(0_u32);
    keep_asking(state, attempt, move || {
        let answer = load();
        Box::pin(async move { answer.await.map(|value| value as Shared) })
    });
    let typed = move || match state.get() {
        Loaded::Loading => Loaded::Loading,
        Loaded::Failed(error) => Loaded::Failed(error),
        // Nothing else is ever put there.
        Loaded::Ready(value) => value.downcast().map_or(Loaded::Loading, Loaded::Ready),
    };
    let retry = Act::new(move |()| attempt.set(attempt.get_untracked() + 1));
    Remote { state: Live::new(typed), retry }
}

fn keep_asking(state: RwSignal<Loaded<Shared>>, attempt: RwSignal<u32>, load: impl Fn() -> Answer + 'static) {
    let newest = Rc::new(Cell::new(0_u32));
    follow(move || {
        attempt.track();
        let question = newest.get() + 1;
        newest.set(question);
        if matches!(state.get_untracked(), Loaded::Failed(_)) {
            state.set(Loaded::Loading);
        }
        let answer = load();
        let newest = Rc::clone(&newest);
        spawn_local(async move {
            let answer = answer.await;
            if newest.get() == question {
                // The page may be gone by now; then nobody is told.
                state.try_set(match answer {
                    Ok(value) => Loaded::Ready(value),
                    Err(error) => {
                        leptos::logging::warn!("{error}");
                        Loaded::Failed(error)
                    }
                });
            }
        });
    });
}
