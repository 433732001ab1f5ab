//! How well a layout keeps what the map shows.

use super::split::n_pieces;
use super::{Laid, Tile};
use crate::geo::neighbours::Neighbours;
use std::collections::{BTreeMap, HashMap};

/// What a layout keeps of the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quality {
    /// Part of all pairs of neighbours on the map that are neighbours among the hexagons.
    pub neighbours_kept: f64,
    /// Part of all areas whose hexagons hang together.
    pub in_one_piece: f64,
    /// How far an area's hexagons lie, on average, from where its label point would be if the map were moved, scaled
    /// and stretched to fit the hexagons best; in widths of a hexagon.
    pub displacement: f64,
}

/// The quality of a layout.
pub fn quality(areas: &[Laid], neighbours: &Neighbours, tiles: &[Vec<Tile>]) -> Quality {
    let owner = owners(tiles);
    let kept: usize = (0..areas.len()).map(|area| kept(area, tiles, &owner, neighbours)).sum();
    let whole = tiles.iter().filter(|tiles| n_pieces(tiles) == 1).count();
    let middles: Vec<[f64; 2]> = tiles.iter().map(|tiles| middle(tiles)).collect();
    let off = [0, 1].map(|axis| {
        let from: Vec<f64> = areas.iter().map(|area| area.at[axis]).collect();
        let to: Vec<f64> = middles.iter().map(|middle| middle[axis]).collect();
        residuals(&from, &to)
    });
    let lengths = off[0].iter().zip(&off[1]).map(|(x, y)| (x * x + y * y).sqrt());
    let n = areas.len().max(1) as f64;
    Quality {
        neighbours_kept: kept as f64 / (2 * neighbours.n_links()).max(1) as f64,
        in_one_piece: whole as f64 / n,
        displacement: lengths.sum::<f64>() / n,
    }
}

/// Rounds of changing places.
const ROUNDS: usize = 6;

/// Lets areas of one group, with equally many hexagons, change places wherever more neighbours meet then.
pub(super) fn neighbours_brought_together(areas: &[Laid], neighbours: &Neighbours, tiles: &mut [Vec<Tile>]) {
    let mut owner = owners(tiles);
    let mut alike: BTreeMap<(&[u32], usize), Vec<usize>> = BTreeMap::new();
    for (area, laid) in areas.iter().enumerate() {
        alike.entry((&laid.within, tiles[area].len())).or_default().push(area);
    }
    for _ in 0..ROUNDS {
        let mut changed = false;
        for group in alike.values() {
            for (nth, &a) in group.iter().enumerate() {
                for &b in &group[nth + 1..] {
                    let before = kept(a, tiles, &owner, neighbours) + kept(b, tiles, &owner, neighbours);
                    swap(a, b, tiles, &mut owner);
                    let after = kept(a, tiles, &owner, neighbours) + kept(b, tiles, &owner, neighbours);
                    if after > before {
                        changed = true;
                    } else {
                        swap(a, b, tiles, &mut owner);
                    }
                }
            }
        }
        if !changed {
            break;
        }
    }
}

fn swap(a: usize, b: usize, tiles: &mut [Vec<Tile>], owner: &mut HashMap<Tile, usize>) {
    tiles.swap(a, b);
    for area in [a, b] {
        for tile in &tiles[area] {
            owner.insert(*tile, area);
        }
    }
}

fn owners(tiles: &[Vec<Tile>]) -> HashMap<Tile, usize> {
    tiles.iter().enumerate().flat_map(|(area, tiles)| tiles.iter().map(move |tile| (*tile, area))).collect()
}

/// How many of an area's neighbours its hexagons touch.
fn kept(area: usize, tiles: &[Vec<Tile>], owner: &HashMap<Tile, usize>, neighbours: &Neighbours) -> usize {
    let touched = tiles[area].iter().flat_map(|tile| tile.around()).filter_map(|tile| owner.get(&tile));
    let mut touched: Vec<usize> = touched.copied().filter(|other| *other != area).collect();
    touched.sort_unstable();
    touched.dedup();
    let beside = neighbours.of(area);
    touched.into_iter().filter(|other| beside.binary_search(&crate::geo::index(*other)).is_ok()).count()
}

fn middle(tiles: &[Tile]) -> [f64; 2] {
    let n = tiles.len().max(1) as f64;
    [0, 1].map(|axis| tiles.iter().map(|tile| tile.middle()[axis]).sum::<f64>() / n)
}

/// What is left of `to` after the best straight line of `from`.
fn residuals(from: &[f64], to: &[f64]) -> Vec<f64> {
    let n = from.len().max(1) as f64;
    let [mean_from, mean_to] = [from, to].map(|values| values.iter().sum::<f64>() / n);
    let along: f64 = from.iter().zip(to).map(|(x, y)| (x - mean_from) * (y - mean_to)).sum();
    let square: f64 = from.iter().map(|x| (x - mean_from) * (x - mean_from)).sum();
    let slope = if square > 0.0 { along / square } else { 0.0 };
    from.iter().zip(to).map(|(x, y)| y - mean_to - slope * (x - mean_from)).collect()
}
