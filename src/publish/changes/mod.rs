//! What a person reads before an edition goes out: how it differs from the one that readers have. Compared are the files
//! as they lie on disk, so that two editions of any age can be.

mod edition;
mod files;
mod page;
mod summary;
mod tables;
mod words;

pub use page::page;

use super::error::PublishError;
use crate::model::{AreaCode, Catalogue, Indicator, Language, Level, Period, Vintage, paths};
use edition::Edition;
use std::collections::BTreeSet;
use std::path::Path;

/// The differences between two editions, gravest first within each indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// Id or folder of the older edition.
    pub old: String,
    /// Id or folder of the newer one.
    pub new: String,
    /// The differences.
    pub list: Vec<Change>,
}

/// One difference.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A level of areas has come.
    NewLevel(Level, Vintage, usize),
    /// A level of areas has gone.
    WithdrawnLevel(Level, Vintage),
    /// Codes have come to a level.
    NewAreas(Level, Vintage, Vec<AreaCode>),
    /// Codes have gone from a level.
    WithdrawnAreas(Level, Vintage, Vec<AreaCode>),
    /// An area has another name: code, then, now.
    Renamed(AreaCode, String, String),
    /// An indicator has come.
    NewIndicator(String),
    /// An indicator has gone.
    WithdrawnIndicator(String),
    /// Texts of an indicator are others; which ones.
    Texts(String, Vec<TextPart>),
    /// An indicator has come to a level.
    NewTable(Place),
    /// An indicator has gone from a level.
    WithdrawnTable(Place),
    /// Periods have come.
    NewPeriods(Place, Vec<Period>),
    /// Periods have gone.
    LostPeriods(Place, Vec<Period>),
    /// Values differ.
    Revised(Place, Revision),
    /// Files that have no words of their own here.
    Files {
        /// What they hold.
        kind: FileKind,
        /// How many came.
        n_new: usize,
        /// How many went.
        n_gone: usize,
        /// How many have other bytes.
        n_changed: usize,
    },
}

/// A text or setting of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "named after the fields of the indicator and of its long texts")]
pub enum TextPart {
    Theme,
    Title,
    Question,
    Plain,
    Population,
    Measure,
    Unit,
    Decimals,
    Ends,
    Breaks,
    Source,
    Definition,
    Method,
    Pitfalls,
    BreakTexts,
    SourceSentence,
}

/// What files hold that have no words of their own in the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Borders.
    Borders,
    /// Tables by breakdown.
    Breakdowns,
    /// Tables of counts.
    Counts,
    /// The list of events.
    Events,
    /// The list of examples.
    Examples,
}

/// A table of an indicator.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The indicator.
    pub slug: String,
    /// The level.
    pub level: Level,
    /// The year whose codes apply.
    pub vintage: Vintage,
}

/// Values of the same area and period that differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// Numbers that became other numbers.
    pub n_numbers: usize,
    /// Numbers that became absences.
    pub n_lost: usize,
    /// Absences that became numbers.
    pub n_filled: usize,
    /// Other reasons for an absence, other flags of a number.
    pub n_statuses: usize,
    /// Cells that both editions have.
    pub n_compared: usize,
    /// The largest difference of two numbers: area, period, then, now.
    pub largest: Option<(AreaCode, Period, f64, f64)>,
}

/// The differences between the editions in two folders; each may also be a data folder, of which the current edition is
/// meant.
///
/// # Errors
/// When a folder is neither, or its catalogue cannot be read.
pub fn changes(old: &Path, new: &Path) -> Result<Changes, PublishError> {
    let (old, new) = (Edition::open(old)?, Edition::open(new)?);
    let mut list = Vec::new();
    areas(&old, &new, &mut list)?;
    indicators(&old, &new, &mut list)?;
    files::changes(&old, &new, &mut list)?;
    Ok(Changes { old: old.name, new: new.name, list })
}

