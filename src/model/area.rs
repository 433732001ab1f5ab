//! Areas: codes, levels and the vintage of their boundaries.

use super::Malformed;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// A kind of area, from the whole country down to small statistical areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The country, code `00`.
    Nation,
    /// One of 21 counties (län), two digits.
    County,
    /// One of 290 municipalities (kommuner), four digits of which the first two are the county's.
    Municipality,
    /// A regional statistical area (RegSO): municipality + `R` + three digits.
    Regso,
    /// A demographic statistical area (DeSO): municipality + `A`, `B` or `C` + four digits.
    Deso,
}

impl Level {
    /// All levels, largest areas first.
    pub const ALL: [Self; 5] = [Self::Nation, Self::County, Self::Municipality, Self::Regso, Self::Deso];

    /// The level's id in files and addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nation => "nation",
            Self::County => "county",
            Self::Municipality => "municipality",
            Self::Regso => "regso",
            Self::Deso => "deso",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl FromStr for Level {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        Self::ALL
            .into_iter()
            .find(|level| level.id() == text)
            .ok_or_else(|| Malformed::new("level", text, "nation, county, municipality, regso or deso"))
    }
}

/// The year whose boundaries and codes apply. Part of every path, never guessed from a code: the RegSO codes of 2020
/// and 2025 are the same strings for different areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Vintage(pub u16);

impl fmt::Display for Vintage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// The code of an area, in the form of one of the five levels. Codes are text: leading zeros matter. Shared, because
/// thousands of them go from figure to figure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AreaCode(Arc<str>);

impl AreaCode {
    /// The whole country.
    pub fn nation() -> Self {
        Self("00".into())
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The level that the code's form tells.
    pub fn level(&self) -> Level {
        // The constructor admits these forms only.
        match self.0.len() {
            2 if &*self.0 == "00" => Level::Nation,
            2 => Level::County,
            4 => Level::Municipality,
            8 => Level::Regso,
            _ => Level::Deso,
        }
    }

    /// The next larger area that the code itself names: the county of a municipality, the municipality of a RegSO or
    /// DeSO (whose RegSO is an attribute, not part of the code), the nation of a county.
    pub fn parent(&self) -> Option<Self> {
        match self.level() {
            Level::Nation => None,
            Level::County => Some(Self::nation()),
            Level::Municipality => Some(Self(self.0[..2].into())),
            Level::Regso | Level::Deso => Some(Self(self.0[..4].into())),
        }
    }
}

impl fmt::Display for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for AreaCode {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
        let valid = match text.as_bytes() {
            code @ [_, _] | code @ [_, _, _, _] => digits(code),
            [municipality @ .., b'R', a, b, c] if municipality.len() == 4 => {
                digits(municipality) && digits(&[*a, *b, *c])
            }
            [municipality @ .., b'A'..=b'C', a, b, c, d] if municipality.len() == 4 => {
                digits(municipality) && digits(&[*a, *b, *c, *d])
            }
            _ => false,
        };
        if valid {
            Ok(Self(text.into()))
        } else {
            let allowed = "00, two digits (county), four digits (municipality, with its leading zero), or such a \
                           code followed by R and three digits (RegSO) or A, B or C and four digits (DeSO)";
            Err(Malformed::new("area code", text, allowed))
        }
    }
}

impl TryFrom<String> for AreaCode {
    type Error = Malformed;

    fn try_from(text: String) -> Result<Self, Malformed> {
        text.parse()
    }
}

impl From<AreaCode> for String {
    fn from(code: AreaCode) -> Self {
        (*code.0).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_a_code_tells_its_level_and_parent() {
        for (code, level, parent) in [
            ("00", Level::Nation, None),
            ("01", Level::County, Some("00")),
            ("0180", Level::Municipality, Some("01")),
            ("0180R001", Level::Regso, Some("0180")),
            ("0114A0010", Level::Deso, Some("0114")),
        ] {
            let code: AreaCode = code.parse().unwrap();
            assert_eq!(code.level(), level);
            assert_eq!(code.parent().map(|p| p.to_string()).as_deref(), parent);
        }
    }

    #[test]
    fn a_code_that_lost_its_leading_zero_is_refused_with_a_sentence() {
        for lost in ["114", "1", "", "180R001", "0180D0010", "0180R0001", "0180A001", "01 0", "Ale"] {
            let error = lost.parse::<AreaCode>().unwrap_err().to_string();
            assert!(error.contains(&format!("“{lost}”")) && error.contains("expected"), "{error}");
        }
    }
}
