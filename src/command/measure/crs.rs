//! From the positions of a file to metres.

use proj4rs::proj::Proj;
use proj4rs::transform::transform;
use std::str::FromStr;

/// What the person at the keyboard says of the positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Crs {
    /// As the file says; without a word there, longitude and latitude (RFC 7946).
    Auto,
    /// Metres, taken as they are.
    Planar,
    /// The system of this EPSG code.
    Epsg(u32),
}

impl FromStr for Crs {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "auto" => Ok(Self::Auto),
            "planar" => Ok(Self::Planar),
            _ => match text.strip_prefix("EPSG:").and_then(|code| code.parse().ok()) {
                Some(code) if is_degrees(code) || is_metres(code) => Ok(Self::Epsg(code)),
                _ => Err(format!(
                    "auto, planar or EPSG:n is needed, n being 4326, 4258, 4269 or 4619 (degrees), 3006 to 3018 (SWEREF 99), \
                     25828 to 25838, 26901 to 26923, 32601 to 32660 or 32701 to 32760 (UTM); found {text}"
                )),
            },
        }
    }
}

/// How positions become metres.
#[derive(Debug)]
pub(super) struct Space {
    projection: Option<(Proj, Proj)>,
    looks_like_degrees: bool,
}

/// Where SWEREF 99 TM is used: west, south, east, north.
const SWEDEN: [f64; 4] = [9.5, 54.5, 25.5, 69.8];

impl Space {
    /// The space of some areas, from what was said, what the file declares, and the positions themselves.
    pub(super) fn of(
        crs: &Crs,
        declared: Option<&str>,
        areas: &[Vec<Vec<[f64; 2]>>],
    ) -> Result<Self, String> {
        let positions = || areas.iter().flatten().flatten();
        let beyond = positions().find(|p| p[0].abs() > 180.0 || p[1].abs() > 90.0);
        let looks_like_degrees = beyond.is_none();
        let declared_code = declared.and_then(declared_code);
        let degrees = match (crs, declared, declared_code) {
            (Crs::Epsg(code), ..) => is_degrees(*code),
            (Crs::Auto, _, Some(code)) => is_degrees(code),
            (Crs::Planar, _, Some(code)) if is_degrees(code) => {
                return Err(
                    "the file declares longitude and latitude, so that planar cannot be right".to_owned()
                );
            }
            (Crs::Planar, ..) => false,
            (Crs::Auto, Some(declared), None) => {
                return Err(format!(
                    "the file declares the reference system {declared}, which is not known; say --crs"
                ));
            }
            (Crs::Auto, None, None) => true,
        };
        if !degrees {
            if *crs != Crs::Planar && looks_like_degrees {
                let first = positions().next().copied().unwrap_or_default();
                return Err(format!(
                    "position {first:?} and all others look like longitude and latitude, not like the metres that {} has",
                    if let Crs::Epsg(code) = crs {
                        format!("EPSG:{code}")
                    } else {
                        "the declared system".to_owned()
                    }
                ));
            }
            return Ok(Self { projection: None, looks_like_degrees });
        }
        if let Some(position) = beyond {
            return Err(format!(
                "position {position:?} is no longitude and latitude; positions in metres need --crs planar or --crs EPSG:n"
            ));
        }
        let from = proj("+proj=longlat +ellps=GRS80 +no_defs")?;
        let to = proj(&projection_for(positions()))?;
        Ok(Self { projection: Some((from, to)), looks_like_degrees: false })
    }

    /// A position in metres; `None` where the projection has no answer.
    pub(super) fn in_metres(&self, position: [f64; 2]) -> Option<[f64; 2]> {
        let Some((from, to)) = &self.projection else { return Some(position) };
        let mut moved = (position[0].to_radians(), position[1].to_radians(), 0.0);
        transform(from, to, &mut moved).ok()?;
        (moved.0.is_finite() && moved.1.is_finite()).then_some([moved.0, moved.1])
    }

    /// What may be wrong without being certain.
    pub(super) fn warnings(&self) -> Vec<String> {
        let sentence = "all positions lie within 180 and 90: if they are longitude and latitude, planar measures them wrongly";
        if self.looks_like_degrees { vec![sentence.to_owned()] } else { Vec::new() }
    }
}

/// SWEREF 99 TM where all lies in Sweden, else the UTM zone of the middle.
fn projection_for<'a>(positions: impl Iterator<Item = &'a [f64; 2]>) -> String {
    let [mut west, mut south, mut east, mut north] = [180.0_f64, 90.0_f64, -180.0_f64, -90.0_f64];
    for [lon, lat] in positions {
        (west, east) = (west.min(*lon), east.max(*lon));
        (south, north) = (south.min(*lat), north.max(*lat));
    }
    let in_sweden = west >= SWEDEN[0] && south >= SWEDEN[1] && east <= SWEDEN[2] && north <= SWEDEN[3];
    let zone =
        if in_sweden { 33.0 } else { (((west + east) / 2.0 + 180.0) / 6.0).floor().clamp(0.0, 59.0) + 1.0 };
    let half = if south + north < 0.0 { " +south" } else { "" };
    format!("+proj=utm +zone={zone} +ellps=GRS80 +units=m{half} +no_defs")
}

fn proj(text: &str) -> Result<Proj, String> {
    Proj::from_proj_string(text).map_err(|error| format!("the projection {text} failed: {error}"))
}

/// The code in a `crs` member, such as `urn:ogc:def:crs:EPSG::3006`.
fn declared_code(declared: &str) -> Option<u32> {
    if declared.contains("CRS84") || declared == "null" {
        return Some(4326);
    }
    let codes = declared.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok());
    codes.into_iter().find(|&code| is_degrees(code) || is_metres(code))
}

fn is_degrees(code: u32) -> bool {
    matches!(code, 4326 | 4258 | 4619 | 4269)
}

fn is_metres(code: u32) -> bool {
    matches!(code, 3006..=3018 | 25828..=25838 | 26901..=26923 | 32601..=32660 | 32701..=32760)
}
