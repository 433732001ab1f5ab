//! The map of the areas inside a municipality: each area a link, coloured by its type or by an indicator, drawn as text
//! so that it stands in the page before any program runs.

use super::browser::typed_value;
use super::map_legend::class_limits;
use super::site::{Site, use_site};
use crate::charts::svg::escaped;
use crate::geo::topology::Topology;
use crate::i18n::number::{NumberStyle, number_text, with_unit};
use crate::i18n::text::place::place_text;
use crate::map::outlines::Outlines;
use crate::markup::{Element, Live, Markup, Memo, RwSignal, el, live};
use crate::model::{AreasInside, Indicator, Level, Measure, Profile, Value};
use crate::route::{Page, Route, View};
use crate::stats::classification::{Classification, Method};
use std::fmt::Write;
use std::sync::Arc;
use web_sys::Event;

/// The outlines of the areas inside, from the municipality's borders in full detail. None where the two do not belong
/// together.
pub fn outlines_inside(inside: &AreasInside, borders: &Topology) -> Option<Outlines> {
    let smaller = inside.smaller.as_ref()?;
    let areas = borders.dissolved(&smaller.of, inside.codes.len()).ok()?;
    Some(Outlines::of(&areas))
}

/// What the map shows.
#[derive(Clone)]
pub struct AreaMapContent {
    /// Whose areas.
    pub profile: Arc<Profile>,
    /// Their outlines, as soon as they are here.
    pub outlines: Live<Option<Arc<Outlines>>>,
    /// The area that the page is about, marked; none on the municipality's own page.
    pub marked: Option<usize>,
}

