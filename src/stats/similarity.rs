//! Areas that are like one another, and in what.

use super::summary::{Divisor, standard_deviation};
use crate::order::sorted;

/// One of the variables that areas are compared by.
#[derive(Debug, Clone, Copy)]
pub struct Variable<'a> {
    /// The finite value of every area, or an absence.
    pub values: &'a [Option<f64>],
    /// How much the variable counts, ≥ 0.
    pub weight: f64,
}

/// Variables that belong together, such as those of a theme: they share one weight, so that a theme does not count more
/// for having more variables.
#[derive(Debug, Clone, Copy)]
pub struct VariableGroup<'a> {
    /// What the group is called.
    pub name: &'a str,
    /// How much all of it counts, ≥ 0.
    pub weight: f64,
    /// The variables, each with the finite value of every area, or an absence.
    pub variables: &'a [&'a [Option<f64>]],
}

/// Areas that somebody names together, such as SKR's group of municipalities or Kolada's list of those like one.
#[derive(Debug, Clone, Copy)]
pub struct NamedGroup<'a> {
    /// What the group is called.
    pub name: &'a str,
    /// The places of its areas, counted from 0.
    pub areas: &'a [usize],
}

/// How like one area is to the one asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Similar {
    /// The area's place, counted from 0.
    pub area_idx: usize,
    /// √(Σ w_v ((x_v − y_v)/s_v)² / Σ w_v), in standard deviations over all areas; 0 for an equal one.
    pub distance: f64,
    /// The part of each variable in the squared distance, in the order given; together 1 unless the distance is 0.
    pub contributions: Vec<f64>,
}

/// The areas compared with one of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Similarity {
    /// The others from the most like on, equal ones in their order.
    pub areas: Vec<Similar>,
    /// Areas that lack a value of a variable with weight, and could not be compared.
    pub without_values: Vec<usize>,
}

/// Why areas cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotComparable {
    /// No variable has weight and differs between areas.
    NoVariables,
    /// The area asked for is not there, or lacks a value of a variable with weight.
    NoValue,
}

/// Compares an area with all others by variables standardised over the areas that have them (divisor n). A variable
/// that is the same everywhere, or has no weight, tells nothing apart and takes no part.
///
/// # Errors
/// Why areas cannot be compared.
pub fn similar_areas(area_idx: usize, variables: &[Variable<'_>]) -> Result<Similarity, NotComparable> {
    let n_areas = variables.iter().map(|variable| variable.values.len()).min().unwrap_or(0);
    compared_with(area_idx, variables, 0..n_areas)
}

/// Compares an area with the others of a group that somebody has named. Variables are standardised over all areas all
/// the same, so that a distance means as much inside the group as outside.
///
/// # Errors
/// Why areas cannot be compared.
pub fn similar_in_group(
    area_idx: usize,
    variables: &[Variable<'_>],
    group: &NamedGroup<'_>,
) -> Result<Similarity, NotComparable> {
    compared_with(area_idx, variables, group.areas.iter().copied())
}

/// The variables of all groups in order, each with its part of the group's weight: the same for all that can tell areas
/// apart.
pub fn grouped_variables<'a>(groups: &[VariableGroup<'a>]) -> Vec<Variable<'a>> {
    let mut variables = Vec::new();
    for group in groups {
        let differing = |values: &[Option<f64>]| deviation(&Variable { values, weight: 1.0 }).is_some();
        let n_differing = group.variables.iter().filter(|values| differing(values)).count().max(1);
        let weight = group.weight / n_differing as f64;
        variables.extend(group.variables.iter().map(|values| Variable { values, weight }));
    }
    variables
}

