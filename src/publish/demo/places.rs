//! The country of the demonstration: real counties and municipalities, their names and borders, from the package.

use super::super::contents::LevelContents;
use super::super::derive::place_labels;
use super::super::error::PublishError;
use crate::geo::arcs;
use crate::model::{AreaCode, AreaTable, Level, Vintage};

/// Borders of all municipalities on one grid, as `lagesbild borders` makes them.
const BORDERS: &[u8] = include_bytes!("../../../public/borders/municipality.arcs");
/// Codes and names of counties and municipalities.
const PLACES: &str = include_str!("../../../public/borders/places.csv");

/// The year whose codes the demonstration uses.
pub(super) const VINTAGE: Vintage = Vintage(2025);

/// The nation, its counties and its municipalities.
pub(super) struct Country {
    levels: Vec<LevelContents>,
    places: Vec<[f64; 2]>,
}

impl Country {
    /// Reads what the package holds.
    ///
    /// # Errors
    /// When the package's files do not fit each other, which is a fault of the package.
    pub(super) fn read() -> Result<Self, PublishError> {
        let fault = |problem: String| {
            PublishError::bad(format!("The borders in the package are damaged: {problem}."))
        };
        let mut rows: Vec<(AreaCode, String)> = Vec::new();
        let mut reader = csv::Reader::from_reader(PLACES.as_bytes());
        for row in reader.records() {
            let row = row.map_err(|error| fault(error.to_string()))?;
            let code = row
                .get(0)
                .unwrap_or_default()
                .parse::<AreaCode>()
                .map_err(|error| fault(error.to_string()))?;
            rows.push((code, row.get(1).unwrap_or_default().to_owned()));
        }
        rows.retain(|(code, _)| code.level() != Level::Nation);
        rows.push((AreaCode::nation(), "Riket".to_owned()));
        rows.sort();
        let table = |level: Level| {
            let (codes, names): (Vec<_>, Vec<_>) =
                rows.iter().filter(|(code, _)| code.level() == level).cloned().unzip();
            let parents = codes.iter().map(|code| code.parent().unwrap_or_else(AreaCode::nation)).collect();
            let population = vec![0; codes.len()];
            AreaTable {
                level,
                vintage: VINTAGE,
                codes,
                names,
                parents,
                population,
                label_points: Vec::new(),
                aliases: Vec::new(),
            }
        };
        let (borders, fingerprint) = arcs::decode(BORDERS).map_err(|error| fault(error.to_string()))?;
        let mut levels: Vec<LevelContents> = [Level::Nation, Level::County, Level::Municipality]
            .map(|level| LevelContents { areas: table(level), borders: None })
            .into();
        let municipalities = &mut levels[2];
        if arcs::fingerprint(municipalities.areas.codes.iter().map(AreaCode::as_str)) != fingerprint {
            return Err(fault("they were made for another list of municipalities".to_owned()));
        }
        municipalities.borders = Some(borders);
        place_labels(&mut levels)?;
        let points = &levels[2].areas.label_points;
        let places = points.iter().map(|point| [f64::from(point[0]), f64::from(point[1])]).collect();
        Ok(Self { levels, places })
    }

    /// The municipalities, by code.
    pub(super) fn municipalities(&self) -> &[AreaCode] {
        &self.levels[2].areas.codes
    }

    /// A place in each municipality, metres east and north.
    pub(super) fn places(&self) -> &[[f64; 2]] {
        &self.places
    }

    /// Nation, counties and municipalities.
    pub(super) fn levels(&self) -> &[LevelContents] {
        &self.levels
    }

    /// The same, given away.
    pub(super) fn into_levels(self) -> Vec<LevelContents> {
        self.levels
    }
}
