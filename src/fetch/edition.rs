//! One edition, opened once and read by typed loaders.

use super::cache::{Cache, Loaded, Shared};
use super::{Files, join, parse};
use crate::error::{LoadError, Problem};
use crate::geo::arcs;
use crate::geo::topology::Topology;
use crate::model::paths::{self, Detail};
use crate::model::{
    About, AccessibilityStatement, AreaCode, AreaCounts, AreaTable, Catalogue, ChangeLog, ComparedAreas,
    Cube, Current, Events, Examples, FORMAT, FileList, Level, Period, Profile, SmallerAreas, Tiles, Vintage,
    Withdrawn,
};
use std::pin::Pin;
use std::sync::Arc;

/// Bytes of files, as they were before parsing, that the cache keeps: the whole country at all levels for a handful
/// of indicators, well within what a phone gives a page.
const MOST_BYTES: usize = 32 << 20;

/// `current.json`: which edition is the newest.
pub async fn current(files: &impl Files) -> Result<Current, LoadError> {
    parse::json(paths::CURRENT, &files.read(paths::CURRENT, None).await?)
}

/// `withdrawn.json`: editions that were deleted, and why. None when there is no such file.
pub async fn withdrawn(files: &impl Files) -> Result<Vec<Withdrawn>, LoadError> {
    match files.read(paths::WITHDRAWN, None).await {
        Ok(bytes) => parse::json(paths::WITHDRAWN, &bytes),
        Err(error) if error.problem == Problem::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// `changes.json`: what was published when. An empty log when there is no such file.
pub async fn change_log(files: &impl Files) -> Result<ChangeLog, LoadError> {
    match files.read(paths::CHANGES, None).await {
        Ok(bytes) => parse::json(paths::CHANGES, &bytes),
        Err(error) if error.problem == Problem::NotFound => {
            Ok(ChangeLog { format: FORMAT, entries: Vec::new() })
        }
        Err(error) => Err(error),
    }
}

/// One edition. What a page shows comes from one and the same, whatever is published meanwhile.
///
/// Every content is checked against the edition's file lists, each of which is read once. Loaders share requests in
/// flight and keep what they read; an error is not kept, so trying again is calling again.
pub struct Edition<F> {
    files: F,
    id: String,
    cache: Cache,
    /// Path and integrity of files that no list need be read for.
    known: Vec<(String, String)>,
}

impl<F: Files> Edition<F> {
    /// The newest edition, by `current.json`.
    pub async fn open(files: F) -> Result<Self, LoadError> {
        let id = current(&files).await?.edition;
        Ok(Self::pinned(files, id))
    }

    /// The edition that a page or a frozen figure names. No request is made yet.
    pub fn pinned(files: F, id: impl Into<String>) -> Self {
        Self { files, id: id.into(), cache: Cache::new(MOST_BYTES), known: Vec::new() }
    }

    /// The same, told beforehand what its lists say of some files, as path and integrity: a page that names the files it
    /// needs spares its readers the lists of hundreds of others.
    #[must_use]
    pub fn knowing(self, known: Vec<(String, String)>) -> Self {
        Self { known, ..self }
    }

    /// The edition's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Where the edition's files are read from.
    pub fn files(&self) -> &F {
        &self.files
    }

    /// What is published.
    pub async fn catalogue(&self) -> Result<Arc<Catalogue>, LoadError> {
        self.read(paths::CATALOGUE, Problem::NotFound, parse::json).await
    }

    /// The areas of a level.
    pub async fn areas(&self, level: Level, vintage: Vintage) -> Result<Arc<AreaTable>, LoadError> {
        self.read(&paths::areas(level, vintage), Problem::NotFound, parse::json).await
    }

    /// The national borders of a level, checked to belong to the same list of areas as [`Self::areas`].
    pub async fn borders(
        &self,
        level: Level,
        vintage: Vintage,
        detail: Detail,
    ) -> Result<Arc<Topology>, LoadError> {
        let path = paths::boundaries(level, vintage, detail);
        let borders = self.decoded(&path);
        let (borders, areas) = join(borders, self.areas(level, vintage)).await;
        let (borders, areas) = (borders?, areas?);
        if borders.fingerprint != arcs::fingerprint(areas.codes.iter().map(AreaCode::as_str)) {
            return Err(self.of_other_areas(&path, &paths::areas(level, vintage)));
        }
        Ok(Arc::clone(&borders.topology))
    }

    /// The detailed borders of a municipality's small areas, and the positions of those areas in their table: the
    /// smallest areas that have borders.
    pub async fn detailed_borders(
        &self,
        municipality: &AreaCode,
        small: &AreaTable,
    ) -> Result<(Arc<Topology>, Vec<u32>), LoadError> {
        let inside = |code: &AreaCode| code.as_str().starts_with(municipality.as_str());
        let positions: Vec<u32> = (0_u32..)
            .zip(&small.codes)
            .filter(|(_, code)| inside(code))
            .map(|(position, _)| position)
            .collect();
        let codes = positions.iter().map(|position| &small.codes[*position as usize]);
        let areas = paths::areas(small.level, small.vintage);
        let borders =
            self.borders_of(municipality, small.vintage, &codes.collect::<Vec<_>>(), &areas).await?;
        Ok((borders, positions))
    }

    /// The detailed borders of the areas inside a municipality whose codes its profile lists.
    pub async fn borders_inside(
        &self,
        municipality: &AreaCode,
        smaller: &SmallerAreas,
    ) -> Result<Arc<Topology>, LoadError> {
        let codes: Vec<&AreaCode> = smaller.codes.iter().collect();
        self.borders_of(municipality, smaller.vintage, &codes, &paths::profile(municipality)).await
    }

    /// The detailed borders of a municipality, checked to belong to areas that `listed_in` has.
    async fn borders_of(
        &self,
        municipality: &AreaCode,
        vintage: Vintage,
        codes: &[&AreaCode],
        listed_in: &str,
    ) -> Result<Arc<Topology>, LoadError> {
        let path = paths::boundary_detail(municipality, vintage);
        let borders = self.decoded(&path).await?;
        if borders.fingerprint != arcs::fingerprint(codes.iter().map(|code| code.as_str())) {
            return Err(self.of_other_areas(&path, listed_in));
        }
        Ok(Arc::clone(&borders.topology))
    }

    /// The population-true layout of a level.
    pub async fn tiles(&self, level: Level, vintage: Vintage) -> Result<Arc<Tiles>, LoadError> {
        self.read(&paths::tiles(level, vintage), Problem::NotFound, parse::json).await
    }

    async fn decoded(&self, path: &str) -> Result<Arc<Borders>, LoadError> {
        self.read(path, Problem::NotFound, |file, bytes| {
            let (topology, fingerprint) = arcs::decode(bytes)
                .map_err(|error| LoadError::new(file, Problem::Malformed(error.to_string())))?;
            Ok(Borders { topology: Arc::new(topology), fingerprint })
        })
        .await
    }

    fn of_other_areas(&self, path: &str, areas: &str) -> LoadError {
        let problem = format!("its borders belong to another list of areas than that of {areas}");
        LoadError::new(self.file(path), Problem::Malformed(problem))
    }

    /// The newest period of an indicator.
    pub async fn latest(&self, slug: &str, level: Level, vintage: Vintage) -> Result<Arc<Cube>, LoadError> {
        self.read(&paths::latest(slug, level, vintage), Problem::NotFound, parse::cube).await
    }

    /// All periods of an indicator.
    pub async fn history(&self, slug: &str, level: Level, vintage: Vintage) -> Result<Arc<Cube>, LoadError> {
        self.read(&paths::history(slug, level, vintage), Problem::NotFound, parse::cube).await
    }

    /// The long texts of an indicator.
    pub async fn about(&self, slug: &str) -> Result<Arc<About>, LoadError> {
        let unlisted = Problem::UnknownIndicator(slug.to_owned());
        self.read(&paths::about(slug), unlisted, parse::json).await
    }

    /// Persons by area and group in one period.
    pub async fn counts(
        &self,
        table: &str,
        level: Level,
        vintage: Vintage,
        period: Period,
    ) -> Result<Arc<AreaCounts>, LoadError> {
        let path = paths::counts(table, level, vintage, period);
        self.read(&path, Problem::NotFound, |file, bytes| parse::counts(file, bytes, level, vintage)).await
    }

    /// What the areas of a level are compared by.
    pub async fn compared(&self, level: Level, vintage: Vintage) -> Result<Arc<ComparedAreas>, LoadError> {
        self.read(&paths::compared(level, vintage), Problem::NotFound, parse::json).await
    }

    /// Examples to learn from; none where the edition has no list of them.
    pub async fn examples(&self) -> Result<Arc<Examples>, LoadError> {
        let none = || Arc::new(Examples { format: FORMAT, examples: Vec::new() });
        match self.read(paths::EXAMPLES, Problem::NotFound, parse::json).await {
            Err(error) if error.problem == Problem::NotFound => Ok(none()),
            other => other,
        }
    }

    /// What the publisher says in the accessibility statement, if anything.
    pub async fn accessibility(&self) -> Result<Option<Arc<AccessibilityStatement>>, LoadError> {
        match self.read(paths::ACCESSIBILITY, Problem::NotFound, parse::json).await {
            Err(error) if error.problem == Problem::NotFound => Ok(None),
            other => other.map(Some),
        }
    }

    /// Measures and reforms; none where the edition has no list of them.
    pub async fn events(&self) -> Result<Arc<Events>, LoadError> {
        let none = || Arc::new(Events { format: FORMAT, events: Vec::new() });
        match self.read(paths::EVENTS, Problem::NotFound, parse::json).await {
            Err(error) if error.problem == Problem::NotFound => Ok(none()),
            other => other,
        }
    }

    /// All that one profile page needs.
    pub async fn profile(&self, code: &AreaCode) -> Result<Arc<Profile>, LoadError> {
        let unlisted = Problem::UnknownArea(code.to_string());
        self.read(&paths::profile(code), unlisted, parse::json).await
    }

    /// A file of the edition, parsed, from the cache or from where the files are. `unlisted` is the problem when the
    /// file lists do not have it; no request is made for it then.
    async fn read<T: Send + Sync + 'static>(
        &self,
        path: &str,
        unlisted: Problem,
        parse: impl Fn(&str, &[u8]) -> Result<T, LoadError>,
    ) -> Result<Arc<T>, LoadError> {
        let parse = |file: &str, bytes: &[u8]| Ok(Arc::new(parse(file, bytes)?) as Shared);
        typed(path, self.shared(path, unlisted, &parse).await?)
    }

    /// The same for a content of any kind. Boxed, so that those who wait for it do not each have a copy.
    fn shared<'a>(&'a self, path: &'a str, unlisted: Problem, parse: Parse<'a>) -> Answer<'a> {
        Box::pin(self.look_up(path, unlisted, parse))
    }

    async fn look_up(&self, path: &str, unlisted: Problem, parse: Parse<'_>) -> Result<Shared, LoadError> {
        let load = async {
            let known = self.known.iter().find(|(known, _)| known == path);
            let integrity = match known {
                Some((_, integrity)) => integrity.clone(),
                None => self.integrity(path, unlisted).await?,
            };
            let file = self.file(path);
            let bytes = match self.files.read(&file, Some(&integrity)).await {
                Err(error) if error.problem == Problem::NotFound => return Err(self.gone(error).await),
                bytes => bytes?,
            };
            Ok(Loaded { value: parse(&file, &bytes)?, bytes: bytes.len() })
        };
        self.cache.once(path, Box::pin(load)).await
    }

    /// What the edition's lists say of a file.
    async fn integrity(&self, path: &str, unlisted: Problem) -> Result<String, LoadError> {
        let folder = paths::listed_in(path);
        let list = match self.list(folder).await {
            // A folder inside another is there only when it has files.
            Err(error) if error.problem == Problem::NotFound && unlisted != Problem::NotFound => {
                return Err(LoadError::new(error.file, unlisted));
            }
            list => list?,
        };
        // The lists are sorted by path.
        match list.files.binary_search_by(|entry| (*entry.path).cmp(path)) {
            Ok(position) => Ok(list.files[position].integrity.clone()),
            Err(_) if unlisted == Problem::NotFound => Err(LoadError::new(self.file(path), unlisted)),
            Err(_) => Err(LoadError::new(self.file(&paths::file_list(folder)), unlisted)),
        }
    }

    /// The files of a folder.
    pub async fn list(&self, folder: &str) -> Result<Arc<FileList>, LoadError> {
        let path = paths::file_list(folder);
        typed(&path, self.cache.once(&path, Box::pin(self.file_list(&path))).await?)
    }

    /// The list of a folder's files, as it is published.
    async fn file_list(&self, path: &str) -> Result<Loaded, LoadError> {
        let file = self.file(path);
        let bytes = match self.files.read(&file, None).await {
            Ok(bytes) => bytes,
            Err(error) if error.problem == Problem::NotFound => return Err(self.gone(error).await),
            Err(error) => return Err(error),
        };
        let list: FileList = parse::json(&file, &bytes)?;
        Ok(Loaded { value: Arc::new(list), bytes: bytes.len() })
    }

    /// Why a file that was published is not there: its edition was withdrawn, or as `error` says.
    async fn gone(&self, error: LoadError) -> LoadError {
        let notices = withdrawn(&self.files).await.unwrap_or_default();
        match notices.into_iter().find(|notice| notice.edition == self.id) {
            Some(Withdrawn { edition, reason, replacement }) => {
                LoadError::new(edition, Problem::Withdrawn { reason, replacement })
            }
            None => error,
        }
    }

    /// The path of an edition's file below the data's address.
    fn file(&self, path: &str) -> String {
        format!("{}/{path}", self.id)
    }
}

/// How a file's bytes become its content.
type Parse<'a> = &'a dyn Fn(&str, &[u8]) -> Result<Shared, LoadError>;

/// A content on its way.
type Answer<'a> = Pin<Box<dyn Future<Output = Result<Shared, LoadError>> + 'a>>;

/// What was kept as any kind of content is the kind that its path says.
fn typed<T: Send + Sync + 'static>(path: &str, content: Shared) -> Result<Arc<T>, LoadError> {
    content.downcast().map_err(|_| {
        LoadError::new(path, Problem::Malformed("it was asked for as two kinds of content".into()))
    })
}

/// Decoded borders, with the fingerprint of the areas they were made for.
struct Borders {
    topology: Arc<Topology>,
    fingerprint: u64,
}
