//! Atkinson's A: unevenness with a say in which areas weigh most.

use super::conditions::{bounded, comparable_two};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::{Index, Undefined};
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "atkinson",
    symbol: "A",
    family: Family::Evenness,
    formula: "A = 1 − P/(1 − P) · |Σ (1 − p_i)^(1−b) p_i^b t_i / (P T)|^(1/(1−b))",
    domain: Domain::UNIT,
    source: "Atkinson 1970; James & Taeuber 1985",
    compute: Compute::TwoGroup(|groups, options| atkinson(groups, options.b)),
};

/// A = 1 − P/(1−P)·|Σ(1−p_i)^{1−b} p_i^b t_i/(PT)|^{1/(1−b)}, in [0, 1], with 0 < b < 1 (Atkinson 1970, in the form of
/// James & Taeuber 1985). b below ½ lets areas where the group is scarce weigh more, above ½ those where it is common.
///
/// # Errors
/// Where b is outside its bounds, a group has no members, or fewer than two areas are inhabited.
pub fn atkinson(groups: &TwoGroup, b: f64) -> Index {
    if !(b > 0.0 && b < 1.0) {
        return Err(Undefined::BadParameter { name: "b", value: b });
    }
    comparable_two(groups)?;
    // (1−p)^{1−b} p^b t/(PT), raised and multiplied out, is (Σ (y_i/Y)^{1−b} (x_i/X)^b)^{1/(1−b)}: P and T cancel.
    let shares = groups.x().iter().zip(groups.y()).map(|(x, y)| (x / groups.x_total(), y / groups.y_total()));
    // The usual b needs no powers, which take most of the time.
    let affinity: f64 = if b == 0.5 {
        shares.map(|(of_x, of_y)| (of_x * of_y).sqrt()).sum()
    } else {
        shares.map(|(of_x, of_y)| of_y.powf(1.0 - b) * of_x.powf(b)).sum()
    };
    bounded(1.0 - affinity.powf(1.0 / (1.0 - b)), 0.0, 1.0)
}
