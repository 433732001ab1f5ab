//! Contrast as WCAG 2.2 defines it.

use super::Rgb;

/// The contrast ratio of two colors, 1–21. Text needs 4.5 (3 when large), graphics 3.
pub fn contrast(first: Rgb, second: Rgb) -> f64 {
    let (first, second) = (luminance(first), luminance(second));
    (first.max(second) + 0.05) / (first.min(second) + 0.05)
}

/// Relative luminance, 0–1.
fn luminance(color: Rgb) -> f64 {
    let [r, g, b] = color.linear();
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_ratios() {
        let (black, white) = (Rgb::hex(0), Rgb::hex(0xFF_FF_FF));
        assert!((contrast(black, white) - 21.0).abs() < 1e-9);
        assert!((contrast(white, white) - 1.0).abs() < 1e-12);
        // The lightest grey that passes 4.5 on white is #767676.
        assert!(contrast(Rgb::hex(0x76_76_76), white) >= 4.5 && contrast(Rgb::hex(0x77_77_77), white) < 4.5);
    }
}
