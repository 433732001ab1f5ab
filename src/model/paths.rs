//! Where every file of an edition lies, relative to the edition's folder. Shared by the writer and the reader, so that
//! the two cannot disagree.

use super::{AreaCode, Level, Period, Vintage};

/// Beside the editions: which one to read.
pub const CURRENT: &str = "current.json";
/// Beside the editions: which ones were withdrawn.
pub const WITHDRAWN: &str = "withdrawn.json";
/// Beside the editions: what was published when, and what was corrected.
pub const CHANGES: &str = "changes.json";
/// What is published.
pub const CATALOGUE: &str = "catalogue.json";
/// Measures and reforms; only there when the edition has some.
pub const EVENTS: &str = "events.json";
/// The fields of the accessibility statement; only there when the publisher has given them.
pub const ACCESSIBILITY: &str = "accessibility.json";
/// Examples to learn from; only there when the edition has some.
pub const EXAMPLES: &str = "examples.json";

/// Level of detail of national boundaries: how fine a picture they are made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Detail {
    /// The whole country in 800 px.
    Low,
    /// Zoom 6.
    Medium,
    /// Zoom 8.
    High,
}

impl Detail {
    /// All three, coarsest first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    /// The id in file names.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// Codes, names, parents, population and label points of a level.
pub fn areas(level: Level, vintage: Vintage) -> String {
    format!("areas/{level}-{vintage}.json")
}

/// National boundaries of a level at one level of detail.
pub fn boundaries(level: Level, vintage: Vintage, detail: Detail) -> String {
    format!("boundaries/{level}-{vintage}-{}.arcs", detail.id())
}

/// The small areas of one municipality in full detail: those of the smallest level with boundaries in this vintage, in
/// the order of their codes.
pub fn boundary_detail(municipality: &AreaCode, vintage: Vintage) -> String {
    format!("boundaries/detail/{municipality}-{vintage}.arcs")
}

/// The population-true layout of a level, in hexagons; not every level has one.
pub fn tiles(level: Level, vintage: Vintage) -> String {
    format!("tiles/{level}-{vintage}.json")
}

/// The boundaries of a level for other programs; `kind` is `geojson` or `topojson`.
pub fn boundary_download(level: Level, vintage: Vintage, kind: &str) -> String {
    format!("download/{level}-{vintage}.{kind}")
}

/// Definition, method, pitfalls and source of an indicator.
pub fn about(slug: &str) -> String {
    format!("indicator/{slug}/about.json")
}

/// The newest period of an indicator for every area of a level.
pub fn latest(slug: &str, level: Level, vintage: Vintage) -> String {
    format!("indicator/{slug}/{level}-{vintage}/latest.json")
}

/// All periods of an indicator for every area of a level.
pub fn history(slug: &str, level: Level, vintage: Vintage) -> String {
    format!("indicator/{slug}/{level}-{vintage}/history.json")
}

/// All periods of an indicator for every area of a level and every category of a breakdown.
pub fn by_breakdown(slug: &str, level: Level, vintage: Vintage, breakdown: &str) -> String {
    format!("indicator/{slug}/{level}-{vintage}/by-{breakdown}.json")
}

/// Persons by area and group in one period.
pub fn counts(table: &str, level: Level, vintage: Vintage, period: Period) -> String {
    format!("counts/{table}/{level}-{vintage}/{period}.json")
}

/// All that one profile page needs.
pub fn profile(code: &AreaCode) -> String {
    format!("profile/{code}.json")
}

/// What the areas of a level are compared by, where those like one are sought.
pub fn compared(level: Level, vintage: Vintage) -> String {
    format!("compared/{level}-{vintage}.json")
}

/// The wide table of an indicator on one level, for spreadsheets.
pub fn download(slug: &str, level: Level, vintage: Vintage) -> String {
    format!("download/{slug}-{level}-{vintage}.csv")
}

/// What the wide tables hold, for programs.
pub const DOWNLOAD_METADATA: &str = "download/csv-metadata.json";

/// The list of a folder's files; `folder` is as [`listed_in`] gives it.
pub fn file_list(folder: &str) -> String {
    format!("files/{folder}.json")
}

/// The folder in whose list a path stands: the first two folders of the path, so that a reader of one indicator, or of
/// the whole country's borders, need not load the hashes of all others; `root` for files outside folders.
pub fn listed_in(path: &str) -> &str {
    let mut slashes = path.match_indices('/').map(|(at, _)| at);
    match (slashes.next(), slashes.next()) {
        (None, _) => "root",
        (Some(first), None) => &path[..first],
        (Some(_), Some(second)) => &path[..second],
    }
}
