//! The state of an exploration: what is shown follows the address and the figures; nothing here is set.

use super::ExplorationContent;
use super::shown::Shown;
use crate::charts::interval_text;
use crate::color::{Ground, Role};
use crate::components::figures::Figures;
use crate::components::line_figure::{Line, chosen_lines};
use crate::components::line_others::{Range, in_range};
use crate::components::map_figure::base::MapBase;
use crate::components::map_figure::{AreaWords, MapDrawing, Spoken};
use crate::components::period_slider::Periods;
use crate::components::profile;
use crate::components::rest::Rest;
use crate::components::site::Site;
use crate::i18n::number::{NumberStyle, with_unit};
use crate::map::choropleth::{Inks, LineColors, rgba};
use crate::markup::{Live, Memo, RwSignal};
use crate::model::{AreaCode, Indicator, Level, Period, Value};
use crate::route::{Against, View};
use crate::sentences::map_area::{MapArea, announcement};
use std::sync::Arc;

/// Everything that the parts of an exploration ask for.
#[derive(Clone)]
pub(super) struct State {
    pub(super) shown: Memo<Arc<Shown>>,
    /// What the map shows of it: the values, or their change since an earlier period.
    pub(super) mapped: Memo<Arc<Shown>>,
    /// For what is read rather than looked at.
    pub(super) rest: Rest,
    /// The view when the reader last held still.
    pub(super) rested_view: Memo<View>,
    /// What a second map beside it shows, if there is one and its figures are here.
    pub(super) beside: Memo<Option<Arc<Shown>>>,
    /// Levels to choose from; apart, so that the choice is not built anew with every period.
    pub(super) levels: Memo<Vec<Level>>,
    pub(super) drawing: Memo<Option<MapDrawing>>,
    pub(super) lines: Memo<Arc<Vec<Line>>>,
    /// First and last period of a range that is looked at.
    pub(super) range: Memo<Option<Range>>,
    /// The second indicator with its figures, where the view shows one and they are here.
    pub(super) other: Memo<Option<Other>>,
    /// The borders that are here; they stay while finer ones, or those of another level, are on their way.
    pub(super) here: Memo<Option<Arc<MapBase>>>,
    /// The areas that the reader compares.
    pub(super) chosen: Live<Vec<AreaCode>>,
    /// The class whose areas alone are shown in colour.
    pub(super) pointed_class: RwSignal<Option<usize>>,
    /// Whether the reader asked for more areas than the chart has room for.
    pub(super) is_full: RwSignal<bool>,
}

/// A second indicator with its figures.
#[derive(Clone, PartialEq)]
pub(super) struct Other(pub(super) Arc<Indicator>, pub(super) Arc<Figures>);

impl State {
    pub(super) fn new(site: &Site, content: &ExplorationContent, rest: Rest) -> Self {
        let ExplorationContent { view, figures, .. } = content.clone();
        let chosen = {
            let view = view.clone();
            // Kept, so that what follows the areas stands still while the period changes.
            let areas = Memo::new(move |_| view.get().areas);
            Live::new(move || areas.get())
        };
        let catalogue = site.catalogue.clone();
        let shown = Memo::new(move |before: Option<&Arc<Shown>>| {
            let figures = figures.get();
            // What was here stays while something newer is on its way.
            let here = figures.ready().or_else(|| before.and_then(|before| before.figures.as_ref()));
            Arc::new(Shown::of(&catalogue, &view.get(), here, before.map(Arc::as_ref)))
        });
        let view = content.view.clone();
        let mapped =
            Memo::new(move |before: Option<&Arc<Shown>>| shown.get().since(view.get().map.from, before));
        let rested_view = {
            let view = content.view.clone();
            rest.of(move || view.get())
        };
        let beside = {
            let (view, catalogue, against) =
                (content.view.clone(), site.catalogue.clone(), content.against.clone());
            Memo::new(move |before: Option<&Option<Arc<Shown>>>| {
                let view = view.get();
                let shown = shown.get();
                let before = before.and_then(Option::as_ref).map(Arc::as_ref);
                match view.map.against.clone()? {
                    Against::Period(period) => {
                        let other = View { period: Some(period), ..view };
                        let of =
                            Shown::of(&catalogue, &other, shown.figures.as_ref(), before.or(Some(&shown)));
                        Some(Arc::new(of))
                    }
                    Against::Indicator(slug) => {
                        let loaded = against.get();
                        let figures =
                            loaded.ready()?.as_ref().clone().filter(|figures| figures.slug == slug)?;
                        let other = View { indicator: Some(slug), ..view };
                        Some(Arc::new(Shown::of(&catalogue, &other, Some(&figures), before)))
                    }
                }
            })
        };
        let is_dark = site.is_dark.clone();
        let pointed_class = RwSignal::new(None);
        let drawing = Memo::new(move |_| {
            let ground = if is_dark.get() { Ground::Dark } else { Ground::Light };
            drawing(&mapped.get(), pointed_class.get(), ground)
        });
        let range = {
            let view = content.view.clone();
            Memo::new(move |_| view.get().range())
        };
        let lines = {
            let (site, chosen) = (site.clone(), chosen.clone());
            Memo::new(move |_| {
                let shown = shown.get();
                let name = |code: &AreaCode| site.name(code);
                let of = |figures: &Arc<Figures>| {
                    let lines = chosen_lines(figures, shown.indicator.measure, &chosen.get(), &name);
                    in_range(lines, range.get())
                };
                Arc::new(shown.figures.as_ref().map_or_else(Vec::new, of))
            })
        };
        let other = {
            let (against, catalogue) = (content.against.clone(), site.catalogue.clone());
            Memo::new(move |_| {
                let loaded = against.get();
                let figures = loaded.ready()?.as_ref().clone()?;
                let indicator = catalogue.indicator(&figures.slug)?.clone();
                Some(Other(Arc::new(indicator), figures))
            })
        };
        let base = content.base.clone();
        let here = Memo::new(move |before: Option<&Option<Arc<MapBase>>>| {
            base.get().ready().cloned().or_else(|| before.and_then(Clone::clone))
        });
        let levels = Memo::new(move |_| shown.get().levels.clone());
        Self {
            shown,
            mapped,
            rest,
            rested_view,
            beside,
            levels,
            drawing,
            lines,
            range,
            other,
            here,
            chosen,
            pointed_class,
            is_full: RwSignal::new(false),
        }
    }

