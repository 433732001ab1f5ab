//! Ranked bars (C2): the areas of a level in one period. Few areas are named rows; many are columns beside each other,
//! where the silhouette shows all of them and only the reader's own are named.
//!
//! Whatever the order, both ends are in the picture. Places are said only with the set of places that an area may have;
//! areas whose values read the same are held together.

mod columns;
mod rows;

use super::chart::{Chart, Placed, PointWords};
use super::layout::{Layout, fitted};
use super::{Measured, Table, end_headings};
use crate::charts::line::SeriesRole;
use crate::i18n::number::rounded;
use crate::i18n::text::text;
use crate::model::Value;
use crate::order::sorted;

/// What to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct RankingSpec {
    /// Of the values.
    pub measured: Measured,
    /// The areas in their usual order, that of their codes.
    pub areas: Vec<RankedArea>,
    /// In which order they are drawn.
    pub order: RankingOrder,
    /// A value to compare with, for instance the country's.
    pub reference: Option<(String, f64)>,
    /// Words across the plot, for modelled figures.
    pub watermark: Option<String>,
}

/// One area.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedArea {
    /// Its name.
    pub name: String,
    /// The slot (0–7) of an area that the reader has chosen.
    pub slot: Option<u8>,
    /// How much, or why not.
    pub value: Value,
    /// The ends of the value's interval, where it is known.
    pub interval: Option<(f64, f64)>,
    /// The best and the worst place that the area may have, where they are known.
    pub places: Option<(usize, usize)>,
}

/// The order of the bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RankingOrder {
    /// As given.
    #[default]
    Usual,
    /// The least value first.
    Ascending,
    /// The greatest value first.
    Descending,
}

/// The numbers that the bars show.
#[derive(Debug, Clone, PartialEq)]
pub struct RankingDescription {
    /// Areas with a number, in the order drawn.
    pub numbers: Vec<(usize, f64)>,
    /// Areas without one.
    pub absent: Vec<usize>,
    /// Runs of two or more neighbours in the order drawn whose numbers read the same; positions in `numbers`.
    pub ties: Vec<(usize, usize)>,
}

/// So many areas are rows with names; more are columns.
const MOST_ROWS: usize = 42;

impl RankingSpec {
    /// Computes all positions in a width.
    pub fn layout(&self, width: f64) -> Layout {
        self.layout_higher(width, 0.0)
    }

    /// The same with a plot so many pixels higher, or lower.
    fn layout_higher(&self, width: f64, more: f64) -> Layout {
        let description = self.describe();
        if self.areas.len() <= MOST_ROWS {
            rows::layout(self, &description, width, more)
        } else {
            columns::layout(self, &description, width, more)
        }
    }

    /// The numbers in the order drawn. Columns have no names, so their usual order is that of the values: the least
    /// at the left, the greatest at the right.
    pub fn describe(&self) -> RankingDescription {
        let number = |index: usize| Some((index, self.areas[index].value.number()?));
        let mut numbers: Vec<(usize, f64)> = (0..self.areas.len()).filter_map(number).collect();
        let order = match self.order {
            RankingOrder::Usual if self.areas.len() > MOST_ROWS => RankingOrder::Ascending,
            order => order,
        };
        // Stable: areas of equal value keep their usual order.
        match order {
            RankingOrder::Usual => {}
            RankingOrder::Ascending => numbers = sorted(&numbers, &|a, b| a.1.total_cmp(&b.1)),
            RankingOrder::Descending => numbers = sorted(&numbers, &|a, b| b.1.total_cmp(&a.1)),
        }
        let mut ties: Vec<(usize, usize)> = Vec::new();
        if order != RankingOrder::Usual {
            let shown = |at: usize| rounded(numbers[at].1, self.measured.decimals);
            for at in 1..numbers.len() {
                if shown(at - 1) == shown(at) {
                    match ties.last_mut().filter(|tie| tie.1 == at - 1) {
                        Some(tie) => tie.1 = at,
                        None => ties.push((at - 1, at)),
                    }
                }
            }
        }
        let absent = (0..self.areas.len()).filter(|&index| self.areas[index].value.number().is_none());
        RankingDescription { absent: absent.collect(), numbers, ties }
    }

    /// `plats 3–9 av 21`.
    fn places_text(&self, area: &RankedArea) -> Option<String> {
        let (best, worst) = area.places?;
        let m = &self.measured;
        let places =
            if best == worst { m.count(best) } else { format!("{}–{}", m.count(best), m.count(worst)) };
        let n = self.areas.iter().filter(|area| area.value.number().is_some()).count();
        Some(format!("{} {places} {} {}", m.say("plats", "place"), m.say("av", "of"), m.count(n)))
    }
}

impl RankedArea {
    fn role(&self) -> SeriesRole {
        self.slot.map_or(SeriesRole::Context, SeriesRole::Chosen)
    }
}

impl Chart for RankingSpec {
    fn placed_in(&self, width: f64, height: Option<f64>) -> Box<dyn Placed> {
        Box::new(fitted(height, &|more| self.layout_higher(width, more)))
    }

    /// A row an area, in the order drawn; those without a number last.
    fn table(&self) -> Table {
        let m = &self.measured;
        let RankingDescription { numbers, absent, .. } = self.describe();
        let has_interval = self.areas.iter().any(|area| area.interval.is_some());
        let has_places = self.areas.iter().any(|area| area.places.is_some());
        let mut header = vec![text(m.language).area.to_owned(), m.heading()];
        if has_interval {
            header.extend(end_headings(m.language).map(str::to_owned));
        }
        if has_places {
            header.push(
                m.say("Möjliga platser (1 = högsta värdet)", "Possible places (1 = highest value)")
                    .to_owned(),
            );
        }
        let row = |index: usize| {
            let area = &self.areas[index];
            let mut row = vec![area.name.clone(), m.cell(area.value)];
            if has_interval {
                row.extend(m.end_cells(area.interval));
            }
            if has_places {
                row.push(self.places_text(area).unwrap_or_default());
            }
            row
        };
        let order = numbers.into_iter().map(|(index, _)| index).chain(absent);
        Table { header, rows: order.map(row).collect() }
    }

    fn point(&self, datum: usize) -> Option<PointWords> {
        let area = self.areas.get(datum)?;
        let interval = area.interval.map(|ends| self.measured.interval(ends));
        let more = [interval, self.places_text(area)];
        Some(PointWords {
            name: area.name.clone(),
            period: String::new(),
            value: self.measured.value(area.value),
            more: more.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        })
    }
}
