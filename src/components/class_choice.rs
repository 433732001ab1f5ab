//! Where the reader chooses how a map's values are put into classes: the method, how many, or the limits themselves.

use super::browser::typed_value;
use super::map_legend::LegendContent;
use super::site::Site;
use crate::decimal;
use crate::i18n::number::{NumberStyle, number_text};
use crate::markup::{Act, Element, Live, Markup, Memo, RwSignal, el, live, words};
use crate::model::Language;
use crate::route::{ClassMethod, Classes, FEWEST_CLASSES, Limits, MOST_CLASSES, limit};
use leptos::prelude::untrack;
use web_sys::Event;

/// The choices, folded up. `choose` is told what the reader chooses instead of what `content` shows.
pub(super) fn class_choice(site: &Site, content: Live<LegendContent>, choose: Act<Classes>) -> Element {
    let t = site.text();
    let (of_number, of_limits, site) = (content.clone(), content.clone(), site.clone());
    let (choose_number, choose_limits) = (choose.clone(), choose.clone());
    let own_content = content.clone();
    // Kept, so that what the reader writes in a field stays while the period changes.
    let chosen = Memo::new(move |_| own_content.get().classes.method);
    let numbers = live(move || match chosen.get() {
        // It finds itself how many there are.
        ClassMethod::HeadTail => Markup::Nothing,
        ClassMethod::Manual => limits(&site, &of_limits, choose_limits.clone()),
        _ => field(t.n_classes, number(&of_number, choose_number.clone())).into(),
    });
    el("details")
        .class("disclosure legend__classing")
        .id("classing")
        .with(el("summary").with(t.classing))
        .with(field(t.class_method, method(method_options(t.class_method_name), &content, choose)))
        .with(numbers)
}

fn method_options(name: fn(ClassMethod) -> &'static str) -> Vec<Element> {
    let option = |method: ClassMethod| el("option").attr("value", method.id()).with(name(method));
    ClassMethod::ALL.into_iter().map(option).collect()
}

fn method(options: Vec<Element>, content: &Live<LegendContent>, choose: Act<Classes>) -> Element {
    let (shown, now) = (content.clone(), content.clone());
    el("select")
        .class("select select--small")
        .with(options)
        .property("value", move || shown.get().classes.method.id())
        .on("change", move |event: Event| {
            if let Some(method) = ClassMethod::from_id(&typed_value(&event)) {
                let now = untrack(|| now.get());
                // The reader's own limits begin as those that are there.
                let limits = match method {
                    ClassMethod::Manual => shown_limits(&now),
                    _ => Limits::default(),
                };
                choose.run(Classes { method, limits, ..now.classes });
            }
        })
}

fn number(content: &Live<LegendContent>, choose: Act<Classes>) -> Element {
    let (shown, now) = (content.clone(), content.clone());
    let option = |n: u8| el("option").attr("value", n.to_string()).with(n.to_string());
    el("select")
        .class("select select--small")
        .with((FEWEST_CLASSES..=MOST_CLASSES).map(option).collect::<Vec<Element>>())
        .property("value", move || shown.get().classes.number.to_string())
        .on("change", move |event: Event| {
            if let Ok(number) = typed_value(&event).parse() {
                choose.run(Classes { number, ..untrack(|| now.get()).classes });
            }
        })
}

/// A line to write the limits on, and what is said of one that cannot be read.
fn limits(site: &Site, content: &Live<LegendContent>, choose: Act<Classes>) -> Markup {
    let t = site.text();
    let (shown, now, language) = (content.clone(), content.clone(), site.language);
    let wrong = RwSignal::new(None::<String>);
    let input = el("input")
        .attr("type", "text")
        .attr("inputmode", "text")
        .attr("autocomplete", "off")
        .attr("aria-describedby", "limits-hint")
        .class("input")
        .property("value", move || written(&shown.get(), language))
        .live_attr("aria-invalid", move || wrong.get().is_some().to_string())
        .on("change", move |event: Event| {
            let text = typed_value(&event);
            match read(&text) {
                Ok(limits) => {
                    wrong.set(None);
                    choose.run(Classes { limits, ..untrack(|| now.get()).classes });
                }
                Err(found) => wrong.set(Some(found)),
            }
        });
    let hint = words(move || match wrong.get() {
        Some(found) => (t.class_limits_wrong)(&found),
        None => t.class_limits_hint.to_owned(),
    });
    el("div")
        .with(field(t.class_limits, input))
        .with(el("p").class("legend__note").id("limits-hint").attr("role", "status").with(hint))
        .into()
}

fn field(label: &'static str, input: Element) -> Element {
    el("label").class("field").with(el("span").class("field__label").with(label)).with(input)
}

/// The limits that the map has now, as they are read in its legend.
fn shown_limits(content: &LegendContent) -> Limits {
    let breaks = content.classification.breaks().iter();
    let decimals = content.indicator.decimals;
    Limits::new(breaks.map(|limit| decimal::rounded(*limit, decimals)).collect())
        // One class has no limit; 0 divides as well as any other number.
        .or_else(|| Limits::new(vec![0.0]))
        .unwrap_or_default()
}

/// The limits as the reader writes numbers.
fn written(content: &LegendContent, language: Language) -> String {
    let limit = |limit: &f64| {
        // As many decimals as it needs, and no marks between thousands, so that it is read back as it is written.
        let decimals = decimal::plain(*limit).split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let style = NumberStyle { decimals: u8::try_from(decimals).unwrap_or(0), language };
        number_text(*limit, style).replace(['\u{a0}', '\u{202f}'], "")
    };
    content.classes.limits.numbers().iter().map(limit).collect::<Vec<String>>().join("; ")
}

/// The limits of what a reader has written: numbers with semicolons between them, with a decimal comma or point.
///
/// # Errors
/// The part that is no number; all of it where there are none or too many.
fn read(text: &str) -> Result<Limits, String> {
    let parts = text.split(';').map(str::trim).filter(|part| !part.is_empty());
    let number = |part: &str| {
        let plain = part.replace([' ', '\u{a0}', '\u{202f}'], "").replace('\u{2212}', "-").replace(',', ".");
        limit(&plain).ok_or_else(|| part.to_owned())
    };
    Limits::new(parts.map(number).collect::<Result<_, _>>()?).ok_or_else(|| text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read_as_people_write_them() {
        let limits = |limits: &[f64]| Limits::new(limits.to_vec()).unwrap();
        assert_eq!(read("5; 7,5; 10"), Ok(limits(&[5.0, 7.5, 10.0])));
        assert_eq!(read(" 10 ;7.5;; \u{2212}5 "), Ok(limits(&[-5.0, 7.5, 10.0])));
        assert_eq!(read("250 000; 1\u{a0}000\u{a0}000"), Ok(limits(&[250_000.0, 1_000_000.0])));
    }

    #[test]
    fn what_is_no_limit_is_named() {
        assert_eq!(read("5; tio"), Err("tio".into()));
        assert_eq!(read("5, 7, 9"), Err("5, 7, 9".into()), "commas are decimal signs");
        assert_eq!(read("  "), Err(String::new()));
        assert_eq!(read("1;2;3;4;5;6;7;8;9"), Err("1;2;3;4;5;6;7;8;9".into()), "nine limits are ten classes");
    }
}
