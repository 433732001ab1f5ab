//! What an edition holds before it becomes files: areas, borders, indicators and their values.

use super::area_notes::area_notes;
use super::border_files::detailed;
use super::manifest::{IndicatorSource, Manifest};
use crate::geo::topology::Topology;
use crate::model::{
    About, AccessibilityStatement, AreaCounts, AreaGroup, AreaNote, AreaTable, Breakdown, BrokenDown,
    Catalogue, CountsTable, Cube, Event, Example, FORMAT, Indicator, Level, LevelEntry, Licence, Period,
    Publisher, SeriesBreak, Source, TableEntry, Unit, Vintage,
};

/// An edition as plain data. Two ways lead here, real sources and the demonstration's model; one way leads on.
#[derive(Debug, Clone)]
pub struct Contents {
    /// Whether the figures are modelled.
    pub synthetic: bool,
    /// Slug of the indicator that the start page shows first.
    pub start: Option<String>,
    /// Who publishes.
    pub publisher: Publisher,
    /// Under which licence.
    pub licence: Licence,
    /// Levels, largest areas first.
    pub levels: Vec<LevelContents>,
    /// Indicators in the order of their themes.
    pub indicators: Vec<IndicatorContents>,
    /// The breakdowns that indicators refer to.
    pub breakdowns: Vec<Breakdown>,
    /// Tables of persons by area and group.
    pub counts: Vec<CountsContents>,
    /// Measures and reforms, ascending by their first period, then by id.
    pub events: Vec<Event>,
    /// What the publisher says in the accessibility statement.
    pub accessibility: Option<AccessibilityStatement>,
    /// Examples to learn from, ascending by theme, then by id.
    pub examples: Vec<Example>,
    /// Areas that somebody names together.
    pub groups: Vec<AreaGroup>,
    /// What must be known of some areas to read some of their numbers right.
    pub area_notes: Vec<AreaNote>,
    /// What a person should know about the sources, a sentence each; not part of the edition.
    pub notes: Vec<String>,
}

/// The areas of one level and vintage.
#[derive(Debug, Clone)]
pub struct LevelContents {
    /// Their codes, names, parents, population and label points.
    pub areas: AreaTable,
    /// Their borders, numbered as `areas`, where they have files of their own.
    pub borders: Option<Topology>,
}

/// An indicator with its values.
#[derive(Debug, Clone)]
pub struct IndicatorContents {
    /// As the catalogue lists it.
    pub indicator: Indicator,
    /// Its long texts.
    pub about: About,
    /// One table a level.
    pub tables: Vec<LevelCube>,
    /// The tables by breakdown.
    pub broken_down: Vec<LevelBrokenDown>,
}

/// The values of an indicator on one level.
#[derive(Debug, Clone)]
pub struct LevelCube {
    /// The level.
    pub level: Level,
    /// The year whose codes apply.
    pub vintage: Vintage,
    /// Values of all areas of the level.
    pub cube: Cube,
}

/// The values of an indicator on one level by a breakdown.
#[derive(Debug, Clone)]
pub struct LevelBrokenDown {
    /// The level.
    pub level: Level,
    /// The year whose codes apply.
    pub vintage: Vintage,
    /// Values of all areas of the level by category, for the periods of the table.
    pub values: BrokenDown,
}

/// A table of counts with its numbers.
#[derive(Debug, Clone)]
pub struct CountsContents {
    /// As the catalogue lists it.
    pub table: CountsTable,
    /// Persons by level and period.
    pub counts: Vec<AreaCounts>,
}

impl CountsContents {
    /// A table whose catalogue entry lists the levels and periods of these counts, whatever it listed before.
    pub fn new(mut table: CountsTable, mut counts: Vec<AreaCounts>) -> Self {
        counts.sort_by_key(|counts| (counts.level, counts.vintage, counts.period));
        let of_level = counts.chunk_by(|a, b| (a.level, a.vintage) == (b.level, b.vintage));
        let entry = |counts: &[AreaCounts]| TableEntry {
            level: counts[0].level,
            vintage: counts[0].vintage,
            periods: counts.iter().map(|counts| counts.period).collect(),
            breakdowns: Vec::new(),
        };
        table.tables = of_level.map(entry).collect();
        Self { table, counts }
    }

    /// The counts of a level by period, ascending.
    pub fn level(&self, level: Level, vintage: Vintage) -> impl Iterator<Item = &AreaCounts> {
        self.counts.iter().filter(move |counts| (counts.level, counts.vintage) == (level, vintage))
    }
}

impl IndicatorContents {
    /// The same with tables by breakdown, which the catalogue's entry then lists.
    #[must_use]
    pub fn with_broken_down(mut self, mut broken_down: Vec<LevelBrokenDown>) -> Self {
        broken_down.sort_by(|a, b| {
            (a.level, a.vintage, &a.values.breakdown).cmp(&(b.level, b.vintage, &b.values.breakdown))
        });
        for entry in &mut self.indicator.tables {
            let of_table = broken_down
                .iter()
                .filter(|table| (table.level, table.vintage) == (entry.level, entry.vintage));
            entry.breakdowns = of_table.map(|table| table.values.breakdown.clone()).collect();
        }
        self.broken_down = broken_down;
        self
    }
}

