//! How many people live in areas of each type over time, by the limits of each year or by those of the first, and which
//! areas went from type to type.

use super::browser::typed_value;
use super::chart_figure::{ChartContent, Drawn, FigureWords, Setting, embeddable_figure, made};
use super::embed_choice::Embeddable;
use super::site::use_site;
use super::stacked_figure::{Divided, stacked};
use crate::charts::Token;
use crate::i18n::number::{NumberStyle, number_text, percent_text};
use crate::i18n::period::period_text;
use crate::i18n::text::place::place_text;
use crate::markup::{Element, Live, Markup, Memo, RwSignal, el, live};
use crate::model::{Flags, Indicator, PeopleByType, Period, Profile, TypesInside, Value};
use crate::route::{EmbedView, View};
use crate::stats::area_types::{AreaType, transitions};
use std::sync::Arc;
use web_sys::Event;

/// People by type in a place, as a figure. `people_counted` is the indicator of the number of people.
pub fn people_by_type(
    profile: &Profile,
    people: &Arc<PeopleByType>,
    people_counted: &Arc<Indicator>,
    is_fixed: RwSignal<bool>,
) -> Markup {
    let site = use_site();
    let setting = Setting::of(&site);
    if let [only] = people.periods[..] {
        return in_one_period(profile, people, only);
    }
    let (area, name) = (profile.area.clone(), profile.name.clone());
    let (own, indicator) = (Arc::clone(people), Arc::clone(people_counted));
    let drawn = made(move || {
        let divided = divided(&own, is_fixed.get(), (area.clone(), name.clone()), setting);
        let drawn = stacked(&indicator, &divided, setting);
        let words =
            FigureWords { heading: (place_text(setting.language).types.types_heading)(&name), ..drawn.words };
        Drawn { words, ..drawn }
    });
    let content = ChartContent {
        indicator: Live::fixed(Arc::clone(people_counted)),
        period: Live::fixed(None),
        drawn,
        areas: Live::fixed(Arc::default()),
        hovered: RwSignal::new(None),
        choose: None,
    };
    let choice = (!people.fixed.is_empty()).then(|| limits_choice(people.periods.first().copied(), is_fixed));
    let areas = vec![profile.area.clone()];
    let of = Embeddable { shown: EmbedView::AreaTypes, view: View { areas, ..View::default() } };
    embeddable_figure("area-types", &content, choice.into(), Some(Live::fixed(of)))
}

/// Where there is one period, no development is drawn: the numbers as a table.
fn in_one_period(profile: &Profile, people: &PeopleByType, period: Period) -> Markup {
    let site = use_site();
    let t = place_text(site.language);
    let style = |decimals| NumberStyle { decimals, language: site.language };
    let row = people.people.first().copied().unwrap_or_default();
    let all: f64 = row.iter().map(|people| f64::from(*people)).sum();
    let of_type = |number: u8| {
        let own = f64::from(row[usize::from(number) - 1]);
        el("tr")
            .with(el("th").attr("scope", "row").with((t.type_short)(number)))
            .with(el("td").with(number_text(own, style(0))))
            .with(el("td").with(percent_text(100.0 * own / all.max(1.0), style(1))))
    };
    let caption =
        format!("{}, {}", (t.types.types_heading)(&profile.name), period_text(period, site.language));
    let table = el("table")
        .class("table")
        .with(el("caption").with(caption))
        .with(el("tbody").with((1..=5).map(of_type).collect::<Vec<_>>()));
    el("div").class("table-box table-box--whole").with(table).into()
}

/// The choice between the limits of each year and those of the first.
pub fn limits_choice(first: Option<Period>, is_fixed: RwSignal<bool>) -> Element {
    let site = use_site();
    let t = place_text(site.language);
    let fixed =
        (t.types.limits_fixed)(&first.map_or_else(String::new, |first| period_text(first, site.language)));
    let option = |value: &'static str, label: String| el("option").attr("value", value).with(label);
    el("label").class("field needs-program").with(el("span").class("field__label").with(t.types.limits)).with(
        el("select")
            .class("select select--small")
            .with(option("moving", t.types.limits_moving.to_owned()))
            .with(option("fixed", fixed))
            .property("value", move || if is_fixed.get() { "fixed" } else { "moving" })
            .on("change", move |event: Event| is_fixed.set(typed_value(&event) == "fixed")),
    )
}

/// The parts from below: type 1 first, so that both ends lie at an edge.
fn divided(
    people: &PeopleByType,
    is_fixed: bool,
    (area, name): (crate::model::AreaCode, String),
    setting: Setting,
) -> Divided {
    let t = place_text(setting.language);
    let rows = if is_fixed { &people.fixed } else { &people.people };
    let value = |row: &[u32; 5], at: usize| Value::Number(f64::from(row[at]), Flags::NONE);
    let part = |number: u8| {
        let at = usize::from(number) - 1;
        ((t.type_short)(number), rows.iter().map(|row| value(row, at)).collect())
    };
    Divided {
        area,
        name,
        by: t.types.by_type.to_owned(),
        periods: people.periods.clone(),
        parts: (1..=5).map(part).collect(),
        tokens: (1..=5).map(Token::AreaType).collect(),
    }
}

/// How many areas went from which type to which, from the first period to the last; nothing where there is only one.
pub fn transition_table(types: &TypesInside, is_fixed: RwSignal<bool>) -> Option<Element> {
    let site = use_site();
    let t = place_text(site.language);
    let last = types.periods.len().checked_sub(1).filter(|last| *last > 0)?;
    let [from, to] = [0, last].map(|at| period_text(types.periods[at], site.language));
    let caption = (t.types.transitions_heading)(&from, &to);
    let counted = {
        let types = types.clone();
        Memo::new(move |_| {
            let pair = |at: usize| {
                let of = |period| AreaType::from_number(types.of(at, period, is_fixed.get())?);
                Some((of(0)?, of(last)?))
            };
            transitions((0..types.moving.len()).filter_map(pair))
        })
    };
    let column = |number: u8| el("th").attr("scope", "col").with((t.type_short)(number));
    let head = el("tr")
        .with(el("th").attr("scope", "col").with(t.types.transitions_corner))
        .with((1..=5).map(column).collect::<Vec<_>>());
    let body = live(move || {
        let counted = counted.get();
        let row = |number: u8| {
            let own = counted[usize::from(number) - 1];
            let cell = |(at, n): (usize, usize)| {
                let is_same = at + 1 == usize::from(number);
                el("td").class(if is_same { "table__same" } else { "" }).with(n.to_string())
            };
            el("tr")
                .with(el("th").attr("scope", "row").with((t.type_short)(number)))
                .with(own.into_iter().enumerate().map(cell).collect::<Vec<_>>())
        };
        (1..=5).map(row).collect::<Vec<_>>()
    });
    let table = el("table")
        .class("table table--transitions")
        .with(el("caption").class("unseen").with(caption.clone()))
        .with(el("thead").with(head))
        .with(el("tbody").with(body));
    Some(
        el("details")
            .class("disclosure")
            .id("transitions")
            .with(el("summary").with(caption.clone()))
            .with(el("p").class("card__definition").with(t.types.transitions_lede))
            .with(
                el("div")
                    .class("table-box")
                    .attr("role", "region")
                    .attr("tabindex", "0")
                    .attr("aria-label", caption)
                    .with(table),
            ),
    )
}
