//! Observations of all tables of an indicator as one table a level: every code known in its vintage and valid in the
//! period, no value twice, every area and period there, what no source mentions being missing.

use super::contents::LevelCube;
use super::error::{Problems, PublishError};
use super::manifest::{LevelSource, TableSource};
use super::observations::Observation;
use crate::model::{Absence, AreaCode, AreaTable, Cube, Ends, Level, Period, Value, Vintage};
use std::collections::{BTreeMap, BTreeSet};

/// The cells of one table: the value, the file and place that it stood in, and its interval.
type Cells<'a> = BTreeMap<(&'a AreaCode, Period), (Value, &'a str, u64, Ends)>;

/// The tables of one indicator, and a note for each source that gives values for codes outside their validity.
///
/// # Errors
/// With a sentence for each code that the vintage does not have and each value that is there twice.
pub fn harmonised(
    sources: &[(&TableSource, Vec<Observation>)],
    areas: &[&AreaTable],
    levels: &[LevelSource],
) -> Result<(Vec<LevelCube>, Vec<String>), PublishError> {
    let mut problems = Problems::default();
    let mut notes = Vec::new();
    let mut found: BTreeMap<(Level, Vintage), Cells> = BTreeMap::new();
    let is_valid = |level: Level, vintage: Vintage, area: &AreaCode, period: Period| {
        let source = levels.iter().find(|source| (source.level, source.vintage) == (level, vintage));
        source.is_none_or(|source| source.is_valid(area, period.calendar_year()))
    };
    for (table, observations) in sources {
        let mut n_masked = 0;
        for observation in observations {
            let Observation { area, period, value, interval, place } = observation;
            if let Some(problem) = unknown(table, area, *place, areas) {
                problems.add(problem);
                continue;
            }
            if !table.outside_validity && !is_valid(area.level(), table.vintage, area, *period) {
                n_masked += usize::from(value.number().is_some());
                continue;
            }
            let cells = found.entry((area.level(), table.vintage)).or_default();
            let cell = (*value, &*table.file, *place, *interval);
            if let Some((_, file, first, _)) = cells.insert((area, *period), cell) {
                problems.add(format!(
                    "{}, line {place}: the value of {area} in {period} is there already, in {file}, line {first}; one \
                     row for each area and period is allowed.",
                    table.file
                ));
            }
        }
        if n_masked > 0 {
            notes.push(format!(
                "{}: {n_masked} values are for years in which their codes of {} are not valid; they were left out.",
                table.file, table.vintage
            ));
        }
    }
    let cube = |((level, vintage), cells): ((Level, Vintage), Cells)| {
        let codes = areas.iter().find(|table| (table.level, table.vintage) == (level, vintage));
        let codes = codes.map(|table| table.codes.clone()).unwrap_or_default();
        let periods: Vec<Period> =
            cells.keys().map(|(_, period)| *period).collect::<BTreeSet<_>>().into_iter().collect();
        let absent = |code: &AreaCode, period| match is_valid(level, vintage, code, period) {
            true => Value::Absent(Absence::Missing),
            false => Value::Absent(Absence::NotApplicable),
        };
        let value =
            |code, period| cells.get(&(code, period)).map_or_else(|| absent(code, period), |cell| cell.0);
        let places = || codes.iter().flat_map(|code| periods.iter().map(move |period| (code, *period)));
        let values = places().map(|(code, period)| value(code, period)).collect();
        let has_intervals = cells.values().any(|cell| cell.3.is_some());
        let interval = |place| cells.get(&place).and_then(|cell| cell.3);
        let intervals = if has_intervals { places().map(interval).collect() } else { Vec::new() };
        let cube = Cube::new(codes, periods, values).and_then(|cube| cube.with_intervals(intervals));
        cube.map(|cube| LevelCube { level, vintage, cube }).map_err(|error| {
            PublishError::bad(format!("The table of {level} {vintage} does not hold together: {error}."))
        })
    };
    problems.or(())?;
    Ok((found.into_iter().map(cube).collect::<Result<_, _>>()?, notes))
}

/// Why the code of an observation is not one that the table may have.
fn unknown(table: &TableSource, area: &AreaCode, place: u64, areas: &[&AreaTable]) -> Option<String> {
    let (file, vintage) = (&table.file, table.vintage);
    if !table.levels.contains(&area.level()) {
        let levels: Vec<&str> = table.levels.iter().map(|level| level.id()).collect();
        return Some(format!(
            "{file}, line {place}: {area} is the code of a {}, the manifest allows {} here.",
            area.level(),
            levels.join(" and ")
        ));
    }
    let of_level = areas.iter().find(|other| (other.level, other.vintage) == (area.level(), vintage))?;
    of_level.position(area).is_none().then(|| {
        let n_areas = of_level.codes.len();
        format!(
            "{file}, line {place}, column {}: the code {area} is unknown; it is none of the {n_areas} areas of level \
             {} {vintage}.",
            table.area.as_deref().unwrap_or("fixed_area"),
            area.level()
        )
    })
}
