//! Where the areas lie: a GeoJSON file as centroids, land areas, perimeters and shared borders in metres.
//!
//! Two areas share a border where they have an edge with the same ends, and touch where they have a vertex in common,
//! as in PySAL; boundaries whose neighbours do not share vertices have to be repaired first (`lagesbild build`).

use super::crs::{Crs, Space};
use super::label_points::label_points;
use crate::publish::PublishError;
use crate::stats::segregation::{Border, Geometry};
use clap::Args;
use geojson::{Feature, GeoJson, GeometryValue};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

/// Which boundaries to use and how.
#[derive(Debug, Args)]
pub(super) struct GeometryArguments {
    /// The boundaries of the areas: a GeoJSON file.
    #[arg(long, value_name = "FILE", requires = "key")]
    pub(super) geometry: Option<PathBuf>,
    /// The property of the boundaries with the area's code.
    #[arg(long, value_name = "PROPERTY", requires = "geometry")]
    key: Option<String>,
    /// The positions' reference system: auto (longitude and latitude, unless the file says otherwise), planar (metres
    /// as they are) or EPSG:n.
    #[arg(long, default_value = "auto", value_name = "auto|planar|EPSG:n")]
    crs: Crs,
    /// The centre for centralization, instead of the population-weighted mean; in the positions of the file.
    #[arg(
        long,
        value_name = "LON,LAT",
        value_delimiter = ',',
        allow_hyphen_values = true,
        requires = "geometry"
    )]
    center: Vec<f64>,
}

/// The measured areas of a file.
#[derive(Debug)]
pub(super) struct Boundaries {
    pub(super) file: String,
    place_of: HashMap<String, usize>,
    measures: Measures,
    center: Option<[f64; 2]>,
    pub(super) warnings: Vec<String>,
}

/// Plain numbers for some areas in order.
#[derive(Debug, Default)]
pub(super) struct Measures {
    centroids: Vec<[f64; 2]>,
    label_points: Vec<[f64; 2]>,
    land_areas: Vec<f64>,
    perimeters: Vec<f64>,
    borders: Vec<Border>,
    center: Option<[f64; 2]>,
}

type Rings = Vec<Vec<[f64; 2]>>;

impl GeometryArguments {
    /// Reads the boundaries, where there are any.
    pub(super) fn load(&self) -> Result<Option<Boundaries>, PublishError> {
        let (Some(path), Some(key)) = (&self.geometry, &self.key) else { return Ok(None) };
        Boundaries::read(path, key, &self.crs, &self.center).map(Some)
    }
}

