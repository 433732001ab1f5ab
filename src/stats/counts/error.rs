//! What is wrong with a table of counts.

use std::fmt;

/// What is wrong with a table of counts; areas and groups are counted from 0.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    missing_docs,
    reason = "the fields are named after what they hold, and the variants say it in words"
)]
pub enum CountsError {
    /// Not areas × groups numbers.
    WrongSize { n_areas: usize, n_groups: usize, found: usize },
    /// Not a number, or infinite.
    NotFinite { area: usize, group: usize, value: f64 },
    /// Below zero.
    Negative { area: usize, group: usize, value: f64 },
    /// Above [`super::Counts::LARGEST`].
    TooLarge { area: usize, group: usize, value: f64 },
    /// A fraction where whole persons are asked for.
    NotWhole { area: usize, group: usize, value: f64 },
    /// More members than persons.
    GroupLargerThanTotal { area: usize, members: f64, persons: f64 },
}

impl fmt::Display for CountsError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::WrongSize { n_areas, n_groups, found } => write!(
                out,
                "a table of {n_areas} areas and {n_groups} groups needs {} numbers, but {found} were given",
                n_areas * n_groups
            ),
            Self::NotFinite { area, group, value } => {
                write!(out, "area {area}, group {group}: {value} is not a finite number")
            }
            Self::Negative { area, group, value } => {
                write!(out, "area {area}, group {group}: {value} is negative, and persons are counted from 0")
            }
            Self::TooLarge { area, group, value } => {
                write!(out, "area {area}, group {group}: {value} is above 2^53, the largest exact count")
            }
            Self::NotWhole { area, group, value } => write!(
                out,
                "area {area}, group {group}: {value} is not a whole number; estimates must be declared fractional"
            ),
            Self::GroupLargerThanTotal { area, members, persons } => {
                write!(
                    out,
                    "area {area}: the group has {members} members, but the area has {persons} persons"
                )
            }
        }
    }
}

impl std::error::Error for CountsError {}
