//! What must be equal, whatever the data.

use lagesbild::stats::counts::Counts;
use lagesbild::stats::decomposition::{change, nested, within};
use lagesbild::stats::segregation::local_mutual_information::local_mutual_information;
use lagesbild::stats::segregation::location_quotient::location_quotient;
use lagesbild::stats::segregation::ordinal::{Spread, ordinal};
use lagesbild::stats::segregation::rank_order::rank_order;
use lagesbild::stats::segregation::spatial_information_theory::spatial_information_theory;
use lagesbild::stats::segregation::{Base, Comparison, DecaySums, Evaluation, Geometry, Options, index};
use proptest::prelude::*;

use super::random::{changed, placed_tables, tables};
use super::{close, of, of_pair};

proptest! {
    #[test]
    fn two_groups_have_one_dissimilarity_under_four_names(counts in tables(2..=2)) {
        let d = of("dissimilarity", &counts);
        close(of_pair("segregation-index", &counts), d)?;
        close(of_pair("min-max", &counts), 2.0 * d / (1.0 + d))?;
        let pair = counts.group_against_rest(0);
        let (p, total) = (pair.share(), pair.total());
        let duncan: f64 = pair.populated().map(|(x, t)| t * (x / t - p).abs()).sum();
        close(d, duncan / (2.0 * total * p * (1.0 - p)))?;
    }

    #[test]
    fn two_groups_have_one_correlation_ratio_under_four_names(counts in tables(2..=2)) {
        let v = of_pair("correlation-ratio", &counts);
        for id in ["normalized-exposure", "relative-diversity", "squared-coefficient-of-variation"] {
            close(of(id, &counts), v)?;
        }
        let p = counts.group_against_rest(0).share();
        close(v, (of_pair("isolation", &counts) - p) / (1.0 - p))?;
    }

    #[test]
    fn gini_is_the_mean_difference_of_all_pairs(counts in tables(2..=4)) {
        let total = counts.total();
        let (mut sum, mut interaction) = (0.0, 0.0);
        for group in 0..counts.n_groups() {
            let share = counts.group_totals()[group] / total;
            interaction += share * (1.0 - share);
            for a in 0..counts.n_areas() {
                for b in 0..counts.n_areas() {
                    let (t, u) = (counts.area_totals()[a], counts.area_totals()[b]);
                    // t·u·|x/t − z/u| without dividing by the persons of an empty area.
                    sum += (counts.area(a)[group] * u - counts.area(b)[group] * t).abs();
                }
            }
        }
        close(of("gini", &counts), sum / (2.0 * total * total * interaction))?;
    }

    #[test]
    fn atkinson_is_the_printed_formula(counts in tables(2..=2)) {
        let pair = counts.group_against_rest(0);
        let (p, total) = (pair.share(), pair.total());
        let sum: f64 = pair.populated().map(|(x, t)| (1.0 - x / t).sqrt() * (x / t).sqrt() * t / (p * total)).sum();
        close(of_pair("atkinson", &counts), 1.0 - p / (1.0 - p) * sum * sum)?;
    }

    #[test]
    fn exposures_add_up_to_one(counts in tables(2..=5)) {
        for group in 0..counts.n_groups() {
            let pair = Comparison::GroupWithRest(group);
            close(super::value("isolation", &counts, pair) + super::value("interaction", &counts, pair), 1.0)?;
        }
        close(of("simpson-concentration", &counts) + of("simpson-interaction", &counts), 1.0)?;
    }

    #[test]
    fn decayed_exposures_add_up_to_one((counts, map) in placed_tables(2..=2)) {
        let sums = DecaySums::new(&counts, &map.geometry()).expect("the map is complete");
        let pair = counts.group_against_rest(0);
        let isolation = lagesbild::stats::segregation::distance_decay_isolation::distance_decay_isolation(&pair, &sums);
        let interaction =
            lagesbild::stats::segregation::distance_decay_interaction::distance_decay_interaction(&pair, &sums);
        close(isolation.expect("a value") + interaction.expect("a value"), 1.0)?;
    }

    #[test]
    fn information_is_the_mean_of_local_information_and_the_product_of_h_and_e(counts in tables(2..=5)) {
        let m = of("mutual-information", &counts);
        close(m, of("information-theory", &counts) * of("entropy", &counts))?;
        let local = local_mutual_information(&counts, Base::E);
        let mean: f64 = local
            .iter()
            .zip(counts.area_totals())
            .filter_map(|(value, persons)| value.ok().map(|value| value * persons / counts.total()))
            .sum();
        close(m, mean)?;
        close(m, of("mutual-information", &counts.transposed_without_empty()))?;
        // Theil's form: the loss of entropy.
        let loss: f64 = counts
            .areas()
            .zip(counts.area_totals())
            .filter(|&(_, &persons)| persons > 0.0)
            .map(|(area, &persons)| persons / counts.total() * (entropy(counts.group_totals()) - entropy(area)))
            .sum();
        close(m, loss)?;
        prop_assert!(m <= of("entropy", &counts) + 1e-12);
    }

    #[test]
    fn location_quotients_average_one(counts in tables(2..=5)) {
        let quotients = location_quotient(&counts);
        for group in 0..counts.n_groups() {
            let mean: f64 = counts
                .area_totals()
                .iter()
                .enumerate()
                .filter_map(|(area, persons)| {
                    quotients[area * counts.n_groups() + group].ok().map(|value| value * persons / counts.total())
                })
                .sum();
            close(mean, 1.0)?;
        }
    }

    #[test]
    fn two_ordered_groups_are_two_groups(counts in tables(2..=2)) {
        close(of("ordinal-information-theory", &counts), of("information-theory", &counts))?;
        close(of("ordinal-variation-ratio", &counts), of_pair("correlation-ratio", &counts))?;
        for (spread, id) in [
            (Spread::Entropy, "rank-order-information-theory"),
            (Spread::Variance, "rank-order-variation-ratio"),
            (Spread::Deviation, "rank-order-square-root"),
        ] {
            let at_threshold = ordinal(&counts, spread).expect("a value");
            close(of(id, &counts), at_threshold)?;
            prop_assert!(rank_order(&counts, spread, 1).is_err(), "one threshold determines no line");
        }
    }

    #[test]
    fn ordinal_indices_are_means_over_the_thresholds(counts in tables(2..=5)) {
        // Reardon 2009: weighted by how far each threshold divides the whole.
        let share = |threshold: usize| counts.group_totals()[..threshold].iter().sum::<f64>() / counts.total();
        for (id, of_two, weight) in [
            ("ordinal-information-theory", "information-theory", (|c| entropy(&[c, 1.0 - c])) as fn(f64) -> f64),
            ("ordinal-variation-ratio", "correlation-ratio", |c| c * (1.0 - c)),
        ] {
            let (mut sum, mut weights) = (0.0, 0.0);
            for threshold in 1..counts.n_groups() {
                let two = counts.lowest_against_others(threshold).to_counts();
                sum += weight(share(threshold)) * of_pair(of_two, &two);
                weights += weight(share(threshold));
            }
            close(of(id, &counts), sum / weights)?;
        }
    }

    #[test]
    fn surroundings_that_reach_nobody_are_the_areas((counts, map) in placed_tables(2..=4)) {
        let tiny = spatial_information_theory(&counts, &map.geometry(), 1e-9).expect("a value");
        close(tiny, of("information-theory", &counts))?;
        // One point for all: everybody's surroundings are everybody.
        let together = vec![[5.0, 5.0]; counts.n_areas()];
        let geometry = Geometry { centroids: Some(&together), ..Geometry::default() };
        close(spatial_information_theory(&counts, &geometry, 500.0).expect("a value"), 0.0)?;
    }

    #[test]
    fn alike_areas_are_not_separated((counts, map) in placed_tables(2..=3)) {
        // Every area a multiple of the same mixture.
        let alike = changed(&counts, |area, group, _| counts.area_totals()[area] * f64::from([6_u8, 3, 1][group]));
        let options = Options { replicates: 20, ..Options::default() };
        let evaluation = Evaluation::new(&alike, Comparison::GroupWithRest(0), map.geometry(), &options);
        let none = "dissimilarity gini atkinson information-theory mutual-information min-max segregation-index \
            relative-diversity squared-coefficient-of-variation density-corrected-dissimilarity \
            boundary-dissimilarity length-dissimilarity perimeter-dissimilarity spatial-information-theory \
            correlation-ratio normalized-exposure relative-concentration relative-centralization \
            relative-clustering ordinal-information-theory rank-order-information-theory";
        for id in none.split_whitespace() {
            for row in evaluation.of(index(id).expect("in the registry")) {
                match row.value {
                    Ok(value) => prop_assert!(value.abs() < 1e-7, "{id} is {value}"),
                    Err(reason) => prop_assert!(["no-neighbors", "all-alike"].contains(&reason.code()), "{id}: {reason}"),
                }
            }
        }
        let proximity = evaluation.of(index("spatial-proximity").expect("in the registry"))[0].value;
        close(proximity.expect("a value"), 1.0)?;
    }

    #[test]
    fn areas_of_one_group_each_are_wholly_separated(sizes in prop::collection::vec((0..3_usize, 1..5_000_u32), 3..12)) {
        let cells: Vec<f64> = sizes
            .iter()
            .enumerate()
            // The first three areas see to it that every group lives somewhere.
            .flat_map(|(area, &(group, persons))| {
                let group = if area < 3 { area } else { group };
                (0..3).map(move |g| if g == group { f64::from(persons) } else { 0.0 })
            })
            .collect();
        let counts = super::whole(3, &cells);
        for id in ["dissimilarity", "gini", "information-theory", "normalized-exposure", "relative-diversity",
            "squared-coefficient-of-variation", "ordinal-information-theory", "ordinal-variation-ratio",
            "ordinal-square-root", "ordinal-absolute-difference"] {
            close(of(id, &counts), 1.0)?;
        }
        for id in ["atkinson", "min-max", "segregation-index", "isolation", "correlation-ratio", "concentration-profile"] {
            close(of_pair(id, &counts), 1.0)?;
        }
        close(of("mutual-information", &counts), of("entropy", &counts))?;
    }

    #[test]
    fn levels_add_up_to_the_whole(
        (counts, labels) in tables(2..=5).prop_flat_map(|counts| {
            let n = counts.n_areas();
            (Just(counts), prop::collection::vec((0..3_usize, 0..4_usize), n))
        })
    ) {
        let coarse: Vec<usize> = labels.iter().map(|label| label.0).collect();
        let fine: Vec<usize> = labels.iter().map(|label| label.1).collect();
        let parts = nested(&counts, &[&coarse, &fine]).expect("a comparable table");
        for (sum, total) in [
            (parts.between.iter().map(|part| part.m).sum::<f64>() + parts.within.m, parts.total.m),
            (parts.between.iter().map(|part| part.h).sum::<f64>() + parts.within.h, parts.total.h),
        ] {
            prop_assert!((sum - total).abs() <= 1e-12, "{sum} is not {total}");
        }
        let once = nested(&counts, &[&coarse]).expect("a comparable table");
        let inside = within(&counts, &coarse).expect("a comparable table");
        close(inside.iter().map(|part| part.share).sum(), 1.0)?;
        close(inside.iter().map(|part| part.share * part.m).sum(), once.within.m)?;
        let h: f64 = inside.iter().map(|part| part.share * part.entropy_ratio * part.h.unwrap_or(0.0)).sum();
        close(h, once.within.h)?;
        let merged = counts.merged(&coarse, 3);
        if merged.n_populated() > 1 {
            close(once.between[0].m, of("mutual-information", &merged))?;
        }
    }

    #[test]
    fn the_parts_of_a_change_add_up_and_turn_with_it(first in tables(3..=3), second in tables(3..=3)) {
        let n = first.n_areas().min(second.n_areas());
        let areas: Vec<(usize, usize)> = (0..n).map(|area| (area, area)).collect();
        let groups = [(0, 0), (1, 1), (2, 2)];
        let forth = change(&first, &second, &areas, &groups, 1e-10);
        let back = change(&second, &first, &areas, &groups, 1e-10);
        // Tables without a common area or group have no change to take apart; nearly all have.
        let (Ok(forth), Ok(back)) = (forth, back) else {
            return Err(TestCaseError::reject("nothing in common"));
        };
        let sum = forth.additions + forth.removals + forth.group_marginal + forth.unit_marginal + forth.structural;
        prop_assert!((sum - forth.difference()).abs() < 1e-12, "{sum} is not {}", forth.difference());
        prop_assert!((forth.structural + back.structural).abs() < 1e-6, "{forth:?} {back:?}");
        prop_assert!((forth.additions + back.removals).abs() < 1e-12);
    }
}

