//! The profile of every municipality and county and of the nation, from the tables of all indicators and counts.

mod ages;
mod curves;
mod divisions;
mod events;
mod indices;
mod inside;
mod similar;
mod types;

use super::contents::{Contents, IndicatorContents, LevelContents};
use super::derive::{newest, parents};
use crate::model::{
    Absence, AreaCode, AreaNote, AreasInside, ComparedAreas, Cube, Ends, FORMAT, Level, NumberColumn,
    Profile, ProfileIndicator, ProfileSeries, SimilarArea, Value, Vintage, paths,
};
use indices::Indices;
use inside::Inside;
use rayon::prelude::*;
use similar::Compared;
use std::collections::BTreeMap;
use types::AreaTypes;

/// The levels that have profiles of their own.
const WITH_PROFILES: [Level; 3] = [Level::Nation, Level::County, Level::Municipality];

/// The profiles of all municipalities and larger areas, largest areas first, by code.
pub(super) fn profiles(contents: &Contents) -> Vec<Profile> {
    let with_profiles = contents.levels.iter().filter(|level| WITH_PROFILES.contains(&level.areas.level));
    let names: BTreeMap<&AreaCode, &str> = with_profiles
        .clone()
        .flat_map(|level| level.areas.codes.iter().zip(level.areas.names.iter().map(String::as_str)))
        .collect();
    let newest: Vec<Vec<Newest>> = contents
        .indicators
        .par_iter()
        .map(|indicator| indicator.tables.iter().map(Newest::of).collect())
        .collect();
    let inside = Inside::new(contents, &newest);
    let types = AreaTypes::new(contents);
    let of_level = |level: &LevelContents| -> Vec<Profile> {
        let indices = Indices::new(contents, level);
        let compared = Compared::new(contents, &newest, level);
        let profile = |position: usize| {
            let code = &level.areas.codes[position];
            let chain = parents(code, &level.areas.parents[position]);
            let parents: Vec<(AreaCode, String)> = chain
                .into_iter()
                .filter_map(|parent| names.get(&parent).map(|name| (parent.clone(), (*name).to_owned())))
                .collect();
            let similar = compared.most_like(position);
            let alike = similar.as_ref().map_or(&[][..], |similar| &similar.areas);
            let of_indicator = |(indicator, newest): (&IndicatorContents, &Vec<Newest>)| {
                profile_indicator(indicator, newest, level, code, &parents, alike)
            };
            let inside = inside.of(code, &types);
            let mut indicators: Vec<ProfileIndicator> =
                contents.indicators.iter().zip(&newest).filter_map(of_indicator).collect();
            for own in &mut indicators {
                if inside.as_ref().is_some_and(|inside| is_spread(inside, &own.slug)) {
                    own.county_spread.clear();
                }
            }
            Profile {
                format: FORMAT,
                area: code.clone(),
                name: level.areas.names[position].clone(),
                population: level.areas.population[position],
                indicators,
                parents,
                inside,
                ages: ages::ages(contents, code),
                indices: indices.of(position),
                divisions: divisions::divisions(contents, code),
                area_types: types.people(code),
                similar,
                examples: match code.level() {
                    Level::Nation => Vec::new(),
                    _ => contents
                        .examples
                        .iter()
                        .filter(|example| lies_in(&example.area, code))
                        .cloned()
                        .collect(),
                },
                by_type: if code.level() == Level::Nation { types.means(contents) } else { Vec::new() },
                events: events::events(contents, level, code),
                notes: notes(contents, code),
            }
        };
        (0..level.areas.codes.len()).into_par_iter().map(profile).collect()
    };
    with_profiles.flat_map(of_level).collect()
}

/// What the counties and what the municipalities are compared by.
pub(super) fn compared(contents: &Contents) -> Vec<(String, ComparedAreas)> {
    let is_compared = |level: &Level| matches!(level, Level::County | Level::Municipality);
    let newest: Vec<Vec<Newest>> = contents
        .indicators
        .par_iter()
        .map(|of| of.tables.iter().filter(|table| is_compared(&table.level)).map(Newest::of).collect())
        .collect();
    let levels = contents.levels.iter().filter(|level| is_compared(&level.areas.level));
    let of_level = |level: &LevelContents| {
        let path = paths::compared(level.areas.level, level.areas.vintage);
        Some((path, Compared::new(contents, &newest, level).file()?))
    };
    levels.filter_map(of_level).collect()
}

/// Whether the areas inside show a spread of an indicator: then that of the county's municipalities is not needed.
fn is_spread(inside: &AreasInside, slug: &str) -> bool {
    let mut own = inside.indicators.iter().filter(|values| values.slug == slug);
    own.any(|values| values.values.0.iter().filter(|value| value.number().is_some()).count() > 1)
}

