//! What a view shows of what it leaves open: which indicator, and on which level.

use crate::model::{Catalogue, Indicator, Level, Measure};
use crate::route::View;

/// The indicator that is shown when the address names none: the one that the publisher has chosen, else the first that
/// can be compared between areas of different size, because a map of counts shows where people live and little else. One
/// that the country has too comes first.
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

/// The indicator that the first is compared with on a level: the one that the view names, else the first that can be
/// compared between areas of different size. Never the indicator itself.
pub fn against<'a>(
    catalogue: &'a Catalogue,
    own: &Indicator,
    view: &View,
    level: Level,
) -> Option<&'a Indicator> {
    let asked = view.against_indicator().and_then(|slug| catalogue.indicator(slug));
    let can = |other: &&Indicator| other.slug != own.slug && other.table(level).is_some();
    let comparable = catalogue.indicators.iter().filter(|other| other.measure != Measure::Count);
    // Another policy field says more than a second number of the same.
    let default = comparable.clone().filter(can).find(|other| other.theme != own.theme);
    asked.filter(can).or(default).or_else(|| comparable.clone().find(can))
}

/// Levels that a map can show, largest areas first.
pub(super) const LEVELS: [Level; 4] = [Level::County, Level::Municipality, Level::Regso, Level::Deso];
