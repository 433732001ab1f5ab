//! `lagesbild demo`: the demonstration edition.

use super::time::Published;
use crate::publish::{PublishError, demo, write};
use clap::Args;
use std::path::PathBuf;

/// Makes a nationwide edition of modelled figures, without any download, and makes it the current one.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The data folder: gets a folder for the edition, and `current.json`.
    #[arg(long)]
    out: PathBuf,
    /// Another seed makes other figures.
    #[arg(long, default_value_t = demo::SEED)]
    seed: u64,
    #[command(flatten)]
    published: Published,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), PublishError> {
    let contents = demo::demonstration(arguments.seed)?;
    let published = write::publish(&contents, &arguments.out, &arguments.published.time())?;
    print!("{published}");
    Ok(())
}
