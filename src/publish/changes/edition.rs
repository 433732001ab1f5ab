//! An edition in a folder, read file by file as a comparison needs it.

use super::super::error::PublishError;
use super::{TextPart, paths};
use crate::model::json::{self, FromJson};
use crate::model::json_stat::Dataset;
use crate::model::{About, AreaTable, Catalogue, Cube, Current, FileList, Level, Vintage};
use std::collections::BTreeMap;
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

    /// The integrity of every listed file, by its path.
    pub(super) fn files(&self) -> Result<BTreeMap<String, String>, PublishError> {
        let lists = self.folder.join("files");
        let failed = |error| PublishError::io("read the folder", &lists, &error);
        let mut files = BTreeMap::new();
        for entry in std::fs::read_dir(&lists).map_err(failed)? {
            let name = entry.map_err(failed)?.file_name().to_string_lossy().into_owned();
            // Precompressed twins lie beside the lists.
            if name.ends_with(".json") {
                let list: FileList = read(&lists, &name)?;
                files.extend(list.files.into_iter().map(|file| (file.path, file.integrity)));
            }
        }
        Ok(files)
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
pub(super) fn about_texts(then: &About, now: &About) -> Vec<TextPart> {
    let parts = [
        (TextPart::Definition, then.definition != now.definition),
        (TextPart::Method, then.method != now.method),
        (TextPart::Pitfalls, then.pitfalls != now.pitfalls),
        (TextPart::BreakTexts, then.breaks != now.breaks),
        (TextPart::SourceSentence, then.source != now.source),
    ];
    parts.into_iter().filter_map(|(part, differs)| differs.then_some(part)).collect()
}

fn read<T: FromJson>(folder: &Path, path: &str) -> Result<T, PublishError> {
    let file = folder.join(path);
    match std::fs::read(&file) {
        Ok(bytes) => {
            json::read(&bytes).map_err(|error| PublishError::bad(format!("{}: {error}.", file.display())))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(PublishError::bad(format!(
            "{} does not exist; a folder with an edition or with {} is needed.",
            file.display(),
            paths::CURRENT
        ))),
        Err(error) => Err(PublishError::io("read", &file, &error)),
    }
}
