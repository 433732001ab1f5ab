//! JSON text → tree (RFC 8259).

use super::{Json, JsonError};
use std::borrow::Cow;

/// Deeper than any file of ours; a damaged one must not exhaust the stack.
const DEEPEST: usize = 32;

impl<'a> Json<'a> {
    /// The tree of a text.
    ///
    /// # Errors
    /// What is expected where, and what is found there.
    pub fn parse(text: &'a [u8]) -> Result<Self, JsonError> {
        let Ok(text) = std::str::from_utf8(text) else {
            return Err(JsonError::new("the text is not UTF-8".to_owned()));
        };
        let mut parser = Parser { text, at: 0, depth: 0 };
        let json = parser.value()?;
        parser.skip_space();
        if parser.at < text.len() { Err(parser.expected("the end of the text")) } else { Ok(json) }
    }
}

struct Parser<'a> {
    text: &'a str,
    /// Position of the next byte, which begins a character.
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn value(&mut self) -> Result<Json<'a>, JsonError> {
        self.skip_space();
        match self.next() {
            Some(b'"') => Ok(Json::Text(self.string()?)),
            Some(b'{') => self.deeper(Self::object),
            Some(b'[') => self.deeper(Self::list),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => {
                let words = [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))];
                for (word, json) in words {
                    if self.text[self.at..].starts_with(word) {
                        self.at += word.len();
                        return Ok(json);
                    }
                }
                Err(self.expected("a value"))
            }
        }
    }

    /// What stands between brackets, whose first is next.
    fn deeper(
        &mut self,
        content: fn(&mut Self) -> Result<Json<'a>, JsonError>,
    ) -> Result<Json<'a>, JsonError> {
        if self.depth == DEEPEST {
            return Err(self.expected("at most 32 lists and objects inside each other"));
        }
        self.at += 1;
        self.depth += 1;
        let json = content(self)?;
        self.depth -= 1;
        Ok(json)
    }

    fn list(&mut self) -> Result<Json<'a>, JsonError> {
        let mut items = Vec::new();
        while self.goes_on(b']', items.is_empty())? {
            items.push(self.value()?);
        }
        Ok(Json::List(items))
    }

    fn object(&mut self) -> Result<Json<'a>, JsonError> {
        let mut members: Vec<(Cow<'a, str>, Json<'a>)> = Vec::new();
        while self.goes_on(b'}', members.is_empty())? {
            self.skip_space();
            if self.next() != Some(b'"') {
                return Err(self.expected("a name in quotes"));
            }
            let name = self.string()?;
            self.skip_space();
            if self.next() != Some(b':') {
                return Err(self.expected("`:`"));
            }
            self.at += 1;
            members.push((name, self.value()?));
        }
        Ok(Json::Object(members))
    }

    /// Past the comma before the next item, or past the bracket that ends them.
    fn goes_on(&mut self, end: u8, is_first: bool) -> Result<bool, JsonError> {
        self.skip_space();
        match self.next() {
            Some(next) if next == end => {
                self.at += 1;
                Ok(false)
            }
            _ if is_first => Ok(true),
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            _ => Err(self.expected(if end == b']' { "`,` or `]`" } else { "`,` or `}`" })),
        }
    }

    /// A text, whose first quote is next. What needs no unescaping is a part of the whole.
    fn string(&mut self) -> Result<Cow<'a, str>, JsonError> {
        self.at += 1;
        let mut read = String::new();
        loop {
            let start = self.at;
            while self.next().is_some_and(|byte| byte != b'"' && byte != b'\\' && byte >= b' ') {
                self.at += 1;
            }
            let plain = &self.text[start..self.at];
            match self.next() {
                Some(b'"') => {
                    self.at += 1;
                    if read.is_empty() {
                        return Ok(Cow::Borrowed(plain));
                    }
                    read.push_str(plain);
                    return Ok(Cow::Owned(read));
                }
                Some(b'\\') => {
                    read.push_str(plain);
                    read.push(self.escaped()?);
                }
                _ => return Err(self.expected("the closing quote of a text")),
            }
        }
    }

    /// The character that an escape sequence means; its backslash is next.
    fn escaped(&mut self) -> Result<char, JsonError> {
        self.at += 1;
        let character = match self.next() {
            Some(same @ (b'"' | b'\\' | b'/')) => char::from(same),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                let first = self.hexadecimal()?;
                // Two of them make a character beyond the first 65,536.
                let code = if (0xD800..0xDC00).contains(&first) && self.text[self.at..].starts_with("\\u") {
                    self.at += 2;
                    let second = self.hexadecimal()?;
                    if second & 0xFC00 == 0xDC00 {
                        0x1_0000 + ((first & 0x3FF) << 10) + (second & 0x3FF)
                    } else {
                        first
                    }
                } else {
                    first
                };
                return char::from_u32(code)
                    .ok_or_else(|| self.expected("the code of a character before this"));
            }
            _ => return Err(self.expected("an escape sequence")),
        };
        self.at += 1;
        Ok(character)
    }

    fn hexadecimal(&mut self) -> Result<u32, JsonError> {
        let digits = self.text.get(self.at..self.at + 4).filter(|digits| !digits.starts_with('+'));
        let Some(code) = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) else {
            return Err(self.expected("four hexadecimal digits"));
        };
        self.at += 4;
        Ok(code)
    }

    fn number(&mut self) -> Result<Json<'a>, JsonError> {
        let start = self.at;
        self.skip_one(b"-");
        let whole = self.at;
        self.digits()?;
        if self.at > whole + 1 && self.text.as_bytes()[whole] == b'0' {
            self.at = whole + 1;
            return Err(self.expected("no digit after a leading 0"));
        }
        if self.skip_one(b".") {
            self.digits()?;
        }
        if self.skip_one(b"eE") {
            self.skip_one(b"+-");
            self.digits()?;
        }
        Ok(Json::Number(&self.text[start..self.at]))
    }

    fn digits(&mut self) -> Result<(), JsonError> {
        if !self.skip_one(b"0123456789") {
            return Err(self.expected("a digit"));
        }
        while self.skip_one(b"0123456789") {}
        Ok(())
    }

    fn skip_one(&mut self, bytes: &[u8]) -> bool {
        let is_one = self.next().is_some_and(|byte| bytes.contains(&byte));
        self.at += usize::from(is_one);
        is_one
    }

    fn skip_space(&mut self) {
        while self.skip_one(b" \t\n\r") {}
    }

    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn expected(&self, what: &str) -> JsonError {
        let before = &self.text.as_bytes()[..self.at];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        let found = match self.text[self.at..].chars().next() {
            Some(character) => format!("`{character}`"),
            None => "the end of the text".into(),
        };
        JsonError::new(format!("expected {what} at line {line} column {column}, found {found}"))
    }
}
