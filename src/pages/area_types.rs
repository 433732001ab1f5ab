//! The five area types: the rule, the country over time, the counties, and indicators by type. Always all five, both ends.

use crate::components::area_map::AREA_TYPE;
use crate::components::area_types_figure::people_by_type;
use crate::components::division_figure::division_figure;
use crate::components::profile::value_words;
use crate::components::site::{Site, use_site};
use crate::error::LoadError;
use crate::fetch::{Edition, Files};
use crate::i18n::number::{NumberStyle, number_text, percent_text};
use crate::i18n::period::period_text;
use crate::i18n::text::place::place_text;
use crate::markup::{Element, Markup, RwSignal, el};
use crate::model::{
    AreaCode, AreaTable, Catalogue, Cube, Level, MeansByType, Measure, Profile, Theme, Vintage,
};
use crate::route::{Page, Route, View};
use std::sync::Arc;

/// What the page shows.
#[derive(Clone)]
pub struct AreaTypesContent {
    /// The nation's profile.
    pub nation: Arc<Profile>,
    /// The newest types of all RegSO, with their table; none where the edition has no types.
    pub types: Option<(Arc<Cube>, Arc<AreaTable>)>,
}

/// Reads what the page shows: the types of the newest division in which nearly all areas have one.
///
/// # Errors
/// When a file cannot be had or read.
pub async fn area_types_of<F: Files>(
    edition: &Edition<F>,
    catalogue: &Catalogue,
) -> Result<AreaTypesContent, LoadError> {
    let nation = edition.profile(&AreaCode::nation()).await?;
    let mut tables: Vec<Vintage> = catalogue.indicator(AREA_TYPE).map_or_else(Vec::new, |indicator| {
        let regso = indicator.tables.iter().filter(|table| table.level == Level::Regso);
        regso.map(|table| table.vintage).collect()
    });
    // The catalogue lists them in ascending order.
    while let Some(vintage) = tables.pop() {
        let cube = edition.latest(AREA_TYPE, Level::Regso, vintage).await?;
        let n_typed = cube.values().iter().filter(|value| value.number().is_some()).count();
        if n_typed * 20 >= cube.areas().len() * 19 {
            let areas = edition.areas(Level::Regso, vintage).await?;
            return Ok(AreaTypesContent { nation, types: Some((cube, areas)) });
        }
    }
    Ok(AreaTypesContent { nation, types: None })
}

/// The page.
pub fn area_types_page(content: &AreaTypesContent) -> Markup {
    let site = use_site();
    let t = place_text(site.language);
    let head = el("header")
        .class("place__head")
        .with(el("h1").attr("tabindex", "-1").with(t.area_types))
        .with(el("p").class("section__lede").with(t.types.types_page_lede))
        .with(el("p").class("section__lede").with(t.types.types_apart));
    let counted = content.types.as_ref().map(|(cube, table)| Counted::new(cube, table));
    let rule = section(
        "rule",
        t.types.rule_heading,
        vec![
            el("p").class("section__lede").with(t.types.rule).into(),
            boxed(t.types.rule_heading, rule_table(&site, counted.as_ref())).into(),
        ],
    );
    let missing = counted.is_none().then(|| el("p").class("notice").with(t.types.types_missing));
    el("article")
        .class("place")
        .with(head)
        .with(missing)
        .with(rule)
        .with(country(&site, &content.nation))
        .with(counted.map(|counted| counties(&site, &counted)))
        .with(indicators(&site, &content.nation.by_type))
        .into()
}

fn section(id: &'static str, heading: &'static str, body: Vec<Markup>) -> Element {
    section_of("section", id, heading, body)
}

/// The same no wider than a figure.
fn narrow(id: &'static str, heading: &'static str, body: Vec<Markup>) -> Element {
    section_of("section section--figure", id, heading, body)
}

