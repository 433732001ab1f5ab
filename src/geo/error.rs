//! Why borders, or a file of them, were refused: one sentence each, with what was found and what is allowed.

use super::arcs::{HEADER, VERSION};
use super::grid::Grid;
use super::topology::{MAX_AREAS, OUTSIDE};
use crate::decimal::{decimal, plain};
use std::fmt;

/// What is wrong with borders that were to become a topology.
#[derive(Debug, Clone, PartialEq)]
pub enum TopologyError {
    /// More areas than an id buffer can tell apart.
    TooManyAreas {
        /// The number found.
        n_areas: usize,
    },
    /// An origin or step that is no number, or a step that is not positive.
    Grid {
        /// The grid found.
        grid: Grid,
    },
    /// The flat arrays are of lengths that do not belong together.
    Counts {
        /// Number of left sides.
        n_arcs: usize,
        /// Number of right sides.
        n_right: usize,
        /// Number of offsets, to be one more than the arcs.
        n_offsets: usize,
    },
    /// A coordinate beyond [`Grid::LIMIT`].
    OffGrid {
        /// The point, in grid units.
        point: [i32; 2],
    },
    /// An arc of fewer than two points.
    ShortArc {
        /// The arc's index.
        arc: usize,
    },
    /// Two equal points after one another.
    StandsStill {
        /// The arc's index.
        arc: usize,
        /// The point, in grid units.
        point: [i32; 2],
    },
    /// A side that names no area of the list.
    NoSuchArea {
        /// The arc's index.
        arc: usize,
        /// The area index found.
        area: u32,
        /// The number of areas there are.
        n_areas: usize,
    },
    /// The same area on both sides.
    SameSides {
        /// The arc's index.
        arc: usize,
        /// The area index, or [`OUTSIDE`].
        area: u32,
    },
    /// Arcs that do not lead back to where they began.
    Open {
        /// The area's index.
        area: usize,
    },
    /// A list of parents that does not fit the areas.
    Parents {
        /// The number of areas.
        n_areas: usize,
        /// The number of parents given.
        n_given: usize,
    },
    /// Two polygons on the same side of one edge.
    Overlap {
        /// The two areas' indices; equal when an area lies over itself.
        areas: [u32; 2],
        /// Middle of the edge, in world metres.
        at: [f64; 2],
    },
}

impl fmt::Display for TopologyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooManyAreas { n_areas } => {
                write!(f, "the borders name {n_areas} areas; at most {MAX_AREAS} can be kept in one topology")
            }
            Self::Grid { grid } => write!(
                f,
                "the grid has origin [{}, {}] and step {} m; an origin of two numbers and a step above 0 are allowed",
                plain(grid.origin[0]),
                plain(grid.origin[1]),
                plain(grid.step)
            ),
            Self::Counts { n_arcs, n_right, n_offsets } => write!(
                f,
                "the arcs have {n_arcs} left sides, {n_right} right sides and {n_offsets} offsets, which do not belong together"
            ),
            Self::OffGrid { point } => write!(
                f,
                "a border runs through grid point {point:?}; coordinates are allowed up to ±{}",
                Grid::LIMIT
            ),
            Self::ShortArc { arc } => write!(f, "arc {arc} has fewer than two points"),
            Self::StandsStill { arc, point } => {
                write!(f, "arc {arc} has grid point {point:?} twice in succession")
            }
            Self::NoSuchArea { arc, area, n_areas } => {
                write!(
                    f,
                    "arc {arc} borders on area {area}, but there are only {n_areas} areas, numbered from 0"
                )
            }
            Self::SameSides { arc, area } if *area == OUTSIDE => {
                write!(f, "arc {arc} has no area on either side")
            }
            Self::SameSides { arc, area } => write!(f, "arc {arc} has area {area} on both sides"),
            Self::Open { area } => {
                write!(f, "the border of area {area} does not lead back to where it began")
            }
            Self::Parents { n_areas, n_given } => {
                write!(f, "{n_given} parents were given for {n_areas} areas; one for each is needed")
            }
            Self::Overlap { areas: [a, b], at } if a == b => {
                write!(f, "area {a} lies over itself at E {} N {}", decimal(at[0], 1), decimal(at[1], 1))
            }
            Self::Overlap { areas: [a, b], at } => {
                write!(
                    f,
                    "areas {a} and {b} lie over each other at E {} N {}",
                    decimal(at[0], 1),
                    decimal(at[1], 1)
                )
            }
        }
    }
}

