//! Tables of persons by small area and group, consistent with the shares published: by origin, education, age and income.

use super::apportion::apportioned;
use super::field::growth;
use super::incomes::Incomes;
use super::people::{N_AGES, N_YEARS, YEARS};
use super::ratio::{Ground, Ratio};
use super::tiers::Tier;
use crate::model::{AreaCounts, CountsTable, Level, Period};
use crate::publish::contents::CountsContents;
use rayon::prelude::*;

/// The levels that tables of counts are published for.
const LEVELS: [Level; 3] = [Level::Municipality, Level::Regso, Level::Deso];

/// Persons by year and small area, row by row.
pub(super) struct Groups {
    /// The id of the table.
    pub(super) id: &'static str,
    /// By year: `cells[area * n_groups + group]`.
    pub(super) cells: Vec<Vec<f64>>,
}

/// All four tables. `born_abroad` are numerators of all people; `low`, `long` and `unknown` are those of the education of
/// people of working age.
pub(super) fn groups(
    ground: &Ground,
    incomes: &Incomes,
    born_abroad: &Ratio,
    [low, long, unknown]: [&Ratio; 3],
) -> Vec<Groups> {
    let years: Vec<usize> = (0..N_YEARS).collect();
    let table = |id, of_year: &(dyn Fn(usize) -> Vec<f64> + Sync)| Groups {
        id,
        cells: years.par_iter().map(|year| of_year(*year)).collect(),
    };
    let hardship = &ground.character.hardship;
    vec![
        table("background", &|year| {
            let pair = &born_abroad.small[year];
            let mut cells = Vec::with_capacity(4 * hardship.len());
            for (at, z) in hardship.iter().enumerate() {
                let abroad = pair.numerators[at];
                // Those from outside Europe live more often where hardship is.
                let parts = apportioned(abroad, &[0.14 * growth(-0.5 * z), 0.33, 0.53 * growth(0.45 * z)]);
                cells.push(pair.denominators[at] - abroad);
                cells.extend(parts);
            }
            cells
        }),
        table("education", &|year| {
            let mut cells = Vec::with_capacity(5 * hardship.len());
            let dense = &ground.character.dense;
            for (at, dense) in dense.iter().enumerate() {
                let all = low.small[year].denominators[at];
                let (low, long) = (low.small[year].numerators[at], long.small[year].numerators[at]);
                let unknown = unknown.small[year].numerators[at].min(all - low - long);
                let rest = apportioned(all - low - long - unknown, &[0.72, 0.28 * growth(0.2 * dense)]);
                cells.extend([low, rest[0], rest[1], long, unknown]);
            }
            cells
        }),
        table("age", &|year| ground.people.ages[year].iter().flatten().copied().collect()),
        table("income", &|year| incomes.fifths(ground.people, year).into_iter().flatten().collect()),
    ]
}

/// The table of a catalogue's entry on the levels that have one.
pub(super) fn contents(entry: &CountsTable, groups: &Groups, tiers: &[&Tier]) -> CountsContents {
    let n_groups = entry.groups.len();
    let mut counts = Vec::new();
    for tier in tiers.iter().filter(|tier| LEVELS.contains(&tier.level)) {
        for (cells, year) in groups.cells.iter().zip(YEARS) {
            let mut sums = vec![0.0; tier.codes.len() * n_groups];
            for (place, persons) in tier.of.iter().zip(cells.chunks_exact(n_groups)) {
                for (sum, persons) in sums[place * n_groups..].iter_mut().zip(persons) {
                    *sum += persons;
                }
            }
            counts.push(AreaCounts {
                level: tier.level,
                vintage: tier.vintage,
                period: Period::year(year),
                areas: tier.codes.clone(),
                groups: entry.groups.iter().map(|group| group.id.clone()).collect(),
                cells: sums,
            });
        }
    }
    CountsContents::new(entry.clone(), counts)
}

/// The number of age groups is that of the table's.
const _: () = assert!(N_AGES == 8, "tables.toml lists eight age groups");
