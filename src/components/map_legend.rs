//! The legend: each class with its limits and how many areas it has now; pointing at one marks its areas' names.
//! Both ends have words, and the three kinds of absence have marks of their own.

use super::site::{Site, use_site};
use crate::color::Scale;
use crate::i18n::number::{NumberStyle, number_text};
use crate::markup::{Element, Live, Markup, el, live, words};
use crate::model::{Absence, Indicator, Value};
use crate::stats::classification::Classification;
use std::sync::Arc;

/// The scale of maps whose values have no centre of their own.
pub const SCALE: Scale = Scale::Petrol;

/// What a legend explains.
pub struct LegendContent {
    /// The indicator shown.
    pub indicator: Arc<Indicator>,
    /// Limits of the classes.
    pub classification: Arc<Classification>,
    /// Values of all areas in the period shown.
    pub values: Arc<Vec<Value>>,
    /// The national value in the period shown.
    pub nation: Option<Value>,
}

/// The legend of a map. `hovered` is the value of the area that is pointed at.
pub fn map_legend(content: Live<LegendContent>, hovered: Live<Option<Value>>) -> Markup {
    let site = use_site();
    let t = site.text();
    let language = site.language;
    let (own, all) = (site.clone(), content.clone());
    let rows = live(move || {
        let content = all.get();
        let hovered = hovered.get().and_then(Value::number);
        let mut rows = classes(&own, &content, hovered);
        rows.extend(absences(&own, &content.values));
        rows
    });
    let of = |read: fn(&Indicator, &Site) -> String| {
        let (content, site) = (content.clone(), site.clone());
        words(move || read(&content.get().indicator, &site))
    };
    let n_classes = {
        let content = content.clone();
        move || content.get().classification.n_classes().to_string()
    };
    let nation = {
        let content = content.clone();
        words(move || {
            let LegendContent { indicator, nation, .. } = content.get();
            let Some(number) = nation.and_then(Value::number) else { return String::new() };
            let number = number_text(number, NumberStyle { decimals: indicator.decimals, language });
            (t.legend_nation)(&format!("{number}\u{a0}{}", indicator.unit.short.get(language)))
        })
    };
    let unit = of(|indicator, site| indicator.unit.long.get(site.language).to_owned());
    el("div")
        .class("legend")
        .attr("data-scale", SCALE.id())
        .live_attr("data-classes", n_classes)
        .with(
            el("h4")
                .class("legend__title")
                .with(t.legend)
                .with(" ")
                .with(el("span").class("legend__unit").with(unit)),
        )
        .with(el("p").class("legend__end").with(of(|i, site| i.low.get(site.language).to_owned())))
        .with(el("ol").class("legend__classes").with(rows))
        .with(el("p").class("legend__end").with(of(|i, site| i.high.get(site.language).to_owned())))
        .with(el("p").class("legend__note").with(nation))
        .with(el("p").class("legend__note").with(t.legend_note))
        .into()
}

/// A row a class: its colour, its limits, and how many areas it has.
fn classes(site: &Site, content: &LegendContent, hovered: Option<f64>) -> Vec<Element> {
    let LegendContent { indicator, classification, values, .. } = content;
    let style = NumberStyle { decimals: indicator.decimals, language: site.language };
    let words = |number: f64| number_text(number, style);
    let numbers: Vec<f64> = values.iter().filter_map(|value| value.number()).collect();
    let counts = classification.counts(&numbers);
    let most = counts.iter().copied().max().unwrap_or(1).max(1);
    let here = hovered.map(|number| classification.class_of(number));
    let row = |(class, count): (usize, usize)| {
        let limits = match classification.limits_of(class) {
            (None, Some(upper)) => format!("≤ {}", words(upper)),
            (Some(lower), None) => format!("> {}", words(lower)),
            (Some(lower), Some(upper)) => format!("{} – {}", words(lower), words(upper)),
            (None, None) => String::new(),
        };
        let bar = el("span")
            .class(format!("legend__bar legend__bar--{}", count * 10 / most))
            .attr("aria-hidden", "true");
        let name = if here == Some(class) { "legend__class legend__class--here" } else { "legend__class" };
        legend_row(site, name, format!("legend__swatch--{}", class + 1), limits, bar.into(), count)
    };
    counts.into_iter().enumerate().map(row).collect()
}

/// A row for each kind of absence that there is.
fn absences(site: &Site, values: &[Value]) -> Vec<Element> {
    let row = |reason: Absence| {
        let count = values.iter().filter(|value| value.absence() == Some(reason)).count();
        let swatch = format!("legend__swatch--{}", reason.letter());
        let words = (site.text().absence)(reason).to_owned();
        (count > 0).then(|| legend_row(site, "legend__class", swatch, words, Markup::Nothing, count))
    };
    Absence::ALL.into_iter().filter_map(row).collect()
}

fn legend_row(
    site: &Site,
    class: &'static str,
    swatch: String,
    limits: String,
    bar: Markup,
    count: usize,
) -> Element {
    let numbers = el("span")
        .class("legend__count")
        .with(el("span").attr("aria-hidden", "true").with(count.to_string()))
        .with(el("span").class("unseen").with((site.text().legend_areas)(count)));
    el("li")
        .class(class)
        .with(el("span").class(format!("legend__swatch {swatch}")))
        .with(el("span").class("legend__limits").with(limits))
        .with(bar)
        .with(numbers)
}
