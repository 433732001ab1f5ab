//! An edition in a folder, read file by file as a comparison needs it.

use super::super::error::PublishError;
use super::paths;
use crate::model::json_stat::Dataset;
use crate::model::{About, AreaTable, Catalogue, Cube, Current, Level, Vintage};
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};

/// An edition that can be read.
pub(super) struct Edition {
    /// Its id, or the folder's name.
    pub(super) name: String,
    pub(super) catalogue: Catalogue,
    folder: PathBuf,
}

impl Edition {
    /// The edition in a folder, or the current one of a data folder.
    pub(super) fn open(folder: &Path) -> Result<Self, PublishError> {
        let folder = match folder.join(paths::CURRENT).exists() {
            true => folder.join(read::<Current>(folder, paths::CURRENT)?.edition),
            false => folder.to_owned(),
        };
        let name = folder.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let catalogue = read(&folder, paths::CATALOGUE)?;
        // A folder under construction has its id between dots.
        let name = name.trim_start_matches('.').trim_end_matches(".partial").to_owned();
        Ok(Self { name, catalogue, folder })
    }

    pub(super) fn areas(&self, level: Level, vintage: Vintage) -> Result<AreaTable, PublishError> {
        read(&self.folder, &paths::areas(level, vintage))
    }

    pub(super) fn about(&self, slug: &str) -> Result<About, PublishError> {
        read(&self.folder, &paths::about(slug))
    }

    pub(super) fn table(&self, slug: &str, level: Level, vintage: Vintage) -> Result<Cube, PublishError> {
        let path = paths::history(slug, level, vintage);
        let dataset: Dataset = read(&self.folder, &path)?;
        let folder = self.folder.display();
        dataset.into_cube().map_err(|error| PublishError::bad(format!("{folder}/{path}: {error}.")))
    }
}

/// Which of an indicator's long texts differ.
pub(super) fn about_texts(then: &About, now: &About) -> Vec<&'static str> {
    [
        ("definition", then.definition != now.definition),
        ("method", then.method != now.method),
        ("pitfalls", then.pitfalls != now.pitfalls),
        ("texts of breaks", then.breaks != now.breaks),
        ("source sentence", then.source != now.source),
    ]
    .into_iter()
    .filter_map(|(name, differs)| differs.then_some(name))
    .collect()
}

fn read<T: DeserializeOwned>(folder: &Path, path: &str) -> Result<T, PublishError> {
    let file = folder.join(path);
    match std::fs::read(&file) {
        Ok(bytes) => serde_json::from_slice(&bytes)
            .map_err(|error| PublishError::bad(format!("{}: {error}.", file.display()))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(PublishError::bad(format!(
            "{} does not exist; a folder with an edition or with {} is needed.",
            file.display(),
            paths::CURRENT
        ))),
        Err(error) => Err(PublishError::io("read", &file, &error)),
    }
}
