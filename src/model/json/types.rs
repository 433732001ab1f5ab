//! Reading the types that files are made of: numbers, texts, lists, pairs, and what is written as a text.

use super::super::{AreaCode, Level, Malformed, Period, Theme, Vintage};
use super::{FromJson, Json, JsonError};
use crate::decimal::number;
use std::str::FromStr;

impl FromJson for bool {
    fn from_json(json: &Json) -> Result<Self, JsonError> {
        match json {
            Json::Bool(is_true) => Ok(*is_true),
            _ => Err(json.is_not("true or false")),
        }
    }
}

impl FromJson for f64 {
    fn from_json(json: &Json) -> Result<Self, JsonError> {
        match json {
            Json::Number(text) => Ok(number(text)),
            _ => Err(json.is_not("a number")),
        }
    }
}

impl FromJson for String {
    fn from_json(json: &Json) -> Result<Self, JsonError> {
        json.text().map(str::to_owned)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Json) -> Result<Self, JsonError> {
        if matches!(json, Json::Null) { Ok(None) } else { T::from_json(json).map(Some) }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Json) -> Result<Self, JsonError> {
        let items = json.items()?;
        let mut read = Self::with_capacity(items.len());
        for (position, item) in items.iter().enumerate() {
            read.push(T::from_json(item).map_err(|error| error.at(position))?);
        }
        Ok(read)
    }
}

impl<A: FromJson, B: FromJson> FromJson for (A, B) {
    fn from_json(json: &Json) -> Result<Self, JsonError> {
        let [first, second] = json.items()? else { return Err(json.is_not("a list of two")) };
        let first = A::from_json(first).map_err(|error| error.at(0))?;
        Ok((first, B::from_json(second).map_err(|error| error.at(1))?))
    }
}

impl<T: FromJson + Copy + Default, const N: usize> FromJson for [T; N] {
    fn from_json(json: &Json) -> Result<Self, JsonError> {
        let items = json.items()?;
        if items.len() != N {
            return Err(json.is_not(&format!("a list of {N}")));
        }
        let mut read = [T::default(); N];
        for (position, item) in items.iter().enumerate() {
            read[position] = T::from_json(item).map_err(|error| error.at(position))?;
        }
        Ok(read)
    }
}

/// Whole numbers of the size that a type has room for.
macro_rules! whole_numbers {
    ($($whole:ty),*) => {$(
        impl FromJson for $whole {
            fn from_json(json: &Json) -> Result<Self, JsonError> {
                whole(json).and_then(|whole| Self::try_from(whole).ok()).ok_or_else(|| {
                    json.is_not(&format!("a whole number from {} to {}", Self::MIN, Self::MAX))
                })
            }
        }
    )*};
}
whole_numbers!(u8, u16, u32, u64, usize, i32);

/// What is written as a text of its own form.
macro_rules! written_as_text {
    ($($written:ty),*) => {$(
        impl FromJson for $written {
            fn from_json(json: &Json) -> Result<Self, JsonError> {
                parsed(json)
            }
        }
    )*};
}
written_as_text!(AreaCode, Level, Period, Theme);

impl FromJson for Vintage {
    fn from_json(json: &Json) -> Result<Self, JsonError> {
        u16::from_json(json).map(Self)
    }
}

/// Wide enough for all of them, so that their digits are read in one place.
fn whole(json: &Json) -> Option<i128> {
    match json {
        Json::Number(text) => text.parse().ok(),
        _ => None,
    }
}

fn parsed<T: FromStr<Err = Malformed>>(json: &Json) -> Result<T, JsonError> {
    json.text()?.parse().map_err(|error: Malformed| JsonError::new(error.to_string()))
}
