//! Which indicator: a native list grouped by theme, with the question it answers beside it.

use super::site::use_site;
use crate::model::Theme;
use leptos::prelude::*;

/// The choice of indicator.
#[component]
pub fn IndicatorPicker(
    /// Slug of the indicator shown.
    #[prop(into)]
    slug: Signal<String>,
    /// Called with another slug.
    choose: Callback<String>,
) -> impl IntoView {
    let site = use_site();
    let t = site.text();
    let catalogue = site.catalogue.clone();
    let groups = Theme::ALL
        .into_iter()
        .filter_map(|theme| {
            let options: Vec<_> = catalogue
                .indicators
                .iter()
                .filter(|indicator| indicator.theme == theme)
                .map(|indicator| {
                    let (value, own) = (indicator.slug.clone(), indicator.slug.clone());
                    view! {
                        <option value=value selected=move || slug.get() == own>
                            {indicator.title.get(site.language).to_owned()}
                        </option>
                    }
                })
                .collect();
            (!options.is_empty()).then(|| view! { <optgroup label=(t.theme)(theme)>{options}</optgroup> })
        })
        .collect_view();
    view! {
        <label class="field">
            <span class="field__label">{t.indicator}</span>
            <select class="select" on:change=move |event| choose.run(event_target_value(&event))>{groups}</select>
        </label>
    }
    .into_any()
}
