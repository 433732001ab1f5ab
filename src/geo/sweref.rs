//! One position from longitude and latitude to SWEREF 99 TM, in the browser. Boundaries are projected when they are
//! published; this is for the place where a reader stands.

/// `[east, north]` in metres (EPSG:3006) from `[longitude, latitude]` in degrees on SWEREF 99, by Krüger's series to
/// the fourth order, as Lantmäteriet publishes it ("Gauss Conformal Projection"). Within a millimetre in and around
/// Sweden.
pub fn world_from_lonlat([longitude, latitude]: [f64; 2]) -> [f64; 2] {
    let e2 = FLATTENING * (2.0 - FLATTENING);
    let n = FLATTENING / (2.0 - FLATTENING);
    let radius = AXIS / (1.0 + n) * (1.0 + n.powi(2) / 4.0 + n.powi(4) / 64.0);
    let (phi, lambda) = (latitude.to_radians(), (longitude - CENTRAL_MERIDIAN).to_radians());
    // The conformal latitude.
    let conformal = [
        e2,
        (5.0 * e2.powi(2) - e2.powi(3)) / 6.0,
        (104.0 * e2.powi(3) - 45.0 * e2.powi(4)) / 120.0,
        1237.0 * e2.powi(4) / 1260.0,
    ];
    let sine2 = phi.sin().powi(2);
    let series = conformal.iter().rev().fold(0.0, |sum, term| sum * sine2 + term);
    let latitude = phi - phi.sin() * phi.cos() * series;
    let xi = latitude.tan().atan2(lambda.cos());
    let eta = (latitude.cos() * lambda.sin()).atanh();
    let terms = [
        n / 2.0 - 2.0 * n.powi(2) / 3.0 + 5.0 * n.powi(3) / 16.0 + 41.0 * n.powi(4) / 180.0,
        13.0 * n.powi(2) / 48.0 - 3.0 * n.powi(3) / 5.0 + 557.0 * n.powi(4) / 1440.0,
        61.0 * n.powi(3) / 240.0 - 103.0 * n.powi(4) / 140.0,
        49_561.0 * n.powi(4) / 161_280.0,
    ];
    let (mut north, mut east) = (xi, eta);
    for (order, term) in (1..).zip(terms) {
        let angle = 2.0 * f64::from(order);
        north += term * (angle * xi).sin() * (angle * eta).cosh();
        east += term * (angle * xi).cos() * (angle * eta).sinh();
    }
    [FALSE_EAST + SCALE * radius * east, SCALE * radius * north]
}

/// Semi-major axis of GRS 80, metres.
const AXIS: f64 = 6_378_137.0;
/// Flattening of GRS 80.
const FLATTENING: f64 = 1.0 / 298.257_222_101;
/// Degrees east.
const CENTRAL_MERIDIAN: f64 = 15.0;
/// On the central meridian.
const SCALE: f64 = 0.9996;
/// Metres.
const FALSE_EAST: f64 = 500_000.0;
