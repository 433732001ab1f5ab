//! Areas from a GeoJSON file: everything checked that a later step takes for granted, and every fault named with
//! its feature.

use super::error::{BoundaryError, Fault};
use super::projection::Sweref99Tm;
use super::rings::{crossing_place, ring_fault};
use geojson::feature::Id;
use geojson::{Feature, GeoJson, GeometryValue, JsonObject};
use std::collections::HashMap;

/// Polygons in world metres; of each the outer ring, then its holes, each ending with its first position.
pub type WorldPolygons = Vec<Vec<Vec<[f64; 2]>>>;

/// An area as the source draws it.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceArea {
    /// The area's code.
    pub code: String,
    /// All properties of the feature.
    pub properties: JsonObject,
    /// Its one or more parts.
    pub polygons: WorldPolygons,
}

/// What a file gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Its areas, sorted by code.
    pub areas: Vec<SourceArea>,
    /// Faults that were mended.
    pub mended: Vec<Fault>,
}

/// How to read a file.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// The property that holds the code; `"id"` also finds the feature's own `id`.
    pub key: &'a str,
    /// Whether a ring that crosses itself is read all the same, even-odd, and only noted.
    pub mend: bool,
    /// Where positions may lie, `[west, south, east, north]` in degrees.
    pub within: [f64; 4],
}

/// Sweden and a little of the sea around it.
pub const SWEDEN: [f64; 4] = [9.5, 54.5, 25.5, 69.8];

/// The areas of a GeoJSON FeatureCollection, sorted by code. Positions are longitude and latitude (RFC 7946), or
/// SWEREF 99 TM in metres where the file's `crs` member says EPSG:3006.
///
/// # Errors
/// All faults found: of the file, or of any feature.
pub fn read_geojson(text: &str, file: &str, reading: &Reading) -> Result<Source, BoundaryError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let parsed: GeoJson = text.parse().map_err(|error: geojson::Error| {
        BoundaryError::whole(file, format!("this is not GeoJSON: {error}"))
    })?;
    let GeoJson::FeatureCollection(collection) = parsed else {
        return Err(BoundaryError::whole(file, "a FeatureCollection is needed, with one feature an area"));
    };
    if collection.features.is_empty() {
        return Err(BoundaryError::whole(file, "there is no feature in the file"));
    }
    let crs = collection.foreign_members.as_ref().and_then(|members| members.get("crs"));
    let space = Space::declared(crs.map(ToString::to_string).as_deref())
        .map_err(|sentence| BoundaryError::whole(file, sentence))?;
    let mut reader = Reader { reading, space, sweref: Sweref99Tm::default(), mended: Vec::new() };
    let (mut faults, mut mended) = (Vec::new(), Vec::new());
    let mut areas = Vec::new();
    let mut first_with: HashMap<String, usize> = HashMap::new();
    for (nth, feature) in collection.features.into_iter().enumerate() {
        let n = nth + 1;
        let code = match code(&feature, reading.key) {
            Ok(code) => code,
            Err(sentence) => {
                faults.push(Fault { feature: Some((n, None)), sentence });
                continue;
            }
        };
        let at = Some((n, Some(code.clone())));
        if let Some(first) = first_with.insert(code.clone(), n) {
            let sentence = format!("feature {first} has the same code; every code may occur once");
            faults.push(Fault { feature: at.clone(), sentence });
        }
        let polygons = reader.polygons(&feature);
        mended.extend(reader.mended.drain(..).map(|sentence| Fault { feature: at.clone(), sentence }));
        match polygons {
            Ok(polygons) => {
                areas.push(SourceArea { code, properties: feature.properties.unwrap_or_default(), polygons });
            }
            Err(sentences) => {
                faults.extend(sentences.into_iter().map(|sentence| Fault { feature: at.clone(), sentence }));
            }
        }
    }
    if first_with.is_empty() && faults.len() > 1 {
        // The wrong property was asked for: saying so once is enough.
        let sentence = format!("no feature has a code; of the first one {}", faults[0].sentence);
        return Err(BoundaryError::whole(file, sentence));
    }
    if !faults.is_empty() {
        return Err(BoundaryError { file: file.to_owned(), faults });
    }
    areas.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(Source { areas, mended })
}

