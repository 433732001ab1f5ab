//! The RegSO inside a municipality, with their newest values, and how many people live in areas of which type.

use super::super::contents::{Contents, LevelContents};
use super::super::derive::people;
use super::{Newest, lies_in};
use crate::model::{AreaCode, AreasInside, Cube, InsideValues, Level, NumberColumn, PeopleByType, Value};

/// The slugs that the site knows by name: the area type, and the number of people.
const AREA_TYPE: &str = "omradestyp";
const POPULATION: &str = "befolkning";

/// The RegSO of the newest vintage, and what is known of them.
pub(super) struct Inside<'a> {
    contents: &'a Contents,
    newest: &'a [Vec<Newest>],
    regso: Option<&'a LevelContents>,
    types_and_people: Option<[&'a Cube; 2]>,
}

impl<'a> Inside<'a> {
    pub(super) fn new(contents: &'a Contents, newest: &'a [Vec<Newest>]) -> Self {
        let regso = contents.levels.iter().filter(|level| level.areas.level == Level::Regso);
        let regso = regso.max_by_key(|level| level.areas.vintage);
        let cube = |slug: &str| {
            let indicator = contents.indicators.iter().find(|contents| contents.indicator.slug == slug)?;
            let vintage = regso?.areas.vintage;
            let table =
                indicator.tables.iter().find(|table| (table.level, table.vintage) == (Level::Regso, vintage));
            Some(&table?.cube)
        };
        let types_and_people = cube(AREA_TYPE).zip(cube(POPULATION)).map(|(types, people)| [types, people]);
        Self { contents, newest, regso, types_and_people }
    }

    /// The RegSO of a municipality; none for larger areas, whose municipalities are shown.
    pub(super) fn of(&self, code: &AreaCode) -> Option<AreasInside> {
        let regso = &self.regso?.areas;
        if code.level() != Level::Municipality {
            return None;
        }
        let inside: Vec<usize> =
            (0..regso.codes.len()).filter(|at| lies_in(&regso.codes[*at], code)).collect();
        if inside.is_empty() {
            return None;
        }
        let mut indicators = Vec::new();
        for (indicator, newest) in self.contents.indicators.iter().zip(self.newest) {
            let of_level = newest
                .iter()
                .position(|newest| (newest.level, newest.vintage) == (Level::Regso, regso.vintage));
            let Some(at) = of_level else { continue };
            let Some(period) = indicator.tables[at].cube.periods().last() else { continue };
            indicators.push(InsideValues {
                slug: indicator.indicator.slug.clone(),
                period: *period,
                values: NumberColumn(inside.iter().map(|area| newest[at].values[*area]).collect()),
            });
        }
        Some(AreasInside {
            level: Level::Regso,
            vintage: regso.vintage,
            codes: inside.iter().map(|at| regso.codes[*at].clone()).collect(),
            population: inside.iter().map(|at| regso.population[*at]).collect(),
            indicators,
        })
    }

    /// People in RegSO of each type, for the periods that have both.
    pub(super) fn people_by_type(&self, code: &AreaCode) -> Option<PeopleByType> {
        let [types, numbers] = self.types_and_people?;
        let periods: Vec<_> =
            types.periods().iter().copied().filter(|period| numbers.periods().contains(period)).collect();
        let inside: Vec<&AreaCode> = types.areas().iter().filter(|area| lies_in(area, code)).collect();
        let mut sums = vec![[0_u32; 5]; periods.len()];
        for area in inside {
            for (sums, period) in sums.iter_mut().zip(&periods) {
                let (Some(of_type), Some(number)) =
                    (types.value(area, *period), numbers.value(area, *period))
                else {
                    continue;
                };
                if let Some(sum) = position(of_type).and_then(|at| sums.get_mut(at)) {
                    *sum += people(number);
                }
            }
        }
        Some(PeopleByType { periods, people: sums })
    }
}

/// The position of a type 1 to 5.
fn position(of_type: Value) -> Option<usize> {
    (1..=5_u8).position(|number| of_type.number() == Some(f64::from(number)))
}
