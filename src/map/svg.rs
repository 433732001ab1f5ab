//! The map as seen, as SVG elements with live text: for files, which carry their own colours.
//!
//! Areas of one ink become one path: 6,160 areas in five classes are five paths, and no hairline of the ground shows
//! between neighbours of the same class.

use super::choropleth::{Ink, LineColors, Rgba};
use super::inset::Inset;
use super::labels::Candidate;
use super::overlay::{Outline, escape, path};
use super::picture::strokes;
use super::scene::Scene;
use crate::geo::lines::Kind;
use crate::geo::topology::OUTSIDE;
use crate::geo::viewport::Viewport;
use crate::model::Absence;
use std::fmt::Write;

/// A map as a reader sees it.
pub struct SeenMap<'a> {
    /// The borders.
    pub scene: &'a Scene,
    /// One ink an area.
    pub inks: &'a [Ink],
    /// Colours of the borders.
    pub lines: LineColors,
    /// Colour of outlines and names, and of the halo beside them.
    pub mark: Rgba,
    /// The halo's colour.
    pub halo: Rgba,
    /// Where the map is.
    pub view: Viewport,
    /// Width and height, CSS pixels.
    pub size: (f64, f64),
    /// Parts drawn larger.
    pub insets: &'a [Inset],
    /// Outlines of marked areas.
    pub outlines: &'a [Outline],
    /// Names in their places.
    pub names: &'a [Candidate],
}