fn code(feature: &Feature, key: &str) -> Result<String, String> {
    use serde_json::Value;
    let property = feature.properties.as_ref().and_then(|properties| properties.get(key));
    let own_id = || match &feature.id {
        Some(Id::String(id)) if key == "id" => Some(Value::from(id.as_str())),
        Some(Id::Number(id)) if key == "id" => Some(Value::Number(id.clone())),
        _ => None,
    };
    match property.cloned().or_else(own_id) {
        Some(Value::String(code)) if !code.trim().is_empty() => Ok(code.trim().to_owned()),
        Some(Value::Number(n)) => Err(format!(
            "property \"{key}\" is the number {n}; codes are text, because 0114 and 114 are not the same"
        )),
        Some(Value::Null) | None => {
            let mut names: Vec<&str> =
                feature.properties.iter().flat_map(|p| p.keys()).map(String::as_str).collect();
            names.sort_unstable();
            Err(format!("property \"{key}\", which holds the code, is missing; found: {}", names.join(", ")))
        }
        Some(other) => Err(format!("property \"{key}\" is {other}; a code is needed")),
    }
}

/// The space that a file's positions are in.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Space {
    LonLat,
    Sweref99Tm,
}

impl Space {
    /// From the `crs` member, which old files have and RFC 7946 leaves out for WGS 84.
    fn declared(crs: Option<&str>) -> Result<Space, String> {
        let Some(crs) = crs else { return Ok(Space::LonLat) };
        let names = |codes: &[&str]| {
            codes.iter().any(|code| crs.split(|c: char| !c.is_ascii_alphanumeric()).any(|part| part == *code))
        };
        if names(&["3006"]) {
            Ok(Space::Sweref99Tm)
        } else if names(&["CRS84", "4326", "4619", "4258"]) || crs == "null" {
            Ok(Space::LonLat)
        } else {
            Err(format!(
                "the file declares the reference system {crs}; WGS 84 and SWEREF 99 TM (EPSG:3006) can be read"
            ))
        }
    }
}

struct Reader<'a> {
    reading: &'a Reading<'a>,
    space: Space,
    sweref: Sweref99Tm,
    mended: Vec<String>,
}

