//! Why an index has no value: an absence carries its reason, and is never a number.

use std::fmt;

/// The value of an index, or the reason why there is none. Values are always finite.
pub type Index = Result<f64, Undefined>;

/// Why an index is undefined on the input given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Undefined {
    /// Fewer groups than the index compares.
    TooFewGroups {
        /// The number of groups needed.
        needed: usize,
        /// The number of groups given.
        found: usize,
    },
    /// A group has no members in these areas; groups are counted from 0 in the table that the index saw, so that in a
    /// comparison of two groups 0 is the group and 1 the rest or the other.
    EmptyGroup {
        /// The group without members.
        group: usize,
    },
    /// Nobody lives in the area, or in any of the areas.
    NobodyThere,
    /// Only one area has inhabitants, and separation needs two.
    OneArea,
    /// All areas are alike in what the index compares them by.
    AllAlike(Trait),
    /// The index needs something of the areas' geometry that was not given.
    NoGeometry(Trait),
    /// The selected areas have no land, or one of them none where the index divides by it.
    NoLand,
    /// The members of a group live too far from everybody for nearness to be compared.
    NobodyNear,
    /// No two of the areas are neighbors.
    NoNeighbors,
    /// Resampling needs whole persons.
    FractionalCounts,
    /// The polynomial has a higher order than the thresholds between the ordered groups allow.
    TooFewThresholds {
        /// The order asked for.
        order: usize,
        /// The distinct thresholds there are.
        thresholds: usize,
    },
    /// A parameter outside what the index allows.
    BadParameter {
        /// The parameter's name.
        name: &'static str,
        /// Its value.
        value: f64,
    },
    /// Iterative proportional fitting did not come within its tolerance.
    NotConverged {
        /// The iterations made.
        iterations: usize,
        /// The largest remaining difference between a fitted and a wanted marginal share.
        difference: f64,
    },
}

/// What areas are compared by, or known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trait {
    /// Composition: the groups' shares.
    Composition,
    /// Points standing for the areas, in metres.
    Centroids,
    /// Land area, in square metres.
    LandAreas,
    /// Which areas touch, and along what length.
    Borders,
    /// The whole perimeter of each area.
    Perimeters,
}

impl Undefined {
    /// A short stable code, for files and for choosing the words of another language.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooFewGroups { .. } => "too-few-groups",
            Self::EmptyGroup { .. } => "empty-group",
            Self::NobodyThere => "nobody-there",
            Self::OneArea => "one-area",
            Self::AllAlike(_) => "all-alike",
            Self::NoGeometry(_) => "no-geometry",
            Self::NoLand => "no-land",
            Self::NobodyNear => "nobody-near",
            Self::NoNeighbors => "no-neighbors",
            Self::FractionalCounts => "fractional-counts",
            Self::TooFewThresholds { .. } => "too-few-thresholds",
            Self::BadParameter { .. } => "bad-parameter",
            Self::NotConverged { .. } => "not-converged",
        }
    }
}

impl fmt::Display for Undefined {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFewGroups { needed, found } => {
                write!(out, "the index compares at least {needed} groups, and {found} was given")
            }
            Self::EmptyGroup { group } => write!(out, "group {} of the comparison has no members", group + 1),
            Self::NobodyThere => write!(out, "nobody lives there"),
            Self::OneArea => write!(out, "only one area has inhabitants, and separation needs two"),
            Self::AllAlike(what) => write!(out, "all areas have the same {}", what.in_words()),
            Self::NoGeometry(what) => write!(out, "the index needs {}, and none were given", what.in_words()),
            Self::NoLand => write!(out, "the index divides by land area, and an area has none"),
            Self::NobodyNear => write!(out, "the group lives too far from everybody to compare nearness"),
            Self::NoNeighbors => write!(out, "no two of the areas are neighbours"),
            Self::FractionalCounts => {
                write!(out, "resampling needs whole persons, and the counts are fractional")
            }
            Self::TooFewThresholds { order, thresholds } => write!(
                out,
                "a polynomial of order {order} needs {} thresholds between ordered groups, and there are {thresholds}",
                order + 1
            ),
            Self::BadParameter { name, value } => write!(out, "the parameter {name} cannot be {value}"),
            Self::NotConverged { iterations, difference } => write!(
                out,
                "proportional fitting was still {difference:e} from the wanted margins after {iterations} iterations"
            ),
        }
    }
}

impl std::error::Error for Undefined {}

impl Trait {
    fn in_words(self) -> &'static str {
        match self {
            Self::Composition => "composition",
            Self::Centroids => "centroids",
            Self::LandAreas => "land areas",
            Self::Borders => "shared borders",
            Self::Perimeters => "perimeters",
        }
    }
}
