//! Values of one indicator, areas × periods.

use super::{AreaCode, Period, Value};

/// Values of one indicator for the areas of one level over periods; the period varies fastest.
#[derive(Debug, Clone, PartialEq)]
pub struct Cube {
    areas: Vec<AreaCode>,
    periods: Vec<Period>,
    values: Vec<Value>,
    intervals: Vec<Ends>,
}

/// The ends of a value's 95 % interval, where it has one.
pub type Ends = Option<(f64, f64)>;

/// One area over periods.
pub type Series<'a> = &'a [Value];

/// One period over areas, in the areas' order.
pub type CrossSection = Vec<Value>;

/// A cube that does not hold together, as a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CubeError(pub String);

impl std::fmt::Display for CubeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for CubeError {}

impl Cube {
    /// Checks that codes and periods ascend without repeats and that there is a value for each pair.
    pub fn new(areas: Vec<AreaCode>, periods: Vec<Period>, values: Vec<Value>) -> Result<Self, CubeError> {
        if let Some(pair) = areas.windows(2).find(|pair| pair[0] >= pair[1]) {
            return Err(CubeError(format!("area codes must ascend, found {} before {}", pair[0], pair[1])));
        }
        if let Some(pair) = periods.windows(2).find(|pair| pair[0] >= pair[1]) {
            return Err(CubeError(format!("periods must ascend, found {} before {}", pair[0], pair[1])));
        }
        let expected = areas.len() * periods.len();
        if values.len() != expected {
            let (n_areas, n_periods, found) = (areas.len(), periods.len(), values.len());
            return Err(CubeError(format!(
                "{n_areas} areas × {n_periods} periods make {expected} values, found {found}"
            )));
        }
        Ok(Self { areas, periods, values, intervals: Vec::new() })
    }

    /// The same with the ends of an interval for each value, or for none at all; an interval holds its value.
    pub fn with_intervals(self, intervals: Vec<Ends>) -> Result<Self, CubeError> {
        if !intervals.is_empty() && intervals.len() != self.values.len() {
            let (found, expected) = (intervals.len(), self.values.len());
            return Err(CubeError(format!("{expected} values have {found} intervals")));
        }
        let holds = |(value, ends): (&Value, &Ends)| match (value.number(), ends) {
            (_, None) => true,
            (Some(number), Some((low, high))) => *low <= number && number <= *high,
            (None, Some(_)) => false,
        };
        if let Some(at) = self.values.iter().zip(&intervals).position(|pair| !holds(pair)) {
            let n_periods = self.periods.len();
            let (area, period) = (&self.areas[at / n_periods], self.periods[at % n_periods]);
            return Err(CubeError(format!("the interval of {area} in {period} does not hold its value")));
        }
        Ok(Self { intervals, ..self })
    }

    /// Codes, ascending.
    pub fn areas(&self) -> &[AreaCode] {
        &self.areas
    }

    /// Periods, ascending.
    pub fn periods(&self) -> &[Period] {
        &self.periods
    }

    /// All values, the period varying fastest.
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// The intervals of all values; empty where the values have none.
    pub fn intervals(&self) -> &[Ends] {
        &self.intervals
    }

    /// The intervals of one area over all periods; empty where the values have none.
    pub fn intervals_of(&self, area: &AreaCode) -> &[Ends] {
        let n_periods = self.periods.len();
        let position = self.areas.binary_search(area).unwrap_or(self.areas.len());
        self.intervals.get(position * n_periods..(position + 1) * n_periods).unwrap_or_default()
    }

    /// The interval of one area's value in one period.
    pub fn interval(&self, area: &AreaCode, period: Period) -> Ends {
        // Asked for thousands of areas at a time, of which most have none.
        if self.intervals.is_empty() {
            return None;
        }
        let position = self.periods.binary_search(&period).ok()?;
        *self.intervals_of(area).get(position)?
    }

    /// The values of one area over all periods.
    pub fn series(&self, area: &AreaCode) -> Option<Series<'_>> {
        let position = self.areas.binary_search(area).ok()?;
        let n_periods = self.periods.len();
        Some(&self.values[position * n_periods..(position + 1) * n_periods])
    }

    /// The values of all areas in one period.
    pub fn cross_section(&self, period: Period) -> Option<CrossSection> {
        let position = self.periods.binary_search(&period).ok()?;
        Some(self.values.iter().skip(position).step_by(self.periods.len()).copied().collect())
    }

    /// The value of one area in one period.
    pub fn value(&self, area: &AreaCode, period: Period) -> Option<Value> {
        let position = self.periods.binary_search(&period).ok()?;
        self.series(area).map(|series| series[position])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Flags;

    #[test]
    fn series_and_cross_sections_are_the_rows_and_columns_of_one_table() {
        let areas: Vec<AreaCode> = ["01", "03"].iter().map(|c| c.parse().unwrap()).collect();
        let periods = vec![Period::year(2022), Period::year(2023), Period::year(2024)];
        let values: Vec<Value> = (0..6).map(|i| Value::Number(f64::from(i), Flags::NONE)).collect();
        let cube = Cube::new(areas.clone(), periods.clone(), values).unwrap();
        for area in &areas {
            for (i, period) in periods.iter().enumerate() {
                let value = cube.value(area, *period).unwrap();
                assert_eq!(cube.series(area).unwrap()[i], value);
                let row = cube.areas().binary_search(area).unwrap();
                assert_eq!(cube.cross_section(*period).unwrap()[row], value);
            }
        }
        let ends: Vec<Ends> = (0..6).map(|i| Some((f64::from(i) - 1.0, f64::from(i) + 0.5))).collect();
        let with = cube.clone().with_intervals(ends.clone()).unwrap();
        assert_eq!(with.interval(&areas[1], periods[2]), Some((4.0, 5.5)));
        assert_eq!(with.intervals_of(&areas[0]), &ends[..3]);
        assert_eq!((cube.interval(&areas[1], periods[2]), cube.intervals_of(&areas[1]).len()), (None, 0));
        let mut beside = ends.clone();
        beside[3] = Some((3.5, 9.0));
        let refused = cube.clone().with_intervals(beside).unwrap_err().0;
        assert_eq!(refused, "the interval of 03 in 2022 does not hold its value");
        assert!(cube.with_intervals(ends[..4].to_vec()).is_err());
        assert!(Cube::new(areas, periods, vec![]).unwrap_err().0.contains("make 6 values, found 0"));
    }
}
