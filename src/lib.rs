//! **Lägesbild**: how segregation develops, for every place in Sweden.
//!
//! One crate for two worlds. Compiled for WebAssembly it is pages that fetch precomputed files from any static host and
//! do the rest in the reader's browser; compiled natively it is the `lagesbild` command, which turns source statistics
//! and boundaries into those files. Each kind of page has a program of its own, so that nobody fetches what another page
//! needs: `src/main.rs` is that of the pages that are read, `src/bin` has those of the start page, of the explorer, of
//! the basket, and of the figures in other people's pages.
//!
//! This page is the map of the house. Layers are listed bottom to top. A layer may use the layers above it in
//! this list, never the ones below and never a sibling on its own line; `tests/it/architecture.rs` reads the tree
//! and holds us to it.
//!
//! | # | rooms | what they know |
//! |---|---|---|
//! | 0 | [`decimal`] [`order`] | digits of numbers; how to sort |
//! | 1 | [`model`] [`stats`] [`geo`] [`color`] | values, numbers, shapes, palettes |
//! | 2 | [`error`] [`route`] | what can go wrong; address ↔ view |
//! | 3 | [`i18n`] | texts, numbers and periods in Swedish and English |
//! | 4 | [`sentences`] [`charts`] [`map`] | wording; drawing |
//! | 5 | [`fetch`] [`export`] | edition files and their cache; what a reader takes along |
//! | 6 | [`markup`] → [`components`] → [`pages`] → [`app`] | what is on the screen; each may use those to its left |
//! | 7 | `publish` → `command` | native only: sources → edition → static pages |
//!
//! Two more rules. Only layer 6 and the files `fetch/http.rs`, `map/canvas.rs`, `charts/canvas.rs`,
//! `export/png.rs` and `export/download.rs` know that there is a browser. Natively, only `publish`, `command` and
//! `fetch/folder.rs` touch files or sockets.

pub mod decimal;
pub mod order;

pub mod color;
pub mod geo;
pub mod model;
pub mod stats;

pub mod error;
pub mod route;

pub mod i18n;

pub mod charts;
pub mod map;
pub mod sentences;

pub mod export;
pub mod fetch;

pub mod components;
pub mod markup;
pub mod pages;

#[cfg(target_arch = "wasm32")]
pub mod app;

#[cfg(not(target_arch = "wasm32"))]
pub mod command;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