    /// Periods to choose from.
    pub(super) fn periods(&self) -> Periods {
        let shown = self.shown;
        Periods {
            all: Live::new(move || shown.get().periods.clone()),
            shown: Live::new(move || shown.get().period),
        }
    }

    /// What is said of an area on a map.
    pub(super) fn area_words(
        shown: Memo<Arc<Shown>>,
        site: &Site,
    ) -> Arc<dyn Fn(&AreaCode) -> AreaWords + Send + Sync> {
        let site = site.clone();
        Arc::new(move |code| {
            let shown = shown.get();
            let value = shown.value_of(code);
            let style = NumberStyle { decimals: shown.indicator.decimals, language: site.language };
            let interval = shown.interval_of(code);
            let interval = interval.map(|ends| interval_text(ends, &shown.indicator.unit, style));
            AreaWords {
                name: site.name(code),
                value: profile::value_words(&site, &shown.indicator, value),
                interval: interval.unwrap_or_default(),
                more: beside_nation(&site, &shown, value),
            }
        })
    }

    /// What is announced of an area on a map.
    pub(super) fn spoken(shown: Memo<Arc<Shown>>, site: &Site) -> Spoken {
        let site = site.clone();
        Arc::new(move |(code, neighbours)| {
            let shown = shown.get();
            let beside: Vec<Value> = neighbours.iter().filter_map(|code| shown.value_of(code)).collect();
            let area = MapArea {
                indicator: &shown.indicator,
                level: shown.level,
                value: shown.value_of(code),
                ends: shown.interval_of(code),
                all: &shown.values,
                neighbours: &beside,
                classification: &shown.classification,
            };
            format!("{}: {}", site.name(code), announcement(&area, site.language))
        })
    }
}

/// The map of every period, in the same classes.
pub(super) fn drawings(shown: &Shown, ground: Ground) -> Vec<(Period, MapDrawing)> {
    let inks = Inks::new(shown.scale(), shown.classification.n_classes(), ground);
    let of = |period: &Period| {
        let values = shown.in_period(*period)?;
        let inks = Arc::new(inks.of(&values, &shown.classification));
        let (lines, level) = (line_colors(ground), shown.level);
        Some((*period, MapDrawing { level, vintage: shown.vintage, inks, lines, period: period.to_string() }))
    };
    shown.periods.iter().filter_map(of).collect()
}

/// What the map draws; nothing before there are values.
pub(super) fn drawing(shown: &Shown, class: Option<usize>, ground: Ground) -> Option<MapDrawing> {
    let inks = Inks::new(shown.scale(), shown.classification.n_classes(), ground);
    let period = shown.period?.to_string();
    let context = rgba(Role::Context.color(ground));
    let inks = match class {
        Some(class) => inks.only(class, &shown.values, &shown.classification, context),
        None => inks.of(&shown.values, &shown.classification),
    };
    (!shown.values.is_empty()).then(|| MapDrawing {
        level: shown.level,
        vintage: shown.vintage,
        inks: Arc::new(inks),
        lines: line_colors(ground),
        period,
    })
}

/// The country's value, where an area has one to be seen beside it.
fn beside_nation(site: &Site, shown: &Shown, own: Option<Value>) -> String {
    let (Some(_), Some(nation)) = (own.and_then(Value::number), shown.nation.and_then(Value::number)) else {
        return String::new();
    };
    let style = NumberStyle { decimals: shown.indicator.decimals, language: site.language };
    (site.text().legend_nation)(&with_unit(nation, &shown.indicator.unit, style))
}

/// Lines above the areas, for a ground.
fn line_colors(ground: Ground) -> LineColors {
    let color = |role: Role| rgba(role.color(ground));
    LineColors { between: color(Role::Ground), outer: color(Role::Axis) }
}
