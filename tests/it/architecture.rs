//! Holds the house to its map (`src/lib.rs`): which room may use which, who may know of a browser, who may touch
//! files and sockets, what every file begins with and how long it may be.
//!
//! The rules read tokens, not lines: what stands in a comment or a string is nobody's import. Each rule is also tried
//! on sources that break it.

mod imports;
mod tokens;

use imports::{Import, imports};
use std::fs;
use std::path::{Path, PathBuf};
use tokens::tokens;

/// Rooms on each line of the map, bottom to top, and whether a room may use those to its left on the same line.
const LAYERS: [(&[&str], Siblings); 8] = [
    (&["decimal", "order"], Siblings::Apart),
    (&["model", "stats", "geo", "color"], Siblings::Apart),
    (&["error", "route"], Siblings::Apart),
    (&["i18n"], Siblings::Apart),
    (&["sentences", "charts", "map"], Siblings::Apart),
    (&["fetch", "export"], Siblings::Apart),
    (&["markup", "components", "pages", "app"], Siblings::LeftToRight),
    (&["publish", "command"], Siblings::LeftToRight),
];

#[derive(Clone, Copy, PartialEq)]
enum Siblings {
    Apart,
    LeftToRight,
}

/// Of the values, numbers and shapes below them, errors and addresses know only the model, and texts only those three.
const NARROWER: [(&str, &[&str]); 3] = [
    ("error", &["model"]),
    ("route", &["decimal", "order", "model"]),
    ("i18n", &["decimal", "model", "error", "route"]),
];

