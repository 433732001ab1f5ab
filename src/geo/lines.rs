//! Borders as pixels: how strongly a line covers each pixel.
//!
//! Strokes of the browser's canvas cost ten times what the areas' pixels cost, and most of it for lines that lie in one
//! pixel anyway. Here a line is walked once, pixel by pixel along its longer axis; where lines meet, the stronger one
//! holds, so that a junction is no darker than its arms.

use super::raster::Place;
use super::topology::Topology;
use super::viewport::Viewport;
use std::ops::Range;

/// The two kinds of lines that a picture has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Between areas.
    Between,
    /// Between an area and the outside. It lies over the other kind.
    Outer,
}

/// The strongest that a line can cover a pixel.
pub const FULL: u8 = 127;

/// Added to the strength of outer lines.
const OUTER: u8 = 128;

/// How strongly each pixel is covered by which kind of line; rows from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineBuffer {
    width: u32,
    height: u32,
    cover: Vec<u8>,
}

/// How a line is drawn, pixels of the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pen {
    /// Which kind of line.
    pub kind: Kind,
    /// Its width.
    pub width: f64,
    /// How much of what is below it hides, 0–1.
    pub opacity: f64,
}

impl LineBuffer {
    /// A picture without lines.
    pub fn new(width: u32, height: u32) -> Self {
        Self { width, height, cover: vec![0; width as usize * height as usize] }
    }

    /// Pixels in a row.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// What covers each pixel, row by row; [`kind_and_strength`] reads it.
    pub fn cover(&self) -> &[u8] {
        &self.cover
    }

    /// Takes all lines out of some rows.
    pub fn clear(&mut self, rows: Range<u32>) {
        let width = self.width as usize;
        let rows = rows.start.min(self.height) as usize..rows.end.min(self.height) as usize;
        self.cover[rows.start * width..rows.end * width].fill(0);
    }

    /// Puts another picture over a part of this one, its upper left pixel at `(left, top)`. What reaches beyond the edge
    /// is cut off.
    pub fn lay(&mut self, other: &Self, left: u32, top: u32) {
        let columns = other.width.min(self.width.saturating_sub(left)) as usize;
        for row in 0..other.height.min(self.height.saturating_sub(top)) {
            let from = row as usize * other.width as usize;
            let to = (top + row) as usize * self.width as usize + left as usize;
            self.cover[to..to + columns].copy_from_slice(&other.cover[from..from + columns]);
        }
    }

    /// Draws the edge of a rectangle, one pixel wide, as an outer line of full strength.
    pub fn frame(&mut self, [left, top, width, height]: [u32; 4]) {
        let (right, bottom) = ((left + width).min(self.width), (top + height).min(self.height));
        for y in top..bottom {
            for x in left..right {
                if y == top || y + 1 == bottom || x == left || x + 1 == right {
                    self.cover[y as usize * self.width as usize + x as usize] = OUTER + FULL;
                }
            }
        }
    }

    /// Draws arcs as far as they lie in some rows; `viewport` is in pixels of the picture. Rows drawn one after another
    /// are the same as drawn at once.
    pub fn draw(
        &mut self,
        topology: &Topology,
        arcs: &[u32],
        viewport: &Viewport,
        pen: Pen,
        rows: Range<u32>,
    ) {
        let place = Place::new(topology, viewport);
        let rows = rows.start.min(self.height)..rows.end.min(self.height);
        let mut tip = Tip::new(self, pen, rows);
        let (reach, [width, top, end]) = (tip.half + 1.0, tip.edges());
        for arc in arcs {
            let [west, south, east, north] = topology.arc_box(*arc as usize);
            let ([left, upper], [right, lower]) = (place.screen([west, north]), place.screen([east, south]));
            if lower + reach < top || upper - reach > end || left - reach > width || right + reach < 0.0 {
                continue;
            }
            let points = topology.arc(*arc as usize);
            let mut from = place.screen(points[0]);
            let last = points.len() - 1;
            for (nth, point) in points.iter().enumerate().skip(1) {
                let to = place.screen(*point);
                // Points closer than a pixel change nothing that can be seen.
                if nth < last && (to[0] - from[0]).abs() + (to[1] - from[1]).abs() < 0.7 {
                    continue;
                }
                tip.line(from, to);
                from = to;
            }
        }
    }
}

/// The kind of line on a pixel and how strong it is, up to [`FULL`]; 0 is no line.
pub fn kind_and_strength(cover: u8) -> (Kind, u8) {
    if cover >= OUTER { (Kind::Outer, cover - OUTER) } else { (Kind::Between, cover) }
}

/// A pen over the rows that it may touch.
struct Tip<'a> {
    cover: &'a mut [u8],
    width: usize,
    rows: Range<f64>,
    half: f64,
    strength: f64,
    add: u8,
}

impl<'a> Tip<'a> {
    fn new(buffer: &'a mut LineBuffer, pen: Pen, rows: Range<u32>) -> Self {
        let width = buffer.width as usize;
        let cover = &mut buffer.cover[rows.start as usize * width..rows.end as usize * width];
        // A line thinner than a pixel is a fainter one of a pixel.
        let (half, thin) = (pen.width.max(1.0) / 2.0, pen.width.min(1.0));
        let add = if pen.kind == Kind::Outer { OUTER } else { 0 };
        let strength = f64::from(FULL) * pen.opacity * thin;
        Self { cover, width, rows: f64::from(rows.start)..f64::from(rows.end), half, strength, add }
    }

    fn edges(&self) -> [f64; 3] {
        [self.width as f64, self.rows.start, self.rows.end]
    }

