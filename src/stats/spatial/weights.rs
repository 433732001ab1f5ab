//! Who is near whom, and how much each neighbour counts.

/// How much a neighbour counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standard {
    /// Each neighbour of an area counts the same, all of them together 1.
    Rows,
    /// Every link counts 1.
    Binary,
}

/// Links between areas, both ways, with the weight that each area gives every one of its neighbours.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    standard: Standard,
    /// The neighbours of area i are `neighbours[starts[i]..starts[i + 1]]`, ascending.
    starts: Vec<usize>,
    neighbours: Vec<u32>,
}

/// Why links make no weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeightsError {
    /// A link names an area that is not there.
    UnknownArea {
        /// The area's place, counted from 0.
        area_idx: usize,
        /// Number of areas.
        n_areas: usize,
    },
    /// An area is linked to itself.
    OwnNeighbour {
        /// The area's place, counted from 0.
        area_idx: usize,
    },
}

impl std::fmt::Display for WeightsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownArea { area_idx, n_areas } => {
                write!(f, "a link names area {area_idx}, but there are {n_areas} areas, counted from 0")
            }
            Self::OwnNeighbour { area_idx } => {
                write!(f, "a link joins area {area_idx} with itself; an area is no neighbour of its own")
            }
        }
    }
}

impl Weights {
    /// Weights from pairs of areas counted from 0. A pair links both ways, whichever way it is given; given again, it
    /// changes nothing.
    ///
    /// # Errors
    /// The first link that names an area beyond `n_areas`, or joins an area with itself.
    pub fn new(
        n_areas: usize,
        links: impl IntoIterator<Item = (usize, usize)>,
        standard: Standard,
    ) -> Result<Self, WeightsError> {
        let mut of_area: Vec<Vec<u32>> = vec![Vec::new(); n_areas];
        for (a, b) in links {
            if let Some(area_idx) = [a, b].into_iter().find(|&area_idx| area_idx >= n_areas) {
                return Err(WeightsError::UnknownArea { area_idx, n_areas });
            }
            if a == b {
                return Err(WeightsError::OwnNeighbour { area_idx: a });
            }
            of_area[a].push(narrowed(b));
            of_area[b].push(narrowed(a));
        }
        let mut starts = vec![0];
        let mut neighbours = Vec::new();
        for own in &mut of_area {
            own.sort_unstable();
            own.dedup();
            neighbours.append(own);
            starts.push(neighbours.len());
        }
        Ok(Self { standard, starts, neighbours })
    }

    /// The weights among the areas kept (ascending, without repetition), who are counted from 0 anew. Links to the
    /// others are gone, and an area that loses all its neighbours has none.
    pub fn among(&self, kept: &[usize]) -> Self {
        let mut starts = vec![0];
        let mut neighbours = Vec::new();
        for &area_idx in kept.iter().filter(|&&area_idx| area_idx < self.n_areas()) {
            let own = self.neighbours_of(area_idx);
            neighbours
                .extend(own.iter().filter_map(|&n| kept.binary_search(&(n as usize)).ok()).map(narrowed));
            starts.push(neighbours.len());
        }
        Self { standard: self.standard, starts, neighbours }
    }

    /// Number of areas.
    pub fn n_areas(&self) -> usize {
        self.starts.len() - 1
    }

    /// Number of pairs of neighbours, each pair once.
    pub fn n_links(&self) -> usize {
        self.neighbours.len() / 2
    }

    /// The neighbours of an area, ascending.
    pub fn neighbours_of(&self, area_idx: usize) -> &[u32] {
        &self.neighbours[self.starts[area_idx]..self.starts[area_idx + 1]]
    }

    /// What an area gives each of its neighbours; 0 where it has none.
    pub fn weight_of(&self, area_idx: usize) -> f64 {
        match (self.standard, self.starts[area_idx + 1] - self.starts[area_idx]) {
            (_, 0) => 0.0,
            (Standard::Rows, n_neighbours) => 1.0 / n_neighbours as f64,
            (Standard::Binary, _) => 1.0,
        }
    }

    /// Weighted sum of the values of an area's neighbours.
    pub fn lag(&self, values: &[f64], area_idx: usize) -> f64 {
        let sum: f64 = self.neighbours_of(area_idx).iter().map(|&neighbour| values[neighbour as usize]).sum();
        self.weight_of(area_idx) * sum
    }

    /// S₀ = ΣΣw, S₁ = ½ΣΣ(w_ij + w_ji)², S₂ = Σ(w_i· + w_·i)² (Cliff & Ord 1981).
    pub(super) fn moments(&self) -> (f64, f64, f64) {
        let (mut s0, mut s1, mut s2) = (0.0, 0.0, 0.0);
        for area_idx in 0..self.n_areas() {
            let own = self.weight_of(area_idx);
            let (mut given, mut taken) = (0.0, 0.0);
            for &neighbour in self.neighbours_of(area_idx) {
                let back = self.weight_of(neighbour as usize);
                given += own;
                taken += back;
                s1 += (own + back).powi(2) / 2.0;
            }
            s0 += given;
            s2 += (given + taken).powi(2);
        }
        (s0, s1, s2)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "more than four thousand million areas do not fit in memory"
)]
fn narrowed(area_idx: usize) -> u32 {
    area_idx as u32
}
