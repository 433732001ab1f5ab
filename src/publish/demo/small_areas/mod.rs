//! The small areas of the demonstration: every municipality divided into RegSO and these into DeSO, as many as there
//! really are in the whole country, in one topology with the real borders of municipalities.
//!
//! People are put into each municipality first: a dense seat, smaller localities, countryside (`settlement`). A mesh
//! of triangles, finer where more people live, fills the municipality (`mesh`); the triangles are shared out so that
//! areas hang together and have about equally many people (`land`, `divide`), neighbours are put together to RegSO
//! (`group`), and the borders between them are smoothed (`smooth`). All is done in numbers that are the same on every
//! machine, and each municipality by itself, so the number of threads changes nothing.

mod apportion;
mod divide;
mod group;
mod land;
mod mesh;
mod outline;
mod settlement;
mod smooth;

use super::super::error::PublishError;
use super::field::Stream;
use crate::geo::build::Edge;
use crate::geo::topology::{OUTSIDE, Topology};
use crate::model::AreaCode;
use apportion::apportioned;
use divide::{Kind, Piece, divided};
use land::Land;
use mesh::{BorderEdge, Mesh, NONE};
use outline::{Outline, cut_arcs, finer};
use rayon::prelude::*;
use settlement::Settlement;
use std::collections::HashSet;

/// How many RegSO there are in Sweden.
pub const N_REGSO: usize = 3_363;
/// How many DeSO there are in Sweden since 2025.
pub const N_DESO: usize = 6_160;

/// All small areas, in the order of their codes.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallAreas {
    /// The borders of the DeSO, on a grid 64 times finer than that of the municipalities: on it their borders stay
    /// exactly where they are, with more points.
    pub deso_borders: Topology,
    /// The DeSO, numbered as in their borders.
    pub deso: Vec<Deso>,
    /// The codes of the RegSO.
    pub regso: Vec<AreaCode>,
}

/// A small area.
#[derive(Debug, Clone, PartialEq)]
pub struct Deso {
    /// Its code: the municipality's, A (countryside), B (smaller locality) or C (seat), and four digits.
    pub code: AreaCode,
    /// Position of its RegSO in [`SmallAreas::regso`].
    pub regso: u32,
    /// Position of its municipality in the list given.
    pub municipality: u32,
    /// The part of the municipality's people who live here; all parts of a municipality add up to 1.
    pub share: f64,
    /// The point furthest from its border, metres east and north.
    pub label_point: [f64; 2],
    /// People per km².
    pub density: f64,
    /// From 0 far out to 1 in the middle of the seat, about a half where the seat ends.
    pub centrality: f64,
}

impl SmallAreas {
    /// The borders of the RegSO, on the same grid.
    ///
    /// # Errors
    /// None that this module's own areas give.
    pub fn regso_borders(&self) -> Result<Topology, PublishError> {
        let parents: Vec<u32> = self.deso.iter().map(|deso| deso.regso).collect();
        self.deso_borders.dissolved(&parents, self.regso.len()).map_err(|error| fault(&error))
    }
}

/// The small areas of municipalities with these borders, codes, label points (metres east and north) and numbers of
/// people: [`N_REGSO`] and [`N_DESO`] when there are as many municipalities as Sweden has, and in proportion when
/// there are fewer.
///
/// # Errors
/// When the borders cannot be filled with triangles, which clean ones can.
pub fn small_areas(
    municipalities: &Topology,
    codes: &[AreaCode],
    points: &[[f64; 2]],
    people: &[f64],
    seed: u64,
) -> Result<SmallAreas, PublishError> {
    let (n_deso, n_regso) = counts(people);
    let outlines = Outline::of_all(municipalities, points);
    let settled: Vec<Settlement> = (0..codes.len())
        .into_par_iter()
        .map(|at| {
            let mut stream = Stream::new(seed, &format!("towns of {}", codes[at]));
            let pull = |place: [f64; 2]| pull(place, at, points, people);
            Settlement::new(&outlines[at], people[at], n_deso[at], pull, &mut stream)
        })
        .collect();
    let arcs = cut_arcs(municipalities, |at, place| settled[at as usize].spacing(place));
    let borders = borders(municipalities, &arcs);
    let divided: Result<Vec<Divided>, PublishError> = (0..codes.len())
        .into_par_iter()
        .map(|at| {
            let mut stream = Stream::new(seed, &format!("small areas of {}", codes[at]));
            let (outline, settlement) = (&outlines[at], &settled[at]);
            let grid = finer(municipalities.grid());
            let mut mesh = Mesh::new(grid, &borders[at], outline, settlement, &mut stream)
                .map_err(|error| fault(&error))?;
            let mut land = Land::new(&mesh, settlement, seed, people[at]);
            let mut pieces = divided(&mut land, settlement, n_deso[at], seed, &mut stream);
            pieces.sort_by_key(|piece| (piece.kind, piece.region));
            let groups = group::grouped(&pieces, &land, n_regso[at]);
            Ok(Divided::new(&codes[at], &pieces, &groups, &mut mesh, &land, settlement))
        })
        .collect();
    assembled(municipalities, &arcs, divided?)
}

