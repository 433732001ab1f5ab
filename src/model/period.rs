//! The time a value refers to.

use super::Malformed;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A year, or a month of a year. Ordered in time; a year comes before its months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    year: u16,
    /// 1–12, or 0 for the whole year.
    month: u8,
}

impl Period {
    /// A whole year.
    pub const fn year(year: u16) -> Self {
        Self { year, month: 0 }
    }

    /// The calendar year that the period lies in.
    pub const fn calendar_year(self) -> u16 {
        self.year
    }

    /// The month, 1–12, when the period is one.
    pub const fn month(self) -> Option<u8> {
        if self.month == 0 { None } else { Some(self.month) }
    }

    /// Position on a time axis, in years: 2024 → 2024.0, 2024M07 → 2024.5.
    pub fn in_years(self) -> f64 {
        f64::from(self.year) + f64::from(self.month.saturating_sub(1)) / 12.0
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.month() {
            None => write!(f, "{}", self.year),
            Some(month) => write!(f, "{}M{month:02}", self.year),
        }
    }
}

impl FromStr for Period {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let malformed = || Malformed::new("period", text, "a year (2024) or a month (2024M01)");
        let (year, month) = text.split_once('M').map_or((text, None), |(year, month)| (year, Some(month)));
        let digits = |part: &str, len| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) {
            return Err(malformed());
        }
        let month = match month {
            None => 0,
            Some(month) if digits(month, 2) => match month.parse() {
                Ok(month @ 1..=12) => month,
                _ => return Err(malformed()),
            },
            Some(_) => return Err(malformed()),
        };
        Ok(Self { year: year.parse().map_err(|_| malformed())?, month })
    }
}

impl TryFrom<String> for Period {
    type Error = Malformed;

    fn try_from(text: String) -> Result<Self, Malformed> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_round_trip_and_sort_in_time() {
        let texts = ["1968", "2023M12", "2024", "2024M01", "2024M10"];
        let periods: Vec<Period> = texts.iter().map(|t| t.parse().unwrap()).collect();
        assert!(periods.is_sorted());
        assert_eq!(periods.iter().map(ToString::to_string).collect::<Vec<_>>(), texts);
    }

    #[test]
    fn what_is_not_a_period_is_refused() {
        for text in ["", "24", "20245", "2024M", "2024M13", "2024M00", "2024M1", "+024", "2024-01"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}
