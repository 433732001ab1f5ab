//! The choices that an index leaves open, with the defaults of the method page.

/// Parameters of the indices; each uses those that concern it.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Atkinson's b, above 0 and below 1: below ½ areas where the group is scarce weigh more.
    pub b: f64,
    /// Radii of the spatial information theory index, in metres.
    pub radii: Vec<f64>,
    /// The logarithm in which entropies are stated.
    pub base: Base,
    /// When two areas count as neighbors.
    pub contiguity: Contiguity,
    /// Order of the polynomial of the rank-order indices; otherwise 4, or less where the thresholds allow only less.
    pub order: Option<usize>,
    /// How many nearest areas make up the surroundings in local relative centralization.
    pub n_nearest: usize,
    /// Replicates of indices that correct for chance.
    pub replicates: u64,
    /// Seed of those replicates.
    pub seed: u64,
    /// Whose conventions apply.
    pub variant: Variant,
}

/// The logarithm in which entropies are stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// Natural: nats.
    E,
    /// Binary: bits.
    Two,
}

/// When two areas count as neighbors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contiguity {
    /// When they share a length of border.
    Rook,
    /// When they share a length of border or a single point.
    Queen,
}

/// Whose conventions apply where literature and software differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// Those of the method page.
    Standard,
    /// Those of the Python package `segregation` 2.5.4, to show that we know the difference.
    Pysal25,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            b: 0.5,
            radii: vec![500.0, 1_000.0, 2_000.0, 4_000.0],
            base: Base::E,
            contiguity: Contiguity::Rook,
            order: None,
            n_nearest: 5,
            replicates: 500,
            seed: 1,
            variant: Variant::Standard,
        }
    }
}

impl Base {
    /// What a number of nats is divided by to be stated in this base.
    #[must_use]
    pub fn nats(self) -> f64 {
        match self {
            Self::E => 1.0,
            Self::Two => std::f64::consts::LN_2,
        }
    }
}
