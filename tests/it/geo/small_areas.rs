//! The demonstration's small areas: real municipalities, divided.

use super::made::Dice;
use lagesbild::geo::arcs::{decode, encode};
use lagesbild::geo::neighbours::Contiguity;
use lagesbild::geo::point_in_area::AreaIndex;
use lagesbild::geo::topology::{OUTSIDE, Topology};
use lagesbild::model::{AreaCode, Level};
use lagesbild::publish::demo::small_areas::{N_DESO, N_REGSO, SmallAreas, small_areas};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Municipalities with their label points and as many people as chance gives them, a few far more than most.
struct Country {
    borders: Topology,
    codes: Vec<AreaCode>,
    points: Vec<[f64; 2]>,
    people: Vec<f64>,
}

impl Country {
    fn read() -> Country {
        let (borders, _) = decode(include_bytes!("../../../public/borders/municipality.arcs"))
            .expect("the package's borders");
        let places = include_str!("../../../public/borders/places.csv");
        let codes = places.lines().skip(1).filter_map(|line| line.split(',').next()?.parse().ok());
        let codes: Vec<AreaCode> =
            codes.filter(|code: &AreaCode| code.level() == Level::Municipality).collect();
        let mut dice = Dice(290);
        let people = codes.iter().map(|_| (3_000.0 + 9_000.0 / (0.01 + dice.unit())).round()).collect();
        Country::new(borders, codes, people)
    }

    fn new(borders: Topology, codes: Vec<AreaCode>, people: Vec<f64>) -> Country {
        let arcs = borders.arcs_of_areas();
        let points = (0..codes.len())
            .map(|at| borders.label_point(&arcs, at).expect("an area with a size").at)
            .collect();
        Country { borders, codes, points, people }
    }

    /// Only the municipalities of one county.
    fn county(&self, county: &str) -> Country {
        let kept: Vec<usize> =
            (0..self.codes.len()).filter(|at| self.codes[*at].as_str().starts_with(county)).collect();
        let parents: Vec<u32> = (0..self.codes.len())
            .map(|at| kept.iter().position(|k| *k == at).map_or(OUTSIDE, |k| u32::try_from(k).expect("few")))
            .collect();
        let borders = self.borders.dissolved(&parents, kept.len()).expect("a parent for each");
        let codes = kept.iter().map(|at| self.codes[*at].clone()).collect();
        Country::new(borders, codes, kept.iter().map(|at| self.people[*at]).collect())
    }

    fn divided(&self, seed: u64) -> SmallAreas {
        small_areas(&self.borders, &self.codes, &self.points, &self.people, seed).expect("clean borders")
    }
}

static WHOLE: LazyLock<(Country, SmallAreas)> = LazyLock::new(|| {
    let country = Country::read();
    let areas = country.divided(7);
    (country, areas)
});

#[test]
fn there_are_as_many_as_in_sweden_each_with_a_code_of_its_own() {
    let (country, areas) = &*WHOLE;
    assert_eq!((areas.deso.len(), areas.regso.len()), (N_DESO, N_REGSO));
    assert_eq!(areas.deso_borders.n_areas(), N_DESO);
    let codes: Vec<&AreaCode> = areas.deso.iter().map(|deso| &deso.code).collect();
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "codes ascend, so none is there twice");
    assert!(areas.regso.windows(2).all(|pair| pair[0] < pair[1]));
    let mut members: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for (at, deso) in areas.deso.iter().enumerate() {
        let municipality = &country.codes[deso.municipality as usize];
        let regso = &areas.regso[deso.regso as usize];
        assert_eq!(deso.code.parent().as_ref(), Some(municipality));
        assert_eq!(regso.parent().as_ref(), Some(municipality));
        assert_eq!((deso.code.level(), regso.level()), (Level::Deso, Level::Regso));
        assert!(deso.code.as_str().ends_with('0'));
        members.entry(deso.regso).or_default().insert(u32::try_from(at).unwrap());
    }
    assert_eq!(members.len(), N_REGSO, "every RegSO has a DeSO");
    assert!(members.values().all(|of| of.len() <= 4), "a RegSO has at most four DeSO");
}

#[test]
fn they_fill_their_municipality_exactly_and_cross_nothing() {
    let (country, areas) = &*WHOLE;
    let finer = (country.borders.grid().step / areas.deso_borders.grid().step).powi(2);
    let mut sums = vec![0i64; country.codes.len()];
    for (deso, twice) in areas.deso.iter().zip(areas.deso_borders.twice_cells()) {
        assert!(twice > 0, "{} has no size", deso.code);
        sums[deso.municipality as usize] += twice;
    }
    let whole = country.borders.twice_cells();
    for ((code, sum), whole) in country.codes.iter().zip(sums).zip(whole) {
        assert_eq!(sum as f64, whole as f64 * finer, "{code}");
    }
    assert_eq!(areas.deso_borders.crossings(), []);
    // The municipalities made of them have no other borders than they had: each edge of theirs lies on one of those.
    let parents: Vec<u32> = areas.deso.iter().map(|deso| deso.municipality).collect();
    let again = areas.deso_borders.dissolved(&parents, country.codes.len()).unwrap();
    let length = |topology: &Topology| -> f64 { topology.border_lengths().iter().map(|b| b.metres).sum() };
    assert!((length(&again) - length(&country.borders)).abs() < 1e-3);
    let points: BTreeSet<[i32; 2]> = (0..again.n_arcs()).flat_map(|arc| again.arc(arc)).copied().collect();
    for arc in 0..country.borders.n_arcs() {
        assert!(country.borders.arc(arc).iter().all(|p| points.contains(&p.map(|c| c * 64))));
    }
}

