//! `lagesbild changes`: what differs between two editions.

use crate::model::Language;
use crate::publish::{PublishError, changes};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Says how two editions differ: areas, indicators, periods, values and texts.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The older edition: its folder, or a data folder whose current edition is meant.
    old: PathBuf,
    /// The newer edition.
    new: PathBuf,
    /// Writes the report as a page as well.
    #[arg(long, value_name = "FILE")]
    page: Option<PathBuf>,
    /// The language of the report.
    #[arg(long, value_enum, default_value_t = Tongue::En)]
    lang: Tongue,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Tongue {
    /// Swedish.
    Sv,
    /// English.
    En,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), PublishError> {
    let found = changes::changes(&arguments.old, &arguments.new)?;
    let language = match arguments.lang {
        Tongue::Sv => Language::Sv,
        Tongue::En => Language::En,
    };
    if let Some(path) = &arguments.page {
        std::fs::write(path, changes::page(&found, language))
            .map_err(|error| PublishError::io("write", path, &error))?;
    }
    print!("{}", found.in_language(language));
    Ok(())
}
