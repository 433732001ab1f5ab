//! Profiles: one for every county and municipality, saying what the tables say.

use super::super::assemble::Files;
use super::super::error::Problems;
use super::tables::Cubes;
use super::{Areas, read};
use crate::model::{AGE_SEX, AreaTable, Catalogue, Level, Profile, paths};

pub(super) fn check(
    files: &Files,
    catalogue: &Catalogue,
    areas: &Areas,
    cubes: &Cubes,
    problems: &mut Problems,
) {
    for table in areas.values().filter(|table| matches!(table.level, Level::County | Level::Municipality)) {
        for (position, code) in table.codes.iter().enumerate() {
            let path = paths::profile(code);
            match read::<Profile>(files, &path) {
                Err(problem) => problems.add(problem),
                Ok(profile) if profile.area != *code || profile.name != table.names[position] => {
                    let (area, name) = (&profile.area, &profile.name);
                    problems.add(format!(
                        "{path} is about {area} {name}, not about {code} {}.",
                        table.names[position]
                    ));
                }
                Ok(profile) => problems.extend(against_tables(&path, &profile, table, catalogue, cubes)),
            }
        }
    }
}

/// The area's own series are those of the tables, and no indicator is left out.
fn against_tables(
    path: &str,
    profile: &Profile,
    table: &AreaTable,
    catalogue: &Catalogue,
    cubes: &Cubes,
) -> Vec<String> {
    let mut problems = Vec::new();
    for indicator in &catalogue.indicators {
        let key = (indicator.slug.clone(), table.level, table.vintage);
        let Some(cube) = cubes.get(&key) else { continue };
        let slug = &indicator.slug;
        let Some(found) = profile.indicators.iter().find(|found| found.slug == *slug) else {
            problems.push(format!("{path} lacks the indicator {slug}."));
            continue;
        };
        let own = found.series.first().filter(|series| series.area == profile.area);
        if found.periods != cube.periods() || own.map(|own| &*own.values.0) != cube.series(&profile.area) {
            problems.push(format!("{path}: the values of {slug} are not those of the indicator's table."));
        }
    }
    if let Some(ages) = &profile.ages {
        let allowed = catalogue.breakdown(AGE_SEX).map_or(0, |breakdown| breakdown.categories.len());
        let columns = std::iter::once(&ages.people).chain(&ages.nation);
        let uneven = columns.map(|column| column.0.len()).find(|found| *found != allowed);
        problems.extend(uneven.map(|found| {
            format!(
                "{path} has {found} numbers of people by age and sex, the catalogue has {allowed} categories."
            )
        }));
    }
    for note in &profile.notes {
        let outside = note.areas.iter().find(|area| !area.as_str().starts_with(profile.area.as_str()));
        problems.extend(
            outside.map(|area| format!("{path}: the note “{}” names {area}, which lies elsewhere.", note.id)),
        );
    }
    let n_alike = profile.similar.as_ref().map_or(0, |similar| similar.areas.len());
    let uneven = profile.indicators.iter().find(|own| !own.alike.is_empty() && own.alike.len() != n_alike);
    problems.extend(uneven.map(|own| {
        format!(
            "{path}: {} has {} values of areas alike, and {n_alike} are named.",
            own.slug,
            own.alike.len()
        )
    }));
    let unknown = profile.indicators.iter().find(|found| catalogue.indicator(&found.slug).is_none());
    problems.extend(unknown.map(|unknown| format!("{path} has the unknown indicator “{}”.", unknown.slug)));
    problems
}
