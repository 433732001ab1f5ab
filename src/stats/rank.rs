//! Places in order, and how far the places can be told apart.

use super::normal::upper_quantile;

/// Which end of the values is the first place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The greatest value has rank 1.
    HighestFirst,
    /// The least value has rank 1.
    LowestFirst,
}

/// The rank of every finite value: 1 + the number of values ahead of it. Equal values share the better rank.
pub fn ranks(values: &[f64], order: Order) -> Vec<usize> {
    let sorted = super::quantile::sorted(values);
    values
        .iter()
        .map(|value| match order {
            Order::LowestFirst => sorted.partition_point(|other| other < value) + 1,
            Order::HighestFirst => sorted.len() - sorted.partition_point(|other| other <= value) + 1,
        })
        .collect()
}

/// The rank of every finite value from the least up, equal values sharing the mean of their ranks.
pub fn mean_ranks(values: &[f64]) -> Vec<f64> {
    let sorted = super::quantile::sorted(values);
    values
        .iter()
        .map(|value| {
            let below = sorted.partition_point(|other| other < value);
            let upto = sorted.partition_point(|other| other <= value);
            (below + upto + 1) as f64 / 2.0
        })
        .collect()
}

/// The position of every finite value among the others: 0 for the least, 1 for the greatest, ½ where all are alike.
pub fn percentiles(values: &[f64]) -> Vec<f64> {
    let others = values.len().saturating_sub(1) as f64;
    mean_ranks(values)
        .into_iter()
        .map(|rank| if others > 0.0 { (rank - 1.0) / others } else { 0.5 })
        .collect()
}

/// The ranks an area may have, told from the others at 95 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankSet {
    /// Rank of the value as it stands.
    pub rank: usize,
    /// 1 + the number of areas significantly ahead.
    pub best: usize,
    /// Number of areas less those significantly behind.
    pub worst: usize,
}

/// Rank sets after Mogstad, Romano, Shaikh & Wilhelm (2024): an area is compared with each of the n − 1 others, the
/// comparisons judged together by Holm's method, so that its set holds its true rank with at least 95 % (marginally,
/// area by area). Estimates count as independent.
#[derive(Debug, Clone)]
pub struct RankSets<'a> {
    estimates: &'a [f64],
    standard_errors: &'a [f64],
    ranks: Vec<usize>,
    order: Order,
    /// What the k-th largest standardised difference of an area has to exceed.
    critical: Vec<f64>,
}

impl<'a> RankSets<'a> {
    /// Takes the estimates and their standard errors, area by area. `None` when the slices differ in length, a number
    /// is not finite or a standard error is negative.
    pub fn new(estimates: &'a [f64], standard_errors: &'a [f64], order: Order) -> Option<Self> {
        let sound = estimates.len() == standard_errors.len()
            && estimates.iter().all(|estimate| estimate.is_finite())
            && standard_errors.iter().all(|&error| error.is_finite() && error >= 0.0);
        sound.then(|| Self {
            estimates,
            standard_errors,
            ranks: ranks(estimates, order),
            order,
            critical: (1..estimates.len()).rev().map(|left| upper_quantile(0.025 / left as f64)).collect(),
        })
    }

    /// The rank set of one area. Takes n·log n steps: a page can spread many areas over frames.
    pub fn of(&self, area_idx: usize) -> RankSet {
        let n_areas = self.estimates.len();
        let nearest = self.critical.last().copied().unwrap_or(f64::INFINITY);
        let mut differences: Vec<(f64, bool)> = (0..n_areas)
            .filter(|&other| other != area_idx)
            .map(|other| {
                let difference = self.estimates[other] - self.estimates[area_idx];
                let error = self.standard_errors[other].hypot(self.standard_errors[area_idx]);
                // Known exactly and yet different: as significant as can be.
                let size = if difference == 0.0 { 0.0 } else { difference.abs() / error };
                (size, (difference > 0.0) == (self.order == Order::HighestFirst))
            })
            .filter(|&(size, _)| size > nearest)
            .collect();
        differences.sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
        let (mut n_ahead, mut n_behind) = (0, 0);
        for (&(size, ahead), &critical) in differences.iter().zip(&self.critical) {
            if size <= critical {
                break;
            }
            if ahead { n_ahead += 1 } else { n_behind += 1 }
        }
        RankSet { rank: self.ranks[area_idx], best: 1 + n_ahead, worst: n_areas - n_behind }
    }

