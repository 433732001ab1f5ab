//! Few areas: a named row each.

use super::{RankingDescription, RankingSpec};
use crate::charts::axis::{Axis, tick_count};
use crate::charts::frame::{LABEL_SIZE, LINE_HEIGHT, PlacedText, TICK_SIZE};
use crate::charts::layout::{Layout, Mark};
use crate::charts::line::SeriesRole;
use crate::charts::stop::{Reach, Stop};
use crate::charts::{Align, Point, Rect, Size, TextPen, Token, Weight, text_width};

const BAR: f64 = 14.0;
const GAP: f64 = 9.0;
/// Of a bar in a picture with more room than its rows need.
const MOST_BAR: f64 = 30.0;

pub(super) fn layout(spec: &RankingSpec, description: &RankingDescription, width: f64, more: f64) -> Layout {
    let m = &spec.measured;
    let semibold = |text: &str| text_width(text, LABEL_SIZE, Weight::Semibold);
    let names = spec.areas.iter().map(|area| semibold(&area.name)).fold(0.0, f64::max);
    let values = spec.areas.iter().filter_map(|area| area.value.number());
    let value_room = values.clone().map(|number| semibold(&m.label(number))).fold(0.0, f64::max) + 10.0;
    let places: Vec<Option<String>> = spec.areas.iter().map(|area| spec.places_text(area)).collect();
    let place_room = places.iter().flatten().map(|text| text_width(text, TICK_SIZE, Weight::Regular) + 12.0);
    let place_room = place_room.fold(0.0, f64::max);
    // Where names would leave too little for the bars they stand above them.
    let above = names > 0.42 * width || width - names - value_room - place_room < 120.0;
    // There the places stand at the end of the name's line.
    let place_room = if above { 0.0 } else { place_room };
    let left = if above { 2.0 } else { names + 16.0 };
    let n_rows = description.numbers.len() + description.absent.len();
    // Rows can be higher than usual, not lower: their words need the height.
    let more = more.max(0.0) / n_rows.max(1) as f64;
    let bar_height = (BAR + 0.6 * more).min(MOST_BAR);
    let gap = BAR + GAP + more - bar_height;
    let row_height = bar_height + gap + if above { LINE_HEIGHT } else { 0.0 };
    let top = if spec.reference.is_some() { LINE_HEIGHT + 8.0 } else { 6.0 };
    let bottom = top + row_height * n_rows as f64;
    let right = (width - value_room - place_room).max(left + 60.0);
    let plot = Rect { left, top, right, bottom };
    let size = Size { width, height: bottom + if m.unit_text().is_empty() { 24.0 } else { 42.0 } };
    let mut layout = Layout::empty(size, plot, spec.watermark.clone());

    let ends = spec.areas.iter().filter_map(|area| area.interval).flat_map(|(low, high)| [low, high]);
    let reference = spec.reference.iter().map(|(_, value)| *value);
    let numbers = values.chain(ends).chain(reference);
    let axis = Axis::around(numbers, true, tick_count(plot.width()), m.decimals, m.language);
    let scale = axis.scale(plot.left, plot.right);
    axis.place_below(&mut layout, &scale, m.unit_text(), true);

    let order = description.numbers.iter().map(|(index, _)| *index).chain(description.absent.iter().copied());
    for (row, index) in order.enumerate() {
        let area = &spec.areas[index];
        let row_top = plot.top + row as f64 * row_height;
        let bar_top = row_top + if above { LINE_HEIGHT } else { 0.5 * gap };
        let middle = bar_top + 0.5 * bar_height;
        let token = area.role().token();
        let chosen = matches!(area.role(), SeriesRole::Chosen(_));
        let words = if chosen {
            TextPen::new(token, LABEL_SIZE).strong()
        } else {
            TextPen::new(Token::INK, LABEL_SIZE)
        };
        let (at, align) = match above {
            true => (Point { x: 0.0, y: row_top + 0.5 * LINE_HEIGHT }, Align::Start),
            false => (Point { x: left - 12.0, y: middle }, Align::End),
        };
        layout.texts.push(PlacedText { at, text: area.name.clone(), pen: words.align(align) });
        let Some(number) = area.value.number() else {
            if let Some(reason) = area.value.absence() {
                let at = Point { x: scale.at(0.0) + 8.0, y: middle };
                layout.marks.push(Mark::Absent(at, reason, Token::MUTED));
                let at = Point { x: at.x + 10.0, y: middle };
                let pen = TextPen::new(Token::MUTED, TICK_SIZE);
                layout.texts.push(PlacedText { at, text: m.value(area.value), pen });
            }
            continue;
        };
        let (zero, end) = (scale.at(0.0), scale.at(number));
        let bar =
            Rect { left: zero.min(end), top: bar_top, right: zero.max(end), bottom: bar_top + bar_height };
        layout.marks.push(Mark::Bar(bar, token));
        let mut beyond = bar.right;
        if let Some((low, high)) = area.interval {
            let (low, high) = (scale.at(low), scale.at(high));
            layout.line((low, middle), (high, middle), Token::INK, 1.25);
            for x in [low, high] {
                layout.line((x, middle - 3.5), (x, middle + 3.5), Token::INK, 1.25);
            }
            beyond = beyond.max(high);
        }
        let at = Point { x: beyond + 6.0, y: middle };
        layout.texts.push(PlacedText { at, text: m.label(number), pen: words });
        if let Some(text) = &places[index] {
            let pen = TextPen::new(Token::MUTED, TICK_SIZE).align(Align::End);
            let y = if above { row_top + 0.5 * LINE_HEIGHT } else { middle };
            layout.texts.push(PlacedText { at: Point { x: width, y }, text: text.clone(), pen });
        }
        let at = Point { x: end, y: middle };
        layout.stops.push(Stop { at, datum: index, track: 0, reach: Reach::Row });
    }
    place_ties(&mut layout, description, row_height);
    place_reference(&mut layout, spec, scale.at(spec.reference.as_ref().map_or(0.0, |(_, value)| *value)));
    layout
}

/// A thin line beside rows whose values read the same.
fn place_ties(layout: &mut Layout, description: &RankingDescription, row_height: f64) {
    let (x, top) = (layout.plot.left - 6.0, layout.plot.top);
    for &(first, last) in &description.ties {
        let from = top + first as f64 * row_height + 5.0;
        let to = top + (last + 1) as f64 * row_height - 5.0;
        layout.line((x.max(0.5), from), (x.max(0.5), to), Token::AXIS, 1.5);
    }
}

fn place_reference(layout: &mut Layout, spec: &RankingSpec, x: f64) {
    let Some((name, value)) = &spec.reference else { return };
    let plot = layout.plot;
    layout.line((x, plot.top - 4.0), (x, plot.bottom), Token::Nation, 1.5);
    let text = format!("{name} {}", spec.measured.label(*value));
    let pen = TextPen::new(Token::Nation, LABEL_SIZE).align(Align::Middle);
    let label = PlacedText { at: Point { x, y: plot.top - 4.0 - 0.5 * LINE_HEIGHT }, text, pen };
    layout.texts.push(label.within(0.0, layout.size.width));
}
