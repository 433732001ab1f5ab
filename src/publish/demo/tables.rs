//! What the model draws, as tables of values on all levels: rounded, with absences and flags.

use super::absences;
use super::breakdowns::Parts;
use super::models::Model;
use super::people::YEARS;
use super::ratio::{Pair, Ratio};
use super::tiers::{Tier, Tiers};
use crate::model::{Absence, BrokenDown, Cube, Flags, Level, Period, Value};
use crate::publish::contents::{LevelBrokenDown, LevelCube};
use crate::publish::error::PublishError;
use crate::publish::separation::rounded;

/// A table of a level; `value` is called with the area's and the period's position.
pub(super) fn table(
    tier: &Tier,
    periods: &[Period],
    value: impl Fn(usize, usize) -> Value,
) -> Result<LevelCube, PublishError> {
    let cube = cube(tier, periods, value)?;
    Ok(LevelCube { level: tier.level, vintage: tier.vintage, cube })
}

/// The years of the small areas as periods.
pub(super) fn periods() -> Vec<Period> {
    YEARS.map(Period::year).collect()
}

/// A number of people in each area of a level, by year and small area.
pub(super) fn people(tier: &Tier, smallest: &[Vec<f64>]) -> Result<LevelCube, PublishError> {
    let sums: Vec<Vec<f64>> = smallest.iter().map(|year| tier.sums(year)).collect();
    table(tier, &periods(), |at, year| Value::Number(sums[year][at], Flags::NONE))
}

/// The tables of a share or rate on the tiers given.
pub(super) fn ratio_tables<'a>(
    model: &Model,
    ratio: &Ratio,
    tiers: &Tiers,
    wanted: impl Iterator<Item = &'a Tier>,
    decimals: u8,
    seed: u64,
) -> Result<Vec<LevelCube>, PublishError> {
    let mut above: Vec<Vec<Option<Absence>>> = Vec::new();
    let mut tables = Vec::new();
    for tier in wanted {
        let small = tier.level > Level::Municipality;
        let first_small = ratio.years.len() - ratio.small.len();
        let columns: Vec<usize> = (0..ratio.years.len())
            .filter(|column| !small || (*column >= first_small && ratio.years[*column] >= model.first_small))
            .collect();
        let sums: Vec<Pair> = columns.iter().map(|column| sums(ratio, *column, tier, tiers)).collect();
        let absent: Vec<Vec<Option<Absence>>> = columns
            .iter()
            .zip(&sums)
            .map(|(column, pair)| {
                let above = above.get(*column).filter(|_| small).map(Vec::as_slice);
                let year = ratio.years[*column];
                absences::of_areas(model, tier, year, &pair.numerators, &pair.denominators, above, seed)
            })
            .collect();
        let periods: Vec<Period> = columns.iter().map(|column| Period::year(ratio.years[*column])).collect();
        tables.push(table(tier, &periods, |at, column| match absent[column][at] {
            Some(absence) => Value::Absent(absence),
            None => {
                let number = model.per * sums[column].numerators[at] / sums[column].denominators[at];
                let flags = absences::flags(model.slug, at, tier.level, periods[column]);
                Value::Number(rounded(number, decimals), flags)
            }
        })?);
        if tier.level == Level::Municipality {
            above = absent;
        }
    }
    Ok(tables)
}

