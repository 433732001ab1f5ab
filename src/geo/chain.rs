//! Joining pieces of border into arcs: a border runs on through a point where nothing else ends and the areas on
//! its two sides stay the same.

use super::index;

/// A piece of border between two numbered points, with the areas on its sides.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) left: u32,
    pub(super) right: u32,
}

impl Piece {
    /// Left and right when walked forwards (or, `reversed`, backwards).
    pub(super) fn sides(&self, reversed: bool) -> (u32, u32) {
        if reversed { (self.right, self.left) } else { (self.left, self.right) }
    }
}

/// The arcs as runs of `(piece, reversed)`, in an order that depends on nothing but the pieces.
pub(super) fn chained(n_nodes: usize, pieces: &[Piece]) -> Vec<Vec<(u32, bool)>> {
    let ends = Ends::new(n_nodes, pieces);
    let mut used = vec![false; pieces.len()];
    let mut arcs = Vec::new();
    for node in 0..n_nodes {
        if ends.onward(node, pieces).is_none() {
            for &(piece, reversed) in ends.of(node) {
                if !used[piece as usize] {
                    arcs.push(walk((piece, reversed), pieces, &ends, &mut used));
                }
            }
        }
    }
    // What is left are closed arcs that meet no junction.
    for piece in 0..pieces.len() {
        if !used[piece] {
            arcs.push(walk((index(piece), false), pieces, &ends, &mut used));
        }
    }
    arcs
}

fn walk(first: (u32, bool), pieces: &[Piece], ends: &Ends, used: &mut [bool]) -> Vec<(u32, bool)> {
    let mut run = Vec::new();
    let mut step = first;
    while !used[step.0 as usize] {
        used[step.0 as usize] = true;
        run.push(step);
        let piece = &pieces[step.0 as usize];
        let node = if step.1 { piece.from } else { piece.to };
        // Arriving by a piece means leaving backwards along it would be the other of the node's two ways.
        let Some([one, other]) = ends.onward(node as usize, pieces) else { break };
        step = if one == (step.0, !step.1) { other } else { one };
    }
    run
}

/// For every node the ways out of it, flat: `(piece, reversed)` as walked when leaving.
struct Ends {
    offsets: Vec<u32>,
    ways: Vec<(u32, bool)>,
}

impl Ends {
    fn new(n_nodes: usize, pieces: &[Piece]) -> Ends {
        let mut offsets = vec![0u32; n_nodes + 1];
        for piece in pieces {
            offsets[piece.from as usize + 1] += 1;
            offsets[piece.to as usize + 1] += 1;
        }
        for node in 0..n_nodes {
            offsets[node + 1] += offsets[node];
        }
        let mut next = offsets.clone();
        let mut ways = vec![(0, false); pieces.len() * 2];
        for (i, piece) in pieces.iter().enumerate() {
            for (node, reversed) in [(piece.from, false), (piece.to, true)] {
                let slot = &mut next[node as usize];
                ways[*slot as usize] = (index(i), reversed);
                *slot += 1;
            }
        }
        Ends { offsets, ways }
    }

    fn of(&self, node: usize) -> &[(u32, bool)] {
        &self.ways[self.offsets[node] as usize..self.offsets[node + 1] as usize]
    }

    /// The node's two ways out when a border simply runs on through it; `None` at a junction.
    fn onward(&self, node: usize, pieces: &[Piece]) -> Option<[(u32, bool); 2]> {
        let &[one, other] = self.of(node) else { return None };
        let (left, right) = pieces[one.0 as usize].sides(one.1);
        // Leaving by one and leaving by the other see the same areas with sides swapped.
        (pieces[other.0 as usize].sides(other.1) == (right, left)).then_some([one, other])
    }
}
