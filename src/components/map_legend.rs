//! The legend: each class with its limits and how many areas it has now; pointing at one marks its areas' names.
//! Both ends have words, and the three kinds of absence have marks of their own.

use super::site::use_site;
use crate::color::Scale;
use crate::i18n::number::{NumberStyle, number_text};
use crate::model::{Absence, Indicator, Value};
use crate::stats::classification::Classification;
use leptos::prelude::*;
use std::sync::Arc;

/// The scale of maps whose values have no centre of their own.
pub const SCALE: Scale = Scale::Petrol;

/// The legend of a map.
#[component]
pub fn MapLegend(
    /// The indicator shown.
    #[prop(into)]
    indicator: Signal<Indicator>,
    /// Limits of the classes.
    #[prop(into)]
    classification: Signal<Arc<Classification>>,
    /// Values of all areas in the period shown.
    #[prop(into)]
    values: Signal<Arc<Vec<Value>>>,
    /// The national value in the period shown.
    #[prop(into)]
    nation: Signal<Option<Value>>,
    /// The value of the hovered area.
    #[prop(into)]
    hovered: Signal<Option<Value>>,
) -> impl IntoView {
    let site = use_site();
    let t = site.text();
    let language = site.language;
    let style = move || NumberStyle { decimals: indicator.get().decimals, language };
    let words = move |number: f64| number_text(number, style());
    let classes = move || {
        let classification = classification.get();
        let numbers: Vec<f64> = values.get().iter().filter_map(|value| value.number()).collect();
        let counts = classification.counts(&numbers);
        let most = counts.iter().copied().max().unwrap_or(1).max(1);
        let hovered = hovered.get().and_then(Value::number).map(|number| classification.class_of(number));
        counts
            .into_iter()
            .enumerate()
            .map(|(class, count)| {
                let limits = match classification.limits_of(class) {
                    (None, Some(upper)) => format!("≤ {}", words(upper)),
                    (Some(lower), None) => format!("> {}", words(lower)),
                    (Some(lower), Some(upper)) => format!("{} – {}", words(lower), words(upper)),
                    (None, None) => String::new(),
                };
                let share = count * 10 / most;
                view! {
                    <li class="legend__class" class:legend__class--here=hovered == Some(class)>
                        <span class=format!("legend__swatch legend__swatch--{}", class + 1)>
                        </span>
                        <span class="legend__limits">{limits}</span>
                        <span class=format!("legend__bar legend__bar--{share}") aria-hidden="true"></span>
                        <span class="legend__count">
                            <span aria-hidden="true">{count}</span>
                            <span class="unseen">{(t.legend_areas)(count)}</span>
                        </span>
                    </li>
                }
            })
            .collect_view()
    };
    let absences = move || {
        let values = values.get();
        Absence::ALL
            .into_iter()
            .filter_map(|reason| {
                let count = values.iter().filter(|value| value.absence() == Some(reason)).count();
                (count > 0).then(|| {
                    view! {
                        <li class="legend__class">
                            <span class=format!("legend__swatch legend__swatch--{}", reason.letter())></span>
                            <span class="legend__limits">{(t.absence)(reason)}</span>
                            <span class="legend__count">
                                <span aria-hidden="true">{count}</span>
                                <span class="unseen">{(t.legend_areas)(count)}</span>
                            </span>
                        </li>
                    }
                })
            })
            .collect_view()
    };
    let nation_words = move || {
        let number = nation.get().and_then(Value::number)?;
        let unit = indicator.get().unit.short.get(language).to_owned();
        Some((t.legend_nation)(&format!("{}\u{a0}{unit}", words(number))))
    };
    view! {
        <div class="legend" data-scale=SCALE.id() data-classes=move || classification.get().n_classes().to_string()>
            <h4 class="legend__title">
                {t.legend} " " <span class="legend__unit">{move || indicator.get().unit.long.get(language).to_owned()}</span>
            </h4>
            <p class="legend__end">{move || indicator.get().low.get(language).to_owned()}</p>
            <ol class="legend__classes">{classes}{absences}</ol>
            <p class="legend__end">{move || indicator.get().high.get(language).to_owned()}</p>
            <p class="legend__note">{nation_words}</p>
            <p class="legend__note">{t.legend_note}</p>
        </div>
    }
    .into_any()
}
