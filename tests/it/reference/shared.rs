//! The reference data: found beside the project, never part of it.

use std::collections::BTreeMap;
use std::path::PathBuf;

/// The folder of reference cases; where it is absent, a line says that the test was skipped.
pub(super) fn folder() -> Option<PathBuf> {
    let shared = std::env::var_os("LAGESBILD_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let reference = shared.join("reference");
    if reference.is_dir() {
        Some(reference)
    } else {
        eprintln!("skipped: no reference data in {}", reference.display());
        None
    }
}

/// The rows of a CSV file, each by column name.
pub(super) fn rows(path: &str) -> Option<Vec<BTreeMap<String, String>>> {
    let file = folder()?.join(path);
    let mut reader = csv::Reader::from_path(&file).expect("the reference file opens");
    Some(reader.deserialize().map(|row| row.expect("every row has the columns of the header")).collect())
}

/// One column as numbers.
pub(super) fn numbers(rows: &[BTreeMap<String, String>], column: &str) -> Vec<f64> {
    rows.iter().map(|row| row[column].parse().expect("a number")).collect()
}

/// The polygons of a GeoJSON file, one entry a feature in the order of the file: rings without their doubled last point.
pub(super) fn polygons(path: &str) -> Option<Vec<Vec<Vec<[f64; 2]>>>> {
    let text = std::fs::read_to_string(folder()?.join(path)).expect("the reference file opens");
    let file: serde_json::Value = serde_json::from_str(&text).expect("GeoJSON");
    let features = file["features"].as_array().expect("a feature collection");
    Some(
        features
            .iter()
            .map(|feature| {
                let geometry = &feature["geometry"];
                let parts = match geometry["type"].as_str() {
                    Some("Polygon") => vec![geometry["coordinates"].clone()],
                    _ => geometry["coordinates"].as_array().expect("polygons").clone(),
                };
                parts.iter().flat_map(|part| part.as_array().expect("rings").iter().map(ring)).collect()
            })
            .collect(),
    )
}

fn ring(ring: &serde_json::Value) -> Vec<[f64; 2]> {
    let mut points: Vec<[f64; 2]> = ring
        .as_array()
        .expect("points")
        .iter()
        .map(|point| [point[0].as_f64().expect("x"), point[1].as_f64().expect("y")])
        .collect();
    points.pop();
    points
}
