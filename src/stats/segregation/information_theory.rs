//! Information theory H: how much less diverse areas are than the whole.

use super::conditions::bounded;
use super::entropy::entropy;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::mutual_information::mutual_information;
use super::options::Base;
use super::undefined::{Index, Undefined};
use crate::stats::counts::Counts;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "information-theory",
    symbol: "H",
    family: Family::Evenness,
    formula: "H = Σ t_i (E − E_i) / (T E)",
    domain: Domain::UNIT,
    source: "Theil & Finizza 1971; Theil 1972",
    compute: Compute::Groups(|counts, _| information_theory(counts)),
};

/// H = Σt_i(E − E_i)/(T·E) = M/E, in [0, 1] (Theil & Finizza 1971). E is above zero whenever two groups have members.
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn information_theory(counts: &Counts) -> Index {
    information(counts).map(|information| information.theory)
}

/// M and H of one table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Information {
    /// M in nats.
    pub mutual: f64,
    /// H.
    pub theory: f64,
}

/// M and H at once: the logarithms, which are most of the work, are taken once for both.
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn information(counts: &Counts) -> Result<Information, Undefined> {
    let mutual = mutual_information(counts, Base::E)?;
    let diversity = entropy(counts, Base::E)?;
    // A group so small that the entropy rounds to zero leaves nothing to compare.
    let theory = if diversity <= 0.0 { 0.0 } else { bounded(mutual / diversity, 0.0, 1.0)? };
    Ok(Information { mutual, theory })
}
