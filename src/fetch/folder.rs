//! Files read from a folder, for everything that runs natively.

use super::Files;
use crate::error::{LoadError, Problem};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::io::ErrorKind;
use std::path::PathBuf;

/// A folder with `current.json` and the editions' folders in it.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
}

/// The integrity of a content as file lists and browsers write it: `sha256-` and the base64 digest.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

impl Folder {
    /// The files below a folder.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }
}

impl Files for Folder {
    async fn read(&self, path: &str, expected: Option<&str>) -> Result<Vec<u8>, LoadError> {
        let bytes = std::fs::read(self.root.join(path)).map_err(|error| {
            let problem = match error.kind() {
                ErrorKind::NotFound | ErrorKind::NotADirectory => Problem::NotFound,
                _ => Problem::Unreachable(error.to_string()),
            };
            LoadError::new(path, problem)
        })?;
        match expected {
            Some(expected) if integrity(&bytes) != expected => {
                Err(LoadError::new(path, Problem::IntegrityRefused))
            }
            _ => Ok(bytes),
        }
    }
}
