//! Areas as pixels: which area lies under the centre of each pixel.
//!
//! Walking a pixel row from the west, the id changes at each border from the area on its western side to the one
//! on its eastern side. So each crossing adds `east − west` to the first pixel whose centre lies east of it, and
//! a running sum along the row gives every pixel its id. Sums need no sorting and no list of active edges, and
//! they cannot leave a gap or cover a pixel twice: a border is one arc, and both its areas end at the same
//! crossing.

use super::topology::{OUTSIDE, Topology};
use super::viewport::Viewport;
use std::ops::Range;

/// A picture of area ids, rows from the top: 0 is outside, otherwise area index + 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdBuffer {
    width: u32,
    height: u32,
    ids: Vec<u16>,
}

impl IdBuffer {
    /// A picture with nothing in it.
    pub fn new(width: u32, height: u32) -> IdBuffer {
        IdBuffer { width, height, ids: vec![0; width as usize * height as usize] }
    }

    /// Pixels in a row.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Number of rows.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// All ids, row by row from the top.
    pub fn ids(&self) -> &[u16] {
        &self.ids
    }

    /// Puts another picture over a part of this one, its upper left pixel at `(left, top)`. What reaches beyond the edge
    /// is cut off.
    pub fn lay(&mut self, other: &IdBuffer, left: u32, top: u32) {
        let columns = other.width.min(self.width.saturating_sub(left)) as usize;
        for row in 0..other.height.min(self.height.saturating_sub(top)) {
            let from = row as usize * other.width as usize;
            let to = (top + row) as usize * self.width as usize + left as usize;
            self.ids[to..to + columns].copy_from_slice(&other.ids[from..from + columns]);
        }
    }

    /// The area under a pixel; `None` outside all areas or outside the picture.
    pub fn area_at(&self, x: u32, y: u32) -> Option<usize> {
        if x >= self.width || y >= self.height {
            return None;
        }
        let id = self.ids[y as usize * self.width as usize + x as usize];
        (id > 0).then(|| usize::from(id) - 1)
    }
}

/// Fills the whole picture; `viewport` is in pixels of the picture.
pub fn rasterize(topology: &Topology, viewport: &Viewport, buffer: &mut IdBuffer) {
    rasterize_rows(topology, viewport, 0..buffer.height, buffer);
}

/// Fills some rows of the picture and leaves the others as they are, so that a large picture can be made in
/// pieces between two frames. Pieces put together are the whole, pixel by pixel.
pub fn rasterize_rows(topology: &Topology, viewport: &Viewport, rows: Range<u32>, buffer: &mut IdBuffer) {
    let rows = rows.start.min(buffer.height)..rows.end.min(buffer.height);
    if rows.is_empty() || buffer.width == 0 {
        return;
    }
    let width = buffer.width as usize;
    let ids = &mut buffer.ids[rows.start as usize * width..rows.end as usize * width];
    ids.fill(0);
    let mut pen = Pen { ids, width, first_row: f64::from(rows.start), end_row: f64::from(rows.end) };
    let place = Place::new(topology, viewport);
    for arc in 0..topology.n_arcs() {
        let [west, south, east, north] = topology.arc_box(arc);
        let ([left, top], [right, bottom]) = (place.screen([west, north]), place.screen([east, south]));
        if bottom < pen.first_row || top > pen.end_row || left > f64::from(buffer.width) {
            continue;
        }
        let (left_area, right_area) = topology.sides(arc);
        let southwards = id(left_area).wrapping_sub(id(right_area));
        let points = topology.arc(arc);
        if right < 0.0 {
            // Everything happens west of the first pixel, where only the net change of a row counts.
            pen.edge(place.screen(points[0]), place.screen(points[points.len() - 1]), southwards);
            continue;
        }
        let mut from = place.screen(points[0]);
        for p in &points[1..] {
            let to = place.screen(*p);
            pen.edge(from, to, southwards);
            from = to;
        }
    }
    for row in ids.chunks_exact_mut(width) {
        let mut sum = 0u16;
        for pixel in row {
            sum = sum.wrapping_add(*pixel);
            *pixel = sum;
        }
    }
}

fn id(area: u32) -> u16 {
    if area == OUTSIDE {
        return 0;
    }
    u16::try_from(area + 1).expect("a topology has at most 65,534 areas")
}

/// Grid straight to screen: two multiplications a point.
pub(super) struct Place {
    scale: f64,
    x: f64,
    y: f64,
}

impl Place {
    pub(super) fn new(topology: &Topology, viewport: &Viewport) -> Place {
        let grid = topology.grid();
        let [x, y] = viewport.screen_from_world(grid.origin);
        Place { scale: viewport.k * grid.step, x, y }
    }

    pub(super) fn screen(&self, p: [i32; 2]) -> [f64; 2] {
        [self.x + self.scale * f64::from(p[0]), self.y - self.scale * f64::from(p[1])]
    }
}

struct Pen<'a> {
    ids: &'a mut [u16],
    width: usize,
    first_row: f64,
    end_row: f64,
}

impl Pen<'_> {
    /// Notes every crossing of an edge with the centre line of a row. `southwards` is what a crossing adds when
    /// the edge runs down the screen: heading south, an arc's left is east.
    #[expect(clippy::cast_possible_truncation, reason = "rows and columns are clamped to the picture first")]
    fn edge(&mut self, from: [f64; 2], to: [f64; 2], southwards: u16) {
        // An edge holds its upper end and not its lower one, so that a row through a point counts it once.
        // Positions are reckoned from the upper end: edges that meet there give exactly the same x.
        let (upper, lower, change) =
            if from[1] <= to[1] { (from, to, southwards) } else { (to, from, southwards.wrapping_neg()) };
        let first = (upper[1] - 0.5).ceil().max(self.first_row);
        let end = (lower[1] - 0.5).ceil().min(self.end_row);
        if first >= end {
            return;
        }
        let slope = (lower[0] - upper[0]) / (lower[1] - upper[1]);
        let mut row = (first - self.first_row) as usize * self.width;
        for y in first as u32..end as u32 {
            let x = upper[0] + (f64::from(y) + 0.5 - upper[1]) * slope;
            // The first pixel whose centre is at or east of the crossing.
            let column = (x - 0.5).ceil().max(0.0);
            if column < self.width as f64 {
                let pixel = &mut self.ids[row + column as usize];
                *pixel = pixel.wrapping_add(change);
            }
            row += self.width;
        }
    }
}
