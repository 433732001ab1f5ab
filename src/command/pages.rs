//! `lagesbild pages`: the complete site.

use crate::publish::PublishError;
use crate::publish::static_pages::{self, Parts, SiteAddress};
use std::path::PathBuf;

/// Composes the complete site: the application, an edition, and every page rendered beforehand.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder with the built application.
    #[arg(long, value_name = "DIR")]
    app: PathBuf,
    /// The folder with the built programs of the start page, the explorer and the basket.
    #[arg(long, value_name = "DIR")]
    programs: PathBuf,
    /// The folder with the built programs of framed figures; without it nothing of the site can be embedded.
    #[arg(long, value_name = "DIR")]
    embeds: Option<PathBuf>,
    /// The folder with `current.json` and the edition.
    #[arg(long, value_name = "DIR")]
    edition: PathBuf,
    /// The folder to write the site to.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Makes pictures for link previews too; they need --address.
    #[arg(long)]
    pictures: bool,
    /// The address that the site will have, as https://example.org: for sitemap, feeds and the catalogue of data sets.
    #[arg(long, value_name = "URL")]
    address: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), PublishError> {
    let address = arguments.address.as_deref().map(SiteAddress::parse).transpose()?;
    let is_known = address.is_some();
    let Arguments { app, programs, embeds, edition, out, .. } = arguments;
    let parts = Parts {
        app: app.clone(),
        programs: programs.clone(),
        embeds: embeds.clone(),
        edition: edition.clone(),
        address,
        has_pictures: arguments.pictures,
    };
    let n_pages = static_pages::compose(&parts, out)?;
    println!("{n_pages} pages in {}", arguments.out.display());
    if !is_known {
        println!("Without --address there is no sitemap, feed or catalogue of data sets.");
    }
    Ok(())
}
