//! From sources to the files on a server: connectors → harmonise → derive → assemble → check → write.
//!
//! Each step is a plain function of plain data; only connectors and `write` touch the disk. The demonstration
//! ([`demo`]) enters where real sources have become values, and takes the same way from there.

mod area_notes;
pub mod assemble;
mod border_files;
mod borders;
pub mod boundaries;
pub mod build;
pub mod change_log;
pub mod changes;
pub mod check;
pub mod compress;
pub mod connectors;
pub mod contents;
pub mod demo;
pub mod derive;
mod download;
mod error;
pub mod figure;
pub mod harmonise;
pub mod manifest;
pub mod observations;
mod profiles;
mod progress;
mod separation;
pub mod serve;
pub mod static_pages;
mod tile_files;
pub mod withdraw;
pub mod write;

pub(crate) use borders::bad_boundaries;
pub use error::PublishError;
