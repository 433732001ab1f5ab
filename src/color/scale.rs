//! Color scales of classes, interpolated in OKLCH between a few fixed stops.

use super::{Ground, Oklch, Rgb};

/// The most classes a scale is made for; the floors of the tests hold up to 7.
pub const MAX_CLASSES: usize = 9;

/// A scale for ordered classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scale {
    /// Pale green-blue to deep petrol.
    #[default]
    Petrol,
    /// Pale amber over rust to plum.
    Plum,
    /// Blue below a neutral middle, ochre above it.
    Diverging,
}

impl Scale {
    /// All scales.
    pub const ALL: [Self; 3] = [Self::Petrol, Self::Plum, Self::Diverging];

    /// The id in addresses and `data-scale` attributes.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Petrol => "petrol",
            Self::Plum => "plum",
            Self::Diverging => "diverging",
        }
    }

    /// The scale with an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scale| scale.id() == id)
    }
}

/// Colors of `n` classes, lowest values first. More than [`MAX_CLASSES`] are still given, but closer to each other
/// than is promised. A diverging scale has its neutral middle class when `n` is odd.
pub fn class_colors(scale: Scale, n: usize, ground: Ground) -> Vec<Rgb> {
    let stops = match (scale, ground) {
        (Scale::Petrol, Ground::Light) => &PETROL_LIGHT,
        (Scale::Petrol, Ground::Dark) => &PETROL_DARK,
        (Scale::Plum, Ground::Light) => &PLUM_LIGHT,
        (Scale::Plum, Ground::Dark) => &PLUM_DARK,
        (Scale::Diverging, _) => return diverging_colors(n / 2, n % 2 == 1, n / 2, ground),
    };
    match n {
        // The ends of a scale with few classes are drawn in a little: two classes need not shout.
        0 => Vec::new(),
        1 => vec![at(stops, 0.5)],
        2 => vec![at(stops, 0.15), at(stops, 0.7)],
        3 => (0..3).map(|class| at(stops, 0.06 + 0.40 * f64::from(class))).collect(),
        _ => (0..n).map(|class| at(stops, class as f64 / (n - 1) as f64)).collect(),
    }
}

/// The color of an area type, 1–5: type 5 lies at the low end of the two-sided scale, type 1 at its high end.
pub fn area_type(number: u8, ground: Ground) -> Rgb {
    let colors = class_colors(Scale::Diverging, 5, ground);
    colors[5 - usize::from(number.clamp(1, 5))]
}

/// Colors of a scale with unequal arms: `below` classes under the centre, perhaps one neutral class around it, and
/// `above` classes over it, lowest values first. Equal distances from the centre have equally strong colors.
pub fn diverging_colors(below: usize, neutral: bool, above: usize, ground: Ground) -> Vec<Rgb> {
    let (blue, ochre) = match ground {
        Ground::Light => (&BLUE_LIGHT, &OCHRE_LIGHT),
        Ground::Dark => (&BLUE_DARK, &OCHRE_DARK),
    };
    let steps = below.max(above) as f64;
    let arm =
        |stops: &'static [Oklch; 4], n: usize| (1..=n).map(move |class| at(stops, class as f64 / steps));
    let mut colors: Vec<Rgb> = arm(blue, below).collect();
    colors.reverse();
    colors.extend(neutral.then(|| at(ochre, 0.0)));
    colors.extend(arm(ochre, above));
    colors
}

/// The color at `share` (0–1) of a way through evenly spaced stops.
fn at(stops: &[Oklch; 4], share: f64) -> Rgb {
    let last = stops.len() - 1;
    let position = share.clamp(0.0, 1.0) * last as f64;
    let before = (0..last).rev().find(|&stop| stop as f64 <= position).unwrap_or(0);
    stops[before].towards(stops[before + 1], position - before as f64).to_rgb()
}

const fn stop(l: f64, c: f64, h: f64) -> Oklch {
    Oklch::new(l, c, h)
}

const PETROL_LIGHT: [Oklch; 4] =
    [stop(0.945, 0.03, 190.0), stop(0.70, 0.085, 200.0), stop(0.50, 0.085, 212.0), stop(0.30, 0.06, 230.0)];
const PETROL_DARK: [Oklch; 4] =
    [stop(0.33, 0.045, 225.0), stop(0.52, 0.08, 210.0), stop(0.74, 0.095, 195.0), stop(0.95, 0.05, 180.0)];
const PLUM_LIGHT: [Oklch; 4] =
    [stop(0.945, 0.045, 85.0), stop(0.76, 0.115, 55.0), stop(0.53, 0.14, 10.0), stop(0.30, 0.10, 335.0)];
const PLUM_DARK: [Oklch; 4] =
    [stop(0.33, 0.08, 335.0), stop(0.53, 0.13, 5.0), stop(0.74, 0.125, 45.0), stop(0.95, 0.06, 88.0)];
const BLUE_LIGHT: [Oklch; 4] =
    [stop(0.955, 0.012, 220.0), stop(0.79, 0.075, 225.0), stop(0.57, 0.105, 238.0), stop(0.36, 0.10, 255.0)];
const OCHRE_LIGHT: [Oklch; 4] =
    [stop(0.955, 0.012, 80.0), stop(0.80, 0.09, 75.0), stop(0.60, 0.12, 62.0), stop(0.39, 0.085, 50.0)];
const BLUE_DARK: [Oklch; 4] =
    [stop(0.33, 0.008, 240.0), stop(0.50, 0.09, 245.0), stop(0.70, 0.11, 232.0), stop(0.92, 0.06, 215.0)];
const OCHRE_DARK: [Oklch; 4] =
    [stop(0.33, 0.008, 70.0), stop(0.52, 0.085, 62.0), stop(0.72, 0.12, 70.0), stop(0.92, 0.08, 88.0)];
