//! Interaction xPy: the other group's share where an average member lives.

use super::conditions::bounded;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::{Index, Undefined};

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "interaction",
    symbol: "xPy",
    family: Family::Exposure,
    formula: "xPy = Σ (x_i/X) (y_i/t_i)",
    domain: Domain::UNIT,
    source: "Bell 1954; Lieberson 1981",
    compute: Compute::Exposure(interaction),
};

/// xPy = Σ(x_i/X)(y_i/t_i), in [0, 1] (Bell 1954; Lieberson 1981): the chance that somebody met in the area of a member
/// of `x` belongs to `y`. `persons` are all who live in the area, so that with several groups the exposures of one
/// group to all, itself included, add up to 1.
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn interaction(x: &[f64], y: &[f64], persons: &[f64]) -> Index {
    let (x_total, y_total): (f64, f64) = (x.iter().sum(), y.iter().sum());
    if x_total <= 0.0 {
        return Err(Undefined::EmptyGroup { group: 0 });
    }
    if y_total <= 0.0 {
        return Err(Undefined::EmptyGroup { group: 1 });
    }
    if persons.iter().filter(|&&all| all > 0.0).count() < 2 {
        return Err(Undefined::OneArea);
    }
    let sum = x
        .iter()
        .zip(y)
        .zip(persons)
        .filter(|&(_, &all)| all > 0.0)
        .map(|((x, y), all)| x / x_total * (y / all))
        .sum();
    bounded(sum, 0.0, 1.0)
}
