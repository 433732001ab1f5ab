//! The areas of a level that are most like one of them, and in what.

use super::super::contents::{Contents, LevelContents};
use super::super::separation::rounded;
use super::Newest;
use crate::model::{
    AreaGroup, ComparedAreas, FORMAT, Level, Measure, NumberColumn, SimilarArea, SimilarAreas, Theme, Value,
};
use crate::stats::similarity::{Variable, similar_areas};

/// How many are named.
const N_NAMED: usize = 8;
/// How many indicators of a theme are compared, so that no theme outweighs another.
const N_A_THEME: usize = 2;

/// What the areas of a level are compared by: the first indicators of each theme, as the catalogue orders them, that are
/// neither numbers of people nor composed and that nearly all areas have.
pub(super) struct Compared<'a> {
    level: &'a LevelContents,
    by: Vec<String>,
    values: Vec<Vec<Value>>,
    columns: Vec<Vec<Option<f64>>>,
    groups: Vec<AreaGroup>,
}

impl<'a> Compared<'a> {
    pub(super) fn new(contents: &Contents, newest: &[Vec<Newest>], level: &'a LevelContents) -> Self {
        // An area that this edition lacks is no fault of the list.
        let within = |group: &AreaGroup| AreaGroup {
            areas: group.areas.iter().filter(|area| level.areas.position(area).is_some()).cloned().collect(),
            ..group.clone()
        };
        let groups = contents.groups.iter().map(within).filter(|group| !group.areas.is_empty()).collect();
        let mut compared = Self { level, by: Vec::new(), values: Vec::new(), columns: Vec::new(), groups };
        if level.areas.level == Level::Nation {
            return compared;
        }
        for theme in Theme::ALL {
            let of_theme = contents
                .indicators
                .iter()
                .zip(newest)
                .filter(|(contents, _)| contents.indicator.theme == theme);
            let columns = of_theme.filter_map(|(contents, newest)| {
                let own = |newest: &&Newest| {
                    (newest.level, newest.vintage) == (level.areas.level, level.areas.vintage)
                };
                let newest = newest.iter().find(own)?;
                let comparable = !matches!(contents.indicator.measure, Measure::Count | Measure::Index);
                let known = newest.spread.len() * 20 >= newest.values.len() * 19;
                (comparable && known).then(|| (contents.indicator.slug.clone(), newest.values.clone()))
            });
            for (slug, values) in columns.take(N_A_THEME) {
                compared.by.push(slug);
                compared.columns.push(values.iter().map(|value| value.number()).collect());
                compared.values.push(values);
            }
        }
        compared
    }

    /// The values that areas are compared by, for readers to weigh them anew; nothing where there are none.
    pub(super) fn file(&self) -> Option<ComparedAreas> {
        (!self.by.is_empty()).then(|| ComparedAreas {
            format: FORMAT,
            by: self.by.clone(),
            columns: self.values.iter().cloned().map(NumberColumn).collect(),
            groups: self.groups.clone(),
        })
    }

    /// The areas most like the one at a position; none where they cannot be compared.
    pub(super) fn most_like(&self, position: usize) -> Option<SimilarAreas> {
        let variables: Vec<Variable> =
            self.columns.iter().map(|values| Variable { values, weight: 1.0 }).collect();
        let similar = similar_areas(position, &variables).ok()?;
        let areas = &self.level.areas;
        let named = similar.areas.iter().take(N_NAMED).map(|similar| SimilarArea {
            area: areas.codes[similar.area_idx].clone(),
            name: areas.names[similar.area_idx].clone(),
            distance: rounded(similar.distance, 3),
            parts: similar.contributions.iter().map(|part| rounded(*part, 3)).collect(),
        });
        let named: Vec<SimilarArea> = named.collect();
        (!named.is_empty()).then(|| SimilarAreas { by: self.by.clone(), areas: named })
    }
}