impl Contents {
    /// An edition without areas and values, with all the texts of a manifest.
    pub(crate) fn of_manifest(
        manifest: &Manifest,
        levels: Vec<LevelContents>,
        mut tables_of: impl FnMut(&str) -> Vec<LevelCube>,
    ) -> Self {
        let mut indicators: Vec<_> =
            manifest.indicators.iter().map(|source| of_source(source, tables_of(&source.slug))).collect();
        indicators.sort_by_key(|contents| contents.indicator.theme);
        let area_notes = area_notes(&manifest.notes, &indicators);
        Self {
            area_notes,
            groups: manifest.groups_in_order(),
            synthetic: manifest.synthetic,
            start: manifest.start.clone(),
            publisher: Publisher {
                name: manifest.publisher.name.clone().into(),
                contact: manifest.publisher.contact.clone(),
            },
            licence: Licence {
                name: manifest.licence.name.clone(),
                name_en: manifest.licence.name_en.clone(),
                url: manifest.licence.url.clone(),
            },
            levels,
            indicators,
            breakdowns: Vec::new(),
            counts: Vec::new(),
            events: Vec::new(),
            accessibility: manifest.accessibility.clone(),
            examples: manifest.examples_in_order(),
            notes: Vec::new(),
        }
    }

    /// The catalogue that lists all this.
    pub fn catalogue(&self) -> Catalogue {
        let level_entry = |level: &LevelContents| LevelEntry {
            level: level.areas.level,
            vintage: level.areas.vintage,
            count: u32::try_from(level.areas.codes.len()).unwrap_or(u32::MAX),
            boundaries: level.borders.is_some(),
            detail: detailed(self).is_some_and(|detailed| std::ptr::eq(detailed, level)),
        };
        Catalogue {
            format: FORMAT,
            synthetic: self.synthetic,
            start: self.start.clone(),
            publisher: self.publisher.clone(),
            licence: self.licence.clone(),
            levels: self.levels.iter().map(level_entry).collect(),
            indicators: self.indicators.iter().map(|contents| contents.indicator.clone()).collect(),
            breakdowns: self.breakdowns.clone(),
            counts: self.counts.iter().map(|contents| contents.table.clone()).collect(),
        }
    }

    /// The areas of a level.
    pub fn level(&self, level: Level, vintage: Vintage) -> Option<&LevelContents> {
        self.levels.iter().find(|contents| contents.areas.level == level && contents.areas.vintage == vintage)
    }
}

/// The indicator of a manifest's entry with its values.
fn of_source(source: &IndicatorSource, tables: Vec<LevelCube>) -> IndicatorContents {
    // The manifest was checked when it was parsed: every break has a period.
    let mut breaks: Vec<SeriesBreak> = source
        .breaks
        .iter()
        .filter_map(|entry| {
            Some(SeriesBreak {
                period: entry.period.parse::<Period>().ok()?,
                text: entry.text.clone().into(),
            })
        })
        .collect();
    breaks.sort_by_key(|entry| entry.period);
    let entry_of = |table: &LevelCube| TableEntry {
        level: table.level,
        vintage: table.vintage,
        periods: table.cube.periods().to_vec(),
        breakdowns: Vec::new(),
    };
    let indicator = Indicator {
        slug: source.slug.clone(),
        theme: source.theme,
        title: source.title.clone().into(),
        question: source.question.clone().into(),
        plain: source.plain.clone().into(),
        population: source.population.clone().into(),
        measure: source.measure,
        unit: Unit {
            short: source.unit.short.clone().into(),
            long: source.unit.long.clone().into(),
            one: source.unit.one.clone().map(Into::into).unwrap_or_default(),
        },
        decimals: source.decimals,
        low: source.low.clone().into(),
        high: source.high.clone().into(),
        zero_baseline: source.zero_baseline,
        can_be_negative: source.can_be_negative,
        is_sample: source.is_sample,
        breaks: breaks.iter().map(|entry| entry.period).collect(),
        source: Source {
            provider: source.source.provider.clone().into(),
            table: source.source.table.clone(),
            url: source.source.url.clone(),
            released: source.source.released.clone(),
            retrieved: source.source.retrieved.clone(),
        },
        tables: tables.iter().map(entry_of).collect(),
    };
    let about = About {
        format: FORMAT,
        slug: source.slug.clone(),
        definition: source.definition.clone().into(),
        method: source.method.clone().into(),
        pitfalls: source.pitfalls.iter().cloned().map(Into::into).collect(),
        breaks,
        source: source.source.text.clone().into(),
        parts: source.parts.clone(),
    };
    IndicatorContents { indicator, about, tables, broken_down: Vec::new() }
}
