//! The RegSO inside a municipality, with their newest values and the smallest areas inside them.

use super::super::border_files::detailed;
use super::super::contents::{Contents, LevelContents};
use super::super::derive::parents;
use super::types::AreaTypes;
use super::{Newest, lies_in};
use crate::model::{AreaCode, AreasInside, InsideValues, Level, NumberColumn, SmallerAreas};

/// The RegSO of the newest vintage, and what is known of them.
pub(super) struct Inside<'a> {
    contents: &'a Contents,
    newest: &'a [Vec<Newest>],
    regso: Option<&'a LevelContents>,
    /// The level that each municipality's borders in full detail are of.
    detailed: Option<&'a LevelContents>,
}

impl<'a> Inside<'a> {
    pub(super) fn new(contents: &'a Contents, newest: &'a [Vec<Newest>]) -> Self {
        let regso = contents.levels.iter().filter(|level| level.areas.level == Level::Regso);
        let regso = regso.max_by_key(|level| level.areas.vintage);
        Self { contents, newest, regso, detailed: detailed(contents) }
    }

    /// The RegSO of a municipality; none for larger areas, whose municipalities are shown.
    pub(super) fn of(&self, code: &AreaCode, types: &AreaTypes<'_>) -> Option<AreasInside> {
        let regso = &self.regso?.areas;
        if code.level() != Level::Municipality {
            return None;
        }
        let inside: Vec<usize> =
            (0..regso.codes.len()).filter(|at| lies_in(&regso.codes[*at], code)).collect();
        if inside.is_empty() {
            return None;
        }
        let mut indicators = Vec::new();
        for (indicator, newest) in self.contents.indicators.iter().zip(self.newest) {
            let of_level = newest
                .iter()
                .position(|newest| (newest.level, newest.vintage) == (Level::Regso, regso.vintage));
            let Some(at) = of_level else { continue };
            let Some(period) = indicator.tables[at].cube.periods().last() else { continue };
            indicators.push(InsideValues {
                slug: indicator.indicator.slug.clone(),
                period: *period,
                values: NumberColumn(inside.iter().map(|area| newest[at].values[*area]).collect()),
            });
        }
        let codes: Vec<AreaCode> = inside.iter().map(|at| regso.codes[*at].clone()).collect();
        Some(AreasInside {
            level: Level::Regso,
            vintage: regso.vintage,
            names: inside.iter().map(|at| regso.names[*at].clone()).collect(),
            population: inside.iter().map(|at| regso.population[*at]).collect(),
            indicators,
            types: types.inside(regso.vintage, &codes),
            smaller: self.smaller(code, &codes),
            codes,
        })
    }

    /// The smallest areas of a municipality, if its borders are published in full detail and each of them lies in one of
    /// its RegSO. Those of another vintage do not.
    fn smaller(&self, municipality: &AreaCode, codes: &[AreaCode]) -> Option<SmallerAreas> {
        let (small, regso) = (&self.detailed?.areas, &self.regso?.areas);
        let inside = (0..small.codes.len()).filter(|at| lies_in(&small.codes[*at], municipality));
        let mut found =
            SmallerAreas { level: small.level, vintage: small.vintage, codes: Vec::new(), of: Vec::new() };
        for at in inside {
            let code = &small.codes[at];
            let mut chain = parents(code, &small.parents[at]);
            chain.push(code.clone());
            let holder = chain.iter().find_map(|larger| codes.binary_search(larger).ok())?;
            found.codes.push(code.clone());
            found.of.push(u32::try_from(holder).ok()?);
        }
        (small.vintage == regso.vintage && !found.codes.is_empty()).then_some(found)
    }
}
