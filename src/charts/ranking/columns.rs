//! Many areas: a column each, beside each other.

use super::{RankingDescription, RankingSpec};
use crate::charts::axis::Axis;
use crate::charts::flagpole::{flag_labels, flag_row, name_and_value, name_pen};
use crate::charts::frame::{LINE_HEIGHT, PlacedText, TICK_SIZE};
use crate::charts::layout::{LEAST_PLOT, Layout, Mark};
use crate::charts::stop::{Reach, Stop};
use crate::charts::{Align, Point, Rect, Size, TextPen, Token};
use crate::i18n::case::upper_first;
use crate::model::Absence;

const HEIGHT: f64 = 220.0;
/// Height of a bracket of possible places.
const BRACKET: f64 = 7.0;

pub(super) fn layout(spec: &RankingSpec, description: &RankingDescription, width: f64, more: f64) -> Layout {
    let m = &spec.measured;
    let numbers = description.numbers.iter().map(|(_, number)| *number);
    let own = || spec.areas.iter().filter(|area| area.slot.is_some());
    let ends = own().filter_map(|area| area.interval).flat_map(|(low, high)| [low, high]);
    let reference = spec.reference.iter().map(|(_, value)| *value);
    let axis = Axis::around(numbers.chain(ends).chain(reference), true, 4, m.decimals, m.language);
    let left = axis.gutter() + 10.0;
    let step = (width - left) / description.numbers.len().max(1) as f64;
    let x = |place: usize| left + (place as f64 + 0.5) * step;

    // Labels of the chosen areas stand over all columns, each on a line down to its own.
    let chosen: Vec<(usize, usize, f64)> = (0..description.numbers.len())
        .map(|place| (place, description.numbers[place].0, description.numbers[place].1))
        .filter(|(_, index, _)| spec.areas[*index].slot.is_some())
        .collect();
    let marks: Vec<(String, TextPen, f64)> = chosen
        .iter()
        .map(|&(place, index, number)| {
            let area = &spec.areas[index];
            let pen = name_pen(area.role());
            (name_and_value(&area.name, &m.label(number), pen, width), pen, x(place))
        })
        .collect();
    let labels = flag_labels(&marks, width);
    let n_rows = labels.iter().map(|(row, _)| row + 1).max().unwrap_or(0);
    let top = 26.0 + n_rows as f64 * LINE_HEIGHT;
    let plot = Rect { left, top, right: width, bottom: top + (HEIGHT + more).max(LEAST_PLOT) };
    let n_brackets = chosen.iter().filter(|(_, index, _)| spec.areas[*index].places.is_some()).count();
    let foot = plot.bottom + 4.0 + n_brackets as f64 * BRACKET;
    let notes = absence_note(spec, description);
    let height = foot + 2.0 * LINE_HEIGHT - if notes.is_none() { LINE_HEIGHT } else { 0.0 };
    let mut layout = Layout::empty(Size { width, height: height + 4.0 }, plot, spec.watermark.clone());
    let scale = axis.scale(plot.bottom, plot.top);
    axis.place_left(&mut layout, &scale, "");
    let unit = PlacedText {
        at: Point { x: 0.0, y: 8.0 },
        text: upper_first(m.unit_text()),
        pen: TextPen::new(Token::MUTED, TICK_SIZE),
    };
    layout.texts.push(unit);

    let mut bracket = plot.bottom + 4.0 + 0.5 * BRACKET;
    let zero = scale.at(0.0);
    let column = |place: usize, number: f64, thin: f64| {
        let end = scale.at(number);
        let half = (0.5 * step * thin).max(0.5);
        Rect { left: x(place) - half, top: zero.min(end), right: x(place) + half, bottom: zero.max(end) }
    };
    // A gap between columns only where it can be seen.
    let thin = if step >= 4.0 { 0.8 } else { 1.0 };
    for (place, &(index, number)) in description.numbers.iter().enumerate() {
        if spec.areas[index].slot.is_none() {
            layout.marks.push(Mark::Bar(column(place, number, thin), Token::CONTEXT));
        }
        let at = Point { x: x(place), y: scale.at(number) };
        layout.stops.push(Stop { at, datum: index, track: 0, reach: Reach::Column });
    }
    for (&(place, index, number), (row, mut label)) in chosen.iter().zip(labels) {
        let area = &spec.areas[index];
        let token = area.role().token();
        let line_top;
        (label.at.y, line_top) = flag_row(&label, row, plot.top);
        layout.line((x(place), line_top), (x(place), scale.at(number)), token, 1.0);
        layout.marks.push(Mark::Bar(column(place, number, thin.max(2.0 / step)), token));
        if let Some((low, high)) = area.interval {
            layout.line((x(place), scale.at(low)), (x(place), scale.at(high)), Token::INK, 1.5);
        }
        layout.texts.push(label);
        if let Some((best, worst)) = area.places {
            let (from, to) = place_ends(spec, description, best, worst);
            layout.line((x(from), bracket), (x(to), bracket), token, 3.0);
            bracket += BRACKET;
        }
    }
    place_reference(&mut layout, spec, scale.at(spec.reference.as_ref().map_or(0.0, |(_, value)| *value)));
    place_ends_words(&mut layout, spec, foot + 0.6 * LINE_HEIGHT);
    if let Some(text) = notes {
        let at = Point { x: left, y: foot + 1.6 * LINE_HEIGHT };
        layout.texts.push(PlacedText { at, text, pen: TextPen::new(Token::MUTED, TICK_SIZE) });
    }
    layout
}

