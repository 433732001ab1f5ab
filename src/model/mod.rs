//! The domain: areas, periods, values, indicators and the files of an edition. Plain data that both programs share;
//! it imports nothing of ours, does no I/O and knows no language's words (those are in `i18n`).
//!
//! Everything here is parsed once, at the edge, into a type that cannot be wrong: an [`AreaCode`] has the form of its
//! [`Level`], a [`Value`] is a finite number or an absence with its reason.

mod about;
mod accessibility;
mod area;
mod area_note;
mod area_table;
mod breakdown;
mod catalogue;
mod change_log;
mod compared;
mod counts_table;
mod cube;
mod edition;
mod event;
mod example;
pub mod json;
pub mod json_stat;
mod language;
mod number_column;
pub mod paths;
mod period;
mod profile;
mod revision;
mod theme;
mod tiles;
mod value;

pub use about::{About, SeriesBreak, ShareParts};
pub use accessibility::{AccessibilityStatement, Conformance};
pub use area::{AreaCode, Level, Vintage};
pub use area_note::AreaNote;
pub use area_table::AreaTable;
pub use breakdown::{AGE_SEX, Breakdown, BrokenDown, Category};
pub use catalogue::{
    Catalogue, Indicator, LevelEntry, Licence, Measure, Publisher, Source, TableEntry, Unit,
};
pub use change_log::{ChangeLog, LogEntry, LogKind};
pub use compared::{AreaGroup, ComparedAreas};
pub use counts_table::{AreaCounts, CountsTable};
pub use cube::{CrossSection, Cube, CubeError, Ends, Series};
pub use edition::{Current, FORMAT, FileEntry, FileList, Withdrawn};
pub use event::{Event, EventKind, Events};
pub use example::{Evidence, Example, Examples};
pub use language::{Language, Localized};
pub use number_column::NumberColumn;
pub use period::Period;
pub use profile::{
    AreasInside, EventComparison, InsideValues, MeansByType, PeopleByType, Profile, ProfileAges,
    ProfileDivision, ProfileEvent, ProfileIndex, ProfileIndicator, ProfileSeries, SimilarArea, SimilarAreas,
    SmallerAreas, TypesInside,
};
pub use revision::{Revision, revisions};
pub use theme::Theme;
pub use tiles::Tiles;
pub use value::{Absence, Flags, Value};

/// What a text was expected to be and what it is instead; the caller adds the file or address it stood in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// What was being read, in the project's vocabulary: `"area code"`, `"period"`.
    pub what: &'static str,
    /// The text as found, cut at 60 characters.
    pub found: String,
    /// What is allowed, as a phrase that completes "expected …".
    pub allowed: &'static str,
}

impl Malformed {
    pub(crate) fn new(what: &'static str, found: &str, allowed: &'static str) -> Self {
        Self { what, found: found.chars().take(60).collect(), allowed }
    }
}

impl std::fmt::Display for Malformed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "“{}” is not a valid {}: expected {}", self.found, self.what, self.allowed)
    }
}

impl std::error::Error for Malformed {}
