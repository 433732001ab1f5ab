//! The types of areas over time, and how many people live in areas of which type.

use super::super::contents::{Contents, IndicatorContents};
use super::super::derive::people;
use super::super::separation::rounded;
use super::lies_in;
use crate::model::{
    Absence, AreaCode, Cube, Flags, Level, MeansByType, Measure, NumberColumn, PeopleByType, Period,
    TypesInside, Value, Vintage,
};
use crate::stats::area_types::{AreaType, AreaTypeLimits};

/// The slugs that the site knows by name: the area type, the index that it follows from, and the number of people.
const AREA_TYPE: &str = "omradestyp";
const INDEX: &str = "socioekonomiskt-index";
const POPULATION: &str = "befolkning";

/// The published types of an edition, one table a vintage of RegSO, the newest first.
pub(super) struct AreaTypes<'a>(Vec<OfVintage<'a>>);

struct OfVintage<'a> {
    vintage: Vintage,
    types: &'a Cube,
    people: Option<&'a Cube>,
    /// The index with the limits of the first period that has types; none where too few areas have it.
    fixed: Option<(&'a Cube, AreaTypeLimits)>,
}

impl<'a> AreaTypes<'a> {
    pub(super) fn new(contents: &'a Contents) -> Self {
        let cube = |slug: &str, vintage: Vintage| {
            let indicator = contents.indicators.iter().find(|contents| contents.indicator.slug == slug)?;
            let mut tables = indicator.tables.iter();
            Some(&tables.find(|table| (table.level, table.vintage) == (Level::Regso, vintage))?.cube)
        };
        let of_vintage = |vintage: Vintage| {
            let types = cube(AREA_TYPE, vintage)?;
            let fixed = cube(INDEX, vintage).and_then(|index| Some((index, limits(types, index)?)));
            Some(OfVintage { vintage, types, people: cube(POPULATION, vintage), fixed })
        };
        let regso = contents.levels.iter().filter(|level| level.areas.level == Level::Regso);
        let mut vintages: Vec<Vintage> = regso.map(|level| level.areas.vintage).collect();
        vintages.sort_by(|a, b| b.cmp(a));
        Self(vintages.into_iter().filter_map(of_vintage).collect())
    }

    /// The types of some RegSO of a vintage over time; none where none of them has one.
    pub(super) fn inside(&self, vintage: Vintage, codes: &[AreaCode]) -> Option<TypesInside> {
        let of = self.0.iter().find(|of| of.vintage == vintage)?;
        let periods = of.types.periods().to_vec();
        let rows = |type_of: &dyn Fn(&AreaCode, Period) -> Option<usize>| -> Vec<String> {
            let digit = |code: &AreaCode, period: &Period| {
                let number = type_of(code, *period).map_or(0, |position| position + 1);
                char::from_digit(u32::try_from(number).unwrap_or(0), 10).unwrap_or('0')
            };
            codes.iter().map(|code| periods.iter().map(|period| digit(code, period)).collect()).collect()
        };
        let moving = rows(&|code, period| of.moving(code, period));
        let is_empty = moving.iter().all(|row| row.bytes().all(|digit| digit == b'0'));
        let fixed = match &of.fixed {
            Some(_) => rows(&|code, period| of.fixed(code, period)),
            None => Vec::new(),
        };
        (!is_empty).then_some(TypesInside { periods, moving, fixed })
    }

    /// People in RegSO of each type inside an area, of the newest vintage that has some: for the periods in which nearly
    /// all of its typed areas are counted. People counted in one town are not those of the country.
    pub(super) fn people(&self, area: &AreaCode) -> Option<PeopleByType> {
        self.0.iter().find_map(|of| {
            let numbers = of.people?;
            let inside: Vec<&AreaCode> = of.types.areas().iter().filter(|code| lies_in(code, area)).collect();
            let is_counted = |period: &Period| {
                let typed = inside.iter().filter(|code| of.moving(code, *period).is_some());
                let counted = |code: &&&AreaCode| {
                    numbers.value(code, *period).is_some_and(|value| value.number().is_some())
                };
                is_nearly_all(typed.clone().filter(counted).count(), typed.count())
            };
            let periods: Vec<Period> = of.types.periods().iter().copied().filter(is_counted).collect();
            let sums = |type_of: &dyn Fn(&AreaCode, Period) -> Option<usize>| -> Vec<[u32; 5]> {
                let of_period = |period: &Period| {
                    let mut sums = [0_u32; 5];
                    for code in &inside {
                        if let (Some(position), Some(number)) =
                            (type_of(code, *period), numbers.value(code, *period))
                        {
                            sums[position] += people(number);
                        }
                    }
                    sums
                };
                periods.iter().map(of_period).collect()
            };
            let moving = sums(&|code, period| of.moving(code, period));
            let fixed = match &of.fixed {
                Some(_) => sums(&|code, period| of.fixed(code, period)),
                None => Vec::new(),
            };
            (!periods.is_empty()).then_some(PeopleByType { periods, people: moving, fixed })
        })
    }
}

