//! A value of a JSON tree with the way that leads to it.

use super::{FromJson, Json, JsonError};
use std::borrow::Cow;
use std::cell::RefCell;

/// A value of the tree that is being read.
pub struct Place<'a> {
    json: &'a Json<'a>,
    step: Step<'a>,
    parent: Option<&'a Place<'a>>,
    /// The first fault of the whole tree, when there is one.
    fault: &'a RefCell<Option<JsonError>>,
}

/// How to come to a value from the one around it.
#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Member(&'a str),
    Item(usize),
}

pub(super) fn read<T: FromJson>(json: &Json) -> Result<T, JsonError> {
    let fault = RefCell::new(None);
    let content = T::from_json(&Place { json, step: Step::Root, parent: None, fault: &fault });
    match fault.into_inner() {
        Some(error) => Err(error),
        None => Ok(content),
    }
}

impl<'a> Place<'a> {
    /// The value itself.
    pub fn json(&self) -> &'a Json<'a> {
        self.json
    }

    /// A member that must be there.
    pub fn member<T: FromJson>(&self, name: &str) -> T {
        T::from_json(&self.at(self.find(name, true).unwrap_or(&Json::Null), Step::Member(name)))
    }

    /// A member that may be missing.
    pub fn member_or_default<T: FromJson + Default>(&self, name: &str) -> T {
        match self.find(name, false) {
            Some(json) => T::from_json(&self.at(json, Step::Member(name))),
            None => T::default(),
        }
    }

    /// The items of a list.
    pub fn items(&self) -> &'a [Json<'a>] {
        match self.json {
            Json::List(items) => items,
            _ => {
                self.is_not("a list");
                &[]
            }
        }
    }

    /// One of them, for its own reader.
    pub fn item<T: FromJson>(&self, position: usize, json: &Json) -> T {
        T::from_json(&self.at(json, Step::Item(position)))
    }

    /// The members of an object.
    pub fn members(&self) -> &'a [(Cow<'a, str>, Json<'a>)] {
        match self.json {
            Json::Object(members) => members,
            _ => {
                self.is_not("an object");
                &[]
            }
        }
    }

    /// One of them, for its own reader.
    pub fn named<T: FromJson>(&self, name: &str, json: &Json) -> T {
        T::from_json(&self.at(json, Step::Member(name)))
    }

    /// The text that this is.
    pub fn text(&self) -> &'a str {
        match self.json {
            Json::Text(text) => text,
            _ => {
                self.is_not("a text");
                ""
            }
        }
    }

    /// Notes that this is something else than expected.
    pub fn is_not(&self, expected: &str) {
        let found = match self.json {
            Json::Null => "null".into(),
            Json::Bool(is_true) => is_true.to_string(),
            Json::Number(number) => (*number).to_owned(),
            Json::Text(text) => format!("“{}”", text.chars().take(60).collect::<String>()),
            Json::List(_) => "a list".into(),
            Json::Object(_) => "an object".into(),
        };
        self.fault(format!("expected {expected}, found {found}"));
    }

    /// Notes what is wrong here, unless something was wrong before.
    pub fn fault(&self, problem: String) {
        let mut first = self.fault.borrow_mut();
        if first.is_none() {
            *first = Some(JsonError { place: self.way(), problem });
        }
    }

    /// Whether nothing was wrong so far.
    pub fn is_sound(&self) -> bool {
        self.fault.borrow().is_none()
    }

    fn at<'b>(&'b self, json: &'b Json<'b>, step: Step<'b>) -> Place<'b> {
        Place { json, step, parent: Some(self), fault: self.fault }
    }

    fn find(&self, name: &str, must_be: bool) -> Option<&'a Json<'a>> {
        let mut of_name = self.members().iter().filter(|(member, _)| member == name);
        let found = of_name.next();
        if found.is_none() && must_be {
            self.fault(format!("missing field `{name}`"));
        }
        if of_name.next().is_some() {
            self.fault(format!("duplicate field `{name}`"));
        }
        found.map(|(_, json)| json)
    }

    /// `indicators[3].title`, from the root.
    fn way(&self) -> String {
        let before = self.parent.map(Place::way).unwrap_or_default();
        match self.step {
            Step::Root => before,
            Step::Member(name) if before.is_empty() => name.to_owned(),
            Step::Member(name) => format!("{before}.{name}"),
            Step::Item(position) => format!("{before}[{position}]"),
        }
    }
}
