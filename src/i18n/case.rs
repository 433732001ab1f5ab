//! First letters of titles: as they stand in the middle of a sentence and at its beginning.

/// A title in the middle of a sentence. Letters that stand for words (`ICE`) stay as they are.
pub fn lower_first(title: &str) -> String {
    let mut letters = title.chars();
    if title.chars().nth(1).is_some_and(char::is_uppercase) {
        return title.to_owned();
    }
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A word at the beginning of a sentence or a label.
pub fn upper_first(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_begin_small_in_a_sentence_unless_they_are_letters_for_words() {
        for (title, inside) in
            [("Öppen arbetslöshet", "öppen arbetslöshet"), ("ICE", "ICE"), ("D", "d"), ("", "")]
        {
            assert_eq!(lower_first(title), inside);
        }
        assert_eq!(upper_first("öppen arbetslöshet"), "Öppen arbetslöshet");
    }
}