/// The newest values of a table.
struct Newest {
    level: Level,
    vintage: Vintage,
    /// In the order of the table's areas.
    values: Vec<Value>,
    /// The numbers among them, ascending.
    spread: Vec<f64>,
}

impl Newest {
    fn of(table: &super::contents::LevelCube) -> Self {
        let values = newest(&table.cube);
        let mut spread: Vec<f64> = values.iter().filter_map(|value| value.number()).collect();
        spread.sort_by(f64::total_cmp);
        Self { level: table.level, vintage: table.vintage, values, spread }
    }
}

/// Whether an area is, or lies in, a municipality or larger area.
fn lies_in(code: &AreaCode, larger: &AreaCode) -> bool {
    larger.level() == Level::Nation || code.as_str().starts_with(larger.as_str())
}

fn profile_indicator(
    contents: &IndicatorContents,
    newest: &[Newest],
    level: &LevelContents,
    code: &AreaCode,
    parents: &[(AreaCode, String)],
    similar: &[SimilarArea],
) -> Option<ProfileIndicator> {
    let table_at = contents
        .tables
        .iter()
        .position(|table| table.level == level.areas.level && table.vintage == level.areas.vintage)?;
    let own = &contents.tables[table_at].cube;
    let mut series = vec![ProfileSeries {
        area: code.clone(),
        values: NumberColumn(own.series(code)?.to_vec()),
        intervals: own.intervals_of(code).to_vec(),
    }];
    for (parent, _) in parents {
        let Some(table) = contents.tables.iter().find(|table| table.level == parent.level()) else {
            continue;
        };
        let value_in = |period| table.cube.value(parent, period).unwrap_or(Value::Absent(Absence::Missing));
        let values: Vec<_> = own.periods().iter().map(|period| value_in(*period)).collect();
        if values.iter().any(|value| value.number().is_some()) {
            let has_intervals = !table.cube.intervals().is_empty();
            let periods = own.periods().iter().filter(|_| has_intervals);
            series.push(ProfileSeries {
                area: parent.clone(),
                values: NumberColumn(values),
                intervals: periods.map(|period| table.cube.interval(parent, *period)).collect(),
            });
        }
    }
    let (alike, alike_intervals) = alike(own, code, similar);
    Some(ProfileIndicator {
        slug: contents.indicator.slug.clone(),
        periods: own.periods().to_vec(),
        series,
        level_spread: newest[table_at].spread.clone(),
        county_spread: county_spread(contents, newest, code),
        alike,
        alike_intervals,
    })
}

/// The notes on an area and on the areas inside it.
fn notes(contents: &Contents, code: &AreaCode) -> Vec<AreaNote> {
    let within = |note: &AreaNote| AreaNote {
        areas: note.areas.iter().filter(|area| lies_in(area, code)).cloned().collect(),
        ..note.clone()
    };
    // The country's own page would name them all.
    let all = contents.area_notes.iter().filter(|_| code.level() != Level::Nation).map(within);
    all.filter(|note| !note.areas.is_empty()).collect()
}

/// The numbers of the areas most like one in the newest period in which it has a number itself, and their intervals where
/// the table has some.
fn alike(cube: &Cube, code: &AreaCode, similar: &[SimilarArea]) -> (Vec<Option<f64>>, Vec<Ends>) {
    let own = cube.series(code).unwrap_or_default();
    let Some(at) = own.iter().rposition(|value| value.number().is_some()) else { return Default::default() };
    let period = cube.periods()[at];
    let with_intervals = similar.iter().filter(|_| !cube.intervals().is_empty());
    (
        similar.iter().map(|similar| cube.value(&similar.area, period).and_then(Value::number)).collect(),
        with_intervals.map(|similar| cube.interval(&similar.area, period)).collect(),
    )
}

/// Newest values of the municipalities of a county, or of the county that a municipality lies in, ascending.
fn county_spread(contents: &IndicatorContents, newest: &[Newest], code: &AreaCode) -> Vec<f64> {
    let county = match code.level() {
        Level::Nation => return Vec::new(),
        Level::County => Some(code.clone()),
        _ => code.parent(),
    };
    let Some(at) = contents.tables.iter().position(|table| table.level == Level::Municipality) else {
        return Vec::new();
    };
    let of_county = contents.tables[at].cube.areas().iter().zip(&newest[at].values);
    let mut values: Vec<f64> = of_county
        .filter(|(area, _)| area.parent() == county)
        .filter_map(|(_, value)| value.number())
        .collect();
    values.sort_by(f64::total_cmp);
    values
}
