//! The change of M between two tables: newcomers, leavers, margins, and structure.

use super::proportional_fitting::fitted;
use crate::stats::counts::Counts;
use crate::stats::segregation::mutual_information::{self, mutual_information};
use crate::stats::segregation::{Base, Undefined};

/// Why M changed, in parts that add up to the difference; in nats.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// M of the first table.
    pub first: f64,
    /// M of the second table.
    pub second: f64,
    /// By areas and groups that are only in the second.
    pub additions: f64,
    /// By areas and groups that are only in the first.
    pub removals: f64,
    /// By the sizes of groups.
    pub group_marginal: f64,
    /// By the sizes of areas.
    pub unit_marginal: f64,
    /// By who lives where, given the sizes.
    pub structural: f64,
    /// How close the fitted margins came to those wanted: the largest difference of a marginal share.
    pub tolerance_reached: f64,
}

impl Change {
    /// Second less first, which is the sum of the five parts.
    #[must_use]
    pub fn difference(&self) -> f64 {
        self.second - self.first
    }
}

/// The change of M from one table to another after Elbers (2021). `areas` and `groups` pair the numbers of areas and of
/// groups that are in both tables; those without persons in one of them count as missing there. On the common part, M is
/// computed for all combinations of the two tables' group sizes, area sizes and association (odds ratios), the mixed ones
/// by proportional fitting to within `tolerance` (of marginal shares); structure is the mean of its two effects with
/// both margins alike, and each margin the mean of its four effects, as in R's `segregation` with method "shapley". That
/// package stops at 0.001 by default, and so agrees only to about its own precision.
///
/// # Errors
/// Where fewer than two groups have members or fewer than two areas are inhabited in either table, the tables have nothing
/// in common, or the fitting does not converge.
pub fn change(
    first: &Counts,
    second: &Counts,
    areas: &[(usize, usize)],
    groups: &[(usize, usize)],
    tolerance: f64,
) -> Result<Change, Undefined> {
    let before = mutual_information(&with_members(first), Base::E)?;
    let after = mutual_information(&with_members(second), Base::E)?;
    let (a, b) = common(first, second, areas, groups);
    if a.total() <= 0.0 {
        return Err(Undefined::NobodyThere);
    }
    let mut reached = 0.0_f64;
    let mut mixed = |structure: &Counts, area_sizes: &Counts, group_sizes: &Counts| {
        let cells: Vec<f64> = structure.areas().flatten().copied().collect();
        let shares = |sizes: &[f64], total: f64| sizes.iter().map(|n| n / total).collect::<Vec<f64>>();
        let rows = shares(area_sizes.area_totals(), area_sizes.total());
        let columns = shares(group_sizes.group_totals(), group_sizes.total());
        let fit = fitted(&cells, &rows, &columns, tolerance)?;
        reached = reached.max(fit.difference);
        Ok::<f64, Undefined>(information(&fit.cells, &rows, &columns))
    };
    // Named by whose association, area sizes and group sizes they have.
    let (aaa, bbb) = (mutual_information::nats(&a), mutual_information::nats(&b));
    let (abb, aba, aab) = (mixed(&a, &b, &b)?, mixed(&a, &b, &a)?, mixed(&a, &a, &b)?);
    let (baa, bab, bba) = (mixed(&b, &a, &a)?, mixed(&b, &a, &b)?, mixed(&b, &b, &a)?);
    Ok(Change {
        first: before,
        second: after,
        additions: after - bbb,
        removals: aaa - before,
        group_marginal: 0.25 * ((aab - aaa) + (abb - aba) + (bbb - bba) + (bab - baa)),
        unit_marginal: 0.25 * ((aba - aaa) + (abb - aab) + (bbb - bab) + (bba - baa)),
        structural: 0.5 * ((baa - aaa) + (bbb - abb)),
        tolerance_reached: reached,
    })
}

/// The table without the groups that nobody belongs to.
fn with_members(counts: &Counts) -> Counts {
    let totals = counts.group_totals();
    part(counts, 0..counts.n_areas(), (0..totals.len()).filter(|&group| totals[group] > 0.0))
}

/// The two tables over areas and groups with persons in both.
fn common(
    first: &Counts,
    second: &Counts,
    areas: &[(usize, usize)],
    groups: &[(usize, usize)],
) -> (Counts, Counts) {
    let mut areas = areas.to_vec();
    let mut groups = groups.to_vec();
    // Leaving out a group can empty an area, and the reverse, so this is repeated until nothing more is left out.
    loop {
        let a = part(first, areas.iter().map(|pair| pair.0), groups.iter().map(|pair| pair.0));
        let b = part(second, areas.iter().map(|pair| pair.1), groups.iter().map(|pair| pair.1));
        let size = (areas.len(), groups.len());
        areas = kept(&areas, a.area_totals(), b.area_totals());
        groups = kept(&groups, a.group_totals(), b.group_totals());
        if size == (areas.len(), groups.len()) {
            return (a, b);
        }
    }
}

fn kept(pairs: &[(usize, usize)], first: &[f64], second: &[f64]) -> Vec<(usize, usize)> {
    pairs
        .iter()
        .zip(first.iter().zip(second))
        .filter(|(_, (a, b))| **a > 0.0 && **b > 0.0)
        .map(|(pair, _)| *pair)
        .collect()
}

fn part(counts: &Counts, areas: impl Iterator<Item = usize>, groups: impl Iterator<Item = usize>) -> Counts {
    let areas: Vec<usize> = areas.collect();
    let groups: Vec<usize> = groups.collect();
    counts.of_areas(&areas).transposed().of_areas(&groups).transposed()
}

/// M of a table of shares with known margins.
fn information(cells: &[f64], rows: &[f64], columns: &[f64]) -> f64 {
    cells
        .chunks_exact(columns.len().max(1))
        .zip(rows)
        .flat_map(|(row, of_area)| {
            row.iter()
                .zip(columns)
                .filter(|(cell, _)| **cell > 0.0)
                .map(move |(cell, of_group)| cell * (cell / (of_area * of_group)).ln())
        })
        .sum()
}
