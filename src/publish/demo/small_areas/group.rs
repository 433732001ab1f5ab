//! Small areas put together to RegSO: some that border on each other and are of the same kind.

use super::divide::Piece;
use super::land::Land;
use std::collections::BTreeMap;

/// The largest number of small areas in a group, unless there are too few groups for that.
const MOST: usize = 4;

/// For each piece the group it belongs to, numbered in the order of their first pieces; `n_groups` in all. Groups hang
/// together. Again and again the two neighbouring groups are joined that together are smallest; those of one town, or
/// one stretch of countryside, before others.
pub(super) fn grouped(pieces: &[Piece], land: &Land, n_groups: usize) -> Vec<usize> {
    let mut links = links(pieces, land);
    let people: Vec<f64> = pieces.iter().map(|piece| land.people_in(&piece.triangles)).collect();
    let mut group_of: Vec<usize> = (0..pieces.len()).collect();
    let mut members: Vec<Vec<usize>> = (0..pieces.len()).map(|piece| vec![piece]).collect();
    for _ in n_groups..pieces.len() {
        let cost = |(&(a, b), &border): (&(usize, usize), &u32)| {
            let of = |group: usize| members[group].iter().map(|piece| people[*piece]).sum::<f64>();
            let size = members[a].len() + members[b].len();
            let (one, other) = (&pieces[members[a][0]], &pieces[members[b][0]]);
            let unlike = match (one.region == other.region, one.kind == other.kind) {
                (true, _) => 1.0,
                (_, true) => 3.0,
                _ => 6.0,
            };
            let too_large = if size > MOST { 1_000.0 * size as f64 } else { 1.0 };
            // A long common border makes a compact group.
            ((of(a) + of(b)) * unlike * too_large / f64::from(border).sqrt(), a, b)
        };
        let cheapest =
            links.iter().map(cost).min_by(|x, y| x.0.total_cmp(&y.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        let Some((_, into, from)) = cheapest else { break };
        let moved = std::mem::take(&mut members[from]);
        moved.iter().for_each(|piece| group_of[*piece] = into);
        members[into].extend(moved);
        let renamed = |group: usize| if group == from { into } else { group };
        let mut joined: BTreeMap<(usize, usize), u32> = BTreeMap::new();
        for ((a, b), border) in links {
            let (a, b) = (renamed(a), renamed(b));
            if a != b {
                *joined.entry((a.min(b), a.max(b))).or_default() += border;
            }
        }
        links = joined;
    }
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    group_of
        .into_iter()
        .map(|group| {
            let next = numbers.len();
            *numbers.entry(group).or_insert(next)
        })
        .collect()
}

/// Pairs of pieces that border on each other or are joined by a ferry, with the number of edges between them.
fn links(pieces: &[Piece], land: &Land) -> BTreeMap<(usize, usize), u32> {
    let mut piece_of = vec![0; land.people.len()];
    for (at, piece) in pieces.iter().enumerate() {
        piece.triangles.iter().for_each(|t| piece_of[*t as usize] = at);
    }
    let mut links: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for t in 0..land.people.len() {
        for (to, _) in land.ways(crate::geo::index(t)) {
            let (a, b) = (piece_of[t], piece_of[*to as usize]);
            if a < b {
                *links.entry((a, b)).or_default() += 1;
            }
        }
    }
    links
}
