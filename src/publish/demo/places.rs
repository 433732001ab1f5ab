//! The country of the demonstration: real counties and municipalities, their names and borders, from the package.

use super::super::contents::LevelContents;
use super::super::derive::place_labels;
use super::super::error::PublishError;
use crate::geo::arcs;
use crate::geo::topology::{OUTSIDE, Topology};
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

    /// Positions of the municipalities of some counties.
    pub(super) fn positions_in(&self, counties: &[&str]) -> Vec<usize> {
        let inside = |at: &usize| counties.contains(&&self.municipalities()[*at].as_str()[..2]);
        (0..self.municipalities().len()).filter(inside).collect()
    }

    /// The same with some counties only.
    ///
    /// # Errors
    /// When there is no such county.
    pub(super) fn only(mut self, counties: &[&str]) -> Result<Self, PublishError> {
        if let Some(unknown) =
            counties.iter().find(|code| !self.levels[1].areas.codes.iter().any(|c| c.as_str() == **code))
        {
            return Err(PublishError::bad(format!("There is no county {unknown}.")));
        }
        let kept = |code: &AreaCode| counties.contains(&&code.as_str()[..2]);
        let numbers: Vec<u32> = {
            let mut next = 0;
            let mut number = |code: &AreaCode| {
                if !kept(code) {
                    return OUTSIDE;
                }
                next += 1;
                next - 1
            };
            self.levels[2].areas.codes.iter().map(&mut number).collect()
        };
        let municipalities = &mut self.levels[2];
        let n_kept = numbers.iter().filter(|number| **number != OUTSIDE).count();
        if let Some(borders) = &municipalities.borders {
            let borders = borders.dissolved(&numbers, n_kept);
            municipalities.borders = Some(borders.map_err(|error| PublishError::bad(format!("{error}.")))?);
        }
        let mut at = 0;
        self.places.retain(|_| {
            at += 1;
            numbers[at - 1] != OUTSIDE
        });
        for level in &mut self.levels[1..] {
            let areas = &mut level.areas;
            let kept: Vec<bool> = areas.codes.iter().map(kept).collect();
            retain(&mut areas.codes, &kept);
            retain(&mut areas.names, &kept);
            retain(&mut areas.parents, &kept);
            retain(&mut areas.population, &kept);
            retain(&mut areas.label_points, &kept);
        }
        // The nation is smaller now, and its middle another.
        place_labels(&mut self.levels)?;
        Ok(self)
    }

    /// The municipalities, by code.
    pub(super) fn municipalities(&self) -> &[AreaCode] {
        &self.levels[2].areas.codes
    }

    /// The borders of the municipalities.
    ///
    /// # Errors
    /// When there are none, which is a fault of the package.
    pub(super) fn borders(&self) -> Result<&Topology, PublishError> {
        self.levels[2].borders.as_ref().ok_or_else(|| PublishError::bad("The package has no borders."))
    }

    /// A place in each municipality, metres east and north.
    pub(super) fn places(&self) -> &[[f64; 2]] {
        &self.places
    }

    /// Nation, counties and municipalities.
    pub(super) fn into_levels(self) -> Vec<LevelContents> {
        self.levels
    }
}

fn retain<T>(column: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    column.retain(|_| kept.next().is_some_and(|kept| *kept));
}
