//! A validated table of persons: areas × groups, and its two-group views.

mod error;
mod two_group;

pub use error::CountsError;
pub use two_group::TwoGroup;

/// Persons by area and group, checked once: every cell is finite, not negative, at most [`Counts::LARGEST`] and, unless
/// said otherwise, a whole number. Areas without any persons are allowed and keep their place.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    n_areas: usize,
    n_groups: usize,
    cells: Vec<f64>,
    area_totals: Vec<f64>,
    group_totals: Vec<f64>,
    total: f64,
    whole: bool,
}

/// Which numbers a table of counts may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbers {
    /// Whole persons only.
    Whole,
    /// Estimates too, such as area-weighted votes.
    Fractional,
}

impl Counts {
    /// The largest cell that is counted exactly: 2⁵³.
    pub const LARGEST: f64 = 9_007_199_254_740_992.0;
    /// The smallest part of a person: below, an estimate counts as nobody, so that shares keep clear of zero.
    pub const SMALLEST: f64 = 1e-12;

    /// Checks and sums a table given row by row (`cells[area * n_groups + group]`).
    ///
    /// # Errors
    /// The first cell at fault, by area and group counted from 0.
    pub fn new(
        n_areas: usize,
        n_groups: usize,
        mut cells: Vec<f64>,
        numbers: Numbers,
    ) -> Result<Self, CountsError> {
        if cells.len() != n_areas * n_groups {
            return Err(CountsError::WrongSize { n_areas, n_groups, found: cells.len() });
        }
        let mut whole = true;
        for (place, cell) in cells.iter_mut().enumerate() {
            let value = *cell;
            let (area, group) = (place / n_groups, place % n_groups);
            if !value.is_finite() {
                return Err(CountsError::NotFinite { area, group, value });
            }
            if value < 0.0 {
                return Err(CountsError::Negative { area, group, value });
            }
            if value > Self::LARGEST {
                return Err(CountsError::TooLarge { area, group, value });
            }
            if value.fract() != 0.0 {
                if numbers == Numbers::Whole {
                    return Err(CountsError::NotWhole { area, group, value });
                }
                whole = false;
            }
            if value < Self::SMALLEST {
                *cell = 0.0;
            }
        }
        let mut counts = Self {
            n_areas,
            n_groups,
            cells,
            area_totals: vec![0.0; n_areas],
            group_totals: vec![0.0; n_groups],
            total: 0.0,
            whole,
        };
        counts.sum_up();
        Ok(counts)
    }

    /// Two groups from one group and the total of each area: the group, and the rest.
    ///
    /// # Errors
    /// As [`Counts::new`]; and where the group is larger than the total.
    pub fn from_group_and_total(group: &[f64], total: &[f64], numbers: Numbers) -> Result<Self, CountsError> {
        if group.len() != total.len() {
            return Err(CountsError::WrongSize { n_areas: group.len(), n_groups: 1, found: total.len() });
        }
        let mut cells = Vec::with_capacity(group.len() * 2);
        for (area, (&members, &persons)) in group.iter().zip(total).enumerate() {
            if !persons.is_finite() {
                return Err(CountsError::NotFinite { area, group: 1, value: persons });
            }
            if persons < members {
                return Err(CountsError::GroupLargerThanTotal { area, members, persons });
            }
            cells.extend([members, persons - members]);
        }
        Self::new(group.len(), 2, cells, numbers)
    }

    /// Number of areas, those without persons included.
    #[must_use]
    pub fn n_areas(&self) -> usize {
        self.n_areas
    }

    /// Number of groups.
    #[must_use]
    pub fn n_groups(&self) -> usize {
        self.n_groups
    }

    /// The groups of one area.
    #[must_use]
    pub fn area(&self, area: usize) -> &[f64] {
        &self.cells[area * self.n_groups..(area + 1) * self.n_groups]
    }

    /// All areas in order, each a slice with one number a group.
    pub fn areas(&self) -> impl ExactSizeIterator<Item = &[f64]> {
        self.cells.chunks_exact(self.n_groups.max(1))
    }

    /// One group over all areas.
    #[must_use]
    pub fn group(&self, group: usize) -> Vec<f64> {
        self.areas().map(|persons| persons[group]).collect()
    }

