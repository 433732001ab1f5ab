//! Ordinal and rank-order indices on the examples of OasisR's manual (`ordinalseg`, `rankorderseg`).
//!
//! The reference figures were computed in R 4.2.2 by other paths than ours: Λ1 and Λ3 as means of two-group indices over
//! the thresholds, Λ2 from the mean difference in rank of all pairs of persons, Λ4 from the mean distance to the median
//! rank; the rank-order indices with `lm` and numerical integration.

use lagesbild::stats::segregation::{Comparison, Geometry, Variant};

use super::comparison::{Case, table, value};

type Example = (&'static str, &'static [&'static [f64]], &'static [(&'static str, f64)]);

const EXAMPLES: [Example; 4] = [
    (
        "x1 of ordinalseg",
        &[&[0.0, 0.0, 10.0, 30.0], &[0.0, 20.0, 20.0, 0.0], &[30.0, 10.0, 0.0, 0.0]],
        &[
            ("ordinal-information-theory", 0.75),
            ("ordinal-variation-ratio", 0.75),
            ("ordinal-square-root", 0.75),
            ("ordinal-absolute-difference", 0.75),
        ],
    ),
    // The same groups in another order: less is left of the separation of far ones.
    (
        "x2 of ordinalseg",
        &[&[0.0, 0.0, 10.0, 30.0], &[30.0, 10.0, 0.0, 0.0], &[0.0, 20.0, 20.0, 0.0]],
        &[
            ("ordinal-information-theory", 0.625),
            ("ordinal-variation-ratio", 0.625),
            ("ordinal-square-root", 0.625),
            ("ordinal-absolute-difference", 0.625),
        ],
    ),
    (
        "x1 of rankorderseg",
        &[
            &[10.0, 0.0, 10.0, 30.0],
            &[10.0, 20.0, 20.0, 30.0],
            &[10.0, 10.0, 10.0, 20.0],
            &[20.0, 10.0, 10.0, 10.0],
            &[30.0, 10.0, 10.0, 10.0],
            &[40.0, 20.0, 0.0, 0.0],
            &[50.0, 20.0, 0.0, 0.0],
        ],
        &[
            ("ordinal-information-theory", 0.218_935_332_153_014_33),
            ("ordinal-variation-ratio", 0.232_295_158_686_952_5),
            ("ordinal-square-root", 0.203_947_441_864_653_88),
            ("ordinal-absolute-difference", 0.253_333_333_333_333_3),
            ("rank-order-information-theory", 0.205_307_358_064_024_3),
            ("rank-order-variation-ratio", 0.218_050_934_230_576_17),
            ("rank-order-square-root", 0.186_245_002_348_413_98),
        ],
    ),
    (
        "x2 of rankorderseg",
        &[
            &[10.0, 0.0, 10.0, 30.0],
            &[10.0, 20.0, 20.0, 30.0],
            &[40.0, 20.0, 0.0, 0.0],
            &[50.0, 20.0, 0.0, 0.0],
            &[30.0, 10.0, 10.0, 10.0],
            &[10.0, 10.0, 10.0, 20.0],
            &[20.0, 10.0, 10.0, 10.0],
        ],
        &[
            ("rank-order-information-theory", 0.064_287_482_570_399_78),
            ("rank-order-variation-ratio", 0.067_870_598_357_556_64),
            ("rank-order-square-root", 0.059_261_385_808_936_41),
        ],
    ),
];

pub(super) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (case, groups, expected) in EXAMPLES {
        let counts = table(&groups.iter().map(|group| group.to_vec()).collect::<Vec<_>>());
        for &(id, reference) in expected {
            let ours = value(id, &counts, Comparison::AllGroups, Geometry::default(), Variant::Standard);
            // Numerical integration of the reference is good to about ten digits.
            let tolerance = if id.starts_with("rank") { 1e-9 } else { 1e-12 };
            cases.push(Case::within(id, case, ours, reference, tolerance));
        }
    }
    cases
}
