//! Reading the JSON files of an edition: text → [`Json`] → a type of ours that implements [`FromJson`].
//!
//! Derived readers cost the browser a copy of the parser for every type; written by hand over one tree they are a tenth
//! of that, and an error can say where in the file it stands (`indicators[3].title: missing field `en``). Writing is
//! native only, and derived.

mod error;
mod keyed;
mod parse;
mod types;

pub use error::JsonError;
pub use keyed::{Key, Keyed};

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

/// What can be read from JSON. Members that a type does not know are no error: newer files may have them.
pub trait FromJson: Sized {
    /// Reads the value, or says what it should be instead.
    fn from_json(json: &Json) -> Result<Self, JsonError>;
}

/// The content of a JSON text.
///
/// # Errors
/// A text that is not JSON, with line and column; a value that is not as `T` needs it, with its place in the tree.
pub fn read<T: FromJson>(text: &[u8]) -> Result<T, JsonError> {
    T::from_json(&Json::parse(text)?)
}

impl Json<'_> {
    /// A member that must be there.
    pub fn member<T: FromJson>(&self, name: &str) -> Result<T, JsonError> {
        T::from_json(self.present(name)?).map_err(|error| error.inside(name))
    }

    /// A member that may be missing.
    pub fn member_or_default<T: FromJson + Default>(&self, name: &str) -> Result<T, JsonError> {
        match self.find(name)? {
            Some(json) => T::from_json(json).map_err(|error| error.inside(name)),
            None => Ok(T::default()),
        }
    }

    /// The items of a list.
    pub fn items(&self) -> Result<&[Self], JsonError> {
        match self {
            Self::List(items) => Ok(items),
            _ => Err(self.is_not("a list")),
        }
    }

    /// The members of an object.
    pub fn members(&self) -> Result<&[(Cow<'_, str>, Self)], JsonError> {
        match self {
            Self::Object(members) => Ok(members),
            _ => Err(self.is_not("an object")),
        }
    }

    /// The text that this is.
    pub fn text(&self) -> Result<&str, JsonError> {
        match self {
            Self::Text(text) => Ok(text),
            _ => Err(self.is_not("a text")),
        }
    }

    /// The error of finding this where something else is expected.
    pub fn is_not(&self, expected: &str) -> JsonError {
        let found = match self {
            Self::Null => "null".into(),
            Self::Bool(is_true) => is_true.to_string(),
            Self::Number(number) => (*number).to_owned(),
            Self::Text(text) => format!("“{}”", text.chars().take(60).collect::<String>()),
            Self::List(_) => "a list".into(),
            Self::Object(_) => "an object".into(),
        };
        JsonError::new(format!("expected {expected}, found {found}"))
    }

    fn find(&self, name: &str) -> Result<Option<&Self>, JsonError> {
        let mut of_name = self.members()?.iter().filter(|(member, _)| member == name);
        let found = of_name.next().map(|(_, json)| json);
        if of_name.next().is_some() {
            return Err(JsonError::new(format!("duplicate field `{name}`")));
        }
        Ok(found)
    }

    fn present(&self, name: &str) -> Result<&Self, JsonError> {
        self.find(name)?.ok_or_else(|| JsonError::new(format!("missing field `{name}`")))
    }
}
