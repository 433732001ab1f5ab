//! Observations: single values with their area and period, and where in the source they stood.

use crate::model::{AreaCode, Ends, Period, Value};

/// One value of a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// Which area.
    pub area: AreaCode,
    /// Which time.
    pub period: Period,
    /// The number, or why there is none.
    pub value: Value,
    /// The ends of its 95 % interval, where the source has them or they follow from the number of persons.
    pub interval: Ends,
    /// The line (CSV) or the number of the feature (GeoJSON), for error sentences.
    pub place: u64,
}
