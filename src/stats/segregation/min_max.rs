//! Minimum over maximum MM: how little two distributions overlap.

use super::conditions::{bounded, comparable_two};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "min-max",
    symbol: "MM",
    family: Family::Evenness,
    formula: "MM = 1 − Σ min(x_i/X, y_i/Y) / Σ max(x_i/X, y_i/Y) = 2D / (1 + D)",
    domain: Domain::UNIT,
    source: "O'Sullivan & Wong 2007",
    compute: Compute::TwoGroup(|groups, _| min_max(groups)),
};

/// MM = 1 − Σmin/Σmax over x_i/X and y_i/Y, in [0, 1] (O'Sullivan & Wong 2007); equals 2D/(1 + D).
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn min_max(groups: &TwoGroup) -> Index {
    comparable_two(groups)?;
    let (mut shared, mut united) = (0.0, 0.0);
    for (x, y) in groups.x().iter().zip(groups.y()) {
        let (of_x, of_y) = (x / groups.x_total(), y / groups.y_total());
        shared += of_x.min(of_y);
        united += of_x.max(of_y);
    }
    bounded(1.0 - shared / united, 0.0, 1.0)
}
