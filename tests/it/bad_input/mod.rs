//! Bad input: every kind of broken source or edition gets its sentence, the command exits non-zero, and what was
//! published before lies there untouched, byte for byte.

#![expect(clippy::unwrap_used, reason = "what a test relies on may end it")]

mod boundaries;
mod editions;
mod json;
mod manifests;
mod tables;

use crate::bench::{Bench, Case, Fault, apply, refusal, refused, run, snapshot};
use lagesbild::publish::assemble::{Files, edition_id, file_lists};
use std::fs;
use std::path::Path;

#[test]
fn every_broken_source_gets_its_sentence_and_leaves_what_was_there() {
    let bench = Bench::new();
    bench.built(&["--published", "2025-01-31T08:00:00Z"]);
    let before = snapshot(&bench.out());
    assert!(before.len() > 40);
    let cases: Vec<&Case> =
        [tables::CASES, boundaries::CASES, manifests::CASES].into_iter().flatten().collect();
    assert!(cases.len() >= 50, "{}", cases.len());
    let mut wrong = Vec::new();
    for (file, fault, parts) in cases {
        apply(&bench.source().join(file), fault);
        wrong.extend(refusal(&bench.build(&[]), file, parts).err());
        bench.mend();
        if snapshot(&bench.out()) != before {
            wrong.push(format!("{file} {parts:?} changed what was published"));
            break;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    // The bench itself is sound: with everything mended the build succeeds again.
    bench.built(&[]);
    assert!(snapshot(&bench.out()) == before);
}

#[test]
fn every_damaged_edition_gets_its_sentence() {
    let bench = Bench::new();
    bench.built(&[]);
    let folder = bench.edition_folder();
    let checked = |folder: &Path| run(&["check".as_ref(), folder.as_os_str()]);
    assert!(checked(&bench.out()).status.success());
    assert!(checked(&folder).status.success());
    for (file, fault, parts) in editions::ALTERED {
        let path = folder.join(file);
        let sound = fs::read(&path).ok();
        apply_or_make(&path, fault);
        refused(&checked(&bench.out()), file, parts);
        match sound {
            Some(bytes) => fs::write(&path, bytes).unwrap(),
            None => fs::remove_file(&path).unwrap(),
        }
    }
    assert!(checked(&bench.out()).status.success());
}

#[test]
fn every_edition_that_cannot_be_gets_its_sentence_although_its_bytes_are_as_listed() {
    let bench = Bench::new();
    bench.built(&[]);
    let sound = bench.edition_folder();
    // Sealing anew what is sound makes the same edition.
    let sealed = sealed_copy(&bench, &sound, |_| {});
    assert!(run(&["check".as_ref(), sealed.path().join(bench.edition()).as_os_str()]).status.success());
    for (file, fault, parts) in editions::SEALED {
        let copy = sealed_copy(&bench, &sound, |folder| apply(&folder.join(file), fault));
        let edition = fs::read_dir(copy.path()).unwrap().next().unwrap().unwrap().path();
        refused(&run(&["check".as_ref(), edition.as_os_str()]), file, parts);
    }
}

#[test]
fn any_altered_byte_of_any_file_of_an_edition_is_found() {
    let bench = Bench::new();
    bench.built(&[]);
    let folder = bench.edition_folder();
    for (nth, (path, bytes)) in snapshot(&folder).into_iter().enumerate() {
        let mut altered = bytes.clone();
        let at = nth * 7919 % altered.len();
        altered[at] ^= 1 << (nth % 8);
        fs::write(&path, altered).unwrap();
        let found = lagesbild::publish::check::check(&bench.out());
        assert!(found.is_err(), "bit {} of byte {at} of {}", nth % 8, path.display());
        fs::write(&path, bytes).unwrap();
    }
    assert!(lagesbild::publish::check::check(&bench.out()).is_ok());
}

#[test]
fn a_damaged_edition_is_replaced_when_it_is_built_again() {
    let bench = Bench::new();
    bench.built(&["--published", "2025-01-31T08:00:00Z"]);
    let before = snapshot(&bench.out());
    apply(&bench.edition_folder().join("profile/0180.json"), &Fault::Bytes(b"{}"));
    bench.built(&["--published", "2025-01-31T08:00:00Z"]);
    assert!(snapshot(&bench.out()) == before);
}

#[test]
fn a_wrong_command_line_and_a_folder_that_cannot_be_made_have_their_own_exit_codes() {
    assert_eq!(run(&["build", "--manifest"]).status.code(), Some(2));
    assert_eq!(run(&["check", "nowhere"]).status.code(), Some(2));
    let bench = Bench::new();
    fs::write(bench.out(), "a file where the folder should be").unwrap();
    let output = bench.build(&[]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(fs::read_to_string(bench.out()).unwrap(), "a file where the folder should be");
}

/// Some faults are files that nobody listed.
fn apply_or_make(path: &Path, fault: &Fault) {
    if let (Fault::Bytes(bytes), false) = (fault, path.exists()) {
        fs::write(path, bytes).unwrap();
    } else {
        apply(path, fault);
    }
}

/// A copy of an edition with a fault, its lists of files and its id made anew, in a folder of its own.
fn sealed_copy(bench: &Bench, sound: &Path, fault: impl Fn(&Path)) -> tempfile::TempDir {
    let folder = tempfile::tempdir_in(bench.source().parent().unwrap()).unwrap();
    let copy = folder.path().join("copy");
    for (path, bytes) in snapshot(sound) {
        let path = copy.join(path.strip_prefix(sound).unwrap());
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    fault(&copy);
    let inside = |path: &Path| path.strip_prefix(&copy).unwrap().to_str().unwrap().to_owned();
    let files: Files = snapshot(&copy).into_iter().map(|(path, bytes)| (inside(&path), bytes)).collect();
    let data: Files = files.into_iter().filter(|(path, _)| !path.starts_with("files/")).collect();
    fs::remove_dir_all(copy.join("files")).unwrap();
    fs::create_dir(copy.join("files")).unwrap();
    for (path, bytes) in file_lists(&data).unwrap() {
        let list = copy.join(path);
        fs::create_dir_all(list.parent().unwrap()).unwrap();
        fs::write(list, bytes).unwrap();
    }
    fs::rename(&copy, folder.path().join(edition_id(&data))).unwrap();
    folder
}
