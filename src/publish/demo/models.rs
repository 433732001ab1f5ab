//! The model of each share and rate: the nation's path, near the published one, and how places differ around it.

use super::people::N_AGES;
use crate::model::Level;
use std::ops::Range;

/// How one share or rate is modelled. The loads say how strongly a place's position depends on each trait; their signs are
/// those of the modelled quantity.
pub(super) struct Model {
    /// The indicator.
    pub(super) slug: &'static str,
    /// The first year of the path, and the years between its values.
    pub(super) first: u16,
    pub(super) step: u16,
    /// The nation's values.
    pub(super) path: &'static [f64],
    /// Values are numerators times this over denominators: 100 for percent.
    pub(super) per: f64,
    /// Whether values are shares, which stay between 0 and 100, or rates, which may be any number above 0.
    pub(super) kind: Kind,
    /// The denominator.
    pub(super) of: Of,
    /// The smallest areas that it is published for.
    pub(super) deepest: Level,
    /// The first year for areas below municipalities.
    pub(super) first_small: u16,
    /// How far places differ: the standard deviation of the logarithm of the odds (of the rate).
    pub(super) spread: f64,
    /// How far places change from year to year, beside most shares.
    pub(super) restless: f64,
    /// What a place's position depends on.
    pub(super) load: Load,
}

/// What the model spreads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A share.
    Share,
    /// A share near 100, by way of those who do not belong.
    Complement,
    /// A rate.
    Rate,
}

/// The denominator.
#[derive(Debug, Clone)]
pub(super) enum Of {
    /// Some consecutive age groups, by position.
    Ages(Range<usize>),
    /// A part of some consecutive age groups.
    Part(Range<usize>, f64),
    /// Those entitled to vote: adults, fewer where many were born abroad.
    Voters,
}

/// Everybody.
const ALL: Of = Of::Ages(0..N_AGES);
/// Aged 20–64.
pub(super) const WORKING_AGE: Of = Of::Ages(3..6);

/// Weights of the traits, of a field of the indicator's own, and of single places.
pub(super) struct Load {
    pub(super) hardship: f64,
    pub(super) foreign: f64,
    pub(super) educated: f64,
    pub(super) income: f64,
    pub(super) rental: f64,
    pub(super) student: f64,
    pub(super) old: f64,
    pub(super) dense: f64,
    pub(super) urban: f64,
    pub(super) north: f64,
    pub(super) own: f64,
}

const NONE: Load = Load {
    hardship: 0.0,
    foreign: 0.0,
    educated: 0.0,
    income: 0.0,
    rental: 0.0,
    student: 0.0,
    old: 0.0,
    dense: 0.0,
    urban: 0.0,
    north: 0.0,
    own: 0.3,
};

const SHARE: Model = Model {
    slug: "",
    first: 2011,
    step: 1,
    path: &[],
    per: 100.0,
    kind: Kind::Share,
    of: ALL,
    deepest: Level::Regso,
    first_small: 2011,
    spread: 0.5,
    restless: 1.0,
    load: NONE,
};