/// A share or rate by category on the levels down to municipalities.
pub(super) fn broken_down(
    model: &Model,
    breakdown: &str,
    parts: &Parts,
    years: &[u16],
    tiers: &Tiers,
    decimals: u8,
    all: &[LevelCube],
) -> Result<Vec<LevelBrokenDown>, PublishError> {
    let protected = absences::is_protected(model.slug);
    let of_level = |tier: &Tier| {
        let whole = all.iter().find(|table| (table.level, table.vintage) == (tier.level, tier.vintage));
        let periods: Vec<Period> = whole.map_or_else(Vec::new, |table| table.cube.periods().to_vec());
        let groups = municipalities_of(tier, tiers);
        let category = |(place, id): (usize, &&'static str)| {
            let value = |at: usize, column: usize| {
                let period = periods[column];
                // The whole's absence is each part's.
                if let Some(absence) =
                    whole.and_then(|table| table.cube.value(&tier.codes[at], period)).and_then(Value::absence)
                {
                    return Value::Absent(absence);
                }
                let Some(year) = years.iter().position(|year| *year == period.calendar_year()) else {
                    return Value::Absent(Absence::NotApplicable);
                };
                let sum = |of: &[Vec<f64>], category: usize| -> f64 {
                    groups[at].iter().map(|municipality| of[*municipality][category]).sum()
                };
                let of = |category| sum(&parts.denominators[year], category);
                // One part too small withholds all: the others and the whole would tell it.
                let n_categories = parts.categories.len();
                if protected
                    && tier.level == Level::Municipality
                    && (0..n_categories).any(|other| of(other) < 15.0)
                {
                    return Value::Absent(Absence::Suppressed);
                }
                if of(place) <= 0.0 {
                    return Value::Absent(Absence::NotApplicable);
                }
                let number = model.per * sum(&parts.numerators[year], place) / of(place);
                Value::Number(rounded(number, decimals), absences::flags(model.slug, at, tier.level, period))
            };
            Ok(((*id).to_owned(), cube(tier, &periods, value)?))
        };
        let categories =
            parts.categories.iter().enumerate().map(category).collect::<Result<_, PublishError>>()?;
        let values = BrokenDown { breakdown: breakdown.to_owned(), categories };
        Ok(LevelBrokenDown { level: tier.level, vintage: tier.vintage, values })
    };
    tiers.down_to(Level::Municipality).map(of_level).collect()
}

/// People by category on the levels down to municipalities; `by_year` is `[year][category][municipality]`, one a period.
pub(super) fn people_broken_down(
    breakdown: &str,
    categories: &[&str],
    periods: &[Period],
    by_year: &[Vec<Vec<f64>>],
    tiers: &Tiers,
) -> Result<Vec<LevelBrokenDown>, PublishError> {
    let of_level = |tier: &Tier| {
        let groups = municipalities_of(tier, tiers);
        let category = |(place, id): (usize, &&str)| {
            let value = |at: usize, year: usize| {
                let sum = groups[at].iter().map(|municipality| by_year[year][place][*municipality]).sum();
                Value::Number(sum, Flags::NONE)
            };
            Ok(((*id).to_owned(), cube(tier, periods, value)?))
        };
        let categories = categories.iter().enumerate().map(category).collect::<Result<_, PublishError>>()?;
        let values = BrokenDown { breakdown: breakdown.to_owned(), categories };
        Ok(LevelBrokenDown { level: tier.level, vintage: tier.vintage, values })
    };
    tiers.down_to(Level::Municipality).map(of_level).collect()
}

/// Numerators and denominators of a level in a year of the path; municipalities that did not exist have none.
fn sums(ratio: &Ratio, column: usize, tier: &Tier, tiers: &Tiers) -> Pair {
    let n_early = ratio.early.len();
    if column >= n_early {
        let Pair { numerators, denominators } = &ratio.small[column - n_early];
        return Pair { numerators: tier.sums(numerators), denominators: tier.sums(denominators) };
    }
    let Pair { numerators, denominators } = &ratio.early[column];
    let municipalities = tiers.of(Level::Municipality);
    let mut pair =
        Pair { numerators: vec![0.0; tier.codes.len()], denominators: vec![0.0; tier.codes.len()] };
    for (area, inside) in municipalities_of(tier, tiers).iter().enumerate() {
        for at in
            inside.iter().filter(|at| absences::existed(&municipalities.codes[**at], ratio.years[column]))
        {
            pair.numerators[area] += numerators[*at];
            pair.denominators[area] += denominators[*at];
        }
    }
    pair
}

/// The municipalities that each area of a level consists of.
pub(super) fn municipalities_of(tier: &Tier, tiers: &Tiers) -> Vec<Vec<usize>> {
    let mut inside = vec![Vec::new(); tier.codes.len()];
    for (municipality, members) in tiers.of(Level::Municipality).members.iter().enumerate() {
        if let Some(first) = members.first() {
            inside[tier.of[*first]].push(municipality);
        }
    }
    inside
}

fn cube(
    tier: &Tier,
    periods: &[Period],
    value: impl Fn(usize, usize) -> Value,
) -> Result<Cube, PublishError> {
    let mut values = Vec::with_capacity(tier.codes.len() * periods.len());
    for at in 0..tier.codes.len() {
        values.extend((0..periods.len()).map(|period| value(at, period)));
    }
    Cube::new(tier.codes.clone(), periods.to_vec(), values)
        .map_err(|error| PublishError::bad(format!("The demonstration does not hold together: {error}.")))
}
