//! The 32,844 areas of England that stand for a large country, from TopoJSON to polygons on a grid.

use lagesbild::geo::build::GridPolygon;
use lagesbild::geo::grid::Grid;
use std::path::PathBuf;

/// Metres between grid lines, about the precision of the file.
const STEP: f64 = 4.0;
/// Metres in a degree of longitude and latitude, roughly, in the middle of England: good enough to measure with.
const DEGREE: [f64; 2] = [67_000.0, 111_320.0];

/// The areas in the order of their codes, or `None` with a line that says what was left out.
pub(crate) fn lsoa() -> Option<(Grid, Vec<Vec<GridPolygon>>)> {
    let folder = std::env::var_os("LAGESBILD_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let path = folder.join("reference/lsoa_england/lsoa11_england_wgs84.topojson");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: lsoa11_england_wgs84.topojson is not among the real data of this machine");
        return None;
    };
    let file: serde_json::Value = serde_json::from_str(&text).expect("TopoJSON");
    let scale = &file["transform"]["scale"];
    let grid_units = [0, 1].map(|axis| scale[axis].as_f64().expect("a scale") * DEGREE[axis] / STEP);
    let list = |value: &serde_json::Value| value.as_array().expect("a list").clone();
    let arcs: Vec<Vec<[i32; 2]>> = list(&file["arcs"])
        .iter()
        .map(|arc| {
            let mut at = [0i64; 2];
            let on_grid = |step: &serde_json::Value| {
                at = [0, 1].map(|axis| at[axis] + step[axis].as_i64().expect("a whole number"));
                [0, 1].map(|axis| {
                    let rounded = (at[axis] as f64 * grid_units[axis]).round();
                    format!("{rounded}").parse().expect("a grid coordinate")
                })
            };
            list(arc).iter().map(on_grid).collect()
        })
        .collect();
    let ring = |refs: &serde_json::Value| -> Vec<[i32; 2]> {
        let mut ring = Vec::new();
        for arc in list(refs) {
            let arc = arc.as_i64().expect("an arc");
            let points = &arcs[usize::try_from(if arc < 0 { !arc } else { arc }).expect("an arc")];
            if arc < 0 { ring.extend(points.iter().rev()) } else { ring.extend(points) }
        }
        ring
    };
    let objects = file["objects"].as_object().expect("objects");
    let mut geometries = list(&objects.values().next().expect("an object")["geometries"]);
    geometries.sort_by_key(|g| g["properties"]["LSOA11CD"].as_str().unwrap_or_default().to_owned());
    let areas = geometries.iter().map(|geometry| {
        let polygons = match geometry["type"].as_str() {
            Some("Polygon") => vec![geometry["arcs"].clone()],
            _ => list(&geometry["arcs"]),
        };
        polygons.iter().map(|polygon| list(polygon).iter().map(&ring).collect()).collect()
    });
    Some((Grid { origin: [0.0, 0.0], step: STEP }, areas.collect()))
}
