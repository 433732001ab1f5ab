//! Living parts of a text: a line of its own, `{{figure indicator=a,b shape=line}}`, stands for what the edition has.

/// A part that is made from the edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shortcode {
    /// All indicators of the theme, each with its newest national value.
    Indicators,
    /// Measures and reforms that concern the theme.
    Events,
    /// Examples to learn from.
    Examples,
    /// One indicator as a picture.
    Figure {
        /// Slugs; the first that the edition has is shown. None: the theme's main indicator.
        indicators: Vec<String>,
        /// As what.
        shape: FigureShape,
    },
}

/// The pictures that a text can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FigureShape {
    /// The country over time.
    Line,
    /// All municipalities in the newest period.
    Strip,
}

/// A text in pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Markdown.
    Text(String),
    /// What the edition fills in.
    Shortcode(Shortcode),
}

/// The pieces of a text, in their order.
///
/// # Errors
/// Names the line of a shortcode that cannot be understood, what was found and what is allowed.
pub(super) fn pieces(markdown: &str) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    for (number, line) in markdown.lines().enumerate() {
        let inside = line.trim().strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
        let Some(inside) = inside else {
            text += line;
            text.push('\n');
            continue;
        };
        let shortcode = parsed(inside).map_err(|fault| format!("line {}: {fault}", number + 1))?;
        if !text.trim().is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut text)));
        }
        text.clear();
        pieces.push(Piece::Shortcode(shortcode));
    }
    if !text.trim().is_empty() {
        pieces.push(Piece::Text(text));
    }
    Ok(pieces)
}

fn parsed(inside: &str) -> Result<Shortcode, String> {
    let mut words = inside.split_whitespace();
    let name = words.next().unwrap_or_default();
    let (mut indicators, mut shape) = (Vec::new(), None);
    for word in words {
        match (name, word.split_once('=')) {
            ("figure", Some(("indicator", slugs))) => {
                indicators = slugs.split(',').map(str::to_owned).collect();
            }
            ("figure", Some(("shape", "line"))) => shape = Some(FigureShape::Line),
            ("figure", Some(("shape", "strip"))) => shape = Some(FigureShape::Strip),
            _ => {
                return Err(format!(
                    "“{word}” cannot stand in {{{{{inside}}}}}; allowed in a figure are indicator=… and shape=line or \
                     shape=strip"
                ));
            }
        }
    }
    match (name, shape) {
        ("indicators", _) => Ok(Shortcode::Indicators),
        ("events", _) => Ok(Shortcode::Events),
        ("examples", _) => Ok(Shortcode::Examples),
        ("figure", Some(shape)) => Ok(Shortcode::Figure { indicators, shape }),
        ("figure", None) => {
            Err(format!("{{{{{inside}}}}} has no shape; allowed are shape=line and shape=strip"))
        }
        _ => Err(format!("“{name}” is no living part; allowed are indicators, events, examples and figure")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_its_living_parts_and_nothing_is_lost() {
        let text =
            "# A\n\nB\n\n{{figure indicator=a,b shape=line}}\n\nC {{not a line of its own}}\n{{events}}\n";
        let figure = Shortcode::Figure { indicators: vec!["a".into(), "b".into()], shape: FigureShape::Line };
        assert_eq!(
            pieces(text).unwrap(),
            [
                Piece::Text("# A\n\nB\n\n".into()),
                Piece::Shortcode(figure),
                Piece::Text("\nC {{not a line of its own}}\n".into()),
                Piece::Shortcode(Shortcode::Events),
            ]
        );
    }

    #[test]
    fn what_cannot_be_understood_is_told_with_its_line() {
        for (text, part) in [
            ("a\n{{figur shape=line}}", "line 2: “shape=line” cannot stand"),
            ("{{picture}}", "“picture” is no living part; allowed are"),
            ("{{figure}}", "has no shape; allowed are"),
            ("{{figure shape=pie}}", "“shape=pie” cannot stand"),
            ("{{events shape=line}}", "“shape=line” cannot stand"),
        ] {
            let error = pieces(text).unwrap_err();
            assert!(error.contains(part), "{error}");
        }
    }
}
