//! Which area a position in the world lies in.

use super::grid::Bounds;
use super::packed_index::PackedIndex;
use super::topology::{ArcsOfAreas, Topology};

/// What is needed to ask a topology for the area at a position; made once.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaIndex {
    boxes: PackedIndex,
    arcs: ArcsOfAreas,
}

impl AreaIndex {
    /// The index of a topology's areas.
    pub fn new(topology: &Topology) -> AreaIndex {
        AreaIndex { boxes: PackedIndex::new(&topology.area_bounds()), arcs: topology.arcs_of_areas() }
    }

    /// The area at a position, of the topology that this index was made of. A position on a border belongs to
    /// exactly one of its two sides, the same one every time: both sides reckon with the same edge.
    pub fn area_at(&self, topology: &Topology, world: [f64; 2]) -> Option<usize> {
        let p = topology.grid().fraction_from_world(world);
        let mut found = None;
        self.boxes.each_in(&Bounds { min: world, max: world }, &mut |area| {
            let arcs = self.arcs.of(area).iter().map(|(arc, _)| *arc as usize);
            if found.is_none() && arcs.map(|arc| crossings_east(topology, arc, p)).sum::<usize>() % 2 == 1 {
                found = Some(area);
            }
        });
        found
    }
}

/// How often a ray from `p` to the east crosses an arc. An edge holds its lower end and not its upper one.
fn crossings_east(topology: &Topology, arc: usize, p: [f64; 2]) -> usize {
    let [_, south, east, north] = topology.arc_box(arc).map(f64::from);
    if p[1] < south || p[1] >= north || p[0] > east {
        return 0;
    }
    let crosses = |pair: &&[[i32; 2]]| {
        let (a, b) = (pair[0].map(f64::from), pair[1].map(f64::from));
        let (low, high) = if a[1] <= b[1] { (a, b) } else { (b, a) };
        low[1] <= p[1]
            && p[1] < high[1]
            && (high[0] - low[0]) * (p[1] - low[1]) > (high[1] - low[1]) * (p[0] - low[0])
    };
    topology.arc(arc).windows(2).filter(crosses).count()
}
