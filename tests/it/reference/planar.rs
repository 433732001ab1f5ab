//! Geometry of reference polygons as plain numbers, by the schoolbook formulas: independent of the project's own.

use std::collections::{BTreeMap, BTreeSet};

use lagesbild::stats::segregation::{Border, Geometry};

/// What the spatial indices know of a set of areas.
pub(super) struct Planar {
    centroids: Vec<[f64; 2]>,
    land_areas: Vec<f64>,
    perimeters: Vec<f64>,
    borders: Vec<Border>,
}

type Rings = Vec<Vec<[f64; 2]>>;

impl Planar {
    /// Measured on the coordinates as they are. Shapefile polygons: outer rings turn one way, holes the other.
    pub(super) fn new(areas: &[Rings]) -> Self {
        let moments: Vec<(f64, [f64; 2])> = areas.iter().map(moments).collect();
        Self {
            centroids: moments.iter().map(|(_, centroid)| *centroid).collect(),
            land_areas: moments.iter().map(|(area, _)| *area).collect(),
            perimeters: areas.iter().map(|rings| edges(rings).map(length).sum()).collect(),
            borders: borders(areas),
        }
    }

    /// The numbers, as the indices take them.
    pub(super) fn geometry(&self) -> Geometry<'_> {
        Geometry {
            centroids: Some(&self.centroids),
            land_areas: Some(&self.land_areas),
            perimeters: Some(&self.perimeters),
            borders: Some(&self.borders),
            ..Geometry::default()
        }
    }
}

/// Longitudes and latitudes in a UTM zone of the northern hemisphere, in metres.
pub(super) fn in_utm(areas: &[Rings], zone: u8) -> Vec<Rings> {
    let from = proj4rs::Proj::from_proj_string("+proj=longlat +datum=WGS84").expect("a known projection");
    let to = proj4rs::Proj::from_proj_string(&format!("+proj=utm +zone={zone} +datum=WGS84 +units=m"))
        .expect("a known projection");
    let mut areas = areas.to_vec();
    for point in areas.iter_mut().flatten().flatten() {
        let mut moved = (point[0].to_radians(), point[1].to_radians(), 0.0);
        proj4rs::transform::transform(&from, &to, &mut moved).expect("a point of the zone");
        *point = [moved.0, moved.1];
    }
    areas
}

fn edges(rings: &Rings) -> impl Iterator<Item = ([f64; 2], [f64; 2])> {
    rings.iter().flat_map(|ring| ring.iter().copied().zip(ring.iter().copied().cycle().skip(1)))
}

fn length((a, b): ([f64; 2], [f64; 2])) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

/// Area and centroid; measured from the first point, so that large coordinates cost no digits.
fn moments(rings: &Rings) -> (f64, [f64; 2]) {
    let origin = rings[0][0];
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    for (a, b) in edges(rings) {
        let (a, b) = ([a[0] - origin[0], a[1] - origin[1]], [b[0] - origin[0], b[1] - origin[1]]);
        let cross = a[0] * b[1] - b[0] * a[1];
        area += cross / 2.0;
        x += (a[0] + b[0]) * cross / 6.0;
        y += (a[1] + b[1]) * cross / 6.0;
    }
    (area.abs(), [origin[0] + x / area, origin[1] + y / area])
}

/// Pairs that share an edge, with its length, or only a vertex, with length 0.
fn borders(areas: &[Rings]) -> Vec<Border> {
    let bits = |point: [f64; 2]| (point[0].to_bits(), point[1].to_bits());
    let mut at_vertex: BTreeMap<_, BTreeSet<usize>> = BTreeMap::new();
    let mut along_edge: BTreeMap<_, (f64, BTreeSet<usize>)> = BTreeMap::new();
    for (area, rings) in areas.iter().enumerate() {
        for edge in edges(rings) {
            at_vertex.entry(bits(edge.0)).or_default().insert(area);
            let ends = (bits(edge.0).min(bits(edge.1)), bits(edge.0).max(bits(edge.1)));
            let known = along_edge.entry(ends).or_insert((length(edge), BTreeSet::new()));
            known.1.insert(area);
        }
    }
    let mut shared: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for (length, touching) in
        at_vertex.into_values().map(|touching| (0.0, touching)).chain(along_edge.into_values())
    {
        for &a in &touching {
            for &b in touching.iter().filter(|&&b| b > a) {
                *shared.entry((a, b)).or_default() += length;
            }
        }
    }
    shared.into_iter().map(|((a, b), length)| Border { a, b, length }).collect()
}
