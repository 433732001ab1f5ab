//! Times each closed-form index on a table of counts from a file, for `against_pysal.py` to set beside PySAL's.
//! `cargo bench --bench same_data -- COUNTS.csv`: a column a group, a row an area. Prints `id,groups,value,seconds`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use lagesbild::stats::counts::{Counts, Numbers};
use lagesbild::stats::segregation::{Comparison, Evaluation, Geometry, Options, index};

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
    let file = std::env::args()
        .skip(1)
        .find(|argument| argument.ends_with(".csv"))
        .expect("a file of counts is named");
    let counts = table(&file);
    let options = Options::default();
    println!("id,groups,value,seconds");
    for (groups, comparison, ids) in
        [("pair", Comparison::GroupWithRest(0), PAIR), ("all", Comparison::AllGroups, ALL)]
    {
        // One view of the table serves all indices; making it is counted by itself.
        let view = || Evaluation::new(black_box(&counts), comparison, Geometry::default(), &options);
        println!("view,{groups},0,{:.9}", shortest(|| view().compared().total()).as_secs_f64());
        let evaluation = view();
        for id in ids {
            let index = index(id).expect("in the registry");
            let value = || evaluation.of(index)[0].value.expect("a comparable table");
            println!("{id},{groups},{:.17e},{:.9}", value(), shortest(value).as_secs_f64());
        }
    }
}

/// The shortest of ten runs: what the machine's other work disturbs least.
fn shortest(value: impl Fn() -> f64) -> Duration {
    (0..10)
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
