//! The areas most like one, explained indicator by indicator, with weights that the reader can change.

use super::browser::typed_value;
use super::profile::value_words;
use super::site::{Entry, Navigate, Site, use_site};
use crate::i18n::number::{NumberStyle, number_text};
use crate::markup::{Act, Element, Live, Markup, Memo, el, live, words};
use crate::model::{AreaCode, AreaGroup, AreaTable, ComparedAreas, Indicator, Level, Value};
use crate::route::{FULL_WEIGHT, Page, View};
use crate::stats::similarity::{Similar, Variable, similar_areas};
use leptos::prelude::{untrack, use_context};
use std::sync::Arc;
use web_sys::Event;

/// How many are shown.
const SHOWN: usize = 5;
/// What the four choices weigh; at first all weigh the same.
const WEIGHTS: [f64; 4] = [0.0, 0.5, 1.0, 2.0];

/// What is compared, and with whom.
struct Comparison {
    site: Site,
    areas: Arc<AreaTable>,
    own: usize,
    indicators: Vec<Indicator>,
    /// One column an indicator.
    values: Vec<Vec<Value>>,
    groups: Vec<AreaGroup>,
    /// The county's code that the area lies in, with its name.
    county: Option<(String, String)>,
}

/// The section for one area; nothing where it cannot be compared. `add` takes an area into the page's comparison; the
/// weights and among which areas those alike are sought stand in the page's view.
pub fn similar_section(
    area: &AreaCode,
    compared: &ComparedAreas,
    add: &Act<AreaCode>,
    view: &Live<View>,
) -> Option<Markup> {
    let comparison = Arc::new(Comparison::new(area, compared)?);
    let site = comparison.site.clone();
    let t = site.text().similar();
    let found = {
        let (comparison, view) = (comparison.clone(), view.clone());
        Memo::new(move |_| {
            let view = view.get();
            comparison.most_like(&view.weights, view.among.as_deref())
        })
    };
    let heading = {
        let (comparison, add) = (comparison.clone(), add.clone());
        move |rank: usize| {
            let (comparison, add) = (comparison.clone(), add.clone());
            let name = live(move || Some(comparison.heading(&found.get(), rank, &add)));
            el("th").attr("scope", "col").with(name)
        }
    };
    let row = |at: usize| row(&comparison, at, view, found);
    let column = |word: &'static str| el("th").attr("scope", "col").with(word);
    let own = el("th").attr("scope", "col").with(comparison.name(comparison.own));
    let head = el("tr")
        .with(column(site.text().indicator))
        .with(column(t.weight))
        .with(own)
        .with((0..SHOWN).map(heading).collect::<Vec<_>>());
    let distance = {
        let site = site.clone();
        move |rank: usize| {
            let language = site.language;
            let words = words(move || {
                let style = NumberStyle { decimals: 2, language };
                found.get().get(rank).map_or_else(String::new, |similar| number_text(similar.distance, style))
            });
            el("td").with(el("strong").with(words))
        }
    };
    let last = el("tr")
        .with(el("th").attr("scope", "row").with(t.difference))
        .with(el("td"))
        .with(el("td"))
        .with((0..SHOWN).map(distance).collect::<Vec<_>>());
    let rows: Vec<Element> = (0..comparison.indicators.len()).map(row).collect();
    let table = el("table")
        .class("table table--compare")
        .attr("aria-labelledby", "similar-weighed")
        .with(el("thead").with(head))
        .with(el("tbody").with(rows).with(last));
    let frame = el("div")
        .class("table-box table-box--whole")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-labelledby", "similar-weighed")
        .with(table);
    let none = words(move || if found.get().is_empty() { t.none.to_owned() } else { String::new() });
    Some(
        el("section")
            .class("section needs-program")
            .with(el("h2").id("similar-weighed").with((t.heading)(&comparison.areas.names[comparison.own])))
            .with(el("p").class("section__lede").with(t.lede))
            .with(among(&comparison, view))
            .with(el("p").class("figure__note").attr("role", "status").with(none))
            .with(frame)
            .into(),
    )
}