/// The columns at the ends of a set of places, counted from the greatest value.
fn place_ends(
    spec: &RankingSpec,
    description: &RankingDescription,
    best: usize,
    worst: usize,
) -> (usize, usize) {
    let last = description.numbers.len().saturating_sub(1);
    let (best, worst) = (best.saturating_sub(1).min(last), worst.saturating_sub(1).min(last));
    if spec.order == super::RankingOrder::Descending { (best, worst) } else { (last - worst, last - best) }
}

fn place_reference(layout: &mut Layout, spec: &RankingSpec, y: f64) {
    let Some((name, value)) = &spec.reference else { return };
    let plot = layout.plot;
    layout.line((plot.left, y), (plot.right, y), Token::Nation, 1.5);
    let text = format!("{name} {}", spec.measured.label(*value));
    let pen = TextPen::new(Token::Nation, TICK_SIZE);
    // Over the line, at the end where columns are low.
    let ascends = spec.order != super::RankingOrder::Descending;
    let (x, align) = if ascends { (plot.left + 4.0, Align::Start) } else { (plot.right, Align::End) };
    layout.texts.push(PlacedText { at: Point { x, y: y - 10.0 }, text, pen: pen.align(align) });
}

/// What the ends mean, in the indicator's own words.
fn place_ends_words(layout: &mut Layout, spec: &RankingSpec, y: f64) {
    let [low, high] = &spec.measured.ends;
    let (first, last) = if spec.order == super::RankingOrder::Descending { (high, low) } else { (low, high) };
    let pen = TextPen::new(Token::MUTED, TICK_SIZE);
    let plot = layout.plot;
    let start = PlacedText { at: Point { x: plot.left, y }, text: first.clone(), pen };
    let end = PlacedText { at: Point { x: plot.right, y }, text: last.clone(), pen: pen.align(Align::End) };
    if !start.bounds().overlaps(&end.bounds()) {
        layout.texts.extend([start, end]);
    }
}

/// How many areas have no column, and why.
fn absence_note(spec: &RankingSpec, description: &RankingDescription) -> Option<String> {
    let m = &spec.measured;
    let part = |reason: Absence| {
        let n = description.absent.iter().filter(|&&index| spec.areas[index].value.absence() == Some(reason));
        let n = n.count();
        (n > 0).then(|| format!("{} {}", m.count(n), m.value(crate::model::Value::Absent(reason))))
    };
    let parts: Vec<String> = Absence::ALL.into_iter().filter_map(part).collect();
    let words = m.say("Utan stapel", "Without a bar");
    (!parts.is_empty()).then(|| format!("{words}: {}", parts.join(", ")))
}
