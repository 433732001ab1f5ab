//! The page of a small area: where it lies, its figures among the other areas of its municipality, its parts and its
//! neighbours. The municipality comes first, and no figure stands without the spread it is part of.

use super::place::breadcrumb;
use crate::components::area_map::{AreaMapContent, area_map};
use crate::components::notices::notice;
use crate::components::profile::{newest_at, value_words};
use crate::components::site::{Site, use_site};
use crate::i18n::number::{NumberStyle, number_text};
use crate::i18n::period::period_text;
use crate::i18n::text::place::place_text;
use crate::map::outlines::Outlines;
use crate::markup::{Element, Live, Markup, el};
use crate::model::{
    AreaCode, AreasInside, Indicator, InsideValues, Level, Measure, Profile, Theme, Value, Vintage,
};
use crate::route::{Page, Route, View};
use crate::sentences::place::third_among;
use std::sync::Arc;

/// What the page gets, as it comes.
#[derive(Clone)]
pub struct AreaContent {
    /// The profile of the municipality, which holds the figures of its areas.
    pub profile: Arc<Profile>,
    /// The outlines of the municipality's areas, as soon as they are here.
    pub outlines: Live<Option<Arc<Outlines>>>,
    /// The area's position among them.
    pub area: usize,
    /// The smaller area that the address names, where it names one of its parts.
    pub part: Option<AreaCode>,
    /// The division that the address asks for, where it asks for one.
    pub vintage: Option<Vintage>,
}

/// The position of an area, or of the larger one that holds it, among the areas inside a municipality.
pub fn position(inside: &AreasInside, code: &AreaCode) -> Option<usize> {
    if let Ok(at) = inside.codes.binary_search(code) {
        return Some(at);
    }
    let smaller = inside.smaller.as_ref()?;
    let at = smaller.codes.binary_search(code).ok()?;
    usize::try_from(*smaller.of.get(at)?).ok()
}

/// The page.
pub fn area_page(content: &AreaContent) -> Markup {
    let site = use_site();
    let (profile, at) = (&content.profile, content.area);
    let Some(inside) = profile.inside.as_ref() else { return Markup::Nothing };
    let (t, name) = (site.text(), inside.names[at].clone());
    let own = (profile.area.clone(), profile.name.clone());
    let people = inside.population.get(at).filter(|people| **people > 0);
    let style = NumberStyle { decimals: 0, language: site.language };
    let people = people.map(|people| {
        format!(" · {}", (place_text(site.language).n_people)(&number_text(f64::from(*people), style)))
    });
    let level = (t.level_singular)(inside.level);
    let kind =
        format!("{} · {}", (place_text(site.language).small.area_in)(level, &profile.name), inside.codes[at]);
    let other = content.vintage.filter(|asked| *asked != inside.vintage);
    let other = other.map(|asked| {
        notice(&(place_text(site.language).small.area_other_vintage)(
            &asked.to_string(),
            &inside.vintage.to_string(),
        ))
    });
    let head = el("header")
        .class("place__head")
        .with(breadcrumb(&site, Some(&own), &name))
        .with(el("h1").attr("tabindex", "-1").attr("lang", "sv").with(name))
        .with(el("p").class("place__kind").with(kind).with(people.unwrap_or_default()))
        .with(
            el("div")
                .class("place__summary")
                .with(el("p").with((place_text(site.language).small.area_care)(&profile.name)))
                .with(of_type(&site, inside, at).map(|words| el("p").with(words))),
        );
    let map = area_map(&AreaMapContent {
        profile: Arc::clone(profile),
        outlines: content.outlines.clone(),
        marked: Some(at),
    });
    let map = map
        .filter(|_| !site.is_static)
        .map(|map| section("where", place_text(site.language).small.area_where, map.into()));
    let figures =
        section("figures", place_text(site.language).small.area_figures, figures(&site, profile, inside, at));
    el("article")
        .class("place")
        .with(other)
        .with(head)
        .with(map)
        .with(figures)
        .with(parts(&site, inside, at, content.part.as_ref()))
        .with(neighbours(content))
        .into()
}

fn section(id: &'static str, heading: impl Into<Markup>, body: Markup) -> Element {
    let heading_id = format!("{id}-heading");
    el("section")
        .class("section")
        .attr("aria-labelledby", heading_id.clone())
        .with(el("h2").id(heading_id).with(heading))
        .with(body)
}

/// The area's newest type, in words.
fn of_type(site: &Site, inside: &AreasInside, at: usize) -> Option<String> {
    let t = place_text(site.language);
    let types = inside.types.as_ref()?;
    let last = types.periods.len().checked_sub(1)?;
    let number = types.of(at, last, false)?;
    Some((t.small.area_is_type)(&period_text(types.periods[last], site.language), number))
}

