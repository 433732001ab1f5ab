//! 877,739 pupils of five groups in 2,045 schools, against R `segregation` (Elbers).

use std::collections::BTreeMap;

use lagesbild::stats::counts::{Counts, Numbers};
use lagesbild::stats::decomposition::{nested, within};
use lagesbild::stats::segregation::local_mutual_information::local_mutual_information;
use lagesbild::stats::segregation::mutual_information::mutual_information;
use lagesbild::stats::segregation::{Base, Comparison, Geometry, Variant};

use super::comparison::{Case, value};
use super::shared::rows;

const RACES: [&str; 5] = ["asian", "black", "hisp", "white", "native"];

/// Pupils by school and race, with the district and the state of each school.
struct Schools {
    counts: Counts,
    states: Vec<usize>,
    districts: Vec<usize>,
    state_names: Vec<String>,
}

fn schools() -> Option<Schools> {
    let mut cells: BTreeMap<(String, String, String), [f64; 5]> = BTreeMap::new();
    for row in rows("elbers_schools/schools00.csv")? {
        let key = (row["state"].clone(), row["district"].clone(), row["school"].clone());
        let race = RACES.iter().position(|race| *race == row["race"]).expect("a known group");
        cells.entry(key).or_default()[race] += row["n"].parse::<f64>().expect("a number");
    }
    let numbered = |names: Vec<String>| {
        let mut known = names.clone();
        known.dedup();
        let numbers = names.iter().map(|name| known.iter().position(|k| k == name).expect("known")).collect();
        (numbers, known)
    };
    let (states, state_names) = numbered(cells.keys().map(|key| key.0.clone()).collect());
    let (districts, _) = numbered(cells.keys().map(|key| key.1.clone()).collect());
    let counts = Counts::new(cells.len(), 5, cells.into_values().flatten().collect(), Numbers::Whole).ok()?;
    Some(Schools { counts, states, districts, state_names })
}

pub(super) fn cases() -> Option<Vec<Case>> {
    let schools = schools()?;
    let counts = &schools.counts;
    let none = Geometry::default();
    let by_race = |text: &str| RACES.iter().position(|race| text.trim() == *race).expect("a known group");
    let of_states = nested(counts, &[&schools.states]).expect("pupils of all groups in many schools");
    let of_districts = nested(counts, &[&schools.districts]).expect("pupils of all groups in many schools");
    let inside = within(counts, &schools.states).expect("pupils of all groups in many schools");
    let local = local_mutual_information(&counts.transposed(), Base::E);

    let mut cases = Vec::new();
    for row in rows("elbers_schools/expected_schools00.csv")? {
        let (fun, args, stat) = (row["fun"].as_str(), row["args"].as_str(), row["stat"].as_str());
        let (id, ours) = match (fun, args) {
            ("mutual_total", "race~school, weight=n") => ("nested total", part(of_states.total, stat)),
            ("mutual_total", "race~state, weight=n") => ("nested between", part(of_states.between[0], stat)),
            ("mutual_total", "race~district, weight=n") => {
                ("nested between", part(of_districts.between[0], stat))
            }
            ("mutual_total", "race~school within state, weight=n") => {
                ("nested within", part(of_states.within, stat))
            }
            ("mutual_total", "race~school within district, weight=n") => {
                ("nested within", part(of_districts.within, stat))
            }
            ("mutual_total", "race~school base=2, weight=n") if stat == "M" => {
                ("mutual-information", mutual_information(counts, Base::Two).expect("a value"))
            }
            ("mutual_total", "race~school base=2, weight=n") => ("nested total", of_states.total.h),
            ("mutual_within", _) => {
                let state = args.split('=').next_back().expect("a state");
                let state = schools.state_names.iter().position(|name| name == state).expect("a known state");
                let of_state = &inside[state];
                let ours = match stat {
                    "M" => of_state.m,
                    "p" => of_state.share,
                    "H" => of_state.h.expect("a value"),
                    _ => of_state.entropy_ratio,
                };
                ("within", ours)
            }
            ("mutual_local", _) => {
                let race = by_race(args.split('=').next_back().expect("a group"));
                let ours = match stat {
                    "ls" => local[race].expect("a value"),
                    _ => counts.group_totals()[race] / counts.total(),
                };
                ("local-mutual-information", ours)
            }
            ("isolation", _) => {
                let race = by_race(args.split('=').next_back().expect("a group"));
                (
                    "isolation",
                    value("isolation", counts, Comparison::GroupWithRest(race), none, Variant::Standard),
                )
            }
            ("exposure", _) => {
                let (of, to) = args.split_once(';').expect("two groups");
                let race = |text: &str| by_race(text.split('=').next_back().expect("a group"));
                ("interaction", exposure(counts, race(of), race(to)))
            }
            ("dissimilarity", _) => {
                let (one, other) = args.trim_end_matches(" schools").split_once('|').expect("two groups");
                let pair = Comparison::TwoGroups(by_race(one), by_race(other));
                ("dissimilarity", value("dissimilarity", counts, pair, none, Variant::Standard))
            }
            ("entropy", _) => {
                ("entropy", value("entropy", counts, Comparison::AllGroups, none, Variant::Standard))
            }
            other => panic!("{other:?} has no counterpart here"),
        };
        let reference = row["value"].parse().expect("a number");
        cases.push(Case::closed(id, format!("schools00 {fun} {args} {stat}"), ours, reference));
    }
    Some(cases)
}

fn part(parts: lagesbild::stats::decomposition::Parts, stat: &str) -> f64 {
    if stat == "M" { parts.m } else { parts.h }
}

/// Of all groups at once, the exposures come as rows, one for each ordered pair; of a group to itself it is isolation.
fn exposure(counts: &Counts, of: usize, to: usize) -> f64 {
    use lagesbild::stats::segregation::{Evaluation, Options, index};
    let options = Options::default();
    let evaluation = Evaluation::new(counts, Comparison::AllGroups, Geometry::default(), &options);
    let (id, groups) = if of == to { ("isolation", vec![of]) } else { ("interaction", vec![of, to]) };
    let rows = evaluation.of(index(id).expect("in the registry"));
    rows.iter().find(|row| row.groups == groups).expect("a row for the pair").value.expect("a value")
}