const BROWSER_CRATES: [&str; 6] =
    ["leptos", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo_net"];
const BROWSER_ROOMS: [&str; 4] = ["markup", "components", "pages", "app"];
const BROWSER_FILES: [&str; 5] =
    ["fetch/http.rs", "map/canvas.rs", "charts/canvas.rs", "export/png.rs", "export/download.rs"];
/// Renders the pages' components to text, so it names `leptos`, but no browser.
const RENDERER: &str = "publish/static_pages/";

const MACHINE_PATHS: [&[&str]; 6] =
    [&["std", "fs"], &["std", "net"], &["tokio"], &["axum"], &["tower_http"], &["indicatif"]];
const MACHINE_ROOMS: [&str; 2] = ["publish", "command"];
const MACHINE_FILE: &str = "fetch/folder.rs";

/// Files that choose between twins for the browser and the machine.
const SWITCHES: [&str; 3] = ["mod.rs", "lib.rs", "main.rs"];

/// Programs beside the first: each enters one room and does nothing itself.
const PROGRAMS: &str = "bin/";

const MOST_LINES: usize = 600;

#[test]
fn the_tree_keeps_to_the_map() {
    let src = Path::new(&std::env::var("CARGO_MANIFEST_DIR").expect("cargo names the package's folder"))
        .join("src");
    let files = sources(&src);
    assert!(files.iter().any(|(path, _)| path == "lib.rs"), "no lib.rs below {}", src.display());
    let found: Vec<String> = files.iter().flat_map(|(path, source)| violations(path, source)).collect();
    assert!(found.is_empty(), "{} of {} files:\n{}", found.len(), files.len(), found.join("\n"));
}

#[test]
fn every_layer_is_held() {
    for (path, line, forbidden) in [
        ("order.rs", "use crate::model::Value;", "model"),
        ("model/area.rs", "use crate::stats::mean;", "stats"),
        ("stats/summary.rs", "use crate::model::Value;", "model"),
        ("geo/arcs.rs", "fn f(x: crate::model::AreaCode) {}", "model"),
        ("error.rs", "use crate::geo::arcs::ArcsError;", "geo"),
        ("route/mod.rs", "use crate::error::LoadError;", "error"),
        ("i18n/text.rs", "use crate::{model::Language, stats::mean};", "stats"),
        ("charts/line.rs", "use crate::map::scene::Scene;", "map"),
        ("fetch/edition.rs", "use crate::{error::{LoadError, Problem}, export::csv};", "export"),
        ("export/csv.rs", "pub(crate) use crate::fetch::Edition as E;", "fetch"),
        ("markup/html.rs", "use crate::components::Figure;", "components"),
        ("components/figure.rs", "use crate::pages::Start;", "pages"),
        ("pages/start.rs", "use crate::app;", "app"),
        ("app/mod.rs", "use crate::publish::write;", "publish"),
        ("publish/write.rs", "use crate::command::Arguments;", "command"),
        // The way round through parents, and through a module within the file.
        ("model/area.rs", "use super::super::geo::grid;", "geo"),
        ("model/mod.rs", "use super::{model::Malformed, stats as s};", "stats"),
        ("model/area.rs", "mod tests { mod deep { use super::super::super::super::charts; } }", "charts"),
        ("geo/mod.rs", "macro_rules! m { () => { $crate::model::Value } }", "model"),
        // A room that is not on the map, from inside and from outside.
        ("helpers/mod.rs", "", "helpers"),
        ("pages/start.rs", "use crate::helpers::join;", "helpers"),
        ("pages/start.rs", "use crate::*;", "*"),
        ("main.rs", "fn main() { lagesbild::publish::write(); }", "publish"),
        ("bin/embed_map.rs", "fn main() { lagesbild::components::figures(); }", "components"),
    ] {
        assert_one(path, line, &format!("“{forbidden}”"));
    }
}

#[test]
fn what_the_map_allows_is_allowed() {
    for (path, line) in [
        (
            "model/area.rs",
            "use super::Malformed; mod tests { use super::super::Period; use crate::model::Level; }",
        ),
        ("geo/neighbours.rs", "use crate::order::order;"),
        ("i18n/text.rs", "use crate::{error::{LoadError, Problem}, model::Language};"),
        ("map/scene.rs", "use crate::{geo, color::ramp, i18n::Text};"),
        ("pages/start.rs", "use crate::{components::*, markup}; use leptos::prelude::*;"),
        ("app/mod.rs", "use crate::pages; use web_sys::window;"),
        ("publish/static_pages/render.rs", "use crate::pages; use leptos::prelude::*; use std::fs;"),
        ("command/serve.rs", "use crate::publish::serve; use std::net::IpAddr;"),
        ("fetch/http.rs", "use web_sys::Request; use gloo_net::http;"),
        ("fetch/folder.rs", "use std::{fs, io};"),
        ("fetch/mod.rs", "#[cfg(target_arch = \"wasm32\")] mod http;"),
        ("main.rs", "fn main() { lagesbild::command::main() }"),
        (
            "bin/embed_map.rs",
            "#[cfg(target_arch = \"wasm32\")]\nfn main() { lagesbild::app::embed::run_map(); }",
        ),
        // Names in comments and strings, characters that look like the start of one, lifetimes, raw identifiers.
        (
            "geo/arcs.rs",
            "// crate::model\n/* std::fs /* web_sys */ tokio */ const A: &str = \"crate::model \\\" std::fs\";",
        ),
        (
            "geo/arcs.rs",
            "/// See [`crate::model`].\nconst Q: char = '\"'; const B: &[u8] = br#\"\"crate::app\"#; fn f<'a>() {}",
        ),
        ("geo/arcs.rs", "const C: [char; 3] = ['\\'', '/', '*']; fn r#fn() {} // \"\n"),
        (
            "geo/arcs.rs",
            "pub(in crate::geo) fn f() {} pub(crate) fn g(fs: u8, tokio: u8) -> u8 { fs + tokio }",
        ),
    ] {
        assert_eq!(violations(path, &format!("//! Doc.\n{line}")), [""; 0], "{path}: {line}");
    }
}

#[test]
fn only_named_files_know_of_a_browser() {
    for (path, line, name) in [
        ("fetch/edition.rs", "use web_sys::Window;", "web_sys"),
        ("charts/line.rs", "use leptos::prelude::*;", "leptos"),
        ("route/mod.rs", "fn f() { let w = ::web_sys::window(); }", "web_sys"),
        ("map/scene.rs", "use ::{js_sys::Array, std::fmt};", "js_sys"),
        ("publish/static_pages/render.rs", "use web_sys::window;", "web_sys"),
        ("publish/write.rs", "use leptos::prelude::*;", "leptos"),
    ] {
        assert_one(path, line, &format!("“{name}”"));
    }
}

#[test]
fn only_named_files_touch_files_and_sockets() {
    for (path, line, name) in [
        ("model/area.rs", "use std::fs::File;", "std::fs"),
        ("geo/arcs.rs", "use std::{fmt, fs::{self, File}};", "std::fs"),
        ("fetch/mod.rs", "fn f() { let x = std::net::TcpStream::connect(\"\"); }", "std::net"),
        ("export/csv.rs", "use tokio::fs;", "tokio"),
        ("pages/start.rs", "fn f() { ::std::fs::read(x); }", "std::fs"),
        ("export/csv.rs", "use std as s;", "std"),
    ] {
        assert_one(path, line, &format!("“{name}”"));
    }
}

#[test]
fn files_begin_with_their_purpose_end_in_time_and_leave_the_choice_of_twins_to_their_folder() {
    let found = violations("model/area.rs", "use std::fmt;\n");
    assert!(matches!(&*found, [one] if one.contains("//!")), "{found:?}");
    let long = format!("//! Doc.\n{}", "\n".repeat(MOST_LINES));
    let found = violations("model/area.rs", &long);
    assert!(matches!(&*found, [one] if one.contains("601 lines")), "{found:?}");
    assert_eq!(violations("model/area.rs", &long[..long.len() - 1]), [""; 0]);
    assert_one("fetch/edition.rs", "fn f() { if cfg!(target_arch = \"wasm32\") {} }", "target_arch");
}

#[test]
fn every_file_and_exception_that_the_rules_name_is_on_the_map() {
    let rooms: Vec<&str> = LAYERS.iter().flat_map(|(rooms, _)| rooms.iter().copied()).collect();
    let named =
        BROWSER_ROOMS.iter().chain(&BROWSER_FILES).chain(&MACHINE_ROOMS).chain([&MACHINE_FILE, &RENDERER]);
    for path in named
        .copied()
        .chain(NARROWER.iter().flat_map(|(room, down)| [*room].into_iter().chain(down.iter().copied())))
    {
        assert!(rooms.contains(&room_of(path)), "{path}");
    }
}

/// Asserts that a source which is otherwise right breaks exactly one rule, told with a phrase.
fn assert_one(path: &str, line: &str, phrase: &str) {
    let found = violations(path, &format!("//! Doc.\n{line}\n"));
    assert!(
        matches!(&*found, [one] if one.contains(path) && one.contains(phrase)),
        "{path}: {line}: {found:?}"
    );
}

/// All Rust sources below a folder with their paths relative to it, sorted.
fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let source = fs::read_to_string(&path).expect("a readable source");
                let below = path.strip_prefix(folder).expect("found below the folder");
                found.push((below.to_string_lossy().replace('\\', "/"), source));
            }
        }
    }
    found.sort();
    found
}

