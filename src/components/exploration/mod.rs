//! One indicator looked at: the state that an address describes, the choices that change it, and the parts that show
//! it. The start page and the explorer are made of these parts.

mod about;
mod across;
mod choices;
pub mod defaults;
pub mod map;
mod over_time;
mod shown;
mod state;
mod table;

use super::chosen_areas::chosen_areas;
use super::embed_choice::{Embeddable, shape_of};
use super::figure_frame::source_line;
use super::figures::Figures;
use super::indicator_list::IndicatorListContent;
use super::indicator_picker::indicator_picker;
use super::level_picker::level_picker;
use super::line_figure::{LineContent, line_figure};
use super::line_others::Around;
use super::loaded::Loaded;
use super::map_figure::Wanted;
use super::map_figure::base::MapBase;
use super::marks::measure_when_drawn;
use super::notices::problem;
use super::period_slider::period_slider;
use super::rest::Rest;
use super::shape_picker::shape_picker;
use super::site::{Site, use_site};
use super::vintage_picker::vintage_picker;
use crate::markup::{Act, Live, Markup, Memo, RwSignal, el, follow, live, several, words};
use crate::model::{AreaCode, Vintage};
use crate::route::{MapView, Shape, View};
use about::about;
use across::{exploration_distribution, exploration_ranking, exploration_scatter, exploration_slope};
use choices::Choices;
use leptos::prelude::untrack;
use map::exploration_map;
use over_time::exploration_over_time;
use state::State;
use std::sync::Arc;
use table::exploration_table;

/// What an exploring page gets, as it comes.
#[derive(Clone)]
pub struct ExplorationContent {
    /// What the address asks for, as far as the edition has it.
    pub view: Live<View>,
    /// The figures of the indicator in the view.
    pub figures: Live<Loaded<Arc<Figures>>>,
    /// The figures of a second indicator, where the view shows one.
    pub against: Live<Loaded<Arc<Option<Arc<Figures>>>>>,
    /// Borders and names of the level that is looked at.
    pub base: Live<Loaded<Arc<MapBase>>>,
    /// The same in full detail for the municipalities that are looked at.
    pub close: Live<Option<Arc<MapBase>>>,
    /// Asks for other borders of the same areas.
    pub want: Act<Wanted>,
    /// Fetches again what failed.
    pub retry: Act<()>,
}

/// An indicator with all that a page can show of it and change about it.
#[derive(Clone)]
pub struct Exploration {
    site: Site,
    content: ExplorationContent,
    state: State,
    choices: Choices,
    shape: Memo<Shape>,
    /// What the map can be changed to beyond its usual self, where a page offers it.
    map_extras: Option<MapExtras>,
    /// The area that the map shows at first with what is around it; none for the whole country.
    map_start: Option<AreaCode>,
    /// The area under the pointer, in whichever figure.
    hovered: RwSignal<Option<AreaCode>>,
    /// What the ids of its figures end in, where there are several explorations on a page.
    number: Option<usize>,
}

/// Parts around a map that not every page has; a program that never asks for them is smaller by them.
#[derive(Clone, Copy)]
struct MapExtras {
    /// The choices of form, change and what is laid beside.
    tools: fn(&Exploration) -> Markup,
    /// A small map for each period.
    periods: fn(&Exploration) -> Markup,
}

impl Exploration {
    /// The exploration of what a page gets.
    pub fn new(content: &ExplorationContent) -> Self {
        let site = use_site();
        let rest = Rest::new();
        let state = State::new(&site, content, rest);
        let choices = Choices::new(&content.view, state.is_full, rest);
        site.follow_names(state.here);
        let view = content.view.clone();
        let shape = Memo::new(move |_| view.get().shape.unwrap_or_default());
        Self {
            site,
            content: content.clone(),
            state,
            choices,
            shape,
            map_extras: None,
            map_start: None,
            hovered: RwSignal::new(None),
            number: None,
        }
    }

    /// The same as one of several on a page.
    pub fn numbered(self, number: usize) -> Self {
        Self { number: Some(number), ..self }
    }