fn fault(error: &dyn std::fmt::Display) -> PublishError {
    PublishError::bad(format!("The modelled small areas do not hold together: {error}."))
}

/// How many DeSO and RegSO each municipality has: by people, two DeSO at least; the larger the municipality, the more
/// DeSO make a RegSO, but seldom more than three.
fn counts(people: &[f64]) -> (Vec<usize>, Vec<usize>) {
    const N_MUNICIPALITIES: usize = 290;
    let n = people.len();
    let part = |whole: usize| whole * n / N_MUNICIPALITIES;
    let n_deso = apportioned(people, part(N_DESO).max(2 * n), &vec![2; n], &vec![usize::MAX; n]);
    let weights: Vec<f64> = n_deso.iter().map(|n| (*n as f64 * (*n as f64).sqrt()).sqrt()).collect();
    let least: Vec<usize> = n_deso.iter().map(|n| n.div_ceil(3)).collect();
    let n_regso = apportioned(&weights, part(N_REGSO).max(n), &least, &n_deso);
    (n_deso, n_regso)
}

/// How attractive a place is for the people of the municipalities around.
fn pull(place: [f64; 2], own: usize, points: &[[f64; 2]], people: &[f64]) -> f64 {
    const REACH: f64 = 20_000.0;
    let of = |(at, (point, people)): (usize, (&[f64; 2], &f64))| {
        let [dx, dy] = [(place[0] - point[0]) / REACH, (place[1] - point[1]) / REACH];
        let fall = 1.0 + dx * dx + dy * dy;
        if at == own { 0.0 } else { people / (fall * fall) }
    };
    let around: f64 = points.iter().zip(people).enumerate().map(of).sum();
    (1.0 + around / people[own].max(1.0)).sqrt()
}

/// The edges around each municipality, which lies on their left; ids count all edges of all arcs.
fn borders(topology: &Topology, arcs: &[Vec<[i32; 2]>]) -> Vec<Vec<BorderEdge>> {
    let mut borders = vec![Vec::new(); topology.n_areas()];
    let mut id = 0;
    for (arc, points) in arcs.iter().enumerate() {
        let (left, right) = topology.sides(arc);
        for pair in points.windows(2) {
            for (side, from, to) in [(left, pair[0], pair[1]), (right, pair[1], pair[0])] {
                if side != OUTSIDE {
                    borders[side as usize].push(BorderEdge { from, to, id });
                }
            }
            id += 1;
        }
    }
    borders
}

/// A municipality's share of the result, its areas in the order of their codes.
struct Divided {
    deso: Vec<Deso>,
    regso: Vec<AreaCode>,
    /// Borders between areas of this municipality, which are numbered from 0.
    inner: Vec<Edge>,
    /// For each edge of its border the id and the area inside.
    inside_of: Vec<(u32, u32)>,
}

impl Divided {
    fn new(
        municipality: &AreaCode,
        pieces: &[Piece],
        groups: &[usize],
        mesh: &mut Mesh,
        land: &Land,
        settlement: &Settlement,
    ) -> Divided {
        let mut area_of = vec![0; mesh.triangles.len()];
        for (at, piece) in pieces.iter().enumerate() {
            piece.triangles.iter().for_each(|t| area_of[*t as usize] = crate::geo::index(at));
        }
        smooth::smooth_borders(mesh, &area_of);
        let all: f64 = land.people.iter().sum();
        let code = |text: String| text.parse::<AreaCode>().unwrap_or_else(|_| municipality.clone());
        let mut numbers = Numbers::default();
        let deso = pieces.iter().zip(groups).map(|(piece, group)| {
            let people = land.people_in(&piece.triangles);
            let central = piece
                .triangles
                .iter()
                .map(|t| land.people[*t as usize] * settlement.centrality(land.middles[*t as usize]));
            Deso {
                code: code(format!("{municipality}{}", numbers.next(piece))),
                regso: crate::geo::index(*group),
                municipality: 0,
                share: people / all,
                label_point: [0.0; 2],
                density: people,
                centrality: central.sum::<f64>() / people,
            }
        });
        let deso = deso.collect();
        let n_groups = groups.iter().max().map_or(0, |most| most + 1);
        let regso = (1..=n_groups).map(|nth| code(format!("{municipality}R{nth:03}"))).collect();
        let inside_of = mesh.inside_of.iter().map(|(id, t)| (*id, area_of[*t as usize])).collect();
        Divided { deso, regso, inner: inner_edges(mesh, &area_of), inside_of }
    }
}

/// Letters and numbers of areas, given out in order as in real codes: countryside from A0010, localities from B2010,
/// B3010 and so on, the seat from C1010, in tens.
#[derive(Default)]
struct Numbers {
    last: Option<(Kind, usize)>,
    number: usize,
}

