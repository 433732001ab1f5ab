//! `lagesbild pages`: the complete site.

use crate::publish::{PublishError, static_pages};
use std::path::PathBuf;

/// Composes the complete site: the application, an edition, and every page rendered beforehand.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder with the built application.
    #[arg(long, value_name = "DIR")]
    app: PathBuf,
    /// The folder with `current.json` and the edition.
    #[arg(long, value_name = "DIR")]
    edition: PathBuf,
    /// The folder to write the site to.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), PublishError> {
    let n_pages = static_pages::compose(&arguments.app, &arguments.edition, &arguments.out)?;
    println!("{n_pages} pages in {}", arguments.out.display());
    Ok(())
}
