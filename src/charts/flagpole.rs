//! Arranging labels on lines that stand up from an axis, like flags on poles, in rows above it.

use super::frame::{LABEL_SIZE, LINE_HEIGHT, PlacedText};
use super::line::SeriesRole;
use super::{Align, Point, TextPen, text_width};

/// Space between a line and a label beside it.
const BESIDE: f64 = 5.0;

/// Labels over the lines of marks, each with the row it stands in, 0 nearest the axis. A mark is its words, how they
/// look and the x of its line; labels stay within the width.
pub(super) fn flag_labels(marks: &[(String, TextPen, f64)], width: f64) -> Vec<(usize, PlacedText)> {
    let label = |(words, pen, line): &(String, TextPen, f64), align: Align| {
        let x = match align {
            Align::Start => line + BESIDE,
            Align::Middle => *line,
            Align::End => line - BESIDE,
        };
        let label = PlacedText { at: Point { x, y: 0.0 }, text: words.clone(), pen: pen.align(align) };
        if align == Align::Middle { label.within(0.0, width) } else { label }
    };
    let within = |label: &PlacedText| {
        let bounds = label.bounds();
        bounds.left >= 0.0 && bounds.right <= width
    };
    let choices: Vec<Vec<(PlacedText, Flagpole)>> = marks
        .iter()
        .map(|mark| {
            let labels = [Align::Middle, Align::Start, Align::End].map(|align| label(mark, align));
            let with_line = |label: PlacedText| {
                let bounds = label.bounds();
                (label, Flagpole { left: bounds.left, right: bounds.right, line: mark.2 })
            };
            labels.into_iter().filter(within).map(with_line).collect()
        })
        .collect();
    let flags: Vec<Vec<Flagpole>> =
        choices.iter().map(|labels| labels.iter().map(|(_, flag)| *flag).collect()).collect();
    match arranged(&flags) {
        Some(places) => places
            .into_iter()
            .zip(choices)
            .map(|((row, at), mut labels)| (row, labels.swap_remove(at).0))
            .collect(),
        // Some line crosses some label wherever they stand: a row each, and the halo of text keeps it legible.
        None => marks.iter().map(|mark| label(mark, Align::Middle)).enumerate().collect(),
    }
}

/// A name with its value, the name cut where both would be wider than a picture.
pub(super) fn name_and_value(name: &str, value: &str, pen: TextPen, width: f64) -> String {
    let fits = |text: &str| text_width(text, pen.size, pen.weight) <= width;
    let whole = format!("{name} {value}");
    if fits(&whole) {
        return whole;
    }
    let mut cut = name.to_owned();
    while cut.pop().is_some() && !fits(&format!("{cut}… {value}")) {}
    format!("{}… {value}", cut.trim_end())
}

/// How the name of an area looks: its own color, and more weight where the reader chose it.
pub(super) fn name_pen(role: SeriesRole) -> TextPen {
    let pen = TextPen::new(role.token(), LABEL_SIZE);
    if matches!(role, SeriesRole::Chosen(_)) { pen.strong() } else { pen }
}

/// y of a label in its row over an axis at `top`, and y where its line begins.
pub(super) fn flag_row(label: &PlacedText, row: usize, top: f64) -> (f64, f64) {
    let y = top - 8.0 - (row as f64 + 0.5) * LINE_HEIGHT + 2.0;
    // A label over its line stands on it; one beside it has the line along its height.
    let over = label.pen.align == Align::Middle;
    (y, y + if over { 0.5 } else { -0.35 } * LINE_HEIGHT)
}

/// A label with the line that carries it. The line reaches from the axis up to its label's row.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Flagpole {
    /// Left end of the label.
    left: f64,
    /// Right end of the label.
    right: f64,
    /// Where the line stands.
    line: f64,
}

/// Space between labels of a row.
const GAP: f64 = 8.0;
/// Space between a label and another label's line.
const CLEAR: f64 = 3.0;

impl Flagpole {
    fn covers(&self, line: f64) -> bool {
        self.left - CLEAR < line && line < self.right + CLEAR
    }

    /// Whether two labels in their rows meet or stand on each other's side, or the line of one passes behind the other.
    fn collides(&self, row: usize, other: &Self, other_row: usize) -> bool {
        let touches = self.left < other.right + GAP && other.left < self.right + GAP;
        let swapped = (self.line < other.line) != (self.left < other.left);
        (row == other_row && (touches || swapped))
            || (row <= other_row && self.covers(other.line))
            || (other_row <= row && other.covers(self.line))
    }
}

/// For each mark the row (0 nearest the axis) and which of its possible labels, so that nothing collides and labels
/// stand as low as possible, the first choices before others. `None` where there is no such arrangement. All are tried
/// that could be better than the best one found; more than four marks are too many to try.
fn arranged(choices: &[Vec<Flagpole>]) -> Option<Vec<(usize, usize)>> {
    const MOST_MARKS: usize = 4;
    if choices.len() > MOST_MARKS {
        return None;
    }
    let mut best = None;
    try_all(choices, &mut Vec::new(), 0, &mut best);
    best.map(|(_, places)| places)
}

/// What an arrangement costs, with its rows and choices.
type Arrangement = (usize, Vec<(usize, usize)>);

fn try_all(
    choices: &[Vec<Flagpole>],
    placed: &mut Vec<(usize, usize)>,
    cost: usize,
    best: &mut Option<Arrangement>,
) {
    if best.as_ref().is_some_and(|(least, _)| cost >= *least) {
        return;
    }
    let Some(own) = choices.get(placed.len()) else {
        *best = Some((cost, placed.clone()));
        return;
    };
    for row in 0..choices.len() {
        for (choice, flag) in own.iter().enumerate() {
            let collides = placed
                .iter()
                .zip(choices)
                .any(|(&(other_row, other), flags)| flag.collides(row, &flags[other], other_row));
            if !collides {
                placed.push((row, choice));
                // A row costs more than any choice.
                try_all(choices, placed, cost + 4 * row + choice.min(1), best);
                placed.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    /// Over, right of and left of a line.
    fn around(line: f64, width: f64) -> Vec<Flagpole> {
        let flag = |left: f64| Flagpole { left, right: left + width, line };
        vec![flag(line - width / 2.0), flag(line + 5.0), flag(line - 5.0 - width)]
    }

    #[test]
    fn labels_with_room_stand_over_their_lines_in_one_row() {
        assert_eq!(arranged(&[around(50.0, 40.0), around(150.0, 40.0)]), Some(vec![(0, 0), (0, 0)]));
    }

    #[test]
    fn neighbours_turn_away_from_each_other() {
        let places = arranged(&[around(100.0, 80.0), around(102.0, 80.0)]);
        assert_eq!(places, Some(vec![(0, 2), (0, 1)]));
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_collides(lines in prop::collection::vec((0.0..400.0_f64, 20.0..150.0_f64), 0..5)) {
            let choices: Vec<Vec<Flagpole>> = lines.into_iter().map(|(line, width)| around(line, width)).collect();
            if let Some(places) = arranged(&choices) {
                prop_assert_eq!(places.len(), choices.len());
                for (index, &(row, choice)) in places.iter().enumerate() {
                    for other in 0..index {
                        let (other_row, other_choice) = places[other];
                        let (flag, against) = (choices[index][choice], choices[other][other_choice]);
                        prop_assert!(row != other_row || flag.left >= against.right || against.left >= flag.right);
                        prop_assert!(row > other_row || !(flag.left..flag.right).contains(&against.line));
                    }
                }
            }
        }
    }
}
