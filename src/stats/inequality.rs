//! Inequality between areas: of incomes, by where the poorest and the richest live, and of area means.

use super::counts::{Counts, CountsError, Numbers};
use super::segregation::Index;
use super::segregation::dissimilarity::dissimilarity;
use super::summary::sum;

/// Boverket's inequality index (ojämlikhetsindex): dissimilarity of the persons of the lowest and of the highest income
/// quintile over areas, times 100. 0 where both are spread alike, 100 where no area has some of both. It is called so of
/// quintiles alone: between quartiles it is "D mellan lägsta och högsta kvartil".
///
/// # Errors
/// The first number that is none of persons; inside, why there is no index.
pub fn inequality_index(lowest: &[f64], highest: &[f64]) -> Result<Index, CountsError> {
    let both = lowest.iter().zip(highest).flat_map(|(&low, &high)| [low, high]).collect();
    let counts = Counts::new(lowest.len().max(highest.len()), 2, both, Numbers::Fractional)?;
    Ok(dissimilarity(&counts).map(|d| 100.0 * d))
}

/// Theil's T of area means (Theil 1967): Σ t_i m_i ln(m_i/m) / (T·m), in nats, 0 where all are alike and at most ln T.
/// This is inequality *between areas*; that inside them
/// is not in it. `None` where the slices differ in length, nobody is there, or a mean with persons is negative or the
/// whole not above 0.
pub fn inequality_between_areas(means: &[f64], persons: &[f64]) -> Option<f64> {
    let lived_in = || means.iter().zip(persons).filter(|(_, persons)| **persons > 0.0);
    let sound =
        means.len() == persons.len() && lived_in().all(|(mean, n)| *mean >= 0.0 && (mean * n).is_finite());
    let everybody = sum(lived_in().map(|(_, persons)| *persons));
    let whole = sum(lived_in().map(|(mean, persons)| mean * persons)) / everybody;
    if !sound || everybody <= 0.0 || !whole.is_finite() || whole <= 0.0 {
        return None;
    }
    let parts = lived_in().filter(|(mean, _)| **mean > 0.0).map(|(mean, persons)| {
        let ratio = mean / whole;
        persons / everybody * ratio * ratio.ln()
    });
    Some(sum(parts).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_poor_and_the_rich_apart_and_together() {
        assert_eq!(inequality_index(&[10.0, 0.0], &[0.0, 30.0]), Ok(Ok(100.0)));
        assert_eq!(inequality_index(&[10.0, 20.0], &[5.0, 10.0]), Ok(Ok(0.0)));
        // ½(|0.8 − 0.4| + |0.2 − 0.6|).
        let found = inequality_index(&[80.0, 20.0], &[40.0, 60.0]).unwrap().unwrap();
        assert!((found - 40.0).abs() < 1e-12);
        assert!(inequality_index(&[80.0, 20.0], &[0.0, 0.0]).unwrap().is_err());
        assert!(inequality_index(&[80.0], &[40.0, 60.0]).is_err());
        assert!(inequality_index(&[-1.0, 20.0], &[40.0, 60.0]).is_err());
    }

    #[test]
    fn all_in_one_area_is_the_most() {
        // One person of ten has everything: ln 10.
        let found = inequality_between_areas(&[50.0, 0.0], &[1.0, 9.0]).unwrap();
        assert!((found - 10.0_f64.ln()).abs() < 1e-12);
        assert_eq!(inequality_between_areas(&[0.0, 0.0], &[1.0, 9.0]), None);
        assert_eq!(inequality_between_areas(&[1.0], &[0.0]), None);
        assert_eq!(inequality_between_areas(&[1.0, 2.0], &[1.0]), None);
    }

    proptest! {
        #[test]
        fn money_and_persons_in_other_units_change_nothing(
            areas in prop::collection::vec((1_u32..1000, 1_u32..1000), 1..20), k in 2_u32..50,
        ) {
            let means: Vec<f64> = areas.iter().map(|area| f64::from(area.0)).collect();
            let persons: Vec<f64> = areas.iter().map(|area| f64::from(area.1)).collect();
            let times = |values: &[f64]| values.iter().map(|value| value * f64::from(k)).collect::<Vec<f64>>();
            let found = inequality_between_areas(&means, &persons).unwrap();
            prop_assert!((0.0..=persons.iter().sum::<f64>().ln()).contains(&found));
            for again in [
                inequality_between_areas(&times(&means), &persons),
                inequality_between_areas(&means, &times(&persons)),
            ] {
                prop_assert!((again.unwrap() - found).abs() < 1e-12);
            }
        }
    }
}