#[test]
fn growth_alone_is_no_change_and_margins_alone_are_no_structure() {
    let first = super::whole(2, &[30.0, 10.0, 20.0, 40.0, 15.0, 5.0]);
    let pairs = [(0, 0), (1, 1), (2, 2)];
    let double = changed(&first, |_, _, n| 2.0 * n);
    let grown = change(&first, &double, &pairs, &pairs[..2], 1e-12).expect("comparable tables");
    for part in [grown.difference(), grown.group_marginal, grown.unit_marginal, grown.structural] {
        assert!(part.abs() < 1e-10, "{grown:?}");
    }
    // One group, and one area, three times as large: the odds ratios stay.
    let larger = changed(&first, |area, group, n| {
        n * if group == 0 { 3.0 } else { 1.0 } * if area == 1 { 3.0 } else { 1.0 }
    });
    let shifted = change(&first, &larger, &pairs, &pairs[..2], 1e-13).expect("comparable tables");
    assert!(shifted.structural.abs() < 1e-10 && shifted.difference().abs() > 1e-4, "{shifted:?}");
    // An area more, and nothing else.
    let more = super::whole(2, &[30.0, 10.0, 20.0, 40.0, 15.0, 5.0, 0.0, 50.0]);
    let added = change(&first, &more, &pairs, &pairs[..2], 1e-12).expect("comparable tables");
    assert!(
        (added.additions - added.difference()).abs() < 1e-10 && added.removals.abs() < 1e-15,
        "{added:?}"
    );
    // A group that is gone, and nothing else: what it did to M is a removal.
    let three = super::whole(3, &[30.0, 10.0, 9.0, 20.0, 40.0, 1.0]);
    let two = changed(&three, |_, group, n| if group == 2 { 0.0 } else { n });
    let all = [(0, 0), (1, 1), (2, 2)];
    let gone = change(&three, &two, &pairs[..2], &all, 1e-12).expect("two groups are left");
    assert!((gone.removals - gone.difference()).abs() < 1e-10 && gone.removals.abs() > 1e-3, "{gone:?}");
    let back = change(&two, &three, &pairs[..2], &all, 1e-12).expect("two groups were there");
    assert!((back.additions + gone.removals).abs() < 1e-12, "{back:?}");
}

fn entropy(members: &[f64]) -> f64 {
    let total: f64 = members.iter().sum();
    members.iter().filter(|&&n| n > 0.0).map(|n| -(n / total) * (n / total).ln()).sum()
}

/// Groups as rows, the areas without persons left out.
trait TransposedWithoutEmpty {
    fn transposed_without_empty(&self) -> Counts;
}

impl TransposedWithoutEmpty for Counts {
    fn transposed_without_empty(&self) -> Counts {
        let populated: Vec<usize> =
            (0..self.n_areas()).filter(|&area| self.area_totals()[area] > 0.0).collect();
        self.of_areas(&populated).transposed()
    }
}