impl Comparison {
    fn new(area: &AreaCode, compared: &ComparedAreas) -> Option<Self> {
        let site = use_site();
        let areas = Arc::clone(site.places.table(area.level())?);
        let own = areas.position(area)?;
        let mut indicators = Vec::new();
        let mut values = Vec::new();
        for (slug, column) in compared.by.iter().zip(&compared.columns) {
            if let Some(indicator) = site.catalogue.indicator(slug) {
                indicators.push(indicator.clone());
                values.push(column.0.clone());
            }
        }
        let county = area.parent().filter(|parent| parent.level() == Level::County);
        let county = county.map(|county| (county.to_string(), site.name(&county)));
        Some(Self { site, areas, own, indicators, values, groups: compared.groups.clone(), county })
    }

    /// The areas nearest by these weights, of all or of a county's or a group's; none where nothing can be compared.
    fn most_like(&self, weights: &[(String, u8)], among: Option<&str>) -> Arc<Vec<Similar>> {
        let columns: Vec<Vec<Option<f64>>> =
            self.values.iter().map(|column| column.iter().map(|value| value.number()).collect()).collect();
        let variables: Vec<Variable> = columns
            .iter()
            .zip(&self.indicators)
            .map(|(values, indicator)| Variable {
                values,
                weight: WEIGHTS[weight_of(weights, &indicator.slug)],
            })
            .collect();
        let mut areas = similar_areas(self.own, &variables).map(|found| found.areas).unwrap_or_default();
        let group = self.groups.iter().find(|group| Some(group.id.as_str()) == among);
        areas.retain(|similar| {
            let code = &self.areas.codes[similar.area_idx];
            match (group, among) {
                (Some(group), _) => group.areas.contains(code),
                // A county by its code; what names nothing limits nothing.
                (None, Some(county)) if Some(county) == self.county.as_ref().map(|own| own.0.as_str()) => {
                    code.as_str().starts_with(county)
                }
                _ => true,
            }
        });
        areas.truncate(SHOWN);
        Arc::new(areas)
    }

    fn name(&self, at: usize) -> Element {
        let name = el("span").attr("lang", "sv").with(self.areas.names[at].clone());
        match self.site.profile_href(&self.areas.codes[at]) {
            Some(href) => el("a").attr("href", href).with(name),
            None => name,
        }
    }

    /// The name of the area of a rank, with a button that adds it to the comparison.
    fn heading(&self, found: &[Similar], rank: usize, add: &Act<AreaCode>) -> Markup {
        let Some(similar) = found.get(rank) else { return Markup::Nothing };
        let at = similar.area_idx;
        let (code, add) = (self.areas.codes[at].clone(), add.clone());
        let label = (self.site.text().similar().add)(&self.areas.names[at]);
        let button = el("button")
            .attr("type", "button")
            .class("button button--quiet similar__add")
            .attr("aria-label", label)
            .when("click", move || add.run(code.clone()))
            .with("+");
        vec![self.name(at), button].into()
    }

    /// The value of an indicator in the area of a rank, and its part in the difference.
    fn cell(&self, found: &[Similar], rank: usize, at: usize) -> Option<[String; 2]> {
        let similar = found.get(rank)?;
        let value =
            value_words(&self.site, &self.indicators[at], self.values[at].get(similar.area_idx).copied());
        let style = NumberStyle { decimals: 0, language: self.site.language };
        let share = format!("{} %", number_text(similar.contributions.get(at)? * 100.0, style));
        Some([value, (self.site.text().similar().part)(&share)])
    }
}

