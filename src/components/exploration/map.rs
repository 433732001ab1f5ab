//! The map of what is explored, with its caption and its legend.

use super::shown::Shown;
use super::state::{self, State, drawings};
use super::{Exploration, ExplorationContent};
use crate::color::Ground;
use crate::components::figure_frame::{Caption, figure_caption};
use crate::components::loaded::Loaded;
use crate::components::map_downloads::MapDownloads;
use crate::components::map_figure::{AskSeen, MapContent, MapDrawing, map_figure};
use crate::components::map_legend::map_legend;
use crate::components::map_multiples::{MultiplesContent, map_multiples};
use crate::components::map_table::{MapTable, map_table};
use crate::components::map_tools::{MapTools, map_tools};
use crate::components::marks;
use crate::components::notices::{problem, skeleton};
use crate::components::site::StillMap;
use crate::geo::viewport::Viewport;
use crate::i18n::period::period_text;
use crate::markup::{Act, Element, Live, Markup, Memo, RwSignal, el, live, words};
use crate::model::Indicator;
use crate::route::{MapForm, Shape};
use crate::sentences;
use leptos::prelude::StoredValue;
use std::sync::Arc;

/// What one of the maps shows.
#[derive(Clone)]
struct Subject {
    /// Unlike that of every other map on the page.
    id: &'static str,
    shown: Memo<Arc<Shown>>,
    drawing: Memo<Option<MapDrawing>>,
    /// The class whose areas alone are shown in colour.
    pointed: RwSignal<Option<usize>>,
    /// Where the maps beside each other are.
    linked: Option<RwSignal<Option<Viewport>>>,
}

/// The map with its caption and legend, or two beside each other that move together.
pub fn exploration_map(of: &Exploration) -> Element {
    let (of, beside) = (of.clone(), of.state.beside);
    let is_double = Memo::new(move |_| beside.get().is_some());
    let maps = live(move || {
        let State { mapped, drawing, pointed_class, .. } = of.state.clone();
        let first = Subject { id: "map", shown: mapped, drawing, pointed: pointed_class, linked: None };
        if !is_double.get() {
            return vec![map_of(&of, first)];
        }
        let linked = Some(RwSignal::new(None));
        let other = Memo::new(move |_| beside.get().unwrap_or_else(|| mapped.get()));
        let (pointed, is_dark) = (RwSignal::new(None), of.site.is_dark.clone());
        let other_drawing = Memo::new(move |_| {
            let ground = if is_dark.get() { Ground::Dark } else { Ground::Light };
            state::drawing(&other.get(), pointed.get(), ground)
        });
        let second = Subject { id: "map-beside", shown: other, drawing: other_drawing, pointed, linked };
        vec![map_of(&of, Subject { linked, ..first }), map_of(&of, second)]
    });
    el("div").class("maps").class_when("maps--two", move || is_double.get()).with(maps)
}

