//! How wide text is in the site's face, Source Sans 3, so that labels can be placed without a browser.

/// A weight of the face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    Semibold,
}

/// The width of a line of text in pixels at a font size in pixels, without kerning (which narrows it by less than 2 %).
/// Characters that the face lacks count as wide as its `m`, so that the estimate errs towards room.
pub fn text_width(text: &str, size: f64, weight: Weight) -> f64 {
    let units: u32 = text.chars().map(|letter| u32::from(advance(letter, weight))).sum();
    f64::from(units) * size / 1000.0
}

/// Advance width in thousandths of the font size.
fn advance(letter: char, weight: Weight) -> u16 {
    let (ascii, latin) = match weight {
        Weight::Regular => (&ASCII_REGULAR, &LATIN_REGULAR),
        Weight::Semibold => (&ASCII_SEMIBOLD, &LATIN_SEMIBOLD),
    };
    let code = letter as usize;
    let listed = ascii.get(code.wrapping_sub(0x20)).or_else(|| latin.get(code.wrapping_sub(0xA0)));
    listed.copied().unwrap_or_else(|| {
        let (_, regular, semibold) =
            BEYOND_LATIN_1.into_iter().find(|(known, ..)| *known == letter).unwrap_or(WIDE);
        match weight {
            Weight::Regular => regular,
            Weight::Semibold => semibold,
        }
    })
}

const WIDE: (char, u16, u16) = ('m', 829, 843);

/// Characters beyond Latin-1 that texts use: dashes, quotation marks, bullet, ellipsis, arrows, minus, fraction slash.
const BEYOND_LATIN_1: [(char, u16, u16); 13] = [
    ('\u{2013}', 480, 480),
    ('\u{2014}', 800, 800),
    ('\u{2018}', 249, 275),
    ('\u{2019}', 249, 275),
    ('\u{201C}', 426, 482),
    ('\u{201D}', 426, 482),
    ('\u{2022}', 304, 325),
    ('\u{2026}', 948, 964),
    ('\u{2044}', 86, 91),
    ('\u{2191}', 619, 618),
    ('\u{2193}', 619, 618),
    ('\u{2212}', 497, 513),
    ('\u{2215}', 86, 91),
];

// Read from the Latin subset of `@fontsource-variable/source-sans-3` 5.3.0 at the two weights: U+0020–007E and
// U+00A0–00FF, 1,000 units to the em.

#[rustfmt::skip]
const ASCII_REGULAR: [u16; 95] = [
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497,
    497, 497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617,
    652, 263, 479, 579, 486, 727, 647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303,
    350, 303, 497, 500, 542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542,
    555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497,
];

#[rustfmt::skip]
const LATIN_REGULAR: [u16; 96] = [
    200, 289, 497, 497, 497, 497, 241, 497, 542, 744, 345, 429, 497, 311, 423, 542, 331, 497, 367, 367,
    542, 562, 560, 249, 542, 367, 365, 429, 781, 808, 796, 425, 544, 544, 544, 544, 544, 544, 822, 571,
    527, 527, 527, 527, 263, 263, 263, 263, 639, 647, 664, 664, 664, 664, 664, 497, 664, 645, 645, 645,
    645, 476, 583, 576, 504, 504, 504, 504, 504, 504, 778, 456, 496, 496, 496, 496, 246, 246, 246, 246,
    544, 547, 542, 542, 542, 542, 542, 497, 542, 544, 544, 544, 544, 467, 555, 467,
];

#[rustfmt::skip]
const ASCII_SEMIBOLD: [u16; 95] = [
    200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513, 513,
    513, 513, 513, 513, 513, 513, 275, 275, 513, 513, 513, 444, 875, 558, 597, 576, 625, 538, 510, 628,
    663, 282, 494, 597, 502, 745, 657, 674, 582, 674, 592, 545, 546, 655, 536, 800, 541, 501, 540, 324,
    344, 324, 513, 500, 549, 516, 563, 462, 564, 507, 317, 520, 558, 262, 263, 522, 271, 843, 560, 549,
    564, 564, 373, 431, 361, 556, 495, 748, 481, 495, 443, 324, 255, 324, 513,
];

#[rustfmt::skip]
const LATIN_SEMIBOLD: [u16; 96] = [
    200, 315, 513, 513, 513, 513, 255, 513, 549, 747, 352, 455, 513, 322, 443, 549, 348, 513, 372, 372,
    549, 578, 599, 275, 549, 372, 369, 455, 795, 827, 807, 444, 558, 558, 558, 558, 558, 558, 834, 576,
    538, 538, 538, 538, 282, 282, 282, 282, 651, 656, 674, 674, 674, 674, 674, 513, 674, 655, 655, 655,
    655, 501, 600, 604, 516, 516, 516, 516, 516, 516, 780, 462, 507, 507, 507, 507, 262, 262, 262, 262,
    552, 560, 549, 549, 549, 549, 549, 513, 549, 556, 556, 556, 556, 495, 564, 495,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_equally_wide_and_known_letters_have_their_width() {
        for weight in [Weight::Regular, Weight::Semibold] {
            let widths: Vec<u16> = ('0'..='9').map(|digit| advance(digit, weight)).collect();
            assert!(widths.windows(2).all(|pair| pair[0] == pair[1]), "{widths:?}");
        }
        assert_eq!(advance('A', Weight::Regular), 543);
        assert_eq!(advance('ö', Weight::Semibold), 549);
        assert_eq!(advance('~', Weight::Regular), 497);
        assert_eq!(advance('\u{A0}', Weight::Regular), 200);
        assert!((text_width("Åre", 10.0, Weight::Regular) - (544.0 + 347.0 + 496.0) / 100.0).abs() < 1e-9);
    }

    #[test]
    fn what_the_face_lacks_counts_as_wide() {
        assert_eq!(advance('漢', Weight::Regular), advance('m', Weight::Regular));
    }
}
