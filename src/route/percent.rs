//! Percent-encoding (RFC 3986), for the segments of a path and the values of a query.

/// Text as it stands after the server's or the browser's encoding: `%C3%A5` → `å`. A `%` that starts no pair of
/// hexadecimal digits stands for itself; bytes that are not UTF-8 become U+FFFD.
pub(super) fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        let pair = match tail {
            [high, low, after @ ..] if *first == b'%' => {
                digit(*high).zip(digit(*low)).map(|(high, low)| (high << 4 | low, after))
            }
            _ => None,
        };
        match pair {
            Some((byte, after)) => {
                bytes.push(byte);
                rest = after;
            }
            None => bytes.push(*first),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// Appends a text, encoding all but the unreserved characters and those of `kept`.
pub(super) fn push_encoded(to: &mut String, text: &str, kept: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        let character = char::from(byte);
        let unreserved = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
        if unreserved || (byte.is_ascii() && kept.contains(character)) {
            to.push(character);
        } else {
            to.push('%');
            to.push(char::from(DIGITS[usize::from(byte >> 4)]));
            to.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    #[test]
    fn reads_what_browsers_write_and_what_people_type() {
        for (encoded, text) in [
            ("Malm%C3%B6", "Malmö"),
            ("malm%c3%b6", "malmö"),
            ("Malmö", "Malmö"),
            ("100%", "100%"),
            ("%zz%2", "%zz%2"),
            ("%FF", "\u{FFFD}"),
            ("%2E%2e", ".."),
        ] {
            assert_eq!(decoded(encoded), text, "{encoded}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn decoding_undoes_encoding(text in any::<String>()) {
            let mut encoded = String::new();
            push_encoded(&mut encoded, &text, ",");
            prop_assert!(encoded.is_ascii());
            prop_assert_eq!(decoded(&encoded), text);
        }
    }
}
