//! A color as screens and files hold it.

use std::fmt;
use std::str::FromStr;

/// An opaque sRGB color, eight bits a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}

impl Rgb {
    /// A color from its hexadecimal digits: `Rgb::hex(0xFB_F8_F3)`.
    pub const fn hex(digits: u32) -> Self {
        let [_, r, g, b] = digits.to_be_bytes();
        Self { r, g, b }
    }

    /// Linear light, 0–1 (IEC 61966-2-1).
    pub fn linear(self) -> [f64; 3] {
        [self.r, self.g, self.b].map(|channel| {
            let encoded = f64::from(channel) / 255.0;
            if encoded <= 0.04045 { encoded / 12.92 } else { ((encoded + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// The nearest color to linear light; channels outside 0–1 are clipped.
    pub fn from_linear(linear: [f64; 3]) -> Self {
        let [r, g, b] = linear.map(|light| {
            let light = light.clamp(0.0, 1.0);
            let encoded =
                if light <= 0.003_130_8 { 12.92 * light } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
            eight_bits(encoded)
        });
        Self { r, g, b }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 ≤ encoded ≤ 1")]
fn eight_bits(encoded: f64) -> u8 {
    (encoded * 255.0).round() as u8
}

impl fmt::Display for Rgb {
    /// `#RRGGBB`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02X}{:02X}{:02X}", self.r, self.g, self.b)
    }
}

/// What a text was instead of a color.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAColor(pub String);

impl fmt::Display for NotAColor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is not a color: expected # and six hexadecimal digits", self.0)
    }
}

impl std::error::Error for NotAColor {}

impl FromStr for Rgb {
    type Err = NotAColor;

    fn from_str(text: &str) -> Result<Self, NotAColor> {
        text.strip_prefix('#')
            .filter(|digits| digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .map(Self::hex)
            .ok_or_else(|| NotAColor(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_linear_light_round_trip() {
        for digits in [0x00_00_00, 0xFF_FF_FF, 0x01_02_03, 0xFB_F8_F3, 0x00_64_71, 0x80_7F_81] {
            let color = Rgb::hex(digits);
            assert_eq!(color.to_string().parse(), Ok(color));
            assert_eq!(Rgb::from_linear(color.linear()), color);
        }
        assert!("#12345".parse::<Rgb>().is_err() && "#+12345".parse::<Rgb>().is_err());
    }
}
