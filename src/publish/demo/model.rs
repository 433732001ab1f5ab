//! The model of each indicator: the nation's published path, and how municipalities differ around it.

use super::field::{Stream, field, standardized};
use super::places::Country;
use super::population::Population;

/// How one indicator is modelled. The loadings say how strongly a municipality's position depends on what; their signs
/// are those of the modelled quantity.
pub(super) struct Model {
    /// The indicator.
    pub(super) slug: &'static str,
    /// Years and the nation's values.
    pub(super) path: &'static [(u16, f64)],
    /// The path is a share and its complement is what the model spreads, so that values near 100 stay below.
    pub(super) complement: bool,
    /// Relative standard deviation between municipalities.
    spread: f64,
    /// Cities against countryside.
    urban: f64,
    /// The field that housing, education, work, income, turnout and health have in common.
    hardship: f64,
    /// North against south.
    north: f64,
    /// The denominator's part of the population.
    pub(super) denominator: f64,
}

/// All models but the population's, which is a table of its own.
pub(super) const MODELS: [Model; 6] = [
    Model {
        slug: "trangboddhet",
        path: &[
            (2011, 4.1),
            (2012, 4.2),
            (2013, 4.3),
            (2014, 4.5),
            (2015, 4.6),
            (2016, 4.9),
            (2017, 5.1),
            (2018, 5.2),
            (2019, 5.2),
            (2020, 5.1),
            (2021, 5.0),
            (2022, 5.0),
            (2023, 4.9),
            (2024, 4.8),
        ],
        complement: false,
        spread: 0.38,
        urban: 0.7,
        hardship: 0.5,
        north: -0.1,
        denominator: 1.0,
    },
    Model {
        slug: "behorighet-gymnasiet",
        path: &[
            (2011, 87.2),
            (2012, 87.0),
            (2013, 86.8),
            (2014, 86.5),
            (2015, 86.0),
            (2016, 85.3),
            (2017, 85.0),
            (2018, 85.2),
            (2019, 85.3),
            (2020, 85.9),
            (2021, 86.2),
            (2022, 85.7),
            (2023, 85.5),
            (2024, 85.1),
        ],
        complement: true,
        spread: 0.24,
        urban: -0.35,
        hardship: 0.6,
        north: 0.1,
        denominator: 0.0115,
    },
    Model {
        slug: "arbetsloshet",
        path: &[
            (1990, 2.4),
            (1991, 4.6),
            (1992, 8.2),
            (1993, 12.0),
            (1994, 12.4),
            (1995, 11.9),
            (1996, 12.2),
            (1997, 11.8),
            (1998, 9.9),
            (1999, 8.7),
            (2000, 7.3),
            (2001, 6.5),
            (2002, 6.4),
            (2003, 7.0),
            (2004, 7.5),
            (2005, 7.6),
            (2006, 6.8),
            (2007, 5.6),
            (2008, 5.4),
            (2009, 8.2),
            (2010, 8.7),
            (2011, 8.1),
            (2012, 8.4),
            (2013, 8.5),
            (2014, 8.1),
            (2015, 7.8),
            (2016, 7.6),
            (2017, 7.4),
            (2018, 7.0),
            (2019, 7.0),
            (2020, 8.8),
            (2021, 8.0),
            (2022, 6.7),
            (2023, 6.4),
            (2024, 6.9),
        ],
        complement: false,
        spread: 0.25,
        urban: -0.15,
        hardship: 0.8,
        north: 0.2,
        denominator: 0.5,
    },
    Model {
        slug: "disponibel-inkomst",
        path: &[
            (2011, 388.0),
            (2012, 399.0),
            (2013, 409.0),
            (2014, 419.0),
            (2015, 431.0),
            (2016, 440.0),
            (2017, 446.0),
            (2018, 450.0),
            (2019, 455.0),
            (2020, 459.0),
            (2021, 471.0),
            (2022, 459.0),
            (2023, 451.0),
            (2024, 458.0),
        ],
        complement: false,
        spread: 0.11,
        urban: 0.6,
        hardship: -0.6,
        north: 0.0,
        denominator: 0.47,
    },
    Model {
        slug: "valdeltagande-riksdag",
        path: &[(2002, 80.1), (2006, 82.0), (2010, 84.6), (2014, 85.8), (2018, 87.2), (2022, 84.2)],
        complement: true,
        spread: 0.17,
        urban: -0.15,
        hardship: 0.8,
        north: 0.1,
        denominator: 0.735,
    },
    Model {
        slug: "ohalsotal",
        path: &[
            (2011, 28.6),
            (2012, 27.9),
            (2013, 27.6),
            (2014, 27.8),
            (2015, 28.1),
            (2016, 27.6),
            (2017, 26.5),
            (2018, 25.4),
            (2019, 24.4),
            (2020, 24.1),
            (2021, 23.1),
            (2022, 22.4),
            (2023, 21.9),
            (2024, 21.6),
        ],
        complement: false,
        spread: 0.2,
        urban: -0.7,
        hardship: 0.5,
        north: 0.3,
        denominator: 0.615,
    },
];

/// What is common to all indicators.
pub(super) struct Background {
    hardship: Vec<f64>,
    north: Vec<f64>,
}

impl Background {
    /// Modelled for a country.
    pub(super) fn new(seed: u64, country: &Country) -> Self {
        let mut stream = Stream::new(seed, "hardship");
        let wide = field(&mut stream, country.places(), 110_000.0);
        let local = stream.normals(country.places().len());
        let hardship = wide.iter().zip(local).map(|(wide, local)| 0.75 * wide + 0.6 * local).collect();
        let north = country.places().iter().map(|place| place[1]).collect();
        Self { hardship: standardized(hardship), north: standardized(north) }
    }
}

/// Where each municipality (rows) stands in each year of the model's path (columns): a factor around 1, always well
/// above 0.
pub(super) fn factors(
    model: &Model,
    seed: u64,
    country: &Country,
    population: &Population,
    background: &Background,
) -> Vec<Vec<f64>> {
    let mut stream = Stream::new(seed, model.slug);
    let n = country.places().len();
    let own = field(&mut stream, country.places(), 70_000.0);
    let drift = field(&mut stream, country.places(), 150_000.0);
    let local = stream.normals(n);
    let (first, last) = (model.path[0].0, model.path[model.path.len() - 1].0);
    let span = f64::from(last - first).max(1.0);
    let mut rows = Vec::with_capacity(n);
    for at in 0..n {
        let fixed = model.urban * population.urban[at]
            + model.hardship * background.hardship[at]
            + model.north * background.north[at]
            + 0.45 * own[at]
            + 0.35 * local[at];
        // Chance matters more where few people live; half of it lasts into the next year.
        let mut chance = 0.0;
        let row = model.path.iter().map(|(year, _)| {
            let denominator = population.people(at, *year) * model.denominator;
            let scale = (1_500.0 / (1_500.0 + denominator)).sqrt() * 0.5;
            chance = 0.5 * chance + scale * stream.normal();
            let since = f64::from(year - first) / span - 0.5;
            1.0 + model.spread * bounded(fixed + 0.5 * drift[at] * since + chance)
        });
        rows.push(row.collect());
    }
    rows
}

/// Nearly the same around 0, never beyond ±2.4: no municipality is an impossible outlier.
fn bounded(z: f64) -> f64 {
    const LIMIT: f64 = 2.4;
    z / (1.0 + (z / LIMIT) * (z / LIMIT)).sqrt()
}