/// The elements of a map whose upper left corner is the origin, and the patterns they refer to.
pub fn elements(map: &SeenMap<'_>) -> String {
    let mut svg = String::from("<defs>");
    for reason in Absence::ALL {
        if let Some(ink) =
            map.inks.iter().find(|ink| matches!(ink, Ink::Absent { reason: own, .. } if *own == reason))
        {
            svg.push_str(&pattern(*ink));
        }
    }
    svg.push_str("</defs>");
    part(map, &map.view, map.size, &mut svg);
    for inset in map.insets {
        let [left, top, width, height] = inset.frame;
        let _ = write!(svg, r#"<svg x="{left}" y="{top}" width="{width}" height="{height}">"#);
        part(map, &inset.view.panned([-left, -top]), (width, height), &mut svg);
        let outer = hex(map.lines.outer);
        let _ =
            write!(svg, r#"<rect width="{width}" height="{height}" fill="none" stroke="{outer}"/></svg>"#);
    }
    let (mark, halo) = (hex(map.mark), hex(map.halo));
    let _ = write!(
        svg,
        r#"<g fill="{mark}" stroke="{halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke" font-size="12.5" font-weight="600" text-anchor="middle" dominant-baseline="central">"#
    );
    for name in map.names {
        let [x, y] = name.at;
        let _ = write!(svg, r#"<text x="{x:.1}" y="{y:.1}">"#);
        escape(&name.text, &mut svg);
        svg.push_str("</text>");
    }
    svg.push_str("</g>");
    svg
}

/// How a swatch of an ink is filled.
pub fn fill(ink: Ink) -> String {
    match ink {
        Ink::Solid(color) => hex(color),
        Ink::Absent { reason, .. } => format!("url(#{})", reason.letter()),
    }
}

/// A colour as SVG writes it.
pub fn hex([r, g, b, _]: Rgba) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn part(map: &SeenMap<'_>, view: &Viewport, size: (f64, f64), svg: &mut String) {
    let frame = [0.0, 0.0, size.0, size.1];
    fills(map, view, frame, svg);
    for stroke in strokes(map.scene, view) {
        let path = path(map.scene, stroke.arcs, view, frame);
        if path.is_empty() || stroke.width < 0.05 {
            continue;
        }
        let color = hex(if stroke.kind == Kind::Outer { map.lines.outer } else { map.lines.between });
        let _ = write!(
            svg,
            r#"<path fill="none" stroke="{color}" stroke-width="{:.2}" stroke-opacity="{}" stroke-linejoin="round" d="{path}"/>"#,
            stroke.width, stroke.opacity
        );
    }
    for outline in map.outlines {
        let path = path(map.scene, &outline.arcs, view, frame);
        let width = if outline.is_chosen { 2.4 } else { 1.6 };
        for (color, width) in [(map.halo, width + 2.4), (map.mark, width)] {
            let color = hex(color);
            let _ = write!(svg, r#"<path fill="none" stroke="{color}" stroke-width="{width}" d="{path}"/>"#);
        }
    }
}

/// One path for each ink, of the areas that reach into the frame.
fn fills(map: &SeenMap<'_>, view: &Viewport, [_, _, width, height]: [f64; 4], svg: &mut String) {
    let seen = view.visible(width, height);
    let mut inks: Vec<Ink> = Vec::new();
    let around = map.scene.topology.area_bounds();
    let of_area = |(area, around): (usize, &crate::geo::grid::Bounds)| {
        let ink = map.inks.get(area).filter(|ink| !matches!(ink, Ink::Solid([_, _, _, 0])));
        let Some(ink) = ink.filter(|_| around.intersects(&seen)) else { return OUTSIDE };
        let place = inks.iter().position(|own| own == ink).unwrap_or_else(|| {
            inks.push(*ink);
            inks.len() - 1
        });
        u32::try_from(place).unwrap_or(OUTSIDE)
    };
    let of: Vec<u32> = around.iter().enumerate().map(of_area).collect();
    let Ok(dissolved) = map.scene.topology.dissolved(&of, inks.len()) else { return };
    let arcs = dissolved.arcs_of_areas();
    let grid = dissolved.grid();
    for (place, ink) in inks.iter().enumerate() {
        let mut d = String::new();
        for shape in dissolved.rings(&arcs, place) {
            for ring in std::iter::once(&shape.shell).chain(&shape.holes) {
                let points = ring.iter().map(|point| view.screen_from_world(grid.world_from_grid(*point)));
                push_ring(points, [width, height], &mut d);
            }
        }
        let color = fill(*ink);
        let _ = write!(
            svg,
            r#"<path fill="{color}" stroke="{color}" stroke-width=".3" fill-rule="evenodd" d="{d}"/>"#
        );
    }
}

/// A ring with as many points as can be seen; nothing for one outside the frame.
fn push_ring(points: impl Iterator<Item = [f64; 2]> + Clone, [width, height]: [f64; 2], d: &mut String) {
    let [mut low, mut high] = [[f64::INFINITY; 2], [f64::NEG_INFINITY; 2]];
    for point in points.clone() {
        for axis in 0..2 {
            low[axis] = low[axis].min(point[axis]);
            high[axis] = high[axis].max(point[axis]);
        }
    }
    if high[0] < 0.0 || high[1] < 0.0 || low[0] > width || low[1] > height {
        return;
    }
    let mut before = [f64::INFINITY; 2];
    let mut is_first = true;
    for [x, y] in points {
        if is_first || (x - before[0]).abs() + (y - before[1]).abs() > 0.35 {
            let _ = write!(d, "{}{x:.1} {y:.1}", if is_first { 'M' } else { 'L' });
            before = [x, y];
            is_first = false;
        }
    }
    d.push('Z');
}

/// The pattern of an absence, by its letter.
fn pattern(ink: Ink) -> String {
    let Ink::Absent { reason, mark, ground } = ink else { return String::new() };
    let (id, mark, ground) = (reason.letter(), hex(mark), hex(ground));
    let (size, drawn) = match reason {
        Absence::Suppressed => (6, format!(r#"<path d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5" stroke="{mark}"/>"#)),
        Absence::Missing => (5, format!(r#"<rect width="1.5" height="1.5" fill="{mark}"/>"#)),
        Absence::NotApplicable => (6, format!(r#"<rect width="6" height="1" fill="{mark}"/>"#)),
    };
    format!(
        r#"<pattern id="{id}" width="{size}" height="{size}" patternUnits="userSpaceOnUse"><rect width="{size}" height="{size}" fill="{ground}"/>{drawn}</pattern>"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::grid::Grid;
    use crate::geo::topology::Topology;

    #[test]
    fn areas_of_one_ink_are_one_path_and_names_are_text() {
        let square =
            |left: i32| vec![vec![vec![[left, 0], [left + 10, 0], [left + 10, 10], [left, 10], [left, 0]]]];
        let grid = Grid { origin: [0.0, 0.0], step: 1.0 };
        let topology = Topology::from_polygons(grid, &[0, 10, 20, 900].map(square)).unwrap();
        let scene = Scene::new(topology, Vec::new());
        let [red, blue] = [Ink::Solid([200, 0, 0, 255]), Ink::Solid([0, 0, 200, 255])];
        let absent = Ink::Absent { reason: Absence::Missing, mark: [9, 9, 9, 255], ground: [8, 8, 8, 255] };
        let names = [Candidate { text: "Å & Ö".into(), at: [20.0, 20.0], weight: 1, width: 30.0 }];
        let map = SeenMap {
            scene: &scene,
            inks: &[red, red, absent, blue],
            lines: LineColors { between: [255; 4], outer: [0, 0, 0, 255] },
            mark: [0, 0, 0, 255],
            halo: [255; 4],
            view: Viewport { k: 2.0, tx: 5.0, ty: 40.0 },
            size: (100.0, 80.0),
            insets: &[],
            outlines: &[],
            names: &names,
        };
        let svg = elements(&map);
        assert_eq!(svg.matches(r##"fill="#c80000""##).count(), 1, "two neighbours of one class: {svg}");
        assert!(svg.contains(r#"<pattern id="m""#) && svg.contains(r#"fill="url(#m)""#));
        assert!(!svg.contains("#0000c8"), "an area out of view is left out");
        assert!(svg.contains("Å &amp; Ö</text>"));
        // The two red squares together: the border between them is not in the path.
        let d = svg.split(r##"fill="#c80000""##).nth(1).unwrap().split(r#"d=""#).nth(1).unwrap();
        assert!(d.starts_with('M') && !d.split('"').next().unwrap().contains("25.0 30.0"), "{d}");
    }
}
