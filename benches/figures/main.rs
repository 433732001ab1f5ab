//! How fast the statistics are, on seeded tables and maps of the sizes that Sweden and England have: `cargo bench --bench
//! figures`, or with a word of a name, as in `-- Moran`. Beside PySAL: see `README.md` here.

mod aspatial;
mod classification;
mod made_up;
mod segregation;
mod spatial;

use criterion::Criterion;

fn main() {
    let mut bench = Criterion::default().configure_from_args();
    segregation::aspatial(&mut bench);
    segregation::spatial(&mut bench);
    segregation::bootstrap(&mut bench);
    spatial::moran(&mut bench);
    classification::natural_breaks(&mut bench);
    bench.final_summary();
}
