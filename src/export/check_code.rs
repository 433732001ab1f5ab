//! The square code in a picture's corner: it leads to the page where the figure is checked, also from paper.

use super::Credit;
use super::provenance::Provenance;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// Pixels a module, the smallest square of the code.
const MODULE: f64 = 2.0;

/// Modules left white around it, as readers need them.
const QUIET: i32 = 4;

/// A code that can be drawn, always black on white.
pub struct CheckCode {
    code: QrCode,
}

impl CheckCode {
    /// The code of a figure; none where its address names no site, or is too long for a code of this kind.
    pub fn of(credit: &Credit) -> Option<Self> {
        let of = Provenance { address: credit.address.clone(), edition: credit.edition.clone() };
        let code = QrCode::encode_text(&of.check_address()?, QrCodeEcc::Medium).ok()?;
        Some(Self { code })
    }

    /// Its side with the white around it, pixels.
    pub fn side(&self) -> f64 {
        MODULE * f64::from(self.code.size() + 2 * QUIET)
    }

    /// The black boxes as left, top, width and height in pixels from the corner of the white.
    pub fn boxes(&self) -> Vec<[f64; 4]> {
        let size = self.code.size();
        let mut boxes = Vec::new();
        for y in 0..size {
            let mut x = 0;
            while x < size {
                let from = x;
                while x < size && self.code.get_module(x, y) {
                    x += 1;
                }
                if x > from {
                    let pixels =
                        [from + QUIET, y + QUIET, x - from, 1].map(|modules| MODULE * f64::from(modules));
                    boxes.push(pixels);
                }
                x += 1;
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
