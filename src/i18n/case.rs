//! First letters of titles: as they stand in the middle of a sentence and at its beginning.

/// A title in the middle of a sentence.
pub fn lower_first(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A word at the beginning of a sentence or a label.
pub fn upper_first(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
