//! Correlation ratio V (η²): isolation with the group's size taken out.

use super::conditions::{bounded, comparable_two};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "correlation-ratio",
    symbol: "V",
    family: Family::Exposure,
    formula: "V = (xPx − P) / (1 − P)",
    domain: Domain::UNIT,
    source: "Bell 1954; Coleman, Kelly & Moore 1975",
    compute: Compute::TwoGroup(|groups, _| correlation_ratio(groups)),
};

/// V = (xPx − P)/(1 − P), in [0, 1] (Bell 1954; White 1986), computed as Σt_i(p_i − P)²/(TP(1 − P)), which is the same
/// number without the loss of digits where separation is small.
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn correlation_ratio(groups: &TwoGroup) -> Index {
    comparable_two(groups)?;
    let (share, total) = (groups.share(), groups.total());
    let variance: f64 = groups.populated().map(|(x, t)| t / total * (x / t - share) * (x / t - share)).sum();
    bounded(variance / share / (groups.y_total() / total), 0.0, 1.0)
}
