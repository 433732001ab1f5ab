//! How long a country of 32,844 areas takes from polygons to three levels of detail, and how large they come out.
//!
//! `cargo bench --bench geometry` prints seconds and bytes; with a folder after `--` it writes each level there as
//! `level-<n>.arcs`. What is measured has no gap and no overlap: nothing crosses, and no area is lost.

#[path = "../../tests/it/geo/lsoa_file.rs"]
mod lsoa_file;

use lagesbild::geo::arcs::encode;
use lagesbild::publish::boundaries::levels_of_detail;
use lagesbild::publish::boundaries::repair::repaired;
use std::time::Instant;

/// Gaps narrower than this many metres are slips of the pen.
const SLIVER: f64 = 8.0;

fn main() {
    let Some((grid, areas)) = lsoa_file::lsoa() else { return };
    let vertices: usize = areas.iter().flatten().flatten().map(Vec::len).sum();
    println!("{} areas, {vertices} vertices", areas.len());
    let start = Instant::now();
    let (topology, repairs) = repaired(grid, &areas, SLIVER).expect("areas on a grid");
    let repaired = start.elapsed();
    let levels = levels_of_detail(&topology);
    let all = start.elapsed();
    println!(
        "topology and {} repairs {:.2} s, three levels {:.2} s, together {:.2} s",
        repairs.len(),
        repaired.as_secs_f64(),
        (all - repaired).as_secs_f64(),
        all.as_secs_f64()
    );
    let folder = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    for (nth, level) in levels.iter().enumerate() {
        assert_eq!(level.crossings(), []);
        assert!(level.twice_cells().iter().all(|twice| *twice > 0), "an area was lost");
        let file = encode(level, 0);
        println!(
            "level {nth}: {} points, {} bytes on a grid of {} m",
            level.n_points(),
            file.len(),
            level.grid().step
        );
        if let Some(folder) = &folder {
            let path = std::path::Path::new(folder).join(format!("level-{nth}.arcs"));
            std::fs::write(&path, file).expect("a folder that can be written to");
        }
    }
}
