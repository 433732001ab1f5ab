//! The levels of the demonstration over one list of smallest areas: what lies in what, and sums upwards.

use super::small_areas::{Deso, SmallAreas};
use crate::model::{AreaCode, Level, Vintage};

/// One of the smallest areas, as the model needs to know it.
#[derive(Debug, Clone)]
pub(super) struct SmallArea {
    /// Its code.
    pub(super) code: AreaCode,
    /// The RegSO it lies in.
    pub(super) regso: AreaCode,
    /// Its part of the municipality's people; those of a municipality add up to 1.
    pub(super) share: f64,
    /// A point inside, metres east and north.
    pub(super) place: [f64; 2],
    /// People per square kilometre.
    pub(super) density: f64,
    /// How near the middle of a town it lies, from 0 (countryside) to 1.
    pub(super) centrality: f64,
}

/// The small areas as the model needs to know them, by code.
pub(super) fn smallest(divided: &SmallAreas) -> Vec<SmallArea> {
    let area = |deso: &Deso| SmallArea {
        code: deso.code.clone(),
        regso: divided.regso[deso.regso as usize].clone(),
        share: deso.share,
        place: deso.label_point,
        density: deso.density,
        centrality: deso.centrality,
    };
    divided.deso.iter().map(area).collect()
}

/// The areas of one level.
#[derive(Debug, Clone)]
pub(super) struct Tier {
    pub(super) level: Level,
    pub(super) vintage: Vintage,
    /// Codes, ascending.
    pub(super) codes: Vec<AreaCode>,
    /// The tier's area that each smallest area lies in.
    pub(super) of: Vec<usize>,
    /// The smallest areas of each of the tier's areas.
    pub(super) members: Vec<Vec<usize>>,
    /// The municipality of each of the tier's areas; for larger areas the first of theirs.
    pub(super) municipality: Vec<usize>,
}

/// All levels, largest areas first.
#[derive(Debug, Clone)]
pub(super) struct Tiers {
    pub(super) all: Vec<Tier>,
    /// The municipality of each smallest area.
    pub(super) municipality: Vec<usize>,
}

impl Tiers {
    /// The levels from nation to municipality of `municipalities`, and those of the small areas (sorted by code).
    /// `older` is another division of the same small areas into RegSO, under the codes of an older vintage.
    pub(super) fn new(
        municipalities: &[AreaCode],
        small: &[SmallArea],
        older: (&[AreaCode], Vintage),
        vintage: Vintage,
    ) -> Self {
        let place_of = |code: &AreaCode| municipalities.binary_search(code).unwrap_or(0);
        let municipality: Vec<usize> =
            small.iter().map(|area| area.code.parent().map_or(0, |parent| place_of(&parent))).collect();
        let tier = |level, vintage, of: &dyn Fn(usize) -> AreaCode| {
            tier(level, vintage, small.len(), of, &municipality)
        };
        let own = |at: usize| small[at].code.clone();
        let up = |code: &AreaCode| code.parent().unwrap_or_else(AreaCode::nation);
        let all = vec![
            tier(Level::Nation, vintage, &|_| AreaCode::nation()),
            tier(Level::County, vintage, &|at| up(&up(&own(at)))),
            tier(Level::Municipality, vintage, &|at| up(&own(at))),
            tier(Level::Regso, older.1, &|at| older.0[at].clone()),
            tier(Level::Regso, vintage, &|at| small[at].regso.clone()),
            tier(Level::Deso, vintage, &own),
        ];
        Self { all, municipality }
    }

    /// The tier of a level in its newest vintage.
    pub(super) fn of(&self, level: Level) -> &Tier {
        let newest = self.all.iter().filter(|tier| tier.level == level).max_by_key(|tier| tier.vintage);
        newest.unwrap_or(&self.all[0])
    }

    /// Tiers of the newest vintage from the nation down to a level.
    pub(super) fn down_to(&self, deepest: Level) -> impl Iterator<Item = &Tier> {
        let newest = self.all[0].vintage;
        self.all.iter().filter(move |tier| tier.level <= deepest && tier.vintage == newest)
    }
}

impl Tier {
    /// Positions of the areas of a smaller level inside each of this level's.
    pub(super) fn inside(&self, smaller: &Tier) -> Vec<Vec<usize>> {
        let mut inside = vec![Vec::new(); self.codes.len()];
        for (at, members) in smaller.members.iter().enumerate() {
            if let Some(first) = members.first() {
                inside[self.of[*first]].push(at);
            }
        }
        inside
    }

    /// The sums of what the smallest areas have.
    pub(super) fn sums(&self, smallest: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.codes.len()];
        for (place, value) in self.of.iter().zip(smallest) {
            sums[*place] += value;
        }
        sums
    }
}

fn tier(
    level: Level,
    vintage: Vintage,
    n_smallest: usize,
    of: &dyn Fn(usize) -> AreaCode,
    municipality: &[usize],
) -> Tier {
    let found: Vec<AreaCode> = (0..n_smallest).map(of).collect();
    let mut codes = found.clone();
    codes.sort();
    codes.dedup();
    let places: Vec<usize> = found.iter().map(|code| codes.binary_search(code).unwrap_or(0)).collect();
    let mut members = vec![Vec::new(); codes.len()];
    for (at, place) in places.iter().enumerate() {
        members[*place].push(at);
    }
    let municipality =
        members.iter().map(|inside: &Vec<usize>| inside.first().map_or(0, |at| municipality[*at])).collect();
    Tier { level, vintage, codes, of: places, members, municipality }
}
