//! Sums over all pairs of areas, weighted by c_ij = exp(−d_ij): what the clustering indices share.

use std::ops::Range;

use super::geometry::{Geometry, distance};
use super::undefined::Undefined;
use crate::stats::counts::Counts;

/// For each area i and group g the potential Σ_j c_ij n_jg, and ΣΣc_ij, with c_ij = exp(−d_ij): d_ij in kilometres
/// between centroids, and d_ii = √(0.6·a_i), a_i in km² (White 1983; Massey & Denton 1988).
#[derive(Debug, Clone, PartialEq)]
pub struct DecaySums {
    n_groups: usize,
    potentials: Vec<f64>,
    nearness: f64,
}

impl DecaySums {
    /// The sums of all areas, in one go.
    ///
    /// # Errors
    /// Where centroids or land areas are missing.
    pub fn new(counts: &Counts, geometry: &Geometry<'_>) -> Result<Self, Undefined> {
        Ok(Self::joined(&[Self::of_rows(counts, geometry, 0..counts.n_areas())?]))
    }

    /// The sums of some areas against all, areas without persons left out: a piece that can be computed apart, on another thread or in another slice of
    /// time.
    ///
    /// # Errors
    /// Where centroids or land areas are missing.
    pub fn of_rows(counts: &Counts, geometry: &Geometry<'_>, rows: Range<usize>) -> Result<Self, Undefined> {
        let n_areas = counts.n_areas();
        let n_groups = counts.n_groups();
        let land = geometry.known_land_areas(n_areas)?;
        let points: Vec<[f64; 2]> = geometry
            .known_centroids(n_areas)?
            .iter()
            .map(|point| [point[0] / METRES_PER_KM, point[1] / METRES_PER_KM])
            .collect();
        let mut potentials = vec![0.0; rows.len() * n_groups];
        let mut nearness = 0.0;
        let persons = counts.area_totals();
        for (row, sums) in rows.zip(potentials.chunks_exact_mut(n_groups.max(1))) {
            if persons[row] <= 0.0 {
                continue;
            }
            for (column, members) in counts.areas().enumerate() {
                if persons[column] <= 0.0 {
                    continue;
                }
                let away = if row == column {
                    (0.6 * land[row] / (METRES_PER_KM * METRES_PER_KM)).sqrt()
                } else {
                    distance(points[row], points[column])
                };
                let near = (-away).exp();
                nearness += near;
                for (sum, n) in sums.iter_mut().zip(members) {
                    *sum += near * n;
                }
            }
        }
        Ok(Self { n_groups, potentials, nearness })
    }

    /// Pieces in the order of their areas, as one.
    #[must_use]
    pub fn joined(pieces: &[Self]) -> Self {
        Self {
            n_groups: pieces.first().map_or(0, |piece| piece.n_groups),
            potentials: pieces.iter().flat_map(|piece| piece.potentials.iter().copied()).collect(),
            nearness: pieces.iter().map(|piece| piece.nearness).sum(),
        }
    }

    /// Σ_j c_ij n_jg of every area i, for one group.
    pub fn of_group(&self, group: usize) -> impl Iterator<Item = f64> {
        self.potentials.chunks_exact(self.n_groups.max(1)).map(move |sums| sums[group])
    }

    /// ΣΣc_ij.
    #[must_use]
    pub fn nearness(&self) -> f64 {
        self.nearness
    }

    /// The same sums for one group against the rest: column 0 the group, column 1 all others.
    #[must_use]
    pub fn group_against_rest(&self, group: usize) -> Self {
        let n_groups = self.n_groups.max(1);
        let columns = |sums: &[f64]| [sums[group], sums[..group].iter().chain(&sums[group + 1..]).sum()];
        Self {
            n_groups: 2,
            potentials: self.potentials.chunks_exact(n_groups).flat_map(columns).collect(),
            nearness: self.nearness,
        }
    }
}

const METRES_PER_KM: f64 = 1_000.0;
