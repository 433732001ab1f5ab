//! The cell of a source that holds an area's code: with its vintage behind it, with words around it, or with its first
//! zero lost.

use crate::model::{AreaCode, Level, Vintage};

/// A code and the vintage that the source writes behind it, if it does: `0180R001_RegSO2025`.
pub(super) fn code(cell: &str) -> Result<(AreaCode, Option<Vintage>), String> {
    let (plain, suffix) = match cell.split_once('_') {
        Some((plain, suffix)) => (plain, Some(suffix)),
        None => (cell, None),
    };
    let code: AreaCode = plain.parse().map_err(|malformed| match lost_zero(plain) {
        Some(meant) => format!(
            "{malformed}. A leading zero has been lost, “{meant}” may be meant; keep the column as text when the file \
             passes through a spreadsheet"
        ),
        None => format!("{malformed}"),
    })?;
    let vintage = suffix.map(|suffix| vintage(&code, suffix)).transpose()?;
    Ok((code, vintage))
}

/// What stands where `{area}` is in a pattern, if the rest is as in the pattern.
pub(super) fn inside<'a>(cell: &'a str, pattern: &str) -> Option<&'a str> {
    let (before, after) = pattern.split_once("{area}")?;
    cell.strip_prefix(before)?.strip_suffix(after)
}

/// The vintage in `RegSO2025` or `DeSO2025`.
fn vintage(code: &AreaCode, suffix: &str) -> Result<Vintage, String> {
    let word = match code.level() {
        Level::Regso => "RegSO",
        Level::Deso => "DeSO",
        Level::Nation | Level::County | Level::Municipality => "",
    };
    let year = suffix.strip_prefix(word).filter(|year| !word.is_empty() && year.len() == 4);
    year.and_then(|year| year.parse().ok()).map(Vintage).ok_or_else(|| {
        let level = code.level();
        format!("found “_{suffix}” behind the code of a {level}, allowed is _RegSO or _DeSO and a year, as the code has")
    })
}

/// The code that may be meant by one that is a digit short: `0114` by `114`.
fn lost_zero(code: &str) -> Option<String> {
    let digits = code.bytes().take_while(u8::is_ascii_digit).count();
    let short = matches!((digits, code.len() - digits), (1 | 3, 0) | (3, 4 | 5));
    short.then(|| format!("0{code}")).filter(|meant| meant.parse::<AreaCode>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vintage_behind_a_code_is_read_and_never_guessed() {
        for (cell, plain, year) in [
            ("0180R001_RegSO2025", "0180R001", Some(2025)),
            ("0114A0010_DeSO2025", "0114A0010", Some(2025)),
            ("0114A0010", "0114A0010", None),
            ("0180", "0180", None),
        ] {
            assert_eq!(code(cell), Ok((plain.parse().unwrap(), year.map(Vintage))), "{cell}");
        }
        for cell in [
            "0180R001_DeSO2025",
            "0180_RegSO2025",
            "0180R001_RegSO",
            "0180R001_",
            "0180R001_RegSO25",
            "x_DeSO2025",
        ] {
            assert!(code(cell).is_err(), "{cell}");
        }
    }

    #[test]
    fn words_around_a_code_must_be_those_of_the_pattern() {
        assert_eq!(inside("serier/1780", "serier/{area}"), Some("1780"));
        assert_eq!(inside("median/00/1+2", "median/{area}/1+2"), Some("00"));
        assert_eq!(inside("medel/00", "median/{area}/1+2"), None);
        assert_eq!(inside("median/00/1", "median/{area}/1+2"), None);
    }
}
