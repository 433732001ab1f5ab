//! The style sheets say what the rooms say: data colors in CSS are those of `color`.

use lagesbild::color::{Ground, role_tokens, scale_tokens};
use std::fmt::Write;
use std::path::Path;

/// `style/scales.css` as `color` makes it; `UPDATE_SNAPSHOTS=1` writes it.
#[test]
fn scales_in_css_are_those_of_the_palettes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("style/scales.css");
    let expected = scales();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &expected).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "style/scales.css differs from the palettes: run the tests with UPDATE_SNAPSHOTS=1");
}

fn scales() -> String {
    let mut css = String::from(
        "/* Made from src/color/ by tests/it/style.rs (UPDATE_SNAPSHOTS=1 cargo test); not edited by hand. */\n",
    );
    let light = [":root", ":root[data-theme=\"light\"]"];
    rules(&mut css, "", &light, Ground::Light);
    css.push_str("\n@media (prefers-color-scheme: dark) {\n");
    rules(&mut css, "  ", &[":root:not([data-theme=\"light\"])"], Ground::Dark);
    css.push_str("}\n\n");
    rules(&mut css, "", &[":root[data-theme=\"dark\"]"], Ground::Dark);
    css
}

fn rules(css: &mut String, indent: &str, roots: &[&str], ground: Ground) {
    let roles: String = role_tokens(ground).lines().map(|line| format!("{indent}  {line}\n")).collect();
    writeln!(css, "{indent}{} {{\n{roles}{indent}}}", roots.join(",\n")).unwrap();
    for line in scale_tokens(ground).lines() {
        let selectors: Vec<String> = roots.iter().map(|root| format!("{root} {}", line.split(" {").next().unwrap())).collect();
        let declarations = line.split_once(" {").unwrap().1;
        writeln!(css, "{indent}{} {{{declarations}", selectors.join(", ")).unwrap();
    }
}
