//! The legend: each class with its limits and how many areas it has now; pointing at one marks its areas' names.
//! Both ends have words, and the three kinds of absence have marks of their own.

use super::class_choice::class_choice;
use super::site::{Site, use_site};
use crate::color::Scale;
use crate::i18n::number::{NumberStyle, count_text, number_text};
use crate::markup::{Act, Element, Live, Markup, Memo, RwSignal, el, live, words};
use crate::model::{Absence, Indicator, Language, Value};
use crate::route::{ClassMethod, Classes};
use crate::stats::classification::{Classification, Method};
use std::sync::Arc;

/// What a legend explains.
pub struct LegendContent {
    /// The indicator shown.
    pub indicator: Arc<Indicator>,
    /// Whether values are changes, which divide at 0.
    pub is_change: bool,
    /// How values are put into classes.
    pub classes: Classes,
    /// Their colours.
    pub scale: Scale,
    /// Limits of the classes.
    pub classification: Arc<Classification>,
    /// Values of all areas in the period shown.
    pub values: Arc<Vec<Value>>,
    /// The national value in the period shown.
    pub nation: Option<Value>,
}

/// The legend of a map. `hovered` is the value of the area that is pointed at, `pointed` the class whose areas alone are
/// shown in colour; `choose` is called with other classes.
pub fn map_legend(
    content: Live<LegendContent>,
    hovered: Live<Option<Value>>,
    pointed: RwSignal<Option<usize>>,
    choose: Act<Classes>,
) -> Markup {
    let site = use_site();
    let t = site.text();
    let language = site.language;
    let (own, all) = (site.clone(), content.clone());
    let rows = live(move || {
        let content = all.get();
        let mut rows = classes(&own, &content, &hovered, pointed);
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
    let note = {
        let content = content.clone();
        words(move || {
            let LegendContent { is_change, classes, classification, .. } = content.get();
            let is_about_zero = is_change && classes.method == ClassMethod::Diverging;
            let is_each =
                classes.method == ClassMethod::Quantile && *classification.method() != Method::Quantile;
            if is_each {
                t.legend_each
            } else if is_about_zero {
                t.map.change_note
            } else {
                (t.legend_note)(classes.method)
            }
            .to_owned()
        })
    };
    let unit = of(|indicator, site| indicator.unit.long.get(site.language).to_owned());
    el("div")
        .class("legend")
        .live_attr("data-scale", {
            let content = content.clone();
            move || content.get().scale.id()
        })
        .live_attr("data-classes", n_classes)
        .with(
            el("p")
                .class("legend__title")
                .with(t.legend)
                .with(" ")
                .with(el("span").class("legend__unit").with(unit)),
        )
        .with(el("p").class("legend__end").with(of(|i, site| i.low.get(site.language).to_owned())))
        .with(el("ol").class("legend__classes").with(rows))
        .with(el("p").class("legend__end").with(of(|i, site| i.high.get(site.language).to_owned())))
        .with(el("p").class("legend__note").with(nation))
        .with(el("p").class("legend__note").with(note))
        .with(class_choice(&site, content, choose))
        .into()
}

/// A row a class: its colour, its limits, and how many areas it has.
fn classes(
    site: &Site,
    content: &LegendContent,
    hovered: &Live<Option<Value>>,
    pointed: RwSignal<Option<usize>>,
) -> Vec<Element> {
    let LegendContent { indicator, classification, values, .. } = content;
    let numbers: Vec<f64> = values.iter().filter_map(|value| value.number()).collect();
    let counts = classification.counts(&numbers);
    let most = counts.iter().copied().max().unwrap_or(1).max(1);
    // The class of the area that is pointed at: a row changes only when the class does.
    let here = {
        let (hovered, classification) = (hovered.clone(), classification.clone());
        Memo::new(move |_| Some(classification.class_of(hovered.get()?.number()?)))
    };
    let row = |(class, count): (usize, usize)| {
        let limits = class_limits(site.language, indicator, classification, class);
        let bar = el("span")
            .class(format!("legend__bar legend__bar--{}", count * 10 / most))
            .attr("aria-hidden", "true");
        let toggle = move || {
            let is_on = pointed.get_untracked() == Some(class);
            pointed.set((!is_on).then_some(class));
        };
        let swatch = el("button")
            .attr("type", "button")
            .class(format!("legend__swatch legend__swatch--{}", class + 1))
            .attr("aria-label", (site.text().show_class)(&limits))
            .live_attr("aria-pressed", move || (pointed.get() == Some(class)).to_string())
            .when("click", toggle);
        legend_row(site, swatch, limits, bar.into(), count)
            .class_when("legend__class--here", move || here.get() == Some(class))
    };
    counts.into_iter().enumerate().map(row).collect()
}

/// The limits of a class in words: `högst 8,2`, `8,2 – 10,9`, `över 19,7`.
pub fn class_limits(
    language: Language,
    indicator: &Indicator,
    classification: &Classification,
    class: usize,
) -> String {
    let style = NumberStyle { decimals: indicator.decimals, language };
    let words = |number: f64| number_text(number, style);
    // In words: the site's face has not all mathematical signs, and a picture has no other face to take them from.
    let (at_most, over) = match language {
        Language::Sv => ("högst", "över"),
        Language::En => ("at most", "over"),
    };
    match classification.limits_of(class) {
        (None, Some(upper)) => format!("{at_most} {}", words(upper)),
        (Some(lower), None) => format!("{over} {}", words(lower)),
        (Some(lower), Some(upper)) => format!("{} – {}", words(lower), words(upper)),
        (None, None) => String::new(),
    }
}

/// A row for each kind of absence that there is.
fn absences(site: &Site, values: &[Value]) -> Vec<Element> {
    let row = |reason: Absence| {
        let count = values.iter().filter(|value| value.absence() == Some(reason)).count();
        let swatch = el("span").class(format!("legend__swatch legend__swatch--{}", reason.letter()));
        let words = (site.text().absence)(reason).to_owned();
        (count > 0).then(|| legend_row(site, swatch, words, Markup::Nothing, count))
    };
    Absence::ALL.into_iter().filter_map(row).collect()
}

fn legend_row(site: &Site, swatch: Element, limits: String, bar: Markup, count: usize) -> Element {
    let numbers = el("span")
        .class("legend__count")
        .with(el("span").attr("aria-hidden", "true").with(count_text(count, site.language)))
        .with(el("span").class("unseen").with((site.text().legend_areas)(count)));
    el("li")
        .class("legend__class")
        .with(swatch)
        .with(el("span").class("legend__limits").with(limits))
        .with(bar)
        .with(numbers)
}
