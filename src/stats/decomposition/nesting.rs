//! M and H between and within larger areas.

use std::collections::HashMap;

use crate::stats::counts::Counts;
use crate::stats::segregation::entropy::entropy_of;
use crate::stats::segregation::mutual_information::{self, mutual_information};
use crate::stats::segregation::{Base, Index, Undefined};

/// A part of separation, as M in nats and as H.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parts {
    /// The part of mutual information.
    pub m: f64,
    /// The part of the information theory index: that of M over the entropy of the whole.
    pub h: f64,
}

/// Separation between areas, as parts that add up.
#[derive(Debug, Clone, PartialEq)]
pub struct Nested {
    /// Between all areas.
    pub total: Parts,
    /// Between the areas of each level, coarsest first, within those of the level before.
    pub between: Vec<Parts>,
    /// Between the areas themselves, within those of the finest level.
    pub within: Parts,
}

/// Separation inside one larger area.
#[derive(Debug, Clone, PartialEq)]
pub struct Within {
    /// The larger area.
    pub part: usize,
    /// Its share of all persons.
    pub share: f64,
    /// M between its areas, in nats.
    pub m: f64,
    /// H between its areas; an absence where all its persons belong to one group.
    pub h: Index,
    /// Its entropy over that of the whole: the within part of H is Σ share·ratio·h.
    pub entropy_ratio: f64,
}

/// M and H between areas, taken apart exactly: between the areas of the first level, between those of the second within
/// those of the first, and so on, and between the areas within those of the last (Theil 1972; Mora & Ruiz-Castillo
/// 2011). `levels` are from coarse to fine; each says for every area which larger area it is part of. A level that cuts
/// across an earlier one is split where they cross.
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn nested(counts: &Counts, levels: &[&[usize]]) -> Result<Nested, Undefined> {
    let total = mutual_information(counts, Base::E)?;
    let diversity = entropy_of(counts.group_totals(), counts.total());
    let parts = |m: f64| Parts { m, h: if diversity > 0.0 { m / diversity } else { 0.0 } };

    let mut coarser = vec![0; counts.n_areas()];
    let mut n_coarser = 1;
    let mut between = Vec::with_capacity(levels.len());
    for level in levels {
        let (finer, n_finer) = crossed(&coarser, level);
        let merged = counts.merged(&finer, n_finer);
        let mut parent = vec![0; n_finer];
        for (&part, &larger) in finer.iter().zip(&coarser) {
            parent[part] = larger;
        }
        between.push(parts(mean_within(&merged, &parent, n_coarser)));
        (coarser, n_coarser) = (finer, n_finer);
    }
    let rest = mean_within(counts, &coarser, n_coarser);
    Ok(Nested { total: parts(total), between, within: parts(rest) })
}

/// Separation inside each larger area, in order of their numbers; those without persons are left out.
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn within(counts: &Counts, part_of: &[usize]) -> Result<Vec<Within>, Undefined> {
    mutual_information(counts, Base::E)?;
    let diversity = entropy_of(counts.group_totals(), counts.total());
    let n_parts = part_of.iter().max().map_or(0, |last| last + 1);
    Ok(tables(counts, part_of, n_parts)
        .iter()
        .enumerate()
        .filter(|(_, table)| table.total() > 0.0)
        .map(|(part, table)| {
            let own = entropy_of(table.group_totals(), table.total());
            let m = mutual_information::nats(table).max(0.0);
            let group = table.group_totals().iter().position(|&members| members <= 0.0).unwrap_or(0);
            Within {
                part,
                share: table.total() / counts.total(),
                m,
                h: if own > 0.0 { Ok((m / own).min(1.0)) } else { Err(Undefined::EmptyGroup { group }) },
                entropy_ratio: if diversity > 0.0 { own / diversity } else { 0.0 },
            }
        })
        .collect())
}

/// Σp_s·M_s over larger areas s, with M_s between the areas inside.
fn mean_within(counts: &Counts, part_of: &[usize], n_parts: usize) -> f64 {
    tables(counts, part_of, n_parts)
        .iter()
        .map(|table| table.total() / counts.total() * mutual_information::nats(table))
        .sum()
}

fn tables(counts: &Counts, part_of: &[usize], n_parts: usize) -> Vec<Counts> {
    let mut areas = vec![Vec::new(); n_parts];
    for (area, &part) in part_of.iter().enumerate() {
        areas[part].push(area);
    }
    areas.iter().map(|inside| counts.of_areas(inside)).collect()
}

/// Numbers for the pairs of larger areas that occur, in order of first occurrence.
fn crossed(coarser: &[usize], finer: &[usize]) -> (Vec<usize>, usize) {
    let mut numbers = HashMap::new();
    let crossed = coarser
        .iter()
        .zip(finer)
        .map(|pair| {
            let next = numbers.len();
            *numbers.entry(pair).or_insert(next)
        })
        .collect();
    (crossed, numbers.len())
}
