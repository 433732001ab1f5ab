//! Borders in longitude and latitude, for files that other programs read.

use super::error::BoundaryError;
use super::projection::Sweref99Tm;
use crate::geo::topology::Topology;
use geojson::JsonObject;

/// What a file says about an area beside its border.
#[derive(Debug, Clone, PartialEq)]
pub struct Described {
    /// Its code, the feature's id.
    pub code: String,
    /// Everything else.
    pub properties: JsonObject,
}

/// Millionths of a degree: a tenth of a metre, and as many decimals as RFC 7946 recommends.
pub(super) const PER_DEGREE: f64 = 1e6;

/// The points of every arc as longitude and latitude in millionths of a degree, none the same as the one before.
/// Straight edges stay straight between the same two ends, which in degrees is a slightly different line.
///
/// # Errors
/// When there is not one description for each area, or a point lies where the projection has no answer.
pub(super) fn arcs_in_lonlat(
    topology: &Topology,
    areas: &[Described],
    file: &str,
) -> Result<Vec<Vec<[i64; 2]>>, BoundaryError> {
    if areas.len() != topology.n_areas() {
        let (n_given, n_areas) = (areas.len(), topology.n_areas());
        return Err(BoundaryError::whole(
            file,
            format!("{n_given} areas are described and {n_areas} have borders; each needs both"),
        ));
    }
    let sweref = Sweref99Tm::default();
    let in_lonlat = |p: &[i32; 2]| {
        let world = topology.grid().world_from_grid(*p);
        let lonlat = sweref.lonlat_from_world(world).ok_or_else(|| {
            let [east, north] = world;
            BoundaryError::whole(file, format!("E {east} N {north} has no longitude and latitude"))
        })?;
        #[expect(clippy::cast_possible_truncation, reason = "degrees are below 360")]
        let millionths = lonlat.map(|degrees| (degrees * PER_DEGREE).round() as i64);
        Ok(millionths)
    };
    (0..topology.n_arcs())
        .map(|arc| {
            let mut points: Vec<[i64; 2]> =
                topology.arc(arc).iter().map(in_lonlat).collect::<Result<_, _>>()?;
            if points.len() > 2 {
                points.dedup();
            }
            Ok(points)
        })
        .collect()
}

/// A number of millionths as a decimal number of degrees without needless zeros.
pub(super) fn push_degrees(out: &mut String, millionths: i64) {
    let sign = if millionths < 0 { "-" } else { "" };
    let (whole, part) = (millionths.unsigned_abs() / 1_000_000, millionths.unsigned_abs() % 1_000_000);
    out.push_str(sign);
    out.push_str(&whole.to_string());
    if part > 0 {
        let decimals = format!(".{part:06}");
        out.push_str(decimals.trim_end_matches('0'));
    }
}

#[cfg(test)]
mod tests {
    use super::push_degrees;

    #[test]
    fn degrees_have_no_more_decimals_than_they_need() {
        for (millionths, text) in
            [(0, "0"), (18_000_000, "18"), (-500_000, "-0.5"), (59_329_324, "59.329324"), (1, "0.000001")]
        {
            let mut out = String::new();
            push_degrees(&mut out, millionths);
            assert_eq!(out, text);
        }
    }
}
