//! Shuffles for Moran's I, over all areas and round each.

use std::hint::black_box;

use criterion::Criterion;
use lagesbild::stats::spatial::{LocalPermutation, MoranPermutation, Standard, Weights};
use rayon::prelude::*;

use crate::made_up::{ENGLAND, Sequence, queens};

pub(crate) fn moran(bench: &mut Criterion) {
    // 77 rows of 80 areas are DeSO 2025, 138 of 238 as many as LSOA 2011.
    for (height, width) in [(77, 80), (138, ENGLAND / 138)] {
        let n_areas = height * width;
        let weights = Weights::new(n_areas, queens(width, height), Standard::Rows).expect("a grid");
        let mut random = Sequence(3);
        let values: Vec<f64> =
            (0..n_areas).map(|place| (place / width) as f64 + 50.0 * random.unit()).collect();
        let global = MoranPermutation::new(&values, &weights, 1).expect("values that differ");
        let mut group = bench.benchmark_group(format!("{n_areas} areas"));
        group.sample_size(10);
        group.bench_function("999 shuffles of Moran's I, one thread", |bench| {
            bench.iter(|| black_box(&global).reached(0..999));
        });
        group.bench_function("9999 shuffles of Moran's I, all threads", |bench| {
            bench.iter(|| {
                (0..9_999_u64.div_ceil(MoranPermutation::BLOCK))
                    .into_par_iter()
                    .map(|block| block * MoranPermutation::BLOCK)
                    .map(|start| global.reached(start..(start + MoranPermutation::BLOCK).min(9_999)))
                    .collect::<Vec<_>>()
            });
        });
        group.bench_function("99999 shuffles of local Moran, one thread", |bench| {
            bench.iter(|| {
                let mut local =
                    LocalPermutation::new(black_box(&values), &weights, 1).expect("values that differ");
                local.advance(99_999);
                local.p_values()
            });
        });
        group.finish();
    }
}
