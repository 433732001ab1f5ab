//! Stand-in for the small areas until their borders exist: points scattered around each municipality's place.

use super::apportion::apportioned;
use super::field::Stream;
use super::places::Country;
use super::tiers::SmallArea;
use crate::model::AreaCode;

/// Small areas of every municipality, by code.
pub(super) fn zones(seed: u64, country: &Country, people: &[f64]) -> Vec<SmallArea> {
    let n = people.len();
    let deso: Vec<f64> =
        apportioned(6_160.0 - 2.0 * n as f64, people).iter().map(|more| more + 2.0).collect();
    let regso: Vec<f64> = apportioned(3_363.0 - n as f64, &deso).iter().map(|more| more + 1.0).collect();
    let mut areas = Vec::new();
    for (at, municipality) in country.municipalities().iter().enumerate() {
        let mut stream = Stream::new(seed ^ (at as u64) << 20, "zones");
        #[expect(clippy::cast_possible_truncation, reason = "a small count")]
        let (n_deso, n_regso) = (deso[at] as usize, regso[at] as usize);
        let [x, y] = country.places()[at];
        let mut places: Vec<([f64; 2], f64)> = (0..n_deso)
            .map(|_| {
                let far = stream.uniform();
                let spread = 2_000.0 + 14_000.0 * far * far * far * far;
                ([x + spread * stream.normal(), y + spread * stream.normal()], 1.0 - far)
            })
            .collect();
        places.sort_by(|a, b| (a.0[0] - x).total_cmp(&(b.0[0] - x)));
        let shares: Vec<f64> = (0..n_deso).map(|_| 1.0 + 0.15 * stream.normal()).collect();
        let all: f64 = shares.iter().sum();
        let mut numbers = [0_usize; 3];
        let mut of_municipality = Vec::new();
        for (i, (place, centrality)) in places.into_iter().enumerate() {
            let letter = if centrality < 0.2 {
                0
            } else if centrality < 0.35 {
                1
            } else {
                2
            };
            numbers[letter] += 1;
            let code = format!("{municipality}{}{}{:02}0", ["A", "B", "C"][letter], letter, numbers[letter]);
            let code = format!(
                "{}{:0>4}",
                &code[..5],
                (numbers[letter] * 10 + if letter == 2 { 1000 } else { 0 }) % 10_000
            );
            let regso = format!("{municipality}R{:03}", i * n_regso / n_deso + 1);
            let parse = |text: &str| text.parse::<AreaCode>().unwrap_or_else(|_| AreaCode::nation());
            of_municipality.push(SmallArea {
                code: parse(&code),
                regso: parse(&regso),
                share: shares[i] / all,
                place,
                density: 3_000.0 * centrality * centrality * centrality + 5.0,
                centrality,
            });
        }
        of_municipality.sort_by(|a, b| a.code.cmp(&b.code));
        areas.extend(of_municipality);
    }
    areas
}