/// How the areas are coloured.
struct Shading {
    /// The id of the scale and its number of classes.
    scale: (&'static str, usize),
    /// The class of each area, counted from 0; none without a value.
    classes: Vec<Option<usize>>,
    /// What is said of each area after its name.
    words: Vec<String>,
    /// Label and number of areas of each class, in the legend's order.
    legend: Vec<(usize, String, usize)>,
}

/// Number of classes of an indicator's map.
const N_CLASSES: usize = 5;

/// The map with its choice and legend, or nothing where no borders are published.
pub fn area_map(content: &AreaMapContent) -> Option<Element> {
    let site = use_site();
    let t = place_text(site.language);
    let inside = content.profile.inside.as_ref().filter(|inside| inside.smaller.is_some())?;
    let choices: Vec<&Indicator> = inside
        .indicators
        .iter()
        .filter_map(|values| site.catalogue.indicator(&values.slug))
        .filter(|indicator| !matches!(indicator.measure, Measure::Count) && indicator.slug != AREA_TYPE)
        .collect();
    let has_types = inside.types.is_some();
    let first = if has_types { String::new() } else { choices.first()?.slug.clone() };
    let shown = RwSignal::new(first);
    let shading = {
        let (profile, site) = (Arc::clone(&content.profile), site.clone());
        Memo::new(move |_| Shade(Arc::new(shading(&site, &profile, &shown.get()))))
    };
    let option = |value: String, title: String| el("option").attr("value", value).with(title);
    let types = has_types.then(|| option(String::new(), t.area_types.to_owned()));
    let options: Vec<Element> = choices
        .iter()
        .map(|indicator| option(indicator.slug.clone(), indicator.title.get(site.language).to_owned()))
        .collect();
    let select = el("select")
        .class("select")
        .with(types)
        .with(options)
        .property("value", move || shown.get())
        .on("change", move |event: Event| shown.set(typed_value(&event)));
    let choose = el("label")
        .class("field needs-program")
        .with(el("span").class("field__label").with(t.map_show))
        .with(select);
    let (profile, outlines, marked) =
        (Arc::clone(&content.profile), content.outlines.clone(), content.marked);
    let own = site.clone();
    let picture = live(move || match outlines.get() {
        Some(outlines) => {
            let (own, profile) = (own.clone(), Arc::clone(&profile));
            let draw = move || svg(&own, &profile, &outlines, &shading.get().0, marked);
            Markup::from(el("div").class("area-map__picture").live_html(draw))
        }
        None => el("p").class("area-map__waits").with(place_text(own.language).map_waits).into(),
    });
    let legend = live(move || legend(&shading.get().0));
    let explore = View {
        indicator: Some(if has_types { AREA_TYPE.to_owned() } else { choices.first()?.slug.clone() }),
        level: Some(Level::Regso),
        areas: vec![content.profile.area.clone()],
        ..View::default()
    };
    let explore = Route { language: site.language, page: Page::Explore, view: explore }.to_string();
    Some(
        el("div")
            .class("area-map")
            .live_attr("data-scale", move || shading.get().0.scale.0)
            .live_attr("data-classes", move || shading.get().0.scale.1.to_string())
            .with(picture)
            .with(
                el("div")
                    .class("area-map__side")
                    .with(choose)
                    .with(legend)
                    .with(el("p").class("figure__note").with(el("a").attr("href", explore).with(t.open_map))),
            ),
    )
}

/// The indicator that holds the published types.
pub const AREA_TYPE: &str = "omradestyp";

/// Compared as itself: made anew, it is another.
#[derive(Clone)]
struct Shade(Arc<Shading>);

impl PartialEq for Shade {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

fn shading(site: &Site, profile: &Profile, slug: &str) -> Shading {
    let empty =
        Shading { scale: ("petrol", N_CLASSES), classes: Vec::new(), words: Vec::new(), legend: Vec::new() };
    let Some(inside) = &profile.inside else { return empty };
    match site.catalogue.indicator(slug) {
        None => by_type(site, inside),
        Some(indicator) => by_indicator(site, profile, inside, indicator).unwrap_or(empty),
    }
}

/// By the newest type: the scale's low end is type 5, its high end type 1, the mixed ones lie between.
fn by_type(site: &Site, inside: &AreasInside) -> Shading {
    let t = place_text(site.language);
    let newest = |at: usize| {
        let types = inside.types.as_ref()?;
        types.of(at, types.periods.len().checked_sub(1)?, false)
    };
    let types: Vec<Option<u8>> = (0..inside.codes.len()).map(newest).collect();
    let row = |number: u8| {
        let n = types.iter().filter(|own| **own == Some(number)).count();
        (5 - usize::from(number), (t.type_short)(number), n)
    };
    Shading {
        scale: ("diverging", 5),
        words: types
            .iter()
            .map(|own| own.map_or_else(|| t.no_type.to_owned(), |number| (t.type_short)(number)))
            .collect(),
        classes: types.iter().map(|own| own.map(|number| 5 - usize::from(number))).collect(),
        legend: (1..=5).map(row).collect(),
    }
}

/// Around the country's value where there is one; else as many areas in each class.
fn by_indicator(
    site: &Site,
    profile: &Profile,
    inside: &AreasInside,
    indicator: &Indicator,
) -> Option<Shading> {
    let values = inside.indicators.iter().find(|values| values.slug == indicator.slug)?;
    let numbers: Vec<f64> = values.values.0.iter().filter_map(|value| value.number()).collect();
    let nation = || {
        let own = profile.indicators.iter().find(|own| own.slug == indicator.slug)?;
        let nation = own.series.iter().find(|series| series.area.level() == Level::Nation)?;
        nation.values.0.get(own.periods.binary_search(&values.period).ok()?)?.number()
    };
    let (method, scale) = match nation() {
        Some(center) => (Method::Diverging { center }, "diverging"),
        None => (Method::Quantile, "petrol"),
    };
    let classes = Classification::of(&numbers, method, N_CLASSES);
    let counts = classes.counts(&numbers);
    let style = NumberStyle { decimals: indicator.decimals, language: site.language };
    let words = |value: &Value| match value {
        Value::Number(number, _) => with_unit(*number, &indicator.unit, style),
        Value::Absent(reason) => (site.text().absence)(*reason).to_owned(),
    };
    let row = |class: usize| (class, class_limits(site.language, indicator, &classes, class), counts[class]);
    Some(Shading {
        scale: (scale, classes.n_classes()),
        classes: values.values.0.iter().map(|value| Some(classes.class_of(value.number()?))).collect(),
        words: values.values.0.iter().map(words).collect(),
        legend: (0..classes.n_classes()).map(row).collect(),
    })
}

fn legend(shading: &Shading) -> Element {
    let rows: Vec<Element> = shading
        .legend
        .iter()
        .map(|(class, label, n)| {
            el("li")
                .class("area-map__class")
                .with(el("span").class(format!("legend__swatch legend__swatch--{}", class + 1)))
                .with(el("span").with(label.clone()))
                .with(el("span").class("legend__count").with(n.to_string()))
        })
        .collect();
    el("ul").class("area-map__legend").with(rows)
}

/// The map as SVG: a link an area. Keyboards and screen readers take the list beside it; a hundred stops on the way
/// would be in theirs.
fn svg(
    site: &Site,
    profile: &Profile,
    outlines: &Outlines,
    shading: &Shading,
    marked: Option<usize>,
) -> String {
    let Some(inside) = &profile.inside else { return String::new() };
    let [width, height] = outlines.size;
    let mut svg = format!(
        r#"<svg class="area-map__svg" viewBox="0 0 {width} {height}" aria-hidden="true" focusable="false">"#
    );
    // The marked one last, so that its outline lies above its neighbours'.
    let order = (0..outlines.paths.len()).filter(|at| Some(*at) != marked).chain(marked);
    for at in order {
        let (Some(code), Some(d)) = (inside.codes.get(at), outlines.paths.get(at)) else { continue };
        let class = match shading.classes.get(at).copied().flatten() {
            Some(class) => format!("fill-{}", class + 1),
            None => "fill-none".to_owned(),
        };
        let mark = if Some(at) == marked { " area-map__area--marked" } else { "" };
        let words = shading.words.get(at).map_or("", String::as_str);
        let name = inside.names.get(at).map_or("", String::as_str);
        let said = escaped(&format!("{name}: {words}"));
        let href = escaped(&site.href(Page::Area(code.clone())));
        // Writing to a text does not fail.
        let _ = write!(
            svg,
            r#"<a href="{href}" tabindex="-1"><path class="area-map__area{mark} {class}" d="{d}"><title>{said}</title></path></a>"#
        );
    }
    svg + "</svg>"
}

/// The same areas as a list of links with type and number of people: what keyboards and screen readers use.
pub fn area_list(profile: &Profile) -> Option<Element> {
    let site = use_site();
    let t = place_text(site.language);
    let inside = profile.inside.as_ref()?;
    let shading = by_type(&site, inside);
    let style = NumberStyle { decimals: 0, language: site.language };
    let item = |at: usize| {
        let people = inside.population.get(at).filter(|people| **people > 0);
        let people = people.map(|people| (t.n_people)(&number_text(f64::from(*people), style)));
        let words: Vec<String> =
            inside.types.is_some().then(|| shading.words[at].clone()).into_iter().chain(people).collect();
        let link = el("a").attr("href", site.href(Page::Area(inside.codes[at].clone()))).attr("lang", "sv");
        el("li")
            .with(link.with(inside.names[at].clone()))
            .with(el("span").class("similar__differs").with(words.join(" · ")))
    };
    let items: Vec<Element> = (0..inside.codes.len()).map(item).collect();
    Some(
        el("details")
            .class("disclosure")
            .id("area-list")
            .with(el("summary").with((t.area_list)(items.len())))
            .with(el("ul").class("area-list").with(items)),
    )
}
