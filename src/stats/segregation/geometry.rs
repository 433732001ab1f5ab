//! What the spatial indices know of the areas: plain numbers in metres.

use super::undefined::{Trait, Undefined};

/// Geometry of the areas of a table, in its order; each index asks for what it needs and reports what is missing.
/// Lengths are in metres in a projection that keeps them, areas in square metres.
#[derive(Debug, Clone, Copy, Default)]
pub struct Geometry<'a> {
    /// A point for each area, between which distances are measured.
    pub centroids: Option<&'a [[f64; 2]]>,
    /// Points whose population-weighted mean is the center; the centroids where none are given.
    pub label_points: Option<&'a [[f64; 2]]>,
    /// Land area, water excluded.
    pub land_areas: Option<&'a [f64]>,
    /// Pairs of areas that touch, each pair once.
    pub borders: Option<&'a [Border]>,
    /// The whole perimeter of each area, coast and outer border included; only the variant `pysal-2-5` uses it.
    pub perimeters: Option<&'a [f64]>,
    /// The center to measure from, where it is not the population-weighted mean.
    pub center: Option<[f64; 2]>,
}

/// Two areas that touch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Border {
    /// One area.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// Metres of border that they share: 0 where they only meet in a point.
    pub length: f64,
}

impl<'a> Geometry<'a> {
    /// The centroids.
    ///
    /// # Errors
    /// Where there are none for these areas.
    pub fn known_centroids(&self, n_areas: usize) -> Result<&'a [[f64; 2]], Undefined> {
        self.centroids.filter(|all| all.len() == n_areas).ok_or(Undefined::NoGeometry(Trait::Centroids))
    }

    /// The land areas; together they are above zero.
    ///
    /// # Errors
    /// Where there are none for these areas, or no land.
    pub fn known_land_areas(&self, n_areas: usize) -> Result<&'a [f64], Undefined> {
        let areas = self
            .land_areas
            .filter(|all| all.len() == n_areas)
            .ok_or(Undefined::NoGeometry(Trait::LandAreas))?;
        if areas.iter().sum::<f64>() > 0.0 { Ok(areas) } else { Err(Undefined::NoLand) }
    }

    /// The borders.
    ///
    /// # Errors
    /// Where there are none, or one names an area that is not in the table.
    pub fn known_borders(&self, n_areas: usize) -> Result<&'a [Border], Undefined> {
        self.borders
            .filter(|all| all.iter().all(|border| border.a < n_areas && border.b < n_areas))
            .ok_or(Undefined::NoGeometry(Trait::Borders))
    }

    /// The whole perimeters.
    ///
    /// # Errors
    /// Where there are none for these areas.
    pub fn known_perimeters(&self, n_areas: usize) -> Result<&'a [f64], Undefined> {
        self.perimeters.filter(|all| all.len() == n_areas).ok_or(Undefined::NoGeometry(Trait::Perimeters))
    }

    /// The point that centralization is measured from: the one given, else the population-weighted mean of label
    /// points.
    ///
    /// # Errors
    /// Where points are missing or nobody lives in the areas.
    pub fn center(&self, persons: &[f64]) -> Result<[f64; 2], Undefined> {
        if let Some(center) = self.center {
            return Ok(center);
        }
        let points = match self.label_points.filter(|all| all.len() == persons.len()) {
            Some(points) => points,
            None => self.known_centroids(persons.len())?,
        };
        let total: f64 = persons.iter().sum();
        if total <= 0.0 {
            return Err(Undefined::NobodyThere);
        }
        let mut center = [0.0, 0.0];
        for (point, weight) in points.iter().zip(persons) {
            center[0] += point[0] * (weight / total);
            center[1] += point[1] * (weight / total);
        }
        Ok(center)
    }
}

/// Distance between two points, in their unit.
pub(super) fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    ((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1])).sqrt()
}
