//! Twenty indices at once, as a page shows them.

use lagesbild::stats::counts::Counts;
use lagesbild::stats::segregation::{Comparison, Evaluation, Geometry, IndexInfo, Options, index};

use crate::made_up::{SWEDEN, population};

/// The closed-form indices that see counts alone.
const ASPATIAL: [&str; 20] = [
    "dissimilarity",
    "gini",
    "atkinson",
    "information-theory",
    "mutual-information",
    "min-max",
    "segregation-index",
    "relative-diversity",
    "squared-coefficient-of-variation",
    "density-corrected-dissimilarity",
    "isolation",
    "interaction",
    "correlation-ratio",
    "normalized-exposure",
    "ordinal-information-theory",
    "ordinal-variation-ratio",
    "ordinal-square-root",
    "ordinal-absolute-difference",
    "rank-order-information-theory",
    "concentration-profile",
];

/// 290 municipalities of 21 areas.
pub(crate) fn municipalities() -> Vec<Counts> {
    let country = population(SWEDEN);
    (0..290).map(|place| country.of_areas(&(place * 21..(place + 1) * 21).collect::<Vec<usize>>())).collect()
}

/// All of them computed; their sum, so that none can be left out.
pub(crate) fn aspatial_values(counts: &Counts, options: &Options) -> f64 {
    let all = Evaluation::new(counts, Comparison::AllGroups, Geometry::default(), options);
    let pair = Evaluation::new(counts, Comparison::GroupWithRest(0), Geometry::default(), options);
    ASPATIAL
        .iter()
        .map(|id| registered(id))
        .map(|index| total(if index.needs().two_groups_only { &pair } else { &all }, index))
        .sum()
}

pub(crate) fn total(evaluation: &Evaluation<'_>, index: &IndexInfo) -> f64 {
    evaluation.of(index).iter().filter_map(|row| row.value.ok()).sum()
}

pub(crate) fn registered(id: &str) -> &'static IndexInfo {
    index(id).expect("in the registry")
}
