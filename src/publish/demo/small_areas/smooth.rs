//! Borders along the edges of triangles are jagged: their points are moved towards the middle of their neighbours.

use super::mesh::{Mesh, NONE};
use crate::geo::rings::cross;

/// Times that every point is moved.
const ROUNDS: usize = 2;

/// Moves the points of the borders between areas, `area_of` each triangle, but none on the municipality's own border.
/// A point moves only where every triangle around it stays turned the same way: the mesh then still covers every
/// place once, so borders neither cross nor touch.
pub(super) fn smooth_borders(mesh: &mut Mesh, area_of: &[u32]) {
    let (border, around) = (border_neighbours(mesh, area_of), triangles_around(mesh));
    for _ in 0..ROUNDS {
        for point in mesh.n_fixed..mesh.points.len() {
            let beside = border.of(point);
            if beside.is_empty() {
                continue;
            }
            let old = mesh.points[point];
            // Half of the way to the middle of the neighbours, or else a quarter.
            for part in [2, 4] {
                mesh.points[point] = towards(mesh, old, beside, part);
                if around.of(point).iter().all(|t| still_turned(mesh, *t)) {
                    break;
                }
                mesh.points[point] = old;
            }
        }
    }
}

fn towards(mesh: &Mesh, from: [i32; 2], beside: &[u32], part: i64) -> [i32; 2] {
    let n = beside.len().cast_signed() as i64;
    [0, 1].map(|axis| {
        let sum: i64 = beside.iter().map(|p| i64::from(mesh.points[*p as usize][axis])).sum();
        let off = (sum - n * i64::from(from[axis])).div_euclid(n * part);
        i32::try_from(i64::from(from[axis]) + off).unwrap_or(from[axis])
    })
}

/// Whether a triangle is turned anticlockwise and is no splinter.
fn still_turned(mesh: &Mesh, triangle: u32) -> bool {
    let [a, b, c] = mesh.triangles[triangle as usize].map(|corner| mesh.points[corner as usize]);
    let twice = cross(a, b, c);
    let longest = [(a, b), (b, c), (c, a)].into_iter().map(|(p, q)| crate::geo::rings::dot(p, q, q)).max();
    // At least 0.05 times as high as its longest side is long.
    twice > 0 && longest.is_some_and(|longest| twice > longest / 20)
}

/// Lists of numbers, one for each point, flat.
struct Lists {
    offsets: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    /// From pairs of a point and an item.
    fn new(n_points: usize, mut pairs: Vec<(u32, u32)>) -> Lists {
        pairs.sort_unstable();
        let mut offsets = vec![0u32; n_points + 1];
        pairs.iter().for_each(|(point, _)| offsets[*point as usize + 1] += 1);
        for point in 0..n_points {
            offsets[point + 1] += offsets[point];
        }
        Lists { offsets, items: pairs.into_iter().map(|(_, item)| item).collect() }
    }

    fn of(&self, point: usize) -> &[u32] {
        &self.items[self.offsets[point] as usize..self.offsets[point + 1] as usize]
    }
}

/// For each point those that a border leads to.
fn border_neighbours(mesh: &Mesh, area_of: &[u32]) -> Lists {
    let mut pairs = Vec::new();
    for (t, corners) in mesh.triangles.iter().enumerate() {
        for side in 0..3 {
            let beyond = mesh.beyond[t][side];
            if beyond != NONE && area_of[beyond as usize] != area_of[t] {
                // The triangle beyond adds the other direction.
                pairs.push((corners[side], corners[(side + 1) % 3]));
            }
        }
    }
    Lists::new(mesh.points.len(), pairs)
}

fn triangles_around(mesh: &Mesh) -> Lists {
    let of = |(t, corners): (usize, &[u32; 3])| corners.map(|corner| (corner, crate::geo::index(t)));
    let pairs = mesh.triangles.iter().enumerate().flat_map(of).collect();
    Lists::new(mesh.points.len(), pairs)
}
