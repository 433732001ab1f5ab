//! What the start page shows, worked out from the address and the figures. Nothing here is set: everything is derived.

use crate::color::{Ground, Rgb, Role};
use crate::components::figures::Figures;
use crate::components::line_figure::Line;
use crate::components::loaded::Loaded;
use crate::components::map_figure::{AreaWords, MapDrawing};
use crate::components::map_legend::SCALE;
use crate::components::profile;
use crate::components::site::Site;
use crate::i18n::number::{NumberStyle, with_unit};
use crate::map::canvas::{LineColors, css};
use crate::map::choropleth::{Inks, rgba};

use crate::model::{AreaCode, Indicator, Level, Measure, Period, Value};
use crate::route::View;
use crate::sentences;
use crate::stats::classification::{Classification, Method};
use leptos::prelude::*;
use std::sync::Arc;

/// Classes on the map: as many as most readers can tell apart and name.
const N_CLASSES: usize = 5;

/// Everything that the page's parts ask for.
#[derive(Clone, Copy)]
pub(super) struct StartState {
    site: StoredValue<Site>,
    figures: Signal<Loaded<Arc<Figures>>>,
    pub(super) slug: Memo<String>,
    pub(super) indicator: Signal<Indicator>,
    pub(super) levels: Signal<Vec<Level>>,
    pub(super) level: Memo<Level>,
    pub(super) periods: Memo<Vec<Period>>,
    pub(super) period: Memo<Option<Period>>,
    pub(super) classification: Memo<Arc<Classification>>,
    pub(super) values: Memo<Arc<Vec<Value>>>,
    pub(super) nation: Signal<Option<Value>>,
    pub(super) drawing: Memo<Option<MapDrawing>>,
    pub(super) lines: Memo<Vec<Line>>,
    pub(super) words: Callback<AreaCode, AreaWords>,
    /// Whether the reader asked for more areas than the chart has room for.
    pub(super) is_full: RwSignal<bool>,
}

impl StartState {
    pub(super) fn new(site: &Site, view: Signal<View>, figures: Signal<Loaded<Arc<Figures>>>) -> Self {
        let catalogue = site.catalogue.clone();
        let slug = {
            let default = super::default_indicator(&catalogue).map_or_else(String::new, |i| i.slug.clone());
            Memo::new(move |_| view.get().indicator.unwrap_or_else(|| default.clone()))
        };
        // What is drawn belongs together: while another indicator's figures are on their way, texts and map stay with
        // the one before.
        let shown = Memo::new(move |_| figures.get().ready().cloned());
        let shown_slug =
            Memo::new(move |_| shown.get().map_or_else(|| slug.get(), |figures| figures.slug.clone()));
        let indicator = {
            let catalogue = catalogue.clone();
            Memo::new(move |_| {
                let own = catalogue.indicator(&shown_slug.get());
                own.or_else(|| catalogue.indicators.first()).cloned()
            })
        };
        let indicator = Signal::derive(move || indicator.get().expect("a catalogue lists an indicator"));
        let levels = Signal::derive(move || {
            let has = |level: &Level| indicator.with(|indicator| indicator.table(*level).is_some());
            [Level::County, Level::Municipality].into_iter().filter(has).collect::<Vec<_>>()
        });
        let level = Memo::new(move |_| {
            let levels = levels.get();
            let asked = view.get().level.filter(|level| levels.contains(level));
            asked.or_else(|| levels.last().copied()).unwrap_or(Level::Municipality)
        });
        let periods = Memo::new(move |_| {
            indicator.with(|indicator| {
                indicator.table(level.get()).map_or_else(Vec::new, |table| table.periods.clone())
            })
        });
        let period = Memo::new(move |_| {
            let asked = view.get().period.filter(|period| periods.get().contains(period));
            asked.or_else(|| periods.get().last().copied())
        });
        let table = Memo::new(move |_| shown.get().and_then(|figures| figures.table(level.get()).cloned()));
        // The same limits for all periods, so that a colour means the same whatever year the slider shows.
        let classification = Memo::new(move |_| {
            let numbers: Vec<f64> = table.with(|table| {
                let values = table.iter().flat_map(|table| table.values());
                values.filter_map(|value| value.number()).collect()
            });
            Arc::new(Classification::of(&numbers, Method::Quantile, N_CLASSES))
        });
        let values = Memo::new(move |_| {
            let cross_section =
                period.get().and_then(|period| table.with(|table| table.as_ref()?.cross_section(period)));
            Arc::new(cross_section.unwrap_or_default())
        });
        let nation = Signal::derive(move || {
            shown.with(|figures| figures.as_ref()?.value(&AreaCode::nation(), period.get()?))
        });
        let is_dark = site.is_dark;
        let drawing = Memo::new(move |_| {
            let values = values.get();
            let classification = classification.get();
            let ground = if is_dark.get() { Ground::Dark } else { Ground::Light };
            let inks = Inks::new(SCALE, classification.n_classes(), ground);
            let period = period.get()?;
            (!values.is_empty()).then(|| MapDrawing {
                level: level.get(),
                inks: Arc::new(inks.of(&values, &classification)),
                lines: line_colors(ground),
                period: period.to_string(),
            })
        });
        let kept = StoredValue::new(site.clone());
        let lines = Memo::new(move |_| {
            shown.with(|figures| {
                figures.as_ref().map_or_else(Vec::new, |figures| {
                    lines(figures, indicator.with(|i| i.measure), &view.get().areas, kept)
                })
            })
        });
        let words = Callback::new(move |code: AreaCode| AreaWords {
            name: kept.with_value(|site| site.name(&code)),
            value: value_words(kept, &indicator.get(), value_of(figures, period.get(), &code)),
            more: comparison(kept, &indicator.get(), value_of(figures, period.get(), &code), nation.get()),
        });
        Self {
            site: kept,
            figures,
            slug,
            indicator,
            levels,
            level,
            periods,
            period,
            classification,
            values,
            nation,
            drawing,
            lines,
            words,
            is_full: RwSignal::new(false),
        }
    }