impl std::error::Error for TopologyError {}

/// Why bytes are not a file of borders.
#[derive(Debug, Clone, PartialEq)]
pub enum ArcsError {
    /// Shorter than the header.
    Truncated {
        /// Bytes found.
        n_bytes: usize,
    },
    /// The first eight bytes are something else.
    Magic,
    /// A version this program does not read.
    Version {
        /// The version found.
        found: u32,
    },
    /// The content does not match its checksum.
    Altered {
        /// Checksum in the header.
        stated: u32,
        /// Checksum of the bytes.
        found: u32,
    },
    /// Counts in the header that the content cannot hold.
    Counts {
        /// Areas stated.
        n_areas: usize,
        /// Arcs stated.
        n_arcs: usize,
        /// Points stated.
        n_points: usize,
        /// Bytes of the file.
        n_bytes: usize,
    },
    /// The file ends inside a column.
    Ends {
        /// The column's name.
        column: &'static str,
    },
    /// A number of more than five bytes.
    TooLong {
        /// The column's name.
        column: &'static str,
    },
    /// A side that is no area.
    Side {
        /// The column's name.
        column: &'static str,
        /// The arc's index.
        arc: usize,
        /// The area index found.
        found: i64,
        /// The number of areas.
        n_areas: usize,
    },
    /// A point beyond the grid's limit.
    OffGrid {
        /// The arc's index.
        arc: usize,
        /// The point.
        at: [i64; 2],
    },
    /// Bytes after the last column.
    Rest {
        /// How many.
        n_bytes: usize,
    },
    /// Arcs that make no topology.
    Topology(TopologyError),
}

impl fmt::Display for ArcsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truncated { n_bytes } => {
                write!(f, "the file of borders has {n_bytes} bytes; its header alone takes {HEADER}")
            }
            Self::Magic => write!(f, "this is not a file of borders: it does not begin with \"lgb-arcs\""),
            Self::Version { found } => {
                write!(f, "the file of borders is of version {found}; this program reads version {VERSION}")
            }
            Self::Altered { stated, found } => write!(
                f,
                "the file of borders is damaged: its checksum is {found:08x} and should be {stated:08x}"
            ),
            Self::Counts { n_areas, n_arcs, n_points, n_bytes } => write!(
                f,
                "the file of borders states {n_areas} areas, {n_arcs} arcs and {n_points} points, which its {n_bytes} bytes do not hold"
            ),
            Self::Ends { column } => write!(f, "the file of borders ends inside its column \"{column}\""),
            Self::TooLong { column } => {
                write!(f, "column \"{column}\" of the file of borders has a number of more than five bytes")
            }
            Self::Side { column, arc, found, n_areas } => write!(
                f,
                "column \"{column}\" of the file of borders names area {found} at arc {arc}; −1 for outside and 0 to {} are allowed",
                n_areas.saturating_sub(1)
            ),
            Self::OffGrid { arc, at } => write!(
                f,
                "arc {arc} of the file of borders runs to grid point {at:?}; coordinates are allowed up to ±{}",
                Grid::LIMIT
            ),
            Self::Rest { n_bytes } => {
                write!(f, "the file of borders has {n_bytes} bytes after its last column")
            }
            Self::Topology(error) => write!(f, "the file of borders holds no valid borders: {error}"),
        }
    }
}

impl std::error::Error for ArcsError {}
