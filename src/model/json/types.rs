//! Reading the types that files are made of: numbers, texts, lists, pairs, and what is written as a text.

use super::super::{AreaCode, Level, Malformed, Period, Theme, Vintage};
use super::{FromJson, Json, Place};
use crate::decimal::number;
use std::str::FromStr;

impl FromJson for bool {
    fn from_json(json: &Place) -> Self {
        let Json::Bool(is_true) = json.json() else {
            json.is_not("true or false");
            return false;
        };
        *is_true
    }
}

impl FromJson for f64 {
    fn from_json(json: &Place) -> Self {
        let Json::Number(text) = json.json() else {
            json.is_not("a number");
            return 0.0;
        };
        number(text)
    }
}

impl FromJson for String {
    fn from_json(json: &Place) -> Self {
        json.text().to_owned()
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Place) -> Self {
        (!matches!(json.json(), Json::Null)).then(|| T::from_json(json))
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Place) -> Self {
        json.items().iter().enumerate().map(|(position, item)| json.item(position, item)).collect()
    }
}

impl<A: FromJson, B: FromJson> FromJson for (A, B) {
    fn from_json(json: &Place) -> Self {
        let [first, second] = json.items() else {
            json.is_not("a list of two");
            return (json.item(0, &Json::Null), json.item(1, &Json::Null));
        };
        (json.item(0, first), json.item(1, second))
    }
}

impl<T: FromJson, const N: usize> FromJson for [T; N] {
    fn from_json(json: &Place) -> Self {
        let items = json.items();
        if items.len() != N {
            json.is_not(&format!("a list of {N}"));
        }
        std::array::from_fn(|position| json.item(position, items.get(position).unwrap_or(&Json::Null)))
    }
}

/// Whole numbers of the size that a type has room for.
macro_rules! whole_numbers {
    ($($whole:ty),*) => {$(
        impl FromJson for $whole {
            fn from_json(json: &Place) -> Self {
                let most = Self::MAX as u64;
                // Within the limits, so that nothing is lost.
                whole(json, Self::MIN != 0, most) as Self
            }
        }
    )*};
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`whole` gives only numbers that fit, from the limits that the cast is told by"
)]
mod whole_numbers {
    use super::{FromJson, Place, whole};
    whole_numbers!(u8, u16, u32, u64, usize, i32);
}

/// What is written as a text of its own form.
macro_rules! written_as_text {
    ($($written:ty: $empty:expr),*) => {$(
        impl FromJson for $written {
            fn from_json(json: &Place) -> Self {
                parsed(json).unwrap_or($empty)
            }
        }
    )*};
}
written_as_text!(AreaCode: Self::nation(), Level: Self::Nation, Period: Self::year(0), Theme: Self::Housing);

impl FromJson for Vintage {
    fn from_json(json: &Place) -> Self {
        Self(u16::from_json(json))
    }
}

/// A whole number up to `most`, from 0 or from as far below.
fn whole(json: &Place, is_signed: bool, most: u64) -> i128 {
    let (least, most) = (if is_signed { -i128::from(most) - 1 } else { 0 }, i128::from(most));
    let found = match json.json() {
        Json::Number(text) => text.parse().ok(),
        _ => None,
    };
    match found {
        Some(whole) if least <= whole && whole <= most => whole,
        _ => {
            json.is_not(&format!("a whole number from {least} to {most}"));
            0
        }
    }
}

fn parsed<T: FromStr<Err = Malformed>>(json: &Place) -> Option<T> {
    let text = json.text();
    text.parse().map_err(|error: Malformed| json.fault(error.to_string())).ok()
}