impl AreaTypes<'_> {
    /// Every indicator that RegSO have, by their newest type: means weighted by residents, in the catalogue's order. Of
    /// the newest vintage that has types in nearly all areas; nothing where none has.
    pub(super) fn means(&self, contents: &Contents) -> Vec<MeansByType> {
        let Some((of, newest, numbers)) = self.0.iter().find_map(|of| {
            let newest = *of.types.periods().last()?;
            let n_typed = of.types.areas().iter().filter(|code| of.moving(code, newest).is_some()).count();
            is_nearly_all(n_typed, of.types.areas().len()).then_some((of, newest, of.people?))
        }) else {
            return Vec::new();
        };
        let of_indicator = |contents: &IndicatorContents| {
            let indicator = &contents.indicator;
            let mut tables = contents.tables.iter();
            let table = tables.find(|table| (table.level, table.vintage) == (Level::Regso, of.vintage))?;
            let period = *table.cube.periods().last()?;
            if indicator.measure == Measure::Count || indicator.slug == AREA_TYPE {
                return None;
            }
            let (mut sums, mut n_known) = ([[0.0_f64; 2]; 5], 0);
            for code in of.types.areas() {
                let value = table.cube.value(code, period).and_then(Value::number);
                let people = numbers.value(code, newest).and_then(Value::number);
                if let (Some(at), Some(value), Some(people)) = (of.moving(code, newest), value, people) {
                    sums[at][0] += value * people;
                    sums[at][1] += people;
                    n_known += 1;
                }
            }
            let mean = |[sum, people]: [f64; 2]| match people > 0.0 {
                true => Value::Number(rounded(sum / people, indicator.decimals), Flags::NONE),
                false => Value::Absent(Absence::Missing),
            };
            let means: Vec<Value> = sums.into_iter().map(mean).collect();
            let is_known = is_nearly_all(n_known, of.types.areas().len());
            let slug = indicator.slug.clone();
            is_known.then_some(MeansByType { slug, period, means: NumberColumn(means) })
        };
        contents.indicators.iter().filter_map(of_indicator).collect()
    }
}

impl OfVintage<'_> {
    /// The published type of an area, counted from 0.
    fn moving(&self, code: &AreaCode, period: Period) -> Option<usize> {
        position(self.types.value(code, period)?)
    }

    /// Its type by the limits of the first period.
    fn fixed(&self, code: &AreaCode, period: Period) -> Option<usize> {
        let (index, limits) = self.fixed.as_ref()?;
        let area_type = limits.area_type(index.value(code, period)?.number()?);
        Some(usize::from(area_type.number()) - 1)
    }
}

/// The limits of the first period with types, from the published index, which is rounded. None unless nearly all areas
/// that have a type have an index too: the limits of a few areas are not those of the country.
fn limits(types: &Cube, index: &Cube) -> Option<AreaTypeLimits> {
    let first = *types.periods().first()?;
    let typed: Vec<&AreaCode> =
        types.areas().iter().filter(|code| types.value(code, first).and_then(position).is_some()).collect();
    let known: Vec<f64> =
        typed.iter().filter_map(|code| index.value(code, first).and_then(Value::number)).collect();
    (typed.len() >= 1000 && is_nearly_all(known.len(), typed.len()))
        .then(|| AreaTypeLimits::of(&known))
        .flatten()
}

/// Whether 19 of 20 are there, of at least one: what lacks more than that is not said of the whole.
fn is_nearly_all(known: usize, all: usize) -> bool {
    all > 0 && known * 20 >= all * 19
}

/// The position of a type 1 to 5.
fn position(of_type: Value) -> Option<usize> {
    AreaType::ALL.iter().position(|area_type| of_type.number() == Some(f64::from(area_type.number())))
}
