//! OKLab and OKLCH (Björn Ottosson, 2020): a color space in which equal steps look about equally large.

use super::Rgb;

/// A color in OKLab.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Oklab {
    /// Lightness, 0 (black) – 1 (white).
    pub l: f64,
    /// Green (−) to red (+).
    pub a: f64,
    /// Blue (−) to yellow (+).
    pub b: f64,
}

/// The same space in polar form.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Oklch {
    /// Lightness, 0–1.
    pub l: f64,
    /// Chroma: 0 is grey.
    pub c: f64,
    /// Hue in degrees: 29 red, 110 yellow, 142 green, 264 blue.
    pub h: f64,
}

/// How different two colors look: the Euclidean distance in OKLab. About 0.02 is the least that is seen side by side.
pub fn difference(first: Rgb, second: Rgb) -> f64 {
    let (first, second) = (Oklab::from(first), Oklab::from(second));
    ((first.l - second.l).powi(2) + (first.a - second.a).powi(2) + (first.b - second.b).powi(2)).sqrt()
}

impl From<Rgb> for Oklab {
    fn from(color: Rgb) -> Self {
        let [r, g, b] = color.linear();
        let long = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let medium = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let short = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        Self {
            l: 0.210_454_255_3 * long + 0.793_617_785_0 * medium - 0.004_072_046_8 * short,
            a: 1.977_998_495_1 * long - 2.428_592_205_0 * medium + 0.450_593_709_9 * short,
            b: 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766_0 * short,
        }
    }
}

impl Oklch {
    /// A color by lightness, chroma and hue in degrees.
    pub const fn new(l: f64, c: f64, h: f64) -> Self {
        Self { l, c, h }
    }

    /// The point at `share` (0–1) of the way to another color, along the shorter arc of hue.
    #[must_use]
    pub fn towards(self, other: Self, share: f64) -> Self {
        let turn = (other.h - self.h + 180.0).rem_euclid(360.0) - 180.0;
        Self {
            l: self.l + (other.l - self.l) * share,
            c: self.c + (other.c - self.c) * share,
            h: (self.h + turn * share).rem_euclid(360.0),
        }
    }

    /// The color on a screen. Where the screen cannot show it, chroma gives way; lightness and hue stay.
    pub fn to_rgb(self) -> Rgb {
        const SLACK: f64 = 1e-4;
        let mut chroma = self.c;
        loop {
            let linear = Self { c: chroma, ..self }.linear();
            let shown = linear.iter().all(|light| (-SLACK..=1.0 + SLACK).contains(light));
            if shown || chroma <= 0.0 {
                return Rgb::from_linear(linear);
            }
            chroma = (chroma - 0.002).max(0.0);
        }
    }

    fn linear(self) -> [f64; 3] {
        let (sin, cos) = self.h.to_radians().sin_cos();
        let (a, b) = (self.c * cos, self.c * sin);
        let long = (self.l + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let medium = (self.l - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let short = (self.l - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        [
            4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short,
            -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short,
            -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short,
        ]
    }
}

impl From<Rgb> for Oklch {
    fn from(color: Rgb) -> Self {
        let Oklab { l, a, b } = color.into();
        Self { l, c: a.hypot(b), h: b.atan2(a).to_degrees().rem_euclid(360.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_is_neutral_and_pure_red_is_where_css_color_4_puts_it() {
        let white = Oklab::from(Rgb::hex(0xFF_FF_FF));
        assert!((white.l - 1.0).abs() < 1e-6 && white.a.abs() < 1e-6 && white.b.abs() < 1e-6);
        // CSS Color 4: red is oklch(0.62796 0.25768 29.234).
        let red = Oklch::from(Rgb::hex(0xFF_00_00));
        assert!(
            (red.l - 0.62796).abs() < 1e-4 && (red.c - 0.25768).abs() < 1e-4 && (red.h - 29.234).abs() < 1e-2
        );
    }

    #[test]
    fn screen_colors_round_trip() {
        for digits in [0x00_64_71, 0xBB_53_13, 0xF4_EF_E7, 0x29_36_61, 0x7F_7F_7F] {
            let color = Rgb::hex(digits);
            assert_eq!(Oklch::from(color).to_rgb(), color);
        }
    }

    #[test]
    fn hue_takes_the_shorter_arc() {
        let halfway = Oklch::new(0.5, 0.1, 350.0).towards(Oklch::new(0.7, 0.1, 30.0), 0.5);
        assert!((halfway.h - 10.0).abs() < 1e-9 && (halfway.l - 0.6).abs() < 1e-12);
    }
}