/// An indicator: its weight, the area's own value and those of the areas like it.
fn row(
    comparison: &Arc<Comparison>,
    at: usize,
    view: &Live<View>,
    found: Memo<Arc<Vec<Similar>>>,
) -> Element {
    let site = &comparison.site;
    let t = site.text().similar();
    let indicator = &comparison.indicators[at];
    let title = indicator.title.get(site.language);
    let option = |(value, word): (usize, &'static str)| {
        let (view, slug) = (view.clone(), indicator.slug.clone());
        el("option")
            .attr("value", value.to_string())
            .live_attr("selected", move || weight_of(&view.get().weights, &slug) == value)
            .with(word)
    };
    let (navigate, here, slug) = (use_context::<Navigate>(), view.clone(), indicator.slug.clone());
    let select = el("select")
        .class("select")
        .attr("aria-label", (t.weight_of)(title))
        .on("change", move |event: Event| {
            let weight = typed_value(&event).parse().unwrap_or(FULL_WEIGHT);
            let mut view = untrack(|| here.get());
            view.weights.retain(|(own, _)| *own != slug);
            if weight != FULL_WEIGHT {
                let at = view.weights.iter().position(|(own, _)| *own > slug).unwrap_or(view.weights.len());
                view.weights.insert(at, (slug.clone(), weight));
            }
            if let Some(navigate) = &navigate {
                navigate.to(view, Entry::Replace);
            }
        })
        .with(t.weights.into_iter().enumerate().map(option).collect::<Vec<_>>());
    let cell = |rank: usize| {
        let (value, part) = (comparison.clone(), comparison.clone());
        let word = move |comparison: &Comparison, which: usize| {
            comparison.cell(&found.get(), rank, at).map_or_else(String::new, |cell| cell[which].clone())
        };
        el("td")
            .with(el("span").class("compare__value").with(words(move || word(&value, 0))))
            .with(" ")
            .with(el("span").class("compare__period").with(words(move || word(&part, 1))))
    };
    let link =
        el("a").attr("href", site.href(Page::Indicator(indicator.slug.clone()))).with(title.to_owned());
    let own = value_words(site, indicator, comparison.values[at].get(comparison.own).copied());
    el("tr")
        .with(el("th").attr("scope", "row").with(link))
        .with(el("td").with(select))
        .with(el("td").with(own))
        .with((0..SHOWN).map(cell).collect::<Vec<_>>())
}

/// The choice that a weight is, as an address tells it.
fn weight_of(weights: &[(String, u8)], slug: &str) -> usize {
    let own = weights.iter().find(|(own, _)| own == slug);
    usize::from(own.map_or(FULL_WEIGHT, |(_, weight)| *weight)).min(WEIGHTS.len() - 1)
}

/// The choice of areas among which those alike are sought: all, the county's, or a group's.
fn among(comparison: &Comparison, view: &Live<View>) -> Option<Element> {
    let site = &comparison.site;
    let t = site.text().similar();
    let groups = comparison.groups.iter();
    let groups = groups.map(|group| (group.id.clone(), group.name.get(site.language).to_owned()));
    let choices: Vec<(String, String)> = comparison.county.iter().cloned().chain(groups).collect();
    let option = |(id, name): (String, String)| {
        let (view, own) = (view.clone(), id.clone());
        el("option")
            .attr("value", id)
            .live_attr("selected", move || view.get().among.unwrap_or_default() == own)
            .with(name)
    };
    let all = option((String::new(), t.among_all.to_owned()));
    let (navigate, here) = (use_context::<Navigate>(), view.clone());
    let chosen = move |event: Event| {
        let among = Some(typed_value(&event)).filter(|id| !id.is_empty());
        if let Some(navigate) = &navigate {
            navigate.to(View { among, ..untrack(|| here.get()) }, Entry::Replace);
        }
    };
    let is_choice = !choices.is_empty();
    let select = el("select")
        .class("select")
        .on("change", chosen)
        .with(all)
        .with(choices.into_iter().map(option).collect::<Vec<_>>());
    is_choice.then(|| {
        el("label")
            .class("field similar__among")
            .with(el("span").class("field__label").with(t.among))
            .with(select)
    })
}
