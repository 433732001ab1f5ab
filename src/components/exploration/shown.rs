//! What an exploration shows, as one value worked out from the address and the figures.

use crate::color::Scale;
use crate::components::figures::Figures;
use crate::components::map_legend::LegendContent;
use crate::model::{AreaCode, Catalogue, Cube, Ends, Indicator, Language, Level, Period, Value, Vintage};
use crate::order::sort_numbers;
use crate::route::{ClassMethod, Classes, MOST_CLASSES, View};
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
    /// The year of the areas that the values are of.
    pub(super) vintage: Option<Vintage>,
    pub(super) periods: Vec<Period>,
    pub(super) period: Option<Period>,
    pub(super) classes: Classes,
    pub(super) classification: Arc<Classification>,
    /// Values of all areas of the level in the period; none before the figures are here.
    pub(super) values: Arc<Vec<Value>>,
    pub(super) nation: Option<Value>,
    pub(super) figures: Option<Arc<Figures>>,
    pub(super) table: Option<Arc<Cube>>,
    /// The earlier period when the values are changes since then.
    pub(super) from: Option<Period>,
    /// The figures that those changes were made of.
    unchanged: Option<Arc<Figures>>,
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
        let vintage = figures.and_then(|figures| figures.vintage).or(view.vintage);
        let entry = indicator.table_of(level, vintage);
        let periods = entry.map_or_else(Vec::new, |table| table.periods.clone());
        let vintage = entry.map(|table| table.vintage);
        let period = view.period.filter(|period| periods.contains(period));
        let period = period.or_else(|| periods.last().copied());
        let table = figures.and_then(|figures| figures.table(level).cloned());
        let same_table = before.filter(|before| match (&before.table, &table) {
            (Some(before), Some(now)) => Arc::ptr_eq(before, now),
            (before, now) => before.is_none() && now.is_none(),
        });
        // The same limits for all periods, so that a colour means the same whatever year the slider shows.
        let classes = Classes {
            method: view.method.unwrap_or_default(),
            number: view.classes.unwrap_or(N_CLASSES),
            limits: view.limits.clone(),
        };
        let same_classes = same_table.filter(|before| before.classes == classes);
        let nation = figures.and_then(|figures| figures.value(&AreaCode::nation(), period?));
        let classification = match same_classes {
            Some(before) => before.classification.clone(),
            None => {
                let newest = periods.last().and_then(|newest| figures?.value(&AreaCode::nation(), *newest));
                let center = newest.and_then(Value::number);
                Arc::new(classification(table.as_deref(), None, &classes, center))
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
            vintage,
            periods,
            period,
            classes,
            classification,
            values,
            nation,
            figures: figures.cloned(),
            from: None,
            unchanged: None,
            table,
        }
    }

    /// The same as changes since an earlier period, if it has that; else as it is. The limits are the same for all later
    /// periods, and 0 divides decrease from increase. `before` is what was shown until now.
    pub(super) fn since(self: &Arc<Self>, from: Option<Period>, before: Option<&Arc<Self>>) -> Arc<Self> {
        let earlier = from.filter(|from| self.period.is_some_and(|period| *from < period));
        let Some((from, figures)) = earlier.zip(self.figures.as_ref()) else { return Arc::clone(self) };
        let is_same = |before: &&Arc<Self>| {
            let of_same = before.unchanged.as_ref().is_some_and(|own| Arc::ptr_eq(own, figures));
            of_same && before.from == Some(from) && before.level == self.level
        };
        let before = before.filter(is_same);
        let changes = match before {
            Some(before) => before.figures.clone(),
            None => figures.since(from).map(Arc::new),
        };
        let Some(table) = changes.as_ref().and_then(|changes| changes.table(self.level).cloned()) else {
            return Arc::clone(self);
        };
        // Changes divide at 0 unless the reader chose otherwise; limits that were chosen are limits of values.
        let method = match self.classes.method {
            ClassMethod::Quantile | ClassMethod::Manual => ClassMethod::Diverging,
            method => method,
        };
        let classes = Classes { method, ..self.classes.clone() };
        let same_classes = before.filter(|before| before.classes == classes);
        let classification = match same_classes {
            Some(before) => before.classification.clone(),
            None => Arc::new(classification(Some(&table), Some(from), &classes, Some(0.0))),
        };
        let period = self.period;
        Arc::new(Self {
            slug: self.slug.clone(),
            indicator: before.map_or_else(
                || Arc::new(sentences::map_change::since(&self.indicator, from)),
                |before| before.indicator.clone(),
            ),
            levels: self.levels.clone(),
            level: self.level,
            vintage: self.vintage,
            periods: self.periods.clone(),
            period,
            classes,
            classification,
            values: Arc::new(period.and_then(|period| table.cross_section(period)).unwrap_or_default()),
            nation: changes
                .as_ref()
                .zip(period)
                .and_then(|(changes, period)| changes.value(&AreaCode::nation(), period)),
            unchanged: Some(figures.clone()),
            figures: changes,
            from: Some(from),
            table: Some(table),
        })
    }

    /// The same in another period, with the same limits.
    pub(super) fn in_period(&self, period: Period) -> Option<Arc<Vec<Value>>> {
        self.table.as_ref()?.cross_section(period).map(Arc::new)
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
            is_change: self.from.is_some(),
            classes: self.classes.clone(),
            scale: self.scale(),
            classification: self.classification.clone(),
            values: self.values.clone(),
            nation: self.nation,
        }
    }

    /// The colours of the classes: two-sided where the limits are.
    pub(super) fn scale(&self) -> Scale {
        match self.classes.method {
            ClassMethod::Diverging | ClassMethod::StandardDeviation => Scale::Diverging,
            _ => Scale::Petrol,
        }
    }

    /// The value of an area in the period.
    pub(super) fn value_of(&self, code: &AreaCode) -> Option<Value> {
        self.figures.as_ref()?.value(code, self.period?)
    }

    /// The interval of that value, where it has one.
    pub(super) fn interval_of(&self, code: &AreaCode) -> Ends {
        self.figures.as_ref()?.interval(code, self.period?)
    }
}

