//! The patterns of Morrill (1991) and Wong (1993) on a grid of ten by ten, against OasisR 3.1.1.

use std::collections::BTreeMap;

use lagesbild::stats::counts::Counts;
use lagesbild::stats::segregation::{Comparison, Variant};

use super::comparison::{Case, table, value};
use super::planar::Planar;
use super::shared::{numbers, polygons, rows};

pub(super) fn cases() -> Option<Vec<Case>> {
    let cells = rows("oasisr_segdata/grid10x10.csv")?;
    let grid = Planar::new(&polygons("oasisr_segdata/grid10x10_planar.geojson")?);
    let cases = rows("oasisr_segdata/expected.csv")?
        .iter()
        .map(|row| {
            let (one, other) = row["groups"].split_once('|').expect("two groups");
            let counts = table(&[numbers(&cells, one), numbers(&cells, other)]);
            let id = match row["index"].as_str() {
                "DIDuncan (D)" | "DMulti" => "dissimilarity",
                "ISDuncan group1" => "segregation-index",
                "Gini group1" | "GiniMulti" => "gini",
                "HTheil group1" | "HMulti" => "information-theory",
                "Atkinson(delta=0.5) group1" => "atkinson",
                "xPx isolation group1" => "isolation",
                "xPx exact=TRUE (eta2) group1" => return without_putting_back(&counts, row),
                "xPy interaction 1->2" => "interaction",
                "DIMorrill D(adj) rook" => "boundary-dissimilarity",
                "DIWong variant s" => "perimeter-dissimilarity",
                "PMulti" => "normalized-exposure",
                "RelDivers" => "relative-diversity",
                "CMulti" => "squared-coefficient-of-variation",
                "Delta group1" => "delta",
                other => panic!("{other} has no counterpart here"),
            };
            let ours = value(id, &counts, Comparison::TwoGroups(0, 1), grid.geometry(), Variant::Standard);
            let reference = row["value"].parse().expect("a number");
            Case::decimals(id, format!("{} {}", row["case"], row["index"]), ours, reference, 4)
        })
        .collect();
    Some(cases)
}

/// With `exact = TRUE`, OasisR's isolation is the chance that a member meets *another* member, nobody met twice:
/// Σ(x_i/X)(x_i − 1)/(t_i − 1). It is labelled η², which it is not; we have the reference's formula only here.
fn without_putting_back(counts: &Counts, row: &BTreeMap<String, String>) -> Case {
    let ours: f64 = counts
        .areas()
        .zip(counts.area_totals())
        .filter(|(area, _)| area[0] > 0.0)
        .map(|(area, persons)| area[0] / counts.group_totals()[0] * (area[0] - 1.0) / (persons - 1.0))
        .sum();
    let reference = row["value"].parse().expect("a number");
    Case::decimals(
        "isolation, nobody met twice",
        format!("{} {}", row["case"], row["index"]),
        ours,
        reference,
        4,
    )
}
