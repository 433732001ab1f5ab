//! Rings on their own: closed, long enough, made of numbers, and not crossing themselves.

use crate::geo::crossings::crossing_edges;
use crate::geo::grid::{Bounds, Grid};

/// What is wrong with the positions of a ring, as the end of a sentence that begins with the ring's name.
pub fn ring_fault(ring: &[[f64; 2]]) -> Option<String> {
    if let Some(p) = ring.iter().find(|p| !p[0].is_finite() || !p[1].is_finite()) {
        return Some(format!("has the position {p:?}, which is not two numbers"));
    }
    if ring.len() < 4 {
        return Some(format!(
            "has {} positions; at least 4 are needed, the last equal to the first",
            ring.len()
        ));
    }
    let (first, last) = (ring[0], ring[ring.len() - 1]);
    if first != last {
        return Some(format!("is not closed: it begins at {first:?} and ends at {last:?}"));
    }
    None
}

/// Where a closed ring in world metres crosses itself, reckoned on a grid of centimetres; `None` for a clean one.
/// A ring that comes back to one of its own points without crossing is clean.
pub fn crossing_place(ring: &[[f64; 2]]) -> Option<[f64; 2]> {
    let grid = Grid { origin: Bounds::of(ring.iter().copied()).min, step: 0.01 };
    let mut points: Vec<[i32; 2]> = ring.iter().filter_map(|p| grid.grid_from_world(*p)).collect();
    points.dedup();
    let edges: Vec<[[i32; 2]; 2]> = points.windows(2).map(|pair| [pair[0], pair[1]]).collect();
    let (one, _) = *crossing_edges(&edges).first()?;
    Some(grid.world_from_grid(edges[one as usize][0]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bow_tie_crosses_itself_and_a_square_does_not() {
        let square = [[0.0, 0.0], [9.0, 0.0], [9.0, 9.0], [0.0, 9.0], [0.0, 0.0]];
        assert_eq!(ring_fault(&square), None);
        assert_eq!(crossing_place(&square), None);
        let bow_tie = [[0.0, 0.0], [9.0, 9.0], [9.0, 0.0], [0.0, 9.0], [0.0, 0.0]];
        assert!(crossing_place(&bow_tie).is_some());
        assert!(ring_fault(&square[..4]).unwrap().contains("not closed"));
        assert!(ring_fault(&square[..3]).unwrap().contains("3 positions"));
        assert!(ring_fault(&[[f64::NAN, 0.0]; 4]).unwrap().contains("not two numbers"));
    }
}
