//! The segregation curve of an area in few points.

/// How much of the area between the curve and the diagonal may be lost by taking areas together.
const LOST: f64 = 0.001;

/// Persons of a group and of all others in areas from the lowest share to the highest (`areas` in any order), neighbours
/// taken together as long as the curve stays the same to the eye: the point farthest from the diagonal is kept, so that the
/// dissimilarity index is that of all areas; the Gini index is lower by a thousandth at most. Points go in the order in which
/// they cost least (Visvalingam & Whyatt 1993). Empty where the group or the others have no members.
pub(crate) fn thinned(areas: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut areas: Vec<(f64, f64)> =
        areas.iter().copied().filter(|(own, others)| own + others > 0.0).collect();
    let share = |(own, others): &(f64, f64)| own / (own + others);
    areas.sort_by(|a, b| share(a).total_cmp(&share(b)));
    let (group, others) = areas.iter().fold((0.0, 0.0), |sum, area| (sum.0 + area.0, sum.1 + area.1));
    if group <= 0.0 || others <= 0.0 {
        return Vec::new();
    }
    let mut so_far = (0.0, 0.0);
    let mut points = vec![(0.0, 0.0)];
    for (own, other) in &areas {
        so_far = (so_far.0 + other, so_far.1 + own);
        points.push((so_far.0 / others, so_far.1 / group));
    }
    let distance = |at: &usize| points[*at].0 - points[*at].1;
    let farthest = (0..points.len()).max_by(|a, b| distance(a).total_cmp(&distance(b)));
    // Where all areas are alike no point is farther away than rounding makes it.
    let farthest = farthest.filter(|at| distance(at) > 1e-12).unwrap_or(0);
    let mut kept: Vec<usize> = (0..points.len()).collect();
    let mut left = LOST * between(&points);
    while let Some((at, cost)) = cheapest(&kept, &points, farthest).filter(|(_, cost)| *cost <= left) {
        left -= cost;
        kept.remove(at);
    }
    let together = |ends: &[usize]| {
        areas[ends[0]..ends[1]].iter().fold((0.0, 0.0), |sum, area| (sum.0 + area.0, sum.1 + area.1))
    };
    kept.windows(2).map(together).collect()
}

/// The area between the curve and the diagonal: half the Gini index.
fn between(points: &[(f64, f64)]) -> f64 {
    let below = |ends: &[(f64, f64)]| (ends[1].0 - ends[0].0) * (ends[0].1 + ends[1].1) / 2.0;
    0.5 - points.windows(2).map(below).sum::<f64>()
}

/// The kept point whose removal moves the curve least, and by how much area; never the ends nor the one to hold.
fn cheapest(kept: &[usize], points: &[(f64, f64)], hold: usize) -> Option<(usize, f64)> {
    let cost = |at: usize| {
        let [a, b, c] = [kept[at - 1], kept[at], kept[at + 1]].map(|point| points[point]);
        (((b.0 - a.0) * (c.1 - a.1) - (c.0 - a.0) * (b.1 - a.1)) / 2.0).abs()
    };
    let removable = (1..kept.len().saturating_sub(1)).filter(|at| kept[*at] != hold);
    removable.map(|at| (at, cost(at))).min_by(|a, b| a.1.total_cmp(&b.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::curve::Curve;
    use crate::charts::line::SeriesRole;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    fn curve(areas: Vec<(f64, f64)>) -> Curve {
        Curve { name: String::new(), role: SeriesRole::Chosen(0), areas }
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(7), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn few_points_have_the_same_dissimilarity_and_nearly_the_same_gini(
            areas in prop::collection::vec((0..400_u32, 0..2_000_u32), 1..600),
        ) {
            let areas: Vec<(f64, f64)> =
                areas.into_iter().map(|(own, others)| (f64::from(own), f64::from(others))).collect();
            let few = thinned(&areas);
            let (all, thin) = (curve(areas.clone()).describe(), curve(few.clone()).describe());
            prop_assert_eq!(all.is_none(), few.is_empty());
            let (Some(all), Some(thin)) = (all, thin) else { return Ok(()) };
            prop_assert!((all.dissimilarity - thin.dissimilarity).abs() < 1e-12);
            prop_assert!(thin.gini <= all.gini + 1e-12 && thin.gini >= all.gini * 0.999 - 1e-12);
            let sum = |areas: &[(f64, f64)]| areas.iter().fold((0.0, 0.0), |s, a| (s.0 + a.0, s.1 + a.1));
            prop_assert_eq!(sum(&areas), sum(&few));
            prop_assert!(few.len() <= areas.len().min(45), "{}", few.len());
            // From the lowest share to the highest: the curve is convex.
            prop_assert!(few.windows(2).all(|w| w[0].0 * w[1].1 <= w[1].0 * w[0].1 + 1e-9));
        }
    }

    #[test]
    fn a_group_that_is_everywhere_alike_is_one_straight_line() {
        assert_eq!(thinned(&[(1.0, 9.0), (2.0, 18.0), (3.0, 27.0)]), [(6.0, 54.0)]);
        assert!(thinned(&[(0.0, 5.0), (0.0, 9.0)]).is_empty());
    }
}
