//! Segregation curve (C10; Duncan & Duncan 1955): the areas from where a group's share is lowest to where it is
//! highest, with the parts of the group and of all others that live in them so far. On the diagonal both live alike; the
//! greatest distance below it is the dissimilarity index D, twice the area between is the Gini index G.

use super::axis::{Axis, tick_count};
use super::chart::{Chart, Placed, PointWords};
use super::frame::{LINE_HEIGHT, PlacedText, TICK_SIZE, wrapped};
use super::key::place_key;
use super::layout::{LEAST_PLOT, Layout, Mark, fitted};
use super::line::SeriesRole;
use super::stop::{Reach, Stop};
use super::ticks::ValueTicks;
use super::{Measured, Point, Rect, Size, Table, TextPen, Token, Weight};
use crate::i18n::number::{NumberStyle, number_text};
use crate::order::sorted;

/// What to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct CurveSpec {
    /// Of the words; its title is what the group is: `födda utomlands`.
    pub measured: Measured,
    /// Those that the group is compared with: `alla andra`, `födda i Sverige`.
    pub others: String,
    /// The curves: places or years.
    pub curves: Vec<Curve>,
    /// Words across the plot, for modelled figures.
    pub watermark: Option<String>,
}

/// One curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// The place or the year.
    pub name: String,
    /// Why it is there.
    pub role: SeriesRole,
    /// Persons of the group and all others, area by area.
    pub areas: Vec<(f64, f64)>,
}

/// The numbers that a curve shows.
#[derive(Debug, Clone, PartialEq)]
pub struct CurveDescription {
    /// Parts of all others and of the group that live in the areas so far, 0–1, from (0, 0) to (1, 1).
    pub points: Vec<(f64, f64)>,
    /// The greatest distance below the diagonal.
    pub dissimilarity: f64,
    /// Twice the area between the curve and the diagonal.
    pub gini: f64,
}

impl Curve {
    /// The curve; none where the group or the others have no members, or a number is negative.
    pub fn describe(&self) -> Option<CurveDescription> {
        let sum = |part: fn(&(f64, f64)) -> f64| self.areas.iter().map(part).sum::<f64>();
        let (group, others) = (sum(|area| area.0), sum(|area| area.1));
        if group <= 0.0 || others <= 0.0 || self.areas.iter().any(|area| area.0 < 0.0 || area.1 < 0.0) {
            return None;
        }
        let mut areas: Vec<(f64, f64)> =
            self.areas.iter().copied().filter(|area| area.0 + area.1 > 0.0).collect();
        let share = |area: &(f64, f64)| area.0 / (area.0 + area.1);
        areas = sorted(&areas, &|a, b| share(a).total_cmp(&share(b)));
        let mut points = vec![(0.0, 0.0)];
        let (mut so_far, mut others_so_far) = (0.0, 0.0);
        let (mut dissimilarity, mut below) = (0.0_f64, 0.0);
        for (own, other) in areas {
            let (x, y) = (others_so_far / others, so_far / group);
            so_far += own;
            others_so_far += other;
            let next = (others_so_far / others, so_far / group);
            dissimilarity = dissimilarity.max(next.0 - next.1);
            below += (next.0 - x) * (y + next.1) / 2.0;
            points.push(next);
        }
        Some(CurveDescription { points, dissimilarity, gini: 1.0 - 2.0 * below })
    }
}

impl CurveSpec {
    /// Computes all positions in a width. The plot is a square.
    pub fn layout(&self, width: f64) -> Layout {
        self.layout_higher(width, 0.0)
    }

    /// The same with a plot so many pixels higher, or lower.
    fn layout_higher(&self, width: f64, more: f64) -> Layout {
        let m = &self.measured;
        let ticks = ValueTicks { values: vec![0.0, 20.0, 40.0, 60.0, 80.0, 100.0], decimals: 0 };
        let up = Axis::of(ticks.clone(), m.language);
        let left = up.gutter() + 10.0;
        let room = width - left - 12.0;
        let side = room.min((room.min(460.0) + more).max(LEAST_PLOT));
        let described: Vec<Option<CurveDescription>> = self.curves.iter().map(Curve::describe).collect();
        let entries: Vec<(String, Token)> = self
            .curves
            .iter()
            .zip(&described)
            .map(|(curve, described)| (self.key_text(curve, described.as_ref()), curve.role.token()))
            .collect();
        let y_title = format!("{} ({})", m.title, m.say("procent av gruppen", "percent of the group"));
        let x_title = format!("{} ({})", self.others, m.say("procent", "percent"));
        let y_title = wrapped(&y_title, TICK_SIZE, Weight::Regular, width);
        let plot = Rect { left, top: 0.0, right: left + side, bottom: 0.0 };
        let mut layout = Layout::empty(Size { width, height: 0.0 }, plot, self.watermark.clone());
        let key = place_key(&mut layout, &entries);
        let top = key + y_title.len() as f64 * LINE_HEIGHT + 12.0;
        layout.plot = Rect { top, bottom: top + side, ..plot };
        let plot = layout.plot;
        layout.size.height = plot.bottom + 42.0;
        let pen = TextPen::new(Token::MUTED, TICK_SIZE);
        for (row, line) in y_title.iter().enumerate() {
            let at = Point { x: 0.0, y: key + (row as f64 + 0.5) * LINE_HEIGHT };
            layout.texts.push(PlacedText { at, text: line.clone(), pen });
        }
        let along = match tick_count(side) {
            ..=3 => Axis::of(ValueTicks { values: vec![0.0, 50.0, 100.0], decimals: 0 }, m.language),
            _ => Axis::of(ticks, m.language),
        };
        let (x, y) = (along.scale(plot.left, plot.right), up.scale(plot.bottom, plot.top));
        up.place_left(&mut layout, &y, "");
        along.place_below(&mut layout, &x, "", true);
        let at = Point { x: left, y: plot.bottom + 31.0 };
        layout.texts.push(PlacedText { at, text: x_title, pen });
        layout.rule((plot.left, plot.bottom), (plot.right, plot.top), Token::AXIS);
        for (index, (curve, described)) in self.curves.iter().zip(&described).enumerate().rev() {
            let Some(described) = described else { continue };
            let at = |(others, own): &(f64, f64)| Point { x: x.at(100.0 * others), y: y.at(100.0 * own) };
            let line = described.points.iter().map(at).collect();
            layout.marks.push(Mark::Line(line, curve.role.token(), curve.role.width()));
            for (tenth, point) in tenths(&described.points).into_iter().enumerate() {
                let datum = 9 * index + tenth;
                layout.stops.push(Stop { at: at(&point), datum, track: index, reach: Reach::Column });
            }
        }
        layout
    }