    /// The rank sets of all areas in order.
    pub fn all(&self) -> Vec<RankSet> {
        (0..self.estimates.len()).map(|area_idx| self.of(area_idx)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn equal_values_share_the_better_rank() {
        assert_eq!(ranks(&[3.0, 9.0, 3.0, 1.0], Order::HighestFirst), [2, 1, 2, 4]);
        assert_eq!(ranks(&[3.0, 9.0, 3.0, 1.0], Order::LowestFirst), [2, 4, 2, 1]);
        assert_eq!(mean_ranks(&[3.0, 9.0, 3.0, 1.0]), [2.5, 4.0, 2.5, 1.0]);
        assert_eq!(percentiles(&[3.0, 9.0, 3.0]), [0.25, 1.0, 0.25]);
        assert_eq!(percentiles(&[3.0]), [0.5]);
    }

    #[test]
    fn far_apart_places_are_certain_and_close_ones_are_not() {
        let sets = RankSets::new(&[10.0, 10.1, 50.0], &[1.0, 1.0, 1.0], Order::HighestFirst).unwrap().all();
        assert_eq!(sets[2], RankSet { rank: 1, best: 1, worst: 1 });
        assert_eq!(sets[0], RankSet { rank: 3, best: 2, worst: 3 });
        assert_eq!(sets[1], RankSet { rank: 2, best: 2, worst: 3 });
    }

    #[test]
    fn holm_goes_on_where_bonferroni_would_stop() {
        // Among two others, 2.3 standard errors pass only after a larger difference has passed (2.2414, then 1.96).
        let of_first = |estimates: &[f64]| {
            RankSets::new(estimates, &[0.0, 1.0, 1.0], Order::HighestFirst).unwrap().of(0)
        };
        assert_eq!(of_first(&[0.0, 2.1, 5.0]), RankSet { rank: 3, best: 3, worst: 3 });
        assert_eq!(of_first(&[0.0, 2.1, 2.1]), RankSet { rank: 3, best: 1, worst: 3 });
    }

    #[test]
    fn what_cannot_be_ranked_is_refused() {
        assert!(RankSets::new(&[1.0], &[], Order::HighestFirst).is_none());
        assert!(RankSets::new(&[1.0], &[-1.0], Order::HighestFirst).is_none());
        assert!(RankSets::new(&[f64::NAN], &[1.0], Order::HighestFirst).is_none());
        assert_eq!(RankSets::new(&[1.0], &[0.0], Order::LowestFirst).unwrap().all().len(), 1);
    }

    proptest! {
        #[test]
        fn a_set_holds_its_rank_and_turns_with_the_order(
            areas in prop::collection::vec((-50_i32..50, 0_u32..20), 1..30),
        ) {
            let estimates: Vec<f64> = areas.iter().map(|area| f64::from(area.0)).collect();
            let errors: Vec<f64> = areas.iter().map(|area| f64::from(area.1)).collect();
            let n = areas.len();
            let down = RankSets::new(&estimates, &errors, Order::HighestFirst).unwrap().all();
            let up = RankSets::new(&estimates, &errors, Order::LowestFirst).unwrap().all();
            for (down, up) in down.iter().zip(&up) {
                prop_assert!(1 <= down.best && down.best <= down.rank && down.rank <= down.worst && down.worst <= n);
                prop_assert_eq!((down.best, down.worst), (n + 1 - up.worst, n + 1 - up.best));
            }
        }

        #[test]
        fn exact_values_have_their_ranks_alone(values in prop::collection::vec(-50_i32..50, 1..30)) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let errors = vec![0.0; values.len()];
            for set in RankSets::new(&values, &errors, Order::HighestFirst).unwrap().all() {
                prop_assert_eq!(set.best, set.rank);
            }
        }
    }
}
