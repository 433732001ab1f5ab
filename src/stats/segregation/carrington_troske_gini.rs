//! Carrington–Troske Gini: G beyond what an even spread gives by chance.

use super::carrington_troske_dissimilarity::beyond_chance;
use super::gini::gini;
use super::index::{Compute, IndexInfo};

/// In the registry; computed by [`beyond_chance`].
pub const INFO: IndexInfo = IndexInfo {
    id: "carrington-troske-gini",
    symbol: "G_ct",
    formula: "G_ct = (G − G*) / (1 − G*) where G ≥ G*, else (G − G*) / G*, G* the mean under an even spread",
    compute: Compute::TwoGroup(|groups, options| {
        beyond_chance(groups, options.replicates, options.seed, gini)
    }),
    ..super::carrington_troske_dissimilarity::INFO
};
