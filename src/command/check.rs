//! `lagesbild check`: is what lies there what it promises to be?

use crate::publish::{PublishError, check};
use clap::Args;
use std::path::PathBuf;

/// Reads an edition back and checks everything in it.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// A data folder (with `current.json`) or the folder of one edition.
    folder: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), PublishError> {
    let report = check::check(&arguments.folder)?;
    println!("Sound: {report}.");
    Ok(())
}
