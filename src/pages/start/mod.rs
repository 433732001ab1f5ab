//! The start page: find a place, see the country in one map and one chart, and go on to any municipality.

mod shown;
mod state;

use crate::components::chosen_areas::chosen_areas;
use crate::components::figure_frame::{Caption, figure_caption};
use crate::components::figures::Figures;
use crate::components::indicator_picker::indicator_picker;
use crate::components::level_picker::level_picker;
use crate::components::line_figure::{LineContent, line_figure};
use crate::components::loaded::Loaded;
use crate::components::map_figure::base::MapBase;
use crate::components::map_figure::{MapContent, map_figure};
use crate::components::map_legend::map_legend;
use crate::components::municipality_list::municipality_list;
use crate::components::notices::{problem, skeleton};
use crate::components::period_slider::period_slider;
use crate::components::search::search;
use crate::components::site::{Entry, Navigate, Site, use_site};
use crate::markup::{Act, Element, Live, Markup, el, live, several, words};
use crate::model::paths::Detail;
use crate::model::{AreaCode, Catalogue, Indicator, Level, Measure, Period};
use crate::route::{ClassMethod, View};
use crate::sentences;
use leptos::prelude::*;
use state::StartState;
use std::sync::Arc;

/// The indicator that is shown when the address names none: the one that the publisher has chosen, else the first that can be compared between areas of different
/// size, because a map of counts shows where people live and little else. One that the country has too comes first.
pub fn default_indicator(catalogue: &Catalogue) -> Option<&Indicator> {
    let has = |indicator: &Indicator, level| indicator.table(level).is_some();
    let comparable = || catalogue.indicators.iter().filter(|indicator| indicator.measure != Measure::Count);
    let national =
        comparable().find(|indicator| has(indicator, Level::Nation) && has(indicator, Level::Municipality));
    let chosen = catalogue.start.as_deref().and_then(|slug| catalogue.indicator(slug));
    chosen.or(national).or_else(|| comparable().next()).or_else(|| catalogue.indicators.first())
}

/// The level whose values a view shows: what it asks for if the indicator has it, else the municipalities.
pub fn shown_level(indicator: &Indicator, view: &View) -> Level {
    let has = |level: &Level| indicator.table(*level).is_some();
    let asked = view.level.filter(|level| LEVELS.contains(level)).filter(has);
    let usual = [Level::Municipality, Level::County, Level::Regso, Level::Deso];
    asked.or_else(|| usual.into_iter().find(has)).unwrap_or(Level::Municipality)
}

/// Levels that a map can show, largest areas first.
const LEVELS: [Level; 4] = [Level::County, Level::Municipality, Level::Regso, Level::Deso];

/// Where a taken search hit leads: to the area's page.
pub fn open_profile(site: &Site) -> Act<AreaCode> {
    let site = site.clone();
    Act::new(move |code: AreaCode| {
        if let (Some(href), Some(window)) = (site.profile_href(&code), web_sys::window()) {
            let scheme = untrack(|| site.color_scheme.get());
            let theme = scheme.map_or_else(String::new, |scheme| format!("?theme={}", scheme.id()));
            let _ = window.location().set_href(&format!("{href}{theme}"));
        }
    })
}

/// What the page shows, as it comes.
#[derive(Clone)]
pub struct StartContent {
    /// What the address asks for, as far as the edition has it.
    pub view: Live<View>,
    /// The figures of the indicator in the view.
    pub figures: Live<Loaded<Arc<Figures>>>,
    /// Borders and names of the level that is looked at.
    pub base: Live<Loaded<Arc<MapBase>>>,
    /// Asks for borders of another level of detail.
    pub want_detail: Act<Detail>,
    /// Fetches again what failed.
    pub retry: Act<()>,
}

/// The page.
pub fn start_page(content: &StartContent) -> Markup {
    let site = use_site();
    let state = StartState::new(&site, content);
    let choices = Choices::new(content, state.is_full);
    several([hero(&site).into(), panel(&site, content, &state, &choices).into(), municipality_list()])
}

/// What the reader can choose, each as another view in the address.
struct Choices {
    indicator: Act<String>,
    level: Act<Level>,
    period: Act<(Period, f64)>,
    toggle: Act<AreaCode>,
    classes: Act<(ClassMethod, u8)>,
    /// When the input came that changed the period; taken by whoever measures.
    recolor_start: RwSignal<Option<f64>>,
}

impl Choices {
    fn new(content: &StartContent, is_full: RwSignal<bool>) -> Self {
        let navigate = use_context::<Navigate>();
        let view = content.view.clone();
        let show = Act::new(move |(change, entry): (Change, Entry)| {
            let mut next = untrack(|| view.get());
            change(&mut next);
            if let Some(navigate) = &navigate {
                navigate.to(next, entry);
            }
        });
        let recolor_start = RwSignal::new(None);
        let (by_indicator, by_level, by_period) = (show.clone(), show.clone(), show.clone());
        let (by_area, by_classes) = (show.clone(), show);
        let now = content.view.clone();
        Self {
            indicator: Act::new(move |slug: String| {
                by_indicator.run((
                    Box::new(move |view| {
                        view.indicator = Some(slug);
                        view.period = None;
                    }),
                    Entry::Push,
                ));
            }),
            level: Act::new(move |level| {
                by_level.run((Box::new(move |view| view.level = Some(level)), Entry::Push));
            }),
            period: Act::new(move |(period, start)| {
                recolor_start.set(Some(start));
                by_period.run((Box::new(move |view| view.period = Some(period)), Entry::Replace));
            }),
            toggle: Act::new(move |code: AreaCode| {
                let areas = untrack(|| now.get()).areas;
                let is_new = !areas.contains(&code);
                is_full.set(is_new && areas.len() >= crate::route::MOST_AREAS);
                if !is_full.get_untracked() {
                    let change: Change = Box::new(move |view| match is_new {
                        true => view.areas.push(code),
                        false => view.areas.retain(|area| *area != code),
                    });
                    by_area.run((change, Entry::Push));
                }
            }),
            classes: Act::new(move |(method, n_classes): (ClassMethod, u8)| {
                let change: Change = Box::new(move |view| {
                    view.method = (method != ClassMethod::default()).then_some(method);
                    view.classes = (n_classes != shown::N_CLASSES).then_some(n_classes);
                });
                by_classes.run((change, Entry::Replace));
            }),
            recolor_start,
        }
    }
}

