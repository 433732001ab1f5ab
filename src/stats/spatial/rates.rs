//! Rates made comparable where the persons behind them are few in some areas and many in others.

use crate::stats::summary::sum;

/// Rates standardised after Assunção & Reis (1999): each rate less the mean rate, over the standard deviation that it
/// has with so many persons. To be given to Moran's I in place of the bare shares.
///
/// `events` and `persons` are counts by area, persons above 0. `None` when the slices differ in length, an area has
/// nobody, or no area has events (there is nothing to standardise).
pub fn standardised_rates(events: &[f64], persons: &[f64]) -> Option<Vec<f64>> {
    let n_areas = persons.len() as f64;
    let (all_events, all_persons) = (sum(events.iter().copied()), sum(persons.iter().copied()));
    let sound = events.len() == persons.len()
        && persons.iter().all(|&persons| persons > 0.0)
        && events.iter().all(|&events| events >= 0.0);
    if !sound || all_events <= 0.0 || !all_events.is_finite() || !all_persons.is_finite() {
        return None;
    }
    let mean = all_events / all_persons;
    let rates = || events.iter().zip(persons).map(|(events, persons)| (events / persons, *persons));
    let spread = sum(rates().map(|(rate, persons)| persons * (rate - mean).powi(2))) / all_persons;
    let between = spread - mean / (all_persons / n_areas);
    let standardised: Vec<f64> = rates()
        .map(|(rate, persons)| {
            // The variance between areas can be estimated below zero; what chance alone gives is then left.
            let variance = between + mean / persons;
            (rate - mean) / if variance > 0.0 { variance } else { mean / persons }.sqrt()
        })
        .collect();
    standardised.iter().all(|rate| rate.is_finite()).then_some(standardised)
}