/// A table a theme: the area beside its municipality and the country, and among the municipality's areas.
fn figures(site: &Site, profile: &Profile, inside: &AreasInside, at: usize) -> Markup {
    let t = site.text();
    let of_theme = |theme: Theme| {
        let rows: Vec<Element> = inside
            .indicators
            .iter()
            .filter_map(|values| Some((site.catalogue.indicator(&values.slug)?, values)))
            .filter(|(indicator, _)| indicator.theme == theme)
            .map(|(indicator, values)| row(site, profile, inside, indicator, values, at))
            .collect();
        let column = |text: String| el("th").attr("scope", "col").with(text);
        let [own, nation, among] = place_text(site.language).small.area_columns;
        let head = el("tr")
            .with(column((t.theme)(theme).to_owned()))
            .with(column(own.to_owned()))
            .with(column(profile.name.clone()).attr("lang", "sv"))
            .with(column(nation.to_owned()))
            .with(column(among.to_owned()));
        (!rows.is_empty()).then(|| {
            let caption = el("caption").class("unseen").with((t.theme)(theme));
            let table = el("table")
                .class("table table--area")
                .with(caption)
                .with(el("thead").with(head))
                .with(el("tbody").with(rows));
            el("div")
                .class("table-box table-box--whole")
                .attr("role", "region")
                .attr("tabindex", "0")
                .attr("aria-label", (t.theme)(theme))
                .with(table)
        })
    };
    Theme::ALL.into_iter().filter_map(of_theme).collect::<Vec<Element>>().into()
}

/// Fewer people than these, and single persons change a share much.
const FEW_PEOPLE: u32 = 1000;

/// What must be known to read the area's number right: of itself, or of its whole municipality.
fn notes(
    site: &Site,
    profile: &Profile,
    inside: &AreasInside,
    indicator: &Indicator,
    at: usize,
) -> Vec<Element> {
    let is_meant = |area: &AreaCode| *area == inside.codes[at] || *area == profile.area;
    let notes = profile.notes.iter().filter(|note| note.concerns(&indicator.slug, is_meant));
    let notes = notes.map(|note| note.text.get(site.language));
    let is_part = matches!(indicator.measure, Measure::Share | Measure::Rate);
    let is_few = inside.population.get(at).is_some_and(|people| (1..FEW_PEOPLE).contains(people));
    let few = (is_part && is_few).then(|| place_text(site.language).row.note_few);
    notes.chain(few).map(|note| el("span").class("table__note").with(note.to_owned())).collect()
}

fn row(
    site: &Site,
    profile: &Profile,
    inside: &AreasInside,
    indicator: &Indicator,
    values: &InsideValues,
    at: usize,
) -> Element {
    let own = values.values.0.get(at).copied();
    let figures = profile.indicators.iter().find(|figures| figures.slug == values.slug);
    let larger = |is_it: &dyn Fn(&AreaCode) -> bool| -> Option<Value> {
        let figures = figures?;
        let series = figures.series.iter().find(|series| is_it(&series.area))?;
        newest_at(&figures.periods, series, Some(values.period))
    };
    let cell = |value: Option<Value>| match value {
        Some(value) => el("td").with(value_words(site, indicator, Some(value))),
        None => el("td").with("–"),
    };
    let numbers: Vec<f64> = values.values.0.iter().filter_map(|value| value.number()).collect();
    let among = third_among(indicator, &numbers, own.and_then(Value::number), site.language);
    let title = el("a")
        .attr("href", site.href(Page::Indicator(indicator.slug.clone())))
        .with(indicator.title.get(site.language).to_owned());
    let when = el("span").class("compare__period").with(period_text(values.period, site.language));
    el("tr")
        .with(el("th").attr("scope", "row").with(title).with(" ").with(when))
        .with(cell(own).class("table__own"))
        .with(cell(larger(&|code| *code == profile.area)))
        .with(cell(larger(&|code| code.level() == Level::Nation)))
        .with(el("td").class("table__words").with(among).with(notes(site, profile, inside, indicator, at)))
}

/// The smallest areas inside, each a link to where it lies on the large map.
fn parts(site: &Site, inside: &AreasInside, at: usize, asked: Option<&AreaCode>) -> Option<Element> {
    let smaller = inside.smaller.as_ref().filter(|smaller| smaller.level > inside.level)?;
    let own = smaller.codes.iter().zip(&smaller.of).filter(|(_, of)| **of as usize == at);
    let link = |code: &AreaCode| {
        let view = View { level: Some(smaller.level), areas: vec![code.clone()], ..View::default() };
        let href = Route { language: site.language, page: Page::Explore, view }.to_string();
        let link = el("a").attr("href", href).attr("aria-current", (asked == Some(code)).then_some("true"));
        el("li").id(code.to_string()).with(link.with(code.to_string()))
    };
    let links: Vec<Element> = own.map(|(code, _)| link(code)).collect();
    let heading = (place_text(site.language).small.area_parts)(links.len());
    (!links.is_empty()).then(|| section("parts", heading, el("ul").class("relatives").with(links).into()))
}

/// The areas around, as far as their borders are known.
fn neighbours(content: &AreaContent) -> Markup {
    let (content, site) = (content.clone(), use_site());
    crate::markup::live(move || {
        let outlines = content.outlines.get()?;
        let inside = content.profile.inside.as_ref()?;
        let link = |at: &usize| {
            let link = el("a").attr("href", site.href(Page::Area(inside.codes.get(*at)?.clone())));
            Some(el("li").with(link.attr("lang", "sv").with(inside.names[*at].clone())))
        };
        let links: Vec<Element> = outlines.neighbours.get(content.area)?.iter().filter_map(link).collect();
        let list = el("ul").class("relatives").with(links);
        Some(section("neighbours", place_text(site.language).small.area_neighbours, list.into()))
    })
}