    /// The id of a figure, unlike every other on the page.
    fn id(&self, name: &str) -> String {
        self.number.map_or_else(|| name.to_owned(), |number| format!("{name}-{number}"))
    }

    /// The same with the choices of change, a second map, hexagons and a map a period, which would be too many at first
    /// sight.
    pub fn with_map_tools(self) -> Self {
        Self { map_extras: Some(MapExtras { tools: map::tools, periods: map::multiples_of }), ..self }
    }

    /// The same with a map that shows one area at first.
    pub fn starting_at(self, map_start: Option<AreaCode>) -> Self {
        Self { map_start, ..self }
    }

    /// The choice of indicator.
    pub fn indicator_choice(&self) -> Markup {
        let shown = self.state.shown;
        let slug = Live::new(move || shown.get().slug.clone());
        indicator_picker(self.site.text().indicator, &slug, self.choices.indicator.clone())
    }

    /// The choice of level.
    pub fn level_choice(&self) -> Markup {
        let (shown, levels) = (self.state.shown, self.state.levels);
        level_picker(
            Live::new(move || levels.get()),
            Live::new(move || shown.get().level),
            self.choices.level.clone(),
        )
    }

    /// The choice of the year of the areas, where the indicator is published for areas of more than one.
    pub fn vintage_choice(&self) -> Markup {
        let shown = self.state.shown;
        let vintages = Live::new(move || {
            let shown = shown.get();
            let of_level = shown.indicator.tables.iter().filter(|table| table.level == shown.level);
            let mut vintages: Vec<Vintage> = of_level.map(|table| table.vintage).collect();
            vintages.sort_unstable();
            vintages.reverse();
            vintages
        });
        vintage_picker(vintages, Live::new(move || shown.get().vintage), self.choices.vintage.clone())
    }

    /// The choice of shape.
    pub fn shape_choice(&self) -> Markup {
        let shape = self.shape;
        shape_picker(&Live::new(move || shape.get()), &self.choices.shape)
    }

    /// The choice of a second indicator, where the shape has one.
    pub fn against_choice(&self) -> Markup {
        let (exploration, shape) = (self.clone(), self.shape);
        live(move || {
            let Exploration { site, state, choices, .. } = &exploration;
            let other = state.other;
            let slug = Live::new(move || other.get().map_or_else(String::new, |other| other.0.slug.clone()));
            (shape.get() == Shape::Scatter)
                .then(|| indicator_picker(site.text().explore.against, &slug, choices.against.clone()))
        })
    }

    /// The figure in the chosen shape.
    pub fn figure(&self) -> Markup {
        let (exploration, shape) = (self.clone(), self.shape);
        live(move || match shape.get() {
            // The map needs the program.
            Shape::Map if !exploration.site.is_static => exploration_map(&exploration).into(),
            Shape::Map | Shape::Line => exploration.over_time(),
            shape => exploration.across(shape),
        })
    }

    /// The figure of areas over time.
    pub fn over_time(&self) -> Markup {
        self.measure_updates();
        exploration_over_time(self)
    }

    /// The figure in a shape across areas; nothing in any other. Apart from that over time, so that a program that has
    /// the one does not carry the other.
    pub fn across(&self, shape: Shape) -> Markup {
        self.measure_updates();
        match shape {
            Shape::Map | Shape::Line => Markup::Nothing,
            Shape::Ranking => exploration_ranking(self),
            Shape::Distribution => exploration_distribution(self),
            Shape::Scatter => exploration_scatter(self),
            Shape::Table => exploration_table(self),
        }
    }

    /// Measures from the reader's choice of a period until the chart shows it.
    fn measure_updates(&self) {
        let (shown, start) = (self.state.shown, self.choices.recolor_start);
        let period = Memo::new(move |_| shown.get().period);
        follow(move || {
            let period = period.get();
            if let (Some(period), Some(began)) = (period, start.get_untracked()) {
                start.set(None);
                measure_when_drawn("chart:update", began, ("year", period.to_string()));
            }
        });
    }

    /// Two periods of all areas beside each other.
    pub fn slope(&self) -> Markup {
        exploration_slope(self)
    }

