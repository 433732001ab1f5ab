//! The figures of one indicator on the levels a page compares, as one value.

use crate::model::{AreaCode, Cube, Level, Period, Value};
use std::sync::Arc;

/// Tables of one indicator, one a level.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Which indicator.
    pub slug: String,
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

    /// The periods and values of an area.
    pub fn series(&self, area: &AreaCode) -> Option<(&[Period], &[Value])> {
        let table = self.table(area.level())?;
        Some((table.periods(), table.series(area)?))
    }
}
