//! How the map is drawn: since which earlier period it shows change, what stands for an area, whether the level follows
//! how close it is.

use super::browser::typed_value;
use super::site::use_site;
use crate::i18n::period::period_text;
use crate::markup::{Act, Element, Live, Markup, el, live};
use crate::model::Period;
use crate::route::{Against, MapForm, MapView};
use web_sys::Event;

/// What a choice changes in how the map is drawn.
pub type MapChange = Box<dyn FnOnce(&mut MapView)>;

/// What there is to choose, and whom to tell.
pub struct MapTools {
    /// What is chosen.
    pub view: Live<MapView>,
    /// Periods before the one that is shown.
    pub earlier: Live<Vec<Period>>,
    /// All periods.
    pub periods: Live<Vec<Period>>,
    /// Slugs and titles of the other indicators that have the level.
    pub indicators: Live<Vec<(String, String)>>,
    /// Changes it.
    pub change: Act<MapChange>,
}

/// The choices.
pub fn map_tools(tools: MapTools) -> Markup {
    let MapTools { view, earlier, periods, indicators, change } = tools;
    let site = use_site();
    let t = &site.text().map;
    let language = site.language;
    let against = {
        let (view, change) = (view.clone(), change.clone());
        let listed = (periods.clone(), indicators.clone());
        let options = live(move || {
            let group = |label: &'static str, options: Vec<Element>| {
                el("optgroup").attr("label", label).with(options)
            };
            let option = |value: String, words: String| el("option").attr("value", value).with(words);
            let periods = periods
                .get()
                .into_iter()
                .rev()
                .map(|period| option(period.to_string(), period_text(period, language)));
            let indicators = indicators.get().into_iter().map(|(slug, title)| option(slug, title));
            vec![
                el("option").attr("value", "").with(t.beside_none),
                group(t.beside_period, periods.collect()),
                group(t.beside_indicator, indicators.collect()),
            ]
        });
        el("select")
            .class("select select--small")
            .with(options)
            .property("value", move || {
                let _ = (listed.0.get(), listed.1.get());
                view.get().against.map_or_else(String::new, |against| against.text())
            })
            .on("change", move |event: Event| {
                let against = Against::parse(&typed_value(&event));
                change.run(Box::new(move |map| map.against = against));
            })
    };
    let since = {
        let (view, change, listed) = (view.clone(), change.clone(), earlier.clone());
        let options = live(move || {
            let period = |period: Period| {
                el("option").attr("value", period.to_string()).with(period_text(period, language))
            };
            let none = el("option").attr("value", "").with(t.since_none);
            std::iter::once(none).chain(earlier.get().into_iter().map(period)).collect::<Vec<Element>>()
        });
        el("select")
            .class("select select--small")
            .with(options)
            // A list forgets what is chosen when its options come anew.
            .property("value", move || {
                listed.get();
                view.get().from.map_or_else(String::new, |from| from.to_string())
            })
            .on("change", move |event: Event| {
                let from = typed_value(&event).parse().ok();
                change.run(Box::new(move |map| map.from = from));
            })
    };
    let form = {
        let (view, change) = (view.clone(), change.clone());
        let options: Vec<Element> = MapForm::ALL
            .into_iter()
            .map(|form| el("option").attr("value", form.id()).with((t.form_name)(form)))
            .collect();
        el("select")
            .class("select select--small")
            .with(options)
            .property("value", move || view.get().form.id())
            .on("change", move |event: Event| {
                let form = MapForm::from_id(&typed_value(&event)).unwrap_or_default();
                change.run(Box::new(move |map| map.form = form));
            })
    };
    let follows = {
        let (shown, now, change) = (view.clone(), view, change.clone());
        el("input")
            .attr("type", "checkbox")
            .class("checkbox")
            .property("checked", move || shown.get().follows_zoom)
            .when("change", move || {
                let follows = !leptos::prelude::untrack(|| now.get()).follows_zoom;
                change.run(Box::new(move |map| map.follows_zoom = follows));
            })
    };
    let field = |label: &'static str, input: Element| {
        el("label").class("field").with(el("span").class("field__label").with(label)).with(input)
    };
    el("div")
        .class("map-tools")
        .with(field(t.since, since))
        .with(field(t.beside, against))
        .with(field(t.form, form))
        .with(el("label").class("map-tools__check").with(follows).with(el("span").with(t.follows_zoom)))
        .into()
}
