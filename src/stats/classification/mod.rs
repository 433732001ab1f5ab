//! Dividing values into the classes of a choropleth: one method a file.
//!
//! Classes are right-closed and the first is also left-closed, as in Python's `mapclassify`: a value equal to a
//! limit belongs below it.

mod diverging;
mod equal_interval;
mod head_tail;
mod natural_breaks;
mod quantile;
mod rounded;
mod standard_deviation;

use super::quantile::sorted;
use crate::order::sort_numbers;

/// How limits are chosen. The number of classes asked for is an upper bound: few distinct values give fewer classes.
#[derive(Debug, Clone, PartialEq)]
pub enum Method {
    /// As many values in each class, as far as ties allow (equal values are never split).
    Quantile,
    /// Classes of equal width from the least to the greatest value.
    EqualInterval,
    /// Least sum of squared deviations within classes (Fisher 1958; Jenks), found exactly.
    NaturalBreaks,
    /// The mean and whole standard deviations (n − 1) from it; with an odd number of classes the middle one holds
    /// the mean. All limits are kept, also outside the values: a color of this method means a distance from the mean.
    StandardDeviation,
    /// Split at the mean, again and again in the part above it (Jiang 2013). Ignores the number of classes asked for.
    HeadTail,
    /// Multiples of 1, 2, 2.5 or 5 times a power of ten, coming as near the number of classes asked for as they can.
    Rounded,
    /// Limits someone has chosen. Ignores the number of classes asked for.
    Manual(Vec<f64>),
    /// Limits at equal distances on both sides of a value that divides below from above, for instance the national
    /// value: a limit itself with an even number of classes, the middle of the middle class with an odd number.
    Diverging {
        /// The value that divides below from above.
        center: f64,
    },
}

impl Method {
    /// The name of the method in addresses, files and the command.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Quantile => "quantile",
            Self::EqualInterval => "equal-interval",
            Self::NaturalBreaks => "natural-breaks",
            Self::StandardDeviation => "standard-deviation",
            Self::HeadTail => "head-tail",
            Self::Rounded => "rounded",
            Self::Manual(_) => "manual",
            Self::Diverging { .. } => "diverging",
        }
    }
}

/// A method and the limits it gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Classification {
    method: Method,
    breaks: Vec<f64>,
}

impl Classification {
    /// The classification of `values` into at most `n_classes` classes (at least one). Absences are left out by the
    /// caller; anything not finite is left out here. Values that are all alike, and no values at all, form one class.
    pub fn of(values: &[f64], method: Method, n_classes: usize) -> Self {
        let mut sorted = sorted(values);
        sorted.retain(|value| value.is_finite());
        let n_classes = n_classes.max(1);
        let breaks = match (&method, sorted.as_slice()) {
            (Method::Manual(breaks), _) => breaks.clone(),
            (_, []) => Vec::new(),
            (_, [first, .., last]) if first == last => Vec::new(),
            (_, [_]) => Vec::new(),
            (Method::Quantile, sorted) => quantile::breaks(sorted, n_classes),
            (Method::EqualInterval, sorted) => equal_interval::breaks(sorted, n_classes),
            (Method::NaturalBreaks, sorted) => natural_breaks::breaks(sorted, n_classes),
            (Method::StandardDeviation, sorted) => standard_deviation::breaks(sorted, n_classes),
            (Method::HeadTail, sorted) => head_tail::breaks(sorted),
            (Method::Rounded, sorted) => rounded::breaks(sorted, n_classes),
            (Method::Diverging { center }, sorted) => diverging::breaks(sorted, *center, n_classes),
        };
        Self::from_breaks(method, breaks)
    }

    /// A classification read back from a file or an address, whose limits are known. Limits are put in order,
    /// doubled ones and those that are not finite left out.
    pub fn from_breaks(method: Method, mut breaks: Vec<f64>) -> Self {
        breaks.retain(|limit| limit.is_finite());
        breaks.iter_mut().for_each(|limit| *limit += 0.0);
        sort_numbers(&mut breaks);
        breaks.dedup();
        Self { method, breaks }
    }

    /// The method that was asked for.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The inner limits, strictly ascending and finite: one fewer than there are classes.
    pub fn breaks(&self) -> &[f64] {
        &self.breaks
    }

    /// Number of classes, at least one.
    pub fn n_classes(&self) -> usize {
        self.breaks.len() + 1
    }

    /// The class of a finite value, counted from 0 at the lowest: the number of limits below it.
    pub fn class_of(&self, value: f64) -> usize {
        self.breaks.partition_point(|&limit| limit < value)
    }

    /// The lower limit (not part of the class) and the upper limit (part of it) of a class; `None` where it is open.
    pub fn limits_of(&self, class: usize) -> (Option<f64>, Option<f64>) {
        let below = class.checked_sub(1).and_then(|idx| self.breaks.get(idx)).copied();
        (below, self.breaks.get(class).copied())
    }

    /// How many of the finite `values` fall in each class.
    pub fn counts(&self, values: &[f64]) -> Vec<usize> {
        let mut counts = vec![0; self.n_classes()];
        values.iter().filter(|value| value.is_finite()).for_each(|&value| counts[self.class_of(value)] += 1);
        counts
    }
}

#[cfg(test)]
mod tests;