#[test]
fn each_hangs_together_but_for_islands_of_its_municipality() {
    let (country, areas) = &*WHOLE;
    let parts = |topology: &Topology| -> Vec<usize> {
        let arcs = topology.arcs_of_areas();
        (0..topology.n_areas()).map(|area| topology.rings(&arcs, area).len()).collect()
    };
    let of_municipality = parts(&country.borders);
    for (level, parts, municipality) in [
        ("DeSO", parts(&areas.deso_borders), areas.deso.iter().map(|d| d.municipality).collect()),
        ("RegSO", parts(&areas.regso_borders().unwrap()), regso_municipalities(areas)),
    ] {
        let mut several = vec![0; country.codes.len()];
        for (n, municipality) in parts.iter().zip::<Vec<u32>>(municipality) {
            several[municipality as usize] += n - 1;
        }
        for ((more, of), code) in several.iter().zip(&of_municipality).zip(&country.codes) {
            assert!(more < of, "{level} of {code} have {more} parts too many; it has {of} itself");
        }
    }
}

fn regso_municipalities(areas: &SmallAreas) -> Vec<u32> {
    let mut of = vec![0; areas.regso.len()];
    areas.deso.iter().for_each(|deso| of[deso.regso as usize] = deso.municipality);
    of
}

#[test]
fn people_are_shared_out_as_statistics_sweden_does() {
    let (country, areas) = &*WHOLE;
    let mut shares = vec![0.0; country.codes.len()];
    let index = AreaIndex::new(&areas.deso_borders);
    let sizes = areas.deso_borders.area_m2();
    for (at, deso) in areas.deso.iter().enumerate() {
        shares[deso.municipality as usize] += deso.share;
        let people = deso.share * country.people[deso.municipality as usize];
        // All people over all areas, within what it takes to share whole areas out.
        let mean = country.people.iter().sum::<f64>() / N_DESO as f64;
        assert!(
            (0.35 * mean..1.9 * mean).contains(&people),
            "{people} people in {}, {mean} on average",
            deso.code
        );
        assert!((deso.density * sizes[at] / 1e6 - people).abs() < 1e-6 * people);
        assert_eq!(index.area_at(&areas.deso_borders, deso.label_point), Some(at));
        assert!((0.0..=1.0).contains(&deso.centrality));
    }
    assert!(shares.iter().all(|share| (share - 1.0).abs() < 1e-9));
    // Countryside is empty and far out, the seat is not.
    let mean = |letter: char, value: fn(&lagesbild::publish::demo::small_areas::Deso) -> f64| {
        let of = areas.deso.iter().filter(|deso| deso.code.as_str().as_bytes()[4] == letter as u8);
        let values: Vec<f64> = of.map(value).collect();
        assert!(values.len() > N_DESO / 20, "{letter}");
        values.iter().sum::<f64>() / values.len() as f64
    };
    assert!(mean('A', |d| d.density) * 5.0 < mean('B', |d| d.density));
    assert!(mean('B', |d| d.density) < mean('C', |d| d.density));
    assert!(mean('A', |d| d.centrality) < mean('B', |d| d.centrality));
    assert!(mean('B', |d| d.centrality) < mean('C', |d| d.centrality));
}

#[test]
fn the_same_seed_gives_the_same_bytes_on_any_number_of_threads() {
    let county = WHOLE.0.county("14");
    let bytes = |threads: usize, seed: u64| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let areas = pool.install(|| county.divided(seed));
        let figures: Vec<u64> = areas
            .deso
            .iter()
            .flat_map(|d| {
                [d.share, d.label_point[0], d.label_point[1], d.density, d.centrality].map(f64::to_bits)
            })
            .collect();
        (encode(&areas.deso_borders, 0), figures)
    };
    let once = bytes(1, 3);
    assert!(once == bytes(2, 3));
    assert!(once.0 != bytes(2, 4).0);
}

#[test]
fn neighbours_are_as_many_as_in_a_plane() {
    // By Euler's formula a connected map has fewer than six neighbours an area; real DeSO have five to six.
    let links = WHOLE.1.deso_borders.neighbours(Contiguity::Rook).n_links() as f64;
    let mean = 2.0 * links / N_DESO as f64;
    assert!((4.8..6.0).contains(&mean), "{mean}");
}
