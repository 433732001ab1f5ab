//! What the places of the country are like: a few traits from which all indicators are made, so that they hang together
//! as real ones do. Each trait has about mean 0 and standard deviation 1 over the small areas.

use super::field::{Stream, bounded, field, neighbour_field, ranked, skewed, standardized};
use super::neighbourhood::neighbours;
use super::places::Country;
use super::population::Population;
use super::tiers::{SmallArea, Tiers};
use crate::model::Level;

/// Municipalities with a university or a large university college.
const UNIVERSITY: [&str; 23] = [
    "0180", "0380", "0580", "0581", "0680", "0780", "0880", "1080", "1280", "1281", "1290", "1380", "1480",
    "1488", "1490", "1496", "1780", "1880", "1980", "2180", "2281", "2480", "2580",
];

/// The traits of every small area.
pub(super) struct Character {
    /// Low incomes, little schooling, no work.
    pub(super) hardship: Vec<f64>,
    /// Many born abroad.
    pub(super) foreign: Vec<f64>,
    /// Long education.
    pub(super) educated: Vec<f64>,
    /// Well paid.
    pub(super) income: Vec<f64>,
    /// Flats to let rather than owned homes.
    pub(super) rental: Vec<f64>,
    /// Students; 0 in most places, never below.
    pub(super) student: Vec<f64>,
    /// Families with children.
    pub(super) family: Vec<f64>,
    /// Old people.
    pub(super) old: Vec<f64>,
    /// People by the square kilometre.
    pub(super) dense: Vec<f64>,
    /// The municipality's: city against countryside.
    pub(super) urban: Vec<f64>,
    /// North against south.
    pub(super) north: Vec<f64>,
    /// Who is near whom.
    pub(super) neighbours: Vec<Vec<u32>>,
}

impl Character {
    /// Modelled for the small areas of a country.
    pub(super) fn new(
        seed: u64,
        country: &Country,
        areas: &[SmallArea],
        tiers: &Tiers,
        population: &Population,
    ) -> Self {
        let neighbours = neighbours(areas);
        let n = areas.len();
        let places: Vec<[f64; 2]> = areas.iter().map(|area| area.place).collect();
        let near =
            |purpose: &str, rounds| neighbour_field(&mut Stream::new(seed, purpose), &neighbours, rounds);
        let wide = |purpose: &str| {
            // Over the municipalities, which is wide enough and a twentieth of the work.
            let of_municipality = field(&mut Stream::new(seed, purpose), country.places(), 110_000.0);
            tiers.municipality.iter().map(|at| of_municipality[*at]).collect::<Vec<f64>>()
        };
        let mut own = Stream::new(seed, "single areas");
        let urban: Vec<f64> = tiers.municipality.iter().map(|at| population.urban[*at]).collect();
        let dense = ranked(&areas.iter().map(|area| area.density).collect::<Vec<_>>());
        let north = standardized(places.iter().map(|place| place[1]).collect());
        let centre: Vec<f64> = areas.iter().map(|area| area.centrality - 0.5).collect();
        let each = |of: &dyn Fn(usize) -> f64| (0..n).map(of).collect::<Vec<f64>>();

        let within = |values: Vec<f64>| within_municipalities(values, areas, tiers);
        let (local, block) =
            (within(near("hardship of quarters", 3)), within(near("hardship of districts", 12)));
        let inner_dense = within(dense.clone());
        let (region, chance) = (wide("hardship"), own.normals(n));
        let each_municipality =
            Stream::new(seed, "hardship of municipalities").normals(country.places().len());
        let position = |at: usize| {
            // Differences within municipalities grow with their size.
            let inner = (0.76 + 0.28 * urban[at]).max(0.42);
            let municipality =
                0.3 * region[at] + 0.2 * each_municipality[tiers.municipality[at]] - 0.12 * urban[at];
            let quarter = 0.68 * local[at] + 0.66 * block[at] + 0.5 * chance[at] + 0.28 * inner_dense[at];
            municipality + inner * quarter
        };
        let hardship = skewed(&standardized(each(&position)), 0.5);
        let (quarter, chance) = (near("origins", 5), own.normals(n));
        let foreign = skewed(
            &standardized(each(&|at| {
                0.82 * hardship[at]
                    + 0.36 * urban[at]
                    + 0.15 * dense[at]
                    + 0.26 * quarter[at]
                    + 0.3 * chance[at]
                    - 0.08 * north[at]
            })),
            0.3,
        );
        let student = student_quarters(areas, &near("students", 2));
        let (quarter, chance) = (near("education", 5), own.normals(n));
        let educated = standardized(each(&|at| {
            -0.62 * hardship[at]
                + 0.55 * urban[at]
                + 0.35 * centre[at]
                + 0.45 * quarter[at]
                + 0.25 * chance[at]
                + 0.35 * student[at]
        }));
        let (quarter, chance) = (near("incomes", 4), own.normals(n));
        let income = standardized(each(&|at| {
            -0.8 * hardship[at] + 0.35 * educated[at] + 0.2 * urban[at] - 0.15 * dense[at]
                + 0.3 * quarter[at]
                + 0.2 * chance[at]
                - 0.4 * student[at]
        }));
        let (quarter, chance) = (near("tenure", 2), own.normals(n));
        let rental = standardized(each(&|at| {
            0.55 * hardship[at] + 0.6 * dense[at] + 0.3 * quarter[at] + 0.35 * chance[at] + 0.3 * student[at]
        }));
        let (quarter, chance) = (near("families", 3), own.normals(n));
        let family = standardized(each(&|at| {
            0.5 * quarter[at] + 0.35 * chance[at] + 0.35 * urban[at] - 0.45 * dense[at] - 0.3 * centre[at]
                + 0.15 * foreign[at]
                - 0.4 * student[at]
        }));
        let (quarter, chance) = (near("old people", 3), own.normals(n));
        let old = standardized(each(&|at| {
            0.45 * quarter[at] + 0.45 * chance[at] - 0.55 * urban[at] + 0.3 * centre[at]
                - 0.35 * foreign[at]
                - 0.45 * family[at]
                - 0.5 * student[at]
        }));
        let bound = |values: Vec<f64>| values.into_iter().map(bounded).collect();
        Self {
            hardship: bound(hardship),
            foreign: bound(foreign),
            educated: bound(educated),
            income: bound(income),
            rental: bound(rental),
            student,
            family: bound(family),
            old: bound(old),
            dense,
            urban,
            north,
            neighbours,
        }
    }
}

/// The values less nine tenths of their municipality's mean.
fn within_municipalities(mut values: Vec<f64>, areas: &[SmallArea], tiers: &Tiers) -> Vec<f64> {
    for members in &tiers.of(Level::Municipality).members {
        let mean: f64 = members.iter().map(|at| areas[*at].share * values[*at]).sum();
        members.iter().for_each(|at| values[*at] -= 0.9 * mean);
    }
    standardized(values)
}

/// Where students live: some central quarters of university towns.
fn student_quarters(areas: &[SmallArea], quarter: &[f64]) -> Vec<f64> {
    let strength = |(area, quarter): (&SmallArea, &f64)| {
        if UNIVERSITY.contains(&&area.code.as_str()[..4]) {
            (0.8 * quarter + 1.6 * (area.centrality - 0.75)).clamp(0.0, 2.2)
        } else {
            0.0
        }
    };
    areas.iter().zip(quarter).map(strength).collect()
}
