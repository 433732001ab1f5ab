//! `lagesbild withdraw`: takes an edition back.

use crate::publish::{PublishError, withdraw};
use clap::Args;
use std::path::PathBuf;

/// Deletes an edition's files and says in `withdrawn.json` why, so that pages fixed to it can tell their readers.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The edition's id.
    edition: String,
    /// The data folder.
    folder: PathBuf,
    /// Why, as a sentence for readers.
    #[arg(long)]
    reason: String,
    /// The edition to read instead; the current one, when not given.
    #[arg(long, value_name = "EDITION")]
    replacement: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), PublishError> {
    let Arguments { edition, folder, reason, replacement } = arguments;
    print!("{}", withdraw::withdraw(folder, edition, reason, replacement.as_deref())?);
    Ok(())
}
