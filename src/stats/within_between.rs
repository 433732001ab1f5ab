//! How much of the variation between persons lies between areas, level by level, and how much inside the smallest.
//!
//! For a share every person is 0 or 1, and the whole variation is P(1 − P). It divides exactly:
//! P(1 − P) = Σ over levels of Σ t_c (p_c − p_parent)²/T + Σ t_i p_i (1 − p_i)/T.
//! The last part, inside the smallest areas, is the strongest figure there is against judging a person by a place.

use super::summary::sum;

/// The parts of the variation of a share between persons. They are ≥ 0 and add up to `total`.
#[derive(Debug, Clone, PartialEq)]
pub struct WithinBetween {
    /// P(1 − P), at most ¼.
    pub total: f64,
    /// Between the areas of each level within those of the level above, from the largest areas down; the smallest
    /// areas are the last.
    pub between: Vec<f64>,
    /// Between persons inside the smallest areas.
    pub within_smallest: f64,
}

impl WithinBetween {
    /// The share of the total that lies inside the smallest areas, 0–1.
    pub fn share_within_smallest(&self) -> f64 {
        self.within_smallest / self.total
    }
}

/// Why a share has no such division.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDivision {
    /// Slices differ in length.
    DifferentLengths,
    /// A count is negative, not finite, or larger than the persons of its area.
    BadCount {
        /// The smallest area's place, counted from 0.
        area_idx: usize,
    },
    /// An area belongs to two areas of the level above.
    NotNested {
        /// The level, counted from 0 at the largest areas.
        level: usize,
        /// A smallest area in it where the second one was met.
        area_idx: usize,
    },
    /// Everybody is alike: there is no variation to divide.
    AllAlike,
}

/// Divides the variation of a share. `members` and `persons` are counts by smallest area; `levels` name, from the
/// largest areas down, the area that each smallest area lies in (any numbers that tell the areas of a level apart).
/// Areas where nobody lives take no part.
///
/// # Errors
/// Why there is no division.
pub fn within_between(
    members: &[f64],
    persons: &[f64],
    levels: &[&[usize]],
) -> Result<WithinBetween, NoDivision> {
    if members.len() != persons.len() || levels.iter().any(|level| level.len() != persons.len()) {
        return Err(NoDivision::DifferentLengths);
    }
    let sound = |(n, t): (&f64, &f64)| t.is_finite() && (0.0..=*t).contains(n);
    if let Some(area_idx) = members.iter().zip(persons).position(|counts| !sound(counts)) {
        return Err(NoDivision::BadCount { area_idx });
    }
    let all = sum(persons.iter().copied());
    let share = sum(members.iter().copied()) / all;
    let total = share * (1.0 - share);
    if !(total.is_finite() && total > 0.0 && all.is_finite()) {
        return Err(NoDivision::AllAlike);
    }
    let mut above = vec![share; persons.len()];
    let mut parents = vec![0; persons.len()];
    let mut between = Vec::with_capacity(levels.len() + 1);
    let smallest: Vec<usize> = (0..persons.len()).collect();
    for (level, &own) in levels.iter().chain(std::iter::once(&smallest.as_slice())).enumerate() {
        let shares = shares_of(own, members, persons, &parents, level)?;
        let parts = persons.iter().zip(shares.iter().zip(&above)).map(|(t, (p, q))| t * (p - q).powi(2));
        between.push(sum(parts) / all);
        above = shares;
        parents = own.to_vec();
    }
    let inside = persons.iter().zip(&above).map(|(t, p)| t * p * (1.0 - p));
    Ok(WithinBetween { total, between, within_smallest: sum(inside) / all })
}

