//! Longitude and latitude to SWEREF 99 TM and back.
//!
//! SWEREF 99 TM (EPSG:3006) is the transverse Mercator projection of the GRS 80 ellipsoid with central meridian
//! 15° E, scale 0.9996 and false easting 500,000 m: numerically UTM zone 33 on SWEREF 99. WGS 84 is taken to be
//! SWEREF 99; they differ by some decimetres of continental drift, less than the borders' own uncertainty.

use proj4rs::proj::Proj;
use proj4rs::transform::transform;

/// The projection, ready for use.
#[derive(Debug)]
pub struct Sweref99Tm {
    lonlat: Proj,
    world: Proj,
}

impl Default for Sweref99Tm {
    fn default() -> Sweref99Tm {
        let proj =
            |text: &str| Proj::from_proj_string(text).expect("a projection text of ours is well formed");
        Sweref99Tm {
            lonlat: proj("+proj=longlat +ellps=GRS80 +no_defs"),
            world: proj("+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs"),
        }
    }
}

impl Sweref99Tm {
    /// `[east, north]` in metres from `[longitude, latitude]` in degrees; `None` where the projection has no
    /// answer.
    pub fn world_from_lonlat(&self, lonlat: [f64; 2]) -> Option<[f64; 2]> {
        let mut p = (lonlat[0].to_radians(), lonlat[1].to_radians(), 0.0);
        transform(&self.lonlat, &self.world, &mut p).ok()?;
        finite([p.0, p.1])
    }

    /// `[longitude, latitude]` in degrees from `[east, north]` in metres; `None` where the projection has no
    /// answer.
    pub fn lonlat_from_world(&self, world: [f64; 2]) -> Option<[f64; 2]> {
        let mut p = (world[0], world[1], 0.0);
        transform(&self.world, &self.lonlat, &mut p).ok()?;
        finite([p.0.to_degrees(), p.1.to_degrees()])
    }
}

fn finite(p: [f64; 2]) -> Option<[f64; 2]> {
    (p[0].is_finite() && p[1].is_finite()).then_some(p)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Control points for SWEREF 99 TM published by Lantmäteriet: latitude, longitude, northing, easting.
    const CONTROL: [[f64; 4]; 14] = [
        [55.0, 14.25, 6_095_048.642, 452_024.069],
        [57.0, 12.75, 6_319_636.937, 363_331.554],
        [57.0, 19.5, 6_326_392.707, 773_251.054],
        [59.0, 11.25, 6_546_096.724, 284_626.066],
        [59.0, 19.5, 6_548_757.206, 758_410.519],
        [61.0, 12.75, 6_764_877.311, 378_323.440],
        [61.0, 18.75, 6_768_593.345, 702_745.127],
        [63.0, 12.0, 6_989_134.048, 348_083.148],
        [63.0, 19.5, 6_993_565.630, 727_798.671],
        [65.0, 13.5, 7_209_293.753, 429_270.201],
        [65.0, 21.75, 7_225_449.115, 817_833.405],
        [67.0, 16.5, 7_432_168.174, 565_398.458],
        [67.0, 24.0, 7_459_745.672, 891_298.142],
        [69.0, 21.0, 7_666_089.698, 739_639.195],
    ];

    #[test]
    fn control_points_are_met_to_the_millimetre_and_found_again() {
        let sweref = Sweref99Tm::default();
        for [lat, lon, north, east] in CONTROL {
            let [e, n] = sweref.world_from_lonlat([lon, lat]).unwrap();
            assert!((e - east).abs() < 0.001 && (n - north).abs() < 0.001, "{lat} {lon}: E {e} N {n}");
            let [x, y] = sweref.lonlat_from_world([e, n]).unwrap();
            assert!((x - lon).abs() < 1e-10 && (y - lat).abs() < 1e-10);
        }
    }
}
