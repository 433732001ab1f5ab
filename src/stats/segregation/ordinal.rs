//! Ordinal segregation Λ1–Λ4: how much less ordered variation areas have than the whole.

use super::conditions::{bounded, comparable};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::Counts;

/// Λ1 in the registry.
pub const INFORMATION_THEORY: IndexInfo = IndexInfo {
    id: "ordinal-information-theory",
    symbol: "Λ1",
    family: Family::Ordered,
    formula: "Λ1 = Σ t_i (v − v_i) / (T v), v = Σ_k f(c_k)/(K − 1), f(c) = −c log₂ c − (1 − c) log₂(1 − c)",
    domain: Domain::UNIT,
    source: "Reardon 2009",
    compute: Compute::Ordered(|counts, _| ordinal(counts, Spread::Entropy)),
};

/// Λ2 in the registry.
pub const VARIATION_RATIO: IndexInfo = IndexInfo {
    id: "ordinal-variation-ratio",
    symbol: "Λ2",
    formula: "Λ2 = Σ t_i (v − v_i) / (T v), v = Σ_k f(c_k)/(K − 1), f(c) = 4 c (1 − c)",
    compute: Compute::Ordered(|counts, _| ordinal(counts, Spread::Variance)),
    ..INFORMATION_THEORY
};

/// Λ3 in the registry.
pub const SQUARE_ROOT: IndexInfo = IndexInfo {
    id: "ordinal-square-root",
    symbol: "Λ3",
    formula: "Λ3 = Σ t_i (v − v_i) / (T v), v = Σ_k f(c_k)/(K − 1), f(c) = 2 √(c (1 − c))",
    compute: Compute::Ordered(|counts, _| ordinal(counts, Spread::Deviation)),
    ..INFORMATION_THEORY
};

/// Λ4 in the registry.
pub const ABSOLUTE_DIFFERENCE: IndexInfo = IndexInfo {
    id: "ordinal-absolute-difference",
    symbol: "Λ4",
    formula: "Λ4 = Σ t_i (v − v_i) / (T v), v = Σ_k f(c_k)/(K − 1), f(c) = 1 − |2c − 1|",
    compute: Compute::Ordered(|counts, _| ordinal(counts, Spread::Distance)),
    ..INFORMATION_THEORY
};

/// The measure of spread at one threshold: each is 0 where all are on one side of it, and 1 where half are on each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spread {
    /// f(c) = −c log₂ c − (1 − c) log₂(1 − c).
    Entropy,
    /// f(c) = 4c(1 − c).
    Variance,
    /// f(c) = 2√(c(1 − c)).
    Deviation,
    /// f(c) = 1 − |2c − 1|.
    Distance,
}

/// Λ = Σt_i(v − v_i)/(T·v) with v = Σ_{k<K} f(c_k)/(K − 1) and c_k the share in the k lowest of K ordered groups
/// (Reardon 2009), in [0, 1]. Groups are the columns, low to high.
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn ordinal(counts: &Counts, spread: Spread) -> Index {
    comparable(counts)?;
    let total = counts.total();
    let whole = variation(counts.group_totals(), total, spread);
    let within: f64 = counts
        .areas()
        .zip(counts.area_totals())
        .filter(|&(_, &persons)| persons > 0.0)
        .map(|(area, &persons)| persons / total * variation(area, persons, spread))
        .sum();
    bounded(1.0 - within / whole, 0.0, 1.0)
}

/// Σ_{k<K} f(c_k): (K − 1)·v.
fn variation(members: &[f64], persons: f64, spread: Spread) -> f64 {
    let mut below = 0.0;
    (1..members.len())
        .map(|threshold| {
            below += members[threshold - 1];
            let above: f64 = members[threshold..].iter().sum();
            spread.at(below / persons, above / persons)
        })
        .sum()
}

impl Spread {
    /// f(c) for the shares `below` = c and `above` = 1 − c, both given: beside a very large share, one minus it is zero.
    fn at(self, below: f64, above: f64) -> f64 {
        match self {
            Self::Entropy => {
                [below, above].iter().filter(|&&share| share > 0.0).map(|share| -share * share.log2()).sum()
            }
            Self::Variance => 4.0 * below * above,
            Self::Deviation => 2.0 * (below * above).sqrt(),
            Self::Distance => 2.0 * below.min(above),
        }
    }
}