/// One map with its caption and legend.
fn map_of(of: &Exploration, subject: Subject) -> Element {
    let Exploration { site, content, state, choices, hovered, .. } = of;
    let (t, language, hovered) = (site.text(), site.language, *hovered);
    let Subject { id, shown, drawing, pointed, linked } = subject;
    let rested = state.rest.of(move || shown.get());
    let is_first = id == "map";
    let ExplorationContent { base, close, retry, want, .. } = content.clone();
    let here = state.here;
    let is_here = Memo::new(move |_| here.get().is_some());
    let seen: AskSeen = StoredValue::new_local(None);
    let (in_view, lists_view) = (RwSignal::new(Vec::new()), RwSignal::new(false));
    let table = map_table(MapTable {
        in_view,
        is_open: lists_view,
        words: State::area_words(shown, site),
        title: Live::new(move || rested.get().map_title(language)),
        chosen: state.chosen.clone(),
        toggle: choices.toggle.clone(),
        hovered,
    });
    let map_content = MapContent {
        id,
        linked,
        in_view,
        lists_view,
        seen,
        start: of.map_start.clone(),
        base: Live::new(move || here.get().expect("the map is built when there are borders")),
        close,
        want,
        drawing: Live::new(move || drawing.get()),
        hovered,
        chosen: state.chosen.clone(),
        toggle: choices.toggle.clone(),
        words: State::area_words(shown, site),
        spoken: State::spoken(shown, site),
        levels: Live::new({
            let levels = state.levels;
            move || levels.get()
        }),
        choose_level: choices.level.clone(),
        follows_zoom: {
            let view = content.view.clone();
            Live::new(move || view.get().map.follows_zoom)
        },
        follow_level: choices.follow_level.clone(),
        is_wide: of.is_wide(),
        set_wide: {
            let change = choices.map.clone();
            Act::new(move |is_wide| change.run(Box::new(move |map| map.is_wide = is_wide)))
        },
        name: Live::new(move || (t.map_name)(&shown.get().map_title(language))),
        // The first map tells when it has its new colours.
        recolor_start: if is_first { choices.recolor_start } else { RwSignal::new(None) },
    };
    let map = live({
        let base = base.clone();
        let retry = retry.clone();
        let form = map_form(of);
        let multiples = of.clone();
        let still_map = site.still_map;
        move || {
            if is_first
                && is_here.get()
                && form.get() == MapForm::Periods
                && let Some(extras) = multiples.map_extras
            {
                return (extras.periods)(&multiples);
            }
            if let (true, Some(still)) = (is_here.get(), still_map) {
                return still_of(still, &multiples, shown, drawing);
            }
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
        Live::new(move || rested.get().legend()),
        Live::new(move || hovered.get().and_then(|code| shown.get().value_of(&code))),
        pointed,
        choices.classes.clone(),
    );
    // The title goes with the map at once, the sentence when the reader has time for it.
    let lede = Memo::new(move |_| rested.get().map_lede(language));
    let caption = Memo::new(move |_| {
        let (title, detail) = shown.get().map_heading(language);
        Caption { title, detail, lede: lede.get() }
    });
    let files = MapDownloads {
        seen,
        drawing: Live::new(move || drawing.get()),
        legend: Live::new(move || shown.get().legend()),
        heading: Live::new(move || {
            let shown = shown.get();
            let (title, detail) = shown.map_heading(language);
            (title, detail, shown.map_lede(language))
        }),
        embed: is_first.then(|| of.embeddable(Shape::Map)),
    };
    let files = site.beside.map(|beside| (beside.map)(&files));
    let title = format!("{id}-title");
    let extras = of.map_extras.filter(|_| is_first);
    let (is_beside, is_wide) = (extras.is_some() && linked.is_none(), of.is_wide());
    el("figure")
        .class("figure")
        .class_when("figure--beside", move || is_beside && !is_wide.get())
        .attr("aria-labelledby", title.clone())
        .with(figure_caption(title, Live::new(move || caption.get())))
        .with(el("div").class("map-and-legend").with(map).with(legend))
        .with(el("p").class("figure__note").with(notes(of)))
        .with(el("p").class("figure__note").with(sentences::map::composition(language)))
        .with(failure)
        .with(extras.map(|extras| (extras.tools)(of)))
        .with(el("div").class("figure__offers").with(is_first.then_some(table)).with(files))
        // Elsewhere the map is one of two figures over one line of source.
        .with(extras.map(|_| of.source()))
}

/// The map as it is drawn beforehand.
fn still_of(
    still: fn(&StillMap<'_>) -> Markup,
    of: &Exploration,
    shown: Memo<Arc<Shown>>,
    drawing: Memo<Option<MapDrawing>>,
) -> Markup {
    let (Some(base), Some(drawing), shown) = (of.state.here.get(), drawing.get(), shown.get()) else {
        return Markup::Nothing;
    };
    let name = (of.site.text().map_name)(&shown.map_title(of.site.language));
    still(&StillMap {
        base: &base,
        drawing: &drawing,
        scale: shown.scale(),
        n_classes: shown.classification.n_classes(),
        marked: of.map_start.as_ref(),
        name: &name,
    })
}

/// How the map is drawn, as the reader chooses it.
pub(super) fn tools(of: &Exploration) -> Markup {
    let (view, shown) = (of.content.view.clone(), of.state.shown);
    let shown = of.state.rest.of(move || shown.get());
    let earlier = move || {
        let shown = shown.get();
        let periods = shown.periods.iter().copied();
        periods.filter(|period| shown.period.is_some_and(|now| *period < now)).collect()
    };
    let all = move || shown.get().periods.clone();
    let titles = {
        let site = of.site.clone();
        move || {
            let shown = shown.get();
            let has = |indicator: &&Indicator| {
                indicator.table(shown.level).is_some() && indicator.slug != shown.slug
            };
            let indicators = site.catalogue.indicators.iter().filter(has);
            let named = |indicator: &Indicator| {
                (indicator.slug.clone(), indicator.title.get(site.language).to_owned())
            };
            indicators.map(named).collect()
        }
    };
    map_tools(MapTools {
        view: Live::new(move || view.get().map),
        earlier: Live::new(earlier),
        periods: Live::new(all),
        indicators: Live::new(titles),
        change: of.choices.map.clone(),
    })
}

fn map_form(of: &Exploration) -> Memo<MapForm> {
    let view = of.content.view.clone();
    Memo::new(move |_| view.get().map.form)
}

/// A small map for each period.
pub(super) fn multiples_of(of: &Exploration) -> Markup {
    let Exploration { site, state, choices, .. } = of;
    let (shown, here, is_dark) = (state.mapped, state.here, site.is_dark.clone());
    let drawn = Memo::new(move |_| {
        let ground = if is_dark.get() { Ground::Dark } else { Ground::Light };
        Arc::new(drawings(&shown.get(), ground))
    });
    let choose = choices.period.clone();
    map_multiples(MultiplesContent {
        base: Live::new(move || here.get().expect("small maps are built when there are borders")),
        drawings: Live::new(move || drawn.get()),
        period: Live::new(move || shown.get().period),
        choose: Act::new(move |period| choose.run((period, marks::now()))),
    })
}

/// What must be known to read the map right: what a tile is, where the series breaks.
fn notes(of: &Exploration) -> Markup {
    let (t, language, shown, form) = (&of.site.text().map, of.site.language, of.state.mapped, map_form(of));
    let here = of.state.here;
    words(move || {
        let shown = shown.get();
        let mut notes = Vec::new();
        if form.get() == MapForm::Tiles {
            notes.push(t.tiles_note.to_owned());
        }
        if let Some(base) = here.get().filter(|base| base.key.level == shown.level) {
            let (n_drawn, n_areas) = (base.scene.n_drawn, base.own_table().codes.len());
            if n_drawn < n_areas {
                notes.push((t.without_borders)(n_areas - n_drawn, n_areas));
            }
        }
        if let (Some(from), Some(to)) = (shown.from, shown.period) {
            let breaks = sentences::map_change::breaks_between(&shown.indicator, from, to);
            notes.extend(breaks.map(|period| (t.break_note)(&period_text(period, language))));
        }
        notes.join(" ")
    })
}
