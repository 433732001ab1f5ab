//! `lagesbild compress`: a brotli twin (`x.br`) beside every file that becomes smaller by it, so that a server has
//! nothing to do at run time.
//!
//! The same file gives the same twin on any machine. A twin carries the modification time of its file; that is how a
//! second run knows it for fresh, also when an older file was put back.

use super::PublishError;
use super::progress::bar;
use brotli::enc::BrotliEncoderParams;
use rayon::prelude::*;
use std::fmt;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// For what a first view is made of: as small as can be, at 0.7 MB a second and core.
const FIRST_PAINT: i32 = 11;
/// For the rest of the large files: ten times as fast, and a few percent larger.
const LATER: i32 = 9;
/// Below this, setting up costs as much as compressing: 11 takes only twice the time of 9, and makes a fifth less of a
/// profile.
const SMALL: u64 = 128 << 10;

/// What compressing a folder came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Compressed {
    /// Twins that were written.
    pub n_written: usize,
    /// Twins that were there already and fresh.
    pub n_fresh: usize,
    /// Files that would not become smaller.
    pub n_left: usize,
    /// Bytes of the files that have a twin.
    pub bytes: u64,
    /// Bytes of their twins.
    pub compressed_bytes: u64,
}

/// Writes the brotli twins of all files below a folder whose kind can be compressed, on all cores. Twins whose file
/// is gone are removed.
///
/// # Errors
/// When the folder cannot be read or a twin not be written.
pub fn compress(folder: &Path) -> Result<Compressed, PublishError> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    // The slowest first, so that no core is left alone with one of them at the end.
    files.sort_by_key(|file| (quality(file) == LATER, std::cmp::Reverse(file.bytes), file.path.clone()));
    let progress = bar("compressing", files.len());
    let outcomes: Vec<Compressed> = files
        .par_iter()
        .map(|file| {
            let outcome = twin(file);
            progress.inc(1);
            outcome
        })
        .collect::<Result<_, _>>()?;
    progress.finish_and_clear();
    Ok(outcomes.into_iter().fold(Compressed::default(), Compressed::with))
}

/// A content as brotli, by quality 0–11.
pub(super) fn brotli(bytes: &[u8], quality: i32) -> Vec<u8> {
    let params = BrotliEncoderParams { quality, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    let mut compressed = Vec::with_capacity(bytes.len() / 4);
    match brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params) {
        Ok(_) => compressed,
        // Memory can be read and written; if not, a longer content is what nobody uses.
        Err(_) => bytes.to_vec(),
    }
}

/// Whether contents of a kind become smaller, by the extension of their names. Pictures, faces and spreadsheets are
/// compressed in themselves.
pub(super) fn is_compressible(extension: &str) -> bool {
    matches!(
        extension,
        "html"
            | "css"
            | "js"
            | "mjs"
            | "wasm"
            | "arcs"
            | "json"
            | "jsonld"
            | "geojson"
            | "topojson"
            | "atom"
            | "xml"
            | "csv"
            | "svg"
            | "txt"
            | "md"
            | "map"
            | "webmanifest"
    )
}

impl Compressed {
    fn with(self, other: Self) -> Self {
        Self {
            n_written: self.n_written + other.n_written,
            n_fresh: self.n_fresh + other.n_fresh,
            n_left: self.n_left + other.n_left,
            bytes: self.bytes + other.bytes,
            compressed_bytes: self.compressed_bytes + other.compressed_bytes,
        }
    }
}

impl fmt::Display for Compressed {
    #[expect(clippy::cast_precision_loss, reason = "megabytes with one decimal")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { n_written, n_fresh, n_left, bytes, compressed_bytes } = self;
        let megabytes = |bytes: &u64| *bytes as f64 / 1e6;
        writeln!(
            f,
            "{n_written} files compressed, {n_fresh} were fresh, {n_left} would not become smaller: {:.1} MB → {:.1} MB",
            megabytes(bytes),
            megabytes(compressed_bytes)
        )
    }
}

/// A file that can be compressed.
struct Source {
    path: PathBuf,
    bytes: u64,
}

/// Finds the files to compress, and removes twins that stand alone.
fn collect(folder: &Path, files: &mut Vec<Source>) -> Result<(), PublishError> {
    let entries =
        fs::read_dir(folder).map_err(|error| PublishError::io("read the folder", folder, &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| PublishError::io("read the folder", folder, &error))?;
        let path = entry.path();
        let about = fs::metadata(&path).map_err(|error| PublishError::io("read", &path, &error))?;
        if about.is_dir() {
            collect(&path, files)?;
            continue;
        }
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("br") if !path.with_extension("").is_file() => {
                fs::remove_file(&path).map_err(|error| PublishError::io("remove", &path, &error))?;
            }
            Some(extension) if is_compressible(extension) => files.push(Source { path, bytes: about.len() }),
            _ => {}
        }
    }
    Ok(())
}

/// Compresses one file, unless its twin is fresh.
fn twin(file: &Source) -> Result<Compressed, PublishError> {
    let Source { path, bytes } = file;
    let io = |what: &'static str| move |error| PublishError::io(what, path, &error);
    let modified = fs::metadata(path).and_then(|about| about.modified()).map_err(io("read"))?;
    let twin = with_suffix(path, ".br");
    let there = fs::metadata(&twin).ok();
    if let Some(about) = &there
        && about.modified().is_ok_and(|time| time == modified)
    {
        let compressed_bytes = about.len();
        return Ok(Compressed { n_fresh: 1, bytes: *bytes, compressed_bytes, ..Compressed::default() });
    }
    let content = fs::read(path).map_err(io("read"))?;
    let compressed = brotli(&content, quality(file));
    if compressed.len() >= content.len() {
        if there.is_some() {
            fs::remove_file(&twin).map_err(|error| PublishError::io("remove", &twin, &error))?;
        }
        return Ok(Compressed { n_left: 1, ..Compressed::default() });
    }
    // Written beside and renamed, so that a server never sees half a twin.
    let partial = with_suffix(path, ".br.partial");
    fs::write(&partial, &compressed)
        .and_then(|()| File::options().write(true).open(&partial)?.set_modified(modified))
        .and_then(|()| fs::rename(&partial, &twin))
        .map_err(|error| PublishError::io("write", &twin, &error))?;
    let compressed_bytes = compressed.len() as u64;
    Ok(Compressed { n_written: 1, bytes: *bytes, compressed_bytes, ..Compressed::default() })
}

/// How hard to try, by what a file is for.
fn quality(file: &Source) -> i32 {
    let path = &file.path;
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let folder = path.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap_or_default();
    let first = file.bytes <= SMALL
        || matches!(extension, "html" | "css" | "js" | "wasm" | "arcs" | "svg")
        || matches!(name, "catalogue.json" | "latest.json")
        || matches!((folder, extension), ("areas" | "files", "json"));
    if first { FIRST_PAINT } else { LATER }
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
