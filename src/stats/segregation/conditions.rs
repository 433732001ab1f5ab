//! What must hold before an index can be computed, said once for all of them.

use super::undefined::{Index, Undefined};
use crate::stats::counts::{Counts, TwoGroup};

/// At least two groups, each with members, in at least two areas with inhabitants.
pub(super) fn comparable(counts: &Counts) -> Result<(), Undefined> {
    members_in_all_groups(counts)?;
    if counts.n_populated() < 2 { Err(Undefined::OneArea) } else { Ok(()) }
}

/// At least two groups, each with members; one area is enough.
pub(super) fn members_in_all_groups(counts: &Counts) -> Result<(), Undefined> {
    if counts.n_groups() < 2 {
        return Err(Undefined::TooFewGroups { needed: 2, found: counts.n_groups() });
    }
    somebody(counts)?;
    match counts.group_totals().iter().position(|&members| members <= 0.0) {
        Some(group) => Err(Undefined::EmptyGroup { group }),
        None => Ok(()),
    }
}

/// Somebody lives somewhere.
pub(super) fn somebody(counts: &Counts) -> Result<(), Undefined> {
    if counts.total() > 0.0 { Ok(()) } else { Err(Undefined::NobodyThere) }
}

/// Members on both sides, in at least two areas with inhabitants.
pub(super) fn comparable_two(groups: &TwoGroup) -> Result<(), Undefined> {
    members_on_both_sides(groups)?;
    if groups.n_populated() < 2 { Err(Undefined::OneArea) } else { Ok(()) }
}

/// Members on both sides, in at least two areas, inhabited or not: for the land-based indices.
pub(super) fn comparable_land(groups: &TwoGroup) -> Result<(), Undefined> {
    members_on_both_sides(groups)?;
    if groups.n_areas() < 2 { Err(Undefined::OneArea) } else { Ok(()) }
}

fn members_on_both_sides(groups: &TwoGroup) -> Result<(), Undefined> {
    if groups.total() <= 0.0 {
        return Err(Undefined::NobodyThere);
    }
    match [groups.x_total(), groups.y_total()].iter().position(|&members| members <= 0.0) {
        Some(group) => Err(Undefined::EmptyGroup { group }),
        None => Ok(()),
    }
}

/// A value that theory keeps inside `[low, high]`, with rounding beyond the ends taken off.
pub(super) fn bounded(value: f64, low: f64, high: f64) -> Index {
    debug_assert!(value.is_finite(), "an index came out as {value}");
    Ok(value.clamp(low, high))
}

/// A quotient of sums that need not lie in any domain; `otherwise` where the divisor vanishes.
pub(super) fn quotient(numerator: f64, denominator: f64, otherwise: Undefined) -> Index {
    let value = numerator / denominator;
    if denominator != 0.0 && value.is_finite() { Ok(value) } else { Err(otherwise) }
}

/// Each group's share of all persons and the share of all others together. The second is summed, not one minus the
/// first, which would be zero beside a very large group.
pub(super) fn shares_and_rests(members: &[f64]) -> Vec<(f64, f64)> {
    let total: f64 = members.iter().sum();
    (0..members.len())
        .map(|group| {
            let rest: f64 = members[..group].iter().chain(&members[group + 1..]).sum();
            (members[group] / total, rest / total)
        })
        .collect()
}
