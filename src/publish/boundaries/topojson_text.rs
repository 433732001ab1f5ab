//! A TopoJSON file of a topology (version 1.0.0 of its specification): WGS 84, every border once.
//!
//! Positions are whole millionths of a degree from the south-west corner, as differences from point to point. Outer
//! rings run clockwise, as D3 expects of polygons on a sphere; TopoJSON itself leaves that open.

use super::error::BoundaryError;
use super::lonlat::{Described, PER_DEGREE, arcs_in_lonlat};
use crate::geo::rings::ArcPart;
use crate::geo::topology::Topology;
use geojson::JsonValue;
use serde_json::json;

/// The text of a Topology with one GeometryCollection, `object`, of the areas in their order; an area without borders
/// is a geometry of type `null`. `file` is the name that errors use.
///
/// # Errors
/// When there is not one description for each area, or a point lies where the projection has no answer.
pub fn topojson_text(
    topology: &Topology,
    areas: &[Described],
    object: &str,
    file: &str,
) -> Result<String, BoundaryError> {
    let arcs = arcs_in_lonlat(topology, areas, file)?;
    let all = || arcs.iter().flatten();
    let corner = |of: fn([i64; 2], [i64; 2]) -> [i64; 2]| all().copied().reduce(of).unwrap_or_default();
    let low = corner(|a, b| [a[0].min(b[0]), a[1].min(b[1])]);
    let high = corner(|a, b| [a[0].max(b[0]), a[1].max(b[1])]);
    let degrees = |p: [i64; 2]| p.map(|c| c as f64 / PER_DEGREE);
    let around = topology.arcs_of_areas();
    let geometries: Vec<JsonValue> = areas
        .iter()
        .enumerate()
        .map(|(area, described)| geometry(&topology.arc_rings(&around, area), described))
        .collect();
    let arcs: Vec<JsonValue> = arcs.iter().map(|points| differences(points, low)).collect();
    let [west, south] = degrees(low);
    let [east, north] = degrees(high);
    let step = 1.0 / PER_DEGREE;
    let file = json!({
        "type": "Topology",
        "bbox": [west, south, east, north],
        "transform": {"scale": [step, step], "translate": [west, south]},
        "objects": {object: {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": arcs,
    });
    Ok(format!("{file}\n"))
}

fn geometry(parts: &[ArcPart], described: &Described) -> JsonValue {
    let polygons: Vec<JsonValue> = parts
        .iter()
        .map(|part| std::iter::once(&part.shell).chain(&part.holes).map(|ring| clockwise(ring)).collect())
        .collect();
    let (kind, arcs) = match polygons.len() {
        0 => (JsonValue::Null, None),
        1 => (JsonValue::from("Polygon"), polygons.into_iter().next()),
        _ => (JsonValue::from("MultiPolygon"), Some(JsonValue::from(polygons))),
    };
    let mut geometry = json!({"type": kind, "id": described.code, "properties": described.properties});
    if let (Some(arcs), Some(members)) = (arcs, geometry.as_object_mut()) {
        members.insert("arcs".to_owned(), arcs);
    }
    geometry
}

/// The arcs of a ring the other way round: each as its index, or as −1 − index when walked backwards.
fn clockwise(ring: &[(u32, bool)]) -> JsonValue {
    let arc = |&(arc, forwards): &(u32, bool)| if forwards { !i64::from(arc) } else { i64::from(arc) };
    ring.iter().rev().map(arc).collect()
}

fn differences(points: &[[i64; 2]], from: [i64; 2]) -> JsonValue {
    let mut last = from;
    points
        .iter()
        .map(|p| {
            let step = [p[0] - last[0], p[1] - last[1]];
            last = *p;
            JsonValue::from(step.to_vec())
        })
        .collect()
}