    /// Persons of each area, t_i.
    #[must_use]
    pub fn area_totals(&self) -> &[f64] {
        &self.area_totals
    }

    /// Persons of each group, N_g.
    #[must_use]
    pub fn group_totals(&self) -> &[f64] {
        &self.group_totals
    }

    /// All persons, T.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.total
    }

    /// Whether every cell is a whole number; resampling needs that.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// Number of areas where somebody lives.
    #[must_use]
    pub fn n_populated(&self) -> usize {
        self.area_totals.iter().filter(|&&persons| persons > 0.0).count()
    }

    /// One group compared with all others together.
    #[must_use]
    pub fn group_against_rest(&self, group: usize) -> TwoGroup {
        let members = self.group(group);
        let rest = self.areas().map(|persons| sum_without(persons, group)).collect();
        TwoGroup::new(members, rest)
    }

    /// One group compared with one other, as if nobody else lived there.
    #[must_use]
    pub fn group_against_group(&self, group: usize, other: usize) -> TwoGroup {
        TwoGroup::new(self.group(group), self.group(other))
    }

    /// Those in the `n_lowest` first groups compared with those in the others, for groups in an order.
    #[must_use]
    pub fn lowest_against_others(&self, n_lowest: usize) -> TwoGroup {
        let below = self.areas().map(|persons| persons[..n_lowest].iter().sum()).collect();
        let above = self.areas().map(|persons| persons[n_lowest..].iter().sum()).collect();
        TwoGroup::new(below, above)
    }

    /// The same persons as a table of the areas given, in that order; an area may be named once or more.
    #[must_use]
    pub fn of_areas(&self, areas: &[usize]) -> Self {
        let cells = areas.iter().flat_map(|&area| self.area(area).iter().copied()).collect();
        self.rebuilt(areas.len(), self.n_groups, cells)
    }

    /// The same persons with areas added together: `part_of[area]` is the number (below `n_merged`) of the larger area
    /// that the area becomes part of.
    #[must_use]
    pub fn merged(&self, part_of: &[usize], n_merged: usize) -> Self {
        let mut cells = vec![0.0; n_merged * self.n_groups];
        for (persons, &larger) in self.areas().zip(part_of) {
            let sums = &mut cells[larger * self.n_groups..(larger + 1) * self.n_groups];
            for (sum, &members) in sums.iter_mut().zip(persons) {
                *sum += members;
            }
        }
        self.rebuilt(n_merged, self.n_groups, cells)
    }

    /// Areas and groups exchanged: what is said of areas can then be said of groups.
    #[must_use]
    pub fn transposed(&self) -> Self {
        let cells = (0..self.n_groups).flat_map(|group| self.group(group)).collect();
        self.rebuilt(self.n_groups, self.n_areas, cells)
    }

    /// The same table with other cells of the same shape, put there by `fill`; once that says that they are complete,
    /// the sums follow, and what it says is handed on. `fill` must leave cells that [`Counts::new`] would accept: it is
    /// for resampling, which draws whole numbers.
    pub(in crate::stats) fn refill(&mut self, fill: impl FnOnce(&mut [f64]) -> bool) -> bool {
        let complete = fill(&mut self.cells);
        if complete {
            self.sum_up();
        }
        complete
    }

    fn rebuilt(&self, n_areas: usize, n_groups: usize, cells: Vec<f64>) -> Self {
        let mut counts = Self {
            n_areas,
            n_groups,
            cells,
            area_totals: vec![0.0; n_areas],
            group_totals: vec![0.0; n_groups],
            total: 0.0,
            whole: self.whole,
        };
        counts.sum_up();
        counts
    }

    fn sum_up(&mut self) {
        self.group_totals.fill(0.0);
        if self.n_groups > 0 {
            for (persons, sum) in self.cells.chunks_exact(self.n_groups).zip(&mut self.area_totals) {
                *sum = persons.iter().sum();
                for (total, &members) in self.group_totals.iter_mut().zip(persons) {
                    *total += members;
                }
            }
        }
        self.total = self.group_totals.iter().sum();
    }
}

/// The rest is summed rather than subtracted from the total, so that fractional counts leave no residue.
fn sum_without(persons: &[f64], group: usize) -> f64 {
    persons[..group].iter().chain(&persons[group + 1..]).sum()
}
