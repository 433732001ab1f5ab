//! Pictures as SVG: classes instead of colors, live text, fractions of a pixel, no style attributes.
//!
//! Marks that follow each other with the same look become one path, and filled dots become strokes of no length with
//! round ends: a beeswarm of 290 dots is one element.

use super::painter::{Align, TENTHS};
use super::style_sheet::embedded_rules;
use super::surface::{Area, Look, Surface, TextLook, area_on};
use super::{Size, Token};
use crate::color::{Ground, Scale, class_colors};
use crate::decimal::decimal;
use plotters_backend::{BackendColor, BackendCoord};
use std::fmt::Write;

/// How a picture is named to those who do not see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming<'a> {
    /// By a title and a description of its own. `id` must be unlike every other id of the page.
    Titled {
        /// Prefix of the two elements' ids.
        id: &'a str,
        /// A short name.
        title: &'a str,
        /// The text alternative.
        description: &'a str,
    },
    /// By an element elsewhere on the page.
    LabelledBy(&'a str),
    /// Not at all: all it says stands beside it.
    Hidden,
}

/// Where the classes get their colors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Styling {
    /// From the page's style sheet, which has [`super::style_sheet`].
    Page,
    /// From a style sheet inside the picture, with the colors of a ground: for files.
    Embedded(Ground),
    /// The same with the colors of so many classes of a scale.
    EmbeddedWithClasses(Ground, Scale, usize),
}

