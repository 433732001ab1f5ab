//! Colors of chosen series: up to eight, told apart by hue and lightness together.

use super::{Ground, Rgb};

/// How many series can be told apart.
pub const CATEGORICAL_COUNT: usize = 8;

/// Found by a seeded search for the greatest least difference between any two under four kinds of vision, with
/// contrast ≥ 4.5 (their labels are text) and the site's petrol fixed as the first; ordered so that any first few
/// are far apart.
const LIGHT: [Rgb; CATEGORICAL_COUNT] = [
    Rgb::hex(0x00_64_71), // petrol
    Rgb::hex(0xBB_53_13), // rust
    Rgb::hex(0x59_31_A7), // violet
    Rgb::hex(0x72_0B_30), // wine
    Rgb::hex(0x3F_6B_D9), // blue
    Rgb::hex(0x7E_48_35), // brown
    Rgb::hex(0x9A_5A_A8), // mauve
    Rgb::hex(0x29_36_61), // navy
];

const DARK: [Rgb; CATEGORICAL_COUNT] = [
    Rgb::hex(0x5D_D2_D8), // petrol, lit
    Rgb::hex(0xF9_A9_8F), // apricot
    Rgb::hex(0xBF_95_F9), // violet
    Rgb::hex(0xDB_67_94), // rose
    Rgb::hex(0x55_81_F5), // blue
    Rgb::hex(0xA2_85_45), // bronze
    Rgb::hex(0x7E_B8_2A), // leaf
    Rgb::hex(0xDF_D9_43), // straw
];

/// The color of the series in a slot, 0–7. Slots beyond start again: no chart shows more than eight.
pub fn categorical(slot: usize, ground: Ground) -> Rgb {
    let colors = match ground {
        Ground::Light => &LIGHT,
        Ground::Dark => &DARK,
    };
    colors[slot % CATEGORICAL_COUNT]
}
