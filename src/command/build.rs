//! `lagesbild build`: real sources → an edition.

use super::time::Published;
use crate::model::{Localized, LogKind};
use crate::publish::manifest::Manifest;
use crate::publish::write::{Losses, Terms};
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
    /// This edition mends an error in the one before; the notes then say which.
    #[arg(long, requires = "note_sv")]
    correction: bool,
    /// What readers are told of this edition, in Swedish: a sentence or two.
    #[arg(long, value_name = "TEXT", requires = "note_en")]
    note_sv: Option<String>,
    /// The same in English.
    #[arg(long, value_name = "TEXT", requires = "note_sv")]
    note_en: Option<String>,
    #[command(flatten)]
    published: Published,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), PublishError> {
    let manifest = Manifest::read(&arguments.manifest)?;
    let contents = build::contents(&manifest, &arguments.source)?;
    let losses = if arguments.lose_periods { Losses::Allowed } else { Losses::Refused };
    let note = arguments.note_sv.clone().zip(arguments.note_en.clone());
    let terms = Terms {
        published: &arguments.published.time(),
        losses,
        kind: if arguments.correction { LogKind::Correction } else { LogKind::Release },
        note: note.map(|(sv, en)| Localized { sv, en }),
    };
    let published = write::publish_with(&contents, &arguments.out, &terms)?;
    print!("{published}");
    Ok(())
}
