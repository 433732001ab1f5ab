//! A GeoJSON file of a topology (RFC 7946): WGS 84, outer rings anticlockwise, six decimals.

use super::error::BoundaryError;
use super::lonlat::{Described, arcs_in_lonlat, push_degrees};
use crate::geo::topology::Topology;
use geojson::JsonValue;

/// The text of a FeatureCollection with a feature a line, in the order of the areas; an area without borders has the
/// geometry `null`. `file` is the name that errors use.
///
/// # Errors
/// When there is not one description for each area, or a point lies where the projection has no answer.
pub fn geojson_text(topology: &Topology, areas: &[Described], file: &str) -> Result<String, BoundaryError> {
    let arcs = arcs_in_lonlat(topology, areas, file)?;
    let around = topology.arcs_of_areas();
    let mut text = String::from("{\"type\":\"FeatureCollection\",\"features\":[\n");
    for (area, described) in areas.iter().enumerate() {
        if area > 0 {
            text.push_str(",\n");
        }
        let id = JsonValue::from(described.code.as_str());
        let properties = JsonValue::from(described.properties.clone());
        text.push_str(&format!(
            "{{\"type\":\"Feature\",\"id\":{id},\"properties\":{properties},\"geometry\":"
        ));
        let ring = |run: &Vec<(u32, bool)>| points_along(&arcs, run);
        let parts: Vec<Vec<Vec<[i64; 2]>>> = topology
            .arc_rings(&around, area)
            .iter()
            .map(|part| std::iter::once(&part.shell).chain(&part.holes).map(ring).collect())
            .collect();
        push_geometry(&mut text, &parts);
        text.push('}');
    }
    text.push_str("\n]}\n");
    Ok(text)
}

fn points_along(arcs: &[Vec<[i64; 2]>], run: &[(u32, bool)]) -> Vec<[i64; 2]> {
    let mut ring: Vec<[i64; 2]> = Vec::new();
    for (arc, forwards) in run {
        let points = &arcs[*arc as usize];
        let skip = usize::from(!ring.is_empty());
        if *forwards {
            ring.extend(points.iter().skip(skip));
        } else {
            ring.extend(points.iter().rev().skip(skip));
        }
    }
    ring
}

fn push_geometry(text: &mut String, parts: &[Vec<Vec<[i64; 2]>>]) {
    match parts {
        [] => text.push_str("null"),
        [one] => {
            text.push_str("{\"type\":\"Polygon\",\"coordinates\":");
            push_polygon(text, one);
            text.push('}');
        }
        several => {
            text.push_str("{\"type\":\"MultiPolygon\",\"coordinates\":");
            push_list(text, several, |text, polygon| push_polygon(text, polygon));
            text.push('}');
        }
    }
}

fn push_polygon(text: &mut String, rings: &[Vec<[i64; 2]>]) {
    push_list(text, rings, |text, ring| {
        push_list(text, ring, |text, [lon, lat]| {
            text.push('[');
            push_degrees(text, *lon);
            text.push(',');
            push_degrees(text, *lat);
            text.push(']');
        });
    });
}

fn push_list<T>(text: &mut String, items: &[T], push: impl Fn(&mut String, &T)) {
    text.push('[');
    for (nth, item) in items.iter().enumerate() {
        if nth > 0 {
            text.push(',');
        }
        push(text, item);
    }
    text.push(']');
}