/// Sentences on every rule that a file breaks.
fn violations(path: &str, source: &str) -> Vec<String> {
    let mut found = Vec::new();
    if !source.starts_with("//!") {
        found.push(format!("{path} does not begin with its purpose (//! …)"));
    }
    let n_lines = source.lines().count();
    if n_lines > MOST_LINES {
        found.push(format!("{path} has {n_lines} lines, {MOST_LINES} are allowed: split it by purpose"));
    }
    let room = room_of(path);
    let is_root = matches!(path, "lib.rs" | "main.rs") || path.starts_with(PROGRAMS);
    if !is_root && place_of(room).is_none() {
        found.push(format!("{path} lies in “{room}”, which is not on the map"));
        return found;
    }
    let tokens = tokens(source);
    for Import { segments, line } in imports(path, &tokens) {
        let names: Vec<&str> = segments.iter().map(String::as_str).collect();
        let problem = match &*names {
            ["crate", target, ..] => use_problem(path, room, target, is_root),
            outside => outside_problem(path, room, outside),
        };
        found.extend(problem.map(|problem| format!("{path}:{line} {problem}")));
    }
    let switch = SWITCHES.contains(&path.rsplit('/').next().unwrap_or(path)) || path.starts_with(PROGRAMS);
    if let Some(token) = tokens.iter().find(|token| token.text == "target_arch" && !switch) {
        let line = token.line;
        found.push(format!("{path}:{line} asks for target_arch, which is for the {SWITCHES:?} of a folder"));
    }
    found.dedup();
    found
}

/// What is wrong with using a room of ours.
fn use_problem(path: &str, room: &str, target: &str, is_root: bool) -> Option<String> {
    if is_root {
        // lib.rs declares rooms; main.rs and those in bin enter a program.
        let allowed = path == "lib.rs" || matches!(target, "app" | "command");
        return (!allowed).then(|| format!("uses “{target}”; only app and command are entered"));
    }
    let Some((target_layer, target_place)) = place_of(target) else {
        return Some(format!("uses “{target}”, which is not on the map"));
    };
    let (layer, place) = place_of(room)?;
    let narrower = NARROWER.iter().find(|(narrow, _)| *narrow == room);
    let allowed = room == target
        || match narrower {
            Some((_, allowed)) => allowed.contains(&target),
            None if layer == target_layer => LAYERS[layer].1 == Siblings::LeftToRight && target_place < place,
            None => target_layer < layer,
        };
    (!allowed).then(|| format!("uses “{target}”, which “{room}” may not"))
}

/// What is wrong with using something that is not ours.
fn outside_problem(path: &str, room: &str, names: &[&str]) -> Option<String> {
    let first = *names.first()?;
    let knows_browser = BROWSER_ROOMS.contains(&room)
        || BROWSER_FILES.contains(&path)
        || (first == "leptos" && path.starts_with(RENDERER));
    if BROWSER_CRATES.contains(&first) && !knows_browser {
        return Some(format!("names “{first}”, which only {BROWSER_ROOMS:?} and {BROWSER_FILES:?} may"));
    }
    let machine = MACHINE_PATHS.iter().find(|machine| {
        let n_common = machine.len().min(names.len());
        // A shorter path that ends early (`use std as s`) would hide what is used through it.
        machine[..n_common] == names[..n_common] && (names.len() >= machine.len() || names.len() == 1)
    });
    let touches = MACHINE_ROOMS.contains(&room) || path == MACHINE_FILE;
    machine.filter(|_| !touches).map(|machine| {
        let named = machine[..machine.len().min(names.len())].join("::");
        format!("names “{named}”, which only {MACHINE_ROOMS:?} and {MACHINE_FILE} may")
    })
}

/// The folder or file directly below `src` that a path belongs to.
fn room_of(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// The line of the map that a room stands on, and its place there.
fn place_of(room: &str) -> Option<(usize, usize)> {
    let place = |rooms: &[&str]| rooms.iter().position(|name| *name == room);
    LAYERS.iter().enumerate().find_map(|(layer, (rooms, _))| Some((layer, place(rooms)?)))
}
