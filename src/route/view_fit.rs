//! A view as far as an edition can show it. What it cannot is left out and told.

use super::map_view::Against;
use super::view::View;
use crate::model::{AreaCode, Catalogue, Level, Period, Vintage};

/// What was left out of a view, so that a page can say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repair {
    /// The value of a parameter has not the form it needs.
    Malformed {
        /// Key of the parameter.
        parameter: &'static str,
        /// The value as found, cut at 60 characters.
        found: String,
    },
    /// A parameter stands there more than once with different values; the first holds.
    Repeated {
        /// Key of the parameter.
        parameter: &'static str,
    },
    /// More than [`super::MOST_AREAS`] areas.
    TooManyAreas {
        /// Those beyond.
        left_out: Vec<AreaCode>,
    },
    /// No such area in the edition.
    UnknownArea {
        /// Its code.
        area: AreaCode,
    },
    /// No such indicator in the edition.
    UnknownIndicator {
        /// Its slug.
        slug: String,
    },
    /// The indicator is not published on this level.
    LevelNotPublished {
        /// The level asked for.
        level: Level,
    },
    /// The indicator is not published for the areas of this year.
    VintageNotPublished {
        /// The year asked for.
        vintage: Vintage,
    },
    /// The indicator is not published for this period.
    PeriodNotPublished {
        /// The period asked for.
        period: Period,
    },
}

impl View {
    /// The view as far as an edition can show it, and what had to be left out. `default_indicator` is the slug that
    /// the page shows when the view names none.
    pub fn fitted(&self, catalogue: &Catalogue, default_indicator: &str) -> (Self, Vec<Repair>) {
        let mut view = self.clone();
        let mut repairs = Vec::new();
        if let Some(slug) = view.indicator.take_if(|slug| catalogue.indicator(slug).is_none()) {
            repairs.push(Repair::UnknownIndicator { slug });
        }
        if let Some(Against::Indicator(slug)) = view.map.against.take_if(
            |against| matches!(against, Against::Indicator(slug) if catalogue.indicator(slug).is_none()),
        ) {
            repairs.push(Repair::UnknownIndicator { slug });
        }
        let Some(indicator) = catalogue.indicator(view.indicator.as_deref().unwrap_or(default_indicator))
        else {
            return (view, repairs);
        };
        let has_level = |level: &mut Level| indicator.tables.iter().any(|table| table.level == *level);
        if let Some(level) = view.level.take_if(|level| !has_level(level)) {
            repairs.push(Repair::LevelNotPublished { level });
        }
        let has_vintage = |vintage: &mut Vintage| {
            let mut tables = indicator.tables.iter();
            tables
                .any(|table| view.level.is_none_or(|level| table.level == level) && table.vintage == *vintage)
        };
        if let Some(vintage) = view.vintage.take_if(|vintage| !has_vintage(vintage)) {
            repairs.push(Repair::VintageNotPublished { vintage });
        }
        let mut tables =
            indicator.tables.iter().filter(|table| view.level.is_none_or(|level| table.level == level));
        if let Some(period) =
            view.period.take_if(|period| !tables.any(|table| table.periods.contains(period)))
        {
            repairs.push(Repair::PeriodNotPublished { period });
        }
        // A range without its end is none.
        view.since.take_if(|_| view.period.is_none());
        (view, repairs)
    }

    /// The same view of another indicator, as far as that one has the level and the period. Limits that were chosen stay
    /// with the numbers that they were chosen for.
    pub fn of_indicator(&self, catalogue: &Catalogue, slug: &str) -> Self {
        let mut asked = Self { indicator: Some(slug.to_owned()), ..self.clone() };
        asked.forget_limits();
        asked.fitted(catalogue, slug).0
    }

    /// The view without areas that are not known, and which those were.
    pub fn with_known_areas(&self, is_known: impl Fn(&AreaCode) -> bool) -> (Self, Vec<Repair>) {
        let (known, unknown) = self.areas.iter().cloned().partition(|area| is_known(area));
        let unknown: Vec<AreaCode> = unknown;
        let repairs = unknown.into_iter().map(|area| Repair::UnknownArea { area }).collect();
        (Self { areas: known, ..self.clone() }, repairs)
    }
}
