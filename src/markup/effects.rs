//! What happens besides drawing when the state changes, and what ends with the part of the page that began it.

use leptos::prelude::*;

/// Runs something after the page was built and whenever what it reads changes, for as long as its part of the page is
/// there. Nothing runs while a page is rendered to text.
pub fn follow(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_: Option<()>| run());
}

/// Runs something when the part of the page that is being built now goes away.
pub fn at_end(run: impl FnOnce() + 'static) {
    let run: Box<dyn FnOnce()> = Box::new(run);
    let kept = StoredValue::new_local(Some(run));
    on_cleanup(move || {
        if let Some(run) = kept.try_update_value(Option::take).flatten() {
            run();
        }
    });
}
