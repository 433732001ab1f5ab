//! Of which year the areas are, where an indicator is published for more than one division into areas.

use super::browser::typed_value;
use super::site::use_site;
use crate::markup::{Act, Element, Live, Markup, el, live};
use crate::model::Vintage;
use web_sys::Event;

/// The choice, newest first; nothing where there is none to make. `choose` gets none for the newest.
pub fn vintage_picker(
    vintages: Live<Vec<Vintage>>,
    shown: Live<Option<Vintage>>,
    choose: Act<Option<Vintage>>,
) -> Markup {
    let t = use_site().text();
    live(move || {
        let vintages = vintages.get();
        let newest = vintages.first().copied().filter(|_| vintages.len() > 1)?;
        let option =
            |vintage: &Vintage| el("option").attr("value", vintage.to_string()).with(vintage.to_string());
        let (shown, choose) = (shown.clone(), choose.clone());
        let select = el("select")
            .class("select")
            .with(vintages.iter().map(option).collect::<Vec<Element>>())
            .property("value", move || shown.get().map_or_else(String::new, |vintage| vintage.to_string()))
            .on("change", move |event: Event| {
                let asked = typed_value(&event).parse().ok().map(Vintage);
                choose.run(asked.filter(|asked| *asked != newest));
            });
        let label = el("span").class("field__label").with(t.explore.vintage);
        Some(el("label").class("field").with(label).with(select))
    })
}
