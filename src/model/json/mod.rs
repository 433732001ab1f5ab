//! Reading the JSON files of an edition: text → tree ([`Json`]) → a type of ours that implements [`FromJson`].
//!
//! Derived readers cost the browser a copy of the parser for every type. Readers over one tree are a small part of that;
//! they never turn back, but note the first fault with its place (`indicators[3].title: missing field `en``) and go on
//! with something empty. Writing is native only, and derived.

mod error;
mod keyed;
mod parse;
mod place;
mod types;

pub use error::JsonError;
pub use keyed::{Key, Keyed};
pub use place::Place;

use std::borrow::Cow;

/// A JSON text as a tree. Texts and numbers are parts of the text that was read, as far as they stand there as they are.
#[derive(Debug, Clone, PartialEq)]
pub enum Json<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it is written.
    Number(&'a str),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Self>),
    /// An object's members in the order of the file.
    Object(Vec<(Cow<'a, str>, Self)>),
}

/// What can be read from JSON. Members that a type does not know are no fault: newer files may have them.
pub trait FromJson: Sized {
    /// Reads the value; one that is not as it should be is noted as a [`Place::fault`], and what is returned then does
    /// not matter.
    fn from_json(json: &Place) -> Self;
}

/// The content of a JSON text.
///
/// # Errors
/// A text that is not JSON, with line and column; a value that is not as `T` needs it, with its place in the tree.
pub fn read<T: FromJson>(text: &[u8]) -> Result<T, JsonError> {
    place::read(&Json::parse(text)?)
}

/// The content of a tree.
///
/// # Errors
/// A value that is not as `T` needs it, with its place in the tree.
pub fn read_tree<T: FromJson>(json: &Json) -> Result<T, JsonError> {
    place::read(json)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Catalogue, FileList, Profile};
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;
    use serde_json::Value;

    /// The tree as serde_json has it, which reads numbers of its own.
    fn as_value(json: &Json) -> Value {
        match json {
            Json::Null => Value::Null,
            Json::Bool(is_true) => (*is_true).into(),
            Json::Number(text) => serde_json::from_str(text).unwrap(),
            Json::Text(text) => text.to_string().into(),
            Json::List(items) => items.iter().map(as_value).collect(),
            Json::Object(members) => {
                members.iter().map(|(name, json)| (name.to_string(), as_value(json))).collect()
            }
        }
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_filter("finite", |number| number.is_finite()).prop_map(Value::from),
            "\\PC*|[\\x00-\\x1f\"\\\\åäö𝛼]{0,6}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map(".{0,4}", inner, 0..6)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_json_is_read_as_another_reader_reads_it(value in values()) {
            for text in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
                let other: Value = serde_json::from_str(&text).unwrap();
                prop_assert_eq!(as_value(&Json::parse(text.as_bytes()).unwrap()), other);
            }
        }

        #[test]
        fn what_another_reader_refuses_is_refused(value in values(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut text = value.to_string().into_bytes();
            let at = at.index(text.len());
            text[at] = byte;
            let (ours, other) = (Json::parse(&text), serde_json::from_slice::<Value>(&text));
            // A number beyond all f64 is a number to us until somebody asks for its value.
            let is_range = other.as_ref().is_err_and(|error| error.to_string().contains("out of range"));
            prop_assert!(is_range || ours.is_ok() == other.is_ok(), "{:?} {:?}", ours, other);
        }
    }

    #[test]
    fn texts_may_be_written_with_escapes() {
        let json = Json::parse(br#""\u00e5\n\ud835\udefc\/\"""#).unwrap();
        assert_eq!(json, Json::Text("å\n\u{1d6fc}/\"".into()));
        for lone in [r#""\ud835""#, r#""\ud835\u0041""#, r#""\udefc""#, r#""\u00g0""#, r#""\u+123""#] {
            assert!(Json::parse(lone.as_bytes()).is_err(), "{lone}");
        }
    }

    #[test]
    fn a_fault_tells_its_place() {
        let fault = |text: &str| read::<FileList>(text.as_bytes()).unwrap_err().to_string();
        for (text, sentence) in [
            ("", "expected a value at line 1 column 1, found the end of the text"),
            ("{\n \"files\": [1,]\n}", "expected a value at line 2 column 14, found `]`"),
            ("[]", "expected an object, found a list"),
            ("{}", "missing field `files`"),
            (r#"{"files":[],"files":[]}"#, "duplicate field `files`"),
            (r#"{"files":{}}"#, "files: expected a list, found an object"),
            (r#"{"files":[{"path":"a","bytes":1}]}"#, "files[0]: missing field `integrity`"),
            (
                r#"{"files":[{"path":"a","bytes":1,"integrity":"b"},{"path":"a","bytes":-1,"integrity":1}]}"#,
                "files[1].bytes: expected a whole number from 0 to 18446744073709551615, found -1",
            ),
            (
                r#"{"files":[{"path":null,"bytes":1.5,"integrity":"b"}]}"#,
                "files[0].path: expected a text, found null",
            ),
        ] {
            assert_eq!(fault(text), sentence, "{text}");
        }
        let deep = "[".repeat(100_000);
        assert!(Json::parse(deep.as_bytes()).unwrap_err().to_string().contains("at most 32"));
    }

    #[test]
    fn an_empty_object_is_no_catalogue_and_no_profile() {
        assert_eq!(read::<Catalogue>(b"{}").unwrap_err().problem, "missing field `format`");
        assert_eq!(read::<Profile>(b"{}").unwrap_err().problem, "missing field `format`");
    }
}