impl Boundaries {
    /// Reads and measures the areas of a file.
    pub(super) fn read(path: &Path, key: &str, crs: &Crs, center: &[f64]) -> Result<Self, PublishError> {
        let file = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|error| PublishError::io("read", path, &error))?;
        let parsed: GeoJson = text
            .trim_start_matches('\u{feff}')
            .parse()
            .map_err(|error| PublishError::bad(format!("{file}: this is not GeoJSON: {error}.")))?;
        let GeoJson::FeatureCollection(collection) = parsed else {
            return Err(PublishError::bad(format!(
                "{file}: a FeatureCollection is needed, one feature an area."
            )));
        };
        let declared = collection.foreign_members.as_ref().and_then(|members| members.get("crs"));
        let mut place_of: HashMap<String, usize> = HashMap::new();
        let mut areas = Vec::with_capacity(collection.features.len());
        for (idx, feature) in collection.features.iter().enumerate() {
            let code = code(feature, key)
                .map_err(|what| PublishError::bad(format!("{file}, feature {}: {what}.", idx + 1)))?;
            let at =
                |what: String| PublishError::bad(format!("{file}, feature {} ({code}): {what}.", idx + 1));
            areas.push(rings(feature).map_err(at)?);
            if let Some(earlier) = place_of.insert(code.clone(), idx) {
                return Err(at(format!(
                    "feature {} has the same {key}; every area has one feature",
                    earlier + 1
                )));
            }
        }
        if areas.is_empty() {
            return Err(PublishError::bad(format!("{file}: there is no feature.")));
        }
        let space = Space::of(crs, declared.map(ToString::to_string).as_deref(), &areas)
            .map_err(|what| PublishError::bad(format!("{file}: {what}.")))?;
        let center = match *center {
            [] => None,
            [lon, lat] => Some(space.in_metres([lon, lat]).ok_or_else(|| {
                PublishError::bad(format!("--center {lon},{lat} cannot be projected with the areas."))
            })?),
            _ => return Err(PublishError::bad("--center needs two numbers: LON,LAT.")),
        };
        for position in areas.iter_mut().flatten().flatten() {
            *position = space.in_metres(*position).ok_or_else(|| {
                PublishError::bad(format!("{file}: position {position:?} cannot be projected."))
            })?;
        }
        let measures = Measures::of(&areas);
        Ok(Self { file, place_of, measures, center, warnings: space.warnings() })
    }

    /// The codes of all areas.
    pub(super) fn codes(&self) -> impl Iterator<Item = &str> {
        self.place_of.keys().map(String::as_str)
    }

    /// Every area needs its boundaries, and all boundaries an area with a row.
    pub(super) fn check<'a>(
        &self,
        areas: impl Iterator<Item = &'a str>,
        other_file: &str,
    ) -> Result<(), PublishError> {
        match self.without_row(areas, other_file)? {
            missing if missing.is_empty() => Ok(()),
            missing => Err(PublishError::bad(format!(
                "{} has boundaries without a row in {other_file}: {}.",
                self.file,
                listed(missing)
            ))),
        }
    }

    /// Every area needs its boundaries; gives the boundaries without a row.
    pub(super) fn without_row<'a>(
        &self,
        areas: impl Iterator<Item = &'a str>,
        other_file: &str,
    ) -> Result<Vec<&str>, PublishError> {
        let with_row: HashSet<&str> = areas.collect();
        let missing: Vec<&str> =
            with_row.iter().copied().filter(|code| !self.place_of.contains_key(*code)).collect();
        if missing.is_empty() {
            return Ok(self.codes().filter(|code| !with_row.contains(code)).collect());
        }
        Err(PublishError::bad(format!(
            "{other_file} has rows without boundaries in {}: {}.",
            self.file,
            listed(missing)
        )))
    }

    /// The numbers of some areas, in their order.
    pub(super) fn of(&self, areas: &[String]) -> Measures {
        let places: Vec<usize> = areas.iter().filter_map(|code| self.place_of.get(code).copied()).collect();
        let new_place: HashMap<usize, usize> =
            places.iter().enumerate().map(|(new, &old)| (old, new)).collect();
        let all = &self.measures;
        let borders = all.borders.iter().filter_map(|border| {
            let (a, b) = (*new_place.get(&border.a)?, *new_place.get(&border.b)?);
            Some(Border { a: a.min(b), b: a.max(b), length: border.length })
        });
        Measures {
            centroids: places.iter().map(|&place| all.centroids[place]).collect(),
            label_points: places.iter().map(|&place| all.label_points[place]).collect(),
            land_areas: places.iter().map(|&place| all.land_areas[place]).collect(),
            perimeters: places.iter().map(|&place| all.perimeters[place]).collect(),
            borders: borders.collect(),
            center: self.center,
        }
    }
}

impl Measures {
    /// As the indices take them.
    pub(super) fn geometry(&self) -> Geometry<'_> {
        Geometry {
            centroids: Some(&self.centroids),
            label_points: Some(&self.label_points),
            land_areas: Some(&self.land_areas),
            borders: Some(&self.borders),
            perimeters: Some(&self.perimeters),
            center: self.center,
        }
    }

    /// Pairs of areas that share a border, or with `points` touch at all.
    pub(super) fn links(&self, points: bool) -> impl Iterator<Item = (usize, usize)> {
        self.borders
            .iter()
            .filter(move |border| points || border.length > 0.0)
            .map(|border| (border.a, border.b))
    }

    fn of(areas: &[Rings]) -> Self {
        let moments: Vec<(f64, [f64; 2])> = areas.iter().map(|rings| moments(rings)).collect();
        let label_points = label_points(areas).into_iter().zip(&moments);
        Self {
            centroids: moments.iter().map(|moments| moments.1).collect(),
            label_points: label_points.map(|(point, moments)| point.unwrap_or(moments.1)).collect(),
            land_areas: moments.iter().map(|moments| moments.0).collect(),
            perimeters: areas.iter().map(|rings| edges(rings).map(length).sum()).collect(),
            borders: borders(areas),
            center: None,
        }
    }
}

