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
    /// The error of the text as a whole.
    pub(super) fn new(problem: String) -> Self {
        Self { place: String::new(), problem }
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
