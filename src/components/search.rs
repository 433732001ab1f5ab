//! The search over all areas: a text field with a list under it, after the ARIA pattern "combobox with list
//! autocomplete". Typing narrows the list, arrows walk it, Enter takes a hit, Escape closes it.

use super::places::Hit;
use super::site::use_site;
use crate::model::AreaCode;
use leptos::html;
use leptos::prelude::*;

/// As many hits as can be read at a glance.
const MOST_HITS: usize = 8;

/// The search field. A taken hit is reported, and the field emptied.
#[component]
pub fn Search(
    /// Called with the area that the reader took.
    take: Callback<AreaCode>,
    /// An id for the field, unique on the page.
    id: &'static str,
) -> impl IntoView {
    let site = use_site();
    let t = site.text();
    let typed = RwSignal::new(String::new());
    let is_open = RwSignal::new(false);
    let pointed = RwSignal::new(0_usize);
    let field = NodeRef::<html::Input>::new();
    let places = site.places.clone();
    let hits = Memo::new(move |_| places.search(&typed.get(), MOST_HITS));
    let is_shown = move || is_open.get() && !typed.get().trim().is_empty();
    let option_id = move |position: usize| format!("{id}-option-{position}");

    let finish = move |code: AreaCode| {
        typed.set(String::new());
        is_open.set(false);
        pointed.set(0);
        take.run(code);
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let n_hits = hits.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if n_hits > 0 => {
                event.prevent_default();
                if !is_open.get_untracked() {
                    is_open.set(true);
                } else {
                    let step = if event.key() == "ArrowDown" { 1 } else { n_hits - 1 };
                    pointed.update(|position| *position = (*position + step) % n_hits);
                }
            }
            "Enter" => {
                event.prevent_default();
                let hit = hits.with_untracked(|hits| hits.get(pointed.get_untracked()).cloned());
                if let Some(hit) = hit {
                    finish(hit.code);
                }
            }
            "Escape" => {
                if is_open.get_untracked() && !typed.get_untracked().is_empty() {
                    event.prevent_default();
                    is_open.set(false);
                } else {
                    typed.set(String::new());
                }
            }
            _ => {}
        }
    };
    let option = move |(position, hit): (usize, Hit)| {
        let code = hit.code.clone();
        view! {
            <li role="option" id=option_id(position) class="search__option"
                aria-selected=move || (pointed.get() == position).to_string()
                on:pointerenter=move |_| pointed.set(position)
                // Keeps the field's focus, which a press would otherwise take and close the list before the click.
                on:pointerdown=|event| event.prevent_default()
                on:click=move |_| finish(code.clone())>
                <span class="search__name" lang="sv">{hit.name}</span>
                <span class="search__within" lang="sv">
                    {hit.within.unwrap_or_else(|| t.county_in_sweden.to_owned())}
                </span>
            </li>
        }
    };
    let told = move || {
        if !is_shown() {
            return String::new();
        }
        match hits.with(Vec::len) {
            0 => (t.search_none)(typed.get().trim()),
            n => (t.search_count)(n),
        }
    };

    view! {
        <div class="search">
            <label class="field__label" for=id>{t.search_label}</label>
            <div class="search__box">
                <svg class="search__icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
                    <circle cx="8.5" cy="8.5" r="5.5"/><path d="M12.7 12.7 17.5 17.5"/>
                </svg>
                <input node_ref=field id=id class="search__field" type="text" role="combobox" autocomplete="off"
                    autocapitalize="off" spellcheck="false" enterkeyhint="search" placeholder=t.search_placeholder
                    aria-autocomplete="list" aria-expanded=move || is_shown().to_string()
                    aria-controls=format!("{id}-list")
                    aria-activedescendant=move || {
                        (is_shown() && !hits.with(Vec::is_empty)).then(|| option_id(pointed.get()))
                    }
                    prop:value=move || typed.get()
                    on:input=move |event| {
                        typed.set(event_target_value(&event));
                        pointed.set(0);
                        is_open.set(true);
                    }
                    on:focus=move |_| is_open.set(true)
                    on:blur=move |_| is_open.set(false)
                    on:keydown=on_key/>
            </div>
            <ul id=format!("{id}-list") class="search__list" role="listbox" aria-label=t.search_label
                class:search__list--open=move || is_shown() && !hits.with(Vec::is_empty)>
                {move || {
                    let shown = if is_shown() { hits.get() } else { Vec::new() };
                    shown.into_iter().enumerate().map(option).collect_view()
                }}
            </ul>
            <p class="search__none" aria-hidden="true">
                {move || (is_shown() && hits.with(Vec::is_empty)).then(told)}
            </p>
            <p class="unseen" role="status">{told}</p>
        </div>
    }
    .into_any()
}
