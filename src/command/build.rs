//! `lagesbild build`: real sources → an edition.

use super::time::Published;
use crate::publish::manifest::Manifest;
use crate::publish::{PublishError, build, write};
use clap::Args;
use std::path::PathBuf;

/// Builds an edition from source statistics and boundaries, checks it, and makes it the current one.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// What to publish: a TOML file.
    #[arg(long)]
    manifest: PathBuf,
    /// The folder that the manifest's files are in.
    #[arg(long)]
    source: PathBuf,
    /// The data folder: gets a folder for the edition, and `current.json`.
    #[arg(long)]
    out: PathBuf,
    #[command(flatten)]
    published: Published,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), PublishError> {
    let manifest = Manifest::read(&arguments.manifest)?;
    let contents = build::contents(&manifest, &arguments.source)?;
    let published = write::publish(&contents, &arguments.out, &arguments.published.time())?;
    print!("{published}");
    Ok(())
}
