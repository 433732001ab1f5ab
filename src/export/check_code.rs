//! The square code in a picture's corner: it leads to the page where the figure is checked, also from paper.

use super::provenance::Provenance;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// Pixels a module, the smallest square of the code.
const MODULE: f64 = 2.0;

/// Modules left white around it, as readers need them.
const QUIET: i32 = 4;

/// A code that can be drawn, always black on white.
pub struct CheckCode {
    /// Modules a side.
    size: i32,
    /// Whether each module is black, row by row.
    is_black: Vec<bool>,
}

/// Makes the code of a figure from its address and edition; a program that makes none is smaller by what it takes.
pub type CodeOf = fn(&str, &str) -> Option<CheckCode>;

impl CheckCode {
    /// The code of a figure; none where its address names no site, or is too long for a code of this kind.
    pub fn of(address: &str, edition: &str) -> Option<Self> {
        let of = Provenance { address: address.to_owned(), edition: edition.to_owned() };
        Self::leading_to(&of.check_address()?)
    }

    /// The code that leads to an address; none where that is too long.
    pub fn leading_to(address: &str) -> Option<Self> {
        let code = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
        let size = code.size();
        let row = |y: i32| (0..size).map(move |x| (x, y));
        let is_black = (0..size).flat_map(row).map(|(x, y)| code.get_module(x, y)).collect();
        Some(Self { size, is_black })
    }

    /// Its side with the white around it, pixels.
    pub fn side(&self) -> f64 {
        MODULE * f64::from(self.size + 2 * QUIET)
    }

    /// The black boxes as left, top, width and height in pixels from the corner of the white.
    pub fn boxes(&self) -> Vec<[f64; 4]> {
        let mut boxes = Vec::new();
        let rows = self.is_black.chunks(usize::try_from(self.size).unwrap_or(1));
        for (y, row) in (0..).zip(rows) {
            let mut x = 0;
            for run in row.chunk_by(|a, b| a == b) {
                let from = x;
                x += i32::try_from(run.len()).unwrap_or(0);
                if run[0] {
                    let pixels =
                        [from + QUIET, y + QUIET, x - from, 1].map(|modules| MODULE * f64::from(modules));
                    boxes.push(pixels);
                }
            }
        }
        boxes
    }

    /// The code as elements of an SVG, its corner at a place in pixels.
    pub fn svg(&self, [left, top]: [f64; 2]) -> String {
        let side = self.side();
        let mut svg = format!(
            r##"<g transform="translate({left:.1} {top:.1})"><rect width="{side}" height="{side}" fill="#fff"/><path fill="#000" d=""##
        );
        for [x, y, width, height] in self.boxes() {
            let _ = write!(svg, "M{x} {y}h{width}v{height}h-{width}z");
        }
        svg.push_str(r#""/></g>"#);
        svg
    }
}
