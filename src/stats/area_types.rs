//! The socioeconomic index of an area and its type, 1 to 5.
//!
//! Boverket's, Delmos' and Statistics Sweden's division of RegSO areas (2020 on): relative to all areas of the year,
//! so that an area may change type without having changed itself. [`AreaTypeLimits`] of another year hold it fixed.

use super::summary::{Divisor, mean, standard_deviation};

/// The socioeconomic index, 0–100, higher where challenges are greater: the plain mean of three shares in percent,
/// V1 low economic standard, V2 lower-secondary education at most, V3 lasting economic support or unemployment.
pub fn socioeconomic_index(parts: [f64; 3]) -> f64 {
    (parts[0] + parts[1] + parts[2]) / 3.0
}

/// The five area types, from the greatest challenges to the best conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AreaType {
    /// 1: major socioeconomic challenges.
    MajorChallenges,
    /// 2: socioeconomic challenges.
    Challenges,
    /// 3: socioeconomically mixed.
    Mixed,
    /// 4: good socioeconomic conditions.
    GoodConditions,
    /// 5: very good socioeconomic conditions.
    VeryGoodConditions,
}

impl AreaType {
    /// All types by number.
    pub const ALL: [Self; 5] = [
        Self::MajorChallenges,
        Self::Challenges,
        Self::Mixed,
        Self::GoodConditions,
        Self::VeryGoodConditions,
    ];

    /// The published number, 1–5.
    pub fn number(self) -> u8 {
        match self {
            Self::MajorChallenges => 1,
            Self::Challenges => 2,
            Self::Mixed => 3,
            Self::GoodConditions => 4,
            Self::VeryGoodConditions => 5,
        }
    }

    /// The type of a published number; `None` for anything but 1–5.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|area_type| area_type.number() == number)
    }

    /// Types 1 and 2 together are the areas with socioeconomic challenges.
    pub fn has_challenges(self) -> bool {
        matches!(self, Self::MajorChallenges | Self::Challenges)
    }
}

/// Where one type ends and the next begins: in order the limits between 5 and 4, 4 and 3, 3 and 2, 2 and 1. A value
/// equal to a limit belongs above it, to the lower number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AreaTypeLimits([f64; 4]);

impl AreaTypeLimits {
    /// The limits of a year: μ − σ, μ, μ + σ and μ + 2σ over the unrounded indices of all areas, each counting the
    /// same, σ with divisor n. `None` when there are no areas or all are alike.
    pub fn of(indices: &[f64]) -> Option<Self> {
        Self::from_mean_and_deviation(mean(indices)?, standard_deviation(indices, Divisor::All)?)
    }

    /// The limits of a year whose mean and standard deviation are known. `None` unless the deviation is above 0.
    pub fn from_mean_and_deviation(mean: f64, deviation: f64) -> Option<Self> {
        Self::fixed([mean - deviation, mean, mean + deviation, mean + 2.0 * deviation])
    }

    /// Limits set otherwise, for instance once and for all. `None` unless they are finite and strictly ascending.
    pub fn fixed(limits: [f64; 4]) -> Option<Self> {
        let sound =
            limits.iter().all(|limit| limit.is_finite()) && limits.windows(2).all(|pair| pair[0] < pair[1]);
        sound.then_some(Self(limits))
    }

    /// The four limits, ascending.
    pub fn limits(&self) -> [f64; 4] {
        self.0
    }

    /// The type of an area with this index. Where an official type is published, that one goes first.
    pub fn area_type(&self, index: f64) -> AreaType {
        AreaType::ALL[4 - self.0.partition_point(|&limit| limit <= index)]
    }
}

/// How many areas went from one type to another: rows by the type before, columns by the type after.
pub fn transitions(before_and_after: impl IntoIterator<Item = (AreaType, AreaType)>) -> [[usize; 5]; 5] {
    let mut table = [[0; 5]; 5];
    for (before, after) in before_and_after {
        table[usize::from(before.number()) - 1][usize::from(after.number()) - 1] += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_value_equal_to_a_limit_has_the_greater_challenges() {
        // Mean 5, standard deviation 2 with divisor n.
        let limits = AreaTypeLimits::of(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]).unwrap();
        assert_eq!(limits.limits(), [3.0, 5.0, 7.0, 9.0]);
        let numbers =
            [2.9, 3.0, 4.9, 5.0, 6.9, 7.0, 8.9, 9.0, 40.0].map(|index| limits.area_type(index).number());
        assert_eq!(numbers, [5, 4, 4, 3, 3, 2, 2, 1, 1]);
    }

    #[test]
    fn what_has_no_spread_has_no_types() {
        assert_eq!(AreaTypeLimits::of(&[]), None);
        assert_eq!(AreaTypeLimits::of(&[7.0; 12]), None);
        assert_eq!(AreaTypeLimits::fixed([1.0, 2.0, 2.0, 3.0]), None);
        assert_eq!(AreaType::from_number(0), None);
        assert_eq!(AreaType::from_number(6), None);
    }

    proptest! {
        #[test]
        fn greater_challenges_never_have_a_higher_number(indices in prop::collection::vec(0.0..100.0_f64, 2..60)) {
            let Some(limits) = AreaTypeLimits::of(&indices) else { return Ok(()) };
            let mut sorted = indices.clone();
            sorted.sort_unstable_by(f64::total_cmp);
            let numbers: Vec<u8> = sorted.iter().map(|&index| limits.area_type(index).number()).collect();
            prop_assert!(numbers.windows(2).all(|pair| pair[0] >= pair[1]));
            // Relative types do not change when all areas change alike.
            let halved: Vec<f64> = indices.iter().map(|index| index / 2.0).collect();
            let limits_of_halved = AreaTypeLimits::of(&halved).unwrap();
            for index in &indices {
                prop_assert_eq!(limits.area_type(*index), limits_of_halved.area_type(index / 2.0));
            }
        }

        #[test]
        fn transitions_count_every_area_once(pairs in prop::collection::vec((1_u8..=5, 1_u8..=5), 0..50)) {
            let types = |number| AreaType::from_number(number).unwrap();
            let table = transitions(pairs.iter().map(|&(a, b)| (types(a), types(b))));
            prop_assert_eq!(table.iter().flatten().sum::<usize>(), pairs.len());
            prop_assert_eq!(table[0].iter().sum::<usize>(), pairs.iter().filter(|pair| pair.0 == 1).count());
        }
    }
}
