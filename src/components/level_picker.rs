//! Which level of areas the map shows: a row of radio buttons.

use super::site::use_site;
use crate::model::Level;
use leptos::prelude::*;

/// The choice of level. Levels without figures are left out by the caller.
#[component]
pub fn LevelPicker(
    /// Levels to choose from.
    #[prop(into)]
    levels: Signal<Vec<Level>>,
    /// The level shown.
    #[prop(into)]
    level: Signal<Level>,
    /// Called with another level.
    choose: Callback<Level>,
) -> impl IntoView {
    let t = use_site().text();
    let option = move |own: Level| {
        let word = (t.level_plural)(own);
        view! {
            <label class="segment">
                <input type="radio" name="level" class="segment__input" prop:checked=move || level.get() == own
                    on:change=move |_| choose.run(own)/>
                <span class="segment__word">{capitalized(word)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend class="field__label">{t.level}</legend>
            <div class="segments">{move || levels.get().into_iter().map(option).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
