//! What follows from values and borders: label points, the number of people, borders of larger areas, profiles.

use super::contents::{Contents, IndicatorContents, LevelContents, LevelCube};
use super::error::PublishError;
use crate::geo::topology::Topology;
use crate::model::{
    Absence, AreaCode, Cube, FORMAT, Level, NumberColumn, Profile, ProfileIndicator, ProfileSeries, Value,
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The levels that have profiles of their own.
const WITH_PROFILES: [Level; 2] = [Level::County, Level::Municipality];

/// Puts a label point into every area of `levels`, which are ordered largest areas first: of its own borders, or of
/// those of the next smaller level that has some, dissolved by parents. Levels without either keep none.
///
/// # Errors
/// When an area of the smaller level has a parent that the larger level does not have.
pub fn place_labels(levels: &mut [LevelContents]) -> Result<(), PublishError> {
    for at in 0..levels.len() {
        let own = levels[at].borders.as_ref().map(label_points_of);
        let points = match own {
            Some(points) => points,
            None => {
                let Some(smaller) = levels[at..].iter().find(|level| level.borders.is_some()) else {
                    continue;
                };
                label_points_of(&dissolved_into(smaller, &levels[at])?)
            }
        };
        levels[at].areas.label_points = points;
    }
    Ok(())
}

/// Writes the newest number of people of each area into the area tables.
pub fn count_people(levels: &mut [LevelContents], population: &[LevelCube]) {
    for level in levels {
        let areas = &mut level.areas;
        let of_level = |table: &&LevelCube| table.level == areas.level && table.vintage == areas.vintage;
        let Some(table) = population.iter().find(of_level) else { continue };
        areas.population = newest(&table.cube).iter().map(|value| people(*value)).collect();
    }
}

/// The profiles of all counties and municipalities, by code.
pub fn profiles(contents: &Contents) -> Vec<Profile> {
    let names: BTreeMap<&AreaCode, &str> = contents
        .levels
        .iter()
        .flat_map(|level| level.areas.codes.iter().zip(level.areas.names.iter().map(String::as_str)))
        .collect();
    let newest_of: Vec<Vec<Vec<Value>>> = contents
        .indicators
        .iter()
        .map(|indicator| indicator.tables.iter().map(|table| newest(&table.cube)).collect())
        .collect();
    let with_profiles = contents.levels.iter().filter(|level| WITH_PROFILES.contains(&level.areas.level));
    let areas: Vec<(&LevelContents, usize)> = with_profiles
        .flat_map(|level| (0..level.areas.codes.len()).map(move |position| (level, position)))
        .collect();
    areas
        .par_iter()
        .map(|(level, position)| {
            let code = &level.areas.codes[*position];
            let chain = parents(code, &level.areas.parents[*position]);
            let parents: Vec<(AreaCode, String)> = chain
                .into_iter()
                .filter_map(|parent| names.get(&parent).map(|name| (parent.clone(), (*name).to_owned())))
                .collect();
            let of_indicator = |(indicator, newest): (&IndicatorContents, &Vec<Vec<Value>>)| {
                profile_indicator(indicator, newest, level, code, &parents)
            };
            Profile {
                format: FORMAT,
                area: code.clone(),
                name: level.areas.names[*position].clone(),
                population: level.areas.population[*position],
                indicators: contents.indicators.iter().zip(&newest_of).filter_map(of_indicator).collect(),
                parents,
            }
        })
        .collect()
}

/// The borders of the areas of `larger`, dissolved from those of `smaller`.
pub(crate) fn dissolved_into(
    smaller: &LevelContents,
    larger: &LevelContents,
) -> Result<Topology, PublishError> {
    let ancestor_of = |position: usize| {
        let code = &smaller.areas.codes[position];
        let candidates = parents(code, &smaller.areas.parents[position]);
        let found = candidates.iter().find_map(|candidate| larger.areas.position(candidate));
        found.and_then(|position| u32::try_from(position).ok()).ok_or_else(|| {
            PublishError::bad(format!(
                "The area {code} lies in no {}: its parent is {}, and there is none of that code.",
                larger.areas.level, smaller.areas.parents[position]
            ))
        })
    };
    let parent_of = (0..smaller.areas.codes.len()).map(ancestor_of).collect::<Result<Vec<_>, _>>()?;
    let borders = smaller.borders.as_ref().ok_or_else(|| {
        PublishError::bad(format!("The level {} has no borders to dissolve.", smaller.areas.level))
    })?;
    borders.dissolved(&parent_of, larger.areas.codes.len()).map_err(|error| {
        PublishError::bad(format!("The borders of {} cannot be dissolved: {error}.", larger.areas.level))
    })
}

/// The larger areas an area lies in, nearest first.
fn parents(code: &AreaCode, parent: &AreaCode) -> Vec<AreaCode> {
    let mut chain = Vec::new();
    let mut next = (parent != code).then(|| parent.clone());
    while let Some(parent) = next {
        next = parent.parent();
        chain.push(parent);
    }
    chain
}

fn profile_indicator(
    contents: &IndicatorContents,
    newest: &[Vec<Value>],
    level: &LevelContents,
    code: &AreaCode,
    parents: &[(AreaCode, String)],
) -> Option<ProfileIndicator> {
    let table_at = contents
        .tables
        .iter()
        .position(|table| table.level == level.areas.level && table.vintage == level.areas.vintage)?;
    let own = &contents.tables[table_at].cube;
    let mut series =
        vec![ProfileSeries { area: code.clone(), values: NumberColumn(own.series(code)?.to_vec()) }];
    for (parent, _) in parents {
        let Some(table) = contents.tables.iter().find(|table| table.level == parent.level()) else {
            continue;
        };
        let value_in = |period| table.cube.value(parent, period).unwrap_or(Value::Absent(Absence::Missing));
        let values: Vec<_> = own.periods().iter().map(|period| value_in(*period)).collect();
        if values.iter().any(|value| value.number().is_some()) {
            series.push(ProfileSeries { area: parent.clone(), values: NumberColumn(values) });
        }
    }
    let mut level_spread: Vec<f64> = newest[table_at].iter().filter_map(|value| value.number()).collect();
    level_spread.sort_by(f64::total_cmp);
    Some(ProfileIndicator {
        slug: contents.indicator.slug.clone(),
        periods: own.periods().to_vec(),
        series,
        level_spread,
        inner_spread: inner_spread(contents, newest, code),
    })
}

/// Newest values of the municipalities of a county, or of the county that a municipality lies in.
fn inner_spread(
    contents: &IndicatorContents,
    newest: &[Vec<Value>],
    code: &AreaCode,
) -> Vec<(AreaCode, f64)> {
    let county = if code.level() == Level::County { Some(code.clone()) } else { code.parent() };
    let Some(at) = contents.tables.iter().position(|table| table.level == Level::Municipality) else {
        return Vec::new();
    };
    let of_county = contents.tables[at].cube.areas().iter().zip(&newest[at]);
    of_county
        .filter(|(area, _)| area.parent() == county)
        .filter_map(|(area, value)| Some((area.clone(), value.number()?)))
        .collect()
}

/// The values of the newest period.
fn newest(cube: &Cube) -> Vec<Value> {
    cube.periods().last().and_then(|period| cube.cross_section(*period)).unwrap_or_default()
}

/// A number of people as a whole number; 0 where there is none.
fn people(value: Value) -> u32 {
    let number = value.number().unwrap_or(0.0).round().clamp(0.0, f64::from(u32::MAX));
    #[expect(clippy::cast_possible_truncation, reason = "rounded and clamped to the range just above")]
    let people = number as u32;
    people
}

fn label_points_of(borders: &Topology) -> Vec<[i32; 2]> {
    let whole = |metres: f64| {
        let metres = metres.round().clamp(f64::from(i32::MIN), f64::from(i32::MAX));
        #[expect(clippy::cast_possible_truncation, reason = "rounded and clamped to the range just above")]
        let whole = metres as i32;
        whole
    };
    let arcs = borders.arcs_of_areas();
    // Every area has a size: a topology without is refused when it is made.
    let label = |area| borders.label_point(&arcs, area).map_or([0, 0], |label| label.at.map(whole));
    (0..borders.n_areas()).into_par_iter().map(label).collect()
}
