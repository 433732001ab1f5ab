//! Random tables of counts and random maps, for the properties.

use lagesbild::stats::counts::{Counts, Numbers};
use lagesbild::stats::segregation::{Border, Geometry};
use proptest::prelude::*;

/// A table of whole persons in which every group has members and at least two areas have inhabitants. Cells and whole
/// areas of zero are common.
pub(super) fn tables(groups: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Counts> {
    (2..14_usize, groups)
        .prop_flat_map(|(n_areas, n_groups)| {
            let cell = prop_oneof![1 => Just(0_u32), 2 => 0..12_u32, 3 => 1..3_000_u32];
            let area = prop_oneof![1 => Just(vec![0; n_groups]), 9 => prop::collection::vec(cell, n_groups)];
            (prop::collection::vec(area, n_areas), Just(n_groups))
        })
        .prop_filter_map("a group without members or too few areas", |(areas, n_groups)| {
            let n_areas = areas.len();
            let cells = areas.into_iter().flatten().map(f64::from).collect();
            let counts = Counts::new(n_areas, n_groups, cells, Numbers::Whole).ok()?;
            (counts.n_populated() >= 2 && counts.group_totals().iter().all(|&members| members > 0.0))
                .then_some(counts)
        })
}

/// Where areas lie.
#[derive(Debug, Clone)]
pub(super) struct Map {
    pub(super) centroids: Vec<[f64; 2]>,
    pub(super) land_areas: Vec<f64>,
    pub(super) perimeters: Vec<f64>,
    pub(super) borders: Vec<Border>,
}

impl Map {
    pub(super) fn geometry(&self) -> Geometry<'_> {
        Geometry {
            centroids: Some(&self.centroids),
            land_areas: Some(&self.land_areas),
            perimeters: Some(&self.perimeters),
            borders: Some(&self.borders),
            ..Geometry::default()
        }
    }
}

/// A table and a map of its areas: points within 20 km, a chain of borders and a few more.
pub(super) fn placed_tables(groups: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = (Counts, Map)> {
    tables(groups).prop_flat_map(|counts| {
        let n = counts.n_areas();
        let centroids = prop::collection::vec([0.0..20_000.0, 0.0..20_000.0], n);
        let land_areas = prop::collection::vec(1e4..5e7, n);
        let lengths = prop::collection::vec(prop_oneof![1 => Just(0.0), 4 => 10.0..9_000.0], n - 1);
        let more = prop::collection::vec((0..n, 0..n, 1.0..4_000.0), 0..n);
        (Just(counts), centroids, land_areas, lengths, more).prop_map(
            |(counts, centroids, land_areas, lengths, more)| {
                let mut borders: Vec<Border> = lengths
                    .into_iter()
                    .enumerate()
                    .map(|(a, length)| Border { a, b: a + 1, length })
                    .collect();
                for (a, b, length) in more {
                    let (a, b) = (a.min(b), a.max(b));
                    if a != b && !borders.iter().any(|border| (border.a, border.b) == (a, b)) {
                        borders.push(Border { a, b, length });
                    }
                }
                let mut perimeters = vec![1_000.0; land_areas.len()];
                for border in &borders {
                    perimeters[border.a] += border.length;
                    perimeters[border.b] += border.length;
                }
                (counts, Map { centroids, land_areas, perimeters, borders })
            },
        )
    })
}

/// A table like another, its cells changed by area, group and value.
pub(super) fn changed(counts: &Counts, cell: impl Fn(usize, usize, f64) -> f64) -> Counts {
    let cells = counts
        .areas()
        .enumerate()
        .flat_map(|(area, members)| {
            members.iter().enumerate().map(|(group, &n)| cell(area, group, n)).collect::<Vec<f64>>()
        })
        .collect();
    Counts::new(counts.n_areas(), counts.n_groups(), cells, Numbers::Fractional)
        .expect("still a table of counts")
}
