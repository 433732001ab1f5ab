//! How colors look to people with color-vision deficiency.

use super::Rgb;

/// A kind of color vision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Vision {
    /// Three kinds of cones.
    Normal,
    /// Without long-wave cones (about 1 % of men).
    Protan,
    /// Without medium-wave cones (about 1 % of men; weaker forms 5 %).
    Deutan,
    /// Without short-wave cones (rare).
    Tritan,
}

impl Vision {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Normal, Self::Protan, Self::Deutan, Self::Tritan];

    /// Rows of the matrix on linear light at full severity: Machado, Oliveira & Fernandes (2009), table 1.
    const fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Self::Normal => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Protan => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deutan => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritan => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        }
    }
}

/// The color that someone with this vision confuses with `color`.
pub fn simulated(color: Rgb, vision: Vision) -> Rgb {
    let light = color.linear();
    Rgb::from_linear(
        vision.matrix().map(|row| row.iter().zip(light).map(|(weight, part)| weight * part).sum()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::difference;

    #[test]
    fn greys_stay_grey_for_everyone() {
        for vision in Vision::ALL {
            for level in [0_u8, 64, 128, 255] {
                let grey = Rgb { r: level, g: level, b: level };
                assert!(difference(simulated(grey, vision), grey) < 0.005, "{vision:?} {grey}");
            }
        }
    }

    #[test]
    fn red_and_green_come_together_for_deutan_vision_only() {
        let (red, green) = (Rgb::hex(0xB0_50_30), Rgb::hex(0x5F_7A_20));
        let seen = |vision| difference(simulated(red, vision), simulated(green, vision));
        assert!(seen(Vision::Deutan) < 0.4 * seen(Vision::Normal));
        assert!(seen(Vision::Tritan) > 0.8 * seen(Vision::Normal));
    }
}
