//! The paths that a Rust source names, from the root of the crate.

use super::tokens::Token;

/// A path that a source names, from `crate` (whatever the way there) or from a crate that is not ours.
pub(super) struct Import {
    pub(super) segments: Vec<String>,
    pub(super) line: usize,
}

/// All paths of two names or more, and single names that are imported.
pub(super) fn imports(path: &str, tokens: &[Token]) -> Vec<Import> {
    let mut found = Vec::new();
    let mut modules = module_of(path);
    // The brace depth inside each module that stands within the file.
    let (mut depth, mut within) = (0_usize, Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        match tokens[at].text.as_str() {
            "mod" if tokens.get(at + 2).is_some_and(|token| token.text == "{") => {
                modules.push(tokens[at + 1].text.clone());
                within.push(depth + 1);
                depth += 1;
                at += 3;
                continue;
            }
            "{" => depth += 1,
            "}" => {
                if within.last() == Some(&depth) {
                    within.pop();
                    modules.pop();
                }
                depth = depth.saturating_sub(1);
            }
            "use" => {
                at = tree(tokens, at + 1, &[], &mut |segments, line| {
                    found.extend(resolved(segments, &modules).map(|segments| Import { segments, line }));
                });
                continue;
            }
            _ if tokens[at].is_name() && tokens.get(at + 1).is_some_and(|token| token.text == "::") => {
                let start = at;
                at = tree(tokens, start, &[], &mut |segments, line| {
                    found.extend(resolved(segments, &modules).map(|segments| Import { segments, line }));
                });
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Reads a path, or a tree of them, and tells each; gives the position after it.
fn tree(
    tokens: &[Token],
    mut at: usize,
    before: &[String],
    tell: &mut impl FnMut(Vec<String>, usize),
) -> usize {
    let mut segments = before.to_vec();
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            "::" => at += 1,
            "{" => {
                at += 1;
                while let Some(token) = tokens.get(at).filter(|token| token.text != "}") {
                    at = if token.text == "," { at + 1 } else { tree(tokens, at, &segments, tell) };
                }
                return at + 1;
            }
            "*" => {
                segments.push("*".into());
                tell(segments, token.line);
                return at + 1;
            }
            _ if token.is_name() => {
                // `r#name` is the name.
                segments.push(token.text.clone());
                at += 1;
                if tokens.get(at).is_none_or(|next| next.text != "::") {
                    tell(segments, token.line);
                    // `as name` names nothing else.
                    return if tokens.get(at).is_some_and(|next| next.text == "as") { at + 2 } else { at };
                }
            }
            // The `<` of a generic path, or anything else that ends one.
            _ => {
                tell(segments, token.line);
                return at + 1;
            }
        }
    }
    at
}

/// The modules that lead to a file: `model/area.rs` is `[model, area]`, `model/mod.rs` is `[model]`.
fn module_of(path: &str) -> Vec<String> {
    let mut modules: Vec<String> = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if matches!(modules.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        modules.pop();
    }
    modules
}

/// A path with its way through `self`, `super` and our own crate's name followed; `None` when it stays inside.
fn resolved(segments: Vec<String>, modules: &[String]) -> Option<Vec<String>> {
    let first = segments.first()?.as_str();
    if matches!(first, "crate" | "lagesbild") {
        return (segments.len() > 1).then(|| [&["crate".to_owned()], &segments[1..]].concat());
    }
    if !matches!(first, "self" | "super") {
        return Some(segments);
    }
    let ups = segments.iter().filter(|segment| *segment == "super").count();
    let names = segments.into_iter().filter(|segment| !matches!(segment.as_str(), "self" | "super"));
    let mut full = vec!["crate".to_owned()];
    full.extend(modules[..modules.len().saturating_sub(ups)].iter().cloned());
    full.extend(names);
    (full.len() > 1).then_some(full)
}
