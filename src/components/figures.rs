//! The figures of one indicator on the levels a page compares, as one value.

use crate::model::{Absence, AreaCode, Cube, Ends, Level, Period, Value, Vintage};
use crate::stats::interval::{Interval, difference_interval};
use std::sync::Arc;

/// Tables of one indicator, one a level.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Which indicator.
    pub slug: String,
    /// The vintage that was asked for; tables of levels that the indicator has not in it are of their newest.
    pub vintage: Option<Vintage>,
    /// Its tables, largest areas first.
    pub tables: Vec<(Level, Arc<Cube>)>,
}

impl Figures {
    /// The table of a level.
    pub fn table(&self, level: Level) -> Option<&Arc<Cube>> {
        self.tables.iter().find(|(own, _)| *own == level).map(|(_, cube)| cube)
    }

    /// The value of an area in a period.
    pub fn value(&self, area: &AreaCode, period: Period) -> Option<Value> {
        self.table(area.level())?.value(area, period)
    }

    /// The intervals of an area's values; empty where there are none.
    pub fn intervals(&self, area: &AreaCode) -> &[Ends] {
        self.table(area.level()).map_or(&[], |table| table.intervals_of(area))
    }

    /// The interval of an area's value in a period, where it has one.
    pub fn interval(&self, area: &AreaCode, period: Period) -> Ends {
        self.table(area.level())?.interval(area, period)
    }

    /// The same figures as changes since a period: an absence at either end is an absence. None when the tables do not
    /// hold together.
    pub fn since(&self, from: Period) -> Option<Self> {
        let changed = |cube: &Cube| {
            let n_periods = cube.periods().len();
            let Ok(first) = cube.periods().binary_search(&from) else { return None };
            let values = cube.values().chunks(n_periods.max(1)).flat_map(|series| {
                let before = series[first];
                series.iter().map(move |after| difference(before, *after))
            });
            let since = Cube::new(cube.areas().to_vec(), cube.periods().to_vec(), values.collect()).ok()?;
            since.with_intervals(intervals_since(cube, first)).ok()
        };
        let tables = self.tables.iter().filter_map(|(level, cube)| Some((*level, Arc::new(changed(cube)?))));
        Some(Self { slug: self.slug.clone(), vintage: self.vintage, tables: tables.collect() })
    }

    /// The periods and values of an area.
    pub fn series(&self, area: &AreaCode) -> Option<(&[Period], &[Value])> {
        let table = self.table(area.level())?;
        Some((table.periods(), table.series(area)?))
    }
}

/// The intervals of the changes since a period, by its place among the periods. What has not changed because it is the
/// same number has none.
fn intervals_since(cube: &Cube, first: usize) -> Vec<Ends> {
    let n_periods = cube.periods().len().max(1);
    let of = |at: usize| Some((cube.values()[at].number()?, cube.intervals()[at]?));
    let ends = |at: usize| {
        let from = at - at % n_periods + first;
        let Interval { low, high } = difference_interval(of(at)?, of(from)?);
        (at != from).then_some((low, high))
    };
    (0..cube.intervals().len()).map(ends).collect()
}

/// The change between two values; an absence of the later one first, then of the earlier one.
fn difference(before: Value, after: Value) -> Value {
    match (before, after) {
        (Value::Number(before, _), Value::Number(after, flags)) => {
            Value::finite(after - before).map_or(Value::Absent(Absence::NotApplicable), |change| match change
            {
                Value::Number(change, _) => Value::Number(change, flags),
                absent @ Value::Absent(_) => absent,
            })
        }
        (_, absent @ Value::Absent(_)) | (absent @ Value::Absent(_), _) => absent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Flags;

    #[test]
    fn changes_add_up_and_an_absence_stays_one() {
        let number = |x: f64| Value::Number(x, Flags::NONE);
        let absent = Value::Absent(Absence::Suppressed);
        let periods = [2011, 2015, 2020].map(Period::year).to_vec();
        let codes: Vec<AreaCode> = ["01", "03"].iter().map(|code| code.parse().unwrap()).collect();
        let values = vec![number(4.0), number(6.5), number(5.0), absent, number(1.0), absent];
        let cube = Cube::new(codes.clone(), periods.clone(), values).unwrap();
        let figures =
            Figures { slug: "x".into(), vintage: None, tables: vec![(Level::County, Arc::new(cube))] };
        let since = figures.since(periods[0]).unwrap();
        let value = |code: usize, period: usize| since.value(&codes[code], periods[period]).unwrap();
        assert_eq!([value(0, 0), value(0, 1), value(0, 2)], [number(0.0), number(2.5), number(1.0)]);
        assert_eq!([value(1, 1), value(1, 2)], [absent; 2]);
        // From one period to a second and on to a third is from the first to the third.
        let on = figures.since(periods[1]).unwrap().value(&codes[0], periods[2]).unwrap();
        assert_eq!(value(0, 1).number().unwrap() + on.number().unwrap(), value(0, 2).number().unwrap());
        assert!(figures.since(Period::year(1999)).unwrap().tables.is_empty());
    }
}
