//! Times each closed-form index, and the shuffles of Moran's I, on data from files, for `run.py` to set beside PySAL's.
//! `cargo bench --bench beside_pysal -- COUNTS.csv LINKS.csv`: counts have a column a group and a row an area, links two
//! numbers of areas. Prints `id,groups,value,seconds`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use lagesbild::stats::counts::{Counts, Numbers};
use lagesbild::stats::segregation::{Comparison, Evaluation, Geometry, Options, index};
use lagesbild::stats::spatial::{
    LocalPermutation, MoranPermutation, Standard, Weights, moran, permutation_p,
};

const PAIR: [&str; 10] = [
    "dissimilarity",
    "gini",
    "information-theory",
    "isolation",
    "interaction",
    "atkinson",
    "correlation-ratio",
    "min-max",
    "concentration-profile",
    "density-corrected-dissimilarity",
];
const ALL: [&str; 10] = [
    "dissimilarity",
    "gini",
    "information-theory",
    "mutual-information",
    "entropy",
    "relative-diversity",
    "normalized-exposure",
    "squared-coefficient-of-variation",
    "simpson-concentration",
    "simpson-interaction",
];

fn main() {
    let files: Vec<String> = std::env::args().skip(1).filter(|argument| argument.ends_with(".csv")).collect();
    let [counts, links] = files.as_slice() else {
        println!(
            "beside_pysal: no files are named, so nothing is timed; `python3 benches/beside_pysal/run.py` names them"
        );
        return;
    };
    let counts = table(counts);
    println!("id,groups,value,seconds");
    closed_forms(&counts);
    shuffles(&counts, &pairs(links));
}

fn closed_forms(counts: &Counts) {
    let options = Options::default();
    for (groups, comparison, ids) in
        [("pair", Comparison::GroupWithRest(0), PAIR), ("all", Comparison::AllGroups, ALL)]
    {
        // One view of the table serves all indices; making it is counted by itself.
        let view = || Evaluation::new(black_box(counts), comparison, Geometry::default(), &options);
        println!("view,{groups},0,{:.9}", shortest(10, || view().compared().total()).as_secs_f64());
        let evaluation = view();
        for id in ids {
            let index = index(id).expect("in the registry");
            let value = || evaluation.of(index)[0].value.expect("a comparable table");
            println!("{id},{groups},{:.17e},{:.9}", value(), shortest(10, value).as_secs_f64());
        }
    }
}

/// Moran's I of the first group's share, over all areas and round each, on one thread and with the weights made before.
/// The value of the global line is I itself, that of the local line the number of areas with p ≤ 0.05.
fn shuffles(counts: &Counts, pairs: &[(usize, usize)]) {
    let shares: Vec<f64> =
        counts.areas().zip(counts.area_totals()).map(|(groups, persons)| groups[0] / persons).collect();
    let weights =
        Weights::new(shares.len(), pairs.iter().copied(), Standard::Rows).expect("links between areas");
    for n in [999, 9_999] {
        let global = || {
            let found = moran(&shares, &weights).expect("shares that differ");
            let shuffles = MoranPermutation::new(&shares, &weights, 1).expect("shares that differ");
            let (high, low) = shuffles.reached(0..n);
            black_box(permutation_p(high.min(low), n));
            found.statistic
        };
        println!("moran,{n},{:.17e},{:.9}", global(), shortest(3, global).as_secs_f64());
        let local = || {
            let mut shuffles = LocalPermutation::new(&shares, &weights, 1).expect("shares that differ");
            shuffles.advance(n);
            shuffles.p_values().into_iter().flatten().filter(|p| *p <= 0.05).count() as f64
        };
        println!("local-moran,{n},{:.17e},{:.9}", local(), shortest(3, local).as_secs_f64());
    }
}

/// The shortest of some runs: what the machine's other work disturbs least.
fn shortest(n_runs: usize, value: impl Fn() -> f64) -> Duration {
    (0..n_runs)
        .map(|_| {
            let start = Instant::now();
            black_box(value());
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn table(file: &str) -> Counts {
    let mut reader = csv::Reader::from_path(file).expect("the file opens");
    let n_groups = reader.headers().expect("the file has a header").len();
    let cells: Vec<f64> = reader
        .records()
        .flat_map(|row| {
            let row = row.expect("rows are as long as the header");
            row.iter().map(|cell| cell.parse().expect("a number")).collect::<Vec<f64>>()
        })
        .collect();
    Counts::new(cells.len() / n_groups, n_groups, cells, Numbers::Whole).expect("whole persons")
}

fn pairs(file: &str) -> Vec<(usize, usize)> {
    let mut reader = csv::Reader::from_path(file).expect("the file opens");
    reader.deserialize().map(|row| row.expect("two numbers of areas")).collect()
}