fn section_of(class: &'static str, id: &'static str, heading: &'static str, body: Vec<Markup>) -> Element {
    let heading_id = format!("{id}-heading");
    el("section")
        .class(class)
        .attr("aria-labelledby", heading_id.clone())
        .with(el("h2").id(heading_id).with(heading))
        .with(body)
}

/// A table in its own box, which scrolls where it is wider than the page.
fn boxed(name: &'static str, table: Element) -> Element {
    el("div")
        .class("table-box table-box--whole")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", name)
        .with(table)
}

/// Areas and residents of each type, by county and in all.
struct Counted {
    /// Number of areas of type 1 to 5.
    areas: [usize; 5],
    /// Number of areas of type 1 to 5 and their residents, a row a county of the edition.
    counties: Vec<County>,
}

/// A county's areas by type.
struct County {
    code: AreaCode,
    areas: [usize; 5],
    /// Residents of the areas of each type; none where one of the areas is not counted.
    people: Option<[f64; 5]>,
}

impl Counted {
    fn new(types: &Cube, table: &AreaTable) -> Self {
        let mut counted = Self { areas: [0; 5], counties: Vec::new() };
        let Some(period) = types.periods().last() else { return counted };
        for code in types.areas() {
            let number = types.value(code, *period).and_then(|value| value.number());
            let at = (1..=5_u8).position(|of| number == Some(f64::from(of)));
            let (Some(at), Some(county)) = (at, code.parent().and_then(|municipality| municipality.parent()))
            else {
                continue;
            };
            counted.areas[at] += 1;
            let people = table.position(code).and_then(|at| table.population.get(at)).copied().unwrap_or(0);
            // Codes ascend, and with them counties.
            if counted.counties.last().is_none_or(|last| last.code != county) {
                counted.counties.push(County { code: county, areas: [0; 5], people: Some([0.0; 5]) });
            }
            if let Some(county) = counted.counties.last_mut() {
                county.areas[at] += 1;
                match (people, &mut county.people) {
                    (0, _) => county.people = None,
                    (people, Some(sums)) => sums[at] += f64::from(people),
                    (_, None) => {}
                }
            }
        }
        counted
    }
}

/// What the numbers of standard deviations are, in words, from type 1 to 5.
const DISTANCES: [&str; 5] = ["≥ 2 σ", "1 – 2 σ", "0 – 1 σ", "−1 – 0 σ", "< −1 σ"];

fn rule_table(site: &Site, counted: Option<&Counted>) -> Element {
    let t = place_text(site.language);
    let style = NumberStyle { decimals: 0, language: site.language };
    let row = |number: u8| {
        let at = usize::from(number) - 1;
        let n = counted
            .map_or_else(String::new, |counted| (t.n_areas)(&number_text(counted.areas[at] as f64, style)));
        let name = el("th").attr("scope", "row").with(
            el("span")
                .class("type-name")
                .with(el("span").class(format!("legend__swatch legend__swatch--{}", 6 - number)))
                .with(format!("{number} ")),
        );
        el("tr")
            .with(name.with((t.type_name)(number)))
            .with(el("td").with(DISTANCES[at]))
            .with(el("td").with(n))
    };
    let column = |text: &'static str| el("th").attr("scope", "col").with(text);
    el("table")
        .class("table table--types")
        .attr("data-scale", "diverging")
        .attr("data-classes", "5")
        .with(el("caption").class("unseen").with(t.types.rule_heading))
        .with(
            el("thead").with(el("tr").with(t.types.rule_columns.map(column).into_iter().collect::<Vec<_>>())),
        )
        .with(el("tbody").with((1..=5).map(row).collect::<Vec<_>>()))
}

