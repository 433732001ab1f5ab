//! The borders that the package itself carries: every municipality, in full detail.

use super::error::BoundaryError;
use super::geojson::{Reading, SWEDEN, SourceArea, read_geojson};
use super::repair::Repair;
use super::tessellation::tessellation;
use crate::geo::arcs::{encode, fingerprint};
use std::io;
use std::path::Path;

/// Metres between grid lines: the source's own precision.
const STEP: f64 = 1.0;
/// Gaps narrower than this, in metres, are slips of the source's pen: all are below 100 m, and the smallest of the
/// lakes that belong to nobody is 284 km².
const SLIVER: f64 = 150.0;
const CODE: &str = "kommun_kod";
const NAME: &str = "kommun";

/// Counties after Statistics Sweden's list, by code.
const COUNTIES: [(&str, &str); 21] = [
    ("01", "Stockholms län"),
    ("03", "Uppsala län"),
    ("04", "Södermanlands län"),
    ("05", "Östergötlands län"),
    ("06", "Jönköpings län"),
    ("07", "Kronobergs län"),
    ("08", "Kalmar län"),
    ("09", "Gotlands län"),
    ("10", "Blekinge län"),
    ("12", "Skåne län"),
    ("13", "Hallands län"),
    ("14", "Västra Götalands län"),
    ("17", "Värmlands län"),
    ("18", "Örebro län"),
    ("19", "Västmanlands län"),
    ("20", "Dalarnas län"),
    ("21", "Gävleborgs län"),
    ("22", "Västernorrlands län"),
    ("23", "Jämtlands län"),
    ("24", "Västerbottens län"),
    ("25", "Norrbottens län"),
];

/// The two files of base borders, in memory.
#[derive(Debug, Clone, PartialEq)]
pub struct BaseBorders {
    /// `municipality.arcs`: municipalities by code, with the fingerprint of their codes in that order.
    pub arcs: Vec<u8>,
    /// `places.csv`: `code,name` of counties and municipalities, by code.
    pub places: String,
    /// Where the source's areas overlapped or left slivers between them.
    pub repairs: Vec<Repair>,
}

/// Why base borders could not be written.
#[derive(Debug)]
pub enum BaseError {
    /// The source is not as it should be.
    Source(BoundaryError),
    /// A file could not be read or written.
    File {
        /// The file, and what was to be done with it.
        what: String,
        /// The system's answer.
        error: io::Error,
    },
}

/// Reads a GeoJSON file of municipalities (properties `kommun_kod` and `kommun`) and writes `municipality.arcs`
/// and `places.csv` into a folder; returns what it wrote, with the repairs that were needed.
///
/// # Errors
/// When the source has faults, or a file cannot be read or written; nothing is written before all is right.
pub fn write_base_borders(from: &Path, out: &Path) -> Result<BaseBorders, BaseError> {
    let name = from.display().to_string();
    let attempt = |what: String| move |error| BaseError::File { what, error };
    let text = std::fs::read_to_string(from).map_err(attempt(format!("reading {name}")))?;
    let borders = base_borders(&text, &name).map_err(BaseError::Source)?;
    std::fs::create_dir_all(out).map_err(attempt(format!("making the folder {}", out.display())))?;
    for (file, bytes) in [("municipality.arcs", &borders.arcs[..]), ("places.csv", borders.places.as_bytes())]
    {
        let path = out.join(file);
        std::fs::write(&path, bytes).map_err(attempt(format!("writing {}", path.display())))?;
    }
    Ok(borders)
}

/// The base borders from the text of a GeoJSON file.
///
/// # Errors
/// What is wrong with the source, with `file` as its name.
pub fn base_borders(text: &str, file: &str) -> Result<BaseBorders, BoundaryError> {
    let areas = read_geojson(text, file, &Reading { key: CODE, mend: false, within: SWEDEN })?.areas;
    let places = places(&areas).map_err(|sentence| BoundaryError::whole(file, sentence))?;
    let made = tessellation(&areas, STEP, SLIVER, file)?;
    let arcs = encode(&made.topology, fingerprint(areas.iter().map(|area| area.code.as_str())));
    Ok(BaseBorders { arcs, places, repairs: made.repairs })
}

fn places(areas: &[SourceArea]) -> Result<String, String> {
    let mut rows: Vec<(&str, &str)> = COUNTIES.to_vec();
    for area in areas {
        let code = area.code.as_str();
        let known_county = COUNTIES.iter().any(|(county, _)| code.starts_with(county));
        if code.len() != 4 || !code.bytes().all(|b| b.is_ascii_digit()) || !known_county {
            return Err(format!("\"{code}\" is no municipality code: four digits, the first two a county's"));
        }
        let name =
            area.properties.get(NAME).and_then(|name| name.as_str()).map(str::trim).unwrap_or_default();
        if name.is_empty() || name.contains([',', '"', '\n']) {
            return Err(format!(
                "municipality {code} has the name \"{name}\" in property \"{NAME}\"; a plain name is needed"
            ));
        }
        rows.push((code, name));
    }
    rows.sort_unstable();
    let lines: String = rows.iter().map(|(code, name)| format!("{code},{name}\n")).collect();
    Ok(format!("code,name\n{lines}"))
}

impl std::fmt::Display for BaseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Source(error) => write!(f, "{error}"),
            Self::File { what, error } => write!(f, "{what} failed: {error}"),
        }
    }
}

impl std::error::Error for BaseError {}
