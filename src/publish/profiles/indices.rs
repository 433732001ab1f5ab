//! Indices of separation between the smallest areas inside each area of a level, over time.

use super::super::contents::{Contents, CountsContents, LevelContents};
use super::super::separation::{Compared, Separation, validated};
use super::curves::thinned;
use super::lies_in;
use crate::model::{AreaCounts, Level, NumberColumn, Period, ProfileIndex, Value, Vintage};
use rayon::prelude::*;

/// Groups that are compared wherever an edition has a table of counts with them. The first has its curve too.
const BORN_ABROAD: Compared = Compared::Together(&["nordic", "europe", "world"]);
const SEPARATIONS: [Separation; 8] = [
    Separation { table: "background", groups: BORN_ABROAD, index: "dissimilarity" },
    Separation { table: "background", groups: BORN_ABROAD, index: "isolation" },
    Separation { table: "background", groups: BORN_ABROAD, index: "correlation-ratio" },
    Separation { table: "background", groups: Compared::All, index: "information-theory" },
    Separation { table: "education", groups: Compared::Two("compulsory", "long"), index: "dissimilarity" },
    Separation { table: "education", groups: Compared::All, index: "information-theory" },
    Separation { table: "income", groups: Compared::Two("1", "5"), index: "dissimilarity" },
    Separation { table: "age", groups: Compared::All, index: "information-theory" },
];

/// All indices of all areas of a level.
pub(super) struct Indices {
    found: Vec<OfLevel>,
}

/// One index of all areas of a level.
struct OfLevel {
    separation: Separation,
    groups: Vec<String>,
    others: Vec<String>,
    smallest: Level,
    periods: Vec<Period>,
    /// By area, then period.
    rows: Vec<Vec<Value>>,
    /// By area: the curve of the newest period, of the comparison that has one.
    curves: Vec<Vec<f64>>,
}

impl Indices {
    pub(super) fn new(contents: &Contents, level: &LevelContents) -> Self {
        let of = |separation: &Separation| {
            let counts = contents.counts.iter().find(|counts| counts.table.id == separation.table)?;
            let smallest = smallest(counts)?;
            let areas = &counts.level(smallest.0, smallest.1).next()?.areas;
            let inside_of = |larger| (0..areas.len()).filter(|at| lies_in(&areas[*at], larger)).collect();
            let inside: Vec<Vec<usize>> = level.areas.codes.iter().map(inside_of).collect();
            let (periods, rows) = separation.series(counts, smallest, &inside, 1.0, 4);
            let (groups, others) = separation.groups.groups_and_others(&counts.table.groups);
            let curves = match separation == &SEPARATIONS[0] {
                true => curves(separation, counts.level(smallest.0, smallest.1).last()?, &inside),
                false => vec![Vec::new(); inside.len()],
            };
            Some(OfLevel {
                separation: *separation,
                groups,
                others,
                smallest: smallest.0,
                periods,
                rows,
                curves,
            })
        };
        Self { found: SEPARATIONS.iter().filter_map(of).collect() }
    }

    /// Those of one area, without any that it has no number of.
    pub(super) fn of(&self, position: usize) -> Vec<ProfileIndex> {
        let index = |found: &OfLevel| {
            let values = found.rows[position].clone();
            values.iter().any(|value| value.number().is_some()).then(|| ProfileIndex {
                index: found.separation.index.to_owned(),
                table: found.separation.table.to_owned(),
                groups: found.groups.clone(),
                others: found.others.clone(),
                level: found.smallest,
                periods: found.periods.clone(),
                // The curve is that of the newest value, and there is none where the index has no number.
                curve: match values.last().and_then(|value| value.number()) {
                    Some(_) => found.curves[position].clone(),
                    None => Vec::new(),
                },
                values: NumberColumn(values),
            })
        };
        self.found.iter().filter_map(index).collect()
    }
}

/// The curve of each larger area in few points, both sides by turns.
fn curves(separation: &Separation, table: &AreaCounts, inside: &[Vec<usize>]) -> Vec<Vec<f64>> {
    let Some(all) = validated(table) else { return vec![Vec::new(); inside.len()] };
    let curve = |areas: &Vec<usize>| {
        let few = thinned(&separation.sides(table, &all, areas));
        few.into_iter().flat_map(|(own, others)| [own, others]).collect()
    };
    inside.par_iter().map(curve).collect()
}

/// The smallest level of a table below municipalities, in its newest vintage.
pub(super) fn smallest(counts: &CountsContents) -> Option<(Level, Vintage)> {
    let small = counts.table.tables.iter().filter(|table| table.level > Level::Municipality);
    small.map(|table| (table.level, table.vintage)).max()
}
