//! The values of all areas of a level in one period, as figures across areas take them.

use super::chart_figure::{ChartContent, Drawn, FigureWords};
use super::embed_choice::{Embeddable, shape_of};
use super::figures::Figures;
use crate::markup::{Act, Live, Memo, RwSignal};
use crate::model::{AreaCode, Ends, Indicator, Language, Level, Measure, Period, Value};
use crate::order::sorted;
use crate::route::{Against, MapView, Shape, View};
use crate::sentences::across::{AcrossSentences, AcrossSubject, UncertainArea};
use crate::stats::normal::Z_95;
use crate::stats::rank::{Order, RankSets};
use std::sync::Arc;

/// Values of all areas of a level in one period.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaValues {
    /// The level.
    pub level: Level,
    /// The period; none where the indicator has no table on the level.
    pub period: Option<Period>,
    /// The areas, by their codes ascending.
    pub areas: Vec<AreaValue>,
    /// The country's number, where it has one.
    pub nation: Option<f64>,
    /// The interval of that number, where it has one.
    pub nation_interval: Ends,
}

/// One area.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaValue {
    /// Its code.
    pub code: AreaCode,
    /// Its name; shared, because there are thousands.
    pub name: Arc<str>,
    /// The color slot of an area that the reader has chosen.
    pub slot: Option<usize>,
    /// How much, or why not.
    pub value: Value,
    /// The interval of the number, where it has one.
    pub interval: Ends,
}

/// What a figure across areas shows.
#[derive(Clone)]
pub struct AreasContent {
    /// The indicator.
    pub indicator: Live<Arc<Indicator>>,
    /// The values.
    pub areas: Live<Arc<AreaValues>>,
    /// The area under the pointer, here or elsewhere.
    pub hovered: RwSignal<Option<AreaCode>>,
    /// Chooses an area or removes it.
    pub choose: Option<Act<AreaCode>>,
}

impl AreaValue {
    /// The slot as charts count them.
    pub fn chart_slot(&self) -> Option<u8> {
        self.slot.and_then(|slot| u8::try_from(slot % 8).ok())
    }
}

impl AreaValues {
    /// The values of a level in a period; `chosen` areas get their slots by their order.
    pub fn of(
        figures: &Figures,
        indicator: &Indicator,
        level: Level,
        period: Option<Period>,
        chosen: &[AreaCode],
        name: &dyn Fn(&AreaCode) -> String,
    ) -> Self {
        let table = figures.table(level);
        let values = table.zip(period).and_then(|(table, period)| table.cross_section(period));
        let codes = table.map_or(&[][..], |table| table.areas());
        let area = |(code, value): (&AreaCode, Value)| AreaValue {
            code: code.clone(),
            name: name(code).into(),
            slot: chosen.iter().position(|own| own == code),
            value,
            interval: table.zip(period).and_then(|(table, period)| table.interval(code, period)),
        };
        Self {
            level,
            period,
            areas: codes.iter().zip(values.unwrap_or_default()).map(area).collect(),
            nation: nation(figures, indicator, period),
            nation_interval: nation_interval(figures, period),
        }
    }

    /// The same areas in another period.
    pub fn in_period(&self, figures: &Figures, indicator: &Indicator, period: Option<Period>) -> Self {
        let table = figures.table(self.level);
        let values = table.zip(period).and_then(|(table, period)| table.cross_section(period));
        let value = |at: usize| values.as_ref().and_then(|values| values.get(at).copied());
        let areas = self.areas.iter().enumerate().filter_map(|(at, area)| {
            let interval = table.zip(period).and_then(|(table, period)| table.interval(&area.code, period));
            Some(AreaValue { value: value(at)?, interval, ..area.clone() })
        });
        Self {
            level: self.level,
            period,
            areas: areas.collect(),
            nation: nation(figures, indicator, period),
            nation_interval: nation_interval(figures, period),
        }
    }

    /// The codes in the areas' order.
    pub fn codes(&self) -> Vec<AreaCode> {
        self.areas.iter().map(|area| area.code.clone()).collect()
    }

    /// The values in the areas' order.
    pub fn values(&self) -> Vec<Value> {
        self.areas.iter().map(|area| area.value).collect()
    }

    /// The chosen areas with a number, in the order they were chosen.
    pub fn chosen(&self) -> Vec<(&AreaValue, f64)> {
        let chosen: Vec<(&AreaValue, f64)> = self
            .areas
            .iter()
            .filter(|area| area.slot.is_some())
            .filter_map(|area| Some((area, area.value.number()?)))
            .collect();
        sorted(&chosen, &|a, b| a.0.slot.cmp(&b.0.slot))
    }

