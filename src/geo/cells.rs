//! Points of the grid by the square they lie in, to ask for those near a triangle.

use super::index;

/// Points by the square of the plane they lie in.
pub(super) struct Cells {
    min: [i32; 2],
    side: i64,
    columns: i64,
    rows: i64,
    offsets: Vec<u32>,
    points: Vec<u32>,
}

impl Cells {
    pub(super) fn new(points: &[[i32; 2]], alive: &[bool]) -> Cells {
        let live = || points.iter().enumerate().filter(|(i, _)| alive[*i]);
        let n = live().count().max(1);
        let (mut min, mut max) = ([i32::MAX; 2], [i32::MIN; 2]);
        for (_, p) in live() {
            for axis in 0..2 {
                min[axis] = min[axis].min(p[axis]);
                max[axis] = max[axis].max(p[axis]);
            }
        }
        let size = |axis: usize| (i64::from(max[axis]) - i64::from(min[axis])).max(0) + 1;
        // About two points a square on average.
        let per_square = (size(0) * size(1)) as f64 / n as f64 * 2.0;
        #[expect(clippy::cast_possible_truncation, reason = "a length within the grid's limit")]
        let side = (per_square.sqrt().ceil() as i64).max(1);
        let (columns, rows) = (size(0) / side + 1, size(1) / side + 1);
        let mut cells =
            Cells { min, side, columns, rows, offsets: Vec::new(), points: vec![0; live().count()] };
        let n_squares = usize::try_from(columns * rows).expect("about half as many squares as points");
        let mut offsets = vec![0u32; n_squares + 1];
        for (_, p) in live() {
            offsets[cells.square(*p) + 1] += 1;
        }
        for square in 0..n_squares {
            offsets[square + 1] += offsets[square];
        }
        let mut next = offsets.clone();
        for (i, p) in live() {
            let slot = &mut next[cells.square(*p)];
            cells.points[*slot as usize] = index(i);
            *slot += 1;
        }
        cells.offsets = offsets;
        cells
    }

    pub(super) fn n_points(&self) -> usize {
        self.points.len()
    }

    fn along(&self, c: i32, axis: usize) -> i64 {
        (i64::from(c) - i64::from(self.min[axis])) / self.side
    }

    fn square(&self, p: [i32; 2]) -> usize {
        usize::try_from(self.along(p[1], 1) * self.columns + self.along(p[0], 0))
            .expect("a point of this list")
    }

    /// Whether any point near the triangle, at least all in its box, has a property.
    pub(super) fn any_in(&self, corners: [[i32; 2]; 3], mut has: impl FnMut(u32) -> bool) -> bool {
        let span = |axis: usize| {
            let all = corners.map(|p| p[axis]);
            let [low, high] = [all.iter().min(), all.iter().max()].map(|c| *c.expect("three corners"));
            (self.along(low, axis), self.along(high, axis))
        };
        let ((west, east), (south, north)) = (span(0), span(1));
        for row in south.max(0)..=north.min(self.rows - 1) {
            let first = usize::try_from(row * self.columns + west.max(0)).expect("within the squares");
            let last =
                usize::try_from(row * self.columns + east.min(self.columns - 1)).expect("within the squares");
            let range = self.offsets[first] as usize..self.offsets[last + 1] as usize;
            if self.points[range].iter().any(|p| has(*p)) {
                return true;
            }
        }
        false
    }
}