/// The country's residents by type over time.
fn country(site: &Site, nation: &Profile) -> Option<Element> {
    let t = place_text(site.language);
    let people = Arc::new(nation.area_types.clone()?);
    let counted = site.catalogue.indicators.iter().find(|indicator| indicator.measure == Measure::Count)?;
    let nation = Profile { name: site.text().sweden.to_owned(), ..nation.clone() };
    let figure = people_by_type(&nation, &people, &Arc::new(counted.clone()), RwSignal::new(false));
    let note = el("p").class("figure__note").with(t.types.limits_note);
    let explore =
        View { indicator: Some(AREA_TYPE.to_owned()), level: Some(Level::Regso), ..View::default() };
    let explore = Route { language: site.language, page: Page::Explore, view: explore }.to_string();
    let map = el("p").with(el("a").attr("href", explore).with(t.open_map));
    let within = division_figure(&nation);
    Some(narrow("country", t.types.types_country, vec![figure, note.into(), map.into(), within.into()]))
}

/// The parts of each county's residents who live at the two ends, in the order of codes.
fn counties(site: &Site, counted: &Counted) -> Element {
    let t = place_text(site.language);
    let style = NumberStyle { decimals: 1, language: site.language };
    let row = |county: &County| {
        let end = |types: [usize; 2]| {
            let n: usize = types.iter().map(|at| county.areas[*at]).sum();
            let areas = (t.n_areas)(&n.to_string());
            let share = county.people.map(|people| {
                let own: f64 = types.iter().map(|at| people[*at]).sum();
                format!("{} · ", percent_text(100.0 * own / people.iter().sum::<f64>(), style))
            });
            format!("{}{areas}", share.unwrap_or_default())
        };
        let name = site.name(&county.code);
        let name: Markup = match site.profile_href(&county.code) {
            Some(href) => el("a").attr("href", href).attr("lang", "sv").with(name).into(),
            None => name.into(),
        };
        el("tr")
            .with(el("th").attr("scope", "row").with(name))
            .with(el("td").with(end([0, 1])))
            .with(el("td").with(end([3, 4])))
    };
    let column = |text: &'static str| el("th").attr("scope", "col").with(text);
    let table = el("table")
        .class("table")
        .with(el("caption").class("unseen").with(t.types.types_counties))
        .with(el("thead").with(el("tr").with(t.types.types_ends.map(column).into_iter().collect::<Vec<_>>())))
        .with(el("tbody").with(counted.counties.iter().map(row).collect::<Vec<_>>()));
    narrow("counties", t.types.types_counties, vec![boxed(t.types.types_counties, table).into()])
}

/// Every indicator's mean in each type.
fn indicators(site: &Site, means: &[MeansByType]) -> Option<Element> {
    let t = place_text(site.language);
    let of_theme = |theme: Theme| {
        let row = |means: &MeansByType| {
            let indicator =
                site.catalogue.indicator(&means.slug).filter(|indicator| indicator.theme == theme)?;
            let title = el("a")
                .attr("href", site.href(Page::Indicator(indicator.slug.clone())))
                .with(indicator.title.get(site.language).to_owned());
            let when = el("span").class("compare__period").with(period_text(means.period, site.language));
            let cells: Vec<Element> = means
                .means
                .0
                .iter()
                .map(|mean| el("td").with(value_words(site, indicator, Some(*mean))))
                .collect();
            Some(el("tr").with(el("th").attr("scope", "row").with(title).with(" ").with(when)).with(cells))
        };
        let rows: Vec<Element> = means.iter().filter_map(row).collect();
        let columns: Vec<Element> =
            (1..=5_u8).map(|number| el("th").attr("scope", "col").with((t.type_short)(number))).collect();
        let name = (site.text().theme)(theme);
        (!rows.is_empty()).then(|| {
            let head = el("tr").with(el("th").attr("scope", "col").with(name)).with(columns);
            let table = el("table")
                .class("table table--compare")
                .with(el("caption").class("unseen").with(name))
                .with(el("thead").with(head))
                .with(el("tbody").with(rows));
            boxed(name, table)
        })
    };
    let tables: Vec<Element> = Theme::ALL.into_iter().filter_map(of_theme).collect();
    (!tables.is_empty()).then(|| {
        let lede = el("p").class("section__lede").with(t.types.types_indicators_lede);
        section("by-type", t.types.types_indicators, vec![lede.into(), tables.into()])
    })
}