impl Changes {
    /// Periods that the newer edition no longer has, one sentence a table.
    pub fn losses(&self) -> Vec<String> {
        let is_loss = |change: &&Change| matches!(change, Change::LostPeriods(..));
        self.list.iter().filter(is_loss).map(|change| change.in_language(Language::En)).collect()
    }
}

impl std::fmt::Display for Changes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.in_language(Language::En))
    }
}

fn areas(old: &Edition, new: &Edition, list: &mut Vec<Change>) -> Result<(), PublishError> {
    let has = |catalogue: &Catalogue, level, vintage| {
        catalogue.levels.iter().any(|entry| (entry.level, entry.vintage) == (level, vintage))
    };
    for entry in &new.catalogue.levels {
        let (level, vintage) = (entry.level, entry.vintage);
        let now = new.areas(level, vintage)?;
        if !has(&old.catalogue, level, vintage) {
            list.push(Change::NewLevel(level, vintage, now.codes.len()));
            continue;
        }
        let then = old.areas(level, vintage)?;
        let codes = |codes: &[AreaCode], others: &[AreaCode]| -> Vec<AreaCode> {
            codes.iter().filter(|code| others.binary_search(code).is_err()).cloned().collect()
        };
        let (added, gone) = (codes(&now.codes, &then.codes), codes(&then.codes, &now.codes));
        if !gone.is_empty() {
            list.push(Change::WithdrawnAreas(level, vintage, gone));
        }
        if !added.is_empty() {
            list.push(Change::NewAreas(level, vintage, added));
        }
        for (code, name) in now.codes.iter().zip(&now.names) {
            if let Some(before) = then.name(code).filter(|before| before != name) {
                list.push(Change::Renamed(code.clone(), before.to_owned(), name.clone()));
            }
        }
    }
    let gone = old.catalogue.levels.iter().filter(|entry| !has(&new.catalogue, entry.level, entry.vintage));
    list.extend(gone.map(|entry| Change::WithdrawnLevel(entry.level, entry.vintage)));
    Ok(())
}

fn indicators(old: &Edition, new: &Edition, list: &mut Vec<Change>) -> Result<(), PublishError> {
    let gone =
        old.catalogue.indicators.iter().filter(|before| new.catalogue.indicator(&before.slug).is_none());
    list.extend(gone.map(|before| Change::WithdrawnIndicator(before.slug.clone())));
    for indicator in &new.catalogue.indicators {
        let slug = &indicator.slug;
        let Some(before) = old.catalogue.indicator(slug) else {
            list.push(Change::NewIndicator(slug.clone()));
            continue;
        };
        let mut texts = catalogue_texts(before, indicator);
        texts.extend(edition::about_texts(&old.about(slug)?, &new.about(slug)?));
        tables::changes(old, new, before, indicator, list)?;
        if !texts.is_empty() {
            list.push(Change::Texts(slug.clone(), texts));
        }
    }
    Ok(())
}

/// Which of an indicator's entries in the catalogue differ, its tables aside.
fn catalogue_texts(then: &Indicator, now: &Indicator) -> Vec<TextPart> {
    let parts = [
        (TextPart::Theme, then.theme != now.theme),
        (TextPart::Title, then.title != now.title),
        (TextPart::Question, then.question != now.question),
        (TextPart::Plain, then.plain != now.plain),
        (TextPart::Population, then.population != now.population),
        (TextPart::Measure, then.measure != now.measure),
        (TextPart::Unit, then.unit != now.unit),
        (TextPart::Decimals, then.decimals != now.decimals),
        (TextPart::Ends, (&then.low, &then.high) != (&now.low, &now.high)),
        (TextPart::Breaks, then.breaks != now.breaks),
        (TextPart::Source, then.source != now.source),
    ];
    parts.into_iter().filter_map(|(part, differs)| differs.then_some(part)).collect()
}

/// Tables by level and vintage.
fn tables_of(indicator: &Indicator) -> BTreeSet<(Level, Vintage)> {
    indicator.tables.iter().map(|entry| (entry.level, entry.vintage)).collect()
}
