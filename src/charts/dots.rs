//! Very many dots of one look as pixels. Pure arithmetic.

/// The pixels that dots cover, and how much of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mask {
    /// Leftmost column of the picture that it holds.
    pub(super) left: u32,
    /// Uppermost row.
    pub(super) top: u32,
    /// Columns.
    pub(super) width: u32,
    /// Rows.
    pub(super) height: u32,
    /// Four bytes a pixel, rows from the top: red, green and blue of the dots everywhere, and the opacity.
    pub(super) pixels: Vec<u8>,
}

/// The mask of dots of a color in a picture of so many columns and rows; `scale` and `radius` are in its pixels. None when
/// all of them lie outside.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "all is within the picture, some thousands of pixels wide"
)]
pub(super) fn mask(
    dots: &[(f64, f64)],
    scale: f64,
    radius: f64,
    (columns, rows): (u32, u32),
    [red, green, blue]: [u8; 3],
) -> Option<Mask> {
    let reach = radius + 0.5;
    let within = |ends: (f64, f64), most: u32| {
        let most = f64::from(most);
        ((ends.0 * scale - reach).floor().clamp(0.0, most), (ends.1 * scale + reach).ceil().clamp(0.0, most))
    };
    let least_and_greatest = |of: fn(&(f64, f64)) -> f64| {
        dots.iter()
            .map(of)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)))
    };
    let (left, right) = within(least_and_greatest(|dot| dot.0), columns);
    let (top, bottom) = within(least_and_greatest(|dot| dot.1), rows);
    if left >= right || top >= bottom {
        return None;
    }
    let (width, height) = ((right - left) as usize, (bottom - top) as usize);
    let mut pixels = [red, green, blue, 0].repeat(width * height);
    for &(x, y) in dots {
        let (x, y) = (x * scale - left, y * scale - top);
        let span = |at: f64, most: usize| {
            ((at - reach).floor().max(0.0) as usize)..(((at + reach).ceil().max(0.0) as usize).min(most))
        };
        for row in span(y, height) {
            let dy = row as f64 + 0.5 - y;
            for column in span(x, width) {
                let dx = column as f64 + 0.5 - x;
                // How much of a pixel lies inside, from how far its middle is from the edge.
                let cover = (reach - (dx * dx + dy * dy).sqrt()).clamp(0.0, 1.0);
                let pixel = &mut pixels[4 * (row * width + column) + 3];
                *pixel = (255.0 - (255.0 - f64::from(*pixel)) * (1.0 - cover)).round() as u8;
            }
        }
    }
    Some(Mask { left: left as u32, top: top as u32, width: width as u32, height: height as u32, pixels })
}

#[cfg(test)]
mod tests {
    use super::*;

    const RED: [u8; 3] = [200, 10, 20];

    fn area(mask: &Mask) -> f64 {
        mask.pixels.chunks(4).map(|pixel| f64::from(pixel[3])).sum::<f64>() / 255.0
    }

    #[test]
    fn a_dot_covers_its_area_wherever_it_lies() {
        for radius in [1.4, 2.8, 6.0] {
            for (x, y) in [(20.0, 20.0), (20.5, 20.25), (19.7, 21.1)] {
                let one = mask(&[(x, y)], 1.0, radius, (40, 40), RED).unwrap();
                // All along its edge it is less than a twentieth of a pixel too large or too small.
                let (whole, edge) = (std::f64::consts::PI * radius * radius, std::f64::consts::TAU * radius);
                assert!((area(&one) - whole).abs() < 0.05 * edge, "{radius} {x} {y}: {}", area(&one));
                // The same in tenths of a pixel.
                let scaled = mask(&[(10.0 * x, 10.0 * y)], 0.1, radius, (40, 40), RED).unwrap();
                assert!((area(&scaled) - area(&one)).abs() < 0.01, "{radius} {x} {y}: {}", area(&scaled));
            }
        }
    }

    #[test]
    fn dots_upon_each_other_cover_once_and_those_outside_not_at_all() {
        let at = [(10.0, 10.0), (30.0, 12.0)];
        let two = mask(&at, 1.0, 3.0, (60, 40), RED).unwrap();
        let many = mask(&[at[0], at[1], at[0], at[1], at[0]], 1.0, 3.0, (60, 40), RED).unwrap();
        assert_eq!((many.width, many.height), (two.width, two.height));
        // Full pixels stay full, and only edges grow.
        let full = |mask: &Mask| mask.pixels.chunks(4).filter(|pixel| pixel[3] == 255).count();
        assert!(full(&many) >= full(&two) && area(&many) < 1.3 * area(&two));
        assert_eq!(area(&two), area(&mask(&[at[1], at[0]], 1.0, 3.0, (60, 40), RED).unwrap()));
        assert_eq!(
            mask(&[(-20.0, 10.0), (90.0, 10.0)], 1.0, 3.0, (60, 40), RED).map(|own| area(&own)),
            Some(0.0)
        );
        assert_eq!(mask(&[(-20.0, 10.0)], 1.0, 3.0, (60, 40), RED), None);
        assert_eq!(mask(&[], 1.0, 3.0, (60, 40), RED), None);
        // One at the edge is cut there.
        let half = mask(&[(0.0, 20.0)], 1.0, 3.0, (60, 40), RED).unwrap();
        assert!((2.0 * area(&half) / (std::f64::consts::PI * 9.0) - 1.0).abs() < 0.06);
    }

    #[test]
    fn every_pixel_has_the_color_of_the_dots() {
        let one = mask(&[(10.0, 10.0)], 1.0, 3.0, (60, 40), RED).unwrap();
        assert!(one.pixels.chunks(4).all(|pixel| pixel[..3] == RED));
    }
}
