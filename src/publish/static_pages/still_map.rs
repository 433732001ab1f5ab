//! A map drawn beforehand, for frames: areas, borders and the marked area, in the colours of the page's style sheet, so
//! that it is light or dark as the page around it.

use crate::color::{Ground, Rgb, Role, absence_mark, class_colors};
use crate::components::map_figure::inks;
use crate::components::site::StillMap;
use crate::map::choropleth::rgba;
use crate::map::overlay::Outline;
use crate::map::svg::{SeenMap, elements, hex};
use crate::markup::{Markup, el};
use crate::model::Absence;

/// Width and height that the drawing is made for, CSS pixels.
const SIZE: (f64, f64) = (420.0, 560.0);

/// The map; with a county, that county and what is around it.
pub(super) fn still_map(of: &StillMap<'_>) -> Markup {
    let StillMap { base, drawing, scale, n_classes, marked, name } = *of;
    let Some(inks) = inks(base, drawing) else { return Markup::Nothing };
    let scene = &base.scene;
    let view = match marked {
        Some(code) => scene.around(&scene.bounds_of(base.belongs(code)), SIZE.0, SIZE.1),
        None => scene.whole(SIZE.0, SIZE.1),
    };
    let outlines: Vec<Outline> = marked
        .map(|code| Outline { arcs: scene.outline(base.belongs(code)), is_chosen: true })
        .into_iter()
        .collect();
    let map = SeenMap {
        scene,
        inks: &inks,
        lines: drawing.lines,
        mark: rgba(Role::Ink.color(Ground::Light)),
        halo: rgba(Role::Ground.color(Ground::Light)),
        view,
        size: SIZE,
        insets: &[],
        outlines: &outlines,
        names: &[],
    };
    let svg = el("svg")
        .class("map__still")
        .attr("viewBox", format!("0 0 {} {}", SIZE.0, SIZE.1))
        .attr("role", "img")
        .attr("aria-label", name.to_owned())
        .attr("data-scale", scale.id())
        .attr("data-classes", n_classes.to_string())
        .html(in_tokens(&elements(&map), &class_colors(scale, n_classes, Ground::Light)));
    el("div").class("map").with(svg).into()
}

/// The same drawing with the names of colours instead of those of a light page.
fn in_tokens(svg: &str, classes: &[Rgb]) -> String {
    let classes = (1..).zip(classes).map(|(nth, color)| (*color, format!("class-{nth}")));
    let roles = Role::ALL.map(|role| (role.color(Ground::Light), role.token().to_owned()));
    let absences = Absence::ALL.into_iter().flat_map(|reason| {
        let mark = absence_mark(reason.letter(), Ground::Light);
        let name = match reason {
            Absence::Suppressed => "suppressed",
            Absence::Missing => "missing",
            Absence::NotApplicable => "not-applicable",
        };
        [(mark.fill, name.to_owned()), (mark.stroke, format!("{name}-mark"))]
    });
    let mut svg = svg.to_owned();
    for (color, token) in classes.chain(roles).chain(absences) {
        svg = svg.replace(&format!("\"{}\"", hex(rgba(color))), &format!("\"var(--{token})\""));
    }
    svg
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Scale;

    #[test]
    fn no_color_of_a_light_page_is_left() {
        let classes = class_colors(Scale::Petrol, 5, Ground::Light);
        let colors = classes.iter().copied().chain(Role::ALL.map(|role| role.color(Ground::Light)));
        let svg: String = colors.map(|color| format!("<path fill=\"{}\"/>", hex(rgba(color)))).collect();
        let named = in_tokens(&svg, &classes);
        assert!(
            !named.contains('#') && named.contains("var(--class-5)") && named.contains("var(--figure-axis)")
        );
    }
}