    /// `Göteborg: D 0,38`.
    fn key_text(&self, curve: &Curve, described: Option<&CurveDescription>) -> String {
        match described {
            Some(described) => format!("{}: D {}", curve.name, self.index(described.dissimilarity)),
            None => format!(
                "{}: {}",
                curve.name,
                self.measured.say("gruppen eller de andra saknas", "the group or the others are missing")
            ),
        }
    }

    fn index(&self, index: f64) -> String {
        number_text(index, NumberStyle { decimals: 2, language: self.measured.language })
    }

    fn percent(&self, share: f64) -> String {
        let style = NumberStyle { decimals: 0, language: self.measured.language };
        format!("{}{}", number_text(100.0 * share, style), self.measured.say("\u{A0}%", "%"))
    }
}

/// Points of the curve at 10, 20 … 90 percent of the others.
fn tenths(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let at = |tenth: u8| {
        let x = f64::from(tenth) / 10.0;
        let after = points.partition_point(|point| point.0 < x).clamp(1, points.len() - 1);
        let (from, to) = (points[after - 1], points[after]);
        let share = if to.0 > from.0 { (x - from.0) / (to.0 - from.0) } else { 1.0 };
        (x, from.1 + share * (to.1 - from.1))
    };
    (1..10).map(at).collect()
}

impl Chart for CurveSpec {
    fn placed_in(&self, width: f64, height: Option<f64>) -> Box<dyn Placed> {
        Box::new(fitted(height, &|more| self.layout_higher(width, more)))
    }

    /// A row a tenth of the others, a column a curve; the indices last.
    fn table(&self) -> Table {
        let m = &self.measured;
        let described: Vec<Option<CurveDescription>> = self.curves.iter().map(Curve::describe).collect();
        let header = std::iter::once(self.others.clone());
        let cells = |cell: &dyn Fn(&CurveDescription) -> String| -> Vec<String> {
            described.iter().map(|described| described.as_ref().map(cell).unwrap_or_default()).collect()
        };
        let mut rows: Vec<Vec<String>> = (0..9_u8)
            .map(|tenth| {
                let own = cells(&|curve| self.percent(tenths(&curve.points)[usize::from(tenth)].1));
                std::iter::once(self.percent(f64::from(tenth + 1) / 10.0)).chain(own).collect()
            })
            .collect();
        for (name, index) in
            [(m.say("Olikhetsindex D", "Dissimilarity D"), 0), (m.say("Ginis index G", "Gini index G"), 1)]
        {
            let own = cells(&|curve| self.index(if index == 0 { curve.dissimilarity } else { curve.gini }));
            rows.push(std::iter::once(name.to_owned()).chain(own).collect());
        }
        Table { header: header.chain(self.curves.iter().map(|curve| curve.name.clone())).collect(), rows }
    }

    fn point(&self, datum: usize) -> Option<PointWords> {
        let curve = self.curves.get(datum / 9)?;
        let (others, own) = *tenths(&curve.describe()?.points).get(datum % 9)?;
        let m = &self.measured;
        Some(PointWords {
            name: curve.name.clone(),
            period: String::new(),
            value: format!("{} {}", self.percent(own), m.say("av gruppen", "of the group")),
            more: format!(
                "{} {} {}",
                m.say("bor där", "live where"),
                self.percent(others),
                m.say(
                    "av de andra bor, i områdena med lägst andel",
                    "of the others do, in the areas with the lowest share"
                ),
            ),
        })
    }

    fn area_of(&self, datum: usize) -> Option<usize> {
        Some(datum / 9)
    }

    fn datum_of(&self, area: usize) -> Option<usize> {
        Some(9 * area + 4)
    }
}
