//! What must not change a number, and which way a number must go.

use lagesbild::stats::segregation::{Border, Comparison, DecaySums, Evaluation, INDICES, Options};
use proptest::prelude::*;

use super::random::{Map, changed, placed_tables, tables};
use super::{close, of, of_pair};

/// Indices of all groups, and of the first group against the rest, that see counts and nothing else, and without chance.
const BY_COUNTS: [&str; 12] = [
    "dissimilarity",
    "gini",
    "information-theory",
    "mutual-information",
    "normalized-exposure",
    "relative-diversity",
    "squared-coefficient-of-variation",
    "ordinal-information-theory",
    "ordinal-variation-ratio",
    "ordinal-square-root",
    "ordinal-absolute-difference",
    "entropy",
];
const BY_PAIR: [&str; 7] = [
    "atkinson",
    "min-max",
    "segregation-index",
    "isolation",
    "interaction",
    "correlation-ratio",
    "concentration-profile",
];

proptest! {
    #[test]
    fn domains_hold_and_every_value_is_finite((counts, map) in placed_tables(2..=5)) {
        let options = Options { replicates: 5, ..Options::default() };
        for comparison in [Comparison::AllGroups, Comparison::GroupWithRest(0), Comparison::TwoGroups(1, 0)] {
            let evaluation = Evaluation::new(&counts, comparison, map.geometry(), &options);
            for index in INDICES {
                let rows = evaluation.of(index);
                prop_assert!(!rows.is_empty(), "{} gives nothing", index.id);
                for value in rows.iter().filter_map(|row| row.value.ok()) {
                    prop_assert!(value.is_finite(), "{} is {value}", index.id);
                    prop_assert!(index.domain.contains(value), "{} is {value}", index.id);
                }
            }
        }
    }

    #[test]
    fn the_largest_and_smallest_counts_give_finite_values(
        cells in prop::collection::vec(prop_oneof![
            Just(0.0), Just(5e-324), Just(1e-300), Just(1.0), Just(9_007_199_254_740_992.0), 0.0..1.0,
        ], 8),
    ) {
        use lagesbild::stats::counts::{Counts, Numbers};
        let counts = Counts::new(4, 2, cells, Numbers::Fractional).expect("finite and not negative");
        let map = Map {
            centroids: vec![[0.0, 0.0], [0.0, 0.0], [1e7, 1.0], [-1e7, 0.0]],
            land_areas: vec![0.0, 1e13, 1e-9, 1.0],
            perimeters: vec![1e9, 0.0, 1e-9, 1.0],
            borders: vec![Border { a: 0, b: 1, length: 0.0 }, Border { a: 1, b: 3, length: 1e9 }],
        };
        let options = Options::default();
        for comparison in [Comparison::AllGroups, Comparison::GroupWithRest(1)] {
            let evaluation = Evaluation::new(&counts, comparison, map.geometry(), &options);
            for index in INDICES {
                for value in evaluation.of(index).iter().filter_map(|row| row.value.ok()) {
                    prop_assert!(value.is_finite(), "{} is {value}", index.id);
                }
            }
        }
    }

    #[test]
    fn all_persons_times_k_change_nothing(counts in tables(2..=4), k in 2..50_u32) {
        let more = changed(&counts, |_, _, n| n * f64::from(k));
        for id in BY_COUNTS {
            close(of(id, &more), of(id, &counts))?;
        }
        for id in BY_PAIR {
            close(of_pair(id, &more), of_pair(id, &counts))?;
        }
    }

    #[test]
    fn one_group_times_k_changes_no_index_of_evenness_alone(counts in tables(2..=2), k in 2..50_u32) {
        let more = changed(&counts, |_, group, n| if group == 0 { n * f64::from(k) } else { n });
        for id in ["dissimilarity", "gini"] {
            close(of(id, &more), of(id, &counts))?;
        }
        for id in ["atkinson", "min-max"] {
            close(of_pair(id, &more), of_pair(id, &counts))?;
        }
    }

    #[test]
    fn splitting_an_area_into_alike_parts_changes_nothing(counts in tables(2..=4), parts in 2..5_usize) {
        // The first area with a `parts`-th of its persons, as often.
        let areas: Vec<usize> = std::iter::repeat_n(0, parts).chain(1..counts.n_areas()).collect();
        let split = changed(&counts.of_areas(&areas), |area, _, n| if area < parts { n / parts as f64 } else { n });
        for id in BY_COUNTS {
            close(of(id, &split), of(id, &counts))?;
        }
        for id in BY_PAIR {
            close(of_pair(id, &split), of_pair(id, &counts))?;
        }
    }

    #[test]
    fn areas_without_persons_and_their_order_change_nothing((counts, map) in placed_tables(2..=4)) {
        let populated: Vec<usize> = (0..counts.n_areas()).rev().filter(|&a| counts.area_totals()[a] > 0.0).collect();
        let fewer = counts.of_areas(&populated);
        for id in BY_COUNTS {
            close(of(id, &fewer), of(id, &counts))?;
        }
        for id in BY_PAIR {
            close(of_pair(id, &fewer), of_pair(id, &counts))?;
        }
        // The spatial ones too, but for those of land.
        let there = Map {
            centroids: populated.iter().map(|&a| map.centroids[a]).collect(),
            land_areas: populated.iter().map(|&a| map.land_areas[a]).collect(),
            perimeters: populated.iter().map(|&a| map.perimeters[a]).collect(),
            borders: map.borders.iter().filter_map(|border| {
                let place = |area| populated.iter().position(|&a| a == area);
                Some(Border { a: place(border.a)?, b: place(border.b)?, length: border.length })
            }).collect(),
        };
        let options = Options::default();
        let (all, some) = (
            Evaluation::new(&counts, Comparison::GroupWithRest(0), map.geometry(), &options),
            Evaluation::new(&fewer, Comparison::GroupWithRest(0), there.geometry(), &options),
        );
        for index in INDICES.iter().filter(|index| index.needs().geometry && !index.needs().per_area) {
            if ["delta", "absolute-concentration", "relative-concentration", "absolute-centralization"].contains(&index.id) {
                continue;
            }
            for (a, b) in all.of(index).iter().zip(some.of(index)) {
                match (a.value, b.value) {
                    (Ok(a), Ok(b)) => prop_assert!((a - b).abs() <= 1e-7 * b.abs().max(1.0), "{}: {a}, {b}", index.id),
                    (a, b) => prop_assert_eq!(a.map_err(|why| why.code()), b.map_err(|why| why.code()), "{}", index.id),
                }
            }
        }
    }

    #[test]
    fn an_exchange_towards_evenness_lowers_separation(counts in tables(2..=2)) {
        // One member of the group moves from where it is most common to where it is least, one of the others back.
        let pair = counts.group_against_rest(0);
        let share = |area: &usize| pair.share_in(*area);
        let populated = || (0..counts.n_areas()).filter(|area| share(area).is_some());
        let by_share = |a: &usize, b: &usize| share(a).partial_cmp(&share(b)).expect("shares are numbers");
        let (from, to) = (populated().max_by(by_share).expect("areas"), populated().min_by(by_share).expect("areas"));
        let (high, low) = (share(&from).expect("a share"), share(&to).expect("a share"));
        // Only where the exchange does not overshoot.
        prop_assume!(high - low > 1.0 / pair.t()[from] + 1.0 / pair.t()[to]);
        let after = changed(&counts, |area, group, n| match (area, group) {
            (area, 0) if area == from => n - 1.0,
            (area, 1) if area == from => n + 1.0,
            (area, 0) if area == to => n + 1.0,
            (area, 1) if area == to => n - 1.0,
            _ => n,
        });
        for id in ["gini", "information-theory", "mutual-information"] {
            prop_assert!(of(id, &after) < of(id, &counts), "{id}");
        }
        for id in ["atkinson", "correlation-ratio", "isolation"] {
            prop_assert!(of_pair(id, &after) < of_pair(id, &counts), "{id}");
        }
        prop_assert!(of("dissimilarity", &after) <= of("dissimilarity", &counts) + 1e-15);
    }

    #[test]
    fn sums_over_pairs_can_be_made_in_pieces((counts, map) in placed_tables(2..=3), cut in 0..14_usize) {
        let cut = cut.min(counts.n_areas());
        let geometry = map.geometry();
        let whole = DecaySums::new(&counts, &geometry).expect("the map is complete");
        let pieces = [0..cut, cut..counts.n_areas()]
            .map(|rows| DecaySums::of_rows(&counts, &geometry, rows).expect("the map is complete"));
        let joined = DecaySums::joined(&pieces);
        for group in 0..counts.n_groups() {
            prop_assert_eq!(whole.of_group(group).collect::<Vec<_>>(), joined.of_group(group).collect::<Vec<_>>());
        }
        close(whole.nearness(), joined.nearness())?;
    }
}
