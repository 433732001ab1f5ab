//! Indices of segregation and diversity, one a file, and the registry that lists them.
//!
//! Every file reads alike: what the registry says of the index, the formula with its source, the function. A new index is
//! one such file and one line in [`INDICES`]. The functions are plain; [`Evaluation`] computes any of them on any
//! comparison of groups, for callers that let a reader choose.
//!
//! Conventions, the same for all (see the method page): areas without persons are left out, but for the land-based
//! indices (DEL, ACO, RCO, ACE); logarithms are natural; distances are in kilometres between centroids; what is undefined
//! is an absence with its reason, [`Undefined`], never a number.

pub mod absolute_centralization;
pub mod absolute_clustering;
pub mod absolute_concentration;
pub mod atkinson;
pub mod bias_corrected_dissimilarity;
pub mod boundary_dissimilarity;
pub mod carrington_troske_dissimilarity;
pub mod carrington_troske_gini;
pub mod concentration_profile;
mod conditions;
pub mod correlation_ratio;
pub mod decay;
pub mod delta;
pub mod density_corrected_dissimilarity;
pub mod dissimilarity;
pub mod distance_decay_interaction;
pub mod distance_decay_isolation;
pub mod entropy;
pub mod evaluate;
pub mod geometry;
pub mod gini;
pub mod index;
pub mod information_theory;
pub mod interaction;
pub mod isolation;
pub mod length_dissimilarity;
pub mod local_diversity;
pub mod local_mutual_information;
pub mod local_relative_centralization;
pub mod local_simpson_concentration;
pub mod local_simpson_interaction;
pub mod location_quotient;
pub mod min_max;
pub mod mutual_information;
pub mod normalized_exposure;
pub mod options;
pub mod ordinal;
pub mod perimeter_dissimilarity;
mod pysal;
pub mod rank_order;
pub mod relative_centralization;
pub mod relative_clustering;
pub mod relative_concentration;
pub mod relative_diversity;
pub mod segregation_index;
pub mod simpson_concentration;
pub mod simpson_interaction;
pub mod spatial_information_theory;
pub mod spatial_proximity;
pub mod spatial_proximity_profile;
pub mod squared_coefficient_of_variation;
pub mod undefined;

pub use decay::DecaySums;
pub use evaluate::{Comparison, Evaluation, Row};
pub use geometry::{Border, Geometry};
pub use index::{Compute, Domain, Family, IndexInfo, Needs};
pub use options::{Base, Contiguity, Options, Variant};
pub use undefined::{Index, Trait, Undefined};

/// Every index, by family.
pub const INDICES: &[IndexInfo] = &[
    dissimilarity::INFO,
    gini::INFO,
    atkinson::INFO,
    information_theory::INFO,
    mutual_information::INFO,
    min_max::INFO,
    segregation_index::INFO,
    relative_diversity::INFO,
    squared_coefficient_of_variation::INFO,
    bias_corrected_dissimilarity::INFO,
    density_corrected_dissimilarity::INFO,
    carrington_troske_dissimilarity::INFO,
    carrington_troske_gini::INFO,
    boundary_dissimilarity::INFO,
    length_dissimilarity::INFO,
    perimeter_dissimilarity::INFO,
    spatial_information_theory::INFO,
    concentration_profile::INFO,
    isolation::INFO,
    interaction::INFO,
    correlation_ratio::INFO,
    normalized_exposure::INFO,
    distance_decay_isolation::INFO,
    distance_decay_interaction::INFO,
    delta::INFO,
    absolute_concentration::INFO,
    relative_concentration::INFO,
    absolute_centralization::INFO,
    relative_centralization::INFO,
    absolute_clustering::INFO,
    relative_clustering::INFO,
    spatial_proximity::INFO,
    spatial_proximity_profile::INFO,
    ordinal::INFORMATION_THEORY,
    ordinal::VARIATION_RATIO,
    ordinal::SQUARE_ROOT,
    ordinal::ABSOLUTE_DIFFERENCE,
    rank_order::INFORMATION_THEORY,
    rank_order::VARIATION_RATIO,
    rank_order::SQUARE_ROOT,
    location_quotient::INFO,
    local_mutual_information::INFO,
    local_diversity::INFO,
    local_simpson_concentration::INFO,
    local_simpson_interaction::INFO,
    local_relative_centralization::INFO,
    entropy::INFO,
    simpson_concentration::INFO,
    simpson_interaction::INFO,
];

/// The index of an id.
#[must_use]
pub fn index(id: &str) -> Option<&'static IndexInfo> {
    INDICES.iter().find(|index| index.id == id)
}
