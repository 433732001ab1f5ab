//! What an exploration shows, as one value worked out from the address and the figures.

use crate::color::Scale;
use crate::components::figures::Figures;
use crate::components::map_legend::LegendContent;
use crate::model::{AreaCode, Catalogue, Cube, Indicator, Language, Level, Period, Value};
use crate::route::{ClassMethod, View};
use crate::sentences;
use crate::stats::classification::{Classification, Method};
use std::sync::Arc;

/// Classes on the map: as many as most readers can tell apart and name.
pub(super) const N_CLASSES: u8 = 5;

/// Everything that belongs to one indicator, level and period.
pub(super) struct Shown {
    pub(super) slug: String,
    pub(super) indicator: Arc<Indicator>,
    pub(super) levels: Vec<Level>,
    pub(super) level: Level,
    pub(super) periods: Vec<Period>,
    pub(super) period: Option<Period>,
    pub(super) method: ClassMethod,
    /// Number of classes asked for.
    pub(super) n_classes: u8,
    pub(super) classification: Arc<Classification>,
    /// Values of all areas of the level in the period; none before the figures are here.
    pub(super) values: Arc<Vec<Value>>,
    pub(super) nation: Option<Value>,
    pub(super) figures: Option<Arc<Figures>>,
    pub(super) table: Option<Arc<Cube>>,
}

impl Shown {
    /// What a view shows of the figures that are here. While another indicator's are on their way, texts and map stay
    /// with the one before: what is drawn belongs together. `before` is what was shown until now; what did not change
    /// is taken over from it.
    pub(super) fn of(
        catalogue: &Catalogue,
        view: &View,
        figures: Option<&Arc<Figures>>,
        before: Option<&Self>,
    ) -> Self {
        let asked = figures.map(|figures| &figures.slug).or(view.indicator.as_ref());
        let indicator = asked.and_then(|slug| catalogue.indicator(slug));
        let indicator = indicator.or_else(|| super::defaults::default_indicator(catalogue));
        let indicator = match (before, indicator) {
            (Some(before), Some(now)) if before.slug == now.slug => before.indicator.clone(),
            (_, now) => Arc::new(now.cloned().expect("a catalogue lists an indicator")),
        };
        let has = |level: &Level| indicator.table(*level).is_some();
        let levels: Vec<Level> = super::defaults::LEVELS.into_iter().filter(has).collect();
        // A level whose figures are still on their way is not shown before they are here.
        let asked = super::defaults::shown_level(&indicator, view);
        let is_here = figures.is_none_or(|figures| figures.table(asked).is_some());
        let before_it = before.filter(|before| !is_here && levels.contains(&before.level));
        let level = before_it.map_or(asked, |before| before.level);
        let periods = indicator.table(level).map_or_else(Vec::new, |table| table.periods.clone());
        let period = view.period.filter(|period| periods.contains(period));
        let period = period.or_else(|| periods.last().copied());
        let table = figures.and_then(|figures| figures.table(level).cloned());
        let same_table = before.filter(|before| match (&before.table, &table) {
            (Some(before), Some(now)) => Arc::ptr_eq(before, now),
            (before, now) => before.is_none() && now.is_none(),
        });
        // The same limits for all periods, so that a colour means the same whatever year the slider shows.
        let (method, n_classes) = (view.method.unwrap_or_default(), view.classes.unwrap_or(N_CLASSES));
        let same_classes =
            same_table.filter(|before| before.method == method && before.n_classes == n_classes);
        let nation = figures.and_then(|figures| figures.value(&AreaCode::nation(), period?));
        let classification = match same_classes {
            Some(before) => before.classification.clone(),
            None => {
                let newest = periods.last().and_then(|newest| figures?.value(&AreaCode::nation(), *newest));
                let center = newest.and_then(Value::number);
                Arc::new(classification(table.as_deref(), method, n_classes, center))
            }
        };
        let values = match same_table.filter(|before| before.period == period) {
            Some(before) => before.values.clone(),
            None => {
                let cross_section =
                    table.as_ref().and_then(|table| period.and_then(|period| table.cross_section(period)));
                Arc::new(cross_section.unwrap_or_default())
            }
        };
        Self {
            slug: indicator.slug.clone(),
            indicator,
            levels,
            level,
            periods,
            period,
            method,
            n_classes,
            classification,
            values,
            nation,
            figures: figures.cloned(),
            table,
        }
    }

    /// Title of the map: indicator, group, unit, period, level.
    pub(super) fn map_title(&self, language: Language) -> String {
        sentences::map::title(&self.indicator, self.period, self.level, language)
    }

    /// The title in two parts: indicator, level and period; unit and group.
    pub(super) fn map_heading(&self, language: Language) -> (String, String) {
        let heading = sentences::map::heading(&self.indicator, self.period, self.level, language);
        (heading, sentences::map::detail(&self.indicator, language))
    }

    /// How values spread between the areas.
    pub(super) fn map_lede(&self, language: Language) -> String {
        sentences::map::lede(&self.indicator, &self.values, self.period, self.level, language)
    }

    /// What the legend explains.
    pub(super) fn legend(&self) -> LegendContent {
        LegendContent {
            indicator: self.indicator.clone(),
            method: self.method,
            n_classes: self.n_classes,
            scale: self.scale(),
            classification: self.classification.clone(),
            values: self.values.clone(),
            nation: self.nation,
        }
    }

    /// The colours of the classes: two-sided where the limits are.
    pub(super) fn scale(&self) -> Scale {
        match self.method {
            ClassMethod::Diverging | ClassMethod::StandardDeviation => Scale::Diverging,
            _ => Scale::Petrol,
        }
    }

    /// The value of an area in the period.
    pub(super) fn value_of(&self, code: &AreaCode) -> Option<Value> {
        self.figures.as_ref()?.value(code, self.period?)
    }
}

impl PartialEq for Shown {
    /// Whether the same would be drawn and said.
    fn eq(&self, other: &Self) -> bool {
        let tables = match (&self.table, &other.table) {
            (Some(own), Some(other)) => Arc::ptr_eq(own, other),
            (own, other) => own.is_none() && other.is_none(),
        };
        let classes = self.method == other.method && self.n_classes == other.n_classes;
        tables
            && classes
            && self.slug == other.slug
            && self.level == other.level
            && self.period == other.period
    }
}

/// Limits of the values of all periods. `center` is what divides below from above, where the method asks for it.
fn classification(
    table: Option<&Cube>,
    method: ClassMethod,
    n_classes: u8,
    center: Option<f64>,
) -> Classification {
    let values = table.into_iter().flat_map(|table| table.values());
    let numbers: Vec<f64> = values.filter_map(|value| value.number()).collect();
    let method = match (method, center) {
        (ClassMethod::Quantile, _) | (ClassMethod::Diverging, None) => Method::Quantile,
        (ClassMethod::EqualInterval, _) => Method::EqualInterval,
        (ClassMethod::NaturalBreaks, _) => Method::NaturalBreaks,
        (ClassMethod::StandardDeviation, _) => Method::StandardDeviation,
        (ClassMethod::HeadTail, _) => Method::HeadTail,
        (ClassMethod::Rounded, _) => Method::Rounded,
        (ClassMethod::Diverging, Some(center)) => Method::Diverging { center },
    };
    Classification::of(&numbers, method, usize::from(n_classes))
}