/// The share in the area of one level that each smallest area lies in; 0 where nobody lives.
fn shares_of(
    own: &[usize],
    members: &[f64],
    persons: &[f64],
    parents: &[usize],
    level: usize,
) -> Result<Vec<f64>, NoDivision> {
    let mut order: Vec<usize> = (0..own.len()).collect();
    order.sort_by_key(|&area_idx| own[area_idx]);
    let mut shares = vec![0.0; own.len()];
    for area in order.chunk_by(|&a, &b| own[a] == own[b]) {
        if let Some(&area_idx) = area.iter().find(|&&area_idx| parents[area_idx] != parents[area[0]]) {
            return Err(NoDivision::NotNested { level, area_idx });
        }
        let living = sum(area.iter().map(|&area_idx| persons[area_idx]));
        let share =
            if living > 0.0 { sum(area.iter().map(|&area_idx| members[area_idx])) / living } else { 0.0 };
        area.iter().for_each(|&area_idx| shares[area_idx] = share.clamp(0.0, 1.0));
    }
    Ok(shares)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn all_inside_where_areas_are_alike_and_none_where_they_are_apart() {
        let alike = within_between(&[1.0, 2.0, 10.0], &[2.0, 4.0, 20.0], &[]).unwrap();
        assert_eq!((alike.total, alike.between.as_slice(), alike.within_smallest), (0.25, &[0.0][..], 0.25));
        let apart = within_between(&[5.0, 0.0, 5.0, 0.0], &[5.0, 5.0, 5.0, 5.0], &[&[7, 7, 9, 9]]).unwrap();
        assert_eq!((apart.between.as_slice(), apart.share_within_smallest()), (&[0.0, 0.25][..], 0.0));
        let above = within_between(&[5.0, 5.0, 0.0, 0.0], &[5.0, 5.0, 5.0, 5.0], &[&[7, 7, 9, 9]]).unwrap();
        assert_eq!(above.between, [0.25, 0.0]);
    }

    #[test]
    fn an_absence_has_its_reason() {
        assert_eq!(within_between(&[1.0], &[2.0, 3.0], &[]), Err(NoDivision::DifferentLengths));
        assert_eq!(within_between(&[1.0, 4.0], &[2.0, 3.0], &[]), Err(NoDivision::BadCount { area_idx: 1 }));
        assert_eq!(within_between(&[0.0, 0.0], &[2.0, 3.0], &[]), Err(NoDivision::AllAlike));
        assert_eq!(within_between(&[0.0, 0.0], &[0.0, 0.0], &[]), Err(NoDivision::AllAlike));
        let crossing = within_between(&[1.0, 1.0, 0.0], &[2.0, 2.0, 2.0], &[&[1, 1, 2], &[5, 6, 6]]);
        assert_eq!(crossing, Err(NoDivision::NotNested { level: 1, area_idx: 2 }));
    }

    proptest! {
        #[test]
        fn parts_add_up_to_the_total(
            areas in prop::collection::vec((0_u32..500, 0_u32..500, 0_usize..4, 0_usize..3), 1..60),
        ) {
            let members: Vec<f64> = areas.iter().map(|area| f64::from(area.0)).collect();
            let persons: Vec<f64> = areas.iter().map(|area| f64::from(area.0 + area.1)).collect();
            let coarse: Vec<usize> = areas.iter().map(|area| area.2).collect();
            let fine: Vec<usize> = areas.iter().map(|area| area.2 * 10 + area.3).collect();
            if let Ok(parts) = within_between(&members, &persons, &[&coarse, &fine]) {
                let whole = parts.between.iter().sum::<f64>() + parts.within_smallest;
                prop_assert!((whole - parts.total).abs() < 1e-12, "{whole} {}", parts.total);
                prop_assert!(parts.between.iter().all(|&part| part >= 0.0) && parts.within_smallest >= 0.0);
                // A level more or less moves variation between levels only.
                let flat = within_between(&members, &persons, &[]).unwrap();
                prop_assert!((flat.within_smallest - parts.within_smallest).abs() < 1e-12);
                prop_assert!((flat.between[0] - parts.between.iter().sum::<f64>()).abs() < 1e-12);
            }
        }
    }
}
