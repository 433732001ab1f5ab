//! Full detail, one municipality at a time, for large scales.

use super::levels_of_detail::{on_grid, thinned};
use crate::geo::topology::{OUTSIDE, Topology, TopologyError};
use rayon::prelude::*;

/// Metres of the world under one pixel at which detail begins to show: web map zoom 12 at latitude 62.
const METRES_A_PIXEL: f64 = 18.0;
/// Metres between grid lines.
const STEP: f64 = 10.0;

/// The small areas of one municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct Detail {
    /// Their positions in the list of all, ascending; the borders number them in this order from 0.
    pub areas: Vec<u32>,
    /// Their borders; what lies in other municipalities is outside.
    pub borders: Topology,
}

/// Every municipality's small areas in detail, on a grid of 10 m where areas are large enough for that.
/// `municipality_of[area]` is below `n_municipalities`. All lie on one grid and are made together, so that two
/// municipalities have exactly the same points along the border between them.
///
/// # Errors
/// When `municipality_of` is not one entry for each area, or names a municipality that does not exist.
pub fn details(
    topology: &Topology,
    municipality_of: &[u32],
    n_municipalities: usize,
) -> Result<Vec<Detail>, TopologyError> {
    if municipality_of.len() != topology.n_areas() {
        return Err(TopologyError::Parents { n_areas: topology.n_areas(), n_given: municipality_of.len() });
    }
    let whole = on_grid(&thinned(topology, METRES_A_PIXEL), STEP);
    let mut members = vec![Vec::new(); n_municipalities];
    for (area, municipality) in municipality_of.iter().enumerate() {
        let Some(of) = members.get_mut(*municipality as usize) else {
            return Err(TopologyError::NoSuchArea { arc: 0, area: *municipality, n_areas: n_municipalities });
        };
        of.push(crate::geo::index(area));
    }
    members
        .into_par_iter()
        .map(|areas| {
            let mut place = vec![OUTSIDE; whole.n_areas()];
            areas.iter().zip(0u32..).for_each(|(area, nth)| place[*area as usize] = nth);
            Ok(Detail { borders: whole.dissolved(&place, areas.len())?, areas })
        })
        .collect()
}
