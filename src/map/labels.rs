//! Names on the map: the largest places first, none over another, no more than can be read.

use crate::order::sorted;

/// A name that wants a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The name.
    pub text: String,
    /// Where its middle wants to be, CSS pixels of the figure.
    pub at: [f64; 2],
    /// How much it matters: people who live there.
    pub weight: u32,
    /// How wide it is written, CSS pixels.
    pub width: f64,
}

/// The figure's pixels that each name has for itself at least: more names than this allows make a map of names.
const PIXELS_A_NAME: f64 = 13_000.0;

/// Room around a name, CSS pixels.
const MARGIN: f64 = 4.0;

/// The names that are written, in the order of their weight. `size` is the height of the writing, `room` the figure's
/// width and height, all in CSS pixels.
pub fn placed(candidates: Vec<Candidate>, size: f64, room: [f64; 2]) -> Vec<Candidate> {
    let candidates = sorted(&candidates, &|a, b| b.weight.cmp(&a.weight).then_with(|| a.text.cmp(&b.text)));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hundred names at most")]
    let most = (room[0] * room[1] / PIXELS_A_NAME).ceil().clamp(1.0, 400.0) as usize;
    let mut taken: Vec<[f64; 4]> = Vec::new();
    let mut shown = Vec::new();
    for candidate in candidates {
        if shown.len() == most {
            break;
        }
        let [x, y] = candidate.at;
        let (half_width, half_height) = (candidate.width / 2.0 + MARGIN, size / 2.0 + MARGIN);
        let space = [x - half_width, y - half_height, x + half_width, y + half_height];
        let is_inside = space[0] >= 0.0 && space[1] >= 0.0 && space[2] <= room[0] && space[3] <= room[1];
        if is_inside && taken.iter().all(|other| !overlap(&space, other)) {
            taken.push(space);
            shown.push(candidate);
        }
    }
    shown
}

fn overlap(a: &[f64; 4], b: &[f64; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str, x: f64, y: f64, weight: u32) -> Candidate {
        Candidate { text: text.to_owned(), at: [x, y], weight, width: text.len() as f64 * 7.0 }
    }

    #[test]
    fn no_name_lies_over_another_or_outside_and_the_largest_come_first() {
        let candidates: Vec<_> = (0..400_u32)
            .map(|n| {
                let at = f64::from(n);
                name(&format!("Ort {n}"), at * 37.0 % 820.0 - 10.0, at * 91.0 % 620.0 - 10.0, n * 7919 % 1000)
            })
            .collect();
        let shown = placed(candidates, 12.0, [800.0, 600.0]);
        assert!((10..=37).contains(&shown.len()), "{}", shown.len());
        let space = |name: &Candidate| {
            let half = name.width / 2.0;
            [name.at[0] - half, name.at[1] - 6.0, name.at[0] + half, name.at[1] + 6.0]
        };
        for (position, one) in shown.iter().enumerate() {
            let [left, top, right, bottom] = space(one);
            assert!(left >= 0.0 && top >= 0.0 && right <= 800.0 && bottom <= 600.0);
            assert!(shown[..position].iter().all(|other| !overlap(&space(one), &space(other))));
            assert!(shown[..position].iter().all(|other| other.weight >= one.weight));
        }
    }

    #[test]
    fn of_two_in_one_place_the_larger_is_written() {
        let both = [name("Liten", 100.0, 100.0, 1), name("Stor", 104.0, 100.0, 9)];
        let larger = both[1].clone();
        assert_eq!(placed(both.to_vec(), 12.0, [400.0, 300.0]), [larger]);
    }
}
