//! One group of a table beside another.

use super::Counts;

/// A group `x` and the group `y` it is compared with, by area; an area's persons are the two together.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoGroup {
    x: Vec<f64>,
    y: Vec<f64>,
    t: Vec<f64>,
    x_total: f64,
    y_total: f64,
}

impl TwoGroup {
    pub(super) fn new(x: Vec<f64>, y: Vec<f64>) -> Self {
        let t = x.iter().zip(&y).map(|(group, other)| group + other).collect();
        let (x_total, y_total) = (x.iter().sum(), y.iter().sum());
        Self { x, y, t, x_total, y_total }
    }

    /// Number of areas, those without persons included.
    #[must_use]
    pub fn n_areas(&self) -> usize {
        self.x.len()
    }

    /// The group by area, x_i.
    #[must_use]
    pub fn x(&self) -> &[f64] {
        &self.x
    }

    /// The other group by area, y_i.
    #[must_use]
    pub fn y(&self) -> &[f64] {
        &self.y
    }

    /// Persons by area, t_i = x_i + y_i.
    #[must_use]
    pub fn t(&self) -> &[f64] {
        &self.t
    }

    /// Members of the group, X.
    #[must_use]
    pub fn x_total(&self) -> f64 {
        self.x_total
    }

    /// Members of the other group, Y.
    #[must_use]
    pub fn y_total(&self) -> f64 {
        self.y_total
    }

    /// All persons, T = X + Y.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.x_total + self.y_total
    }

    /// The group's share of all persons, P.
    #[must_use]
    pub fn share(&self) -> f64 {
        self.x_total / self.total()
    }

    /// Number of areas where somebody lives.
    #[must_use]
    pub fn n_populated(&self) -> usize {
        self.t.iter().filter(|&&persons| persons > 0.0).count()
    }

    /// `(x_i, t_i)` of every area where somebody lives.
    pub fn populated(&self) -> impl Iterator<Item = (f64, f64)> {
        self.x.iter().copied().zip(self.t.iter().copied()).filter(|&(_, persons)| persons > 0.0)
    }

    /// The group's share of one area, p_i; nothing where nobody lives.
    #[must_use]
    pub fn share_in(&self, area: usize) -> Option<f64> {
        (self.t[area] > 0.0).then(|| self.x[area] / self.t[area])
    }

    /// The two groups as a table of two columns.
    #[must_use]
    pub fn to_counts(&self) -> Counts {
        let cells: Vec<f64> = self.x.iter().zip(&self.y).flat_map(|(&x, &y)| [x, y]).collect();
        let whole = cells.iter().all(|members| members.fract() == 0.0);
        Counts {
            n_areas: self.x.len(),
            n_groups: 2,
            cells,
            area_totals: self.t.clone(),
            group_totals: vec![self.x_total, self.y_total],
            total: self.total(),
            whole,
        }
    }
}
