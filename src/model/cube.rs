//! Values of one indicator, areas × periods.

use super::{AreaCode, Period, Value};

/// Values of one indicator for the areas of one level over periods; the period varies fastest.
#[derive(Debug, Clone, PartialEq)]
pub struct Cube {
    areas: Vec<AreaCode>,
    periods: Vec<Period>,
    values: Vec<Value>,
}

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
        Ok(Self { areas, periods, values })
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
        assert!(Cube::new(areas, periods, vec![]).unwrap_err().0.contains("make 6 values, found 0"));
    }
}
