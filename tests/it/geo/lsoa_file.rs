//! The 32,844 areas of England that stand for a large country, from TopoJSON to polygons on a grid.

use lagesbild::geo::build::GridPolygon;
use lagesbild::geo::grid::Grid;
use serde::Deserialize;
use std::collections::BTreeMap;
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
    let file: File = serde_json::from_str(&text).expect("TopoJSON");
    let grid_units = [0, 1].map(|axis| file.transform.scale[axis] * DEGREE[axis] / STEP);
    let arcs: Vec<Vec<[i32; 2]>> = file
        .arcs
        .iter()
        .map(|arc| {
            let mut at = [0i64; 2];
            let on_grid = |step: &[i64; 2]| {
                at = [0, 1].map(|axis| at[axis] + step[axis]);
                #[expect(clippy::cast_possible_truncation, reason = "some hundred thousand grid lines")]
                [0, 1].map(|axis| (at[axis] as f64 * grid_units[axis]).round() as i32)
            };
            arc.iter().map(on_grid).collect()
        })
        .collect();
    let ring = |refs: &Vec<i64>| -> Vec<[i32; 2]> {
        let mut ring = Vec::new();
        for arc in refs {
            let points = &arcs[usize::try_from(if *arc < 0 { !arc } else { *arc }).expect("an arc")];
            if *arc < 0 { ring.extend(points.iter().rev()) } else { ring.extend(points) }
        }
        ring
    };
    let mut geometries = file.objects.into_values().next().expect("an object").geometries;
    geometries.sort_by(|a, b| a.properties.code.cmp(&b.properties.code));
    let areas = geometries.into_iter().map(|geometry| {
        let polygons = match geometry.shape {
            Shape::Polygon { arcs } => vec![arcs],
            Shape::MultiPolygon { arcs } => arcs,
        };
        polygons.iter().map(|polygon| polygon.iter().map(&ring).collect()).collect()
    });
    Some((Grid { origin: [0.0, 0.0], step: STEP }, areas.collect()))
}

/// What is read of the file.
#[derive(Deserialize)]
struct File {
    transform: Transform,
    arcs: Vec<Vec<[i64; 2]>>,
    objects: BTreeMap<String, Collection>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(flatten)]
    shape: Shape,
    properties: Properties,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Shape {
    Polygon { arcs: Vec<Vec<i64>> },
    MultiPolygon { arcs: Vec<Vec<Vec<i64>>> },
}

#[derive(Deserialize)]
struct Properties {
    #[serde(rename = "LSOA11CD")]
    code: String,
}
