//! The time of publication, RFC 3339.

use clap::Args;
use std::time::{SystemTime, UNIX_EPOCH};

/// When the edition is published.
#[derive(Debug, Args)]
pub(super) struct Published {
    /// The time that `current.json` carries, as 2025-01-31T08:00:00Z; now, when not given.
    #[arg(long, value_parser = checked)]
    published: Option<String>,
}

impl Published {
    /// The time given, or the current one.
    pub(super) fn time(&self) -> String {
        self.published.clone().unwrap_or_else(|| {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            in_utc(since.as_secs())
        })
    }
}

/// RFC 3339 in UTC of a number of seconds since 1970. Days become a date by counting in years that begin on 1 March,
/// so that the day that comes and goes is the last (Howard Hinnant, “chrono-compatible low-level date algorithms”).
fn in_utc(seconds: u64) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    let (hour, minute, second) = (rest / 3_600, rest % 3_600 / 60, rest % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The text when it has the form of RFC 3339.
fn checked(text: &str) -> Result<String, String> {
    let shape: String = text.chars().map(|sign| if sign.is_ascii_digit() { '0' } else { sign }).collect();
    let (clock, zone) = shape.split_at_checked(19).unwrap_or((&shape, ""));
    let zone =
        zone.trim_start_matches('.').trim_start_matches(if zone.starts_with('.') { '0' } else { '\0' });
    let number = |from: usize, to: usize| {
        text.get(from..to).and_then(|part| part.parse::<u8>().ok()).unwrap_or(u8::MAX)
    };
    let in_range = (1..=12).contains(&number(5, 7))
        && (1..=31).contains(&number(8, 10))
        && number(11, 13) < 24
        && number(14, 16) < 60
        && number(17, 19) <= 60;
    if clock == "0000-00-00T00:00:00" && matches!(zone, "Z" | "+00:00" | "-00:00") && in_range {
        Ok(text.to_owned())
    } else {
        Err("expected a time in the form of RFC 3339, as 2025-01-31T08:00:00Z or 2025-01-31T09:00:00+01:00"
            .into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_moments_have_their_dates() {
        for (seconds, time) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_000_000_000, "2001-09-09T01:46:40Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
        ] {
            assert_eq!(in_utc(seconds), time);
            assert_eq!(checked(time).as_deref(), Ok(time));
        }
    }

    #[test]
    fn other_forms_of_time_are_refused() {
        for text in [
            "",
            "2025-01-31",
            "2025-13-01T00:00:00Z",
            "2025-01-31T24:00:00Z",
            "2025-01-31T08:00:00",
            "yesterday",
        ] {
            assert!(checked(text).is_err(), "{text}");
        }
        for text in ["2025-01-31T09:00:00+01:00", "2025-01-31T09:00:00.250Z"] {
            assert!(checked(text).is_ok(), "{text}");
        }
    }
}
