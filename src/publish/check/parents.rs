//! Areas against the larger areas they lie in, within the source's noise: counts add up, and a share, mean or median of
//! the whole lies between the lowest and the highest of its parts.

use super::super::error::Problems;
use super::Areas;
use super::tables::Cubes;
use crate::model::{AreaCode, AreaTable, Cube, Indicator, Level, Measure, Period, Vintage};
use std::collections::BTreeMap;

/// Counts of larger areas may differ from the sum of their parts by this part of themselves, or by
/// [`NOISE_PERSONS`] if that is more: sources add noise against disclosure, so their parts need not sum.
const NOISE: f64 = 0.001;
const NOISE_PERSONS: f64 = 10.0;

/// What the numbers of an area's parts say of its own.
pub(super) struct Parts {
    sum: f64,
    lowest: f64,
    highest: f64,
}

impl Parts {
    const NONE: Self = Self { sum: 0.0, lowest: f64::INFINITY, highest: f64::NEG_INFINITY };

    /// Those of some numbers.
    pub(super) fn of(numbers: &[f64]) -> Self {
        numbers.iter().fold(Self::NONE, |parts, number| parts.and(*number))
    }

    fn and(self, number: f64) -> Self {
        Self { sum: self.sum + number, lowest: self.lowest.min(number), highest: self.highest.max(number) }
    }
}

/// Whether areas of one level and vintage may be made of those of another. The same code of a small area means another
/// area in another vintage; municipalities and counties keep theirs.
pub(super) fn is_larger(larger: (Level, Vintage), smaller: (Level, Vintage)) -> bool {
    larger.0 < smaller.0 && (larger.0 <= Level::Municipality || larger.1 == smaller.1)
}

/// Whether a number of persons is the sum of its parts, within the source's noise.
pub(super) fn adds_up(sum: f64, whole: f64) -> bool {
    (sum - whole).abs() <= NOISE_PERSONS.max(NOISE * whole.abs())
}

/// Holds an indicator's tables against each other; `cubes` are those of this indicator.
pub(super) fn check(indicator: &Indicator, cubes: &Cubes, areas: &Areas, problems: &mut Problems) {
    let slug = &indicator.slug;
    for ((_, level, vintage), cube) in cubes {
        let Some(table) = areas.get(&(*level, *vintage)) else { continue };
        // Parts of one level only are compared: the small areas of a municipality and those of its districts are two
        // divisions of the same people.
        let larger = cubes.iter().filter(|((_, larger, other), parents)| {
            let has = |parent: &AreaCode| parents.areas().binary_search(parent).is_ok();
            is_larger((*larger, *other), (*level, *vintage)) && table.parents.iter().all(has)
        });
        let nearest = larger.min_by_key(|((_, _, other), _)| other.0.abs_diff(vintage.0));
        let Some((_, parents)) = nearest else { continue };
        for period in cube.periods() {
            for (parent, parts) in parts(table, cube, *period) {
                let whole = parents.value(parent, *period).and_then(|value| value.number());
                let (Some(parts), Some(whole)) = (parts, whole) else { continue };
                problems.extend(fault(indicator, &parts, whole).map(|fault| {
                    format!("{slug}: in {period} {parent} has {whole}, its areas of level {level} {fault}.")
                }));
            }
        }
    }
}

/// The parts of each parent in a period; nothing for a parent of which a part has no number.
fn parts<'a>(table: &'a AreaTable, cube: &Cube, period: Period) -> BTreeMap<&'a AreaCode, Option<Parts>> {
    let mut parts: BTreeMap<&AreaCode, Option<Parts>> = BTreeMap::new();
    let values = cube.cross_section(period).unwrap_or_default();
    for (parent, value) in table.parents.iter().zip(values) {
        let of_parent = parts.entry(parent).or_insert(Some(Parts::NONE));
        *of_parent = of_parent.take().zip(value.number()).map(|(parts, number)| parts.and(number));
    }
    parts
}

/// What the parts say, when it cannot be true together with the whole.
pub(super) fn fault(indicator: &Indicator, parts: &Parts, whole: f64) -> Option<String> {
    let Parts { sum, lowest, highest } = parts;
    match indicator.measure {
        Measure::Count => (!adds_up(*sum, whole)).then(|| format!("add up to {sum}")),
        Measure::Share | Measure::Mean | Measure::Median => {
            // Sources round, each number by itself.
            let rounding = 10_f64.powi(-i32::from(indicator.decimals)) + NOISE * whole.abs();
            let outside = whole < lowest - rounding || whole > highest + rounding;
            outside.then(|| format!("have {lowest} to {highest}, and the whole must lie between its parts"))
        }
        // A rate or an index of the whole need not lie between those of its parts.
        Measure::Rate | Measure::Index => None,
    }
}