    /// Title and question of the indicator; the title has the id.
    pub fn heading(&self, id: &'static str) -> Markup {
        let (shown, language) = (self.state.shown, self.site.language);
        let title = words(move || shown.get().indicator.title.get(language).to_owned());
        let heading = el("h2").id(id).class("explore__title").with(title);
        el("div").class("explore__titles").with(heading).with(self.question()).into()
    }

    /// What the list of indicators follows.
    pub fn list_content(&self) -> IndicatorListContent {
        let State { shown, rested_view, .. } = self.state;
        IndicatorListContent {
            slug: Live::new(move || shown.get().slug.clone()),
            view: Live::new(move || rested_view.get()),
        }
    }

    /// Takes an area that the reader searched for into the figures.
    pub fn add_area(&self) -> Act<AreaCode> {
        let (chosen, toggle) = (self.state.chosen.clone(), self.choices.toggle.clone());
        Act::new(move |code: AreaCode| {
            if !untrack(|| chosen.get()).contains(&code) {
                toggle.run(code);
            }
        })
    }

    /// What a frame shows of the view, in a shape.
    fn embeddable(&self, shape: Shape) -> Live<Embeddable> {
        let (view, shown) = (self.state.rested_view, self.state.shown);
        let slug = Memo::new(move |_| shown.get().slug.clone());
        let embeddable = Memo::new(move |_| {
            let view = view.get();
            let map = MapView { is_wide: false, ..view.map.clone() };
            shape_of(shape, View { indicator: Some(slug.get()), map, ..view })
        });
        Live::new(move || embeddable.get())
    }

    /// Source, edition and licence of what is shown.
    pub fn source(&self) -> Markup {
        let shown = self.state.shown;
        source_line(Live::new(move || shown.get().indicator.clone()))
    }

    /// The borders that are here.
    pub fn borders(&self) -> Live<Option<Arc<MapBase>>> {
        let base = self.content.base.clone();
        Live::new(move || base.get().ready().cloned())
    }

    /// What is known about the indicator, in short.
    pub fn about(&self) -> Markup {
        about(&self.site, self.state.shown)
    }

    /// Whether the map fills the window, and with it all that belongs to the exploration.
    pub fn is_wide(&self) -> Live<bool> {
        let (view, shape) = (self.content.view.clone(), self.shape);
        Live::new(move || shape.get() == Shape::Map && view.get().map.is_wide)
    }

    /// The question that the indicator answers.
    pub fn question(&self) -> Markup {
        let (shown, language) = (self.state.shown, self.site.language);
        let question = move || shown.get().indicator.question.get(language).to_owned();
        el("p").class("panel__question").with(words(question)).into()
    }

    /// Why there are no figures, with a way on.
    pub fn failure(&self) -> Markup {
        let ExplorationContent { figures, retry, .. } = self.content.clone();
        live(move || {
            let figures = figures.get();
            let error = figures.failure()?;
            Some(el("div").class("panel__map").with(problem(error, retry.clone())))
        })
    }

    /// The choice of period.
    pub fn period_choice(&self) -> Markup {
        period_slider(&self.state.periods(), self.choices.period.clone())
    }

    /// The areas that the reader compares, which can be taken away again.
    pub fn chosen_areas(&self) -> Markup {
        let (t, is_full) = (self.site.text(), self.state.is_full);
        let told = move || if is_full.get() { t.chosen_full.to_owned() } else { String::new() };
        several([
            chosen_areas(self.state.chosen.clone(), self.choices.toggle.clone()),
            el("p").class("figure__note").attr("role", "status").with(words(told)).into(),
        ])
    }

    /// The chosen areas beside the country over time.
    pub fn lines(&self, id: &str, controls: Markup) -> Markup {
        self.lines_among(id, controls, None)
    }

    /// The same with what is around them.
    fn lines_among(&self, id: &str, controls: Markup, around: Option<Around>) -> Markup {
        let (shown, lines) = (self.state.shown, self.state.lines);
        let content = LineContent {
            indicator: Live::new(move || shown.get().indicator.clone()),
            period: Live::new(move || shown.get().period),
            lines: Live::new(move || lines.get()),
            hovered: self.hovered,
            around,
        };
        line_figure(id, &content, controls)
    }
}