impl Reader<'_> {
    fn polygons(&mut self, feature: &Feature) -> Result<WorldPolygons, Vec<String>> {
        let Some(geometry) = &feature.geometry else {
            return Err(vec!["the feature has no geometry; a Polygon or MultiPolygon is needed".to_owned()]);
        };
        let polygons = match &geometry.value {
            GeometryValue::Polygon { coordinates } => std::slice::from_ref(coordinates),
            GeometryValue::MultiPolygon { coordinates } => coordinates.as_slice(),
            other => {
                return Err(vec![format!(
                    "the geometry is a {}; a Polygon or MultiPolygon is needed",
                    other.type_name()
                )]);
            }
        };
        if polygons.iter().all(Vec::is_empty) {
            return Err(vec!["the geometry has no ring".to_owned()]);
        }
        let mut faults = Vec::new();
        let mut read = Vec::with_capacity(polygons.len());
        for (p, polygon) in polygons.iter().enumerate() {
            let mut rings = Vec::with_capacity(polygon.len());
            for (r, ring) in polygon.iter().enumerate() {
                let name = format!("ring {} of polygon {}", r + 1, p + 1);
                match self.ring(ring) {
                    Ok(ring) => {
                        match self.crossing(&ring) {
                            Some(sentence) if self.reading.mend => {
                                self.mended.push(format!("{name} {sentence}"));
                            }
                            Some(sentence) => faults.push(format!("{name} {sentence}")),
                            None => {}
                        }
                        rings.push(ring);
                    }
                    Err(sentence) => faults.push(format!("{name} {sentence}")),
                }
            }
            if let Some((shell, holes)) = rings.split_first() {
                let outside = |hole: &&Vec<[f64; 2]>| !hole.iter().any(|corner| encloses(shell, *corner));
                if holes.iter().any(|hole| outside(&hole)) {
                    faults.push(format!(
                        "polygon {} has a hole that lies outside of its first ring, which has to be around all others",
                        p + 1
                    ));
                }
            }
            read.push(rings);
        }
        if faults.is_empty() { Ok(read) } else { Err(faults) }
    }

    fn ring(&self, positions: &[geojson::Position]) -> Result<Vec<[f64; 2]>, String> {
        let mut found = Vec::with_capacity(positions.len());
        for position in positions {
            match position.as_slice() {
                [x, y, ..] => found.push([*x, *y]),
                short => return Err(format!("has the position {short:?}; two numbers are needed")),
            }
        }
        if let Some(sentence) = ring_fault(&found) {
            return Err(sentence);
        }
        for p in &found {
            self.check_place(*p)?;
        }
        match self.space {
            Space::Sweref99Tm => Ok(found),
            Space::LonLat => found
                .iter()
                .map(|p| self.sweref.world_from_lonlat(*p).ok_or(p))
                .collect::<Result<_, _>>()
                .map_err(|p| format!("has the position {p:?}, which SWEREF 99 TM cannot show")),
        }
    }

    fn crossing(&self, ring: &[[f64; 2]]) -> Option<String> {
        let [e, n] = crossing_place(ring)?;
        let [lon, lat] = self.sweref.lonlat_from_world([e, n])?;
        Some(format!("crosses itself at {lon:.5}, {lat:.5} (E {e:.0} N {n:.0})"))
    }

    /// Degrees where degrees belong, metres where metres do, the axes in their order, and near where expected.
    fn check_place(&self, [x, y]: [f64; 2]) -> Result<(), String> {
        let inside = |[lon, lat]: [f64; 2]| {
            let [west, south, east, north] = self.reading.within;
            (west..=east).contains(&lon) && (south..=north).contains(&lat)
        };
        let degrees = |p: [f64; 2]| p[0].abs() <= 180.0 && p[1].abs() <= 90.0;
        let metres_inside = |p| self.sweref.lonlat_from_world(p).is_some_and(inside);
        let right = |p| if self.space == Space::LonLat { inside(p) } else { metres_inside(p) };
        if right([x, y]) {
            return Ok(());
        }
        let found = format!("has the position [{x}, {y}]");
        let [west, south, east, north] = self.reading.within;
        if right([y, x]) {
            let order =
                if self.space == Space::LonLat { "longitude before latitude" } else { "east before north" };
            Err(format!("{found}: the axes are swapped, {order} is needed"))
        } else if self.space == Space::LonLat && !degrees([x, y]) {
            Err(format!(
                "{found}: these are not degrees; a file in metres has to declare EPSG:3006 in its crs member"
            ))
        } else if self.space == Space::Sweref99Tm && degrees([x, y]) {
            Err(format!("{found}: these are degrees, but the file declares metres (EPSG:3006)"))
        } else {
            Err(format!(
                "{found}, outside of longitude {west} to {east} and latitude {south} to {north}, where these areas lie"
            ))
        }
    }
}

/// Whether a ring goes around a position, by counting the edges east of it.
fn encloses(ring: &[[f64; 2]], [x, y]: [f64; 2]) -> bool {
    let crosses = |edge: &&[[f64; 2]]| {
        let [[ax, ay], [bx, by]] = [edge[0], edge[1]];
        (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax
    };
    ring.windows(2).filter(crosses).count() % 2 == 1
}
