//! The small areas as levels of an edition, and the RegSO of an older vintage: under the same codes other areas, as with
//! the real ones.

use super::people::People;
use super::places::{Country, VINTAGE};
use super::tiers::{SmallArea, Tier, Tiers};
use crate::model::{AreaCode, AreaTable, Cube, Level, Vintage};
use crate::publish::contents::{LevelContents, LevelCube};
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
        if at.is_multiple_of(5) {
            if let Some((moved, to)) = moved(inside) {
                older[first + moved] = to;
            }
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

/// All levels of the edition, largest areas first.
pub(super) fn levels(country: Country, areas: &[SmallArea], tiers: &Tiers) -> Vec<LevelContents> {
    let mut levels = country.into_levels();
    for tier in tiers.all.iter().filter(|tier| tier.level > Level::Municipality) {
        let parents: Vec<AreaCode> = tier
            .members
            .iter()
            .zip(&tier.codes)
            .map(|(members, code)| match tier.level {
                Level::Deso => areas[members[0]].regso.clone(),
                _ => code.parent().unwrap_or_else(AreaCode::nation),
            })
            .collect();
        levels.push(LevelContents { areas: area_table(tier, parents, areas), borders: None });
    }
    levels
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
fn area_table(tier: &Tier, parents: Vec<AreaCode>, areas: &[SmallArea]) -> AreaTable {
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
    // The member that is largest stands for all of them until there are borders.
    let largest = |members: &Vec<usize>| {
        let at = members.iter().copied().max_by(|a, b| areas[*a].share.total_cmp(&areas[*b].share));
        at.map_or([0, 0], |at| areas[at].place.map(whole))
    };
    AreaTable {
        level: tier.level,
        vintage: tier.vintage,
        names: tier.codes.iter().zip(&tier.members).map(&mut name).collect(),
        codes: tier.codes.clone(),
        parents,
        population: vec![0; tier.codes.len()],
        label_points: tier.members.iter().map(largest).collect(),
        aliases: Vec::new(),
    }
}

const _: () = assert!(OLDER.0 < VINTAGE.0, "the older vintage is older");
