//! How fast segregation is measured: seeded tables of the sizes that Sweden and England have, and the bootstrap.
//! `cargo bench --bench segregation`; beside PySAL: see `README.md` here.

use std::hint::black_box;

use criterion::{BatchSize, Criterion};
use lagesbild::stats::counts::{Counts, Numbers};
use lagesbild::stats::resampling::{Resampler, Scheme};
use lagesbild::stats::segregation::dissimilarity::dissimilarity;
use lagesbild::stats::segregation::information_theory::information_theory;
use lagesbild::stats::segregation::mutual_information::mutual_information;
use lagesbild::stats::segregation::{
    Base, Comparison, DecaySums, Evaluation, Geometry, IndexInfo, Options, index,
};
use rayon::prelude::*;

/// DeSO 2025.
const SWEDEN: usize = 6_160;
/// LSOA 2011.
const ENGLAND: usize = 32_844;

/// The closed-form indices that see counts alone.
const ASPATIAL: [&str; 20] = [
    "dissimilarity",
    "gini",
    "atkinson",
    "information-theory",
    "mutual-information",
    "min-max",
    "segregation-index",
    "relative-diversity",
    "squared-coefficient-of-variation",
    "density-corrected-dissimilarity",
    "isolation",
    "interaction",
    "correlation-ratio",
    "normalized-exposure",
    "ordinal-information-theory",
    "ordinal-variation-ratio",
    "ordinal-square-root",
    "ordinal-absolute-difference",
    "rank-order-information-theory",
    "concentration-profile",
];

fn main() {
    let mut bench = Criterion::default().configure_from_args();
    aspatial(&mut bench);
    spatial(&mut bench);
    bootstrap(&mut bench);
    bench.final_summary();
}

fn aspatial(bench: &mut Criterion) {
    let options = Options::default();
    for (name, n_areas) in [("6160 areas", SWEDEN), ("32844 areas", ENGLAND)] {
        let counts = population(n_areas);
        bench.bench_function(&format!("20 aspatial indices, 5 groups, {name}"), |bench| {
            bench.iter(|| aspatial_values(black_box(&counts), &options));
        });
    }
    // 290 municipalities of 21 areas.
    let country = population(SWEDEN);
    let municipalities: Vec<Counts> = (0..290)
        .map(|place| country.of_areas(&(place * 21..(place + 1) * 21).collect::<Vec<usize>>()))
        .collect();
    bench.bench_function("20 aspatial indices, 290 municipalities", |bench| {
        bench.iter(|| {
            municipalities.iter().map(|counts| aspatial_values(black_box(counts), &options)).sum::<f64>()
        });
    });
}

fn spatial(bench: &mut Criterion) {
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

fn bootstrap(bench: &mut Criterion) {
    let counts = population(SWEDEN);
    let resampler = Resampler::new(&counts, Scheme::WithinAreas, 1).expect("whole persons");
    let permuter = Resampler::new(&counts, Scheme::FixedMargins, 1).expect("whole persons");
    let statistics = |drawn: &Counts| {
        [dissimilarity(drawn), information_theory(drawn), mutual_information(drawn, Base::E)]
            .map(|value| value.expect("a comparable table"))
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
    group.bench_function("one permutation", |bench| {
        bench.iter_batched_ref(|| permuter.blank(), |table| permuter.draw(3, table), BatchSize::LargeInput);
    });
    group.finish();
}

fn aspatial_values(counts: &Counts, options: &Options) -> f64 {
    let all = Evaluation::new(counts, Comparison::AllGroups, Geometry::default(), options);
    let pair = Evaluation::new(counts, Comparison::GroupWithRest(0), Geometry::default(), options);
    ASPATIAL
        .iter()
        .map(|id| registered(id))
        .map(|index| total(if index.needs().two_groups_only { &pair } else { &all }, index))
        .sum()
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

fn total(evaluation: &Evaluation<'_>, index: &IndexInfo) -> f64 {
    evaluation.of(index).iter().filter_map(|row| row.value.ok()).sum()
}

fn registered(id: &str) -> &'static IndexInfo {
    index(id).expect("in the registry")
}

/// About 1,700 persons an area in five groups of very different sizes, unevenly spread.
fn population(n_areas: usize) -> Counts {
    let mut random = Sequence(n_areas as u64);
    let cells = (0..n_areas)
        .flat_map(|_| {
            [1_100.0, 320.0, 180.0, 75.0, 25.0]
                .map(|mean| (mean * (0.3 + 1.4 * random.unit() * random.unit())).floor())
        })
        .collect();
    Counts::new(n_areas, 5, cells, Numbers::Whole).expect("whole persons")
}

/// Points within 400 km, and land areas from a block to a parish.
fn places(n_areas: usize) -> (Vec<[f64; 2]>, Vec<f64>) {
    let mut random = Sequence(7);
    let centroids = (0..n_areas).map(|_| [random.unit() * 4e5, random.unit() * 4e5]).collect();
    let land_areas = (0..n_areas).map(|_| 1e5 + 5e7 * random.unit()).collect();
    (centroids, land_areas)
}

/// Knuth's linear congruential sequence: seeded, and enough to make up a population.
struct Sequence(u64);

impl Sequence {
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / 9_007_199_254_740_992.0
    }
}