/// All models of shares and rates.
#[rustfmt::skip]
pub(super) const MODELS: [Model; 25] = [
    Model {
        slug: "trangboddhet", spread: 0.8,
        path: &[4.1, 4.2, 4.3, 4.5, 4.6, 4.9, 5.1, 5.2, 5.2, 5.1, 5.0, 5.0, 4.9, 4.8],
        load: Load { hardship: 0.5, foreign: 0.45, dense: 0.35, ..NONE }, ..SHARE
    },
    Model {
        slug: "hyresratt", spread: 1.35, restless: 0.5, deepest: Level::Deso,
        path: &[29.6, 29.7, 29.8, 29.9, 30.0, 30.2, 30.4, 30.6, 30.9, 31.1, 31.3, 31.6, 31.8, 31.9],
        load: Load { rental: 1.0, ..NONE }, ..SHARE
    },
    Model {
        slug: "kvarboende", spread: 0.42, kind: Kind::Complement,
        path: &[89.1, 89.3, 89.2, 89.1, 89.0, 88.8, 88.9, 89.2, 89.4, 89.6, 89.2, 89.7, 90.4, 90.5],
        load: Load { rental: 0.6, student: 0.6, urban: 0.2, old: -0.2, ..NONE }, ..SHARE
    },
    Model {
        slug: "utrikes-fodda", spread: 0.92,
        path: &[15.1, 15.4, 15.9, 16.5, 17.0, 17.9, 18.5, 19.1, 19.6, 19.7, 20.0, 20.4, 20.6, 20.7],
        load: Load { foreign: 1.0, own: 0.15, ..NONE }, ..SHARE
    },
    Model {
        slug: "behorighet-gymnasiet", spread: 0.6, kind: Kind::Complement, of: Of::Part(1..2, 0.1),
        path: &[87.2, 87.0, 86.8, 86.5, 86.0, 85.3, 85.0, 85.2, 85.3, 85.9, 86.2, 85.7, 85.5, 85.1],
        load: Load { hardship: 0.65, foreign: 0.4, educated: -0.35, ..NONE }, ..SHARE
    },
    Model {
        slug: "behorighet-hogskola", spread: 0.45, kind: Kind::Complement, of: Of::Part(2..3, 0.25), deepest: Level::Municipality,
        path: &[63.9, 64.2, 64.6, 61.9, 60.2, 60.8, 60.4, 60.9, 61.2, 61.9, 62.4, 61.8, 61.0, 60.6],
        load: Load { hardship: 0.55, foreign: 0.3, educated: -0.5, ..NONE }, ..SHARE
    },
    Model {
        slug: "lag-utbildningsniva", spread: 0.72, of: WORKING_AGE, deepest: Level::Deso,
        path: &[14.4, 14.0, 13.6, 13.3, 12.9, 12.6, 12.3, 12.1, 11.8, 11.5, 11.2, 11.0, 10.9, 10.8],
        load: Load { hardship: 0.6, educated: -0.45, foreign: 0.25, ..NONE }, ..SHARE
    },
    Model {
        slug: "eftergymnasial-utbildning", spread: 0.72, of: WORKING_AGE, deepest: Level::Deso,
        path: &[23.6, 24.2, 24.7, 25.3, 25.8, 26.3, 26.8, 27.4, 27.9, 28.5, 29.1, 29.6, 30.0, 30.4],
        load: Load { educated: 1.0, own: 0.15, ..NONE }, ..SHARE
    },
    Model {
        slug: UNKNOWN_EDUCATION, spread: 0.8, of: WORKING_AGE, deepest: Level::Deso,
        path: &[2.1, 2.3, 2.4, 2.6, 2.8, 3.1, 3.2, 3.2, 3.1, 3.0, 2.9, 2.9, 2.8, 2.7],
        load: Load { foreign: 0.8, ..NONE }, ..SHARE
    },
    Model {
        slug: "barn-i-forskola", spread: 0.35, kind: Kind::Complement, of: Of::Part(0..1, 0.83), deepest: Level::Municipality,
        path: &[83.0, 83.4, 83.8, 83.9, 83.7, 83.5, 84.0, 84.4, 84.9, 85.3, 85.5, 85.9, 86.3, 86.6],
        load: Load { hardship: 0.4, foreign: 0.5, ..NONE }, ..SHARE
    },
    Model {
        slug: "forvarvsarbetande", spread: 0.48, kind: Kind::Complement, of: WORKING_AGE, deepest: Level::Deso,
        path: &[77.2, 77.0, 77.1, 77.4, 77.9, 78.5, 78.9, 79.4, 79.3, 77.6, 78.9, 80.8, 80.6, 79.9],
        load: Load { hardship: 0.6, foreign: 0.4, student: 0.5, ..NONE }, ..SHARE
    },
    Model {
        slug: "arbetsloshet", spread: 0.6, first: 1990, of: Of::Part(2..6, 0.83), deepest: Level::Deso,
        path: &[2.4, 4.6, 8.2, 12.0, 12.4, 11.9, 12.2, 11.8, 9.9, 8.7, 7.3, 6.5, 6.4, 7.0, 7.5, 7.6, 6.8, 5.6, 5.4, 8.2, 8.7,
                8.1, 8.4, 8.5, 8.1, 7.8, 7.6, 7.4, 7.0, 7.0, 8.8, 8.0, 6.7, 6.4, 6.9],
        load: Load { hardship: 0.65, foreign: 0.4, north: 0.12, ..NONE }, ..SHARE
    },
    Model {
        slug: "langtidsarbetsloshet", spread: 0.65, of: Of::Ages(4..6),
        path: &[4.1, 4.3, 4.5, 4.4, 4.2, 4.1, 4.0, 3.8, 3.7, 4.6, 4.4, 3.6, 3.3, 3.5],
        load: Load { hardship: 0.7, foreign: 0.4, north: 0.1, ..NONE }, ..SHARE
    },
    Model {
        slug: "varken-arbetar-eller-studerar", spread: 0.5, of: Of::Ages(3..4),
        path: &[13.2, 13.0, 12.5, 11.8, 11.1, 10.5, 10.0, 9.6, 9.3, 10.6, 9.2, 8.6, 8.7, 9.1],
        load: Load { hardship: 0.75, foreign: 0.2, student: -0.5, ..NONE }, ..SHARE
    },
    Model {
        slug: "lag-ekonomisk-standard", spread: 0.88, deepest: Level::Deso,
        path: &[14.2, 14.1, 14.3, 14.4, 14.6, 14.5, 14.6, 14.5, 14.2, 14.3, 14.7, 14.3, 14.0, 13.9],
        load: Load { income: -0.75, foreign: 0.3, student: 0.3, own: 0.15, ..NONE }, ..SHARE
    },
    Model {
        slug: "barn-lag-ekonomisk-standard", spread: 0.78, of: Of::Ages(0..3),
        path: &[17.8, 17.9, 18.1, 18.4, 18.7, 18.8, 18.9, 18.7, 18.2, 18.1, 18.3, 17.6, 17.1, 16.8],
        load: Load { income: -0.65, foreign: 0.45, own: 0.15, ..NONE }, ..SHARE
    },
    Model {
        slug: "hog-ekonomisk-standard", spread: 0.95, deepest: Level::Deso,
        path: &[6.9, 7.0, 7.2, 7.5, 7.9, 8.1, 8.1, 7.9, 7.8, 7.9, 9.0, 8.4, 8.3, 8.5],
        load: Load { income: 0.9, urban: 0.25, own: 0.15, ..NONE }, ..SHARE
    },
    Model {
        slug: "ekonomiskt-bistand", spread: 1.0, of: WORKING_AGE,
        path: &[2.3, 2.3, 2.3, 2.3, 2.2, 2.1, 2.0, 1.9, 1.9, 2.0, 1.8, 1.6, 1.4, 1.3],
        load: Load { hardship: 0.75, foreign: 0.45, ..NONE }, ..SHARE
    },
    Model {
        slug: "langvarigt-bistand-eller-arbetslos", spread: 0.88, of: WORKING_AGE,
        path: &[7.2, 7.4, 7.5, 7.3, 7.0, 6.8, 6.6, 6.3, 6.2, 7.1, 6.7, 5.7, 5.3, 5.4],
        load: Load { hardship: 0.7, foreign: 0.4, own: 0.2, ..NONE }, ..SHARE
    },
    Model {
        slug: "valdeltagande-riksdag", spread: 0.52, kind: Kind::Complement, of: Of::Voters, first: 2002, step: 4, first_small: 2018,
        path: &[80.1, 82.0, 84.6, 85.8, 87.2, 84.2],
        load: Load { hardship: 0.65, foreign: 0.4, educated: -0.2, ..NONE }, ..SHARE
    },
    Model {
        slug: "valdeltagande-kommun", spread: 0.52, kind: Kind::Complement, of: Of::Voters, first: 2002, step: 4, first_small: 2018,
        path: &[77.9, 79.4, 81.6, 82.8, 84.1, 80.5],
        load: Load { hardship: 0.6, foreign: 0.45, educated: -0.2, ..NONE }, ..SHARE
    },
    Model {
        slug: "ohalsotal", spread: 0.3, kind: Kind::Rate, per: 1.0, of: Of::Ages(2..6),
        path: &[28.6, 27.9, 27.6, 27.8, 28.1, 27.6, 26.5, 25.4, 24.4, 24.1, 23.1, 22.4, 21.9, 21.6],
        load: Load { hardship: 0.5, educated: -0.5, urban: -0.25, student: -0.4, north: 0.1, ..NONE }, ..SHARE
    },
    Model {
        slug: "anmalda-brott", spread: 0.4, kind: Kind::Rate, per: 100_000.0, deepest: Level::Municipality,
        path: &[14_980.0, 14_750.0, 14_580.0, 14_890.0, 15_340.0, 15_210.0, 15_010.0, 15_170.0, 15_010.0, 15_120.0, 14_080.0,
                13_840.0, 14_390.0, 14_060.0],
        load: Load { urban: 0.45, dense: 0.35, hardship: 0.35, student: 0.2, ..NONE }, ..SHARE
    },
    Model {
        slug: "otrygga-utomhus", spread: 0.45, of: Of::Ages(2..8), deepest: Level::Municipality,
        path: &[20.1, 19.6, 19.2, 18.9, 20.4, 23.2, 24.6, 25.1, 25.8, 25.3, 24.2, 24.0, 23.6, 23.1],
        load: Load { urban: 0.35, dense: 0.3, hardship: 0.35, ..NONE }, ..SHARE
    },
    Model {
        slug: "god-halsa", spread: 0.3, kind: Kind::Complement, of: Of::Ages(2..8), deepest: Level::Municipality,
        path: &[72.8, 72.9, 73.1, 73.0, 72.8, 72.6, 72.4, 72.1, 72.5, 73.4, 72.0, 71.2, 70.8, 70.6],
        load: Load { hardship: 0.45, old: 0.35, educated: -0.35, ..NONE }, ..SHARE
    },
];

/// Those whose education is not known: a part of the education table, no indicator.
pub(super) const UNKNOWN_EDUCATION: &str = "okand-utbildning";
