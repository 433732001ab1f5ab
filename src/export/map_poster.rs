//! The map as a file: title above it, legend beside or below it, source and edition under it.

use super::Credit;
use super::check_code::{CheckCode, CodeOf};
use crate::charts::Weight;
use crate::charts::frame::wrapped;
use crate::charts::svg::escaped;
use crate::i18n::text::text;
use crate::map::choropleth::Ink;
use crate::map::svg::{SeenMap, elements, fill, hex};
use std::fmt::Write;

/// A row of the legend: the ink, what it means, and how many areas have it.
pub struct LegendRow {
    /// The ink.
    pub ink: Ink,
    /// Limits of the class, or why there is no value.
    pub meaning: String,
    /// Number of areas.
    pub count: usize,
}

/// A map with the words around it.
pub struct MapPoster<'a> {
    /// The map.
    pub map: &'a SeenMap<'a>,
    /// What the colours are.
    pub legend_title: &'a str,
    /// The classes from the lowest, then the absences.
    pub legend: &'a [LegendRow],
    /// What the file says of itself.
    pub credit: &'a Credit,
    /// Makes the code that leads to its check.
    pub code: Option<CodeOf>,
    /// Behind everything.
    pub ground: [u8; 4],
}

const EDGE: f64 = 20.0;
const LEGEND: f64 = 210.0;
const ROW: f64 = 22.0;

/// The file and its width and height. Text stays text; what it is and comes from stands in it as words too.
pub fn map_svg(poster: &MapPoster<'_>) -> (String, [f64; 2]) {
    let MapPoster { map, credit, .. } = poster;
    let is_beside = map.size.0 >= 420.0;
    let width = map.size.0 + 2.0 * EDGE + if is_beside { LEGEND } else { 0.0 };
    let inner = width - 2.0 * EDGE;
    let mut body = String::new();
    let mut y = EDGE + 14.0;
    let lines = |body: &mut String, y: &mut f64, (text, room): (&str, f64), size: f64, weight: Weight| {
        let strong = if weight == Weight::Semibold { 600 } else { 400 };
        for line in wrapped(text, size, weight, room) {
            let _ = write!(
                body,
                r#"<text x="{EDGE}" y="{y:.1}" font-size="{size}" font-weight="{strong}">{}</text>"#,
                escaped(&line)
            );
            *y += size * 1.35;
        }
    };
    lines(&mut body, &mut y, (&credit.title, inner), 19.0, Weight::Semibold);
    lines(&mut body, &mut y, (&credit.detail, inner), 13.0, Weight::Regular);
    let top = y;
    let _ = write!(body, r#"<svg x="{EDGE}" y="{top:.1}" width="{}" height="{}">"#, map.size.0, map.size.1);
    body.push_str(&elements(map));
    if let Some(warning) = &credit.warning {
        let (x, y) = (map.size.0 / 2.0, map.size.1 / 2.0);
        let _ = write!(
            body,
            r#"<text x="{x:.0}" y="{y:.0}" text-anchor="middle" font-size="22" font-weight="600" opacity=".45" transform="rotate(-24 {x:.0} {y:.0})">{}</text>"#,
            escaped(warning)
        );
    }
    body.push_str("</svg>");
    y += map.size.1;
    let n_rows = poster.legend.len() as f64 + 1.0;
    let (left, from) =
        if is_beside { (EDGE + map.size.0 + 16.0, y - n_rows * ROW - 6.0) } else { (EDGE, y + ROW) };
    legend(poster, left, from, &mut body);
    if !is_beside {
        y = from + n_rows * ROW;
    }
    y += 26.0;
    // The code stands beside the words below, where there is room for both.
    let code = poster
        .code
        .and_then(|of| of(&credit.address, &credit.edition))
        .filter(|code| inner - code.side() >= 240.0);
    let side = code.as_ref().map_or(0.0, CheckCode::side);
    let below = y - 12.0;
    let beside = if code.is_some() { inner - side - 16.0 } else { inner };
    for line in credit.lines() {
        let line = match line {
            ("", text) => text.to_owned(),
            (name, text) => format!("{name}: {text}"),
        };
        if line != credit.title && line != credit.detail {
            lines(&mut body, &mut y, (&line, beside), 12.5, Weight::Regular);
        }
    }
    if let Some(code) = &code {
        let words = text(credit.language).forms.check_code;
        lines(&mut body, &mut y, (words, beside), 12.5, Weight::Regular);
        body.push_str(&code.svg([width - EDGE - side, below]));
        y = y.max(below + side + 12.0);
    }
    let height = y + EDGE - 12.0;
    let (title, description) = (escaped(&credit.title), escaped(&credit.description));
    let ink = hex(map.mark);
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.1}" width="{width}" height="{height:.1}" role="img" aria-labelledby="t d" font-family="'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif" fill="{ink}"><title id="t">{title}</title><desc id="d">{description}</desc><rect width="100%" height="100%" fill="{}"/>{body}{}</svg>"#,
        hex(poster.ground),
        credit.metadata()
    );
    (svg, [width, height])
}

fn legend(poster: &MapPoster<'_>, left: f64, from: f64, svg: &mut String) {
    let _ = write!(
        svg,
        r#"<text x="{left}" y="{from:.1}" font-size="13" font-weight="600">{}</text>"#,
        escaped(poster.legend_title)
    );
    for (nth, row) in (0_u32..).zip(poster.legend) {
        let y = from + 8.0 + f64::from(nth) * ROW;
        let _ = write!(
            svg,
            r#"<rect x="{left}" y="{y:.1}" width="24" height="15" fill="{}" stroke="{}" stroke-width=".6"/><text x="{}" y="{:.1}" font-size="13">{}</text><text x="{}" y="{:.1}" font-size="13" text-anchor="end">{}</text>"#,
            fill(row.ink),
            hex(poster.map.lines.outer),
            left + 32.0,
            y + 12.0,
            escaped(&row.meaning),
            left + LEGEND - 20.0,
            y + 12.0,
            row.count
        );
    }
}
