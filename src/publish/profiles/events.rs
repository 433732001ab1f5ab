//! Measures and reforms that concern an area, and the areas that were most like it before a measure.

use super::super::contents::{Contents, LevelContents, LevelCube};
use super::super::separation::rounded;
use crate::model::{
    Absence, AreaCode, Cube, Event, EventComparison, EventKind, Flags, Level, NumberColumn, Period,
    ProfileEvent, Value,
};
use crate::stats::similarity::{Variable, similar_areas};

/// How many areas a development is compared with.
const N_COMPARED: usize = 8;
/// How many periods before an event tell enough of an area's level and trend.
const FEWEST_BEFORE: usize = 3;

/// The events of an area: measures taken in it, and reforms for all of which it has some figures.
pub(super) fn events(contents: &Contents, level: &LevelContents, code: &AreaCode) -> Vec<ProfileEvent> {
    let concerns = |event: &&Event| match event.kind {
        EventKind::Measure => event.area == *code,
        EventKind::Reform => event.area == *code || event.area.level() == Level::Nation,
    };
    let of_event = |event: &Event| {
        let comparisons = match event.kind {
            EventKind::Measure => event
                .indicators
                .iter()
                .filter_map(|slug| {
                    let treated = others_with_measures(contents, event, slug);
                    comparison(table(contents, level, slug)?, slug, event, &treated, level)
                })
                .collect(),
            EventKind::Reform => Vec::new(),
        };
        ProfileEvent { event: event.clone(), comparisons }
    };
    contents.events.iter().filter(concerns).map(of_event).collect()
}

fn table<'a>(contents: &'a Contents, level: &LevelContents, slug: &str) -> Option<&'a LevelCube> {
    let indicator = contents.indicators.iter().find(|contents| contents.indicator.slug == slug)?;
    let own = (level.areas.level, level.areas.vintage);
    indicator.tables.iter().find(|table| (table.level, table.vintage) == own)
}

/// The other areas in which a measure was taken that concerns the same indicator: they would be no comparison.
fn others_with_measures<'a>(contents: &'a Contents, event: &Event, slug: &String) -> Vec<&'a AreaCode> {
    let concerns = |other: &&Event| {
        other.kind == EventKind::Measure && other.area != event.area && other.indicators.contains(slug)
    };
    contents.events.iter().filter(concerns).map(|other| &other.area).collect()
}

/// The areas nearest in level and trend over the periods before the event, and the mean of their values. None where too
/// few periods lie before it.
fn comparison(
    table: &LevelCube,
    slug: &str,
    event: &Event,
    treated: &[&AreaCode],
    level: &LevelContents,
) -> Option<EventComparison> {
    let cube = &table.cube;
    let before = cube.periods().iter().filter(|period| **period < event.from).count();
    if before < FEWEST_BEFORE {
        return None;
    }
    let own = cube.areas().iter().position(|code| *code == event.area)?;
    let (levels, trends) = (column(cube, before, mean), column(cube, before, slope));
    let variables = [Variable { values: &levels, weight: 1.0 }, Variable { values: &trends, weight: 1.0 }];
    let similar = similar_areas(own, &variables).ok()?;
    let untreated = similar.areas.iter().map(|similar| &cube.areas()[similar.area_idx]);
    let nearest: Vec<&AreaCode> = untreated.filter(|code| !treated.contains(code)).take(N_COMPARED).collect();
    if nearest.len() < N_COMPARED {
        return None;
    }
    let mean_in = |period: &Period| {
        let values: Option<Vec<f64>> =
            nearest.iter().map(|code| cube.value(code, *period)?.number()).collect();
        let mean = values.and_then(|values| mean(&values));
        mean.map_or(Value::Absent(Absence::Missing), |mean| Value::Number(rounded(mean, 3), Flags::NONE))
    };
    let means = cube.periods().iter().map(mean_in);
    let name = |code: &AreaCode| level.areas.name(code).unwrap_or_default().to_owned();
    Some(EventComparison {
        slug: slug.to_owned(),
        areas: nearest.iter().map(|code| ((*code).clone(), name(code))).collect(),
        means: NumberColumn(means.collect()),
    })
}

/// One number an area from its values before the event; none where one of them is absent.
fn column(cube: &Cube, before: usize, read: fn(&[f64]) -> Option<f64>) -> Vec<Option<f64>> {
    let of_area = |code: &AreaCode| {
        let values = &cube.series(code)?[..before];
        let numbers: Option<Vec<f64>> = values.iter().map(|value| value.number()).collect();
        read(&numbers?)
    };
    cube.areas().iter().map(of_area).collect()
}

fn mean(values: &[f64]) -> Option<f64> {
    crate::stats::summary::mean(values)
}

/// The least-squares slope over evenly spaced periods.
fn slope(values: &[f64]) -> Option<f64> {
    let middle = (values.len() as f64 - 1.0) / 2.0;
    let mean = mean(values)?;
    let along = |at: usize| at as f64 - middle;
    let products: f64 = values.iter().enumerate().map(|(at, value)| along(at) * (value - mean)).sum();
    let squares: f64 = (0..values.len()).map(|at| along(at) * along(at)).sum();
    (squares > 0.0).then(|| products / squares)
}
