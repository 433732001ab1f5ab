//! The small areas as levels of an edition, and the RegSO of an older vintage: under the same codes other areas, as with
//! the real ones.

use super::people::People;
use super::places::{Country, VINTAGE};
use super::small_areas::SmallAreas;
use super::tiers::{SmallArea, Tier, Tiers};
use crate::geo::topology::OUTSIDE;
use crate::model::{AreaCode, AreaTable, Cube, Level, Vintage};
use crate::publish::contents::{LevelContents, LevelCube};
use crate::publish::derive::place_labels;
use crate::publish::error::PublishError;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The vintage before.
pub(super) const OLDER: Vintage = Vintage(2020);
/// The last year of its codes.
const LAST_OF_OLDER: u16 = 2023;

/// The RegSO that each small area lay in: in every fifth municipality one of them belonged to the RegSO next to it.
pub(super) fn older_regso(areas: &[SmallArea]) -> Vec<AreaCode> {
    let mut older: Vec<AreaCode> = areas.iter().map(|area| area.regso.clone()).collect();
    let of_municipality = |area: &SmallArea| area.code.as_str()[..4].to_owned();
    let mut first = 0;
    for (at, inside) in areas.chunk_by(|a, b| of_municipality(a) == of_municipality(b)).enumerate() {
        if at.is_multiple_of(5)
            && let Some((moved, to)) = moved(inside)
        {
            older[first + moved] = to;
        }
        first += inside.len();
    }
    older
}

/// Tables of the older vintage end when its codes did.
pub(super) fn until_replaced(table: &mut LevelCube) {
    if table.vintage != OLDER {
        return;
    }
    let periods: Vec<_> = table
        .cube
        .periods()
        .iter()
        .copied()
        .filter(|period| period.calendar_year() <= LAST_OF_OLDER)
        .collect();
    let values = table
        .cube
        .areas()
        .iter()
        .filter_map(|area| table.cube.series(area))
        .flat_map(|series| series[..periods.len()].iter().copied())
        .collect();
    if let Ok(cube) = Cube::new(table.cube.areas().to_vec(), periods, values) {
        table.cube = cube;
    }
}

/// All levels of the edition, largest areas first. The older RegSO have borders of their own too: they are no others'
/// parents.
///
/// # Errors
/// When small areas cannot be put together to larger ones, which would be a fault of this program.
pub(super) fn levels(
    country: Country,
    divided: SmallAreas,
    areas: &[SmallArea],
    tiers: &Tiers,
) -> Result<Vec<LevelContents>, PublishError> {
    let mut levels = country.into_levels();
    let small: Vec<&Tier> = tiers.all.iter().filter(|tier| tier.level > Level::Municipality).collect();
    let borders_of = |tier: &Tier| {
        let parent = |at: &usize| u32::try_from(*at).unwrap_or(OUTSIDE);
        let parents: Vec<u32> = tier.of.iter().map(parent).collect();
        divided.deso_borders.dissolved(&parents, tier.codes.len()).map_err(|error| {
            PublishError::bad(format!(
                "The borders of {} {} cannot be made: {error}.",
                tier.level, tier.vintage
            ))
        })
    };
    let contents = |tier: &&Tier| {
        let borders = match tier.level {
            Level::Deso => None,
            _ => Some(borders_of(tier)?),
        };
        let mut level = LevelContents { areas: area_table(tier, areas), borders };
        if level.borders.is_some() {
            place_labels(std::slice::from_mut(&mut level))?;
        }
        Ok(level)
    };
    let made: Vec<LevelContents> = small.par_iter().map(contents).collect::<Result<_, PublishError>>()?;
    levels.extend(made);
    if let Some(deso) = levels.last_mut() {
        deso.borders = Some(divided.deso_borders);
    }
    Ok(levels)
}

/// People of the areas of the older vintage in its last year.
pub(super) fn count_people_then(levels: &mut [LevelContents], tiers: &Tiers, people: &People) {
    let Some(tier) = tiers.all.iter().find(|tier| tier.vintage == OLDER) else { return };
    let Some(year) = super::people::YEARS.into_iter().position(|year| year == LAST_OF_OLDER) else { return };
    let sums = tier.sums(&people.all[year]);
    for level in levels.iter_mut().filter(|level| level.areas.vintage == OLDER) {
        #[expect(clippy::cast_possible_truncation, reason = "whole numbers of people, below a million")]
        let people = sums.iter().map(|sum| *sum as u32).collect();
        level.areas.population = people;
    }
}

/// A small area whose nearest neighbour in another RegSO of the municipality could have had it, and that RegSO.
fn moved(inside: &[SmallArea]) -> Option<(usize, AreaCode)> {
    let n_in = |regso: &AreaCode| inside.iter().filter(|area| area.regso == *regso).count();
    let at = inside.iter().position(|area| n_in(&area.regso) >= 2)?;
    let [x, y] = inside[at].place;
    let distance = |area: &SmallArea| {
        let [dx, dy] = [area.place[0] - x, area.place[1] - y];
        dx * dx + dy * dy
    };
    let others = inside.iter().filter(|area| area.regso != inside[at].regso);
    let nearest = others.min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
    Some((at, nearest.regso.clone()))
}

/// The areas of a level, without people; their names are numbers.
fn area_table(tier: &Tier, areas: &[SmallArea]) -> AreaTable {
    let parents: Vec<AreaCode> = tier
        .members
        .iter()
        .zip(&tier.codes)
        .map(|(members, code)| match tier.level {
            Level::Deso => areas[members[0]].regso.clone(),
            _ => code.parent().unwrap_or_else(AreaCode::nation),
        })
        .collect();
    let whole = |metres: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "metres in Sweden")]
        let whole = metres.round() as i32;
        whole
    };
    let number = |regso: &AreaCode| regso.as_str()[5..].trim_start_matches('0').to_owned();
    let mut parts: BTreeMap<&AreaCode, usize> = BTreeMap::new();
    let mut name = |(code, members): (&AreaCode, &Vec<usize>)| match tier.level {
        Level::Deso => {
            let regso = &areas[members[0]].regso;
            let part = parts.entry(regso).or_insert(0);
            *part += 1;
            format!("Exempelområde {}:{part}", number(regso))
        }
        _ => format!("Exempelområde {}", number(code)),
    };
    AreaTable {
        level: tier.level,
        vintage: tier.vintage,
        names: tier.codes.iter().zip(&tier.members).map(&mut name).collect(),
        codes: tier.codes.clone(),
        parents,
        population: vec![0; tier.codes.len()],
        label_points: match tier.level {
            Level::Deso => areas.iter().map(|area| area.place.map(whole)).collect(),
            // From their borders, when they have them.
            _ => Vec::new(),
        },
        aliases: Vec::new(),
    }
}

const _: () = assert!(OLDER.0 < VINTAGE.0, "the older vintage is older");
