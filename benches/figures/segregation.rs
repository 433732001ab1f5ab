//! Indices of all families, sums over pairs of areas, bootstrap and permutation.

use std::hint::black_box;

use criterion::{BatchSize, Criterion};
use lagesbild::stats::counts::Counts;
use lagesbild::stats::resampling::{Resampler, Scheme};
use lagesbild::stats::segregation::dissimilarity::dissimilarity;
use lagesbild::stats::segregation::information_theory::information;
use lagesbild::stats::segregation::{Comparison, DecaySums, Evaluation, Geometry, Options};
use rayon::prelude::*;

use crate::aspatial::{aspatial_values, municipalities, registered, total};
use crate::made_up::{ENGLAND, SWEDEN, places, population};

pub(crate) fn aspatial(bench: &mut Criterion) {
    let options = Options::default();
    for (name, n_areas) in [("6160 areas", SWEDEN), ("32844 areas", ENGLAND)] {
        let counts = population(n_areas);
        bench.bench_function(&format!("20 aspatial indices, 5 groups, {name}"), |bench| {
            bench.iter(|| aspatial_values(black_box(&counts), &options));
        });
    }
    let municipalities = municipalities();
    bench.bench_function("20 aspatial indices, 290 municipalities", |bench| {
        bench.iter(|| {
            municipalities.iter().map(|counts| aspatial_values(black_box(counts), &options)).sum::<f64>()
        });
    });
}

pub(crate) fn spatial(bench: &mut Criterion) {
    let counts = population(SWEDEN);
    let (centroids, land_areas) = places(SWEDEN);
    let geometry =
        Geometry { centroids: Some(&centroids), land_areas: Some(&land_areas), ..Geometry::default() };
    let options = Options { radii: vec![1_000.0], ..Options::default() };
    let two = Evaluation::new(&counts, Comparison::GroupWithRest(0), geometry, &options);
    let mut group = bench.benchmark_group("6160 areas");
    group.sample_size(10);
    group.bench_function("5 all-pairs indices, one thread", |bench| {
        bench.iter(|| all_pairs(&two, DecaySums::new(two.compared(), &geometry).expect("a complete map")));
    });
    group.bench_function("5 all-pairs indices, all threads", |bench| {
        bench.iter(|| {
            let pieces: Vec<DecaySums> = (0..SWEDEN.div_ceil(256))
                .into_par_iter()
                .map(|piece| piece * 256..((piece + 1) * 256).min(SWEDEN))
                .map(|rows| DecaySums::of_rows(two.compared(), &geometry, rows).expect("a complete map"))
                .collect();
            all_pairs(&two, DecaySums::joined(&pieces))
        });
    });
    group.bench_function("spatial information theory, 1000 m", |bench| {
        bench.iter(|| total(&two, registered("spatial-information-theory")));
    });
    group.bench_function("local relative centralization", |bench| {
        bench.iter(|| total(&two, registered("local-relative-centralization")));
    });
    group.finish();
}

pub(crate) fn bootstrap(bench: &mut Criterion) {
    let counts = population(SWEDEN);
    let resampler = Resampler::new(&counts, Scheme::WithinAreas, 1).expect("whole persons");
    let permuter = Resampler::new(&counts, Scheme::FixedMargins, 1).expect("whole persons");
    let statistics = |drawn: &Counts| {
        let information = information(drawn).expect("a comparable table");
        [dissimilarity(drawn).expect("a comparable table"), information.theory, information.mutual]
    };
    let mut group = bench.benchmark_group("6160 areas, 5 groups");
    group.sample_size(10);
    group.bench_function("1000 bootstrap replicates of D, H and M, all threads", |bench| {
        bench.iter(|| {
            (0..1_000_u64)
                .into_par_iter()
                .map_init(
                    || resampler.blank(),
                    |table, number| {
                        resampler.draw(number, table);
                        statistics(table)
                    },
                )
                .collect::<Vec<_>>()
        });
    });
    group.bench_function("one bootstrap replicate", |bench| {
        bench.iter_batched_ref(|| resampler.blank(), |table| resampler.draw(3, table), BatchSize::LargeInput);
    });
    group
        .bench_function("D, H and M of one replicate", |bench| bench.iter(|| statistics(black_box(&counts))));
    group.bench_function("one permutation", |bench| {
        bench.iter_batched_ref(|| permuter.blank(), |table| permuter.draw(3, table), BatchSize::LargeInput);
    });
    group.finish();
}

fn all_pairs(evaluation: &Evaluation<'_>, sums: DecaySums) -> f64 {
    let evaluation = evaluation.clone().with_decay_sums(sums);
    [
        "absolute-clustering",
        "relative-clustering",
        "spatial-proximity",
        "distance-decay-isolation",
        "distance-decay-interaction",
    ]
    .iter()
    .map(|id| total(&evaluation, registered(id)))
    .sum()
}
