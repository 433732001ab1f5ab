//! Classes of a map over fourteen years.

use std::hint::black_box;

use criterion::Criterion;
use lagesbild::stats::classification::{Classification, Method};

use crate::made_up::{SWEDEN, Sequence};

/// Fourteen years of shares, all different, so that no value is met twice.
pub(crate) fn natural_breaks(bench: &mut Criterion) {
    let mut random = Sequence(14);
    let shares: Vec<f64> = (0..14 * SWEDEN).map(|_| 100.0 * random.unit() * random.unit()).collect();
    let mut group = bench.benchmark_group("classification");
    group.sample_size(20);
    group.bench_function("natural breaks of 86240 values, 9 classes", |bench| {
        bench.iter(|| Classification::of(black_box(&shares), Method::NaturalBreaks, 9));
    });
    group.finish();
}