/// Writes a picture. `draw` gets an area whose coordinates are tenths of a pixel.
pub fn document<E>(
    size: Size,
    naming: Naming<'_>,
    styling: Styling,
    draw: impl FnOnce(&Area<'_>) -> Result<(), E>,
) -> Result<String, E> {
    let mut svg = String::with_capacity(4096);
    let (width, height) = (shortest(size.width), shortest(size.height));
    let _ = write!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {width} {height}" width="{width}" height="{height}" "#
    );
    match naming {
        Naming::Titled { id, title, description } => {
            let (id, title, description) = (escaped(id), escaped(title), escaped(description));
            let _ = write!(
                svg,
                r#"role="img" aria-labelledby="{id}-title" aria-describedby="{id}-desc"><title id="{id}-title">{title}</title><desc id="{id}-desc">{description}</desc>"#
            );
        }
        Naming::LabelledBy(id) => {
            let _ = write!(svg, r#"role="img" aria-labelledby="{}">"#, escaped(id));
        }
        Naming::Hidden => svg.push_str(r#"aria-hidden="true" focusable="false">"#),
    }
    let embedded = match styling {
        Styling::Page => None,
        Styling::Embedded(ground) => Some(embedded_rules(ground, &[])),
        Styling::EmbeddedWithClasses(ground, scale, n) => {
            Some(embedded_rules(ground, &class_colors(scale, n, ground)))
        }
    };
    if let Some(rules) = embedded {
        let _ = write!(svg, "<style>{rules}</style>");
        let _ = write!(svg, r#"<rect class="fill figure-ground" width="{width}" height="{height}"/>"#);
    }
    let mut surface = SvgSurface { svg: &mut svg, batch: None };
    draw(&area_on(&mut surface, size))?;
    surface.flush();
    svg.push_str("</svg>");
    Ok(svg)
}

/// Marks appended to a text.
struct SvgSurface<'a> {
    svg: &'a mut String,
    batch: Option<Batch>,
}

/// Marks of one look that wait to be written as one path.
struct Batch {
    look: Look,
    path: String,
}

impl SvgSurface<'_> {
    /// The path of marks with this look, empty or begun.
    fn path(&mut self, look: Look) -> &mut String {
        if self.batch.as_ref().is_none_or(|batch| batch.look != look) {
            self.flush();
        }
        &mut self.batch.get_or_insert_with(|| Batch { look, path: String::new() }).path
    }

    fn flush(&mut self) {
        let Some(Batch { look, path }) = self.batch.take() else { return };
        let token = Token::from_reserved(BackendColor { rgb: look.rgb, alpha: look.opacity });
        self.svg.push_str("<path");
        let paint = if look.stroke.is_some() { "stroke" } else { "fill" };
        match token {
            Some(token) => {
                let _ = write!(self.svg, r#" class="{paint} {}""#, token.class());
            }
            // A color of the picture's own: presentation attributes, which are not style attributes.
            None => {
                let (r, g, b) = look.rgb;
                let other = if look.stroke.is_some() { r#" fill="none""# } else { "" };
                let _ = write!(self.svg, r##" {paint}="#{r:02X}{g:02X}{b:02X}"{other}"##);
            }
        }
        if let Some(width) = look.stroke {
            let _ = write!(self.svg, r#" stroke-width="{}""#, pixels(i64::from(width)));
            if let Some([dash, gap]) = look.dash() {
                let _ = write!(self.svg, r#" stroke-dasharray="{dash} {gap}""#);
            }
        }
        if look.opacity < 1.0 {
            let _ = write!(self.svg, r#" {paint}-opacity="{}""#, shortest(look.opacity));
        }
        let _ = write!(self.svg, r#" d="{path}"/>"#);
    }
}

impl Surface for SvgSurface<'_> {
    fn polyline(&mut self, look: Look, points: &[BackendCoord], close: bool) {
        let path = self.path(look);
        let mut previous: Option<BackendCoord> = None;
        for &(x, y) in points {
            let _ = match previous {
                None => write!(path, "M{} {}", pixels(x), pixels(y)),
                Some((_, same)) if same == y => write!(path, "H{}", pixels(x)),
                Some((same, _)) if same == x => write!(path, "V{}", pixels(y)),
                Some(_) => write!(path, "L{} {}", pixels(x), pixels(y)),
            };
            previous = Some((x, y));
        }
        if close {
            path.push('Z');
        }
    }

    fn dot(&mut self, look: Look, (x, y): BackendCoord) {
        let _ = write!(self.path(look), "M{} {}h0", pixels(x), pixels(y));
    }

    fn ring(&mut self, look: Look, (x, y): BackendCoord, radius: u32) {
        let (r, left) = (pixels(i64::from(radius)), pixels(i64::from(x) - i64::from(radius)));
        let across = pixels(2 * i64::from(radius));
        let _ = write!(
            self.path(look),
            "M{left} {}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0",
            pixels(y)
        );
    }

    fn text(&mut self, text: &str, look: TextLook, (x, y): BackendCoord) {
        self.flush();
        // Half the height of capitals (0.66 of the size) below the middle.
        let baseline = f64::from(y) / TENTHS + 0.33 * look.size;
        let halo = if look.has_halo() { "halo " } else { "" };
        let class = look.token.map_or_else(String::new, Token::class);
        let strong = if look.strong { " strong" } else { "" };
        let _ = write!(
            self.svg,
            r#"<text class="{halo}{class}{strong}" x="{}" y="{}" font-size="{}""#,
            pixels(x),
            shortest(baseline),
            shortest(look.size)
        );
        match look.align {
            Align::Start => {}
            Align::Middle => self.svg.push_str(r#" text-anchor="middle""#),
            Align::End => self.svg.push_str(r#" text-anchor="end""#),
        }
        if look.opacity < 1.0 {
            let _ = write!(self.svg, r#" opacity="{}""#, shortest(look.opacity));
        }
        let _ = write!(self.svg, ">{}</text>", escaped(text));
    }
}

/// Tenths as pixels, without a needless fraction.
fn pixels(tenths: impl Into<i64>) -> String {
    let tenths: i64 = tenths.into();
    let (whole, tenth) = (tenths.abs() / 10, tenths.abs() % 10);
    let sign = if tenths < 0 { "-" } else { "" };
    if tenth == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{tenth}") }
}

/// At most two decimals, without needless zeros.
fn shortest(number: f64) -> String {
    let text = decimal(number, 2);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Text for element content and attribute values. Control characters, which XML cannot hold, are dropped.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            control if control.is_control() || matches!(control, '\u{FFFE}' | '\u{FFFF}') => {}
            plain => safe.push(plain),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::{Painter, Point, TextPen};

    #[test]
    fn marks_of_one_look_become_one_path_and_text_is_escaped() {
        let size = Size { width: 100.0, height: 50.5 };
        let naming = Naming::Titled { id: "a", title: "A & B", description: "\"<x>\"" };
        let svg = document(size, naming, Styling::Page, |area| {
            let painter = Painter::new(area);
            let at = |x, y| Point { x, y };
            painter.line(&[at(0.0, 0.0), at(10.0, 0.0), at(10.26, 5.0)], Token::Series(0), 2.5)?;
            painter.line(&[at(20.0, 1.0), at(20.0, 2.0)], Token::Series(0), 2.5)?;
            painter.dot(at(5.0, 5.0), 3.0, Token::Nation)?;
            painter.text("a<b", at(1.0, 10.0), TextPen::new(Token::INK, 10.0).strong())
        })
        .unwrap();
        assert_eq!(
            svg,
            concat!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 100 50.5" width="100" height="50.5" "#,
                r#"role="img" aria-labelledby="a-title" aria-describedby="a-desc"><title id="a-title">A &amp; B</title>"#,
                r#"<desc id="a-desc">&quot;&lt;x&gt;&quot;</desc>"#,
                r#"<path class="stroke series-1" stroke-width="2.5" d="M0 0H10L10.3 5M20 1V2"/>"#,
                r#"<path class="stroke nation" stroke-width="6" d="M5 5h0"/>"#,
                r#"<text class="halo figure-ink strong" x="1" y="13.3" font-size="10">a&lt;b</text></svg>"#,
            )
        );
    }
}
