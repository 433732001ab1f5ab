//! Shares that a sample of residents was asked for: the number who answered, what they answered, and Wilson's interval.

use super::field::Stream;
use super::models::Model;
use super::ratio::{Pair, Ratio};
use super::tables;
use super::tiers::Tiers;
use crate::model::{Ends, Level, Period, Value};
use crate::publish::contents::LevelCube;
use crate::publish::error::PublishError;
use crate::publish::separation::rounded;
use crate::stats::interval::share_interval;

/// The indicators that come from a sample.
const SURVEYS: [&str; 2] = ["otrygga-utomhus", "god-halsa"];

/// The part of the residents who answered; and no municipality asked fewer than so many.
const ANSWERED: f64 = 0.012;
const FEWEST: f64 = 60.0;

/// Whether an indicator comes from a sample.
pub(super) fn is_survey(slug: &str) -> bool {
    SURVEYS.contains(&slug)
}

/// The tables of a survey, down to municipalities. Each municipality is asked by itself; in larger areas each counts by
/// its residents, and as many answers as hold the same information count as asked.
pub(super) fn survey_tables(
    model: &Model,
    ratio: &Ratio,
    tiers: &Tiers,
    decimals: u8,
    seed: u64,
) -> Result<Vec<LevelCube>, PublishError> {
    let municipalities = tiers.of(Level::Municipality);
    let first = ratio.years.len() - ratio.small.len();
    let mut stream = Stream::new(seed, &format!("{} asked", model.slug));
    // Of each year and municipality: residents, those who answered, and the share of them.
    let asked: Vec<Vec<[f64; 3]>> = ratio
        .small
        .iter()
        .map(|Pair { numerators, denominators }| {
            let (n, of) = (municipalities.sums(numerators), municipalities.sums(denominators));
            let ask = |(n, of): (&f64, &f64)| {
                let answered = (of * ANSWERED).round().max(FEWEST);
                let share = n / of;
                let chance = (share * (1.0 - share) / answered).sqrt() * stream.normal();
                let count = (answered * (share + chance)).round().clamp(0.0, answered);
                [*of, answered, count / answered]
            };
            n.iter().zip(&of).map(ask).collect()
        })
        .collect();
    let periods: Vec<Period> = ratio.years[first..].iter().map(|year| Period::year(*year)).collect();
    let of_tier = |tier| {
        let inside = tables::municipalities_of(tier, tiers);
        let cell = |area: usize, year: usize| -> (f64, Ends) {
            let parts = || inside[area].iter().map(|at| asked[year][*at]);
            let residents: f64 = parts().map(|[of, ..]| of).sum();
            let share = parts().map(|[of, _, share]| of * share).sum::<f64>() / residents;
            // Kish's effective size: residents squared over the sum of squared weights.
            let information: f64 = parts().map(|[of, answered, _]| of * of / answered).sum();
            let n = residents * residents / information;
            let ends = share_interval(share * n, n);
            let percent = |share: f64| rounded(model.per * share, decimals);
            (percent(share), ends.map(|ends| (percent(ends.low), percent(ends.high))))
        };
        let table = tables::table(tier, &periods, |at, year| {
            let (number, _) = cell(at, year);
            Value::finite(number).unwrap_or(Value::Absent(crate::model::Absence::NotApplicable))
        })?;
        let places = || (0..tier.codes.len()).flat_map(|at| (0..periods.len()).map(move |year| (at, year)));
        let LevelCube { level, vintage, cube } = table;
        let cube = cube.with_intervals(places().map(|(at, year)| cell(at, year).1).collect());
        let cube = cube.map_err(|error| PublishError::bad(format!("The survey {}: {error}.", model.slug)))?;
        Ok(LevelCube { level, vintage, cube })
    };
    tiers.down_to(Level::Municipality).map(of_tier).collect()
}
