//! What every figure has around it: title, a sentence, the drawing, and the line with source and edition.

use super::site::use_site;
use crate::model::Indicator;
use leptos::prelude::*;

/// A figure. `children` is the drawing with its controls.
#[component]
pub fn FigureFrame(
    /// Title: indicator, areas, periods.
    #[prop(into)]
    title: Signal<String>,
    /// The rest of the title: unit, group, levels.
    #[prop(into)]
    detail: Signal<String>,
    /// A sentence made from the numbers.
    #[prop(into)]
    lede: Signal<String>,
    /// Whose source line to print.
    #[prop(into)]
    indicator: Signal<Indicator>,
    /// An id that other parts of the page can point at.
    id: String,
    /// The drawing.
    children: Children,
) -> impl IntoView {
    let title_id = format!("{id}-title");
    let heading_id = title_id.clone();
    view! {
        <figure class="figure" id=id aria-labelledby=title_id>
            <figcaption class="figure__caption">
                <h3 class="figure__title" id=heading_id>
                    {move || title.get()} <span class="figure__detail">{move || detail.get()}</span>
                </h3>
                <p class="figure__lede">{move || lede.get()}</p>
            </figcaption>
            {children()}
            <SourceLine indicator=indicator/>
        </figure>
    }
    .into_any()
}

/// Source with dates, and the edition.
#[component]
pub fn SourceLine(
    /// Whose source.
    #[prop(into)]
    indicator: Signal<Indicator>,
) -> impl IntoView {
    let site = use_site();
    let t = site.text();
    let language = site.language;
    let words = move || {
        let source = indicator.get().source;
        let mut words = format!("{}: {}", t.source, source.provider.get(language));
        if !source.table.is_empty() {
            words = format!("{words}, {}", source.table);
        }
        if !source.released.is_empty() {
            words = format!("{words}. {} {}", t.released, source.released);
        }
        if !source.retrieved.is_empty() {
            words = format!("{words}, {} {}", t.retrieved, source.retrieved);
        }
        words
    };
    let synthetic = site.catalogue.synthetic.then(|| view! { <strong>" " {t.synthetic} "."</strong> });
    view! {
        <p class="figure__source">
            {words}". " {t.edition} " " <code>{site.edition.to_string()}</code> "." {synthetic}
        </p>
    }
    .into_any()
}
