//! What is known of an index besides its formula: id, symbol, family, domain, source, and how it is computed.

use super::decay::DecaySums;
use super::geometry::Geometry;
use super::options::Options;
use super::undefined::Index;
use crate::stats::counts::{Counts, TwoGroup};

/// One index as the registry lists it.
#[derive(Debug, Clone, Copy)]
pub struct IndexInfo {
    /// The name that code, command and files use.
    pub id: &'static str,
    /// The letter of the literature.
    pub symbol: &'static str,
    /// The side of separation that it measures.
    pub family: Family,
    /// The formula, in the notation of the method page.
    pub formula: &'static str,
    /// Where its values can lie.
    pub domain: Domain,
    /// Author and year of the definition.
    pub source: &'static str,
    /// What it is computed from, and by which function.
    pub compute: Compute,
}

/// The side of separation that an index measures; the first five are those of Massey and Denton (1988).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// How unevenly groups are spread over areas.
    Evenness,
    /// How likely members of groups are to meet in their areas.
    Exposure,
    /// How little land a group lives on.
    Concentration,
    /// How near the center a group lives.
    Centralization,
    /// How near each other the areas of a group lie.
    Clustering,
    /// Evenness among groups in an order, such as income classes.
    Ordered,
    /// A value for each area.
    Local,
    /// How mixed the population is as a whole; says nothing of separation.
    Diversity,
}

/// Where the values of an index can lie, ends included; `None` is an open end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Domain {
    /// The lowest value.
    pub low: Option<f64>,
    /// The highest value.
    pub high: Option<f64>,
}

impl Domain {
    /// From 0 to 1.
    pub const UNIT: Self = Self { low: Some(0.0), high: Some(1.0) };
    /// From −1 to 1.
    pub const SIGNED: Self = Self { low: Some(-1.0), high: Some(1.0) };
    /// At most 1.
    pub const AT_MOST_ONE: Self = Self { low: None, high: Some(1.0) };
    /// 0 or more.
    pub const NOT_NEGATIVE: Self = Self { low: Some(0.0), high: None };
    /// Any number.
    pub const OPEN: Self = Self { low: None, high: None };

    /// Whether a value lies in the domain.
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        self.low.is_none_or(|low| value >= low) && self.high.is_none_or(|high| value <= high)
    }
}

/// What an index is computed from, and by which function.
#[derive(Debug, Clone, Copy)]
pub enum Compute {
    /// Any number of groups at once.
    Groups(fn(&Counts, &Options) -> Index),
    /// Groups in the order of the columns, low to high.
    Ordered(fn(&Counts, &Options) -> Index),
    /// One group and another.
    TwoGroup(fn(&TwoGroup, &Options) -> Index),
    /// One group's exposure to another: `x`, `y` and all persons by area.
    Exposure(fn(&[f64], &[f64], &[f64]) -> Index),
    /// One group and another, and where the areas lie.
    Placed(fn(&TwoGroup, &Geometry<'_>, &Options) -> Index),
    /// One group and another, and the sums over all pairs of areas.
    Decay(fn(&TwoGroup, &DecaySums) -> Index),
    /// Any number of groups, where the areas lie, and a radius in metres.
    Radius(fn(&Counts, &Geometry<'_>, f64) -> Index),
    /// A value for each area.
    Local(fn(&Counts, &Options) -> Vec<Index>),
    /// A value for each area and group, row by row.
    LocalByGroup(fn(&Counts, &Options) -> Vec<Index>),
    /// A value for each area, from one group and another and where the areas lie.
    LocalPlaced(fn(&TwoGroup, &Geometry<'_>, &Options) -> Vec<Index>),
}

/// What an index needs, for choosing which to offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs {
    /// It compares one group with another (or the rest) and no more.
    pub two_groups_only: bool,
    /// The order of the groups matters.
    pub ordered: bool,
    /// It needs to know where the areas lie.
    pub geometry: bool,
    /// It gives a value for each area.
    pub per_area: bool,
}

impl IndexInfo {
    /// Whether it measures separation, and so counts among the segregation indices.
    #[must_use]
    pub fn is_segregation(&self) -> bool {
        self.family != Family::Diversity
    }

    /// What it needs.
    #[must_use]
    pub fn needs(&self) -> Needs {
        use Compute::{
            Decay, Exposure, Groups, Local, LocalByGroup, LocalPlaced, Ordered, Placed, Radius, TwoGroup,
        };
        Needs {
            two_groups_only: matches!(
                self.compute,
                TwoGroup(_) | Exposure(_) | Placed(_) | Decay(_) | LocalPlaced(_)
            ),
            ordered: matches!(self.compute, Ordered(_)),
            geometry: matches!(self.compute, Placed(_) | Decay(_) | Radius(_) | LocalPlaced(_)),
            per_area: match self.compute {
                Local(_) | LocalByGroup(_) | LocalPlaced(_) => true,
                Groups(_) | Ordered(_) | TwoGroup(_) | Exposure(_) | Placed(_) | Decay(_) | Radius(_) => {
                    false
                }
            },
        }
    }
}

impl Family {
    /// The name that command and files use.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Evenness => "evenness",
            Self::Exposure => "exposure",
            Self::Concentration => "concentration",
            Self::Centralization => "centralization",
            Self::Clustering => "clustering",
            Self::Ordered => "ordered",
            Self::Local => "local",
            Self::Diversity => "diversity",
        }
    }
}
