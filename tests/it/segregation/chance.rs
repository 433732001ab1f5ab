//! Replicates: what a scheme keeps it keeps, and a number means the same replicate everywhere.

use lagesbild::stats::counts::Counts;
use lagesbild::stats::resampling::{Resampler, Scheme, basic_interval};
use lagesbild::stats::segregation::dissimilarity::dissimilarity;
use proptest::prelude::*;

use super::random::tables;

const SCHEMES: [Scheme; 4] = [Scheme::WithinAreas, Scheme::WithinGroups, Scheme::Even, Scheme::FixedMargins];

proptest! {
    #[test]
    fn schemes_keep_what_they_keep(counts in tables(2..=5), seed: u64, number: u64) {
        for scheme in SCHEMES {
            let resampler = Resampler::new(&counts, scheme, seed).expect("whole persons");
            let mut drawn = resampler.blank();
            resampler.draw(number, &mut drawn);
            prop_assert!(drawn.areas().flatten().all(|n| *n >= 0.0 && n.fract() == 0.0), "{scheme:?}");
            if scheme != Scheme::WithinGroups {
                prop_assert_eq!(drawn.area_totals(), counts.area_totals(), "{:?}", scheme);
            }
            if matches!(scheme, Scheme::WithinGroups | Scheme::FixedMargins) {
                prop_assert_eq!(drawn.group_totals(), counts.group_totals(), "{:?}", scheme);
            }
            if scheme == Scheme::WithinAreas || scheme == Scheme::WithinGroups {
                for (before, after) in counts.areas().flatten().zip(drawn.areas().flatten()) {
                    prop_assert!(*before > 0.0 || *after == 0.0, "{scheme:?} puts somebody where nobody was");
                }
            }
        }
    }

    #[test]
    fn a_replicate_does_not_depend_on_what_was_drawn_before(counts in tables(2..=3), seed: u64) {
        for scheme in SCHEMES {
            let resampler = Resampler::new(&counts, scheme, seed).expect("whole persons");
            let cells = |counts: &Counts| counts.areas().flatten().copied().collect::<Vec<f64>>();
            let all: Vec<_> = resampler.estimates(0..8, cells).collect();
            let mut resumed: Vec<_> = resampler.estimates(5..8, cells).collect();
            prop_assert_eq!(&all[5..], &resumed[..]);
            resumed.clear();
            let again = Resampler::new(&counts, scheme, seed).expect("whole persons");
            prop_assert_eq!(&all[..3], &again.estimates(0..3, cells).collect::<Vec<_>>()[..]);
        }
    }
}

proptest! {
    #[test]
    fn a_replicate_drawn_some_cells_at_a_time_is_the_same(counts in tables(2..=5), seed: u64, n_cells in 1_usize..12) {
        for scheme in SCHEMES {
            let resampler = Resampler::new(&counts, scheme, seed).expect("whole persons");
            let (mut whole, mut in_pieces) = (resampler.blank(), resampler.blank());
            resampler.draw(7, &mut whole);
            let mut drawing = resampler.begin(7);
            let mut n_pieces = 1;
            while !drawing.advance(n_cells, &mut in_pieces) {
                n_pieces += 1;
            }
            prop_assert_eq!(&whole, &in_pieces, "{:?}", scheme);
            let n_steps = (counts.n_areas() * counts.n_groups()).div_ceil(n_cells.next_multiple_of(counts.n_groups()));
            prop_assert!(n_pieces >= n_steps, "{:?}: {} pieces", scheme, n_pieces);
        }
    }
}

/// An even spread of few persons looks separated by chance alone. Percentiles of the replicates lie above the estimate;
/// the basic interval corrects downwards.
#[test]
fn the_basic_interval_takes_off_what_chance_adds() {
    let cells: Vec<f64> =
        (0..120_u32).flat_map(|area| [f64::from(area % 5), f64::from(12 - area % 4)]).collect();
    let counts = super::whole(2, &cells);
    let estimate = dissimilarity(&counts).expect("a value");
    let resampler = Resampler::new(&counts, Scheme::WithinAreas, 20_240).expect("whole persons");
    let replicates: Vec<f64> =
        resampler.estimates(0..2_000, |drawn| dissimilarity(drawn).expect("a value")).collect();
    let mean = replicates.iter().sum::<f64>() / replicates.len() as f64;
    let interval = basic_interval(estimate, &replicates, 0.95).expect("there are replicates");
    assert!(mean > estimate + 0.02, "{mean} is not above {estimate}");
    assert!(interval.low < interval.corrected && interval.corrected < interval.high);
    assert!(interval.corrected < estimate && interval.high < mean, "{interval:?} around {estimate}");
}

/// The mean of each cell over replicates is what the scheme says.
#[test]
fn schemes_draw_around_their_expectation() {
    let counts = super::whole(3, &[40.0, 5.0, 0.0, 10.0, 60.0, 300.0, 900.0, 20.0, 80.0]);
    let n = 4_000;
    for scheme in SCHEMES {
        let resampler = Resampler::new(&counts, scheme, 11).expect("whole persons");
        let mut means = [0.0; 9];
        for cells in resampler.estimates(0..n, |drawn| drawn.areas().flatten().copied().collect::<Vec<f64>>())
        {
            for (mean, cell) in means.iter_mut().zip(cells) {
                *mean += cell / n as f64;
            }
        }
        for (place, mean) in means.iter().enumerate() {
            let (area, group) = (place / 3, place % 3);
            let expected = match scheme {
                Scheme::WithinAreas | Scheme::WithinGroups => counts.area(area)[group],
                Scheme::Even | Scheme::FixedMargins => {
                    counts.area_totals()[area] * counts.group_totals()[group] / counts.total()
                }
            };
            // Six standard errors of a mean of at most Poisson spread.
            let tolerance = 6.0 * (expected.max(1e-12) / n as f64).sqrt();
            assert!((mean - expected).abs() <= tolerance, "{scheme:?} {place}: {mean} instead of {expected}");
        }
    }
}
