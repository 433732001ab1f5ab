//! What the classes of pictures look like: for the page from custom properties, for files with the colors themselves.

use super::Token;
use crate::color::{Ground, Rgb, Role, role_tokens, scale_tokens};
use std::fmt::Write;

/// The sheet of a page with charts: the palettes as custom properties on both grounds, following the reader's choice
/// (`data-theme` on the root) or else the device, and the rules of the classes. `style/charts.css` is this text.
pub fn style_sheet() -> String {
    let tokens = |ground| role_tokens(ground).replace('\n', "");
    let scales = |ground, root: &str| {
        scale_tokens(ground).lines().fold(String::new(), |css, rule| format!("{css}{root} {rule}\n"))
    };
    let (light, dark) = (tokens(Ground::Light), tokens(Ground::Dark));
    let (by_device, by_choice) = (":root:not([data-theme=\"light\"])", ":root[data-theme=\"dark\"]");
    format!(
        "/* Written from src/color/ and src/charts/; UPDATE_SNAPSHOTS=1 cargo test charts writes it anew. */\n\
         :root{{{light}}}\n{}\
         @media (prefers-color-scheme:dark){{\n{by_device}{{{dark}}}\n{}}}\n\
         {by_choice}{{{dark}}}\n{}{}",
        scale_tokens(Ground::Light),
        scales(Ground::Dark, by_device),
        scales(Ground::Dark, by_choice),
        rules(|token| Some(format!("var(--{})", token.property()))),
    )
}

/// The rules with the colors themselves, and with those of classes, lowest first.
pub(super) fn embedded_rules(ground: Ground, classes: &[Rgb]) -> String {
    rules(|token| {
        let color = match token {
            Token::Class(class) => classes.get(usize::from(class)).copied(),
            other => other.color(ground),
        };
        color.map(|color| color.to_string())
    })
}

fn rules(color: impl Fn(Token) -> Option<String>) -> String {
    let ground = color(Token::Neutral(Role::Ground)).unwrap_or_default();
    let mut css = format!(
        ".chart{{font-family:\"Source Sans 3\",\"Source Sans 3 Variable\",\"Source Sans Pro\",system-ui,sans-serif;\
         font-variant-numeric:tabular-nums}}\n\
         .chart .stroke{{fill:none;stroke:currentColor;stroke-linecap:round;stroke-linejoin:round}}\n\
         .chart .fill,.chart text{{fill:currentColor}}\n\
         .chart .strong{{font-weight:600}}\n\
         .chart .halo{{paint-order:stroke;stroke:{ground};stroke-width:4px;stroke-linejoin:round}}\n"
    );
    for token in Token::all(9) {
        if let Some(color) = color(token) {
            let _ = writeln!(css, ".chart .{}{{color:{color}}}", token.class());
        }
    }
    css
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::{Scale, class_colors};

    #[test]
    fn a_file_brings_its_colors_and_a_page_gives_them() {
        let page = rules(|token| Some(format!("var(--{})", token.property())));
        assert!(page.contains(".chart .series-1{color:var(--series-1)}") && !page.contains('#'));
        let colors = class_colors(Scale::Petrol, 5, Ground::Dark);
        let file = embedded_rules(Ground::Dark, &colors);
        assert!(file.contains(".chart .nation{color:#ECE8E1}") && !file.contains("var("));
        assert!(
            file.contains(&format!(".chart .class-5{{color:{}}}", colors[4])) && !file.contains("class-6")
        );
    }

    #[test]
    fn every_property_that_a_rule_needs_is_set_on_every_ground() {
        let sheet = style_sheet();
        for token in Token::all(9) {
            let declaration = format!("--{}:", token.property());
            // Light, dark by device, dark by choice.
            assert!(sheet.matches(&declaration).count() >= 3, "{declaration}");
        }
        let braces = |brace: char| sheet.matches(brace).count();
        assert_eq!(braces('{'), braces('}'));
    }
}
