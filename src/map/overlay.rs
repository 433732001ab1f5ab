//! What lies above the picture: outlines of marked areas and names, as the inside of an SVG in CSS pixels. Colours are
//! the style sheet's, so that they follow light, dark and forced colours.

use super::inset::Inset;
use super::labels::Candidate;
use super::scene::Scene;
use crate::decimal::{plain, push_decimal};
use crate::geo::viewport::Viewport;
use std::fmt::Write;

/// An outline: the arcs around an area, and whether the reader chose it or only points at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The arcs.
    pub arcs: Vec<u32>,
    /// Whether the area is chosen.
    pub is_chosen: bool,
}

/// Points nearer than this to the one before are left out, CSS pixels.
const NEAR: f64 = 0.4;

/// Outlines in a view of some width and height and in its insets, each with a halo below it.
pub fn outlines(
    scene: &Scene,
    marked: &[Outline],
    view: &Viewport,
    size: (f64, f64),
    insets: &[Inset],
) -> String {
    let mut svg = String::new();
    if marked.is_empty() {
        return svg;
    }
    draw(scene, marked, view, [0.0, 0.0, size.0, size.1], &mut svg);
    for inset in insets {
        let [left, top, width, height] = inset.frame;
        let [x, y, w, h] = inset.frame.map(plain);
        let _ = write!(svg, r#"<svg x="{x}" y="{y}" width="{w}" height="{h}">"#);
        draw(scene, marked, &inset.view.panned([-left, -top]), [0.0, 0.0, width, height], &mut svg);
        svg.push_str("</svg>");
    }
    svg
}

/// Names, each in the middle of its place.
pub fn names(names: &[Candidate]) -> String {
    let mut svg = String::new();
    for name in names {
        let [x, y] = name.at;
        svg.push_str("<text x=\"");
        push_decimal(&mut svg, x, 1);
        svg.push_str("\" y=\"");
        push_decimal(&mut svg, y, 1);
        svg.push_str("\">");
        escape(&name.text, &mut svg);
        svg.push_str("</text>");
    }
    svg
}

/// Text between tags or within double quotes.
pub(super) fn escape(text: &str, svg: &mut String) {
    for character in text.chars() {
        match character {
            '&' => svg.push_str("&amp;"),
            '<' => svg.push_str("&lt;"),
            '>' => svg.push_str("&gt;"),
            '"' => svg.push_str("&quot;"),
            other => svg.push(other),
        }
    }
}

/// The path of arcs as far as they lie in a frame, CSS pixels with a tenth.
pub(super) fn path(scene: &Scene, arcs: &[u32], view: &Viewport, frame: [f64; 4]) -> String {
    let grid = scene.topology.grid();
    let screen = |point: [i32; 2]| view.screen_from_world(grid.world_from_grid(point));
    let mut path = String::new();
    for arc in arcs {
        let [west, south, east, north] = scene.topology.arc_box(*arc as usize);
        let ([left, top], [right, bottom]) = (screen([west, north]), screen([east, south]));
        let [from_x, from_y, to_x, to_y] = frame;
        if right < from_x - 9.0 || left > to_x + 9.0 || bottom < from_y - 9.0 || top > to_y + 9.0 {
            continue;
        }
        let points = scene.topology.arc(*arc as usize);
        let mut before = [f64::INFINITY; 2];
        for (nth, point) in points.iter().enumerate() {
            let [x, y] = screen(*point);
            let is_end = nth == 0 || nth + 1 == points.len();
            if is_end || (x - before[0]).abs() + (y - before[1]).abs() > NEAR {
                path.push(if nth == 0 { 'M' } else { 'L' });
                push_decimal(&mut path, x, 1);
                path.push(' ');
                push_decimal(&mut path, y, 1);
                before = [x, y];
            }
        }
    }
    path
}

fn draw(scene: &Scene, marked: &[Outline], view: &Viewport, frame: [f64; 4], svg: &mut String) {
    for outline in marked {
        let path = path(scene, &outline.arcs, view, frame);
        let kind = if outline.is_chosen { "chosen" } else { "hovered" };
        for class in ["halo", "mark"] {
            let _ = write!(svg, r#"<path class="map__{class} map__{class}--{kind}" d="{path}"/>"#);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::grid::Grid;
    use crate::geo::topology::Topology;

    fn scene() -> Scene {
        let square =
            |left: i32| vec![vec![vec![[left, 0], [left + 10, 0], [left + 10, 10], [left, 10], [left, 0]]]];
        let grid = Grid { origin: [0.0, 0.0], step: 1.0 };
        Scene::new(Topology::from_polygons(grid, &[square(0), square(10)]).unwrap(), Vec::new())
    }

    const VIEW: Viewport = Viewport { k: 2.0, tx: 5.0, ty: 30.0 };

    #[test]
    fn an_outline_goes_through_the_corners_of_its_area() {
        let scene = scene();
        let path = path(&scene, &scene.outline(|area| area == 1), &VIEW, [0.0, 0.0, 90.0, 90.0]);
        for corner in ["25.0 30.0", "45.0 30.0", "45.0 10.0", "25.0 10.0"] {
            assert!(path.contains(corner), "{corner} in {path}");
        }
        let elsewhere = [200.0, 200.0, 300.0, 300.0];
        assert_eq!(super::path(&scene, &scene.outline(|_| true), &VIEW, elsewhere), "");
    }

    #[test]
    fn a_marked_area_has_a_halo_and_stands_in_each_inset_that_shows_it() {
        let scene = scene();
        let marked = [Outline { arcs: scene.outline(|area| area == 0), is_chosen: true }];
        let inset = Inset { frame: [40.0, 40.0, 30.0, 30.0], view: VIEW.panned([40.0, 40.0]) };
        let svg = outlines(&scene, &marked, &VIEW, (90.0, 90.0), &[inset]);
        assert_eq!(svg.matches("map__halo--chosen").count(), 2);
        assert_eq!(svg.matches("<svg x=\"40\"").count(), 1);
        assert_eq!(outlines(&scene, &[], &VIEW, (90.0, 90.0), &[inset]), "");
    }

    #[test]
    fn names_are_text_and_never_markup() {
        let name = Candidate { text: "Å & <b>".into(), at: [10.0, 20.0], weight: 1, width: 9.0 };
        assert_eq!(names(&[name]), r#"<text x="10.0" y="20.0">Å &amp; &lt;b&gt;</text>"#);
    }
}