    /// The best and the worst place that each area may have, 1 for the highest value; none where one of the numbers has no
    /// interval.
    pub fn places(&self) -> Option<Vec<Option<(usize, usize)>>> {
        let numbers: Vec<f64> = self.areas.iter().filter_map(|area| area.value.number()).collect();
        let errors: Vec<f64> = self
            .areas
            .iter()
            .filter_map(|area| area.interval.map(|(low, high)| (high - low) / (2.0 * Z_95)))
            .collect();
        if numbers.is_empty() || errors.len() != numbers.len() {
            return None;
        }
        let mut sets = RankSets::new(&numbers, &errors, Order::HighestFirst)?.all().into_iter();
        let place = |area: &AreaValue| {
            area.value.number()?;
            sets.next().map(|set| (set.best, set.worst))
        };
        Some(self.areas.iter().map(place).collect())
    }

    /// What sentences are made from; `values` and `marked` are those of [`Self::values`] and [`Self::chosen`].
    pub fn subject<'a>(
        &'a self,
        indicator: &'a Indicator,
        values: &'a [Value],
        chosen: &'a [(&'a AreaCode, &'a str, f64)],
        language: Language,
    ) -> AcrossSubject<'a> {
        AcrossSubject { indicator, period: self.period, level: self.level, values, chosen, language }
    }
}

/// The country's number; a number of people would leave no room for any area's.
fn nation(figures: &Figures, indicator: &Indicator, period: Option<Period>) -> Option<f64> {
    let has_nation = indicator.measure != Measure::Count;
    let value = period.filter(|_| has_nation).and_then(|period| figures.value(&AreaCode::nation(), period));
    value.and_then(Value::number)
}

fn nation_interval(figures: &Figures, period: Option<Period>) -> Ends {
    figures.interval(&AreaCode::nation(), period?)
}

/// The words of a figure of one indicator across areas.
pub(super) fn across_words(
    values: &AreaValues,
    indicator: &Indicator,
    kind: &str,
    language: Language,
) -> FigureWords {
    let (all, chosen) = (values.values(), values.chosen());
    let chosen: Vec<(&AreaCode, &str, f64)> =
        chosen.iter().map(|(area, number)| (&area.code, &*area.name, *number)).collect();
    let words = AcrossSentences::of(&values.subject(indicator, &all, &chosen, language), kind);
    words.with_uncertainty(indicator, &uncertain(values), language).into()
}

/// The chosen areas whose numbers have intervals.
fn uncertain(values: &AreaValues) -> Vec<UncertainArea<'_>> {
    if values.areas.iter().all(|area| area.interval.is_none() || area.slot.is_none()) {
        return Vec::new();
    }
    let places = values.places();
    let n_areas = values.areas.iter().filter(|area| area.value.number().is_some()).count();
    let area = |(area, number): (&'_ AreaValue, f64)| {
        let at = values.areas.iter().position(|own| own.code == area.code)?;
        let own = &values.areas[at];
        Some(UncertainArea {
            code: &own.code,
            name: &own.name,
            number,
            ends: own.interval?,
            places: places.as_ref().and_then(|places| places[at]).map(|(best, worst)| (best, worst, n_areas)),
        })
    };
    values.chosen().into_iter().filter_map(area).collect()
}

/// The content of a figure across areas around its drawing.
pub(super) fn across_content(content: &AreasContent, drawn: Live<Arc<Drawn>>) -> ChartContent {
    let (areas, of_period) = (content.areas.clone(), content.areas.clone());
    // Kept: every move of the pointer asks for them, and there are thousands.
    let codes = Memo::new(move |_| Arc::new(areas.get().codes()));
    ChartContent {
        period: Live::new(move || of_period.get().period),
        indicator: content.indicator.clone(),
        drawn,
        areas: Live::new(move || codes.get()),
        hovered: content.hovered,
        choose: content.choose.clone(),
    }
}

/// What a frame shows of a figure across areas; `against` is a second indicator.
pub(super) fn across_embed(
    content: &AreasContent,
    shape: Shape,
    against: Option<Live<Arc<Indicator>>>,
) -> Live<Embeddable> {
    let (indicator, areas) = (content.indicator.clone(), content.areas.clone());
    Live::new(move || {
        let values = areas.get();
        let chosen: Vec<&AreaValue> = values.areas.iter().filter(|area| area.slot.is_some()).collect();
        let in_order = sorted(&chosen, &|a, b| a.slot.cmp(&b.slot));
        let against = against.as_ref().map(|other| Against::Indicator(other.get().slug.clone()));
        let view = View {
            indicator: Some(indicator.get().slug.clone()),
            level: Some(values.level),
            period: values.period,
            areas: in_order.iter().map(|area| area.code.clone()).collect(),
            map: MapView { against, ..MapView::default() },
            ..View::default()
        };
        shape_of(shape, view)
    })
}
