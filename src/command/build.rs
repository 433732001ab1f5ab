//! `lagesbild build`: real sources → an edition.

use super::time::Published;
use crate::publish::manifest::Manifest;
use crate::publish::write::Losses;
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
    /// Publishes although periods are gone that the edition before has; they are named all the same.
    #[arg(long)]
    lose_periods: bool,
    #[command(flatten)]
    published: Published,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), PublishError> {
    let manifest = Manifest::read(&arguments.manifest)?;
    let contents = build::contents(&manifest, &arguments.source)?;
    let losses = if arguments.lose_periods { Losses::Allowed } else { Losses::Refused };
    let published = write::publish_with(&contents, &arguments.out, &arguments.published.time(), losses)?;
    print!("{published}");
    Ok(())
}