/// The part of each group in a squared distance, from the parts of the variables of [`grouped_variables`].
pub fn group_contributions(similar: &Similar, groups: &[VariableGroup<'_>]) -> Vec<f64> {
    let mut rest = similar.contributions.as_slice();
    groups
        .iter()
        .map(|group| {
            let (own, others) = rest.split_at(group.variables.len().min(rest.len()));
            rest = others;
            own.iter().sum()
        })
        .collect()
}

fn compared_with(
    area_idx: usize,
    variables: &[Variable<'_>],
    others: impl Iterator<Item = usize>,
) -> Result<Similarity, NotComparable> {
    let deviations: Vec<Option<f64>> = variables.iter().map(deviation).collect();
    let weight: f64 = variables.iter().zip(&deviations).filter_map(|(v, s)| s.map(|_| v.weight)).sum();
    if weight <= 0.0 || !weight.is_finite() {
        return Err(NotComparable::NoVariables);
    }
    let compared = |other: usize| -> Option<Similar> {
        let squares: Option<Vec<f64>> = variables
            .iter()
            .zip(&deviations)
            .map(|(variable, deviation)| {
                let Some(deviation) = deviation else { return Some(0.0) };
                let own = (*variable.values.get(area_idx)?)?;
                let difference = own / deviation - (*variable.values.get(other)?)? / deviation;
                Some((variable.weight / weight * difference * difference).min(f64::MAX))
            })
            .collect();
        let squares = squares?;
        let whole = squares.iter().sum::<f64>().min(f64::MAX);
        let part = |square: &f64| if whole > 0.0 { square / whole } else { 0.0 };
        let contributions = squares.iter().map(part).collect();
        Some(Similar { area_idx: other, distance: whole.sqrt(), contributions })
    };
    compared(area_idx).ok_or(NotComparable::NoValue)?;
    let mut areas = Vec::new();
    let mut without_values = Vec::new();
    for other in others.filter(|&other| other != area_idx) {
        match compared(other) {
            Some(similar) => areas.push(similar),
            None => without_values.push(other),
        }
    }
    let areas = sorted(&areas, &|a: &Similar, b| a.distance.total_cmp(&b.distance));
    Ok(Similarity { areas, without_values })
}

/// The spread of a variable that takes part.
fn deviation(variable: &Variable<'_>) -> Option<f64> {
    let known: Vec<f64> = variable.values.iter().flatten().copied().collect();
    standard_deviation(&known, Divisor::All).filter(|&deviation| deviation > 0.0 && variable.weight > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn known(values: &[f64]) -> Vec<Option<f64>> {
        values.iter().copied().map(Some).collect()
    }

    #[test]
    fn the_nearest_first_and_why() {
        // Standard deviations 1 and 10.
        let (a, b) = (known(&[1.0, 1.0, 3.0, 3.0]), known(&[10.0, 30.0, 30.0, 10.0]));
        let variables = [Variable { values: &a, weight: 3.0 }, Variable { values: &b, weight: 1.0 }];
        let found = similar_areas(0, &variables).unwrap().areas;
        assert_eq!(found.iter().map(|area| area.area_idx).collect::<Vec<_>>(), [1, 3, 2]);
        assert_eq!((found[0].distance, found[0].contributions.as_slice()), (1.0, &[0.0, 1.0][..]));
        assert_eq!((found[2].distance, found[2].contributions.as_slice()), (2.0, &[0.75, 0.25][..]));
    }

    #[test]
    fn a_named_group_keeps_the_distances_of_the_whole() {
        let (a, b) = (known(&[1.0, 1.0, 3.0, 3.0]), known(&[10.0, 30.0, 30.0, 10.0]));
        let variables = [Variable { values: &a, weight: 3.0 }, Variable { values: &b, weight: 1.0 }];
        let all = similar_areas(0, &variables).unwrap();
        let group = NamedGroup { name: "larger towns", areas: &[2, 0, 1] };
        let among = similar_in_group(0, &variables, &group).unwrap();
        let of_group: Vec<Similar> =
            all.areas.into_iter().filter(|area| group.areas.contains(&area.area_idx)).collect();
        assert_eq!(among.areas, of_group);
        assert_eq!(among.areas.len(), 2);
        // An area that is not there cannot be compared.
        let beyond = similar_in_group(0, &variables, &NamedGroup { name: "", areas: &[9, 3] }).unwrap();
        assert_eq!((beyond.areas.len(), beyond.without_values), (1, vec![9]));
    }

    #[test]
    fn a_theme_of_many_variables_counts_as_one_of_few() {
        // One theme says it once, the other three times; and a constant says nothing.
        let (a, b) = (known(&[1.0, 1.0, 3.0, 3.0]), known(&[10.0, 30.0, 30.0, 10.0]));
        let constant = known(&[5.0; 4]);
        let groups = [
            VariableGroup { name: "age", weight: 2.0, variables: &[&a] },
            VariableGroup { name: "income", weight: 2.0, variables: &[&b, &b, &constant, &b] },
        ];
        let once = [Variable { values: &a, weight: 1.0 }, Variable { values: &b, weight: 1.0 }];
        let (found, expected) =
            (similar_areas(0, &grouped_variables(&groups)).unwrap(), similar_areas(0, &once).unwrap());
        for (found, expected) in found.areas.iter().zip(&expected.areas) {
            assert_eq!(found.area_idx, expected.area_idx);
            assert!((found.distance - expected.distance).abs() < 1e-12);
            let by_group = group_contributions(found, &groups);
            for (part, whole) in by_group.iter().zip(&expected.contributions) {
                assert!((part - whole).abs() < 1e-12, "{by_group:?}");
            }
        }
    }

    #[test]
    fn a_missing_value_is_said_and_not_guessed() {
        let a = [Some(1.0), None, Some(3.0)];
        let found = similar_areas(0, &[Variable { values: &a, weight: 1.0 }]).unwrap();
        assert_eq!((found.areas.len(), found.without_values), (1, vec![1]));
        assert_eq!(similar_areas(1, &[Variable { values: &a, weight: 1.0 }]), Err(NotComparable::NoValue));
        assert_eq!(similar_areas(9, &[Variable { values: &a, weight: 1.0 }]), Err(NotComparable::NoValue));
        assert_eq!(
            similar_areas(0, &[Variable { values: &a, weight: 0.0 }]),
            Err(NotComparable::NoVariables)
        );
        let alike = known(&[2.0, 2.0]);
        assert_eq!(
            similar_areas(0, &[Variable { values: &alike, weight: 1.0 }]),
            Err(NotComparable::NoVariables)
        );
    }

    proptest! {
        #[test]
        fn units_do_not_matter_and_distance_is_mutual(
            rows in prop::collection::vec((-100_i32..100, -100_i32..100), 3..20), scale in 1_u32..50,
        ) {
            let a = known(&rows.iter().map(|row| f64::from(row.0)).collect::<Vec<_>>());
            let b = known(&rows.iter().map(|row| f64::from(row.1)).collect::<Vec<_>>());
            let other_unit: Vec<Option<f64>> = b.iter().map(|v| v.map(|v| v * f64::from(scale) + 7.0)).collect();
            let of = |area_idx, b: &[Option<f64>]| similar_areas(area_idx, &[
                Variable { values: &a, weight: 1.0 }, Variable { values: b, weight: 2.0 },
            ]);
            let distance = |found: &Similarity, other: usize| {
                found.areas.iter().find(|area| area.area_idx == other).map(|area| area.distance)
            };
            if let (Ok(first), Ok(second), Ok(scaled)) = (of(0, &b), of(1, &b), of(0, &other_unit)) {
                prop_assert!((distance(&first, 1).unwrap() - distance(&second, 0).unwrap()).abs() < 1e-9);
                prop_assert!((distance(&first, 2).unwrap() - distance(&scaled, 2).unwrap()).abs() < 1e-9);
                for area in &first.areas {
                    let whole: f64 = area.contributions.iter().sum();
                    prop_assert!(area.distance == 0.0 || (whole - 1.0).abs() < 1e-9);
                }
            }
        }
    }
}