/// A few of some codes, and how many more there are.
fn listed(mut codes: Vec<&str>) -> String {
    codes.sort_unstable();
    let shown = codes[..codes.len().min(5)].join(", ");
    match codes.len().saturating_sub(5) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

fn code(feature: &Feature, key: &str) -> Result<String, String> {
    match feature.property(key) {
        Some(serde_json::Value::String(code)) if !code.trim().is_empty() => Ok(code.trim().to_owned()),
        Some(serde_json::Value::Number(number)) => Ok(number.to_string()),
        Some(other) => Err(format!("property \"{key}\" is {other}; a code is needed")),
        None => {
            let mut names: Vec<&str> = feature
                .properties
                .iter()
                .flat_map(|properties| properties.keys())
                .map(String::as_str)
                .collect();
            names.sort_unstable();
            Err(format!("there is no property \"{key}\"; the properties are {}", names.join(", ")))
        }
    }
}

/// All rings of a feature, outer ones counterclockwise and holes clockwise, so that areas add up with their signs.
fn rings(feature: &Feature) -> Result<Rings, String> {
    let polygons = match feature.geometry.as_ref().map(|geometry| &geometry.value) {
        Some(GeometryValue::Polygon { coordinates }) => std::slice::from_ref(coordinates),
        Some(GeometryValue::MultiPolygon { coordinates }) => coordinates.as_slice(),
        Some(other) => {
            return Err(format!("it is a {}; a Polygon or MultiPolygon is needed", other.type_name()));
        }
        None => return Err("it has no geometry".to_owned()),
    };
    let mut rings = Vec::new();
    for polygon in polygons {
        for (idx, positions) in polygon.iter().enumerate() {
            let mut ring = Vec::with_capacity(positions.len());
            for position in positions {
                match position.as_slice() {
                    [x, y, ..] if x.is_finite() && y.is_finite() => ring.push([*x, *y]),
                    other => {
                        return Err(format!("a ring has the position {other:?}; two numbers are needed"));
                    }
                }
            }
            if ring.len() < 4 || ring.first() != ring.last() {
                return Err(format!(
                    "a ring has {} positions; at least 4 are needed, the last equal to the first",
                    ring.len()
                ));
            }
            ring.pop();
            if (moments(std::slice::from_ref(&ring)).0 < 0.0) != (idx > 0) {
                ring.reverse();
            }
            rings.push(ring);
        }
    }
    if rings.is_empty() { Err("it has no ring".to_owned()) } else { Ok(rings) }
}

fn edges(rings: &[Vec<[f64; 2]>]) -> impl Iterator<Item = ([f64; 2], [f64; 2])> {
    rings.iter().flat_map(|ring| ring.iter().copied().zip(ring.iter().copied().cycle().skip(1)))
}

fn length((a, b): ([f64; 2], [f64; 2])) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

/// Signed area and centroid, measured from the first position so that large coordinates cost no digits.
fn moments(rings: &[Vec<[f64; 2]>]) -> (f64, [f64; 2]) {
    let origin = rings[0][0];
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    for (a, b) in edges(rings) {
        let (a, b) = ([a[0] - origin[0], a[1] - origin[1]], [b[0] - origin[0], b[1] - origin[1]]);
        let cross = a[0] * b[1] - b[0] * a[1];
        area += cross / 2.0;
        x += (a[0] + b[0]) * cross / 6.0;
        y += (a[1] + b[1]) * cross / 6.0;
    }
    if area == 0.0 { (0.0, origin) } else { (area, [origin[0] + x / area, origin[1] + y / area]) }
}

/// Pairs that share an edge, with its length, or only a vertex, with length 0.
fn borders(areas: &[Rings]) -> Vec<Border> {
    type Place = (u64, u64);
    // Adding 0 makes −0 and 0 the same place.
    let place = |p: [f64; 2]| -> Place { ((p[0] + 0.0).to_bits(), (p[1] + 0.0).to_bits()) };
    let mut at: HashMap<Place, Vec<usize>> = HashMap::new();
    let mut along: HashMap<(Place, Place), (f64, Vec<usize>)> = HashMap::new();
    for (area, rings) in areas.iter().enumerate() {
        for edge in edges(rings) {
            let (a, b) = (place(edge.0), place(edge.1));
            add_once(at.entry(a).or_default(), area);
            add_once(&mut along.entry((a.min(b), a.max(b))).or_insert((length(edge), Vec::new())).1, area);
        }
    }
    let mut shared: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    let edges: BTreeMap<_, _> = along.into_iter().filter(|(_, (_, areas))| areas.len() > 1).collect();
    let touching = at.into_values().filter(|areas| areas.len() > 1).map(|areas| (0.0, areas));
    for (length, areas) in touching.chain(edges.into_values()) {
        for &a in &areas {
            for &b in areas.iter().filter(|&&b| b > a) {
                *shared.entry((a, b)).or_default() += length;
            }
        }
    }
    shared.into_iter().map(|((a, b), length)| Border { a, b, length }).collect()
}

fn add_once(areas: &mut Vec<usize>, area: usize) {
    if areas.last() != Some(&area) && !areas.contains(&area) {
        areas.push(area);
    }
}