impl Numbers {
    fn next(&mut self, piece: &Piece) -> String {
        let first = match piece.kind {
            Kind::A => 0,
            Kind::B => 2_000,
            Kind::C => 1_000,
        };
        self.number = match self.last {
            // A new locality begins a new thousand while there are any.
            Some((Kind::B, region))
                if piece.kind == Kind::B && region != piece.region && self.number < 9_000 =>
            {
                self.number / 1_000 * 1_000 + 1_010
            }
            Some((kind, _)) if kind == piece.kind => self.number + 10,
            _ => first + 10,
        };
        self.last = Some((piece.kind, piece.region));
        format!("{:?}{:04}", piece.kind, self.number)
    }
}

fn inner_edges(mesh: &Mesh, area_of: &[u32]) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (t, corners) in mesh.triangles.iter().enumerate() {
        for side in 0..3 {
            let beyond = mesh.beyond[t][side];
            // Once: seen from the area with the lower number.
            if beyond != NONE && area_of[t] < area_of[beyond as usize] {
                let [from, to] = [side, (side + 1) % 3].map(|at| mesh.points[corners[at] as usize]);
                edges.push((from, to, area_of[t], area_of[beyond as usize]));
            }
        }
    }
    edges
}

/// One topology of all municipalities' areas.
fn assembled(
    municipalities: &Topology,
    arcs: &[Vec<[i32; 2]>],
    divided: Vec<Divided>,
) -> Result<SmallAreas, PublishError> {
    let (mut deso, mut regso, mut edges) = (Vec::new(), Vec::new(), Vec::new());
    let mut inside = vec![Vec::new(); municipalities.n_areas()];
    for (at, part) in divided.into_iter().enumerate() {
        let (first, first_regso) = (crate::geo::index(deso.len()), crate::geo::index(regso.len()));
        edges.extend(part.inner.iter().map(|&(from, to, l, r)| (from, to, first + l, first + r)));
        inside[at] = part.inside_of.into_iter().map(|(id, area)| (id, first + area)).collect();
        deso.extend(part.deso.into_iter().map(|deso| Deso {
            regso: first_regso + deso.regso,
            municipality: crate::geo::index(at),
            ..deso
        }));
        regso.extend(part.regso);
    }
    border_edges(municipalities, arcs, &inside, &mut edges);
    let grid = finer(municipalities.grid());
    let borders = Topology::from_edges(grid, deso.len(), &edges).map_err(|error| fault(&error))?;
    let deso_borders = without_cuts(&borders, municipalities).map_err(|error| fault(&error))?;
    let around = deso_borders.arcs_of_areas();
    let sizes = deso_borders.area_m2();
    deso.par_iter_mut().zip(sizes).enumerate().for_each(|(at, (deso, m2))| {
        // People become people per km².
        deso.density /= m2 / 1e6;
        if let Some(label) = deso_borders.label_point(&around, at) {
            deso.label_point = label.at;
        }
    });
    Ok(SmallAreas { deso_borders, deso, regso })
}

/// The pieces of municipalities' borders with the small areas on both sides.
fn border_edges(
    topology: &Topology,
    arcs: &[Vec<[i32; 2]>],
    inside: &[Vec<(u32, u32)>],
    edges: &mut Vec<Edge>,
) {
    let n_pieces: usize = arcs.iter().map(|points| points.len() - 1).sum();
    let mut left_of = vec![OUTSIDE; n_pieces];
    let mut right_of = vec![OUTSIDE; n_pieces];
    let owner_arc: Vec<usize> =
        arcs.iter().enumerate().flat_map(|(arc, points)| vec![arc; points.len() - 1]).collect();
    for (municipality, of) in inside.iter().enumerate() {
        for (id, area) in of {
            let id = *id as usize;
            let (left, _) = topology.sides(owner_arc[id]);
            if left as usize == municipality { left_of[id] = *area } else { right_of[id] = *area }
        }
    }
    let pairs = arcs.iter().flat_map(|points| points.windows(2));
    let sides = left_of.into_iter().zip(right_of);
    edges.extend(pairs.zip(sides).map(|(pair, (left, right))| (pair[0], pair[1], left, right)));
}

/// Without the points at which municipalities' borders were cut and no border begins.
fn without_cuts(
    borders: &Topology,
    municipalities: &Topology,
) -> Result<Topology, crate::geo::topology::TopologyError> {
    let originals: HashSet<[i32; 2]> = (0..municipalities.n_arcs())
        .flat_map(|arc| municipalities.arc(arc))
        .map(|p| p.map(|c| c * outline::FINER))
        .collect();
    let (mut points, mut offsets) = (Vec::new(), vec![0]);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for arc in 0..borders.n_arcs() {
        let run = borders.arc(arc);
        let cut = |at: usize| {
            let inner = at > 0 && at + 1 < run.len();
            inner
                && !originals.contains(&run[at])
                && crate::geo::rings::cross(run[at - 1], run[at], run[at + 1]) == 0
        };
        points.extend((0..run.len()).filter(|at| !cut(*at)).map(|at| run[at]));
        offsets.push(crate::geo::index(points.len()));
        let sides = borders.sides(arc);
        left.push(sides.0);
        right.push(sides.1);
    }
    Topology::new(borders.n_areas(), borders.grid(), points, offsets, left, right)
}
