//! The area one gets to from another by an arrow key.

use super::neighbours::Neighbours;

/// A direction on a map with north up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Up.
    North,
    /// Right.
    East,
    /// Down.
    South,
    /// Left.
    West,
}

impl Direction {
    /// All four, clockwise from north.
    pub const ALL: [Direction; 4] = [Direction::North, Direction::East, Direction::South, Direction::West];

    /// How far `to` lies from `from` in this direction, and how far aside.
    fn along_and_aside(self, from: [f64; 2], to: [f64; 2]) -> (f64, f64) {
        let [east, north] = [to[0] - from[0], to[1] - from[1]];
        match self {
            Direction::North => (north, east.abs()),
            Direction::East => (east, north.abs()),
            Direction::South => (-north, east.abs()),
            Direction::West => (-east, north.abs()),
        }
    }
}

/// Steps from area to area, worked out once.
#[derive(Debug, Clone, PartialEq)]
pub struct Steps {
    /// For each area where each of [`Direction::ALL`] leads.
    to: Vec<[Option<u32>; 4]>,
}

impl Steps {
    /// Steps between areas that have these label points (`None`: the area is not on the map).
    ///
    /// A step goes to the neighbour that lies most nearly in its direction; without one, to the nearest area there.
    /// An area that no step would reach, as an island may be, is reached from the area nearest to it
    /// from which that direction led nowhere or further away.
    pub fn new(points: &[Option<[f64; 2]>], neighbours: &Neighbours) -> Steps {
        let mut steps = Steps { to: vec![[None; 4]; points.len()] };
        for (area, at) in points.iter().enumerate() {
            let Some(at) = at else { continue };
            for (d, direction) in Direction::ALL.into_iter().enumerate() {
                let beside = neighbours.of(area).iter().map(|n| *n as usize);
                let nearest =
                    |areas: &mut dyn Iterator<Item = usize>| best(points, area, *at, direction, areas);
                steps.to[area][d] =
                    nearest(&mut beside.into_iter()).or_else(|| nearest(&mut (0..points.len())));
            }
        }
        steps.reach_all(points, neighbours);
        steps
    }

    /// The area reached from `area` in a direction; `None` at the edge of the map.
    pub fn towards(&self, area: usize, direction: Direction) -> Option<usize> {
        self.to.get(area)?[direction as usize].map(|to| to as usize)
    }

    /// Leads a step to every area that none leads to, taking the one that loses least: a step over the water
    /// from the nearest area whose own step in that direction does not go to a neighbour.
    fn reach_all(&mut self, points: &[Option<[f64; 2]>], neighbours: &Neighbours) {
        let mut reached = vec![0u32; points.len()];
        for to in self.to.iter().flatten().flatten() {
            reached[*to as usize] += 1;
        }
        for (area, at) in points.iter().enumerate() {
            let (Some(at), 0) = (at, reached[area]) else { continue };
            let mut nearest: Option<(f64, usize, usize)> = None;
            for (from, start) in points.iter().enumerate() {
                let Some(start) = start.filter(|_| from != area) else { continue };
                for (d, direction) in Direction::ALL.into_iter().enumerate() {
                    let (along, aside) = direction.along_and_aside(start, *at);
                    let free = self.to[from][d]
                        .is_none_or(|to| reached[to as usize] > 1 && !neighbours.of(from).contains(&to));
                    let metres = along.hypot(aside);
                    if along > 0.0 && aside <= along && free && nearest.is_none_or(|(best, ..)| metres < best)
                    {
                        nearest = Some((metres, from, d));
                    }
                }
            }
            if let Some((_, from, d)) = nearest {
                if let Some(before) = self.to[from][d] {
                    reached[before as usize] -= 1;
                }
                self.to[from][d] = Some(super::index(area));
                reached[area] += 1;
            }
        }
    }
}

/// Of some areas the one to step to: within 45° of the direction, near, and more so the straighter the way.
fn best(
    points: &[Option<[f64; 2]>],
    from: usize,
    at: [f64; 2],
    direction: Direction,
    areas: &mut dyn Iterator<Item = usize>,
) -> Option<u32> {
    let mut best: Option<(f64, usize)> = None;
    for area in areas.filter(|area| *area != from) {
        let Some(point) = points[area] else { continue };
        let (along, aside) = direction.along_and_aside(at, point);
        if along > 0.0 && aside <= along {
            let cost = along + 2.0 * aside;
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, area));
            }
        }
    }
    best.map(|(_, area)| super::index(area))
}
