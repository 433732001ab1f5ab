//! The palettes as CSS custom properties, so that a style sheet and this room cannot disagree: tests compare the two.

use super::{
    CATEGORICAL_COUNT, Ground, MAX_CLASSES, Role, Scale, absence_mark, area_type, categorical, class_colors,
};
use std::fmt::Write;

/// The roles, series colors and absence marks of one ground: `--figure-ink: #1B1F24;` a line, in a fixed order.
///
/// `--series-1` … `--series-8`; `--type-1` … `--type-5`; `--suppressed`, `--missing` and `--not-applicable` are fills, with `-mark` their
/// patterns' strokes.
pub fn role_tokens(ground: Ground) -> String {
    let mut css = String::new();
    let mut line = |token: &str, color| writeln!(css, "--{token}: {color};").unwrap_or(());
    for role in Role::ALL {
        line(role.token(), role.color(ground));
    }
    for slot in 0..CATEGORICAL_COUNT {
        line(&format!("series-{}", slot + 1), categorical(slot, ground));
    }
    for number in 1..=5 {
        line(&format!("type-{number}"), area_type(number, ground));
    }
    for (letter, token) in [('c', "suppressed"), ('m', "missing"), ('z', "not-applicable")] {
        let mark = absence_mark(letter, ground);
        line(token, mark.fill);
        line(&format!("{token}-mark"), mark.stroke);
    }
    css
}

/// The class colors of every scale and number of classes on one ground, as rules that set `--class-1` … `--class-n`
/// on an element with `data-scale` and `data-classes` (and all that is inside it).
pub fn scale_tokens(ground: Ground) -> String {
    let mut css = String::new();
    for scale in Scale::ALL {
        for n in 2..=MAX_CLASSES {
            let declarations: Vec<String> = class_colors(scale, n, ground)
                .iter()
                .enumerate()
                .map(|(class, color)| format!("--class-{}: {color};", class + 1))
                .collect();
            let id = scale.id();
            writeln!(css, "[data-scale=\"{id}\"][data-classes=\"{n}\"] {{ {} }}", declarations.join(" "))
                .unwrap_or(());
        }
    }
    css
}
