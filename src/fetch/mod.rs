//! The files of an edition, as values: typed loaders over anything that can read a file by its path, with a bounded
//! cache that makes one request of several for the same file.
//!
//! [`Files`] has two implementations, twins of each other: `Http` in the browser, which lets the browser itself check
//! every content against the edition's file lists, and `Folder` natively.

mod cache;
mod edition;
#[cfg(not(target_arch = "wasm32"))]
mod folder;
#[cfg(target_arch = "wasm32")]
mod http;
mod join;
mod parse;

pub use edition::{Edition, change_log, current, withdrawn};
#[cfg(not(target_arch = "wasm32"))]
pub use folder::{Folder, integrity};
#[cfg(target_arch = "wasm32")]
pub use http::Http;
pub use join::join;

use crate::error::LoadError;
use std::rc::Rc;

/// Where files are read from.
pub trait Files {
    /// The content of a file, by its path below the data's address (`current.json`, `0123456789ab/catalogue.json`).
    /// With `integrity` (`sha256-` and the base64 digest) only that very content is accepted.
    fn read(&self, path: &str, integrity: Option<&str>) -> impl Future<Output = Result<Vec<u8>, LoadError>>;
}

impl<F: Files> Files for Rc<F> {
    fn read(&self, path: &str, integrity: Option<&str>) -> impl Future<Output = Result<Vec<u8>, LoadError>> {
        (**self).read(path, integrity)
    }
}
