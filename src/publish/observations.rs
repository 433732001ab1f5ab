//! Observations: single values with their area and period, and where in the source they stood.

use crate::model::{AreaCode, Period, Value};

/// One value of a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// Which area.
    pub area: AreaCode,
    /// Which time.
    pub period: Period,
    /// The number, or why there is none.
    pub value: Value,
    /// The line (CSV) or the number of the feature (GeoJSON), for error sentences.
    pub place: u64,
}