    /// Title of the map: indicator, group, unit, period, level.
    pub(super) fn map_title(&self) -> String {
        self.indicator.with(|indicator| {
            let language = self.site.with_value(|site| site.language);
            let period = self.period.get();
            sentences::map::title(indicator, period, self.level.get(), language)
        })
    }

    /// The title in two parts: indicator, level and period; unit and group.
    pub(super) fn map_heading(&self) -> (String, String) {
        self.indicator.with(|indicator| {
            let language = self.site.with_value(|site| site.language);
            let heading = sentences::map::heading(indicator, self.period.get(), self.level.get(), language);
            (heading, sentences::map::detail(indicator, language))
        })
    }

    /// How values spread between the areas.
    pub(super) fn map_lede(&self) -> String {
        self.indicator.with(|indicator| {
            let language = self.site.with_value(|site| site.language);
            sentences::map::lede(indicator, &self.values.get(), self.period.get(), self.level.get(), language)
        })
    }

    pub(super) fn value_of(&self, code: &AreaCode) -> Option<Value> {
        value_of(self.figures, self.period.get(), code)
    }
}

fn value_of(figures: Signal<Loaded<Arc<Figures>>>, period: Option<Period>, code: &AreaCode) -> Option<Value> {
    figures.with(|figures| figures.ready()?.value(code, period?))
}

/// The country first, then the chosen areas in their order.
fn lines(figures: &Figures, measure: Measure, chosen: &[AreaCode], site: StoredValue<Site>) -> Vec<Line> {
    let line = |code: &AreaCode, slot: Option<usize>| {
        let (periods, values) = figures.series(code)?;
        let name = site.with_value(|site| site.name(code));
        Some(Line { code: code.clone(), name, slot, periods: periods.to_vec(), values: values.to_vec() })
    };
    // Beside a number of people in the whole country any place lies at zero.
    let is_comparable = chosen.is_empty() || measure != Measure::Count;
    let nation = is_comparable.then(|| line(&AreaCode::nation(), None)).flatten();
    let areas = chosen.iter().enumerate().filter_map(|(slot, code)| line(code, Some(slot)));
    nation.into_iter().chain(areas).collect()
}

/// The words of one area on the map.
fn value_words(site: StoredValue<Site>, indicator: &Indicator, value: Option<Value>) -> String {
    site.with_value(|site| profile::value_words(site, indicator, value))
}

/// An area's value beside the country's, as the tooltip says it.
fn comparison(
    site: StoredValue<Site>,
    indicator: &Indicator,
    own: Option<Value>,
    nation: Option<Value>,
) -> String {
    let (Some(_), Some(nation)) = (own.and_then(Value::number), nation.and_then(Value::number)) else {
        return String::new();
    };
    let style = NumberStyle { decimals: indicator.decimals, language: site.with_value(|site| site.language) };
    let nation = with_unit(nation, &indicator.unit, style);
    site.with_value(|site| (site.text().legend_nation)(&nation))
}

/// Lines above the areas, for a ground.
fn line_colors(ground: Ground) -> LineColors {
    let color = |color: Rgb, opacity: u8| {
        let [r, g, b, _] = rgba(color);
        css([r, g, b, opacity])
    };
    let paper = Role::Ground.color(ground);
    let ink = Role::Ink.color(ground);
    LineColors {
        inner: color(paper, 150),
        parent: color(paper, 255),
        outer: color(Role::Axis.color(ground), 255),
        mark: color(ink, 255),
        halo: color(paper, 255),
    }
}
