//! What is wrong with a JSON text, and where.

/// What is wrong, as a phrase, and its place in the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonError {
    /// The way to the value, `indicators[3].title`; empty for the whole text, or where the text itself is no JSON.
    pub place: String,
    /// What is wrong there.
    pub problem: String,
}

impl JsonError {
    /// The error of the value that is being read.
    pub fn new(problem: impl Into<String>) -> Self {
        Self { place: String::new(), problem: problem.into() }
    }

    /// The same error, seen from the object whose member of that name it is in.
    #[must_use]
    pub fn inside(self, member: &str) -> Self {
        let dot = if self.place.is_empty() || self.place.starts_with('[') { "" } else { "." };
        Self { place: format!("{member}{dot}{}", self.place), ..self }
    }

    /// The same error, seen from the list whose item of that position it is in.
    #[must_use]
    pub fn at(self, position: usize) -> Self {
        self.inside(&format!("[{position}]"))
    }
}

impl std::fmt::Display for JsonError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.place.is_empty() {
            f.write_str(&self.place)?;
            f.write_str(": ")?;
        }
        f.write_str(&self.problem)
    }
}

impl std::error::Error for JsonError {}