    /// Covers the pixels of a straight line.
    fn line(&mut self, from: [f64; 2], to: [f64; 2]) {
        let along = usize::from((to[1] - from[1]).abs() > (to[0] - from[0]).abs());
        let across = 1 - along;
        let (a, b) = if from[along] <= to[along] { (from, to) } else { (to, from) };
        let length = (b[along] - a[along]).hypot(b[across] - a[across]);
        let (slope, shorten) = match b[along] - a[along] {
            run if run > 0.0 => ((b[across] - a[across]) / run, run / length),
            _ => (0.0, 1.0),
        };
        let bound = |axis: usize| if axis == 0 { 0.0..self.width as f64 } else { self.rows.clone() };
        let (long, wide) = (bound(along), bound(across));
        // The ends of a broad line reach half its width further, so that corners are filled.
        let over = self.half - 0.5;
        let first = (a[along] - over).floor().max(long.start);
        let end = ((b[along] + over).floor() + 1.0).min(long.end);
        let spread = (self.half + 0.5) / shorten;
        let mut at = first;
        while at < end {
            let middle = a[across] + slope * ((at + 0.5).clamp(a[along], b[along]) - a[along]);
            let mut beside = (middle - spread).floor().max(wide.start);
            let last = (middle + spread).floor().min(wide.end - 1.0);
            while beside <= last {
                let distance = (beside + 0.5 - middle).abs() * shorten;
                let covered = (self.half + 0.5 - distance).clamp(0.0, 1.0);
                let [x, y] = if along == 0 { [at, beside] } else { [beside, at] };
                self.touch(x, y, covered);
                beside += 1.0;
            }
            at += 1.0;
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "positions were clamped to the picture, and a strength is at most 127"
    )]
    fn touch(&mut self, x: f64, y: f64, covered: f64) {
        let strength = (self.strength * covered).round() as u8;
        let pixel = &mut self.cover[(y - self.rows.start) as usize * self.width + x as usize];
        if strength > 0 && strength + self.add > *pixel {
            *pixel = strength + self.add;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::grid::Grid;

    const VIEW: Viewport = Viewport { k: 1.0, tx: 0.0, ty: 40.0 };

    /// A square of 20 metres whose lower left corner is at (10, 10).
    fn square(corner: i32) -> Topology {
        let [a, b] = [corner, corner + 20];
        let ring = vec![vec![vec![[a, a], [b, a], [b, b], [a, b], [a, a]]]];
        Topology::from_polygons(Grid { origin: [0.0, 0.0], step: 1.0 }, &[ring]).unwrap()
    }

    fn drawn(width: f64, opacity: f64, view: &Viewport) -> LineBuffer {
        let topology = square(10);
        let mut buffer = LineBuffer::new(40, 40);
        let arcs: Vec<u32> = (0_u32..).take(topology.n_arcs()).collect();
        buffer.draw(&topology, &arcs, view, Pen { kind: Kind::Between, width, opacity }, 0..40);
        buffer
    }

    #[test]
    fn a_straight_line_has_its_length_times_its_width_of_ink() {
        for width in [0.4, 1.0, 2.0, 3.5] {
            // Off the pixels' edges by a fraction, where coverage is shared between two pixels.
            let shifted = Viewport { tx: 0.3, ty: 40.2, ..VIEW };
            let ink: f64 = drawn(width, 1.0, &shifted).cover().iter().map(|c| f64::from(*c)).sum();
            let expected = 4.0 * 20.0 * width * f64::from(FULL);
            assert!((ink / expected - 1.0).abs() < 0.1, "width {width}: {ink} against {expected}");
        }
    }

    #[test]
    fn lines_lie_where_the_border_is_and_nowhere_else() {
        let buffer = drawn(1.0, 1.0, &VIEW);
        let at = |x: usize, y: usize| buffer.cover()[y * 40 + x];
        // The border runs between pixels 9 and 10: both have half of it.
        assert_eq!([at(9, 20), at(10, 20), at(8, 20), at(11, 20)], [64, 64, 0, 0]);
        assert_eq!([at(20, 29), at(20, 30)], [64, 64]);
        assert_eq!(at(20, 20), 0);
    }

    #[test]
    fn rows_drawn_in_pieces_are_the_whole_and_an_outer_line_lies_over_others() {
        let (topology, pen) = (square(10), Pen { kind: Kind::Outer, width: 1.7, opacity: 0.8 });
        let arcs: Vec<u32> = (0_u32..).take(topology.n_arcs()).collect();
        let mut whole = LineBuffer::new(40, 40);
        whole.draw(&topology, &arcs, &VIEW, pen, 0..40);
        let mut pieces = LineBuffer::new(40, 40);
        for rows in [0..7, 7..8, 8..31, 31..99] {
            pieces.draw(&topology, &arcs, &VIEW, pen, rows);
        }
        assert_eq!(whole, pieces);
        let mut over = drawn(3.0, 1.0, &VIEW);
        over.draw(&topology, &arcs, &VIEW, pen, 0..40);
        let (kind, strength) = kind_and_strength(over.cover()[20 * 40 + 10]);
        assert_eq!((kind, strength), kind_and_strength(whole.cover()[20 * 40 + 10]));
        assert_eq!(kind, Kind::Outer);
    }

    #[test]
    fn what_lies_outside_the_picture_is_left_out() {
        for view in
            [Viewport { tx: -25.0, ..VIEW }, Viewport { ty: 5.0, ..VIEW }, Viewport { tx: 900.0, ..VIEW }]
        {
            let inside = drawn(2.0, 1.0, &view);
            assert!(inside.cover().len() == 1600);
        }
        assert!(LineBuffer::new(0, 0).cover().is_empty());
    }
}
