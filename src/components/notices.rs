//! What a page says when something is not as it should be. Each notice says what happened and offers a way on; the
//! rest of the page keeps working.

use super::site::use_site;
use crate::error::LoadError;
use crate::route::Repair;
use leptos::prelude::*;

/// Something could not be loaded: why, and a button that tries again.
#[component]
pub fn Problem(
    /// What failed.
    error: LoadError,
    /// Tries again.
    retry: Callback<()>,
) -> impl IntoView {
    let t = use_site().text();
    view! {
        <div class="notice" role="alert">
            <p>{(t.load_error)(&error)}</p>
            <button type="button" class="button" on:click=move |_| retry.run(())>{t.retry}</button>
        </div>
    }
    .into_any()
}

/// Parts of the address that could not be used.
#[component]
pub fn Repairs(
    /// What was left out of the view.
    #[prop(into)]
    repairs: Signal<Vec<Repair>>,
) -> impl IntoView {
    let t = use_site().text();
    move || {
        let sentences: Vec<String> = repairs.get().iter().map(|repair| (t.repair)(repair)).collect();
        (!sentences.is_empty()).then(|| {
            view! {
                <div class="notice" role="status">
                    {sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
                </div>
            }
        })
    }
}

/// Holds the place of something on its way, as high as it will be, so that nothing moves when it comes.
#[component]
pub fn Skeleton(
    /// The class that gives the height.
    class: &'static str,
) -> impl IntoView {
    let t = use_site().text();
    view! {
        <div class=format!("skeleton {class}") role="status">
            <span class="skeleton__word">{t.loading}</span>
        </div>
    }
    .into_any()
}

/// There is no connection. Shown by the application when the browser says so.
#[component]
pub fn OfflineNotice(
    /// Whether there is no connection now.
    #[prop(into)]
    is_offline: Signal<bool>,
) -> impl IntoView {
    let t = use_site().text();
    view! {
        <div role="status">
            {move || is_offline.get().then(|| view! { <p class="notice notice--bar">{t.offline}</p> })}
        </div>
    }
    .into_any()
}
