//! Numbers as decimal digits, both ways, exact where it matters and small.
//!
//! The library's own writing and reading of `f64` is right for every number there is; the tables and the long
//! arithmetic that this takes would be a twentieth of the application.

use std::fmt::Write;

/// A finite number with so many decimals, as the library's `{:.2}` writes it; what rounds to zero has no sign.
pub fn decimal(number: f64, decimals: u8) -> String {
    let mut text = String::new();
    push_decimal(&mut text, number, decimals);
    text
}

/// The same, behind a text that there is.
pub fn push_decimal(text: &mut String, number: f64, decimals: u8) {
    let (whole, mut fraction) = decimal_parts(number, decimals);
    if number < 0.0 && (whole, fraction) != (0, 0) {
        text.push('-');
    }
    // Writing to a string cannot fail.
    let _ = write!(text, "{whole}");
    if decimals > 0 {
        text.push('.');
        let mut place = 10_u64.pow(decimals.min(MOST_DECIMALS).into());
        while place > 1 {
            place /= 10;
            let digit = u32::try_from(fraction / place).ok().and_then(|digit| char::from_digit(digit, 10));
            text.push(digit.unwrap_or('9'));
            fraction %= place;
        }
    }
}

/// A number with the decimals that it has, nine at most: for messages.
pub fn plain(number: f64) -> String {
    if !number.is_finite() {
        return if number.is_nan() { "NaN" } else { "infinity" }.to_owned();
    }
    let text = decimal(number, 9);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The number that is read where `number` is shown with so many decimals.
pub fn rounded(number: f64, decimals: u8) -> f64 {
    let (whole, fraction) = decimal_parts(number, decimals);
    // Both are whole numbers below 2⁵³ in all statistics, so the division is the only rounding.
    let scale = 10_u64.pow(decimals.min(MOST_DECIMALS).into());
    #[expect(clippy::cast_precision_loss, reason = "said above")]
    let shown = whole.saturating_mul(scale).saturating_add(fraction) as f64 / scale as f64;
    if number < 0.0 { 0.0 - shown } else { shown }
}

/// More are never shown, and fit whole numbers of 64 bits.
const MOST_DECIMALS: u8 = 15;

/// The digits before and after the point of a finite number without its sign, rounded to so many decimals; of two as
/// near, to the even one. Exact, as the library's `{:.1}` is, without the tables that write any number in full: a
/// fortieth of the application. Beyond 1.8 · 10¹⁹ the number stays there.
pub fn decimal_parts(number: f64, decimals: u8) -> (u64, u64) {
    let number = number.abs();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative; said above")]
    let whole = number.trunc() as u64;
    // A part below 1 is `mantissa` / 2^`places`, and exact.
    let bits = number.fract().to_bits();
    let (mantissa, places) = match bits >> 52 {
        0 => (bits, 1074),
        exponent => (bits & ((1 << 52) - 1) | 1 << 52, 1075 - exponent),
    };
    let scale = 10_u64.pow(decimals.min(MOST_DECIMALS).into());
    let scaled = u128::from(mantissa) * u128::from(scale);
    // Below 2¹⁰³, so that nothing is left of it beyond.
    let (digits, rest, half) = match places {
        0..=103 => (scaled >> places, scaled & ((1 << places) - 1), (1_u128 << places) / 2),
        _ => (0, 0, 1),
    };
    #[expect(clippy::cast_possible_truncation, reason = "less than `scale`")]
    let digits = digits as u64;
    let is_odd = if decimals == 0 { whole } else { digits } % 2 == 1;
    let digits = digits + u64::from(rest > half || rest == half && is_odd);
    (whole.saturating_add(digits / scale), digits % scale)
}

/// The number that a text means, which has the form that JSON gives numbers (`-12.5e-3`).
///
/// Up to 15 digits, which is what statistics have, it is the nearest `f64` (Clinger 1990: the digits and a power of ten
/// up to 22 are exact, and one division of exact numbers is rounded rightly). With more digits the last bit may differ,
/// as with most readers of JSON: to be exact there too takes tables that are a twentieth of the application.
pub fn number(text: &str) -> f64 {
    let (mut digits, mut exponent, mut is_fraction) = (0_u64, 0_i32, false);
    let (mantissa, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    for byte in mantissa.bytes() {
        match byte {
            b'0'..=b'9' if digits < MOST_DIGITS => {
                digits = digits * 10 + u64::from(byte - b'0');
                exponent -= i32::from(is_fraction);
            }
            // Digits beyond the nineteenth only say how large the number is.
            b'0'..=b'9' => exponent += i32::from(!is_fraction),
            b'.' => is_fraction = true,
            _ => {}
        }
    }
    // A power that is no `i32` is beyond all numbers, in one direction or the other.
    let beyond = if power.starts_with('-') { -MOST_POWER } else { MOST_POWER };
    exponent += power.parse().map_or(beyond, |power: i32| power.clamp(-MOST_POWER, MOST_POWER));
    #[expect(clippy::cast_precision_loss, reason = "said above")]
    let mut number = digits as f64;
    while exponent != 0 && number != 0.0 && number.is_finite() {
        let step = exponent.clamp(-22, 22);
        let power = POWERS.get(step.unsigned_abs() as usize).copied().unwrap_or(1.0);
        number = if step < 0 { number / power } else { number * power };
        exponent -= step;
    }
    if mantissa.starts_with('-') { -number } else { number }
}

/// One more digit still fits a `u64`.
const MOST_DIGITS: u64 = (u64::MAX - 9) / 10;

/// No `f64` has so many digits before or after its point, those of the mantissa counted.
const MOST_POWER: i32 = 1_000_000;

/// The powers of ten that are exact.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    /// As the library writes it, but for the sign of zero.
    fn library(number: f64, decimals: u8) -> String {
        let text = format!("{number:.*}", usize::from(decimals));
        let is_zero = text.bytes().all(|byte| b"-0.".contains(&byte));
        if is_zero { text.trim_start_matches('-').to_owned() } else { text }
    }

    #[test]
    fn what_lies_in_the_middle_is_rounded_as_the_library_rounds() {
        let halves = [0.5, 1.5, 2.5, 0.25, 0.75, 0.125, 999.5, -0.5, -1.5, 4_503_599_627_370_495.5];
        for number in halves.into_iter().chain([0.0, -0.0, 0.05, 9.995, 1e-300, 5e-324, 1e15, 1.8e19]) {
            for decimals in 0..5 {
                assert_eq!(decimal(number, decimals), library(number, decimals));
            }
        }
    }

    #[test]
    fn messages_have_the_decimals_that_there_are() {
        for (number, text) in
            [(4.1, "4.1"), (-120.0, "-120"), (0.0, "0"), (1e9, "1000000000"), (f64::NAN, "NaN")]
        {
            assert_eq!(plain(number), text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn numbers_are_written_as_the_library_writes_them(
            number in prop_oneof![-1e9..1e9_f64, -1.0..1.0_f64, -1e18..1e18_f64],
            decimals in 0_u8..10,
        ) {
            prop_assert_eq!(decimal(number, decimals), library(number, decimals));
        }

        #[test]
        fn fifteen_digits_are_read_as_the_library_reads_them(
            digits in -999_999_999_999_999_i64..=999_999_999_999_999,
            power in -22_i32..=22,
            point in 0_usize..16,
        ) {
            let mut text = digits.to_string();
            prop_assert_eq!(number(&text), text.parse::<f64>().unwrap());
            let text_with_power = format!("{text}e{power}");
            prop_assert_eq!(number(&text_with_power), text_with_power.parse::<f64>().unwrap());
            let first = text.find(|sign: char| sign.is_ascii_digit()).unwrap_or_default();
            text.insert((first + 1 + point).min(text.len()), '.');
            text.push('0');
            prop_assert_eq!(number(&text), text.parse::<f64>().unwrap());
        }

        #[test]
        fn any_number_is_read_to_its_last_bits(bits in any::<u64>()) {
            let expected = f64::from_bits(bits);
            prop_assume!(expected.is_normal());
            let read = number(&format!("{expected:e}"));
            prop_assert!((read / expected - 1.0).abs() < 1e-14 || expected.abs() < 1e-290, "{expected:e}: {read:e}");
        }
    }
}
