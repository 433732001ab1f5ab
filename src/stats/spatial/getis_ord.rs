//! Getis and Ord's G*: whether an area and its neighbours together are high or low.

use super::{NoAutocorrelation, Weights, deviations};

/// The standardised G*_i of every area (Ord & Getis 1995): the sum of the area's own value and its neighbours', less
/// its mean, over its standard deviation if values fell on areas by chance. Each of them counts 1, whatever the
/// standard of the weights. Above 0 in hot spots, below in cold ones; `None` for an area without neighbours, and for
/// one whose neighbours are all the others.
///
/// # Errors
/// Why there is none for any.
pub fn getis_ord(values: &[f64], weights: &Weights) -> Result<Vec<Option<f64>>, NoAutocorrelation> {
    let (z, squares) = deviations(values, weights)?;
    let n = z.len() as f64;
    let deviation = (squares / n).sqrt();
    Ok((0..z.len())
        .map(|area_idx| {
            let neighbours = weights.neighbours_of(area_idx);
            let within = z[area_idx] + neighbours.iter().map(|&neighbour| z[neighbour as usize]).sum::<f64>();
            let members = neighbours.len() as f64 + 1.0;
            let spread = ((n * members - members * members) / (n - 1.0)).sqrt();
            (members > 1.0 && members < n).then(|| within / (deviation * spread))
        })
        .collect())
}