/// What a choice changes in the view.
type Change = Box<dyn FnOnce(&mut View)>;

fn hero(site: &Site) -> Element {
    let t = site.text();
    let words = el("div")
        .class("hero__words")
        .with(el("h1").attr("tabindex", "-1").with(t.start_heading))
        .with(el("p").class("hero__lede").with(t.start_lede));
    let find = el("div").class("hero__search needs-program").with(search("find", &open_profile(site)));
    el("div").class("hero").with(words).with(find)
}

/// Choices, slider, map and chart.
fn panel(site: &Site, content: &StartContent, state: &StartState, choices: &Choices) -> Element {
    let t = site.text();
    let language = site.language;
    let shown = state.shown;
    let head = el("div")
        .class("panel__head needs-program")
        .with(indicator_picker(&Live::new(move || shown.get().slug.clone()), choices.indicator.clone()))
        .with(level_picker(
            Live::new({
                let levels = state.levels;
                move || levels.get()
            }),
            Live::new(move || shown.get().level),
            choices.level.clone(),
        ))
        .with(
            el("p")
                .class("panel__question")
                .with(words(move || shown.get().indicator.question.get(language).to_owned())),
        );
    let StartContent { figures, retry, .. } = content.clone();
    let failure = live(move || {
        let figures = figures.get();
        let error = figures.failure()?;
        Some(el("div").class("panel__map").with(problem(error, retry.clone())))
    });
    let slider = period_slider(&state.periods(), choices.period.clone());
    let hovered = RwSignal::new(None::<AreaCode>);
    let is_full = state.is_full;
    let controls = several([
        chosen_areas(state.chosen.clone(), choices.toggle.clone()),
        el("p")
            .class("figure__note")
            .attr("role", "status")
            .with(words(move || if is_full.get() { t.chosen_full.to_owned() } else { String::new() }))
            .into(),
    ]);
    let lines = state.lines;
    let line_content = LineContent {
        indicator: Live::new(move || shown.get().indicator.clone()),
        period: Live::new(move || shown.get().period),
        lines: Live::new(move || lines.get()),
        hovered,
    };
    let map = map_part(site, content, state, choices, hovered);
    let figures = el("div")
        .class("panel__figures")
        .with(el("div").class("panel__map needs-program").with(map))
        .with(el("div").class("panel__chart").with(line_figure("line", &line_content, controls)));
    el("section")
        .class("panel")
        .attr("aria-labelledby", "figures")
        .with(el("h2").class("unseen").id("figures").with(t.start_figures))
        .with(head)
        .with(failure)
        .with(el("div").class("panel__time needs-program").with(slider))
        .with(figures)
}

/// The map with its caption and legend.
fn map_part(
    site: &Site,
    content: &StartContent,
    state: &StartState,
    choices: &Choices,
    hovered: RwSignal<Option<AreaCode>>,
) -> Element {
    let t = site.text();
    let language = site.language;
    let (shown, drawing) = (state.shown, state.drawing);
    let StartContent { base, retry, want_detail, .. } = content.clone();
    // The borders that are here stay while finer ones, or those of another level, are on their way.
    let here = Memo::new({
        let base = base.clone();
        move |before: Option<&Option<Arc<MapBase>>>| {
            base.get().ready().cloned().or_else(|| before.and_then(Clone::clone))
        }
    });
    let is_here = Memo::new(move |_| here.get().is_some());
    site.follow_names(here);
    let map_content = MapContent {
        base: Live::new(move || here.get().expect("the map is built when there are borders")),
        want_detail,
        drawing: Live::new(move || drawing.get()),
        hovered,
        chosen: state.chosen.clone(),
        toggle: choices.toggle.clone(),
        words: state.area_words(site),
        name: Live::new(move || (t.map_name)(&shown.get().map_title(language))),
        recolor_start: choices.recolor_start,
    };
    let map = live({
        let base = base.clone();
        let retry = retry.clone();
        move || {
            if is_here.get() {
                return map_figure(map_content.clone());
            }
            let (base, retry) = (base.clone(), retry.clone());
            live(move || match base.get() {
                Loaded::Failed(error) => problem(&error, retry.clone()),
                _ => skeleton("skeleton--map"),
            })
        }
    });
    let failure = live(move || match base.get() {
        Loaded::Failed(error) if is_here.get() => problem(&error, retry.clone()),
        _ => Markup::Nothing,
    });
    let legend = map_legend(
        Live::new(move || shown.get().legend()),
        Live::new(move || hovered.get().and_then(|code| shown.get().value_of(&code))),
        state.pointed_class,
        choices.classes.clone(),
    );
    let caption = Live::new(move || {
        let (title, detail) = shown.get().map_heading(language);
        Caption { title, detail, lede: shown.get().map_lede(language) }
    });
    el("figure")
        .class("figure")
        .attr("aria-labelledby", "map-title")
        .with(figure_caption("map-title".to_owned(), caption))
        .with(el("div").class("map-and-legend").with(map).with(legend))
        .with(failure)
        .with(el("p").class("figure__note").with(sentences::map::composition(language)))
}
