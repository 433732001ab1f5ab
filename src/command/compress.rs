//! `lagesbild compress`: brotli twins of a folder's files.

use crate::publish::{PublishError, compress};
use clap::Args;
use std::path::PathBuf;

/// Writes a brotli twin beside every file that becomes smaller by it, for a server that gives those out.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder whose files to compress.
    folder: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), PublishError> {
    print!("{}", compress::compress(&arguments.folder)?);
    Ok(())
}