impl PartialEq for Shown {
    /// Whether the same would be drawn and said.
    fn eq(&self, other: &Self) -> bool {
        let tables = match (&self.table, &other.table) {
            (Some(own), Some(other)) => Arc::ptr_eq(own, other),
            (own, other) => own.is_none() && other.is_none(),
        };
        tables
            && self.classes == other.classes
            && self.slug == other.slug
            && (self.level, self.vintage) == (other.level, other.vintage)
            && self.period == other.period
            && self.from == other.from
    }
}

/// Limits of the values of all periods but one that may be left out. `center` is what divides below from above, where
/// the method asks for it.
fn classification(
    table: Option<&Cube>,
    without: Option<Period>,
    classes: &Classes,
    center: Option<f64>,
) -> Classification {
    let of = |table: &Cube| {
        let left_out = without.and_then(|period| table.periods().binary_search(&period).ok());
        let n_periods = table.periods().len().max(1);
        let values = table.values().iter().enumerate();
        let kept = values.filter(|(at, _)| Some(at % n_periods) != left_out);
        kept.filter_map(|(_, value)| value.number()).collect::<Vec<f64>>()
    };
    let numbers = table.map_or_else(Vec::new, of);
    let few = few_values(&numbers).filter(|_| classes.method == ClassMethod::Quantile);
    let method = match (classes.method, center) {
        // Types and steps are classes already.
        (ClassMethod::Quantile, _) if few.is_some() => Method::Manual(few.unwrap_or_default()),
        (ClassMethod::Quantile, _) | (ClassMethod::Diverging, None) => Method::Quantile,
        (ClassMethod::EqualInterval, _) => Method::EqualInterval,
        (ClassMethod::NaturalBreaks, _) => Method::NaturalBreaks,
        (ClassMethod::StandardDeviation, _) => Method::StandardDeviation,
        (ClassMethod::HeadTail, _) => Method::HeadTail,
        (ClassMethod::Rounded, _) => Method::Rounded,
        (ClassMethod::Diverging, Some(center)) => Method::Diverging { center },
        (ClassMethod::Manual, _) => Method::Manual(classes.limits.numbers().to_vec()),
    };
    Classification::of(&numbers, method, usize::from(classes.number))
}

/// The limits that give each whole number a class of its own, where there are no others than a few of them.
fn few_values(numbers: &[f64]) -> Option<Vec<f64>> {
    let mut few: Vec<f64> = Vec::new();
    for number in numbers {
        if !few.contains(number) {
            if few.len() == usize::from(MOST_CLASSES) || number.fract() != 0.0 {
                return None;
            }
            few.push(*number);
        }
    }
    sort_numbers(&mut few);
    few.pop();
    (!few.is_empty()).then_some(few)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_whole_numbers_have_a_class_each() {
        assert_eq!(few_values(&[4.0, 1.0, 5.0, 4.0, 2.0]), Some(vec![1.0, 2.0, 4.0]));
        assert_eq!(few_values(&[1.0, 2.5]), None);
        assert_eq!(few_values(&[3.0, 3.0]), None, "one value is one class");
        let many: Vec<f64> = (0..=u32::from(MOST_CLASSES)).map(f64::from).collect();
        assert_eq!(few_values(&many), None);
    }
}
