//! A workbench for tests of the whole command: a copy of the small source that can be broken and mended, and a folder to
//! publish into.

#![expect(clippy::unwrap_used, reason = "what a test relies on may end it")]

use lagesbild::model::{Current, json};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What is done to a file.
pub(crate) enum Fault {
    /// The first text is replaced by the second.
    Replace(&'static str, &'static str),
    /// A line is added at the end.
    Append(&'static str),
    /// The file has these bytes instead.
    Bytes(&'static [u8]),
    /// The file has this many times the byte `x` instead.
    LongLine(usize),
    /// Only the first so many bytes are left.
    Cut(usize),
    /// The file is gone.
    Gone,
}
use Fault::{Append, Bytes, Cut, Gone, LongLine, Replace};

/// `(file, fault, parts of the sentence)`. The sentence names the file, the place, what was found and what is allowed.
pub(crate) type Case = (&'static str, Fault, &'static [&'static str]);

/// A copy of the small source, and a folder to publish into.
pub(crate) struct Bench {
    folder: tempfile::TempDir,
}

impl Bench {
    pub(crate) fn new() -> Self {
        let bench = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(bench.source()).unwrap();
        bench.mend();
        bench
    }

    pub(crate) fn source(&self) -> PathBuf {
        self.folder.path().join("source")
    }

    pub(crate) fn out(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The folder of the current edition.
    pub(crate) fn edition_folder(&self) -> PathBuf {
        self.out().join(self.edition())
    }

    /// Restores the source.
    pub(crate) fn mend(&self) {
        for entry in fs::read_dir(fixtures()).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, self.source().join(path.file_name().unwrap())).unwrap();
        }
    }

    /// Replaces a text in a file of the source.
    pub(crate) fn replace(&self, file: &str, from: &str, to: &str) {
        let path = self.source().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no “{from}”");
        fs::write(path, text.replace(from, to)).unwrap();
    }

    /// The command that builds the source, with further arguments.
    pub(crate) fn command(&self, more: &[&str]) -> Command {
        let source = self.source();
        let mut command = lagesbild();
        command.arg("build").arg("--manifest").arg(source.join("manifest.toml"));
        command.arg("--source").arg(source).arg("--out").arg(self.out()).args(more);
        command
    }

    pub(crate) fn build(&self, more: &[&str]) -> Output {
        self.command(more).output().unwrap()
    }

    /// Builds, which must succeed, and gives the edition's id.
    pub(crate) fn built(&self, more: &[&str]) -> String {
        let output = self.build(more);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        self.edition()
    }

    /// The current edition's id.
    pub(crate) fn edition(&self) -> String {
        let current = fs::read(self.out().join("current.json")).unwrap();
        json::read::<Current>(&current).unwrap().edition
    }
}

/// The command with some arguments, run to its end.
pub(crate) fn run<S: AsRef<OsStr>>(arguments: &[S]) -> Output {
    lagesbild().args(arguments).output().unwrap()
}

/// Checks that the output is a refusal of bad input in sentences with all the parts.
pub(crate) fn refused(output: &Output, case: &str, parts: &[&str]) {
    if let Err(problem) = refusal(output, case, parts) {
        panic!("{problem}");
    }
}

/// What is missing for the output to be a refusal of bad input in sentences with all the parts.
pub(crate) fn refusal(output: &Output, case: &str, parts: &[&str]) -> Result<(), String> {
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let fail = |problem: &str| Err(format!("{case} {parts:?}: {problem}: {told}"));
    if output.status.code() != Some(2) {
        return fail(&format!("the exit code is {:?}", output.status.code()));
    }
    if let Some(part) = parts.iter().find(|part| !told.contains(**part)) {
        return fail(&format!("“{part}” is missing"));
    }
    match told.trim_end().ends_with(['.', '”']) && !told.contains("panicked") {
        true => Ok(()),
        false => fail("not a sentence"),
    }
}

pub(crate) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small")
}

/// Breaks a file.
pub(crate) fn apply(path: &Path, fault: &Fault) {
    match fault {
        Replace(from, to) => {
            let text = fs::read_to_string(path).unwrap();
            assert!(text.contains(from), "{} has no “{from}”", path.display());
            fs::write(path, text.replacen(from, to, 1)).unwrap();
        }
        Append(line) => {
            let text = fs::read_to_string(path).unwrap();
            fs::write(path, format!("{text}{line}\n")).unwrap();
        }
        Bytes(bytes) => fs::write(path, bytes).unwrap(),
        LongLine(len) => fs::write(path, vec![b'x'; *len]).unwrap(),
        Cut(len) => {
            let bytes = fs::read(path).unwrap();
            assert!(*len < bytes.len());
            fs::write(path, &bytes[..*len]).unwrap();
        }
        Gone => fs::remove_file(path).unwrap(),
    }
}

/// Every file below a folder with its content.
pub(crate) fn snapshot(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(snapshot(&path));
        } else {
            files.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    files
}

fn lagesbild() -> Command {
    Command::new(env!("CARGO_BIN_EXE_lagesbild"))
}
