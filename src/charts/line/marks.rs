//! Events and targets beside the lines.

use super::{LineLayout, LineSpec};
use crate::charts::flagpole::{flag_labels, flag_row};
use crate::charts::frame::{PlacedText, TICK_SIZE};
use crate::charts::{Point, Rect, TextPen, Token};
use crate::model::Period;

impl LineSpec {
    /// Labels of the events that lie on the time axis, with their rows above the plot.
    pub(super) fn event_labels(&self, xs: &[f64]) -> Vec<(usize, PlacedText)> {
        let pen = TextPen::new(Token::MUTED, TICK_SIZE);
        let marks: Vec<(String, TextPen, f64)> =
            self.shown_events(xs).map(|(event, x, _)| (event.title.clone(), pen, x)).collect();
        flag_labels(&marks, self.size.width)
    }

    pub(super) fn place_events(&self, layout: &mut LineLayout, labels: Vec<(usize, PlacedText)>) {
        let xs = layout.xs.clone();
        let (top, bottom) = (layout.plot.top, layout.plot.bottom);
        for ((_, x, until), (row, mut label)) in self.shown_events(&xs).zip(labels) {
            let from;
            // Above the room that the unit of the value axis takes.
            (label.at.y, from) = flag_row(&label, row, top - 20.0);
            let time = until.filter(|end| *end > x).map(|right| Rect { left: x, top, right, bottom });
            layout.events.push(([Point { x, y: from }, Point { x, y: bottom }], time));
            layout.texts.push(label);
        }
    }

    pub(super) fn place_targets(&self, layout: &mut LineLayout, y: &impl Fn(f64) -> f64) {
        for (name, value) in &self.targets {
            let y = y(*value);
            layout.targets.push([Point { x: layout.plot.left, y }, Point { x: layout.plot.right, y }]);
            let pen = TextPen::new(Token::MUTED, TICK_SIZE);
            let at = Point { x: layout.plot.left + 4.0, y: y - 9.0 };
            layout.texts.push(PlacedText { at, text: name.clone(), pen });
        }
    }

    /// Events whose beginning lies within the time axis: x of their beginning and, where it does too, of their end.
    fn shown_events<'a>(
        &'a self,
        xs: &'a [f64],
    ) -> impl Iterator<Item = (&'a super::LineEvent, f64, Option<f64>)> {
        self.events.iter().filter_map(|event| {
            let end = event.until.and_then(|until| self.x_of(until, xs));
            Some((event, self.x_of(event.from, xs)?, end))
        })
    }

    /// x of a time within the axis, between its periods where it is none of them.
    fn x_of(&self, period: Period, xs: &[f64]) -> Option<f64> {
        let after = self.periods.partition_point(|other| *other < period);
        if self.periods.get(after) == Some(&period) {
            return xs.get(after).copied();
        }
        let before = after.checked_sub(1)?;
        let (from, to) = (self.periods.get(before)?.in_years(), self.periods.get(after)?.in_years());
        Some(xs[before] + (period.in_years() - from) / (to - from) * (xs[after] - xs[before]))
    }
}
