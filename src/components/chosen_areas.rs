//! The areas that the reader compares, as chips that can be removed and lead to the area's page.

use super::site::use_site;
use crate::model::AreaCode;
use leptos::prelude::*;

/// Chosen areas in the order they were chosen; their colours are those of their lines in the chart.
#[component]
pub fn ChosenAreas(
    /// The areas.
    #[prop(into)]
    areas: Signal<Vec<AreaCode>>,
    /// Removes one.
    remove: Callback<AreaCode>,
) -> impl IntoView {
    let site = use_site();
    let t = site.text();
    let chip = {
        let site = site.clone();
        move |(position, code): (usize, AreaCode)| {
            let name = site.name(&code);
            let label = (t.remove)(&name);
            let named = match site.profile_href(&code) {
                Some(href) => view! { <a href=href class="chip__name" lang="sv">{name}</a> }.into_any(),
                None => view! { <span class="chip__name">{name}</span> }.into_any(),
            };
            view! {
                <li class="chip">
                    <span class=format!("chip__color chip__color--{}", position + 1)></span>
                    {named}
                    <button type="button" class="chip__remove" aria-label=label on:click=move |_| remove.run(code.clone())>
                        <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" focusable="false">
                            <path d="M5 5l10 10M15 5 5 15"/>
                        </svg>
                    </button>
                </li>
            }
        }
    };
    view! {
        <div class="chosen">
            <h3 class="unseen">{t.chosen_areas}</h3>
            {move || {
                let areas = areas.get();
                if areas.is_empty() {
                    view! { <p class="chosen__none">{t.chosen_none}</p> }.into_any()
                } else {
                    view! { <ul class="chips">{areas.into_iter().enumerate().map(&chip).collect_view()}</ul> }.into_any()
                }
            }}
        </div>
    }
    .into_any()
}
